"""Where French sentences end.

Each run of « . », « ! », « ? » or « … », each « ; » and each line break is a candidate, found by one regular
expression; what stands before and after it decides. Abbreviations are in `abbreviations.txt`,
other telling words in `sentence_words.txt`, the convention with examples in `docs/french.md`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from seo_audit.french.word_lists import words_by_section

# The stops with the marks and brackets which close behind them, calls of notes and emoji, then the
# spaces; or a line break. One loop over signs of which each starts one branch only, and nothing required
# behind it: no backtracking, linear on any text.
from seo_audit.lazy import regex

_CANDIDATE = regex(
    r"[.!?…‽;\n](?:(?<=\n)(?P<lines>\s*)"
    r"|(?P<run>(?:[ \u00a0\u202f]?[.!?…‽»›\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|[”’'\")\]}*®™©¹²³\ufe0f\u200d]|\[\d{1,3}\])*)(?P<space>\s*))"
)
_ITEM = regex(r"(?:[-–—•*‣◦·▪■►✓➢][ \t\u00a0\u202f]|\d{1,2}[.)°][ \t\u00a0]|§+[ \u00a0]?\d)")
_ENUMERATOR = regex(r"[a-z][.)]\s+[^\W\d_a-zà-ÿ]")
_CUT = regex(r"[\[(](?:…|\.{3})[\])]\s*")
_OPENERS = frozenset(" \t\n\r\u00a0\u2009\u202f«‹“„‘\"'([{—–-*•¿¡·‣◦▪>_#@")
_OPENING = "([{«“„\"'‘—–-*"
_LABEL = regex(r"([^\W\d_]+|§)\.?[ \u00a0]\Z")
_ASIDE = 300  # characters of an aside in brackets which is looked through
_NEXT = regex(r"[\w’'\u02bc\u00ad-]+")
_INITIALS = regex(r"[^\W\d_a-zà-ÿ](?:\.-?[^\W\d_a-zà-ÿ])*\Z")
_SECTION = regex(r"(?:\d{1,3}(?:er|(?:\.\d{1,2}){0,3})|[IVX]{1,6}|[a-zA-Z])\Z")
# Roman figures, « R. 421-1 », « AB 12 »
_NUMBERED = regex(r"[IVXLC]+\b(?!['’\u02bc])|[A-Z]{1,4}[.-]?[ \u00a0\u202f]?\d")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöùúûüýœ")
_LETTER_OR_DIGIT = regex(r"[^\W_]")
_DOMAINS = frozenset({"com", "fr", "org", "net", "js", "io", "be", "ch", "eu", "tv"})

_ELIDED = regex(
    r"(?:[ldjcsntm]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)['’\u02bc]|[^\W\d_]+-(?:il|elle|on|ce|t|je|vous|nous)\b",
    re.IGNORECASE,
)
_SUBJECT = regex(r"(?:il|elle|on|je|tu|nous|vous|ils|elles|ça)[ \u00a0]|(?:c|j)['’\u02bc]")
# Particles which, before another capital, go on with a name: « J. Le Goff ».
_PARTICLES = frozenset({"le", "la", "les", "de", "du", "des"})


class _Stop(Struct, frozen=True):
    """A stop in `text`, in a sentence begun at `start`."""

    text: str
    start: int
    first: int  # where the stop is
    run: str  # what goes with it: further stops, closing marks
    spaces: str
    after: int  # where the text goes on


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the sentences of `text`, in order.

    Spans start and end with a character that is no space; closing quotation marks and brackets belong
    to them, and only spaces stand between them. A blank line ends a sentence; a single line break
    does not, unless an item of a list or a reply follows, or in a row of short lines that each begin as a sentence does
    and end without a stop: names, an address. What holds neither letter nor digit goes with
    the sentence before it; a text of such signs only has no sentence.
    """
    if not _BULLETS.isdisjoint(text) and (cuts := _bullets(text)):
        edges = (0, *cuts, len(text))
        return [
            (low + start, low + end)
            for low, high in pairwise(edges)
            for start, end in _sentences(text[low:high])
        ]
    return _sentences(text)


_BULLETS = frozenset("•▪◦‣■►✓✔➢●➤🔹🔸")
_BULLET = regex(r"(?<=\s)(?P<sign>[•▪◦‣■►✓✔➢●➤🔹🔸])\ufe0f?[ \u00a0\u202f](?=[^\W_])")


def _bullets(text: str) -> list[int]:
    """Where an item typed by hand begins in a line, its sign standing there twice at least: « Il faut : • un seau • du fer »."""
    found = list(_BULLET.finditer(text))
    signs = Counter([text.lstrip()[:1], *(match["sign"] for match in found)])
    cuts = [match.start() for match in found if signs[match["sign"]] > 1]
    if cuts and not _LETTER_OR_DIGIT.search(text, 0, cuts[0]):
        del cuts[0]
    return cuts


def _sentences(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    seen = start  # no letter or digit stands between start and here: nothing is looked at twice
    for end, after in _ends(text, start):
        if _LETTER_OR_DIGIT.search(text, seen, end):
            spans.append((start, end))
            start = after
        elif spans and end > start:
            spans[-1] = (spans[-1][0], end)
            start = after
        seen = after
    return spans


def _ends(text: str, start: int) -> Iterator[tuple[int, int]]:
    """End of each sentence from `start` on, and where the next one starts."""
    length = len(text)
    rows = _rows(text) if text.count("\n") >= _FEWEST_LINES - 1 else frozenset()
    for match in _CANDIDATE.finditer(text, start):
        first, after = match.span()
        lines: str | None = match["lines"]
        if lines is not None:
            if after == length or "\n" in lines or first in rows or _ITEM.match(text, after):
                yield _without_spaces(text, start, first), after
                start = after
            continue
        end = match.end("run")
        if text.startswith('"', after) and _closes_quotation(text, start, after):
            end = after + 1
            after = _skip_spaces(text, end)
        if after == length or _is_end(
            _Stop(text, start, first, match["run"], match["space"], after)
        ):
            yield end, after
            start = after
    yield _without_spaces(text, start, length), length


_FEWEST_LINES = 3
_LONGEST_LINE = 80
_UNENDED = frozenset(".!?…‽,;:-–—'’(«")


def _rows(text: str) -> frozenset[int]:
    """The line breaks between short lines that each begin as a sentence does and end without a stop, three in a row."""
    found: set[int] = set()
    row: list[int] = []
    start = 0
    for line in text.split("\n"):
        said = line.strip()
        first = said.lstrip(_OPENING + " \u00a0\u202f")[:1]
        if (
            0 < len(said) <= _LONGEST_LINE
            and (first.isupper() or first.isdigit())
            and said[-1] not in _UNENDED
        ):
            row.append(start)
        else:
            found.update(_breaks(row))
            row = []
        start += len(line) + 1
    found.update(_breaks(row))
    return frozenset(found)


def _breaks(row: list[int]) -> list[int]:
    """The line breaks before all lines of a row but the first, from where the lines start."""
    return [start - 1 for start in row[1:]] if len(row) >= _FEWEST_LINES else []


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _skip_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _is_end(stop: _Stop) -> bool:
    """Whether the sentence ends with `stop`, text following it."""
    text, first, after = stop.text, stop.first, stop.after
    if not stop.spaces:
        return text[first] != ";" and _is_glued_end(stop)
    if _is_in_aside(stop):
        return False
    if "\n" in stop.spaces and (stop.spaces.count("\n") > 1 or _ITEM.match(text, after)):
        return True
    following = _following(text, after)
    letter = text[following : following + 1]
    if letter.islower():
        return text[first] != ";" and _starts_small(stop, following)
    return letter.isalnum() and _ends_before_capital(stop, following)


def _ends_before_capital(stop: _Stop, following: int) -> bool:
    """Whether the sentence ends with `stop`, a capital, a figure or a letter without case following it."""
    text, start, first, run = stop.text, stop.start, stop.first, stop.run
    sign = text[first]
    if sign == ";":
        return text[following].isupper() and _starts(text, following)
    if first - start < 8 and not _LETTER_OR_DIGIT.search(text, start, first):
        return False  # « … Et il partit. »
    if (")" in run or "]" in run) and _closes_aside(stop):
        return sign in "!?" or _starts(text, following)
    further = {stop for stop in run if stop in ".!?…"}
    if not further and (sign == "." or (sign == "!" and not run)):
        return not _is_abbreviation(stop, following)
    if sign in ".…" and not further & {"!", "?"}:
        before = text[max(start, first - 2) : first].rstrip()[-1:]
        return before != "," and not (text[following].isdigit() and before.isdigit())
    return True


def _closes_quotation(text: str, start: int, place: int) -> bool:
    """Whether the typewriter's quotation mark at `place`, a space before it, is a closing one."""
    return (
        not text[place + 1 : place + 2].strip()
        and place - start < 2000
        and text.count('"', start, place) % 2 == 1
    )


def _starts_small(stop: _Stop, following: int) -> bool:
    """Whether the small letter at `following` starts a sentence all the same.

    It does in « iPhone », in « b. Brancher », and where people write without capitals: « …la mer. il pleut ».
    """
    text = stop.text
    if text[following + 1 : following + 2].isupper():
        return True
    pronoun = text[stop.first] == "." and not stop.run and _SUBJECT.match(text, following)
    if not pronoun and not _ENUMERATOR.match(text, following):
        return False
    before = _last_word(text, stop.start, stop.first)
    return (
        len(before) > 2
        and "." not in before
        and before.lower() not in _abbreviations()
        and not _is_abbreviation(stop, following)
    )


def _following(text: str, place: int) -> int:
    """Where the next word starts after `place`, behind opening marks, dashes and « […] »."""
    limit = min(len(text), place + 16)
    while place < limit and text[place] in _OPENERS:
        cut = _CUT.match(text, place)
        place = cut.end() if cut else place + 1
    return place


def _is_glued_end(stop: _Stop) -> bool:
    """Whether stops without a space behind end a sentence: « Il part.Elle reste. »."""
    text, after = stop.text, stop.after
    if stop.run.strip(".!?…") or not text[after].isupper() or text[after + 1 : after + 2].isupper():
        return False
    before = _last_word(text, stop.start, stop.first)
    following = _NEXT.match(text, after)
    return (
        len(before) > 2
        and before[-2:].isalpha()
        and before[-2:].islower()
        and not any(sign in before for sign in ".@/_")
        and following is not None
        and len(following[0]) > 1
        and following[0].lower() not in _DOMAINS
        and _abbreviations().get(before.lower(), "may end") == "may end"
    )


def _is_in_aside(stop: _Stop) -> bool:
    """Whether the stop stands in brackets opened in the midst of the sentence: « Ce jour (il neigea. Enfin !), tout… »."""
    text, start, first = stop.text, stop.start, stop.first
    opened = text.rfind("(", max(start, first - _ASIDE), first)
    if opened < 0 or text.find(")", opened, first + 1 + len(stop.run)) >= 0:
        return False
    closed = text.find(")", first, first + _ASIDE)
    return (
        closed >= 0
        and text.find("(", first, closed) < 0
        and text.find("\n\n", first, closed) < 0
        and _LETTER_OR_DIGIT.search(text, start, opened) is not None
    )


def _closes_aside(stop: _Stop) -> bool:
    """Whether the bracket closed behind `stop` was opened in the midst of the sentence."""
    text, start, first, run = stop.text, stop.start, stop.first, stop.run
    closing = run.rstrip("»”’'\" \u00a0\u202f")
    if not closing.endswith((")", "]")) or run[-2:-1].isdigit():
        return False
    window = max(start, first - 400)
    opened = max(text.rfind("(", window, first), text.rfind("[", window, first))
    return opened >= 0 and _LETTER_OR_DIGIT.search(text, start, opened) is not None


def _last_word(text: str, start: int, end: int) -> str:
    """What stands without a space before `end`, freed from opening marks and from an elided article."""
    before = text[max(start, end - 24) : end]
    if not before or before[-1].isspace():
        return ""
    word = before.split()[-1].lstrip(_OPENING)
    for apostrophe in "’'\u02bc":
        word = word.rpartition(apostrophe)[2]
    return word


def _is_abbreviation(stop: _Stop, following: int) -> bool:
    """Whether the stop belongs to an abbreviation, to initials or to the number of an item."""
    text, start, first = stop.text, stop.start, stop.first
    word = _last_word(text, start, first)
    kinds = _abbreviations()
    named = word + "!" if text[first] == "!" else word
    kind = kinds.get(named) or kinds.get(named.lower(), "")
    begin = first - len(word)
    if not word or (len(word) > 7 and not kind):
        return False
    if not kind or (kind != "before a name" and len(word) == 1 and word.isupper()):
        return (
            _is_number_of_item(text, start, begin, word)
            or _is_initial(text, start, begin, word, following)
            or _is_shortened(text, start, begin, word, following)
        )
    if kind.startswith("before a number") and (
        text[following].isdigit() or _NUMBERED.match(text, following)
    ):
        return True
    if word in {"p", "pp"} and text[max(start, begin - 2) : begin].rstrip()[-1:].isdigit():
        return False  # « 250 p. Réédition »: a number of pages, not the number of one
    sure = not kind.endswith("*") and kind in {"before a name", "inside"}
    never = kind in {"may end", "before a number*"}
    return sure or not (never or (_starts(text, following) and not text[following].isdigit()))


def _opens(text: str, start: int, begin: int) -> bool:
    """Whether nothing but opening marks stands between `start` and `begin`."""
    return begin - start < 8 and not text[start:begin].strip(_OPENING + " \u00a0\u202f")


def _is_number_of_item(text: str, start: int, begin: int, word: str) -> bool:
    """Whether `word` numbers what follows: « 1. Premier », « II. Le texte », « Fig. 3. Vue », « : a. lire »."""
    if not _SECTION.match(word):
        return False
    if _opens(text, start, begin) or text[max(start, begin - 3) : begin].rstrip().endswith(":"):
        return True
    label = _LABEL.match(text, start, begin) if begin - start < 16 else None
    return label is not None and label[1].lower() in _sentence_words()["takes a number"]


def _is_initial(text: str, start: int, begin: int, word: str, following: int) -> bool:
    """Whether the capitals of `word` are the initials of the name which follows."""
    if not _INITIALS.match(word):
        return False
    if _opens(text, start, begin):
        return True
    previous = _last_word(text, start, begin - 1).lower().rstrip(".")
    if word == "J.-C":
        return previous not in {"av", "apr", "ap", "avant", "après"}
    lists = _sentence_words()
    if len(word) == 1 and (
        previous in lists["takes a letter"]
        # « chap. V. Hugo », but « art. L. 123-4 »
        or (word in "IVX" and previous in lists["takes a number"])
    ):
        return False
    return not _starts(text, following)


def _is_shortened(text: str, start: int, begin: int, word: str, following: int) -> bool:
    """Whether `word` has no vowel, « cmdt », « spp », and is no unit behind a figure: « 3 kg. »."""
    return (
        len(word) > 1
        and word.isalpha()
        and word.islower()
        and _VOWELS.isdisjoint(word)
        and not text[max(start, begin - 2) : begin].rstrip()[-1:].isdigit()
        and not _starts(text, following)
    )


def _starts(text: str, place: int) -> bool:
    """Whether the word at `place` is one which starts a sentence rather than a name."""
    if _ELIDED.match(text, place):
        return True
    match = _NEXT.match(text, place)
    if not match:
        return False
    word = match[0].lower()
    if word not in _sentence_words()["starts a sentence"]:
        return word.endswith(("ement", "amment", "emment"))
    return word not in _PARTICLES or not text[match.end() + 1 : match.end() + 2].isupper()


@cache
def _abbreviations() -> dict[str, str]:
    """Kind of each abbreviation, without its last full stop; the kind of those with a star ends in one."""
    kinds: dict[str, str] = {}
    for kind, entries in words_by_section(__package__, "abbreviations.txt").items():
        for entry in entries:
            kinds.setdefault(entry.rstrip("*"), kind + "*" * entry.endswith("*"))
    return kinds


@cache
def _sentence_words() -> dict[str, frozenset[str]]:
    return {
        section: frozenset(words)
        for section, words in words_by_section(__package__, "sentence_words.txt").items()
    }
