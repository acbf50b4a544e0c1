"""The indices people know textstat for, on the article's prose, to stand beside our own.

They are textstat's figures by textstat's words, sentences and syllables, so they differ from
`Figures.reading_ease`, which follows ours. Only reports that show them import this module: textstat
takes a while to load.
"""

import math
import warnings

from msgspec import Struct
from textstat.textstat import textstatistics

from seo_audit.document import Document
from seo_audit.measures import PROSE

DIGITS = 2
"""Decimals the indices are rounded to."""


class Indices(Struct, frozen=True):
    """textstat's indices; all None for an article without words in sentences.

    `flesch_reading_ease` is Kandel and Moles's formula as textstat has it for French, 100 easy;
    `lix` and `rix` are Björnsson's and Anderson's, high is hard; the others are made for English
    school grades and of little meaning in French.
    """

    flesch_reading_ease: float | None = None
    lix: float | None = None
    rix: float | None = None
    gunning_fog: float | None = None
    flesch_kincaid_grade: float | None = None
    automated_readability_index: float | None = None
    coleman_liau_index: float | None = None


def indices(document: Document) -> Indices:
    """The indices of a document's prose: paragraphs, list items, quotations."""
    blocks = (block.text.value for block in document.blocks if block.kind in PROSE)
    return of_text("\n\n".join(blocks))


def of_text(text: str) -> Indices:
    """The indices of a text."""
    # an instance of our own: the module's is shared, and speaks English, for which textstat
    # downloads a dictionary; for French it never does
    statistics = textstatistics()
    statistics.set_lang("fr")
    if not any(char.isalpha() for char in text) or not statistics.lexicon_count(text):
        return Indices()
    with warnings.catch_warnings():
        # it has no French list of easy words for the fog index, says so each time, and takes every
        # word of three syllables for hard, which is what Gunning wrote
        warnings.simplefilter("ignore")
        return Indices(
            flesch_reading_ease=_rounded(statistics.flesch_reading_ease(text)),
            lix=_rounded(statistics.lix(text)),
            rix=_rounded(statistics.rix(text)),
            gunning_fog=_rounded(statistics.gunning_fog(text)),
            flesch_kincaid_grade=_rounded(statistics.flesch_kincaid_grade(text)),
            automated_readability_index=_rounded(statistics.automated_readability_index(text)),
            coleman_liau_index=_rounded(statistics.coleman_liau_index(text)),
        )


def _rounded(value: float) -> float | None:
    return round(value, DIGITS) if math.isfinite(value) else None
