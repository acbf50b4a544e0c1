"""From a change of a text as it reads to an edit of the source it stands in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html.entities import codepoint2name
from operator import attrgetter

from msgspec import Struct

from seo_audit.document import Document, Text
from seo_audit.lazy import regex
from seo_audit.rule import Edit
from seo_audit.source import Span

_INDEX = attrgetter("index")


class Change(Struct, frozen=True):
    """The characters `start` to `end` of a text, as indices of its value, are to read `text`.

    Equal ones insert: before the character that stands there, or with `behind` after the one before.
    """

    start: int
    end: int
    text: str
    behind: bool = False


def edits(document: Document, text: Text, changes: Iterable[Change]) -> tuple[Edit, ...]:
    """What makes a text of the document read otherwise; none where one of the changes cannot be made.

    It cannot where markup, a line end or part of an entity stands among the characters, nor where the file’s
    encoding lacks what is to stand there and the format has no entity for it.
    """
    found = []
    for change in changes:
        span = _place(document, text, change)
        new = written(document, change.text)
        if span is None or new is None:
            return ()
        found.append(Edit(*span, new))
    return tuple(sorted(found))


def _place(document: Document, text: Text, change: Change) -> Span | None:
    """Where the characters stand, if they are written as they read, or as one whole entity or blank each."""
    start, end = change.start, change.end
    if start < end:
        standing = _standing(document, text, start, end)
        return standing if standing and not _is_spaced_out(document, text, start, end) else None
    neighbour = start - 1 if change.behind else start
    beside = _standing(document, text, neighbour, neighbour + 1)
    if beside is None or _is_spaced_out(document, text, start, end):
        return None
    offset = beside.end if change.behind else beside.start
    return Span(offset, offset)


def _is_spaced_out(document: Document, text: Text, start: int, end: int) -> bool:
    """Whether a space stands in the source where the text has none: beside an emoji’s name, a template, a tag."""
    for left, right in ((start - 1, start), (end - 1, end)):
        if left >= 0 and right < len(text.value):
            one, other = text.span(left, right), text.span(right, right + 1)
            if one and other and any(map(str.isspace, document.source.text[one.end : other.start])):
                return True
    return False


def _standing(document: Document, text: Text, start: int, end: int) -> Span | None:
    if not (text.runs and 0 <= start < end <= len(text.value)):
        return None
    first = bisect_right(text.runs, start, key=_INDEX) - 1
    last = bisect_right(text.runs, end - 1, key=_INDEX) - 1
    pieces: list[Span] = []
    for number in range(first, last + 1):
        run = text.runs[number]
        behind = text.runs[number + 1].index if number < len(text.runs) - 1 else len(text.value)
        low, high = max(run.index, start), min(behind, end)
        if run.end - run.start == behind - run.index:
            piece = Span(run.start + low - run.index, run.start + high - run.index)
        elif (low, high) == (run.index, behind):
            piece = Span(run.start, run.end)
        else:
            return None
        if (pieces and pieces[-1].end != piece.start) or not _reads(
            document.source.text[piece.start : piece.end], text.value[low:high]
        ):
            return None
        pieces.append(piece)
    return Span(pieces[0].start, pieces[-1].end)


def _reads(source: str, value: str) -> bool:
    if source == value:
        return True
    if "\n" in source or "\r" in source:
        return False
    if not value.strip(" ") and not source.strip(" \t"):
        return True
    return len(value) == 1 and source.startswith("&") and source.endswith(";")


def written(document: Document, text: str) -> str | None:
    """How the file writes a text: its encoding may lack a character, HTML its own way of writing it.

    None where it cannot be written.
    """
    source = document.source
    if document.format == "html":
        # without a letter beyond ASCII nobody can tell how a browser reads the next one
        ascii_only = source.text.isascii()
        return "".join(
            char if char.isascii() else _as_entity(source.text, source.encoding, char, ascii_only)
            for char in text
        )
    return text if _has(source.encoding, text) else None


def _as_entity(source: str, encoding: str, char: str, ascii_only: bool) -> str:
    named = ascii_only or not _has(encoding, char) or _names_mostly(source, char)
    return _names(char)[0] if named else char


@lru_cache(maxsize=16)  # asked again for every edit of a page
def _names_mostly(source: str, char: str) -> bool:
    """Whether a page mostly writes a character by its name; both no-break spaces are one custom."""
    alike = _SPACES if char in _SPACES else char
    named = _named(source)
    entities = sum(named[name] for one in alike for name in _names(one))
    return entities > sum(map(source.count, alike))


@lru_cache(maxsize=1)  # and for each character
def _named(source: str) -> Counter[str]:
    """How often each name of a character stands in a page."""
    return Counter(_NAME.findall(source))


_NAME = regex(r"&#?\w+;")


_SPACES = "\u00a0\u202f"


def _names(char: str) -> list[str]:
    """How HTML names a character; the usual way first."""
    code = ord(char)
    names = [f"&#{code};", f"&#x{code:X};", f"&#x{code:x};"]
    return [f"&{codepoint2name[code]};", *names] if code in codepoint2name else names


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
