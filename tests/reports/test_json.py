"""The JSON report, against its schema and against what went in."""

import copy
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import report_samples as samples
from tables import each_row

from seo_audit import plugins

SCHEMA = json.loads(plugins.report("json").schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def rendered(*reports: Any, language: str = "fr") -> Any:
    view = samples.view("en" if language == "en" else "fr")
    return json.loads(samples.rendered("json", reports, view))


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "reports",
    [samples.every(), (), tuple(samples.many(60)), (samples.unjudged(),), (samples.unreadable(),)],
    ids=["every", "none", "many", "unjudged", "unreadable"],
)
def test_is_valid(reports: tuple[Any, ...]) -> None:
    data = rendered(*reports)
    VALIDATOR.validate(data)
    assert [one["path"] for one in data["articles"]] == [
        one.path.replace("\udce9", "\ufffd") for one in reports
    ]


def set_path(*path: str | int, value: Any) -> Callable[[Any], None]:
    def damage(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return damage


@each_row(
    "damage",
    [
        set_path("schema_version", value=1),
        set_path("summary", "articles", value=-1),
        set_path("summary", "mean_score", value=101),
        set_path("more", value=1),
        set_path("articles", 0, "score", value="beaucoup"),
        set_path("articles", 0, "score", value=50.5),
        set_path("articles", 0, "format", value="pdf"),
        set_path("articles", 0, "passed", value=0),
        set_path("articles", 0, "reasons", value="non"),
        set_path("articles", 0, "measures", value=None),
        set_path("articles", 0, "error", value="illisible"),
        set_path("articles", 0, "categories", "cuisine", value=3),
        set_path("articles", 0, "categories", "links", value=-3),
        set_path("articles", 0, "measures", "passive_share", value=1.2),
        set_path("articles", 0, "measures", "words", value=1.5),
        set_path("articles", 0, "measures", "textstat", "lix", value="haut"),
        set_path("articles", 0, "measures", "more", value=1),
        set_path("articles", 0, "verdicts", 2, "status", value="perhaps"),
        set_path("articles", 0, "verdicts", 2, "status", value="passed"),
        set_path("articles", 0, "verdicts", 2, "findings", value=[]),
        set_path("articles", 0, "verdicts", 2, "evidence", value="E"),
        set_path("articles", 0, "verdicts", 2, "score", value=2),
        set_path("articles", 0, "verdicts", 2, "findings", 0, "line", value=0),
        set_path("articles", 0, "verdicts", 2, "findings", 0, "severity", value="fatal"),
        set_path("articles", 0, "verdicts", 2, "findings", 0, "related", 0, "more", value=1),
        set_path("articles", 3, "score", value=12),
    ],
)
def test_schema_refuses(damage: Callable[[Any], None]) -> None:
    data = rendered(*samples.every())
    VALIDATOR.validate(data)
    damage(data)
    assert not VALIDATOR.is_valid(data)


def test_schema_asks_for_every_key() -> None:
    data = rendered(samples.poor())

    def check(path: tuple[str | int, ...]) -> None:
        here = data
        for key in path:
            here = here[key]
        for name in here:
            damaged = copy.deepcopy(data)
            there = damaged
            for key in path:
                there = there[key]
            del there[name]
            assert not VALIDATOR.is_valid(damaged), (path, name)

    check(())
    check(("summary",))
    check(("articles", 0))
    check(("articles", 0, "measures"))
    check(("articles", 0, "measures", "textstat"))
    check(("articles", 0, "verdicts", 2))
    check(("articles", 0, "verdicts", 2, "findings", 0))


def test_says_what_the_report_holds() -> None:
    report = samples.poor()
    (article,) = rendered(report)["articles"]
    assert [one["rule"] for one in article["verdicts"]] == [one.rule for one in report.verdicts]
    assert [one["status"] for one in article["verdicts"]].count("failed") == 8
    apart = [one["rule"] for one in article["verdicts"] if one["over_optimisation"]]
    assert apart == ["keyphrase-stuffing"]
    broken = article["verdicts"][0]
    assert (broken["status"], broken["score"]) == ("broken", None)
    assert broken["error"] == "ZeroDivisionError: division by zero"
    finding = article["verdicts"][2]["findings"][0]
    text = samples.TEXT
    start, end = finding["offset"], finding["end_offset"]
    assert text[start:end] == finding["excerpt"] == "#### Une panne de quatre ans"
    before = text[:start]
    assert finding["line"] == before.count("\n") + 1
    assert finding["column"] == len(before) - before.rfind("\n")
    assert finding["end_column"] == finding["column"] + len(finding["excerpt"])
    assert finding["related"][0]["line"] == 1
    whole = next(one for one in article["verdicts"] if one["rule"] == "word-count")["findings"][0]
    assert {whole[key] for key in ("line", "column", "end_line", "end_column", "offset")} == {None}
    assert article["measures"]["keyphrase_density"] == 4.08
    assert article["title"] == "La fontaine du village coule de nouveau"
    assert not article["passed"]
    assert len(article["reasons"]) == 3


def test_summary_counts_findings_by_their_own_severity() -> None:
    data = rendered(*samples.every())
    findings = [one for a in data["articles"] for v in a["verdicts"] for one in v["findings"]]
    summary = data["summary"]
    for severity in ("error", "warning", "info"):
        assert summary[severity + "s"] == sum(one["severity"] == severity for one in findings) > 0
    assert (summary["passed"], summary["failed"], summary["unreadable"]) == (2, 2, 2)
    assert summary["broken"] == 2
    assert (summary["lowest_score"], summary["mean_score"]) == (47, 65.3)


def test_no_article_has_no_score() -> None:
    summary = rendered()["summary"]
    assert summary["articles"] == 0
    assert summary["lowest_score"] is summary["mean_score"] is None


def test_an_unreadable_article_has_its_error_and_nothing_else() -> None:
    (article,) = rendered(samples.unreadable(), language="en")["articles"]
    assert article["error"] == "articles/absent.md: no such file"
    assert article["measures"] is article["score"] is article["format"] is None
    assert (article["verdicts"], article["passed"]) == ([], False)


def test_fixed_findings_are_counted() -> None:
    assert json.loads(samples.rendered("json", [], fixed=3))["summary"]["fixed"] == 3


def test_places_are_the_same_in_both_languages() -> None:
    def places(data: Any) -> list[Any]:
        return [
            (v["rule"], f["offset"], f["fingerprint"])
            for a in data["articles"]
            for v in a["verdicts"]
            for f in v["findings"]
        ]

    french, english = rendered(*samples.every()), rendered(*samples.every(), language="en")
    assert places(french) == places(english)
    assert french != english
