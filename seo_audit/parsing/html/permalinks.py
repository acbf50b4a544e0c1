"""Links of a part of a page to itself: signs beside headings, numbers of lines of code. They are no text, and no links.

Generators add them to what an author wrote: « ¶ », “#”, « § », an icon, nothing at all (a style draws it), or a label
that only screen readers read.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import unquote

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import heading_level
from seo_audit.parsing.html.tree import Tree

_CODE = frozenset({"pre", "code"})
_WHOLE = frozenset({"main", "article", "body", "html"})
"""A link to one of these is a link to the page's top."""
_NEAR = 4
"""How far around a link its heading is looked for."""
_MOST_BESIDE = 5
_LONGEST = 200
"""Characters in the label of a permalink, which may repeat its heading."""
_BACK = frozenset("↩↵⏎↑⤴⤶⮐⮌⬑^")
"""What notes end with, in generators: a link back to where they are called."""
_VARIANTS = " \t\n\xa0\ufe0e\ufe0f"
_SAID = regex(
    r"(?i)perma(?:link|lien)|anchor|ancre\b|lien (?:permanent|direct|vers)|direct link|link (?:to|for)|copy link"
    r"|copier le lien|section (?:titled|intitulée)|headerlink"
)


def hide_permalinks(tree: Tree) -> None:
    """Mark them as hidden: a link to its own heading, line or part, that says nothing beside it; the way back of a note."""
    for node, name in enumerate(tree.names):
        if name == "a":
            own = tree.attributes[node]
            if _is_to_code(tree, node, own.get("class", "")):
                tree.attributes[node] = {**own, "hidden": ""}
                continue
            page, sign, fragment = own.get("href", "").partition("#")
            if sign and fragment and _is_permalink(tree, node, page, fragment):
                tree.attributes[node] = {**own, "hidden": ""}
        elif name == "span" and tree.attributes[node].get("class", "") == "colon":
            # what Docutils puts behind the name of a field
            tree.attributes[node] = {**tree.attributes[node], "hidden": ""}


_TO_CODE = frozenset({"viewcode-link", "viewcode-back"})


def _is_to_code(tree: Tree, node: int, classes: str) -> bool:
    """Whether Sphinx put a link beside the name of a function: to the page of its code, or back from there."""
    inner = node + 1
    if inner < tree.ends[node]:
        classes += " " + tree.attributes[inner].get("class", "")
    return "viewcode" in classes and not _TO_CODE.isdisjoint(classes.split())


def _is_permalink(tree: Tree, node: int, page: str, fragment: str) -> bool:
    if tree.ends[node] - node > _LONGEST:
        return False
    text = tree.string(node)
    letters = _bare(text) if len(text) <= _LONGEST else text
    around = list(islice(tree.ancestors(node), _NEAR))
    if not page and (not letters or letters.isdecimal()) and _is_code(tree, around):
        return True
    heading = _heading(tree, around)
    if heading is None:
        return (
            not letters
            and not _has_image(tree, node)
            and (_is_way_back(text) or _leads_to(fragment, _ids(tree, (node, *around[:2]))))
        )
    whole = tree.string(heading)
    if not letters:
        return _is_sign_of(tree, heading, text, fragment)
    if not _leads_to(fragment, _ids(tree, _parts_of(tree, heading))):
        return False
    rest = _bare(whole if heading not in around else whole.replace(text, "", 1))
    return bool(rest) and (rest in letters or _SAID.search(text) is not None)


def _is_way_back(text: str) -> bool:
    """Whether a sign leads from a note to where it is called."""
    return text.strip(_VARIANTS) in _BACK


def _is_sign_of(tree: Tree, heading: int, text: str, fragment: str) -> bool:
    """Whether a link without letters is the sign of a heading, and not what the heading says."""
    whole = tree.string(heading)
    if _bare(whole) and text.strip():
        # it leads to the heading's place, or to the page's top
        return True
    # « ----+ » has letters no more than its link has
    rest = whole.replace(text, "", 1)
    return bool(rest.strip()) and _leads_to(fragment, _ids(tree, _parts_of(tree, heading)))


def _is_code(tree: Tree, around: Iterable[int]) -> bool:
    return any(
        tree.names[one] in _CODE or "linenos" in tree.attributes[one].get("class", "")
        for one in around
    )


def _heading(tree: Tree, around: list[int]) -> int | None:
    """The heading around a link, or beside it."""
    for one in around:
        if heading_level(tree.names[one], tree.attributes[one]):
            return one
    parent = around[0] if around else -1
    if parent < 0 or tree.names[parent] in _WHOLE:
        return None
    found: list[int] = []
    child, seen = parent + 1, 0
    while child < tree.ends[parent] and seen < _MOST_BESIDE:
        if tree.names[child]:
            seen += 1
            if heading_level(tree.names[child], tree.attributes[child]):
                found.append(child)
        child = tree.ends[child]
    return found[0] if len(found) == 1 and child >= tree.ends[parent] else None


def _parts_of(tree: Tree, heading: int) -> Iterator[int]:
    """A heading, what is within it, and what is right around it."""
    yield from range(heading, min(tree.ends[heading], heading + _LONGEST))
    for one in islice(tree.ancestors(heading), 2):
        # an anchor may stand beside, before the heading
        yield from range(one, min(heading, one + _LONGEST))


def _leads_to(fragment: str, names: set[str]) -> bool:
    """Whether a fragment is one of these names: as it is written, or else decoded (HTML standard, “find a potential indicated element”)."""
    return fragment in names or ("%" in fragment and unquote(fragment) in names)


def _ids(tree: Tree, nodes: Iterable[int]) -> set[str]:
    found: set[str] = set()
    for one in nodes:
        own = tree.attributes[one]
        if own and tree.names[one] not in _WHOLE:
            found.update(filter(None, (own.get("id"), own.get("name"))))
    return found


def _has_image(tree: Tree, node: int) -> bool:
    return any(tree.names[one] == "img" for one in range(node + 1, tree.ends[node]))


def _bare(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if char.isalnum())
