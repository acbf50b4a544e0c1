"""What is counted of a page, once for every node: characters, links, sentences."""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import combining, normalize

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import BLOCK_ELEMENTS, HEADINGS, UNREAD, is_hidden
from seo_audit.parsing.html.tree import Tree

_WHITE = " \t\n\f\r"
_WHITE_RUN = regex(r"\s+")
_WORD = regex(r"\w+")
_SENTENCE_MARK = regex(r"[.,;:!?…。，、！？»”]")


class Page(Struct):
    """What is counted once for every node of a page."""

    tree: Tree
    chars: list[int]
    """Characters in a subtree that a reader sees, white space apart."""
    linked: list[int]
    """Those of them which are in links."""
    quality: list[int]
    """Those which stand in sentences and in no link."""
    own: list[int]
    """Of a block: the characters it holds itself, not in a block within it."""
    own_linked: list[int]
    """Those of them which are in links."""
    links_before: list[int]
    """How many links begin before a node, and at last how many there are."""


def count(tree: Tree) -> Page:
    """Count what of a page each node holds."""
    page, marks = _count_texts(tree)
    names, parents = tree.names, tree.parents
    chars, linked, quality = page.chars, page.linked, page.quality
    for block, length in enumerate(page.own):
        if length > 25 and marks[block] and (names[block] not in HEADINGS or length > 100):
            free = length - page.own_linked[block]
            if 2 * free > length:
                quality[block] += free
    for node in range(len(names) - 1, -1, -1):
        length = chars[node]
        if length:
            parent = parents[node]
            if parent >= 0:
                chars[parent] += length
                linked[parent] += linked[node]
                quality[parent] += quality[node]
            # text in no sentence counts a little, for pages that have little else
            quality[node] += (length - linked[node]) // 8
    page.links_before = list(accumulate(map("a".__eq__, names), initial=0))
    return page


def _count_texts(tree: Tree) -> tuple[Page, list[int]]:
    """The counts of texts alone, and the sentence marks of each block."""
    names, parents, ends = tree.names, tree.parents, tree.ends
    count = len(names)
    chars, linked, own, own_linked, marks = ([0] * count for _ in range(5))
    blocks = [-1] * count
    in_link = [False] * count
    node = 0
    while node < count:
        parent = parents[node]
        name = names[node]
        if name:
            attributes = tree.attributes[node]
            if name in UNREAD or is_hidden(attributes):
                node = ends[node]
                continue
            blocks[node] = node if name in BLOCK_ELEMENTS or parent < 0 else blocks[parent]
            in_link[node] = (parent >= 0 and in_link[parent]) or (
                name == "a" and "href" in attributes
            )
        elif parent >= 0 and (text := tree.strings[node].strip(_WHITE)):
            length = len(text)
            if "  " in text or "\n" in text:
                length = len(_WHITE_RUN.sub(" ", text))
            block = blocks[parent]
            chars[node] = length
            own[block] += length
            if in_link[parent]:
                own_linked[block] += length
                linked[node] = length
            else:
                marks[block] += len(_SENTENCE_MARK.findall(text))
        node += 1
    return Page(tree, chars, linked, [0] * count, own, own_linked, []), marks


def without(page: Page, furniture: Iterable[int]) -> Page:
    """The same counts with the furniture's taken off."""
    chars, linked, quality = list(page.chars), list(page.linked), list(page.quality)
    parents = page.tree.parents
    for node in furniture:
        lost = chars[node], linked[node], quality[node]
        around = node
        while around >= 0:
            chars[around] -= lost[0]
            linked[around] -= lost[1]
            quality[around] -= lost[2]
            around = parents[around]
    return replace(page, chars=chars, linked=linked, quality=quality)


def outside(tree: Tree, furniture: Iterable[int]) -> bytearray:
    """1 for every node in these subtrees."""
    flags = bytearray(len(tree.names))
    for node in furniture:
        flags[node : tree.ends[node]] = b"\1" * (tree.ends[node] - node)
    return flags


def children(tree: Tree, node: int) -> Iterator[int]:
    """The nodes right within an element, in order."""
    child = node + 1
    while child < tree.ends[node]:
        yield child
        child = tree.ends[child]


def called(tree: Tree, node: int) -> str:
    """The classes and the id of an element."""
    own = tree.attributes[node]
    return f"{own.get('class', '')} {own.get('id', '')}"


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def without_accents(text: str) -> str:
    """A text as slugs are made of it: letters without accents, other signs as they are."""
    return "".join(char for char in normalize("NFKD", text) if not combining(char))
