"""The blocks, links and images of a part of a page, with the place of every character."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Frame, Image, Link, Mark, Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.tokens import attribute_text
from seo_audit.parsing.html.elements import (
    BLOCK_ELEMENTS,
    UNREAD,
    filled_in_alt,
    heading_level,
    is_called_caption,
    is_data_table,
    is_hidden,
)
from seo_audit.parsing.html.names import IMAGES, Names
from seo_audit.parsing.html.texts import (
    WHITE,
    Writer,
    classes_that_keep_lines,
    join_texts,
    keeps_lines,
    lines_of,
    read_text,
)
from seo_audit.parsing.html.tree import Pieces, Tree
from seo_audit.source import Span

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_BULLETS = frozenset("-–—*•·>»")
"""What an image stands for at the beginning of a line, where a generator writes lists with line breaks (SPIP)."""
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"cite", "em", "i", "q"})  # browsers put what <q> holds in quotation marks
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_LONGEST_CAPTION = 600
_MOST_INLINE = 100
"""How many inline elements, one within the other, are looked at for a block."""
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy")
_NOTE_CALL = regex(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?", re.IGNORECASE)


class Content(Struct):
    """What `read_blocks` found, in source order."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


class _Open(Struct):
    """An element being read: its own properties, and those it has from the elements around it."""

    node: int
    end: int
    block: int
    """The nearest element that makes a block, itself or around it…"""
    holder: int = -1
    """… and where it stands on the stack: not itself, which would make a circle that only a collection frees."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str | None = None
    table: bool = False
    """Whether the nearest table holds data."""
    link: int = -1
    began: int = 0
    """Index in the block's text at which the element began…"""
    number: int = 0
    """… in the block of this number; in any later one it began at 0."""


class _LinkDraft(Struct, eq=False):
    """A link being read."""

    node: int
    last_node: int
    """Differs where a browser makes the link again behind a block that closed it."""
    start: int
    """Where it begins in the text being written, and, once it is closed, where it ends."""
    end: int = 0
    block: int | None = None
    """The first block it has text in, and where."""
    first: int = 0
    last: int = 0
    alts: list[str] = field(default_factory=list)
    parts: list[Text] = field(default_factory=list)
    closed: bool = False
    pending: bool = False
    """Whether the block being written may hold some of it."""


def read_blocks(
    source: str, tree: Tree, chosen: Collection[int], skipped: Collection[int]
) -> Content:
    """Read the subtrees `chosen`, without the subtrees `skipped`."""
    return _Reader(source, tree, frozenset(skipped)).read(chosen)


class _Reader:
    """Walks over elements and writes blocks: the state between two of them."""

    def __init__(self, source: str, tree: Tree, skipped: frozenset[int]) -> None:
        self.source = source
        self.tree = tree
        self.skipped = skipped
        self.content = Content()
        self.writer = Writer()
        self.stack: list[_Open] = []
        self.heading: _Open | None = None
        self.preformatted: _Open | None = None
        self.begin: int | None = None
        self.finish = 0
        self.owner = -1
        self.number = 0
        self.strong: list[Mark] = []
        self.emphasis: list[Mark] = []
        self.code: list[Mark] = []
        self.foreign: list[Mark] = []
        self.drafts: list[_LinkDraft] = []
        self.by_tag: dict[int, int] = {}
        """Their numbers, by where their start tags stand."""
        self.open_links: list[_LinkDraft] = []
        self.pending: list[_LinkDraft] = []
        self.breaks = 0
        self.root = _Open(-1, 0, -1)
        self.sources: set[str] = set()
        """Addresses of the images so far."""
        self.names = Names(tree)
        self.keeping = classes_that_keep_lines(source)
        """Classes of elements whose lines end where they end in the source; empty where nothing keeps them."""
        self.lazy = False
        """Whether the image before is shown by a script."""

    def read(self, chosen: Collection[int]) -> Content:
        tree = self.tree
        end = 0
        for root in sorted(chosen):
            if root < end:
                continue
            end = tree.ends[root]
            self._enter_ancestors(root)
            self._walk(root, tree.ends[root])
            while self.stack:
                self._leave(self.stack.pop())
            self._flush()
        self._finish_links()
        return self.content

    def _enter_ancestors(self, root: int) -> None:
        """What the elements around a chosen part say of it: its language."""
        tree = self.tree
        for node in tree.ancestors(root):
            language = tree.attributes[node].get("lang")
            if language and tree.names[node] not in ("html", "body"):
                self.root = _Open(-1, 0, -1, language=language)
                return
        self.root = _Open(-1, 0, -1)

    def _walk(self, node: int, stop: int) -> None:
        tree = self.tree
        names, ends, attributes, stack = tree.names, tree.ends, tree.attributes, self.stack
        strings, pieces = tree.strings, tree.pieces
        while node < stop:
            while stack and stack[-1].end <= node:
                self._leave(stack.pop())
            name = names[node]
            if not name:
                self._text(node, strings[node], pieces[node])
                node += 1
                continue
            own = attributes[node]
            if node in self.skipped or is_hidden(own):
                if name in IMAGES and node not in self.skipped and own.get("aria-hidden") == "true":
                    self._image(node)
                node = ends[node]
                continue
            if name in IMAGES:
                self._image(node)
                # what an <amp-img> holds stands for it elsewhere
                node = ends[node]
                continue
            if name in UNREAD and not (name == "button" and self.heading is not None):
                self._unread(node, name)
                node = ends[node]
                continue
            if name == "sup" and self._is_note_call(node):
                self._note_call(node)
                node = ends[node]
                continue
            self._enter(node, name, own)
            node += 1

    def _unread(self, node: int, name: str) -> None:
        tree = self.tree
        if name == "iframe":
            src = self._attribute(node, "src") or self._attribute(node, "data-src")
            place = Run(0, tree.starts[node], tree.starts[node])
            self.content.frames.append(
                Frame(
                    src or Text("", (place,)),
                    self._attribute(node, "title"),
                    tree.span(node),
                )
            )
        elif name == "input":
            if tree.attributes[node].get("type", "").lower() == "image":
                self._image(node)
        elif name == "map":
            self._areas(node)
        elif name == "noscript":
            # the same image for readers without scripts, which replace the one before
            lazy_before, self.lazy = self.lazy, False
            for inner in range(node + 1, tree.ends[node]):
                if tree.names[inner] == "img":
                    known = tree.attributes[inner].get("src")
                    if not lazy_before and known not in self.sources:
                        self._image(inner)
                    return

    def _areas(self, image_map: int) -> None:
        """The parts of an image that are links: an `alt` is all that names one."""
        tree = self.tree
        for node in range(image_map + 1, tree.ends[image_map]):
            own = tree.attributes[node]
            if tree.names[node] == "area" and "href" in own:
                at = self.writer.length
                draft = _LinkDraft(node, node, at, at, closed=True, pending=True)
                draft.alts.append(own.get("alt", "").strip())
                self.drafts.append(draft)
                self.pending.append(draft)

    def _attribute(self, node: int, name: str) -> Text | None:
        tree = self.tree
        if name not in tree.attributes[node]:
            return None
        return attribute_text(self.source, *tree.tag(node, name), name)

    def _enter(self, node: int, name: str, own: Mapping[str, str]) -> None:
        tree = self.tree
        end = tree.ends[node]
        if name == "br":
            self._break(node)
            return
        around = self.stack[-1] if self.stack else self.root
        element = _Open(
            node,
            end,
            around.block,
            around.holder,
            around.kind,
            around.level,
            around.language,
            around.table,
        )
        if own:
            language = own.get("lang") or own.get("xml:lang")
            if language and name not in ("html", "body"):
                element.language = language
        level = heading_level(name, own)
        if level or name in BLOCK_ELEMENTS:
            element.block = node
            element.holder = len(self.stack)
            self._boundary(node)
            self._block(element, name, level)
        elif name == "a" and "href" in own:
            element.link = self._open_link(node)
        element.began = self.writer.length
        element.number = self.number
        self.stack.append(element)

    def _open_link(self, node: int) -> int:
        """The number of a link that begins here, or goes on here: a browser makes it again behind a block."""
        tag = self.tree.starts[node]
        number = self.by_tag.setdefault(tag, len(self.drafts))
        if number == len(self.drafts):
            self.drafts.append(_LinkDraft(node, node, self.writer.length))
        draft = self.drafts[number]
        draft.last_node = node
        draft.closed = False
        self.open_links.append(draft)
        if not draft.pending:
            draft.start = self.writer.length
            draft.pending = True
            self.pending.append(draft)
        return number

    def _block(self, element: _Open, name: str, level: int) -> None:
        """What kind of blocks an element holds."""
        tree = self.tree
        plain = self.heading is None and self.preformatted is None
        if level and plain:
            element.kind, element.level = BlockKind.HEADING, level
            self.heading = element
            self._begin(element)
        elif name in _PREFORMATTED and plain:
            element.kind = BlockKind.CODE
            self.preformatted = element
        elif name in _KINDS:
            kind = _KINDS[name]
            lays_out = kind is BlockKind.TABLE_CELL and not element.table
            element.kind = BlockKind.PARAGRAPH if lays_out else kind
        elif name == "table":
            element.table = is_data_table(tree, element.node)
        elif name in ("p", "div") and self._is_caption(element.node):
            element.kind = BlockKind.CAPTION

    def _is_caption(self, node: int) -> bool:
        """Whether a paragraph is called a caption, as before there was `<figcaption>`."""
        return (
            is_called_caption(self.tree.attributes[node])
            and self.tree.ends[node] - node < 40
            and len(self.tree.string(node)) < _LONGEST_CAPTION
        )

    def _leave(self, element: _Open) -> None:
        tree = self.tree
        if element is self.heading:
            self._flush(element)
            self.heading = None
            return
        if element is self.preformatted:
            self._flush(element)
            self.preformatted = None
            return
        if element.block == element.node:
            self._boundary(element.node, element)
            return
        start = element.began if element.number == self.number else 0
        end = self.writer.length
        if element.link >= 0:
            draft = self.drafts[element.link]
            draft.end = end
            draft.closed = True
            if self.open_links[-1] is draft:
                self.open_links.pop()
            else:
                self.open_links.remove(draft)
        if end > start:
            self._mark(element, start, end)
            if self.begin is not None and not self.preformatted:
                self.finish = max(self.finish, tree.stops[element.node])

    def _mark(self, element: _Open, start: int, end: int) -> None:
        """Note what an inline element says of its text."""
        name = self.tree.names[element.node]
        if name in _STRONG:
            self.strong.append(Mark(start, end))
        elif name in _EMPHASIS:
            self.emphasis.append(Mark(start, end))
        elif name in _CODE:
            self.code.append(Mark(start, end))
        if element.language and "lang" in self.tree.attributes[element.node]:
            self.foreign.append(Mark(start, end, element.language))

    def _boundary(self, node: int, closing: _Open | None = None) -> None:
        """The edge of a block: inside headings and code it only parts words."""
        tree = self.tree
        if self.heading is not None:
            place = tree.stops[node] if closing else tree.starts[node]
            self.writer.mark(" ", place, place)
            return
        if self.preformatted is not None:
            return
        self._flush(closing)

    def _begin(self, owner: _Open) -> None:
        self.owner = owner.node
        self.begin = self.tree.starts[owner.node]

    def _text(self, node: int, string: str, pieces: Pieces) -> None:
        writer = self.writer
        if self.preformatted is not None:
            if self.begin is None:
                self._begin(self.preformatted)
            writer.add_kept(string, pieces)
            self.finish = self.tree.stops[node]
            return
        if self.keeping and "\n" in string and self.heading is None and self._keeps_lines():
            for line, places in lines_of(string, pieces):
                if line == "\n":
                    self._end_line(places[0][1], places[0][2])
                else:
                    self._string(node, line, places)
            return
        self._string(node, string, pieces)

    def _keeps_lines(self) -> bool:
        """Whether the block, or an inline element of it, shows the ends of lines."""
        attributes = self.tree.attributes
        around = (*(item.node for item in self._inline()), self._block_around().node)
        return any(node >= 0 and keeps_lines(attributes[node], self.keeping) for node in around)

    def _string(self, node: int, string: str, pieces: Pieces) -> None:
        """A text, or a line of one."""
        writer = self.writer
        before = writer.length
        writer.add(string, pieces)
        if writer.length > before:
            self.breaks = 0 if not writer.white or writer.length > before + 1 else self.breaks
            if string.strip(WHITE):
                self.breaks = 0
            if self.begin is None:
                first = pieces[0][1]
                is_first = first == self.tree.starts[node]
                self.begin = self._inline_start(node) if is_first else first
                self.owner = self.stack[-1].block if self.stack else -1
            self.finish = max(self.finish, pieces[-1][2])

    def _inline_start(self, node: int) -> int:
        """Where the block that begins with this text begins: the outermost inline tag around it."""
        starts = self.tree.starts
        start = starts[node]
        block = self._block_around().node
        first = starts[block] if block >= 0 else 0
        for item in self._inline():
            # a tag that stands before the block is one that goes on in it
            if (item.began == 0 or item.number != self.number) and starts[item.node] >= first:
                start = starts[item.node]
        return start

    def _break(self, node: int) -> None:
        tree = self.tree
        if self.preformatted is not None:
            self.writer.mark("\n", tree.starts[node], tree.opened[node])
            return
        self._end_line(tree.starts[node], tree.opened[node])

    def _end_line(self, start: int, end: int) -> None:
        """A line ends, by what stands from here to there; two ends are that of a paragraph."""
        self.breaks += 1
        if self.breaks >= 2 and self.heading is None:
            self._flush()
        elif self.writer.length:
            self.writer.mark("\n", start, end)

    def _is_note_call(self, sup: int) -> bool:
        tree = self.tree
        string = tree.string(sup).strip(WHITE)
        if len(string) > 5 or not _NOTE_CALL.fullmatch(string):
            return False
        links = [
            tree.attributes[node].get("href", "")
            for node in range(sup + 1, tree.ends[sup])
            if tree.names[node] == "a"
        ]
        return string[0] in "[(" or any("#" in href for href in links)

    def _note_call(self, sup: int) -> None:
        """A call to a footnote is no word of the sentence: only its link is kept."""
        tree = self.tree
        for node in range(sup + 1, tree.ends[sup]):
            if tree.names[node] == "a" and "href" in tree.attributes[node]:
                at = self.writer.length
                draft = _LinkDraft(node, node, at, at, closed=True, pending=True)
                draft.parts.append(read_text(tree, node))
                self.drafts.append(draft)
                self.pending.append(draft)
        if self.begin is not None:
            self.finish = max(self.finish, tree.stops[sup])

    def _image(self, node: int) -> None:
        tree = self.tree
        own = tree.attributes[node]
        src = self._attribute(node, "src")
        lazy = src is None or not src.value or src.value.startswith("data:")
        if lazy:
            for name in _LAZY:
                other = self._attribute(node, name)
                if other:
                    src = other
                    break
        self.lazy = lazy
        self.sources.add(src.value if src else "")
        alt = self._attribute(node, "alt")
        start = tree.starts[node]
        if self.breaks and alt and alt.value.strip() in _BULLETS:
            self.writer.part(start, tree.opened[node])
        label = self.names.label(own) or ("" if alt else filled_in_alt(own))
        for draft in self.open_links:
            if label or alt:
                draft.alts.append(label or (alt.value.strip() if alt else ""))
        self.content.images.append(
            Image(
                src or Text("", (Run(0, start, start),)),
                alt,
                tree.span(node),
                own.get("width", ""),
                own.get("height", ""),
                own.get("role") in ("presentation", "none") or own.get("aria-hidden") == "true",
                label,
                bool(self.open_links),
            )
        )

    def _flush(self, closing: _Open | None = None) -> None:
        """End the block that is being written."""
        tree = self.tree
        length = self.writer.length
        for item in self._inline():
            start = item.began if item.number == self.number else 0
            if length > start:
                # the inline element goes on behind this block
                self._mark(item, start, length)
        text = self.writer.take()
        self.breaks = 0
        heading = self.heading
        number = len(self.content.blocks)
        kept = bool(text.value.strip(WHITE)) or (heading is not None and closing is heading)
        length = len(text.value)
        if kept:
            around = closing or self._block_around()
            begin = self.begin if self.begin is not None else 0
            span = Span(begin, max(self.finish, begin))
            if closing is not None and self.owner == closing.node and self._alone(closing):
                span = tree.span(closing.node)
            self.content.blocks.append(
                Block(
                    around.kind,
                    text,
                    span,
                    around.level,
                    around.language,
                    _marks(self.strong, length),
                    _marks(self.code, length),
                    _marks(self.foreign, length),
                    _marks(self.emphasis, length),
                    self._heading_label(closing) if heading is not None and not text else "",
                )
            )
        self._flush_links(text, number if kept else None)
        self.strong, self.code, self.foreign, self.emphasis = [], [], [], []
        self.number += 1
        self.begin = None
        self.owner = -1
        self.finish = 0

    def _flush_links(self, text: Text, number: int | None) -> None:
        """Give the links of a block their number and their part of its text."""
        length = len(text.value)
        going_on: list[_LinkDraft] = []
        for draft in self.pending:
            end = min(draft.end if draft.closed else length, length)
            start = min(draft.start, end)
            if number is not None:
                while start < end and text.value[start] in " \n":
                    start += 1
                while end > start and text.value[end - 1] in " \n":
                    end -= 1
                if draft.block is None and (end > start or draft.closed):
                    draft.block, draft.first, draft.last = number, start, end
                if end > start:
                    draft.parts.append(text.slice(start, end))
            if not draft.closed:
                draft.start = 0
                going_on.append(draft)
            draft.pending = not draft.closed
        self.pending = going_on

    def _block_around(self) -> _Open:
        """The innermost open element that makes a block."""
        holder = self.stack[-1].holder if self.stack else -1
        return self.stack[holder] if holder >= 0 else self.root

    def _inline(self) -> Iterator[_Open]:
        """The open elements within the block, innermost first; only so many as an author may write."""
        for item in islice(reversed(self.stack), _MOST_INLINE):
            if item.block == item.node:
                return
            yield item

    def _alone(self, closing: _Open) -> bool:
        """Whether the block is all its element holds: then the whole element is the block."""
        previous = self.content.blocks[-1].span.end if self.content.blocks else -1
        return previous <= self.tree.starts[closing.node]

    def _finish_links(self) -> None:
        tree = self.tree
        for draft in self.drafts:
            own = tree.attributes[draft.node]
            place = tree.opened[draft.node]
            href = self._attribute(draft.node, "href") or Text(own.get("href", ""))
            text = join_texts(draft.parts) if draft.parts else Text("", (Run(0, place, place),))
            self.content.links.append(
                Link(
                    href,
                    text,
                    Span(tree.starts[draft.node], tree.stops[draft.last_node]),
                    self._link_label(draft.node, text.value),
                    tuple(draft.alts),
                    frozenset(own.get("rel", "").lower().split()),
                    draft.block,
                    draft.first,
                    draft.last,
                )
            )

    def _heading_label(self, closing: _Open | None) -> str:
        """The name of a heading without visible text."""
        if closing is None:
            return ""
        return self.names.label(self.tree.attributes[closing.node]) or self.names.content(
            closing.node
        )

    def _link_label(self, node: int, text: str) -> str:
        """The name a link is read by, when it differs from its text; its title, when only that does."""
        tree = self.tree
        own = tree.attributes[node]
        label = self.names.label(own)
        inner = node + 1
        if (
            not label
            and inner < tree.ends[node]
            and (tree.names[inner] or tree.ends[inner] < tree.ends[node])
        ):
            label = self.names.content(node)
        shown = " ".join(text.split())
        return (
            label if label and label != shown else _different(own.get("title", "").strip(), shown)
        )


def _different(label: str, text: str) -> str:
    return label if label != text else ""


def _marks(marks: list[Mark], length: int) -> tuple[Mark, ...]:
    return tuple(
        mark if mark.end <= length else replace(mark, end=length)
        for mark in marks
        if mark.start < length
    )
