"""Proper names of a French text: runs of capitals that no sentence's start explains."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from seo_audit.french.frequency import is_frequent
from seo_audit.french.lemmas import is_known, lemma
from seo_audit.french.numbers import number_words
from seo_audit.french.phrases import function_section
from seo_audit.french.sentence_ends import sentences as find_sentences
from seo_audit.french.word_lists import WORDS_KEPT, sections
from seo_audit.lazy import regex

_APOSTROPHES = "'’ʼ‘"
_WORD = regex(rf"(?<!\w)[^\W\d_]\w*(?:[-‐‑{_APOSTROPHES}·]\w+)*")
_ELISION = regex(rf"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)[{_APOSTROPHES}](?=\w)", re.IGNORECASE)
_LINKS = frozenset(
    (
        "de",
        "du",
        "des",
        "la",
        "von",
        "van",
        "der",
        "den",
        "ben",
        "bin",
        "al",
        "el",
        "da",
        "di",
        "del",
        "dos",
        "lès",
    )
)
_INNER_LINKS = frozenset(
    (
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "pour",
        "sur",
        "en",
        "et",
        "à",
        "aux",
        "au",
        "contre",
        "par",
    )
)
_OPENS = regex(r"[:«“\"(\[—–•*>|]\s*[«“\"(\[]?\s*\Z|[.!?…][\s»”\")]*\Z")
_ADDRESS = regex(
    r"(?:https?://|www\.)[^\s<>«»\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<!\w)[@#]\w+"
    r"|(?<![\w.])[\w-]{1,60}\.(?:com|fr|org|net|html?|pdf|jpe?g|png|md)\b"
)
LONGEST = 12
"""Words of a name at most."""


class Name(Struct, frozen=True):
    """A name at `start` to `end`. `words` are its capitalised words, bare, those that say no name left out.

    `institution` are the other words of « Organisation de coopération de Shanghai », its head first.
    """

    start: int
    end: int
    words: tuple[str, ...]
    institution: tuple[str, ...] = ()
    sure: bool = True
    """False for one whose capital the start of a sentence may explain."""


class _Token(Struct, frozen=True):
    text: str
    start: int
    end: int
    link: str
    """What was elided before it: "d", "l" or ""."""
    capital: bool
    opens: bool


def find_names(text: str, known: Collection[str] = ()) -> list[Name]:
    """The names of a text, in order. `known` are bare words that are names wherever they stand."""
    if not any(map(str.isupper, text)) or _is_in_capitals(text):
        return []
    tokens = _tokens(text)
    found: list[Name] = []
    number = 0
    while number < len(tokens):
        last = _last(tokens, number, text, known)
        if last is None:
            number += 1
            continue
        name = _name(tokens[number : last + 1])
        if name:
            found.append(name)
        number = last + 1
    return found


@lru_cache(maxsize=WORDS_KEPT)
def bare(word: str) -> str:
    """A word as names are compared: small, without accents, apostrophes and hyphens: « xian » for « Xi’an »."""
    plain = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("Œ", "Oe")).lower()
    return "".join(char for char in plain if char.isalnum())


def parts(word: str) -> tuple[str, ...]:
    """The words of a hyphenated name: « Chine-Asie »; one word for what is no pair of names."""
    pieces = re.split(r"[-‐‑]", word)
    if len(pieces) > 1 and all(piece[:1].isupper() and len(piece) > 2 for piece in pieces):
        return tuple(bare(piece) for piece in pieces)
    return (bare(word),)


def is_demonym_of(word: str, place: str) -> bool:
    """Whether two bare words may be a place and its people: « chinois » and « chine »."""
    if word == place:
        return True
    table = _peoples()
    for one, other in ((word, place), (place, word)):
        if other in table and any(one.startswith(stem) for stem in table[other]):
            return True
    return _is_people(word, place) or _is_people(place, word)


def has_other_people(word: str) -> bool:
    """Whether a place's people is called by quite another word, which `is_demonym_of` knows."""
    return word in _peoples()


def _is_people(people: str, place: str) -> bool:
    for ending, bare_too in _PLACE_ENDINGS:
        stem = place.removesuffix(ending)
        if len(stem) >= 3 and place.endswith(ending) and people.startswith(stem):
            rest = people[len(stem) :]
            if rest in _PEOPLE_ENDINGS or (bare_too and rest in ("", "e", "s", "es")):
                return True
    return False


_PLACE_ENDINGS = (
    ("", False),
    ("e", False),
    ("es", False),
    ("a", False),
    ("o", False),
    ("agne", False),
    ("ogne", False),
    ("ine", False),
    ("ie", True),
    ("istan", True),
    ("stan", True),
    ("land", True),
    ("lande", True),
)
"""Endings of places; whether their people may be the stem alone (« Kirghizistan », « Kirghiz »)."""

_ENDINGS = """
ois oise ais aise ien ienne een eenne ain aine and ande ol ole ite ote in ine on onne an ane asque ard arde
"""
_PEOPLE_ENDINGS = frozenset(
    link + ending + plural
    for link in ("", "n", "l", "t", "d")
    for ending in _ENDINGS.split()
    for plural in ("", "s")
)


@cache
def _section(name: str) -> frozenset[str]:
    return frozenset(
        bare(word) for line in sections(__package__, "names.txt")[name] for word in line.split()
    )


@cache
def _peoples() -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in sections(__package__, "names.txt")["peoples"])
    return {bare(place): tuple(map(bare, stems)) for place, *stems in rows}


def _is_in_capitals(text: str) -> bool:
    letters = [char for char in text[:2000] if char.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.5 * len(letters)


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[_Token, ...]:
    if "." in text or "@" in text or "#" in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    starts = {start for start, _ in find_sentences(text)}
    tokens = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        link = ""
        elided = _ELISION.match(text, start, end)
        first = start
        # « D’Artagnan » begins with its own letter, « l’Asie » does not
        if elided:
            link, start = elided[0][:-1].lower(), elided.end()
        word = text[start:end]
        opens = first in starts or _OPENS.search(text, max(0, first - 6), first) is not None
        if not opens and first:
            opens = not text[:first].strip() if first < 4 else False
        capital = word[:1].isupper()
        tokens.append(_Token(word, start, end, link, capital, opens and not link))
    if tokens and not tokens[0].link:
        one = tokens[0]
        tokens[0] = _Token(one.text, one.start, one.end, one.link, one.capital, opens=True)
    return tuple(tokens)


def _last(tokens: Sequence[_Token], number: int, text: str, known: Collection[str]) -> int | None:
    """The last token of the name that starts here, None when none does."""
    token = tokens[number]
    if not token.capital:
        return None
    if token.opens and not _is_name_at_start(tokens, number, text, known):
        return None
    last = place = number
    head = bare(token.text) in _section("heads")
    linked = False
    while place + 1 < len(tokens) and place - number < LONGEST:
        before, following = tokens[place], tokens[place + 1]
        gap = text[before.end : following.start - len(following.link) - bool(following.link)]
        if not _joins(gap, before.text):
            break
        if following.capital:
            if following.link not in ("", "d", "l") or (following.link == "l" and not linked):
                break  # « Xi l’Européen »: another name
            last, linked = place + 1, False
        elif _is_link(tokens, place + 1, head=head):
            if place != last and not linked:
                break
            linked = True
        elif head and _goes_with_head(following, linked=linked):
            last, linked = place + 1, False
        else:
            break
        place += 1
    return last


def _is_link(tokens: Sequence[_Token], number: int, *, head: bool) -> bool:
    """Whether a word may stand within a name: « de », and more where an institution's name began."""
    token = tokens[number]
    word = token.text.lower()
    if token.link:
        return False
    if head and word in _INNER_LINKS:
        return word != "et" or not _names_follow(tokens, number + 1)
    return word in _LINKS


def _goes_with_head(token: _Token, *, linked: bool) -> bool:
    """Whether a small word is part of an institution's name: a noun behind « de », an adjective of its kind."""
    if linked or token.link in ("d", "l"):
        return True
    return not token.link and bare(token.text) in _section("adjectives")


def _names_follow(tokens: Sequence[_Token], number: int) -> bool:
    """Whether another name begins here, article or not: « et la Conférence »."""
    following = tokens[number : number + 2]
    if following and following[0].text.lower() in ("la", "le", "les", "l", "du", "des", "de"):
        following = following[1:]
    return bool(following) and following[0].capital


def _joins(gap: str, before: str) -> bool:
    if gap in (" ", "\u00a0", "\u202f", ""):
        return True
    return gap in (". ", ".\u00a0", ".", ".-") and len(before) == 1


def _is_name_at_start(
    tokens: Sequence[_Token], number: int, text: str, known: Collection[str]
) -> bool:
    token = tokens[number]
    word = bare(token.text)
    if any(part in known for part in parts(token.text)):
        return True
    if len(token.text) > 1 and token.text.isupper():
        return True
    if _is_common(token.text):
        # « Le Monde » and « Union européenne »: only what heads a name goes on
        return word in _section("heads") and _goes_on(tokens, number, text)
    return _goes_on(tokens, number, text) or _acts(tokens, number, text)


_ACTS = frozenset(
    (
        "a",
        "est",
        "et",
        "s",
        "n",
        "ne",
        "se",
        "avait",
        "était",
        "sera",
        "aura",
        "va",
        "dit",
        "fait",
        "peut",
        "doit",
    )
)


def _acts(tokens: Sequence[_Token], number: int, text: str) -> bool:
    """Whether a word no dictionary has stands as names do: « (Alstom) », « Zelensky a dit »."""
    token = tokens[number]
    if len(token.text) < 4 or not token.text.isalpha():
        return False
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    stands = text[token.start - 1 : token.start] == "(" and text[token.end : token.end + 1] == ")"
    if not stands and following and text[token.end : token.end + 1] == " ":
        stands = (following.link or following.text.lower()) in _ACTS
    # the dictionary is loaded last; « Egoutter » is a verb whose capital lost its accent
    return stands and not is_known(token.text) and lemma(token.text) == token.text.lower()


def _goes_on(tokens: Sequence[_Token], number: int, text: str) -> bool:
    if number + 1 >= len(tokens):
        return False
    following = tokens[number + 1]
    gap = text[tokens[number].end : following.start]
    return following.capital and not following.link and gap in (" ", "\u00a0")


def _is_common(word: str) -> bool:
    lower = word.lower()
    return (
        function_section(lower) is not None
        or lower in number_words()
        or is_frequent(lower)
        or bare(word) in _section("no name")
    )


def _name(tokens: Sequence[_Token]) -> Name | None:
    # titles before a name are none of it: « Président Xi »
    while tokens and (
        not tokens[0].capital
        or bare(tokens[0].text) in _section("no name")
        or function_section(tokens[0].text.lower()) is not None
        or tokens[0].text.lower() in number_words()
    ):
        tokens = tokens[1:]
    if not tokens:
        return None
    head = bare(tokens[0].text) in _section("heads")
    words = [
        part
        for token in (tokens[1:] if head else tokens)
        if token.capital and not _is_number(token.text)
        for part in parts(token.text)
        if len(part) > 1 and part not in _section("no name")
    ]
    others = [bare(tokens[0].text)] if head else []
    others += [
        bare(token.text)
        for token in tokens[1:]
        if head and not token.capital and token.text.lower() not in _INNER_LINKS
    ]
    if not words and len(others) < 2:
        return None
    return Name(tokens[0].start, tokens[-1].end, tuple(words), tuple(others), not tokens[0].opens)


def _is_number(word: str) -> bool:
    return word.isupper() and re.fullmatch(r"[IVX]{1,6}", word) is not None


def words_of_names(names: Iterator[Name] | Sequence[Name]) -> frozenset[str]:
    """The bare words of names that no sentence's start explains."""
    return frozenset(word for name in names if name.sure for word in name.words)
