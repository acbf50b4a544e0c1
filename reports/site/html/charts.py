"""Small charts: bars whose widths are shares of the longest."""

from collections.abc import Sequence

from msgspec import Struct

WIDTH = 100
"""Units of the longest bar."""


class Bar(Struct, frozen=True):
    """One bar: what it counts, how many, and how long it is."""

    label: str
    count: int
    width: float


def bars(rows: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Bars for counts; none where all are zero."""
    longest = max((count for _, count in rows), default=0)
    if not longest:
        return ()
    return tuple(Bar(label, count, round(WIDTH * count / longest, 1)) for label, count in rows)
