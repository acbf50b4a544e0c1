"""Plain-text articles: paragraphs, headings and lists told apart by how their lines look."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Document, Metadata, Text
from seo_audit.lazy import regex
from seo_audit.parsing.flow import Characters
from seo_audit.source import Source, Span

LONGEST_HEADING = 80
"""Characters of a heading; longer lines are prose. Titles of the French press stay below (median 65)."""

MOST_HEADING_WORDS = 12
"""Words of a heading."""

WIDEST = 120
"""Characters of a line that an editor wrapped; a longer one is a paragraph of its own."""

_LINE = regex(r"[^\n\r\f\v\u2028\u2029]+")
_END = regex(r"\r\n|[\n\r\f\v\u2028\u2029]")
_ITEM = regex(r"[ \t]*(?:[-*+•‣▪◦·–—][ \t]+|[0-9]{1,3}[.)][ \t]+)(?=\S)")
_BULLET = regex(r"[ \t]*[-*+•‣▪◦·–—]")
_RULE = regex(r"[ \t]*(?:={3,}|-{3,}|_{3,}|\*{3,}|(?:\*[ \t]+){2,}\*)[ \t]*")
_FINAL = regex(r"[.…;:,][\s»”\"')\]]*$|[?!][\s]*[»”\"')\]]+$|!\s*$")
_SENTENCE_END = regex(r"[.…?!:;][\s»”\"')\]]*$")
_HEADING_START = regex(r"[\s«“\"'’¿¡]*(?:[^\W\d_]|\d)")
_DASHES = "–—"
_MARGIN = ' \t\u00a0\u202f«»“”"'
_FEWEST_ROWS = 2
"""Lines with a tab that make a table."""
_CREDIT = regex(
    r"(?:par|by)\s+[A-ZÀ-Ý]|(?:photos?|crédits?|illustration|source|publié|mis à jour|lire aussi|à lire|voir aussi)\b"
    r"|https?://|www\.|©|[^\s@]+@[^\s@]+\.\w",
    re.IGNORECASE,
)
_DATE = regex(
    r"[\d\s./:h–-]+$|(?:le\s+)?(?:\w+\s+)?\d{1,2}(?:er)?\s+\w{3,9}\s+\d{4}\b.{0,20}$", re.IGNORECASE
)


class _Line(Struct, frozen=True):
    start: int
    end: int
    value: str

    @property
    def blank(self) -> bool:
        return not self.value


class _Group(Struct, frozen=True):
    """Lines that belong together. `underlined` is "=" or "-" for a heading drawn so, else ""."""

    lines: tuple[_Line, ...]
    item: bool = False
    row: bool = False
    """Of a table: its cells are parted by tabs."""
    underlined: str = ""
    alone: bool = True
    """Whether a blank line, or the text's start, stands before it."""

    @property
    def value(self) -> str:
        return " ".join(line.value for line in self.lines)

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)


def parse(source: Source) -> Document:
    """Read a plain-text article.

    Paragraphs are parted by blank lines, or are one a line where there are none; lines an editor
    wrapped are joined. A short line alone without final punctuation that prose follows is a
    heading: the first one is the title (level 1), the others are of level 2. A second short line
    right below the title is a kicker, kept as a caption. Never raises.
    """
    groups = list(_spoken(_groups(source.text)))
    roles = _roles(groups)
    blocks = []
    titles: tuple[Text, ...] = ()
    for group, (kind, level) in zip(groups, roles, strict=True):
        text = _text(group)
        if not text.value:
            continue
        blocks.append(Block(kind, text, group.span, level))
        if level == 1 and not titles:
            titles = (text,)
    metadata = Metadata(titles=titles)
    return Document(source=source, format="text", blocks=tuple(blocks), metadata=metadata)


def _chunks(text: str) -> Iterator[list[_Line]]:
    """Lines between blank lines."""
    chunk: list[_Line] = []
    at = 0
    while at <= len(text):
        found = _END.search(text, at)
        end = found.start() if found else len(text)
        raw = text[at:end]
        value = raw.strip()
        if value:
            start = at + len(raw) - len(raw.lstrip())
            chunk.append(_Line(start, start + len(value), value))
        elif chunk:
            yield chunk
            chunk = []
        if found is None:
            break
        at = found.end()
    if chunk:
        yield chunk


def _groups(text: str) -> Iterator[_Group]:
    chunks = list(_chunks(text))
    lines = [line for chunk in chunks for line in chunk]
    widest = max((len(line.value) for line in lines), default=0)
    # one paragraph a line: hardly a blank line, and nearly every line ends a sentence
    ends = sum(
        bool(_SENTENCE_END.search(line.value)) for line in lines if not _is_heading(line.value)
    )
    prose = sum(not _is_heading(line.value) for line in lines)
    single = len(lines) >= 3 and len(chunks) * 5 <= len(lines) and ends * 10 >= prose * 7
    first = [*(bool(_ITEM.match(chunk[0].value)) for chunk in chunks), False]
    last = [*(bool(_ITEM.match(chunk[-1].value)) for chunk in chunks), False]
    for number, chunk in enumerate(chunks):
        before = first[number] and last[number - 1]
        beside = before or (last[number] and first[number + 1])
        yield from _split(chunk, widest, single=single, beside=beside)


def _split(chunk: list[_Line], widest: int, *, single: bool, beside: bool) -> Iterator[_Group]:
    """The paragraphs, headings and items of a chunk; `beside` when one next to it begins an item."""
    listed = beside or sum(bool(_ITEM.match(line.value)) for line in chunk) >= 2
    table = sum("\t" in line.value for line in chunk) >= _FEWEST_ROWS
    current: list[_Line] = []
    item = False
    alone = True
    for line in chunk:
        is_item = bool(_ITEM.match(line.value)) and (listed or bool(_BULLET.match(line.value)))
        if table and "\t" in line.value:
            if current:
                yield _Group(tuple(current), item, alone=alone)
            yield _Group((line,), row=True, alone=alone)
            current, item, alone = [], False, False
            continue
        if _RULE.fullmatch(line.value):
            if current:
                underlined = (
                    line.value[0]
                    if len(current) == 1 and line.value[0] in "=-" and not item
                    else ""
                )
                yield _Group(tuple(current), item, underlined=underlined, alone=alone)
            current, item, alone = [], False, True
            continue
        if current and (is_item or _breaks(current, line, widest, single=single, item=item)):
            yield _Group(tuple(current), item, alone=alone)
            current, alone = [], False
            item = False
        if not current:
            item = is_item
        current.append(line)
    if current:
        yield _Group(tuple(current), item, alone=alone)


def _spoken(groups: Iterator[_Group]) -> Iterator[_Group]:
    """The groups; items that are lines of a dialogue are none.

    Each begins with a long dash and a capital and ends a sentence, and somebody asks or exclaims.
    """

    def is_line(group: _Group) -> bool:
        if not group.item or group.value[0] not in _DASHES:
            return False
        said = group.value[1:].strip(_MARGIN)
        return said[:1].isupper() and said.endswith((".", "?", "!", "…"))

    for spoken, found in groupby(groups, key=is_line):
        run = list(found)
        if spoken and any(group.value.rstrip(_MARGIN).endswith(("?", "!", "…")) for group in run):
            run = [replace(group, item=False) for group in run]
        yield from run


def _breaks(current: list[_Line], line: _Line, widest: int, *, single: bool, item: bool) -> bool:
    """Whether a line begins something new after the lines before it."""
    last = current[-1].value
    if line.value[0].islower() and not _SENTENCE_END.search(last):
        return False  # the sentence goes on
    if single or len(last) > WIDEST or len(line.value) > WIDEST:
        return not item or len(last) > WIDEST
    if item or len(current) > 1 or not _is_heading(last):
        return False
    # a wrapped line is full: the next word would not have fitted
    first_word = len(line.value.split(maxsplit=1)[0])
    return widest > WIDEST or len(last) + 1 + first_word <= widest


def _is_heading(value: str) -> bool:
    """Whether a line looks like a heading, wherever it stands."""
    capitals = value.isupper() and len(value) > 3
    if len(value) > LONGEST_HEADING + (20 if capitals else 0):
        return False
    if len(value.split()) > MOST_HEADING_WORDS + (4 if capitals else 0):
        return False
    if not _HEADING_START.match(value) or value[0].islower():
        return False
    if _FINAL.search(value):
        return False
    return not (_CREDIT.match(value) or _DATE.match(value))


def _roles(groups: list[_Group]) -> list[tuple[BlockKind, int]]:
    """Kind and level of each group."""
    roles: list[tuple[BlockKind, int]] = []
    prose_after = [False] * (len(groups) + 1)
    for number in range(len(groups) - 1, -1, -1):
        prose_after[number] = prose_after[number + 1] or _is_prose(groups[number])
    lists = _lists_of_lines(groups)
    titled = prose_seen = False
    for number, group in enumerate(groups):
        value = group.value
        if group.underlined:
            level = 1 if not titled else 2
            titled = True
            roles.append((BlockKind.HEADING, level))
        elif group.row:
            roles.append((BlockKind.TABLE_CELL, 0))
        elif (group.item and _in_list(groups, number)) or number in lists:
            roles.append((BlockKind.LIST_ITEM, 0))
        elif len(group.lines) == 1 and _is_heading(value) and prose_after[number + 1]:
            if not group.alone and roles and roles[-1][0] is BlockKind.HEADING:
                roles.append((BlockKind.CAPTION, 0))  # a kicker right below a heading
                continue
            level = 2 if titled or prose_seen else 1
            titled = titled or level == 1
            roles.append((BlockKind.HEADING, level))
        else:
            roles.append((BlockKind.PARAGRAPH, 0))
            prose_seen = prose_seen or bool(_SENTENCE_END.search(value))
    return roles


def _lists_of_lines(groups: Sequence[_Group]) -> set[int]:
    """Short lines that stand together, below the article's beginning: none of them is a heading."""
    found: set[int] = set()
    starts = [number for number, group in enumerate(groups) if group.alone or not number]
    prose = next((number for number, group in enumerate(groups) if _is_prose(group)), len(groups))
    for start, end in pairwise([*starts, len(groups)]):
        together = range(start, end)
        if (
            start > prose
            and len(together) > 1
            and all(
                len(groups[number].lines) == 1
                and not groups[number].underlined
                and not groups[number].row
                and _is_heading(groups[number].value)
                for number in together
            )
        ):
            found.update(together)
    return found


def _in_list(groups: list[_Group], number: int) -> bool:
    """Whether an item has a neighbour that is one: a dash alone begins a line of dialogue."""
    return (number > 0 and groups[number - 1].item) or (
        number + 1 < len(groups) and groups[number + 1].item
    )


def _is_prose(group: _Group) -> bool:
    value = group.value
    return group.item or len(value) > LONGEST_HEADING or bool(_SENTENCE_END.search(value))


def _text(group: _Group) -> Text:
    characters = Characters()
    for number, line in enumerate(group.lines):
        value, start = line.value, line.start
        if number:
            characters.space(group.lines[number - 1].end, start)
        elif group.item and (marker := _ITEM.match(value)):
            value, start = value[marker.end() :], start + marker.end()
        characters.write(value, start, start + len(value))
    return characters.text()
