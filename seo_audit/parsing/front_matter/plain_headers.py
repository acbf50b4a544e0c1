"""The headers of Pelican, Pandoc and Nikola, and lines of a header that cannot be read."""

import re

from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.nodes import LONGEST, Node
from seo_audit.parsing.front_matter.texts import aligned

_SIMPLE_PAIR = regex(
    r"""^(?P<key>[^\W\d][\w-]{0,40})[ \t]*[:=][ \t]*(?P<quote>["']?)(?P<value>[^\s"'|>\[{&*](?:[^"\r\n]*[^"'\s])?)(?P=quote)[ \t]*\r?$""",
    re.MULTILINE,
)


PANDOC = regex(
    r"(?=%[ \t]+\S)(?:%[^\r\n]*+(?:(?:\r\n|\n|\r)[ \t]+[^\s%][^\r\n]*+)*+(?:\r\n|\n|\r|\Z)){1,3}"
)


NIKOLA = regex(
    r"\s*<!--[ \t]*(?=\s*\.\.[ ]title:)(?P<lines>(?:\s*+\.\.[ ][\w-]{1,40}:[^\r\n]*+)++)\s*-->"
    r"[ \t]*(?:\r\n|\n|\r|\Z)"
)
_NIKOLA_PAIR = regex(r"\.\.[ ]([\w-]{1,40}):[ \t]*([^\r\n]*)")


PELICAN_FIRST = regex(
    r"(?:title|titre|date|category|tags|slug|authors?|auteurs?|auteur|summary|description|lang|language|langue|status|modified|keywords|template)"
    r"[ \t]*:[ \t]*\S",
    re.IGNORECASE,
)


PELICAN_LINE = regex(r"([^\W\d][\w -]{0,40}?)[ \t]*:(?:[ \t]+|$)", re.MULTILINE)


def read_pelican(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """`Key: value` lines; an indented line continues the one before."""
    keys = list(PELICAN_LINE.finditer(text, start, end))
    keys = [match for match in keys if match.start() == start or text[match.start() - 1] in "\r\n"]
    pairs = []
    for number, match in enumerate(keys):
        stop = keys[number + 1].start() if number + 1 < len(keys) else end
        low, high = match.end(), stop
        value = text[low:high]
        high -= len(value) - len(value.rstrip())
        value = " ".join(value.split())
        node = Node("scalar", low, high, value, aligned(text, low, high, value))
        pairs.append((Node("scalar", *match.span(1), match[1]), node))
    return pairs


def read_nikola(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """`.. key: value` lines within a comment."""
    pairs = []
    for match in _NIKOLA_PAIR.finditer(text, start, end):
        value = match[2].rstrip()
        low, high = match.start(2), match.start(2) + len(value)
        node = Node("scalar", low, high, value or None, aligned(text, low, high, value))
        pairs.append((Node("scalar", *match.span(1), match[1]), node))
    return pairs


def read_plain_pairs(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """What can be made out of an invalid header: lines with a key and a value on them."""
    pairs = []
    for match in _SIMPLE_PAIR.finditer(text, start, min(end, start + LONGEST)):
        low, high = match.span("value")
        node = Node("scalar", low, high, match["value"], aligned(text, low, high, match["value"]))
        pairs.append((Node("scalar", *match.span("key"), match["key"]), node))
    return pairs


_SCRIPT_PAIR = regex(
    r"""(?<![^\r\n])[ \t{]*(?P<name>["']?)(?P<key>[^\W\d][\w-]{0,40})(?P=name)[ \t]*:[ \t]*"""
    r"""(?:"(?P<double>[^"\\\r\n]*)"|'(?P<single>[^'\\\r\n]*)')[ \t]*,?[ \t}]*(?=[\r\n]|\Z)"""
)


def read_script_pairs(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """What can be made out of an object of JavaScript with code in it: lines with a key and a string."""
    pairs = []
    for match in _SCRIPT_PAIR.finditer(text, start, min(end, start + LONGEST)):
        name = "single" if match["double"] is None else "double"
        low, high = match.span(name)
        node = Node("scalar", low, high, match[name], aligned(text, low, high, match[name]))
        pairs.append((Node("scalar", *match.span("key"), match["key"]), node))
    return pairs


def read_pandoc(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """Lines that begin with `%`: title, authors, date."""
    pairs = []
    marks = list(re.finditer(r"(?:^|(?<=[\r\n]))%[ \t]*", text[start:end]))
    for name, number in zip(("title", "author", "date"), range(len(marks)), strict=False):
        low = start + marks[number].end()
        high = start + marks[number + 1].start() if number + 1 < len(marks) else end
        high = low + len(text[low:high].rstrip())
        if low >= high:
            continue
        value = " ".join(text[low:high].split())
        node = Node("scalar", low, high, value, aligned(text, low, high, value))
        pairs.append(
            (
                Node(
                    "scalar", start + marks[number].start(), start + marks[number].start() + 1, name
                ),
                node,
            )
        )
    return pairs
