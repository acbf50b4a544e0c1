"""Lines that fit a terminal: colours, widths in columns, wrapping."""

import unicodedata
from collections.abc import Iterable, Iterator

from seo_audit.rendering.summary import View
from seo_audit.rule import Severity

_CODES = {
    "bold": "1",
    "dim": "2",
    "place": "1;4",
    "good": "32",
    "middling": "33",
    "bad": "31",
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}


def styled(text: str, style: str, view: View) -> str:
    """A text in a style, where colours are asked for."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if view.color and text else text


def dimmed(lines: Iterable[str], view: View) -> Iterator[str]:
    """Lines that step back."""
    return (styled(line, "dim", view) for line in lines)


def hanging(head: str, texts: list[str], style: str, view: View) -> Iterator[str]:
    """Texts one under the other, after a head."""
    indent = text_width(head)
    for text in texts:
        for line in wrap(text, max(view.width - indent, 20)):
            yield styled(head, style, view) + line
            head = " " * indent


def unbroken(text: str) -> str:
    """A text that no line breaks."""
    return text.replace(" ", "\u00a0")


def text_width(text: str) -> int:
    """Columns of a text on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """The beginning of a text, with an ellipsis when it does not fit."""
    if text_width(text) <= width:
        return text
    return beginning(text, max(width - 1, 0)) + "…"


def cut_left(text: str, width: int) -> str:
    """The end of a text, with an ellipsis when it does not fit: of a path the end says most."""
    if text_width(text) <= width:
        return text
    return "…" + beginning(text[::-1], max(width - 1, 0))[::-1]


def beginning(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    used = 0
    for index, char in enumerate(text):
        used += _columns(char)
        if used > width:
            return text[:index]
    return text


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, broken at spaces, never at no-break ones; long words are cut."""
    line, used = "", 0
    for word in text.split(" "):
        size = text_width(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            yield line
        while size > width:
            piece = beginning(word, width) or word[0]
            yield piece
            word = word[len(piece) :]  # noqa: PLW2901  what is left of it
            size = text_width(word)
        line, used = word, size
    if line:
        yield line
