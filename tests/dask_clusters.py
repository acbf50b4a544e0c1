"""Real schedulers and workers of Dask on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from distributed import Client
from installed import CHECKOUT


@contextmanager
def started(
    kind: str, *arguments: str, more: str = "", environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask with what it starts, gone at the end."""
    paths = os.pathsep.join(filter(None, (more, str(CHECKOUT / "tests"))))
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", f"distributed.cli.dask_{kind}", *arguments],
        env={**os.environ, "PYTHONPATH": paths, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(there: Callable[[], bool], seconds: float = 300) -> None:
    """Wait until something is there."""
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def scheduler(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler on loopback: its address, its process."""
    said = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file")
    with started("scheduler", *arguments, *options, str(said), environment=environment) as process:
        until(said.exists)
        until(lambda: said.read_text("utf-8").endswith("}"))
        yield json.loads(said.read_text("utf-8"))["address"], process


@contextmanager
def worker(
    address: str, more: str = "", environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A worker with its nanny; `more` is a folder that comes first where it looks for modules."""
    options = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    with started("worker", address, *options, more=more, environment=environment) as process:
        yield process


def workers_of(address: str) -> int:
    """How many workers a scheduler has."""
    with Client(address, set_as_default=False) as client:
        return len(client.scheduler_info()["workers"])


def shards_in(run: Path) -> list[str]:
    """The names of the shards that are done."""
    names = [one.name for one in (run / "shards").iterdir()] if (run / "shards").exists() else []
    return sorted(name for name in names if len(name) == len("0" * 32))


def tasks_of(dask_scheduler: Any) -> int:
    """On a scheduler: how many tasks it knows."""
    return len(dask_scheduler.tasks)


def at_work(dask_worker: Any) -> int:
    """On a worker: how many tasks it is doing."""
    return int(dask_worker.state.executing_count)
