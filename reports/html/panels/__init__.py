"""The panels of the HTML report: search result, social card, outline, keyphrase, readability."""

from collections.abc import Mapping

from seo_audit.reports.html.panels.keyphrase import heat
from seo_audit.reports.html.panels.outline import outline
from seo_audit.reports.html.panels.readability import (
    chart,
    hardest,
    our_figures,
    scale,
    textstat_figures,
)
from seo_audit.reports.html.panels.social import social_card

from seo_audit.judging.shown_measures import LONG_SENTENCE
from seo_audit.measures import WORDS_A_MINUTE
from seo_audit.rendering.anchors import LEAST_DIFFERENCE
from seo_audit.rendering.search_result import search_result

LIMITS: Mapping[str, int] = {
    "sentence": LONG_SENTENCE,
    "speed": WORDS_A_MINUTE,
    "least": LEAST_DIFFERENCE,
}
"""Limits the panels name."""

__all__ = [
    "LIMITS",
    "chart",
    "hardest",
    "heat",
    "our_figures",
    "outline",
    "scale",
    "search_result",
    "social_card",
    "textstat_figures",
]
