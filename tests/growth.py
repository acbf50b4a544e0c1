"""Whether work grows as its input does: ratios of processor time, which a busy machine moves little."""

import gc
from collections.abc import Callable
from time import process_time

TRIES = 6
BOUND = 35
"""How much longer ten times the input may take: ten, and what clocks and caches add; a square would take a hundred."""
NOTHING = 0.002
"""Seconds under which a time says nothing."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether `work(size)` takes about ten times the processor time of `work(size // 10)`.

    A busy machine gets several tries, each of other sizes, so that nothing kept from one helps the next.
    """
    work(10)  # word lists are read and patterns compiled once
    return any(
        seconds(work, size + turn) < BOUND * max(NOTHING, seconds(work, size // 10 + turn))
        for turn in range(TRIES)
    )


def repeated(
    unit: str, work: Callable[[str], object], before: str = "", after: str = ""
) -> Callable[[int], object]:
    """The work on a text that holds a unit so many times."""
    return lambda times: work(before + unit * times + after)


def seconds(work: Callable[[int], object], size: int) -> float:
    """Processor time of the work on a size."""
    # collections cost what the whole process holds, not what the work does
    gc.disable()
    try:
        start = process_time()
        work(size)
        return process_time() - start
    finally:
        gc.enable()


def at_most(bound: float, work: Callable[[int], object], size: int) -> bool:
    """Whether twice the size takes at most so many times the processor time; a busy machine gets several tries."""
    work(10)
    return any(
        seconds(work, 2 * size + turn) < bound * max(NOTHING, seconds(work, size + turn))
        for turn in range(TRIES)
    )
