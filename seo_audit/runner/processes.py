"""Work in several processes, results in order, no more waiting than there are hands."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, Self, TypeVar

from msgspec import Struct

Result = TypeVar("Result")

SAFE_PATH = "PYTHONSAFEPATH"
"""The variable that keeps the working folder out of Python's path, as `python -P` does."""


class Done(Struct, Generic[Result], frozen=True):
    """A result that is known already, in its place among the calls."""

    value: Result


def in_order(
    work: Callable[..., Result],
    calls: Iterable[tuple[object, ...] | Done[Result]],
    jobs: int,
    lost: Callable[..., Result],
) -> Iterator[Result]:
    """Call `work` with each tuple of arguments in one of `jobs` processes; results in the calls' order.

    At most four calls a process are under way or waiting to be taken, so memory stays constant. Where a process is
    killed, what it and the others had in hand is done again; a call that kills its process once more gives what
    `lost` makes of its arguments.
    """
    waiting: deque[tuple[tuple[object, ...], Future[Result]]] = deque()
    with _safe_path(), _Pool(jobs) as pool:
        for call in calls:
            if isinstance(call, Done):
                waiting.append(((), _known(call.value)))
            else:
                waiting.append((call, pool.submit(work, call)))
            if len(waiting) >= 4 * jobs:
                yield _next(work, waiting, pool, lost)
        while waiting:
            yield _next(work, waiting, pool, lost)


def _next(
    work: Callable[..., Result],
    waiting: deque[tuple[tuple[object, ...], Future[Result]]],
    pool: "_Pool",
    lost: Callable[..., Result],
) -> Result:
    """The result of the call that waits for longest."""
    call, future = waiting.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        pool.renew()
    try:
        # alone, so that nothing else is blamed for what it does
        with _Pool(1) as alone:
            found = alone.submit(work, call).result()
    except BrokenProcessPool:
        found = lost(*call)
    for number, (other, answered) in enumerate(waiting):
        if answered.done() and isinstance(answered.exception(), BrokenProcessPool):
            waiting[number] = other, pool.submit(work, other)
    return found


class _Pool:
    """Processes that end when this one does, however it ends."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, get_context("spawn"), _end_with_parent)

    def submit(self, work: Callable[..., Result], call: tuple[object, ...]) -> Future[Result]:
        with _interrupts_held():
            try:
                return self._executor.submit(work, *call)
            except BrokenProcessPool as error:
                future: Future[Result] = Future()
                future.set_exception(error)
                return future

    def renew(self) -> None:
        """Other processes in place of broken ones."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """In a new process: end it when the one that started it is gone, which may have been killed."""
    parent = parent_process()
    assert parent

    def wait() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()


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
