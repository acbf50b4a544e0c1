"""What an article is about: the phrases it could be found by, with a score each.

Candidates are runs of one to four words of meaning, with de, du, des, à, au, aux, en between them.
Each gets a score between 0 and 1 from how often and how early it stands, whether the title and the
headings hold it, how it is built and how general its words are: a logistic regression whose
weights were fitted on four public sets of French documents with keyphrases given by their
readers or authors (Wikinews, TermITH linguistics, Papyrus theses, TALN papers; 50 documents each).
No dictionary is loaded; an article takes a few milliseconds.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import mul
from pathlib import Path

from seo_audit.dataclass import dataclass
from seo_audit.french.lemmas import fold, number_and_gender
from seo_audit.french.phrases import function_section
from seo_audit.french.tokens import words as find_words

LONGEST = 4
"""Words of meaning in the longest candidate."""

MOST_LINKS = 2
"""Of de, du, des, à, au, aux, en within one candidate."""

_LINKS = frozenset({"de", "du", "des", "d", "à", "au", "aux", "en"})
_ARTICLES = frozenset({"la", "le", "les", "l"})
_SUBJECTS = frozenset((
    "je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "iel", "iels",
    "se", "s", "me", "m", "te", "t", "ne", "n", "y", "lui", "qui",
))  # fmt: skip
_ELISION = re.compile(r"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"://|/.*/|[@=]|--|\A\d+h\d*\Z")
_SHORTEST_CODE = 12
_DIGIT = frozenset("0123456789")
# « travaillent-ils », « avez-vous »; what one says or does, whatever the article is about
_NO_SUBJECT = re.compile(
    r"-(?:t-)?(?:ils?|elles?|on|je|nous|vous)\Z"
    r"|\A(?:avoir|bien|bonjour|dire|être|faire|falloir|mal|merci|mettre|pouvoir|prendre|savoir|vouloir|été)\Z"
)
_WITHIN_PHRASE = frozenset(" \t\u00a0\u202f\u2009-_*")
_VERB_FORM = re.compile(
    r"(?:ait|aient|èrent|eront|era|eraient|irent|urent|issent|isent|ifient|viennent|vient"
    r"|tiennent|tient|[âîû]mes)\Z"
)
_NO_VERB_FORM = frozenset((
    "lait", "trait", "portrait", "retrait", "extrait", "souhait", "bienfait", "attrait",
    "forfait", "parfait",
))  # fmt: skip

# Weights of the regression, rounded to one decimal.
# By hand: « in a heading » (the sets have no headings) and « verb last » (fitted: -1.1).
_WEIGHTS = {
    "constant": -7.5,
    "frequency": 9.3,  # ln(1 + occurrences) ÷ ln(2 + words of meaning)
    "in the title": 0.6,
    "in a heading": 0.5,
    "early": 1.6,  # e^(-5 × place), place 0–1
    "two words": 0.7,
    "three words": -0.2,
    "four words": -1.0,
    "behind a subject": -3.0,  # shares of the occurrences, here and in the next three
    "capital": 0.8,
    "nothing of meaning before": 1.2,
    "nothing of meaning after": 1.2,
    "letters of the shortest word ÷ 10": 1.6,
    "letters of a word ÷ 10, mean": -0.9,
    "ln(1 + occurrences of its most frequent word)": -0.1,
    "infinitive": -1.4,
    "present participle": -1.2,
    "a vague word": -1.3,
    "vague word first": -0.6,
    "vague word last": -0.7,
    "day or month": -5.1,
    "verb last": -2.5,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase in the form it is met in most, and how likely it is to be the subject, 0 to 1."""

    phrase: str
    score: float


class _Tokens:
    """The words of a part, in columns: elided articles are words of their own."""

    __slots__ = ("breaks", "ends", "keys", "kinds", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds: list[str] = []  # W of meaning, L a link, F another function word, N a number
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.breaks: list[bool] = []  # whether no phrase goes on from the word before
        last = 0
        for begin, end in find_words(text):
            start = begin
            between = text[last:start]
            broken = last == 0 or (between != " " and not _WITHIN_PHRASE.issuperset(between))
            word = text[start:end]
            if not word.isalpha() and (elided := _ELISION.match(word)):
                middle = start + elided.end()
                self._add(elided[0][:-1].lower(), start, middle, broken)
                start, broken = middle, False
                word = text[start:end]
            self._add(word, start, end, broken)
            last = end

    def _add(self, word: str, start: int, end: int, broken: bool) -> None:
        kind, key = _kind_and_key(word)
        self.kinds.append(kind)
        self.keys.append(key)
        self.starts.append(start)
        self.ends.append(end)
        self.breaks.append(broken)


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """Where a candidate stands: words `first` to `last` of a part which starts at `offset`."""

    kind: str
    offset: int
    tokens: _Tokens
    first: int
    last: int

    @property
    def text(self) -> str:
        tokens = self.tokens
        return tokens.text[tokens.starts[self.first] : tokens.ends[self.last]]

    @property
    def place(self) -> int:
        return self.offset + self.tokens.starts[self.first]


def candidates(parts: Iterable[tuple[str, str]], limit: int = 10) -> list[Candidate]:
    """The `limit` best keyphrase candidates of an article, best first.

    `parts` are pairs of a kind and a text, in the order of the article. The kinds "title" and
    "heading" weigh more; every other kind is text. A part equal to the title is left out, so
    that an h1 which repeats it counts once.
    """
    scored = [
        (_score(evidence), occurrences) for occurrences, evidence in _with_evidence(list(parts))
    ]
    scored.sort(key=lambda entry: (-entry[0], entry[1][0].place, len(entry[1][0].text)))
    return [
        Candidate(_usual_form(occurrences), round(score, 3))
        for score, occurrences in scored[: max(0, limit)]
    ]


def _usual_form(occurrences: Sequence[_Occurrence]) -> str:
    return Counter(occurrence.text for occurrence in occurrences).most_common(1)[0][0]


def _with_evidence(
    parts: Sequence[tuple[str, str]],
) -> Iterator[tuple[list[_Occurrence], tuple[float, ...]]]:
    """The occurrences of every candidate worth a look, with the evidence about it."""
    title = {text.strip() for kind, text in parts if kind == "title"}
    kept = [(kind, text) for kind, text in parts if kind == "title" or text.strip() not in title]
    length = sum(len(text) for _, text in kept) or 1
    found: defaultdict[tuple[str, ...], list[_Occurrence]] = defaultdict(list)
    alone: Counter[str] = Counter()
    offset = 0
    for kind, text in kept:
        tokens = _Tokens(text)
        for first, word in enumerate(tokens.kinds):
            if word != "W":
                continue
            if kind != "title":
                alone[tokens.keys[first]] += 1
            for last, key in _runs(tokens, first):
                found[key].append(_Occurrence(kind, offset, tokens, first, last))
        offset += len(text)
    words = sum(alone.values())
    longer = _most_in_longer(found)
    for key, occurrences in found.items():
        if longer.get(key, 0) >= len(occurrences):
            continue
        place = occurrences[0].place / length
        if len(occurrences) == 1 and place > _LATE and len(key) > 1:
            continue
        if len(key) == 1 and (
            _NO_SUBJECT.search(occurrences[0].text.lower()) or _is_never_first(occurrences)
        ):
            continue
        yield occurrences, _evidence(key, occurrences, alone, place, words)


def _most_in_longer(
    found: Mapping[tuple[str, ...], Sequence[_Occurrence]],
) -> dict[tuple[str, ...], int]:
    """How often the most frequent longer candidate holds a candidate, when often enough.

    A word met in one longer phrase only is no subject by itself: « centrale » in « Asie centrale ».
    """
    most: dict[tuple[str, ...], int] = {}
    for key, occurrences in found.items():
        count = len(occurrences)
        if len(key) > 1 and count >= _OFTEN:
            for size in range(1, len(key)):
                for start in range(len(key) - size + 1):
                    part = key[start : start + size]
                    most[part] = max(count, most.get(part, 0))
    return most


_OFTEN = 3


def _is_never_first(occurrences: Sequence[_Occurrence]) -> bool:
    """Whether a word always follows another word of meaning, as adjectives do."""
    return all(
        not occurrence.tokens.breaks[occurrence.first]
        and occurrence.tokens.kinds[occurrence.first - 1] == "W"
        for occurrence in occurrences
    )


_LATE = 0.2
"""A phrase of two words and more met once, after this share of the article, is no candidate."""


def _runs(tokens: _Tokens, first: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Candidates that start with the word at `first`: index of the last word, and the key."""
    kinds, keys, breaks = tokens.kinds, tokens.keys, tokens.breaks
    end = len(kinds)
    key: tuple[str, ...] = (keys[first],)
    links = 0
    last = first
    while True:
        yield last, key
        if len(key) == LONGEST:
            return
        following = last + 1
        if following < end and kinds[following] == "L":
            links += 1
            following += 1
            if following < end and keys[following] in _ARTICLES:
                following += 1
        if following >= end or kinds[following] != "W" or links > MOST_LINKS:
            return
        if any(breaks[last + 1 : following + 1]):
            return
        last = following
        key = (*key, keys[last])


@lru_cache(maxsize=65_536)
def _kind_and_key(word: str) -> tuple[str, str]:
    """Class of a word, and one key for all its forms; function words keep theirs."""
    folded = fold(word)
    if folded in _LINKS:
        return "L", folded
    if not any(map(str.isalpha, folded)) or _is_no_word(folded):
        return "N", folded
    if len(folded) < 2 or function_section(folded):
        return "F", folded
    keys = number_and_gender(folded)
    return "W", min(keys, key=lambda key: (len(key), key), default=folded)


def _is_no_word(folded: str) -> bool:
    """« https://… », « nom@exemple.fr », « 7997c6b68d3c », « 15h30 »: nothing one would look for."""
    if _ADDRESS.search(folded):
        return True
    return len(folded) >= _SHORTEST_CODE and not _DIGIT.isdisjoint(folded)


# --- the score -----------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _vague_words() -> dict[str, frozenset[str]]:
    """The sections of `vague_words.txt`: keys of vague words and of times, forms of the others."""
    sections: dict[str, set[str]] = {}
    name = ""
    text = (Path(__file__).parent / "vague_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = set()
        elif line and not line.startswith("#"):
            words = line.split()
            whole = name in {"verbs", "no verbs"}
            sections[name].update(words if whole else (_kind_and_key(word)[1] for word in words))
    return {name: frozenset(words) for name, words in sections.items()}


@lru_cache(maxsize=65_536)
def _is_verb_form(word: str) -> bool:
    """Whether `word`, behind a noun, is a verb rather than an adjective."""
    folded = fold(word)
    sections = _vague_words()
    if folded in sections["verbs"]:
        return True
    if folded.endswith("ent"):
        return not folded.endswith("ement") and folded not in sections["no verbs"]
    return _VERB_FORM.search(folded) is not None and folded not in _NO_VERB_FORM


def _evidence(
    key: tuple[str, ...],
    occurrences: Sequence[_Occurrence],
    alone: Counter[str],
    place: float,
    words: int,
) -> tuple[float, ...]:
    """What speaks for or against a candidate, in the order of `_WEIGHTS`.

    `place`: where it stands first, 0–1. `words`: how many words of meaning the article has.
    """
    size = len(key)
    seen = len(occurrences)
    title = heading = subject = capital = free_left = 0
    free_right = 0.0
    for occurrence in occurrences:
        tokens, first, after = occurrence.tokens, occurrence.first, occurrence.last + 1
        title += occurrence.kind == "title"
        heading += occurrence.kind == "heading"
        if tokens.breaks[first]:
            free_left += 1
        else:
            free_left += tokens.kinds[first - 1] != "W"
            subject += tokens.keys[first - 1] in _SUBJECTS
            capital += tokens.text[tokens.starts[first]].isupper()
        if after >= len(tokens.kinds) or tokens.breaks[after] or tokens.kinds[after] in "FN":
            free_right += 1
        elif tokens.kinds[after] == "L":
            free_right += 0.5
    form = occurrences[0].text
    sections = _vague_words()
    vague, times = sections["vague"], sections["time"]
    shortest = min(map(len, key))
    mean = sum(map(len, key)) / size
    return (
        1,
        math.log(1 + max(seen - title, 0.5)) / math.log(2 + words),
        title > 0,
        heading > 0,
        math.exp(-5 * place),
        size == 2,
        size == 3,
        size == 4,
        subject / seen,
        capital / seen,
        free_left / seen,
        free_right / seen,
        shortest / 10,
        mean / 10,
        math.log(1 + max(alone[word] for word in key)),
        form.split()[0].endswith(("er", "ir")),
        form.endswith(("ant", "ants")),
        size == 1 and key[0] in vague,
        size > 1 and key[0] in vague,
        size > 1 and key[-1] in vague,
        not times.isdisjoint(key),
        size > 1 and _is_verb_form(form.split()[-1]),
    )


def _score(evidence: tuple[float, ...]) -> float:
    return 1 / (1 + math.exp(-sum(map(mul, _WEIGHTS.values(), evidence))))
