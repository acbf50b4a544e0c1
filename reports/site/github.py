"""Workflow commands of GitHub Actions: a finding stands beside the line of its first place.

GitHub shows ten errors and ten warnings of a step: the gravest come first.
"""

from collections.abc import Iterator

from seo_audit.reports.site._paths import from_here

from seo_audit.message import Message
from seo_audit.rendering.escaping import visible
from seo_audit.rule import Severity, Spot
from seo_audit.site.site_report import SiteReport, SiteView

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
REFUSED = Message(fr="Site refusé : {reasons}", en="Site failed: {reasons}")
LONGEST = 2000
"""Characters of a message."""


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """One command a line; nothing when there is nothing to say."""
    say = view.language
    if report.outcome.reasons:
        reasons = "\u00a0; ".join(one.say(say) for one in report.outcome.reasons)
        yield _command("error", "seo-audit", REFUSED.say(say, {"reasons": reasons}), {})
    for one in report.unreadable:
        yield _command("error", "unreadable", one.error, {"file": from_here(report, one.path)})
    for rule, why in report.broken.items():
        yield _command("error", rule, why, {})
    for found in report.findings:
        text = f"{visible(found.message(say), LONGEST)}\n{visible(found.advice(say), LONGEST)}"
        yield _command(COMMANDS[found.severity], found.rule, text, _place(report, found.spots[0]))


def _place(report: SiteReport, spot: Spot) -> dict[str, str | int]:
    properties: dict[str, str | int] = {"file": visible(from_here(report, spot.path))}
    if spot.line and spot.end_line:
        properties |= {"line": spot.line, "endLine": spot.end_line}
        if spot.line == spot.end_line and spot.column and spot.end_column:
            properties |= {"col": spot.column, "endColumn": spot.end_column}
    return properties


def _command(name: str, title: str, message: str, properties: dict[str, str | int]) -> str:
    joined = ",".join(
        f"{key}={_property(str(value))}" for key, value in {**properties, "title": title}.items()
    )
    lines = "%0A".join(_data(visible(line, LONGEST)) for line in message.split("\n"))
    return f"::{name} {joined}::{lines}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
