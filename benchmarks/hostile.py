"""Hostile articles through the real command: processor time, memory, and how each ends.

    python benchmarks/hostile.py [WORD...] [--slowest N] [--seconds 10] [--megabytes 1000]

Each article is audited alone, with a keyphrase, and written as JSON, HTML and SARIF, which other readers then
open. Words choose the cases whose name holds one of them. The exit status is 1 when a case takes more than the limits
or ends in anything but a report, or a refusal said in one line.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from hostile_inputs import CASES, KEYPHRASE, Case

PATIENCE = 300
"""Seconds after which a case is killed."""


@dataclass(frozen=True)
class Ran:
    case: Case
    size: int
    seconds: float
    megabytes: float
    end: str
    fine: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*")
    parser.add_argument("--slowest", type=int, default=0, help="show only the slowest so many")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--megabytes", type=float, default=1000)
    given = parser.parse_args()
    ran: list[Ran] = []
    # reports are opened in another process: what this one holds would count as memory of those it starts
    with ProcessPoolExecutor(1, get_context("spawn")) as reader:
        for case in CASES:
            name = case.name + case.suffix
            if given.words and not any(word in name for word in given.words):
                continue
            one = run(case, reader)
            ran.append(one)
            if not given.slowest:
                show(one)
    if given.slowest:
        for one in sorted(ran, key=lambda one: -one.seconds)[: given.slowest]:
            show(one)
    bad = [
        one
        for one in ran
        if not one.fine or one.seconds > given.seconds or one.megabytes > given.megabytes
    ]
    slowest = max(one.seconds for one in ran)
    largest = max(one.megabytes for one in ran)
    print(
        f"\n{len(ran)} cases: slowest {slowest:.1f} s, largest {largest:.0f} MB, {len(bad)} beyond the limits"
    )
    for one in bad:
        print(f"  BAD {one.case.name}{one.case.suffix}: {one.seconds:.1f} s, {one.end}")
    return 1 if bad else 0


def show(one: Ran) -> None:
    name = one.case.name + one.case.suffix
    mark = " " if one.fine else "!"
    print(
        f"{mark} {name:<40} {one.size:>9} {one.seconds:>7.2f} s {one.megabytes:>6.0f} MB  {one.end}",
        flush=True,
    )


def run(case: Case, reader: ProcessPoolExecutor) -> Ran:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = folder / f"article{case.suffix}"
        article.write_text(case.make(case.full), "utf-8", newline="")
        outputs = [f"{kind}={folder / f'out.{kind}'}" for kind in ("json", "html", "sarif")]
        command = [
            *(sys.executable, "-P", "-m", "seo_audit", str(article)),
            *("--isolated", "--no-cache", "--keyphrase", KEYPHRASE, "--exit-zero", "--lang", "en"),
            *(word for output in outputs for word in ("--format", output)),
        ]
        with (folder / "errors").open("wb") as errors:
            process = subprocess.Popen(command, stdout=errors, stderr=errors, cwd=folder)
            alarm = threading.Timer(PATIENCE, process.kill)
            alarm.start()
            _, status, usage = os.wait4(process.pid, 0)
            alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said = (folder / "errors").read_text("utf-8", "replace").strip()
        end, fine = reader.submit(ending, process.returncode, said, folder).result()
        return Ran(
            case,
            article.stat().st_size,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024,
            end,
            fine,
        )


def ending(status: int, said: str, folder: Path) -> tuple[str, bool]:
    """How a run ended, and whether that is well."""
    if status < 0:
        return f"killed: {signal.Signals(-status).name}", False
    if not (folder / "out.json").exists():
        return f"status {status}: {said[:200]}", False
    report = json.loads((folder / "out.json").read_bytes())
    json.loads((folder / "out.sarif").read_bytes())
    page = HTMLParser()
    page.feed((folder / "out.html").read_text("utf-8"))
    page.close()
    (article,) = report["articles"]
    if article["error"]:
        return f"refused: {article['error']}"[:100], status == 2
    broken = [verdict for verdict in article["verdicts"] if verdict["status"] == "broken"]
    if broken:
        return f"broken {broken[0]['rule']}: {broken[0]['error']}"[:100], False
    findings = sum(len(verdict["findings"]) for verdict in article["verdicts"])
    written = sum(path.stat().st_size for path in folder.glob("out.*")) / 1e6
    return f"{findings} findings, {written:.1f} MB written", status == 0


if __name__ == "__main__":
    sys.exit(main())
