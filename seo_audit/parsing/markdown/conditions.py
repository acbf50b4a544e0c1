"""Blanks what Quarto keeps out of web pages: `::: {.content-visible when-format="pdf"}`, up to the fence that ends it; finds its sets of tabs."""

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.source import Span

_LINE = regex(r"[^\n]*\n|[^\n]+")
_FENCE = regex(r"[ \t]*(:{3,})[ \t]*([^\n]*)")
_CODE = regex(r"[ \t]*(`{3,}|~{3,})")
_CONDITION = regex(r"\.content-(hidden|visible)\b")
_FORMAT = regex(r"\b(when|unless)-(\w+)[ ]?=[ ]?[\"']?([\w:-]+)")
_VISIBLE = regex(r"[^\n]")
_OF_THE_WEB = ("html", "revealjs", "slidy", "s5", "dzslides")


def without_hidden(text: str) -> str:
    r"""The text with spaces for what readers of a web page are not given.

    What depends on a profile or on metadata cannot be known and stays. Lines end with "\n"; as long as the text, and
    linear in its length.
    """
    if ".content-" not in text:
        return text
    spans: list[tuple[int, int]] = []
    open_divs: list[int | None] = []
    code = ""
    for line in _LINE.finditer(text):
        if fence := _CODE.match(line[0]):
            code = _after(code, fence[1])
        div = None if code else _FENCE.match(line[0])
        if div is None:
            continue
        if div[2].strip(": \t"):
            open_divs.append(line.start() if _is_hidden(div[2]) else None)
        elif open_divs:
            start = open_divs.pop()
            if start is not None:
                spans.append((start, line.end()))
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            pieces += [text[at:start], _VISIBLE.sub(" ", text[max(at, start) : end])]
            at = end
    return "".join([*pieces, text[at:]])


def _after(code: str, fence: str) -> str:
    """The fence that code stands behind, once a line begins with this one."""
    if not code:
        return fence
    return "" if fence.startswith(code) else code


def _is_hidden(attributes: str) -> bool:
    condition = _CONDITION.search(attributes)
    if condition is None:
        return False
    said = _FORMAT.search(attributes)
    if said is None:
        return condition[1] == "hidden"
    if said[2] != "format":
        return False
    met = said[3].startswith(_OF_THE_WEB) == (said[1] == "when")
    return met == (condition[1] == "hidden")


class TabSet(Struct, frozen=True):
    """Where a set of tabs stands, and the level of the headings that are written on them."""

    span: Span
    level: int


_HEADING = regex(r"[ \t]*(#{1,6})[ \t]")


def tabs(text: str) -> list[TabSet]:
    """The sets of tabs in a text, `::: {.panel-tabset}` up to the fence that ends them; linear in its length."""
    found: list[TabSet] = []
    open_divs: list[int | None] = []
    levels: dict[int, int] = {}
    code = ""
    for line in _LINE.finditer(text):
        if fence := _CODE.match(line[0]):
            code = _after(code, fence[1])
        if code:
            continue
        start = next((one for one in reversed(open_divs) if one is not None), None)
        if start is not None and (heading := _HEADING.match(line[0])):
            levels.setdefault(start, len(heading[1]))
        if div := _FENCE.match(line[0]):
            if div[2].strip(": \t\r\n"):
                open_divs.append(line.start() if ".panel-tabset" in div[2] else None)
            elif open_divs and (opened := open_divs.pop()) is not None and opened in levels:
                found.append(TabSet(Span(opened, line.end()), levels[opened]))
    return found
