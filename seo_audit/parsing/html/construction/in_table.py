"""The insertion modes of tables (13.2.6.4.9 – 13.2.6.4.15)."""

from collections.abc import Collection

from seo_audit.parsing.html.construction.builder import Builder, without_nul
from seo_audit.parsing.html.construction.elements import (
    CELLS,
    TABLE_PARTS,
    TABLE_SECTIONS,
)
from seo_audit.parsing.html.construction.formatting import clear_to_marker, push_marker
from seo_audit.parsing.html.construction.templates import reset_insertion_mode
from seo_audit.parsing.html.construction.tokens import (
    COMMENT,
    DOCTYPE,
    END,
    END_OF_FILE,
    START,
    TEXT,
    WHITE,
    WHITE_PARTS,
    Token,
    only,
    split_white,
)

_TABLE_CONTEXT = frozenset({"table", "template", "html"})
_BODY_CONTEXT = frozenset({"tbody", "tfoot", "thead", "template", "html"})
_ROW_CONTEXT = frozenset({"tr", "template", "html"})
_STRUCTURE = frozenset({"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"})
"""Start tags that end a caption or a cell."""
_NOT_CLOSED_HERE = frozenset({"body", "html", "caption", "col", "colgroup"})
_HOLD_TEXT = TABLE_PARTS | {"template"}


def in_table(builder: Builder, token: Token) -> None:
    """13.2.6.4.9 The “in table” insertion mode."""
    kind = token.kind
    if kind == TEXT and builder.stack.elements[-1].name in _HOLD_TEXT:
        builder.table_text = []
        builder.original_mode = builder.mode
        builder.mode = "in table text"
        builder.reprocess(builder, token)
    elif kind == COMMENT:
        builder.insert_comment(token)
    elif kind == DOCTYPE:
        return
    elif kind == START:
        _start_tag_in_table(builder, token)
    elif kind == END:
        _end_tag_in_table(builder, token)
    elif kind == END_OF_FILE:
        builder.using("in body", token)
    else:
        _foster(builder, token)


def _foster(builder: Builder, token: Token) -> None:
    """Anything else: it goes before the table."""
    builder.foster_parenting = True
    builder.using("in body", token)
    builder.foster_parenting = False


def _start_tag_in_table(builder: Builder, token: Token) -> None:
    name = token.name
    if name in _STRUCTURE:
        _structure_in_table(builder, token)
    elif name == "table":
        if builder.stack.in_table_scope("table"):
            builder.stack.pop_until("table", token.start, token.start)
            reset_insertion_mode(builder)
            builder.reprocess(builder, token)
    elif name in ("style", "script", "template"):
        builder.using("in head", token)
    elif name == "input" and token.attributes.get("type", "").lower() == "hidden":
        builder.insert_void(token)
    elif name == "form":
        if builder.form is None and not builder.stack.has("template"):
            builder.form = builder.insert_void(token)
    else:
        _foster(builder, token)


def _structure_in_table(builder: Builder, token: Token) -> None:
    name, at = token.name, token.start
    builder.stack.clear_back_to(_TABLE_CONTEXT, at)
    if name == "caption":
        push_marker(builder)
        builder.insert_element(token)
        builder.mode = "in caption"
    elif name == "colgroup":
        builder.insert_element(token)
        builder.mode = "in column group"
    elif name in TABLE_SECTIONS:
        builder.insert_element(token)
        builder.mode = "in table body"
    else:
        builder.insert_implied("colgroup" if name == "col" else "tbody", at)
        builder.mode = "in column group" if name == "col" else "in table body"
        builder.reprocess(builder, token)


def _end_tag_in_table(builder: Builder, token: Token) -> None:
    name = token.name
    if name == "table":
        if builder.stack.in_table_scope("table"):
            builder.stack.pop_until("table", token.start, token.end)
            reset_insertion_mode(builder)
    elif name == "template":
        builder.using("in head", token)
    elif name not in _NOT_CLOSED_HERE and name not in _STRUCTURE:
        _foster(builder, token)


def in_table_text(builder: Builder, token: Token) -> None:
    """13.2.6.4.10 The “in table text” insertion mode."""
    if token.kind == TEXT:
        kept = without_nul(token)
        if kept is not None:
            builder.table_text.append(kept)
        return
    builder.mode = builder.original_mode
    white = not any(text.string.strip(WHITE) for text in builder.table_text)
    for text in builder.table_text:
        if white:
            builder.insert_characters(text)
        else:
            _foster(builder, text)
    builder.reprocess(builder, token)


def in_caption(builder: Builder, token: Token) -> None:
    """13.2.6.4.11 The “in caption” insertion mode."""
    kind, name = token.kind, token.name
    if kind == END and name == "caption":
        _close_caption(builder, token.start, token.end)
    elif (kind == START and name in _STRUCTURE) or (kind == END and name == "table"):
        if _close_caption(builder, token.start, token.start):
            builder.reprocess(builder, token)
    elif kind == END and (name in _NOT_CLOSED_HERE or name in _STRUCTURE):
        return
    else:
        builder.using("in body", token)


def _close_caption(builder: Builder, at: int, end: int) -> bool:
    """Close the caption; whether there was one."""
    stack = builder.stack
    if not stack.in_table_scope("caption"):
        return False
    stack.generate_implied_end_tags(at)
    stack.pop_until("caption", at, end)
    clear_to_marker(builder)
    builder.mode = "in table"
    return True


def in_column_group(builder: Builder, token: Token) -> None:
    """13.2.6.4.12 The “in column group” insertion mode."""
    kind, name = token.kind, token.name
    if kind == TEXT:
        _text_in_column_group(builder, token)
    elif kind == COMMENT:
        builder.insert_comment(token)
    elif kind == DOCTYPE:
        return
    elif kind == END_OF_FILE or (kind == START and name == "html"):
        builder.using("in body", token)
    elif kind == START and name == "col":
        builder.insert_void(token)
    elif name == "template":
        builder.using("in head", token)
    elif kind == START or name not in ("col", "colgroup"):
        _leave_column_group(builder, token)
    elif name == "colgroup" and builder.stack.elements[-1].name == "colgroup":
        builder.stack.pop(token.end)
        builder.mode = "in table"


def _text_in_column_group(builder: Builder, token: Token) -> None:
    white, rest = split_white(token)
    if builder.stack.elements[-1].name != "colgroup":
        # in a template: what is no white space is ignored, letter by letter
        white, rest = only(token, WHITE_PARTS), None
    if white is not None:
        builder.insert_characters(white)
    if rest is not None:
        _leave_column_group(builder, rest)


def _leave_column_group(builder: Builder, token: Token) -> None:
    if builder.stack.elements[-1].name == "colgroup":
        builder.stack.pop(token.start)
        builder.mode = "in table"
        builder.reprocess(builder, token)


def in_table_body(builder: Builder, token: Token) -> None:
    """13.2.6.4.13 The “in table body” insertion mode."""
    kind, name, stack = token.kind, token.name, builder.stack
    if kind == START and name == "tr":
        stack.clear_back_to(_BODY_CONTEXT, token.start)
        builder.insert_element(token)
        builder.mode = "in row"
    elif kind == START and name in CELLS:
        stack.clear_back_to(_BODY_CONTEXT, token.start)
        builder.insert_implied("tr", token.start)
        builder.mode = "in row"
        builder.reprocess(builder, token)
    elif kind == END and name in TABLE_SECTIONS:
        if stack.in_table_scope(name):
            _close_part(builder, token, _BODY_CONTEXT, token.end)
            builder.mode = "in table"
    elif (kind == START and name in _STRUCTURE) or (kind == END and name == "table"):
        if stack.any_in_table_scope(TABLE_SECTIONS):
            _close_part(builder, token, _BODY_CONTEXT, token.start)
            builder.mode = "in table"
            builder.reprocess(builder, token)
    else:
        builder.using("in table", token)


def in_row(builder: Builder, token: Token) -> None:
    """13.2.6.4.14 The “in row” insertion mode."""
    kind, name, stack = token.kind, token.name, builder.stack
    if kind == START and name in CELLS:
        stack.clear_back_to(_ROW_CONTEXT, token.start)
        builder.insert_element(token)
        builder.mode = "in cell"
        push_marker(builder)
    elif kind == END and name == "tr":
        if stack.in_table_scope("tr"):
            _close_part(builder, token, _ROW_CONTEXT, token.end)
            builder.mode = "in table body"
    elif (kind == START and name in _STRUCTURE) or (
        kind == END and (name == "table" or (name in TABLE_SECTIONS and stack.in_table_scope(name)))
    ):
        if stack.in_table_scope("tr"):
            _close_part(builder, token, _ROW_CONTEXT, token.start)
            builder.mode = "in table body"
            builder.reprocess(builder, token)
    else:
        builder.using("in table", token)


def _close_part(builder: Builder, token: Token, context: Collection[str], end: int) -> None:
    builder.stack.clear_back_to(context, token.start)
    builder.stack.pop(end)


def in_cell(builder: Builder, token: Token) -> None:
    """13.2.6.4.15 The “in cell” insertion mode."""
    kind, name, stack = token.kind, token.name, builder.stack
    if kind == END and name in CELLS:
        if stack.in_table_scope(name):
            stack.generate_implied_end_tags(token.start)
            stack.pop_until(name, token.start, token.end)
            clear_to_marker(builder)
            builder.mode = "in row"
    elif kind == START and name in _STRUCTURE:
        if stack.any_in_table_scope(CELLS):
            _close_cell(builder, token)
    elif kind == END and name in _NOT_CLOSED_HERE:
        return
    elif kind == END and name in TABLE_PARTS:
        if stack.in_table_scope(name):
            _close_cell(builder, token)
    else:
        builder.using("in body", token)


def _close_cell(builder: Builder, token: Token) -> None:
    """Close the cell, and process the token again."""
    stack = builder.stack
    stack.generate_implied_end_tags(token.start)
    stack.pop_until_any(CELLS, token.start, token.start)
    clear_to_marker(builder)
    builder.mode = "in row"
    builder.reprocess(builder, token)
