"""JSON-LD of a page: read, with the place of what cannot be, and made a flat list of its things."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from seo_audit.document import Document, Text
from seo_audit.lazy import regex
from seo_audit.source import Span

ARTICLES = frozenset(
    {
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "TechArticle",
        "ScholarlyArticle",
        "LiveBlogPosting",
    }
)
"""Types of schema.org that Google treats as articles, and their kin."""

OTHERS = frozenset(
    {
        *("Answer", "AudioObject", "Comment", "CorrectionComment", "ImageObject", "Question"),
        *("Quotation", "Review", "UserComments", "VideoObject"),
    }
)
"""Types of things on a page whose author and date are not the article's."""

DEEPEST = 100
"""Levels of nesting read; what lies deeper is no article's data."""


MOST_NESTED = 500
"""Levels of nesting of a script that is read at all: how many Python’s parser takes depends on its version."""

TOO_DEEP = "too deep or too large"


class Thing(Struct, frozen=True):
    """An object with a type, the script that holds it, and where in the script it stands."""

    types: frozenset[str]
    properties: Mapping[str, Any]
    script: Text
    start: int
    end: int

    def text(self, name: str) -> str:
        """A property's text; empty when it is missing or no text. Of several, the first."""
        value = self.properties.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        return value.strip() if isinstance(value, str) else ""

    def has(self, name: str) -> bool:
        """Whether a property is there and says something."""
        return self.properties.get(name) not in (None, "", [], {})

    def names(self, name: str) -> bool:
        """Whether a property names somebody: a text, or a thing with a name or an address."""
        value = self.properties.get(name)
        return any(map(_is_named, value if isinstance(value, list) else [value]))


def _is_named(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_is_named, (value.get(key) for key in ("name", "@id", "url"))))
    if isinstance(value, list):
        return any(isinstance(one, str) and one.strip() for one in value)
    return isinstance(value, str) and bool(value.strip())


class SyntaxFault(Struct, frozen=True):
    """A script that is not JSON: what is wrong, and where."""

    reason: str
    span: Span | None


def read(document: Document) -> tuple[tuple[Thing, ...], tuple[SyntaxFault, ...]]:
    """The things that the page's JSON-LD scripts describe, and the scripts that are not JSON."""
    scripts = document.head.scripts if document.head else ()
    if not scripts:
        return (), ()
    import json  # noqa: PLC0415  few articles have any

    things: list[Thing] = []
    faults: list[SyntaxFault] = []
    for script in scripts:
        start, end = _content(script.value)
        if start >= end:
            continue
        if _is_too_deep(script.value[start:end]):
            faults.append(SyntaxFault(TOO_DEEP, script.span(start, start + 1)))
            continue
        closed: list[dict[str, Any]] = []
        try:
            data = json.loads(
                script.value[start:end], strict=False, object_pairs_hook=_keeping(closed)
            )
        except json.JSONDecodeError as error:
            at = min(start + error.pos, len(script.value) - 1)
            faults.append(SyntaxFault(error.msg, script.span(at, at + 1)))
        except (RecursionError, ValueError):
            faults.append(SyntaxFault(TOO_DEEP, script.span(start, start + 1)))
        else:
            things.extend(_things(data, script, _places(script.value, start, closed)))
    return tuple(things), tuple(faults)


Pairs = list[tuple[str, Any]]


def _keeping(closed: list[dict[str, Any]]) -> Callable[[Pairs], dict[str, Any]]:
    """What makes objects of JSON, and keeps them in the order in which they end."""

    def made(pairs: Pairs) -> dict[str, Any]:
        closed.append(dict(pairs))
        return closed[-1]

    return made


_BRACE = regex(r'"(?:[^"\\]++|\\.)*+"|[{}]', re.DOTALL)


def _places(
    text: str, start: int, closed: Iterable[dict[str, Any]]
) -> Mapping[int, tuple[int, int]]:
    """Where objects stand in a script, by their identity; `closed` holds them in the order in which they end."""
    places: dict[int, tuple[int, int]] = {}
    ending = iter(closed)
    open_at: list[int] = []
    for match in _BRACE.finditer(text, start):
        if match[0] == "{":
            open_at.append(match.start())
        elif match[0] == "}" and open_at:
            one = next(ending, None)
            if one is None:
                break
            places[id(one)] = (open_at.pop(), match.end())
    return places


_BEFORE = regex(r"(?:\s|<!--|/\*|\*/|//|<!\[CDATA\[)*")
_AFTER = ("-->", "//", "]]>", "/*", "*/")


def _content(text: str) -> tuple[int, int]:
    """The script without the comment or CDATA marks that old pages put around it."""
    match = _BEFORE.match(text)
    start, end = match.end() if match else 0, len(text)
    while start < end:
        while start < end and text[end - 1].isspace():
            end -= 1
        mark = next((mark for mark in _AFTER if text.endswith(mark, start, end)), None)
        if mark is None:
            break
        end -= len(mark)
    return start, end


_NESTING = regex(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def _is_too_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= MOST_NESTED:
        return False
    depth = 0
    for match in _NESTING.finditer(text):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > MOST_NESTED:
            return True
    return False


def _things(data: Any, script: Text, places: Mapping[int, tuple[int, int]]) -> Iterator[Thing]:
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            continue
        if isinstance(value, list):
            waiting.extend((one, depth + 1) for one in reversed(value))
        elif isinstance(value, dict):
            types = value.get("@type")
            names = types if isinstance(types, list) else [types]
            found = frozenset(_name(name) for name in names if isinstance(name, str))
            if found:
                yield Thing(found, value, script, *places[id(value)])
            waiting.extend((one, depth + 1) for one in reversed(list(value.values())))


def _name(name: str) -> str:
    """A type's name without its vocabulary's address."""
    return name.rstrip("/").replace("#", "/").rpartition("/")[2].removeprefix("schema:")
