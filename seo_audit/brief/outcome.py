"""A figure, a date or a name of an article beside its source, and what comparing them gave."""

from enum import StrEnum

from msgspec import Struct

from seo_audit.source import Span


class Kind(StrEnum):
    """What a fact is."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"


class Fact(Struct, frozen=True):
    """A fact of the article or its source: as it reads, where it stands first, and where else.

    `line` is its line in the text it comes from, 0 where it has no place.
    """

    kind: Kind
    text: str
    span: Span | None
    line: int = 0
    others: tuple[Span, ...] = ()


class FactCheck(Struct, frozen=True):
    """What comparing an article with its source gave: added without a source, with one, lost."""

    added: tuple[Fact, ...] = ()
    attributed: tuple[Fact, ...] = ()
    lost: tuple[Fact, ...] = ()
