"""HTML as Markdown: what is pasted into the live page becomes text an author can go on with.

Titles, levels, lists, links, tables, images, bold, italic, code and quotes; all else is dropped, its text kept.
"""

import re
from collections.abc import Mapping
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.parsing.html.as_markdown.writing import (
    Block,
    Grid,
    Piece,
    Style,
    escaped,
    inline,
    laid_out,
    line_starts,
    written,
)
from seo_audit.parsing.html.construction import construct
from seo_audit.parsing.html.construction.flattening import flatten
from seo_audit.parsing.html.construction.stack import MOST_REPAIRS, TooManyRepairsError
from seo_audit.parsing.html.elements import (
    BLOCK_ELEMENTS,
    UNREAD,
    heading_level,
    is_data_table,
    is_hidden,
)
from seo_audit.parsing.html.parser import MOST_TAGS, TOO_MANY_REPAIRS, TOO_MANY_TAGS
from seo_audit.parsing.html.pasted import ListItem, Pasted, read_pasted
from seo_audit.parsing.html.texts import SOFT_HYPHEN
from seo_audit.parsing.html.tree import Tree
from seo_audit.source import Source

_WHITE_RUN = regex(r"[ \t\n\f\r]+")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", ""})
_DRIVE = regex(r"[\\/]")
_DEEPEST = 9
"""Levels of lists and quotes that are told apart."""
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em", "cite", "dfn"})
_STRUCK = frozenset({"s", "strike", "del"})
_LINE_THROUGH = regex(r"(?<![\w-])text-decoration(?:-line)?:[^;]{0,99}line-through", re.IGNORECASE)
_RAISED = regex(r"(?<![\w-])vertical-align:\s{0,9}(sub|super)", re.IGNORECASE)
_SPACES = regex(r"[ \u00a0]{2,}")
"""What word processors make of several spaces."""
_BOX = regex(r"\A(\\\[[ xX]\\\]|[☐☑☒])[ \u00a0]+")
_OPEN_BOXES = ("\\[ \\]", "☐")
_TICKED, _UNTICKED = "[x] ", "[ ] "
_BEFORE_TEXT = 20
"""Nodes of an item among which its box is looked for."""
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_PREFORMATTED = frozenset({"pre", "listing", "xmp"})


class _Open(Struct):
    """An element being read."""

    node: int
    end: int
    style: Style
    block: bool = False
    heading: int = 0
    depth: int = 0
    quotes: int = 0
    number: int = 0
    list: int = -1
    item: ListItem | None = None
    """The list item whose text has not begun…"""
    box: str = ""
    """… and the box before it, in a checklist."""


def to_markdown(source: Source) -> str:
    """A piece of HTML, from a clipboard or a file, as Markdown with a line end at its end; "" for none.

    Raises:
        SourceError: it has too many tags, or too many that are closed in the wrong order.
    """
    text = source.text
    if text.count("<") > MOST_TAGS:
        raise SourceError(TOO_MANY_TAGS, name=source.name, limit=MOST_TAGS)
    try:
        tree = flatten(construct(text))
    except TooManyRepairsError as error:
        raise SourceError(TOO_MANY_REPAIRS, name=source.name, limit=MOST_REPAIRS) from error
    pasted = read_pasted(text, tree, copied=True)
    return laid_out(_Reader(tree, pasted).read())


class _Reader:
    """Walks over elements and collects blocks."""

    def __init__(self, tree: Tree, pasted: Pasted | None = None, first: int = 0) -> None:
        """`first` is the number that the tree's first node has for `pasted`."""
        self.tree = tree
        self.pasted = pasted or Pasted(whole=True, bare=True)
        self.first = first
        self.note = ""
        """The note whose text has not begun."""
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []
        self.stack: list[_Open] = []
        self.root = _Open(-1, 0, Style())
        self.images = 0

    def read(self) -> list[Block]:
        tree = self.tree
        node = 0
        while node < len(tree):
            while self.stack and self.stack[-1].end <= node:
                self._leave()
            name = tree.names[node]
            if not name:
                self._text(tree.strings[node])
                node += 1
            elif name in UNREAD or is_hidden(tree.attributes[node]):
                self._note(node + self.first)
                node = tree.ends[node]
            else:
                node = self._element(node, name)
        while self.stack:
            self._leave()
        self._flush()
        return self.blocks

    def _note(self, node: int) -> None:
        """The call of a note, or the sign before its text."""
        if node in self.pasted.calls:
            self.pieces.append(Piece(f"[^{self.pasted.calls[node]}]", Style(), raw=True))
        elif node in self.pasted.notes:
            self._flush()
            self.note = self.pasted.notes[node]
            if self.blocks and self.blocks[-1].kind == "line":
                self.blocks.pop()  # the rule that parts notes from the text

    @property
    def _around(self) -> _Open:
        return self.stack[-1] if self.stack else self.root

    def _element(self, node: int, name: str) -> int:
        """Read an element's start; where to go on."""
        tree = self.tree
        if name == "br":
            self.pieces.append(Piece("\\\n", Style(), raw=True))
        elif name == "hr":
            self._flush()
            self.blocks.append(Block("line", "---", quotes=self._around.quotes))
        elif name == "img":
            if tree.attributes[node].get("aria-roledescription") != "checkbox":
                self._image(node)
        elif name in _PREFORMATTED:
            self._flush()
            self._add("code", tree.string(node).strip("\n"))
            return tree.ends[node]
        elif name == "table" and is_data_table(tree, node):
            self._flush()
            self._table(node)
            return tree.ends[node]
        else:
            self._enter(node, name)
        return node + 1

    def _enter(self, node: int, name: str) -> None:
        around = self._around
        own = self.tree.attributes[node]
        level = heading_level(name, own)
        one = _Open(
            node, self.tree.ends[node], around.style, False, around.heading, around.depth,
            around.quotes, around.number, around.list,
        )  # fmt: skip
        if level or name in BLOCK_ELEMENTS:
            self._flush()
            one.block = True
            if level:
                one.heading = level
            elif name == "blockquote":
                one.quotes = min(around.quotes + 1, _DEEPEST)
            elif name in ("ul", "ol", "dir", "menu"):
                one.depth = min(around.depth + 1, _DEEPEST)
                one.list = node
                start = own.get("start", "1")
                begins = int(start) if start.isdecimal() and len(start) < 6 else 1
                one.number = begins if name == "ol" else 0
            elif name == "li":
                known = self.pasted.items.get(node + self.first)
                told = own.get("data-aria-level") or own.get("aria-level") or ""
                if known is None and told in set("123456789"):
                    # in Google Docs and Word for the web lists of one item, each with its level
                    known = ListItem(int(told), bool(one.number))
                elif known is not None:
                    # each with the number of its sign; without one they are counted
                    one.number = (known.number or 1) if known.ordered else 0
                    one.list = -1 if known.number is None else node
                one.item = known or ListItem(max(around.depth, 1), bool(one.number))
                one.depth = one.item.level
        else:
            one.style = self._style(name, own, around.style)
        if name == "li":
            one.box = self._box(node, own)
        self.stack.append(one)

    def _box(self, node: int, own: Mapping[str, str]) -> str:
        """The box before an item of a checklist, ticked or not; "" where there is none."""
        tree = self.tree
        if own.get("role") == "checkbox":
            return _TICKED if own.get("aria-checked") == "true" else _UNTICKED
        for inner in range(node + 1, min(tree.ends[node], node + _BEFORE_TEXT)):
            said = tree.attributes[inner]
            if tree.strings[inner].strip() or tree.names[inner] == "li":
                break
            classes = said.get("class", "").split()
            if tree.names[inner] == "input" and said.get("type", "").lower() == "checkbox":
                return _TICKED if "checked" in said else _UNTICKED
            if "checkbox" in classes:
                return _TICKED if "checkbox-on" in classes else _UNTICKED
        return ""

    @staticmethod
    def _style(name: str, own: Mapping[str, str], style: Style) -> Style:
        href, said = own.get("href", ""), own.get("style", "")
        if name in _STRUCK or _LINE_THROUGH.search(said):
            style = replace(style, struck=True)
        raised = _RAISED.search(said)
        if name in ("sub", "sup"):
            style = replace(style, script=name)
        elif raised:
            style = replace(style, script=raised[1].lower()[:3])
        if name in _STRONG:
            return replace(style, strong=True)
        if name in _EMPHASIS:
            return replace(style, emphasis=True)
        if name in _CODE:
            return replace(style, code=True)
        if name == "a" and href:
            return replace(style, href=_address(href))
        return style

    def _leave(self) -> None:
        if self.stack[-1].block:
            self._flush()
        self.stack.pop()

    def _text(self, string: str) -> None:
        text = _WHITE_RUN.sub(" ", string.replace(SOFT_HYPHEN, ""))
        if "\u00a0" in text:
            text = _SPACES.sub(_one_space, text)
        if text:
            self.pieces.append(Piece(text, self._around.style))

    def _image(self, node: int) -> None:
        own = self.tree.attributes[node]
        alt = escaped(_WHITE_RUN.sub(" ", own.get("alt", "")).strip())
        self.images += 1
        address = _address(own.get("src", ""))
        if not address:
            # what lies on the author's own disk, or in the page itself: its name is all one can keep
            name = (
                _DRIVE.split(own.get("src", "")[-200:])[-1]
                if "data:" not in own.get("src", "")[:9]
                else ""
            )
            address = name if name and ":" not in name else f"image-{self.images}.png"
        self.pieces.append(
            Piece(
                f"![{alt}]({written(address)})",
                replace(self._around.style, strong=False, emphasis=False, code=False),
                raw=True,
            )
        )

    def _table(self, table: int) -> None:
        """Write a table, its first row as the head, below its caption."""
        tree = self.tree
        grid = Grid()
        node = table + 1
        while node < tree.ends[table]:
            name, own = tree.names[node], tree.attributes[node]
            if name == "tr":
                grid.row()
            elif name == "caption":
                self._add("paragraph", line_starts(self._cell(node)))
                node = tree.ends[node]
                continue
            elif name in ("td", "th"):
                cell = self._cell(node).replace("|", "\\|")
                grid.cell(cell, own.get("colspan", ""), own.get("rowspan", ""))
                node = tree.ends[node]
                continue
            node += 1
        self._add("table", grid.text())

    def _cell(self, node: int) -> str:
        """What stands in an element, in one line."""
        inner = _Reader(_part(self.tree, node), self.pasted, self.first + node)
        text = " ".join(block.text for block in inner.read() if block.kind not in ("code", "line"))
        return text.replace("\\\n", " ").replace("\n", " ")

    def _flush(self) -> None:
        """End the block that is being written."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.raw or piece.text.strip() for piece in pieces):
            return
        around = self._around
        if around.heading:
            pieces = [replace(one, style=replace(one.style, strong=False)) for one in pieces]
        text = inline(pieces)
        if not text:
            return
        if around.heading:
            text = " ".join(text.replace("\\\n", " ").split("\n"))
            if text.endswith("#"):
                text = text[:-1] + "\\#"
            self._add("heading", f"{'#' * around.heading} {text}")
        else:
            self._add("paragraph", line_starts(text))

    def _add(self, kind: Literal["heading", "paragraph", "code", "table"], text: str) -> None:
        if not text.strip():
            return
        around = self._around
        depth = around.depth if kind != "heading" else 0
        holder = next((one for one in reversed(self.stack) if one.item), None)
        if kind == "paragraph" and self.note:
            # a note stands apart from all that is around it
            self.blocks.append(Block("note", f"[^{self.note}]: {text}"))
            self.note = ""
            return
        if kind == "paragraph" and holder is not None and holder.item is not None:
            level, holder.item = holder.item.level, None
            written_box = _BOX.match(text)
            if written_box and not holder.box:
                holder.box = _UNTICKED if written_box[1] in _OPEN_BOXES else _TICKED
                text = text[written_box.end() :]
            text = holder.box + text
            self.blocks.append(
                Block("item", text, level, around.quotes, holder.number, holder.list)
            )
            return
        self.blocks.append(Block(kind, text, depth, around.quotes))


def _part(tree: Tree, node: int) -> Tree:
    """A subtree as a tree of its own."""
    stop = tree.ends[node]
    return Tree(
        names=tree.names[node:stop],
        strings=tree.strings[node:stop],
        attributes=tree.attributes[node:stop],
        parents=[max(parent - node, -1) for parent in tree.parents[node:stop]],
        ends=[end - node for end in tree.ends[node:stop]],
        starts=tree.starts[node:stop],
        opened=tree.opened[node:stop],
        stops=tree.stops[node:stop],
        pieces=tree.pieces[node:stop],
    )


def _address(href: str) -> str:
    """The address of a link or an image as an author would write it; "" for none that leads anywhere."""
    href = "".join(href.split())
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or href.startswith(("#", "\\")):
        return ""
    if parts.netloc in ("www.google.com", "google.com") and parts.path == "/url":
        # what Google Docs puts before each address of a page it exports
        inner = parse_qs(parts.query).get("q", [""])[0]
        return inner if inner.startswith(("http://", "https://")) else href
    return href


def _one_space(run: re.Match[str]) -> str:
    """One space for a run of them: the kind that French wants there."""
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    return "\u00a0" if before == "«" or after in tuple(":;!?»%€") else " "
