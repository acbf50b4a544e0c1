"""From a source to a document: one module a format, loaded when a file of that format comes."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct, field

from seo_audit.document import Document, Format
from seo_audit.parsing.raw_markup import without_raw_markup
from seo_audit.source import Source

SUFFIXES: Mapping[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""What a file's name ends with → its format."""

FORMATS: Mapping[str, Format] = {
    "html": "html",
    "markdown": "markdown",
    "md": "markdown",
    "text": "text",
    "txt": "text",
}
"""Names a format may be given by."""


class Parsing(Struct, frozen=True):
    """How to read an article: the CSS selector of its main content, and its front matter's keys.

    `front_matter` maps what we ask for (title, description, slug, language, keywords, authors,
    published, modified) to the keys that may hold it, the first found counts; what it does not
    name keeps its defaults.
    """

    content: str | None = None
    front_matter: Mapping[str, Sequence[str]] = field(default_factory=dict)


def format_of(name: str, text: str) -> Format:
    """The format of an article: by its name's ending, else HTML when it begins with a tag, else text."""
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return "html" if text.lstrip("\ufeff \t\r\n")[:1] == "<" else "text"


def parse(source: Source, how: Parsing, format: Format | None = None) -> Document:  # noqa: A002
    """Read a source as a document, without what is no text in it (`raw_markup`).

    Raises:
        SourceError: it passes a limit of its format's parser, or `content` matches nothing.
        ConfigError: `content` is no CSS selector.
    """
    return without_raw_markup(_parsed(source, how, format))


def _parsed(source: Source, how: Parsing, format: Format | None) -> Document:  # noqa: A002
    kind = format or format_of(source.name, source.text)
    if kind == "text":
        from seo_audit.parsing import text  # noqa: PLC0415  one format at a time

        return text.parse(source)
    from seo_audit.parsing.front_matter.header import FRONT_MATTER_NAMES  # noqa: PLC0415  as above

    names = {**FRONT_MATTER_NAMES, **how.front_matter}
    if kind == "html":
        from seo_audit.parsing.html import parser as html  # noqa: PLC0415  as above

        return html.parse(source, content=how.content, names=names)
    from seo_audit.parsing.markdown import parser as markdown  # noqa: PLC0415  its parser only for Markdown

    return markdown.parse(source, names=names)
