"""Lines and characters as the Language Server Protocol counts them, and offsets into a text."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from seo_audit.lazy import regex

Encoding = Literal["utf-8", "utf-16", "utf-32"]
"""What a character of a position is: a byte, a unit of 16 bits, or a code point."""

_LINE_ENDS = regex(r"\r\n|\r|\n")
_SURROGATES = regex("[\ud800-\udfff]")


class Position(Struct, frozen=True, order=True):
    """A line and a character in it, both counted from 0."""

    line: int
    character: int


class Extent(Struct, frozen=True):
    """From a position to another, exclusive."""

    start: Position
    end: Position


class Lines:
    """A text by lines. Only CR LF, LF and CR end one, whatever Python's `splitlines` takes for a line end."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *(match.end() for match in _LINE_ENDS.finditer(text))]
        self._last = (0, 0, 0)
        """Where the last position asked for stood: its line, its offset, its character."""

    def offset(self, position: Position) -> int:
        """The offset of a position; beyond the end of its line that end, beyond the last line the text's."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._line(max(position.line, 0))
        character = max(position.character, 0)
        # as long as what stands for it, and no fault to a decoder
        line = _SURROGATES.sub("\ufffd", self.text[start:end])
        if self.encoding == "utf-32" or line.isascii():
            return min(start + character, end)
        if self.encoding == "utf-8":
            units = line.encode()[:character]
            return start + len(units.decode("utf-8", "ignore"))
        units = line.encode("utf-16-le")[: 2 * character]
        return start + len(units.decode("utf-16-le", "ignore"))

    def position(self, offset: int) -> Position:
        """The position of an offset. Asked in the order of the text, all of them take one walk over it."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        known_line, known, character = self._last
        if line != known_line or offset < known:
            known, character = self._starts[line], 0
        character += _units(self.text[known:offset], self.encoding)
        self._last = (line, offset, character)
        return Position(line, character)

    def extent(self, start: int, end: int) -> Extent:
        """Two offsets as positions."""
        return Extent(self.position(start), self.position(max(start, end)))

    def line_start(self, offset: int) -> int:
        """Where the line begins that holds an offset."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _line(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends, its line end left out."""
        start = self._starts[number]
        if number + 1 == len(self._starts):
            return start, len(self.text)
        end = self._starts[number + 1] - 1
        return start, end - (end > start and self.text[end - 1 : end + 1] == "\r\n")


def _units(text: str, encoding: Encoding) -> int:
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
