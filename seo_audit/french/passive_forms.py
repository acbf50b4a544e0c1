"""Find the passive voice: a form of « être » followed by a past participle.

The convention is that of the Universal Dependencies' ``aux:pass``: « être » is written out (« la loi **est votée** »,
« avoir **été** lu »); participles without it (« une loi votée hier ») are not counted. Not counted either: compound tenses of
verbs which take être (« elle est venue »), pronominal verbs (« il s’est tenu »), adjectives (« il est âgé »), and states
(« est disposé à », « est marié ») unless an agent or « a été » makes an action of them (« a été marié par le maire »).

It works by rules on a short window of words after each form of être, so the cost grows with the number of such forms only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from seo_audit.french.composed import Composed, has_marks
from seo_audit.french.word_lists import lines, sections
from seo_audit.french.word_runs import Runs, straight
from seo_audit.lazy import regex

__all__ = ["passives"]

Span = tuple[int, int]
GrammaticalNumber = Literal["singular", "plural", "either"]

_AFTER = 200  # characters looked at after a form of être: an incise and a participle fit
_BEFORE = 90  # characters looked at before it: a subject, clitics, an auxiliary
_BEFORE_SOIT = 250  # « que » may stand far from its subjunctive
_MAX_INCISES = 4  # quotation marks and asterisks count too
_MAX_STEPS = 14  # words, locutions and incises allowed between être and its participle

# One letter class rather than \w: figures and underscores are no letters. A soft hyphen or a zero-width space stays outside.
_LETTER = r"[^\W\d_]"

_SINGULAR = frozenset(
    {
        "est",
        "était",
        "sera",
        "serait",
        "soit",
        "fut",
        "fût",
        "suis",
        "es",
        "étais",
        "serais",
        "serai",
        "seras",
        "sois",
        "fus",
        "fusse",
        "fusses",
    }
)
_PLURAL = frozenset(
    {
        "sont",
        "étaient",
        "seront",
        "seraient",
        "soient",
        "furent",
        "fussent",
        "sommes",
        "étions",
        "serons",
        "serions",
        "soyons",
        "fûmes",
        "fussions",
    }
)
_EITHER = frozenset(
    {"êtes", "étiez", "serez", "seriez", "soyez", "fûtes", "fussiez", "être", "étant", "été"}
)  # « vous » is one person or many
_FIRST_OR_SECOND = frozenset(
    {
        "suis",
        "es",
        "étais",
        "serais",
        "serai",
        "seras",
        "fus",
        "sois",
        "fusse",
        "fusses",
        "être",
        "étant",
    }
)
_TIMELESS = frozenset(
    {
        "est",
        "sont",
        "était",
        "étaient",
        "suis",
        "es",
        "étais",
        "sommes",
        "étions",
        "êtes",
        "étiez",
        "étant",
        "soit",
        "soient",
    }
)

# All forms of être, by first letter; written in lower case, with a capital, or all in capitals.
_FORMS = {
    "e": "st?",
    "é": "t(?:é|ant|ai(?:s|t|ent)|i(?:ons|ez))",
    "ê": "t(?:re|es)",
    "s": "(?:ont|uis|er(?:a[is]?|ait|ais|aient|ons|ont|ez|ions|iez)|oi(?:s|t|ent)|o(?:mmes|yons|yez))",
    "f": "(?:u(?:t|s|rent|sse|sses|ssent|ssions|ssiez)|ût(?:es)?|ûmes)",
}
_FIRST = "".join(first + first.upper() for first in _FORMS)
_LOWER = "|".join(f"(?<=[{first}{first.upper()}]){rest}" for first, rest in _FORMS.items())
_UPPER = "|".join(f"(?<={first.upper()}){rest.upper()}" for first, rest in _FORMS.items())
_ETRE = regex(rf"[{_FIRST}](?<!{_LETTER}.)(?:{_LOWER}|{_UPPER})(?![^\W_])", re.DOTALL)
_INVERTED = regex(
    rf"-(?:t-)?(?:ils?|elles?|on|iels?|nous|vous|je|tu|ce)(?!{_LETTER})",
    re.IGNORECASE,
)

# A word forward: letters, inner hyphens, and the marks of inclusive writing (« invité·e·s », « invité(e)s »).
_INCLUSIVE = r"(?:[·.-]e(?:[·.-]?s)?|\(e\)s?|\(es\))"
_WORD = regex(
    rf"({_LETTER}+)(?:({_INCLUSIVE})(?!{_LETTER})|((?:-{_LETTER}+)+))?(')?",
)
_BACKWARD = regex(rf"{_LETTER}+'?|\d+|[^\w\s]")
_SPACES = regex(r"[^\S\n]*\n?[^\S\n]*")  # at most one line end: a blank line ends the sentence
_STOP = frozenset(".!?…;:\n")

_AVOIR: dict[str, GrammaticalNumber] = {
    **dict.fromkeys(
        {
            "ai",
            "as",
            "a",
            "avais",
            "avait",
            "aurai",
            "auras",
            "aura",
            "aurais",
            "aurait",
            "aie",
            "aies",
            "ait",
            "eus",
            "eut",
            "eût",
            "eusse",
        },
        "singular",
    ),
    **dict.fromkeys(
        {
            "avons",
            "ont",
            "avions",
            "avaient",
            "aurons",
            "auront",
            "aurions",
            "auraient",
            "ayons",
            "aient",
            "eurent",
            "eussent",
        },
        "plural",
    ),
    **dict.fromkeys(
        {"avez", "aviez", "aurez", "auriez", "ayez", "eussiez", "avoir", "ayant"}, "either"
    ),
}

_REFLEXIVE = frozenset({"se", "s'"})
_CLITIC = frozenset({"en", "y", "l'", "le", "la", "les", "lui", "leur"})
_DETERMINER = frozenset(
    {
        "un",
        "une",
        "l'",
        "le",
        "la",
        "les",
        "cet",
        "ce",
        "ces",
        "des",
        "du",
        "tout",
        "chaque",
        "aucun",
        "quel",
        "mon",
        "ton",
        "son",
        "notre",
        "votre",
        "leur",
        "nos",
        "vos",
        "leurs",
        "aux",
        "au",
    }
)
_QUE = regex(
    rf"(?<!{_LETTER})(?:qu(?:e|i|oi|el|elle|els|elles|oique|oiqu)?|lorsqu|puisqu|jusqu|quoiqu)(?!{_LETTER})",
    re.IGNORECASE,
)
_COORDINATORS = frozenset({"et", "ou", "puis", "mais", "ni", "voire", "sinon"})


class _Participle(Struct, frozen=True):
    base: str  # masculine singular
    feminine: bool
    number: GrammaticalNumber


class _Passive(Struct, frozen=True):
    span: Span
    participle: _Participle


def passives(text: str, sentences: Sequence[Span] | None = None) -> list[Span]:
    """Return the span of each passive participle of *text*, in order (half-open, in characters).

    *sentences* are the spans of its sentences where they are known already: nothing is then looked for across their ends.
    Without them a full stop, another strong mark or a blank line ends the search. Linear in the length of the text; never raises.
    """
    if not has_marks(text):
        return [span for found in _search(_with_plain_marks(text), sentences) for span in found]
    composed = Composed(text)
    if sentences is not None:
        sentences = [(composed.inward(start), composed.inward(end)) for start, end in sentences]
    return [
        (composed.outward(a), composed.outward(b))
        for found in _search(_with_plain_marks(composed.text), sentences)
        for a, b in found
    ]


def _with_plain_marks(text: str) -> str:
    """A text with one kind of apostrophe, of hyphen and of point within words, equally long."""
    return straight(text).replace("•", "·").replace("‧", "·")


def _search(text: str, sentences: Sequence[Span] | None) -> Iterator[list[Span]]:
    starts = None if sentences is None else [start for start, _ in sentences]
    done = (
        0  # end of the last participle found: « a été dit être fait » never yields one word twice
    )
    for match in _ETRE.finditer(text):
        low, high = 0, len(text)
        if sentences is not None and starts is not None:
            index = bisect_right(starts, match.start()) - 1
            if index < 0 or match.end() > sentences[index][1]:
                continue  # between two sentences: a heading, code, furniture
            low, high = sentences[index]
        form = match.group().lower()
        number = _verb_number(text, form, match, low)
        if number is None:
            continue
        found = [
            each.span
            for each in _participles_after(
                text, form, number, match.end(), min(high, match.end() + _AFTER)
            )
        ]
        if found and found[0][0] >= done:
            done = found[-1][1]
            yield found


_DONE = regex(
    rf"c'est\s+fait(?!{_LETTER})(?=\s*(?:[.!?…,;:)»]|\Z|et(?!{_LETTER})|mais(?!{_LETTER})))",
    re.IGNORECASE,
)
"""« C’est fait ! »: all is ready."""


def _verb_number(text: str, form: str, match: re.Match[str], low: int) -> GrammaticalNumber | None:
    """The grammatical number of this form of être; None where it is no verb, or pronominal."""
    start = match.start()
    before = [token.lower() for token in _BACKWARD.findall(text, max(low, start - _BEFORE), start)]
    if _in_compound(text, match) or _DONE.match(text, max(start - 2, low)):
        return None
    if form == "été":
        return _avoir_number(before)
    if _is_noun(text, form, match, before) or _is_reflexive(form, before):
        return None
    if form in {"soit", "soient"} and not _QUE.search(text, max(low, start - _BEFORE_SOIT), start):
        return None  # « soit l’un, soit l’autre »
    if form in _SINGULAR:
        return "either" if "on" in before[-4:] else "singular"  # « on est invités »
    return "plural" if form in _PLURAL else "either"


def _in_compound(text: str, match: re.Match[str]) -> bool:
    """« peut-être », « sud-est », « bien-être »; « c’est-à-dire », « Est-Ouest », but not « est-il »."""
    start, end = match.span()
    if start and text[start - 1] == "-":
        return True
    return text[end : end + 1] == "-" and _INVERTED.match(text, end) is None


def _is_noun(text: str, form: str, match: re.Match[str], before: list[str]) -> bool:
    last = before[-1] if before else ""
    if form in {"être", "sommes"} and last in _DETERMINER:
        return True  # « un être », « les sommes »
    if form in {"fut", "fût"} and last in {"un", "le", "du", "ce", "au"}:
        return True  # the barrel
    if form == "sommes":
        return not {"nous", "qui"} & set(before) and _INVERTED.match(text, match.end()) is None
    if match.group() == "Est" and last and (last[0].isalnum() or last[0] in ",'"):
        return True  # the point of the compass
    return form in {"est", "es"} and last in {"l'", "d'", "cet", "vers", "plein"}  # « à l’est »


_BEFORE_A_PAST = frozenset({"après", "sans"})
_DE_BEFORE_A_PAST = (["avant", "de"], ["merci", "de"], ["bravo", "de"])
"""What the infinitive of the past follows."""


def _is_reflexive(form: str, before: list[str]) -> bool:
    index = len(before) - 1
    while index >= 0 and before[index] in _CLITIC:
        index -= 1  # « s’en est suivi »
    last = before[index] if index >= 0 else ""
    if last in _REFLEXIVE:
        return True
    if form in _FIRST_OR_SECOND and last in {"me", "m'", "te", "t'"}:
        return True
    if last not in {"nous", "vous"} or index < 1:
        return False
    if form == "être":  # « après vous être connecté »; « il peut vous être demandé » is passive
        return before[index - 1] in _BEFORE_A_PAST or before[index - 2 : index] in _DE_BEFORE_A_PAST
    # « nous nous sommes » is pronominal; « il nous est donné » and « nous sommes » are not
    return before[index - 1] == last


def _avoir_number(before: list[str]) -> GrammaticalNumber | None:
    """« été » is the participle of être only after a form of avoir: otherwise it is the summer."""
    for word in reversed(before[-9:]):
        number = _AVOIR.get(word)
        if number is not None:
            return "either" if number == "singular" and "on" in before else number
        if word in ".!?;:…":
            return None
        if word in _DETERMINER - {"tout", "l'", "leur"}:
            return None
    return None


def _participles_after(
    text: str, form: str, number: GrammaticalNumber, position: int, end: int
) -> Iterator[_Passive]:
    inverted = _INVERTED.match(text, position, end)
    if inverted:
        position = inverted.end()
    first = _next_participle(text, position, end)
    if first is None or not _agree(number, first.participle.number):
        return
    if not _is_passive(text, form, first):
        return
    if _DEGREE.search(text, position, first.span[0]) and not _has_agent(text, first.span[1]):
        return
    yield first
    yield from _coordinated(text, first, end)


_DEGREE = regex(
    rf"(?<!{_LETTER})(?:légèrement|beaucoup|bien|encore|nettement|peu)\s+(?:plus|moins)\s+\Z",
    re.IGNORECASE,
)
"""« La corde est bien plus tendue »: what has degrees is a quality."""


def _next_participle(text: str, position: int, end: int) -> _Passive | None:
    """The participle after *position*, if only adverbs, negations, locutions and incises stand before it."""
    incises = 0
    for _ in range(_MAX_STEPS):
        gap = _SPACES.match(text, position, end)
        position = gap.end() if gap else position
        word = _WORD.match(text, position, end)
        closing = _incise_end(text, position, end) if word is None else _skipped(text, word, end)
        if closing is None:
            return None if word is None else _read(word)
        incises += word is None
        if incises > _MAX_INCISES:
            return None
        position = closing
    return None


def _skipped(text: str, word: re.Match[str], end: int) -> int | None:
    """Where what *word* begins ends, if it may stand between être and its participle."""
    between = _between()
    lower = word.group(1).lower()
    locutions = [place for place, _ in between.locutions.at(text, *word.span(1)) if place <= end]
    if locutions:
        return locutions[-1]  # the longest: « de plus en plus », not « de plus »
    if lower in _DATE_STARTS:
        date = _DATE.match(text, word.start(), end)
        if date:
            return date.end()
    if word.group(3):
        lower += word.group(3).lower()
    if lower == "aujourd" and word.group(4):
        return min(word.end() + len("hui"), end)
    is_adverb = lower in between.words or (lower.endswith("ment") and len(lower) > len("ciment"))
    return word.end() if is_adverb else None


def _read(word: re.Match[str]) -> _Passive | None:
    if word.group(4):
        return None
    last = word.group(1)
    if word.group(3):
        if last.lower() not in _PREFIXES:
            return None
        last = word.group(3)[1:]  # « sous-estimé », but not « laissé-pour-compte »
    participle = _participle(last.lower(), word.group(2) or "")
    return _Passive(word.span(), participle) if participle else None


_PREFIXES = frozenset({"sous", "auto", "co", "pré", "entre", "contre", "télé", "ré", "re", "sur"})

_CLOSING = {",": ",", "(": ")", "[": "]", "–": "–", "—": "—"}


def _incise_end(text: str, position: int, end: int) -> int | None:
    """Where the incise that opens at *position* ends: « est, selon lui, … », « fut (en 1998) … »; None if none opens or closes."""
    mark = text[position : min(position + 1, end)]
    if mark and mark in '«»“”"*_':
        return position + 1  # quotation marks and emphasis are no words
    closing = _CLOSING.get(mark)
    if closing is None:
        return None
    for index in range(position + 1, min(end, position + 110)):
        character = text[index]
        if character == closing:
            return index + 1
        if character in _STOP:
            return None
    return None


def _agree(verb: GrammaticalNumber, participle: GrammaticalNumber) -> bool:
    return verb == participle or "either" in {verb, participle}


def _is_passive(text: str, form: str, found: _Passive) -> bool:
    lists = _not_passive()
    base, end = found.participle.base, found.span[1]
    if base in lists.never:
        return False
    if form == "étant" and base == "donné":
        return False
    if base == "fait" and _SUITS.match(text, end):
        return False
    if base in lists.moved:
        return form == "été" or (
            _has_agent(text, end) and base not in {"passé", "repassé"}
        )  # « est passé par Lyon »
    if (
        base in lists.state
        or (base in lists.state_with_a and _A.match(text, end))
        or (base in lists.state_with_de and _DE.match(text, end))
    ):
        return form not in _TIMELESS or _has_agent(text, end)
    return True


_SUITS = regex(
    rf"\s+pour\s+(?:[mt]oi|nous|vous|elles?|eux|lui|ça|cela)(?!{_LETTER})", re.IGNORECASE
)
"""« Ce livre est fait pour vous »."""
_A = regex(rf"\s+(?:à|aux?)(?!{_LETTER})", re.IGNORECASE)
_DE = regex(
    rf"(?:\s+(?:{_LETTER}{{3,20}}ment|surtout|aussi|encore|souvent|désormais))?\s+(?:d'|(?:de|du|des)(?!{_LETTER}))",
    re.IGNORECASE,
)


_AGENT = regex(
    rf"[^,;.:!?…\n]{{0,40}}?(?<!{_LETTER})par(?!{_LETTER})(?!\s+(?:rapport|exemple|ailleurs|conséquent|contre|la suite))"
)


def _has_agent(text: str, position: int) -> bool:
    return _AGENT.match(text, position) is not None


def _coordinated(text: str, first: _Passive, end: int) -> Iterator[_Passive]:
    """« conçu **et construit** », « lavés, épluchés puis coupés »: directly coordinated participles which agree."""
    lists = _not_passive()
    position = first.span[1]
    for _ in range(8):
        gap = _SPACES.match(text, position, end)
        position = gap.end() if gap else position
        joined = False
        if text[position : position + 1] == ",":
            joined = True
            gap = _SPACES.match(text, position + 1, end)
            position = gap.end() if gap else position + 1
        word = _WORD.match(text, position, end)
        if word and word.group(1).lower() in _COORDINATORS and not word.group(3):
            joined = True
            position = word.end()
        if not joined:
            return
        following = _next_participle(text, position, end)
        if following is None or "," in text[position : following.span[0]]:
            return
        participle = following.participle
        if participle.base in lists.never or participle.base in lists.state:
            return
        if participle.feminine != first.participle.feminine or not _agree(
            participle.number, first.participle.number
        ):
            return
        yield following
        position = following.span[1]


_REGULAR = regex(r"(?:[^\W\d_]{2,}é|[cg]ré)(e?)(s?)\Z")


def _participle(word: str, inclusive: str) -> _Participle | None:
    """Read a lower-case word as a past participle, or None. *inclusive* is its ending after a mark (« ·e·s »)."""
    regular = _REGULAR.match(word)
    if regular:
        feminine, plural = bool(regular.group(1)), bool(regular.group(2))
        base = word[: regular.start(1)]
        found = _Participle(base, feminine, "plural" if plural else "singular")
    else:
        base = _irregular().get(word, "")
        if not base:
            return None
        found = _irregular_form(word, base)
    if inclusive:
        return _Participle(
            found.base,
            False,
            "plural" if inclusive.rstrip(")").endswith("s") or word.endswith("s") else "singular",
        )
    return found


def _irregular_form(word: str, base: str) -> _Participle:
    if word in (base, base + "s"):
        always_s = base.endswith("s")
        return _Participle(
            base, False, "either" if always_s else "singular" if word == base else "plural"
        )
    return _Participle(base, True, "plural" if word.endswith("s") else "singular")


@cache
def _irregular() -> dict[str, str]:
    """Each form of the listed participles, and its masculine singular."""
    forms: dict[str, str] = {}
    for line in lines(__package__, "participles.txt"):
        words = line.split()
        # « dû due »: a line of two words of which the second is a feminine
        pairs = (
            [(words[0], words[1])]
            if len(words) == 2 and words[1].endswith("e")
            else [(word, word + "e") for word in words]
        )
        for masculine, feminine in pairs:
            forms[masculine] = forms[feminine] = forms[feminine + "s"] = masculine
            if not masculine.endswith("s"):
                forms[masculine + "s"] = masculine
    return forms


class _Lists(Struct, frozen=True):
    never: frozenset[str]
    moved: frozenset[str]
    state: frozenset[str]
    state_with_a: frozenset[str]
    state_with_de: frozenset[str]


@cache
def _not_passive() -> _Lists:
    listed = sections(__package__, "not_passive.txt")
    return _Lists(
        *(
            frozenset(" ".join(listed[name]).split())
            for name in ("never", "moved", "state", "state à", "state de")
        )
    )


class _Between(Struct, frozen=True):
    words: frozenset[str]
    locutions: Runs[None]


_DATE_STARTS = frozenset({"en", "dès", "depuis", "vers"})
_DATE = regex(
    r"\w+[^\S\n]+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})"
    rf"(?:[^\S\n]+\d{{4}})?(?!{_LETTER})",
    re.IGNORECASE,
)


@cache
def _between() -> _Between:
    listed = sections(__package__, "between.txt")
    locutions: Runs[None] = Runs()
    for each in listed["locutions"]:
        locutions.add(each, None)
    return _Between(frozenset(" ".join(listed["words"]).split()), locutions)
