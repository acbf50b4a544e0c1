"""From what a rule found to the verdict a report shows: places, excerpts, fingerprints, severity."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from msgspec.structs import replace

from seo_audit.judging import score
from seo_audit.lazy import regex
from seo_audit.report import Place, PlacedFinding, Status, Verdict
from seo_audit.rule import Finding, Rule
from seo_audit.source import Source, Span

EXCERPT = 120
"""Characters of the source a finding shows at most."""


def with_findings(verdict: Verdict, findings: tuple[PlacedFinding, ...]) -> Verdict:
    """The verdict that follows from these findings: passed when there are none."""
    if not findings:
        return replace(verdict, status=Status.PASSED, score=1.0, findings=())
    severities = [finding.severity for finding in findings]
    return replace(
        verdict,
        status=Status.FAILED,
        severity=min(severities, key=lambda severity: severity.rank),
        score=score.verdict_score(severities, verdict.weight),
        findings=findings,
    )


def placed(rule: Rule, found: Iterable[Finding], source: Source) -> Iterator[PlacedFinding]:
    """The findings in the order of their places, those of the whole article first."""
    seen: dict[tuple[str, str], int] = {}
    # many findings may be about one long script
    about = lru_cache(maxsize=4)(lambda span: _about(source, span))
    prefix = lru_cache(maxsize=64)(_digest)
    for finding in sorted(found, key=lambda one: one.span or ()):
        severity = score.severity_of(finding, rule.severity)
        # what the finding is about, never where it stands nor its figures: both move with edits
        message, text = finding.fault.message.en, about(finding.span)
        seen[message, text] = number = seen.get((message, text), 0) + 1
        digest = prefix(rule.id, message, text).copy()
        digest.update(f"\n{number}".encode())
        yield PlacedFinding(
            fault=finding.fault,
            values=finding.values,
            severity=severity,
            place=place(source, finding.span),
            excerpt=excerpt_of(source, finding.span),
            fingerprint=digest.hexdigest(),
            related=tuple(filter(None, (place(source, span) for span in finding.related))),
            rule=rule.id,
            fix=finding.fix,
        )


def place(source: Source, span: Span | None) -> Place | None:
    """A span as lines and columns."""
    if span is None:
        return None
    start, end = source.position(span.start), source.position(span.end)
    return Place(start.line, start.column, end.line, end.column, span.start, span.end)


def _about(source: Source, span: Span | None) -> str:
    """The words of a place; white space between them may change."""
    return " ".join(source.text[span.start : span.end].split()) if span else ""


def _digest(rule: str, message: str, text: str) -> blake2b:
    return blake2b(f"{rule}\n{message}{text and ' '}{text}".encode(), digest_size=10)


def excerpt_of(source: Source, span: Span | None) -> str:
    """The source at a place, in one line, cut where it is long."""
    # no more is looked at than is shown
    text = source.text[span.start : min(span.end, span.start + 4 * EXCERPT + 1)] if span else ""
    line = _BLANKS.sub(" ", text[: 4 * EXCERPT]).strip()
    if len(line) <= EXCERPT and len(text) <= 4 * EXCERPT:
        return line
    return line[: EXCERPT - 1].rstrip() + "…"


_BLANKS = regex(r"[ \t\r\n\f\v](?:[ \t\r\n\f\v]++|(?<! ))")
"""Blanks that are not one space."""
