"""Fixes in reports: the mark and the last line of the text, JSON, SARIF, HTML, suggested changes in Markdown."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from command_line import Run, runner

from seo_audit.rendering.fixes import closing, new_lines, shown_fix
from seo_audit.rule import Edit, Fix
from seo_audit.source import Source

ARTICLE = """# Le lavoir du bourg

La soeur du maire est là, `et` l’eau coule pour tous les voisins du bourg.

Il a dit "oui" à tous les voisins du bourg.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return runner(tmp_path, monkeypatch)


def test_the_text_marks_what_is_mended_and_says_how(run: Run) -> None:
    text = run("a.md").text
    marked = [line for line in text.splitlines() if "[*]" in line]
    assert len(marked) == 1
    assert "« soeur »" in marked[0].replace("\u00a0", " ")
    last = text.rstrip().splitlines()[-1].replace("\u00a0", " ")
    assert last == "1 constat est corrigeable : --fix (et 1 avec --unsafe-fixes)"
    run("--fix", "a.md")
    english = run("a.md", "--lang", "en").text.rstrip().splitlines()
    assert english[-1] == "1 finding has a suggestion: --fix --unsafe-fixes"
    run("--fix", "--unsafe-fixes", "a.md")
    assert "--fix" not in run("a.md").text


def test_several_are_counted_together(run: Run) -> None:
    Path("b.md").write_text(ARTICLE.replace('"oui"', "oui"), "utf-8")
    Path("c.md").write_text(ARTICLE.replace('"oui"', "oui"), "utf-8")
    text = run("b.md", "c.md").text.replace("\u00a0", " ")
    assert text.rstrip().endswith("2 constats sont corrigeables : --fix")
    assert run("b.md", "c.md").text.replace("\u00a0", " ") == text  # from the cache
    assert closing((), "fr") is None


def test_json_holds_the_edits(run: Run) -> None:
    found = {
        finding["excerpt"]: finding["fix"]
        for verdict in run("--format", "json", "a.md").json()["articles"][0]["verdicts"]
        for finding in verdict["findings"]
    }
    at = ARTICLE.index("oe")
    assert found["soeur"] == {
        "safe": True,
        "edits": [{"offset": at, "end_offset": at + 2, "text": "œ"}],
    }
    assert found['"oui"']["safe"] is False
    assert len(found['"oui"']["edits"]) == 2
    assert found[""] is None


def test_sarif_holds_the_replacements(run: Run) -> None:
    results = run("--format", "sarif", "a.md").json()["runs"][0]["results"]
    [fix] = next(one["fixes"] for one in results if one["ruleId"] == "ligatures")
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    assert change["artifactLocation"]["uri"] == "a.md"
    assert replacement["deletedRegion"]["startLine"] == 3
    assert replacement["deletedRegion"]["snippet"] == {"text": "oe"}
    assert replacement["insertedContent"] == {"text": "œ"}
    assert "fixes" not in next(one for one in results if one["ruleId"] == "word-count")


def test_the_page_shows_what_goes_and_comes(run: Run) -> None:
    page = run("--format", "html", "a.md").text
    shown = [unescape(one) for one in re.findall(r'<bdi class="src">(.*?)</bdi>', page)]
    assert "La s<del>oe</del><ins>œ</ins>ur du maire est là, `et`" in shown
    assert any("<ins>«⍽</ins>oui" in one for one in shown)
    assert "Corriger" in page


def test_markdown_suggests_a_line_where_it_is_one(run: Run) -> None:
    text = run("--format", "markdown", "a.md").text
    line = ARTICLE.splitlines()[2].replace("soeur", "sœur")
    assert f"\n\n  ```suggestion\n  {line}\n  ```\n" in text
    Path("b.md").write_text(ARTICLE.replace("`et`", "```` et````"), "utf-8")
    assert "\n  `````suggestion\n" in run("--format", "markdown", "b.md").text
    Path("c.md").write_text(ARTICLE + "\nMa soeur\nsa soeur\nleur soeur.\n" * 9, "utf-8")
    assert "leur sœur" not in run("--format", "markdown", "--select", "ligatures", "c.md").text


def test_changes_are_shown_in_their_lines() -> None:
    source = Source("un\n\ndeux trois\nquatre\n")
    [change] = shown_fix(Fix((Edit(9, 14, "\u00a0et\n"),)), source, "fr").changes
    assert (change.line, change.before, change.gone, change.come, change.after) == (
        3,
        "deux ",
        "trois",
        "⍽et⏎",
        "",
    )
    many = shown_fix(Fix(tuple(Edit(n, n, "x") for n in range(9)), safe=False), source, "en")
    assert (len(many.changes), many.more, many.why) == (6, 3, "")
    hostile = shown_fix(Fix((Edit(0, 0, "<" * 9999),)), source, "en").changes[0]
    assert len(hostile.come) < 200


def test_lines_that_come_or_go_are_no_new_lines() -> None:
    source = Source("un\r\ndeux\r\n")
    assert list(new_lines(Fix((Edit(1, 2, "N"), Edit(4, 4, "=> "))), source)) == [
        (1, "uN"),
        (2, "=> deux"),
    ]
    assert list(new_lines(Fix((Edit(1, 5, ""),)), source)) == []
    assert list(new_lines(Fix((Edit(1, 1, "\n"),)), source)) == []


def test_reports_stay_readable_json(run: Run) -> None:
    Path("a.md").write_text(ARTICLE + "\nUne\u2028soeur\x0b : `</script>` oui.\n", "utf-8")
    for name in ("json", "sarif"):
        json.loads(run("--format", name, "a.md").out)
