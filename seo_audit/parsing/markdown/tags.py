"""Raw HTML inside Markdown: a small tolerant scanner that feeds a flow.

It knows no tree: each tag acts where it stands. Linear in the length of what it is given.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from seo_audit.document import BlockKind, Frame, Image, Text
from seo_audit.lazy import regex
from seo_audit.parsing.flow import Characters, Flow
from seo_audit.parsing.html.elements import FILLED_IN_ALTS, heading_level, is_hidden
from seo_audit.parsing.markdown.templates import without_fillers
from seo_audit.source import Span


class Place(Struct):
    """Where the characters of a piece of text stand in the source.

    Character `starts[i]` stands at `offsets[i]`, and those after it follow until `starts[i + 1]`.
    """

    starts: list[int]
    offsets: list[int]
    source: str

    def at(self, index: int) -> int:
        """Offset of a character."""
        if len(self.starts) == 1:
            return self.offsets[0] + index - self.starts[0]
        number = max(bisect_right(self.starts, index) - 1, 0)
        return self.offsets[number] + index - self.starts[number]

    def end(self, index: int) -> int:
        """Offset behind the character before `index`."""
        return self.at(index - 1) + 1 if index else self.at(0)

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """`start` to `end` in parts that stand together in the source."""
        if len(self.starts) == 1:
            return [(start, end)]
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, max(end - 1, start)) - 1
        if first >= last:
            return [(start, end)]
        cuts = [start, *self.starts[first + 1 : last + 1], end]
        return list(pairwise(cuts))


_TAG = regex(
    r"""<(?:(?P<close>/?)(?P<name>[A-Za-z][\w:-]{0,60})(?P<attributes>(?:[^<>"']++|"[^"]{0,5000}+"|'[^']{0,5000}+')*+)>"""
    r"|[!?][A-Za-z\[][^<>]*+>)"
)
_ATTRIBUTE = regex(r"""([^\s=<>"'/]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>`]++)))?""")
_ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NOTHING = frozenset(
    [
        "amp-anim",
        "amp-img",
        "audio",
        "canvas",
        "head",
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
"""Elements whose content is no text of the article."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_IMAGES = frozenset({"img", "amp-img", "amp-anim"})
_SAYINGS = ("role", "aria-level", "hidden", "aria-hidden", "style")
"""Attributes that say what an element is, or that nobody is to see or hear it."""
_NAMED_WITHIN = frozenset({"object", "svg"})
_NAMED_END = regex(r"</(?:object|svg)\b", re.IGNORECASE)
_DRAWING_TITLE = regex(r"<title\b[^<>]*+>([^<]*+)", re.IGNORECASE)
_ANY_TAG = regex(r"<[^<>]*+>")
_WRAPPERS = frozenset({"p", "div", "center"})
"""What authors put within a heading to lay it out: the heading goes on."""
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_KINDS: Mapping[str, BlockKind] = {
    "blockquote": BlockKind.QUOTE,
    "caption": BlockKind.CAPTION,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
}
_MARKS: Mapping[str, str] = {
    "b": "strong",
    "cite": "emphasis",
    "code": "code",
    "em": "emphasis",
    "i": "emphasis",
    "kbd": "code",
    "q": "emphasis",
    "samp": "code",
    "strong": "strong",
    "tt": "code",
    "var": "code",
}
_SIBLINGS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    # an opening tag ends an open element of the first set, unless one of the second lies between
    "li": (frozenset({"li"}), frozenset({"ol", "ul", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}


class _Element(Struct):
    name: str
    kind: bool = False
    language: bool = False
    marks: tuple[str, ...] = ()
    link: bool = False


class Tags:
    """The open HTML elements of one document, and what their tags do to its flow."""

    def __init__(self, flow: Flow, everything: str) -> None:
        self._flow = flow
        self._lower = everything.lower() if "<" in everything else ""
        self._last: dict[str, int] = {}
        self._stack: list[_Element] = []
        self._counts: dict[str, int] = {}
        self._skipping = ""
        self._skips_inline = False
        self._hidden_depth = 0
        """Within a hidden element: how many of its name are open; 0 where what is skipped is no text anyway."""
        self._paragraph = ""
        self._last_here: dict[str, int] = {}

    @property
    def skipping(self) -> bool:
        """Whether we are inside an element whose content is no text."""
        return bool(self._skipping)

    @property
    def in_code(self) -> bool:
        """Whether a <pre> is open: a blank line ends the block of HTML it began in, but not what browsers show."""
        return bool(self._counts.get("pre"))

    def block(self, content: str, place: Place) -> None:
        """Read a block of raw HTML."""
        unclosed = content.find("<!--")  # comments that end are blanked: this one hides the rest
        if unclosed >= 0:
            content = content[:unclosed]
        at = 0
        for match in _TAG.finditer(content):
            if match.start() > at:
                self._text(content, at, match.start(), place)
            at = match.end()
            self.tag(match, content, place, inline=False)
        if at < len(content):
            self._text(content, at, len(content), place)
        end = place.end(len(content.rstrip()))
        self._flow.finish(end)
        while self._stack and not self._closes_later(self._stack[-1].name, end):
            self._pop(end)

    def inline(self, content: str, start: int, end: int, place: Place) -> None:
        """Read one tag within a paragraph."""
        if match := _TAG.match(content, start, end):
            self.tag(match, content, place, inline=True)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def unwind(self, depth: int, offset: int) -> None:
        """Close the elements opened since there were `depth`: a paragraph's end ends them."""
        if self._skips_inline:
            self._skipping, self._skips_inline, self._hidden_depth = "", False, 0
        while len(self._stack) > depth:
            self._pop(offset)

    def tag(self, match: re.Match[str], content: str, place: Place, *, inline: bool) -> None:
        """Act on a tag."""
        name = (match["name"] or "").lower()
        if not name:
            return
        start, end = place.at(match.start()), place.end(match.end())
        if name in _WRAPPERS and any(map(self._counts.get, _HEADINGS)):
            inline = True
        if self._skipping:
            self._skip(name, match, content, place)
            return
        if match["close"]:
            self._close(name, end, inline=inline)
            if name in _BLOCK_TAGS:
                self._boundary(Span(start, end), end, inline=inline)
            return
        if name in _BLOCK_TAGS:
            self._boundary(Span(start, end), start, inline=inline)
        tag = _Tag(
            name, content, _attributes(content, match), place, Span(start, end), inline, match.end()
        )
        self._start(tag, empty=match[0].endswith("/>"))

    def _skip(self, name: str, match: re.Match[str], content: str, place: Place) -> None:
        """Act on a tag within an element that is skipped: it ends there, or links may still point into it."""
        if not match["close"] and self._hidden_depth:
            tag = _Tag(name, content, _attributes(content, match), place, Span(0, 0), inline=True)
            self._identify(tag)
        if name != self._skipping:
            return
        if match["close"]:
            self._hidden_depth -= self._hidden_depth > 0
            if not self._hidden_depth:
                self._skipping = ""
        elif self._hidden_depth and name != "p" and not match[0].endswith("/>"):
            self._hidden_depth += 1

    def _start(self, tag: "_Tag", *, empty: bool) -> None:
        """Act on a start tag; `empty` when it is written as `<x/>`."""
        self._identify(tag)
        sayings = tag.sayings()
        hidden = is_hidden(sayings)
        if tag.is_image():
            if not hidden or sayings.get("aria-hidden") == "true":
                self._flow.image(tag.image())
        elif tag.name == "br":
            self._flow.line_break(*tag.span)
        elif tag.name == "iframe":
            self._flow.frames.append(tag.frame())
        elif tag.name != "a" and not hidden:
            self._flow.name_link(tag.label())
        if tag.name in _NOTHING or (hidden and tag.name not in _VOID):
            if not empty and self._ends(tag):
                if tag.name in _NAMED_WITHIN and not hidden:
                    self._flow.name_link(tag.inner_name())
                self._skipping, self._skips_inline = tag.name, tag.inline
                self._hidden_depth = int(tag.name not in _NOTHING)
        elif tag.name not in _VOID and (tag.inline or not empty):
            self._open(tag, heading_level(tag.name, sayings))

    def _identify(self, tag: "_Tag") -> None:
        self._flow.ids.update(filter(None, (tag.value("id"), tag.value("name"))))

    def _ends(self, tag: "_Tag") -> bool:
        """Whether an end tag follows; in a paragraph that names « <video> or <audio> », none does before its end."""
        if not tag.inline:
            return self._closes_later(tag.name, tag.span.end)
        if tag.content is not self._paragraph:
            self._paragraph, self._last_here = tag.content, {}
        if tag.name not in self._last_here:
            self._last_here[tag.name] = tag.content.lower().rfind("</" + tag.name)
        last = self._last_here[tag.name]
        return last >= 0 and tag.place.at(last) >= tag.span.end

    def _closes_later(self, name: str, offset: int) -> bool:
        if name not in self._last:
            self._last[name] = self._lower.rfind("</" + name)
        return self._last[name] >= offset

    def _boundary(self, tag: Span, end: int, *, inline: bool) -> None:
        """A block begins or ends: within a paragraph of Markdown that is a line break."""
        if inline:
            self._flow.line_break(*tag)
        else:
            self._flow.finish(end)

    def _text(self, content: str, start: int, end: int, place: Place) -> None:
        if self._skipping:
            return
        if not self._flow.is_open:
            stripped = content[start:end].lstrip(" \t\n\r\f\v" + self._flow.ignored)
            if not stripped:
                return
            start = end - len(stripped)
            kind = BlockKind.CODE if self.in_code else self._flow.kind
            self._flow.begin(kind, place.at(start))
        _write(self._flow, content, start, end, place)

    def _open(self, tag: "_Tag", level: int) -> None:
        """Open an element: what it says holds until its end. `level` is 1–6 for a heading, else 0."""
        name = tag.name
        if name in _SIBLINGS:
            self._end_sibling(*_SIBLINGS[name], tag.span.start)
        element = _Element(name)
        if name in _KINDS and not tag.inline:
            element.kind = True
            self._flow.kinds.append(_KINDS[name])
        self._mark(element, tag)
        if name == "a" and "href" in tag.attributes:
            element.link = True
            if not self._flow.is_open and not tag.inline:
                self._flow.begin(self._flow.kind, tag.span.start)
            label = tag.value("aria-label") or tag.value("title")
            rel = tag.value("rel").lower().split()
            self._flow.open_link(tag.text("href") or Text(""), tag.span.start, label, rel)
        self._stack.append(element)
        self._counts[name] = self._counts.get(name, 0) + 1
        if tag.inline:
            return
        if level:
            self._flow.begin(BlockKind.HEADING, tag.span.start, level)
        elif name == "pre":
            self._flow.begin(BlockKind.CODE, tag.span.start)
        elif name in _KINDS or name in _HEADINGS or name in ("p", "summary", "legend"):
            self._flow.begin(self._flow.kind, tag.span.start)

    def _mark(self, element: _Element, tag: "_Tag") -> None:
        """Mark what is bold, code or in another language."""
        if tag.name in _MARKS:
            self._flow.open_mark(_MARKS[tag.name])
            element.marks += (_MARKS[tag.name],)
        language = tag.value("lang")
        if language and tag.name in _BLOCK_TAGS and not tag.inline:
            element.language = True
            self._flow.languages.append(language)
        elif language:
            self._flow.open_mark("foreign", language)
            element.marks += ("foreign",)

    def _end_sibling(self, names: frozenset[str], barriers: frozenset[str], offset: int) -> None:
        for number in range(len(self._stack) - 1, max(len(self._stack) - 40, -1), -1):
            name = self._stack[number].name
            if name in barriers:
                return
            if name in names:
                while len(self._stack) > number:
                    self._pop(offset)
                return

    def _close(self, name: str, offset: int, *, inline: bool) -> None:
        if not self._counts.get(name):
            return
        if name in _BLOCK_TAGS and not inline:
            self._flow.finish(offset)
        while self._stack:
            if self._pop(offset) == name:
                return

    def _pop(self, offset: int) -> str:
        element = self._stack.pop()
        self._counts[element.name] -= 1
        for mark in element.marks:
            self._flow.close_mark(mark)
        if element.link:
            self._flow.close_link(offset)
        if element.kind and self._flow.kinds:
            self._flow.kinds.pop()
        if element.language and self._flow.languages:
            self._flow.languages.pop()
        return element.name


class _Tag(Struct, frozen=True):
    """A start tag: where its attributes' values stand in `content`, and itself in the source."""

    name: str
    content: str
    attributes: Mapping[str, tuple[int, int]]
    place: Place
    span: Span
    inline: bool
    after: int = 0
    """Where the tag ends in `content`."""

    def value(self, name: str) -> str:
        """An attribute's value, white space collapsed; "" when there is none."""
        if name not in self.attributes:
            return ""
        said = without_fillers(self.content[slice(*self.attributes[name])])
        return " ".join(html.unescape(said).split())

    def text(self, *names: str) -> Text | None:
        """The value of the first of these attributes that is there."""
        for name in names:
            if name in self.attributes:
                return _value_text(self.content, *self.attributes[name], self.place)
        return None

    def sayings(self) -> dict[str, str]:
        """The attributes that say what the element is, or that it is hidden."""
        return {name: self.value(name) for name in _SAYINGS if name in self.attributes}

    def label(self) -> str:
        """What the element's attributes call it for those who hear the page; "" where none does."""
        return self.value("aria-label") or self.value("alt") or self.value("title")

    def inner_name(self) -> str:
        """What an element that is not shown as text is called within: the title of a drawing, a fallback."""
        close = _NAMED_END.search(self.content, self.after)
        if close is None:
            return ""
        inner = self.content[self.after : close.start()]
        found = _DRAWING_TITLE.search(inner) if self.name == "svg" else None
        return " ".join(html.unescape(found[1] if found else _ANY_TAG.sub(" ", inner)).split())

    def is_image(self) -> bool:
        """Whether the element shows an image with `src` and `alt`."""
        return self.name in _IMAGES or (
            self.name == "input" and self.value("type").lower() == "image"
        )

    def image(self) -> Image:
        """What an image element shows."""
        return Image(
            self.text("src", "data-src") or Text(""),
            self.text("alt"),
            self.span,
            self.value("width"),
            self.value("height"),
            self.value("role") in ("presentation", "none") or self.value("aria-hidden") == "true",
            self.value("aria-label") or self._filled_in_alt(),
        )

    def _filled_in_alt(self) -> str:
        return next((self.value(name) for name in FILLED_IN_ALTS if name in self.attributes), "")

    def frame(self) -> Frame:
        """What an `<iframe>` shows."""
        return Frame(self.text("src", "data-src") or Text(""), self.text("title"), self.span)


def _value_text(content: str, start: int, end: int, place: Place) -> Text:
    """An attribute's value, or other text with entities, as it is read."""
    characters = Characters()
    at = start
    for match in _ENTITY.finditer(content, start, end):
        _raw(characters, at, match.start(), place)
        value = html.unescape(match[0])
        characters.write(value, place.at(match.start()), place.end(match.end()))
        at = match.end()
    _raw(characters, at, end, place)
    return characters.text()


def _raw(characters: Characters, start: int, end: int, place: Place) -> None:
    for low, high in place.ranges(start, end):
        if low < high:
            offset = place.at(low)
            # from the source: a template tag in an address is kept
            value = place.source[offset : offset + high - low].replace("\0", "\ufffd")
            characters.write(value, offset, offset + high - low)


def _write(flow: Flow, content: str, start: int, end: int, place: Place) -> None:
    at = start
    for match in _ENTITY.finditer(content, start, end):
        _write_raw(flow, content, at, match.start(), place)
        flow.write(html.unescape(match[0]), place.at(match.start()), place.end(match.end()))
        at = match.end()
    _write_raw(flow, content, at, end, place)


def _write_raw(flow: Flow, content: str, start: int, end: int, place: Place) -> None:
    for low, high in place.ranges(start, end):
        if low < high:
            offset = place.at(low)
            flow.write(content[low:high], offset, offset + high - low)


def _attributes(content: str, match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Attributes by name in lower case, with where their values stand; the first of a name holds."""
    found: dict[str, tuple[int, int]] = {}
    start, end = match.span("attributes")
    for attribute in _ATTRIBUTE.finditer(content, start, end):
        group = attribute.lastindex or 1
        span = attribute.span(group) if group > 1 else (attribute.end(), attribute.end())
        found.setdefault(attribute[1].lower(), span)
    return found
