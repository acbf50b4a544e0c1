"""In which language a passage is written.

Cheap evidence first: the little words each language cannot do without (`language_words.txt`), then the shapes of
the others. A dictionary of French (simplemma, slow to load) is asked only when these leave a doubt whether
the passage is French.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from seo_audit.lazy import regex

_WORD = regex(r"[^\W\d_]+(?:['’\u02bc·][^\W\d_]+)*['’\u02bc]?")
_LITTLE = 2.0  # weight of a little word, as the logarithm of odds
_SHAPE = 0.8  # weight of a shape
# Logarithms of odds before a word is read: French is expected; these are what the tool meets.
_PRIORS = {"fr": 0.5, "en": 0.3, "es": 0.2, "pt": 0.1, "nl": -0.5, "ca": -1.5, "ro": -1.5}
_FRENCH = 0.85  # likelihood of French from which no dictionary is asked
_NOT_FRENCH = 0.03  # likelihood of French under which none is asked
_ENOUGH = 1.9  # evidence under which the language is not told
_WEIGHT = 1.0  # of a word of the passage, in the dictionary’s answer
_MANY = 12  # words which count in it
_KNOWN = 0.55  # share of words a French dictionary must know, measured to part French from its neighbours
_APOSTROPHE = regex("['’\u02bc]")
_LETTERS = frozenset("aàyeéoòiuôè")  # words of one letter; an apostrophe leaves others
_LONGEST = 40  # characters; longer runs of letters are no words


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language of `text` and the confidence in it, from 0 to 1.

    Tells fr, en, es, it, de, pt, nl, ca and ro; `und` with 0.0 stands for another language, no words at all, or too
    few of them to tell. One sentence is enough as a rule; for a text in several languages, ask a paragraph at a time.
    """
    scores: dict[str, float] = defaultdict(float)
    count = 0
    for word, times in Counter(_WORD.findall(normalize("NFC", text))).items():
        if len(word) > _LONGEST:
            continue
        count += times
        for language, weight in _evidence(word.lower()):
            scores[language] += times * weight
    if not scores:
        return "und", 0.0
    for language, prior in _PRIORS.items():
        scores[language] += prior
    best, confidence = _best(scores)
    french = exp(scores["fr"] - scores[best]) * confidence
    if _NOT_FRENCH < french < _FRENCH and count > 1:
        scores["fr"] += _WEIGHT * min(count, _MANY) * (_share_known_in_french(text) - _KNOWN)
        best, confidence = _best(scores)
    enough = scores[best] - _PRIORS.get(best, 0.0) >= _ENOUGH
    return (best, confidence) if enough else ("und", 0.0)


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest language, and how likely it is when `scores` are logarithms of odds."""
    best = max(scores, key=lambda language: (scores[language], language))
    return best, 1 / sum(exp(score - scores[best]) for score in scores.values())


@lru_cache(maxsize=1 << 14)
def _evidence(word: str) -> tuple[tuple[str, float], ...]:
    """Languages for which `word`, in small letters, speaks, and how much."""
    data = _data()
    *elided, last = _APOSTROPHE.split(word)
    little = {
        language
        for piece in ((word, *elided) if elided else ())
        for language in data.little.get(piece, ())
    }
    if len(last) > 1 or last in _LETTERS:
        little.update(data.little.get(last, ()))
    found = dict.fromkeys(sorted(little), _LITTLE)
    if not little or elided:
        for language, shape in data.shapes:
            if shape.search(word):
                found[language] = found.get(language, 0.0) + _SHAPE
    return tuple(found.items())


def _share_known_in_french(text: str) -> float:
    from simplemma import in_target_language  # noqa: PLC0415 - 0.2 s and more, seldom needed

    return float(in_target_language(text[:2000], lang="fr"))


class _Data(NamedTuple):
    little: dict[str, set[str]]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _data() -> _Data:
    little: dict[str, set[str]] = {}
    shapes: list[tuple[str, re.Pattern[str]]] = []
    section = ""
    for line in Path(__file__).with_name("language_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line.startswith("#") or not line:
            continue
        elif section == "marks":
            language, pattern = line.split(" ", 1)
            shapes.append((language, regex(pattern)))
        else:
            for word in line.split():
                little.setdefault(word, set()).add(section)
    return _Data(little, tuple(shapes))
