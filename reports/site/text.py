"""A site on a screen: what it is, five sentences, what to do first, counts by rule; `--verbose` tells each finding."""

from collections.abc import Iterator
from itertools import islice

from seo_audit.message import Message
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import COUNTS, SEVERITIES
from seo_audit.rule import Severity, Spot
from seo_audit.site.site_report import Found, SiteReport, SiteView

FIRST = 5
"""What to do first: as many as an owner can keep in mind."""
PLACES = 3
"""Places of a finding that are told, unless all are asked for."""

HEAD = Message(
    fr="{pages:# page|# pages}, dont {indexable} que les moteurs peuvent montrer ; {skipped:# fichier laissé|# fichiers "
    "laissés} de côté.",
    en="{pages:# page|# pages}, {indexable} of which search engines may show; {skipped:# file|# files} left out.",
)
LEFT_OUT = Message(fr="Laissés de côté : {counts}.", en="Left out: {counts}.")


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The report."""
    say = view.language
    yield f"{report.url or visible(report.name)}\n"
    values = {
        "pages": len(report.pages),
        "indexable": report.indexable,
        "skipped": len(report.skipped),
    }
    yield HEAD.say(say, values) + "\n\n"
    for found in report.findings if view.verbose else islice(report.findings, FIRST):
        yield from _finding(found, view)
    counts = (COUNTS[one].say(say, {"count": report.count(one)}) for one in Severity)
    yield "\n" + ", ".join(counts) + "\n"
    for reason in report.outcome.reasons:
        yield f"✗ {reason.say(say)}\n"


def _finding(found: Found, view: SiteView) -> Iterator[str]:
    severity = SEVERITIES[found.severity].say(view.language)
    yield f"{severity}  {visible(found.message(view.language))} [{found.rule}]\n"
    for spot in found.spots if view.verbose else found.spots[:PLACES]:
        yield f"    {_where(spot)}\n"
    yield f"    → {visible(found.advice(view.language))}\n"


def _where(spot: Spot) -> str:
    line = f":{spot.line}:{spot.column}" if spot.line else ""
    return f"{visible(spot.path)}{line}"
