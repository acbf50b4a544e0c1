"""Trees of other parsers in the format of html5lib-tests, that project's tests, and tag soup to try parsers with."""

import random
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString
from msgspec import Struct

_PREFIXES = {"http://www.w3.org/2000/svg": "svg ", "http://www.w3.org/1998/Math/MathML": "math "}


class Conformance(Struct, frozen=True):
    """A test of html5lib-tests."""

    file: str
    markup: str
    expected: str


def conformance_tests(folder: Path) -> Iterator[Conformance]:
    """Those of a folder “tree-construction” that need neither scripts nor a fragment's context."""
    for path in sorted(folder.glob("*.dat")):
        text = path.read_bytes().decode("utf-8")
        for block in re.split(r"(?:^|\n\n)(?=#data\n)", text):
            if "\n#document-fragment\n" in block or "\n#script-on\n" in block:
                continue
            head, found, document = block.partition("\n#document\n")
            if found:
                markup = re.split(r"\n#(?:new-)?errors(?:\n|$)", head.removeprefix("#data\n"))[0]
                yield Conformance(path.name, markup, document.rstrip("\n"))


def turbohtml_dump(markup: str) -> str:
    """What turbohtml makes of a page."""
    import turbohtml

    lines: list[str] = []
    waiting: list[tuple[int, Any]] = [(0, node) for node in _children(turbohtml.parse(markup))]
    while waiting:
        depth, node = waiting.pop()
        indent = "| " + "  " * depth
        kind = type(node).__name__
        if kind == "Element":
            lines.append(f"{indent}<{_turbohtml_name(node)}>")
            lines += sorted(f'{indent}  {name}="{value}"' for name, value in _attributes(node))
            waiting += [(depth + 1, child) for child in _children(node)]
        elif kind == "DocumentFragment":
            lines.append(f"{indent}content")
            waiting += [(depth + 1, child) for child in _children(node)]
        elif kind == "Text":
            lines.append(f'{indent}"{node.text}"')
        elif kind == "ProcessingInstruction":
            lines.append(f"{indent}<!-- processing instruction -->")
        elif kind == "Comment":
            lines.append(f"{indent}<!-- {node.text} -->")
        else:
            ids = f' "{node.public_id or ""}" "{node.system_id or ""}"'
            written = node.public_id is not None or node.system_id is not None
            lines.append(f"{indent}<!DOCTYPE {node.name}{ids if written else ''}>")
    return "\n".join(lines)


def _children(node: Any) -> list[Any]:
    return list(node.children)[::-1]


def _turbohtml_name(node: Any) -> str:
    return {"HTML": "", "SVG": "svg ", "MATHML": "math "}[node.namespace.name] + str(node.tag)


def _attributes(node: Any) -> Iterator[tuple[str, str]]:
    for name, value in node.attrs.items():
        text = " ".join(value) if isinstance(value, list) else str(value or "")
        if node.namespace.name == "HTML":
            yield name, text
        else:
            yield _spaced(name), text


def _spaced(name: str) -> str:
    """A foreign attribute's name as dumps have it: “xlink href”."""
    return re.sub(r"^(xlink|xml|xmlns):", r"\1 ", name)


def without_comments(dump: str) -> str:
    """A dump that holds elements and texts alone: texts that only comments part are one."""
    items: list[str] = []
    for line in dump.split("\n"):
        if line.startswith("| "):
            items.append(line)
        else:
            items[-1] += "\n" + line
    kept: list[str] = []
    for item in items:
        mark = item[2:].lstrip(" ")
        if mark.startswith(("<!--", "<!DOCTYPE")):
            continue
        if mark.startswith('"') and kept:
            indent = item[: len(item) - len(mark)]
            if kept[-1].startswith(indent + '"'):
                kept[-1] = kept[-1][:-1] + mark[1:]
                continue
        kept.append(item)
    return "\n".join(kept)


def soup_dump(markup: str, parser: str) -> str:
    """What Beautiful Soup makes of a page by one of its parsers; without comments and doctypes."""
    if parser == "html5ever":
        import soup5ever  # noqa: F401  it registers itself
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(markup, parser, multi_valued_attributes=None)
    lines: list[str] = []
    waiting: list[tuple[int, Any]] = [(0, child) for child in soup.contents[::-1]]
    while waiting:
        depth, node = waiting.pop()
        indent = "| " + "  " * depth
        if isinstance(node, Tag):
            prefix = _PREFIXES.get(node.namespace or "", "")
            lines.append(f"{indent}<{prefix}{node.name}>")
            attributes = (
                (_spaced(name) if prefix else name, value) for name, value in node.attrs.items()
            )
            lines += sorted(f'{indent}  {name}="{value}"' for name, value in attributes)
            if node.name == "template" and not prefix:
                lines.append(f"{indent}  content")
                depth += 1
            waiting += [(depth + 1, child) for child in node.contents[::-1]]
        elif isinstance(node, NavigableString) and not isinstance(node, Comment | Doctype):
            lines.append(f'{indent}"{node}"')
    return "\n".join(lines)


_NAMES = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "base",
    "script",
    "style",
    "noscript",
    "template",
    "p",
    "div",
    "span",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "nobr",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "colgroup",
    "col",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "form",
    "input",
    "button",
    "select",
    "option",
    "optgroup",
    "textarea",
    "img",
    "br",
    "hr",
    "picture",
    "source",
    "video",
    "track",
    "audio",
    "embed",
    "object",
    "iframe",
    "svg",
    "math",
    "foreignObject",
    "desc",
    "mi",
    "mtext",
    "annotation-xml",
    "ruby",
    "rt",
    "rp",
    "rtc",
    "pre",
    "main",
    "article",
    "section",
    "figure",
    "figcaption",
    "details",
    "summary",
    "dialog",
    "address",
    "center",
    "marquee",
    "listing",
    "keygen",
    "image",
    "search",
    "hgroup",
    "wbr",
    "param",
    "noembed",
    "noframes",
    "frameset",
    "frame",
    "plaintext",
    "xmp",
]
_SELDOM = frozenset({"frameset", "frame", "plaintext"})
_ATTRIBUTES = (
    *("", "", "", " id=a", " class='x y'", " type=hidden", " color=red", "/", " encoding=text/html", " a b=1"),
    *(" ID=A id=b", ' href="x&amp;y&copy=1"', " x='\0'"),
)  # fmt: skip
_REST = (
    *("<!-- c -->", "<!doctype html>", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN' 'x'>", "<?php x ?>"),
    *("<![CDATA[ q ]]>", "<!x>", "</>", "<p", "<!--", "</ x>"),
)  # fmt: skip
_TEXTS = (
    "",
    "",
    "",
    "x",
    " ",
    "\n",
    " y ",
    "&amp;",
    "\r\n",
    "\0",
    "&#10;",
    "&nbsp;",
    "é",
    "<",
    "a&lt b",
)


def tag_soups(seed: int, count: int) -> Iterator[str]:
    """Pages of tags and texts in no order, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        start = chance.choice(("<!doctype html>", "", "<!doctype html>"))
        parts = (_tag(chance) + chance.choice(_TEXTS) for _ in range(chance.randint(1, 25)))
        yield start + "".join(parts)


def _tag(chance: random.Random) -> str:
    name = chance.choice(_NAMES)
    if name in _SELDOM and chance.random() < 0.9:
        name = "p"
    kind = chance.random()
    if kind < 0.55:
        return f"<{name}{chance.choice(_ATTRIBUTES)}>"
    return f"</{name}>" if kind < 0.95 else chance.choice(_REST)


def shortest(pages: Iterable[str]) -> str:
    """The shortest of some pages, to be looked at."""
    return min(pages, key=len, default="")
