"""Real use, run once by hand: very many files, runs on one cache at once, a full disk, kills at random moments.

    python benchmarks/real_use.py many [--files 100000] [--jobs N]
    python benchmarks/real_use.py shared [--runs 10]
    python benchmarks/real_use.py full FOLDER     # of a small file system that this fills
    python benchmarks/real_use.py killed [--times 100] [--seed 1]

The exit status is 1 when something that docs/security.md promises did not hold.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

COMMAND = [sys.executable, "-P", "-m", "seo_audit", "--isolated", "--exit-zero"]
PARAGRAPH = (
    "La fontaine numéro {number} coule de nouveau depuis lundi. Un maçon du bourg a trouvé la fuite, "
    "puis il a remonté les pierres une à une, et les enfants y remplissent leurs gourdes.\n\n"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["many", "shared", "full", "killed"])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.what == "many":
            return many(folder, given.files, given.jobs)
        if given.what == "shared":
            return shared(folder, given.runs)
        if given.what == "full":
            return full(Path(given.folder))
        return killed(folder, given.times, random.Random(given.seed))


def articles(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        text = f"# La fontaine {number}\n\n" + PARAGRAPH.format(number=number) * (1 + number % 3)
        (folder / f"fontaine-{number:06}.md").write_text(text, "utf-8")


def run(folder: Path, *options: str) -> tuple[int, float, float, float]:
    """Status, seconds on the clock, seconds of processor time, megabytes at most in one process."""
    began = time.monotonic()
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [*COMMAND, *options], cwd=folder, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.monotonic() - began
    return process.returncode, clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def many(folder: Path, count: int, jobs: int) -> int:
    articles(folder / "content", count)
    outputs = ("--format", "json=r.json", "--format", "sarif=r.sarif", "--format", "text=r.txt")
    bad = 0
    for cache in ("--no-cache", "--cache-dir=cache", "--cache-dir=cache"):
        status, clock, cpu, megabytes = run(folder, cache, f"--jobs={jobs}", *outputs, "content")
        sizes = ", ".join(
            f"{(folder / one).stat().st_size / 1e6:.0f}" for one in ("r.json", "r.sarif", "r.txt")
        )
        print(
            f"{count} files, {cache}: status {status}, {clock:.0f} s, {cpu:.0f} s of processor time "
            f"({1e3 * cpu / count:.1f} ms a file), {megabytes:.0f} MB; reports {sizes} MB",
            flush=True,
        )
        print((folder / "errors").read_text("utf-8").strip()[:300], flush=True)
        bad += status != 0
    return bool(bad)


def shared(folder: Path, runs: int) -> int:
    articles(folder / "content", 300)
    alone = subprocess.run(
        [*COMMAND, "--no-cache", "--format", "json", "content"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    processes = [
        subprocess.Popen(
            [*COMMAND, "--cache-dir", "cache", "--format", "json", "content"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(runs)
    ]
    told = [process.communicate() for process in processes]
    same = sum(out == alone.stdout for out, _ in told)
    silent = sum(not errors for _, errors in told)
    entries = sum(1 for _ in files(folder / "cache"))
    print(
        f"{runs} runs on one cache: {same} as without one, {silent} silent, {entries} files left in it"
    )
    return int(same != runs or silent != runs)


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def full(folder: Path) -> int:
    """On a small file system: the report that was there stays whole, and the cache is passed over."""
    work = folder / "work"
    articles(work, 20)
    (work / "r.json").write_text("as it was")
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"0" * 4096)
        except OSError:
            pass
    bad = 0
    for options, wanted in (
        (("--no-cache", "--format", "json=r.json", "."), 2),
        (("--cache-dir", "cache", "--format", "json", "."), 0),
        (("--no-cache", "--write-baseline", "base.json", "."), 2),
    ):
        done = subprocess.run([*COMMAND, *options], cwd=work, capture_output=True, check=False)
        kept = (work / "r.json").read_text() == "as it was"
        left = [path.name for path in files(work) if path.name.startswith(".")]
        fine = done.returncode == wanted and kept and not left
        bad += not fine
        print(
            f"{' '.join(options)}: status {done.returncode}, report kept {kept}, left over {left}, "
            f"said {done.stderr.decode().strip()[:120]!r}"
        )
    ballast.unlink()
    done = subprocess.run(
        [*COMMAND, "--no-cache", "--format", "json=r.json", "."], cwd=work, check=False
    )
    whole = json.loads((work / "r.json").read_bytes())
    print(f"with room again: status {done.returncode}, {len(whole['articles'])} articles")
    return int(bad or done.returncode != 0)


def killed(folder: Path, times: int, chance: random.Random) -> int:
    articles(folder / "content", 60)
    options = (
        "--cache-dir",
        "cache",
        "--format",
        "json=r.json",
        "--format",
        "html=r.html",
        "content",
    )
    status, clock, _, _ = run(folder, "--no-cache", *options[2:])
    whole = reports(folder)
    ended = broken = 0
    orphans = 0
    for number in range(times):
        jobs = () if number % 2 else ("--jobs", "2")
        process = subprocess.Popen(
            [*COMMAND, *jobs, *options],
            cwd=folder,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0, clock))
        if process.poll() is not None:
            ended += 1
        process.send_signal(signal.SIGKILL)
        process.wait()
        broken += reports(folder) != whole
        # workers go when they see that their parent is gone
        for _ in range(100):
            if not alive(process.pid):
                break
            time.sleep(0.1)
        else:
            orphans += 1
    left = sorted(path.name for path in files(folder) if path.name.startswith("."))
    again, _, _, _ = run(folder, *options)
    print(
        f"{times} kills ({ended} came too late): {broken} times a report was neither old nor whole, "
        f"{orphans} times a worker stayed, {len(left)} files left over; then status {again}, "
        f"reports {'as before' if reports(folder) == whole else 'DIFFERENT'}"
    )
    return int(bool(status or broken or orphans or again or reports(folder) != whole))


def reports(folder: Path) -> Sequence[bytes]:
    return [(folder / name).read_bytes() for name in ("r.json", "r.html")]


def alive(group: int) -> bool:
    """Whether a process of that group is there, zombies left out."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
