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
from operator import itemgetter

from msgspec import Struct

from seo_audit.french.lemmas import fold, number_and_gender
from seo_audit.french.phrases import function_section
from seo_audit.french.tokens import words as find_words
from seo_audit.french.word_lists import WORDS_KEPT, sections
from seo_audit.lazy import regex

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
_ELISION = regex(r"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\w)", re.IGNORECASE)
_ADDRESS = regex(r"://|/.*/|[@=]|--|\A\d+h\d*\Z")
_SHORTEST_CODE = 12
_DIGIT = frozenset("0123456789")
# « travaillent-ils », « avez-vous »; what one says or does, whatever the article is about
_ASKING = ("-il", "-ils", "-elle", "-elles", "-on", "-je", "-nous", "-vous")
_NO_SUBJECT = frozenset((
    "avoir", "bien", "bonjour", "dire", "être", "faire", "falloir", "mal", "merci", "mettre", "pouvoir", "prendre",
    "savoir", "vouloir", "été", "fonctionne", "fonctionnent", "sert", "servent", "signifie", "signifient",
    "comprendre", "connaître", "découvrir",
))  # fmt: skip
_WITHIN_PHRASE = frozenset(" \t\u00a0\u202f\u2009-_*")
_VERB_FORM = regex(
    r"(?:ait|aient|èrent|eront|era|eraient|irent|urent|issent|isent|ifient|viennent|vient"
    r"|tiennent|tient|[âîû]mes)\Z"
)
_NO_VERB_FORM = frozenset((
    "lait", "trait", "portrait", "retrait", "extrait", "souhait", "bienfait", "attrait",
    "forfait", "parfait",
))  # fmt: skip

# Weights of the regression, rounded to one decimal.
# By hand: « in a heading » (the sets have no headings), « whole in the title and again » (theirs are no questions; F1@10 is
# the same with and without) and « verb last » (fitted: -1.1).
_WEIGHTS = {
    "constant": -7.5,
    "frequency": 9.3,  # ln(1 + occurrences) ÷ ln(2 + words of meaning)
    "in the title": 0.6,
    "whole in the title and again": 1.0,  # in the text: an h1 repeats the title
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


Span = tuple[int, int]
_NONE: Mapping[str, Sequence[Span]] = {}


class Candidate(Struct, frozen=True):
    """A phrase in the form it is met in most, and how likely it is to be the subject, 0 to 1."""

    phrase: str
    score: float


class _Tokens:
    """The words of a part of the article, in columns: elided articles are words of their own.

    `part` is the part's kind, `offset` how many characters of the article stand before it. Of each word: its
    kind (W of meaning, L a link, F another function word, N a number) and key, start and end in the text, and
    whether no phrase goes on from the word before.
    """

    __slots__ = ("breaks", "ends", "keys", "kinds", "offset", "part", "starts", "text")

    def __init__(self, text: str, part: str, offset: int, words: Sequence[Span]) -> None:
        self.text = text
        self.part = part
        self.offset = offset
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.breaks: list[bool] = []
        told: list[tuple[str, str]] = []
        last = 0
        for start, end in words:
            between = text[last:start]
            broken = last == 0 or (between != " " and not _WITHIN_PHRASE.issuperset(between))
            word = text[start:end]
            last = end
            if not word.isalpha() and (elided := _ELISION.match(word)):
                middle = start + elided.end()
                told += _kind_and_key(elided[0][:-1].lower()), _kind_and_key(text[middle:end])
                self.starts += start, middle
                self.ends += middle, end
                self.breaks += broken, False
            else:
                told.append(_kind_and_key(word))
                self.starts.append(start)
                self.ends.append(end)
                self.breaks.append(broken)
        self.kinds = [kind for kind, _ in told]
        self.keys = [key for _, key in told]

    def of_meaning(self) -> list[str]:
        """The keys of the words of meaning."""
        return [key for kind, key in zip(self.kinds, self.keys, strict=True) if kind == "W"]


class _Occurrence(Struct, frozen=True, gc=False):
    """Where a candidate stands: words `first` to `last` of a part."""

    tokens: _Tokens
    first: int
    last: int

    @property
    def text(self) -> str:
        tokens = self.tokens
        return tokens.text[tokens.starts[self.first] : tokens.ends[self.last]]

    @property
    def place(self) -> int:
        return self.tokens.offset + self.tokens.starts[self.first]


def candidates(
    parts: Iterable[tuple[str, str]], limit: int = 10, words: Mapping[str, Sequence[Span]] = _NONE
) -> list[Candidate]:
    """The `limit` best keyphrase candidates of an article, best first.

    `parts` are pairs of a kind and a text, in the order of the article. The kinds "title" and
    "heading" weigh more; every other kind is text. A part equal to the title is left out, so
    that an h1 which repeats it counts once. `words` says for a text what `french.words` gives, where at hand.
    """
    # of two alike the one that stands first, or is shorter: they come so
    scored = sorted(_scored(list(parts), words), key=itemgetter(0), reverse=True)
    return [
        Candidate(_usual_form(occurrences), round(1 / (1 + math.exp(-score)), 3))
        for score, occurrences in scored[: max(0, limit)]
    ]


def _usual_form(occurrences: Sequence[_Occurrence]) -> str:
    counts = Counter(occurrence.text for occurrence in occurrences)
    return max(counts, key=counts.__getitem__)


def _scored(
    parts: Sequence[tuple[str, str]], words: Mapping[str, Sequence[Span]]
) -> Iterator[tuple[float, list[_Occurrence]]]:
    """The score of every candidate worth a look, and its occurrences, in the order of the article."""
    title = {text.strip() for kind, text in parts if kind == "title"}
    kept = [(kind, text) for kind, text in parts if kind == "title" or text.strip() not in title]
    length = sum(len(text) for _, text in kept) or 1
    read: list[_Tokens] = []
    offset = 0
    for kind, text in kept:
        spans = words[text] if text in words else find_words(text)
        read.append(_Tokens(text, kind, offset, spans))
        offset += len(text)
    alone = Counter(key for tokens in read if tokens.part != "title" for key in tokens.of_meaning())
    named = Counter(key for tokens in read if tokens.part == "title" for key in tokens.of_meaning())
    found = _met(read, alone + named, _LATE * length)
    scale = math.log(2 + alone.total())
    longer = _most_in_longer(found)
    for key, occurrences in found.items():
        if longer.get(key, 0) >= len(occurrences):
            continue
        place = occurrences[0].place / length
        if len(occurrences) == 1 and place > _LATE and len(key) > 1:
            continue
        if len(key) == 1 and (_is_no_subject(occurrences[0].text) or _is_never_first(occurrences)):
            continue
        yield _score(key, occurrences, alone, place, scale), occurrences


def _met(
    read: Sequence[_Tokens], counts: Mapping[str, int], late: float
) -> defaultdict[tuple[str, ...], list[_Occurrence]]:
    """All candidates and where they stand, but those met once, `late` characters from the start.

    Words of headings are kept, and those of a short article, which has little to choose from.
    `counts` says how often each word of meaning is met.
    """
    found: defaultdict[tuple[str, ...], list[_Occurrence]] = defaultdict(list)
    long = sum(counts.values()) > _SHORT
    for tokens in read:
        for first, word in enumerate(tokens.kinds):
            if word == "W":
                known = counts if tokens.offset + tokens.starts[first] > late else None
                if known and known[tokens.keys[first]] == 1 and long and tokens.part == "text":
                    continue
                for last, key in _runs(tokens, first, known):
                    found[key].append(_Occurrence(tokens, first, last))
    return found


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


def _is_no_subject(word: str) -> bool:
    word = word.lower()
    return word in _NO_SUBJECT or word.endswith(_ASKING)


def _is_never_first(occurrences: Sequence[_Occurrence]) -> bool:
    """Whether a word always follows another word of meaning, as adjectives do."""
    return all(
        not occurrence.tokens.breaks[occurrence.first]
        and occurrence.tokens.kinds[occurrence.first - 1] == "W"
        for occurrence in occurrences
    )


_LATE = 0.2
"""A phrase met once, after this share of the article, is no candidate."""
_SHORT = 100
"""Words of meaning up to which a single word may be one all the same, as may a word of a heading."""


def _runs(
    tokens: _Tokens, first: int, counts: Mapping[str, int] | None
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Candidates that start with the word at `first`: index of the last word, and the key.

    With `counts`, how often each word of meaning is met, a phrase with a word met only there is left out: it is met
    only there, too.
    """
    kinds, keys, breaks = tokens.kinds, tokens.keys, tokens.breaks
    end = len(kinds)
    key: tuple[str, ...] = (keys[first],)
    links = 0
    last = first
    while True:
        yield last, key
        if len(key) == LONGEST or (counts and counts[keys[last]] == 1):
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
        if counts and counts[keys[last]] == 1:
            return
        key = (*key, keys[last])


@lru_cache(maxsize=WORDS_KEPT)
def _kind_and_key(word: str) -> tuple[str, str]:
    """Class of a word, and one key for all its forms; function words keep theirs."""
    folded = fold(word)
    if folded in _LINKS:
        return "L", folded
    if not folded.isalpha() and (not any(map(str.isalpha, folded)) or _is_no_word(folded)):
        return "N", folded
    if len(folded) < 2 or function_section(folded):
        return "F", folded
    keys = number_and_gender(folded)
    if len(keys) == 1:
        return "W", next(iter(keys))
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
    found = {}
    for name, listed in sections("seo_audit.french", "vague_words.txt").items():
        words = " ".join(listed).split()
        whole = name in {"verbs", "no verbs"}
        found[name] = frozenset(words if whole else (_kind_and_key(word)[1] for word in words))
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _is_verb_form(word: str) -> bool:
    """Whether `word`, behind a noun, is a verb rather than an adjective."""
    folded = fold(word)
    sections = _vague_words()
    if folded in sections["verbs"]:
        return True
    if folded.endswith("ent"):
        return not folded.endswith("ement") and folded not in sections["no verbs"]
    return _VERB_FORM.search(folded) is not None and folded not in _NO_VERB_FORM


def _score(
    key: tuple[str, ...],
    occurrences: Sequence[_Occurrence],
    alone: Counter[str],
    place: float,
    scale: float,
) -> float:
    """What speaks for and against a candidate, weighed: the logarithm of its odds to be the subject.

    `place`: where it stands first, 0–1. `scale`: the logarithm of how many words of meaning the article has.
    """
    size, seen, weight = len(key), len(occurrences), _WEIGHTS
    title = heading = subject = capital = free_left = whole = 0
    free_right = 0.0
    for one in occurrences:
        tokens, first, after = one.tokens, one.first, one.last + 1
        if tokens.part == "title":
            title += 1
            whole += _is_whole(tokens, first, after)
        heading += tokens.part == "heading"
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
    lengths = [len(word) for word in key]
    most = max([alone[word] for word in key])
    score = (
        weight["constant"]
        + weight["frequency"] * math.log(1 + max(seen - title, 0.5)) / scale
        + weight["in the title"] * (title > 0)
        + weight["whole in the title and again"]
        * (size > 1 and whole > 0 and seen > title + heading)
        + weight["in a heading"] * (heading > 0)
        + weight["early"] * math.exp(-5 * place)
        + weight["behind a subject"] * subject / seen
        + weight["capital"] * capital / seen
        + weight["nothing of meaning before"] * free_left / seen
        + weight["nothing of meaning after"] * free_right / seen
        + weight["letters of the shortest word ÷ 10"] * min(lengths) / 10
        + weight["letters of a word ÷ 10, mean"] * sum(lengths) / size / 10
        + weight["ln(1 + occurrences of its most frequent word)"] * math.log(1 + most)
    )
    return score + _of_its_words(key, occurrences[0].text)


def _is_whole(tokens: _Tokens, first: int, after: int) -> bool:
    """Whether no other word of meaning goes with a candidate: « Qu’est-ce que l’intégration continue ? »."""
    before = tokens.breaks[first] or tokens.kinds[first - 1] in "FN"
    if after < len(tokens.kinds) and tokens.keys[after] == "en":
        after += 1  # « L’intégration continue en 2024 »
        return before and after < len(tokens.kinds) and tokens.kinds[after] == "N"
    return before and (
        after >= len(tokens.kinds) or tokens.breaks[after] or tokens.kinds[after] in "FN"
    )


def _of_its_words(key: tuple[str, ...], form: str) -> float:
    """What its words themselves say, weighed."""
    size, weight = len(key), _WEIGHTS
    sections = _vague_words()
    vague = sections["vague"]
    first, _, _ = form.partition(" ")
    score = 0.0
    if first.endswith(("er", "ir")):
        score += weight["infinitive"]
    if form.endswith(("ant", "ants")):
        score += weight["present participle"]
    if not sections["time"].isdisjoint(key):
        score += weight["day or month"]
    if size == 1:
        return score + weight["a vague word"] * (key[0] in vague)
    score += weight[_SIZES[size]]
    score += weight["vague word first"] * (key[0] in vague)
    score += weight["vague word last"] * (key[-1] in vague)
    return score + weight["verb last"] * _is_verb_form(form.rsplit(maxsplit=1)[-1])


_SIZES = {2: "two words", 3: "three words", 4: "four words"}
