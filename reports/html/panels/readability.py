"""How readable the article is, beside other texts, sentence by sentence, and in figures."""

from collections.abc import Iterator
from statistics import fmean

from msgspec import Struct
from msgspec.structs import asdict

from seo_audit.analysis.readability import degree
from seo_audit.document import Document
from seo_audit.judging.shown_measures import LONG_SENTENCE
from seo_audit.measures import Graded, Measures, Sentence
from seo_audit.message import NBSP, Language, number
from seo_audit.rendering.anchors import rungs
from seo_audit.report import Figures

BARS = 240
"""Sentences drawn one by one; of more, each bar shows the longest of several."""


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
    """Sentence lengths as strokes from the ground up, a bar a step of 1, a word a step of 1.

    `wide` is the share of its step that a stroke takes. `limit_y` is where the limit's line stands in CHART_HEIGHT.
    """

    under: str
    over: str
    bars: int
    wide: float
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


CHART_WIDTH, CHART_HEIGHT, WIDEST = 720, 120, 24
"""Pixels of the drawing and of a stroke, where the drawing is as wide as that."""


def chart(measures: Measures, limit: int = LONG_SENTENCE) -> Chart | None:
    """The sentences in the order of the text; None when there are none."""
    lengths = [len(sentence.words) for sentence in measures.sentences]
    if not lengths:
        return None
    size = -(-len(lengths) // BARS)
    bars = [max(lengths[at : at + size]) for at in range(0, len(lengths), size)]
    top = max(*bars, limit + 5, 0)
    paths: dict[bool, list[str]] = {False: [], True: []}
    for at, bar in enumerate(bars):
        paths[bar > limit].append(f"M{at} 0v{bar}")
    step = CHART_WIDTH / len(bars)
    return Chart(
        "".join(paths[False]),
        "".join(paths[True]),
        len(bars),
        round(min(0.8, WIDEST / step), 2),
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


class Row(Struct, frozen=True):
    """A line of the table of figures: names of the texts, and the value as it is written."""

    name: str
    value: str
    how: str


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
