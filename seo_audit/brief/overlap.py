"""Runs of words that an article takes over from its source, whatever its punctuation and capitals.

Words are compared as `seo_audit.french` counts them, without accents, elision and case. Every eight words of
the source are kept in a table; a run is looked up by its first eight and drawn out from there, so that the cost
is linear in the two lengths.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from seo_audit.brief.texts import BriefText
from seo_audit.document import Block, BlockKind, Document
from seo_audit.french.lemmas import bare
from seo_audit.french.phrases import is_function_word
from seo_audit.french.tokens import words as find_words
from seo_audit.lazy import regex
from seo_audit.source import Span

LEAST = 8
"""Words of a run."""

PLACES = 8
"""Places of the source at which a run may begin that are tried: a text that repeats itself costs no more."""


class Run(Struct, frozen=True):
    """Words of the article that stand in the source, too: their places in the article, one a block.

    `text` is how they begin; `line` and `end_line` are those of the source.
    """

    words: int
    text: str
    places: tuple[Span, ...]
    line: int
    end_line: int


class Overlap(Struct, frozen=True):
    """What an article takes over from its source: runs in the article's order, and their share of its words (0–1)."""

    runs: tuple[Run, ...] = ()
    words: int = 0
    share: float = 0.0


class _Word(Struct, frozen=True):
    key: str
    text: str
    block: Block
    start: int
    end: int
    quoted: bool


def compare(document: Document, source: BriefText, least: int = LEAST) -> Overlap:
    """The runs of `least` words or more that an article shares with the text it was made from.

    What both give in quotation marks is a quotation, and a run of names and figures alone is nobody's
    wording: neither counts.

    Raises:
        SourceError: the source cannot be read.
    """
    own = list(_words(document))
    original = source.document()
    theirs = list(_words(original))
    if not own:
        return Overlap()
    runs = []
    copied = 0
    for start, at, length in _shared(own, theirs, least):
        run = own[start : start + length]
        kept = sum(not word.quoted for word in run)
        if kept < least or not _has_wording(run):
            continue
        copied += kept
        first, last = theirs[at], theirs[at + length - 1]
        runs.append(
            Run(
                length,
                _beginning(run),
                tuple(_places(run)),
                _line(original, first),
                _line(original, last),
            )
        )
    return Overlap(tuple(runs), copied, copied / len(own))


_QUOTE = regex(r"«[^«»]{1,2000}»|“[^“”]{1,2000}”")


def _words(document: Document) -> Iterator[_Word]:
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        text = block.text.value
        quotes = [match.span() for match in _QUOTE.finditer(text)]
        whole = block.kind is BlockKind.QUOTE
        number = 0
        for start, end in find_words(text):
            while number < len(quotes) and quotes[number][1] <= start:
                number += 1
            quoted = whole or (number < len(quotes) and quotes[number][0] <= start)
            yield _Word(bare(text[start:end]), text[start:end], block, start, end, quoted)


def _shared(
    own: Sequence[_Word], source: Sequence[_Word], least: int
) -> Iterator[tuple[int, int, int]]:
    """Runs both texts have: first word in the one, first word in the other, how many."""
    ours, theirs = [word.key for word in own], [word.key for word in source]
    table: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(theirs) - least + 1):
        places = table.setdefault(tuple(theirs[at : at + least]), [])
        if len(places) < PLACES:
            places.append(at)
    start = 0
    while start <= len(ours) - least:
        places = table.get(tuple(ours[start : start + least]), [])
        length, at = max(
            ((_length(ours, start, theirs, place), -place) for place in places), default=(0, 0)
        )
        if length:
            yield start, -at, length
            start += length
        else:
            start += 1


def _length(ours: Sequence[str], start: int, theirs: Sequence[str], at: int) -> int:
    length = 0
    most = min(len(ours) - start, len(theirs) - at)
    while length < most and ours[start + length] == theirs[at + length]:
        length += 1
    return length


def _has_wording(run: Sequence[_Word]) -> bool:
    """Whether a run says something in words of its own: not « du Kazakhstan, du Kirghizistan et de… »."""
    return any(
        not (word.text[-1].isdigit() or _bare_start(word.text).isupper())
        and not is_function_word(word.text)
        for word in run
    )


def _bare_start(word: str) -> str:
    return re.sub(r"^(?:[ldjmtsnc]|qu)['’ʼ]", "", word, flags=re.IGNORECASE)[:1]


def _places(run: Sequence[_Word]) -> Iterator[Span]:
    """Where a run stands in the source of its document, one place a block."""
    groups: dict[int, list[_Word]] = {}
    for word in run:
        groups.setdefault(id(word.block), []).append(word)
    for words in groups.values():
        span = words[0].block.text.span(words[0].start, words[-1].end)
        if span:
            yield span


def _beginning(run: Sequence[_Word]) -> str:
    first = run[0]
    last = next((word for word in reversed(run) if word.block is first.block), first)
    text = " ".join(first.block.text.value[first.start : last.end].split())
    return text if len(text) <= 80 else text[:79].rstrip() + "…"


def _line(document: Document, word: _Word) -> int:
    span = word.block.text.span(word.start, word.end)
    return document.source.position(span.start).line if span else 0
