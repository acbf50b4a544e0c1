"""Findings as an editor shows them: at their places, in a sentence, with the score above."""

from collections.abc import Iterator

from msgspec import Struct

from seo_audit.editor.buffers import Audited, Buffer
from seo_audit.editor.positions import Extent, Position
from seo_audit.errors import ConfigError
from seo_audit.message import Language, Message
from seo_audit.rendering.labels import COUNTS
from seo_audit.rendering.points import cap_said
from seo_audit.report import PlacedFinding, Report
from seo_audit.rule import Severity

TOP = Extent(Position(0, 0), Position(0, 0))
"""The place of what is about the article as a whole."""
MOST_RELATED = 20
ALSO_HERE = Message(fr="aussi ici", en="here as well")
SCORE = Message(
    fr="SEO : {score}/100 · {words:# mot|# mots}", en="SEO: {score}/100 · {words:# word|# words}"
)
CAPPED_SCORE = Message(fr="SEO : {score}/100, {cap}", en="SEO: {score}/100, {cap}")
NO_SCORE = Message(fr="SEO : {words:# mot|# mots}", en="SEO: {words:# word|# words}")
CONFIGURATION = "configuration"
UNREADABLE = "unreadable"
"""Codes of what is wrong before any rule is asked."""


class Diagnostic(Struct, frozen=True):
    """What an editor underlines. `severity` is the protocol's: 1 error, 2 warning, 3 information."""

    extent: Extent
    severity: int
    code: str
    message: str
    related: tuple[Extent, ...] = ()
    fingerprint: str = ""


def diagnostics(buffer: Buffer, audited: Audited, language: Language) -> Iterator[Diagnostic]:
    """What to show of an audit of the text as it stands, in the order of the text."""
    if audited.error:
        code = CONFIGURATION if isinstance(audited.error, ConfigError) else UNREADABLE
        yield Diagnostic(TOP, 1, code, audited.error.say(language))
    if not audited.report:
        return
    shown = buffer.shown(audited.report)
    for rule, finding in sorted(shown, key=lambda one: one[1].place.offset if one[1].place else -1):
        yield Diagnostic(
            extent=extent(buffer, finding),
            severity=finding.severity.rank + 1,
            code=rule,
            message=f"{finding.message(language)} {finding.advice(language)}",
            related=tuple(
                buffer.lines.extent(place.offset, place.end_offset)
                for place in finding.related[:MOST_RELATED]
            ),
            fingerprint=finding.fingerprint,
        )


def extent(buffer: Buffer, finding: PlacedFinding) -> Extent:
    """Where a finding stands in the text."""
    place = finding.place
    return buffer.lines.extent(place.offset, place.end_offset) if place else TOP


def summary(report: Report, language: Language) -> str:
    """The score, the words and what was found, in a line."""
    words = report.words or 0
    cap = cap_said(report, language)
    message = NO_SCORE if report.score is None else CAPPED_SCORE if cap else SCORE
    parts = [message.say(language, {"score": report.score or 0, "words": words, "cap": cap})]
    for severity in Severity:
        count = report.count(severity)
        if count:
            parts.append(COUNTS[severity].say(language, {"count": count}))
    return " · ".join(parts)
