"""Findings as rows of a table, one for each place."""

from collections.abc import Iterable, Iterator

from seo_audit.rendering.escaping import visible, whole
from seo_audit.site.findings import Found
from seo_audit.site.site_report import SiteView

HEADERS = (
    "rule", "severity", "evidence", "message", "advice", "target", "url", "path", "line", "column", "excerpt", "state",
    "fingerprint",
)  # fmt: skip
"""Names of the columns; the same words as in the JSON, in both languages."""

Row = tuple[str | int | None, ...]


def rows(findings: Iterable[Found], view: SiteView) -> Iterator[Row]:
    """The rows in the order of the findings."""
    for found in findings:
        message, advice = found.message(view.language), found.advice(view.language)
        for spot in found.spots:
            yield (
                found.rule,
                found.severity.value,
                found.evidence.value if found.evidence else None,
                visible(message),
                visible(advice),
                visible(found.finding.target) if found.finding.target else None,
                visible(spot.url) if spot.url else None,
                whole(spot.path),
                spot.line,
                spot.column,
                visible(spot.excerpt),
                found.state,
                found.fingerprint,
            )
