"""What an editor offers to do about findings: mend one, mend all that is safe, silence a rule here."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.document import Document
from seo_audit.editor.buffers import Buffer
from seo_audit.editor.hovers import length
from seo_audit.editor.silences import silence
from seo_audit.errors import SeoAuditError
from seo_audit.fixing.composing import applied
from seo_audit.fixing.mending import mend
from seo_audit.fixing.proof import differences
from seo_audit.message import Language, Message, Value, shorten
from seo_audit.report import PlacedFinding, Report
from seo_audit.rule import Edit, Fix
from seo_audit.source import Source, Span

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.seo-audit"
"""Kinds of actions, as the protocol names them."""
MOST_SILENCES = 6
"""Rules that are offered to be silenced at one place."""
MEND = Message(fr="Corriger{places:| (# endroits)} : {what}", en="Fix{places:| (# places)}: {what}")
SUGGEST = Message(
    fr="Suggestion, à relire{places:| (# endroits)} : {what}",
    en="Suggestion, to be checked{places:| (# places)}: {what}",
)
MEND_ALL = Message(fr="Tout corriger (corrections sûres)", en="Fix all that is safe")
SILENCE = Message(fr="Faire taire « {rule} » ici", en="Silence “{rule}” here")
SILENCE_WHOLE = Message(
    fr="Faire taire « {rule} » dans cet article", en="Silence “{rule}” in this article"
)


class Offer(Struct, frozen=True):
    """Something that can be done. Its edits are made when they are asked for."""

    job: Literal["mend", "mend all", "silence"]
    title: str
    kind: str
    rule: str = ""
    fingerprint: str = ""
    preferred: bool = False


def offers(
    buffer: Buffer, report: Report, place: Span, only: Sequence[str] | None, language: Language
) -> list[Offer]:
    """What can be done about the findings at a place, of the kinds that are asked for (None: all)."""
    found: list[Offer] = []
    if _is_asked(QUICK_FIX, only):
        there = [
            (rule, finding) for rule, finding in buffer.shown(report) if _is_at(finding, place)
        ]
        there.sort(key=lambda one: length(one[1]))
        found += [_mending(*one, one[1].fix, language) for one in there if one[1].fix]
        found.sort(key=lambda offer: not offer.preferred)
        if report.format != "text":
            found += _silences(there, language)
    if _is_asked(FIX_ALL, only) and any(
        finding.fix and finding.fix.safe for _, finding in report.findings
    ):
        found.append(Offer("mend all", MEND_ALL.say(language), FIX_ALL))
    return found


def _is_asked(kind: str, only: Sequence[str] | None) -> bool:
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _is_at(finding: PlacedFinding, place: Span) -> bool:
    """Whether a finding, or something that mends it, stands at a place."""
    spans = [finding.span or Span(0, 0)]
    if finding.fix:
        spans += [Span(edit.start, edit.end) for edit in finding.fix.edits]
    return any(span.start <= place.end and place.start <= span.end for span in spans)


def _mending(rule: str, finding: PlacedFinding, fix: Fix | None, language: Language) -> Offer:
    assert fix is not None
    message = MEND if fix.safe else SUGGEST
    values: dict[str, Value] = {
        "what": shorten(finding.message(language), 100),
        "places": len(fix.edits),
    }
    title = message.say(language, values)
    return Offer("mend", title, QUICK_FIX, rule, finding.fingerprint, preferred=fix.safe)


def _silences(findings: Sequence[tuple[str, PlacedFinding]], language: Language) -> Iterator[Offer]:
    known: set[str] = set()
    for rule, finding in findings:
        if rule not in known and len(known) < MOST_SILENCES:
            known.add(rule)
            message = SILENCE if finding.place else SILENCE_WHOLE
            title = message.say(language, {"rule": rule})
            yield Offer("silence", title, QUICK_FIX, rule, finding.fingerprint)


def edits_for(offer: Offer, report: Report, config: Config) -> tuple[Edit, ...]:
    """The edits of what was offered of a report, proved; none where it cannot be done after all."""
    document = report.document
    if document is None:
        return ()
    if offer.job == "mend all":
        mended = mend(document.source, config, document.format)
        if len(mended.passes) == 1:
            return mended.passes[0].edits
        return tuple(changes(document.source.text, mended.source.text))
    wanted = (
        finding
        for verdict, finding in report.findings
        if (verdict.rule, finding.fingerprint) == (offer.rule, offer.fingerprint)
    )
    finding = next(wanted, None)
    if finding is None:
        return ()
    if offer.job == "silence":
        return silence(document, offer.rule, finding, config) or ()
    return _proved(document, finding.fix.edits if finding.fix else (), config)


def _proved(document: Document, edits: tuple[Edit, ...], config: Config) -> tuple[Edit, ...]:
    """The edits, if they change what they say and nothing else."""
    old = document.source
    source = Source(applied(old.text, edits), old.name, old.path, old.encoding)
    try:
        new = engine.read(source, config, document.format)
    except SeoAuditError:
        return ()
    return edits if differences(document, new, edits) is None else ()


def changes(old: str, new: str) -> Iterator[Edit]:
    """What makes one text of another, in small edits: line by line, each without what is alike at its ends."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(before) != len(after):
        # fixes seldom add or remove lines: then what changed is one edit
        before, after = [old], [new]
    start = 0
    for line, other in zip(before, after, strict=True):
        if line != other:
            yield _trimmed(start, line, other)
        start += len(line)


def _trimmed(start: int, old: str, new: str) -> Edit:
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    most -= first
    last = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return Edit(start + first, start + len(old) - last, new[first : len(new) - last])
