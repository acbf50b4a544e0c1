"""Where findings stand in the article as it reads: from places in the source back to the blocks."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from operator import attrgetter

from msgspec import Struct

from seo_audit.document import Block, Document, Frame, Image, Text
from seo_audit.source import Span


class Spot(Struct, frozen=True):
    """A part of a block's text: the block's number in the document, indices of its text.

    `start == end` means beside the text: something in the block that cannot be read there, such as
    an attribute or an image.
    """

    block: int
    start: int
    end: int


class Object(Struct, frozen=True):
    """An image or an iframe of the document: its number among all `objects`."""

    number: int


Place = Spot | Object


def indices(text: Text, span: Span) -> tuple[int, int] | None:
    """The part of a text's value that comes from a range of the source; None where none does.

    The opposite of `Text.span`. What stands in the source as one piece (an entity, a run of white
    space) is taken whole. An empty range means the character after it, else the one before.
    """
    if span.start == span.end:
        return _overlap(text, Span(span.start, span.end + 1)) or _overlap(
            text, Span(span.start - 1, span.end)
        )
    return _overlap(text, span)


def _overlap(text: Text, span: Span) -> tuple[int, int] | None:
    runs = text.runs
    # runs stand in the order of the source
    first = bisect_right(runs, span.start, key=_RUN_END)
    low, high = None, 0
    for number in range(first, len(runs)):
        run = runs[number]
        if run.start >= span.end:
            break
        following = runs[number + 1].index if number + 1 < len(runs) else len(text.value)
        if run.end - run.start == following - run.index:
            start = run.index + max(span.start - run.start, 0)
            end = run.index + min(span.end - run.start, following - run.index)
        else:
            start, end = run.index, following
        if start < end:
            low = start if low is None else low
            high = end
    return None if low is None else (low, high)


_RUN_END = attrgetter("end")


def objects(document: Document) -> tuple[Image | Frame, ...]:
    """Images and iframes of the main content, in the order of the source."""
    return tuple(sorted((*document.images, *document.frames), key=lambda one: one.span))


class Places:
    """Answers where ranges of a document's source stand in its blocks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        blocks = [
            (number, Span(block.text.runs[0].start, block.text.runs[-1].end))
            for number, block in enumerate(document.blocks)
            if block.text.runs
        ]
        self._texts = _Extents(blocks)
        self._blocks = _Extents(
            [(number, block.span) for number, block in enumerate(document.blocks)]
        )
        self._links = _Extents([(number, link.span) for number, link in enumerate(document.links)])
        self._objects = _Extents(
            [(number, one.span) for number, one in enumerate(objects(document))]
        )

    def find(self, span: Span) -> tuple[Place, ...]:
        """Every place of a range, in reading order; empty for what is not in the main content.

        Where the range can be read, the readable parts; else the link or the image it belongs to,
        else the block beside which it stands.
        """
        return tuple(self._read(span)) or tuple(self._beside(span))

    def _read(self, span: Span) -> Iterator[Spot]:
        wide = Span(span.start - 1, span.end + 1) if span.start == span.end else span
        for number in sorted(self._texts.touching(wide)):
            found = indices(self._document.blocks[number].text, span)
            if found:
                yield Spot(number, *found)

    def _beside(self, span: Span) -> Iterator[Place]:
        held = self._objects.holding(span)
        if held is not None:
            yield Object(held)
            return
        number = self._links.holding(span)
        link = None if number is None else self._document.links[number]
        if link and link.block is not None:
            yield Spot(link.block, link.start, link.end)
            return
        block = self._blocks.holding(span)
        if block is not None:
            yield Spot(block, 0, 0)


class _Extents:
    """Ranges of the source with their numbers, ready to be asked what touches a range."""

    def __init__(self, numbered: Iterable[tuple[int, Span]]) -> None:
        self._numbered = sorted(numbered, key=lambda one: one[1])
        self._starts = [span.start for _, span in self._numbered]
        self._reach = list(accumulate((span.end for _, span in self._numbered), max))

    def touching(self, span: Span) -> Iterator[int]:
        """Numbers of the ranges that share a character with this one, last first."""
        for at in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._reach[at] <= span.start:
                return
            number, own = self._numbered[at]
            if own.end > span.start:
                yield number

    def holding(self, span: Span) -> int | None:
        """Number of the last-begun range, the innermost where they nest, that holds this one."""
        for at in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            if self._reach[at] < span.end:
                return None
            number, own = self._numbered[at]
            if own.start <= span.start and span.end <= own.end:
                return number
        return None


class Piece(Struct, frozen=True):
    """Characters of a text that the same ranges cover: `start` to `end`, numbers of the ranges."""

    start: int
    end: int
    covers: tuple[int, ...]
    ends: tuple[int, ...]
    """Ranges that end where the piece does."""


def pieces(length: int, ranges: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """A text of `length` characters cut wherever one of the ranges begins or ends.

    Every character is in exactly one piece, in order. Ranges may overlap; what lies outside the
    text is left out, and so is a range without a character.
    """
    kept = [(max(start, 0), min(end, length), number) for number, (start, end) in enumerate(ranges)]
    kept = [one for one in kept if one[0] < one[1]]
    begins: dict[int, list[int]] = {}
    stops: dict[int, list[int]] = {}
    for start, end, number in kept:
        begins.setdefault(start, []).append(number)
        stops.setdefault(end, []).append(number)
    cuts = sorted({0, length, *begins, *stops})
    active: set[int] = set()
    found = []
    for start, end in pairwise(cuts):
        active.difference_update(stops.get(start, ()))
        active.update(begins.get(start, ()))
        found.append(Piece(start, end, tuple(sorted(active)), tuple(stops.get(end, ()))))
    return tuple(found)


def topmost(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int, int], ...]:
    """What is seen of ranges that lie one upon the other, the later upon the earlier: start, end, number of the range.

    Ranges without a character are not seen.
    """
    begins = sorted((start, number) for number, (start, end) in enumerate(ranges) if start < end)
    cuts = sorted({edge for start, end in ranges if start < end for edge in (start, end)})
    waiting = deque(begins)
    upon: list[int] = []
    found: list[tuple[int, int, int]] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[0][0] <= start:
            heappush(upon, -waiting.popleft()[1])
        while upon and ranges[-upon[0]][1] <= start:
            heappop(upon)
        if upon:
            found.append((start, end, -upon[0]))
    return tuple(found)


def flow(document: Document) -> tuple[tuple[int, Block | Image | Frame], ...]:
    """Blocks, images and iframes with their numbers, in the order they are met in the source.

    An image inside a block comes after it.
    """
    own: list[tuple[int, int, int, Block | Image | Frame]] = [
        (block.span.start, 0, number, block) for number, block in enumerate(document.blocks)
    ]
    extents = _Extents([(number, block.span) for number, block in enumerate(document.blocks)])
    for number, one in enumerate(objects(document)):
        holder = extents.holding(one.span)
        at = one.span.start if holder is None else document.blocks[holder].span.start
        own.append((at, 1, number, one))
    return tuple((number, one) for _, _, number, one in sorted(own, key=lambda one: one[:3]))
