"""From the nodes of a page to its flat arrays."""

from collections.abc import Iterator

from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.nodes import Element, Node, TextNode
from seo_audit.parsing.html.construction.tokens import NO_ATTRIBUTES
from seo_audit.parsing.html.tree import Pieces, Tree


def flatten(builder: Builder) -> Tree:
    """The elements and texts of a page in document order. It uses the nodes up: they let go of each other."""
    tree = Tree()
    names, strings, attributes, parents = tree.names, tree.strings, tree.attributes, tree.parents
    ends, starts, opened, stops, pieces = (
        tree.ends, tree.starts, tree.opened, tree.stops, tree.pieces,
    )  # fmt: skip
    around: list[tuple[int, Iterator[Node]]] = [(-1, iter(builder.document))]
    while around:
        parent, rest = around[-1]
        for node in rest:
            kind = type(node)
            if kind is TextNode:
                assert isinstance(node, TextNode)
                string, places = node.parts[0] if len(node.parts) == 1 else _joined(node)
                names.append("")
                strings.append(string)
                attributes.append(NO_ATTRIBUTES)
                opened.append(node.start)
                pieces.append(places)
            elif kind is Element:
                assert isinstance(node, Element)
                around.append((len(names), iter(node.children)))
                names.append(node.name.partition(" ")[2] if node.foreign else node.name)
                strings.append("")
                attributes.append(node.attributes)
                opened.append(node.opened)
                pieces.append(())
                node.parent = None
            else:
                continue
            parents.append(parent)
            starts.append(node.start)
            stops.append(node.stop)
            ends.append(len(names))
            if kind is Element:
                break
        else:
            around.pop()
            if parent >= 0:
                ends[parent] = len(names)
    tree.later_tags = {
        tree.names.index(name): {key: (tag.start, tag.end) for key, tag in tags.items()}
        for name, tags in builder.later_tags.items()
        if name in tree.names
    }
    return tree


def _joined(node: TextNode) -> tuple[str, Pieces]:
    """A text of several parts as one."""
    strings: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for string, places in node.parts:
        strings.append(string)
        pieces += ((index + length, start, end) for index, start, end in places)
        length += len(string)
    return "".join(strings), tuple(pieces)
