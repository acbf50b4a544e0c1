"""Few sentences are in the passive.

```html bad
<p>⟦La fuite a été trouvée en une matinée.⟧ Le maire est content.</p>
```

```markdown bad maximum=0.3
⟦Deux pavés ont été levés.⟧ ⟦L’eau sera analysée cette semaine.⟧ Il pleut.
```

```html good
<p>Un maçon a trouvé la fuite. Le maire est content. Les enfants sont venus.</p>
```

One in seven is fine:

```text good
L’eau sera analysée. Il pleut. Le chat dort. La lune est pleine. Le vent souffle. La haie pousse. Tout va bien.
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
from seo_audit.rule_support.references import YOAST

SHOWN = 5
"""Sentences pointed at: enough to begin with."""

PASSIVE = Fault(
    message=Message(
        fr="Phrase au passif (« {participle} ») ; {share:%} des phrases le sont, plus que {maximum:%}.",
        en="Sentence in the passive (“{participle}”); {share:%} of them are, over {maximum:%}.",
    ),
    advice=Message(
        fr="Dites qui agit, quand on le sait et que cela importe.",
        en="Say who acts, where it is known and matters.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        float,
        Basis(
            Message(
                fr="Convention : 15 % des phrases, seuil haut de Yoast. Aucune preuve d’effet.",
                en="A convention: 15% of the sentences, Yoast’s upper step. No proof of effect.",
            ),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.15


def applies(document: Document, measures: Measures) -> bool:
    # of one sentence there is no share
    several = measures.passive_share is not None and len(measures.own_sentences) > 1
    return several and not is_list(document)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    share = measures.passive_share
    assert share is not None
    if share <= options.maximum:
        return
    seen: set[tuple[int, int]] = set()
    for sentence, start, end in measures.passives:
        key = sentence.number, sentence.start
        if key not in seen and len(seen) < SHOWN and measures.is_own(sentence):
            seen.add(key)
            yield PASSIVE.at(
                sentence.span,
                participle=sentence.block.text.value[start:end],
                share=distinct(share, options.maximum),
                maximum=options.maximum,
            )


RULE = Rule(
    title=Message(fr="Voix passive", en="Passive voice"),
    what=Message(
        fr="Compte les phrases au passif, citations à part ; quand leur part est trop grande, montre les cinq premières.",
        en="Counts the sentences in the passive, quotations apart; when their share is too large, shows the first five.",
    ),
    why=Message(
        fr="Le passif cache souvent qui agit. Il a ses usages, et son excès n’est qu’un indice de style.",
        en="The passive often hides who acts. It has its uses, and its excess is a mere hint of style.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
