"""The blocks, links and images of a part of a page, with the place of every character."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Frame, Image, Link, Mark, Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.tokens import attribute_text
from seo_audit.parsing.html.tree import Pieces, Tree
from seo_audit.source import Span

BLOCK_ELEMENTS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
        "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }
)  # fmt: skip
"""Elements a browser puts on lines of their own (WHATWG HTML, section 15.3)."""
UNREAD = frozenset(
    {
        "area", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input",
        "link", "map", "meta", "noembed", "noframes", "noscript", "object", "option", "param", "rp",
        "script", "select", "source", "style", "svg", "template", "textarea", "title", "track",
        "video", "annotation", "annotation-xml",
    }
)  # fmt: skip
"""Elements whose text nobody reads as part of an article: code, drawings, controls, fallbacks."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
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
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"cite", "em", "i"})
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_CAPTION = regex(r"(?:^|[ _-])(?:caption|legende)(?:$|[ _-])", re.IGNORECASE)
_MOST_INLINE = 100
"""How many inline elements, one within the other, are looked at for a block."""
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy")
_WHITE = " \t\n\f\r"
SOFT_HYPHEN = "\u00ad"
# white space of one plain space shows as it stands
_COLLAPSED = regex("[ \t\n\f\r]{2,}|[\t\n\f\r]|\u00ad")
_WHITE_RUN = regex(r"[ \t\n\f\r]+")
_NOTE_CALL = regex(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?", re.IGNORECASE)
_HIDING_STYLE = regex(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)


HIDING_ATTRIBUTES = frozenset({"hidden", "aria-hidden", "style"})
"""What `is_hidden` looks at."""


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that nobody is to see or hear it."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None


def heading_level(name: str, attributes: Mapping[str, str]) -> int:
    """1–6 for a heading, else 0."""
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2").strip()
        return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
    return HEADINGS.get(name, 0)


class Writer:
    """Puts strings one behind the other into a Text: white space collapsed, places kept."""

    __slots__ = ("length", "parts", "runs", "white")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0
        self.white = True
        """Whether white space here would not show: at the start, or behind some."""

    def add(self, string: str, pieces: Pieces) -> None:
        """Append a text of the tree, collapsing its white space; soft hyphens are not shown."""
        begin = len(string) - len(string.lstrip(" ")) if self.white and string[:1] == " " else 0
        if len(pieces) == 1 and pieces[0][2] - pieces[0][1] == len(string):
            offset = pieces[0][1]
            for match in _COLLAPSED.finditer(string, begin):
                first, last = match.span()
                if first > begin:
                    self._put(string[begin:first], offset + begin, offset + first)
                if string[first] != SOFT_HYPHEN and not self.white:
                    self._put(" ", offset + first, offset + last)
                    self.white = True
                begin = last
            if begin < len(string):
                self._put(string[begin:] if begin else string, offset + begin, offset + len(string))
            return
        number = 0
        for match in _COLLAPSED.finditer(string, begin):
            first, last = match.span()
            if first > begin:
                number = self._portion(string, pieces, begin, first, number)
            if string[first] != SOFT_HYPHEN and not self.white:
                number = _number(pieces, first, number)
                place = _joint_place(pieces, len(string), first, last, number)
                self._put(" ", place.start, place.end)
                self.white = True
            begin = last
        if begin < len(string):
            self._portion(string, pieces, begin, len(string), number)

    def add_kept(self, string: str, pieces: Pieces) -> None:
        """Append a text of the tree as it stands (in `<pre>`)."""
        if string:
            self._portion(string, pieces, 0, len(string), 0)

    def mark(self, char: str, place: int, end: int) -> None:
        """Append one character for a tag: a line break, a space between two lines."""
        if self.white:
            last = self.parts[-1][-1] if self.parts else "\n"
            if char == " " or last == "\n":
                return
            self._drop_last()
        self._put(char, place, end)
        self.white = True

    def _put(self, string: str, start: int, end: int) -> None:
        """Append characters that stand together; behind those before them they are one run."""
        self.parts.append(string)
        self._run(self.length, start, end, len(string))
        self.length += len(string)
        self.white = string[-1] == " "

    def _run(self, index: int, start: int, end: int, length: int) -> None:
        runs = self.runs
        if runs:
            last, first, behind = runs[-1]
            if behind == start and behind - first == index - last and end - start == length:
                runs[-1] = (last, first, end)
                return
        runs.append((index, start, end))

    def _portion(self, string: str, pieces: Pieces, begin: int, finish: int, number: int) -> int:
        """Append some characters of a text; their pieces begin at this number or later."""
        base = self.length - begin
        number = _number(pieces, begin, number)
        while number < len(pieces):
            index, start, end = pieces[number]
            if index >= finish:
                break
            following = pieces[number + 1][0] if number + 1 < len(pieces) else len(string)
            low, high = max(begin, index), min(finish, following)
            if end - start == following - index:
                self._run(base + low, start + low - index, start + high - index, high - low)
            else:
                # two characters of one entity stand in the whole of it, and in no run but theirs
                self.runs.append((base + low, start, end))
            number += 1
        self.parts.append(string[begin:finish])
        self.length += finish - begin
        self.white = string[finish - 1] == " "
        return max(number - 1, 0)

    def _drop_last(self) -> None:
        """Take back a space."""
        part = self.parts.pop()
        if len(part) > 1:
            self.parts.append(part[:-1])
        self.length -= 1
        self.runs = _cut_runs(self.runs, self.length + 1, self.length)

    def take(self) -> Text:
        """The Text written so far, without white space at its end; the writer is empty again."""
        value = "".join(self.parts)
        kept = value.rstrip(_WHITE)
        runs = self.runs
        if len(kept) < len(value):
            runs = _cut_runs(runs, len(value), len(kept))
        self.parts, self.runs, self.length, self.white = [], [], 0, True
        return Text(kept, tuple([Run(*run) for run in runs]))


def _cut_runs(
    runs: list[tuple[int, int, int]], length: int, kept: int
) -> list[tuple[int, int, int]]:
    """The runs of a text shortened at its end."""
    while runs and runs[-1][0] >= kept:
        length = runs.pop()[0]
    if runs:
        index, start, end = runs[-1]
        if end - start == length - index:
            runs[-1] = (index, start, start + kept - index)
    return runs


def _number(pieces: Pieces, index: int, number: int) -> int:
    """The piece that holds a character, at this number or later."""
    while number + 1 < len(pieces) and pieces[number + 1][0] <= index:
        number += 1
    return number


def _joint_place(pieces: Pieces, length: int, begin: int, finish: int, number: int) -> Span:
    """Where some white space stands that begins in this piece: up to the first tag within it."""
    start = _place(pieces, length, begin, number).start
    last = _number(pieces, finish - 1, number)
    while number < last and pieces[number][2] == pieces[number + 1][1]:
        number += 1
    whole = number == last
    return Span(
        start, _place(pieces, length, finish - 1, number).end if whole else pieces[number][2]
    )


def _place(pieces: Pieces, length: int, index: int, number: int) -> Span:
    """Where a character stands that is in this piece."""
    first, start, end = pieces[number]
    following = pieces[number + 1][0] if number + 1 < len(pieces) else length
    if end - start == following - first:
        return Span(start + index - first, start + index - first + 1)
    return Span(start, end)


def read_text(tree: Tree, node: int) -> Text:
    """The readable text of one element on one line."""
    writer = Writer()
    names, ends = tree.names, tree.ends
    stop = ends[node]
    node = node + 1 if names[node] else node
    while node < stop:
        name = names[node]
        if not name:
            writer.add(tree.strings[node], tree.pieces[node])
        elif name in UNREAD or is_hidden(tree.attributes[node]):
            node = ends[node]
            continue
        elif name in BLOCK_ELEMENTS or name == "br":
            writer.mark(" ", tree.starts[node], tree.starts[node])
        node += 1
    return writer.take()


def read_string(tree: Tree, node: int, skipped: Collection[int] = ()) -> str:
    """The readable characters of one element on one line, when their places do not matter."""
    parts: list[str] = []
    names, strings, ends = tree.names, tree.strings, tree.ends
    stop = ends[node]
    node = node + 1 if names[node] else node
    while node < stop:
        name = names[node]
        if not name:
            parts.append(strings[node])
        elif name in UNREAD or node in skipped or is_hidden(tree.attributes[node]):
            node = ends[node]
            continue
        elif name in BLOCK_ELEMENTS or name == "br":
            parts.append(" ")
        node += 1
    return _WHITE_RUN.sub(" ", "".join(parts).replace(SOFT_HYPHEN, "")).strip(" ")


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
    holder: "_Open | None" = None
    """… and that element, being read."""
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
        self.identified: dict[str, int] | None = None
        """Elements by their id, once asked for."""
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
                if name == "img" and node not in self.skipped and own.get("aria-hidden") == "true":
                    self._image(node)
                node = ends[node]
                continue
            if name in UNREAD:
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
        elif name == "noscript":
            # the same image for readers without scripts, which replace the one before
            lazy_before, self.lazy = self.lazy, False
            for inner in range(node + 1, tree.ends[node]):
                if tree.names[inner] == "img":
                    known = tree.attributes[inner].get("src")
                    if not lazy_before and known not in self.sources:
                        self._image(inner)
                    return

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
        if name == "img":
            self._image(node)
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
            element.holder = element
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
        names = self.tree.attributes[node].get("class", "")
        return (
            bool(names)
            and _CAPTION.search(names) is not None
            and self.tree.ends[node] - node < 40
            and len(self.tree.string(node)) < 400
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
        before = writer.length
        writer.add(string, pieces)
        if writer.length > before:
            self.breaks = 0 if not writer.white or writer.length > before + 1 else self.breaks
            if string.strip(_WHITE):
                self.breaks = 0
            if self.begin is None:
                self.begin = self._inline_start(node)
                self.owner = self.stack[-1].block if self.stack else -1
            self.finish = max(self.finish, self.tree.stops[node])

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
        self.breaks += 1
        if self.breaks >= 2 and self.heading is None:
            self._flush()
        elif self.writer.length:
            self.writer.mark("\n", tree.starts[node], tree.opened[node])

    def _is_note_call(self, sup: int) -> bool:
        tree = self.tree
        string = tree.string(sup).strip(_WHITE)
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
        for draft in self.open_links:
            if alt:
                draft.alts.append(alt.value.strip())
        self.content.images.append(
            Image(
                src or Text("", (Run(0, start, start),)),
                alt,
                tree.span(node),
                own.get("width", ""),
                own.get("height", ""),
                own.get("role") in ("presentation", "none") or own.get("aria-hidden") == "true",
                own.get("aria-label", "").strip() or self._labelled_by(own),
                bool(self.open_links),
            )
        )

    def _labelled_by(self, own: Mapping[str, str]) -> str:
        """The text of the elements that `aria-labelledby` names."""
        wanted = own.get("aria-labelledby", "").split()
        if wanted and self.identified is None:
            self.identified = {}
            for node, attributes in enumerate(self.tree.attributes):
                if "id" in attributes:
                    self.identified.setdefault(attributes["id"], node)
        found = [(self.identified or {}).get(identity, -1) for identity in wanted[:20]]
        return " ".join(read_string(self.tree, node) for node in found if node >= 0)

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
        kept = bool(text.value.strip(_WHITE)) or (heading is not None and closing is heading)
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
        holder = self.stack[-1].holder if self.stack else None
        return holder or self.root

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
            label = (own.get("aria-label") or own.get("title") or "").strip()
            self.content.links.append(
                Link(
                    href,
                    text,
                    Span(tree.starts[draft.node], tree.stops[draft.last_node]),
                    label if label != text.value else "",
                    tuple(draft.alts),
                    frozenset(own.get("rel", "").lower().split()),
                    draft.block,
                    draft.first,
                    draft.last,
                )
            )


def _marks(marks: list[Mark], length: int) -> tuple[Mark, ...]:
    return tuple(
        mark if mark.end <= length else replace(mark, end=length)
        for mark in marks
        if mark.start < length
    )


def join_texts(texts: list[Text]) -> Text:
    """Several texts as one, a space between them."""
    if len(texts) == 1:
        return texts[0]
    runs: list[Run] = []
    index = 0
    for number, text in enumerate(texts):
        if number:
            place = runs[-1].end if runs else 0
            runs.append(Run(index, place, place))
            index += 1
        runs.extend(Run(run.index + index, run.start, run.end) for run in text.runs)
        index += len(text.value)
    return Text(" ".join(text.value for text in texts), tuple(runs))


def is_data_table(tree: Tree, table: int) -> bool:
    """Whether a table holds data: cells of a few words in rows and columns, none within another."""
    if tree.attributes[table].get("role") in ("presentation", "none"):
        return False
    rows = cells = longest = 0
    marked = False
    for node in range(table + 1, tree.ends[table]):
        name = tree.names[node]
        if name == "tr":
            rows += 1
        elif name in ("th", "caption", "thead"):
            marked = True
            cells += name == "th"
        elif name == "td":
            cells += 1
            longest = max(longest, len(tree.string(node)))
        elif name == "table":
            return False
    if marked:
        return longest < 3000
    return rows > 1 and cells > rows and longest < 600
