"""What the author wrote: the article as every rule sees it, whatever its format.

Nothing here is computed and nothing knows a parser. Every text knows where each of its characters
stands in the source.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct, field

from seo_audit.message import Message, Value
from seo_audit.source import Source, Span

Format = Literal["html", "markdown", "text"]


class Run(Struct, frozen=True):
    """Characters of a text which stand together in the source.

    The text's characters from `index` up to the next run's come from `source[start:end]`: one for
    one when both are equally long, else all of them from the whole of it (an entity, an escape, a
    space that stands for a line end and its indentation).
    """

    index: int
    start: int
    end: int


_INDEX = attrgetter("index")


class Text(Struct, frozen=True):
    r"""Readable text: tags gone, entities decoded, white space collapsed.

    `value` holds single spaces (no-break ones are kept) and "\n" only for line breaks the author
    asked for (`<br>`, a hard break). Indices into `value` are no offsets into the source: `span`
    turns the first into the second. A text without runs (given on the command line) has no place.
    """

    value: str
    runs: tuple[Run, ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span | None:
        """Where the characters `start` to `end` (all, unless said) stand in the source."""
        if not self.runs:
            return None
        end = len(self.value) if end is None else end
        first, _ = self._place(start)
        return Span(first, self._place(end - 1)[1] if end > start else first)

    def starts(self, indices: Iterable[int]) -> list[int]:
        """Where characters begin in the source: those at `indices`, which ascend. The text must have runs."""
        found, last, number = [], len(self.runs) - 1, 0
        for index in indices:
            while number < last and self.runs[number + 1].index <= index:
                number += 1
            found.append(self._within(number, index)[0])
        return found

    def slice(self, start: int, end: int) -> "Text":
        """A part of the text, which still knows its places."""
        runs: list[Run] = []
        first = max(bisect_right(self.runs, start, key=_INDEX) - 1, 0)
        for number in range(first, len(self.runs)):
            run, following = self.runs[number], self._after(number)
            if run.index >= end:
                break
            low, high = max(run.index, start), min(following, end)
            if low < high:
                if run.end - run.start == following - run.index:
                    runs.append(
                        Run(low - start, run.start + low - run.index, run.start + high - run.index)
                    )
                else:
                    runs.append(Run(low - start, run.start, run.end))
        return Text(self.value[start:end], tuple(runs))

    def _after(self, number: int) -> int:
        return self.runs[number + 1].index if number + 1 < len(self.runs) else len(self.value)

    def _place(self, index: int) -> tuple[int, int]:
        return self._within(max(bisect_right(self.runs, index, key=_INDEX) - 1, 0), index)

    def _within(self, number: int, index: int) -> tuple[int, int]:
        run = self.runs[number]
        if run.end - run.start == self._after(number) - run.index:
            start = min(max(run.start + index - run.index, run.start), run.end)
            return start, min(start + 1, run.end)
        return run.start, run.end

    def __bool__(self) -> bool:
        return bool(self.value)


class BlockKind(StrEnum):
    """What a block is. Only PARAGRAPH, LIST_ITEM and QUOTE have sentences; CODE has no words."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    CODE = "code"


class Mark(Struct, frozen=True):
    """A part of a block's text, in indices of its value, with what is said of it (a language, say)."""

    start: int
    end: int
    value: str = ""


class Block(Struct, frozen=True):
    """One block of the main content, in reading order.

    `span` holds the whole element in the source, tags and markers included. `level` is 1–6 for a
    heading, else 0. `language` is what the nearest `lang` attribute below the root says, else None.
    `strong`, `code`, `foreign` and `emphasis` mark inline parts of the text: bold, code (`<code>`,
    `<kbd>`…), text with a `lang` of its own (the mark's value), and italics (`<em>`, `<cite>`…).
    """

    kind: BlockKind
    text: Text
    span: Span
    level: int = 0
    language: str | None = None
    strong: tuple[Mark, ...] = ()
    code: tuple[Mark, ...] = ()
    foreign: tuple[Mark, ...] = ()
    emphasis: tuple[Mark, ...] = ()
    label: str = ""
    """The name by which a heading without visible text is read."""


class Link(Struct, frozen=True):
    """A link in the main content. `text` is its readable text (alt texts of its images left out)."""

    href: Text
    text: Text
    span: Span
    label: str = ""
    """The name it is read by when that differs from the text: aria-label, a drawing's title, a text for those who hear
    the page; else its title."""
    image_alts: tuple[str, ...] = ()
    """alt texts of the images it holds."""
    rel: frozenset[str] = frozenset()
    block: int | None = None
    """Number of the block (in `Document.blocks`) that holds it, None between blocks."""
    start: int = 0
    """Where the link's text begins in that block's text."""
    end: int = 0


class Image(Struct, frozen=True):
    """An image in the main content. `alt` is None when there is no such attribute."""

    src: Text
    alt: Text | None
    span: Span
    width: str = ""
    height: str = ""
    decorative: bool = False
    """role="presentation"/"none" or aria-hidden="true"."""
    label: str = ""
    """aria-label, or the text aria-labelledby names."""
    linked: bool = False


class Frame(Struct, frozen=True):
    """An iframe in the main content."""

    src: Text
    title: Text | None
    span: Span


class Furniture(Struct, frozen=True):
    """A part of the page left out of the article, and why (« nav », « related », « comments »…)."""

    reason: str
    text: str
    span: Span


class Meta(Struct, frozen=True):
    """A `<meta>`: `key` is its name, property, http-equiv or "charset", in lower case."""

    key: str
    content: Text
    span: Span


class HeadLink(Struct, frozen=True):
    """A `<link>` of the page's head."""

    rel: frozenset[str]
    href: Text
    span: Span
    hreflang: str = ""


class Property(Struct, frozen=True):
    """A microdata property (`itemprop`) or a `<time>` (key "time"): its value, wherever on the page."""

    key: str
    value: Text
    span: Span
    item_type: str = ""
    """Last part of the item's type URL, such as "NewsArticle"."""
    item: int = 0
    """Which item of the page it belongs to, counted from 1; 0 for none."""


class Head(Struct, frozen=True):
    """What an HTML page says of itself. A fragment without `<html>`, `<head>`, … has none."""

    span: Span
    """The `<head>` start tag, or the start of the page."""
    html_span: Span | None
    """The `<html>` start tag."""
    lang: Text | None
    titles: tuple[Text, ...] = ()
    title_spans: tuple[Span, ...] = ()
    """The whole `<title>` elements, in the order of `titles`: a place for an empty one."""
    metas: tuple[Meta, ...] = ()
    links: tuple[HeadLink, ...] = ()
    base: str = ""
    """What `<base href>` says: addresses of the page start from there."""
    scripts: tuple[Text, ...] = ()
    """Contents of the JSON-LD scripts of the whole page, as they stand, comments and CDATA too."""
    properties: tuple[Property, ...] = ()
    classes: frozenset[str] = frozenset()
    """Those of `<body>`: what made the page says there of which kind it is."""

    @property
    def addresses(self) -> tuple[Text, ...]:
        """The page's own addresses as it names them: the canonical links, then `og:url`."""
        links = (link.href for link in self.links if "canonical" in link.rel)
        return (*links, *(meta.content for meta in self.metas_named("og:url")))

    def metas_named(self, *keys: str) -> tuple[Meta, ...]:
        """The metas with one of these keys, in source order."""
        return tuple(meta for meta in self.metas if meta.key in keys)


class Problem(Struct, frozen=True):
    """Something wrong that the parser met and that a rule reports: a sentence and a place."""

    message: Message
    span: Span
    values: Mapping[str, Value] = field(default_factory=dict)


class Entry(Struct, frozen=True):
    """A key of the front matter. `value` is plain data; `text` is set for scalars, with their places."""

    key: str
    value: Any
    span: Span
    """The key in the source."""
    text: Text | None = None


class FrontMatter(Struct, frozen=True):
    """What stands before a Markdown article: YAML, TOML, JSON, Pelican or Pandoc headers."""

    kind: Literal["yaml", "toml", "json", "javascript", "pelican", "pandoc", "nikola"]
    span: Span
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def get(self, *keys: str) -> Entry | None:
        """The entry of the first of these keys that is there (keys compared in lower case)."""
        by_key = {entry.key.lower(): entry for entry in self.entries}
        return next((by_key[key] for key in keys if key in by_key), None)


class Metadata(Struct, frozen=True):
    """What the article says of itself, whatever its format: one place to ask."""

    titles: tuple[Text, ...] = ()
    """`<title>`s, or the front matter's title, or the first line of a text that has one."""
    descriptions: tuple[Text, ...] = ()
    slug: Text | None = None
    language: Text | None = None
    keywords: tuple[Text, ...] = ()
    authors: tuple[Text, ...] = ()
    published: Text | None = None
    modified: Text | None = None

    @property
    def title(self) -> Text | None:
        """The first title."""
        return self.titles[0] if self.titles else None

    @property
    def description(self) -> Text | None:
        """The first description."""
        return self.descriptions[0] if self.descriptions else None


LEAST_TEXT = 8
"""Characters outside links and headings: a page with fewer holds no article."""


class Document(Struct, frozen=True):
    """An article: its main content as blocks, what it says of itself, and what was left out."""

    source: Source
    format: Format
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    head: Head | None = None
    front_matter: FrontMatter | None = None
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    frames: tuple[Frame, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    comments: tuple[Text, ...] = ()
    """Comments of the source, in order, without their delimiters: they may silence rules."""
    ids: frozenset[str] = frozenset()
    """Names that a #fragment can point at: id and name attributes, heading anchors."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The front matter's table `seo:`; for HTML, empty."""

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings of the main content, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADING)

    @property
    def holds_article(self) -> bool:
        """Whether there is text to judge; a whole page may hold headings and links only. A fragment always does."""
        if self.head is None:
            return True
        linked: dict[int, int] = {}
        for link in self.links:
            if link.block is not None:
                linked[link.block] = linked.get(link.block, 0) + link.end - link.start
        free = 0
        for number, block in enumerate(self.blocks):
            if block.kind not in (BlockKind.HEADING, BlockKind.CAPTION):
                free += max(len(block.text.value) - linked.get(number, 0), 0)
                if free >= LEAST_TEXT:
                    return True
        return False

    @property
    def opening(self) -> Span | None:
        """The first line of the front matter: a place for what it lacks."""
        if not self.front_matter:
            return None
        return self.source.line_span(self.source.position(self.front_matter.span.start).line)

    @property
    def text(self) -> str:
        """The main content as plain text, blocks apart by a blank line."""
        return "\n\n".join(block.text.value for block in self.blocks if block.text.value)
