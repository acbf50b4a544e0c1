"""Many things in little memory: a site may have a million findings, and one of them a million places."""

import pickle
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import Any, TypeVar, overload

from msgspec import Struct
from msgspec.structs import astuple

Item = TypeVar("Item", bound=Struct)

FEW = 64
"""Items that are not worth packing."""
BLOCK = 512
"""Items packed together: what they share is written once, and to ask for one of them reads all."""


class Held(Sequence[Item]):
    """A sequence that makes its items when they are asked for, one after the other or one by its number (`_at`)."""

    __slots__ = ()

    def _at(self, number: int) -> Item:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, int):
            return self._at(range(len(self))[index])
        start, stop, step = index.indices(len(self))
        return tuple(islice(self, start, stop, step)) if step > 0 else tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as a list's


class Packed(Held[Item]):
    """Items that are held compressed, by the block. They are frozen data, all of one class, which lies in a module."""

    __slots__ = ("_blocks", "_ends")

    def __init__(self, items: Iterable[Item]) -> None:
        blocks, counts = [], []
        rest = iter(items)
        while block := tuple(islice(rest, BLOCK)):
            blocks.append(_written(block))
            counts.append(len(block))
        self._blocks = tuple(blocks)
        self._ends = tuple(accumulate(counts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Item]:
        for block in self._blocks:
            yield from _read(block)

    def _at(self, number: int) -> Item:
        at = bisect_right(self._ends, number)
        item: Item = _read(self._blocks[at])[number - (self._ends[at - 1] if at else 0)]
        return item


def _written(block: tuple[Struct, ...]) -> bytes:
    """By column: half the time of items one by one, and a fifth smaller."""
    columns = (type(block[0]), *zip(*map(astuple, block), strict=True))
    return zlib.compress(pickle.dumps(columns, pickle.HIGHEST_PROTOCOL), 1)


def _read(block: bytes) -> tuple[Any, ...]:
    kind, *columns = pickle.loads(zlib.decompress(block))  # noqa: S301  written above, by this process
    return tuple(map(kind, *columns))


def packed(items: Iterable[Item]) -> Sequence[Item]:
    """The items as a tuple, or packed where they are many."""
    rest = iter(items)
    first = tuple(islice(rest, FEW + 1))
    return first if len(first) <= FEW else Packed(chain(first, rest))
