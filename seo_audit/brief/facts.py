"""Figures, dates and names that an article has and its source lacks, and the other way round.

Precision first: what can be the same is taken as the same. A fact that its sentence attributes to somebody
(a link, « selon », a quotation and who speaks) is the author's own addition, and nobody's fault.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct, field

from seo_audit import french
from seo_audit.brief.outcome import Fact, FactCheck, Kind
from seo_audit.brief.target import Target
from seo_audit.brief.texts import BriefText
from seo_audit.document import BlockKind, Document, Text
from seo_audit.french import languages, names
from seo_audit.french.dates import Date, find_dates
from seo_audit.french.names import Name, bare, find_names
from seo_audit.french.numbers import Figure, find_figures
from seo_audit.french.word_lists import WORDS_KEPT
from seo_audit.lazy import regex
from seo_audit.parsing import structured_data
from seo_audit.source import Span

Found = Figure | Date | Name

NEAR = Fraction(1, 20)
"""How far a figure said to be about so may be from the source's."""

MOST_LOST = 8
"""Main facts of the source that are named as lost."""


def compare(document: Document, original: BriefText, target: Target) -> FactCheck:
    """The facts of an article beside those of the text it was made from.

    Raises:
        SourceError: the source cannot be read.
    """
    source = _read(original)
    own = _evidence(_pieces(document), _own_text(document))
    granted = _granted(document, target)
    added: dict[str, _Seen] = {}
    for one in own.facts:
        if not (_is_known(one, source.evidence) or _is_known(one, granted)):
            _note(added, one)
    every = list({id(seen): seen for seen in added.values()}.values())
    lost = [_Seen(one) for one in source.main if not _is_known(one, own.evidence)]
    return FactCheck(
        _shown(seen for seen in every if not seen.attributed),
        _shown(seen for seen in every if seen.attributed),
        _shown(lost)[:MOST_LOST],
    )


def _shown(seen: Iterable["_Seen"]) -> tuple[Fact, ...]:
    """The facts, the two ends of a range as one."""
    facts: dict[object, Fact] = {}
    for number, one in enumerate(seen):
        fact = one.fact()
        facts.setdefault((fact.text, fact.span) if fact.span else number, fact)
    return tuple(facts.values())


# -- what is compared


class _Piece(Struct, frozen=True):
    """A text of an article, and the indices of its sentences that say where things come from."""

    text: Text
    attributed: tuple[tuple[int, int], ...] = ()
    is_lead: bool = False


class _One(Struct, frozen=True):
    """A fact found in a piece."""

    kind: Kind
    found: Found
    piece: _Piece
    document: Document
    attributed: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Indices of what is shown of it."""
        found = self.found
        if isinstance(found, Date) and found.within:
            return found.within
        return found.start, found.end

    @property
    def text(self) -> str:
        return self.piece.text.value[slice(*self.place)]

    @property
    def span(self) -> Span | None:
        return self.piece.text.span(*self.place)


class Evidence(Struct, frozen=True):
    """All that a text knows, made ready to be asked."""

    figures: dict[Fraction, frozenset[str]] = field(default_factory=dict)
    """Value → units of measure it stands with; "" where it has none."""
    dates: frozenset[tuple[int | None, int | None, int | None]] = frozenset()
    years: frozenset[int] = frozenset()
    centuries: frozenset[int] = frozenset()
    hours: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    """All words, bare."""
    names: frozenset[str] = frozenset()
    """Bare words that bear a capital somewhere."""
    beginnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """First three letters → the words that begin so, where some place or people may."""
    places: tuple[str, ...] = ()
    """Words that are places whose people is called by quite another word, or such a people."""


class _Facts(Struct, frozen=True):
    facts: tuple[_One, ...]
    evidence: Evidence


class _Source(Struct, frozen=True):
    evidence: Evidence
    main: tuple[_One, ...]


@lru_cache(maxsize=16)
def _read(original: BriefText) -> _Source:
    """What a source knows, and its main facts."""
    document = original.document()
    found = _evidence(_pieces(document), _own_text(document))
    return _Source(found.evidence, tuple(_main(found.facts, document)))


def _own_text(document: Document) -> str:
    """All the words of a document, page furniture too: they may tell where something comes from."""
    parts = [document.text, *(one.text for one in document.furniture)]
    parts += [text.value for text in (*document.metadata.titles, *document.metadata.descriptions)]
    parts += [image.alt.value for image in document.images if image.alt]
    return "\n".join(parts)


def _evidence(pieces: Iterable[tuple[_Piece, Document]], text: str) -> _Facts:
    pieces = list(pieces)
    raw = [find_names(piece.text.value) for piece, _ in pieces]
    known = names.words_of_names([name for found in raw for name in found])
    facts: list[_One] = []
    for (piece, document), _ in zip(pieces, raw, strict=True):
        facts += _facts_of(piece, document, known)
    figures: dict[Fraction, set[str]] = {}
    for one in facts:
        if isinstance(one.found, Figure):
            units = figures.setdefault(one.found.value, set())
            units.add(one.found.unit if one.found.measured else "")
    times = _times(one.found for one in facts if isinstance(one.found, Date))
    words = [text[start:end] for start, end in french.words(text)]
    said = {part for word in words for part in _variants(word)}
    capital = {
        part for word in words if _without_article(word)[:1].isupper() for part in _variants(word)
    }
    beginnings: dict[str, list[str]] = {}
    for word in sorted(said):
        beginnings.setdefault(word[:3], []).append(word)
    evidence = Evidence(
        {value: frozenset(units) for value, units in figures.items()},
        *times,
        frozenset(said),
        frozenset(capital),
        {start: tuple(found) for start, found in beginnings.items()},
        tuple(word for word in sorted(said) if names.has_other_people(word)),
    )
    return _Facts(tuple(facts), evidence)


Day = tuple[int | None, int | None, int | None]


def _times(
    dates: Iterable[Date],
) -> tuple[frozenset[Day], frozenset[int], frozenset[int], frozenset[int]]:
    """The days, years, centuries and hours that dates name or stand in."""
    days: set[Day] = set()
    years, centuries, hours = set(), set(), set()
    for date in dates:
        if date.century:
            centuries.add(date.century)
        elif date.minutes is not None:
            hours.add(date.minutes)
        else:
            days.add((date.year, date.month, date.day))
        if date.year:
            years.add(date.year)
            centuries.add((date.year + 99) // 100)
    return frozenset(days), frozenset(years), frozenset(centuries), frozenset(hours)


_ARTICLE = regex(r"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’ʼ‘](?=\w)", re.IGNORECASE)


_PART = regex(r"[^\W_]+")


def _without_article(word: str) -> str:
    elided = _ARTICLE.match(word)
    return word[elided.end() :] if elided else word


@lru_cache(maxsize=WORDS_KEPT)
def _variants(word: str) -> tuple[str, ...]:
    """A word bare, as one and in its parts."""
    plain = _without_article(word)
    return (bare(plain),) if plain.isalnum() else (bare(plain), *map(bare, _PART.findall(plain)))


_LONG = 80
"""Characters from which a text's language is told well enough."""


def _facts_of(piece: _Piece, document: Document, known: frozenset[str]) -> Iterator[_One]:
    text = piece.text.value
    dates = find_dates(text)
    taken = [(date.start, date.end) for date in dates]
    found: list[tuple[Kind, Found]] = [(Kind.DATE, date) for date in dates]
    found += [
        (Kind.FIGURE, one)
        for one in find_figures(text)
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
    if len(text) < _LONG or languages.detect_language(text)[0] in ("fr", "und"):
        # in another language capitals mean other things
        taken += [(one.start, one.end) for _, one in found]
        found += [
            (Kind.NAME, name)
            for name in find_names(text, known)
            if not any(start < name.end and name.start < end for start, end in taken)
        ]
    for kind, one in sorted(found, key=lambda pair: pair[1].start):
        attributed = any(start <= one.start < end for start, end in piece.attributed)
        yield _One(kind, one, piece, document, attributed)


# -- the pieces of an article

_SAYS = (
    r"(?:déclar|indiqu|affirm|annonc|précis|expliqu|estim|rapport|révél|assur|rappel|confirm|ajout|soulign|écri|not"
    r"|racont|relat|témoign|détaill|assén|lanc|conclu|répond|répondu|reconn|admet|admis|dit|calcul|évalu|constat|observ)\w{0,6}"
)
_ATTRIBUTION = regex(
    r"\b(?:selon|suivant|d[’']après|à en croire|au dire de|aux dires de|dixit|citant|cité[es]* par|source)\b"
    rf"|\b{_SAYS}[ \u00a0](?:\w+[ \u00a0]){{0,3}}qu(?:e\b|[’'])"
    # « …, indique le ministère », « …, a-t-il précisé »
    rf"|, (?:a(?:-t)?-(?:il|elle|on) )?{_SAYS}(?:-t)?(?:-(?:il|elle|on|ils|elles))?\b"
    rf"|, (?:a|ont|avait|avaient) {_SAYS}"
    # « (Insee, 2023) », « [12] », « [^1] »
    r"|\[\^?\d{1,3}\]"
    r"|\([A-ZÀ-Ý][^()]{1,60}, (?:1[89]|20)\d\d\)",
    re.IGNORECASE,
)
_QUOTED = regex(r"[«“][^»”]{4,}[»”]")
_SPEAKS = regex(rf"\b{_SAYS}\b|[»”],? ?[—–-]|: ?[«“]", re.IGNORECASE)


def _pieces(document: Document) -> Iterator[tuple[_Piece, Document]]:
    """All texts of a document that say something: title, blocks, alternative texts, data."""
    metadata = document.metadata
    headings = {block.text.value for block in document.headings}
    pieces = [
        _Piece(title, is_lead=True) for title in metadata.titles if title.value not in headings
    ]
    pieces += map(_Piece, metadata.descriptions)
    pieces += _block_pieces(document)
    pieces += [_Piece(image.alt) for image in document.images if image.alt and image.alt.value]
    said = {text.value for text in (*metadata.titles, *metadata.descriptions)}
    for text in (*_social(document), *_data(document)):
        if text.value not in said:
            said.add(text.value)
            pieces.append(_Piece(text))
    return ((piece, document) for piece in pieces)


def _block_pieces(document: Document) -> Iterator[_Piece]:
    blocks = document.blocks
    links: dict[int, list[tuple[int, int]]] = {}
    for link in document.links:
        if link.block is not None and not link.href.value.startswith("#"):
            links.setdefault(link.block, []).append((link.start, link.end))
    prose = 0
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.CODE or not block.text.value:
            continue
        lead = (block.kind is BlockKind.HEADING and block.level == 1) or (
            block.kind is BlockKind.PARAGRAPH and prose < 2
        )
        prose += block.kind is BlockKind.PARAGRAPH
        quoted = block.kind is BlockKind.QUOTE and (
            bool(re.search("[—–]", block.text.value))
            or (number > 0 and blocks[number - 1].text.value.rstrip().endswith(":"))
        )
        attributed = tuple(_attributed(block.text.value, links.get(number, ()), whole=quoted))
        yield _Piece(block.text, attributed, lead)


def _attributed(
    text: str, links: Sequence[tuple[int, int]], *, whole: bool
) -> Iterator[tuple[int, int]]:
    """The sentences of a text that say where things come from."""
    for start, end in french.sentences(text):
        sentence = text[start:end]
        if (
            whole
            or any(first < end and start < last for first, last in links)
            or _ATTRIBUTION.search(sentence)
            or (_QUOTED.search(sentence) and _SPEAKS.search(sentence))
        ):
            yield start, end


def _social(document: Document) -> Iterator[Text]:
    if document.head:
        keys = ("og:title", "og:description", "twitter:title", "twitter:description")
        for meta in document.head.metas_named(*keys):
            yield meta.content


_DATA = ("headline", "alternativeHeadline", "description", "abstract")


def _data(document: Document) -> Iterator[Text]:
    """The sentences of the page's structured data, with their places where they can be found."""
    if not document.head:
        return
    for thing in structured_data.read(document)[0]:
        if thing.types.isdisjoint(structured_data.ARTICLES):
            continue
        for key in _DATA:
            value = thing.text(key)
            if not value:
                continue
            script = thing.script.value
            for written in (
                value,
                json.dumps(value)[1:-1],
                json.dumps(value, ensure_ascii=False)[1:-1],
            ):
                at = script.find(written, thing.start, thing.end)
                if at >= 0 and len(written) == len(value):
                    yield thing.script.slice(at, at + len(written))
                    break
            else:
                yield Text(value)


def _granted(document: Document, target: Target) -> Evidence:
    """What an article may say without a source: who wrote it, when, and what its brief names."""
    metadata = document.metadata
    texts = [author.value for author in metadata.authors]
    if document.head:
        texts += [
            meta.content.value for meta in document.head.metas_named("og:site_name", "author")
        ]
    brief = target.brief
    if brief:
        texts += [*brief.must_mention, *brief.secondary]
    if target.keyphrase:
        texts.append(target.keyphrase)
    texts += [one.value for one in (metadata.published, metadata.modified) if one]
    return _evidence([(_Piece(Text(text)), document) for text in texts], "\n".join(texts)).evidence


# -- the same or not


def _is_known(one: _One, evidence: Evidence) -> bool:
    found = one.found
    if isinstance(found, Figure):
        return found.is_weak or _is_figure_known(found, evidence)
    if isinstance(found, Date):
        return _is_date_known(found, evidence)
    return _is_name_known(found, evidence)


def _is_figure_known(figure: Figure, evidence: Evidence) -> bool:
    if _fits(figure, evidence.figures.get(figure.value)):
        return True
    if figure.value in evidence.years and not figure.measured:
        return True
    if not figure.about:
        return False
    reach = abs(figure.value) * NEAR
    return any(
        abs(value - figure.value) <= reach and _fits(figure, units)
        for value, units in evidence.figures.items()
    )


def _fits(figure: Figure, units: frozenset[str] | None) -> bool:
    """Whether a figure may be one of the same value with these units; a noun fits anything."""
    return units is not None and (not figure.measured or figure.unit in units or "" in units)


def _is_date_known(date: Date, evidence: Evidence) -> bool:
    if date.century:
        return date.century in evidence.centuries
    if date.minutes is not None:
        return date.minutes in evidence.hours
    if date.month is None:
        return date.year in evidence.years or Fraction(date.year or 0) in evidence.figures
    for year, month, day in evidence.dates:
        if month != date.month or (date.day is not None and day != date.day):
            continue
        if date.year is None or date.year == year:
            return True
        if year is None and date.year in evidence.years:
            return True
    return False


def _is_name_known(name: Name, evidence: Evidence) -> bool:
    if any(not _is_word_known(word, evidence) for word in name.words):
        return False
    if len(name.institution) < (3 if name.words else 2):
        return True
    missing = [word for word in name.institution if not _is_word_known(word, evidence)]
    return not (name.institution[0] in missing and len(missing) > 1)


def _is_word_known(word: str, evidence: Evidence) -> bool:
    said = evidence.words
    if word in said or word.removesuffix("s") in said or word + "s" in said:
        return True
    if any(_is_close(word, other) for other in evidence.names if _may_be_close(word, other)):
        return True
    others = evidence.beginnings.get(word[:3], ())
    others = (*others, *(said if names.has_other_people(word) else evidence.places))
    return any(names.is_demonym_of(word, other) for other in others)


def _may_be_close(word: str, other: str) -> bool:
    return word[:1] == other[:1] or word[:3] == other[1:4] or word[1:4] == other[:3]


def _is_close(word: str, other: str) -> bool:
    """Whether two spellings may be of one name: « Zelensky », « Zelenskyy »; « Japarov », « Djaparov »."""
    longest = max(len(word), len(other))
    if min(len(word), len(other)) < 5 or abs(len(word) - len(other)) > 2:
        return False
    allowed = 1 if longest < 9 else 2
    if longest < 7:
        # short names differ in a letter often: only what sounds alike
        return _sound(word) == _sound(other)
    return _distance(word, other, allowed) <= allowed


def _sound(word: str) -> str:
    for one, other in (("ph", "f"), ("kh", "k"), ("ou", "u"), ("y", "i"), ("j", "i"), ("h", "")):
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word)


def _distance(one: str, other: str, most: int) -> int:
    """Letters to change, add or take away; above `most`, anything above it."""
    if one == other:
        return 0
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        following = [number]
        for place, letter in enumerate(other, 1):
            following.append(
                min(row[place] + 1, following[-1] + 1, row[place - 1] + (char != letter))
            )
        row = following
        if min(row) > most:
            return most + 1
    return row[-1]


# -- many places, one fact


class _Seen:
    """A fact and all its places; fine once it is attributed anywhere."""

    def __init__(self, first: _One) -> None:
        self.first = first
        self.places: list[Span] = []
        self.attributed = first.attributed

    def add(self, one: _One) -> None:
        self.attributed = self.attributed or one.attributed
        if one.span:
            self.places.append(one.span)

    def fact(self) -> Fact:
        first = self.first
        span = first.span
        line = first.document.source.position(span.start).line if span else 0
        text = re.sub(r"[ \t\r\n]+", " ", first.text)[:80]
        return Fact(first.kind, text, span, line, tuple(self.places))


def _note(seen: dict[str, _Seen], one: _One) -> None:
    """Note a fact; a name that is part of one noted before belongs to it (« Japarov »)."""
    found = one.found
    if isinstance(found, Figure):
        keys = [f"{found.value} {found.unit if found.measured else ''}"]
    elif isinstance(found, Date):
        keys = [f"{found.year}-{found.month}-{found.day} {found.century} {found.minutes}"]
    else:
        keys = [f"name {word}" for word in (found.words or found.institution[:2])]
    known = next((seen[key] for key in keys if key in seen), None)
    if known:
        known.add(one)
        return
    fresh = _Seen(one)
    seen[keys[0]] = fresh
    for key in keys[1:]:
        seen.setdefault(key, fresh)


_CREDIT = regex(r"\((?:photos?|crédits?|images?|illustration)\b[^()]{0,80}\)|©", re.IGNORECASE)
OFTEN = 3
"""Times a source names what counts as one of its main names; once is enough in its title or lead."""


def _main(facts: Sequence[_One], document: Document) -> Iterator[_One]:
    """The main facts of a source, each once: those of its lead, large figures, full dates, frequent names."""
    counts = Counter(
        word for one in facts if isinstance(one.found, Name) for word in one.found.words
    )
    foreign = {
        id(piece)
        for piece in {id(one.piece): one.piece for one in facts}.values()
        if languages.detect_language(piece.text.value)[0] not in ("fr", "und")
        or _CREDIT.search(piece.text.value)
    }
    seen: set[object] = set()
    for one in facts:
        if id(one.piece) in foreign or one.document is not document:
            continue
        found, key = one.found, _main_key(one.found)
        if key in seen:
            continue
        if isinstance(found, Figure):
            main = not found.is_weak and (found.magnitude or found.unit in ("%", "EUR", "USD"))
            main = main or (one.piece.is_lead and not found.is_weak)
        elif isinstance(found, Date):
            main = bool(found.year and found.month) or one.piece.is_lead
        else:
            often = any(counts[word] >= OFTEN for word in found.words)
            main = bool(found.words) and (often or (one.piece.is_lead and found.sure))
        if main:
            seen.add(key)
            yield one


def _main_key(found: Found) -> object:
    if isinstance(found, Figure):
        return found.value, found.unit
    if isinstance(found, Date):
        return found.year, found.month, found.day, found.century, found.minutes
    return found.words[-1:]
