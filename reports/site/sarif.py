"""SARIF 2.1.0: one run, a result a finding; its first place is the result's, the others are related to it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from seo_audit.reports.site._paths import from_here

from seo_audit.message import Message
from seo_audit.rendering.json_text import compact, dumps
from seo_audit.rendering.labels import BROKEN
from seo_audit.rule import Severity, Spot
from seo_audit.site.findings import Found
from seo_audit.site.site_report import SiteReport, SiteView
from seo_audit.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "seoAudit/v1"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
RELATED = 100
"""Other places of a finding that are told; viewers show a few."""
OTHER = Message(fr="Une autre place.", en="Another place.")


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The log."""
    rules = sorted(report.by_rule())
    driver = {
        "name": "seo-audit",
        "version": __version__,
        "semanticVersion": __version__,
        "language": view.language,
        "rules": [_described(rule, view) for rule in rules],
    }
    yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
    yield f'      "tool": {dumps({"driver": driver}, margin=6)},\n'
    yield '      "columnKind": "unicodeCodePoints",\n      "results": ['
    separator = "\n        "
    for found in report.findings:
        yield separator + compact(_result(report, found, rules, view))
        separator = ",\n        "
    notifications = list(_notifications(report, view))
    invocation = {
        "executionSuccessful": not notifications,
        "toolExecutionNotifications": notifications,
    }
    yield ("" if separator == "\n        " else "\n      ") + "],\n"
    yield f'      "invocations": [{compact(invocation)}]\n    }}\n  ]\n}}\n'


def _described(rule: str, view: SiteView) -> dict[str, Any]:
    known = view.rules[rule]
    say = view.language
    described: dict[str, Any] = {
        "id": rule,
        "name": "".join(part.capitalize() for part in rule.split("-")),
        "shortDescription": {"text": known.title.say(say)},
        "fullDescription": {"text": known.what.say(say)},
        "help": {"text": f"{known.what.say(say)}\n{known.why.say(say)}"},
        "defaultConfiguration": {"level": LEVELS[known.severity]},
        "properties": {"category": "site", "evidence": known.evidence, "tags": ["site"]},
    }
    url = next((one.url for one in known.references if one.url.startswith("https://")), None)
    if url:
        described["helpUri"] = quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")
    return described


def _result(report: SiteReport, found: Found, rules: list[str], view: SiteView) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rules.index(found.rule),
        "level": LEVELS[found.severity],
        "message": {"text": f"{found.message(view.language)} {found.advice(view.language)}"},
        "locations": [_location(report, found.spots[0])],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
    }
    others = found.spots[1 : RELATED + 1]
    if others:
        message = {"text": OTHER.say(view.language)}
        result["relatedLocations"] = [
            {"id": number, **_location(report, spot), "message": message}
            for number, spot in enumerate(others, 1)
        ]
    if found.state:
        result["baselineState"] = "new" if found.state == "new" else "unchanged"
    return result


def _location(report: SiteReport, spot: Spot) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": 1}  # GitHub refuses a location without a line
    if spot.line:
        region = {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        }
        if spot.offset is not None and spot.end_offset is not None:
            region |= {"charOffset": spot.offset, "charLength": spot.end_offset - spot.offset}
    return {"physicalLocation": {**_artifact(report, spot.path), "region": region}}


def _artifact(report: SiteReport, path: str) -> dict[str, Any]:
    path = from_here(report, path)
    if path.startswith("/"):
        return {"artifactLocation": {"uri": "file://" + quote(path)}}
    return {"artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"}}


def _notifications(report: SiteReport, view: SiteView) -> Iterator[dict[str, Any]]:
    for one in report.unreadable:
        location = {"physicalLocation": _artifact(report, one.path)}
        yield {"level": "error", "message": {"text": one.error}, "locations": [location]}
    for rule, why in report.broken.items():
        text = f"{rule}: {BROKEN.say(view.language, {'error': why})}"
        yield {"level": "error", "message": {"text": text}}
