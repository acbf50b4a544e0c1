"""Pages a second of a site's shards: in this process, in two, on one and two Dask workers, on Ray where it is installed.

    python benchmarks/scale.py FOLDER [--pages 400] [--sizes 25,100,200]

FOLDER holds real HTML pages; copies of them, each with another name, make the site. Compare figures within one run: the
machine’s other work counts in all of them. The last table is computed, not measured: it says with what.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import copyfile

from distributed import Client

from seo_audit.config.config import Config
from seo_audit.config.nearest import Given
from seo_audit.site import cluster, shard, workers
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard, shards_of
from seo_audit.site.sources import folders

MILLION = 1_000_000
WORKERS = (1, 2, 4, 8, 16, 32, 64)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--sizes", default="25,100,200")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        root = Path(work, "public")
        _copies(given.folder, root, given.pages)
        best = 0.0
        for size in map(int, given.sizes.split(",")):
            shard.LARGEST = size
            shard.FEWEST = 1
            best = max(best, _measure(root, Path(work, str(size)), size))
        print(
            "\nA million pages, computed: the best rate of one worker above, shards shared evenly, a minute of joins"
        )
        for number in WORKERS:
            print(f"  {number:3} workers  {MILLION / best / number / 60 + 1:8.0f} minutes")


def _copies(source: Path, root: Path, pages: int) -> None:
    """A site of so many pages."""
    found = sorted(path for path in source.rglob("*.html") if path.stat().st_size < 1_000_000)
    root.mkdir()
    for number in range(pages):
        copyfile(found[number % len(found)], root / f"page-{number:06}.html")
    copyfile(found[0], root / "index.html")


def _measure(root: Path, work: Path, size: int) -> float:
    """Print a line for each way; pages a second of one Dask worker."""
    rates = {
        "this process": _rate(root, work / "one", partial(workers.done_here, 1)),
        "two processes": _rate(root, work / "two", partial(workers.done_here, 2)),
    }
    for number in (1, 2):
        with _cluster(work, number) as address:
            done = partial(cluster.done_on, address)
            rates[f"Dask, {number}"] = _rate(root, work / f"dask{number}", done)
    try:
        import ray
    except ImportError:
        print("Ray is not installed: left out")
    else:
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        rates["Ray, 2"] = _rate(root, work / "ray", partial(_by_ray, ray))
        ray.shutdown()
    shards, configuration = _shards(root, work / "size")
    moved = max(
        len(pickle.dumps((one, configuration))) for one in shards
    )  # what travels, not what is read
    print(
        f"shards of {size} pages at most: {len(shards)}, the largest {moved:,} bytes to a worker, 32 back"
    )
    for name, rate in rates.items():
        print(f"  {name:14} {rate:7.1f} pages a second")
    return rates["Dask, 1"]


def _shards(root: Path, run: Path) -> tuple[list[Shard], ShardConfiguration]:
    configuration = ShardConfiguration(
        "built", str(root), str(run), given=Given(files=False), config=Config()
    )
    found = folders.find([str(root)], excluded=lambda _: False, with_digests=True)
    return list(shards_of(found.members, configuration)), configuration


def _rate(root: Path, run: Path, done: workers.Done) -> float:
    """Pages a second of wall time, start-up of processes included."""
    (run / "shards").mkdir(parents=True)
    shards, configuration = _shards(root, run)
    start = time.perf_counter()
    names = workers.audit_all(shards, configuration, done, lambda _: None)
    assert len(names) == len(shards)
    return sum(len(one.members) for one in shards) / (time.perf_counter() - start)


def _by_ray(
    ray: object, shards: Sequence[Shard], configuration: ShardConfiguration
) -> Iterable[tuple[Shard, str]]:
    remote: Callable[..., object] = ray.remote(audit_shard).remote  # type: ignore[attr-defined]  # as installed
    names = ray.get([remote(one, configuration) for one in shards])  # type: ignore[attr-defined]
    return zip(shards, names, strict=True)


@contextmanager
def _cluster(work: Path, number: int) -> Iterator[str]:
    """A scheduler and so many workers of one thread on loopback; its address."""
    said = work / f"scheduler-{number}"
    python = [sys.executable, "-m"]
    options = [
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(said),
    ]
    started = [_started([*python, "distributed.cli.dask_scheduler", *options])]
    try:
        while not said.exists() or not said.read_text("utf-8").endswith("}"):
            time.sleep(0.1)
        address = str(json.loads(said.read_text("utf-8"))["address"])
        options = ["--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        one = [*python, "distributed.cli.dask_worker", address, *options]
        started += [_started(one) for _ in range(number)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=120)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def _started(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    main()
