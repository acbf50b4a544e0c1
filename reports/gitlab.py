"""GitLab's Code Quality report: findings in the merge request, the new ones told from the old.

GitLab compares fingerprints between branches, so that they hold no line number; they hold the path,
since an entry must be unique in the whole report.
"""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from typing import Any

from seo_audit.judging.gate import Outcome
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.json_text import dumps
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason, shown
from seo_audit.rendering.remarks import SaidOnce
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status
from seo_audit.rule import Severity

LONGEST = 1000
"""Characters of a description."""
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def entry(report: Report, _outcome: Outcome, view: View) -> str:
    """The entries of one article, commas between them; empty when there are none."""
    return ",\n  ".join(dumps(one, margin=2) for one in _entries(report, view))


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The array; what is said once of all stands with the first article it is about."""
    yield "["
    separator = "\n  "
    remarks = (dumps(_once(one, summary, view), margin=2) for one in summary.remarks)
    for one in chain(entries, remarks):
        if one:
            yield separator + one
            separator = ",\n  "
    yield "]\n" if separator == "\n  " else "\n]\n"


def _entries(report: Report, view: View) -> Iterator[dict[str, Any]]:
    say = view.language
    if report.error:
        yield _entry(report, "unreadable", "blocker", reason(report, say))
    for verdict in report.having(Status.BROKEN):
        message = BROKEN.say(say, {"error": verdict.error or ""})
        yield _entry(report, verdict.rule, "critical", message)
    for verdict, finding in report.findings:
        message = f"{finding.message(say)} {finding.advice(say)}"
        severity = SEVERITIES[finding.severity]
        yield _entry(report, verdict.rule, severity, message, finding)


def _once(one: SaidOnce, summary: Summary, view: View) -> dict[str, Any]:
    """Its fingerprint holds no path: where another article comes first it is no new entry."""
    message = f"{one.said(view.language)} {one.advice}"
    path = shown(summary.lines[one.articles[0]].path)
    return {
        "description": visible(message, LONGEST),
        "check_name": one.rule,
        "fingerprint": _fingerprint(one.rule),
        "severity": SEVERITIES[Severity.INFO],
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _entry(
    report: Report,
    rule: str,
    severity: str,
    message: str,
    finding: PlacedFinding | None = None,
) -> dict[str, Any]:
    path = shown(report.path)
    place = finding.place if finding else None
    lines = {"begin": place.line, "end": place.end_line} if place else {"begin": 1}
    return {
        "description": visible(message, LONGEST),
        "check_name": rule,
        "fingerprint": _fingerprint(path, rule, finding.fingerprint if finding else ""),
        "severity": severity,
        "location": {"path": path, "lines": lines},
    }


def _fingerprint(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
