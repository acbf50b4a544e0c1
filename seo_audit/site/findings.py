"""All findings of a site in their order: the gravest first, then by rule and place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Literal

from msgspec import Struct

from seo_audit.message import Language
from seo_audit.rule import Evidence, Severity, SiteFinding, Spot
from seo_audit.rule_support.site.packed import Held, packed

State = Literal["new", "still"]
"""Beside an earlier run: a finding that was not there, or one that still is."""


class Found(Struct, frozen=True, gc=False):
    """A finding of a site with its severity, its rule's evidence and its fingerprint settled.

    The fingerprint stays the same when other pages change, and differs from all others of the site.
    """

    rule: str
    severity: Severity
    evidence: Evidence | None
    finding: SiteFinding
    fingerprint: str
    state: State | None = None

    @property
    def spots(self) -> Sequence[Spot]:
        """Its places."""
        return self.finding.spots

    @property
    def pages(self) -> int:
        """How many pages, or other files, it is about."""
        return self.finding.pages

    def message(self, language: Language) -> str:
        """What was found."""
        return self.finding.message(language)

    def advice(self, language: Language) -> str:
        """What to do."""
        return self.finding.advice(language)


class Part(Struct, frozen=True):
    """The findings of one rule that have one severity."""

    severity: Severity
    rule: str
    found: Sequence[Found]


class Findings(Held[Found]):
    """The findings of a site, which may be a million: they are packed where they are many."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Part] = ()) -> None:
        self.parts = tuple(parts)

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Findings":
        """Findings that come in their order."""
        groups = groupby(found, key=lambda one: (one.severity, one.rule))
        return cls(Part(*key, packed(group)) for key, group in groups)

    def __len__(self) -> int:
        return sum(len(part.found) for part in self.parts)

    def __iter__(self) -> Iterator[Found]:
        return chain.from_iterable(part.found for part in self.parts)

    def _at(self, number: int) -> Found:
        for part in self.parts:
            if number < len(part.found):
                return part.found[number]
            number -= len(part.found)
        raise IndexError(number)

    def of_severity(self, severity: Severity) -> int:
        """How many have a severity."""
        return sum(len(part.found) for part in self.parts if part.severity is severity)

    def by_rule(self) -> Mapping[str, "Findings"]:
        """The findings by rule, in their order: the gravest rule first."""
        rules: dict[str, list[Part]] = {}
        for part in self.parts:
            rules.setdefault(part.rule, []).append(part)
        return {rule: Findings(parts) for rule, parts in rules.items()}
