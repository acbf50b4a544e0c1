"""What a site costs: `python benchmarks/site.py FOLDER` of a real built site, `--records N` for joins of N made records.

Each part says processor seconds and the most memory of its process. Records are made from the folder's own: each copy
k of a page stands under /k/, with titles and texts of its own, links within its copy, and one link in fifty to the next.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from seo_audit.config.config import Config
from seo_audit.site import judging
from seo_audit.site.addresses.references import Base
from seo_audit.site.joins import joining
from seo_audit.site.joins.tables import Store
from seo_audit.site.pages import similarity

TABLES = ("pages", "mentions", "facts", "findings", "texts")
COPIES = 200
"""Copies of the folder's pages in one made shard."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--records", type=int, action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run = work / "run"
        told(
            "articles alone",
            *seo_audit(
                "--isolated", "--no-cache", "--exit-zero", "--format", "json", options.folder
            ),
        )
        site = [
            "site",
            options.folder,
            "--isolated",
            "--exit-zero",
            "--jobs",
            "1",
            "--format",
            "json",
        ]
        told("the site", *seo_audit(*site))
        told("the site, first run", *seo_audit(*site, "--run", str(run)))
        told("the site, again", *seo_audit(*site, "--run", str(run)))
        kept = sum(file.stat().st_size for file in (run / "shards").rglob("*.parquet"))
        pages = count(run)
        print(f"kept: {kept / 1000 / pages:.1f} kB a page, {pages} pages", flush=True)
        for records in options.records:
            made = work / f"made-{records}"
            make(run, made, records, pages)
            command = [sys.executable, __file__, "--join", str(made)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            print(
                f"joins of {records} records: {done.stdout.strip()}{done.stderr[-2000:]}",
                flush=True,
            )
            shutil.rmtree(made)


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


def make(run: Path, made: Path, records: int, pages: int) -> None:
    """Write shards with so many records."""
    connection = duckdb.connect()
    for name in TABLES:
        files = str(run / "shards" / "*" / f"{name}.parquet")
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{files}')")
    connection.execute("DELETE FROM pages WHERE skipped <> ''")
    wanted, copy = records // pages, 0
    while copy < wanted:
        number = min(COPIES, wanted - copy)
        folder = made / f"{copy:08}"
        folder.mkdir(parents=True)
        connection.execute(
            f"CREATE OR REPLACE TABLE k AS SELECT range + {copy} AS k FROM range({number})"
        )
        queries = {
            "pages": """SELECT k || '/' || path AS path, * EXCLUDE (path, title, text_hash, description),
                title || ' ' || k AS title, description || ' ' || k AS description,
                text_hash + k AS text_hash FROM pages, k""",
            "mentions": """SELECT k || '/' || page AS page, * EXCLUDE (page, address, host, rooted),
                '' AS host, false AS rooted, CASE WHEN address = '' THEN '' WHEN host <> '' AND kind = 'a' THEN '/ailleurs'
                ELSE '/' || CASE WHEN hash(page, number) % 50 = 0 THEN k + 1 ELSE k END || address END AS address
                FROM mentions, k""",
            "facts": "SELECT k || '/' || page AS page, * EXCLUDE (page) FROM facts, k",
            "findings": "SELECT k || '/' || page AS page, * EXCLUDE (page) FROM findings, k",
        }
        for name, query in queries.items():
            connection.execute(
                f"COPY ({query}) TO '{folder / name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
            )
        texts(connection, folder, copy)
        copy += number


def texts(connection: Any, folder: Path, seed: int) -> None:
    """Signatures of unrelated texts; one page in fifty is like the one before it."""
    rows = connection.execute("SELECT k || '/' || page FROM texts, k ORDER BY 1").fetchall()
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


def join(made: Path) -> None:
    """The joins and the rules over made shards, in a process of their own."""
    steps: dict[str, float] = {}
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as name, Store(Path(name), threads=2) as store:
        store.load(sorted(made.iterdir()))
        joining.prepare(store)
        base = Base("https", "exemple.fr", "/")
        joining.join(store, base, joining.Surroundings({}), lambda _: None, likely=0.35, least=0.5)
        steps["joined"] = round(time.process_time() - begun, 1)
        site = judging.JoinedSite(store, is_built=True, has_sitemap=False)
        findings, broken = judging.judge(site, Config())
        steps["judged"] = round(time.process_time() - begun, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rules: dict[str, int] = {}
    for found in findings:
        rules[found.rule] = rules.get(found.rule, 0) + 1
    print(json.dumps({"seconds": steps, "MB": peak, "findings": rules, "broken": dict(broken)}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--join"]:
        join(Path(sys.argv[2]))
    else:
        main()
