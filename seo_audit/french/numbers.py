"""Figures of a French text, with what they count: « 70 milliards de dollars » is « 70 Md$ ».

Digits with any space between their groups, decimals, numbers in letters, magnitudes, money, per cent,
measures, ordinals. Dates and hours are `dates`'s.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from seo_audit.french.lemmas import fold, number_and_gender
from seo_audit.french.phrases import function_section
from seo_audit.lazy import regex

_SPACE = "[ \u00a0\u2007\u2009\u202f]"


_OF_THE_TEXT = frozenset(
    (
        "raison", "conseil", "astuce", "idée", "étape", "façon", "manière", "erreur", "chose", "point", "question",
        "réponse", "clé", "règle", "exemple", "partie", "chapitre", "mot", "ligne", "fois",
    )
)  # fmt: skip
"""What a title counts of its own text: « 7 conseils »; and « deux fois plus »."""


class Figure(Struct, frozen=True):
    """A figure at `start` to `end` of a text, what it counts included where that is a unit.

    `unit` is "%", a currency (« EUR »), a measure in its base (« m »), "ordinal", a noun without its
    marks of number, or "". `measured` tells a unit from a noun. `written` is a number in letters;
    `magnitude` says that a million or the like stood in it. `about`: « environ », « près de ».
    """

    value: Fraction
    unit: str
    start: int
    end: int
    measured: bool = False
    written: bool = False
    magnitude: bool = False
    about: bool = False

    @property
    def is_weak(self) -> bool:
        """Whether it says too little to be anybody's fact: « deux parties », « 3 conseils », « un an »."""
        if self.magnitude:
            return False
        if self.unit in _OF_THE_TEXT and self.value <= 100:
            return True
        if self.value == 1:
            return True
        if self.measured:
            return self.written and self.unit in ("%", "") and self.value <= 2
        if self.written:
            return self.value <= 16 or self.value in (20, 100, 1000)
        return self.value <= 3


# -- digits

_DIGITS = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3})+(?![\d.])(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?(?![.,]?\d)"
)
_MAGNITUDES: Mapping[str, int] = {
    "mille": 10**3,
    "millier": 10**3,
    "milliers": 10**3,
    "k": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "m": 10**6,
    "mio": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "md": 10**9,
    "mds": 10**9,
    "mrd": 10**9,
    "mrds": 10**9,
    "mia": 10**9,
    "billion": 10**12,
    "billions": 10**12,
}
_MAGNITUDE = (
    rf"(?:{_SPACE}?(?P<mag>(?:milliers?|mille|millions?|milliards?|billions?|[Mm](?:ds?|rds?)|Mio|Mia)(?![^\W\d_])"
    # a letter alone is a magnitude only before money
    rf"|[MkK](?={_SPACE}?(?:[€$£¥]|EUR\b|USD\b|CHF\b|d['’]euros?|de{_SPACE}dollars?))))?"
    rf"(?P<half>{_SPACE}et{_SPACE}demie?)?"
)
_UNITS: Mapping[str, tuple[str, Fraction]] = {}


def _units() -> Iterator[tuple[str, tuple[str, Fraction]]]:
    table = (
        ("%", 1, "% pour-cent pourcent p.100 pour-100"),
        ("EUR", 1, "€ euro euros eur"),
        ("USD", 1, "$ us$ $us dollar dollars usd"),
        ("GBP", 1, "£ livre-sterling livres-sterling gbp"),
        ("CHF", 1, "chf"),
        ("JPY", 1, "¥ yen yens"),
        ("CNY", 1, "yuan yuans renminbi rmb"),
        ("RUB", 1, "rouble roubles"),
        ("franc", 1, "franc francs"),
        ("m", 1000, "km kilomètre kilomètres"),
        ("m", 1, "m mètre mètres"),
        ("m", Fraction(1, 100), "cm centimètre centimètres"),
        ("m", Fraction(1, 1000), "mm millimètre millimètres"),
        ("m²", 1, "m² m2 mètre-carré mètres-carrés"),
        ("m²", 10**6, "km² km2 kilomètre-carré kilomètres-carrés"),
        ("m²", 10**4, "ha hectare hectares"),
        ("l", 1000, "m³ m3 mètre-cube mètres-cubes"),
        ("l", 1, "l litre litres"),
        ("g", 10**6, "t tonne tonnes"),
        ("g", 1000, "kg kilo kilos kilogramme kilogrammes"),
        ("g", 1, "g gramme grammes"),
        ("g", Fraction(1, 1000), "mg milligramme milligrammes"),
        ("°", 1, "° °c degré degrés"),
        ("Wh", 10**12, "twh térawattheure térawattheures"),
        ("Wh", 10**9, "gwh gigawattheure gigawattheures"),
        ("Wh", 10**6, "mwh mégawattheure mégawattheures"),
        ("Wh", 1000, "kwh kilowattheure kilowattheures"),
        ("W", 10**9, "gw gigawatt gigawatts"),
        ("W", 10**6, "mw mégawatt mégawatts"),
        ("W", 1000, "kw kilowatt kilowatts"),
        ("W", 1, "w watt watts"),
        ("year", 1, "an ans année années"),
        ("month", 1, "mois"),
        ("week", 1, "semaine semaines"),
        ("day", 1, "jour jours journée journées"),
        ("hour", 1, "heure heures"),
        ("minute", 1, "minute minutes min"),
        ("second", 1, "seconde secondes"),
        ("km/h", 1, "km/h"),
        ("octet", 10**12, "to téraoctet téraoctets"),
        ("octet", 10**9, "go gigaoctet gigaoctets"),
        ("octet", 10**6, "mo mégaoctet mégaoctets"),
    )
    for name, factor, words in table:
        for word in words.split():
            yield word, (name, Fraction(factor))


_UNITS = dict(_units())
_TWO_WORDS = (
    r"(?:pour|livres?|mètres?|kilomètres?)[ \u00a0\u202f](?:cent|100|sterling|carrés?|cubes?)(?!\w)"
)
_UNIT = (
    rf"(?:(?P<link>{_SPACE}de{_SPACE}|{_SPACE}d['’]|{_SPACE}|)"
    rf"(?P<unit>[%€£¥]|US\$|\$(?:US)?|°C?|{_TWO_WORDS}|p\.{_SPACE}?100|km/h"
    r"|[^\W\d_]{1,30}[²³23]?(?!\w)))?"
)
_NUMBER = regex(
    rf"(?<![\w])(?<!\w[-–'’/.,])(?P<money>US\$|[$€£¥])?{_SPACE}?(?P<digits>{_DIGITS})"
    rf"(?:(?P<ordinal>(?:ers?|res?|nde?s?|es?|ᵉ|ièmes?|[eè]mes?)(?!\w))|{_MAGNITUDE}{_UNIT})"
)
# « 10-20 km », « 2019–2023 »: the figure behind the dash
_SECOND = regex(
    rf"(?<=\d[-–])(?P<money>)(?P<digits>{_DIGITS})(?:(?P<ordinal>es?(?!\w))|{_MAGNITUDE}{_UNIT})"
)
_ABOUT = regex(
    r"(?:\benviron|\bpresque|\bquelque|\bpr[eè]s de|\bautour de|\bplus de|\bmoins de|\baux alentours de|\bà peu près"
    r"|\bpas loin de|\bde l['’]ordre de|~|≈|\bquasi(?:ment)?|\bau moins|\bau plus|\bvers)"
    r"(?:[ \u00a0](?:de |d['’]|les? |la ))?[ \u00a0]?\Z",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:\b(?:étape|partie|chapitre|figure|fig\.|tableau|section|point|question|conseil|astuce|raison|idée|erreur"
    r"|règle|niveau|version|page|p\.|annexe|note|n°|n[ᵒo]s?|numéro|no|exemple|image|photo)[ \u00a0\u202f]?|#)\Z",
    re.IGNORECASE,
)
_ITEM = regex(r"[ \t]{0,9}\d{1,3}(?:[.)]|[ ]?[–-])[ \u00a0]")

# -- letters

_SMALL_WORDS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())} | {"une": 1}
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_LARGE = {
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
}
_WORD_OF_NUMBER = "|".join(
    sorted((*_SMALL, *_TENS, "cent", "cents", *_LARGE), key=len, reverse=True)
)
_GAP = r"(?:[ \u00a0\u202f]|[-‐‑])"
_LETTERS = regex(
    rf"(?<![\w])(?<!\w[-'’])(?:{_WORD_OF_NUMBER})(?!\w)"
    rf"(?:{_GAP}(?:{_WORD_OF_NUMBER})(?!\w)|{_GAP}et{_GAP}(?:une?|onze)(?!\w))*(?!-\w)",
    re.IGNORECASE,
)
_BEHIND_LETTERS = regex(_MAGNITUDE + _UNIT)
_ORDINALS = regex(
    r"(?<![\w-])(?P<stem>deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent"
    r"|quarant|cinquant|soixant|cent|mill)ièmes?(?!\w)",
    re.IGNORECASE,
)
_STEMS = {
    "quatr": 4, "cinqu": 5, "neuv": 9, "onz": 11, "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16,
    "trent": 30, "quarant": 40, "cinquant": 50, "soixant": 60, "cent": 100, "mill": 1000,
}  # fmt: skip


def find_figures(text: str) -> list[Figure]:
    """The figures of a text, in order."""
    if not any(map(str.isdigit, text)) and not _LETTERS.search(text) and not _ORDINALS.search(text):
        return []
    found = [*_of_digits(text), *_of_letters(text)]
    found += [
        Figure(Fraction(_ordinal(match["stem"])), "ordinal", *match.span(), written=True)
        for match in _ORDINALS.finditer(text)
    ]
    apart: list[Figure] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:  # « cent » in « 12 pour cent » is no figure
            apart.append(one)
    return _sharing_units(text, apart)


def _of_digits(text: str) -> Iterator[Figure]:
    item = _ITEM.match(text)
    for pattern in (_NUMBER, _SECOND):
        for match in pattern.finditer(text):
            start = match.start("money") if match["money"] else match.start("digits")
            if (item and start < item.end()) or _LABEL.search(text[max(0, start - 12) : start]):
                continue
            value = _value(match["digits"])
            about = _ABOUT.search(text[max(0, start - 24) : start]) is not None
            if match["ordinal"]:
                yield Figure(value, "ordinal", start, match.end())
                continue
            if _is_part_of_a_word(match):
                continue
            value = _enlarged(match, value)
            yield _with_unit(match, value, start, end=match.end("half"), about=about)


def _is_part_of_a_word(match: re.Match[str]) -> bool:
    """Whether letters which are no unit touch the digits: « 5G », « 4x4 », « 3x3 »."""
    if match["link"]:
        return False
    unit = match["unit"]
    if not unit:
        return match.string[match.end() : match.end() + 1].isalpha()
    return unit[0].isalpha() and (unit.lower() not in _UNITS or unit in ("G", "M", "T", "L"))


def _enlarged(match: re.Match[str], value: Fraction) -> Fraction:
    """A value times the magnitude behind it, which may have a half: « trois millions et demi »."""
    if not match["mag"]:
        return value
    size = _MAGNITUDES[match["mag"].lower()]
    return value * size + (Fraction(size, 2) if match["half"] else 0)


def _with_unit(
    match: re.Match[str],
    value: Fraction,
    start: int,
    *,
    end: int = -1,
    about: bool = False,
    written: bool = False,
    magnitude: bool = False,
) -> Figure:
    groups = match.groupdict()
    if groups.get("money"):
        name, factor = _UNITS[groups["money"].lower()]
        last = max(match.end(name) for name in ("digits", "mag"))
        return Figure(value * factor, name, start, last, measured=True, about=about)
    magnitude = magnitude or bool(groups.get("mag"))
    unit = (
        re.sub(r"[ \u00a0\u202f]", "-", groups.get("unit") or "").lower().replace("p.-100", "p.100")
    )
    if unit in ("%", "€", "£", "¥", "$", "us$", "$us", "°", "°c"):
        known: tuple[str, Fraction] | None = _UNITS[unit]
    elif (groups.get("link") or "").strip() and not magnitude:
        known, unit = None, ""  # « 3 de », « 12 d’entre eux »
    else:
        known = _UNITS.get(unit)
        # « 5 m » and « 12 t » have their space; « 5m » too, but « 12 a » and « 30 L » say nothing
        if known and len(unit) == 1 and (match["unit"].isupper() or unit not in "mglth"):
            known = None
    if known:
        name, factor = known
        return Figure(
            value * factor, name, start, match.end("unit"), True, written, magnitude, about
        )
    last = max(match.end(name) for name in ("digits", "mag", "half") if name in groups)
    noun = ""
    if len(unit) > 2 and function_section(fold(unit)) is None:
        noun = min(number_and_gender(fold(unit)), default="")
        last = match.end("unit")
    return Figure(value, noun, start, max(last, end, start + 1), False, written, magnitude, about)


def _value(digits: str) -> Fraction:
    plain = re.sub(_SPACE, "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return Fraction(plain if len(plain) < 40 else plain[:40].rstrip("."))


def _of_letters(text: str) -> Iterator[Figure]:
    for match in _LETTERS.finditer(text):
        at = match.start()
        for number, start, end, named in _parsed(match[0]):
            value, magnitude = number, named
            first, last = at + start, at + end
            if _LABEL.search(text[max(0, first - 12) : first]):
                continue
            behind = _BEHIND_LETTERS.match(text, last)
            about = _ABOUT.search(text[max(0, first - 24) : first]) is not None
            if behind is None or last != match.end():
                yield Figure(value, "", first, last, False, True, magnitude, about)
                continue
            if behind["mag"]:  # « dix milliers », « deux billions »
                value, last = _enlarged(behind, value), behind.end("mag")
                magnitude = magnitude or value >= 10**6
            elif behind["half"] and magnitude:
                value += Fraction(_trailing(value), 2)
            found = _with_unit(behind, value, first, about=about, written=True, magnitude=magnitude)
            yield (
                found
                if found.measured
                else Figure(value, found.unit, first, last, False, True, magnitude, about)
            )


def _trailing(value: Fraction) -> int:
    return next(size for size in (10**9, 10**6, 10**3, 1) if value % size == 0)


def _parsed(words: str) -> Iterator[tuple[Fraction, int, int, bool]]:
    """The numbers a run of number words holds: value, place, whether it names a million or more."""
    total = current = 0
    start = end = 0
    begun = magnitude = False
    for match in re.finditer(r"[^\W\d_]+", words):
        word = match[0].lower()
        if word == "et":
            continue
        joined = _joined(word, total, current) if begun else _joined(word, 0, 0)
        if joined is None and begun:
            yield Fraction(total + current), start, end, magnitude
            total = current = 0
            magnitude = begun = False
            joined = _joined(word, 0, 0)
        if joined is None:
            continue  # « millions », with no number before
        if not begun:
            start, begun = match.start(), True
        total, current = joined
        magnitude = magnitude or word.startswith(("million", "milliard"))
        end = match.end()
    if begun:
        yield Fraction(total + current), start, end, magnitude


def _joined(word: str, total: int, current: int) -> tuple[int, int] | None:
    """Total of finished parts and value of the last one, with one more word; None when it does not go on."""
    if word in _SMALL:
        return _with_small(_SMALL[word], total, current)
    if word in _TENS:
        if word.startswith("vingt") and current % 100 == 4:
            return total, current - 4 + 80
        return (total, current + _TENS[word]) if current % 100 == 0 else None
    if word in ("cent", "cents"):
        alone = not total and not current
        return (
            None if current >= 100 or (word == "cents" and alone) else (total, (current or 1) * 100)
        )
    size = _LARGE[word]
    if (size > 1000 and not current) or total % (size * 1000):
        return None
    return total + (current or 1) * size, 0


def _with_small(value: int, total: int, current: int) -> tuple[int, int] | None:
    rest = current % 100
    # « cent un », « vingt-deux », « soixante-treize », « quatre-vingt-onze », « dix-sept »
    fits = rest == 0 or (rest % 10 == 0 and rest >= 20 and (value < 10 or rest in (60, 80)))
    fits = fits or (rest == 10 and 7 <= value <= 9)
    goes_on = value or not (total or current)
    return (total, current + value) if fits and goes_on else None


def _ordinal(stem: str) -> int:
    stem = stem.lower()
    return _STEMS.get(stem) or _SMALL.get(stem) or _TENS[stem]


_RANGE = regex(r"[ \u00a0\u202f]?(?:à|et|ou|[-–])[ \u00a0\u202f]?")


def _sharing_units(text: str, figures: list[Figure]) -> list[Figure]:
    """« 10 à 20 % », « entre 3 et 5 milliards d’euros »: the first figure has the second's unit, too."""
    for number in range(len(figures) - 2, -1, -1):
        one, other = figures[number], figures[number + 1]
        if not one.unit and other.measured:
            gap = text[one.end : other.start]
            if len(gap) < 6 and _RANGE.fullmatch(gap):
                shared = _size(text, other)
                scale = shared if not one.magnitude else 1
                figures[number] = Figure(
                    one.value * scale, other.unit, one.start, one.end, True, one.written,
                    one.magnitude or other.magnitude, one.about,
                )  # fmt: skip
    return figures


def _size(text: str, figure: Figure) -> Fraction:
    """What a figure's magnitude and unit multiply its number by."""
    match = _NUMBER.match(text, figure.start) or _SECOND.match(text, figure.start)
    value = _value(match["digits"]) if match else None
    return figure.value / value if value else Fraction(1)


@lru_cache(maxsize=1)
def number_words() -> frozenset[str]:
    """All words that numbers in letters are made of."""
    return frozenset((*_SMALL, *_TENS, "cent", "cents", *_LARGE))
