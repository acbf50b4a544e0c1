"""A page cut into tags, texts and comments, each with its place (WHATWG HTML, 13.2.5 “Tokenization”)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.references import attribute_value, decode
from seo_audit.parsing.html.tree import Pieces

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = (
    rf"[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rf"(?>{_SPACE}*+={_SPACE}*+(?>\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+"
)
# every choice is final (possessive), so a match never tries twice; an unclosed tag runs to the end
_MARKUP = regex(
    rf"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*+)(?>[\t\n\f\r /]++|{_ATTRIBUTE})*+(?:(>)|\Z)"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    r"|(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z))"
)
_ONE_ATTRIBUTE = regex(
    rf"([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)?))?+"
)
_TAG_NAME = regex(r"<[a-zA-Z][^\t\n\f\r />]*+")
_DOCTYPE = regex(r"<!doctype", re.IGNORECASE)
_COMMENT = regex(r"<!--(?:-?>|((?:[^-]++|-(?!-!?>|-?!?\Z))*+)(?:--!?>|-{0,2}!?\Z))")
_LINE_FEED = regex(r"\r\n?|\n|&#(?:0*+10(?![0-9])|[xX]0*+[aA](?![0-9a-fA-F]));?")
_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)} | {0: 0xFFFD}
WHITE = "\t\n\f\r "
WHITE_PARTS = regex(f"[{WHITE}]+")

_ESCAPABLE_RAW = frozenset({"title", "textarea"})
_RAW_ENDS = {
    name: regex(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in ("style", "xmp", "iframe", "noembed", "noframes", "title", "textarea")
}
_SCRIPT_STEPS = regex(r"<!--(?!-?>)|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)

NO_ATTRIBUTES: Mapping[str, str] = {}
TEXT, START, END, COMMENT, DOCTYPE, END_OF_FILE = range(6)
"""Kinds of tokens."""


class Token(Struct, eq=False, gc=False):
    """What the tree is built from, and where it stands."""

    kind: int
    name: str
    """Of a tag, in lower case; "" for all else."""
    start: int
    end: int
    attributes: Mapping[str, str]
    """Of a start tag."""
    self_closing: bool = False
    string: str = ""
    """The characters of a text."""
    pieces: Pieces = ()
    """Where they stand."""
    more: list[tuple[str, Pieces]] | None = None
    """Texts behind it, when other things stand between them in the source; `join` makes one of them."""

    def append(self, text: "Token") -> None:
        """Put another text behind this one."""
        if self.more is None:
            self.more = []
        self.more.append((text.string, text.pieces))
        self.end = text.end

    def join(self) -> None:
        """Make one of all that was appended."""
        if self.more is None:
            return
        pieces = list(self.pieces)
        length = len(self.string)
        for string, places in self.more:
            pieces += ((index + length, start, end) for index, start, end in places)
            length += len(string)
        self.string += "".join(string for string, _ in self.more)
        self.pieces = tuple(pieces)
        self.more = None


class _Open(Protocol):
    """What is asked of an open element."""

    foreign: bool


class Tokenizer:
    """Reads tokens from a source, one after the other: who builds the tree may say in between how to go on."""

    def __init__(self, source: str, open_elements: Sequence[_Open]) -> None:
        self.source = source
        self._open_elements = open_elements
        """CDATA sections are only where the current one is of SVG or MathML."""
        self.comments: list[Token] = []
        """The comments read so far; what is taken for one, such as `<?php ?>`, is left out."""
        self._names: dict[str, str] = {}
        """Names of tags and attributes as written → in lower case."""
        self.raw = ""
        """The name of an element whose contents come next and are no markup; set by who builds the tree."""
        self.skips_line_feed = False
        """Whether a line feed that comes next is to be ignored; set by who builds the tree."""

    def tokens(self) -> Iterator[Token]:
        """Linear, and raises for no source. The last token is the end of the file."""
        source = self.source
        search = _MARKUP.search
        position, length = 0, len(source)
        while match := search(source, position):
            start = match.start()
            if start > position:
                yield _text(source, position, start)
            position = match.end()
            token = self._token(match)
            if token is None:
                continue
            yield token
            position = token.end
            if self.raw or self.skips_line_feed:
                position = self._skip_line_feed(position)
                end = _raw_end(source, self.raw, position)
                if end > position:
                    references = self.raw in _ESCAPABLE_RAW
                    yield _raw_text(source, position, end, references=references)
                position, self.raw = end, ""
        if position < length:
            yield _text(source, position, length)
        yield Token(END_OF_FILE, "", length, length, NO_ATTRIBUTES)

    def _token(self, match: re.Match[str]) -> Token | None:
        """What begins with a <; None for what is none: `</>`, and a tag in which the file ends."""
        slash, written, closing = match.groups()
        start, end = match.span()
        if written is None:
            return self._declaration(start, end)
        if not closing:
            return None
        name = self._names.get(written)
        if name is None:
            name = self._names[written] = ascii_lower(written)
        if slash:
            return Token(END, name, start, end, NO_ATTRIBUTES)
        if end - start == len(name) + 2:
            return Token(START, name, start, end, NO_ATTRIBUTES)
        attributes, self_closing = self._attributes(start + 1 + len(name), end)
        return Token(START, name, start, end, attributes, self_closing)

    def _skip_line_feed(self, position: int) -> int:
        if not self.skips_line_feed:
            return position
        self.skips_line_feed = False
        while not self.raw and self.source.startswith("</>", position):
            position += 3  # no token at all
        line_feed = _LINE_FEED.match(self.source, position)
        return line_feed.end() if line_feed else position

    def _in_foreign_content(self) -> bool:
        return bool(self._open_elements) and self._open_elements[-1].foreign

    def _declaration(self, start: int, end: int) -> Token | None:
        """A comment, a doctype, a CDATA section: what begins with <!, <? or </."""
        source = self.source
        if source.startswith("<![CDATA[", start) and self._in_foreign_content():
            first = start + 9
            last = source.find("]]>", first)
            end = last + 3 if last >= 0 else len(source)
            last = last if last >= 0 else len(source)
            string, pieces = decode(source[first:last], first, raw=True)
            return Token(TEXT, "", start, end, NO_ATTRIBUTES, False, string, pieces)
        if source.startswith("</>", start):
            return None
        if _DOCTYPE.match(source, start):
            return Token(DOCTYPE, "", start, end, NO_ATTRIBUTES)
        comment = Token(COMMENT, "", start, end, NO_ATTRIBUTES)
        if source.startswith("<!--", start):
            self.comments.append(comment)
        return comment

    def _attributes(self, start: int, end: int) -> tuple[dict[str, str], bool]:
        """The attributes between a tag's name and its end, the first of each name; and whether it closes itself.

        It does when it ends in a slash that belongs to no attribute.
        """
        source, names, find = self.source, self._names, self.source.find
        plain = find("&", start, end) < 0 and find("\r", start, end) < 0 > find("\0", start, end)
        found: dict[str, str] = {}
        bare = ""
        for written, double, single, bare in _ONE_ATTRIBUTE.findall(source, start, end - 1):
            name = names.get(written)
            if name is None:
                name = names[written] = ascii_lower(written)
            if name not in found:
                value = double or single or bare
                found[name] = value if plain else attribute_value(value)
        return found, source[end - 2] == "/" and not bare.endswith("/")


def ascii_lower(name: str) -> str:
    """A name in lower case as the standard has it: no letters but A–Z, and no NUL."""
    if name.isascii() and "\0" not in name:
        return name.lower()
    return name.translate(_CAPITALS)


def attribute_text(source: str, start: int, end: int, name: str) -> Text | None:
    """The value of an attribute with its places, from the start tag at `source[start:end]`.

    None when the tag has no such attribute. The first of several counts, as in browsers.
    """
    opening = _TAG_NAME.match(source, start, end)
    if opening is None:
        return None
    for match in _ONE_ATTRIBUTE.finditer(source, opening.end(), end - 1):
        if ascii_lower(match[1]) == name:
            group = match.lastindex or 1
            if group == 1:
                return Text("", (Run(0, match.end(), match.end()),))
            first, last = match.span(group)
            text = source[first:last].replace("\0", "\ufffd")
            if "&" not in text and "\r" not in text:
                return Text(text, (Run(0, first, last),))
            value, pieces = decode(text, first, attribute=True)
            return Text(value, tuple(Run(*piece) for piece in pieces))
    return None


def comment_text(source: str, start: int, end: int) -> Text:
    """What a comment says, in its place; of a bogus one, too."""
    if source.startswith("<!--", start):
        match = _COMMENT.fullmatch(source, start, end)
        first, last = match.span(1) if match and match[1] is not None else (end, end)
    else:
        first = start + (1 if source.startswith("<?", start) else 2)
        last = end - source.endswith(">", start, end)
    value, pieces = decode(source[first:last].replace("\0", "\ufffd"), first, raw=True)
    return Text(value, tuple(Run(*piece) for piece in pieces) or (Run(0, first, first),))


def _text(source: str, start: int, end: int) -> Token:
    """Text that is no markup; who builds the tree drops its NULs, or replaces them."""
    string = source[start:end]
    pieces: Pieces = ((0, start, end),)
    if "&" in string or "\r" in string:
        string, pieces = decode(string, start)
    return Token(TEXT, "", start, end, NO_ATTRIBUTES, False, string, pieces)


def _raw_text(source: str, start: int, end: int, *, references: bool) -> Token:
    """The contents of a script, a style, a title, a textarea."""
    string, pieces = decode(source[start:end].replace("\0", "\ufffd"), start, raw=not references)
    return Token(TEXT, "", start, end, NO_ATTRIBUTES, False, string, pieces)


def _raw_end(source: str, name: str, start: int) -> int:
    """Where the contents of a script, a style, a title… end; at once for no such element."""
    if not name:
        return start
    if name == "plaintext":
        return len(source)
    if name != "script":
        match = _RAW_ENDS[name].search(source, start)
        return match.start() if match else len(source)
    # « <!-- <script> » hides the next end tag, by the standard's “double escaped” states
    escaped = doubled = False
    for match in _SCRIPT_STEPS.finditer(source, start):
        step = match[0]
        if step == "<!--":
            escaped = True
        elif step == "-->":
            escaped = doubled = False
        elif match[1]:
            if not doubled:
                return match.start()
            doubled = False
        elif escaped:
            doubled = True
    return len(source)


def part(token: Token, first: int, last: int) -> Token:
    """Some characters of a text."""
    runs = Text(token.string, tuple(Run(*piece) for piece in token.pieces)).slice(first, last).runs
    pieces = tuple((run.index, run.start, run.end) for run in runs)
    start, end = (pieces[0][1], pieces[-1][2]) if pieces else (token.start, token.start)
    return replace(token, start=start, end=end, string=token.string[first:last], pieces=pieces)


def split_white(token: Token) -> tuple[Token | None, Token | None]:
    """The white space at the start of a text, and the rest; None for an empty part."""
    string = token.string
    white = len(string) - len(string.lstrip(WHITE))
    if not white:
        return None, token
    if white == len(string):
        return token, None
    return part(token, 0, white), part(token, white, len(string))


def only(token: Token, wanted: re.Pattern[str]) -> Token | None:
    """The parts of a text that match; None when none does."""
    whole = Text(token.string, tuple(Run(*piece) for piece in token.pieces))
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for match in wanted.finditer(token.string):
        text = whole.slice(*match.span())
        parts.append(text.value)
        pieces += ((run.index + length, run.start, run.end) for run in text.runs)
        length += len(text.value)
    if not parts:
        return None
    start, end = pieces[0][1], pieces[-1][2]
    return replace(token, start=start, end=end, string="".join(parts), pieces=tuple(pieces))
