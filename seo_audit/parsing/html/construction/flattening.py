"""From the nodes of a page to its flat arrays."""

import re
from collections.abc import Mapping

from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.builder import Builder
from seo_audit.parsing.html.construction.nodes import Element, Node
from seo_audit.parsing.html.construction.tokens import COMMENT, TEXT, Token, attribute_text
from seo_audit.parsing.html.tree import PICTURE, Tree

_DRAWN = "[if gte vml"
"""What begins a comment in which Word draws a picture."""
_SHAPE = regex(r"<v:(?:shape|imagedata)\b[^<>]*+>?+", re.IGNORECASE)


def flatten(builder: Builder) -> Tree:
    """The elements and texts of a page in document order; they leave the builder one by one, to take no memory twice."""
    tree = Tree()
    names, strings, attributes, pieces = tree.names, tree.strings, tree.attributes, tree.pieces
    parents, ends, starts = tree.parents, tree.ends, tree.starts
    opened, stops = tree.opened, tree.stops
    around = [(-1, _reversed(builder.document))]
    while around:
        parent, rest = around[-1]
        while rest:
            node = rest.pop()
            number = len(names)
            own = node.attributes
            children = None
            if isinstance(node, Element):
                names.append(node.name.partition(" ")[2] if node.foreign else node.name)
                strings.append("")
                opened.append(node.opened)
                stops.append(node.stop)
                pieces.append(())
                children = node.children
            elif node.kind == TEXT:
                if node.more:
                    node.join()
                names.append("")
                strings.append(node.string)
                opened.append(node.start)
                stops.append(node.end)
                pieces.append(node.pieces)
            elif node.kind == COMMENT and (drawn := _picture(builder.source, node)):
                own = {key: said for key, (said, _) in drawn.items()}
                tree.later_tags[number] = {key: tag for key, (_, tag) in drawn.items()}
                names.append(PICTURE)
                strings.append("")
                opened.append(node.end)
                stops.append(node.end)
                pieces.append(())
            else:
                continue
            attributes.append(own)
            parents.append(parent)
            ends.append(number + 1)
            starts.append(node.start)
            if children:
                around.append((number, _reversed(children)))
                break
        else:
            around.pop()
            if parent >= 0:
                ends[parent] = len(names)
    _add_later_tags(tree, builder)
    return tree


def _reversed(nodes: list[Node]) -> list[Node]:
    """In place: they are taken off the end."""
    nodes.reverse()
    return nodes


def _add_later_tags(tree: Tree, builder: Builder) -> None:
    for name, tags in builder.later_tags.items():
        if name in tree.names:
            places = {key: (tag.start, tag.end) for key, tag in tags.items()}
            tree.later_tags[tree.names.index(name)] = places


def _picture(source: str, comment: Token) -> Mapping[str, tuple[str, tuple[int, int]]]:
    """What a comment says of the picture that Word draws in it, each with its tag's place; empty where it draws none."""
    found: dict[str, tuple[str, tuple[int, int]]] = {}
    if not source.startswith(_DRAWN, comment.start + len("<!--")):
        return found
    for shape in _SHAPE.finditer(source, comment.start, comment.end):
        for name in ("id", "src", "alt"):
            said = attribute_text(source, *shape.span(), name)
            if said is not None:
                found.setdefault(name, (said.value, shape.span()))
    return found if "src" in found else {}
