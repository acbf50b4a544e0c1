"""What a text of the document reads once its source is edited."""

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from seo_audit.document import Run, Text
from seo_audit.rule import Edit

Replacement = tuple[int, int, str]
"""Indices of a text, and what is to stand there."""

_START = attrgetter("start")
_INDEX = attrgetter("index")


class Places:
    """Where the characters of a text stand in the source, asked the other way round."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._runs = sorted(text.runs, key=_START)
        self.start = self._runs[0].start if self._runs else 0
        self.end = max((run.end for run in self._runs), default=-1)

    def indices(self, edit: Edit) -> tuple[int, int] | None:
        """The characters that an edit replaces; None where they stand elsewhere, or not in one piece.

        An insertion stands before the character that begins there, or else behind the one that ends there.
        """
        start = self._starting(edit.start)
        if edit.start == edit.end:
            start = self._ending(edit.end) if start is None else start
            return None if start is None else (start, start)
        end = self._ending(edit.end)
        if start is None or end is None or not start < end or not self._in_one_piece(start, end):
            return None
        return start, end

    def among(self, edits: Sequence[Edit]) -> Sequence[Edit]:
        """Those of the edits, which stand in order, that may be about the text."""
        low = bisect_left(edits, self.start, key=_START)
        return edits[low : bisect_right(edits, self.end, key=_START)]

    def _starting(self, offset: int) -> int | None:
        number = bisect_right(self._runs, offset, key=_START) - 1
        if number < 0 or offset >= self._runs[number].end:
            return None
        run = self._runs[number]
        if self._is_even(run):
            return run.index + offset - run.start
        return run.index if offset == run.start else None

    def _ending(self, offset: int) -> int | None:
        number = bisect_left(self._runs, offset, key=_START) - 1
        if number < 0 or offset > self._runs[number].end:
            return None
        run = self._runs[number]
        if self._is_even(run):
            return run.index + offset - run.start
        return self._behind(run) if offset == run.end else None

    def _is_even(self, run: Run) -> bool:
        return run.end - run.start == self._behind(run) - run.index

    def _behind(self, run: Run) -> int:
        following = bisect_right(self._text.runs, run.index, key=_INDEX)
        runs = self._text.runs
        return runs[following].index if following < len(runs) else len(self._text.value)

    def _in_one_piece(self, start: int, end: int) -> bool:
        runs = self._text.runs
        first = bisect_right(runs, start, key=_INDEX) - 1
        last = bisect_right(runs, end - 1, key=_INDEX) - 1
        return all(runs[number].end == runs[number + 1].start for number in range(first, last))


def replacements(
    text: Text, edits: Sequence[Edit], *, references: bool
) -> Iterator[tuple[Edit, Replacement]]:
    """Those of the edits, which stand in order, that are about the text's characters, and what they do to them.

    `references` says that entities are read as what they stand for.
    """
    if not text.runs or not edits:
        return
    places = Places(text)
    for edit in places.among(edits):
        if place := places.indices(edit):
            yield edit, (*place, html.unescape(edit.text) if references else edit.text)


def edited(value: str, found: Sequence[Replacement]) -> str:
    """A text after replacements that do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(found):
        parts += [value[at:start], new]
        at = end
    return "".join((*parts, value[at:]))
