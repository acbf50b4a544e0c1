"""Work in several processes, results in order, no more waiting than there are hands."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Generic, TypeVar

from msgspec import Struct

Result = TypeVar("Result")

SAFE_PATH = "PYTHONSAFEPATH"
"""The variable that keeps the working folder out of Python's path, as `python -P` does."""


class Done(Struct, Generic[Result], frozen=True):
    """A result that is known already, in its place among the calls."""

    value: Result


def in_order(
    work: Callable[..., Result], calls: Iterable[tuple[object, ...] | Done[Result]], jobs: int
) -> Iterator[Result]:
    """Call `work` with each tuple of arguments in one of `jobs` processes; results in the calls' order.

    At most four calls a process are under way or waiting to be taken, so memory stays constant.
    """
    with _safe_path(), ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for arguments in calls:
                if isinstance(arguments, Done):
                    waiting.append(_known(arguments.value))
                else:
                    with _interrupts_held():
                        waiting.append(pool.submit(work, *arguments))
                if len(waiting) >= 4 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process may be started: it inherits that, and so never answers it.

    Ctrl-C reaches every process of the group, and only this one is to answer it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _safe_path() -> Iterator[None]:
    """Keep new processes from importing what lies in the working folder.

    They are started as `python -c "from multiprocessing…"`: a file of that name among the articles
    would be run.
    """
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before


def _known(value: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(value)
    return future
