"""Where the keyphrase stands in the text."""

from msgspec import Struct

from seo_audit.measures import Measures

TENTHS = 10
PHRASE_WORDS = 8
"""Words of a keyphrase looked for one by one; nobody means more."""

CELLS = 50
"""Parts of the text that the keyphrase's heat is drawn for."""


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
