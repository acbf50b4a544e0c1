"""Turns markdown-it's tokens into blocks, links and images."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from seo_audit.document import BlockKind, Image, Run, Text
from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.flow import Characters, Flow
from seo_audit.parsing.limits import MOST_PIECES, TOO_MANY
from seo_audit.parsing.markdown.body import Body
from seo_audit.parsing.markdown.conditions import TabSet, tabs
from seo_audit.parsing.markdown.destinations import address_text, destination
from seo_audit.parsing.markdown.states import BlockState, TooManyPiecesError
from seo_audit.parsing.markdown.syntax import DEEPEST, Markdown
from seo_audit.parsing.markdown.tags import Place, Tags
from seo_audit.source import Span, is_book

_INLINE_DEEPEST = 20
"""Brackets within brackets, as CommonMark's own preset has it: every level costs a pass."""

TOO_DEEP = Message(
    fr="{name} : listes ou citations imbriquées sur plus de {limit} niveaux, la limite",
    en="{name}: lists or quotes nested over {limit} levels, the limit",
)

_SYNTAX = regex(r"[\\`*_~\[\]<&\n^]")
"""What begins inline syntax; text without any of these stands for itself."""
_KINDS: Mapping[str, BlockKind] = {
    "admonition_open": BlockKind.PARAGRAPH,
    "blockquote_open": BlockKind.QUOTE,
    "dd_open": BlockKind.LIST_ITEM,
    "dt_open": BlockKind.LIST_ITEM,
    "footnote_reference_open": BlockKind.LIST_ITEM,
    "list_item_open": BlockKind.LIST_ITEM,
}
_ENDS = frozenset(name.replace("_open", "_close") for name in _KINDS)
_CAPTION = regex(r"(?:Table)?:[ \t]+(?=\S)")
"""What begins the caption that pandoc reads behind a table."""
_CALLOUT = regex(r"[ \t]*:{3,}[ \t]*(?:\{[^{}\n]*\.callout-[^{}\n]*\}|callout-[a-z]+)[ \t]*")
_NEAR = 300
"""Characters above a heading that are looked at."""
_TABS = ".panel-tabset"
_ALERT = regex(r"\[![A-Za-z]+\][+-]?")


class Reader:
    """Turns markdown-it's tokens into a flow."""

    def __init__(self, body: Body, flow: Flow) -> None:
        self._body = body
        self._flow = flow
        self._tags = Tags(flow, body.source)
        self._md = Markdown(mdx=body.is_mdx)
        self._env: dict[str, Any] = {}
        self._item_start: int | None = None
        self._notes: list[tuple[int, int]] = []
        self._behind_table = False
        self._tabs: list[TabSet] | None = None
        self._handlers: Mapping[str, Callable[[Token, _Where], None]] = {
            "code_inline": self._code_span,
            "em_close": self._emphasis,
            "em_open": self._emphasis,
            "embed": self._embed,
            "footnote_inline": self._note,
            "hardbreak": self._hard_break,
            "html_inline": self._tag,
            "image": self._image,
            "link_close": self._close_link,
            "link_open": self._open_link,
            "softbreak": self._soft_break,
            "strong_close": self._strong,
            "strong_open": self._strong,
            "text": self._text,
            "text_special": self._special,
            "wikilink": self._wikilink,
        }

    def read(self) -> None:
        """Read the whole body."""
        tokens: list[Token] = []
        if not self._body.text.strip():
            return
        state = BlockState(self._body.text, self._md, self._env, tokens, MOST_PIECES)
        try:
            self._md.block.tokenize(state, 0, state.lineMax)
        except TooManyPiecesError as error:
            raise SourceError(TOO_MANY, name=self._body.name, limit=MOST_PIECES) from error
        self._md.options["maxNesting"] = _INLINE_DEEPEST
        if any(token.level >= DEEPEST - 1 for token in tokens):
            raise SourceError(TOO_DEEP, name=self._body.name, limit=DEEPEST // 2)
        previous = None
        for number, token in enumerate(tokens):
            self._token(token, previous, tokens, number, state)
            previous = token

    def _token(
        self,
        token: Token,
        previous: Token | None,
        tokens: list[Token],
        number: int,
        state: StateBlock,
    ) -> None:
        kinds = self._flow.kinds
        if token.type == "inline":
            self._block(token, previous, state)
            self._behind_table = False
        elif token.type == "table_close":
            self._behind_table = True
        elif token.type in ("fence", "code_block"):
            self._code(token, state)
        elif token.type == "html_block":
            place = self._place(token.meta["pieces"], 0)
            self._tags.block(token.content, place)
        elif token.type in _KINDS:
            kind = _KINDS[token.type]
            if token.type == "list_item_open":
                self._item_start = self._body.offset(int(token.attrs["start"]))
            elif token.type == "blockquote_open" and _is_alert(tokens, number):
                kind = BlockKind.PARAGRAPH
            kinds.append(kind)
        elif token.type in _ENDS and kinds:
            kinds.pop()
            self._item_start = None

    def _place(self, pieces: list[tuple[int, int]], lead: int) -> Place:
        body = self._body
        return Place(
            [at - lead for at, _ in pieces],
            [body.offset(start) for _, start in pieces],
            body.source,
        )

    def _block(self, token: Token, previous: Token | None, state: StateBlock) -> None:
        """A block with inline content."""
        content = token.content
        pieces = token.meta["pieces"]
        place = self._place(pieces, token.meta["joined"].find(content) if content else 0)
        start, end = place.at(0), place.end(len(content))
        kind, level = self._kind(previous, content, start)
        begun = 0
        if previous is not None and previous.type == "heading_open" and not self._tags.skipping:
            if previous.meta:
                start = self._body.offset(previous.meta["start"])
                end = self._body.offset(previous.meta["end"])
            elif previous.map:
                end = self._body.offset(state.eMarks[previous.map[1] - 1])
        if kind is BlockKind.CAPTION and (sign := _CAPTION.match(content)):
            content = self._body.filler * sign.end() + content[sign.end() :]
        if kind is BlockKind.PARAGRAPH and (alert := _ALERT.match(content)):
            content = self._body.filler * alert.end() + content[alert.end() :]
            begun = (
                max(content.find("\n"), 0)
                if content[alert.end() : content.find("\n")].strip()
                else 0
            )
        if self._item_start is not None:
            start, self._item_start = self._item_start, None
        self._flow.begin(kind, start, level)
        depth = self._tags.depth
        if begun:
            # the title of an alert is no part of its first sentence
            self._inline(content, 0, begun, content, place)
            self._flow.begin(kind, place.at(begun + 1), level)
        self._inline(content, begun, len(content), content, place)
        self._tags.unwind(depth, end)
        self._flow.finish(end)
        self._write_notes(content, place, depth, end)

    def _kind(self, previous: Token | None, content: str, start: int) -> tuple[BlockKind, int]:
        """What a block is, by what it stands in, and its level."""
        within = previous.type if previous is not None else ""
        if self._tags.in_code:
            return BlockKind.CODE, 0
        if previous is not None and within == "heading_open" and not self._tags.skipping:
            if not (self._titles_callout(previous, start) or self._titles_tab(previous, start)):
                return BlockKind.HEADING, int(previous.tag[1])
        elif within == "td_open":
            # the line below a table looks like one of its rows
            is_caption = content[:1] == ":" and _CAPTION.match(content)
            return (BlockKind.CAPTION if is_caption else BlockKind.TABLE_CELL), 0
        elif within == "th_open":
            return BlockKind.TABLE_CELL, 0
        elif self._behind_table and within == "paragraph_open" and _CAPTION.match(content):
            return BlockKind.CAPTION, 0
        return self._flow.kind, 0

    def _titles_callout(self, heading: Token, start: int) -> bool:
        """Whether a heading is what Quarto makes the title of a callout: the first thing in it."""
        if heading.meta:
            start = self._body.offset(heading.meta["start"])
        above = self._body.source[max(start - _NEAR, 0) : start].rstrip().rpartition("\n")[2]
        return _CALLOUT.fullmatch(above) is not None

    def _titles_tab(self, heading: Token, start: int) -> bool:
        """Whether a heading is what Quarto writes on a tab: the first in `::: {.panel-tabset}`, and those of its level."""
        if _TABS not in self._body.source:
            return False
        if heading.meta:
            start = self._body.offset(heading.meta["start"])
        if self._tabs is None:
            self._tabs = tabs(self._body.source)
        around = next((one for one in self._tabs if one.span.start < start < one.span.end), None)
        return around is not None and int(heading.tag[1]) == around.level

    def _write_notes(self, content: str, place: Place, depth: int, end: int) -> None:
        """The inline footnotes of a block, each as one of its own."""
        while self._notes:
            notes, self._notes = self._notes, []
            for low, high in notes:
                self._flow.begin(BlockKind.LIST_ITEM, place.at(low))
                self._inline(content, low, high, content, place)
                self._tags.unwind(depth, end)
                self._flow.finish(place.end(high))

    def _code(self, token: Token, state: StateBlock) -> None:
        if self._tags.skipping:
            return
        if _CELL.match(token.info):
            return  # Quarto and knitr run it: readers get what it gives, and often not the code
        first, after = token.map or (0, 0)
        offset = self._body.offset
        start, end = offset(state.bMarks[first]), offset(state.eMarks[max(after - 1, first)])
        self._flow.begin(BlockKind.CODE, start)
        pieces = token.meta.get("pieces", [])
        for number, (at, begin) in enumerate(pieces):
            until = pieces[number + 1][0] if number + 1 < len(pieces) else len(token.content)
            value = token.content[at:until]
            line = value.removesuffix("\n")
            low = offset(begin)
            high = low + len(line)
            if line.isspace() and self._body.source[low : low + 1] == "\t" and line[0] == " ":
                self._flow.write(line, low, low + 1)  # what is left of a tab
                continue
            # from the source: template tags in code are code
            code = self._body.source[low:high].replace("\0", "\ufffd")
            self._flow.write(code, low, high)
            if line != value:
                self._flow.write("\n", high, max(offset(begin + len(value)), high + 1))
        self._flow.finish(end)

    def _inline(self, text: str, start: int, end: int, content: str, place: Place) -> None:
        """Read `text[start:end]`, which is Markdown's inline syntax."""
        if _SYNTAX.search(text, start, end) is None:
            if not self._tags.skipping:
                _write(self._flow, text, start, end, place)
            return
        tokens: list[Token] = []
        self._md.inline.parse(text[start:end], self._md, self._env, tokens)
        self._walk(tokens, start, content, place)

    def _walk(self, tokens: list[Token], base: int, content: str, place: Place) -> None:
        where = _Where(content, base, place)
        for token in tokens:
            handle = self._handlers.get(token.type)
            if handle and (not self._tags.skipping or token.type == "html_inline"):
                handle(token, where)

    def _tag(self, token: Token, where: "_Where") -> None:
        at = where.index(token)
        self._tags.inline(where.content, at, at + len(token.content), where.place)

    def _text(self, token: Token, where: "_Where") -> None:
        start = where.index(token) + where.shift
        _write(self._flow, where.content, start, start + len(token.content), where.place)

    def _special(self, token: Token, where: "_Where") -> None:
        """An escape or an entity."""
        at = where.index(token)
        end = where.place.end(at + len(token.markup))
        self._flow.write(token.content, where.place.at(at), end)

    def _soft_break(self, token: Token, where: "_Where") -> None:
        newline = where.base + token.meta["newline"]
        self._flow.space(where.place.at(where.index(token)), where.place.at(newline) + 1)

    def _hard_break(self, token: Token, where: "_Where") -> None:
        at = where.index(token)
        if "newline" in token.meta:
            start, newline = where.place.at(at), where.place.at(where.base + token.meta["newline"])
        else:  # a backslash before the line end
            start = newline = where.place.at(at + 1)
        self._flow.line_break(start, newline + 1)

    def _strong(self, token: Token, where: "_Where") -> None:  # noqa: ARG002  handlers are alike
        if token.nesting > 0:
            self._flow.open_mark("strong")
        else:
            self._flow.close_mark("strong")

    def _emphasis(self, token: Token, where: "_Where") -> None:  # noqa: ARG002  as above
        if token.nesting > 0:
            self._flow.open_mark("emphasis")
        else:
            self._flow.close_mark("emphasis")

    def _note(self, token: Token, where: "_Where") -> None:
        start = where.index(token) + 2
        self._notes.append((start, start + len(token.content)))

    def _code_span(self, token: Token, where: "_Where") -> None:
        content = where.content
        if _RUN.match(token.content) and is_book(self._body.name):
            return  # a value stands there once it is run
        start = where.index(token) + len(token.markup)
        end = start + len(token.content)
        raw = content[start:end].replace("\n", " ")
        if raw != token.content or not content.startswith(token.markup, end):
            start, end = start + 1, end + 1  # a space at each side is no part of it
        self._flow.open_mark("code")
        _write(self._flow, content, start, end, where.place)
        self._flow.close_mark("code")

    def _open_link(self, token: Token, where: "_Where") -> None:
        at = where.index(token)
        if token.markup == "autolink":
            where.shift = 1  # its text is pushed where the bracket stands
            where.link_end = where.content.find(">", at) + 1
            url = where.content[at + 1 : where.link_end - 1]
            start = where.place.at(at + 1)
            href = Text(url, (Run(0, start, start + len(url)),))
            if str(token.attrs["href"]) != url:
                runs = (Run(0, start, start), Run(7, start, start + len(url)))
                href = Text("mailto:" + url, runs)
            self._flow.open_link(href, where.place.at(at))
            return
        where.link_end = where.base + token.meta["end"]
        label = str(token.attrs.get("title", "")).replace(self._body.filler, "")
        self._flow.open_link(self._address(token, where), where.place.at(at), label)

    def _close_link(self, token: Token, where: "_Where") -> None:  # noqa: ARG002  handlers are alike
        where.shift = 0
        self._flow.close_link(where.place.end(where.link_end))

    def _wikilink(self, token: Token, where: "_Where") -> None:
        """`[[page|text]]`: the text, or the page’s name without its folders."""
        target, text = (Span(*token.meta[name]) for name in ("target", "text"))
        shown = text
        if text.start < 0 or text.start == text.end:
            name = where.content[where.base + target.start : where.base + target.end]
            shown = Span(target.start + _last_name(name), target.end)
        address = self._part(where, target)
        self._flow.open_link(address, where.place.at(where.index(token)))
        start, end = where.base + shown.start, where.base + shown.end
        _write(self._flow, where.content, start, end, where.place)
        self._flow.close_link(where.place.end(where.base + token.meta["end"]))

    def _embed(self, token: Token, where: "_Where") -> None:
        """`![[picture.png|text]]`: an image; another note, a sound or a document is none."""
        target, text = (Span(*token.meta[name]) for name in ("target", "text"))
        source = self._part(where, target)
        if not _PICTURE.search(source.value):
            return
        alt = (
            self._part(where, text)
            if text.start >= 0
            else _nothing(where.place.at(where.index(token) + 3))
        )
        if _SIZE.fullmatch(alt.value):
            alt = alt.slice(0, 0)
        span = Span(
            where.place.at(where.index(token)), where.place.end(where.base + token.meta["end"])
        )
        self._flow.image(Image(source, alt, span))

    @staticmethod
    def _part(where: "_Where", part: Span) -> Text:
        """A part of a token as it stands."""
        characters = Characters()
        _write(
            characters, where.content, where.base + part.start, where.base + part.end, where.place
        )
        return characters.text()

    def _address(self, token: Token, where: "_Where") -> Text:
        """The address of a link or an image."""
        content, place = where.content, where.place
        label_end, end = where.base + token.meta["label_end"], where.base + token.meta["end"]
        if content.startswith("(", label_end + 1) and end > label_end + 1:
            at = label_end + 2
            while content[at] in " \t\n":
                at += 1
            span = destination(content, at)
            if span is None or span[0] >= span[1]:
                return _nothing(place.at(at))
            return address_text(content, *span, place)
        reference = self._env["references"][token.meta["label"]]
        start, stop = reference["span"]
        offset = self._body.offset(start)
        if start == stop:
            return Text(reference["href"], (Run(0, offset, offset),))
        here = Place([start], [offset], self._body.source)
        return address_text(self._body.text, start, stop, here)

    def _image(self, token: Token, where: "_Where") -> None:
        at = where.index(token)
        token.meta["label_end"] = token.meta["at"] + 2 + len(token.content)
        characters = Characters(self._body.filler)
        _write_alt(token, where, characters)
        alt = characters.text()
        span = Span(where.place.at(at), where.place.end(where.base + token.meta["end"]))
        self._flow.image(
            Image(
                self._address(token, where),
                alt if alt.runs else _nothing(where.place.at(at + 2)),
                span,
            )
        )


_CELL = regex(
    r"\{(?:r|python|julia|ojs|bash|sh|sql|dot|mermaid|stan|rcpp|css|js|webr(?:-r)?|pyodide(?:-python)?|code-cell)\b[^}]*\}|\{=\w+\}",
    re.IGNORECASE,
)
_RUN = regex(r"r[ ]|\{(?:r|python|julia|ojs)\}[ ]")
"""How code begins that Quarto and knitr run within a sentence."""
_PICTURE = regex(r"\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)\s*\Z", re.IGNORECASE)
_SIZE = regex(r"\s*\d+(?:x\d+)?\s*")


def _last_name(target: str) -> int:
    """Where the name of a page begins that a link names with its folders: behind the last slash, or `#` alone."""
    page = target.partition("#")[0]
    return page.rfind("/") + 1 if page else 1


class _Where(Struct):
    """The block whose inline tokens are read: theirs are indices of `content` from `base` on."""

    content: str
    base: int
    place: Place
    shift: int = 0
    link_end: int = 0

    def index(self, token: Token) -> int:
        """Where a token begins in the content."""
        return self.base + int(token.meta.get("at", 0))


def _write(to: Flow | Characters, content: str, start: int, end: int, place: Place) -> None:
    """Add characters that stand for themselves, part by part where the source parts them."""
    for low, high in place.ranges(start, end):
        if low < high:
            offset = place.at(low)
            to.write(content[low:high], offset, offset + high - low)


def _write_alt(image: Token, where: _Where, characters: Characters) -> None:
    """The plain text of an image's description."""
    inner = _Where(where.content, where.index(image) + 2, where.place)
    for token in image.children or []:
        at = inner.index(token)
        offset = inner.place.at(at)
        if token.type == "text" and token.content:
            start = at + inner.shift
            _write(characters, inner.content, start, start + len(token.content), inner.place)
        elif token.type == "text_special":
            characters.write(token.content, offset, inner.place.end(at + len(token.markup)))
        elif token.type in ("softbreak", "hardbreak"):
            characters.space(offset, offset + 1)
        elif token.type == "code_inline":
            start = at + len(token.markup)
            start += not inner.content.startswith(token.content[:1], start)
            _write(characters, inner.content, start, start + len(token.content), inner.place)
        elif token.type == "image":
            _write_alt(token, inner, characters)
        elif token.type in ("link_open", "link_close"):
            inner.shift = int(token.markup == "autolink" and token.nesting > 0)


def _nothing(offset: int) -> Text:
    """An empty text that still has a place."""
    return Text("", (Run(0, offset, offset),))


def _is_alert(tokens: list[Token], number: int) -> bool:
    """Whether a quote is an alert (`> [!NOTE]`): no quotation."""
    after = tokens[number + 1 : number + 3]
    return len(after) == 2 and after[1].type == "inline" and bool(_ALERT.match(after[1].content))
