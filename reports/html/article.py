"""The findings and the article of the HTML report: numbered, placed, cut into pieces to show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import accumulate

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.analysis.readability import degree
from seo_audit.document import Block, BlockKind, Document, Frame, Image
from seo_audit.judging.score import Gain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Language, shorten
from seo_audit.rendering.fixes import ShownFix, shown_fix
from seo_audit.rendering.highlight import Object, Place, Places, Spot, flow, pieces, topmost
from seo_audit.rendering.points import Gains, urgency
from seo_audit.rendering.points import title as title_of
from seo_audit.rendering.summary import View
from seo_audit.report import Place as SourcePlace
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Rule, Severity
from seo_audit.source import Span, merged

SHOWN = 200
"""Findings of one rule that are shown; a page of ten thousand serves nobody."""

PRINTED = 3
"""Findings of one advice that are printed unless everything is: who mends the article has it on a screen."""

RELATED = 20
"""Other places of a finding that are shown."""

QUOTE = 110
"""Characters of the article a finding repeats at most: it can be read in its place."""

LONG_MARK = 90
"""Characters: longer findings are underlined only."""

LONG_PASSAGE = 160
"""Characters: a finding about a whole block this long is shown by a bar beside it, not on each word."""

LANGUAGES = frozenset(
    {"ar", "br", "ca", "co", "cs", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "he", "hu"}
    | {"it", "ja", "ko", "la", "nl", "no", "oc", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh"}
)
"""Languages a passage may be marked with: what an article declares may be no language at all."""


class Shown(Struct, frozen=True):
    """A finding with its number in the report."""

    number: int
    title: str
    severity: Severity
    finding: PlacedFinding
    message: str
    places: tuple[Place, ...]
    related: tuple[SourcePlace, ...] = ()
    """Lines and columns of what else belongs to it; shown in the article under its number too."""
    quote: str = ""
    """The words it is about as they are read, or the source where they cannot be read."""
    fix: ShownFix | None = None


class Group(Struct, frozen=True):
    """Findings of one rule that ask for the same thing."""

    advice: str
    findings: tuple[Shown, ...]


class Card(Struct, frozen=True):
    """A rule that found fault. `gain` is what the score would gain if it passed."""

    verdict: Verdict
    rule: Rule | None
    title: str
    gain: Gain | None
    groups: tuple[Group, ...]
    more: int

    @property
    def findings(self) -> Iterator[Shown]:
        """Its findings, in order."""
        for group in self.groups:
            yield from group.findings


class Segment(Struct, frozen=True):
    """Characters of a block that look the same. `ends` are the findings that end here."""

    text: str
    findings: tuple[Shown, ...] = ()
    ends: tuple[Shown, ...] = ()
    strong: bool = False
    code: bool = False
    link: bool = False
    keyphrase: bool = False
    hard: int = 0
    """How hard its sentence is to read, 1 to 3; 0 where that is not said."""
    opens: int = 0
    """The same, where the sentence begins."""
    language: str = ""
    long: bool = False
    """Its only finding is about so much text that colour behind the words would shout."""

    @property
    def severity(self) -> Severity:
        """The gravest of its findings."""
        return min((one.severity for one in self.findings), key=lambda severity: severity.rank)


class Item(Struct, frozen=True):
    """A block, an image or an iframe of the article, as it is shown.

    `whole` are findings about all of it, `beside` those about something in it one cannot read.
    """

    number: int
    kind: str
    level: int = 0
    language: str = ""
    segments: tuple[Segment, ...] = ()
    whole: tuple[Shown, ...] = ()
    beside: tuple[Shown, ...] = ()
    source: str = ""
    label: str | None = None
    decorative: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not any(segment.text.strip() for segment in self.segments)

    @property
    def severity(self) -> Severity | None:
        """The gravest of the findings about all of it, or beside it."""
        found = [one.severity for one in (*self.whole, *self.beside)]
        return min(found, key=lambda severity: severity.rank) if found else None


def cards(report: Report, view: View, gained: Gains) -> tuple[Card, ...]:
    """The rules that found fault, gravest first, then those that cost most; findings numbered."""
    failed = sorted(
        (verdict for verdict in report.having(Status.FAILED) if verdict.findings),
        key=lambda verdict: urgency(verdict, verdict.severity, gained),
    )
    places = Places(report.document) if report.document else None
    made: list[Card] = []
    number = 0
    for verdict in failed:
        rule = view.rules.get(verdict.rule)
        title = title_of(verdict.rule, view.rules, view.language)
        by_advice: dict[str, list[Shown]] = {}
        for finding in verdict.findings[:SHOWN]:
            shown = _shown(finding, title, places, report.document, view.language)
            by_advice.setdefault(finding.advice(view.language), []).append(shown)
        groups = []
        for advice, alike in by_advice.items():
            numbered = tuple(replace(one, number=number + at) for at, one in enumerate(alike, 1))
            number += len(numbered)
            groups.append(Group(advice, numbered))
        more = max(len(verdict.findings) - SHOWN, 0)
        gain = gained.get(verdict.rule)
        made.append(Card(verdict, rule, title, gain, tuple(groups), more))
    return tuple(made)


def _shown(
    finding: PlacedFinding,
    title: str,
    places: Places | None,
    document: Document | None,
    language: Language,
) -> Shown:
    """A finding with its places in the article, not numbered yet."""
    message = finding.message(language)
    own = places.find(finding.span) if places and finding.span else ()
    related = tuple(
        one
        for one in dict.fromkeys(finding.related[:RELATED])
        if finding.place is None or one.offset != finding.place.offset
    )
    others = _places(related, places, own) if places else ()
    quote = _quote(finding, message, own, document)
    fix = shown_fix(finding.fix, document.source, language) if finding.fix and document else None
    return Shown(0, title, finding.severity, finding, message, (*own, *others), related, quote, fix)


def _places(
    related: Iterable[SourcePlace], places: Places, known: Iterable[Place]
) -> Iterator[Place]:
    """Where the related places of a finding stand, but for those that are known."""
    seen = set(known)
    for one in related:
        for place in places.find(Span(one.offset, one.end_offset)):
            if place not in seen:
                seen.add(place)
                yield place


_EMPTY_TAG = regex(r"</?\w+>\Z")


def _quote(
    finding: PlacedFinding, message: str, found: Sequence[Place], document: Document | None
) -> str:
    spot = found[0] if found else None
    if document is None or not isinstance(spot, Spot) or spot.start == spot.end:
        if _EMPTY_TAG.match(finding.excerpt):
            return ""  # <head>, <p>: says nothing
        return finding.excerpt if "<" in finding.excerpt else unescape(finding.excerpt)
    text = " ".join(document.blocks[spot.block].text.value[spot.start : spot.end].split())
    if text in message:
        return ""  # said already
    return shorten(text, QUOTE)


class _Placed(Struct):
    """What is to be shown in one block."""

    ranges: list[tuple[Spot, Shown]] = field(default_factory=list)
    whole: list[Shown] = field(default_factory=list)
    beside: list[Shown] = field(default_factory=list)


def items(document: Document, measures: Measures, found: Iterable[Shown]) -> Iterator[Item]:
    """The article with its findings in place, in the order of the source."""
    in_blocks: dict[int, _Placed] = {}
    in_objects: dict[int, list[Shown]] = {}
    for shown in found:
        for place in shown.places:
            if isinstance(place, Object):
                in_objects.setdefault(place.number, []).append(shown)
            else:
                _put(
                    in_blocks.setdefault(place.block, _Placed()),
                    document.blocks[place.block],
                    place,
                    shown,
                )
    phrases: dict[int, list[tuple[int, int]]] = {}
    for occurrence in measures.keyphrase_occurrences:
        phrases.setdefault(occurrence.number, []).append((occurrence.start, occurrence.end))
    links: dict[int, list[tuple[int, int]]] = {}
    for link in document.links:
        if link.block is not None:
            links.setdefault(link.block, []).append((link.start, link.end))
    hard = _hard(measures)
    for number, one in flow(document):
        if isinstance(one, Block):
            yield _block(
                number,
                one,
                in_blocks.get(number, _Placed()),
                _Layers(phrases.get(number, ()), links.get(number, ()), hard.get(number, ())),
            )
        else:
            yield _object(number, one, tuple(in_objects.get(number, ())))


def _put(placed: _Placed, block: Block, spot: Spot, shown: Shown) -> None:
    covers_all = spot.start == 0 and spot.end == len(block.text.value)
    if spot.start == spot.end:
        placed.beside.append(shown)
    elif (
        covers_all
        and block.kind is not BlockKind.HEADING
        and (len(shown.places) > 1 or spot.end > LONG_PASSAGE)
    ):
        placed.whole.append(shown)
    else:
        placed.ranges.append((spot, shown))


def _hard(measures: Measures) -> Mapping[int, Sequence[tuple[int, int, int]]]:
    """The hard sentences by block, in order: start, end, degree."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for graded in measures.graded_sentences:
        sentence, how_hard = graded.sentence, degree(graded.readability)
        if how_hard:
            found.setdefault(sentence.number, []).append((sentence.start, sentence.end, how_hard))
    return found


class _Layers(Struct, frozen=True):
    """What else is shown in a block, in indices of its text; a hard sentence with its degree."""

    phrases: Sequence[tuple[int, int]] = ()
    links: Sequence[tuple[int, int]] = ()
    hard: Sequence[tuple[int, int, int]] = ()


def _block(number: int, block: Block, placed: _Placed, layers: _Layers) -> Item:
    return Item(
        number,
        block.kind.value,
        block.level,
        language(block.language),
        tuple(_segments(block, placed, layers)),
        tuple(placed.whole),
        tuple(placed.beside),
    )


def _segments(block: Block, placed: _Placed, layers: _Layers) -> Iterator[Segment]:
    text = block.text.value
    spoken = topmost([(mark.start, mark.end) for mark in block.foreign])
    kinds_of = (
        merged((mark.start, mark.end) for mark in block.strong),
        merged((mark.start, mark.end) for mark in block.code),
        merged(layers.links),
        merged(layers.phrases),
        [(start, end) for start, end, _ in spoken],
        [(start, end) for start, end, _ in layers.hard],
    )
    bounds = [*accumulate(len(kind) for kind in kinds_of)]
    ranges = [one for kind in kinds_of for one in kind]
    ranges += [(spot.start, spot.end) for spot, _ in placed.ranges]
    for piece in pieces(len(text), ranges):
        own = [one for one in piece.covers if one >= bounds[-1]]
        kinds = {_kind(one, bounds) for one in piece.covers if one < bounds[-1]}
        hard = [
            layers.hard[one - bounds[4]] for one in piece.covers if bounds[4] <= one < bounds[5]
        ]
        said = [spoken[one - bounds[3]][2] for one in piece.covers if bounds[3] <= one < bounds[4]]
        yield Segment(
            text[piece.start : piece.end],
            tuple(placed.ranges[one - bounds[-1]][1] for one in own),
            tuple(placed.ranges[one - bounds[-1]][1] for one in piece.ends if one >= bounds[-1]),
            strong=0 in kinds,
            code=1 in kinds,
            link=2 in kinds,
            keyphrase=3 in kinds,
            hard=hard[0][2] if hard else 0,
            opens=hard[0][2] if hard and hard[0][0] == piece.start else 0,
            language=language(block.foreign[said[-1]].value) if said else "",
            long=len(own) == 1 and _length(ranges[own[0]]) > LONG_MARK,
        )


def _length(part: tuple[int, int]) -> int:
    return part[1] - part[0]


def _kind(number: int, bounds: Sequence[int]) -> int:
    return next(at for at, bound in enumerate(bounds) if number < bound)


def _object(number: int, one: Image | Frame, found: tuple[Shown, ...]) -> Item:
    if isinstance(one, Image):
        label = one.alt.value if one.alt else one.label or None
        decorative = one.decorative or (one.alt is not None and not one.alt.value)
        return Item(
            number,
            "image",
            beside=found,
            source=one.src.value,
            label=label,
            decorative=decorative,
        )
    title = one.title.value if one.title else None
    return Item(number, "frame", beside=found, source=one.src.value, label=title or None)


_TAG = regex(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*\Z")


def language(tag: str | None) -> str:
    """The tag's language when it is one we know, else nothing."""
    match = _TAG.match(tag or "")
    name = match[1].lower() if match else ""
    return name if name in LANGUAGES else ""
