"""The insertion modes behind the body, and those of framesets (13.2.6.4.18 – 13.2.6.4.23)."""

from seo_audit.parsing.html.construction.builder import Builder
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
)


def _is_white(token: Token) -> bool:
    return token.kind == TEXT and not token.string.strip(WHITE)


def _belongs_to_body(token: Token) -> bool:
    """Whether a token behind the body is read as in it, and changes nothing else."""
    kind = token.kind
    return (
        _is_white(token)
        or kind in (DOCTYPE, END_OF_FILE)
        or (kind == START and token.name == "html")
    )


def after_body(builder: Builder, token: Token) -> None:
    """13.2.6.4.18 The “after body” insertion mode."""
    kind, name = token.kind, token.name
    html = builder.stack.elements[0]
    if kind == COMMENT:
        html.held().append(token)
    elif kind == END and name == "html":
        html.stop = token.end
        builder.mode = "after after body"
    elif _belongs_to_body(token):
        builder.using("in body", token)
    else:
        _back_to_body(builder, token)


def after_after_body(builder: Builder, token: Token) -> None:
    """13.2.6.4.21 The “after after body” insertion mode."""
    kind = token.kind
    if kind == COMMENT:
        builder.document.append(token)
    elif _belongs_to_body(token):
        builder.using("in body", token)
    else:
        _back_to_body(builder, token)


def _back_to_body(builder: Builder, token: Token) -> None:
    """There is more of the body: it ended nowhere yet."""
    for element in builder.stack.elements[:2]:
        element.stop = element.opened
    builder.mode = "in body"
    builder.reprocess(builder, token)


def in_frameset(builder: Builder, token: Token) -> None:
    """13.2.6.4.19 The “in frameset” insertion mode."""
    kind, name, stack = token.kind, token.name, builder.stack
    if kind == START and name == "frameset":
        builder.insert_element(token)
    elif kind == START and name == "frame":
        builder.insert_void(token)
    elif kind == END and name == "frameset":
        if len(stack.elements) > 1:
            stack.pop(token.end)
            if stack.elements[-1].name != "frameset":
                builder.mode = "after frameset"
    else:
        _in_any_frameset(builder, token)


def after_frameset(builder: Builder, token: Token) -> None:
    """13.2.6.4.20 The “after frameset” insertion mode."""
    if token.kind == END and token.name == "html":
        builder.stack.elements[0].stop = token.end
        builder.mode = "after after frameset"
    else:
        _in_any_frameset(builder, token)


def after_after_frameset(builder: Builder, token: Token) -> None:
    """13.2.6.4.22 The “after after frameset” insertion mode."""
    if token.kind == COMMENT:
        builder.document.append(token)
    elif _is_white(token):
        builder.using("in body", token)
    else:
        _in_any_frameset(builder, token)


def _in_any_frameset(builder: Builder, token: Token) -> None:
    """White space, comments, `<html>` and `<noframes>`; all else is ignored."""
    kind, name = token.kind, token.name
    if kind == TEXT:
        white = only(token, WHITE_PARTS)
        if white is not None:
            builder.insert_characters(white)
    elif kind == COMMENT:
        builder.insert_comment(token)
    elif kind == START and name == "html":
        builder.using("in body", token)
    elif kind == START and name == "noframes":
        builder.using("in head", token)
