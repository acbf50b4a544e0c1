"""From the nodes of a page to its flat arrays."""

from collections.abc import Iterator

from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.nodes import Element, Node
from seo_audit.parsing.html.construction.tokens import TEXT
from seo_audit.parsing.html.tree import Tree


def flatten(builder: Builder) -> Tree:
    """The elements and texts of a page in document order."""
    tree = Tree()
    names, strings, attributes, pieces = tree.names, tree.strings, tree.attributes, tree.pieces
    parents, ends, starts = tree.parents, tree.ends, tree.starts
    opened, stops = tree.opened, tree.stops
    around: list[tuple[int, Iterator[Node]]] = [(-1, iter(builder.document))]
    while around:
        parent, rest = around[-1]
        for node in rest:
            number = len(names)
            if isinstance(node, Element):
                names.append(node.name.partition(" ")[2] if node.foreign else node.name)
                strings.append("")
                opened.append(node.opened)
                stops.append(node.stop)
                pieces.append(())
            elif node.kind == TEXT:
                node.join()
                names.append("")
                strings.append(node.string)
                opened.append(node.start)
                stops.append(node.end)
                pieces.append(node.pieces)
            else:
                continue
            attributes.append(node.attributes)
            parents.append(parent)
            ends.append(number + 1)
            starts.append(node.start)
            if isinstance(node, Element) and node.children:
                around.append((number, iter(node.children)))
                break
        else:
            around.pop()
            if parent >= 0:
                ends[parent] = len(names)
    tree.later_tags = {
        names.index(name): {key: (tag.start, tag.end) for key, tag in tags.items()}
        for name, tags in builder.later_tags.items()
        if name in names
    }
    return tree
