"""Markdown as HTML, for an author who pastes it elsewhere."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from seo_audit.document import Document
from seo_audit.parsing.markdown.parser import parse
from seo_audit.source import Source

_BOXES = {
    "[ ] ": '<input type="checkbox" disabled> ',
    "[x] ": '<input type="checkbox" checked disabled> ',
    "[X] ": '<input type="checkbox" checked disabled> ',
}


def to_html(source: Source) -> str:
    """The article's HTML, its front matter left out; HTML that its author wrote stays.

    Raises:
        SourceError: lists or quotes are nested too deeply.
    """
    document: Document = parse(source)
    start = document.front_matter.span.end if document.front_matter else 0
    writer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    writer.use(footnote_plugin).use(deflist_plugin)
    # the plugin for checklists looks for the list of each of its items, which takes the square of their number
    writer.core.ruler.push("boxes", _boxes)
    return str(writer.render(source.text[start:]))


def _boxes(state: StateCore) -> None:
    """Make a box of what stands before the items of a checklist."""
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (item.type, paragraph.type) != ("list_item_open", "paragraph_open"):
            continue
        inside = inline.children or []
        box = _BOXES.get(inside[0].content[:4]) if inside and inside[0].type == "text" else None
        if box:
            inside[0].content = inside[0].content[4:]
            inside.insert(0, Token("html_inline", "", 0, content=box))
