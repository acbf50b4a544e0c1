"""markdown-it's parser states, which also remember where each line and each inline token begins."""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


class TooManyPiecesError(Exception):
    """There are more pieces of text than an article may have blocks: no need to read on."""


class BlockState(StateBlock):
    """Remembers where in the text the lines of each block begin, containers' markers left out."""

    def __init__(
        self, text: str, md: MarkdownIt, env: EnvType, tokens: list[Token], most: int
    ) -> None:
        super().__init__(text, md, env, tokens)
        self.pieces: list[tuple[int, int]] = []
        self.joined = ""
        self._left = most
        self._last: Token | None = None

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, with the pieces of its lines or where its item starts. TooManyPiecesError beyond `most`."""
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            # a token's content comes after it was pushed; one without any makes no block
            self._left -= bool(self._last and self._last.content)
            if self._left <= 0:
                raise TooManyPiecesError
            self._last = token
            token.meta = {"pieces": self.pieces, "joined": self.joined}
        elif ttype == "list_item_open":
            # in attrs, for the rule sets meta itself
            token.attrs = {"start": self.bMarks[self.line] + self.tShift[self.line]}
        return token

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803  markdown-it's names
        """The lines without their containers' markers; where each piece stands is kept for the token."""
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


class InlineState(StateInline):
    """Remembers where in the content each token begins, as meta["at"]."""

    _delimiters_at = -1
    _delimiters = 0
    _odd = 0

    def pushPending(self) -> Token:  # noqa: N802  markdown-it's name
        """Add the text read so far."""
        start = self.pos - len(self.pending)
        token = super().pushPending()
        token.meta = {"at": start}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token that begins here."""
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


class InlineParser(ParserInline):
    """markdown-it's inline parser with states that remember places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of a text, one after the other."""
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
