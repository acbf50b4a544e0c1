"""The figures a report shows, read off the measures."""

from seo_audit.measures import Measures
from seo_audit.report import Figures

LONG_SENTENCE = 25
"""Words; `long_sentence_share` counts the author's own sentences of more: the French state's plain-language guides say 20–25."""


def figures(measures: Measures) -> Figures:
    """All figures of an article; ratios rounded to four digits, so that formats agree to the last."""
    document = measures.document
    keyphrase = measures.target.keyphrase
    own = len(measures.own_sentences)
    return Figures(
        words=measures.word_count,
        sentences=len(measures.sentences),
        paragraphs=measures.paragraph_count,
        characters=measures.character_count,
        syllables=measures.syllable_count,
        readability=_rounded(measures.readability, 1),
        reading_ease=_rounded(measures.reading_ease, 1),
        reading_minutes=measures.reading_minutes,
        headings=len(document.headings),
        links=sum(not link.href.value.startswith("#") for link in document.links),
        images=len(document.images),
        language=measures.language,
        keyphrase=keyphrase,
        keyphrase_count=len(measures.keyphrase_occurrences) if keyphrase else None,
        keyphrase_density=_rounded(measures.keyphrase_density, 2),
        passive_share=_rounded(measures.passive_share, 4),
        connector_share=_rounded(measures.connector_share, 4),
        long_sentence_share=_rounded(
            len(measures.long_sentences(LONG_SENTENCE)) / own if own else None, 4
        ),
        keyphrase_candidates=() if keyphrase else measures.keyphrase_candidates,
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
