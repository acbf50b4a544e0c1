"""Patterns of file names as the configuration writes them: those of .gitignore, relative to its folder."""

import re
from functools import lru_cache

from seo_audit.lazy import regex

_PARTS = regex(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^]/]*\]|.", re.DOTALL)

_MEMBERS = regex(r"(.)-(.)|(.)", re.DOTALL)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression for whole relative paths with forward slashes.

    `*` and `?` stay within a name, `**` crosses folders, `[a-z]` is one character. A pattern without
    a slash holds at any depth. One that names a folder holds for all that is in it.
    """
    anchored = "/" in pattern.rstrip("/")
    body = pattern.strip("/").removeprefix("./")
    expression = "".join(_piece(part) for part in _PARTS.findall(body))
    return re.compile(("" if anchored else "(?:.*/)?") + expression + "(?:/.*)?", re.DOTALL)


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern holds for a relative path with forward slashes."""
    return compiled(pattern).fullmatch(path) is not None


def has_magic(name: str) -> bool:
    """Whether a name could be a pattern."""
    return any(char in name for char in "*?[")


def _piece(part: str) -> str:
    special = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if part in special:
        return special[part]
    if part.startswith("[") and len(part) > 2:
        negated = part[1] == "!"
        inside = part[2 if negated else 1 : -1]
        pieces = [tuple(map(re.escape, found)) for found in _MEMBERS.findall(inside)]
        members = "".join(f"{low}-{high}" if high else one for low, high, one in pieces)
        try:
            re.compile(f"[{members}]")
        except re.error:  # a range from high to low
            return re.escape(part)
        return f"[{'^/' if negated else ''}{members}]"
    return re.escape(part)
