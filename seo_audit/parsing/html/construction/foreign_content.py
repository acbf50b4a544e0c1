"""SVG and MathML within HTML (13.2.6 “the tree construction dispatcher”, 13.2.6.5 “in foreign content”)."""

from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.elements import MATHML_TEXT_POINTS, SVG_HTML_POINTS, names
from seo_audit.parsing.html.construction.nodes import Element
from seo_audit.parsing.html.construction.tokens import (
    COMMENT,
    END,
    END_OF_FILE,
    START,
    TEXT,
    WHITE,
    Token,
)

_BREAKOUT = names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Start tags of HTML that end foreign content."""
_FONT_ATTRIBUTES = ("color", "face", "size")


def is_html_integration_point(element: Element) -> bool:
    """Whether HTML may stand in a foreign element."""
    if element.name == "math annotation-xml":
        encoding = element.attributes.get("encoding", "").lower()
        return encoding in ("text/html", "application/xhtml+xml")
    return element.name in SVG_HTML_POINTS


def is_foreign(element: Element, token: Token) -> bool:
    """Whether a token within a foreign element is foreign content."""
    kind, name = token.kind, token.name
    if kind == END_OF_FILE:
        return False
    if kind not in (TEXT, START):
        return True
    if element.name in MATHML_TEXT_POINTS:
        return name in ("mglyph", "malignmark")
    if element.name == "math annotation-xml" and name == "svg":
        return False
    return not is_html_integration_point(element)


def in_foreign_content(builder: Builder, token: Token) -> None:
    """13.2.6.5 The rules for parsing tokens in foreign content."""
    kind = token.kind
    if kind == TEXT:
        _text(builder, token)
    elif kind == START:
        _start_tag(builder, token)
    elif kind == END:
        _end_tag(builder, token)
    elif kind == COMMENT:
        builder.insert_comment(token)


def _text(builder: Builder, token: Token) -> None:
    string = token.string
    if string.strip(WHITE + "\0"):
        builder.frameset_ok = False
    if "\0" in string:
        token.string = string.replace("\0", "\ufffd")
    if string:
        builder.insert_characters(token)


def _start_tag(builder: Builder, token: Token) -> None:
    name = token.name
    if name in _BREAKOUT or (
        name == "font" and any(one in token.attributes for one in _FONT_ATTRIBUTES)
    ):
        _leave(builder, token)
    else:
        insert_foreign(builder, token, builder.stack.elements[-1].name.partition(" ")[0])


def insert_foreign(builder: Builder, token: Token, namespace: str) -> None:
    """Insert an element of “svg” or “math”."""
    name = f"{namespace} {token.name}"
    builder.insert(Element(name, token.attributes, token.start, token.end, token.end, foreign=True))
    if token.self_closing:
        builder.stack.pop(token.end)


def _leave(builder: Builder, token: Token) -> None:
    """Close foreign elements up to one in which HTML may stand, then read the token as HTML."""
    elements = builder.stack.elements
    while (
        elements[-1].foreign
        and elements[-1].name not in MATHML_TEXT_POINTS
        and not is_html_integration_point(elements[-1])
    ):
        builder.stack.pop(token.start)
    builder.using(builder.mode, token)


def _end_tag(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if token.name in ("br", "p"):
        _leave(builder, token)
    elif found := stack.foreign_above_html(token.name):
        stack.pop_until(found, token.start, token.end)
    else:
        builder.using(builder.mode, token)
