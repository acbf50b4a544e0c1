"""GitLab's Code Quality report: an entry a finding, at its first place."""

from collections.abc import Iterator
from hashlib import blake2b

from seo_audit.reports.site._paths import from_here

from seo_audit.rendering.escaping import visible
from seo_audit.rendering.json_text import dumps
from seo_audit.rule import Severity
from seo_audit.site.site_report import SiteReport, SiteView

LONGEST = 1000
"""Characters of a description."""
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The array."""
    yield "["
    separator = "\n  "
    for check, severity, text, path, line, end, key in _entries(report, view):
        path = from_here(report, path)  # noqa: PLW2901  as GitLab opens it
        entry = {
            "description": visible(text, LONGEST),
            "check_name": check,
            "fingerprint": blake2b(f"site\0{check}\0{key}".encode(), digest_size=16).hexdigest(),
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line, "end": end}},
        }
        yield separator + dumps(entry, margin=2)
        separator = ",\n  "
    yield "]\n" if separator == "\n  " else "\n]\n"


def _entries(
    report: SiteReport, view: SiteView
) -> Iterator[tuple[str, str, str, str, int, int, str]]:
    for one in report.unreadable:
        yield "unreadable", "blocker", one.error, one.path, 1, 1, one.path
    for rule, why in report.broken.items():
        yield rule, "critical", why, "", 1, 1, rule
    for found in report.findings:
        spot = found.spots[0]
        text = f"{found.message(view.language)} {found.advice(view.language)}"
        line, end = spot.line or 1, spot.end_line or spot.line or 1
        yield found.rule, SEVERITIES[found.severity], text, spot.path, line, end, found.fingerprint
