"""The brief of `examples/`, with an article that meets it and one that fails each of its demands."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command_line import Run, runner

import seo_audit
from seo_audit import plugins
from seo_audit.brief.brief import KEYS
from seo_audit.brief.file import read

EXAMPLES = Path(__file__).parents[1].parent / "examples"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


def audited(run: Run, name: str) -> dict[str, Any]:
    ran = run(
        "--format",
        "json",
        "--brief",
        EXAMPLES / "brief.toml",
        EXAMPLES / "brief" / name,
        "--exit-zero",
    )
    data = ran.json()
    schema = json.loads(plugins.report("json").schema())
    jsonschema.validate(data, schema)
    article: dict[str, Any] = data["articles"][0]
    return article


def of_brief(article: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {
        verdict["rule"]: verdict["findings"]
        for verdict in article["verdicts"]
        if verdict["category"] == "brief"
    }


def test_brief_asks_everything() -> None:
    assert read(EXAMPLES / "brief.toml").asked == KEYS


@pytest.mark.slow
def test_the_article_that_meets_it(run: Run) -> None:
    article = audited(run, "article.md")
    graver = [
        finding["message"]
        for findings in of_brief(article).values()
        for finding in findings
        if finding["severity"] != "info"
    ]
    assert graver == []
    assert article["passed"]
    brief = article["brief"]
    assert brief["met"]
    assert [demand["key"] for demand in brief["demands"]] == list(KEYS)
    assert [demand["met"] for demand in brief["demands"]] == [True] * (len(KEYS) - 1) + [None]
    assert article["measures"]["words"] >= 700
    assert len(brief["reference"]["pages"]) == 3
    assert "Mémoire" in {fact["text"] for fact in brief["attributed"]}


def test_the_article_that_fails_each_demand(run: Run) -> None:
    article = audited(run, "article-refuse.md")
    assert not article["passed"]
    failing = {rule for rule, findings in of_brief(article).items() if findings}
    assert failing == set(of_brief(article))
    demands = {demand["key"]: demand["met"] for demand in article["brief"]["demands"]}
    assert [key for key, met in demands.items() if met] == ["maximum_words"]
    assert not article["brief"]["met"]


def test_too_long_is_the_one_demand_a_short_article_cannot_fail() -> None:
    brief = seo_audit.Config(brief=read(EXAMPLES / "brief.toml"))
    long = "La fontaine coule de nouveau. " * 250
    report = seo_audit.audit(long, brief, format="text")
    assert report.brief
    found = {demand.key: demand.met for demand in report.brief.demands}
    assert found["maximum_words"] is False


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "fr",
            ("Commande", "Sujets à traiter", "✗ pas respecté", "3 pages lues", "fonctionnement.md"),
        ),
        (
            "en",
            ("Brief", "To be spoken of", "✗ not met", "3 pages read", "Terms these pages share"),
        ),
    ],
)
def test_panel_of_the_html_report(run: Run, language: str, parts: tuple[str, ...]) -> None:
    where = EXAMPLES / "brief" / "article-refuse.md"
    ran = run("--format", "html", "--lang", language, "--brief", EXAMPLES / "brief.toml", where)
    page = ran.text.replace("\u00a0", " ")
    for part in parts:
        assert part in page, part


def test_there_is_no_panel_without_a_brief(run: Run) -> None:
    where = EXAMPLES / "brief" / "article-refuse.md"
    assert 'brief">Commande' not in run("--format", "html", where).text
    assert run("--format", "json", where).json()["articles"][0]["brief"] is None
