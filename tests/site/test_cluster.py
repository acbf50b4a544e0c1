"""Shards on real schedulers and workers over loopback: the same answers, whoever is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
import site_killing
from dask_clusters import at_work, scheduler, shards_in, tasks_of, until, worker, workers_of
from distributed import Client
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


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 8)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)


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


def test_what_a_worker_does_not_see(tmp_path: Path) -> None:
    places = [str(tmp_path), str(tmp_path / "a.warc"), "rien://chez/moi.warc"]
    assert cluster._unseen(places[:1]) == ""
    assert cluster._unseen(places) == str(tmp_path / "a.warc")
    assert "Protocol not known: rien" in cluster._unseen(places[2:])


def test_interrupted_it_leaves_nothing_and_goes_on(tmp_path: Path) -> None:
    # so many pages that they fall into sixteen shards, so long that it takes a while
    folder, run, scratch = (
        written(tmp_path / "public", long_pages()),
        tmp_path / "run",
        tmp_path / "scratch",
    )
    scratch.mkdir()
    with scheduler(tmp_path) as (address, _), worker(address):
        until(lambda: workers_of(address) == 1)
        tool = [
            sys.executable,
            "-P",
            "-m",
            "seo_audit",
            "site",
            str(folder),
            "--exit-zero",
            "--quiet",
        ]
        there = [*tool, "--run", str(run), "--workers", address, "--format", "json"]
        process = subprocess.Popen(
            there,
            env={**os.environ, "TMPDIR": str(scratch)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        until(lambda: bool(shards_in(run)) or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=300)
        assert (process.returncode, out) == (130, b""), errors
        assert errors.decode().strip() == "seo-audit: interrompu"
        assert not list(scratch.iterdir())
        with Client(address, set_as_default=False) as client:
            until(lambda: client.run_on_scheduler(tasks_of) == 0)
            # what was under way is finished: it is not done again
            until(lambda: not any(client.run(at_work).values()))
        left = [one.name for one in (run / "shards").iterdir()]
        assert sorted(left) == shards_in(run)
        assert 0 < len(left) < SIXTEEN
        before = {name: (run / "shards" / name).stat().st_mtime_ns for name in left}
        again = subprocess.run(there, capture_output=True, check=True, timeout=900)
    alone = subprocess.run(
        [*tool, "--format", "json"], capture_output=True, check=True, timeout=900
    )
    assert again.stdout == alone.stdout
    after = {name: (run / "shards" / name).stat().st_mtime_ns for name in shards_in(run)}
    assert len(after) == SIXTEEN
    assert before.items() <= after.items()


SIXTEEN = 16


def long_pages() -> dict[str, str | bytes]:
    text = "".join(
        f"<p>Le {number}e poirier du verger mûrit au soleil, puis on le cueille.</p>"
        for number in range(60)
    )
    return {f"page-{number}.html": page(text, title=f"Page {number}") for number in range(144)}
