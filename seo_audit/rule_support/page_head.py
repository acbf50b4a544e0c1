"""Where a browser ends the head of a page: what stands behind it is in the body, whatever the tags say."""

import re
from collections.abc import Iterator
from itertools import islice

from seo_audit.document import Document, HeadLink
from seo_audit.lazy import regex
from seo_audit.source import Span

_PIECE = regex(
    r"<!--.*?(?:--!?>|\Z)|<[!?][^>]*+>?"
    r"|<(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+|=)*+>"
    r"|(?P<text>[^\s<\ufeff]|<)",
    re.DOTALL,
)
_OF_THE_HEAD = frozenset(
    (
        *("base", "basefont", "bgsound", "head", "html", "link", "meta", "noframes", "noscript"),
        *("script", "style", "template", "title"),
    )
)
"""Start tags that leave the head open (HTML Standard, “in head” and “after head” insertion modes)."""
_RAW = frozenset({"noframes", "noscript", "script", "style", "template", "title"})
"""Elements whose inside is skipped. With scripts, as for Google, `<noscript>` holds text."""
_CLOSING = frozenset({"body", "html", "br"})
"""End tags that open the body; others without a start are passed over."""


def head_end(text: str) -> int:
    """Where the head of a page ends: at the first tag or text that belongs to a body."""
    at, absent = 0, set[str]()
    while found := _PIECE.search(text, at):
        at = found.end()
        name = (found["name"] or "").lower()
        if found["text"]:
            return found.start()
        if not name or (found["end"] and name not in _CLOSING):
            continue
        if found["end"] or name not in _OF_THE_HEAD:
            return found.start()
        if name in _RAW and name not in absent:
            closing = _ENDS[name].search(text, at)
            if closing:
                at = closing.end()
            else:
                absent.add(name)
    return len(text)


_ENDS = {name: regex(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE) for name in _RAW}


def outside(document: Document, rel: str) -> tuple[HeadLink, ...]:
    """The links of a kind that stand in the body, where Google passes over them."""
    head = document.head
    links = [link for link in head.links if rel in link.rel] if head else []
    if not links:
        return ()
    end = head_end(document.source.text)
    return tuple(link for link in links if link.span.start >= end)


_NOSCRIPT = regex(r"<(/?)noscript(?=[\s>])", re.IGNORECASE)


def without_scripts(text: str) -> Iterator[Span]:
    """The insides of `<noscript>`: what only a reader without scripts is given."""
    start = -1
    for found in islice(_NOSCRIPT.finditer(text), 10_000):
        if not found[1] and start < 0:
            start = found.end()
        elif found[1] and start >= 0:
            yield Span(start, found.start())
            start = -1
