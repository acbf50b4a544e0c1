"""What came of a brief, as data: each of its keys, and facts beside those of the source."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from seo_audit.source import Span

if TYPE_CHECKING:
    from seo_audit.brief.vocabulary import Vocabulary


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


Value = str | int | float | tuple[str, ...] | Mapping[str, int | float] | None


class Demand(Struct, frozen=True):
    """A key of a brief. `met` is None where the key demands nothing by itself, or nothing could be judged.

    `found` of « source » are figures by name, those of reading the article beside it.
    """

    key: str
    asked: Value
    found: Value
    met: bool | None


class BriefOutcome(Struct, frozen=True):
    """A brief by its name, and what came of it. `attributed` are facts added with their source, which is fine."""

    name: str
    demands: tuple[Demand, ...]
    attributed: tuple[Fact, ...] = ()
    vocabulary: "Vocabulary | None" = None

    @property
    def met(self) -> bool:
        """Whether all that could be judged is met."""
        return all(demand.met is not False for demand in self.demands)
