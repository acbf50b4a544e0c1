"""Frequent French words, for finding rare ones and for weighing what an article speaks of.

The list is `frequent_words.txt`; its head says where it comes from, how it was made, and its licences.
"""

import unicodedata
from functools import cache

__all__ = ["is_frequent", "log_frequency"]


from seo_audit.french.word_lists import words_by_section
from seo_audit.lazy import regex

_APOSTROPHES = str.maketrans("’ʼ′‘", "''''")
_HYPHENS = str.maketrans("‐‑", "--")
_LIGATURES = (("oeu", "œu"), ("oei", "œi"))
_LONGEST = 60  # characters; French words are shorter, and hostile ones cost nothing
_ELISION = regex(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=.)")
_INVERTED = regex(
    r"-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|les?|la|lui|leur|en|y|ci|là)\Z"
)
_INCLUSIVE = regex(r"[·•‧](?:e|es|s|ne|nes|le|les|trice|rice|euse|ère)(?:[·•‧]s)?\Z|\(e?s?\)s?\Z")


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
        plain = _fold(key)
        return _frequencies().get(plain) or _unaccented().get(plain)
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
    for value, words in words_by_section(__package__, "frequent_words.txt").items():
        forms |= dict.fromkeys(words, float(value or 0))
    return forms


@cache
def _unaccented() -> dict[str, float]:
    """The forms with an accent, without it."""
    folded: dict[str, float] = {}
    for form, value in _frequencies().items():
        if not form.isascii():
            folded.setdefault(_fold(form), value)  # the most frequent form comes first
    return folded


_ACCENTS = str.maketrans("àâäáãçéèêëíîïñóôöõúùûüýÿ", "aaaaaceeeeiiinoooouuuuyy")


def _fold(text: str) -> str:
    return text.translate(_ACCENTS)
