"""The texts that the keys of a header hold."""

from collections.abc import Iterator, Sequence

from seo_audit.document import Text
from seo_audit.parsing.front_matter.nodes import Known, Node, key_of


def texts_by_key(name: str, node: Node) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """The texts under a key, those one level below it, and those of the meta tags it lists."""
    yield name, tuple(_texts(node))
    if node.kind == "table":
        for key, value in _pairs(node):
            yield f"{name}.{key_of(key)}".lower(), tuple(_texts(value))
    if name == "myst":
        yield from _page_tags(node)
    if name in _TAGS:
        for tag, text in _meta_tags(node):
            yield f"{name}:{tag}", (text,)


_TAGS = frozenset({"head", "meta"})
"""Keys under which generators list the tags of a page's head."""


def _page_tags(node: Node) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Meta tags that MyST keeps under `html_meta`; one may name its language: « description lang=fr »."""
    if node.kind != "table":
        return
    for key, value in _pairs(node):
        if key_of(key) == "html_meta" and value.kind == "table":
            for tag, content in _pairs(value):
                yield f"myst:{key_of(tag).split(' ')[0]}".lower(), tuple(_texts(content))


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Keys and values of a table."""
    nodes = node.value.nodes if isinstance(node.value, Known) else node.value
    return zip(nodes[::2], nodes[1::2], strict=False)


def _meta_tags(node: Node) -> Iterator[tuple[str, Text]]:
    """Names and contents of the tables that have both, however deep (aliases are not followed twice)."""
    waiting, met = [node], {id(node)}
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" or isinstance(node.value, Known):
            continue
        if node.kind == "table":
            said = {key_of(key).lower(): value.text for key, value in _pairs(node)}
            name, content = said.get("name"), said.get("content")
            if name and content:
                yield name.value.lower(), content
        for child in node.value:
            if id(child) not in met:
                met.add(id(child))
                waiting.append(child)


def _texts(node: Node) -> Iterator[Text]:
    """The texts of a value: its own, its items', or what stands under « name »; a switch is none."""
    nodes = node.value.nodes if isinstance(node.value, Known) else node.value
    if node.kind == "scalar":
        value = node.value.data if isinstance(node.value, Known) else node.value
        if node.text and not isinstance(value, bool):
            yield node.text
    elif node.kind == "list":
        for item in nodes[:1000]:
            if item.kind == "scalar" and item.text:
                yield item.text
            elif item.kind == "table":
                yield from _name(item.value)
    else:
        yield from _name(nodes)


def _name(nodes: Sequence[Node]) -> Iterator[Text]:
    for key, value in zip(nodes[::2], nodes[1::2], strict=False):
        if key.value in ("name", "nom") and value.kind == "scalar" and value.text:
            yield value.text
            return
