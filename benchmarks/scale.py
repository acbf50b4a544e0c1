"""What a site's shards cost, whoever does them: processes, a process pool, Dask, Ray; and what memory they take.

    python benchmarks/scale.py FOLDER [--pages 1000] [--sizes 100,500,1000,2000] [--only-dask]
    python benchmarks/scale.py FOLDER --memory [--pages 10000]

FOLDER holds real HTML pages; copies of them, each with its own name, addresses and some words of its own, make the
site. Shards of the first size are done in every way (by Ray where it is installed), those of the others, and all with
`--only-dask`, on one Dask worker; one of each size is full, so there may be more pages than were asked for. Where the
machine has other work, compare processor times, and those within one run. The last table is computed, not measured: it
says with what.

`--memory` audits a site on one Dask worker and prints, each thousand pages, what that worker and this process hold.
"""

import argparse
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from typing import Any

import psutil
from distributed import Client
from msgspec import Struct

from seo_audit.config.config import Config
from seo_audit.config.nearest import Given
from seo_audit.site import cluster, shard, workers
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.shard import Shard, audit_shard, shards_of
from seo_audit.site.sources import folders

MILLION = 1_000_000
JOINS = 2
"""Minutes for the joins and the rules of a million pages: `site.py --join` took 115 s over made records of 8 links each."""
WORKERS = (1, 2, 4, 8, 16, 32, 64)
WITHOUT_PROFILES = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
"""As docs/scale.md starts workers: what Dask keeps of an hour's profiles grew by 27 MiB each thousand pages."""
THOUSAND = 1000
MEBI = 1 << 20


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--sizes", default="100,500,1000,2000")
    parser.add_argument("--only-dask", action="store_true")
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if given.memory:
            _copies(given.folder, work / "public", given.pages or 10 * THOUSAND)
            _memory(work)
            return
        sizes = [int(size) for size in given.sizes.split(",")]
        _table(
            [
                _measured(
                    given.folder,
                    work,
                    size,
                    given.pages or THOUSAND,
                    others=not number and not given.only_dask,
                )
                for number, size in enumerate(sizes)
            ]
        )


# -- the site

_BETWEEN_TAGS = re.compile(r">([^<>{}]+)<")
_WORD = re.compile(r"\b[a-zà-ÿ]{7,}\b")
_ADDRESS = re.compile(r"(\bhref=[\"']?)(?=/|https?:)")
ONE_IN = 8
"""Of the longer words of a copy, one in so many is its own: what is remembered of words is not all known before."""


def _copies(source: Path, root: Path, pages: int) -> None:
    """A site of so many pages: copies of real ones, with names, addresses and some words of their own."""
    found = sorted(path for path in source.rglob("*.html") if path.stat().st_size < 1_000_000)
    texts = [path.read_text("utf-8", "replace") for path in found]
    root.mkdir(parents=True)
    for number in range(pages):
        name = "index" if not number else f"{number % 100:02}/page-{number:06}"
        place = root / f"{name}.html"
        place.parent.mkdir(exist_ok=True)
        place.write_text(_copy(texts[number % len(texts)], number), "utf-8")


def _copy(text: str, number: int) -> str:
    own = "".join(chr(ord("a") + int(digit)) for digit in str(number))

    def changed(match: re.Match[str]) -> str:
        seen = iter(range(1 << 30))
        return _WORD.sub(lambda word: word[0] + ("" if next(seen) % ONE_IN else own), match[0])

    return _ADDRESS.sub(rf"\g<1>/copie-{number}/", _BETWEEN_TAGS.sub(changed, text))


def _shards(root: Path, run: Path) -> tuple[list[Shard], ShardConfiguration]:
    configuration = ShardConfiguration(
        "built", str(root), str(run), given=Given(files=False), config=Config()
    )
    found = folders.find([str(root)], excluded=lambda _: False, with_digests=True)
    return list(shards_of(found.members, configuration)), configuration


# -- pages a second


class Cost(Struct, frozen=True):
    """What shards took: pages, seconds of wall time, seconds of processor time of all processes together."""

    pages: int
    wall: float
    processor: float

    @property
    def a_page(self) -> float:
        """Milliseconds of processor time."""
        return 1000 * self.processor / self.pages


class Measured(Struct, frozen=True):
    """Of shards of one size: what each way took, and bytes that travel and that are kept, each for a page."""

    size: int
    costs: dict[str, Cost]
    moved: float
    kept: float


def _measured(source: Path, work: Path, size: int, pages: int, others: bool) -> Measured:
    """Have a site done in each way; a line for each as it comes. Without the `others`, on one Dask worker only."""
    pages = max(pages, size)
    shard.LARGEST, shard.FEWEST = size, 1
    work /= str(size)
    root = work / "public"
    _copies(source, root, pages)
    shards, configuration = _shards(root, work / "none")
    largest = max(len(one.members) for one in shards)
    print(f"\n{pages:,} pages in {len(shards)} shards, the largest of {largest}", flush=True)
    costs = {}
    for way, done in _ways(work) if others else [_on_dask(work, 1)]:
        run = work / way.replace(" ", "-")
        try:
            with done as by:
                cost = costs[way] = _cost(root, run, by)
        except Exception as error:  # noqa: BLE001  Ray gives up on a busy machine: the others count
            print(f"  {way:24} {error}")
            continue
        print(
            f"  {way:24} {cost.pages / cost.wall:6.1f} pages a second, {cost.a_page:6.1f} ms of processor time a page,"
            f" {cost.processor / cost.wall:4.2f} processors at work",
            flush=True,
        )
    moved = sum(len(pickle.dumps((one, configuration))) + len(one.name) for one in shards) / pages
    files = [path for path in (run / "shards").rglob("*") if path.is_file()]
    kept = sum(path.stat().st_size for path in files) / pages
    print(f"  a page: {moved:.0f} bytes to a worker and back, {kept:,.0f} kept on the disk")
    return Measured(size, costs, moved, kept)


Way = tuple[str, AbstractContextManager[workers.Done]]


def _ways(work: Path) -> Iterator[Way]:
    yield "this process", nullcontext(partial(workers.done_here, 1))
    yield "two processes", nullcontext(partial(workers.done_here, 2))
    yield "ProcessPoolExecutor, 2", nullcontext(_by_pool)
    try:
        import ray
    except ImportError:
        print("  Ray is not installed: left out")
    else:
        yield "Ray, 2", _with_ray(ray)
    for number in (1, 2):
        yield _on_dask(work, number)


def _on_dask(work: Path, number: int) -> Way:
    return f"Dask, {number}", _by_dask(work, number)


def _cost(root: Path, run: Path, done: workers.Done) -> Cost:
    """What a site's shards take, the start of processes included, that of a cluster not."""
    (run / "shards").mkdir(parents=True)
    shards, configuration = _shards(root, run)
    before, start = _processor_times(), time.perf_counter()
    names = workers.audit_all(shards, configuration, done, lambda _: None)
    wall, after = time.perf_counter() - start, _processor_times()
    assert len(names) == len(shards)
    processor = sum(spent - before.get(one, 0.0) for one, spent in after.items())
    return Cost(sum(len(one.members) for one in shards), wall, processor)


def _processor_times() -> dict[int, float]:
    """Seconds of processor time by process: this one with those it waited for, and what lives below it."""
    own = os.times()
    found = {os.getpid(): own.user + own.system + own.children_user + own.children_system}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):  # gone meanwhile
            times = process.cpu_times()
            found[process.pid] = times.user + times.system
    return found


def _by_pool(
    shards: Sequence[Shard], configuration: ShardConfiguration
) -> Iterable[tuple[Shard, str]]:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        yield from zip(shards, pool.map(audit_shard, shards, repeat(configuration)), strict=True)


@contextmanager
def _by_dask(work: Path, number: int) -> Iterator[workers.Done]:
    with _cluster(work, number) as (address, _):
        yield partial(cluster.done_on, address)


@contextmanager
def _with_ray(ray: Any) -> Iterator[workers.Done]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        yield partial(_by_ray, ray)
    finally:
        ray.shutdown()


def _by_ray(
    ray: Any, shards: Sequence[Shard], configuration: ShardConfiguration
) -> Iterable[tuple[Shard, str]]:
    remote = ray.remote(audit_shard).remote
    return zip(shards, ray.get([remote(one, configuration) for one in shards]), strict=True)


def _table(all_measured: Sequence[Measured]) -> None:
    """From the processor time on one worker: what a million pages would take."""
    print(
        "\nA million pages, computed: a worker has a processor like this one for itself, and spends on a page"
    )
    print(
        "what one Dask worker did above; shards are given out until the last is done, and the joins take"
    )
    print(f"{JOINS} minutes on one machine. In minutes:")
    print("  workers" + "".join(f"{f'shards of {one.size}':>16}" for one in all_measured))
    for number in WORKERS:
        row = (_minutes(one, number) for one in all_measured)
        print(f"  {number:7}" + "".join(f"{minutes:16,.0f}" for minutes in row))


def _minutes(one: Measured, number: int) -> float:
    """Minutes of so many workers: whole rounds of shards, since the last one is waited for."""
    shards = -(-MILLION // one.size)
    rounds = -(-shards // number)
    return rounds * one.size * one.costs["Dask, 1"].a_page / 60_000 + JOINS


# -- memory


def _memory(work: Path) -> None:
    """Print what a worker and this process hold, each thousand pages and at the end."""
    print("pages     worker MiB (most)   this process MiB (most)")
    with _cluster(work, 1) as (address, (worker,)):
        at_work, here = psutil.Process(worker), psutil.Process()
        with _watched(at_work) as of_worker, _watched(here) as of_here:
            told = 0

            def tell(label: str) -> None:
                cells = [f"{held():8.0f} ({most():.0f})" for held, most in (of_worker, of_here)]
                print(f"{label:8} {cells[0]:>18} {cells[1]:>24}", flush=True)

            def step(done: int, _total: int) -> None:
                nonlocal told
                if done // THOUSAND > told:
                    told = done // THOUSAND
                    tell(f"{done}")

            tell("start")
            request = SiteRequest(
                (str(work / "public"),),
                config=Config(),
                run=work / "run",
                workers=address,
                step=step,
            )
            with examined(request) as found:
                tell(f"joined, {len(found.report.pages)} pages")


@contextmanager
def _watched(process: psutil.Process) -> Iterator[tuple[Callable[[], float], Callable[[], float]]]:
    """What gives the MiB that a process holds now, and the most since that was asked last."""
    most, over = 0.0, Event()

    def held() -> float:
        return float(process.memory_info().rss) / MEBI

    def watch() -> None:
        nonlocal most
        while not over.wait(0.2):
            most = max(most, held())

    def most_since() -> float:
        nonlocal most
        found, most = max(most, held()), 0.0
        return found

    thread = Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield held, most_since
    finally:
        over.set()
        thread.join()


# -- a cluster


@contextmanager
def _cluster(work: Path, number: int) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and so many workers of one thread on loopback: its address, the workers' processes."""
    work.mkdir(parents=True, exist_ok=True)
    said = work / f"scheduler-{number}"
    python = [sys.executable, "-m"]
    host = ["--host", "127.0.0.1", "--no-dashboard"]
    options = [*host, "--port", "0", "--scheduler-file", str(said)]
    started = [_started([*python, "distributed.cli.dask_scheduler", *options])]
    try:
        while not said.exists() or not said.read_text("utf-8").endswith("}"):
            time.sleep(0.1)
        address = str(json.loads(said.read_text("utf-8"))["address"])
        one = [*python, "distributed.cli.dask_worker", address, *host, "--nthreads", "1"]
        started += [_started([*one, "--no-nanny"], **WITHOUT_PROFILES) for _ in range(number)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=120)
        yield address, [process.pid for process in started[1:]]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def _started(command: Sequence[str], **variables: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        env=os.environ | variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the cluster ends with this
    main()
