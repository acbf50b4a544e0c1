"""Which of many edits are made together, and what becomes of a text and of places in it."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from seo_audit.report import PlacedFinding, Report
from seo_audit.rule import Edit
from seo_audit.source import Span


class Piece(Struct, frozen=True):
    """Edits of one finding that are made together: one of a safe fix, all of a suggestion."""

    finding: PlacedFinding
    edits: tuple[Edit, ...]


def proposed(
    report: Report, *, unsafe: bool, without: Container[tuple[Edit, ...]] = ()
) -> tuple[Piece, ...]:
    """What may be made of the fixes of a report, by place, then rule; what overlaps waits for the next pass.

    An edit that touches another’s place waits too, unless both replace something. `without` are edits that cannot be
    made: they keep nothing waiting.
    """
    found = (one for one in _pieces(report, unsafe=unsafe) if one.edits not in without)
    pieces = sorted(found, key=lambda one: (one.edits[0], one.finding.rule))
    taken: list[tuple[int, int]] = []
    kept = []
    for piece in pieces:
        if not any(_clashes(taken, edit) for edit in piece.edits) and _is_orderly(piece.edits):
            for edit in piece.edits:
                insort(taken, (edit.start, edit.end))
            kept.append(piece)
    return tuple(kept)


def _pieces(report: Report, *, unsafe: bool) -> Iterator[Piece]:
    for _, finding in report.findings:
        fix = finding.fix
        if fix is None or not fix.edits:
            continue
        if fix.safe:
            yield from (Piece(finding, (edit,)) for edit in fix.edits)
        elif unsafe:
            yield Piece(finding, fix.edits)


def _clashes(taken: Sequence[tuple[int, int]], edit: Edit) -> bool:
    # what is taken does not overlap, so that its neighbours are enough
    number = bisect_left(taken, (edit.start, edit.end))
    for start, end in taken[max(number - 1, 0) : number + 1]:
        empty = start == end or edit.start == edit.end
        if (
            (start <= edit.end and edit.start <= end)
            if empty
            else (start < edit.end and edit.start < end)
        ):
            return True
    return False


def _is_orderly(edits: Sequence[Edit]) -> bool:
    """Whether edits stand in order and do not overlap: a rule of another package may be wrong."""
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end:
            return False
        at = edit.end
    return True


def edits_of(pieces: Iterable[Piece]) -> tuple[Edit, ...]:
    """All their edits, in order."""
    return tuple(sorted(edit for piece in pieces for edit in piece.edits))


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits that stand in order and do not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def made(edits: Iterable[Edit]) -> Iterator[tuple[Edit, Span]]:
    """Edits that stand in order and do not overlap, each with the range of the new text that holds its text."""
    grown = 0
    for edit in edits:
        start = edit.start + grown
        yield edit, Span(start, start + len(edit.text))
        grown += len(edit.text) - edit.end + edit.start


class Shift:
    """Where places of a text stand after its edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._grown = [0, *accumulate(len(edit.text) - edit.end + edit.start for edit in edits)]

    def start(self, offset: int) -> int:
        """Where what begins at an offset begins then; within an edit: with it."""
        number = bisect_right(self._ends, offset)
        if number < len(self._starts) and self._starts[number] < offset:
            return self._starts[number] + self._grown[number]
        return offset + self._grown[number]

    def end(self, offset: int) -> int:
        """Where what ends at an offset ends then; within an edit: with it."""
        number = bisect_left(self._starts, offset)
        if number and self._ends[number - 1] > offset:
            return self._ends[number - 1] + self._grown[number]
        return offset + self._grown[number]
