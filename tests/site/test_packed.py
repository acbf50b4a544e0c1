"""What is held packed reads as the tuple that it was made of."""

from collections.abc import Iterator, Sequence

import pytest
from tables import each_row

from seo_audit.rule import Spot
from seo_audit.rule_support.site.packed import BLOCK, FEW, Packed, packed


def spots(count: int) -> Iterator[Spot]:
    return (
        Spot(f"/{n}/", f"{n}/index.html", n + 1, 2, n + 1, 9, 70 * n, 70 * n + 7)
        for n in range(count)
    )


@each_row("count", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_it_reads_as_a_tuple(count: int) -> None:
    plain, held = tuple(spots(count)), Packed(spots(count))
    assert len(held) == count
    assert bool(held) is bool(plain)
    assert tuple(held) == plain
    assert held == plain
    assert held == Packed(plain)
    assert [held[n] for n in range(-count, count)] == [*plain, *plain]
    for asked in (
        slice(3),
        slice(1, 5),
        slice(BLOCK - 2, BLOCK + 2),
        slice(None, None, 7),
        slice(-3, None),
        slice(None, None, -1),
    ):
        assert held[asked] == plain[asked]
    for number in (count, -count - 1):
        with pytest.raises(IndexError):
            held[number]


def test_what_differs_is_not_equal() -> None:
    held = Packed(spots(BLOCK + 1))
    assert held != tuple(spots(BLOCK))
    assert held != (*spots(BLOCK), Spot("/", "index.html"))
    assert held != {1, 2}


def test_few_stay_a_tuple() -> None:
    assert isinstance(packed(spots(FEW)), tuple)
    many = packed(spots(FEW + 1))
    assert isinstance(many, Packed)
    assert many == tuple(spots(FEW + 1))


def test_places_that_are_alike_take_little_memory() -> None:
    held: Sequence[Spot] = packed(spots(10_000))
    assert isinstance(held, Packed)
    assert sum(map(len, held._blocks)) < 30 * 10_000
