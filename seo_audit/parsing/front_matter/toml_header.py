"""TOML headers."""

import re

from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.nodes import (
    LINE_END,
    OTHER,
    Known,
    Node,
    UnreadableError,
    plain_data,
)
from seo_audit.parsing.front_matter.texts import ESCAPE, aligned, unescaped
from seo_audit.toml.places import STRING, keys

_TOML_ESCAPE = regex(rf"\\(?:\r\n|\n|\r)[ \t\r\n]*|{ESCAPE.pattern}")


_TOML_TOKEN = regex(
    rf"(?P<string>{STRING})|(?P<open>[\[{{])|(?P<close>[\]}}])|#[^\r\n]*+", re.DOTALL
)


_TOML_PLACE = regex(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def _toml_offset(inside: str, message: str) -> int:
    place = _TOML_PLACE.search(message)
    if place is None or not place[1]:
        return len(inside) if place else 0
    lines = inside.split("\n")  # tomllib counts these only
    return min(
        sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1, len(inside)
    )


def _toml_value(text: str, start: int, end: int) -> Node:
    """The value that begins at `start`, with the strings it holds."""
    match = _TOML_TOKEN.match(text, start, end)
    if match is None:
        stop = re.compile(r"[ \t]*(?:#|\r|\n|\Z)").search(text, start, end)
        high = stop.start() if stop else end
        return Node("scalar", start, high, None, aligned(text, start, high, text[start:high]))
    if match["string"]:
        return _toml_string(text, match)
    items: list[Node] = []
    depth = 0
    for token in _TOML_TOKEN.finditer(text, start, end):
        if token["string"]:
            if depth == 1:
                items.append(_toml_string(text, token))
        elif token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
            if depth == 0:
                return Node("list", start, token.end(), items)
    return Node("list", start, end, items)


def _toml_string(text: str, match: re.Match[str]) -> Node:
    raw = match[0]
    mark = 3 if raw[:3] in ('"""', "'''") and len(raw) >= 6 else 1
    low, high = match.start() + mark, match.end() - mark
    if mark == 3 and (line_end := LINE_END.match(text, low, high)):
        low = line_end.end()
    value = text[low:high]
    if raw[0] == '"':
        value = _TOML_ESCAPE.sub(lambda escape: unescaped(escape[0]), value)
    return Node(
        "scalar",
        match.start(),
        match.end(),
        value,
        aligned(text, low, high, value, raw[0] if raw[0] == '"' else ""),
    )


def read_toml(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """The pairs of a TOML document: tomllib's values, with the places of its keys."""
    import tomllib  # noqa: PLC0415  only articles with such a header pay for it

    inside = re.sub(r"\r(?!\n)", "\n", text[start:end])
    try:
        data = tomllib.loads(inside)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(OTHER[0], start + _toml_offset(inside, str(error))) from error
    nodes: dict[str, tuple[Node, Node]] = {}
    done = 0
    for found in keys(inside):
        if found.start < done:
            continue  # within a value
        name, low, high = str(found.path[0]), start + found.start, start + found.end
        if found.value is None:
            key = Node("scalar", low, high, name)
            nodes.setdefault(name, (key, Node("table", low, high, [])))
            continue
        value = _toml_value(text, start + found.value, end)
        done = value.end - start
        own = str(found.path[-1])
        if len(found.path) == 1:
            nodes[name] = (Node("scalar", low, high, name), value)
        else:
            key = Node("scalar", low, high, name)
            nodes.setdefault(name, (key, Node("table", low, value.end, [])))
            nodes[name][1].value += [Node("scalar", low, high, own), value]
    for name, (_, node) in nodes.items():
        if name in data:
            node.value = Known(plain_data(data[name]), node.value)
    return [pair for name, pair in nodes.items() if name in data]
