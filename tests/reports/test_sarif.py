"""SARIF, read with a small reader of our own, and by the official schema where it is at hand.

The schema is in the npm package @microsoft/jest-sarif (MIT): set SARIF_SCHEMA to its file to use it.
"""

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import report_samples as samples
from command_line import POOR, runner
from msgspec.structs import replace
from tables import each_row

from seo_audit import plugins
from seo_audit.judging.suppression import RULE_ID
from seo_audit.message import Language
from seo_audit.report import Report


def log(*reports: Report, language: Language = "fr") -> Any:
    return json.loads(samples.rendered("sarif", reports, samples.view(language)))


def run(*reports: Report, language: Language = "fr") -> Any:
    (only,) = log(*reports, language=language)["runs"]
    return only


ALL: list[tuple[Report, ...]] = [
    samples.every(),
    (),
    tuple(samples.many(300)),
    (samples.hostile(),),
]


@pytest.mark.parametrize("reports", ALL, ids=["every", "none", "many", "hostile"])
def test_is_valid(reports: tuple[Report, ...]) -> None:
    path = os.environ.get("SARIF_SCHEMA")
    if not path or not Path(path).exists():
        pytest.skip("set SARIF_SCHEMA to sarif-2.1.0-rtm.5.json (npm: @microsoft/jest-sarif)")
    import jsonschema

    schema = json.loads(Path(path).read_bytes())
    jsonschema.validators.validator_for(schema)(schema).validate(log(*reports))


@pytest.mark.parametrize("reports", ALL, ids=["every", "none", "many", "hostile"])
def test_has_the_shape_of_the_standard(reports: tuple[Report, ...]) -> None:
    """What sections 3.13 to 3.58 of SARIF 2.1.0 ask of the parts we write."""
    whole = log(*reports)
    assert whole["version"] == "2.1.0"
    (one,) = whole["runs"]
    rules = one["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(set(ids)) == len(ids)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert len(set(rule["properties"]["tags"])) == len(rule["properties"]["tags"])
    assert one["columnKind"] == "unicodeCodePoints"
    assert len(one["results"]) == sum(len(list(report.findings)) for report in reports)
    for result in one["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"]
        assert result["partialFingerprints"]
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
        for location in (*result["locations"], *result.get("relatedLocations", [])):
            check_place(location["physicalLocation"])
    (invocation,) = one["invocations"]
    for notification in invocation["toolExecutionNotifications"]:
        kinds = one["tool"]["driver"]["notifications"]
        assert kinds[notification["descriptor"]["index"]]["id"] == notification["descriptor"]["id"]
        assert notification["message"]["text"]


def check_place(place: Any) -> None:
    address = urlsplit(place["artifactLocation"]["uri"])
    assert (address.scheme, address.netloc, address.query, address.fragment) == ("", "", "", "")
    assert address.path.isascii()
    assert not address.path.startswith("/")
    region = place["region"]
    assert region["startLine"] >= 1
    if "startColumn" in region:
        start = (region["startLine"], region["startColumn"])
        assert start <= (region["endLine"], region["endColumn"])
        assert region["charLength"] >= 0


def test_silencing_is_described() -> None:
    one = run(samples.poor())
    (result,) = [result for result in one["results"] if result["ruleId"] == RULE_ID]
    assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == RULE_ID


def test_regions_are_the_text_they_point_at() -> None:
    regions = [
        place["physicalLocation"]["region"]
        for result in run(samples.poor())["results"]
        for place in result["locations"]
        if "snippet" in result["locations"][0]["physicalLocation"]["region"]
    ]
    assert len(regions) >= 6
    lines = samples.TEXT.split("\n")
    for region in regions:
        start, length = region["charOffset"], region["charLength"]
        assert samples.TEXT[start : start + length] == region["snippet"]["text"]
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            cut = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert cut == region["snippet"]["text"]


def test_levels_and_precision_follow_severity_and_evidence() -> None:
    one = run(samples.poor())
    levels = {result["ruleId"]: result["level"] for result in one["results"]}
    assert levels["image-alt"] == "error"
    assert levels["heading-order"] == "warning"
    assert levels["sentence-length"] == "note"
    rules = {rule["id"]: rule for rule in one["tool"]["driver"]["rules"]}
    precision = {name: rule["properties"].get("precision") for name, rule in rules.items()}
    assert precision["title"] == "very-high"
    assert precision["h1"] == "high"
    assert precision["sentence-length"] == "medium"
    assert precision["word-count"] == "low"
    assert precision["broken-rule"] is None
    assert rules["title"]["properties"]["evidence"] == "A"


def test_unreadable_files_and_broken_rules_are_notifications() -> None:
    (invocation,) = run(samples.poor(), samples.unreadable(), language="en")["invocations"]
    assert invocation["executionSuccessful"] is False
    broken, unreadable = invocation["toolExecutionNotifications"]
    assert broken["associatedRule"]["id"] == "broken-rule"
    assert "ZeroDivisionError" in broken["message"]["text"]
    assert unreadable["message"]["text"] == "no such file"
    place = unreadable["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "articles/absent.md"
    (good,) = run(samples.good())["invocations"]
    assert good == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_names_are_percent_encoded() -> None:
    result = run(samples.hostile())["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == samples.hostile().path.replace("\udce9", "\ufffd")
    assert ":" not in uri


def test_a_file_elsewhere_is_a_file_uri() -> None:
    result = run(samples.poor("/ailleurs/été.md"))["results"][0]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///ailleurs/%C3%A9t%C3%A9.md"}


def test_related_places_come_along() -> None:
    result = next(one for one in run(samples.poor())["results"] if one["ruleId"] == "heading-order")
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 1
    assert related["message"]["text"]


def test_over_optimisation_is_marked() -> None:
    marked = [
        one["ruleId"]
        for one in run(samples.poor())["results"]
        if one["properties"]["overOptimisation"]
    ]
    assert marked == ["keyphrase-stuffing"]


@each_row(
    ("path", "uri"),
    [
        ("C:/articles/l’été.md", "file:///C:/articles/l%E2%80%99%C3%A9t%C3%A9.md"),
        ("/articles/a b.md", "file:///articles/a%20b.md"),
        ("C:notes.md", "C%3Anotes.md"),
    ],
)
def test_absolute_paths_are_addresses_of_files(path: str, uri: str) -> None:
    results = run(samples.poor(path))["results"]
    found = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert found["uri"] == uri


# -- what is too much for GitHub


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], dict[str, Any]]:
    """The run of a number of poor articles with a limit of results."""

    def made(articles: int, limit: int) -> dict[str, Any]:
        monkeypatch.setattr(plugins.report("sarif"), "MOST_RESULTS", limit)
        found: dict[str, Any] = run(
            *(samples.poor(f"{number}.md") for number in range(articles)), language="en"
        )
        return found

    return made


Limited = Callable[[int, int], dict[str, Any]]


def test_the_gravest_results_are_kept_in_their_order(limited: Limited) -> None:
    whole = limited(3, 1000)["results"]
    assert len(whole) == 27
    one = limited(3, 14)
    kept = one["results"]
    assert len(kept) == 14
    places = [whole.index(result) for result in kept]
    assert places == sorted(places)
    # the errors of the last article too, and no information while a warning is left out
    levels = Counter(result["level"] for result in kept)
    assert levels == {"error": 3, "warning": 11}
    assert limited(3, 2)["results"] == [r for r in whole if r["level"] == "error"][:2]


def test_what_is_left_out_is_said(limited: Limited) -> None:
    one = limited(3, 14)
    (invocation,) = one["invocations"]
    said = invocation["toolExecutionNotifications"][-1]
    assert said["level"] == "warning"
    assert said["message"]["text"].startswith("27 findings, over the 14 that GitHub admits: the 13")
    described = one["tool"]["driver"]["notifications"][said["descriptor"]["index"]]
    assert described["id"] == said["descriptor"]["id"] == "left-out"
    texts = [
        n["message"]["text"] for n in limited(3, 27)["invocations"][0]["toolExecutionNotifications"]
    ]
    assert not any("admits" in text for text in texts)


def test_the_first_findings_of_each_rule_are_kept_before_the_many_of_one(limited: Limited) -> None:
    report = samples.poor("a.md")
    link = next(one for one in report.verdicts if one.rule == "link-text")
    many = replace(report, verdicts=(replace(link, findings=link.findings * 40),))
    kept = run(many, samples.poor("b.md"))["results"]
    assert len(kept) == 49
    assert limited(0, 20)["results"] == []
    kept = run(many, samples.poor("b.md"))["results"]
    assert len(kept) == 20
    by_rule = Counter(one["ruleId"] for one in kept)
    assert by_rule["image-alt"] == by_rule["heading-order"] == by_rule["word-count"] == 1
    assert by_rule["no-break-spaces"] == 0


def test_the_command_says_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limited: Limited
) -> None:
    assert limited(0, 2)["results"] == []
    command = runner(tmp_path, monkeypatch)
    (tmp_path / "poor.md").write_text(POOR, "utf-8")
    found = command("--format", "sarif", "--lang", "en", "-q", "poor.md")
    assert "over the 2 that GitHub admits" in found.errors
    assert len(found.json()["runs"][0]["results"]) == 2
    # another run in the same process, within the limit
    assert command("--format", "json", "poor.md").errors == ""
