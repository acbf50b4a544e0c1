"""An HTML page as flat arrays.

Nodes stand in document order, so that a subtree is a range and a walk is a loop: nothing here can
run out of stack on deeply nested pages.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from seo_audit.source import Span

PICTURE = "v:imagedata"
"""The element of VML that names the file of a picture."""

Pieces = tuple[tuple[int, int, int], ...]
"""Where a string stands in the source: (index, start, end), read as `document.Run` is."""


class Tree(Struct):
    """The elements and texts of a page, each a number; all lists are equally long.

    Comments, doctypes and the like are no nodes, but for the comments in which Word draws a picture: they are empty
    elements named `PICTURE`, with the `id`, `src` and `alt` that they hold.
    """

    names: list[str] = field(default_factory=list)
    """Tag names in lower case; "" for a text."""
    strings: list[str] = field(default_factory=list)
    """The characters of a text; "" for an element."""
    attributes: list[Mapping[str, str]] = field(default_factory=list)
    """An element's attributes, names in lower case; empty for a text."""
    parents: list[int] = field(default_factory=list)
    """The element that holds the node, -1 at the top."""
    ends: list[int] = field(default_factory=list)
    """The number after the node's last descendant: `range(i + 1, ends[i])` are its descendants."""
    starts: list[int] = field(default_factory=list)
    """Source offset of the element's start tag, or of the text."""
    opened: list[int] = field(default_factory=list)
    """Source offset behind the element's start tag; equal to `starts` when no tag was written.

    Several elements may stand for one tag, made again after the blocks that closed the first of them: `<b>` and `<a>`
    are continued so.
    """
    stops: list[int] = field(default_factory=list)
    """Source offset behind the element's end tag, or where it was closed without one; or of the text's end."""
    pieces: list[Pieces] = field(default_factory=list)
    """Where the characters of a text stand in the source; empty for an element."""
    later_tags: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """By node: where the start tags stand from which an attribute comes that is not of its own tag."""

    def __len__(self) -> int:
        return len(self.names)

    def ancestors(self, node: int) -> Iterator[int]:
        """The elements around a node, nearest first."""
        parents = self.parents
        node = parents[node]
        while node >= 0:
            yield node
            node = parents[node]

    def tag(self, node: int, attribute: str) -> tuple[int, int]:
        """Where the start tag stands that an attribute of an element comes from."""
        own = self.starts[node], self.opened[node]
        return self.later_tags.get(node, {}).get(attribute, own)

    def span(self, node: int) -> Span:
        """An element's place: from its start tag to its end tag."""
        return Span(self.starts[node], max(self.stops[node], self.starts[node]))

    def string(self, node: int) -> str:
        """All characters in a subtree, as they stand."""
        return "".join(self.strings[node : self.ends[node]])
