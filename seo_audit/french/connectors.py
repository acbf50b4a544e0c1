"""Find connectors: the words that say how a sentence goes on from the one before (« en revanche », « par exemple », « or »).

The list is `connectors.txt`. Many connectors are other words too (the metal « or », the bus « car », « de plus en plus »):
each has its condition there, on where it stands and what stands beside it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from seo_audit.french.composed import Composed, has_marks
from seo_audit.french.word_lists import sections
from seo_audit.french.word_runs import LETTER, UNKNOWN, Runs, straight
from seo_audit.lazy import regex

__all__ = ["find_connectors"]

Span = tuple[int, int]
Place = Literal["anywhere", "opening", "set off", "pair"]

_PLACES: tuple[Place, ...] = ("anywhere", "opening", "set off", "pair")
_WORD = regex(rf"{LETTER}+")
_WORD_AFTER = regex(rf"\s*({LETTER}+'?)")
_WORD_BEFORE = regex(rf"({LETTER}+'?)\s*\Z")
_SENTENCE_END = regex(r"[.!?]|…|\n\s*\n")
_COMMA_AFTER = regex(r"[^\S\n]*[,:]")
_NEAR = 30  # characters looked at before an expression
_PAIR_REACH = 300  # characters within which the second part of a pair must follow
_NOTHING: frozenset[str] = frozenset()
_OPENERS = frozenset({"et", "mais", "car", "que", "qu'", "donc", "puis", "ou"})


class _Connector(Struct, frozen=True):
    place: Place
    not_after: frozenset[str]
    not_before: frozenset[str]
    second: Runs[None] | None  # of a pair


def find_connectors(text: str) -> list[Span]:
    """Return the spans of the connectors of *text*, in order, none inside another (half-open, in characters).

    Of two that start together the longer one counts (« alors que », not « alors »). Both parts of a pair
    (« non seulement … mais ») are found. Capitals, kinds of apostrophes, no-break spaces, decomposed accents and
    one line end inside an expression do not matter. Linear in the length of the text; never raises.
    """
    if not has_marks(text):
        return _apart(_search(straight(text)))
    composed = Composed(text)
    spans = _apart(_search(straight(composed.text)))
    return [(composed.outward(start), composed.outward(end)) for start, end in spans]


def _apart(spans: Iterator[Span]) -> list[Span]:
    """In order, the longest of those that overlap: « mais aussi » may be the second part of a pair and found by itself."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _search(text: str) -> Iterator[Span]:
    listed = _listed()
    begin = listed.begin
    done = 0
    words = list(_WORD.finditer(text))
    letters = [word[0].lower() for word in words]
    for word, first, second in zip(words, letters, [*letters, ""][1:], strict=True):
        seconds = begin.get(first, _NOTHING)
        if seconds is UNKNOWN:
            seconds = listed.may_follow(first)
        if seconds is not None and second not in seconds:
            continue
        start, end = word.span()
        if start < done:
            continue
        if start and text[start - 1] in "-_":
            continue
        found = _longest_that_stands(text, start, listed.at(text, start, end))
        if found:
            done = found[0][1]
            yield from found


def _longest_that_stands(
    text: str, start: int, candidates: list[tuple[int, _Connector]]
) -> list[Span]:
    for end, connector in reversed(candidates):
        if not _stands_well(text, connector, (start, end)):
            continue
        if connector.second is None:
            return [(start, end)]
        second = _second_part(text, connector.second, end)
        if second:
            return [(start, end), second]
    return []


def _stands_well(text: str, connector: _Connector, span: Span) -> bool:
    start, end = span
    goes_anywhere = connector.place in {"anywhere", "pair"}
    before = ""
    if connector.not_after or not goes_anywhere:
        before = _plain(_WORD_BEFORE.search(text, max(0, start - _NEAR), start))
    if before in connector.not_after:
        return False
    if connector.not_before and _plain(_WORD_AFTER.match(text, end)) in connector.not_before:
        return False
    if goes_anywhere:
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
    return match.group(1).lower() if match else ""


def _second_part(text: str, listed: Runs[None], position: int) -> Span | None:
    reach = position + _PAIR_REACH
    stop = _SENTENCE_END.search(text, position, reach)
    for word in _WORD.finditer(text, position, stop.start() if stop else reach):
        for end, _ in listed.at(text, *word.span()):
            return word.start(), end
    return None


@cache
def _listed() -> Runs[_Connector]:
    """What the list says."""
    listed: Runs[_Connector] = Runs()
    for heading, under in sections(__package__, "connectors.txt").items():
        place: Place = next((each for each in _PLACES if each == heading), "anywhere")
        for line in under:
            words, *conditions = line.split("|")
            head, _, tail = words.partition("…")
            listed.add(head.strip(), _connector(place, tuple(conditions), tail.strip()))
    return listed


@cache  # most have none
def _connector(place: Place, conditions: tuple[str, ...], tail: str) -> _Connector:
    not_after, not_before = (*conditions, "", "")[:2]
    second: Runs[None] | None = None
    if tail:
        second = Runs()
        second.add(tail, None)
    return _Connector(place, frozenset(not_after.split()), frozenset(not_before.split()), second)
