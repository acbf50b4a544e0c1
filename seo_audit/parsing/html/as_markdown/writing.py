"""Blocks and pieces of text as Markdown: signs where Markdown reads them as such, escapes where it would not."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.lazy import regex

_MARKS = regex(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w{1,31};)|!(?=\[)")
"""Characters that Markdown would take for something else than themselves."""
_LINE_START = regex(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|[>:|]|=+$|-+$|\+{3})")
_NUMBER_START = regex(r"(\d{1,9})([.)])(?=\s|$)")
_BARE_ADDRESS = regex(r"[^\s()<>\\]+")


class Style(Struct, frozen=True):
    """How a piece of text is written; `href` is where it leads."""

    href: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    script: str = ""
    """"sub" or "sup": below or above the line."""


class Piece(Struct, frozen=True):
    """Text in one style. `raw` is Markdown already: an image, a line break."""

    text: str
    style: Style
    raw: bool = False
    before: str = " "
    """The character before it…"""
    after: str = " "
    """… and the one behind."""


class Block(Struct, frozen=True):
    """A block to write. `depth` counts the list items around it, itself among them; `quotes` the quotations."""

    kind: Literal["heading", "paragraph", "item", "code", "table", "line", "note"]
    text: str
    depth: int = 0
    quotes: int = 0
    number: int = 0
    """What a numbered list begins with, 0 for a list without numbers…"""
    list: int = -1
    """… and which list it is."""


def written(address: str) -> str:
    """An address as it stands between parentheses."""
    if _BARE_ADDRESS.fullmatch(address):
        return address
    return "<" + "".join({"<": "%3C", ">": "%3E", "\\": "%5C"}.get(c, c) for c in address) + ">"


def escaped(text: str) -> str:
    """The text with what Markdown would take for a sign written so that it is none."""
    return _MARKS.sub(lambda match: "\\" + match[0], text)


def line_starts(text: str) -> str:
    """Escape what at the start of a line would begin a heading, a list, a quotation."""
    lines = []
    for line in text.split("\n"):
        marked = line
        if _LINE_START.match(line):
            marked = "\\" + line
        elif number := _NUMBER_START.match(line):
            marked = f"{number[1]}\\{line[number.end(1) :]}"
        lines.append(marked)
    return "\n".join(lines)


def inline(pieces: Sequence[Piece]) -> str:
    """Pieces of text as Markdown, without white space at either end or around a line break."""
    text = "".join(_links(_spaced(pieces)))
    while text.endswith("\\\n"):
        text = text[:-2].rstrip(" ")
    while text.startswith("\\\n"):
        text = text[2:].lstrip(" ")
    return text.strip()


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with single spaces, none of them at the edge of a style."""
    found: list[Piece] = []
    white = True
    for piece in pieces:
        if piece.raw:
            broken = piece.text == "\\\n"
            if broken:
                while found and not found[-1].raw and found[-1].text == " ":
                    found.pop()
            found.append(piece)
            white = broken
            continue
        text = piece.text.lstrip(" ") if white else piece.text
        if not text:
            continue
        white = text.endswith(" ")
        bare = text.strip()
        begin = text.index(bare) if bare else len(text)
        end = begin + len(bare)
        found.extend(
            Piece(part, style)
            for part, style in (
                (text[:begin], Style()),
                (bare, piece.style),
                (text[end:], Style()),
            )
            if part
        )
    return _joined(found)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Spaces between two pieces of one style are of that style, too; each piece knows its neighbours."""
    for number in range(1, len(pieces) - 1):
        before, after = pieces[number - 1], pieces[number + 1]
        if not pieces[number].raw and not pieces[number].text.strip():
            style = _shared(before.style, after.style)
            pieces[number] = Piece(pieces[number].text, style)
    pieces = _one_style_a_word(pieces)
    return [
        replace(
            piece,
            before=pieces[number - 1].text[-1] if number else " ",
            after=pieces[number + 1].text[0] if number + 1 < len(pieces) else " ",
        )
        for number, piece in enumerate(pieces)
    ]


def _one_style_a_word(pieces: list[Piece]) -> list[Piece]:
    """Pieces that touch each other, each with a style of its own, have only what they share: Markdown cannot say more."""
    found = [*pieces]
    numbers = range(len(found) - 1)
    for order in (numbers, reversed(numbers)):
        for number in order:
            one, other = found[number], found[number + 1]
            if (
                not (one.raw or other.raw)
                and _is_marked(one)
                and _is_marked(other)
                and not (one.text[-1].isspace() or other.text[0].isspace())
            ):
                shared = _shared(one.style, other.style)
                for at in (number, number + 1):
                    style = replace(
                        found[at].style,
                        strong=shared.strong,
                        emphasis=shared.emphasis,
                        struck=shared.struck,
                    )
                    found[at] = replace(found[at], style=style)
    return found


def _is_marked(piece: Piece) -> bool:
    return piece.style.strong or piece.style.emphasis or piece.style.struck


def _shared(one: Style, other: Style) -> Style:
    return Style(
        one.href if one.href == other.href else "",
        one.strong and other.strong,
        one.emphasis and other.emphasis,
        one.code and other.code,
        one.struck and other.struck,
        one.script if one.script == other.script else "",
    )


def _links(pieces: Sequence[Piece]) -> Iterator[str]:
    for href, group in groupby(pieces, key=lambda piece: piece.style.href):
        inner = "".join(_strong(list(group)))
        yield f"[{inner}]({written(href)})" if href and inner.strip() else inner


def _strong(pieces: Sequence[Piece]) -> Iterator[str]:
    yield from _marked(pieces, "strong", "**", _emphasis)


def _emphasis(pieces: Sequence[Piece]) -> Iterator[str]:
    yield from _marked(pieces, "emphasis", "*", _struck)


def _struck(pieces: Sequence[Piece]) -> Iterator[str]:
    yield from _marked(pieces, "struck", "~~", _scripts)


def _scripts(pieces: Sequence[Piece]) -> Iterator[str]:
    """Markdown has no sign for what stands below or above the line: it is written as HTML."""
    for script, group in groupby(pieces, key=lambda piece: "" if piece.raw else piece.style.script):
        inner = "".join(_code(list(group)))
        yield f"<{script}>{inner}</{script}>" if script else inner


def _code(pieces: Sequence[Piece]) -> Iterator[str]:
    for code, group in groupby(pieces, key=lambda piece: piece.style.code and not piece.raw):
        run = list(group)
        if code:
            text = "".join(piece.text for piece in run)
            fence = "`" * (max((len(one) for one in re.findall(r"`+", text)), default=0) + 1)
            edge = " " if text[:1] == "`" or text[-1:] == "`" else ""
            yield f"{fence}{edge}{text}{edge}{fence}"
        else:
            yield "".join(piece.text if piece.raw else escaped(piece.text) for piece in run)


def _marked(
    pieces: Sequence[Piece],
    kind: Literal["strong", "emphasis", "struck"],
    mark: str,
    within: Callable[[Sequence[Piece]], Iterator[str]],
) -> Iterator[str]:
    """Put signs around what has a style, where Markdown reads them as such."""
    said = attrgetter(kind)
    for marked, group in groupby(pieces, key=lambda piece: said(piece.style)):
        run = list(group)
        inner = "".join(within(run))
        if marked and _opens(run[0]) and _closes(run[-1]):
            inner = f"{mark}{inner}{mark}"
        yield inner


def _opens(piece: Piece) -> bool:
    """Whether signs before a piece begin something (CommonMark 0.31, “left-flanking”)."""
    first = piece.text[0]
    return not first.isspace() and (first.isalnum() or not piece.before.isalnum())


def _closes(piece: Piece) -> bool:
    """Whether signs behind a piece end something (“right-flanking”)."""
    last = piece.text[-1]
    return not last.isspace() and (last.isalnum() or not piece.after.isalnum())


MOST_COLUMNS = 30
"""Columns over which a cell goes at most."""
MOST_FILLED = 10_000
"""Cells without a text that a table has at most: readers fill up short rows too."""


class Grid:
    """The rows of a table. Markdown merges no cells: the text of a merged one stands in its first place."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._until: dict[int, int] = {}
        """The last row into which a cell of each column goes down."""
        self._left = MOST_FILLED

    def row(self) -> None:
        """Begin a row."""
        self._rows.append([])
        self._skip()

    def cell(self, text: str, across: str, down: str) -> None:
        """Put a cell into the row; `across` and `down` are its `colspan` and `rowspan`."""
        if not self._rows:
            self.row()
        row, last = self._rows[-1], len(self._rows) - 2 + _span(down)
        for number in range(min(_span(across), MOST_COLUMNS)):
            if number:
                if not self._left:
                    break
                self._left -= 1
            self._until[len(row)] = last
            row.append("" if number else text)
        self._skip()

    def _skip(self) -> None:
        """Pass over what cells of rows above take up."""
        row, number = self._rows[-1], len(self._rows) - 1
        while self._left > 0 and self._until.get(len(row), -1) >= number:
            self._left -= 1
            row.append("")

    def text(self) -> str:
        """The table as Markdown; "" where it holds nothing."""
        rows = [row for row in self._rows if any(row)]
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        filled = rows if width * len(rows) <= MOST_FILLED else rows[:1]
        for row in filled:
            row.extend([""] * (width - len(row)))
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        lines.insert(1, "|" + " --- |" * width)
        return "\n".join(lines)


def _span(said: str) -> int:
    """What `colspan` or `rowspan` says; 1 where it says nothing that could be."""
    return max(1, int(said)) if said.isascii() and said.isdecimal() and len(said) < 6 else 1


def laid_out(blocks: Sequence[Block]) -> str:
    """Blocks as a text: items one below the other, all else apart by an empty line."""
    lines: list[str] = []
    indents = [0]
    numbers: list[tuple[Block, int]] = []
    before: Block | None = None
    for block in blocks:
        tight = before is not None and block.kind == before.kind == "item"
        if block.kind == "item":
            depth = min(block.depth, len(indents))
            del indents[depth:]
            last = numbers[depth - 1] if depth <= len(numbers) else None
            number = block.number
            if last and number and last[0].number and last[0].list == block.list:
                number = last[1] + 1
            numbers = [*numbers[: depth - 1], (block, number)]
            marker = f"{number}. " if number else "- "
            if last and depth == 1:
                tight = tight and bool(last[0].number) == bool(number)
            indent = indents[depth - 1]
            indents.append(indent + len(marker))
        else:
            depth = min(block.depth, len(indents) - 1)
            del indents[depth + 1 :]
            marker, indent = "", indents[depth]
            del numbers[depth:]
        quotes = "> " * block.quotes
        if before is not None and not tight:
            lines.append(("> " * min(block.quotes, before.quotes)).rstrip())
        text = _fenced(block.text) if block.kind == "code" else block.text
        for row, line in enumerate(text.split("\n")):
            lead = " " * indent + (" " * len(marker) if row else marker)
            lines.append(f"{quotes}{lead}{line}".rstrip(" "))
        before = block
    return "\n".join(lines) + "\n" if lines else ""


def _fenced(code: str) -> str:
    fence = "`" * max(3, max((len(run) for run in re.findall(r"`+", code)), default=0) + 1)
    return f"{fence}\n{code}\n{fence}"
