"""The insertion modes up to the body (13.2.6.4.1 – 13.2.6.4.6), and “text” (13.2.6.4.8)."""

from seo_audit.parsing.html.construction import doctypes
from seo_audit.parsing.html.construction.builder import Builder, ignore
from seo_audit.parsing.html.construction.elements import METADATA
from seo_audit.parsing.html.construction.templates import template_end_tag, template_start_tag
from seo_audit.parsing.html.construction.tokens import (
    COMMENT,
    DOCTYPE,
    END,
    START,
    TEXT,
    Token,
    split_white,
)

_END_TAGS_HEEDED = frozenset({"head", "body", "html", "br"})
"""End tags that are not ignored before the body."""
_IN_NOSCRIPT = frozenset({"basefont", "bgsound", "link", "meta", "noframes", "style"})


def initial(builder: Builder, token: Token) -> None:
    """13.2.6.4.1 The “initial” insertion mode."""
    kind = token.kind
    if kind == COMMENT:
        builder.document.append(token)
    elif kind == DOCTYPE:
        builder.document.append(token)
        parts = doctypes.read(builder.source[token.start : token.end])
        builder.quirks = doctypes.is_quirky(parts)
        builder.mode = "before html"
    elif rest := _without_white(token):
        builder.quirks = True
        builder.mode = "before html"
        builder.reprocess(builder, rest)


def before_html(builder: Builder, token: Token) -> None:
    """13.2.6.4.2 The “before html” insertion mode."""
    kind, name = token.kind, token.name
    if kind == COMMENT:
        builder.document.append(token)
    elif kind == START and name == "html":
        builder.insert_element(token)
        builder.mode = "before head"
    elif kind == DOCTYPE or (kind == END and name not in _END_TAGS_HEEDED):
        return
    elif rest := _without_white(token):
        builder.insert_implied("html", rest.start)
        builder.mode = "before head"
        builder.reprocess(builder, rest)


def before_head(builder: Builder, token: Token) -> None:
    """13.2.6.4.3 The “before head” insertion mode."""
    kind, name = token.kind, token.name
    if kind == COMMENT:
        builder.insert_comment(token)
    elif kind == START and name == "html":
        builder.using("in body", token)
    elif kind == START and name == "head":
        builder.head = builder.insert_element(token)
        builder.mode = "in head"
    elif kind == DOCTYPE or (kind == END and name not in _END_TAGS_HEEDED):
        return
    elif rest := _without_white(token):
        builder.head = builder.insert_implied("head", rest.start)
        builder.mode = "in head"
        builder.reprocess(builder, rest)


def in_head(builder: Builder, token: Token) -> None:
    """13.2.6.4.4 The “in head” insertion mode."""
    kind, name = token.kind, token.name
    if kind == START:
        rule = _IN_HEAD.get(name, _leave_head)
    elif kind == END:
        rule = _IN_HEAD_ENDS.get(name, ignore)
    else:
        rule = _not_tag
    rule(builder, token)


def in_head_noscript(builder: Builder, token: Token) -> None:
    """13.2.6.4.5 The “in head noscript” insertion mode."""
    kind, name = token.kind, token.name
    if kind == START and name == "html":
        builder.using("in body", token)
    elif kind == END and name == "noscript":
        builder.stack.pop(token.end)
        builder.mode = "in head"
    elif kind == COMMENT or (kind == START and name in _IN_NOSCRIPT):
        builder.using("in head", token)
    elif (
        kind == DOCTYPE
        or (kind == START and name in ("head", "noscript"))
        or (kind == END and name != "br")
    ):
        return
    elif rest := _insert_white(builder, token):
        builder.stack.pop(rest.start)
        builder.mode = "in head"
        builder.reprocess(builder, rest)


def after_head(builder: Builder, token: Token) -> None:
    """13.2.6.4.6 The “after head” insertion mode."""
    kind, name = token.kind, token.name
    if kind == START:
        _after_head_start_tag(builder, token)
    elif kind == END and name == "template":
        builder.using("in head", token)
    elif kind == COMMENT:
        builder.insert_comment(token)
    elif kind == DOCTYPE or (kind == END and name not in ("body", "html", "br")):
        return
    elif rest := _insert_white(builder, token):
        _imply_body(builder, rest)


def _after_head_start_tag(builder: Builder, token: Token) -> None:
    name = token.name
    if name == "html":
        builder.using("in body", token)
    elif name == "body":
        builder.insert_element(token)
        builder.frameset_ok = False
        builder.mode = "in body"
    elif name == "frameset":
        builder.insert_element(token)
        builder.mode = "in frameset"
    elif name in METADATA:
        _into_head_again(builder, token)
    elif name != "head":
        _imply_body(builder, token)


def _into_head_again(builder: Builder, token: Token) -> None:
    head, stack = builder.head, builder.stack
    assert head is not None
    stack.push(head)
    builder.using("in head", token)
    if stack.elements[-1] is head:
        stack.pop(head.stop)
    elif head.open:
        stack.remove(head, head.stop)


def _imply_body(builder: Builder, token: Token) -> None:
    builder.insert_implied("body", token.start)
    builder.mode = "in body"
    builder.reprocess(builder, token)


def text(builder: Builder, token: Token) -> None:
    """13.2.6.4.8 The “text” insertion mode: contents of scripts, styles and titles."""
    if token.kind == TEXT:
        builder.insert_characters(token)
        return
    builder.stack.pop(token.end)
    builder.mode = builder.original_mode
    if token.kind != END:
        builder.reprocess(builder, token)


def raw_text(builder: Builder, token: Token) -> None:
    """Insert an element whose contents are no markup (13.2.6.2)."""
    builder.insert_element(token)
    builder.tokenizer.raw = token.name
    builder.original_mode = builder.mode
    builder.mode = "text"


def _without_white(token: Token) -> Token | None:
    """The token, a text without the white space at its start; None when there is nothing else."""
    return split_white(token)[1] if token.kind == TEXT else token


def _insert_white(builder: Builder, token: Token) -> Token | None:
    """The same, the white space inserted."""
    if token.kind != TEXT:
        return token
    white, rest = split_white(token)
    if white is not None:
        builder.insert_characters(white)
    return rest


def _leave_head(builder: Builder, token: Token) -> None:
    builder.stack.pop(token.start)
    builder.mode = "after head"
    builder.reprocess(builder, token)


def _not_tag(builder: Builder, token: Token) -> None:
    if token.kind == COMMENT:
        builder.insert_comment(token)
    elif token.kind != DOCTYPE and (rest := _insert_white(builder, token)):
        _leave_head(builder, rest)


def _head_end_tag(builder: Builder, token: Token) -> None:
    builder.stack.pop(token.end)
    builder.mode = "after head"


def _html_start_tag(builder: Builder, token: Token) -> None:
    builder.using("in body", token)


def _noscript_start_tag(builder: Builder, token: Token) -> None:
    builder.insert_element(token)
    builder.mode = "in head noscript"


def _void(builder: Builder, token: Token) -> None:
    builder.insert_void(token)


_IN_HEAD = {
    "html": _html_start_tag,
    **dict.fromkeys(("base", "basefont", "bgsound", "link", "meta"), _void),
    **dict.fromkeys(("title", "noframes", "style", "script"), raw_text),
    "noscript": _noscript_start_tag,
    "template": template_start_tag,
    "head": ignore,
}
_IN_HEAD_ENDS = {
    "head": _head_end_tag,
    "template": template_end_tag,
    **dict.fromkeys(("body", "html", "br"), _leave_head),
}
