r"""The article has a title of its own, not that of its source.

```markdown bad @source="La fontaine du village coule de nouveau\n\nElle était à sec depuis quatre ans, et les enfants y jouent."
# ⟦La fontaine du village coule de nouveau !⟧

Elle était à sec.
```

```html bad @source="La Chine veut élargir sa coopération avec l’Asie centrale\n\nLe sommet s’est tenu vendredi, et les cinq chefs d’État ont signé."
<title>⟦La Chine élargit sa coopération avec l’Asie centrale⟧</title>
<h1>Un sommet pour rapprocher la Chine et ses voisins</h1>
<p>Le sommet s’est tenu.</p>
```

```markdown good @source="La fontaine du village coule de nouveau\n\nElle était à sec depuis quatre ans, et les enfants y jouent."
# Comment un maçon a rendu son eau à la fontaine

Elle était à sec.
```

```html good @source="La Chine veut élargir sa coopération avec l’Asie centrale\n\nLe sommet s’est tenu vendredi, et les cinq chefs d’État ont signé."
<title>Chine et Asie centrale : ce que change le sommet de Xi’an</title>
<h1>Ce que change le sommet de Xi’an</h1>
<p>Le sommet s’est tenu.</p>
```
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document, Text
from seo_audit.french import same_word
from seo_audit.french.phrases import words_of_meaning
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_TITLES
from seo_audit.source import Span

SAME = Fault(
    message=Message(
        fr="Le titre est celui du texte d’origine : « {title} ».",
        en="The title is that of the original text: “{title}”.",
    ),
    advice=Message(
        fr="Écrivez-en un qui dise ce que votre article apporte.",
        en="Write one that says what your article brings.",
    ),
)
CLOSE = Fault(
    message=Message(
        fr="Le titre reprend {share:.0%} des mots de celui du texte d’origine, dans le même ordre : « {title} ».",
        en="The title takes over {share:.0%} of the words of the original text’s, in the same order: “{title}”.",
    ),
    advice=SAME.advice,
)

WORDS = 40
"""Words of meaning compared; no title has more."""

FEWEST = 3
"""Words two titles must share to be alike without being the same: « fontaine du village » is a subject."""


class Options(Struct, frozen=True):
    share: Annotated[
        float,
        Basis(
            Message(
                fr="Au-delà, le titre n’a pas été retravaillé ; en deçà, c’est le sujet qui revient.",
                en="Beyond it the title was not worked over; below it, the subject alone comes back.",
            ),
            at_least=0,
            at_most=1,
        ),
    ] = 0.6


def applies(document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    if brief is None or brief.source is None:
        return False
    return bool(_titles(document)) and bool(_titles(brief.source.document()))


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    brief = measures.target.brief
    assert brief  # the rule applies
    assert brief.source
    theirs = [_words(title.value) for title in _titles(brief.source.document())]
    for title in _titles(document):
        own = _words(title.value)
        found = max(theirs, key=lambda words: len(_common(own, words)) if own else 0)
        shared = _common(own, found)
        if not own:
            continue
        span: Span | None = title.span()
        if len(shared) == len(own) == len(found):
            yield SAME.at(span, title=shorten(title.value, 100))
        elif len(shared) >= FEWEST and len(shared) > options.share * len(own):
            yield CLOSE.at(span, share=len(shared) / len(own), title=shorten(title.value, 100))


def _titles(document: Document) -> list[Text]:
    """The title and the main heading, once when they are the same."""
    found = [*document.metadata.titles[:1]]
    main = next((block for block in document.headings if block.level == 1), None)
    if main and main.text.value not in [title.value for title in found]:
        found.append(main.text)
    return [title for title in found if title.value.strip()]


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in words_of_meaning(text)][:WORDS]


def _common(own: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words both have, in order: a longest common subsequence."""
    rows: list[list[int]] = [[0] * (len(other) + 1)]
    same = [[same_word(word, one) for one in other] for word in own]
    for number in range(len(own)):
        row = [0]
        for place in range(len(other)):
            if same[number][place]:
                row.append(rows[-1][place] + 1)
            else:
                row.append(max(row[-1], rows[-1][place + 1]))
        rows.append(row)
    found = []
    number, place = len(own), len(other)
    while number and place:
        if same[number - 1][place - 1]:
            number, place = number - 1, place - 1
            found.append(own[number])
        elif rows[number - 1][place] >= rows[number][place - 1]:
            number -= 1
        else:
            place -= 1
    return found[::-1]


RULE = Rule(
    title=Message(fr="Commande : titre retravaillé", en="Brief: a title of its own"),
    what=Message(
        fr="Compare le titre et le titre principal à ceux de « source », mot à mot et dans l’ordre.",
        en="Compares the title and the main heading with those of “source”, word by word and in order.",
    ),
    why=Message(
        fr="Un titre à retravailler fait partie de la commande. Deux pages au même titre se disputent la même place.",
        en="A title to be reworked is part of the brief. Two pages with one title compete for one place.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(GOOGLE_TITLES,),
    options=Options,
    applies=applies,
    answers=("source",),
    check=check,
)
