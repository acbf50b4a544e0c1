"""Markdown as HTML, for an author who pastes it elsewhere."""

from markdown_it import MarkdownIt

from seo_audit.document import Document
from seo_audit.parsing.markdown.parser import parse
from seo_audit.source import Source


def to_html(source: Source) -> str:
    """The article's HTML, its front matter left out; HTML that its author wrote stays.

    Raises:
        SourceError: lists or quotes are nested too deeply.
    """
    document: Document = parse(source)
    start = document.front_matter.span.end if document.front_matter else 0
    writer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return str(writer.render(source.text[start:]))
