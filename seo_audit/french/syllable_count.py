"""How many syllables a French word has when it is spoken.

The convention is that of French lexical data bases: as in careful speech, a mute e inside a word is
kept (« samedi » 3), at its end dropped (« table » 1); i, u and ou glide before a vowel (« lion » 1)
but not after a consonant and l or r (« ouvrier » 3). The rules rewrite a word until each of its
syllables is one vowel; words which escape them are in `syllables.txt`. Figures and signs count as they
are read aloud, acronyms which cannot be read as a word letter by letter, an address or a long code as one syllable.
`docs/french.md` has the convention with examples.
"""

import re
import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from seo_audit.french.word_lists import WORDS_KEPT, words_by_section
from seo_audit.lazy import regex

_V = "aeiouyàâäéèêëîïíôöóùûüúáãõåæ"
_C = "bcçdfghjklmnñpqrstvwxz"
_CLUSTER = (
    "[bcdfgkptvj][lr]"  # behind it i, u and ou stay vowels: « ouvrier », « cruel », « clouer »
)


_Rule = tuple[str, re.Pattern[str], str]
"""What the pattern finds is written as the last says; most words lack the first, a trigger, and need no search."""


def _rules(*rules: tuple[str, str, str]) -> tuple[_Rule, ...]:
    return tuple((trigger, regex(pattern), sound) for trigger, pattern, sound in rules)


# In this order, before the mute e at the end goes. A dot parts two vowels which do not form one sound.
_SPELLINGS = _rules(
    ("œ", "œi", "ei"),
    ("œ", "œu", "eu"),
    ("œ", "œ", "é"),
    ("æ", "æ", "é"),
    ("oe", "oei(?=l)", "ei"),
    ("oe", "oeu", "eu"),
    ("oe", "oe(?=[dmsnct])", "é"),
    ("oe", "oe(?=ll)", "oi"),
    ("oê", "oê", "oi"),
    # a mute e which nobody says, letters of one sound, sounds of two letters
    ("médec", "médec", "mèdc"),
    ("promen", r"promen(?=ade|er|eu)", "promn"),
    ("rejet", r"^reje(?=t[aeéio])", "rej"),
    ("passep", "passep", "pasp"),
    ("teté", "(?<!s)teté", "té"),
    ("brief", "brief", "brif"),
    ("féer", "féer", "fér"),
    ("pays", "pays", "pé.is"),
    ("abbaye", "abbaye", "abé.ie"),
    ("souhai", "souhai", "swè"),
    ("gaie", r"gaie(?=té|m)", "gai"),
    ("aï", r"(?<!h)aï(?=e|ga|$)", "aj"),
    ("saoul", "saoul", "soul"),
    ("aoû", "aoû", "ou"),
    ("aon", r"^([pft])aon", r"\1on"),
    ("eoi", "eoi", "oi"),
    ("ayer", r"aye(?=r(?:[aio]|ez))", "éje"),
    ("anti", r"^anti(?=[aeéioô])", "anti."),
    ("ou", rf"(?<={_CLUSTER})ou(?=[iî](?!ll))", "o."),
    # English
    ("zoo", r"^zoo(?=l|s?$)", "zo.o"),
    ("oo", r"oo(?!p[éeèt]|rd|bl)", "u"),
    ("ee", r"ee(?!$)", "u"),
    ("oa", r"oa(?=ch|(?:t|st|rd|l)s?$)", "u"),
    ("ea", r"ea(?!u)(?<!gea)", "i"),
    # u after q, and after g before e and i; e after g before a, o, u
    ("qu", r"qu(?=[aeiouyéèêëîïâàô]|$)", "k"),
    ("ueil", r"(?<=[cg])u(?=eil)", ""),
    ("gu", r"(?<=g)u(?=[eiyéèêî])", ""),
    ("ge", r"(?<=g)e(?=[aouâôàî])", ""),
    # ill between vowels, il behind one
    ("ill", r"(?<=[aeiouâ])ill(?=[aeiouéèêâôîy])", "j"),
    ("il", r"(?<=[aeu])il(?=s?$)", "j"),
)
# In this order, after it went.
_SOUNDS = _rules(
    # e is mute between another vowel and an ending: « paiement », « oublierai »
    ("em", r"(?<=[aiouyé])e(?=ments?$)", ""),
    ("er", r"(?<=[aiouyé])e(?=r(?:a|ai|as|ez|ions|iez|ons|ont|ait|aient|ais|ie|ies)$)", ""),
    ("y", rf"(?<=[{_V}])y(?=[{_V}])|^y(?=[{_V}])", "j"),
    ("ï", rf"(?<=[{_V}])ï(?=[{_V}])", "j"),
    ("eau", "eau", "a"),
    ("o", r"o[iî]|oy(?![aeiou])", "wa"),
    ("e", "e[uûiy]", "e"),
    ("a", "a[uûiîy]", "e"),
    ("o", "o[uûù]", "u"),
    ("uez", r"u(?=ez$)", "u."),
    ("i", rf"(?<!{_CLUSTER})i(?=[{_V}])", "j"),
    ("y", rf"(?<!{_CLUSTER})y(?=[{_V}])", "j"),
    ("u", rf"(?<!{_CLUSTER})u(?=[{_V}])|u(?=[iî])", "w"),
)
_VOWEL = regex(f"[{_V}]")
_MIXED_CLUSTER_E = regex(rf"([{_C}])(?!\1)[lr]e$")
_SPELT_CLUSTER_E = regex(rf"([rls])(?!\1)[{_C}]e$")

_ONE_SPELLING = str.maketrans(
    {
        "’": "'",
        "\u02bc": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u00ad": "",
        "\u200b": "",
    }
)
_MARKS = "·•⋅‧∙･"
_MARK = f"[{_MARKS}]"
_ENDING = "(?:[nltvs]?les|[nltsvr]?es?|[td]?rices?|euses?|[iï]?ères?|[iy]?ennes?|onnes?|esses?|fe|ves?|ales?|aux|x)"
# « étudiant·e·s », « étudiant(e)s », « étudiant.e.s », « étudiant-e-s »: the plain form and its plural.
_INCLUSIVE = regex(
    rf"([^\W\d_]{{2,}}?)(?:{_MARK}[^\W\d_]{{1,7}}(?:{_MARK}s)?|\([^\W\d_]{{1,6}}\)s?"
    rf"|\.{_ENDING}(?:\.s)?|-(?:e|es|(?:{_ENDING})-s)|/{_ENDING})"
)
# few words hold such a sign or ending, and the whole pattern is long
_INCLUSIVE_SIGNS = frozenset(f"{_MARKS}(./")
_INCLUSIVE_ENDINGS = ("-e", "-es", "-s")
_PIECE = regex(
    r"\d{1,3}(?:[ \u00a0.]\d{3}|[\u2007-\u200a\u202f]\d{3})+(?!\d)|\d+|[^\W\d_]+(?:['-][^\W\d_]+)*"
    r"|[%$£°§&+@²³,]|[‰€]"
)
_ADDRESS = regex(
    r"(?:https?://|www\.)|[^\s@]+@[^\s@]+\.\w|[\w-]+\.(?:com|fr|org|net|eu|be|ch|ca|io)\b",
    re.IGNORECASE,
)
_RUN = regex(r"\d+|\D+")
_FEWEST_RUNS = 4  # of letters and of figures, in turn
_SHORTEST_CODE = 12
_ROMAN = regex(r"(?=[XVI]{2}|[XVI][eè])(X{0,3})(IX|IV|V?I{0,3})(er?|ème|ère|re)?s?\Z")
_START = regex(
    r"(?:[bcdfghkptv][lrh]|s[chklmnpqtvw]|[pm]n|ps|pt|gn|ts|dj|kn|w[hr]|chr|phr|thr|s[cpt]r|spl|sch|shr|schn|cz|sz|zl|vl|qu|tch|"
    rf"([a-z])\1?)?[{_V}œ]"
)
_END = regex(r"([bdfgjkpqtvz])(?!\1)(?<![pcfk](?=t))[bdfgjkpqtvz]\Z")
_SIGNS = {
    "%": 2,
    "‰": 2,
    "€": 2,
    "$": 2,
    "£": 1,
    "°": 2,
    "§": 3,
    "&": 1,
    "+": 1,
    "@": 3,
    "²": 2,
    "³": 1,
    ",": 2,
}
_UNITS = (2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2)  # zéro to dix-neuf
_TENS = (
    0,
    0,
    1,
    1,
    2,
    2,
    2,
    2,
    3,
    3,
)  # vingt to quatre-vingt, with soixante and quatre-vingt again
_LONGEST = 64  # characters; what is longer is no word, and is not kept in mind


def syllables(word: str) -> int:
    """Number of spoken syllables of `word`: at least 1 when it has a letter or a digit, else 0.

    `word` may be elided, inclusive or a number, in any case and with any apostrophe or hyphen.
    """
    return _count(word) if len(word) <= _LONGEST else _count.__wrapped__(word)


@lru_cache(maxsize=WORDS_KEPT)
def _count(word: str) -> int:
    if not any(map(str.isalnum, word)):
        return 0
    text = unicodedata.normalize("NFC", word).translate(_ONE_SPELLING)
    if text.isalpha() and not text[:2].isupper() and text[0] not in "XVI":
        return _spoken(text.lower())
    if _ADDRESS.match(text) or _is_code(text):
        return 1
    last = text.rpartition("'")[2]
    if (not _INCLUSIVE_SIGNS.isdisjoint(last) or last.endswith(_INCLUSIVE_ENDINGS)) and (
        inclusive := _INCLUSIVE.fullmatch(last)
    ):
        return max(1, _spoken(inclusive[1].lower()))
    total = 0
    for piece in _PIECE.findall(text):
        if piece[0].isdecimal():
            total += _number_syllables("".join(filter(str.isdecimal, piece)))
        elif piece in _SIGNS:
            total += _SIGNS[piece] if piece != "," or text[-1] != "," else 0
        else:
            total += _compound(piece)
    return max(1, total)


def _is_code(text: str) -> bool:
    """« 7997c6b68d3c », « 5199333.30187808 »: a key or a measure that nobody reads aloud figure by figure."""
    if len(text) < _SHORTEST_CODE or any(map(str.isspace, text)):
        return False
    if sum(map(str.isdecimal, text)) >= _SHORTEST_CODE:
        return True
    return text.isalnum() and len(_RUN.findall(text)) >= _FEWEST_RUNS


def _compound(word: str) -> int:
    """Syllables of a word which may have apostrophes, hyphens and capitals."""
    if word == "M":
        return 2  # « M. Xi »
    if roman := _ROMAN.match(word):
        tens, units, ordinal = roman.groups()
        value = 10 * len(tens) + (
            ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").index(units) + 1
            if units
            else 0
        )
        return _below_hundred(value) + (ordinal is not None)
    if word.isupper() and 1 < len(word) <= 6 and _is_spelt_out(word.lower()):
        return _spelt_out(word.lower())
    parts = [part.replace("'", "") for part in word.lower().split("-") if part]
    total = 0
    for number, part in enumerate(parts):
        if part == "t" and 0 < number < len(parts) - 1:
            continue  # « a-t-il »
        total += _spoken(part, parts[number + 1] if number + 1 < len(parts) else "")
    return total


def _spoken(word: str, following: str = "") -> int:
    """Syllables of a word in small letters; `following` is what a hyphen joins to it."""
    known = _exceptions().counts.get(word)
    if known:
        return known
    if word.endswith("ent") and _is_mute_ent(word):
        word = word[:-2]
    for trigger, pattern, sound in _SPELLINGS:
        if trigger in word:
            word = pattern.sub(sound, word)
    plural = word.endswith("es")
    if plural:
        word = word[:-1]
    if (
        word.endswith("e")
        and _VOWEL.search(word, 0, len(word) - 1)
        and not _keeps_e(word, following, plural)
    ):
        word = word[:-1]
    for trigger, pattern, sound in _SOUNDS:
        if trigger in word:
            word = pattern.sub(sound, word)
    return len(_VOWEL.findall(word)) or 1


def _keeps_e(word: str, following: str, plural: bool) -> bool:
    """Whether the e before a hyphen is said: « quatre-vingts », « porte-voix », « quelques-uns »."""
    if not following:
        return False
    if following[0] in _C:
        return _MIXED_CLUSTER_E.search(word) is not None or (
            _SPELT_CLUSTER_E.search(word) is not None and _spoken(following) == 1
        )
    return plural and _SPELT_CLUSTER_E.search(word) is not None


def _is_mute_ent(word: str) -> bool:
    """Whether -ent is the mute ending of a third person plural."""
    if word.endswith("ment"):
        return word.endswith("èment") or word[:-3] in _exceptions().mute
    return word not in _exceptions().said and not word.endswith("escent")


def _is_spelt_out(word: str) -> bool:
    """Whether an acronym, in small letters, is not read as a word: « tva », « ratp », « ong »."""
    if word in _exceptions().letters:
        return True
    return not _START.match(word) or _END.search(word) is not None


def _spelt_out(word: str) -> int:
    return sum({"w": 3, "y": 2}.get(letter, 1) for letter in word)


def _number_syllables(digits: str) -> int:
    """Syllables of a whole number read aloud; one longer than twelve digits is read digit by digit."""
    if len(digits) > 12:
        return sum(_UNITS[int(digit)] for digit in digits)
    zeros = len(digits) - len(digits.lstrip("0"))
    rest = int(digits)
    total = 2 * (zeros if rest else min(zeros, 1))
    for size, name in ((10**9, 2), (10**6, 2), (1000, 1)):
        count, rest = divmod(rest, size)
        if count:
            total += name + (_below_thousand(count) if count > 1 or size > 1000 else 0)
    return total + _below_thousand(rest)


def _below_thousand(number: int) -> int:
    hundreds, rest = divmod(number, 100)
    total = 1 + (hundreds > 1) if hundreds else 0
    return total + (_below_hundred(rest) if rest else 0)


def _below_hundred(number: int) -> int:
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        return _TENS[tens] + _UNITS[unit + 10] + (number == 71)
    return _TENS[tens] + (_UNITS[unit] if unit else 0) + (unit == 1 and tens < 8)


class _Exceptions(Struct, frozen=True):
    said: frozenset[str]
    mute: frozenset[str]
    letters: frozenset[str]
    counts: dict[str, int]


@cache
def _exceptions() -> _Exceptions:
    listed = words_by_section(__package__, "syllables.txt")
    counts = listed["count"]
    return _Exceptions(
        frozenset(listed["ent is said"]),
        frozenset(listed["ment is mute"]),
        frozenset(listed["spelt out"]),
        {word: int(count) for word, count in zip(counts[::2], counts[1::2], strict=True)},
    )
