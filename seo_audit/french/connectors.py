"""Find connectors: the words that say how a sentence goes on from the one before (« en revanche », « par exemple », « or »).

The list is `connectors.txt`. Many connectors are other words too (the metal « or », the bus « car », « de plus en plus »):
each has its condition there, on where it stands and what stands beside it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from seo_audit.french.composed import Composed, has_marks

__all__ = ["find_connectors"]

Span = tuple[int, int]
Place = Literal["anywhere", "opening", "set off", "pair"]

_PLACES: tuple[Place, ...] = ("anywhere", "opening", "set off", "pair")
_LETTER = r"[^\W\d_]"
_APOSTROPHES = "'’ʼ′"
_FIRST_WORD = re.compile(rf"{_LETTER}+")
_WORD_AFTER = re.compile(rf"\s*({_LETTER}+['’ʼ′]?)")
_WORD_BEFORE = re.compile(rf"({_LETTER}+['’ʼ′]?)\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…]|\n\s*\n")
_COMMA_AFTER = re.compile(r"[^\S\n]*[,:]")
_NEAR = 30  # characters looked at before an expression
_PAIR_REACH = 300  # characters within which the second part of a pair must follow
_OPENERS = frozenset({"et", "mais", "car", "que", "qu'", "donc", "puis", "ou"})


class _Connector(NamedTuple):
    pattern: re.Pattern[str]
    place: Place
    not_after: frozenset[str]
    not_before: frozenset[str]
    second: re.Pattern[str] | None  # of a pair
    expression: str  # as listed, without its second part


class _Group(NamedTuple):
    any_of: re.Pattern[str]  # one cheap look for all of them
    connectors: tuple[_Connector, ...]  # the longest first


def find_connectors(text: str) -> list[Span]:
    """Return the spans of the connectors of *text*, in order, none inside another (half-open, in characters).

    Of two that start together the longer one counts (« alors que », not « alors »). Both parts of a pair
    (« non seulement … mais ») are found. Capitals, kinds of apostrophes, no-break spaces, decomposed accents and
    one line end inside an expression do not matter. Linear in the length of the text; never raises.
    """
    if not has_marks(text):
        return _apart(_search(text))
    composed = Composed(text)
    return [(composed.outward(a), composed.outward(b)) for a, b in _apart(_search(composed.text))]


def _apart(spans: Iterator[Span]) -> list[Span]:
    """In order, the longest of those that overlap: « mais aussi » may be the second part of a pair and found by itself."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _search(text: str) -> Iterator[Span]:
    listed = _listed()
    done = 0
    for word in _FIRST_WORD.finditer(text):
        start, first = word.start(), word.group().lower()
        if first not in listed or start < done or (start and text[start - 1] in "-‐‑_"):
            continue
        group = _group(first)
        if group.any_of.match(text, start) is None:
            continue
        found = _first_that_stands(text, start, group.connectors)
        if found:
            done = found[0][1]
            yield from found


def _first_that_stands(text: str, start: int, connectors: tuple[_Connector, ...]) -> list[Span]:
    for connector in connectors:
        match = connector.pattern.match(text, start)
        if match is None or not _stands_well(text, connector, match.span()):
            continue
        if connector.second is None:
            return [match.span()]
        second = _second_part(text, connector.second, match.end())
        if second:
            return [match.span(), second]
    return []


def _stands_well(text: str, connector: _Connector, span: Span) -> bool:
    start, end = span
    before = _plain(_WORD_BEFORE.search(text, max(0, start - _NEAR), start))
    if before in connector.not_after:
        return False
    if connector.not_before and _plain(_WORD_AFTER.match(text, end)) in connector.not_before:
        return False
    if connector.place in {"anywhere", "pair"}:
        return True
    mark = _mark_before(text, start)
    if mark == ".":
        # a lower-case word after a line end or an abbreviation goes on with the sentence
        return text[start].isupper() or _COMMA_AFTER.match(text, end) is not None
    if connector.place == "opening":
        return mark == "," or before in _OPENERS
    return (mark == "," or before in _OPENERS) and _COMMA_AFTER.match(text, end) is not None


def _mark_before(text: str, start: int) -> str:
    """What opens the clause before *start*: « . » a strong mark or a line, « , » a weak one, a letter nothing at all."""
    for index in range(start - 1, max(-1, start - _NEAR), -1):
        character = text[index]
        if character in ".!?…\n":
            return "."
        if character in ",;:–—(":
            return ","
        if not (character.isspace() or character in "«“\"'‘*_#>[•-"):
            return character
    return "." if start < _NEAR else ""


def _plain(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    word = match.group(1).lower()
    return word[:-1] + "'" if word[-1] in _APOSTROPHES else word


def _second_part(text: str, pattern: re.Pattern[str], position: int) -> Span | None:
    found = pattern.search(text, position, position + _PAIR_REACH)
    if found is None or _SENTENCE_END.search(text, position, found.start()):
        return None
    return found.span()


_ENDINGS = {
    "que": rf"qu(?:e(?!{_LETTER})|[{_APOSTROPHES}])",
    "de": rf"d(?:(?:e|u|es)(?!{_LETTER})|[{_APOSTROPHES}])",
    "à": rf"(?:à|aux?)(?!{_LETTER})",
}


def _expression(words: str) -> str:
    *first, last = words.split()
    pieces = [
        re.escape(each).replace("'", f"[{_APOSTROPHES}]").replace(r"\-", "[-‐‑]") for each in first
    ]
    if first and first[0] == "à":
        pieces[0] = "(?:à|(?-i:A))"  # accents on capitals may be missing
    if len(last) > len("que") and last.endswith("que"):
        pieces.append(re.escape(last[:-3]) + _ENDINGS["que"])  # « lorsqu’il »
    elif last in _ENDINGS and first:
        pieces.append(_ENDINGS[last])
    else:
        pieces.append(
            re.escape(last).replace("'", f"[{_APOSTROPHES}]").replace(r"\-", "[-‐‑]")
            + r"(?![^\W_])"
        )
    # spaces of any kind, one line end at most
    return r"[^\S\n]{1,3}\n?[^\S\n]{0,3}".join(pieces).replace(
        r"[^\S\n]{1,3}\n?", r"(?:[^\S\n]{1,3}\n?|\n)"
    )


class _Listed(NamedTuple):
    head: str
    tail: str  # the second part of a pair, else empty
    place: Place
    not_after: frozenset[str]
    not_before: frozenset[str]


@cache
def _listed() -> dict[str, list[_Listed]]:
    """What the list says, by first word."""
    by_word: dict[str, list[_Listed]] = {}
    place: Place = "anywhere"
    for line in (Path(__file__).parent / "connectors.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            place = next(each for each in _PLACES if each == line.strip("[] "))
            continue
        words, not_after, not_before = ([*line.split("|"), "", ""])[:3]
        head, _, tail = (part.strip() for part in words.partition("…"))
        listed = _Listed(
            head,
            tail,
            place,
            frozenset(not_after.replace("’", "'").split()),
            frozenset(not_before.replace("’", "'").split()),
        )
        first = _FIRST_WORD.match(head)
        if first:
            by_word.setdefault(first.group(), []).append(listed)
            if first.group() == "à":
                by_word.setdefault("a", []).append(listed)
            elif head.endswith("que") and first.group() == head:
                by_word.setdefault(head[:-1], []).append(listed)  # « lorsqu » before its apostrophe
    return by_word


@cache
def _group(word: str) -> _Group:
    """The connectors that begin with a listed word, the longest first; compiling all would cost more than an article."""
    connectors = [
        _Connector(
            pattern=re.compile(_expression(each.head), re.IGNORECASE),
            place=each.place,
            not_after=each.not_after,
            not_before=each.not_before,
            second=re.compile(rf"(?<!{_LETTER}){_expression(each.tail)}", re.IGNORECASE)
            if each.tail
            else None,
            expression=each.head,
        )
        for each in _listed()[word]
    ]
    return _Group(
        re.compile("|".join(each.pattern.pattern for each in connectors), re.IGNORECASE),
        tuple(sorted(connectors, key=lambda connector: -len(connector.expression))),
    )
