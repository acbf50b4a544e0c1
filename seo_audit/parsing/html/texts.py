"""Texts of a page as they show: white space collapsed, the place of every character kept."""

import re
from collections.abc import Collection, Iterator, Mapping

from seo_audit.document import Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import BLOCK_ELEMENTS, UNREAD, is_hidden
from seo_audit.parsing.html.tree import Pieces, Tree
from seo_audit.source import Span

WHITE = " \t\n\f\r"
"""White space of HTML."""
SOFT_HYPHEN = "\u00ad"
# white space of one plain space shows as it stands
_WHITE_RUN = regex(r"[ \t\n\f\r](?:[ \t\n\f\r]++|(?<! ))")
_COLLAPSED = regex(r"[ \t\n\f\r\u00ad](?:(?<!\u00ad)[ \t\n\f\r]++|(?<! ))")


class Writer:
    """Puts strings one behind the other into a Text: white space collapsed, places kept."""

    __slots__ = ("length", "parts", "runs", "white")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0
        self.white = True
        """Whether white space here would not show: at the start, or behind some."""

    def add(self, string: str, pieces: Pieces) -> None:
        """Append a text of the tree, collapsing its white space; soft hyphens are not shown."""
        begin = len(string) - len(string.lstrip(" ")) if self.white and string[:1] == " " else 0
        if len(pieces) == 1 and pieces[0][2] - pieces[0][1] == len(string):
            offset = pieces[0][1]
            for match in _COLLAPSED.finditer(string, begin):
                first, last = match.span()
                if first > begin:
                    self._put(string[begin:first], offset + begin, offset + first)
                if string[first] != SOFT_HYPHEN and not self.white:
                    self._put(" ", offset + first, offset + last)
                    self.white = True
                begin = last
            if begin < len(string):
                self._put(string[begin:] if begin else string, offset + begin, offset + len(string))
            return
        number = 0
        for match in _COLLAPSED.finditer(string, begin):
            first, last = match.span()
            if first > begin:
                number = self._portion(string, pieces, begin, first, number)
            if string[first] != SOFT_HYPHEN and not self.white:
                number = _number(pieces, first, number)
                place = _joint_place(pieces, len(string), first, last, number)
                self._put(" ", place.start, place.end)
                self.white = True
            begin = last
        if begin < len(string):
            self._portion(string, pieces, begin, len(string), number)

    def add_kept(self, string: str, pieces: Pieces) -> None:
        """Append a text of the tree as it stands (in `<pre>`)."""
        if string:
            self._portion(string, pieces, 0, len(string), 0)

    def mark(self, char: str, place: int, end: int) -> None:
        """Append one character for a tag: a line break, a space between two lines."""
        if self.white:
            last = self.parts[-1][-1] if self.parts else "\n"
            if char == " " or last == "\n":
                return
            self._drop_last()
        self._put(char, place, end)
        self.white = True

    def part(self, place: int, end: int) -> None:
        """Append an empty line for a tag: what follows a line break is an item of its own."""
        if self.parts and self.parts[-1][-1] == "\n":
            self._put("\n", place, end)
            self.white = True

    def _put(self, string: str, start: int, end: int) -> None:
        """Append characters that stand together; behind those before them they are one run."""
        self.parts.append(string)
        self._run(self.length, start, end, len(string))
        self.length += len(string)
        self.white = string[-1] == " "

    def _run(self, index: int, start: int, end: int, length: int) -> None:
        runs = self.runs
        if runs:
            last, first, behind = runs[-1]
            if behind == start and behind - first == index - last and end - start == length:
                runs[-1] = (last, first, end)
                return
        runs.append((index, start, end))

    def _portion(self, string: str, pieces: Pieces, begin: int, finish: int, number: int) -> int:
        """Append some characters of a text; their pieces begin at this number or later."""
        base = self.length - begin
        number = _number(pieces, begin, number)
        while number < len(pieces):
            index, start, end = pieces[number]
            if index >= finish:
                break
            following = pieces[number + 1][0] if number + 1 < len(pieces) else len(string)
            low, high = max(begin, index), min(finish, following)
            if end - start == following - index:
                self._run(base + low, start + low - index, start + high - index, high - low)
            else:
                # two characters of one entity stand in the whole of it, and in no run but theirs
                self.runs.append((base + low, start, end))
            number += 1
        self.parts.append(string[begin:finish])
        self.length += finish - begin
        self.white = string[finish - 1] == " "
        return max(number - 1, 0)

    def _drop_last(self) -> None:
        """Take back a space."""
        part = self.parts.pop()
        if len(part) > 1:
            self.parts.append(part[:-1])
        self.length -= 1
        self.runs = _cut_runs(self.runs, self.length + 1, self.length)

    def take(self) -> Text:
        """The Text written so far, without white space at its end; the writer is empty again."""
        value = "".join(self.parts)
        kept = value.rstrip(WHITE)
        runs = self.runs
        if len(kept) < len(value):
            runs = _cut_runs(runs, len(value), len(kept))
        self.parts, self.runs, self.length, self.white = [], [], 0, True
        return Text(kept, tuple([Run(*run) for run in runs]))


def _cut_runs(
    runs: list[tuple[int, int, int]], length: int, kept: int
) -> list[tuple[int, int, int]]:
    """The runs of a text shortened at its end."""
    while runs and runs[-1][0] >= kept:
        length = runs.pop()[0]
    if runs:
        index, start, end = runs[-1]
        if end - start == length - index:
            runs[-1] = (index, start, start + kept - index)
    return runs


def _number(pieces: Pieces, index: int, number: int) -> int:
    """The piece that holds a character, at this number or later."""
    while number + 1 < len(pieces) and pieces[number + 1][0] <= index:
        number += 1
    return number


def _joint_place(pieces: Pieces, length: int, begin: int, finish: int, number: int) -> Span:
    """Where some white space stands that begins in this piece: up to the first tag within it."""
    start = _place(pieces, length, begin, number).start
    last = _number(pieces, finish - 1, number)
    while number < last and pieces[number][2] == pieces[number + 1][1]:
        number += 1
    whole = number == last
    return Span(
        start, _place(pieces, length, finish - 1, number).end if whole else pieces[number][2]
    )


def _place(pieces: Pieces, length: int, index: int, number: int) -> Span:
    """Where a character stands that is in this piece."""
    first, start, end = pieces[number]
    following = pieces[number + 1][0] if number + 1 < len(pieces) else length
    if end - start == following - first:
        return Span(start + index - first, start + index - first + 1)
    return Span(start, end)


def lines_of(string: str, pieces: Pieces) -> Iterator[tuple[str, Pieces]]:
    """The lines of a text, and the ends of lines between them, each with its places."""
    number = at = 0
    while at < len(string):
        end = string.find("\n", at) if string[at] != "\n" else at + 1
        end = end if end >= 0 else len(string)
        number = _number(pieces, at, number)
        here: list[tuple[int, int, int]] = []
        for one in range(number, len(pieces)):
            index, start, stop = pieces[one]
            if index >= end:
                break
            following = pieces[one + 1][0] if one + 1 < len(pieces) else len(string)
            low, high = max(at, index), min(end, following)
            if stop - start == following - index:
                here.append((low - at, start + low - index, start + high - index))
            else:
                here.append((low - at, start, stop))
        yield string[at:end], tuple(here)
        at = end


_KEEPS = regex(r"white-space\s*:\s*(?:pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE)
_SIGNS = ("pre-wrap", "pre-line", "break-spaces")
_OF_TAILWIND = frozenset({f"whitespace-{one}" for one in _SIGNS})
_LAST_CLASS = regex(r"\.([\w-]+)(?:\[[^\[\]]{0,60}\])?\s*\Z")
_LONGEST_RULE, _LONGEST_SELECTOR = 2_000, 300


def classes_that_keep_lines(source: str) -> frozenset[str]:
    """Classes whose elements show the ends of lines as the page's own style sheets say, or Tailwind's names; none where no sheet does."""
    if not any(sign in source for sign in _SIGNS):
        return frozenset()
    found = set(_OF_TAILWIND)
    for match in _KEEPS.finditer(source):
        at = match.start()
        start = source.rfind("{", max(0, at - _LONGEST_RULE), at)
        if start < 0 or source.find("}", start, at) >= 0:
            continue
        selectors = source[max(0, start - _LONGEST_SELECTOR) : start].rpartition("}")[2]
        found.update(last[1] for one in selectors.split(",") if (last := _LAST_CLASS.search(one)))
    return frozenset(found)


def keeps_lines(attributes: Mapping[str, str], classes: frozenset[str]) -> bool:
    """Whether an element shows the ends of lines, by its own style or by one of these classes."""
    said = attributes.get("class", "").split()
    return not classes.isdisjoint(said) or bool(_KEEPS.search(attributes.get("style", "")))


def read_text(tree: Tree, node: int) -> Text:
    """The readable text of one element on one line."""
    writer = Writer()
    names, ends = tree.names, tree.ends
    stop = ends[node]
    node = node + 1 if names[node] else node
    while node < stop:
        name = names[node]
        if not name:
            writer.add(tree.strings[node], tree.pieces[node])
        elif name in UNREAD or is_hidden(tree.attributes[node]):
            node = ends[node]
            continue
        elif name in BLOCK_ELEMENTS or name == "br":
            writer.mark(" ", tree.starts[node], tree.starts[node])
        node += 1
    return writer.take()


def read_string(tree: Tree, node: int, skipped: Collection[int] = ()) -> str:
    """The readable characters of one element on one line, when their places do not matter."""
    parts: list[str] = []
    names, strings, ends = tree.names, tree.strings, tree.ends
    stop = ends[node]
    node = node + 1 if names[node] else node
    while node < stop:
        name = names[node]
        if not name:
            parts.append(strings[node])
        elif name in UNREAD or node in skipped or is_hidden(tree.attributes[node]):
            node = ends[node]
            continue
        elif name in BLOCK_ELEMENTS or name == "br":
            parts.append(" ")
        node += 1
    return _WHITE_RUN.sub(" ", "".join(parts).replace(SOFT_HYPHEN, "")).strip(" ")


def join_texts(texts: list[Text]) -> Text:
    """Several texts as one, a space between them."""
    if len(texts) == 1:
        return texts[0]
    runs: list[Run] = []
    index = 0
    for number, text in enumerate(texts):
        if number:
            place = runs[-1].end if runs else 0
            runs.append(Run(index, place, place))
            index += 1
        runs.extend(Run(run.index + index, run.start, run.end) for run in text.runs)
        index += len(text.value)
    return Text(" ".join(text.value for text in texts), tuple(runs))
