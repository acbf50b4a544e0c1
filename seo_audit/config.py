"""What a user may set, and what follows from it for one article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_audit.document import Document, Text
from seo_audit.message import Language
from seo_audit.parsing import Parsing
from seo_audit.rule import Rule, Severity
from seo_audit.source import MAXIMUM_BYTES, Source
from seo_audit.target import Target

if TYPE_CHECKING:
    from seo_audit.brief import Brief


@dataclass(frozen=True, slots=True)
class Settings:
    """What one article is audited with.

    `enabled` are ids of rules in the order they are asked; `options` holds a rule's options for each
    of them; `severities` those that were configured.
    """

    target: Target
    enabled: tuple[str, ...]
    options: Mapping[str, Any]
    severities: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class Config:
    """All that configuration files and options set. `Config()` is the tool's own choice."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    profile: str | None = None
    keyphrase: str | None = None
    secondary: tuple[str, ...] = ()
    title: str | None = None
    description: str | None = None
    slug: str | None = None
    brief: "Brief | None" = None
    content: str | None = None
    language: Language = "fr"
    maximum_bytes: int = MAXIMUM_BYTES
    root: Path | None = None
    site: str | None = None
    region: str | None = None
    today: date = field(default_factory=date.today)
    front_matter: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options by rule id, `enabled` and `severity` among them."""

    def parsing_for(self, source: Source) -> Parsing:  # noqa: ARG002  overrides by file may differ
        """How to read an article."""
        return Parsing(content=self.content, front_matter=self.front_matter)

    def override(self, document: Document) -> Document:
        """The document with the title, description and slug that were given apart from it."""
        metadata = document.metadata
        if self.title is not None:
            metadata = replace(metadata, titles=(Text(self.title),))
        if self.description is not None:
            metadata = replace(metadata, descriptions=(Text(self.description),))
        if self.slug is not None:
            metadata = replace(metadata, slug=Text(self.slug))
        return document if metadata is document.metadata else replace(document, metadata=metadata)

    def settings(self, document: Document, rules: Mapping[str, Rule]) -> Settings:
        """What follows for one article, its own front matter included."""
        keyphrase = self.keyphrase or document.settings.get("keyphrase")
        target = Target(
            keyphrase=keyphrase, secondary=self.secondary, profile=self.profile or "article"
        )
        return Settings(
            target,
            tuple(rules),
            {name: rule.options(**self.rules.get(name, {})) for name, rule in rules.items()},
            {},
        )
