"""JSON text for people and machines: some levels an item a line, nothing a terminal would obey."""

import json
import re
from typing import Any

from seo_audit.rendering.escaping import INVISIBLE


def dumps(value: Any, margin: int = 0, depth: int = 2) -> str:
    """JSON text, `depth` levels of it an item a line, what is deeper in one line.

    It is indented by two, and moved right by `margin` spaces from its second line on. Characters a
    terminal or an editor would obey stay escaped, lone surrogates become U+FFFD.
    """
    return _tamed(_indented(value, margin, depth))


def _indented(value: Any, margin: int, depth: int) -> str:
    # the standard encoder is fast only where it need not indent
    if not depth or not value or not isinstance(value, dict | list | tuple):
        return _encode(value)
    inner = "\n" + " " * (margin + 2)
    if isinstance(value, dict):
        items = [
            f"{_encode(str(k))}: {_indented(v, margin + 2, depth - 1)}" for k, v in value.items()
        ]
        return "{" + inner + f",{inner}".join(items) + "\n" + " " * margin + "}"
    items = [_indented(one, margin + 2, depth - 1) for one in value]
    return "[" + inner + f",{inner}".join(items) + "\n" + " " * margin + "]"


def compact(value: Any) -> str:
    """JSON text in one line, with the same escapes."""
    return _tamed(_encode(value))


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _tamed(text: str) -> str:
    # such characters stand within strings only, but for the ends of our own lines
    return INVISIBLE.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\n":
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return json.dumps(char)[1:-1]
