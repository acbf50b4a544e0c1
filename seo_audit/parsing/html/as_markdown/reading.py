"""HTML as Markdown: what is pasted into the live page becomes text an author can go on with.

Titles, levels, lists, links, tables, images, bold, italic, code and quotes; all else is dropped, its text kept.
"""

from typing import Literal
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.parsing.html.as_markdown.writing import (
    Block,
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
from seo_audit.parsing.html.pasted import ListItem, read_pasted
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
    """The list item whose text has not begun."""


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
    return laid_out(_Reader(tree, pasted.items if pasted else {}).read())


class _Reader:
    """Walks over elements and collects blocks."""

    def __init__(self, tree: Tree, items: dict[int, ListItem]) -> None:
        self.tree = tree
        self.items = items
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
                node = tree.ends[node]
            else:
                node = self._element(node, name)
        while self.stack:
            self._leave()
        self._flush()
        return self.blocks

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
            self._image(node)
        elif name in _PREFORMATTED:
            self._flush()
            self._add("code", tree.string(node).strip("\n"))
            return tree.ends[node]
        elif name == "table" and is_data_table(tree, node):
            self._flush()
            self._add("table", self._table(node))
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
                known = self.items.get(node)
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
            one.style = self._style(name, own.get("href", ""), around.style)
        self.stack.append(one)

    @staticmethod
    def _style(name: str, href: str, style: Style) -> Style:
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

    def _table(self, table: int) -> str:
        """The rows of a table, its first row as the head."""
        tree = self.tree
        rows: list[list[str]] = []
        node = table + 1
        while node < tree.ends[table]:
            name = tree.names[node]
            if name == "tr":
                rows.append([])
            elif name in ("td", "th"):
                inner = _Reader(_part(tree, node), {})
                cell = " ".join(block.text for block in inner.read() if block.kind != "code")
                cell = cell.replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")
                if not rows:
                    rows.append([])
                rows[-1].append(cell)
                node = tree.ends[node]
                continue
            node += 1
        rows = [row for row in rows if any(row)]
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
        lines.insert(1, "|" + " --- |" * width)
        return "\n".join(lines)

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
        if kind == "paragraph" and holder is not None and holder.item is not None:
            level, holder.item = holder.item.level, None
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
