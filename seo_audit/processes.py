"""Work in several processes, results in order, no more waiting than there are hands."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Result = TypeVar("Result")


def in_order(
    work: Callable[..., Result], calls: Iterable[tuple[object, ...]], jobs: int
) -> Iterator[Result]:
    """Call `work` with each tuple of arguments in one of `jobs` processes; results in the calls' order.

    At most four calls a process are under way or waiting to be taken, so memory stays constant.
    """
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for arguments in calls:
                waiting.append(pool.submit(work, *arguments))
                if len(waiting) >= 4 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
