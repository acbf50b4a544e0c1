"""From a change of a text as it reads to an edit of the source it stands in."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from html.entities import codepoint2name
from operator import attrgetter

from msgspec import Struct

from seo_audit.document import Document, Text
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
    if change.start < change.end:
        return _standing(document, text, change.start, change.end)
    if change.behind:
        before = _standing(document, text, change.start - 1, change.start)
        return before and Span(before.end, before.end)
    after = _standing(document, text, change.start, change.start + 1)
    return after and Span(after.start, after.start)


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
    if not value.strip(" "):
        return not source.strip(" \t")
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
    name = codepoint2name.get(ord(char))
    names = [f"&#{ord(char)};", f"&#x{ord(char):X};", f"&#x{ord(char):x};"]
    if name:
        names.insert(0, f"&{name};")
    if ascii_only or not _has(encoding, char):
        return names[0]
    return names[0] if _prefers_entities(source, char, tuple(names)) else char


@lru_cache(maxsize=4)
def _prefers_entities(source: str, char: str, names: tuple[str, ...]) -> bool:
    """Whether a file mostly writes a character by its names; counted once, not for each edit."""
    return sum(map(source.count, names)) > source.count(char)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
