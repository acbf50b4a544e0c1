"""Most sentences stay short; the five longest of those that don’t are shown.

```html bad maximum_words=8
<p>⟦Le chat que la voisine avait recueilli dort encore sur le canapé.⟧</p>
```

```markdown bad maximum_words=6
La pluie tombe. ⟦L’été **arrive** enfin ici, dit la voisine.⟧
```

```html good maximum_words=8
<p>La voisine a recueilli un chat. Il dort encore.</p>
```

A long sentence now and then is fine:

```text good maximum_words=8
La voisine a un chat. Il dort. Il mange. Le chat que la voisine avait recueilli dort encore sur le canapé.
```

What others wrote is theirs:

```html good maximum_words=8
<p>La voisine a recueilli un chat. Elle dit :</p>
<blockquote><p>Le chat que j’avais recueilli dort encore sur le canapé du salon de ma mère.</p></blockquote>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, distinct
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import PLAIN_LANGUAGE, YOAST

SHOWN = 5
"""Sentences pointed at: enough to begin with."""

TOO_LONG = Fault(
    message=Message(
        fr="Phrase de {words:# mot|# mots} ; {share:%} des phrases dépassent {maximum_words:# mot|# mots}.",
        en="Sentence of {words:# word|# words}; {share:%} of the sentences have more than {maximum_words}.",
    ),
    advice=Message(
        fr="Coupez-la, ou supprimez ce qui n’y sert pas : {maximum_share:%} de phrases longues "
        "au plus.",
        en="Split it, or drop what does not serve: {maximum_share:%} of long sentences at most.",
    ),
)


class Options(Struct, frozen=True):
    maximum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Les outils comptent comme longue une phrase de plus de 20 à 25 mots ; le français, plus "
                "long que l’anglais, prend la borne haute.",
                en="Tools call a sentence long from 20 to 25 words; French, longer than English, takes the "
                "upper end.",
            ),
            YOAST,
            at_least=1,
            profiles={"langage-clair": 20},
        ),
    ] = 25
    maximum_share: Annotated[
        float,
        Basis(
            Message(
                fr="Un quart de phrases longues : premier seuil de Yoast.",
                en="A quarter of long sentences: Yoast’s first step.",
            ),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.25


def applies(document: Document, measures: Measures) -> bool:
    # what a list shows of its articles is judged in them
    return bool(measures.own_sentences) and not is_list(document)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    long = measures.long_sentences(options.maximum_words)
    share = len(long) / len(measures.own_sentences)
    if share <= options.maximum_share:
        return
    for sentence in sorted(long, key=lambda one: -len(one.words))[:SHOWN]:
        yield TOO_LONG.at(
            sentence.span,
            words=len(sentence.words),
            share=distinct(share, options.maximum_share),
            maximum_words=options.maximum_words,
            maximum_share=options.maximum_share,
        )


RULE = Rule(
    title=Message(fr="Longueur des phrases", en="Sentence length"),
    what=Message(
        fr="Compte les phrases longues, citations à part ; quand leur part est trop grande, montre les cinq plus longues.",
        en="Counts the long sentences, quotations apart; when their share is too large, shows the five longest.",
    ),
    why=Message(
        fr="On perd le fil d’une phrase longue, à l’écran plus encore que sur le papier. Le seuil est une "
        "convention des outils.",
        en="Readers lose the thread of a long sentence, on a screen more than on paper. The limit is a "
        "convention of the tools.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST, PLAIN_LANGUAGE),
    options=Options,
    applies=applies,
    check=check,
)
