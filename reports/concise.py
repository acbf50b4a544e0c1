"""One line a finding, `path:line:column: severity rule message`: for editors, grep and pre-commit.

A finding about the article as a whole stands at 1:1. An article that cannot be read is a line of
`unreadable`, a rule that crashed one of its own. Severities are English words in both languages, so
that a program reads the same lines.
"""

from collections.abc import Iterator

from seo_audit.judging.gate import Outcome
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import Report, Status

LONGEST = 400
"""Characters of a message at most: a line is to be read."""


def entry(report: Report, _outcome: Outcome, view: View) -> str:
    """The lines of one article, in the order of their places."""
    return "".join(unobeyed(line) + "\n" for line in _lines(report, view))


def render(entries: Iterator[str], _summary: Summary, _view: View) -> Iterator[str]:
    """The lines of all articles."""
    yield from entries


def _lines(report: Report, view: View) -> Iterator[str]:
    path = visible(report.path)
    if report.error:
        yield f"{path}:1:1: error unreadable {visible(reason(report, view.language), LONGEST)}"
        return
    for verdict in report.having(Status.BROKEN):
        message = BROKEN.say(view.language, {"error": verdict.error or ""})
        yield f"{path}:1:1: error {verdict.rule} {visible(message, LONGEST)}"
    found = sorted(report.findings, key=lambda one: one[1].place.offset if one[1].place else -1)
    for verdict, finding in found:
        line, column = (finding.place.line, finding.place.column) if finding.place else (1, 1)
        message = visible(finding.message(view.language), LONGEST)
        yield f"{path}:{line}:{column}: {finding.severity} {verdict.rule} {message}"
