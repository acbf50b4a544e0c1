"""One line a finding, `path:line:column: severity rule message`: for editors, grep and hooks.

A finding about the article as a whole stands at 1:1. An article that cannot be read is a line of `unreadable`, a rule
that crashed one of its own, a demand of the gate that no finding answers for (a score) one of `gate`. Severities are
English words in both languages, so that a program reads the same lines.

`entry` and `render` are those of a report format. What is said once a run whatever the number of articles travels
between them marked.
"""

from collections import Counter
from collections.abc import Iterator

from seo_audit.judging.gate import Outcome, beyond_findings
from seo_audit.message import Message
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.labels import BROKEN
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status, is_remark

LONGEST = 400
"""Characters of a message at most: a line is to be read."""
MARK = "\0"
"""Stands around the rule of a remark and its title, before its line; no line holds one by itself."""
REST = Message(
    fr="et {count:# autre constat, qui ne fait pas échouer|# autres constats, qui ne font pas échouer} "
    "(sans --quiet, tout est montré)",
    en="and {count:# other finding, which fails nothing|# other findings, which fail nothing} "
    "(without --quiet all are shown)",
)
ONCE = Message(
    fr="{rule} ({title}) : dit une fois pour {count:# article|# articles}",
    en="{rule} ({title}): said once for {count:# article|# articles}",
)


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """The lines of one article, in the order of their places; with `view.quiet` only what makes it fail."""
    return "".join(f"{line}\n" for line in _lines(report, outcome, view))


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The lines of all articles, remarks once; with `view.quiet` a last line counts what was left out."""
    remarks: Counter[tuple[str, str]] = Counter()
    alone = len(summary.lines) == 1
    for one in entries:
        if MARK not in one:
            yield one
            continue
        for line in one.removesuffix("\n").split("\n"):
            if line.startswith(MARK):
                _, rule, title, text = line.split(MARK, 3)
                remarks[rule, title] += 1
                if alone:
                    yield f"{text}\n"
            else:
                yield f"{line}\n"
    if not alone:
        for (rule, title), count in remarks.items():
            yield _ours(ONCE.say(view.language, {"rule": rule, "title": title, "count": count}))
    if view.quiet and summary.failed:
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
        fails = finding.severity in outcome.failing
        if view.quiet and not fails:
            continue
        remark = is_remark(verdict, finding) and not fails
        mark = _mark(verdict.rule, view) if remark else ""
        yield mark + unobeyed(f"{path}:{_told(verdict.rule, finding, view)}")


def _mark(rule: str, view: View) -> str:
    """What goes before a remark. It holds the rule's title: at the end of a run the rules may never have been loaded."""
    title = view.rules[rule].title.say(view.language) if rule in view.rules else rule
    return f"{MARK}{rule}{MARK}{title}{MARK}"


def _told(rule: str, finding: PlacedFinding, view: View) -> str:
    line, column = (finding.place.line, finding.place.column) if finding.place else (1, 1)
    message = visible(finding.message(view.language), LONGEST)
    return f"{line}:{column}: {finding.severity} {rule} {message}"
