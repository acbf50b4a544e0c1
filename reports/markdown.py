"""Short Markdown, for a job summary or a comment on a merge request: a table, details folded.

GitHub takes comments of 65,536 characters, so that long runs name the articles that need work first
and say how many are left out.
"""

from collections.abc import Iterator
from itertools import islice

from seo_audit.judging.gate import Outcome
from seo_audit.lazy import regex
from seo_audit.message import Message, Value, number
from seo_audit.rendering import points
from seo_audit.rendering.escaping import INVISIBLE, code, markdown, visible
from seo_audit.rendering.fixes import new_lines
from seo_audit.rendering.labels import COUNTS
from seo_audit.rendering.many import Theme, Told, overview
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import Line, Summary, View, to_mend_first
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Severity

ROWS = 50
"""Articles in the table."""
FINDINGS = 10
"""Findings shown of one article."""
ROOM = 30_000
"""Characters that details may take; rules take less than 12,000, the table less than 20,000."""
FEW = 5
"""Articles from which on the rules are told before them."""
RULES, REPEATED, PLACES = 15, 10, 3
"""Rules and repetitions that are named, and places of each."""
LONGEST = 240
"""Characters of a message."""
PATH = 120
"""Characters of a path."""

TITLE = "seo-audit"
MARKS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}
TOTAL = Message(
    fr="{count:# article|# articles} : {passed:# accepté|# acceptés}, {failed:# refusé|# refusés}, "
    "{unreadable:# illisible|# illisibles}.",
    en="{count:# article|# articles}: {passed:# passed|# passed}, {failed:# failed|# failed}, "
    "{unreadable:# unreadable|# unreadable}.",
)
COLUMNS = Message(
    fr="Article|Score|Mots|Erreurs|Avertissements|Informations|",
    en="Article|Score|Words|Errors|Warnings|Infos|",
)
NO_ARTICLE = Message(fr="Aucun article.", en="No article.")
PASSED = Message(fr="✅ accepté", en="✅ passed")
FAILED = Message(fr="❌ refusé", en="❌ failed")
UNREADABLE = Message(fr="⛔ illisible", en="⛔ unreadable")
MORE_ROWS = Message(
    fr="… et {count:# autre article|# autres articles}.",
    en="… and {count:# other article|# other articles}.",
)
MORE_FINDINGS = Message(
    fr="… et {count:# autre constat|# autres constats}.",
    en="… and {count:# other finding|# other findings}.",
)
MORE_DETAILS = Message(
    fr="Détails de {count:# article|# articles} non repris ici.",
    en="Details of {count:# article|# articles} left out here.",
)
RULE = Message(
    fr="{title} ({rule}) : {count:# constat|# constats}, {articles:# article|# articles}",
    en="{title} ({rule}): {count:# finding|# findings}, {articles:# article|# articles}",
)
MORE_PLACES = Message(
    fr="et {count:# autre article|# autres articles}",
    en="and {count:# other article|# other articles}",
)
MORE_RULES = Message(
    fr="… et {count:# autre règle|# autres règles}.",
    en="… and {count:# other rule|# other rules}.",
)
BY_RULE = Message(fr="Par règle, la plus grave d’abord", en="By rule, the gravest first")
BY_TEMPLATE = Message(
    fr="Répété sur la plupart des pages, sans doute par leur modèle",
    en="Repeated on most pages, by their template no doubt",
)
ON = Message(
    fr="{count} articles sur {all} : {message} ({rule})",
    en="{count} articles of {all}: {message} ({rule})",
)
BY_ARTICLE = Message(fr="Article par article", en="Article by article")
BROKEN = Message(fr="Règle en panne : {rule}", en="Broken rule: {rule}")
LINE = Message(fr="ligne {line}", en="line {line}")
FIXED = Message(
    fr="{count:# constat accepté a disparu|# constats acceptés ont disparu} depuis.",
    en="{count:# accepted finding is|# accepted findings are} gone since.",
)


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """What is folded under an article's name; empty when there is nothing to say."""
    items = list(_items(report, outcome, view))
    if not items:
        return ""
    # GitHub and GitLab read Markdown within <details> only after a blank line
    name = f"<summary>{_html(visible(report.path, PATH))} — {_headline(report, view)}</summary>"
    return f"<details>\n{name}\n\n" + "\n".join(items) + "\n\n</details>\n"


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """A heading, the sum, the table, the details."""
    say = view.language
    yield f"## {TITLE}\n\n"
    if not summary.lines:
        yield NO_ARTICLE.say(say) + "\n"
        return
    yield TOTAL.say(
        say,
        {
            "count": len(summary.lines),
            "passed": summary.passed,
            "failed": summary.failed,
            "unreadable": summary.unreadable,
        },
    )
    yield (" " + FIXED.say(say, {"count": summary.fixed}) if summary.fixed else "") + "\n\n"
    for one in summary.remarks:
        mark, text = MARKS[Severity.INFO], _text(one.said(say))
        yield f"{mark} {text} *{_text(one.advice)}* ({code(one.rule)})\n\n"
    if len(summary.lines) > FEW:
        yield from _rules(summary, view)
    yield from _table(summary, view)
    yield from _details(entries, summary, view)


def _rules(summary: Summary, view: View) -> Iterator[str]:
    """What the articles have in common: what a template repeats, then rules with a few places of each."""
    say, lines = view.language, summary.lines
    found = overview([line.tallies for line in lines])
    if found.repetitions:
        yield f"### {BY_TEMPLATE.say(say)}\n\n"
        for repetition in found.repetitions[:REPEATED]:
            values: dict[str, Value] = {
                "count": len(repetition.articles),
                "all": len(lines),
                "message": _text(repetition.message),
                "rule": code(repetition.rule),
            }
            yield f"- {MARKS[repetition.severity]} {ON.say(say, values)}\n"
        yield "\n"
    if found.themes:
        yield f"### {BY_RULE.say(say)}\n\n"
        for theme in found.themes[:RULES]:
            yield f"- {MARKS[theme.severity]} {_theme(theme, view)}\n"
            places = [_first_place(one, lines, view) for one in theme.told[:PLACES]]
            more = len(theme.told) - PLACES
            rest = f" {MORE_PLACES.say(say, {'count': more})}" if more > 0 else ""
            yield f"  {', '.join(places)}{rest}\n"
        if len(found.themes) > RULES:
            yield "\n" + MORE_RULES.say(say, {"count": len(found.themes) - RULES}) + "\n"
        yield f"\n### {BY_ARTICLE.say(say)}\n\n"


def _theme(theme: Theme, view: View) -> str:
    values: dict[str, Value] = {
        "title": f"**{_text(points.title(theme.rule, view.rules, view.language))}**",
        "rule": code(theme.rule),
        "count": theme.count,
        "articles": len(theme.told),
    }
    return RULE.say(view.language, values)


def _first_place(told: Told, lines: tuple[Line, ...], view: View) -> str:
    path = code(visible(lines[told.article].path, PATH))
    line = next((one.line for one in told.tally.examples if one.line), None)
    return f"{path} {LINE.say(view.language, {'line': str(line)})}" if line else path


def _table(summary: Summary, view: View) -> Iterator[str]:
    yield "| " + " | ".join(COLUMNS.say(view.language).split("|")) + " |\n"
    yield "|---|--:|--:|--:|--:|--:|---|\n"
    for line in to_mend_first(summary.lines)[:ROWS]:
        yield _row(line, view)
    if len(summary.lines) > ROWS:
        yield "\n" + MORE_ROWS.say(view.language, {"count": len(summary.lines) - ROWS}) + "\n"


def _row(line: Line, view: View) -> str:
    figures: tuple[int | None, ...] = (
        line.score,
        line.words,
        line.errors,
        line.warnings,
        line.infos,
    )
    if line.error is not None:
        figures = (None,) * len(figures)
        state = UNREADABLE
    else:
        state = PASSED if line.outcome.passed else FAILED
    cells = ["–" if one is None else number(one, view.language) for one in figures]
    if cap := points.cap_said(line, view.language):
        cells[0] += f" ({cap})"
    path = code(visible(line.path, PATH))
    return f"| {path} | {' | '.join(cells)} | {state.say(view.language)} |\n"


def _details(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    room, left_out = ROOM, 0
    few = len(summary.lines) <= FINDINGS
    for one, line in zip(entries, summary.lines, strict=False):
        if not one:
            continue
        passed = line.outcome.passed and not few  # in a long run, what passed can wait
        if passed or len(one) > room:
            left_out += 1
            continue
        room -= len(one)
        yield "\n" + one
    if left_out:
        yield "\n" + MORE_DETAILS.say(view.language, {"count": left_out}) + "\n"


def _headline(report: Report, view: View) -> str:
    if report.error:
        return UNREADABLE.say(view.language)
    counts = {severity: report.count(severity) for severity in Severity}
    return ", ".join(
        COUNTS[severity].say(view.language, {"count": count})
        for severity, count in counts.items()
        if count
    ) or FAILED.say(view.language)


def _items(report: Report, outcome: Outcome, view: View) -> Iterator[str]:
    say = view.language
    if report.error:
        yield f"- {_text(reason(report, say))}"
        return
    for one in outcome.reasons:
        yield f"- **{_text(one.say(say))}**"
    for verdict in report.having(Status.BROKEN):
        text = BROKEN.say(say, {"rule": verdict.rule})
        yield f"- {_text(text)} ({_text(verdict.error or '')})"
    gained = points.gained(report)
    found = sorted(
        report.findings, key=lambda pair: points.urgency(pair[0], pair[1].severity, gained)
    )
    for verdict, finding in found[:FINDINGS]:
        yield _item(report, verdict, finding, view)
    if len(found) > FINDINGS:
        yield f"- {MORE_FINDINGS.say(say, {'count': len(found) - FINDINGS})}"


def _item(report: Report, verdict: Verdict, finding: PlacedFinding, view: View) -> str:
    say, suggested = view.language, _suggestion(report, finding)
    place = f"{LINE.say(say, {'line': str(finding.place.line)})}, " if finding.place else ""
    message, advice = _text(finding.message(say)), _text(finding.advice(say))
    colon = "\u00a0:" if say == "fr" else ":"
    mark = MARKS[finding.severity]
    item = f"- {mark} {place}{code(verdict.rule)}{colon} {message} *{advice}*"
    return f"{item}\n{suggested}" if suggested else item


def _suggestion(report: Report, finding: PlacedFinding) -> str:
    """The line as it would read, as GitHub’s suggested change: a review’s comment on that line offers to make it."""
    if not (finding.fix and report.document):
        return ""
    lines = list(islice(new_lines(finding.fix, report.document.source), 2))
    if len(lines) != 1 or len(lines[0][1]) > LONGEST or INVISIBLE.search(lines[0][1]):
        return ""
    fence = "`" * max(3, max(map(len, _TICKS.findall(lines[0][1])), default=0) + 1)
    return f"\n  {fence}suggestion\n  {lines[0][1]}\n  {fence}\n"


_TICKS = regex("`+")


def _text(text: str) -> str:
    return markdown(visible(text, LONGEST))


def _html(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "@&#8203;")
    )
