"""Where a phrase occurs in a text: its words of meaning, in order, in any of their forms.

« économie d’Asie » is found in « l’économie de l’Asie », « pompe à chaleur » in « les pompes à
chaleur ». Only function words may stand between the words of a phrase, four at most, and no
sentence or clause may end there. « régime sans sel » is not found in « régime avec sel ».

Accents may be missing from capitals, and from the phrase when it was typed without any.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from msgspec import Struct

from seo_audit.french.frequency import is_frequent
from seo_audit.french.lemmas import bare, fold, is_form, is_known, opening, openings, spelling
from seo_audit.french.sentence_ends import sentences as find_sentences
from seo_audit.french.tokens import words as find_words
from seo_audit.french.word_lists import words_by_section
from seo_audit.lazy import regex

Span = tuple[int, int]

MAX_WORDS_BETWEEN = 4  # « la qualité de chacun de ces vins »

_ELISIONS = frozenset(
    {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
)
_LONGEST_ELISION = 6
_APOSTROPHES = "'’‘ʼʹ′＇`´"
_ELIDED = regex(rf"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)[{_APOSTROPHES}]\Z", re.IGNORECASE)
_ONE_HYPHEN = str.maketrans(dict.fromkeys("‐‑‒–−﹣－", "-"))
# What may separate two words of one phrase beside what the phrase itself holds: spaces, quotation
# marks, signs of emphasis, a hyphen; a full stop when no sentence ends there (« M. Xi »).
_GLUE = frozenset(
    " \t\r\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2009\u200a\u202f\u2007\u2008\u205f\u3000\u200b\u00ad\ufeff«»\"“”„‹›'’‘ʼ*_`-‐‑."
)
_PART = regex(r"[^\W_](?:[^-]*[^\W_])?")
"""A part of a hyphenated word, all of whose hyphens are of one kind."""
_SLUG_PART = regex(r"[\W_]+")
_GLUED_ARTICLE = regex(r"(?:[ld]|qu)(?=[aeiouyh])", re.IGNORECASE)
_EXTENSION = regex(r"\.(?:html?|php|aspx?|md)$", re.IGNORECASE)
_LONGEST_NAMES = 100  # characters of two names with a hyphen; each hit asks anew
_ABBREVIATION = 4  # letters before a full stop inside a phrase: « M. Xi », « chap. 3 »
_LETTERS_OF_OPENING = 4  # two letters, each maybe with an accent of its own
_FEW = 8  # forms in one text; more are not looked for one by one
_BLANK_LINE = regex(r"\n[ \t\r]*\n")


@lru_cache(maxsize=1)
def _function_words() -> dict[str, str]:
    """Word to the section of `function_words.txt` it stands in, the first one if in two."""
    table: dict[str, str] = {}
    for section, words in words_by_section(__package__, "function_words.txt").items():
        for word in words:
            table.setdefault(word, section)
    return table


def function_section(folded: str) -> str | None:
    """The section of `function_words.txt` a folded word stands in; None for words of meaning."""
    return _function_words().get(folded)


def is_function_word(word: str) -> bool:
    """Whether `word` carries grammar rather than meaning: « de », « qui », « l’un », « est »."""
    return not any(map(str.isalnum, word)) or fold(word) in _function_words()


def words_of_meaning(text: str, words: Sequence[Span] | None = None) -> list[Span]:
    """Spans of the words of `text` which are no function words, without « l’ », « d’ ».

    `words`: the spans `french.words(text)` gives, when they are at hand.
    """
    found = []
    for start, end in find_words(text) if words is None else words:
        word = text[start:end]
        if not is_function_word(word):
            found.append((start + _elided(word), end))
    return found


def find_phrase(phrase: str, text: str) -> list[Span]:
    """Half-open spans of the occurrences of `phrase` in `text`, in order, never overlapping."""
    return Phrase(phrase).find(text)


def find_in_slug(phrase: str, slug: str) -> bool:
    """Whether `slug`, the last part of an address, holds `phrase`: « economie-de-l-asie »."""
    return Phrase(phrase).is_in_slug(slug)


class _Unit(Struct, frozen=True):
    """A word of the text, or a part of a hyphenated one."""

    text: str
    start: int
    end: int
    whole: str  # the word it is part of; itself when it has no parts
    part: int  # 0 for the first part
    parts: int


def _elided(word: str) -> int:
    """Characters of the elided article that `word` begins with, its apostrophe among them."""
    for index, char in enumerate(word[: _LONGEST_ELISION + 1]):
        if char in _APOSTROPHES:
            after = word[index + 1 : index + 2]
            goes_on = after.isalnum() or after == "_"
            return index + 1 if goes_on and word[:index].lower() in _ELISIONS else 0
    return 0


def _is_plain(word: str) -> bool:
    """Whether `word` is letters and digits only; U+02BC is an apostrophe, though a letter too."""
    return word.isalnum() and "ʼ" not in word


def _units(text: str, spans: Sequence[Span]) -> Iterator[_Unit]:
    """The words of `spans` without their elided articles, hyphenated ones in their parts."""
    for start, end in spans:
        word = text[start:end]
        begin = start
        if not _is_plain(word):
            begin += _elided(word)
            word = text[begin:end]
            hyphenated = word.translate(_ONE_HYPHEN)
            if "-" in hyphenated and "-" in spelling(word):
                parts = [match.span() for match in _PART.finditer(hyphenated)]
                for number, (first, last) in enumerate(parts):
                    part = word[first:last]
                    yield _Unit(part, begin + first, begin + last, word, number, len(parts))
                continue
        yield _Unit(word, begin, end, word, 0, 1)


def by_opening(words: Iterable[str]) -> dict[str, set[str]]:
    """Words of a text, told apart by how they begin: the more quickly a phrase finds its own.

    Each stands under the first two letters, as `lemmas.opening` gives them, of itself and of its
    parts, without elided articles; under "" where signs among the first letters may be left out.
    """
    table: dict[str, set[str]] = {}
    for word in set(words):
        if _is_plain(word):
            begins = word[:2].lower()
            if not begins.isascii():
                begins = opening(word)
            table.setdefault(begins, set()).add(word)
            continue
        for unit in _units(word, [(0, len(word))]):
            for part in (unit.text, unit.whole):
                begins = opening(part) if _is_plain(part[:_LETTERS_OF_OPENING]) else ""
                table.setdefault(begins, set()).add(word)
    return table


def _places(wanted: Collection[str], text: str, spans: Sequence[Span]) -> list[int]:
    """Numbers of the words of `text` which are among `wanted`, in order."""
    if len(wanted) > _FEW:
        return [number for number, (start, end) in enumerate(spans) if text[start:end] in wanted]
    found = []
    for word in wanted:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            number = bisect_left(spans, (start, end))
            if number < len(spans) and spans[number] == (start, end):
                found.append(number)
            start = text.find(word, start + 1)
    return sorted(found)


def _is_inside(word: str) -> bool:
    """Whether `word` may stand between two words of a phrase; « A » may be « À »."""
    return word == "A" or _function_words().get(fold(word)) == "inside"


class Phrase:
    """A phrase made ready to be searched for in many texts; phrases of the same text are equal."""

    __slots__ = ("_glue", "_guarded", "_memo", "_no_accents", "_openings", "_variants", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        words = [text[start:end] for start, end in find_words(text)]
        whole = _wanted([spelling(word) for word in words])
        parts = tuple(part for word in whole for part in _parts_wanted(word))
        self._variants: tuple[tuple[str, ...], ...] = (whole,) if whole == parts else (whole, parts)
        self._guarded = _guarded(whole)
        self._glue = _GLUE.union(mark for mark in text if not mark.isalnum())
        self._no_accents = all(map(str.isascii, whole))
        first = {variant[0] for variant in self._variants if variant}
        self._openings: frozenset[str] = frozenset().union(*map(openings, first))
        self._memo: dict[tuple[str, str], bool] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words looked for, in order: those of meaning, or all when there are none."""
        return self._variants[0]

    def find(
        self,
        text: str,
        words: Sequence[Span] | None = None,
        sentences: Sequence[Span] | None = None,
        anchors: Collection[str] | None = None,
    ) -> list[Span]:
        """Half-open spans of the occurrences in `text`, in order, never overlapping.

        `words`, `sentences`: what `french.words` and `french.sentences` give for `text`, when
        at hand. Sentences not given are looked for only where a full stop makes it matter.
        `anchors`: what `self.anchors` gives for the words of `text`, and maybe more words.
        """
        spans = find_words(text) if words is None else words
        if anchors is None:
            anchors = self.anchors(by_opening(text[start:end] for start, end in spans))
        found: list[Span] = []
        free = 0
        for index in _places(anchors, text, spans):
            if spans[index][1] <= free:
                continue
            reach = (MAX_WORDS_BETWEEN + 1) * len(self._variants[-1])
            units = list(_units(text, spans[index : index + reach]))
            for place in range(units[0].parts):
                if units[place].start < free:
                    continue
                hit = self._match(text, units, place)
                if hit is None:
                    continue
                if "." in text[slice(*hit)]:
                    sentences = find_sentences(text) if sentences is None else sentences
                    if _is_cut(hit, sentences):
                        continue
                found.append(hit)
                free = hit[1]
        return found

    def anchors(self, words: Mapping[str, Collection[str]]) -> frozenset[str]:
        """Which of `words`, as `by_opening` gives them, an occurrence may start with."""
        if not self.wanted:
            return frozenset()
        likely = {"", *self._openings}
        for begins in self._openings:
            if len(begins) == 1:
                likely.update(other for other in words if other[:1] == begins)
        return frozenset(
            word for begins in likely for word in words.get(begins, ()) if self._is_anchor(word)
        )

    def _is_anchor(self, word: str) -> bool:
        """Whether an occurrence may start with `word` or a part of it."""
        units = list(_units(word, [(0, len(word))]))
        return any(
            self._fits(variant[0], candidate)
            for variant in self._variants
            for unit in units
            for candidate in (unit.text, unit.whole)
        )

    def _match(self, text: str, units: Sequence[_Unit], place: int) -> Span | None:
        """The span of an occurrence that starts with the unit at `place`."""
        for variant in self._variants:
            last = self._last(text, units, place, variant)
            if last is not None and _stands_alone(units[place], units[last]):
                return units[place].start, units[last].end
        return None

    def _last(
        self, text: str, units: Sequence[_Unit], place: int, variant: tuple[str, ...]
    ) -> int | None:
        """Index of the last unit of an occurrence of `variant` that starts at `place`."""
        last = place - 1
        for number, wanted in enumerate(variant):
            between = 0
            while True:
                current = last + 1
                if current >= len(units):
                    return None
                if current > place and not self._is_glue(text, units[last], units[current]):
                    return None
                unit = units[current]
                if unit.parts > 1 and unit.part == 0 and self._fits(wanted, unit.whole):
                    last = current + unit.parts - 1
                    break
                last = current
                if self._fits(wanted, unit.text) and (
                    between or wanted not in self._guarded or text[unit.start - 1] in _APOSTROPHES
                ):
                    break
                between += 1
                if number == 0 or between > MAX_WORDS_BETWEEN or not _is_inside(unit.text):
                    return None
        return last

    def _is_glue(self, text: str, one: _Unit, other: _Unit) -> bool:
        between = text[one.end : other.start]
        if between == " ":
            return True
        if elided := _ELIDED.search(between):
            between = between[: elided.start()]
        if "." in between and not (between[0] == "." and len(one.text) <= _ABBREVIATION):
            return False
        return self._glue.issuperset(between) and not _BLANK_LINE.search(between)

    def _fits(self, wanted: str, form: str) -> bool:
        key = (wanted, form)
        known = self._memo.get(key)
        if known is None:
            known = self._memo[key] = self._compare(wanted, form)
        return known

    def _compare(self, wanted: str, form: str) -> bool:
        if is_form(form, wanted):
            return True
        if wanted[:1].isdigit() and form[:1].isdigit():
            return _SPACES.sub("", form) == _SPACES.sub("", wanted)  # « 10 000 », with any space
        # Typed without any accent, « energie » may stand for « énergie ». A French word alone
        # means itself: « marche » is not « marché ».
        if not self._no_accents or not is_form(form, wanted.upper()):
            return False
        return len(self.wanted) > 1 or _lacks_accents(wanted, form)

    def is_in_slug(self, slug: str) -> bool:
        """Whether the last part of the address `slug` holds the phrase; accents do not count.

        Articles may be left out or glued to their word: « leconomie-de-lasie ».
        """
        path = unicodedata.normalize("NFC", unquote(slug)).split("?")[0].split("#")[0].rstrip("/")
        last = _EXTENSION.sub("", path.rpartition("/")[2])
        # an address may keep its accents, percent-encoded
        units = [bare(part) for part in _SLUG_PART.split(last) if part]
        # « add-on » ends in no pronoun, as « dit-on » does
        letters = unicodedata.normalize("NFD", self.text.lower())
        whole = "".join(char for char in letters if not unicodedata.combining(char))
        if ("-" in whole and whole.replace("-", "") in units) or any(
            first + second == whole for first, second in pairwise(units)
        ):
            return True  # « add-on » is « addon », « backtesting » is « back-testing »
        wanted = [part for word in self._variants[-1] for part in word.split("'") if part]
        return bool(wanted) and any(
            _slug_holds(units, start, wanted) for start in range(len(units))
        )


_SPACES = regex(r"[\s\u2009\u200a\u202f\u00a0]+")


def _lacks_accents(word: str, form: str) -> bool:
    """Whether `word`, typed without accents, is no French word by itself, so that it stands for `form`."""
    if is_frequent(word):
        return False
    return is_frequent(form) or not is_known(word)


def _wanted(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a phrase to look for: those of meaning, and « sans », « non » and the like.

    A phrase does not end with a function word: « prix de l’or », « vacances d’été » and « Europe
    de l’Est » end with a noun that looks like one.
    """
    sections = [_function_words().get(fold(word)) for word in words]
    if None not in sections:
        return tuple(words)
    sections[-1] = None
    return tuple(
        word
        for word, section in zip(words, sections, strict=True)
        if section is None or section == "turning"
    )


def _guarded(wanted: Sequence[str]) -> frozenset[str]:
    """Which of `wanted` only an article before them makes nouns: « Est » in « Europe de l’Est »."""
    sections = {word: _function_words().get(fold(word)) for word in wanted}
    if None not in sections.values():
        return frozenset()
    return frozenset(word for word, section in sections.items() if section == "verbs")


def _parts_wanted(word: str) -> list[str]:
    """The parts of a hyphenated word, without the function words inside: « arc-en-ciel »."""
    if _is_plain(word):
        return [word]
    parts = [part for part in word.split("-") if part] or [word]
    return [
        part
        for number, part in enumerate(parts)
        if number in {0, len(parts) - 1} or not _is_inside(part)
    ]


def _stands_alone(first: _Unit, last: _Unit) -> bool:
    """Whether a hit ends where words end: « Chine » is in « Chine-Asie », « porte » not in « porte-clé »."""
    return (first.part == 0 or _is_pair_of_names(first.whole)) and (
        last.part == last.parts - 1 or _is_pair_of_names(last.whole)
    )


def _is_pair_of_names(word: str) -> bool:
    if len(word) > _LONGEST_NAMES:
        return False
    parts = _PART.findall(word.translate(_ONE_HYPHEN))
    return all(part[0].isupper() for part in parts) and parts[0] not in {"Saint", "Sainte", "St"}


def _is_cut(hit: Span, sentences: Sequence[Span]) -> bool:
    """Whether a sentence ends inside `hit`."""
    return any(hit[0] < end < hit[1] for _, end in sentences)


def _slug_holds(units: Sequence[str], place: int, wanted: Sequence[str]) -> bool:
    """Whether all of `wanted` stands in `units` from `place` on, function words between."""
    for number, word in enumerate(wanted):
        between = 0
        while place < len(units) and not _slug_fits(units[place], word):
            between += 1
            if number == 0 or between > MAX_WORDS_BETWEEN or not _is_slug_function(units[place]):
                return False
            place += 1
        if place == len(units):
            return False
        place += 1
    return True


def _slug_fits(unit: str, word: str) -> bool:
    if is_form(word, unit.upper()) or is_form(unit.upper(), word):
        return True
    glued = _GLUED_ARTICLE.match(unit)
    return glued is not None and is_form(unit[glued.end() :].upper(), word)


def _is_slug_function(unit: str) -> bool:
    return unit.lower() in _slug_function_words()


@lru_cache(maxsize=1)
def _slug_function_words() -> frozenset[str]:
    inside = (word for word, section in _function_words().items() if section == "inside")
    return frozenset(map(bare, inside)) | {"l", "d", "a"}
