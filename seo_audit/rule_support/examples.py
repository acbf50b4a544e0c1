r"""The examples in a rule's docstring: documentation which the tests run.

A fence names the format, `good` or `bad`, and options of the rule: ```` ```html bad minimum=20 ````.
After a bad example a fence may hold what becomes of it: `fixed`, by the safe fixes of its findings, or `suggested`, by
the others too; ⍽ stands for a no-break space there.
Values are TOML. `keyphrase="…"`, `lang`, `profile`, `title`, `description`, `slug`, `name` (the file's)
belong to the article rather than to the rule when written with a leading `@`: `@keyphrase="chat"`.
`@brief={minimum_words=700}` is the brief it must meet, `@source="…"` the text it was made from and
`@reference=["…", "…"]` pages that answer the same query, both as plain text; `\n` ends a line there.
In a bad example ⟦ and ⟧ mark the places of the findings, in order; none marked: the article as a whole.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.lazy import regex
from seo_audit.source import Span

_FENCE = regex(
    r"^(?P<ticks>`{3,})(?P<format>html|markdown|text) (?P<kind>good|bad|fixed|suggested)(?P<options>[^\n`]*)\n"
    r"(?P<text>.*?)\n?^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)
_OPTION = regex(r"""(@?[\w-]+)=("[^"]*"|\[[^\]]*\]|\{[^}]*\}|\S+)""")


class Example(Struct, frozen=True):
    """An article that a rule finds fault with (`bad`) or not, and what its fixes make of it, where that is shown."""

    format: str
    bad: bool
    text: str
    marks: tuple[Span, ...]
    options: Mapping[str, Any]
    article: Mapping[str, Any]
    mended: str | None = None
    is_suggestion: bool = False


def examples(doc: str) -> tuple[Example, ...]:
    """The examples of a docstring, in order."""
    found: list[Example] = []
    for match in _FENCE.finditer(doc):
        if match["kind"] in ("good", "bad"):
            found.append(_example(match))
        elif found:
            mended = match["text"].replace("⍽", "\u00a0")
            suggested = match["kind"] == "suggested"
            found[-1] = replace(found[-1], mended=mended, is_suggestion=suggested)
    return tuple(found)


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its ⟦marks⟧, and their places; marks may nest."""
    text: list[str] = []
    marks: list[Span] = []
    open_at: list[int] = []
    for char in marked:
        if char == "⟦":
            open_at.append(len(text))
        elif char == "⟧":
            marks.append(Span(open_at.pop(), len(text)))
        else:
            text.append(char)
    return "".join(text), tuple(sorted(marks))


def _example(match: re.Match[str]) -> Example:
    text, marks = unmark(match["text"])
    pairs = {
        name: tomllib.loads(f"value = {value}")["value"]
        for name, value in _OPTION.findall(match["options"])
    }
    return Example(
        format=match["format"],
        bad=match["kind"] == "bad",
        text=text,
        marks=marks,
        options={name: value for name, value in pairs.items() if not name.startswith("@")},
        article={name[1:]: value for name, value in pairs.items() if name.startswith("@")},
    )
