"""What a whole page refers to, menus and footer included: its links, images and base address."""

from collections.abc import Iterator

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.parsing.html.texts import read_string
from seo_audit.parsing.html.tree import Tree
from seo_audit.source import Span

LONGEST = 300
"""Characters of a link's element; of a longer one the place is the start tag."""


class Anchor(Struct, frozen=True):
    """An `<a>` or `<area>` with an address.

    `text` is the name a reader has for it: its text, else the alternative texts of its images, else its label.
    """

    href: str
    text: str
    rel: frozenset[str]
    span: Span


class References(Struct, frozen=True):
    """All that a page refers to, in source order. `base` is what `<base href>` says, "" without one.

    `words` counts those of all text that readers see, menus and footer included.
    """

    base: str = ""
    anchors: tuple[Anchor, ...] = ()
    images: tuple[str, ...] = ()
    """The `src` of each image, each once."""
    words: int = 0


def read_references(tree: Tree) -> References:
    """The references of a page."""
    base = ""
    anchors: list[Anchor] = []
    images: dict[str, None] = {}
    for node, name in enumerate(tree.names):
        if name in ("a", "area"):
            own = tree.attributes[node]
            if "href" in own:
                rel = frozenset(own.get("rel", "").lower().split())
                anchors.append(Anchor(own["href"], _name(tree, node), rel, _place(tree, node)))
        elif name == "img":
            source = tree.attributes[node].get("src", "").strip()
            if source:
                images[source] = None
        elif name == "base" and not base:
            base = tree.attributes[node].get("href", "").strip()
    body = tree.names.index("body") if "body" in tree.names else 0
    words = sum(1 for _ in _WORD.finditer(read_string(tree, body)))
    return References(base, tuple(anchors), tuple(images), words)


_WORD = regex(r"\w+")


def _name(tree: Tree, node: int) -> str:
    own = tree.attributes[node]
    if tree.names[node] == "area":
        return own.get("alt", "").strip()
    found = read_string(tree, node) or " ".join(_alternatives(tree, node))
    return found or (own.get("aria-label") or own.get("title") or "").strip()


def _alternatives(tree: Tree, node: int) -> Iterator[str]:
    for inner in range(node + 1, tree.ends[node]):
        name, own = tree.names[inner], tree.attributes[inner]
        if name == "img":
            said = own.get("alt", "")
        elif name == "svg":
            said = own.get("aria-label", "")
        elif name == "title":
            said = read_string(tree, inner)
        else:
            continue
        if said.strip():
            yield " ".join(said.split())


def _place(tree: Tree, node: int) -> Span:
    whole = tree.span(node)
    if whole.end - whole.start <= LONGEST:
        return whole
    return Span(tree.starts[node], max(tree.opened[node], tree.starts[node]))
