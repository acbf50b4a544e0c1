"""JUnit XML, as GitLab, Jenkins and GitHub's test reporters read it: a suite a file, a case a rule.

A failure is what fails the gate: findings of a severity that does. The others stand in `system-out`, and the case
passes. The case `gate` fails where a demand is not met that no finding answers for, a score; all reasons stand in
the suite's properties. What is said once of several articles is the `system-out` of the first one's suite.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from seo_audit.judging.gate import Outcome, beyond_findings
from seo_audit.message import Message, Value
from seo_audit.rendering import points
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.paths import reason, shown
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import PlacedFinding, Report, Status, Verdict

MORE = Message(
    fr="{message} (et {count:# autre|# autres})", en="{message} (and {count:# more|# more})"
)
GATE = "gate"
"""Name of the case for what is asked of the article as a whole."""
END = "  </testsuite>\n"
LONGEST = 500
"""Characters of the attribute `message`: readers show it in a line."""


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """A `<testsuite>`."""
    if report.error:
        text = visible(reason(report, view.language))
        problem = f'<error type="unreadable" message={_value(text)}>{escape(text)}</error>'
        cases, counts = [_case(report, "read", problem)], {"errors": 1}
    else:
        gate = _gate(outcome, view)
        cases = [_case(report, GATE, gate)]
        cases += [_case(report, one.rule, _inside(one, outcome, view)) for one in report.verdicts]
        failed = [one for one in report.verdicts if _failing(one, outcome)]
        counts = {
            "failures": len(failed) + bool(gate),
            "errors": len(report.having(Status.BROKEN)),
            "skipped": len(report.having(Status.SKIPPED)),
        }
    numbers = {"tests": len(cases), "failures": 0, "errors": 0, "skipped": 0, **counts, "time": 0}
    attributes = "".join(f' {name}="{number}"' for name, number in numbers.items())
    inner = "".join(f"{line}\n" for line in (*_properties(report, outcome, view), *cases))
    return f"  <testsuite name={_value(shown(report.path))}{attributes}>\n{inner}{END}"


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The `<testsuites>`."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seo-audit">\n'
    once: dict[int, list[str]] = {}
    for one in summary.remarks:
        text = visible(f"{one.rule}: {one.said(view.language)} {one.advice}")
        once.setdefault(one.articles[0], []).append(text)
    for number, suite in enumerate(entries):
        if number in once:
            said = escape("\n".join(once[number]))
            yield f"{suite.removesuffix(END)}    <system-out>{said}</system-out>\n{END}"
        else:
            yield suite
    yield "</testsuites>\n"


def _properties(report: Report, outcome: Outcome, view: View) -> Iterator[str]:
    pairs = [("passed", "true" if outcome.passed else "false")]
    pairs += [("reason", one.say(view.language)) for one in outcome.reasons]
    if report.score is not None:
        pairs.append(("score", str(report.score)))
    if cap := points.cap_said(report, view.language):
        pairs.append(("score_limit", f"{report.score_limit} ({cap})"))
    yield "    <properties>"
    for name, value in pairs:
        yield f'      <property name="{name}" value={_value(value)}/>'
    yield "    </properties>"


def _case(report: Report, name: str, inner: str) -> str:
    path = _value(shown(report.path))
    start = f'    <testcase name={_value(name)} classname={path} file={path} time="0"'
    return f"{start}>{inner}</testcase>" if inner else f"{start}/>"


def _gate(outcome: Outcome, view: View) -> str:
    reasons = [visible(one.say(view.language)) for one in beyond_findings(outcome)]
    if not reasons:
        return ""
    text = "\n".join(reasons)
    return f'<failure type="{GATE}" message={_value(reasons[0], LONGEST)}>{escape(text)}</failure>'


def _failing(verdict: Verdict, outcome: Outcome) -> list[PlacedFinding]:
    """The findings of a rule that make the article fail."""
    return [one for one in verdict.findings if one.severity in outcome.failing]


def _inside(verdict: Verdict, outcome: Outcome, view: View) -> str:
    """What stands in the case of a rule."""
    if verdict.status is Status.SKIPPED:
        return "<skipped/>"
    if verdict.status is Status.BROKEN:
        text = visible(verdict.error or "")
        return f'<error type="broken" message={_value(text, LONGEST)}>{escape(text)}</error>'
    failing = _failing(verdict, outcome)
    others = [one for one in verdict.findings if one not in failing]
    inside = _failure(failing, view) if failing else ""
    return inside + (f"<system-out>{_listed(others, view)}</system-out>" if others else "")


def _failure(findings: Sequence[PlacedFinding], view: View) -> str:
    message = findings[0].message(view.language)
    if len(findings) > 1:
        # cut before, so that the count is not
        values: dict[str, Value] = {
            "message": visible(message, LONGEST - 40),
            "count": len(findings) - 1,
        }
        message = MORE.say(view.language, values)
    severity = min((one.severity for one in findings), key=lambda one: one.rank)
    shown = _value(message, LONGEST)
    return f'<failure type="{severity}" message={shown}>{_listed(findings, view)}</failure>'


def _listed(findings: Sequence[PlacedFinding], view: View) -> str:
    return escape("\n".join(line for one in findings for line in _lines(one, view)))


def _lines(finding: PlacedFinding, view: View) -> Iterator[str]:
    place = f"{finding.place.line}:{finding.place.column}: " if finding.place else ""
    yield visible(f"{place}{finding.severity}: {finding.message(view.language)}")
    if finding.excerpt:
        yield f"    {visible(finding.excerpt)}"
    yield f"    {visible(finding.advice(view.language))}"


def _value(text: str, limit: int | None = None) -> str:
    return quoteattr(visible(text, limit))
