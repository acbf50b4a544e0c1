r"""The examples in the docstring of a rule of a whole site: small sites, which the tests audit.

A fence is ```` ```site good ```` or ```` ```site bad ````, with options of the rule as `seo_audit.rule_support.examples`
has them, and `@url="…"` for where the site stands. A line `== path` begins a file; a page may be a line of HTML only.
⟦ and ⟧ mark the places of findings. A path ending with ` x12` stands for twelve copies, whose `{n}` is their number.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.rule_support.examples import unmark
from seo_audit.source import Span

_FENCE = regex(
    r"^```site (?P<kind>good|bad)(?P<options>[^\n`]*)\n(?P<text>.*?)\n?^```$",
    re.MULTILINE | re.DOTALL,
)
_OPTION = regex(r"""(@?[\w-]+)=("[^"]*"|\S+)""")
_FILE = regex(r"^== (\S+)(?: x(\d{1,4}))?$", re.MULTILINE)


class SiteExample(Struct, frozen=True):
    """A site that a rule finds fault with (`bad`) or not: its files, and the places of the findings in them."""

    bad: bool
    text: str
    files: Mapping[str, str]
    marks: tuple[tuple[str, Span], ...]
    options: Mapping[str, Any]
    url: str | None


def site_examples(doc: str) -> tuple[SiteExample, ...]:
    """The examples of a docstring, in order."""
    return tuple(_example(match) for match in _FENCE.finditer(doc))


def _example(match: re.Match[str]) -> SiteExample:
    pairs = {
        name: tomllib.loads(f"value = {value}")["value"]
        for name, value in _OPTION.findall(match["options"])
    }
    files: dict[str, str] = {}
    marks: list[tuple[str, Span]] = []
    for path, marked in _files(match["text"]):
        files[path], places = unmark(marked)
        marks += [(path, place) for place in places]
    return SiteExample(
        bad=match["kind"] == "bad",
        text=match["text"],
        files=files,
        marks=tuple(sorted(marks)),
        options={name: value for name, value in pairs.items() if not name.startswith("@")},
        url=pairs.get("@url"),
    )


def _files(text: str) -> Iterator[tuple[str, str]]:
    parts = _FILE.split(text)
    for path, copies, content in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        for number in range(1, int(copies or 1) + 1):
            yield path.replace("{n}", str(number)), content.strip("\n").replace("{n}", str(number))
