"""What a site costs: `python benchmarks/site.py FOLDER` of a real built site, `--records N` for joins of N made records,
`--report N` for the HTML report on N made pages: its size, what it takes to make and, in Chromium, to open and to filter.

Each part says processor seconds and the most memory of its process; each of the joins and of the rules has a line. The
map is what a first run takes beyond one that finds the records there.
Records are made from the folder's own: each copy k of a page stands under /k/ (the first at the root: its home page is
the site's), with titles and texts of its own, links within its copy, and one link in fifty to one of five others, so that
the copies hang together as a tree; links to other sites stay what they are. As on a site of so many pages, all copies use
the template's scripts, style sheets and icons, and the images that more than half of the folder's pages show; other
images, sounds and files lie in the copy.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from seo_audit import plugins
from seo_audit.config.config import Config
from seo_audit.site import joined, judging, unchanged
from seo_audit.site.addresses.references import Base, base_of
from seo_audit.site.job import Examined
from seo_audit.site.joins import joining, targets
from seo_audit.site.joins.tables import Store
from seo_audit.site.pages import similarity
from seo_audit.site.pages.record import Member
from seo_audit.site.request import Asked, SiteRequest
from seo_audit.site.site_report import SiteView
from seo_audit.site.sources.found import Found
from seo_audit.site.sources.site_files import SiteFiles

TABLES = ("pages", "mentions", "facts", "findings", "texts")
COPIES = 200
"""Copies of the folder's pages in one made shard."""
SHARED = (
    "(kind IN ('script', 'style', 'icon') OR kind = 'image' AND address IN (FROM template_images))"
)
"""What all copies of the folder use (SQL)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--records", type=int, action="append", default=[])
    parser.add_argument("--report", type=int, action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run = work / "run"
        plain = ("--isolated", "--exit-zero", "--jobs", "1", "--format", "json")
        alone = seo_audit(*plain, "--no-cache", options.folder)
        told("articles alone", *alone)
        site = ("site", options.folder, *plain)
        whole = seo_audit(*site)
        told("the site", *whole)
        print(f"the site / its articles alone: {whole[0] / alone[0]:.2f}", flush=True)
        first = seo_audit(*site, "--run", str(run))
        told("the site, first run", *first)
        (run / unchanged.FILE).unlink()
        joins = seo_audit(*site, "--run", str(run))
        told("its records there, joined and judged anew", *joins)
        start = seo_audit("--version")
        mapped = (first[0] - joins[0]) / (alone[0] - start[0])
        print(f"the map / its articles alone: {mapped:.2f}", flush=True)
        again = seo_audit(*site, "--run", str(run))
        told("the site, again", *again)
        print(f"first run / again: {first[0] / again[0]:.1f}", flush=True)
        kept = sum(file.stat().st_size for file in (run / "shards").rglob("*.parquet"))
        pages = count(run)
        print(f"kept: {kept / 1000 / pages:.1f} kB a page, {pages} pages", flush=True)
        for records in options.records:
            made = work / f"made-{records}"
            make(options.folder, run, made, records, pages)
            command = [sys.executable, __file__, "--join", str(made)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            print(
                f"joins of {records} records: {done.stdout.strip()}{done.stderr[-2000:]}",
                flush=True,
            )
            shutil.rmtree(made)
        for wanted in options.report:
            made = work / f"report-{wanted}"
            make(options.folder, run, made, wanted, pages)
            html_report(made, work)


def seo_audit(*arguments: str) -> tuple[float, int]:
    """Processor seconds of a run with its children, and megabytes of the largest of them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = f"import sys; sys.argv = ['seo-audit', *{list(arguments)!r}]; from seo_audit.__main__ import main; sys.exit(main())"
    subprocess.run(
        [sys.executable, "-c", code],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, after.ru_maxrss // 1024


def told(what: str, seconds: float, megabytes: int) -> None:
    print(f"{what}: {seconds:.1f} s, {megabytes} MB", flush=True)


def count(run: Path) -> int:
    files = str(run / "shards" / "*" / "pages.parquet")
    found = duckdb.execute(
        "SELECT count(*) FROM read_parquet(?) WHERE skipped = ''", [files]
    ).fetchone()
    assert found
    return int(found[0])


def make(source: str, run: Path, made: Path, records: int, pages: int) -> None:
    """Write shards with so many records, each with the addresses of the files that it uses."""
    connection = duckdb.connect()
    for name in TABLES:
        files = str(run / "shards" / "*" / f"{name}.parquet")
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{files}')")
    connection.execute("DELETE FROM pages WHERE skipped <> ''")
    url = json.loads((run / "findings.json").read_bytes())["url"]
    own = (base_of(url) if url else None) or Base()
    connection.execute("CREATE TABLE own AS SELECT ? AS host, ? AS base", [own.host, own.path])
    connection.execute(
        """CREATE TABLE files AS SELECT substr(file, length($1) + 1) AS address FROM glob($1 || '/**')
           WHERE NOT regexp_matches(file, '[.]html?$')""",
        [source.rstrip("/")],
    )
    connection.execute(
        """CREATE TABLE template_images AS SELECT address FROM mentions WHERE kind = 'image'
           GROUP BY ALL HAVING count(DISTINCT page) * 2 > (SELECT count(*) FROM pages)"""
    )
    wanted, copy = -(-records // pages), 0
    while copy < wanted:
        number = min(COPIES, wanted - copy)
        folder = made / f"{copy:08}"
        folder.mkdir(parents=True)
        connection.execute(
            f"""CREATE OR REPLACE TABLE k AS
                SELECT range + {copy} AS k, CASE WHEN k = 0 THEN '' ELSE k || '/' END AS root FROM range({number})"""
        )
        for name, query in copied(wanted).items():
            connection.execute(
                f"COPY ({query}) TO '{folder / name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
            )
        texts(connection, folder, copy)
        copy += number


def copied(copies: int) -> dict[str, str]:
    """The queries for the tables of the copies `k`, of so many in all."""
    mentions = f"""
        SELECT root || page AS page, * EXCLUDE (page, address, host, rooted, within, k, root),
            CASE WHEN within THEN '' ELSE host END AS host, NOT within AS rooted,
            CASE WHEN address = '' OR NOT within OR {SHARED} THEN address
            WHEN hash(page, number) % 50 = 0 AND k * 5 + 5 < {copies}
                THEN '/' || (k * 5 + 1 + hash(page, number, k) % 5) || address
            ELSE '/' || root || address[2:] END AS address,
            within AND (kind NOT IN ('a', 'canonical', 'alternate', 'refresh', 'crumb') OR address IN (FROM files)) AS is_file
        FROM (
            SELECT m.* EXCLUDE (address), m.host IN ('', own.host) AS within,
                CASE WHEN within AND rooted AND starts_with(address, base) THEN '/' || address[len(base) + 1:]
                ELSE address END AS address
            FROM mentions m, own
        ), k"""
    return {
        "pages": """SELECT root || path AS path, * EXCLUDE (path, title, text_hash, description, k, root),
            title || ' ' || k AS title, description || ' ' || k AS description,
            text_hash + k AS text_hash FROM pages, k""",
        "mentions": f"SELECT * EXCLUDE (is_file) FROM ({mentions})",
        "files": f"SELECT DISTINCT address FROM ({mentions}) WHERE is_file AND address <> ''",
        "facts": "SELECT root || page AS page, * EXCLUDE (page, thing, k, root), thing || k AS thing FROM facts, k",
        "findings": "SELECT root || page AS page, * EXCLUDE (page, k, root) FROM findings, k",
    }


def texts(connection: Any, folder: Path, seed: int) -> None:
    """Signatures of unrelated texts; one page in fifty is like the one before it."""
    rows = connection.execute("SELECT root || page FROM texts, k ORDER BY 1").fetchall()
    random = np.random.default_rng(seed)
    signatures = random.integers(
        0, 2**32, (len(rows), similarity.ROWS * similarity.BANDS), dtype=np.uint32
    )
    shingles = random.integers(0, 2**32, (len(rows), 40), dtype=np.uint32)
    for row in range(50, len(rows), 50):
        signatures[row], shingles[row] = signatures[row - 1], shingles[row - 1]
        shingles[row, :6] = 7
    columns = {
        "page": np.array([row[0] for row in rows], dtype=object),
        "signature": np.array([one.tobytes() for one in signatures], dtype=object),
        "shingles": np.array([one.tobytes() for one in shingles], dtype=object),
    }
    connection.register("made", columns)
    offsets = "list_transform(range(42), lambda n: n::INTEGER * 5) AS offsets"
    connection.execute(
        f"COPY (SELECT page, signature::BLOB AS signature, shingles::BLOB AS shingles, {offsets} FROM made)"
        f" TO '{folder / 'texts.parquet'}' (FORMAT parquet, COMPRESSION zstd)"
    )
    connection.unregister("made")


JOINS = (
    "_addresses", "_answers", "_files", "_redirects", "_sitemap", "_forbidden", "_mentions", "_parts", "_edges", "_pages",
    "_ways", "_images", "_pairs",
)  # fmt: skip
"""The steps of `joining.join`."""


class Clock:
    """Processor seconds by step; one lasts until the next begins."""

    def __init__(self) -> None:
        self._stamps: list[tuple[str, float]] = []

    def begin(self, step: str) -> None:
        self._stamps.append((step, time.process_time()))

    def before(self, module: Any, name: str, *, asked: bool = False) -> None:
        """Let a step begin where a function of a module is called: named as it is, or as what is `asked` of it."""
        called = getattr(module, name)

        def stamped(*given: Any, **named: Any) -> Any:
            self.begin(given[0] if asked else name.strip("_"))
            return called(*given, **named)

        setattr(module, name, stamped)

    def table(self) -> str:
        """A line for each step of a tenth of a second or more."""
        ends = [when for _, when in self._stamps[1:]] + [time.process_time()]
        spent = [(step, end - begun) for (step, begun), end in zip(self._stamps, ends, strict=True)]
        return "".join(f"\n  {step:24}{took:6.1f} s" for step, took in spent if took >= 0.1)


def join(made: Path) -> None:
    """The joins and the rules over made shards, in a process of their own."""
    clock = Clock()
    for name in JOINS:
        clock.before(joining, name)
    clock.before(targets, "resolve")
    clock.before(plugins, "site_rule", asked=True)
    steps: dict[str, float] = {}
    begun = time.process_time()
    clock.begin("prepare")
    with tempfile.TemporaryDirectory() as name, Store(Path(name), threads=2) as store:
        store.load(sorted(made.iterdir()))
        joining.prepare(store)
        base = Base("https", "exemple.fr", "/")
        # files that pages use are there: else each of them would be found missing on every copy
        rows = store.rows(
            "SELECT DISTINCT address FROM read_parquet(?)", str(made / "*" / "files.parquet")
        )
        around = joining.Surroundings({address[1:]: 1 for (address,) in rows})
        joining.join(store, base, around, lambda _: None, likely=0.35, least=0.5)
        steps["joined"] = round(time.process_time() - begun, 1)
        site = judging.JoinedSite(store, is_built=True, has_sitemap=False)
        findings, broken = judging.judge(site, Config())
        clock.begin("told")
        steps["judged"] = round(time.process_time() - begun, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rules: dict[str, int] = {}
    for found in findings:
        rules[found.rule] = rules.get(found.rule, 0) + 1
    told = {"seconds": steps, "MB": peak, "findings": rules, "broken": dict(broken)}
    print(json.dumps(told) + clock.table())


def html_report(made: Path, work: Path) -> None:
    """The HTML report on made pages: megabytes, seconds to make it, seconds in Chromium where there is one."""
    found = Found("built", str(work / "nowhere"), "made")
    files = str(made / "*" / "pages.parquet")
    rows = duckdb.execute("SELECT path FROM read_parquet(?)", [files]).fetchall()
    found.members = [Member(path) for (path,) in rows]
    config = Config(language="fr")
    request = SiteRequest((found.root,), config=config, url="https://exemple.fr/")
    asked = Asked(request, found, Path(found.root), config, None)
    (work / "tables").mkdir()
    with joined.opened(work / "tables", sorted(made.iterdir()), asked.root, None) as store:
        report = joined.report_of(store, asked, SiteFiles(found, []))
        own = Examined(report, config, asked.root, lambda: store)
        begun = time.process_time()
        view = SiteView(plugins.KnownRules(), details=own.details)
        text = "".join(plugins.site_report("html").render(report, view))
        seconds = time.process_time() - begun
    file = work / "report.html"
    file.write_text(text, "utf-8")
    size = file.stat().st_size / 1e6
    print(f"HTML of {len(report.pages)} pages: {size:.2f} MB, made in {seconds:.1f} s", flush=True)
    if CHROMIUM.exists() and find_spec("playwright"):
        print(f"in Chromium, milliseconds: {in_chromium(file)}", flush=True)


CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


def in_chromium(file: Path) -> dict[str, float]:
    """Milliseconds until a report can be used, and for a search, a sorting and a page's own findings to be drawn."""
    from playwright.sync_api import sync_playwright

    drawn = "requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)))"
    steps = {
        "search": "e = document.getElementById('text'); e.value = '/1/'; e.dispatchEvent(new Event('input'))",
        "sort": "document.querySelectorAll('#pages th button')[2].click()",
        "own findings": "document.querySelector('#pages tbody tr[id]').click()",
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(file.as_uri())
        found = {
            "open": page.evaluate(
                "performance.timing.loadEventEnd - performance.timing.navigationStart"
            )
        }
        for name, step in steps.items():
            found[name] = page.evaluate(
                f"new Promise(done => {{ const begun = performance.now(); let e; {step}; {drawn} }})"
            )
        browser.close()
    return {name: round(value) for name, value in found.items()}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--join"]:
        join(Path(sys.argv[2]))
    else:
        main()
