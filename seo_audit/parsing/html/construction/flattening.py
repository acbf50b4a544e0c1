"""From the nodes of a page to its flat arrays."""

from collections.abc import Iterator

from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.nodes import Element, Node, TextNode
from seo_audit.parsing.html.tree import Tree


def flatten(builder: Builder) -> Tree:
    """The elements and texts of a page in document order."""
    nodes: list[Element | TextNode] = []
    parents: list[int] = []
    ends: list[int] = []
    around: list[tuple[int, Iterator[Node]]] = [(-1, iter(builder.document))]
    while around:
        parent, rest = around[-1]
        for node in rest:
            if isinstance(node, TextNode):
                if node.more is not None:
                    node.join()
                nodes.append(node)
                parents.append(parent)
                ends.append(len(nodes))
            elif isinstance(node, Element):
                number = len(nodes)
                nodes.append(node)
                parents.append(parent)
                ends.append(number + 1)
                if node.children:
                    around.append((number, iter(node.children)))
                    break
        else:
            around.pop()
            if parent >= 0:
                ends[parent] = len(nodes)
    names = [node.name for node in nodes]
    for number, name in enumerate(names):
        if " " in name:
            names[number] = name.partition(" ")[2]
    return Tree(
        names=names,
        strings=[node.string for node in nodes],
        attributes=[node.attributes for node in nodes],
        parents=parents,
        ends=ends,
        starts=[node.start for node in nodes],
        opened=[node.opened for node in nodes],
        stops=[node.stop for node in nodes],
        pieces=[node.pieces for node in nodes],
        later_tags={
            names.index(name): {key: (tag.start, tag.end) for key, tag in tags.items()}
            for name, tags in builder.later_tags.items()
            if name in names
        },
    )
