"""One line a finding, `path:line:column: severity rule message`: for editors, grep and hooks.

A finding about the article as a whole stands at 1:1. An article that cannot be read is a line of `unreadable`, a rule
that crashed one of its own, a demand of the gate that no finding answers for (a score) one of `gate`. Severities are
English words in both languages, so that a program reads the same lines.

`entry` and `render` are those of a report format. What is said once a run stands at its end.
"""

from collections.abc import Iterator

from seo_audit.judging.gate import Outcome, beyond_findings
from seo_audit.message import Message
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status

LONGEST = 400
"""Characters of a message at most: a line is to be read."""
REST = Message(
    fr="et {count:# autre constat, qui ne fait pas échouer|# autres constats, qui ne font pas échouer} "
    "(sans --quiet, tout est montré)",
    en="and {count:# other finding, which fails nothing|# other findings, which fail nothing} "
    "(without --quiet all are shown)",
)


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """The lines of one article, in the order of their places; with `view.quiet` only what makes it fail."""
    return "".join(f"{line}\n" for line in _lines(report, outcome, view))


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The lines of all articles, then remarks; with `view.quiet` a last line counts what was left out instead."""
    yield from entries
    if not view.quiet:
        for one in summary.remarks:
            yield _ours(f"{one.rule}: {visible(one.said(view.language), LONGEST)}")
    elif summary.failed:
        rest = sum(_harmless(line.outcome, line.counts) for line in summary.lines)
        if rest:
            yield _ours(REST.say(view.language, {"count": rest}))


def _ours(text: str) -> str:
    return f"seo-audit: {text}\n"


def _harmless(outcome: Outcome, counts: tuple[int, int, int]) -> int:
    """How many findings of an article do not make it fail."""
    failing = {severity.rank for severity in outcome.failing}
    return sum(count for rank, count in enumerate(counts) if rank not in failing)


def _lines(report: Report, outcome: Outcome, view: View) -> Iterator[str]:
    path, say = visible(report.path), view.language
    if report.error:
        yield unobeyed(f"{path}:1:1: error unreadable {visible(reason(report, say), LONGEST)}")
        return
    for verdict in report.having(Status.BROKEN):
        message = BROKEN.say(say, {"error": verdict.error or ""})
        yield unobeyed(f"{path}:1:1: error {verdict.rule} {visible(message, LONGEST)}")
    if view.quiet:
        for one in beyond_findings(outcome):
            yield unobeyed(f"{path}:1:1: error gate {visible(one.say(say), LONGEST)}")
    found = sorted(report.findings, key=lambda one: one[1].place.offset if one[1].place else -1)
    for verdict, finding in found:
        if not view.quiet or finding.severity in outcome.failing:
            yield unobeyed(f"{path}:{_told(verdict.rule, finding, view)}")


def _told(rule: str, finding: PlacedFinding, view: View) -> str:
    line, column = (finding.place.line, finding.place.column) if finding.place else (1, 1)
    message = visible(finding.message(view.language), LONGEST)
    return f"{line}:{column}: {finding.severity} {rule} {message}"
