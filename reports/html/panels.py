"""The panels of the HTML report: search result, social card, outline, keyphrase, readability."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from urllib.parse import unquote, urlsplit

from msgspec import Struct, field
from msgspec.structs import asdict

from seo_audit.analysis.readability import degree
from seo_audit.document import Document, Text
from seo_audit.judging.shown_measures import LONG_SENTENCE
from seo_audit.measures import WORDS_A_MINUTE, Graded, Measures, Sentence
from seo_audit.message import NBSP, Language, number
from seo_audit.rendering.anchors import LEAST_DIFFERENCE, rungs
from seo_audit.report import Figures
from seo_audit.rule_support.pixel_width import cut, width

TITLE_PX, TITLE_SIZE = 580, 20
DESCRIPTION_PX, DESCRIPTION_MOBILE_PX, DESCRIPTION_SIZE = 920, 680, 14
"""Widths and font sizes of Google's result page as the trade measures them; Google gives no limits."""

TENTHS = 10
PHRASE_WORDS = 8
"""Words of a keyphrase looked for one by one; nobody means more."""

CELLS = 50
"""Parts of the text that the keyphrase's heat is drawn for."""

BARS = 240
"""Sentences drawn one by one; of more, each bar shows the longest of several."""

# -- search result


class SearchResult(Struct, frozen=True):
    """What a result page would show. Widths are in pixels, of the whole texts."""

    site: str
    trail: str
    title: str
    title_width: float
    description: str
    description_mobile: str
    description_width: float
    from_page: bool
    """There is no description: the article's first paragraph stands in its place."""

    @property
    def title_cut(self) -> bool:
        """Whether the title is too wide."""
        return self.title_width > TITLE_PX

    @property
    def description_cut(self) -> str:
        """Where the description is cut: "desktop" (and mobile), "mobile" or nowhere ("")."""
        if self.description_width > DESCRIPTION_PX:
            return "desktop"
        return "mobile" if self.description_width > DESCRIPTION_MOBILE_PX else ""


def search_result(document: Document, measures: Measures) -> SearchResult:
    """The article among search results."""
    title = _first(document.metadata.titles)
    if not title and measures.main_heading:
        title = measures.main_heading.text.value
    title = " ".join(title.split())
    description = " ".join(_first(document.metadata.descriptions).split())
    shown = description or _snippet(measures)
    site, trail = _address(document)
    return SearchResult(
        site,
        trail,
        cut(title, TITLE_SIZE, TITLE_PX),
        width(title, TITLE_SIZE),
        cut(shown, DESCRIPTION_SIZE, DESCRIPTION_PX),
        cut(shown, DESCRIPTION_SIZE, DESCRIPTION_MOBILE_PX),
        width(description, DESCRIPTION_SIZE),
        from_page=not description,
    )


SNIPPET = 60
"""Characters a paragraph has at least to stand for the article."""


def _snippet(measures: Measures) -> str:
    """The first paragraph worth the name, else the longest text there is."""
    texts = [" ".join(block.text.value.split()) for _, block in measures.prose]
    return next((text for text in texts if len(text) >= SNIPPET), max(texts, key=len, default=""))


def _address(document: Document) -> tuple[str, str]:
    """Site and path as a result page writes them: « example.org », « › blog › fontaine »."""
    head = document.head
    addresses = [address.value for address in head.addresses] if head else []
    for address in addresses:
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.netloc:
            names = [unquote(name) for name in parts.path.split("/") if name]
            return parts.netloc, "".join(f" › {name}" for name in names)[:80]
    slug = document.metadata.slug
    return "exemple.fr", f" › {slug.value[:70]}" if slug and slug.value else ""


# -- social card


class SocialCard(Struct, frozen=True):
    """What a social network would show, and the properties it is made from."""

    site: str
    title: str
    description: str
    image: str
    properties: tuple[tuple[str, str | None], ...]


CARD_PROPERTIES = (
    "og:title",
    "og:description",
    "og:image",
    "og:url",
    "og:type",
    "og:site_name",
    "twitter:card",
)


def social_card(document: Document) -> SocialCard | None:
    """The card of a page; None for an article that has no page head."""
    head = document.head
    if head is None:
        return None
    found = {
        key: next((meta.content.value for meta in head.metas_named(key)), None)
        for key in CARD_PROPERTIES
    }
    return SocialCard(
        (found["og:site_name"] or _address(document)[0])[:80],
        (found["og:title"] or _first(document.metadata.titles))[:200],
        (found["og:description"] or _first(document.metadata.descriptions))[:300],
        (found["og:image"] or "")[:300],
        tuple((key, value[:300] if value is not None else None) for key, value in found.items()),
    )


# -- outline


class Heading(Struct):
    """A heading of the outline; one without a block stands for a level that was skipped."""

    level: int
    number: int | None = None
    text: str = ""
    words: int = 0
    children: list["Heading"] = field(default_factory=list)


class Outline(Struct, frozen=True):
    """The tree of headings."""

    tops: tuple[Heading, ...]
    skipped: int


def outline(document: Document, measures: Measures) -> Outline:
    """The headings as a tree, with an entry for each level that is skipped."""
    words = {id(section.heading): section.words for section in measures.sections if section.heading}
    tops: list[Heading] = []
    open_: list[Heading] = []
    skipped = 0
    for at, block in enumerate(document.blocks):
        if not block.level:
            continue
        while open_ and open_[-1].level >= block.level:
            open_.pop()
        # nothing is skipped before the first heading: an article may begin at level 2
        above = open_[-1].level if open_ else (0 if tops else block.level - 1)
        for level in range(above + 1, block.level):
            if not open_ and level == 1:
                continue  # a second top beside the first is the rule h1's business
            gap = Heading(level)
            (open_[-1].children if open_ else tops).append(gap)
            open_.append(gap)
            skipped += 1
        heading = Heading(
            block.level, at, " ".join(block.text.value.split()), words.get(id(block), 0)
        )
        (open_[-1].children if open_ else tops).append(heading)
        open_.append(heading)
    return Outline(tuple(tops), skipped)


# -- keyphrase


class Heat(Struct, frozen=True):
    """Where the keyphrase stands: by cell, how many of its words (0–4, cut); places of the phrase.

    `places` are shares (0–1) of the text; `tenths` occurrences in each tenth.
    """

    cells: tuple[int, ...]
    places: tuple[float, ...]
    tenths: tuple[int, ...]


def heat(measures: Measures) -> Heat | None:
    """The keyphrase along the text; None without one, or without words."""
    phrase, total = measures.keyphrase, measures.word_count
    if phrase is None or not total:
        return None
    from seo_audit.french.phrases import Phrase  # noqa: PLC0415  waits for a keyphrase

    counts = [0] * CELLS
    for word in tuple(dict.fromkeys(phrase.wanted))[:PHRASE_WORDS]:
        for occurrence in measures.find(Phrase(word)):
            counts[min(occurrence.word * CELLS // total, CELLS - 1)] += 1
    tenths = [0] * TENTHS
    for occurrence in measures.keyphrase_occurrences:
        tenths[min(occurrence.word * TENTHS // total, TENTHS - 1)] += 1
    return Heat(
        tuple(min(count, 4) for count in counts),
        tuple(one.word / total for one in measures.keyphrase_occurrences),
        tuple(tenths),
    )


# -- readability


class Rung(Struct, frozen=True):
    """A line of the scale: a kind of text or the article (`own`), what is written, and the place of both ends, 0–100."""

    name: str
    value: str
    start: float
    end: float
    own: bool = False


def scale(figures: Figures, language: Language) -> tuple[Rung, ...]:
    """The article's readability among the anchors, from easy to hard; empty when it has none."""
    figure = figures.readability
    if figure is None:
        return ()
    own = Rung("", number(round(figure), language), _on_scale(figure), _on_scale(figure), own=True)
    return tuple(
        Rung(one.name.say(language), one.median(language), _on_scale(one.low), _on_scale(one.high))
        if one
        else own
        for one in rungs(figure)
    )


def _on_scale(figure: float) -> float:
    low, high = SCALE_ENDS
    return round(min(max((figure - low) / (high - low), 0), 1) * 100, 1)


SCALE_ENDS = 20, 110
"""Readability at the ends of the scale; what lies beyond is drawn at the end."""


def hardest(measures: Measures) -> tuple[Graded, ...]:
    """The hardest sentences of those that are marked as hard, hardest first."""
    marked = (one for one in measures.graded_sentences if degree(one.readability))
    return tuple(sorted(marked, key=lambda one: one.readability)[:WORST])


WORST = 5
"""Sentences that are named."""


class Chart(Struct, frozen=True):
    """Sentence lengths as paths of a drawing WIDTH × HEIGHT, the limit's line at `limit_y`."""

    under: str
    over: str
    limit_y: float
    top: int
    """Words at the upper edge."""
    size: int
    """Sentences a bar stands for."""
    count: int
    mean: float
    longest: int
    too_long: int
    worst: tuple[Sentence, ...]


CHART_WIDTH, CHART_HEIGHT = 720, 120


def chart(measures: Measures, limit: int = LONG_SENTENCE) -> Chart | None:
    """The sentences in the order of the text; None when there are none."""
    lengths = [len(sentence.words) for sentence in measures.sentences]
    if not lengths:
        return None
    size = -(-len(lengths) // BARS)
    bars = [max(lengths[at : at + size]) for at in range(0, len(lengths), size)]
    top = max(*bars, limit + 5, 0)
    step = CHART_WIDTH / len(bars)
    gap = min(2.0, step / 4)
    paths: dict[bool, list[str]] = {False: [], True: []}
    for at, bar in enumerate(bars):
        height = CHART_HEIGHT * bar / top
        wide = min(step - gap, 24)
        paths[bar > limit].append(
            f"M{_short(at * step)} {CHART_HEIGHT}v-{_short(height)}h{_short(wide)}v{_short(height)}z"
        )
    return Chart(
        "".join(paths[False]),
        "".join(paths[True]),
        round(CHART_HEIGHT * (1 - limit / top), 1),
        top,
        size,
        len(lengths),
        fmean(lengths),
        max(lengths),
        sum(length > limit for length in lengths),
        tuple(
            sorted(measures.long_sentences(limit), key=lambda one: -len(one.words))[:WORST],
        ),
    )


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


class Row(Struct, frozen=True):
    """A line of the table of figures: names of the texts, and the value as it is written."""

    name: str
    value: str
    how: str


LIMITS: Mapping[str, int] = {
    "title": TITLE_PX,
    "description": DESCRIPTION_PX,
    "mobile": DESCRIPTION_MOBILE_PX,
    "sentence": LONG_SENTENCE,
    "speed": WORDS_A_MINUTE,
    "least": LEAST_DIFFERENCE,
}


def our_figures(report: Figures, measures: Measures, language: Language) -> Iterator[Row]:
    """Our own measures of readability, with how they are computed."""

    def share(value: float | None) -> str:
        return "–" if value is None else number(value, language, ".0%")

    sentences, words = len(measures.sentences), measures.sentence_words
    yield Row("readability_figure", _plain(report.readability, language), "readability_how")
    yield Row("reading_ease", _plain(report.reading_ease, language), "reading_ease_how")
    yield Row(
        "words_sentence",
        _plain(words / sentences if sentences else None, language),
        "words_sentence_how",
    )
    yield Row(
        "syllables_word",
        _plain(report.syllables / words if words else None, language, ".2f"),
        "syllables_word_how",
    )
    yield Row("long_share", share(report.long_sentence_share), "long_share_how")
    yield Row("passive_share", share(report.passive_share), "passive_share_how")
    yield Row("connector_share", share(report.connector_share), "connector_share_how")
    yield Row(
        "reading_minutes",
        number(report.reading_minutes, language, ".1f") + NBSP + "min",
        "reading_minutes_how",
    )


OWN_TEXT = ("flesch_reading_ease", "lix", "rix")
"""Indices of textstat that have a text of their own; the others are school grades."""


def textstat_figures(document: Document, language: Language) -> Iterator[Row]:
    """The indices of the article as textstat has them."""
    from seo_audit.rendering.textstat_indices import indices  # noqa: PLC0415  textstat takes a while to load

    found = indices(document)
    for name, value in asdict(found).items():
        yield Row(
            name,
            _plain(value, language),
            f"{name}_how" if name in OWN_TEXT else "school_grade_how",
        )


def _plain(value: float | None, language: Language, spec: str = ".1f") -> str:
    return "–" if value is None else number(float(value), language, spec)


def _first(texts: Sequence[Text]) -> str:
    return texts[0].value if texts else ""
