"""The measure of growth itself: it must tell a square from a line."""

import re
from collections.abc import Callable

import pytest
from growth import grows_linearly, repeated


def square(size: int) -> int:
    return sum(1 for one in range(size) for other in range(one))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("work", "size", "linear"),
    [
        (lambda size: sum(range(size)), 1_000_000, True),
        (lambda size: sorted(range(size, 0, -1), key=str), 50_000, True),
        (square, 3_000, False),
        (repeated("a", re.compile("a+b").search), 20_000, False),
    ],
    ids=["sum", "sort", "pairs", "pattern"],
)
def test_squares_are_told_from_lines(
    work: Callable[[int], object], size: int, linear: bool
) -> None:
    assert grows_linearly(work, size) is linear
