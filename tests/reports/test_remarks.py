"""What holds for several articles is said once, in every format."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

import jsonschema
import pytest
import report_samples as samples
from msgspec.structs import replace
from tables import each_row

from seo_audit import plugins
from seo_audit.judging.gate import Gate, Outcome
from seo_audit.rendering.remarks import Remark, apart, said_once
from seo_audit.report import Report, Status
from seo_audit.rule import Severity

FORMATS = plugins.report_names()
COMMON = "Aucun éclusier n’est nommé."
OWN = "parle de"
"""In what a remark says of one article only."""


def text_of(name: str, *reports: Report, **looks: bool) -> str:
    view = samples.view("fr", width=100, **looks)
    return " ".join(samples.rendered(name, reports, view).replace("\u00a0", " ").split())


def three() -> list[Report]:
    return [samples.remarkable(f"{name}.md") for name in "abc"]


def many() -> list[Report]:
    return [samples.remarkable(f"{number:02}.md") for number in range(30)]


@pytest.mark.parametrize("reports", [three, pytest.param(many, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FORMATS)
def test_it_is_said_once_of_several(name: str, reports: Callable[[], list[Report]]) -> None:
    text = text_of(name, *reports())
    assert text.count("Aucun éclusier") == 1
    # how many articles it is about, and nothing that holds for one of them only
    count = len(reports())
    assert f"{count} articles : {COMMON}" in text or (name == "json" and COMMON in text)
    assert OWN not in text
    assert "Nommez-en un." in text or name == "concise"


@each_row("name", FORMATS)
def test_of_one_article_it_says_all(name: str) -> None:
    assert f"{COMMON} L’article {OWN} : a.md" in text_of(name, three()[0])


def test_asked_for_all_of_each_article_it_is_said_once_too() -> None:
    assert text_of("text", *many(), verbose=True).count("Aucun éclusier") == 1


@pytest.mark.parametrize("name", ["text", "concise"])
def test_of_what_fails_nothing_is_no_word_when_quiet(name: str) -> None:
    assert "éclusier" not in text_of(name, *three(), quiet=True)


def test_what_makes_an_article_fail_is_no_remark() -> None:
    report = samples.remarkable("a.md")
    outcome = samples.outcome(report, Gate(fail_on=Severity.INFO))
    assert apart(report, outcome, "fr") == (report, ())


def test_an_article_without_remarks_is_as_it_was() -> None:
    report = samples.poor()
    assert apart(report, Outcome(passed=True), "fr") == (report, ())


def test_its_rule_gave_no_answer() -> None:
    report = samples.remarkable("a.md")
    bare, remarks = apart(report, samples.outcome(report), "en")
    assert remarks == (
        Remark(
            "sentence-length", "No lock keeper is named. The article is about: a.md.", "Name one."
        ),
    )
    [verdict] = [one for one in bare.verdicts if one.rule == "sentence-length"]
    assert (verdict.status, verdict.score, verdict.findings) == (Status.SKIPPED, None, ())
    assert bare.count(Severity.INFO) == report.count(Severity.INFO) - 1
    assert bare.score == report.score


def test_what_else_a_rule_found_stays() -> None:
    report = samples.remarkable("a.md")
    placed = next(one for one in samples.poor().verdicts if one.rule == "sentence-length").findings
    verdicts = [
        replace(one, findings=(*one.findings, *placed)) if one.rule == "sentence-length" else one
        for one in report.verdicts
    ]
    bare, remarks = apart(replace(report, verdicts=tuple(verdicts)), Outcome(passed=True), "fr")
    [verdict] = [one for one in bare.verdicts if one.rule == "sentence-length"]
    assert verdict.findings == placed
    assert len(remarks) == 1


def test_sentences_that_hold_for_all_are_kept() -> None:
    def common(*messages: str) -> str:
        [once] = said_once([[Remark("r", message, "Faites.")] for message in messages])
        assert once.articles == tuple(range(len(messages)))
        return once.message

    assert common("A b. C d.") == "A b. C d."
    assert common("A b. C d.", "A b. C d.") == "A b. C d."
    assert common("A b. C d.", "A b. C e.") == "A b."
    assert common("A b. C d.", "A b.") == "A b."
    assert common("A b.", "C d.") == "A b."


# -- where machines find it


def test_json_has_a_list_of_its_own() -> None:
    data = json.loads(samples.rendered("json", three()))
    jsonschema.Draft202012Validator(json.loads(plugins.report("json").schema())).validate(data)
    [remark] = data["remarks"]
    assert remark["rule"] == "sentence-length"
    assert remark["paths"] == ["a.md", "b.md", "c.md"]
    found = [
        (verdict["rule"], verdict["status"])
        for article in data["articles"]
        for verdict in article["verdicts"]
    ]
    assert found.count(("sentence-length", "skipped")) == 3
    assert json.loads(samples.rendered("json", three()[:1]))["remarks"] == []


def test_sarif_has_a_notification_and_as_many_results_as_json_has_findings() -> None:
    [run] = json.loads(samples.rendered("sarif", three()))["runs"]
    [remark] = [
        one
        for one in run["invocations"][0]["toolExecutionNotifications"]
        if one["descriptor"]["id"] == "remark"
    ]
    assert remark["level"] == "note"
    assert remark["associatedRule"]["id"] == "sentence-length"
    described = run["tool"]["driver"]["notifications"][remark["descriptor"]["index"]]
    assert described["id"] == "remark"
    articles = json.loads(samples.rendered("json", three()))["articles"]
    found = [one for a in articles for verdict in a["verdicts"] for one in verdict["findings"]]
    assert len(run["results"]) == len(found)


def test_junit_has_the_output_of_the_first_suite() -> None:
    suites = ET.fromstring(samples.rendered("junit", three()).encode()).findall("testsuite")
    first, *others = (suite.find("system-out") for suite in suites)
    assert first is not None
    assert "sentence-length: 3 articles" in (first.text or "")
    assert others == [None, None]
    assert [child.tag for child in suites[0]][-1] == "system-out"


def test_for_gitlab_it_is_no_new_entry_where_another_article_comes_first() -> None:
    def entries(*reports: Report) -> list[dict[str, str]]:
        return [
            one
            for one in json.loads(samples.rendered("gitlab", reports))
            if one["check_name"] == "sentence-length"
        ]

    [before], [after] = entries(*three()), entries(*reversed(three()))
    assert before["fingerprint"] == after["fingerprint"]
    assert before["location"] != after["location"]


def test_github_names_the_first_article() -> None:
    [line] = [one for one in samples.rendered("github", three()).split("\n") if "éclusier" in one]
    assert line.startswith("::notice file=a.md,title=sentence-length::3 articles")
