"""Markdown articles: CommonMark with tables, strikethrough, footnotes, definition lists, admonitions.

markdown-it-py parses; positions come from its own states, which are subclassed here to remember
where each line and each inline token begins. Only this module imports it.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.helpers import parseLinkDestination
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import heading as heading_rule
from markdown_it.rules_block import reference as reference_rule
from markdown_it.rules_block import table as table_rule
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_rule
from markdown_it.rules_inline import link as link_rule
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def
from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import (
    Block,
    BlockKind,
    Document,
    Image,
    Metadata,
    Run,
    Text,
)
from seo_audit.errors import SourceError
from seo_audit.french.word_lists import core, plain
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.flow import Characters, Flow
from seo_audit.parsing.front_matter.header import FRONT_MATTER_NAMES, Header
from seo_audit.parsing.front_matter.header import read as read_header
from seo_audit.parsing.markdown.names import heading_ids, slug
from seo_audit.parsing.markdown.tags import Place, Tags
from seo_audit.parsing.markdown.templates import blank
from seo_audit.source import Source, Span

DEEPEST = 100
"""Lists and quotes nested deeper than this are refused."""

__all__ = ["DEEPEST", "FRONT_MATTER_NAMES", "parse"]

_INLINE_DEEPEST = 20
"""Brackets within brackets, as CommonMark's own preset has it: every level costs a pass."""

TOO_DEEP = Message(
    fr="{name} : listes ou citations imbriquées sur plus de {limit} niveaux, la limite",
    en="{name}: lists or quotes nested over {limit} levels, the limit",
)

_CONTAINER = regex(
    r":{3,}+[ \t]*+(?:[\w-]++)?[ \t]*+(?:\{[^}\n]*+\})?[ \t]*+(?:\[([^\]\n]*+)\]|([^\[\]{}:\n]*+))[^\n\w]*+$",
    re.MULTILINE,
)
_INDENTED = regex(
    r'(?:(?:!!!|\?\?\?\+?)[ \t]++[\w-][^"\n]*+|===[!+]?[ \t]++(?="))(?:"([^"\n]*+)"[ \t]*+)?$',
    re.MULTILINE,
)
_SYNTAX = regex(r"[\\`*_~\[\]<&\n^]")
"""What begins inline syntax; text without any of these stands for itself."""

_FOOTNOTE = regex(r"\[\^([^\]\s]{1,200}+)\]")
_DEFINITION = regex(r"\[(?:[^\\\[\]]|\\.){0,999}+\]:[ \t]*+(?:\n[ \t>]*+)?")
_PIPE = regex(r"\|")
_KINDS: Mapping[str, BlockKind] = {
    "admonition_open": BlockKind.PARAGRAPH,
    "blockquote_open": BlockKind.QUOTE,
    "dd_open": BlockKind.LIST_ITEM,
    "dt_open": BlockKind.LIST_ITEM,
    "footnote_reference_open": BlockKind.LIST_ITEM,
    "list_item_open": BlockKind.LIST_ITEM,
}
_ENDS = frozenset(name.replace("_open", "_close") for name in _KINDS)
_ALERT = regex(r"\[![A-Za-z]+\][+-]?")
_ESCAPE = regex(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def parse(source: Source, *, names: Mapping[str, Sequence[str]] = FRONT_MATTER_NAMES) -> Document:
    """Read a Markdown article. `names` says which keys of the front matter mean what.

    Raises:
        SourceError: lists or quotes are nested deeper than DEEPEST levels.
    """
    header = read_header(source, names)
    front_matter = header.front_matter if header else None
    start = front_matter.span.end if front_matter else 0
    body = _Body(source, start)
    flow = Flow(body.filler, source.text)
    flow.ids.update(body.ids)
    _Reader(body, flow).read()
    blocks = tuple(flow.blocks)
    links = flow.links()
    metadata = _metadata(source, header, names)
    if metadata.title and not _names_itself(blocks, metadata.title.value):
        span = metadata.title.span() or Span(0, 0)
        blocks = (Block(BlockKind.HEADING, metadata.title, span, 1), *blocks)
        links = tuple(
            replace(link, block=link.block + 1) if link.block is not None else link
            for link in links
        )
    settings = front_matter.get("seo") if front_matter else None
    return Document(
        source=source,
        format="markdown",
        blocks=blocks,
        metadata=metadata,
        front_matter=front_matter,
        links=links,
        images=tuple(flow.images),
        frames=tuple(flow.frames),
        comments=body.comments,
        ids=frozenset(flow.ids) | heading_ids(blocks),
        settings=settings.value if settings and isinstance(settings.value, dict) else {},
    )


def _names_itself(blocks: Sequence[Block], title: str) -> bool:
    """Whether the body holds the article's main heading, so that the front matter's title is none.

    It is the level-1 heading that repeats the title, or the only one, before all other headings.
    Several that say something else are sections: a blog's theme prints the title above them.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    mains = [block for block in headings if block.level == 1]
    if len(mains) == 1 and mains[0] is headings[0]:
        return True
    told = core(plain(title))
    names = (core(plain(block.text.value)) for block in mains[:1])
    return any(name and (name in told or told in name) for name in names)


class _Body:
    """The article below its front matter, as the parser is given it.

    A line feed ends each line, markup for machines is blanked. `offset` turns its offsets into the
    source's.
    """

    def __init__(self, source: Source, start: int) -> None:
        text = source.text[start:]
        self.source = source.text
        self.name = source.name
        self._start = start
        self._pairs: list[int] = []
        """Where a line end of the body stands for two characters."""
        if "\r" in text:
            pairs = [match.start() for match in re.finditer("\r\n", text)]
            self._pairs = [at - number for number, at in enumerate(pairs)]
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        blanked = blank(text.replace("\0", "\ufffd"), mdx=_is_mdx(source))
        self.text = blanked.text
        self.filler = blanked.filler
        self.ids = blanked.ids
        self.comments = tuple(self._comment(span) for span in blanked.comments)

    def offset(self, index: int) -> int:
        """Where a character of the body stands in the source."""
        if not self._pairs:
            return self._start + index
        return self._start + index + bisect_left(self._pairs, index)

    def _comment(self, span: Span) -> Text:
        start, end = self.offset(span.start), self.offset(span.end)
        return Text(self.source[start:end], (Run(0, start, end),) if end > start else ())


def _is_mdx(source: Source) -> bool:
    name = source.path.name if source.path else source.name
    return name.lower().endswith(".mdx")


class _BlockState(StateBlock):
    """Remembers where in the text the lines of each block begin, containers' markers left out."""

    def __init__(self, text: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(text, md, env, tokens)
        self.pieces: list[tuple[int, int]] = []
        self.joined = ""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            token.meta = {"pieces": self.pieces, "joined": self.joined}
        elif ttype == "list_item_open":
            # in attrs, for the rule sets meta itself
            token.attrs = {"start": self.bMarks[self.line] + self.tShift[self.line]}
        return token

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803  markdown-it's names
        content = super().getLines(begin, end, indent, keepLastLF)
        pieces: list[tuple[int, int]] = []
        at = 0
        for line in range(begin, end):
            stop = self.eMarks[line] + (1 if line + 1 < end or keepLastLF else 0)
            first = self._first(line, indent, stop)
            virtual = first[1]
            if virtual:
                pieces.append((at, first[0] - 1))
            pieces.append((at + virtual, first[0]))
            at += virtual + max(stop - first[0], 0)
        self.pieces, self.joined = pieces, content
        if (
            self.tokens and self.tokens[-1].type == "inline"
        ):  # a definition's term: pushed, then read
            self.tokens[-1].meta = {"pieces": pieces, "joined": content}
        if self.tokens and self.tokens[-1].type in ("fence", "html_block", "code_block"):
            self.tokens[-1].meta.setdefault("pieces", pieces)
        return content

    def _first(self, line: int, indent: int, stop: int) -> tuple[int, int]:
        """Where the line begins once `indent` columns are cut, and the columns of a tab left over."""
        first = start = self.bMarks[line]
        column = 0
        while first < stop and column < indent:
            char = self.src[first]
            if char == "\t":
                column += 4 - (column + self.bsCount[line]) % 4
            elif char == " " or first - start < self.tShift[line]:
                column += 1
            else:
                break
            first += 1
        return first, max(column - indent, 0)


class _InlineState(StateInline):
    """Remembers where in the content each token begins, as meta["at"]."""

    _delimiters_at = -1
    _delimiters = 0
    _odd = 0

    def pushPending(self) -> Token:  # noqa: N802  markdown-it's name
        start = self.pos - len(self.pending)
        token = super().pushPending()
        token.meta = {"at": start}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        at = self.pos
        token = super().push(ttype, tag, nesting)
        if ttype == "text" and self.src[at] in "*_~":
            at += self._delimiter_offset(at)
        token.meta = {"at": at}
        return token

    def _delimiter_offset(self, at: int) -> int:
        """A run of delimiters is pushed piece by piece while `pos` stays at its start."""
        self._delimiters = self._delimiters + 1 if self._delimiters_at == at else 0
        self._delimiters_at = at
        if self.src[at] != "~":
            return self._delimiters
        if not self._delimiters:
            end = at
            while end < self.posMax and self.src[end] == "~":
                end += 1
            self._odd = (end - at) % 2  # an odd run is one, then pairs
            return 0
        return self._delimiters * 2 - self._odd


class _InlineParser(ParserInline):
    """markdown-it's inline parser with states that remember places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Markdown(MarkdownIt):
    """The parser with our rules; addresses are kept as they stand."""

    def __init__(self) -> None:
        super().__init__(
            "commonmark", {"maxNesting": DEEPEST, "store_labels": True, "tasklists": True}
        )
        self.inline = _InlineParser()
        inline = self.inline.ruler
        inline.disable("linkify")
        inline.at("newline", _newline)
        inline.at("link", _link)
        inline.at("image", _image)
        inline.after("image", "footnote_inline", _footnote_inline)
        inline.after("footnote_inline", "footnote_ref", _footnote_reference)
        self.inline.ruler2.disable("fragments_join")
        block = self.block.ruler
        block.enable("table")
        block.disable("heading")
        # first, as in GitHub's own parser: nothing else begins with "#"
        block.before("table", "atx", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
        block.at("reference", _reference)
        block.at("table", _table, {"alt": ["paragraph", "reference"]})
        block.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
        block.before(
            "blockquote",
            "admonition",
            _admonition,
            {"alt": ["paragraph", "reference", "blockquote", "list"]},
        )
        self.use(deflist_plugin)

    def normalizeLink(self, url: str) -> str:  # noqa: N802  markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  markdown-it's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  every address is judged by rules
        return True


def _newline(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, which also says where the line end stands."""
    newline = state.pos
    if state.src[newline] != "\n":
        return False
    if not silent:
        text = state.pending
        kept = text.rstrip(" ")
        trailing = len(text) - len(kept)
        state.pending = kept
        state.pos -= trailing
        name = "hardbreak" if trailing >= 2 else "softbreak"
        state.push(name, "br", 0).meta["newline"] = newline
    at = newline + 1
    while at < state.posMax and state.src[at] in " \t":
        at += 1
    state.pos = at
    return True


def _located(
    rule: Callable[[StateInline, bool], bool], opener: str
) -> Callable[[StateInline, bool], bool]:
    """A rule for links or images whose first token also knows where the whole ends."""

    def located(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not state.src.startswith(opener, start) or state.html_terminator_last("]") < start:
            return False
        if silent:
            return rule(state, True)
        if state.pending:
            state.pushPending()  # the rule moves on before it pushes: its place would be lost
        count = len(state.tokens)
        if not rule(state, False):
            return False
        label_end = state.tokens[-1].meta["at"]
        state.tokens[count].meta |= {"at": start, "end": state.pos, "label_end": label_end}
        return True

    return located


_link = _located(link_rule, "[")
_image = _located(image_rule, "![")


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    """`[^name]`, when the name is defined."""
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None or ":" + match[1] not in state.env.get("footnotes", {}).get("refs", ()):
        return False
    if not silent:
        state.push("footnote_ref", "", 0)
    state.pos = match.end()
    return True


def _footnote_inline(state: StateInline, silent: bool) -> bool:
    """`^[note]`: its text is read as a paragraph of its own, after this one."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        state.push("footnote_inline", "", 0).content = state.src[state.pos + 2 : end]
    state.pos = end + 1
    return True


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, which also says where the text begins."""
    count = len(state.tokens)
    if not heading_rule(state, start, end, silent):
        return False
    if not silent:
        inline = state.tokens[count + 1]
        first = state.bMarks[start] + state.tShift[start]
        at = first + len(state.tokens[count].markup)
        at = state.src.index(inline.content, at) if inline.content else state.eMarks[start]
        inline.meta = {"pieces": [(0, at)], "joined": inline.content}
        state.tokens[count].meta = {"start": first, "end": state.eMarks[start]}
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, which also says where each cell begins."""
    count = len(state.tokens)
    if not table_rule(state, start, end, silent):
        return False
    if not silent:
        cells: Iterator[tuple[str, list[tuple[int, int]]]] = iter(())
        for token in state.tokens[count:]:
            if token.type == "tr_open" and token.map:
                cells = iter(_cells(state, token.map[0]))
            elif token.type == "inline":
                joined, pieces = next(cells, ("", [(0, state.eMarks[(token.map or [0])[0]])]))
                token.meta = {"pieces": pieces, "joined": joined}
    return True


def _cells(state: StateBlock, line: int) -> list[tuple[str, list[tuple[int, int]]]]:
    """The cells of a table's row, split as markdown-it does, with their pieces."""
    start = state.bMarks[line] + state.tShift[line]
    whole = state.src[start : state.eMarks[line]]
    row = mdTrim(whole)
    start += whole.find(row)
    cells: list[tuple[str, list[tuple[int, int]]]] = []
    content, pieces, at = "", [(0, start)], 0
    for match in _PIPE.finditer(row):
        if match.start() and row[match.start() - 1] == "\\":
            content += row[at : match.start() - 1]
            at = match.start()
            pieces.append((len(content), start + at))
            continue
        cells.append((content + row[at : match.start()], pieces))
        at = match.end()
        content, pieces = "", [(0, start + at)]
    cells.append((content + row[at:], pieces))
    if cells and not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    return cells


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line `:::name [title]`, which stands alone, or `!!! name "title"` with indented content."""
    if state.is_code_block(start):
        return False
    first = state.bMarks[start] + state.tShift[start]
    char = state.src[first : first + 1]
    if char not in (":", "!", "?", "="):
        return False
    pattern = _CONTAINER if char == ":" else _INDENTED
    match = pattern.match(state.src, first, state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    state.line = start + 1
    state.push("admonition_open", "div", 1).map = [start, start + 1]
    for group in range(1, (match.lastindex or 0) + 1):
        if match[group] and match[group].strip():
            state.push("paragraph_open", "p", 1).map = [start, start + 1]
            token = state.push("inline", "", 0)
            token.content = match[group].strip()
            token.meta = {"pieces": [(0, match.start(group))], "joined": match[group]}
            state.push("paragraph_close", "p", -1)
    if char != ":":
        _indented(state, start + 1, end)
    state.push("admonition_close", "div", -1)
    return True


def _indented(state: StateBlock, start: int, end: int) -> None:
    """Read the lines that are indented by four."""
    indent = state.blkIndent + 4
    stop = start
    while stop < end and (state.isEmpty(stop) or state.sCount[stop] >= indent):
        stop += 1
    old = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "admonition", stop, indent
    state.md.block.tokenize(state, start, stop)
    state.parentType, state.lineMax, state.blkIndent = old
    state.line = max(stop, start)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, which also says where the address stands."""
    known = len(state.env.get("references", ()))
    first = state.bMarks[start] + state.tShift[start]
    if not reference_rule(state, start, end, silent):
        return False
    references = state.env.get("references", {})
    if not silent and len(references) > known:
        reference = references[next(reversed(references))]
        if match := _DEFINITION.match(state.src, first):
            span = _destination(state.src, match.end())
            if span and _unescape(state.src[slice(*span)]) == reference["href"]:
                reference["span"] = span
        reference.setdefault("span", (first, first))
    return True


def _destination(text: str, at: int) -> tuple[int, int] | None:
    """Where the address of a link stands which is written at `at`, angle brackets left out."""
    result = parseLinkDestination(text, at, len(text))
    if not result.ok:
        return None
    return (at + 1, result.pos - 1) if text.startswith("<", at) else (at, result.pos)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[1] or html.unescape(match[0]), text)


class _Reader:
    """Turns markdown-it's tokens into a flow."""

    def __init__(self, body: _Body, flow: Flow) -> None:
        self._body = body
        self._flow = flow
        self._tags = Tags(flow, body.source)
        self._md = _Markdown()
        self._env: dict[str, Any] = {}
        self._item_start: int | None = None
        self._notes: list[tuple[int, int]] = []
        self._handlers: Mapping[str, Callable[[Token, _Where], None]] = {
            "code_inline": self._code_span,
            "em_close": self._emphasis,
            "em_open": self._emphasis,
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
        }

    def read(self) -> None:
        """Read the whole body."""
        tokens: list[Token] = []
        if not self._body.text.strip():
            return
        state = _BlockState(self._body.text, self._md, self._env, tokens)
        self._md.block.tokenize(state, 0, state.lineMax)
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
        kind, level = self._flow.kind, 0
        start, end = place.at(0), place.end(len(content))
        if previous is not None and previous.type == "heading_open":
            kind, level = BlockKind.HEADING, int(previous.tag[1])
            if previous.meta:
                start = self._body.offset(previous.meta["start"])
                end = self._body.offset(previous.meta["end"])
            elif previous.map:
                end = self._body.offset(state.eMarks[previous.map[1] - 1])
        elif previous is not None and previous.type in ("th_open", "td_open"):
            kind = BlockKind.TABLE_CELL
        elif kind is BlockKind.PARAGRAPH and (alert := _ALERT.match(content)):
            content = self._body.filler * alert.end() + content[alert.end() :]
        if self._item_start is not None:
            start, self._item_start = self._item_start, None
        self._flow.begin(kind, start, level)
        depth = self._tags.depth
        self._inline(content, 0, len(content), content, place)
        self._tags.unwind(depth, end)
        self._flow.finish(end)
        while self._notes:
            notes, self._notes = self._notes, []
            for low, high in notes:
                self._flow.begin(BlockKind.LIST_ITEM, place.at(low))
                self._inline(content, low, high, content, place)
                self._tags.unwind(depth, end)
                self._flow.finish(place.end(high))

    def _code(self, token: Token, state: StateBlock) -> None:
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

    def _address(self, token: Token, where: "_Where") -> Text:
        """The address of a link or an image."""
        content, place = where.content, where.place
        label_end, end = where.base + token.meta["label_end"], where.base + token.meta["end"]
        if content.startswith("(", label_end + 1) and end > label_end + 1:
            at = label_end + 2
            while content[at] in " \t\n":
                at += 1
            span = _destination(content, at)
            if span is None or span[0] >= span[1]:
                return _nothing(place.at(at))
            return _address_text(content, *span, place)
        reference = self._env["references"][token.meta["label"]]
        start, stop = reference["span"]
        offset = self._body.offset(start)
        if start == stop:
            return Text(reference["href"], (Run(0, offset, offset),))
        here = Place([start], [offset], self._body.source)
        return _address_text(self._body.text, start, stop, here)

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


def _address_text(content: str, start: int, end: int, place: Place) -> Text:
    """An address as it is read: escapes and entities undone; template tags kept as they stand."""
    characters = Characters(collapse=False)

    def raw(start: int, end: int) -> None:
        for low, high in place.ranges(start, end):
            if low < high:
                offset = place.at(low)
                value = place.source[offset : offset + high - low].replace("\0", "\ufffd")
                characters.write(value, offset, offset + high - low)

    at = start
    for match in _ESCAPE.finditer(content, start, end):
        raw(at, match.start())
        value = match[1] or html.unescape(match[0])
        characters.write(value, place.at(match.start()), place.end(match.end()))
        at = match.end()
    raw(at, end)
    return characters.text()


def _is_alert(tokens: list[Token], number: int) -> bool:
    """Whether a quote is an alert (`> [!NOTE]`): no quotation."""
    after = tokens[number + 1 : number + 3]
    return len(after) == 2 and after[1].type == "inline" and bool(_ALERT.match(after[1].content))


def _metadata(
    source: Source, header: Header | None, names: Mapping[str, Sequence[str]]
) -> Metadata:
    def texts(what: str) -> tuple[Text, ...]:
        return header.get(names.get(what, ())) if header else ()

    def first(what: str) -> Text | None:
        return next(iter(texts(what)), None)

    return Metadata(
        titles=texts("title")[:1],
        descriptions=texts("description")[:1],
        slug=slug(source, first("slug")),
        language=first("language"),
        keywords=_separated(texts("keywords")),
        authors=_separated(texts("authors")),
        published=first("published"),
        modified=first("modified"),
    )


def _separated(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """One text with commas holds several."""
    if len(texts) != 1:
        return texts
    parts = [
        texts[0].slice(match.start(), match.end())
        for match in re.finditer(r"[^,;\s][^,;]*", texts[0].value)
    ]
    return tuple(part.slice(0, len(part.value.rstrip())) for part in parts)
