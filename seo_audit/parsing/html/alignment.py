"""Where everything in an HTML page stands in its source.

lxml says what a page holds but not where. So we read the source once more with the rules by which
browsers cut it into tags and texts (WHATWG HTML, section 13.2.5 “Tokenization”), and lay these
tokens beside the tree: both are in the same order.
"""

import re
from collections import Counter
from html.entities import html5

from seo_audit.document import Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.html.tree import Pieces, Tree
from seo_audit.source import Span

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = (
    rf"[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rf"(?>{_SPACE}*+={_SPACE}*+(?>\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+"
)
# every choice is final (possessive), so a match never tries twice; an unclosed tag runs to the end
_TOKEN = regex(
    rf"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*+)(?>[\t\n\f\r /]++|{_ATTRIBUTE})*+(?:>|\Z)"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    r"|(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z))"
)
_ONE_ATTRIBUTE = regex(
    rf"([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)?))?+"
)
_TAG_NAME = regex(r"<[a-zA-Z][^\t\n\f\r />]*+")
_REFERENCE = regex(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z][a-zA-Z0-9]*+;?)|\r\n")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE_RAW = frozenset({"title", "textarea"})
_RAW_ENDS = {
    name: regex(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW | _ESCAPABLE_RAW
}
_SCRIPT_STEPS = regex(r"<!--(?!-?>)|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
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


Token = tuple[int, str, int, int]
"""A piece of the source: its kind (below), a tag's name in lower case, where it starts and ends."""
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
            add((TEXT, "", position, length))
            break
        start, end = match.span()
        if start > position:
            add((TEXT, "", position, start))
        position = end
        slash, name = match.groups()
        if name is None:
            if source.startswith("<!--", start):
                add((COMMENT, "", start, end))
            continue
        name = name.lower().replace("\0", "\ufffd")
        if slash:
            add((END, name, start, end))
            continue
        add((START, name, start, end))
        if name in _RAW_ENDS and not _closes_itself(source, start, end):
            position = _raw_end(source, name, end)
            if position > end:
                add((TEXT if name in _ESCAPABLE_RAW else RAW_TEXT, "", end, position))
        elif name == "plaintext":
            add((RAW_TEXT, "", end, length))
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


_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "basefont", "bgsound", "frame", "keygen",
    }
)  # fmt: skip


def align(source: str, page: list[Token], tree: Tree) -> None:
    """Fill in the tree's places: `starts`, `opened`, `stops` and `pieces`.

    `page` are the source's tokens; one that the parser parted is parted there, too.
    """
    _Aligner(source, page, tree).align()


class _Aligner:
    """Goes through tokens and nodes side by side: where it is."""

    def __init__(self, source: str, page: list[Token], tree: Tree) -> None:
        count = len(tree)
        self.source = source
        self.page = page
        self.tree = tree
        self.cursor = 0
        """The first token that no node has yet."""
        self.found = 0
        """The token of the node found last."""
        self.last = {tag: number for number, (kind, tag, _, _) in enumerate(page) if kind == START}
        """The last start tag of each name."""
        tree.starts = [0] * count
        tree.opened = [0] * count
        tree.stops = [0] * count
        tree.pieces = [()] * count

    def align(self) -> None:
        source, page, tree = self.source, self.page, self.tree
        names, strings, ends = tree.names, tree.strings, tree.ends
        starts, opened, stops, pieces = tree.starts, tree.opened, tree.stops, tree.pieces
        total = len(page)
        open_elements: list[int] = []
        for node, name in enumerate(names):
            closing = 0
            while closing < len(open_elements) and ends[open_elements[-1 - closing]] <= node:
                closing += 1
            before = cursor = self.cursor
            while cursor < total and page[cursor][0] == END:
                cursor += 1
            kind, tag, place, end = page[cursor] if cursor < total else (END, "", 0, 0)
            if name:
                if tag == name and kind == START:
                    # nearly always it is the next start tag
                    starts[node] = place
                    opened[node] = stops[node] = end
                    self.found = cursor
                    self.cursor = cursor + 1
                else:
                    place = self._place_element(node, name)
            elif kind <= RAW_TEXT and _is_written(strings[node], source, place, end):
                starts[node] = opened[node] = place
                stops[node] = end
                pieces[node] = ((0, place, end),)
                self.found = cursor
                self.cursor = cursor + 1
            else:
                place = self._place_text(node, strings[node])
            if closing:
                closed = open_elements[: -closing - 1 : -1]
                del open_elements[-closing:]
                self._close(closed, before, self.found, place)
            if ends[node] > node + 1 or (name and name not in _VOID):
                open_elements.append(node)
        if open_elements:
            self._close(open_elements[::-1], self.cursor, total, len(source))

    def _here(self) -> int:
        """The source offset of the next token."""
        return self.page[self.cursor][2] if self.cursor < len(self.page) else len(self.source)

    def _place_element(self, node: int, name: str) -> int:
        """Find an element's start tag, and return its place."""
        tree = self.tree
        number = self._next_start(name)
        if number < 0:
            place = end = self._here()
            self.found = self.cursor
        else:
            _, _, place, end = self.page[number]
            self.found = number
            self.cursor = number + 1
        tree.starts[node] = place
        tree.opened[node] = tree.stops[node] = end
        return place

    def _next_start(self, name: str) -> int:
        """The token of the next start tag of this name; -1 when the parser made the element up."""
        page, cursor = self.page, self.cursor
        if self.last.get(name, -1) < cursor:
            return -1
        repeated = _WRITTEN_BY_PARSER.get(name)
        for number in range(cursor, len(page)):
            kind, tag, start, end = page[number]
            if kind != START:
                if repeated is not None and kind == TEXT and self.source[start:end].strip(_WHITE):
                    return -1
                continue
            if tag == name:
                return number
            if repeated is not None and tag not in repeated:
                return -1
        return -1

    def _close(self, closing: list[int], first: int, last: int, place: int) -> None:
        """Give each closed element the end tag that closed it, else the place where it was closed."""
        page, names, stops = self.page, self.tree.names, self.tree.stops
        waiting: Counter[str] | None = None
        done = 0
        for number in range(first, last):
            kind, tag, start, end = page[number]
            if kind != END:
                continue
            if tag != names[closing[done]]:
                # a stray end tag, or some elements ended without one: counted, not searched for
                if waiting is None:
                    waiting = Counter(names[node] for node in closing[done:])
                if not waiting[tag]:
                    continue
                while names[closing[done]] != tag:
                    stops[closing[done]] = start
                    waiting[names[closing[done]]] -= 1
                    done += 1
            if waiting is not None:
                waiting[tag] -= 1
            stops[closing[done]] = end
            done += 1
            if done == len(closing):
                return
        for node in closing[done:]:
            stops[node] = max(place, stops[node])

    def _place_text(self, node: int, string: str) -> int:
        """Find a text in the source, and return its place."""
        tree = self.tree
        before = self.cursor
        self.found = -1
        pieces = self._find_text(string)
        if self.found < 0:
            self.found = before
        place = pieces[0][1] if pieces else self._here()
        # a text that is not found takes a page no browser would show: all we know is where to look
        tree.pieces[node] = tuple(pieces) or ((0, place, place),)
        tree.starts[node] = tree.opened[node] = place
        tree.stops[node] = pieces[-1][2] if pieces else place
        return place

    def _find_text(self, string: str) -> list[tuple[int, int, int]]:
        page = self.page
        # Beautiful Soup shortens white space that stands alone to one character
        shortened = string in {"\n", " "}
        found: list[tuple[int, int, int]] = []
        consumed = tried = 0
        number = self.cursor
        while number < len(page) and consumed < len(string) and tried < _LOOK_AHEAD:
            kind, _, start, end = page[number]
            number += 1
            if kind > RAW_TEXT:
                continue
            text, places = decode(self.source, start, end, raw=kind == RAW_TEXT)
            white = len(text) - len(text.lstrip(_WHITE))
            if shortened and white:
                self.found = number - 1
                self._take(number - 1, places, len(text), white)
                return [(0, start, self._here() if white < len(text) else end)]
            rest = string[consumed:] if consumed else string
            used = min(len(text), len(rest))
            skipped = 0
            if text[:used] != rest[:used]:
                # white space at the start of a page is dropped
                skipped, used = white, min(len(text) - white, len(rest))
                if found or not white or text[white : white + used] != rest[:used]:
                    tried += 1
                    continue
            if not found:
                self.found = number - 1
            taken = _part(places, len(text), skipped, skipped + used)
            found.extend((index + consumed, first, last) for index, first, last in taken)
            consumed += used
            self._take(number - 1, places, len(text), skipped + used)
        return found

    def _take(self, number: int, places: Pieces, length: int, used: int) -> None:
        """Move behind the first characters of a token: the parser may have parted it."""
        self.cursor = number + 1
        if used < length:
            kind, name, _, end = self.page[number]
            self.page[number] = (kind, name, _part(places, length, used, length)[0][1], end)
            self.cursor = number


def _is_written(string: str, source: str, start: int, end: int) -> bool:
    """Whether a token is this text as it stands, or the white space that stands for it."""
    if end - start == len(string):
        return source.startswith(string, start)
    return string in {"\n", " "} and not source[start:end].strip(_WHITE)


def _part(places: Pieces, length: int, first: int, last: int) -> Pieces:
    """The pieces of some characters, their indices counted anew."""
    if first == 0 and last == length:
        return places
    text = Text(" " * length, tuple(Run(*place) for place in places)).slice(first, last)
    return tuple((run.index, run.start, run.end) for run in text.runs)


def element_span(tree: Tree, node: int) -> Span:
    """An element's place: from its start tag to its end tag."""
    return Span(tree.starts[node], max(tree.stops[node], tree.starts[node]))
