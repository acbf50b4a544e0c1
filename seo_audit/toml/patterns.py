r"""Patterns of file names as .gitignore has them, relative to a folder.

`*` and `?` stay within a name, `**` as a whole name crosses folders, `[a-z]` is one character, `\` takes the next
one as it is. A pattern without a slash but at its end holds at any depth. Nothing is tried again once it failed for
good: a match takes at most the length of the pattern times that of the path, whatever both hold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from seo_audit.lazy import regex

LONGEST = 4096
"""Characters of a pattern or a path; nothing longer matches: systems have no longer paths."""

Char = str | re.Pattern[str] | None
"""What one character of a name must be: itself, of a class, or any."""

Name = tuple[Char | Literal["*"], ...]
"""A name of a path; "*" stands for any characters, a literal star is a class."""

DEEP: Name = ("*", "*")
"""Names of any number of folders; at the end of a pattern one at least."""

WITHIN: Name = ("*", "*", "*")
"""Ends a pattern that holds for all that is in a folder, too."""


class Rule(Struct, frozen=True):
    """A line of a .gitignore: what it matches, whether folders only, and whether it takes files back in."""

    parts: tuple[Name, ...]
    folders_only: bool
    negated: bool


def has_magic(name: str) -> bool:
    """Whether a name could be a pattern."""
    return any(char in name for char in "*?[")


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern holds for a relative path with forward slashes, or for a folder on its way."""
    return _holds((*_parts(pattern), WITHIN), path.split("/")) if len(path) <= LONGEST else False


@cache
def _parts(pattern: str) -> tuple[Name, ...]:
    """The names of a pattern, from the folder it is relative to; a pattern too long matches no name."""
    if len(pattern) > LONGEST:
        return ((re.compile(r"(?!)"),),)
    body = pattern.strip("/").removeprefix("./")
    names = [DEEP if name == "**" else tuple(_name(name)) for name in body.split("/")]
    return tuple(names if "/" in pattern.rstrip("/") else (DEEP, *names))


_TOKEN = regex(
    r"(?P<stars>\*+)|(?P<any>\?)|(?P<class>\[[!^]?\]?[^]]*\])|\\?(?P<one>.)|\\", re.DOTALL
)


def _name(text: str) -> Iterator[Char | Literal["*"]]:
    for match in _TOKEN.finditer(text):
        if match["stars"]:
            yield "*"
        elif match["any"]:
            yield None
        elif match["class"]:
            yield from _class(match["class"])
        else:
            char = match["one"] or "\\"
            yield re.compile(r"\*") if char == "*" else char


_MEMBERS = regex(r"\\?(.)-\\?(.)|\\?(.)", re.DOTALL)


def _class(text: str) -> Iterator[Char]:
    """A class of characters; one with a range from high to low is taken letter by letter."""
    negated = text[1] in "!^"
    inside = text[2 if negated else 1 : -1]
    found = [tuple(map(re.escape, members)) for members in _MEMBERS.findall(inside)]
    members = "".join(f"{low}-{high}" if high else one for low, high, one in found)
    try:
        yield re.compile(f"[{'^' if negated else ''}{members}]")
    except re.error:
        yield from text


def _holds(parts: Sequence[Name], names: Sequence[str]) -> bool:
    """Whether parts match names, all of them; after DEEP the fewest names are taken first, and never fewer again."""
    part = name = 0
    again: tuple[int, int] | None = None
    while True:
        if part == len(parts):
            if name == len(names):
                return True
        elif parts[part] is WITHIN:
            return True
        elif parts[part] is DEEP:
            if part == len(parts) - 1 or (part == len(parts) - 2 and parts[-1] is WITHIN):
                return name < len(names)
            part += 1
            again = part, name
            continue
        elif name < len(names) and _is_name(parts[part], names[name]):
            part, name = part + 1, name + 1
            continue
        if again is None or again[1] >= len(names):
            return False
        part, name = again[0], again[1] + 1
        again = part, name


def _is_name(pattern: Name, text: str) -> bool:
    at = char = 0
    again: tuple[int, int] | None = None
    while True:
        if at == len(pattern):
            if char == len(text):
                return True
        elif pattern[at] == "*":
            at += 1
            again = at, char
            continue
        elif char < len(text) and _is_char(pattern[at], text[char]):
            at, char = at + 1, char + 1
            continue
        if again is None or again[1] >= len(text):
            return False
        at, char = again[0], again[1] + 1
        again = at, char


def _is_char(pattern: Char, char: str) -> bool:
    if isinstance(pattern, re.Pattern):
        return pattern.fullmatch(char) is not None
    return pattern is None or pattern == char


# -- .gitignore


def ignore_rules(lines: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of a .gitignore's lines, in order; lines that are none are left out (https://git-scm.com/docs/gitignore)."""
    return tuple(rule for line in lines if (rule := _ignore_rule(line)))


def _ignore_rule(line: str) -> Rule | None:
    text = _without_end(line)
    if not text or text.startswith("#") or len(text) > LONGEST:
        return None
    negated = text.startswith("!")
    text = text.removeprefix("!")
    bare = text.rstrip("/")
    # a backslash at the end takes nothing as it is: git lets such a line match nothing
    if not bare or (len(bare) - len(bare.rstrip("\\"))) % 2:
        return None
    return Rule(_parts(text), text.endswith("/"), negated)


def _without_end(line: str) -> str:
    """A line without the spaces at its end, but for one behind a backslash."""
    text = line.rstrip("\r\n")
    bare = text.rstrip(" ")
    if len(bare) < len(text) and (len(bare) - len(bare.rstrip("\\"))) % 2:
        bare += " "
    return bare


def says(rules: Sequence[Rule], path: str, *, folder: bool) -> bool | None:
    """Whether rules leave a relative path out (True), take it back in (False), or say nothing of it."""
    if len(path) > LONGEST:
        return None
    names = path.split("/")
    for rule in reversed(rules):
        if (folder or not rule.folders_only) and _holds(rule.parts, names):
            return not rule.negated
    return None
