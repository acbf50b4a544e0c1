"""Accepted findings followed through a fix: what they are about reads otherwise, they are the same."""

from collections.abc import Iterator

from seo_audit.fixing.composing import Shift
from seo_audit.fixing.mending import Mended, Pass
from seo_audit.judging.baseline import Accepted
from seo_audit.report import PlacedFinding

_Key = tuple[str, str, int, int]


def followed(accepted: Accepted, mended: Mended) -> tuple[Accepted, int]:
    """The accepted findings as they are known after the fix, and how many of them were mended."""
    gone = 0
    for one in mended.passes:
        accepted, went = _after(accepted, one)
        gone += went
    return accepted, gone


def _after(accepted: Accepted, one: Pass) -> tuple[Accepted, int]:
    then = {next(_keys(finding)): finding for _, finding in one.after.findings}
    shift = Shift(one.edits)
    found = set(accepted)
    moved: set[tuple[str, str]] = set()
    gone = 0
    for _, finding in one.before.findings:
        if (finding.rule, finding.fingerprint) not in accepted:
            continue
        found.discard((finding.rule, finding.fingerprint))
        # what was one finding of many places may be several now, or stand at its second place
        after = [then[key] for key in _keys(finding, shift) if key in then]
        moved.update((one.rule, one.fingerprint) for one in after)
        gone += not after
    return frozenset(found | moved), gone


def _keys(finding: PlacedFinding, shift: Shift | None = None) -> Iterator[_Key]:
    """What a finding is known by within one article, for each of its places; the first is its own."""
    said = finding.fault.message.en
    for place in (finding.place, *finding.related):
        if place is None:
            yield finding.rule, said, -1, -1
        elif shift is None:
            yield finding.rule, said, place.offset, place.end_offset
        else:
            yield finding.rule, said, shift.start(place.offset), shift.end(place.end_offset)
