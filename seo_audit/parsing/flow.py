"""Builds blocks, links and images from pieces of text that know their place.

Private to the parsers: mutable while one document is read, then turned into the frozen document.
"""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Frame, Image, Link, Mark, Run, Text
from seo_audit.lazy import regex
from seo_audit.source import Span

_WHITE = regex(r"[ \t\n\r\f\v]+")
_UNEVEN = regex(r"[\t\n\r\f\v]|  ")


class Characters:
    """Collects text: white space collapses to one space, and every character keeps its place."""

    __slots__ = ("_collapse", "_parts", "_pending", "_runs", "ignored", "length")

    def __init__(self, ignored: str = "", *, collapse: bool = True) -> None:
        self.ignored = ignored
        """A character that stands for nothing (it fills the place of blanked markup)."""
        self.length = 0
        self._collapse = collapse
        self._parts: list[str] = []
        self._runs: list[list[int]] = []
        self._pending: tuple[str, int, int] | None = None

    @property
    def next_index(self) -> int:
        """Index that the next visible character will have."""
        return self.length + (1 if self._pending else 0)

    def write(self, value: str, start: int, end: int) -> None:
        """Add characters that stand at `source[start:end]`: one for one when equally long."""
        if not self._collapse:
            self._append(value, start, end)
        elif self.ignored and self.ignored in value:
            self._write_around(value, start)
        elif end - start != len(value):
            if value.strip(" \t\n\r\f\v"):
                self._visible(value, start, end)
            else:
                self.space(start, end)
        elif _UNEVEN.search(value):
            self._write_uneven(value, start)
        else:
            self._write_even(value, start)

    def _write_even(self, value: str, start: int) -> None:
        """Add text whose only white space is single spaces."""
        words = value.strip(" ")
        if not words:
            self.space(start, start + len(value))
            return
        if value[0] == " ":
            self.space(start, start + 1)
            start += 1
        self._visible(words, start, start + len(words))
        if value[-1] == " ":
            self.space(start + len(words), start + len(words) + 1)

    def _write_uneven(self, value: str, start: int) -> None:
        at = 0
        for match in _WHITE.finditer(value):
            if match.start() > at:
                self._visible(value[at : match.start()], start + at, start + match.start())
            self.space(start + match.start(), start + match.end())
            at = match.end()
        if at < len(value):
            self._visible(value[at:], start + at, start + len(value))

    def space(self, start: int, end: int) -> None:
        """Add white space; it counts once, and not at all at the ends or beside a line break."""
        if not self.length:
            return
        if self._pending is None:
            self._pending = (" ", start, end)
        elif self._pending[2] == start and self._pending[0] == " ":
            self._pending = (self._pending[0], self._pending[1], end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break the author asked for."""
        if self.length and (self._pending is None or self._pending[0] == " "):
            self._pending = ("\n", start, end)

    def text(self) -> Text:
        """What was collected."""
        return Text("".join(self._parts), tuple(Run(*run) for run in self._runs))

    def _write_around(self, value: str, start: int) -> None:
        at = 0
        for part in value.split(self.ignored):
            if part:
                self.write(part, start + at, start + at + len(part))
            at += len(part) + 1

    def _visible(self, value: str, start: int, end: int) -> None:
        if self._pending:
            self._append(*self._pending)
            self._pending = None
        self._append(value, start, end)

    def _append(self, value: str, start: int, end: int) -> None:
        if not value:
            return
        one_for_one = end - start == len(value)
        if self._runs:
            last = self._runs[-1]
            if one_for_one and last[2] == start and last[2] - last[1] == self.length - last[0]:
                last[2] = end
                self._parts.append(value)
                self.length += len(value)
                return
        self._runs.append([self.length, start, end])
        self._parts.append(value)
        self.length += len(value)


class _OpenLink(Struct):
    href: Text
    start: int
    label: str
    rel: frozenset[str]
    alts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What names the link to those who hear it, where it holds no text."""
    block: int | None = None
    low: int = 0
    high: int = 0


class _OpenBlock(Struct):
    kind: BlockKind
    level: int
    start: int
    language: str | None
    characters: Characters
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    links: list[_OpenLink] = field(default_factory=list)
    """Links whose text begins in this block, in the order they were opened."""


class Flow:
    """A document while it is read."""

    def __init__(self, ignored: str, source: str) -> None:
        self.ignored = ignored
        self._source = source
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.frames: list[Frame] = []
        self.ids: set[str] = set()
        self.kinds: list[BlockKind] = []
        self.languages: list[str] = []
        self._links: list[tuple[_OpenLink, int]] = []
        self._open: _OpenBlock | None = None
        self._link: _OpenLink | None = None
        self._marks: list[tuple[str, str, int]] = []

    @property
    def kind(self) -> BlockKind:
        """Kind of a paragraph at this place."""
        return self.kinds[-1] if self.kinds else BlockKind.PARAGRAPH

    @property
    def is_open(self) -> bool:
        """Whether a block is being written."""
        return self._open is not None

    def begin(self, kind: BlockKind, start: int, level: int = 0) -> None:
        """Start a block; one still open ends here."""
        self.finish(start)
        language = self.languages[-1] if self.languages else None
        self._open = _OpenBlock(
            kind,
            level,
            start,
            language,
            Characters(self.ignored, collapse=kind is not BlockKind.CODE),
        )
        self._marks = [(name, value, 0) for name, value, _ in self._marks]
        if self._link is not None and self._link.block is None:
            self._attach(self._link, self._open)

    def finish(self, end: int) -> None:
        """End the open block, if any: one without text is dropped unless it is a heading."""
        block = self._open
        if block is None:
            return
        for name, value, start in self._marks:
            self._mark(block, name, value, start)
        self._marks = [(name, value, 0) for name, value, _ in self._marks]
        if self._link is not None and self._link.block == len(self.blocks):
            self._link.high = block.characters.length
        self._open = None
        text = block.characters.text()
        if block.kind is BlockKind.CODE:
            text = _trimmed(text)
        if not text.value and block.kind is not BlockKind.HEADING:
            for link in block.links:
                link.block = None
            return
        marks = block.marks
        while end > block.start and self._source[end - 1] in " \t\r\n":
            end -= 1
        self.blocks.append(
            Block(
                block.kind,
                text,
                Span(block.start, max(end, block.start)),
                block.level,
                block.language,
                tuple(marks.get("strong", ())),
                tuple(marks.get("code", ())),
                tuple(marks.get("foreign", ())),
                tuple(marks.get("emphasis", ())),
            )
        )

    def write(self, value: str, start: int, end: int) -> None:
        """Add text to the open block."""
        if self._open is not None:
            self._open.characters.write(value, start, end)

    def space(self, start: int, end: int) -> None:
        """Add a space to the open block."""
        if self._open is not None:
            self._open.characters.space(start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break to the open block."""
        if self._open is not None:
            self._open.characters.line_break(start, end)

    def open_mark(self, name: str, value: str = "") -> None:
        """Start a mark (« strong », « code », « foreign », « emphasis »)."""
        self._marks.append((name, value, self._open.characters.next_index if self._open else 0))

    def close_mark(self, name: str) -> None:
        """End the innermost mark of this name."""
        for number in range(len(self._marks) - 1, -1, -1):
            if self._marks[number][0] == name:
                _, value, start = self._marks.pop(number)
                if self._open is not None:
                    self._mark(self._open, name, value, start)
                return

    def open_link(self, href: Text, start: int, label: str = "", rel: Iterable[str] = ()) -> None:
        """Start a link; one still open ends here."""
        self.close_link(start)
        self._link = _OpenLink(href, start, label, frozenset(rel))
        if self._open is not None:
            self._attach(self._link, self._open)

    def close_link(self, end: int) -> None:
        """End the open link, if any."""
        link = self._link
        if link is None:
            return
        self._link = None
        if self._open is not None and link.block == len(self.blocks):
            link.high = self._open.characters.length
        self._links.append((link, end))

    def name_link(self, name: str) -> None:
        """Add what names the open link, if any: the label of an icon, the title of a drawing."""
        if self._link is not None and name:
            self._link.names.append(name)

    def image(self, image: Image) -> None:
        """Add an image."""
        if self._link is not None:
            image = replace(image, linked=True)
            if image.label or image.alt is not None:
                self._link.alts.append(image.label or (image.alt.value if image.alt else ""))
        self.images.append(image)

    def links(self) -> tuple[Link, ...]:
        """The links, once every block is finished."""
        found = []
        for link, end in self._links:
            block, low, high = link.block, link.low, link.high
            text = Text("")
            if block is not None and block < len(self.blocks):
                whole = self.blocks[block].text
                low, high = _narrow(whole.value, low, high)
                text = whole.slice(low, high) if low < high else text
            else:
                block, low, high = None, 0, 0
            found.append(
                Link(
                    link.href,
                    text,
                    Span(link.start, end),
                    link.label if text or not link.names else " ".join(link.names),
                    tuple(link.alts),
                    link.rel,
                    block,
                    low,
                    high,
                )
            )
        return tuple(found)

    def _attach(self, link: _OpenLink, block: _OpenBlock) -> None:
        link.block = len(self.blocks)
        link.low = link.high = block.characters.next_index
        block.links.append(link)

    @staticmethod
    def _mark(block: _OpenBlock, name: str, value: str, start: int) -> None:
        if start < block.characters.length:
            block.marks.setdefault(name, []).append(Mark(start, block.characters.length, value))


def _narrow(value: str, low: int, high: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    high = min(high, len(value))
    while low < high and value[low] in " \n":
        low += 1
    while high > low and value[high - 1] in " \n":
        high -= 1
    return low, max(low, high)


def _trimmed(text: Text) -> Text:
    """Code without its empty lines at both ends."""
    value = text.value.rstrip()
    start = len(value) - len(value.lstrip("\r\n"))
    return text.slice(start, len(value)) if value else Text("")
