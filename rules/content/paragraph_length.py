"""Paragraphs stay short enough to be read on a screen.

```html bad maximum=8
<p>Elle coule de nouveau.</p>
⟦<p>Tout avait commencé par un été très sec, il y a quatre ans.</p>⟧
```

```markdown bad maximum=8
Elle coule de nouveau.

⟦Tout avait commencé par un été très sec,
il y a quatre ans.⟧
```

```html good maximum=8
<p>Elle coule de nouveau.</p>
<p>Tout avait commencé par un été très sec.</p>
```

```text good
Un paragraphe court se lit d’un coup d’œil.
```
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import YOAST

TOO_LONG = Fault(
    message=Message(
        fr="Paragraphe de {words:# mot|# mots}, plus que le maximum de {maximum}.",
        en="Paragraph of {words:# word|# words}, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Coupez-le là où l’idée change : une idée par paragraphe.",
        en="Cut it where the idea changes: one idea a paragraph.",
    ),
)
ENUMERATION = Fault(
    message=TOO_LONG.message,
    advice=Message(
        fr="C’est une énumération : faites-en une liste.",
        en="This is an enumeration: make it a list.",
    ),
)
FEWEST = 10
"""Parts between semicolons that make a long paragraph an enumeration."""


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Yoast recommande de ne pas dépasser 150 mots.",
                en="Yoast recommends no more than 150 words.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 150


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    last = _last_of_its_own(document)
    for number, block in measures.prose:
        if number > last:
            return
        found = measures.words_by_block[number]
        if len(found) <= options.maximum or number in measures.dummies:
            continue
        # a line break that the author asked for parts paragraphs to the eye
        text = block.text.value
        start, end, words = max(_lines(text, found), key=itemgetter(2))
        if words > options.maximum:
            fault = ENUMERATION if text.count(";", start, end) >= FEWEST - 1 else TOO_LONG
            place = block.span if "\n" not in text else block.text.span(start, end)
            yield fault.at(place, words=words, maximum=options.maximum)


def _last_of_its_own(document: Document) -> int:
    """Number of the last block that a list of articles may call its own: it shows theirs from the first of their titles."""
    blocks = document.blocks
    if not is_list(document):
        return len(blocks)
    first = (number for number, block in enumerate(blocks) if block.level > 1)
    return next(first, len(blocks))


def _lines(text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The lines of a text: where each begins and ends, and how many of the words it holds."""
    start = first = 0
    for line in text.split("\n"):
        end = start + len(line)
        following = bisect_left(words, (end,), first)
        yield start, end, following - first
        start, first = end + 1, following


RULE = Rule(
    title=Message(fr="Longueur des paragraphes", en="Paragraph length"),
    what=Message(
        fr="Signale un paragraphe qui compte trop de mots.",
        en="Reports a paragraph with too many words.",
    ),
    why=Message(
        fr="Sur un téléphone, un paragraphe de 150 mots remplit l’écran. Le seuil est une convention des outils.",
        en="On a phone, a paragraph of 150 words fills the screen. The limit is a convention of the tools.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
