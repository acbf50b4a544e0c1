"""What links, headings and images are called by those who hear a page (W3C, Accessible Name Computation 1.2)."""

from collections.abc import Mapping

from seo_audit.parsing.html.elements import BLOCK_ELEMENTS, UNREAD, is_hidden
from seo_audit.parsing.html.texts import read_string
from seo_audit.parsing.html.tree import Tree

IMAGES = frozenset({"img", "amp-img", "amp-anim"})
"""Elements that show an image, with `src` and `alt`."""
_FALLBACKS = frozenset({"object", "canvas"})
"""Elements whose content is read where they are not shown."""
_MOST_LABELS = 20
"""How many elements one label may be made of."""


class Names:
    """The names of elements of one page."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._identified: dict[str, int] | None = None
        """Elements by their id, once asked for."""
        self._labels: dict[int, str] = {}

    def label(self, own: Mapping[str, str]) -> str:
        """What `aria-labelledby` or `aria-label` says; "" for neither."""
        return self._labelled_by(own) or own.get("aria-label", "").strip()

    def content(self, node: int) -> str:
        """The name an element has from what it holds, its images left out: texts, labels, titles of drawings.

        Also what is on the page for those only who hear it.
        """
        tree = self._tree
        names, ends, attributes = tree.names, tree.ends, tree.attributes
        stop = ends[node]
        parts: list[str] = []
        node += 1
        while node < stop:
            name, own = names[node], attributes[node]
            if not name:
                parts.append(tree.strings[node])
            elif is_hidden(own):
                node = ends[node]
                continue
            elif own and (label := own.get("aria-label", "").strip()) and name not in IMAGES:
                parts += (" ", label, " ")
                node = ends[node]
                continue
            elif name == "svg":
                parts += (" ", self._drawing_title(node), " ")
                node = ends[node]
                continue
            elif name in UNREAD and name not in _FALLBACKS:
                node = ends[node]
                continue
            elif name in BLOCK_ELEMENTS or name == "br":
                parts.append(" ")
            elif own and "title" in own and not tree.string(node).strip():
                parts += (" ", own["title"], " ")
                node = ends[node]
                continue
            node += 1
        return " ".join("".join(parts).split())

    def _drawing_title(self, svg: int) -> str:
        tree = self._tree
        child = svg + 1
        while child < tree.ends[svg]:
            if tree.names[child] == "title":
                return tree.string(child)
            child = tree.ends[child]
        return ""

    def _labelled_by(self, own: Mapping[str, str]) -> str:
        wanted = own.get("aria-labelledby", "").split()
        if not wanted:
            return ""
        if self._identified is None:
            self._identified = {}
            for node, attributes in enumerate(self._tree.attributes):
                if "id" in attributes:
                    self._identified.setdefault(attributes["id"], node)
        found = [self._identified.get(identity, -1) for identity in wanted[:_MOST_LABELS]]
        return " ".join(filter(None, (self._label_text(node) for node in found if node >= 0)))

    def _label_text(self, node: int) -> str:
        if node not in self._labels:
            own = self._tree.attributes[node].get("aria-label", "").strip()
            self._labels[node] = own or read_string(self._tree, node)
        return self._labels[node]
