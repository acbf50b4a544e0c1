"""Where in the front matter a key below the first level stands, or a value of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from seo_audit.document import Document, Entry
from seo_audit.source import Span


def place_within(document: Document, entry: Entry, key: str, value: str = "") -> Span:
    """Where a key of the table `entry` stands, or a value of it; the table's own key where neither is found."""
    source, front_matter = document.source.text, document.front_matter
    end = front_matter.span.end if front_matter else entry.span.end
    named = re.compile(rf"""(?<![\w-])["']?({re.escape(str(key))})["']?\s{{0,9}}[:=]""")
    found = named.search(source, entry.span.start, end)
    if not found:
        return entry.span
    at = source.find(value, found.end(), end) if value else -1
    return Span(at, at + len(value)) if at >= 0 else Span(*found.span(1))


def tables_within(value: Any) -> Iterator[Mapping[str, Any]]:
    """The tables within a value of front matter, itself included."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
