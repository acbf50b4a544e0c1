"""How wide a text is in Arial, the font of the result page, and where it would be cut.

The widths are those of Liberation Sans, drawn to Arial's metrics (`arial_widths.txt` says from where).
Kerning is ignored: a browser may draw a title a few pixels narrower.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from seo_audit.french.word_lists import lines
from seo_audit.lazy import regex

UNITS = 2048
"""Units of the table to the font size (em)."""

UNKNOWN = 1139
"""A character the table lacks counts as a figure or a lower-case letter: 0.556 em."""

ELLIPSIS = "…"

TITLE_PX, TITLE_SIZE = 580, 20
DESCRIPTION_PX, DESCRIPTION_MOBILE_PX, DESCRIPTION_SIZE = 920, 680, 14
"""Widths of Google's result page and font sizes, in CSS pixels, as the trade measures them; Google gives no limits."""

_BREAK = regex(r"[ \t\r\n][^ \t\r\n]*\Z")
_LONGEST_WORD = 24
"""Characters: a longer last word is cut inside rather than left out whole."""


def width(text: str, size_px: float) -> float:
    """Width of a text on one line, in CSS pixels, at a font size in CSS pixels.

    Each white-space character but the no-break ones counts as a space; combining and invisible
    characters count nothing; wide ones (Chinese, emoji) a whole em.
    """
    widths = _widths()
    return sum(widths[char] if char in widths else _estimate(char) for char in text) * (
        size_px / UNITS
    )


def cut(text: str, size_px: float, maximum_px: float) -> str:
    """The text, or as much of its start as fits with an ellipsis after it.

    It is cut between words, as the result page does; inside a word only where the word is very long.
    Empty when not even the ellipsis fits.
    """
    room = maximum_px * UNITS / size_px
    widths = _widths()
    reached = accumulate(widths[char] if char in widths else _estimate(char) for char in text)
    with_ellipsis = room - widths[ELLIPSIS]
    kept = 0
    for index, end in enumerate(reached):
        if end > room:
            break
        if end <= with_ellipsis:
            kept = index + 1
    else:
        return text
    if with_ellipsis < 0:
        return ""
    while kept and unicodedata.combining(text[kept]):
        kept -= 1  # a letter keeps its accents
    start = text[:kept]
    if text[kept : kept + 1] not in (" ", "\n", "\t", "\r"):
        last = _BREAK.search(start, max(0, kept - _LONGEST_WORD))
        start = start[: last.start()] if last else start
    return start.rstrip(" \t\r\n,;:–—-") + ELLIPSIS


@cache
def _widths() -> Mapping[str, int]:
    """Character → width in units, read when first asked for."""
    table: dict[str, int] = {}
    for line in lines(__package__, "arial_widths.txt"):
        units, _, ranges = line.partition("\t")
        for item in ranges.split():
            first, _, last = item.partition("-")
            codes = range(int(first, 16), int(last or first, 16) + 1)
            table.update(dict.fromkeys(map(chr, codes), int(units)))
    # line ends and tabs are drawn as a space; a soft hyphen shows only at a line's end
    table.update(dict.fromkeys("\t\n\r\f", table[" "]))
    table["\xad"] = 0
    return table


def _estimate(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return UNITS
    plain = unicodedata.normalize("NFKC", char)  # U+2011 is a hyphen, ﬃ three letters
    widths = _widths()
    return sum(widths.get(each, UNKNOWN) for each in plain) if plain != char else UNKNOWN
