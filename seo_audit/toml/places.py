"""On which line of a TOML file each key stands: what `tomllib` does not tell."""

import re
from collections.abc import Mapping

from seo_audit.lazy import regex

Path = tuple[str | int, ...]

_TOKEN = regex(
    r"(?P<space>[ \t\r]+|#[^\n]*)"
    r"|(?P<newline>\n)"
    r'|(?P<long>"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|' + r"'''(?:[^']|'(?!''))*'{3,5})"
    r'|(?P<text>"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*')"
    r"|(?P<mark>[\[\]{}=,.])"
    r"|(?P<bare>[^\s\[\]{}=,.#\"']+)",
    re.DOTALL,
)


class _Tokens:
    """The tokens of a TOML text: kind, text and line, one of them looked at ahead."""

    def __init__(self, text: str) -> None:
        self._found = _TOKEN.finditer(text)
        self._line = 1
        self.kind = ""
        self.text = ""
        self.line = 1
        self.next()

    def next(self) -> None:
        """Go to the next token that is neither space nor comment; kind is "" at the end."""
        for match in self._found:
            self.kind, self.text, self.line = match.lastgroup or "", match[0], self._line
            self._line += self.text.count("\n")
            if self.kind != "space":
                return
        self.kind = self.text = ""

    def skip_newlines(self) -> None:
        while self.kind == "newline":
            self.next()


def key_lines(text: str) -> Mapping[Path, int]:
    """Path of each key and table of a valid TOML text → its line, counted from 1.

    Tables of an array are numbered: `("overrides", 0, "files")`. A path met twice keeps its first
    line. What is not TOML gives what was understood before.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    tokens = _Tokens(text)
    table: Path = ()
    while tokens.kind:
        tokens.skip_newlines()
        if tokens.text == "[":
            line = tokens.line
            tokens.next()
            many = tokens.text == "["
            if many:
                tokens.next()
            table = _numbered(_key(tokens), counts)
            if many:
                number = counts.get(table, 0)
                counts[table] = number + 1
                lines.setdefault(table, line)
                table = (*table, number)
            _note(lines, (), table, line)
            while tokens.kind not in ("newline", ""):
                tokens.next()
        elif tokens.kind:
            line = tokens.line
            key = _key(tokens)
            _note(lines, table, key, line)
            if tokens.text == "=":
                tokens.next()
                _value(tokens, (*table, *key), lines)
            while tokens.kind not in ("newline", ""):
                tokens.next()
    return lines


def _numbered(key: Path, counts: Mapping[Path, int]) -> Path:
    """The path of a table, through the last of each array of tables on its way."""
    path: Path = ()
    for number, part in enumerate(key):
        path = (*path, part)
        if path in counts and number < len(key) - 1:
            path = (*path, counts[path] - 1)
    return path


def _note(lines: dict[Path, int], table: Path, key: Path, line: int) -> None:
    for length in range(1, len(key) + 1):
        lines.setdefault((*table, *key[:length]), line)


def _key(tokens: _Tokens) -> Path:
    parts: list[str] = []
    while tokens.kind in ("bare", "text", "long") or tokens.text == ".":
        if tokens.text != ".":
            quoted = tokens.kind != "bare"
            parts.append(tokens.text[1:-1] if quoted else tokens.text)
        tokens.next()
    return tuple(parts)


def _value(tokens: _Tokens, path: Path, lines: dict[Path, int]) -> None:
    """Pass over a value; inline tables and arrays in it are noted, without recursion."""
    stack: list[tuple[str, Path, int]] = []
    here: Path = path
    while tokens.kind:
        if tokens.text == "[":
            stack.append(("]", here, 0))
            here = (*here, 0)
            lines.setdefault(here, tokens.line)
            tokens.next()
        elif tokens.text == "{":
            stack.append(("}", here, 0))
            tokens.next()
            here = _inline_key(tokens, here, lines)
        elif stack and tokens.text == stack[-1][0]:
            _, here, _ = stack.pop()
            tokens.next()
        elif stack and tokens.text == ",":
            closing, outer, number = stack.pop()
            stack.append((closing, outer, number + 1))
            tokens.next()
            if closing == "]":
                tokens.skip_newlines()
                here = (*outer, number + 1)
                lines.setdefault(here, tokens.line)
            else:
                here = _inline_key(tokens, outer, lines)
        elif tokens.kind == "newline" and not stack:
            return
        else:
            tokens.next()
        if not stack and tokens.kind == "newline":
            return


def _inline_key(tokens: _Tokens, table: Path, lines: dict[Path, int]) -> Path:
    tokens.skip_newlines()
    line = tokens.line
    key = _key(tokens)
    if key:
        _note(lines, table, key, line)
        if tokens.text == "=":
            tokens.next()
    return (*table, *key)
