"""What the HTML report says in its own voice, in both languages."""

from collections.abc import Mapping

from seo_audit.reports.html.words import article, brief, page, readability, search
from seo_audit.reports.html.words.furniture import FURNITURE

from seo_audit.message import Message

WORDS: Mapping[str, Message] = {
    **page.WORDS,
    **article.WORDS,
    **search.WORDS,
    **readability.WORDS,
    **brief.WORDS,
}

__all__ = ["FURNITURE", "WORDS"]
