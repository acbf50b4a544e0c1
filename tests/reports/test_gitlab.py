"""GitLab's Code Quality, by the rules its documentation gives."""

import json
from typing import Any

import jsonschema
import report_samples as samples

from seo_audit.message import Language
from seo_audit.report import Report

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries(*reports: Report, language: Language = "fr") -> Any:
    found = json.loads(samples.rendered("gitlab", reports, samples.view(language)))
    jsonschema.validate(found, SCHEMA)
    return found


def test_every_finding_broken_rule_and_unreadable_file_has_an_entry() -> None:
    found = entries(*samples.every())
    findings = sum(len(list(report.findings)) for report in samples.every())
    assert len(found) == findings + 2 + 2
    severities = {one["check_name"]: one["severity"] for one in found}
    assert severities["image-alt"] == "major"
    assert severities["word-count"] == "minor"
    assert severities["sentence-length"] == "info"
    assert severities["broken-rule"] == "critical"
    assert severities["unreadable"] == "blocker"


def test_fingerprints_are_unique_over_the_whole_report() -> None:
    found = entries(*samples.many(300))
    assert len({one["fingerprint"] for one in found}) == len(found) > 900


def test_fingerprints_hold_neither_line_nor_language() -> None:
    french, english = entries(samples.poor()), entries(samples.poor(), language="en")
    assert [one["fingerprint"] for one in french] == [one["fingerprint"] for one in english]
    assert french != english


def test_lines_are_those_of_the_place() -> None:
    by_rule = {one["check_name"]: one["location"]["lines"] for one in entries(samples.poor())}
    assert by_rule["image-alt"] == {"begin": 9, "end": 9}
    assert by_rule["word-count"] == {"begin": 1}


def test_nothing_found_is_an_empty_array() -> None:
    assert entries() == entries(samples.good()) == []
    assert entries(samples.good(), samples.unreadable(), samples.good())[0]["severity"] == "blocker"
