"""Texts that lie beside an article: the source it was made from, the pages that answer the same query."""

import os
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.parsing import Parsing, parse
from seo_audit.source import Source, printable_name
from seo_audit.source import read as read_source

KEPT = 256
"""Texts kept in memory, parsed."""


class BriefText(Struct, frozen=True):
    """A text beside the article, by its file or as it is.

    `name` is what messages call it. `stamp` is the time of the file's last change and its size, so that a
    changed file is another text. `text` is set for one that no file holds.
    """

    name: str
    path: Path | None = None
    stamp: tuple[int, int] = (0, 0)
    text: str | None = None

    def document(self) -> Document:
        """The text, parsed; each is parsed once as long as it is kept.

        Raises:
            SourceError: it cannot be read, or not within the limits of its format.
        """
        return _document(self)


def brief_text(path: Path) -> BriefText:
    """The text of a file.

    Raises:
        SourceError: there is none, or it cannot be read as text.
    """
    try:
        state = os.stat(path)  # noqa: PTH116  a path from a brief may hold anything
        stamp = (state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        stamp = (0, 0)  # reading says what is wrong
    found = BriefText(printable_name(path.name), path, stamp)
    _source(found)
    return found


@lru_cache(maxsize=KEPT)
def _source(one: BriefText) -> Source:
    if one.path is None:
        return Source(one.text or "", one.name)
    return read_source(one.path, name=one.name)


@lru_cache(maxsize=KEPT)
def _document(one: BriefText) -> Document:
    return parse(_source(one), Parsing())
