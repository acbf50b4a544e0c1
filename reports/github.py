"""Workflow commands of GitHub Actions: findings stand beside the lines of a pull request.

GitHub shows ten errors and ten warnings of a step, so that the gravest come first. It marks columns
only where a place lies on one line.
"""

from collections.abc import Iterator

from seo_audit.judging.gate import Outcome
from seo_audit.message import Message
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason, shown
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status
from seo_audit.rule import Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
REFUSED = Message(fr="Article refusé : {reasons}", en="Article failed: {reasons}")
LONGEST = 2000
"""Characters of a message."""


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One command a line."""
    return "".join(line + "\n" for line in _commands(report, outcome, view))


def render(entries: Iterator[str], _summary: Summary, _view: View) -> Iterator[str]:
    """All commands; nothing when there is nothing to say."""
    yield from entries


def _commands(report: Report, outcome: Outcome, view: View) -> Iterator[str]:
    say = view.language
    if report.error:
        yield _command(report, "error", "unreadable", reason(report, say))
        return
    if outcome.reasons:
        separator = "\u00a0; " if say == "fr" else "; "
        reasons = separator.join(one.say(say) for one in outcome.reasons)
        yield _command(report, "error", "seo-audit", REFUSED.say(say, {"reasons": reasons}))
    for verdict in report.having(Status.BROKEN):
        message = BROKEN.say(say, {"error": verdict.error or ""})
        yield _command(report, "error", verdict.rule, message)
    for verdict, finding in sorted(report.findings, key=lambda pair: pair[1].severity.rank):
        text = (visible(finding.message(say), LONGEST), visible(finding.advice(say), LONGEST))
        yield _command(report, COMMANDS[finding.severity], verdict.rule, "\n".join(text), finding)


def _command(
    report: Report, name: str, title: str, message: str, finding: PlacedFinding | None = None
) -> str:
    properties: dict[str, str | int] = {"file": visible(shown(report.path))}
    place = finding.place if finding else None
    if place:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = title
    joined = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    # "\n" parts our own two lines; any other line end is visible by now
    lines = "%0A".join(_data(visible(line, LONGEST)) for line in message.split("\n"))
    return f"::{name} {joined}::{lines}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
