"""What a user may set, and what follows from it for one article."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.brief.brief import MOST_PHRASES
from seo_audit.brief.profiles import PROFILES
from seo_audit.brief.target import Target
from seo_audit.config.options import fill, severity_of
from seo_audit.document import Document, Text
from seo_audit.judging.gate import Gate
from seo_audit.lazy import regex
from seo_audit.message import Language
from seo_audit.parsing import Parsing
from seo_audit.rule import Category, Rule, Severity, SiteRule
from seo_audit.source import MAXIMUM_BYTES, Source

if TYPE_CHECKING:
    from seo_audit.brief.brief import Brief


class Settings(Struct, frozen=True):
    """What one article is audited with.

    `enabled` are ids of rules in the order they are asked; `options` holds a rule's options for each
    of them; `severities` those that were configured.
    """

    target: Target
    enabled: tuple[str, ...]
    options: Mapping[str, Any]
    severities: Mapping[str, Severity]


def today() -> date:
    """The day of the audit: that of SOURCE_DATE_EPOCH where it is set, so that a run can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) <= 11:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()  # noqa: DTZ011  the user's own day is meant


class Config(Struct, frozen=True):
    """All that configuration files and options set, for one article. `Config()` is the tool's own choice.

    `select`, `ignore`, `extend_select` and `left_out` hold ids of rules and names of categories; what `left_out`
    names (`per-file-ignores`) is off whatever the others say. `keyphrase` is
    stronger than what the article says of itself, `fallback_keyphrase` weaker. `rules` holds options
    by rule id, `enabled` and `severity` among them. `reads_files` False leaves out what an article's front matter names
    to be read: a text that a page sends has no files.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    profile: str | None = None
    keyphrase: str | None = None
    fallback_keyphrase: str | None = None
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
    today: date = field(default_factory=today)
    front_matter: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    gate: Gate = field(default_factory=Gate)
    reads_files: bool = True

    def parsing_for(self, source: Source) -> Parsing:  # noqa: ARG002  a format may ask more some day
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
        """What follows for one article, its own front matter included.

        Raises:
            ConfigError: an option of a rule is unknown, or its value is none it can have; so for the brief
                in its front matter.
        """
        brief = self._brief(document)
        if brief != self.brief:
            return replace(self, brief=brief).settings(document, rules)
        article = _Article.of(document.settings)
        profile = article.profile or self.profile or PROFILES[0]
        enabled = tuple(
            name
            for name, rule in rules.items()
            if self.is_on(rule, profile)
            and name not in article.disable
            and rule.category.value not in article.disable
        )
        target = Target(
            keyphrase=self._keyphrase(document, article),
            secondary=article.secondary or self.secondary[:MOST_PHRASES] or _of_brief(self.brief),
            profile=profile,
            brief=self.brief,
            root=self.root,
            site=self.site,
            region=self.region,
            today=self.today,
        )
        return Settings(
            target,
            enabled,
            {name: fill(rules[name], self.rules.get(name, {}), profile) for name in enabled},
            {
                name: severity_of(name, values)
                for name, values in self.rules.items()
                if "severity" in values
            },
        )

    def is_on(self, rule: Rule | SiteRule, profile: str | None = None) -> bool:
        """Whether a rule is asked.

        A rule named by its id wins over its category: `ignore = ["links"]` with
        `extend-select = ["link-text"]` leaves link-text on. A rule of a brief needs a brief.
        """
        if rule.category is Category.BRIEF and self.brief is None:
            return False
        if rule.id in self.left_out or rule.category.value in self.left_out:
            return False
        said = self.rules.get(rule.id, {}).get("enabled")
        if said is not None:
            return bool(said)
        usual = rule.on_in is None or (profile or self.profile or PROFILES[0]) in rule.on_in
        if self.select is None and not self.ignore and not self.extend_select:
            return usual
        chosen, category = self.select or (), rule.category.value
        # the first that holds decides
        answers = (
            (rule.id in self.ignore, False),
            (rule.id in self.extend_select or rule.id in chosen, True),
            (category in self.ignore, False),
            (category in self.extend_select, True),
            (self.select is not None and category not in chosen, False),
        )
        return next((answer for holds, answer in answers if holds), usual)

    def _brief(self, document: Document) -> "Brief | None":
        """The brief, with what the article's front matter asks."""
        if not document.settings:
            return self.brief
        from seo_audit.brief.file import of_article  # noqa: PLC0415  few articles have one

        if not self.reads_files:
            document = replace(document, settings=_without_files(document.settings))
        return of_article(document, self.brief)

    def _keyphrase(self, document: Document, article: "_Article") -> str | None:
        found = (
            self.keyphrase,
            article.keyphrase,
            self.fallback_keyphrase,
            self.brief.keyphrase if self.brief else None,
            _first_keyword(document),
        )
        return next((one.strip() for one in found if one and one.strip()), None)


_LONG_WORD = 4
"""Letters of a word that says something; shorter ones link others."""
FEW_KEYWORDS = 2
"""More in one front matter are the tags of a site, unless the first is what the title speaks of."""


def _first_keyword(document: Document) -> str | None:
    """The first entry of the article's `keywords`, where it is a keyphrase and no tag.

    Most sites write the same words into the `<meta name="keywords">` of all pages, or an article's tags: there, only
    what the title or the main heading holds is a keyphrase. In front matter, where few are, one word of it in them,
    in the description or in the address will do: what is in none of them is the site's word, not the article's.
    Plugins write a page's tags by their alphabet, and the first of them says nothing.
    """
    keywords = document.metadata.keywords
    if not keywords:
        return None
    first = keywords[0].value
    if document.head is not None and _are_sorted([one.value for one in keywords]):
        return None
    from seo_audit.french import find_phrase  # noqa: PLC0415  few pages have any
    from seo_audit.french.word_lists import plain  # noqa: PLC0415  few pages have any

    title = document.metadata.title
    headings = [heading.text.value for heading in document.headings if heading.level == 1]
    said = [_own_part(title.value, headings)] if title else []
    said += headings
    if document.head is None and len(keywords) <= FEW_KEYWORDS:
        return first if not said or _is_its_own(first, document, said) else None
    if document.head is not None and any(plain(first) in map(plain, _parts(text)) for text in said):
        return None  # what a template wrote of the title
    return first if any(find_phrase(first, text) for text in said) else None


_BETWEEN = regex(r"\s[|–—•·-]\s")
_LONGEST_WHOLE = 5
"""Words of a title that may well be its keyphrase."""


def _parts(title: str) -> Iterator[str]:
    """A title of many words, and its parts without the site’s name."""
    for part in (title, *_BETWEEN.split(title)):
        if len(part.split()) > _LONGEST_WHOLE:
            yield " ".join(part.split())


def _own_part(title: str, headings: Sequence[str]) -> str:
    """What a title says of its page: where a part of it is the main heading, the rest is the site’s name."""
    own = {" ".join(heading.lower().split()) for heading in headings}
    if own and len(parts := _BETWEEN.split(title)) > 1:
        for part in parts:
            if " ".join(part.lower().split()) in own:
                return part
        # the site’s name is in none of them
        said = {word for text in own for word in text.split() if len(word) >= _LONG_WORD}
        return (
            " ".join(part for part in parts if not said.isdisjoint(part.lower().split())) or title
        )
    return title


def _is_its_own(keyword: str, document: Document, titles: Sequence[str]) -> bool:
    """Whether a word of an article's keyword is in its titles, its description, or its address."""
    from seo_audit.french.phrases import find_in_slug, find_phrase  # noqa: PLC0415  few have any

    metadata = document.metadata
    description = [metadata.description.value] if metadata.description else []
    source = document.source
    slug = metadata.slug.value if metadata.slug else PurePath(source.path or source.name).stem
    words = [word for word in keyword.split() if len(word) >= _LONG_WORD] or [keyword]
    return any(
        find_in_slug(word, slug) or any(find_phrase(word, text) for text in (*titles, *description))
        for word in words
    )


_SORTED = 4
"""Keywords in order, from which nobody ordered them by their weight: chance does it once in twenty-four."""


def _are_sorted(keywords: Sequence[str]) -> bool:
    first = [keyword.lower() for keyword in keywords[:_SORTED]]
    return len(first) == _SORTED and first == sorted(first)


class _Article(Struct, frozen=True):
    """What an article's front matter says under `seo:`; what cannot be understood counts as unsaid."""

    keyphrase: str | None = None
    secondary: tuple[str, ...] = ()
    profile: str | None = None
    disable: frozenset[str] = frozenset()

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "_Article":
        keyphrase, profile = said.get("keyphrase"), said.get("profile")
        return cls(
            keyphrase=keyphrase if isinstance(keyphrase, str) else None,
            # each is looked for in the whole article
            secondary=tuple(islice(_texts(said.get("secondary")), MOST_PHRASES)),
            profile=profile if isinstance(profile, str) and profile in PROFILES else None,
            disable=frozenset(name.replace("_", "-") for name in _texts(said.get("disable"))),
        )


def _without_files(said: Mapping[str, Any]) -> dict[str, Any]:
    """What an article says under `seo:`, but for the files it names."""
    kept = {key: value for key, value in said.items() if key not in ("source", "reference")}
    if "brief" in kept:
        inner = kept.pop("brief")
        if isinstance(inner, Mapping):
            kept["brief"] = _without_files(inner)
    return kept


def _texts(value: Any) -> Iterable[str]:
    """The texts of a list, or of one text with commas."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return (item.strip() for item in items if isinstance(item, str) and item.strip())


def _of_brief(brief: "Brief | None") -> tuple[str, ...]:
    return brief.secondary if brief else ()
