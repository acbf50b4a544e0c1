"""The nodes of a page while it is built."""

from collections.abc import Mapping

from msgspec import Struct

from seo_audit.parsing.html.construction.tokens import Token


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
    """What it is a child of, as long as it is open: so that no circle remains, which only a collection would free."""
    children: "list[Node] | None" = None
    """None as long as there was none: a hundred thousand empty lists are seven megabytes."""

    def held(self) -> "list[Node]":
        """The list of its children, to put one in."""
        if self.children is None:
            self.children = []
        return self.children


Node = Element | Token
"""What a page is made of: texts, comments and doctypes stand in it as their tokens."""
