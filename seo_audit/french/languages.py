"""In which language a passage is written.

The little words each language cannot do without speak first (`language_words.txt`), then its common
words of meaning, then the shapes of the others. The list of frequent French words is asked only when these leave a
doubt whether the passage is French.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from math import exp
from unicodedata import normalize

from msgspec import Struct

from seo_audit.french.word_lists import WORDS_KEPT, sections
from seo_audit.lazy import regex

_WORD = regex(r"[¿¡]|[^\W\d_]+(?:['’\u02bc·][^\W\d_]+)*['’\u02bc]?")
_OTHER = "und"  # what is said of all the languages which are not told apart
_LITTLE = 2.0  # weight of a little word, as the logarithm of odds
_COMMON = 1.2  # weight of a common word of meaning: they are borrowed, and stand in names
_SHAPE = 0.8  # weight of a shape
# Logarithms of odds before a word is read: French is expected; these are what the tool meets.
_PRIORS = {
    "fr": 0.5,
    "en": 0.3,
    "es": 0.2,
    "pt": 0.1,
    "nl": -0.5,
    "ca": -1.5,
    "ro": -1.5,
    "und": -0.5,
}
_FRENCH = 0.85  # likelihood of French from which the list of frequent words is not asked
_NOT_FRENCH = 0.03  # likelihood of French under which it is not
_ENOUGH = 1.9  # evidence under which the language is not told
_LIKELY = 0.35  # confidence under which a language other than French is not told
_MANY = 12  # words which count in the list’s answer
_FREQUENT = 0.58  # share of frequent French words, measured to part French from its neighbours
_STRAIGHT = str.maketrans("’\u02bc", "''")
_LETTERS = frozenset("aàyeéoòiuôè")  # words of one letter; an apostrophe leaves others
_LONGEST = 40  # characters; longer runs of letters are no words


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language of `text` and the confidence in it, from 0 to 1.

    Tells fr, en, es, it, de, pt, nl, ca and ro; `und` with 0.0 stands for another language, no words at all, or too
    few of them to tell. One sentence is enough as a rule; for a text in several languages, ask a paragraph at a time.
    """
    return tell_language([tally(text)])


class Tally(Struct, frozen=True):
    """What the words of a passage say of its language."""

    counts: Mapping[str, int]
    """How often each word stands there, in small letters."""
    weights: Mapping[str, float]
    """Evidence by language: logarithms of odds."""


def tally(text: str) -> Tally:
    """What the words of `text` say of its language."""
    counts = Counter(_WORD.findall(normalize("NFC", text).lower()))
    weights: dict[str, float] = defaultdict(float)
    for word, times in counts.items():
        if word[0] > _LATIN and _OTHER_LETTERS.match(word):
            weights[_OTHER] += times * len(word) * _LETTER
            continue
        for language, weight in _evidence(word):
            weights[language] += times * weight
    return Tally(counts, weights)


def tell_language(passages: Collection[Tally]) -> tuple[str, float]:
    """What `detect_language` gives for the text of all `passages` together."""
    scores: dict[str, float] = defaultdict(float)
    for passage in passages:
        for language, weight in passage.weights.items():
            scores[language] += weight
    if not scores:
        return _OTHER, 0.0
    for language, prior in _PRIORS.items():
        scores[language] += prior
    best, confidence = _best(scores)
    french = exp(scores["fr"] - scores[best]) * confidence
    if _NOT_FRENCH < french < _FRENCH:
        counts: Counter[str] = Counter()
        for passage in passages:
            counts.update(passage.counts)
        if counts.total() > 1:
            scores["fr"] += min(counts.total(), _MANY) * (_share_frequent(counts) - _FREQUENT)
            best, confidence = _best(scores)
    told = (
        best != _OTHER
        and scores[best] - _PRIORS.get(best, 0.0) >= _ENOUGH
        and (best == "fr" or confidence >= _LIKELY)
    )
    return (best, confidence) if told else (_OTHER, 0.0)


def in_other_letters(passages: Iterable[Tally]) -> bool:
    """Whether most of a text is written with letters that no language told apart here has: Greek, Cyrillic, Japanese."""
    others = letters = 0
    for passage in passages:
        for word, times in passage.counts.items():
            letters += times * len(word)
            others += times * len(word) * (word[0] > _LATIN and bool(_OTHER_LETTERS.match(word)))
    return 2 * others > letters


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest language, and how likely it is when `scores` are logarithms of odds."""
    best = max(scores, key=lambda language: (scores[language], language))
    return best, 1 / sum(exp(score - scores[best]) for score in scores.values())


@lru_cache(maxsize=WORDS_KEPT)
def _evidence(word: str) -> tuple[tuple[str, float], ...]:
    """Languages for which `word`, in small letters, speaks, and how much."""
    if len(word) > _LONGEST:
        return ()
    data = _data()
    *elided, last = word.translate(_STRAIGHT).split("'")
    pieces = {word, *elided} if elided else set()
    if len(last) > 1 or last in _LETTERS:
        pieces.add(last)
    little = [language for language, words in data.little.items() if not words.isdisjoint(pieces)]
    found = dict.fromkeys(little, _LITTLE)
    if not little:
        common = [language for language, words in data.common.items() if word in words]
        found = dict.fromkeys(common, _COMMON)
    if (elided or not found) and data.any_shape.search(word):
        for language, shape in data.shapes:
            if shape.search(word):
                found[language] = found.get(language, 0.0) + _SHAPE
    return tuple(found.items())


def is_in_other_letters(text: str) -> bool:
    """Whether most of one text is."""
    return bool(_OTHER_LETTERS.search(text)) and in_other_letters([tally(text)])


_LATIN = "\u024f"
"""The last of the letters that languages in Latin script mostly use."""
_OTHER_LETTERS = regex(r"[\u0370-\u1dff\u2c00-\ud7ff]")
"""What a word of another alphabet begins with: Greek and all that follows, but for Vietnamese letters and ligatures."""
_LETTER = 0.3  # weight of such a letter against all the languages that are told apart


def _share_frequent(counts: Counter[str]) -> float:
    """Share of the words, in small letters, which are frequent in French."""
    from seo_audit.french.frequency import is_frequent  # noqa: PLC0415 - a long list, seldom needed

    return sum(times for word, times in counts.items() if is_frequent(word)) / counts.total()


class _Data(Struct, frozen=True):
    little: dict[str, frozenset[str]]  # words by language, in the order of their codes
    common: dict[str, frozenset[str]]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    any_shape: re.Pattern[str]  # most words have none of them


@cache
def _data() -> _Data:
    little: dict[str, frozenset[str]] = {}
    common: dict[str, frozenset[str]] = {}
    shapes: list[tuple[str, str]] = []
    for heading, under in sections(__package__, "language_words.txt").items():
        kind, _, code = heading.rpartition(" ")
        if code == "marks":
            for line in under:
                marked, pattern = line.split(" ", 1)
                shapes.append((marked, pattern))
            continue
        table = common if kind else little
        table[code] = frozenset(" ".join(under).split())
    return _Data(
        dict(sorted(little.items())),
        dict(sorted(common.items())),
        tuple((marked, regex(pattern)) for marked, pattern in shapes),
        regex("|".join(f"(?:{pattern})" for _, pattern in shapes)),
    )
