"""JUnit XML: one suite for the site, a case for each rule; one that found something is a failure."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from seo_audit.message import Message, Value
from seo_audit.rendering.escaping import visible
from seo_audit.site.findings import Findings, Found
from seo_audit.site.site_report import SiteReport, SiteView

MORE = Message(
    fr="{message} (et {count:# autre|# autres})", en="{message} (and {count:# more|# more})"
)
LONGEST = 500
PLACES = 20
"""Places of a finding that are listed."""


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The `<testsuites>`."""
    rules = report.by_rule()
    counts = {
        "tests": len(rules) + len(report.broken) + len(report.unreadable),
        "failures": len(rules),
        "errors": len(report.broken) + len(report.unreadable),
        "skipped": 0,
        "time": 0,
    }
    numbers = "".join(f' {name}="{count}"' for name, count in counts.items())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seo-audit">\n'
    yield f"  <testsuite name={_value(report.url or report.name)}{numbers}>\n    <properties>\n"
    yield f'      <property name="passed" value="{"true" if report.outcome.passed else "false"}"/>\n'
    for reason in report.outcome.reasons:
        yield f'      <property name="reason" value={_value(reason.say(view.language))}/>\n'
    yield "    </properties>\n"
    for one in report.unreadable:
        problem = f'<error type="unreadable" message={_value(one.error)}/>'
        yield _case(report, f"read {one.path}", problem)
    for rule, why in report.broken.items():
        yield _case(report, rule, f'<error type="broken" message={_value(why)}/>')
    for rule, found in rules.items():
        yield _case(report, rule, _failure(found, view))
    yield "  </testsuite>\n</testsuites>\n"


def _case(report: SiteReport, name: str, inner: str) -> str:
    site = _value(report.name)
    return f'    <testcase name={_value(name)} classname={site} file={site} time="0">{inner}</testcase>\n'


def _failure(found: Findings, view: SiteView) -> str:
    message = found[0].message(view.language)
    if len(found) > 1:
        values: dict[str, Value] = {
            "message": visible(message, LONGEST - 40),
            "count": len(found) - 1,
        }
        message = MORE.say(view.language, values)
    lines = "\n".join(line for one in found for line in _lines(one, view))
    return (
        f'<failure type="{found[0].severity}" message={_value(message)}>{escape(lines)}</failure>'
    )


def _lines(found: Found, view: SiteView) -> Iterator[str]:
    yield visible(f"{found.severity}: {found.message(view.language)}")
    for spot in found.spots[:PLACES]:
        yield f"    {visible(spot.path)}" + (f":{spot.line}:{spot.column}" if spot.line else "")
    yield f"    {visible(found.advice(view.language))}"


def _value(text: str) -> str:
    return quoteattr(visible(text, LONGEST))
