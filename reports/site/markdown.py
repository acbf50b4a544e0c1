"""Short Markdown, for a job summary or a comment on a merge request: sentences, a table of rules, details folded."""

from collections.abc import Iterator

from seo_audit.reports.site._paths import called
from seo_audit.reports.site._sentences import Weighed, sentences, weighed

from seo_audit.message import Message
from seo_audit.rendering.escaping import code, markdown, visible
from seo_audit.rule import Severity
from seo_audit.site.findings import Found
from seo_audit.site.site_report import SiteReport, SiteView

MARKS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}
FINDINGS, PLACES = 10, 5
"""Findings shown of one rule, and places of one finding."""
ROOM = 40_000
"""Characters that details may take: GitHub takes comments of 65,536."""
LONGEST = 240
"""Characters of a message."""
COLUMNS = Message(fr="Règle|Constats|Pages", en="Rule|Findings|Pages")
PASSED = Message(fr="✅ accepté", en="✅ passed")
FAILED = Message(fr="❌ refusé", en="❌ failed")
MORE = Message(fr="… et {count:# autre|# autres}.", en="… and {count:# more|# more}.")
LEFT_OUT = Message(
    fr="Détails de {count:# règle|# règles} non repris ici.",
    en="Details of {count:# rule|# rules} left out here.",
)


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """A heading, the sentences, the table, the details."""
    say = view.language
    yield f"## {markdown(visible(called(report)))}\n\n"
    yield (PASSED if report.outcome.passed else FAILED).say(say) + "\n\n"
    for reason in report.outcome.reasons:
        yield f"- **{markdown(reason.say(say))}**\n"
    for sentence in sentences(report, view):
        yield f"- {markdown(sentence)}\n"
    rules = weighed(report)
    if not rules:
        return
    yield "\n| " + " | ".join(COLUMNS.say(say).split("|")) + " |\n|---|--:|--:|\n"
    for one in rules:
        yield f"| {MARKS[one.severity]} {code(one.rule)} | {len(one.found)} | {one.pages} |\n"
    room, left_out = ROOM, 0
    for one in rules:
        text = _details(one, view)
        if len(text) > room:
            left_out += 1
            continue
        room -= len(text)
        yield text
    if left_out:
        yield "\n" + LEFT_OUT.say(say, {"count": left_out}) + "\n"


def _details(one: Weighed, view: SiteView) -> str:
    title = markdown(view.rules[one.rule].title.say(view.language))
    items = [line for found in one.found[:FINDINGS] for line in _item(found, view)]
    if len(one.found) > FINDINGS:
        items.append(f"- {MORE.say(view.language, {'count': len(one.found) - FINDINGS})}")
    inner = "\n".join(items)
    return f"\n<details>\n<summary>{title}</summary>\n\n{inner}\n\n</details>\n"


def _item(found: Found, view: SiteView) -> Iterator[str]:
    say = view.language
    message = markdown(visible(found.message(say), LONGEST))
    advice = markdown(visible(found.advice(say), LONGEST))
    yield f"- {MARKS[found.severity]} {message} *{advice}*"
    for spot in found.spots[:PLACES]:
        line = f":{spot.line}" if spot.line else ""
        yield f"  - {code(visible(spot.path, LONGEST) + line)}"
    if len(found.spots) > PLACES:
        yield f"  - {MORE.say(say, {'count': len(found.spots) - PLACES})}"
