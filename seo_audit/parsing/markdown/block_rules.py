"""Block syntax: markdown-it's rules with places, and admonitions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import fence as fence_rule
from markdown_it.rules_block import heading as heading_rule
from markdown_it.rules_block import list_block as list_rule
from markdown_it.rules_block import reference as reference_rule
from markdown_it.rules_block import table as table_rule

from seo_audit.lazy import regex
from seo_audit.parsing.markdown.destinations import destination, unescape


def deep_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, where no item is too far in: indented lines are no code."""
    indent, state.listIndent = state.listIndent, -1
    found = list_rule(state, start, end, silent)
    state.listIndent = indent
    return found


_CHUNK = regex(r"`{3,}[ \t]*\{[A-Za-z]\w*(?:[ ]*[ ,][^\n]*)?\}[ \t]*$", re.MULTILINE)
"""How knitr's chunks begin: « ```{r, fig.cap = "Le modèle `m`"} », backticks and all, which CommonMark takes for a text's."""
_PLAIN = "```"


def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, for chunks of R Markdown and Quarto too, whatever their options hold."""
    if fence_rule(state, start, end, silent):
        return True
    at = state.bMarks[start] + state.tShift[start]
    if not (state.src.startswith(_PLAIN, at) and _CHUNK.match(state.src, at, state.eMarks[start])):
        return False
    # its options are none of the text: the rule is told that the line ends before them
    stop = state.eMarks[start]
    state.eMarks[start] = state.src.index("{", at)
    try:
        return fence_rule(state, start, end, silent)
    finally:
        state.eMarks[start] = stop


_CONTAINER = regex(
    r"::(?:[a-z][\w-]*+(?:\[([^\]\n]*+)\])?(?:\{[^}\n]*+\})?)?[ \t\ufdd0-\ufdd7]*+$"  # Nuxt’s MDC, its attributes blanked
    r"|:{3,}+[ \t]*+(?:[\w-]++)?[ \t]*+(?:\{[^}\n]*+\})?[ \t]*+(?:\[([^\]\n]*+)\]|([^\[\]{}:\n]*+))[^\n\w]*+$",
    re.MULTILINE,
)
_SLASHES = regex(r"/{3,}+[ \t]*+(?:[a-z][\w-]*+[ \t]*+(?:\|[ \t]*+([^\n|]*+))?)?$", re.MULTILINE)
"""PyMdown’s blocks: « /// note | À retenir », « /// »."""
_INDENTED = regex(
    r'(?:(?:!!!|\?\?\?\+?)(?:[ \t]++[\w-][^"\n]*+|[a-z][\w-]*+(?:[ \t]++[a-z][\w-]*+)*+[ \t]*+)|===[!+]?[ \t]++(?="))'
    r'(?:"([^\n]*)"[ \t]*+)?$',
    re.MULTILINE,
)

_DEFINITION = regex(r"\[(?:[^\\\[\]]|\\.){0,999}+\]:[ \t]*+(?:\n[ \t>]*+)?")
_PIPE = regex(r"\|")


def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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


def grid_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pandoc's table drawn with `+---+` and `|`: a cell may hold several lines."""
    if state.is_code_block(start) or not _GRID.fullmatch(_line(state, start)):
        return False
    after = start + 1
    while after < end and _line(state, after)[:1] in ("+", "|"):
        after += 1
    if after - start < _FEWEST_LINES:
        return False
    if silent:
        return True
    borders = [match.start() for match in _PLUS.finditer(_line(state, start))]
    state.push("table_open", "table", 1).map = [start, after]
    row: list[int] = []
    for line in range(start, after):
        if not _GRID.fullmatch(_line(state, line)):
            row.append(line)
        elif row:
            _grid_row(state, row, borders)
            row = []
    if row:
        _grid_row(state, row, borders)
    state.push("table_close", "table", -1)
    state.line = after
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _grid_row(state: StateBlock, lines: list[int], borders: list[int]) -> None:
    """A row's cells; those whose border is not drawn on each line are one."""
    texts = [_line(state, line) for line in lines]
    within = borders[: bisect_left(borders, max(map(len, texts)))]
    drawn = [at for at in within if all(text[at : at + 1] in ("|", "+") for text in texts)]
    state.push("tr_open", "tr", 1).map = [lines[0], lines[-1] + 1]
    for low, high in pairwise(drawn):
        content, pieces = "", []
        for line, text in zip(lines, texts, strict=True):
            cell = text[low + 1 : high]
            begin = state.bMarks[line] + state.tShift[line] + low + 1
            pieces.append((len(content), begin + len(cell) - len(cell.lstrip())))
            content += cell.strip()
            if line != lines[-1]:
                pieces.append((len(content), state.eMarks[line]))
                content += "\n"
        state.push("td_open", "td", 1)
        token = state.push("inline", "", 0)
        token.content = content.strip()
        token.children = []
        token.map = [lines[0], lines[-1] + 1]
        token.meta = {"pieces": pieces, "joined": content}
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)


_GRID = regex(r"\+(?:[:=-]{2,}\+)+")
_PLUS = regex(r"\+")
_FEWEST_LINES = 3


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line `:::name [title]` or `/// name | title`, which stands alone, or `!!! name "title"` with indented content; MDC’s `::name`."""
    if state.is_code_block(start):
        return False
    first = state.bMarks[start] + state.tShift[start]
    char = state.src[first : first + 1]
    if char not in (":", "!", "?", "=", "/"):
        return False
    pattern = {":": _CONTAINER, "/": _SLASHES}.get(char, _INDENTED)
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
    if char not in (":", "/"):
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


def reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, which also says where the address stands."""
    known = len(state.env.get("references", ()))
    first = state.bMarks[start] + state.tShift[start]
    if not reference_rule(state, start, end, silent):
        return False
    references = state.env.get("references", {})
    if not silent and len(references) > known:
        reference = references[next(reversed(references))]
        if match := _DEFINITION.match(state.src, first):
            span = destination(state.src, match.end())
            if span and unescape(state.src[slice(*span)]) == reference["href"]:
                reference["span"] = span
        reference.setdefault("span", (first, first))
    return True
