"""Workflow commands of GitHub Actions: findings stand beside the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step: the first ten of each are the worst of all files. Only
findings of severity error are errors, with what could not be read and rules that crashed; that an article fails for its
score is a warning, since the step fails anyway. Columns are marked only where a place lies on one line.
"""

import heapq
import tempfile
from collections import Counter
from collections.abc import Iterator

from seo_audit.judging.gate import Outcome, beyond_findings
from seo_audit.message import Message
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason, shown
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status
from seo_audit.rule import Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
REFUSED = Message(fr="Article refusé\u00a0: {reasons}", en="Article failed: {reasons}")
LONGEST = 2000
"""Characters of a message."""
SHOWN = 10
"""Annotations of a kind that GitHub shows for a step."""
BYTES = 4_000_000
"""Commands that wait for the worst to be known; beyond this they do so on disk."""


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One command a line, each after how bad it is: of two that are alike, the lesser text is worse."""
    return "".join(f"{rank}\t{line}\n" for rank, line in _commands(report, outcome, view))


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """All commands, the worst of each kind first, then what is said once of all; nothing when there is nothing to say."""
    worst: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    with tempfile.SpooledTemporaryFile(BYTES) as rest:
        for number, (rank, line) in enumerate(_ranked(entries)):
            kind, *keys = rank.split(" ")
            # a heap gives up its least: what is best comes first there
            one = (*(-int(key) for key in keys), -number), line
            heap = worst.setdefault(kind, [])
            if len(heap) < SHOWN:
                heapq.heappush(heap, one)
            else:
                rest.write(heapq.heappushpop(heap, one)[1].encode())
        for kind in COMMANDS.values():
            yield from (line for _, line in sorted(worst.get(kind, ()), reverse=True))
        for once in summary.remarks:
            text = f"{visible(once.said(view.language), LONGEST)}\n{visible(once.advice, LONGEST)}"
            path = summary.lines[once.articles[0]].path
            yield _command(path, "notice", once.rule, text) + "\n"
        rest.seek(0)
        for written in rest:
            yield written.decode()


def _ranked(entries: Iterator[str]) -> Iterator[tuple[str, str]]:
    for one in entries:
        for line in one.removesuffix("\n").split("\n") if one else ():
            rank, _, command = line.partition("\t")
            yield rank, f"{command}\n"


FIRST = "0 0"
"""Of all of a kind: what fails a run whatever the findings."""


def _commands(report: Report, outcome: Outcome, view: View) -> Iterator[tuple[str, str]]:
    say = view.language
    if report.error:
        yield f"error {FIRST}", _command(report.path, "error", "unreadable", reason(report, say))
        return
    for verdict in report.having(Status.BROKEN):
        message = BROKEN.say(say, {"error": verdict.error or ""})
        yield f"error {FIRST}", _command(report.path, "error", verdict.rule, message)
    reasons = beyond_findings(outcome)
    if reasons:
        separator = "\u00a0; " if say == "fr" else "; "
        text = REFUSED.say(say, {"reasons": separator.join(one.say(say) for one in reasons)})
        yield f"warning {FIRST}", _command(report.path, "warning", "seo-audit", text)
    again: Counter[str] = Counter()
    for verdict, finding in report.findings:
        again[verdict.rule] += 1
        # the first of many of one rule costs most; among the first, those of the heaviest rules
        lightness = max(0, 99 - round(10 * verdict.weight))
        kind = COMMANDS[finding.severity]
        text = "\n".join(
            visible(one, LONGEST) for one in (finding.message(say), finding.advice(say))
        )
        rank = f"{kind} {again[verdict.rule]} {lightness}"
        yield rank, _command(report.path, kind, verdict.rule, text, finding)


def _command(
    path: str, name: str, title: str, message: str, finding: PlacedFinding | None = None
) -> str:
    properties: dict[str, str | int] = {"file": visible(shown(path))}
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
