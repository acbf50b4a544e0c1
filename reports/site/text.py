"""A site on a screen: five sentences, what to do first, counts by rule; `--verbose` tells each finding and place."""

import textwrap
from collections.abc import Iterator

from seo_audit.reports.site._sentences import FIRST, Weighed, sentences, weighed

from seo_audit.message import Message
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import BROKEN, SEVERITIES
from seo_audit.rule import Severity, Spot
from seo_audit.site.findings import Found
from seo_audit.site.site_report import SiteReport, SiteView

PLACES = 3
"""Places of a finding that are told, unless all are asked for."""
WIDEST = 100

FIRST_OF_ALL = Message(fr="D’abord", en="First")
BY_RULE = Message(fr="Par règle", en="By rule")
IN_PAGES = Message(fr="Dans les pages", en="Within the pages")
ROW = Message(
    fr="{findings:# constat|# constats}, {pages:# page|# pages}",
    en="{findings:# finding|# findings}, {pages:# page|# pages}",
)
MORE_PLACES = Message(fr="… et {count:# autre|# autres}", en="… and {count:# more|# more}")
MORE = Message(
    fr="--verbose montre chaque constat ; --format html=site.html en fait un dossier à ouvrir.",
    en="--verbose shows each finding; --format html=site.html makes a page to open.",
)
GONE = Message(fr="Disparus", en="Gone")
NEW = Message(fr="nouveau", en="new")
PASSED = Message(fr="Accepté", en="Passed")
FAILED = Message(fr="Refusé : {reasons}", en="Failed: {reasons}")
_COLORS = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.INFO: 36}
MOST_RULES = 8
"""Rules of articles that are listed."""


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The report, some lines at a time."""
    yield _bold(visible(report.url or report.name), view) + "\n"
    if not view.quiet:
        for sentence in sentences(report, view):
            yield from _wrapped(visible(sentence), view)
    rules = weighed(report)
    if rules:
        yield from _heading(FIRST_OF_ALL, view)
        for number, one in enumerate(rules[:FIRST], 1):
            yield from _first(number, one, view)
    for rule, why in report.broken.items():
        yield f"{rule}: {visible(BROKEN.say(view.language, {'error': why}))}\n"
    if view.verbose:
        yield from _everything(report, rules, view)
    elif rules and not view.quiet:
        yield from _heading(BY_RULE, view)
        yield from _table(rules, view)
    if report.articles and not view.quiet:
        yield from _heading(IN_PAGES, view)
        yield from _articles(report, view)
    yield "\n" + _outcome(report, view) + "\n"
    if rules and not view.verbose and not view.quiet:
        yield "\n"
        yield from _wrapped(MORE.say(view.language), view)


def _everything(report: SiteReport, rules: tuple[Weighed, ...], view: SiteView) -> Iterator[str]:
    for one in rules:
        yield f"\n{_bold(_title(one.rule, view), view)} [{one.rule}]\n"
        for found in one.found:
            yield from _finding(found, view)
    if report.gone:
        yield from _heading(GONE, view)
        yield from (f"  {visible(one.message)} [{one.rule}]\n" for one in report.gone)


def _first(number: int, one: Weighed, view: SiteView) -> Iterator[str]:
    """What to do of one rule: its widest finding, and how many others there are."""
    widest = max(one.found, key=lambda found: found.pages)
    head = f"{number}. {_severity(one.severity, view)}  "
    plain = f"{number}. {SEVERITIES[one.severity].say(view.language)}  "
    text = visible(widest.message(view.language))
    lines = textwrap.wrap(
        text,
        _columns(view) - 3,
        initial_indent=plain,
        subsequent_indent="   ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    yield lines[0].replace(plain, head, 1) + "\n"
    yield from (f"{line}\n" for line in lines[1:])
    advice = f"→ {visible(widest.advice(view.language))}"
    for line in textwrap.wrap(
        advice, _columns(view), initial_indent="   ", subsequent_indent="     "
    ):
        yield f"{line}\n"
    counts = {"findings": len(one.found), "pages": one.pages}
    yield (
        _dim(f"   {_where(widest.spots[0])} · {ROW.say(view.language, counts)} [{one.rule}]", view)
        + "\n"
    )


def _table(rules: tuple[Weighed, ...], view: SiteView) -> Iterator[str]:
    name = max(len(one.rule) for one in rules)
    word = max(len(SEVERITIES[one].say(view.language)) for one in Severity)
    for one in rules:
        counts = {"findings": len(one.found), "pages": one.pages}
        padding = " " * (word - len(SEVERITIES[one.severity].say(view.language)))
        yield f"  {one.rule:<{name}}  {_severity(one.severity, view)}{padding}  {ROW.say(view.language, counts)}\n"


def _articles(report: SiteReport, view: SiteView) -> Iterator[str]:
    rules = sorted(
        report.articles.items(), key=lambda one: (one[1].severity.rank, -one[1].pages, one[0])
    )
    shown = rules if view.verbose else rules[:MOST_RULES]
    name = max(len(rule) for rule, _ in shown)
    word = max(len(SEVERITIES[one].say(view.language)) for one in Severity)
    for rule, count in shown:
        counts = {"findings": count.findings, "pages": count.pages}
        padding = " " * (word - len(SEVERITIES[count.severity].say(view.language)))
        yield f"  {rule:<{name}}  {_severity(count.severity, view)}{padding}  {ROW.say(view.language, counts)}\n"
    if len(rules) > len(shown):
        yield f"  {MORE_PLACES.say(view.language, {'count': len(rules) - len(shown)})}\n"


def _finding(found: Found, view: SiteView) -> Iterator[str]:
    state = f" ({NEW.say(view.language)})" if found.state == "new" else ""
    yield from _wrapped(
        f"{SEVERITIES[found.severity].say(view.language)}  {visible(found.message(view.language))}{state}",
        view,
        "  ",
    )
    yield from (f"    {_where(spot)}\n" for spot in found.spots)
    yield from _wrapped(f"→ {visible(found.advice(view.language))}", view, "    ")


def _outcome(report: SiteReport, view: SiteView) -> str:
    if report.outcome.passed:
        return f"✓ {PASSED.say(view.language)}"
    reasons = " ; ".join(reason.say(view.language) for reason in report.outcome.reasons)
    return f"✗ {FAILED.say(view.language, {'reasons': reasons})}"


def _title(rule: str, view: SiteView) -> str:
    return view.rules[rule].title.say(view.language)


def _where(spot: Spot) -> str:
    line = f":{spot.line}:{spot.column}" if spot.line else ""
    return f"{visible(spot.path)}{line}"


def _heading(title: Message, view: SiteView) -> Iterator[str]:
    yield f"\n{_bold(title.say(view.language), view)}\n"


def _columns(view: SiteView) -> int:
    return min(max(view.width, 40), WIDEST)


def _wrapped(text: str, view: SiteView, indent: str = "") -> Iterator[str]:
    for line in textwrap.wrap(
        text,
        _columns(view),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    ):
        yield f"{line}\n"


def _severity(severity: Severity, view: SiteView) -> str:
    text = SEVERITIES[severity].say(view.language)
    return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m" if view.color else text


def _bold(text: str, view: SiteView) -> str:
    return f"\x1b[1m{text}\x1b[0m" if view.color else text


def _dim(text: str, view: SiteView) -> str:
    return f"\x1b[2m{text}\x1b[0m" if view.color else text
