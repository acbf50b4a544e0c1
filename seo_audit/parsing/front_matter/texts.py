"""Where the characters of a value stand that is written with escapes, quotation marks and line ends."""

from seo_audit.document import Text
from seo_audit.lazy import regex
from seo_audit.parsing.flow import Characters
from seo_audit.parsing.front_matter.nodes import LINE_END

_WHITE = regex(r"[ \t\r\n]+")


ESCAPE = regex(
    r"\\(?:\r\n|\n|\r|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
)


def aligned(text: str, start: int, end: int, value: str, quote: str = "") -> Text:
    """A string as it is read, each character with its place; all from the whole if they do not match."""
    if text[start:end] == value and not _WHITE.search(value.replace(" ", "")):
        characters = Characters()
        characters.write(value, start, end)
        return characters.text()
    characters = Characters()
    at, number = start, 0
    while number < len(value):
        step = _step(text, at, end, value, number, quote)
        if step is None:
            characters = Characters()
            characters.write(" ".join(value.split()), start, end)
            break
        taken, low, at = step
        characters.write(value[number : number + taken], low, at)
        number += taken
    return characters.text()


def _step(  # noqa: PLR0917  two texts, a place in each, and how the first is quoted
    text: str, at: int, end: int, value: str, number: int, quote: str
) -> tuple[int, int, int] | None:
    """How many characters of the value come next, and where they stand in the source.

    None when the two do not match.
    """
    while quote == '"' and text.startswith("\\", at) and (escape := ESCAPE.match(text, at, end)):
        read = unescaped(escape[0])
        if read:
            matches = value.startswith(read, number)
            return (len(read), escape.start(), escape.end()) if matches else None
        white = _WHITE.match(text, escape.end(), end)  # an escaped line end and its indentation
        at = white.end() if white else escape.end()
    white = _WHITE.match(text, at, end)
    if after := _WHITE.match(value, number):
        if white is None:
            return None
        if quote != '"':
            return len(after[0]), at, white.end()
        taken = _folded(white[0], after[0])
        return taken, at, at + taken if white[0][:taken] == after[0][:taken] else white.end()
    if white and not number:
        at = white.end()  # the indentation of a block
    if quote == "'" and text.startswith("''", at) and value[number] == "'":
        return 1, at, at + 2
    return (1, at, at + 1) if at < end and text[at] == value[number] else None


def _folded(white: str, after: str) -> int:
    """How many of the spaces of a double-quoted string this white space stands for.

    Others may follow as escapes: they cannot be told apart by the string alone.
    """
    lines = len(LINE_END.findall(white))
    kept = LINE_END.sub("\n", white)
    if not lines or after.startswith(kept):
        return min(len(kept), len(after))
    return min(max(lines - 1, 1), len(after))


def unescaped(escape: str) -> str:
    """What an escape of a double-quoted string stands for; "" for an escaped line end."""
    if escape[1] in "xuU":
        if len(escape) == 12:
            high, low = int(escape[2:6], 16), int(escape[8:12], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        digits = escape[2:]
        code = int(digits, 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if escape[1] in "\r\n":
        return ""
    return _ESCAPES.get(escape[1], escape[1])


_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
