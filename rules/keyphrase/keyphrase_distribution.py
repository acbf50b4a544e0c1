"""The keyphrase’s words come back along the text.

```html bad @keyphrase="haie" minimum_words=10
<h1>La haie</h1>
<p>La haie revient. ⟦Le vent souffle fort. Il pleut. Le chat dort sur le mur. La lune est pleine. Tout va bien ici.</p>
<p>Le chien court.⟧ La haie pousse.</p>
```

```text bad @keyphrase="haie" minimum_words=10
La haie revient. ⟦Elle fleurit. Le vent souffle fort. Il pleut sans fin. Le chat dort. La lune est pleine ce soir.⟧
```

```html good @keyphrase="haie" minimum_words=10
<p>La haie revient. Le vent souffle fort. Les haies plient. Le chat dort. La lune éclaire la haie.</p>
```

A short text is not judged:

```markdown good @keyphrase="haie"
La haie revient. Le vent souffle fort. Il pleut.
```
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.french.phrases import Phrase
from seo_audit.measures import Measures, Sentence
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST
from seo_audit.source import Span

STRETCH = Fault(
    message=Message(
        fr="Passage de {words:# mot|# mots}, {share:.0%} du texte, sans aucun mot de « {keyphrase} ».",
        en="Stretch of {words:# word|# words}, {share:.0%} of the text, without any word of “{keyphrase}”.",
    ),
    advice=Message(
        fr="Vérifiez que ce passage traite bien du sujet, et rappelez-le au besoin.",
        en="See that this stretch is about the subject, and recall it if need be.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        float,
        Basis(
            Message(
                fr="Quarante pour cent du texte : convention, d’après la règle de répartition de Yoast.",
                en="Forty per cent of the text: a convention, after Yoast’s rule of distribution.",
            ),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.4
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sous trois cents mots, l’article tient d’un regard.",
                en="Under three hundred words the article is taken in at a glance.",
            ),
            at_least=1,
        ),
    ] = 300


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.keyphrase and measures.sentences and measures.keyphrase_occurrences)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    keyphrase = measures.keyphrase
    assert keyphrase
    total = measures.sentence_words
    if total < options.minimum_words:
        return
    limit = options.maximum * total
    places = [(one.number, one.start) for one in measures.keyphrase_occurrences]
    if _longest(measures, places)[1] > limit:
        # its single words, looked for only where the whole phrase leaves a gap
        places = sorted(
            (one.number, one.start)
            for word in keyphrase.wanted
            for one in measures.find(Phrase(word))
        )
    longest, words = _longest(measures, places)
    if words > limit:
        first, last = longest[0].span, longest[-1].span
        place = Span(first.start, last.end) if first and last else None
        yield STRETCH.at(place, words=words, share=words / total, keyphrase=keyphrase.text)


def _longest(measures: Measures, places: list[tuple[int, int]]) -> tuple[list[Sentence], int]:
    """First and last sentence of the longest stretch without any of the places, and its words.

    A place between two sentences, in a heading, parts them.
    """
    run: list[Sentence] = []
    longest: list[Sentence] = []
    length = words = 0
    behind = 0, 0
    for sentence in measures.sentences:
        start, end = (sentence.number, sentence.start), (sentence.number, sentence.end)
        at = bisect_left(places, behind)
        behind = end
        if at < len(places) and places[at] < start:
            run, length = [], 0
            at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            run, length = [], 0
            continue
        run.append(sentence)
        length += len(sentence.words)
        if length > words:
            longest, words = [run[0], sentence], length
    return longest, words


RULE = Rule(
    title=Message(fr="Répartition de l’expression clé", en="Keyphrase distribution"),
    what=Message(
        fr="Cherche le plus long passage sans aucun mot de l’expression clé, et le signale au-delà de 40 % du texte.",
        en="Looks for the longest stretch without any of the keyphrase’s words, and reports it beyond 40% of the text.",
    ),
    why=Message(
        fr="Un long passage sans les mots du sujet est parfois une digression. C’est un indice, pas une faute.",
        en="A long stretch without the words of the subject may be a digression. A hint, not a fault.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
