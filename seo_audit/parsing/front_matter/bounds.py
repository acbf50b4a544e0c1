"""Where a header begins and ends, and which kind it is."""

import re
from collections.abc import Mapping

from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.nodes import LINE_END, LONGEST, Kind
from seo_audit.parsing.front_matter.plain_headers import NIKOLA, PANDOC, PELICAN_FIRST, PELICAN_LINE

_BLANK_LINE = regex(r"(?>\r\n|\n|\r)[ \t]*+(?>\r\n|\n|\r|\Z)|\Z")
_END_OF_FIELDS = regex(
    r"(?>\r\n|\n|\r)[ \t]*+(?>\r\n|\n|\r|\Z)|(?>\r\n|\n|\r)(?:---|\.\.\.)[ \t]*+(?>\r\n|\n|\r|\Z)|\Z"
)
"""What Python-Markdown's meta-data end with, which Pelican reads: a blank line, or a closing fence without an opening one."""


_CLOSING: Mapping[str, re.Pattern[str]] = {
    "---": regex(r"[\r\n](?P<fence>---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": regex(r"[\r\n](?P<fence>\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)"),
}


_OPENING = regex(
    r"(---|\+\+\+)[ \t]?(yaml|yml|toml|json5?|javascript|js)?[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE
)
_LANGUAGES: Mapping[str, Kind] = {
    "yaml": "yaml",
    "yml": "yaml",
    "toml": "toml",
    "json": "javascript",
    "json5": "javascript",
    "js": "javascript",
    "javascript": "javascript",
}
"""What Eleventy and others (gray-matter) name behind the first fence."""


_KEY_LINE = regex(r"[ \t]*[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*[:=](?:[ \t]|\r|\n|$)")

_TOML_LINE = regex(r"[ \t]*[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*=(?=[ \t\r\n\"'\[{\dtf]|$)")
"""TOML asks for no space behind the sign; between two `---`, « x=2 » may be a formula."""


def bounds(text: str) -> tuple[Kind, int, int, int, bool] | None:
    """Kind, start and end of the inside, end of the whole, and whether it is closed."""
    if opening := _OPENING.match(text):
        return _fenced(text, opening)
    if re.match(r'\{[ \t\r\n]*"', text):
        end = _json_end(text)
        return ("json", 0, end, end, True) if end else None
    if lines := NIKOLA.match(text):
        return "nikola", *lines.span("lines"), lines.end(), True
    if lines := PANDOC.match(text):
        return "pandoc", 0, lines.end(), lines.end(), True
    if PELICAN_FIRST.match(text):
        inside, after = _ends(_END_OF_FIELDS, text, 0)
        head = LINE_END.split(text[:inside])
        if all(PELICAN_LINE.match(line) or line[:1] in (" ", "\t") for line in head):
            return "pelican", 0, inside, after, True
    return None


def _fenced(text: str, opening: re.Match[str]) -> tuple[Kind, int, int, int, bool] | None:
    """The bounds of a header between two fences, None when they are thematic breaks."""
    kind: Kind = "yaml" if opening[1] == "---" else "toml"
    inside = opening.end()
    if closing := _CLOSING[opening[1]].search(text, inside - 1):
        start = closing.start("fence")
        if opening[2]:
            return _LANGUAGES[opening[2].lower()], inside, start, closing.end(), True
        if not text[inside:start].strip() or _holds_keys(text, inside, start, kind):
            return kind, inside, start, closing.end(), True
    elif not opening[2] and _KEY_LINE.match(text, inside):
        return kind, inside, *_ends(_BLANK_LINE, text, inside), False
    return None


def _ends(line: re.Pattern[str], text: str, start: int) -> tuple[int, int]:
    """Where the lines up to the next one like this end, and where that one ends."""
    found = line.search(text, start)
    return (found.start(), found.end()) if found else (len(text), len(text))


def _holds_keys(text: str, start: int, end: int, kind: Kind) -> bool:
    """Whether a line between two fences looks like a key: else they are thematic breaks."""
    key = _TOML_LINE if kind == "toml" else _KEY_LINE
    lines = LINE_END.split(text[start : min(end, start + LONGEST)])
    visible = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not visible:
        return True
    return bool(key.match(visible[0]) or re.match(r"[ \t]*[\[{&?\"'-]", visible[0])) and any(
        key.match(line) for line in visible
    )


def _json_end(text: str) -> int | None:
    """Where the JSON object at the start ends; when it is invalid, a line with `}` alone ends it."""
    try:
        import json  # noqa: PLC0415  few articles have such a header

        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        closing = re.search(r"[\r\n]\}[ \t]*(?=[\r\n]|\Z)", text)
        return closing.end() if closing else None
    return end
