"""What is told of a finding under the pointer: what, what to do, why, and who says so."""

from collections.abc import Iterator

from seo_audit import plugins
from seo_audit.editor.buffers import Buffer
from seo_audit.message import Language, Message
from seo_audit.rendering.escaping import code, markdown
from seo_audit.rendering.labels import EVIDENCE, SEVERITIES
from seo_audit.report import PlacedFinding, Report

MOST = 4
"""Findings told of at one place."""
WHY = Message(fr="Pourquoi :", en="Why:")
WHAT = Message(fr="Ce que cherche la règle :", en="What the rule looks for:")
EXPLAIN = Message(
    fr="`seo-audit explain {rule}` dit le reste.", en="`seo-audit explain {rule}` tells the rest."
)


def hover(buffer: Buffer, report: Report, offset: int, language: Language) -> str | None:
    """Markdown about the findings at an offset, the shortest first; None where there is none."""
    there = [(rule, finding) for rule, finding in buffer.shown(report) if holds(finding, offset)]
    there.sort(key=lambda one: length(one[1]))
    return (
        "\n\n---\n\n".join(_about(rule, finding, language) for rule, finding in there[:MOST])
        or None
    )


def holds(finding: PlacedFinding, offset: int) -> bool:
    """Whether a finding stands at an offset; one about the article as a whole stands at its start."""
    if finding.place is None:
        return offset == 0
    return finding.place.offset <= offset <= finding.place.end_offset


def length(finding: PlacedFinding) -> int:
    """How much of the text a finding marks; one about the whole article the most."""
    place = finding.place
    return place.end_offset - place.offset if place else 1 << 60


def _about(rule: str, finding: PlacedFinding, language: Language) -> str:
    return "\n\n".join(_parts(rule, finding, language))


def _parts(rule: str, finding: PlacedFinding, language: Language) -> Iterator[str]:
    yield f"**{markdown(finding.message(language))}**"
    yield markdown(finding.advice(language))
    known = plugins.rules().get(rule)
    if known is None:
        yield code(rule)
        return
    yield f"{WHAT.say(language)} {markdown(known.what.say(language, {}))}"
    yield f"{WHY.say(language)} {markdown(known.why.say(language, {}))}"
    evidence = EVIDENCE[known.evidence].say(language)
    severity = SEVERITIES[finding.severity].say(language)
    yield f"{code(rule)} · {severity} · {evidence}"
    yield EXPLAIN.say(language, {"rule": rule})
