"""Shards on real schedulers and workers over loopback: the same answers, whoever is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import site_killing
from installed import CHECKOUT
from site_samples import page, report_of, written

from seo_audit.errors import SeoAuditError
from seo_audit.site import cluster
from seo_audit.site.shard import UNFINISHED

pytestmark = pytest.mark.process

DASK = [sys.executable, "-P", "-m", "distributed.cli.dask_"]
PAGES = 24


def site(folder: Path) -> Path:
    """A home page that links to all others."""
    names = [f"fruit-{number}" for number in range(PAGES)]
    links = "".join(f'<p>Lisez <a href="/{name}.html">le carnet {name}</a>.</p>' for name in names)
    files: dict[str, str | bytes] = {"index.html": page(links, title="Le verger")}
    for name in names:
        files[f"{name}.html"] = page(f"<p>Le {name} mûrit en été.</p>", title=f"Le {name}")
    return written(folder / "public", files)


@contextmanager
def started(kind: str, *arguments: str, more: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask with what it starts, gone at the end."""
    paths = os.pathsep.join(filter(None, (more, str(CHECKOUT / "tests"))))
    process = subprocess.Popen(
        [*DASK[:2], "-m", f"distributed.cli.dask_{kind}", *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(there: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is there."""
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler on loopback: its address, its process."""
    said = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file")
    with started("scheduler", *options, str(said)) as process:
        until(said.exists)
        until(lambda: said.read_text("utf-8").endswith("}"))
        yield json.loads(said.read_text("utf-8"))["address"], process


def worker(address: str, more: str = "") -> "contextmanager[subprocess.Popen[bytes]]":
    """A worker with its nanny."""
    options = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    return started("worker", address, *options, more=more)


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 8)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)


def shards_in(run: Path) -> list[str]:
    names = [one.name for one in (run / "shards").iterdir()] if (run / "shards").exists() else []
    return sorted(name for name in names if not name.startswith(UNFINISHED))


@pytest.mark.usefixtures("small_shards")
def test_same_answers_whoever_is_killed(tmp_path: Path) -> None:
    folder, run = site(tmp_path), tmp_path / "run"
    alone = report_of(folder, run=tmp_path / "alone")
    with scheduler(tmp_path) as (address, process):
        with (
            pytest.raises(SeoAuditError, match="has no worker"),
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(cluster, "PATIENCE", 1.0)
            report_of(folder, run=run, workers=address)
        with worker(address) as first, worker(address):

            def kill() -> None:
                until(lambda: bool(shards_in(run)))
                os.killpg(first.pid, signal.SIGKILL)

            killing = Thread(target=kill)
            killing.start()
            assert report_of(folder, run=run, workers=address) == alone
            killing.join()
            assert shards_in(run) == shards_in(tmp_path / "alone")
            process.kill()
    with (
        pytest.raises(SeoAuditError, match="no Dask scheduler answers"),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(cluster, "PATIENCE", 1.0)
        report_of(folder, run=tmp_path / "other", workers=address)
