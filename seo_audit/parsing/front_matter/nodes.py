"""Values of a header with their places, and plain data made of them."""

import math
from datetime import date, datetime, time
from typing import Any, Literal

from msgspec import Struct

from seo_audit.document import Text
from seo_audit.lazy import regex

Kind = Literal["yaml", "toml", "json", "javascript", "pelican", "pandoc", "nikola"]


LONGEST = 100_000
"""Characters of front matter; more is not read."""


DEEPEST = 50
"""Lists and tables within each other; more is not read."""


MOST_NODES = 20_000
"""Values once aliases are followed; more is not read (an alias can stand for a billion)."""


OTHER = ("sa syntaxe est incorrecte", "its syntax is wrong")


LINE_END = regex(r"\r\n|\n|\r")


class Node(Struct):
    """A value with its place. `value` is plain data for a scalar, a list of nodes, or of pairs."""

    kind: Literal["scalar", "list", "table"]
    start: int
    end: int
    value: Any = None
    text: Text | None = None


class UnreadableError(Exception):
    """A header that a reader gives up on, and where."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Tree:
    """Builds the graph of a document from the events of its parser."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._stack: list[Node] = []

    def add(self, node: Node) -> None:
        """A value."""
        if self._stack:
            self._stack[-1].value.append(node)
        elif self.root is None:
            self.root = node

    def open(self, node: Node) -> None:
        """The start of a list or a table."""
        self.add(node)
        self._stack.append(node)
        if len(self._stack) > DEEPEST:
            raise UnreadableError("too deep", node.start)

    def close(self, end: int) -> None:
        """Its end."""
        self._stack.pop().end = end

    def pairs(self) -> list[tuple[Node, Node]]:
        """Keys and values of the table that the document is; none when it is empty."""
        if self.root is None:
            return []
        if self.root.kind != "table":
            raise UnreadableError("no table", self.root.start)
        return list(zip(self.root.value[::2], self.root.value[1::2], strict=False))


class Known(Struct):
    """Data already read by another parser, beside the nodes that hold the places."""

    data: Any
    nodes: Any


def plain_data(value: Any) -> Any:
    """Tomllib's values as plain data that every format can write: dates as ISO strings."""
    if isinstance(value, dict):
        return {str(key): plain_data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_data(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


class TooMuchError(Exception):
    """Aliases that stand for too much."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Expander:
    """Turns nodes into plain data, within limits that no nest of aliases can pass."""

    def __init__(self) -> None:
        self.left = MOST_NODES

    def data(self, node: Node, depth: int = 0) -> Any:
        """The plain data of a node. TooMuchError beyond the limits."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError("too many")
        if depth > DEEPEST:
            raise TooMuchError("too deep")
        if isinstance(node.value, Known):
            return node.value.data
        if node.kind == "scalar":
            return node.value
        if node.kind == "list":
            return [self.data(item, depth + 1) for item in node.value]
        table: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, value in zip(node.value[::2], node.value[1::2], strict=False):
            data = self.data(value, depth + 1)
            if key.value == "<<" and isinstance(data, dict):
                merged.update(data)
            else:
                table[key_of(key)] = data
        return {**merged, **table}


def key_of(node: Node) -> str:
    """What a key is called; ? for one that is no scalar."""
    if node.kind != "scalar":
        return "?"
    return node.text.value if node.text is not None else str(node.value)
