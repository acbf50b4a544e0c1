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
from distributed import Client
from installed import CHECKOUT
from site_samples import page, report_of, written

from seo_audit.errors import SeoAuditError
from seo_audit.site import cluster

pytestmark = pytest.mark.process

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
        [sys.executable, "-P", "-m", f"distributed.cli.dask_{kind}", *arguments],
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


@contextmanager
def worker(address: str, more: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A worker with its nanny; `more` is a folder that comes first where it looks for modules."""
    options = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    with started("worker", address, *options, more=more) as process:
        yield process


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 8)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)


def shards_in(run: Path) -> list[str]:
    """The names of the shards that are done."""
    names = [one.name for one in (run / "shards").iterdir()] if (run / "shards").exists() else []
    return sorted(name for name in names if len(name) == len("0" * 32))


def refused(folder: Path, address: str, run: Path) -> str:
    """What is said to who asks for a cluster that cannot be had."""
    with pytest.raises(SeoAuditError) as told:
        report_of(folder, run=run, workers=address)
    said = str(told.value)
    assert "\n" not in said
    return said


@pytest.mark.usefixtures("small_shards")
def test_same_answers_though_a_worker_is_killed(tmp_path: Path) -> None:
    folder, run = site(tmp_path), tmp_path / "run"
    alone = report_of(folder, run=tmp_path / "alone")
    with scheduler(tmp_path) as (address, _), worker(address) as first, worker(address):
        until(lambda: workers_of(address) == 2)

        def kill() -> None:
            until(lambda: bool(shards_in(run)))
            os.killpg(first.pid, signal.SIGKILL)

        killing = Thread(target=kill)
        killing.start()
        assert report_of(folder, run=run, workers=address) == alone
        killing.join()
    assert shards_in(run) == shards_in(tmp_path / "alone")


def workers_of(address: str) -> int:
    with Client(address, set_as_default=False) as client:
        return len(client.scheduler_info()["workers"])


def test_a_page_that_kills_its_worker_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # two or three pages a shard: each halving costs workers, and a worker a second
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 16)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)
    monkeypatch.setattr(cluster, "audit_shard", site_killing.audited)
    files: dict[str, str | bytes] = {"tueuse.html": page("<p>Elle tue.</p>", title="Tueuse")}
    folder = written(site(tmp_path), files)
    with scheduler(tmp_path) as (address, _), worker(address):
        report = report_of(folder, run=tmp_path / "run", workers=address)
    assert [one.path for one in report.unreadable] == ["tueuse.html"]
    assert "tué" in report.unreadable[0].error
    assert len(report.pages) == 1 + PAGES


def test_a_cluster_that_cannot_do_it_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 3.0)
    folder, run = site(tmp_path), tmp_path / "run"
    other = tmp_path / "other"
    written(other / "seo_audit-9.9.dist-info", {"METADATA": "Name: seo-audit\nVersion: 9.9\n"})
    with scheduler(tmp_path) as (address, _):
        assert "has no worker" in refused(folder, address, run)
        with worker(address, str(other)):
            until(lambda: workers_of(address) == 1)
            assert "has version 9.9 of seo-audit" in refused(folder, address, run)
    assert "no Dask scheduler answers" in refused(folder, address, run)
    assert not shards_in(run)


@pytest.mark.usefixtures("small_shards")
def test_what_a_killed_scheduler_left_is_not_done_again(tmp_path: Path) -> None:
    folder, run = site(tmp_path), tmp_path / "run"
    with scheduler(tmp_path) as (address, process), worker(address):
        until(lambda: workers_of(address) == 1)

        def kill() -> None:
            until(lambda: bool(shards_in(run)))
            process.kill()

        killing = Thread(target=kill)
        killing.start()
        assert "does not answer any more" in refused(folder, address, run)
        killing.join()
    left = {name: (run / "shards" / name).stat().st_mtime_ns for name in shards_in(run)}
    assert left
    assert report_of(folder, run=run) == report_of(folder)
    assert (
        left.items()
        <= {name: (run / "shards" / name).stat().st_mtime_ns for name in shards_in(run)}.items()
    )
