"""Which French words are forms of the same word.

Two words are the same when one lemma has both among its forms: « étudiante » and
« étudiants », « prend » and « prises », « l’État » and « Etats ».
The cheap rules come first: spelling (`fold`), then number and gender.
Only when they leave a doubt is simplemma's French dictionary loaded (0.2–0.5 s, once).

Accents count: « marché » is not « marche ». They may be missing on capitals only.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from seo_audit.lazy import regex

_SPELLING = str.maketrans(
    dict.fromkeys("’‘ʼʹ′＇`´", "'")
    | dict.fromkeys("‐‑‒–−﹣－", "-")
    | dict.fromkeys("•∙‧⋅・", "·")
    | {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, invisible joiners
)
_ELIDED = regex(r"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)'(?=\w)", re.IGNORECASE)
_CLITIC = regex(
    r"(?<=\w)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|moi|toi|l[ea]s?|leur|lui|y|en|ce|ci|là)$",
    re.IGNORECASE,
)
_NO_CLITIC = frozenset({"rendez-vous", "chez-moi", "garde-à-vous", "chez-nous", "pis-aller"})
_FEMININE = (
    "e|[nltsvf]e|que|che|e?sse|i?ère|euse|eresse|t?rice|ice|eure|ale|elle|enne|onne|ette|ète|toutes"
)
# « étudiant·e·s », « acteur(rice)s », « heureux-se », « prêt.e », « chargé(e)(s) », « texte(s) ».
_INCLUSIVE = regex(
    rf"(\w+)(?:[·(]([^\W\d_]{{1,8}})|[./-]((?:{_FEMININE})s?))((?:\)?[·./(-]?s)?)\)?",
    re.IGNORECASE,
)
_AMBIGUOUS_CLITIC = frozenset({"elle", "elles", "le", "les", "te", "ce", "se"})  # « dit-elle »


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """`word` in one spelling, case kept.

    NFC, plain ' and -, « oe » for « œ », no elision, no pronoun behind a verb, and the
    plain form of an inclusive one: « l’Œuvre » gives « Oeuvre », « dit-il » « dit »,
    « étudiant·e·s » « étudiants ».
    """
    text = unicodedata.normalize("NFC", word).translate(_SPELLING).strip()
    if text.isalnum():
        return text
    if "'" in text and text.lower() != "aujourd'hui":
        text = _ELIDED.sub("", text, count=1) if _ELIDED.match(text) else text
    if plain := _plain_form(text):
        return plain
    if "-" in text and text.lower() not in _NO_CLITIC:
        text = _CLITIC.sub("", text)
    return text


def _plain_form(text: str) -> str | None:
    """The form an inclusive one stands for, None when `text` is not one."""
    found = _INCLUSIVE.fullmatch(text)
    if found is None:
        return None
    stem, marked, listed, plural = found.groups()
    if listed and not plural and "-" in text and listed.lower() in _AMBIGUOUS_CLITIC:
        return None
    many = plural or (marked or listed)[-1:].lower() == "s"
    return stem + "s" if many and stem[-1].lower() not in "sxz" else stem


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """`word` as it is compared: `spelling` in lower case; accents stay."""
    return spelling(word).lower()


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """`fold(word)` without accents: how a word looks in a slug or in capitals."""
    folded = fold(word)
    return folded if folded.isascii() else _without_accents(folded)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def initial(word: str) -> str:
    """First letter of `word`, small and without accent; empty when `word` is."""
    letter = word[:1].lower()
    return letter if letter.isascii() else _without_accents(letter.translate(_SPELLING))[:1]


def initials(word: str) -> frozenset[str]:
    """What `initial` gives for the forms of `word`, all of them."""
    keys = _light(fold(word))
    strays = {
        initial(form) for table in _tables() for form, entry in table.items() if entry in keys
    }
    return frozenset({initial(fold(word)), *strays})


# --- number and gender ---------------------------------------------------------------------

_AIL = frozenset(("bail", "corail", "émail", "soupirail", "travail", "vantail", "vitrail"))
_AU = frozenset(("boyau", "joyau", "noyau", "tuyau", "aloyau", "gruau", "étau", "hoyau", "sarrau"))
# Feminine ending, what the masculine has instead, letters that must stand before it.
# No rule for a bare « -e », « -te », « -de », « -ine »…: « porte » is not « port ».
_GENDER = (
    ("trice", ("teur",), 1),
    ("euse", ("eur", "eu"), 2),
    ("eure", ("eur",), 3),
    ("elle", ("el",), 3),
    ("enne", ("en",), 2),
    ("ère", ("er",), 3),
    ("ète", ("et",), 3),
    ("ive", ("if",), 2),
    ("ïve", ("ïf",), 1),
    ("arde", ("ard",), 3),
    ("ée", ("é",), 1),
    ("ale", ("al",), 3),
    ("ante", ("ant",), 4),
    ("ente", ("ent",), 3),
    ("aine", ("ain",), 3),
    ("aise", ("ai",), 3),  # « -ais » has lost its s as a plural would
    ("oise", ("oi",), 3),
    ("ouse", ("ou",), 3),
)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Form to lemma, from `lemma_exceptions.txt`: exceptions, forms of verbs that are nouns too."""
    exceptions: dict[str, str] = {}
    verbs: dict[str, str] = {}
    table = exceptions
    text = (Path(__file__).parent / "lemma_exceptions.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line == "[verbs]":
            table = verbs
        elif line and not line.startswith("#"):
            entry, _, forms = line.partition(":")
            table.update(dict.fromkeys((fold(entry), *map(fold, forms.split())), fold(entry)))
    return exceptions, verbs


def _exceptions() -> dict[str, str]:
    return _tables()[0]


def _singular(folded: str) -> str:
    """`folded` without a mark of the plural; no word at times (« tra » for « tras »)."""
    if len(folded) < 4:
        return folded
    if folded.endswith("aux"):
        stem = folded[:-3]
        if stem.endswith("e") or stem + "au" in _AU:
            return stem + "au"
        return stem + "ail" if stem + "ail" in _AIL else stem + "al"
    if folded.endswith(("eux", "oux")) or (folded[-1] == "s" and folded[-2] != "s"):
        return folded[:-1]
    return folded


@lru_cache(maxsize=65_536)
def _light(folded: str) -> frozenset[str]:
    """Keys by number and gender alone: « actrices » and « acteur » share « acteur »."""
    exceptions = _exceptions()
    if folded in exceptions:
        return frozenset({exceptions[folded]})
    if "-" in folded:
        return _light_compound(folded)
    word = _singular(folded)
    if word in exceptions:
        return frozenset({exceptions[word]})
    for ending, masculine, before in _GENDER:
        if word.endswith(ending) and len(word) - len(ending) >= before:
            if word.endswith("mente"):  # « documente » is a verb
                break
            stem = word[: -len(ending)]
            return frozenset({word, *(stem + other for other in masculine)})
    return frozenset({word})


def number_and_gender(folded: str) -> frozenset[str]:
    """Keys of a folded word without its marks of number and gender, no dictionary loaded."""
    return _light(folded)


def _light_compound(folded: str) -> frozenset[str]:
    """Keys of a hyphenated word: each part in the singular, and written as one word."""
    parts = "-".join(map(_singular, folded.split("-")))
    return _light(folded.replace("-", "")) | {folded, parts} if parts.strip("-") else frozenset()


# --- the dictionary ------------------------------------------------------------------------


@lru_cache(maxsize=65_536)
def _look_up(folded: str) -> tuple[str, bool]:
    """The lemma simplemma gives `folded`, folded too, and whether it knows the word.

    The French data is loaded at the first call.
    """
    if not folded:
        return folded, False
    from simplemma import is_known, lemmatize  # noqa: PLC0415 - 0.2 s and more, often not needed

    word = folded
    if "oe" in word and is_known(ligature := word.replace("oe", "œ"), lang="fr"):
        word = ligature
    return fold(lemmatize(word, lang="fr")), is_known(word, lang="fr")


def is_known(word: str) -> bool:
    """Whether the dictionary knows this very form, accents included; loads simplemma."""
    return _look_up(fold(word))[1]


@lru_cache(maxsize=65_536)
def stems(word: str) -> frozenset[str]:
    """The keys of `word` as it is read first: a noun rather than a verb. Loads simplemma."""
    folded = fold(word)
    keys = _light(folded)
    if len(folded) < 2 or not _tables()[1].keys().isdisjoint((folded, _singular(folded))):
        return keys
    found = _look_up(folded)[0]
    return keys | _light(found) | {found}


@lru_cache(maxsize=65_536)
def all_stems(word: str) -> frozenset[str]:
    """`stems` and those of the verbs `word` may be a form of: « livres » adds « livrer »."""
    return stems(word) | frozenset(_infinitives(fold(word)))


# Ending of a form, what its infinitive has instead. Only verbs the dictionary knows count, and
# only endings which nouns and adjectives have too: other forms simplemma finds by itself.
_ER = ("e", "ent", "ant", "é", "ée", "és", "ées")


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """« i>ir it>ire » as pairs of an ending and what an infinitive has instead."""
    return tuple(
        (ending, instead) for ending, _, instead in (p.partition(">") for p in text.split())
    )


_OTHER_FINITE = _pairs(
    "is>ir it>ir irent>ir is>re it>re irent>re ais>oir ait>oir ent>re ons>re ez>re d>dre ds>dre t>tre "
    "ts>tre t>tir s>tir rs>rir rt>rir rent>rir ent>ir ant>re ant>ir issant>ir issent>ir"
)
_OTHER_PARTICIPLES = _pairs(
    "i>ir i>re ert>rir ort>ourir u>re u>ir u>oir it>ire çu>cevoir nu>naître ru>raître ru>roire lu>lire "
    "lu>laire vu>voir olu>oudre mu>mouvoir clus>clure clos>clore pris>prendre mis>mettre "
    "quis>quérir ssis>sseoir ait>aire uit>uire aint>aindre eint>eindre "
    "né>naître vécu>vivre cousu>coudre moulu>moudre sous>soudre"
)


@lru_cache(maxsize=65_536)
def _infinitives(folded: str) -> tuple[str, ...]:
    """The verbs `folded` may be a form of."""
    listed = _tables()[1].get(folded)
    known = (listed,) if listed else ()
    if len(folded) < 3 or "-" in folded:
        return known
    found = []
    for ending in _ER:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            found += [stem + "er" for stem in _alternations(folded[: -len(ending)])]
    found += _replaced(folded, _OTHER_FINITE)
    masculine = folded.removesuffix("s")
    for participle in {folded, masculine, masculine.removesuffix("e")}:
        found += _replaced(participle, _OTHER_PARTICIPLES)
    return (*known, *(verb for verb in found if _is_verb(verb)))


def _replaced(form: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    return [
        form[: -len(ending)] + infinitive
        for ending, infinitive in endings
        if form.endswith(ending) and len(form) >= max(len(ending), 3)
    ]


@lru_cache(maxsize=65_536)
def _is_verb(infinitive: str) -> bool:
    """Whether the dictionary has `infinitive` and derives a form from it: not « rocher »."""
    if _look_up(infinitive) != (infinitive, True):
        return False
    stem = infinitive[: -3 if infinitive.endswith("oir") else -2]
    if stem.endswith("g") and infinitive.endswith("er"):
        stem += "e"
    elif stem.endswith("c") and infinitive.endswith("er"):
        stem = stem[:-1] + "ç"
    forms = ("ait", "issait", "ant", "sait", "ssait", "vait", "ez")
    return any(_look_up(stem + ending)[0] == infinitive for ending in forms) or infinitive.endswith(
        _IRREGULAR
    )


def is_infinitive(word: str) -> bool:
    """Whether `word` is a verb's infinitive which the dictionary conjugates: not « rocher ». Loads simplemma."""
    return _is_verb(fold(word))


_IRREGULAR = (
    "prendre",
    "soudre",
    "voir",
    "oire",
    "aindre",
    "eindre",
    "oindre",
    "coudre",
    "moudre",
    "naître",
    "raître",
    "traire",
    "ouvoir",
)


def _alternations(stem: str) -> list[str]:
    """The stems an infinitive may have: « appell » gives « appel », « achèt » « achet »."""
    stems_ = [stem]
    if stem[-1] == "ç":
        stems_.append(stem[:-1] + "c")
    elif stem.endswith("ge"):
        stems_.append(stem[:-1])
    elif stem[-1] == "i":
        stems_.append(stem[:-1] + "y")
    elif stem[-2:] in {"ll", "tt"}:
        stems_.append(stem[:-1])
    place = stem.rfind("è")
    if place >= len(stem) - 3 and place >= 0:
        stems_ += [stem[:place] + vowel + stem[place + 1 :] for vowel in "eé"]
    return stems_


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """The dictionary form of `word`, in lower case, « œ » written « oe ».

    Elision and inclusive endings are gone: « l’actrice » gives « acteur ». A capital gets its
    accent back when the dictionary knows the word with it only: « Etats » gives « état ».
    A word nobody knows comes back without its plural.
    """
    folded = fold(word)
    exceptions = _exceptions()
    if folded in exceptions:
        return exceptions[folded]
    found, known = _look_up(folded)
    if not known and (accents := _INITIALS.get(spelling(word)[:1])):
        for letter in accents:
            accented, known = _look_up(letter + folded[1:])
            if known:
                return exceptions.get(accented, accented)
    if found != folded:
        return exceptions.get(found, found)
    for key in sorted(_light(folded), key=len):
        if key != folded and _look_up(key)[1]:
            return key
    return folded if known or "-" in folded else _singular(folded)


_INITIALS = {"E": "éèê", "A": "âà", "I": "î", "O": "ô", "C": "ç"}


def same_word(a: str, b: str) -> bool:
    """Whether `a` and `b` are forms of one word; case, elision, typography do not count.

    A capital without its accent stands for one with it: « Etats » is « états »,
    « MARCHE » may be « marché », but « marche » is not.
    """
    first, second = spelling(a), spelling(b)
    return _same(*_with_accents(first, second))


def _with_accents(a: str, b: str) -> tuple[str, str]:
    """`a` and `b` in lower case; a capital with no accent has taken the other's letter."""
    first, second = a.lower(), b.lower()
    if first.isascii() and second.isascii():
        return first, second
    if a != first and len(a) == len(first) and not second.isascii():
        first = _accented(a, first, second)
    if b != second and len(b) == len(second) and not first.isascii():
        second = _accented(b, second, first)
    return first, second


def _accented(word: str, lower: str, model: str) -> str:
    letters = list(lower)
    for place, (original, letter, other) in enumerate(zip(word, lower, model, strict=False)):
        if letter == other:
            continue
        if original == letter or _without_accents(other) != letter:
            break
        letters[place] = other
    return "".join(letters)


def is_form(form: str, word: str) -> bool:
    """Whether `form`, met in a text, may stand for `word`, which somebody looks for.

    As `same_word`, but `word` keeps the reading it has first: who looks for « livre », a noun,
    finds « livres » and not « livrer »; who looks for « livrer » finds « il livre ».
    """
    first, second = _with_accents(spelling(word), spelling(form))
    if first == second or not _light(first).isdisjoint(_light(second)):
        return True
    return _may_be_forms(first, second) and not stems(first).isdisjoint(all_stems(second))


@lru_cache(maxsize=65_536)
def _same(first: str, second: str) -> bool:
    if first == second or not _light(first).isdisjoint(_light(second)):
        return True
    if not _may_be_forms(first, second):
        return False
    mine, theirs = stems(first), stems(second)
    if not mine.isdisjoint(theirs):
        return True
    my_verbs, their_verbs = _infinitives(first), _infinitives(second)
    if not mine.isdisjoint(their_verbs) or not theirs.isdisjoint(my_verbs):
        return True
    # Two forms of a verb, both read as nouns first: « retenue » and « retenus », « collant »
    # and « collé ». « marche » and « marché » would be such a pair too: not those.
    if set(my_verbs).isdisjoint(their_verbs):
        return False
    one, other = first.rstrip("s"), second.rstrip("s")
    return one.rstrip("e") == other.rstrip("e") or (
        _without_accents(one).rstrip("e") != _without_accents(other).rstrip("e")
    )


# No form of a verb ends so; what number and gender leave apart is then apart.
_NOUN_ENDINGS = ("tion", "sion", "xion", "eur", "eurs", "isme", "logie", "ement", "ements")
# Beginnings of the verbs whose forms share less than three letters.
_UNLIKE = tuple(
    tuple(line.split())
    for line in (
        "peu pou pu", "doi dev du dû", "sai sav sau su sach", "boi buv bu", "ten tie tin", "ven vie vin",
        "mou meu mor mû mu", "vou veu", "val vau", "fai fas fer fi fî fon fe", "naî nai né naq", "viv vi véc",
        "pla plu pleu", "tai tu", "li lu", "di dî", "voi voy vu ver vi vî ve", "cro cru", "pre pri", "met mi mî",
        "ri rî", "gî gis gés", "all ir", "mai mie", "pai pay", "hai haï", "fui fuy", "bou bo", "sui suiv", "ass ass",
        "fau fal", "sie sey", "clo clô", "pai pu", "jet jeu", "ôt", "ai ha",
    )
)  # fmt: skip


def _may_be_forms(first: str, second: str) -> bool:
    """A cheap look at two words before the dictionary is loaded: may they share a lemma?"""
    if not first or not second:
        return False
    exceptions, verbs = _tables()
    if (first in verbs or second in verbs) and (
        verbs.get(first, exceptions.get(first)) == verbs.get(second, exceptions.get(second))
    ):
        return True
    if first[0] != second[0] and _without_accents(first[0]) != _without_accents(second[0]):
        return False
    if first.endswith(_NOUN_ENDINGS) or second.endswith(_NOUN_ENDINGS):
        return False
    plain, other = _without_accents(first), _without_accents(second)
    shared = 0
    for mine, theirs in zip(plain, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    if shared >= 3:
        return (
            _ENDING.search(plain, shared) is not None and _ENDING.search(other, shared) is not None
        )
    return any(first.startswith(starts) and second.startswith(starts) for starts in _UNLIKE)


# What may follow the letters two forms share: some letters of the stem, then an ending.
_ENDING = regex(
    r"\w{0,4}?(?:|e|es|s|x|ent|ons|ez|er|ir|re|oir|ais|ait|ions|iez|aient|ai|as|a|ames|ates|at"
    r"|[eiu]?rent|[aiu]?sse(?:s|nt)?|[aiu]?ssions|[aiu]?ssiez|it|is|imes|ites|ut|us|umes|utes"
    r"|e?r(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)|ante?s?|ee?s?|ie?s?|ue?s?|te?s?|ses?|des?"
    r"|al|ale|aux|eux|euse|f|ve|che|que|gue|c|lle|nne|tte|ve|in|ine|on|il|ille|eau)\Z"
)
