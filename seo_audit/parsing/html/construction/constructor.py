"""From a source to the nodes of its page."""

from collections.abc import Mapping

from seo_audit.parsing.html.construction.after_body import (
    after_after_body,
    after_after_frameset,
    after_body,
    after_frameset,
    in_frameset,
)
from seo_audit.parsing.html.construction.before_body import (
    after_head,
    before_head,
    before_html,
    in_head,
    in_head_noscript,
    initial,
    text,
)
from seo_audit.parsing.html.construction.builder import Builder, Mode, Rule
from seo_audit.parsing.html.construction.foreign_content import in_foreign_content, is_foreign
from seo_audit.parsing.html.construction.in_body import in_body
from seo_audit.parsing.html.construction.in_table import (
    in_caption,
    in_cell,
    in_column_group,
    in_row,
    in_table,
    in_table_body,
    in_table_text,
)
from seo_audit.parsing.html.construction.templates import in_template
from seo_audit.parsing.html.construction.tokens import START, Token

_MODES: Mapping[Mode, Rule] = {
    "initial": initial,
    "before html": before_html,
    "before head": before_head,
    "in head": in_head,
    "in head noscript": in_head_noscript,
    "after head": after_head,
    "in body": in_body,
    "text": text,
    "in table": in_table,
    "in table text": in_table_text,
    "in caption": in_caption,
    "in column group": in_column_group,
    "in table body": in_table_body,
    "in row": in_row,
    "in cell": in_cell,
    "in template": in_template,
    "after body": after_body,
    "in frameset": in_frameset,
    "after frameset": after_frameset,
    "after after body": after_after_body,
    "after after frameset": after_after_frameset,
}
_PAGE_TAGS = frozenset({"html", "head", "body"})


def dispatch(builder: Builder, token: Token) -> None:
    """The tree construction dispatcher (13.2.6)."""
    elements = builder.stack.elements
    if elements and elements[-1].foreign and is_foreign(elements[-1], token):
        in_foreign_content(builder, token)
    else:
        _MODES[builder.mode](builder, token)


def construct(source: str) -> Builder:
    """Build the tree of a page.

    Raises:
        TooManyRepairsError: tags closed in the wrong order ask for too many elements.
    """
    builder = Builder(source, _MODES, dispatch)
    try:
        _read(builder)
    finally:
        for element in builder.stack.elements:
            element.parent = None
    return builder


def _read(builder: Builder) -> None:
    elements, page_tags = builder.stack.elements, builder.page_tags
    for token in builder.tokenizer.tokens():
        if elements and elements[-1].foreign and is_foreign(elements[-1], token):
            in_foreign_content(builder, token)
        else:
            if token.kind == START and token.name in _PAGE_TAGS:
                page_tags.setdefault(token.name, token)
            _MODES[builder.mode](builder, token)
    while elements:
        element = elements[-1]
        written = element.stop > element.opened and element.name in ("html", "body")
        builder.stack.pop(element.stop if written else len(builder.source))
