"""What the rules of typography share: the use of regions, and how findings are grouped."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.analysis.passages import (
    DESCRIPTION,
    FEWEST_WORDS,
    NARROW,
    NBSP,
    Passage,
    is_french_tag,
)
from seo_audit.document import BlockKind, Document
from seo_audit.measures import Measures
from seo_audit.message import Message, ending
from seo_audit.rule import Edit, Fault, Finding, Fix, Severity
from seo_audit.rule_support.edits import Change, edits

SHOWN = 5
"""Passages with a finding of their own for one kind of fault; the others share one more."""

RELATED = 20
"""Further places a finding points at, at most; its count is of all."""

EXAMPLE = 40
"""Characters of an example in a message, at most."""


class Hit(Struct, frozen=True):
    """A fault met in a passage: indices of its text, and how a message shows it (the text, unless said).

    `changes` mend it; with a `doubt` they are a suggestion, and it says what to look at.
    """

    passage: Passage
    start: int
    end: int
    example: str = ""
    changes: tuple[Change, ...] = ()
    doubt: Message | None = None

    @property
    def shown(self) -> str:
        """What a message shows of it."""
        shown = self.example or self.passage.block.text.value[self.start : self.end]
        shown = shown.replace("\n", " ").strip()
        return ending(shown, EXAMPLE)


class Convention(Struct, frozen=True):
    """The spaces that may stand before signs and inside quotation marks in a region; "" is none."""

    high: frozenset[str]
    """Before ; ! and ?."""
    colon: frozenset[str]
    quotes: frozenset[str]
    """After « and before »."""
    sign: frozenset[str]
    """Between a number and %, ‰ or a currency."""


_UNBREAKABLE = frozenset({NBSP, NARROW})
_NONE = frozenset({""})

CONVENTIONS: Mapping[str, Convention] = {
    # Lexique des règles typographiques en usage à l'Imprimerie nationale; Belgium follows it
    "fr-FR": Convention(_UNBREAKABLE, _UNBREAKABLE, _UNBREAKABLE, _UNBREAKABLE),
    # OQLF, Banque de dépannage linguistique, « Espacement avant et après les signes »: nothing
    # before ; ! ? (a thin space where the tool has one)
    "fr-CA": Convention(_NONE | {NARROW}, _UNBREAKABLE, _UNBREAKABLE, _UNBREAKABLE),
    # Guide du typographe (romand): thin spaces, in everyday use none; a plain one never
    "fr-CH": Convention(
        _UNBREAKABLE | _NONE, _UNBREAKABLE | _NONE, _UNBREAKABLE | _NONE, _UNBREAKABLE | _NONE
    ),
}
"""Use by region, as `Measures.region` names them."""


def applies(document: Document, measures: Measures) -> bool:
    """Whether there is French to judge: by its text, or, when that is too short to tell, as declared."""
    if not measures.passages:
        return False
    declared = document.metadata.language
    language = measures.language if measures.word_count >= FEWEST_WORDS else "und"
    if language == "und":
        if measures.is_in_another_language:
            return False
        return declared is None or is_french_tag(declared.value)
    return language == "fr"


Finder = Callable[[Passage], Iterable[tuple[Fault, Hit]]]
"""What finds faults in a passage, each with its kind."""


def met(judged: Iterable[Passage], find: Finder) -> Mapping[Fault, list[Hit]]:
    """What `find` meets in the passages by kind, in order; passages in another language are left out."""
    by_kind: dict[Fault, list[Hit]] = {}
    for passage in judged:
        found = sorted(find(passage), key=lambda pair: pair[1].start)
        # the language is asked last, and only where there is something to tell
        if found and passage.is_french:
            for fault, hit in found:
                by_kind.setdefault(fault, []).append(hit)
    return by_kind


def report(
    judged: Iterable[Passage], find: Finder, severities: Mapping[Fault, Severity] | None = None
) -> Iterator[Finding]:
    """The findings for what `find` meets, `grouped` by kind and passage."""
    for fault, found in met(judged, find).items():
        yield from grouped(fault, found, severity=(severities or {}).get(fault))


def grouped(
    fault: Fault,
    found: Iterable[Hit],
    *,
    shown: int = SHOWN,
    severity: Severity | None = None,
    **values: str | int,
) -> Iterator[Finding]:
    """One finding a passage for the first `shown`, then one for all others together.

    What is not mended without asking (headings that are anchors, values of the metadata) is told apart from the rest:
    one finding for the first such passage, one for all others.

    The finding stands at the first of its hits and points at the next ones. The fault's texts have
    the fields `count` (of all hits), `passages` and `example`, beside those of `values`.
    """
    prose: dict[int, list[Hit]] = {}
    apart: dict[int, list[Hit]] = {}
    for hit in found:
        groups = apart if shown and _is_named_elsewhere(hit.passage) else prose
        groups.setdefault(hit.passage.number, []).append(hit)
    for groups, first in ((prose, shown), (apart, min(shown, 1))):
        rest = islice(groups.values(), first, None)
        others = [hit for group in rest for hit in group]
        for group in islice(groups.values(), first):
            yield _finding(fault, group, 1, severity, values)
        if others:
            yield _finding(fault, others, len(groups) - first, severity, values)


def _is_named_elsewhere(passage: Passage) -> bool:
    """Whether something outside of the text rests on the passage: an anchor is made of it, or it is metadata."""
    if passage.number < 0:
        return passage.document.front_matter is not None or passage.number == DESCRIPTION
    return passage.document.format == "markdown" and passage.block.kind is BlockKind.HEADING


def _finding(
    fault: Fault,
    group: Sequence[Hit],
    in_passages: int,
    severity: Severity | None,
    values: Mapping[str, str | int],
) -> Finding:
    first = group[0]
    related = (hit.passage.span(hit.start, hit.end) for hit in group[1 : RELATED + 1])
    finding = fault.at(
        first.passage.span(first.start, first.end),
        severity,
        count=len(group),
        passages=in_passages,
        example=first.shown,
        **values,
    )
    return replace(finding, related=tuple(filter(None, related)), fix=_fix(group))


def _fix(group: Iterable[Hit]) -> Fix | None:
    """What mends the hits that may be mended without asking, each; where there is none, what would mend the others."""
    by_doubt: dict[Message | None, list[Edit]] = {}
    for hit in group:
        passage = hit.passage
        for edit in edits(passage.document, passage.block.text, hit.changes):
            by_doubt.setdefault(hit.doubt, []).append(edit)
    if not by_doubt:
        return None
    why = None if None in by_doubt else next(iter(by_doubt))
    found = sorted(
        set(by_doubt.pop(None))
        if why is None
        else {edit for some in by_doubt.values() for edit in some}
    )
    return Fix(tuple(found), safe=why is None, why=why)
