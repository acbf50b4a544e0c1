"""Reports on a site: each tells the findings, nothing a page holds gets out of its place."""

import csv
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from site_samples import page, written
from tables import each_row

from seo_audit import Config, plugins
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.site_report import SiteReport, SiteView

HOSTILE = (
    '=cmd|"/c calc"!A1 <script>alert(1)</script> ]]> ::error::x @moi \u202e | </details> {{ 7*7 }}'
)
NAMES = plugins.site_report_names()


@cache
def audited() -> tuple[SiteReport, tuple[object, ...]]:
    """A hostile site: a title that is a formula, a script, a command; broken links; a page with an odd name."""
    text = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    files: dict[str, str | bytes] = {
        "index.html": page(
            f'<a href="a.html">{text}</a> <a href="/=1+1?x">zut</a> <a href="b%20%3Cb%3E.html">b</a>',
            title=text,
        ),
        "a.html": page("<p>Une page.</p>", title=text),
        "b <b>.html": page("<p>Une page.</p>", title=text),
    }
    with TemporaryDirectory() as name:
        folder = written(Path(name) / "site", files)
        with examined(SiteRequest((str(folder),), config=Config(), jobs=1)) as found:
            return found.report, tuple(found.details())


def rendered(name: str, **more: object) -> bytes:
    report, details = audited()
    view = SiteView(rules=plugins.KnownRules(), details=lambda: details, **more)  # type: ignore[arg-type, return-value]
    chunks = plugins.site_report(name).render(report, view)
    return b"".join(one if isinstance(one, bytes) else one.encode() for one in chunks)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_each_is_made_and_the_same_again(name: str, language: str) -> None:
    assert len(rendered(name, language=language)) > 100
    assert rendered(name, language=language) == rendered(name, language=language)


@each_row("name", sorted({*NAMES} - {"xlsx", "parquet", "json", "csv", "html"}))
def test_nothing_moves_the_cursor_or_gives_commands(name: str) -> None:
    text = rendered(name).decode()
    assert "\u202e" not in text
    assert not re.search(r"^::error::x", text, re.MULTILINE)


def test_html_runs_and_fetches_nothing() -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[tuple[str, dict[str, str | None]]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen.append((tag, dict(attrs)))

    text = rendered("html").decode()
    tags = Tags()
    tags.feed(text)
    assert sum(tag == "script" for tag, _ in tags.seen) == 2
    assert not [attrs for _, attrs in tags.seen if any(name.startswith("on") for name in attrs)]
    assert not [
        attrs
        for tag, attrs in tags.seen
        if attrs.get("src") or (tag == "link" and attrs.get("href") != "data:,")
    ]
    data = re.search(
        r'<script type="application/json" id="details">(.*?)</script>', text, re.DOTALL
    )
    assert data
    own = json.loads(data[1])
    assert set(own["pages"]) == {"p0", "p1", "p2"}
    assert all(f'id="{name}"' in text for name in own["pages"])
    assert "{{" not in re.sub(r"\{\{ 7\*7", "", text)


def test_tables_hold_a_row_a_place_and_no_formula() -> None:
    report, _ = audited()
    places = sum(len(found.spots) for found in report.findings)
    rows = list(csv.reader(io.StringIO(rendered("csv").decode("utf-8-sig"))))
    assert len(rows) - 1 == places
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    book = load_workbook(io.BytesIO(rendered("xlsx")))
    assert book.properties.created.year == 1980, (
        "the hour would make other bytes of the same report"
    )
    assert book.sheetnames[:2] == ["site", "pages"]
    assert set(book.sheetnames[2:]) == {found.rule for found in report.findings}
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    with TemporaryDirectory() as name:
        path = Path(name, "r.parquet")
        path.write_bytes(rendered("parquet"))
        assert duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone() == (
            places,
        )


def test_a_large_workbook_holds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def cells() -> list[object]:
        book = load_workbook(io.BytesIO(rendered("xlsx")))
        found: list[object] = [
            cell.value for sheet in book for row in sheet.iter_rows() for cell in row
        ]
        return [*book.sheetnames, book.properties.created, *found]

    held = cells()
    monkeypatch.setattr("seo_audit.reports.site.xlsx.MANY", 0)
    assert cells() == held
    assert rendered("xlsx") == rendered("xlsx")


def test_machines_read_them() -> None:
    report, _ = audited()
    rules = {found.rule for found in report.findings}
    log = json.loads(rendered("sarif"))
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == rules
    suite = ET.fromstring(rendered("junit"))
    assert {case.get("name") for case in suite.iter("testcase")} == rules
    entries = json.loads(rendered("gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == len(report.findings)
    lines = rendered("concise").decode().splitlines()
    assert len(lines) == sum(len(found.spots) for found in report.findings)
    data = json.loads(rendered("json"))
    assert [one["rule"] for one in data["findings"]] == [found.rule for found in report.findings]


def test_the_screen_is_a_screen() -> None:
    text = rendered("text").decode()
    assert len(text.splitlines()) < 60
    assert "D’abord" in text
    assert all(len(line) <= 100 or "/" in line for line in text.splitlines())


def test_the_page_names_no_option_and_no_folder_of_the_machine() -> None:
    text = rendered("html").decode()
    seen = re.sub(r"<(script|style)[ >].*?</\1>|<!--.*?-->", "", text, flags=re.DOTALL)
    report, _ = audited()
    assert not report.outcome.passed
    assert "corrigez-" in seen
    assert not re.search(r"--[a-z]", seen)
    assert "<h1>site</h1>" in seen
    assert str(Path(report.name).parent) not in text
    words = sys.modules["seo_audit.reports.site.html.words"].WORDS
    assert not [one for one in words.values() if re.search(r"--[a-z]", one.fr + one.en)]


@each_row(
    ("name", "url", "said"),
    [
        ("/home/claire/clients/dupont", None, "dupont"),
        ("public/", None, "public"),
        ("public", "https://exemple.fr", "https://exemple.fr"),
        (".", None, Path.cwd().name),
        ("..", None, Path.cwd().parent.name),
    ],
)
def test_a_site_is_called_by_its_address_or_its_folder(
    name: str, url: str | None, said: str
) -> None:
    report, _ = audited()
    own = replace(report, name=name, url=url)
    for format_ in ("html", "markdown"):
        chunks = plugins.site_report(format_).render(own, SiteView(rules=plugins.KnownRules()))
        assert said in "".join(chunks).replace("\\", "")
    html = "".join(plugins.site_report("html").render(own, SiteView(rules=plugins.KnownRules())))
    assert f"<h1>{said}</h1>" in html
