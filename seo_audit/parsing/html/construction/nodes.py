"""The nodes of a page while it is built."""

from collections.abc import Mapping

from msgspec import Struct

from seo_audit.parsing.html.tree import Pieces


class Element(Struct, eq=False):
    """An element; `name` as `elements` has it: “p”, “svg path”."""

    name: str
    attributes: Mapping[str, str]
    start: int
    """Source offset of its start tag; where it was made, when no tag was written."""
    opened: int
    """Source offset behind its start tag."""
    stop: int
    """Source offset behind its end tag, or where it was closed without one; `opened` until then."""
    foreign: bool = False
    """Whether it is of SVG or MathML."""
    open: bool = False
    """Whether it is on the stack of open elements."""
    listed: bool = False
    """Whether it is in the list of active formatting elements."""
    parent: "Element | None" = None
    children: "list[Node]" = []


class TextNode(Struct, eq=False):
    """Text between two tags or comments; in several parts where others stood between them in the source."""

    start: int
    stop: int
    parts: list[tuple[str, Pieces]]


class Comment(Struct, eq=False):
    """A comment, a bogus one too; its place."""

    start: int
    stop: int


class Doctype(Struct, eq=False):
    """A doctype: its place."""

    start: int
    stop: int


Node = Element | TextNode | Comment | Doctype
