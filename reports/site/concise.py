"""One line a place of a finding, `path:line:column: severity rule message`: for editors, grep and logs.

A page as a whole stands at 1:1. What the pages' own audits found is not here: `seo-audit --format concise` tells it.
"""

from collections.abc import Iterator

from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.site.site_report import SiteReport, SiteView

LONGEST = 400
"""Characters of a message at most: a line is to be read."""


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The lines, in the order of the findings."""
    for one in report.unreadable:
        yield f"{visible(one.path)}:1:1: error unreadable {visible(one.error, LONGEST)}\n"
    for rule, why in report.broken.items():
        yield unobeyed(f"{visible(report.name)}:1:1: error {rule} {visible(why, LONGEST)}") + "\n"
    for found in report.findings:
        message = visible(found.message(view.language), LONGEST)
        for spot in found.spots:
            where = f"{visible(spot.path)}:{spot.line or 1}:{spot.column or 1}"
            yield unobeyed(f"{where}: {found.severity} {found.rule} {message}") + "\n"
