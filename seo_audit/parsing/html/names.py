"""What links, headings and images are called by those who hear a page (W3C, Accessible Name Computation 1.2)."""

from collections.abc import Mapping

from seo_audit.parsing.html.elements import BLOCK_ELEMENTS, UNREAD, is_hidden
from seo_audit.parsing.html.texts import read_string
from seo_audit.parsing.html.tree import Tree

IMAGES = frozenset({"img", "amp-img", "amp-anim"})
"""Elements that show an image, with `src` and `alt`."""
_READ_OUT = frozenset({"button", "object", "canvas", "math"})
"""Elements whose content is a name though it is no text: what a control says, what stands for a drawing, a formula."""
_UNREAD_IN_DRAWINGS = frozenset({"defs", "desc", "metadata", "script", "style", "symbol", "title"})
"""Elements of SVG whose text is no part of a drawing; a title is its name."""
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
            elif own and name not in IMAGES and (label := self.label(own)):
                parts += (" ", label, " ")
                node = ends[node]
                continue
            elif name == "svg":
                parts += (" ", self._drawing_name(node), " ")
                node = ends[node]
                continue
            elif name in UNREAD and name not in _READ_OUT:
                # a button that is an image, a frame
                parts += (" ", own.get("alt", "") or own.get("title", ""), " ")
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

    def _drawing_name(self, svg: int) -> str:
        """Its own title, or else the texts drawn and the titles of its parts."""
        tree = self._tree
        names = tree.names
        parts: list[str] = []
        own = ""
        node = svg + 1
        while node < tree.ends[svg]:
            name = names[node]
            if not name:
                parts.append(tree.strings[node])
            elif name == "title":
                if tree.parents[node] == svg:
                    own = own or tree.string(node)
                parts += (" ", tree.string(node), " ")
            if name in _UNREAD_IN_DRAWINGS or (name and is_hidden(tree.attributes[node])):
                node = tree.ends[node]
            else:
                node += 1
        return own or "".join(parts).strip()

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
