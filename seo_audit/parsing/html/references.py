"""What a whole page refers to, menus and footer included: its links, the files that it uses, its base address."""

import re
from collections.abc import Iterator, Mapping

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
    acts: bool = False
    """Whether a script acts on it in place, whatever its address names: it filters, or shows something."""


class Use(Struct, frozen=True):
    """A file that a page uses: an image, a script, a style sheet, an icon, a feed, what it plays or frames."""

    kind: str
    href: str
    span: Span


class References(Struct, frozen=True):
    """All that a page refers to, in source order. `base` is what `<base href>` says, "" without one.

    `words` counts those of all text that readers see, menus and footer included.
    """

    base: str = ""
    anchors: tuple[Anchor, ...] = ()
    uses: tuple[Use, ...] = ()
    """The files that it uses, each once, where it does so first."""
    words: int = 0
    awaits_menus: bool = False
    """Whether a header, a menu or a footer is empty: a script is to write it, and its links."""


def read_references(tree: Tree) -> References:
    """The references of a page."""
    base = ""
    anchors: list[Anchor] = []
    uses: dict[tuple[str, str], Use] = {}
    inert = 0
    for node, name in enumerate(tree.names):
        own = tree.attributes[node]
        if name == "template" and not _SHADOW & own.keys():
            inert = max(inert, tree.ends[node])
        if node < inert or not own:
            continue
        if name in ("a", "area"):
            if "href" in own:
                rel = frozenset(own.get("rel", "").lower().split())
                acts = not _ACTING.isdisjoint(own)
                anchors.append(
                    Anchor(own["href"], _name(tree, node), rel, _place(tree, node), acts)
                )
        elif name == "base" and not base:
            base = own.get("href", "").strip()
        elif name in _USING:
            for kind, href in _used(tree, node, name):
                if href and not href.startswith("data:") and (kind, href) not in uses:
                    uses[kind, href] = Use(kind, href, _place(tree, node))
    body = tree.names.index("body") if "body" in tree.names else 0
    words = sum(1 for _ in _WORD.finditer(read_string(tree, body)))
    return References(base, tuple(anchors), tuple(uses.values()), words, _awaits_menus(tree))


_ACTING = frozenset({"onclick", "data-filter", "data-option-value", "@click", "x-on:click"})
"""Attributes of links that scripts listen to: handlers, and what galleries are filtered and sorted by (Isotope, MixItUp)."""
_SHADOW = {"shadowrootmode", "shadowroot"}
"""Attributes of a `<template>` that browsers show; what another one holds is a script's material."""
IMAGE, SCRIPT, STYLE, ICON, FEED, MEDIA, FRAME, FILE = (
    "image", "script", "style", "icon", "feed", "media", "frame", "file",
)  # fmt: skip
"""What a page does with a file; `FILE` is what it only fetches ahead, or a manifest."""

_USING: Mapping[str, Mapping[str, str]] = {
    "img": {"src": IMAGE, "srcset": IMAGE},
    "source": {"srcset": IMAGE, "src": MEDIA},
    "video": {"src": MEDIA, "poster": IMAGE},
    "audio": {"src": MEDIA},
    "track": {"src": MEDIA},
    "embed": {"src": MEDIA},
    "object": {"data": MEDIA},
    "input": {"src": IMAGE},
    "image": {"href": IMAGE, "xlink:href": IMAGE},
    "use": {"href": IMAGE, "xlink:href": IMAGE},
    "iframe": {"src": FRAME},
    "frame": {"src": FRAME},
    "script": {"src": SCRIPT},
    "link": {"href": ""},
}
"""Attributes that name files, by element, and what the page does with them."""
_BY_REL = {
    "stylesheet": STYLE, "icon": ICON, "apple-touch-icon": ICON, "apple-touch-icon-precomposed": ICON, "mask-icon": ICON,
    "manifest": FILE, "preload": FILE, "modulepreload": FILE, "prefetch": FILE,
}  # fmt: skip
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def _used(tree: Tree, node: int, name: str) -> Iterator[tuple[str, str]]:
    """What an element does with which files."""
    own = tree.attributes[node]
    for attribute, kind in _USING[name].items():
        said = own.get(attribute, "").strip()
        if attribute == "srcset":
            yield from ((kind, href) for href in _candidates(said))
        elif said and name == "link":
            yield _purpose(own), said if _purpose(own) else ""
        elif said and (name != "input" or own.get("type", "").strip().lower() == "image"):
            yield kind, said


def _purpose(own: Mapping[str, str]) -> str:
    """What a `<link>` is for; "" for one that names no file of the page."""
    rels = own.get("rel", "").lower().split()
    if "alternate" in rels and "stylesheet" not in rels:
        is_feed = own.get("type", "").strip().lower() in _FEEDS
        return FEED if is_feed and "hreflang" not in own else ""
    return next((_BY_REL[rel] for rel in rels if rel in _BY_REL), "")


_CANDIDATE = regex(r"[\s,]*+([^\s]++)([^,]*+)")


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a `srcset` (HTML standard, 4.8.4.2.1): one that ends with a comma has no descriptor."""
    at = 0
    while found := _CANDIDATE.match(srcset, at):
        href = found[1].rstrip(",")
        at = found.end(1) if href != found[1] else found.end()
        yield href


_MENUS = frozenset({"nav", "header", "footer"})
_MAYBE_MENUS = _MENUS | {"div", "ul"}
_CALLED_MENU = regex(r"nav(?!y)|menu|header|footer", re.IGNORECASE)
_CALLED_LATER = regex(r"placeholder|container|include|mount|slot|root|component", re.IGNORECASE)
"""How one calls what is only there to be filled: a mere `<div id="header">` may show a picture."""


def _awaits_menus(tree: Tree) -> bool:
    """Whether a header, a menu or a footer is empty."""
    return any(_awaits_component(tree, name) for name in set(tree.names) if "-" in name) or any(
        name in _MAYBE_MENUS and _awaits_menu(tree, node) for node, name in enumerate(tree.names)
    )


def _awaits_menu(tree: Tree, node: int) -> bool:
    """Whether an element is empty, and by its kind or its id a header, a menu or a footer."""
    called = tree.attributes[node].get("id", "")
    if not called or not _is_empty(tree, node):
        return False
    if tree.names[node] in _MENUS:
        return True
    return bool(_CALLED_MENU.search(called) and _CALLED_LATER.search(called))


def _awaits_component(tree: Tree, name: str) -> bool:
    """Whether elements of this name are a script's own (`<site-header>`), a menu, and empty."""
    return bool(_CALLED_MENU.search(name)) and _is_empty(tree, tree.names.index(name))


def _is_empty(tree: Tree, node: int) -> bool:
    return tree.ends[node] - node < 3 and not tree.string(node).strip()


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
