"""Where everything in an HTML page stands in its source.

lxml says what a page holds but not where. So we read the source once more with the rules by which
browsers cut it into tags and texts (WHATWG HTML, section 13.2.5 “Tokenization”), and lay these
tokens beside the tree: both are in the same order.
"""

import re
from collections import Counter
from html.entities import html5
from typing import NamedTuple

from seo_audit.document import Run, Text
from seo_audit.parsing.tree import Pieces, Tree
from seo_audit.source import Span

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = (
    rf"[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rf"(?>{_SPACE}*+={_SPACE}*+(?>\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+"
)
# every choice is final (possessive), so a match never tries twice; an unclosed tag runs to the end
_TOKEN = re.compile(
    rf"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*+)(?>[\t\n\f\r /]++|{_ATTRIBUTE})*+(?:>|\Z)"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    r"|(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z))"
)
_ONE_ATTRIBUTE = re.compile(
    rf"([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)?))?+"
)
_TAG_NAME = re.compile(r"<[a-zA-Z][^\t\n\f\r />]*+")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z][a-zA-Z0-9]*+;?)|\r\n")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE_RAW = frozenset({"title", "textarea"})
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW | _ESCAPABLE_RAW
}
_SCRIPT_STEPS = re.compile(r"<!--(?!-?>)|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_WRITTEN_BY_PARSER = {
    "html": frozenset[str](),
    "head": frozenset({"html"}),
    "body": frozenset({"html", "head"}),
    "p": frozenset({"html", "head", "body"}),
}
"""Elements lxml makes up, and the tags that may be dropped, being there already, before one is found."""
_LONGEST_ENTITY = max(map(len, html5))
_LOOK_AHEAD = 12
_WHITE = " \t\n\f\r"


class Token(NamedTuple):
    """A piece of the source: a tag, a comment or text."""

    kind: int
    name: str
    start: int
    end: int


TEXT, RAW_TEXT, START, END, COMMENT = range(5)


def tokens(source: str) -> list[Token]:
    """Cut a page into tags, texts and comments. Linear, and raises for no string."""
    found: list[Token] = []
    add = found.append
    search = _TOKEN.search
    position = 0
    length = len(source)
    while position < length:
        match = search(source, position)
        if match is None:
            add(Token(TEXT, "", position, length))
            break
        start, end = match.span()
        if start > position:
            add(Token(TEXT, "", position, start))
        position = end
        slash, name = match.groups()
        if name is None:
            if source.startswith("<!--", start):
                add(Token(COMMENT, "", start, end))
            continue
        name = name.lower().replace("\0", "\ufffd")
        if slash:
            add(Token(END, name, start, end))
            continue
        add(Token(START, name, start, end))
        if name in _RAW_ENDS and not _closes_itself(source, start, end):
            position = _raw_end(source, name, end)
            if position > end:
                add(Token(TEXT if name in _ESCAPABLE_RAW else RAW_TEXT, "", end, position))
        elif name == "plaintext":
            add(Token(RAW_TEXT, "", end, length))
            break
    return found


def _closes_itself(source: str, start: int, end: int) -> bool:
    """Whether a tag ends in a slash that belongs to no attribute: lxml then expects no contents."""
    if not source.endswith("/>", start, end):
        return False
    opening = _TAG_NAME.match(source, start, end)
    last = opening.end() if opening else start
    for match in _ONE_ATTRIBUTE.finditer(source, last, end):
        last = match.end()
    return last < end - 1


def _raw_end(source: str, name: str, start: int) -> int:
    """Where the contents of a script, style, title… end."""
    if name != "script":
        match = _RAW_ENDS[name].search(source, start)
        return match.start() if match else len(source)
    # « <!-- <script> » hides the next end tag, by the standard's « double escaped » states
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


def decode(source: str, start: int, end: int, *, raw: bool = False) -> tuple[str, Pieces]:
    """The characters that `source[start:end]` stands for, and where each one stands.

    `raw` text (of scripts, styles) has no character references.
    """
    text = source[start:end].replace("\0", "\ufffd")
    if ("&" not in text or raw) and "\r\n" not in text:
        return text.replace("\r", "\n"), ((0, start, end),)
    return _decode(text, start, raw=raw, attribute=False)


def _decode(text: str, start: int, *, raw: bool, attribute: bool) -> tuple[str, Pieces]:
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    index = literal = 0
    for match in _REFERENCE.finditer(text):
        reference = match[0]
        if reference == "\r\n":
            value, used = "\n", 2
        elif raw:
            continue
        else:
            value, used = _resolve(reference)
            if attribute and used and reference[used - 1] != ";":
                # “&copy=1” and “&notit” in an address are no references
                following = text[match.start() + used : match.start() + used + 1]
                if reference[1] != "#" and (following == "=" or following.isalnum()):
                    continue
        if not used:
            continue
        before = match.start()
        if before > literal:
            parts.append(text[literal:before].replace("\r", "\n"))
            pieces.append((index, start + literal, start + before))
            index += before - literal
        parts.append(value)
        pieces.append((index, start + before, start + before + used))
        index += len(value)
        literal = before + used
    if literal < len(text):
        parts.append(text[literal:].replace("\r", "\n"))
        pieces.append((index, start + literal, start + len(text)))
    return "".join(parts), tuple(pieces)


def _resolve(reference: str) -> tuple[str, int]:
    """The characters of a reference and how much of it they take; ("", 0) when it is none."""
    if reference[1] == "#":
        digits = reference[2:].rstrip(";")
        hexadecimal = digits[0] in "xX"
        digits = (digits[1:] if hexadecimal else digits).lstrip("0")
        # more digits than any character has; and int() refuses thousands of them
        number = int(digits or "0", 16 if hexadecimal else 10) if len(digits) < 8 else 0x110000
        if 0x80 <= number <= 0x9F:
            value = bytes((number,)).decode("windows-1252", "replace")
            return (chr(number) if value == "\ufffd" else value), len(reference)
        if not number or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\ufffd", len(reference)
        return chr(number), len(reference)
    for length in range(min(len(reference) - 1, _LONGEST_ENTITY), 1, -1):
        value = html5.get(reference[1 : length + 1], "")
        if value:
            return value, length + 1
    return "", 0


def attribute_text(source: str, start: int, end: int, name: str) -> Text | None:
    """The value of an attribute with its places, from the start tag at `source[start:end]`.

    None when the tag has no such attribute. The first of several counts, as in browsers.
    """
    opening = _TAG_NAME.match(source, start, end)
    if opening is None:
        return None
    for match in _ONE_ATTRIBUTE.finditer(source, opening.end(), end):
        if match[1].lower() == name:
            group = match.lastindex or 1
            if group == 1:
                return Text("", (Run(0, match.end(), match.end()),))
            first, last = match.span(group)
            text = source[first:last].replace("\0", "\ufffd")
            if "&" not in text and "\r" not in text:
                return Text(text, (Run(0, first, last),))
            value, pieces = _decode(text, first, raw=False, attribute=True)
            return Text(value, tuple(Run(*piece) for piece in pieces))
    return None


def align(source: str, page: list[Token], tree: Tree) -> None:
    """Fill in the tree's places: `starts`, `opened`, `stops` and `pieces`."""
    names, strings, ends = tree.names, tree.strings, tree.ends
    count = len(names)
    starts = tree.starts = [0] * count
    opened = tree.opened = [0] * count
    stops = tree.stops = [0] * count
    pieces: list[Pieces] = [()] * count
    tree.pieces = pieces
    open_elements: list[int] = []
    cursor = 0
    total = len(page)
    last: dict[str, int] = {}
    for number, token in enumerate(page):
        if token.kind == START:
            last[token.name] = number
    for node in range(count):
        closing: list[int] = []
        while open_elements and ends[open_elements[-1]] <= node:
            closing.append(open_elements.pop())
        name = names[node]
        before = cursor
        if name:
            cursor = _next_start(source, page, cursor, name, last)
            if cursor >= 0:
                token = page[cursor]
                starts[node], opened[node] = token.start, token.end
                place = token.start
                cursor += 1
                stop = cursor - 1
            else:
                cursor = stop = before
                place = page[cursor].start if cursor < total else len(source)
                starts[node] = opened[node] = place
            stops[node] = opened[node]
            if ends[node] > node + 1 or name not in _VOID:
                open_elements.append(node)
        else:
            cursor, stop = _place_text(source, page, cursor, node, strings[node], pieces)
            own = pieces[node]
            if own:
                place = own[0][1]
            else:
                # not found, which takes a page no browser would show: all we know is where to look
                place = page[stop].start if stop < total else len(source)
                pieces[node] = ((0, place, place),)
            starts[node] = opened[node] = place
            stops[node] = own[-1][2] if own else place
        if closing:
            _close(page, before, stop, closing, place, names, stops)
    closing = open_elements[::-1]
    if closing:
        _close(page, cursor, total, closing, len(source), names, stops)


_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "basefont", "bgsound", "frame", "keygen",
    }
)  # fmt: skip


def _next_start(
    source: str, page: list[Token], cursor: int, name: str, last: dict[str, int]
) -> int:
    """The token of the next start tag of this name; -1 when the parser made the element up."""
    if last.get(name, -1) < cursor:
        return -1
    repeated = _WRITTEN_BY_PARSER.get(name)
    for number in range(cursor, len(page)):
        token = page[number]
        if token.kind != START:
            if repeated is not None and token.kind == TEXT and source[token.start : token.end].strip(_WHITE):
                return -1
            continue
        if token.name == name:
            return number
        if repeated is not None and token.name not in repeated:
            return -1
    return -1


def _close(
    page: list[Token],
    first: int,
    last: int,
    closing: list[int],
    place: int,
    names: list[str],
    stops: list[int],
) -> None:
    """Give each closed element the end tag that closed it, else the place where it was closed."""
    waiting = Counter(names[node] for node in closing)
    done = 0
    for number in range(first, last):
        token = page[number]
        if token.kind != END or not waiting[token.name]:
            continue
        while True:
            node = closing[done]
            done += 1
            waiting[names[node]] -= 1
            if names[node] == token.name:
                stops[node] = token.end
                break
            stops[node] = token.start
        if done == len(closing):
            return
    for node in closing[done:]:
        stops[node] = max(place, stops[node])


def _place_text(
    source: str, page: list[Token], cursor: int, node: int, string: str, pieces: list[Pieces]
) -> tuple[int, int]:
    """Find a text of the tree in the source. Returns the cursor behind it and its first token."""
    total = len(page)
    # Beautiful Soup shortens white space that stands alone to one character
    shortened = string in ("\n", " ")
    found: list[tuple[int, int, int]] = []
    consumed = 0
    first = -1
    number = cursor
    tried = 0
    while number < total and consumed < len(string):
        token = page[number]
        number += 1
        if token.kind > RAW_TEXT:
            continue
        raw = source[token.start : token.end]
        if raw == string:
            pieces[node] = ((0, token.start, token.end),)
            return number, number - 1
        text, places = decode(source, token.start, token.end, raw=token.kind == RAW_TEXT)
        if shortened and not text.strip(_WHITE):
            pieces[node] = ((0, token.start, token.end),)
            return number, number - 1
        rest = string[consumed:] if consumed else string
        if rest.startswith(text) or text.startswith(rest):
            if first < 0:
                first = number - 1
            found.extend(
                (index + consumed, start, end)
                for index, start, end in places
                if index + consumed < len(string)
            )
            cursor = number
            if len(text) > len(rest):
                # the parser parted a text, as it does with white space before a page's first word
                middle = _end_of(places, len(rest))
                index, start, end = found[-1]
                found[-1] = (index, start, min(end, middle))
                cursor = number - 1
                page[cursor] = token._replace(start=middle)
            consumed += len(text)
            continue
        if shortened and text[:1] in _WHITE:
            kept = len(text.lstrip(_WHITE))
            middle = _end_of(places, len(text) - kept)
            pieces[node] = ((0, token.start, middle),)
            page[number - 1] = token._replace(start=middle)
            return number - 1, number - 1
        skipped = len(text) - len(text.lstrip(_WHITE))
        if skipped and not found and string.startswith(text[skipped:]):
            # white space at the start of a page is dropped
            first = number - 1
            cut = _cut(places, len(text), skipped)
            found.extend(cut)
            consumed += len(text) - skipped
            cursor = number
            continue
        tried += 1
        if tried > _LOOK_AHEAD:
            break
    if consumed < len(string) and first < 0:
        return cursor, cursor
    pieces[node] = tuple(found)
    return cursor, first if first >= 0 else cursor


def _end_of(places: Pieces, count: int) -> int:
    """Where the first `count` characters of a token end in the source."""
    index, start, end = next(place for place in reversed(places) if place[0] <= count)
    return start if index == count else min(start + count - index, end)


def _cut(places: Pieces, length: int, skipped: int) -> list[tuple[int, int, int]]:
    """The pieces without the first characters, their indices counted anew."""
    text = Text(" " * length, tuple(Run(*place) for place in places)).slice(skipped, length)
    return [(run.index, run.start, run.end) for run in text.runs]


def element_span(tree: Tree, node: int) -> Span:
    """An element's place: from its start tag to its end tag."""
    return Span(tree.starts[node], max(tree.stops[node], tree.starts[node]))
