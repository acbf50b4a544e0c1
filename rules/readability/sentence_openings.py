"""Sentences that follow each other begin in different ways.

```html bad
<p>⟦Elle coule de nouveau. Elle chante. Elle plaît aux enfants.⟧ Le maire est content.</p>
```

```text bad
⟦De plus, il pleut. De plus, il vente. De plus, il fait froid.⟧
```

What follows a little word counts too:

```html good
<p>De plus, il pleut. De même, il vente. De là vient le froid.</p>
```

```markdown good
Elle coule. Elle chante. Les enfants jouent. Elle plaît.
```
"""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Annotated

from msgspec import Struct

from seo_audit.document import BlockKind, Document
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures, Sentence
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST

ALIKE = Fault(
    message=Message(
        fr="{count} phrases de suite commencent par « {opening} ».",
        en="{count} sentences running begin with “{opening}”.",
    ),
    advice=Message(
        fr="Variez les débuts, ou réunissez des phrases.",
        en="Vary the openings, or join sentences.",
    ),
)

_ALONE = frozenset(
    "à au aux avec ce ces cet cette chez comme d’ dans de depuis des du en et il l’ la le les leur leurs mais mon ma mes "
    "notre nos nous ou on par pour qu’ que quand quel quelle sans selon si son sa ses sous sur ton un une vers votre vos "
    "c’ ça cela ceci c’est".replace("’", "'").split()
)
"""Words that open sentences of any kind: the word after them must be the same too."""


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention de Yoast : trois phrases de suite se remarquent.",
                en="Yoast’s convention: three sentences running are noticed.",
            ),
            YOAST,
            at_least=2,
        ),
    ] = 3


def applies(_document: Document, measures: Measures) -> bool:
    return len(measures.sentences) > 1


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    for (number, opening), run in groupby(measures.own_sentences, key=_opening):
        sentences = list(run)
        if opening and len(sentences) >= options.maximum and not _is_list(sentences):
            first, last = sentences[0], sentences[-1]
            place = first.block.text.span(first.start, last.end)
            shown = " ".join(_first_words(first, len(opening)))
            yield ALIKE.at(place, count=len(sentences), opening=shown)
            assert number == first.number


def _is_list(run: list[Sentence]) -> bool:
    """Whether sentences are lines of a list typed by hand, or numbered: « Figure 3.1 : … », « Axe 2 : … »."""
    text = run[0].block.text.value
    lines = all(
        "\n" in text[one.end : other.start] and text[one.end - 1] not in ".!?…"
        for one, other in pairwise(run)
    )
    return lines or all(_NUMBERED.match(text, one.start) for one in run)


_NUMBERED = regex(r"\W{0,3}[^\W\d_]+[ \u00a0](?:n[º°] ?)?(?:\d|[IVX]{1,4}\b)")


def _opening(sentence: Sentence) -> tuple[int, tuple[str, ...]]:
    """The block's number, and the word or words by which the sentence opens."""
    if sentence.block.kind is BlockKind.LIST_ITEM:
        return sentence.number, ()  # items of a list are alike on purpose
    words = [plain(word) for word in _first_words(sentence, 2)]
    if words and _head(words[0]) in _ALONE:
        return sentence.number, tuple(words) if len(words) > 1 else ()
    return sentence.number, tuple(words[:1])


def _first_words(sentence: Sentence, count: int) -> list[str]:
    text = sentence.block.text.value
    return [text[start:end] for start, end in sentence.words[:count]]


def _head(word: str) -> str:
    """A word, or its elided part: « l’eau » opens with « l’ »."""
    before, mark, _ = word.partition("'")
    return before + mark if mark else word


RULE = Rule(
    title=Message(fr="Débuts de phrase", en="Sentence openings"),
    what=Message(
        fr="Signale trois phrases de suite ou plus qui commencent par le même mot, dans un même paragraphe.",
        en="Reports three or more sentences running that begin with the same word, within a paragraph.",
    ),
    why=Message(
        fr="La répétition lasse quand elle n’est pas voulue ; l’anaphore, elle, est une figure de style.",
        en="The repetition tires when it is not meant; anaphora is a figure of style.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
