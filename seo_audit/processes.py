"""Work in several processes, results in order, no more waiting than there are hands."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """A result that is known already, in its place among the calls."""

    value: Result


def in_order(
    work: Callable[..., Result], calls: Iterable[tuple[object, ...] | Done[Result]], jobs: int
) -> Iterator[Result]:
    """Call `work` with each tuple of arguments in one of `jobs` processes; results in the calls' order.

    At most four calls a process are under way or waiting to be taken, so memory stays constant.
    """
    # Ctrl-C reaches every process of the group: only this one is to answer it
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for arguments in calls:
                waiting.append(
                    _known(arguments.value)
                    if isinstance(arguments, Done)
                    else pool.submit(work, *arguments)
                )
                if len(waiting) >= 4 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _known(value: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(value)
    return future
