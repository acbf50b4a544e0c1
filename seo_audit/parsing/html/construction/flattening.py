"""From the nodes of a page to its flat arrays."""

from collections.abc import Iterator

from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.nodes import NO_ATTRIBUTES, Element, Node, TextNode
from seo_audit.parsing.html.tree import Tree


def flatten(builder: Builder) -> Tree:
    """The elements and texts of a page in document order."""
    tree = Tree()
    names, strings, attributes, pieces = tree.names, tree.strings, tree.attributes, tree.pieces
    parents, ends, opened = tree.parents, tree.ends, tree.opened
    nodes: list[Element | TextNode] = []
    around: list[tuple[int, Iterator[Node]]] = [(-1, iter(builder.document))]
    number = 0
    while around:
        parent, rest = around[-1]
        for node in rest:
            if isinstance(node, TextNode):
                number += 1
                if node.more is not None:
                    node.join()
                names.append("")
                strings.append(node.string)
                attributes.append(NO_ATTRIBUTES)
                opened.append(node.start)
                pieces.append(node.pieces)
                nodes.append(node)
                parents.append(parent)
                ends.append(number)
            elif isinstance(node, Element):
                around.append((number, iter(node.children)))
                number += 1
                names.append(node.name.partition(" ")[2] if node.foreign else node.name)
                strings.append("")
                attributes.append(node.attributes)
                opened.append(node.opened)
                pieces.append(())
                nodes.append(node)
                parents.append(parent)
                ends.append(number)
                break
        else:
            around.pop()
            if parent >= 0:
                ends[parent] = number
    tree.starts = [node.start for node in nodes]
    tree.stops = [node.stop for node in nodes]
    tree.later_tags = {
        names.index(name): {key: (tag.start, tag.end) for key, tag in tags.items()}
        for name, tags in builder.later_tags.items()
        if name in names
    }
    return tree
