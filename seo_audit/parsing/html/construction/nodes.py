"""The nodes of a page while it is built."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from seo_audit.parsing.html.tree import Pieces

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


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
    children: "list[Node]" = []
    string: str = ""
    """That it has no characters of its own; so is it with all that a node of either kind must tell."""
    pieces: Pieces = ()


class TextNode(Struct, eq=False, gc=False):
    """Text between two tags or comments."""

    start: int
    opened: int
    stop: int
    string: str
    pieces: Pieces
    """Where its characters stand."""
    more: list[tuple[str, Pieces]] | None = None
    """Texts behind it, between which others stand in the source; `join` makes them one."""
    name: str = ""
    attributes: Mapping[str, str] = NO_ATTRIBUTES

    def append(self, string: str, pieces: Pieces, stop: int) -> None:
        """Put more text behind it."""
        if self.more is None:
            self.more = []
        self.more.append((string, pieces))
        self.stop = stop

    def join(self) -> None:
        """Make one of its texts."""
        if self.more is None:
            return
        pieces = list(self.pieces)
        length = len(self.string)
        for string, places in self.more:
            pieces += ((index + length, start, end) for index, start, end in places)
            length += len(string)
        self.string += "".join(string for string, _ in self.more)
        self.pieces = tuple(pieces)
        self.more = None


class Comment(Struct, eq=False, gc=False):
    """A comment, a bogus one too; its place."""

    start: int
    stop: int


class Doctype(Struct, eq=False, gc=False):
    """A doctype: its place."""

    start: int
    stop: int


Node = Element | TextNode | Comment | Doctype
