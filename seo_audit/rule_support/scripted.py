"""What a script of the page fills in."""

import re

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.source import Span

_ID = regex(r"\sid\s*=\s*[\"']?([\w-]{2,60})")
_WRITES = regex(r"\.(?:textContent|innerHTML|innerText)\s*=|\.(?:text|html|append|replaceWith)\(")
_FAR = 600
"""Characters of a script from where it asks for an element to where it writes a text."""


def is_filled_in(document: Document, span: Span) -> bool:
    """Whether a script in the page itself asks for an empty element, or one in it, by its id, and writes: a number that is hidden from robots."""
    text = document.source.text
    names = {match[1] for match in _ID.finditer(text, *span)}
    if not names:
        return False
    asked = re.compile(
        rf"(?:getElementById\(|\()[\"'`]#?(?:{'|'.join(map(re.escape, names))})[\"'`]"
    )
    return any(
        _WRITES.search(text, match.end(), match.end() + _FAR) for match in asked.finditer(text)
    )
