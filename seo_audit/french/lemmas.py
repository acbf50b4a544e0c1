"""Which French words are forms of the same word.

Two words are the same when one lemma has both among its forms: « étudiante » and
« étudiants », « prend » and « prises », « l’État » and « Etats ».
The cheap rules come first: spelling (`fold`), then number and gender, then the endings of verbs.
Only when they leave a doubt is simplemma's French dictionary loaded (0.2–0.5 s, once).

Accents count: « marché » is not « marche ». They may be missing on capitals only.
"""

import re
import unicodedata
from functools import lru_cache

from seo_audit.french import verbs
from seo_audit.french.frequency import is_frequent
from seo_audit.french.word_lists import WORDS_KEPT, lines
from seo_audit.lazy import regex

_SPELLING = str.maketrans(
    dict.fromkeys("’‘ʼʹ′＇`´", "'")
    | dict.fromkeys("‐‑‒–−﹣－", "-")
    | dict.fromkeys("•∙‧⋅・", "·")
    | {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, invisible joiners
)
# « 10 000 », « 3,5 % »: the space may be of any kind, or missing
_NUMBER_SPACE = regex(r"(?<=\d)[ \u00a0\u2007-\u200a\u202f](?=[\d%‰€£$¥°])")
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


@lru_cache(maxsize=WORDS_KEPT)
def spelling(word: str) -> str:
    """`word` in one spelling, case kept.

    NFC, plain ' and -, « oe » for « œ », no elision, no pronoun behind a verb, and the
    plain form of an inclusive one: « l’Œuvre » gives « Oeuvre », « dit-il » « dit »,
    « étudiant·e·s » « étudiants », « 10 000 » « 10000 ».
    """
    if word.isascii() and word.isalnum():
        return word
    text = unicodedata.normalize("NFC", word).translate(_SPELLING).strip()
    if text.isalnum():
        return text
    if text[:1].isdigit():
        text = _NUMBER_SPACE.sub("", text)
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


@lru_cache(maxsize=WORDS_KEPT)
def fold(word: str) -> str:
    """`word` as it is compared: `spelling` in lower case; accents stay."""
    return spelling(word).lower()


@lru_cache(maxsize=WORDS_KEPT)
def bare(word: str) -> str:
    """`fold(word)` without accents: how a word looks in a slug or in capitals."""
    folded = fold(word)
    return folded if folded.isascii() else _without_accents(folded)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def opening(word: str) -> str:
    """First two letters of `word`, small and without accent; less when it has less."""
    letters = word[:2].lower()
    if letters.isascii():
        return letters
    # an accent may be a character of its own, and one letter may be two
    return _without_accents(word[:4].lower().translate(_SPELLING))[:2]


def openings(word: str) -> frozenset[str]:
    """How the forms of `word` begin: two letters, as `opening` gives them, or one.

    One where an irregular verb changes the second, or a hyphen is it: « e-mail » is « email ».
    """
    folded = fold(word)
    keys = _light(folded)
    forms = [folded, *(form for key in keys for form in _exceptional_forms().get(key, ()))]
    is_regular = not _irregular(folded)
    beginnings = map(opening, forms)
    return frozenset(
        begins if is_regular and begins.isalnum() else begins[:1] for begins in beginnings
    )


# --- number and gender ---------------------------------------------------------------------

_AIL = frozenset(("bail", "corail", "émail", "soupirail", "travail", "vantail", "vitrail"))
_AU = frozenset(
    (
        "boyau",
        "joyau",
        "noyau",
        "tuyau",
        "aloyau",
        "gruau",
        "étau",
        "hoyau",
        "sarrau",
        "matériau",
        "fabliau",
        "nobliau",
        "esquimau",
        "fléau",
        "landau",
        "burgau",
    )
)
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
    ("ue", ("u",), 3),
    ("ie", ("i",), 3),
    ("ale", ("al",), 3),
    ("ante", ("ant",), 3),
    ("ente", ("ent",), 3),
    ("aine", ("ain",), 3),
    ("aise", ("ai",), 3),  # « -ais » has lost its s as a plural would
    ("oise", ("oi",), 3),
    ("ouse", ("ou",), 3),
)


# « documente » is a verb, « langue », « moue », « lieue », « baie » are nouns.
_NO_FEMININE = ("mente", "que", "gue", "oue", "eue", "aie", "oie", "uie")


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, str]:
    """Form to lemma, from `lemma_exceptions.txt`, whose words stand there as `fold` gives them."""
    table: dict[str, str] = {}
    for line in lines(__package__, "lemma_exceptions.txt"):
        entry, _, forms = line.partition(":")
        table |= dict.fromkeys((entry, *forms.split()), entry)
    return table


@lru_cache(maxsize=1)
def _exceptional_forms() -> dict[str, list[str]]:
    """Lemma to forms: the same the other way round."""
    table: dict[str, list[str]] = {}
    for form, entry in _exceptions().items():
        table.setdefault(entry, []).append(form)
    return table


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


@lru_cache(maxsize=WORDS_KEPT)
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
    for ending, masculine, before in _GENDER if word.endswith("e") else ():
        if word.endswith(ending) and len(word) - len(ending) >= before:
            if word.endswith(_NO_FEMININE):
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
    for plain in (parts, _singular(folded)):
        if plain in _exceptions():
            return frozenset({_exceptions()[plain]})
    return _light(folded.replace("-", "")) | {folded, parts} if parts.strip("-") else frozenset()


# --- the dictionary ------------------------------------------------------------------------


_SURROGATE = regex("[\ud800-\udfff]")
"""No character by itself: dictionaries cannot look it up."""


@lru_cache(maxsize=WORDS_KEPT)
def _look_up(folded: str) -> tuple[str, bool]:
    """The lemma simplemma gives `folded`, folded too, and whether it knows the word.

    The French data is loaded at the first call.
    """
    if not folded or _SURROGATE.search(folded):
        return folded, False
    from simplemma import is_known, lemmatize  # noqa: PLC0415 - 0.2 s and more, often not needed

    word = folded
    if "oe" in word and is_known(ligature := word.replace("oe", "œ"), lang="fr"):
        word = ligature
    return fold(lemmatize(word, lang="fr")), is_known(word, lang="fr")


def is_known(word: str) -> bool:
    """Whether the dictionary knows this very form, accents included; loads simplemma."""
    return _look_up(fold(word))[1]


@lru_cache(maxsize=WORDS_KEPT)
def stems(word: str) -> frozenset[str]:
    """The keys of `word` as it is read first: a noun rather than a verb. Loads simplemma if no rule tells them."""
    folded = fold(word)
    keys = _light(folded)
    if len(folded) < 2 or _is_noun_first(folded):
        return keys
    if irregular := _irregular(folded):
        return keys | irregular
    found = _look_up(folded)[0]
    return keys | _light(found) | {found}


def _is_noun_first(folded: str) -> bool:
    """Whether a form which verbs have too is read as a noun or an adjective: « visite », « part »."""
    return not {folded, _singular(folded)}.isdisjoint(verbs.words("nouns"))


def _irregular(folded: str) -> frozenset[str]:
    """The irregular verbs `folded` is a form of, être, avoir and aller among them."""
    return _auxiliary(folded) or verbs.irregular(folded)


def _auxiliary(folded: str) -> frozenset[str]:
    listed = _exceptions().get(folded)
    if listed in _AUXILIARIES:
        return frozenset({listed})
    return _MORE_OF_THEM.get(folded, frozenset())


_AUXILIARIES = frozenset({"être", "avoir", "aller"})
_MORE_OF_THEM = {
    "été": frozenset({"être"}),
    "sommes": frozenset({"être"}),
    "avions": frozenset({"avoir"}),
    "allée": frozenset({"aller"}),
    "allées": frozenset({"aller"}),
}


@lru_cache(maxsize=WORDS_KEPT)
def all_stems(word: str) -> frozenset[str]:
    """`stems` and those of the verbs `word` may be a form of: « livres » adds « livrer »."""
    return stems(word) | frozenset(_infinitives(fold(word)))


# Endings of forms in -er and -ir verbs which nouns and adjectives have too; the others simplemma finds by itself.
_ER = ("e", "ent", "ant", "é", "ée", "és", "ées")
_IR = ("i", "is", "it", "ie", "ies", "irent", "issant", "issent")


@lru_cache(maxsize=WORDS_KEPT)
def _infinitives(folded: str) -> tuple[str, ...]:
    """The verbs `folded` may be a form of."""
    irregular = tuple(sorted(_irregular(folded)))
    if len(folded) < 3 or "-" in folded:
        return irregular
    regular = []
    for ending in _ER:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            regular += [stem + "er" for stem in _alternations(folded[: -len(ending)])]
    for ending in _IR:
        if folded.endswith(ending):
            regular.append(folded[: -len(ending)] + "ir")
    return (*irregular, *(verb for verb in regular if not _irregular(verb) and _is_verb(verb)))


@lru_cache(maxsize=WORDS_KEPT)
def _is_verb(infinitive: str) -> bool:
    """Whether `infinitive` is one and has forms, by our list or by the dictionary: not « rocher »."""
    if infinitive in _irregular(infinitive):
        return True
    if _look_up(infinitive) != (infinitive, True):
        return False
    stem = infinitive[: -3 if infinitive.endswith("oir") else -2]
    if stem.endswith("g") and infinitive.endswith("er"):
        stem += "e"
    elif stem.endswith("c") and infinitive.endswith("er"):
        stem = stem[:-1] + "ç"
    forms = ("ait", "issait", "ant", "sait", "ssait", "vait", "ez")
    return any(_look_up(stem + ending)[0] == infinitive for ending in forms)


def is_infinitive(word: str) -> bool:
    """Whether `word` is a verb's infinitive which the dictionary conjugates: not « rocher ». Loads simplemma."""
    return _is_verb(fold(word))


def _alternations(stem: str) -> list[str]:
    """The stems an infinitive may have: « appell » gives « appel », « achèt » « achet »."""
    stems_ = [stem]
    if stem[-1] == "ç":
        stems_.append(stem[:-1] + "c")
    elif stem.endswith("ge"):
        stems_.append(stem[:-1])
    elif stem[-1] == "i":
        stems_.append(stem[:-1] + "y")
    elif stem.endswith(("ell", "ett")):
        stems_.append(stem[:-1])
    place = stem.rfind("è")
    if place >= len(stem) - 3 and place >= 0:
        stems_ += [stem[:place] + vowel + stem[place + 1 :] for vowel in "eé"]
    return stems_


@lru_cache(maxsize=WORDS_KEPT)
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


@lru_cache(maxsize=WORDS_KEPT)
def is_form(form: str, word: str) -> bool:
    """Whether `form`, met in a text, may stand for `word`, which somebody looks for.

    As `same_word`, but `word` keeps the reading it has first: who looks for « livre », a noun,
    finds « livres » and not « livrer »; who looks for « livrer » finds « il livre ».
    """
    first, second = _with_accents(spelling(word), spelling(form))
    if first == second or not _light(first).isdisjoint(_light(second)):
        return True
    if _is_noun_first(first):
        return False
    verb = _shared_verb(first, second)
    if verb == "":
        return False
    if verb == first:
        return not (second == first[:-2] + "es" and _is_noun_first(second))  # « des livres »
    return not stems(first).isdisjoint(all_stems(second))


@lru_cache(maxsize=WORDS_KEPT)
def _same(first: str, second: str) -> bool:
    if first == second or not _light(first).isdisjoint(_light(second)):
        return True
    verb = _shared_verb(first, second)
    if verb is not None:
        return verb != ""
    mine, theirs = stems(first), stems(second)
    if not mine.isdisjoint(theirs):
        return True
    my_verbs, their_verbs = _infinitives(first), _infinitives(second)
    if not mine.isdisjoint(their_verbs) or not theirs.isdisjoint(my_verbs):
        return True
    if _is_second_person(first, second) or _is_second_person(second, first):
        return True
    # Two forms of a verb, both read as nouns first: « collant » and « collé ». « marche » and « marché »
    # would be such a pair too: not those.
    return not set(my_verbs).isdisjoint(their_verbs) and not _differ_by_accent(first, second)


def _is_second_person(form: str, infinitive: str) -> bool:
    """Whether `form` is « tu » form of that very verb; to other forms, « notes » is a noun."""
    return (
        form.endswith("es")
        and len(form) > 3
        and infinitive in [stem + "er" for stem in _alternations(form[:-2])]
        and _is_verb(infinitive)
    )


def _differ_by_accent(first: str, second: str) -> bool:
    """Whether only accents and marks of number and gender tell the two apart: « marche », « marchés »."""
    one, other = first.rstrip("s"), second.rstrip("s")
    return one.rstrip("e") != other.rstrip("e") and (
        _without_accents(one).rstrip("e") == _without_accents(other).rstrip("e")
    )


# --- forms of one verb, told by their endings ------------------------------------------------

_PARTICIPLES = frozenset({"é", "ée", "és", "ées", "ant"})  # beside an infinitive they are sure too
_LONGEST_ENDING = 7


def _shared_verb(first: str, second: str) -> str | None:
    """The infinitive of a verb both words are forms of, empty if there is none, None if only a dictionary can tell."""
    if not first or not second:
        return ""
    # only the auxiliaries have forms of another initial than theirs: the others' lists need not be read for nothing
    read = _irregular if first[0] == second[0] else _auxiliary
    if shared := read(first) & read(second):
        return first if first in shared else second if second in shared else min(shared)
    one, other = _without_accents(first), _without_accents(second)
    if one[:1] != other[:1] or len(one) != len(first) or len(other) != len(second):
        return ""
    common = 0
    for letter, its in zip(one, other, strict=False):
        if letter != its:
            break
        common += 1
    doubt = _may_be_feminine(first, second) or _may_be_feminine(second, first)
    for length in range(common, max(1, common - _LONGEST_ENDING), -1):
        verb = _regular_verb(first, second, length)
        if verb:
            return verb
        doubt = doubt or verb is None
    return None if doubt else ""


def _may_be_feminine(word: str, other: str) -> bool:
    """Whether `word` may be the feminine of `other`: « oblongue » of « oblong », but « porte » of « port » too."""
    feminine, masculine = word.removesuffix("s"), other.removesuffix("s")
    return feminine[-1:] == "e" and masculine in (feminine[:-1], feminine[:-2])


def _regular_verb(first: str, second: str, length: int) -> str | None:
    """As `_shared_verb`, for words which share a stem of so many letters, accents apart."""
    stem, its = first[:length], second[:length]
    if not _may_be_one_stem(stem, its):
        return ""
    if second[length:] in {"er", "yer", "ir"}:
        stem = its
    stem, mine, theirs = _without_link(stem, first[length:], second[length:])
    ends = {mine, theirs}
    for infinitive in ("er", "ir"):
        sure = ends & verbs.words(f"{infinitive} sure")
        vague = ends & verbs.words(f"{infinitive} vague")
        if not ends <= sure | vague | verbs.words(f"{infinitive} likely"):
            continue
        verb = stem + infinitive
        if verbs.irregular(verb) or verb in verbs.words("no verbs"):
            continue
        if infinitive == "ir" and stem[-1] in "ao":  # « trottoir », « pair »
            continue
        if not sure or vague or stem[-1] == "i":  # « sentier », « garderie » are no forms
            return None
        if "es" in ends and infinitive not in ends:  # « notes », « notez »
            return None
        certain = ends <= sure | _PARTICIPLES
        return verb if certain or is_frequent(verb) else None
    return ""


def _without_link(stem: str, one: str, other: str) -> tuple[str, str, str]:
    """A verb's stem and two endings, without what only spelling puts between: « mang-e-ons », « appel-l-e », « netto-i-e »."""
    if stem[-1] == "g":
        return stem, _without_first(one, _AFTER_G), _without_first(other, _AFTER_G)
    if stem.endswith(("el", "et")):
        twice = (stem[-1] + "e",)
        return stem, _without_first(one, twice), _without_first(other, twice)
    if stem[-1] in "aou" and {one[:1], other[:1]} == {"y", "i"}:
        return stem + "y", one[1:], other[1:]
    return stem, one, other


_AFTER_G = ("ea", "eo", "eâ")


def _without_first(ending: str, beginnings: tuple[str, ...]) -> str:
    return ending[1:] if ending.startswith(beginnings) else ending


def _may_be_one_stem(one: str, other: str) -> bool:
    """Whether two stems of the same letters differ at most as « cèd » and « céd », « plaç » and « plac »."""
    return one == other or all(
        a == b or ("è" in (a, b) and {a, b} <= set("eéè")) or {a, b} == set("cç")
        for a, b in zip(one, other, strict=True)
    )
