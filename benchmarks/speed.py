"""Processor time of an audit: by length, beside Yoast's engine, by stage, at start-up, over many files.

    python benchmarks/speed.py [--yoast FOLDER] [--pages FOLDER] [--many 2000]

FOLDER of --yoast holds `audit.cjs`, a harness around the npm package yoastseo that takes `--bench`;
FOLDER of --pages holds real HTML pages. Figures are medians, beside Yoast the least mean of four rounds; compare ratios within one run.
"""

import argparse
import gc
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import seo_audit
from seo_audit import engine, plugins
from seo_audit.config.config import Config
from seo_audit.judging.gate import Gate, judge
from seo_audit.measures import Measures
from seo_audit.parsing import Parsing, parse
from seo_audit.rendering.summary import View, line
from seo_audit.source import Source

EXAMPLES = Path(__file__).parent.parent / "examples"
KEYPHRASE = "haie champêtre"


def article(words: int) -> str:
    """An HTML article of about so many words: the example's sections again and again, each with other words."""
    page = (EXAMPLES / "haie.html").read_text("utf-8")
    start, end = page.index("<h2>"), page.index("</article>")
    body, sections, number = page[:start], page[start:end], 0
    while len(re.sub(r"<[^>]+>", " ", body).split()) < words:
        number += 1
        for block in sections.split("\n"):
            if len(re.sub(r"<[^>]+>", " ", body).split()) >= words:
                break
            body += re.sub(r"(<h2>.*)</h2>", rf"\1, partie {number}</h2>", block) + "\n"
    return body + page[end:]


def median(work: Callable[[], object], runs: int = 7) -> float:
    """Milliseconds of processor time of one call, the first two left out."""
    times = []
    for _ in range(runs + 2):
        gc.collect()
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times[2:])


def steady(work: Callable[[], object], seconds: float = 3) -> float:
    """Milliseconds of processor time a call, warm, again and again: as the harness beside it counts, garbage included."""
    for _ in range(4):
        work()
    calls, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        work()
        calls += 1
    return 1000 * (time.process_time() - start) / calls


def audit_to_json(text: str, config: Config) -> str:
    """The whole line, as the command does it for one article."""
    report = engine.audit(Source(text, name="a.html"), config)
    view = View(rules=plugins.rules())
    outcome = judge(report, Gate())
    json_report = plugins.report("json")
    summary_line = line(report, outcome, view.language)
    assert summary_line
    entry: str = json_report.entry(report, outcome, view)
    return entry


def beside_yoast(folder: Path | None) -> None:
    print("\nprocessor time an article, keyphrase given, JSON out (ms)")
    print(f"{'words':>8}{'ours':>9}{'yoast':>9}{'ratio':>8}{'ours/word µs':>14}")
    config = Config(keyphrase=KEYPHRASE)
    for words in (475, 1000, 1900, 9800, 20_000):
        text = article(words)
        beside = folder if words not in (1000, 20_000) else None
        # in turn, since the machine is now busier and now less
        rounds = [
            (steady(partial(audit_to_json, text, config)), yoast(beside, text) if beside else None)
            for _ in range(4)
        ]
        # what else the machine does only adds
        ours = min(own for own, _ in rounds)
        theirs = min(other or 0 for _, other in rounds)
        shown = f"{theirs:9.0f}{theirs / ours:8.1f}" if theirs else f"{'–':>9}{'–':>8}"
        print(f"{words:8}{ours:9.1f}{shown}{1000 * ours / words:14.1f}")


def yoast(folder: Path, text: str) -> float | None:
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "a.html"
        page.write_text(text, "utf-8")
        command = ["node", "audit.cjs", str(page), "--keyphrase", KEYPHRASE, "--bench"]
        command += ["--seconds", "8", "--warmup", "4", "--scope", "assess"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = re.search(r'"?cpuMsPerArticle"?\s*:\s*([\d.]+)', done.stdout, re.IGNORECASE)
    if not found:
        print(done.stdout[-800:] or done.stderr[-400:])
    return float(found[1]) if found else None


def stages(folder: Path) -> None:
    from bs4 import BeautifulSoup

    pages = sorted(folder.glob("**/*.html"))
    names = ["bs4, lxml", "bs4, html.parser", "parse", "french", "rules", "json"]
    totals = dict.fromkeys(names, 0.0)
    config = Config()
    rules = plugins.rules()
    for path in pages:
        text = path.read_text("utf-8", "replace")
        source = Source(text, name="a.html")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for builder in ("lxml", "html.parser"):
                own = median(partial(BeautifulSoup, text, builder), 3)
                totals[f"bs4, {builder}"] += own
        totals["parse"] += median(lambda source=source: parse(source, Parsing(), "html"), 3)  # type: ignore[misc]
        document = parse(source, Parsing(), "html")
        settings = config.settings(document, rules)

        def french(document: seo_audit.Document = document) -> None:
            measures = Measures(document)
            _ = measures.syllable_count, measures.passives, measures.connectors, measures.language

        own = median(french, 3)
        totals["french"] += own
        judged = partial(engine.judge_document, document, settings)
        totals["rules"] += median(judged, 3) - own
        report = judged()
        entry = plugins.report("json").entry
        totals["json"] += median(partial(entry, report, judge(report, Gate()), View(rules)), 3)
    totals["whole audit"] = totals["parse"] + totals["french"] + totals["rules"]
    totals["with JSON"] = totals["whole audit"] + totals["json"]
    print(
        f"\n{len(pages)} real pages: processor time (ms, sum of medians), and how many times Beautiful Soup's own parse"
    )
    print(f"{'':>16}{'':>10}{'lxml':>8}{'html.parser':>13}")
    for name, took in totals.items():
        shares = took / totals["bs4, lxml"], took / totals["bs4, html.parser"]
        print(f"{name:>16}{took:10.0f}{shares[0]:8.2f}{shares[1]:13.2f}")


def spent(command: list[str], **variables: str) -> float:
    """Milliseconds of processor time of a command, to the microsecond: os.times() would count in hundredths of a second."""
    environment = {**os.environ, **variables}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # modules are compiled once, as where it is installed
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return 1000 * (used.ru_utime + used.ru_stime)


def cold_start() -> None:
    """Ours beside black: both read their file, and both find it in their cache."""
    tool, black = (str(Path(sys.executable).with_name(name)) for name in ("seo-audit", "black"))
    with tempfile.TemporaryDirectory() as place:
        for name in ("haie.md", "haie.html"):
            shutil.copy(EXAMPLES / name, place)
        small = str(Path(place, "small.py"))
        Path(small).write_text("x = 1\n", "utf-8")
        markdown, html = str(Path(place, "haie.md")), str(Path(place, "haie.html"))
        kept = ["--cache-dir", str(Path(place, "cache"))]
        plain = ["--no-cache", "--isolated"]
        formats = [black, "--quiet", "--check", small]
        # with what is known of the file, black does not look into it; without, it does, as we do with --no-cache
        unknown, known = "black, a small file", "black, an unchanged file"
        cases = {
            "python -c pass": ([sys.executable, "-c", "pass"], ""),
            "black --help": ([black, "--help"], ""),
            unknown: (formats, ""),
            known: (formats, ""),
            "--help": ([tool, "--help"], "black --help"),
            "a Markdown article": ([tool, "--exit-zero", *plain, markdown], unknown),
            "an HTML article": ([tool, "--exit-zero", *plain, html], unknown),
            "an unchanged article": ([tool, "--exit-zero", *kept, markdown], known),
        }
        took: dict[str, list[float]] = {name: [] for name in cases}
        for number in range(42):
            for name, (command, _) in cases.items():
                cache = Path(place, f"black-{number}" if name == unknown else "black")
                one = spent(command, BLACK_CACHE_DIR=str(cache))
                if number > 1:  # the first write compiled modules, and the cache
                    took[name].append(one)
    print("\ncold start (processor time, ms), beside bare Python and beside black doing the same")
    print("an article should take at most 1.3 times what black takes, --help no more than its own")
    middle = {name: statistics.median(times) for name, times in took.items()}
    for name, (_, beside) in cases.items():
        bare = middle[name] / middle["python -c pass"]
        ratio = f"{middle[name] / middle[beside]:7.2f}" if beside else f"{'–':>7}"
        print(f"{name:>26}{middle[name]:9.1f}{bare:7.1f}{ratio}  (fastest {min(took[name]):.1f})")


def many(count: int) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from seo_audit import audit_many\n"
        "paths = sorted(Path(sys.argv[1]).iterdir())\n"
        "for number, report in enumerate(audit_many(paths), 1):\n"
        "    if number in (200, len(paths)): print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            text = (EXAMPLES / "haie.html").read_text("utf-8").replace("haie", f"haie {number}")
            (Path(place) / f"{number:05}.html").write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", code, place], capture_output=True, text=True, check=True
        )
    early, late = map(int, done.stdout.split())
    print(
        f"\n{count} files in one run: {early} MiB after 200, {late} MiB at the end: {late / early:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--yoast", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--many", type=int, default=0)
    options = parser.parse_args()
    beside_yoast(options.yoast)
    if options.pages:
        stages(options.pages)
    cold_start()
    if options.many:
        many(options.many)


if __name__ == "__main__":
    main()
