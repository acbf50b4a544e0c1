"""Frequent French words, for finding rare ones and for weighing what an article speaks of.

The list is `frequent_words.txt`; its head says where it comes from, how it was made, and its licences.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

__all__ = ["is_frequent", "log_frequency"]

_APOSTROPHES = str.maketrans("’ʼ′‘", "''''")
_HYPHENS = str.maketrans("‐‑", "--")
_LIGATURES = (("oeu", "œu"), ("oei", "œi"), ("soeur", "sœur"))
_LONGEST = 60  # characters; French words are shorter, and hostile ones cost nothing
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=.)")
_INVERTED = re.compile(
    r"-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|les?|la|lui|leur|en|y|ci|là)\Z"
)
_INCLUSIVE = re.compile(
    r"[·•‧](?:e|es|s|ne|nes|le|les|trice|rice|euse|ère)(?:[·•‧]s)?\Z|\(e?s?\)s?\Z"
)


def log_frequency(word: str) -> float | None:
    """Return log10 of the occurrences of *word* in a thousand million words, to 0.1, or None where the list lacks it.

    Between 7.8 (« de ») and 3.6 (the words added by hand, which were not counted). Elision, inverted pronouns, capitals (whose
    accents may be missing), kinds of apostrophes and hyphens and inclusive endings do not matter. A word with a hyphen that is
    not listed is as frequent as its rarest part; a plural that is not listed, as its singular.
    """
    if len(word) > _LONGEST:
        return None
    key = unicodedata.normalize("NFC", word).translate(_APOSTROPHES).translate(_HYPHENS).lower()
    found = _look_up(_INCLUSIVE.sub("", key))
    if found is None and word[:1].isupper():
        return _unaccented().get(_fold(key))
    return found


def is_frequent(word: str) -> bool:
    """True for a common French word, in any of its forms; False for rare words, names, figures and other languages."""
    return log_frequency(word) is not None


def _look_up(key: str) -> float | None:
    frequencies = _frequencies()
    # Each step tries a plainer form of the word; the loop below it never meets a form twice, for each is shorter.
    while key not in frequencies:
        elision = _ELISION.match(key)
        if elision:
            key = key[elision.end() :]
            continue
        plain = _INVERTED.sub("", key)
        for typed, printed in _LIGATURES:
            plain = plain.replace(typed, printed)
        if plain == key:
            break
        key = plain
    found = frequencies.get(key)
    if found is None and len(key) > 3 and key[-1] in "sx":
        found = frequencies.get(key[:-1])
    if found is None and "-" in key:
        parts = [frequencies.get(part) for part in key.split("-") if part]
        known = [part for part in parts if part is not None]
        return min(known) if known and len(known) == len(parts) else None
    return found


@cache
def _frequencies() -> dict[str, float]:
    forms: dict[str, float] = {}
    value = 0.0
    lines = (Path(__file__).parent / "frequent_words.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            value = float(line[1:-1])
        elif not line.startswith("#"):
            forms[line] = value
    return forms


@cache
def _unaccented() -> dict[str, float]:
    folded: dict[str, float] = {}
    for form, value in _frequencies().items():
        folded.setdefault(_fold(form), value)  # the most frequent form comes first
    return folded


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
