"""Where each key of a TOML text stands, and its value: what `tomllib` does not tell."""

import re
from collections.abc import Generator, Iterator, Mapping

from msgspec import Struct

from seo_audit.lazy import regex

Path = tuple[str | int, ...]

STRING = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|' + r"'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*+"|' + r"'[^'\r\n]*+'"
)
"""A string of any of the four kinds."""

_TOKEN = regex(
    r"(?P<space>[ \t]++|#[^\r\n]*+)"
    r"|(?P<newline>\r\n|\n|\r)"
    rf"|(?P<text>{STRING})"
    r"|(?P<mark>[\[\]{}=,.])"
    r"|(?P<bare>[^\s\[\]{}=,.#\"']++)",
    re.DOTALL,
)


_LINE_END = regex(r"\r\n|\n|\r")


class Key(Struct, frozen=True):
    """A key as it is written: half-open characters, and its path from the root.

    The first `within` parts of the path are those of the table it stands in. `value` is where its value begins; None
    for the name of a table, `[a.b]`, and for an item of an array, which has a number for a key.
    """

    path: Path
    start: int
    end: int
    within: int = 0
    value: int | None = None


def key_lines(text: str) -> Mapping[Path, int]:
    """Path of each key and table of a valid TOML text → its line, counted from 1.

    Tables of an array are numbered: `("overrides", 0, "files")`. A path met twice keeps its first
    line. What is not TOML gives what was understood before.
    """
    lines: dict[Path, int] = {}
    line, at = 1, 0
    for key in keys(text):
        line += len(_LINE_END.findall(text, at, key.start))
        at = key.start
        for length in range(key.within + 1, len(key.path) + 1):
            lines.setdefault(key.path[:length], line)
    return lines


def keys(text: str) -> Iterator[Key]:
    """The keys of a valid TOML text, in order, those of inline tables and the items of arrays among them."""
    counts: dict[Path, int] = {}
    tokens = _Tokens(text)
    table: Path = ()
    while tokens.kind:
        tokens.skip_newlines()
        if tokens.text == "[":
            tokens.next()
            many = tokens.text == "["
            if many:
                tokens.next()
            start = tokens.start
            names, end = _names(tokens)
            table = _numbered(names, counts)
            if many:
                number = counts.get(table, 0)
                counts[table] = number + 1
                table = (*table, number)
            yield Key(table, start, end)
        elif tokens.kind:
            yield from _pair(tokens, table)
        while tokens.kind not in ("newline", ""):
            tokens.next()


def _pair(tokens: "_Tokens", table: Path) -> Iterator[Key]:
    start = tokens.start
    names, end = _names(tokens)
    path = (*table, *names)
    if tokens.text != "=":
        yield Key(path, start, end, len(table))
        return
    tokens.next()
    yield Key(path, start, end, len(table), tokens.start)
    yield from _inside(tokens, path)


def _inside(tokens: "_Tokens", path: Path) -> Iterator[Key]:
    """Pass over a value; the keys of inline tables and the items of arrays in it, without recursion."""
    stack: list[tuple[str, Path, int]] = []
    here: Path = path
    while tokens.kind:
        if tokens.text == "[":
            stack.append(("]", here, 0))
            here = (*here, 0)
            tokens.next()
            yield from _item(tokens, here)
        elif tokens.text == "{":
            stack.append(("}", here, 0))
            tokens.next()
            here = yield from _inline(tokens, here)
        elif stack and tokens.text == stack[-1][0]:
            _, here, _ = stack.pop()
            tokens.next()
        elif stack and tokens.text == ",":
            closing, outer, number = stack.pop()
            stack.append((closing, outer, number + 1))
            tokens.next()
            if closing == "]":
                here = (*outer, number + 1)
                yield from _item(tokens, here)
            else:
                here = yield from _inline(tokens, outer)
        elif tokens.kind == "newline" and not stack:
            return
        else:
            tokens.next()
        if not stack and tokens.kind == "newline":
            return


def _item(tokens: "_Tokens", path: Path) -> Iterator[Key]:
    """The item of an array that comes next, unless the array ends."""
    tokens.skip_newlines()
    if tokens.text != "]":
        yield Key(path, tokens.start, tokens.start, len(path) - 1)


def _inline(tokens: "_Tokens", table: Path) -> Generator[Key, None, Path]:
    tokens.skip_newlines()
    start = tokens.start
    names, end = _names(tokens)
    path = (*table, *names)
    if names:
        if tokens.text == "=":
            tokens.next()
        yield Key(path, start, end, len(table), tokens.start)
    return path


def _numbered(key: tuple[str, ...], counts: Mapping[Path, int]) -> Path:
    """The path of a table, through the last of each array of tables on its way."""
    path: Path = ()
    for number, part in enumerate(key):
        path = (*path, part)
        if path in counts and number < len(key) - 1:
            path = (*path, counts[path] - 1)
    return path


def _names(tokens: "_Tokens") -> tuple[tuple[str, ...], int]:
    """The parts of a dotted key, without quotation marks, and where it ends."""
    parts: list[str] = []
    end = tokens.start
    while tokens.kind in ("bare", "text") or tokens.text == ".":
        if tokens.text != ".":
            quoted = tokens.kind != "bare"
            parts.append(tokens.text[1:-1] if quoted else tokens.text)
        end = tokens.end
        tokens.next()
    return tuple(parts), end


class _Tokens:
    """The tokens of a TOML text: kind, text and place, one of them looked at ahead."""

    def __init__(self, text: str) -> None:
        self._found = _TOKEN.finditer(text)
        self._length = len(text)
        self.kind = ""
        self.text = ""
        self.start = 0
        self.end = 0
        self.next()

    def next(self) -> None:
        """Go to the next token that is neither space nor comment; kind is "" at the end."""
        for match in self._found:
            self.kind, self.text = match.lastgroup or "", match[0]
            self.start, self.end = match.span()
            if self.kind != "space":
                return
        self.kind = self.text = ""
        self.start = self.end = self._length

    def skip_newlines(self) -> None:
        while self.kind == "newline":
            self.next()
