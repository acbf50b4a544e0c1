"""An HTML page as flat arrays: what Beautiful Soup parsed, without Beautiful Soup.

Nodes stand in document order, so that a subtree is a range and a walk is a loop: nothing here can
run out of stack on deeply nested pages.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

Pieces = tuple[tuple[int, int, int], ...]
"""Where a string stands in the source: (index, start, end), read as `document.Run` is."""


class Tree(Struct):
    """The elements and texts of a page, each a number; all lists are equally long.

    Comments, doctypes and the like are no nodes.
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
    """Source offset behind the element's start tag; equal to `starts` when no tag was written."""
    stops: list[int] = field(default_factory=list)
    """Source offset behind the element's end tag, or where it was closed without one."""
    pieces: list[Pieces] = field(default_factory=list)
    """Where the characters of a text stand in the source; empty for an element."""

    def __len__(self) -> int:
        return len(self.names)

    def ancestors(self, node: int) -> Iterator[int]:
        """The elements around a node, nearest first."""
        parents = self.parents
        node = parents[node]
        while node >= 0:
            yield node
            node = parents[node]

    def string(self, node: int) -> str:
        """All characters in a subtree, as they stand."""
        return "".join(self.strings[node : self.ends[node]])
