"""Character references: what « &eacute; » and « &#233; » stand for, and where each character stands."""

import re
from functools import lru_cache
from html.entities import html5

from seo_audit.lazy import regex
from seo_audit.parsing.html.tree import Pieces

_REFERENCE = regex(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z][a-zA-Z0-9]*+;?)|\r\n")
_LINE_END = regex(r"\r\n")
_LONGEST = max(map(len, html5))


def attribute_value(text: str) -> str:
    """The characters that an attribute's value stands for."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(_replaced, text) if "&" in text else text


def _replaced(match: re.Match[str]) -> str:
    reference = match[0]
    value, used = _resolve(reference)
    if not used or _goes_on(match.string, match.start(), reference[:used]):
        return reference
    return value + reference[used:]


def decode(
    text: str, start: int, *, raw: bool = False, attribute: bool = False
) -> tuple[str, Pieces]:
    """The characters that a part of the source stands for, and where each one stands.

    Args:
        text: the part.
        start: its source offset.
        raw: whether it holds no character references, as in scripts and styles.
        attribute: whether it is an attribute's value, where “&copy=1” and “&notit” are no references.
    """
    if raw and "\r" not in text:
        return text, ((0, start, start + len(text)),) if text else ()
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    index = literal = 0
    for match in (_LINE_END if raw else _REFERENCE).finditer(text):
        reference = match[0]
        value, used = ("\n", 2) if reference == "\r\n" else _resolve(reference)
        before = match.start()
        if not used or (attribute and _goes_on(text, before, reference[:used])):
            continue
        if before > literal:
            parts.append(text[literal:before].replace("\r", "\n"))
            pieces.append((index, start + literal, start + before))
            index += before - literal
        parts.append(value)
        pieces.append((index, start + before, start + before + used))
        index += len(value)
        literal = before + used
    if literal < len(text):
        parts.append(text[literal:].replace("\r", "\n"))
        pieces.append((index, start + literal, start + len(text)))
    return "".join(parts), tuple(pieces)


def _goes_on(text: str, start: int, reference: str) -> bool:
    """Whether a name without a semicolon is followed by what makes it a part of an address."""
    if reference[-1] == ";" or reference[1] == "#":
        return False
    end = start + len(reference)
    following = text[end : end + 1]
    return following == "=" or (following.isascii() and following.isalnum())


@lru_cache(maxsize=1024)  # pages use a few, again and again
def _resolve(reference: str) -> tuple[str, int]:
    """The characters of a reference and how much of it they take; ("", 0) when it is none."""
    if reference[1] == "#":
        return _numbered(reference[2:].rstrip(";")), len(reference)
    for length in range(min(len(reference) - 1, _LONGEST), 1, -1):
        value = html5.get(reference[1 : length + 1], "")
        if value:
            return value, length + 1
    return "", 0


def _numbered(digits: str) -> str:
    """The character of a number, hexadecimal behind an x (13.2.5.80 “Numeric character reference end”)."""
    hexadecimal = digits[0] in "xX"
    digits = (digits[1:] if hexadecimal else digits).lstrip("0")
    # more digits than any character has; and int() refuses thousands of them
    number = int(digits or "0", 16 if hexadecimal else 10) if len(digits) < 8 else 0x110000
    if 0x80 <= number <= 0x9F:
        value = bytes((number,)).decode("windows-1252", "replace")
        return chr(number) if value == "\ufffd" else value
    if not number or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    return chr(number)
