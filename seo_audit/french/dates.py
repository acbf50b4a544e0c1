"""Dates, centuries and hours of a French text: « vendredi 19 mai 2023 » is « 19/05/2023 »."""

import re
from collections.abc import Iterator

from msgspec import Struct

from seo_audit.lazy import regex

_SP = "[ \u00a0\u202f]"
_MONTHS = (
    "janvier|janv\\.?",
    "février|fevrier|févr?\\.?",
    "mars",
    "avril|avr\\.",
    "mai",
    "juin",
    "juillet|juil\\.",
    "août|aout",
    "septembre|sept\\.",
    "octobre|oct\\.",
    "novembre|nov\\.",
    "décembre|decembre|déc\\.",
)
_MONTH = "|".join(_MONTHS)
_WRITTEN = """
premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf
vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente
trente-et-un
"""
_WRITTEN_DAYS = {word: value for value, word in enumerate(_WRITTEN.split(), 1)}
_DAY = r"(?:1er|[12]\d|3[01]|0?[1-9])"
_WRITTEN_DAY = "|".join(
    sorted((word.replace("-", "[- ]") for word in _WRITTEN_DAYS), key=len, reverse=True)
)
_YEAR = r"(?:1\d{3}|20\d{2})(?!\d)"
_WEEKDAY = rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche){_SP}+)?"
_LINK = rf"(?:{_SP}?[-–]{_SP}?|,{_SP}|{_SP}(?:au|et|ou|à){_SP}(?:le{_SP})?)"


class Date(Struct, frozen=True):
    """A date at `start` to `end` of a text: what it says of year, month and day, None what it does not.

    `century` is set for a century alone, `minutes` for an hour of the day (counted from midnight).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    century: int | None = None
    minutes: int | None = None
    within: tuple[int, int] | None = None
    """The whole range it begins or ends: « 15 au 17 mai 2023 »."""


_LONG = regex(
    rf"(?<![\w./-])(?P<first>{_WEEKDAY}(?:(?P<day1>{_DAY})|(?P<word1>{_WRITTEN_DAY}))"
    rf"(?:{_SP}(?P<month1>{_MONTH})(?:{_SP}(?P<year1>{_YEAR}))?)?)"
    rf"(?:{_LINK}{_WEEKDAY}(?:(?P<day2>{_DAY})|(?P<word2>{_WRITTEN_DAY}))(?!\w))?"
    rf"{_SP}(?P<month2>{_MONTH})(?!\w)(?:{_SP}(?P<year2>{_YEAR}))?",
    re.IGNORECASE,
)
_PLAIN = regex(
    rf"(?<![\w./-]){_WEEKDAY}(?:(?P<day>{_DAY})|(?P<word>{_WRITTEN_DAY})){_SP}"
    rf"(?P<month>{_MONTH})(?!\w)(?:{_SP}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_YEAR = regex(rf"(?<!\w)(?P<month>{_MONTH}){_SP}(?:de{_SP})?(?P<year>{_YEAR})", re.IGNORECASE)
_NUMERIC = regex(
    rf"(?<![\w./-])(?:(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    rf"(?P<year>{_YEAR}|\d{{2}}(?!\d))"
    rf"|(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01]))(?!\d|[/.-]\d)"
)
_ALONE = regex(rf"(?<![\w.,/])(?<!\w[-’'])(?P<year>{_YEAR})(?![\w%€$]|[.,]\d|{_SP}\d{{3}}(?!\d))")
_PERIOD = regex(rf"(?<=\d{{4}}[-–/])(?P<year>{_YEAR}|\d{{2}})(?!\d)")
_DECADE = regex(rf"\bannées{_SP}(?P<decade>[2-9]0)(?!\d)")
_BEFORE_YEAR = regex(
    rf"(?:\b(?:en|depuis|fin|début|mi|année|années|an|été|hiver|printemps|automne|avant|après|dès|jusqu’en|jusqu'en"
    rf"|courant|édition|saison|millésime|session|rentrée|exercice|horizon|ici"
    rf"|{_MONTH})[ \u00a0\u202f-]|[-–/(]|[dl][’'])\Z",
    re.IGNORECASE,
)
_NOUN = regex(rf"{_SP}(?:[^\W\d_]{{3,}})")
_NOT_COUNTED = regex(
    rf"{_SP}(?:les?|la|des?|du|dans|sur|sous|par|pour|avec|sans|chez|entre|est|sont|sera|était|fut|ont|aura|avait|mais"
    r"|qui|que|dont|puis|lors|contre|après|avant|jusqu|selon|quand|comme|car|donc|environ|cette|ces|ses|son|leur|une"
    r"|elle|ils?|elles|nous|vous|cela|notre|votre|plus|moins|pas|restera?|marque|marqua|voit|vit)\b",
    re.IGNORECASE,
)
_CENTURY = regex(
    rf"(?<![\w])(?P<roman>[IVX]{{1,6}}|\d{{1,2}})(?:e|ᵉ|er|ème|ième)s?"
    rf"(?={_SP}siècles?|(?:{_SP}(?:et|ou|au){_SP}|[-–,]{_SP}?)(?:[IVX]{{1,6}}|\d{{1,2}})(?:e|ᵉ|ème)s?{_SP}siècles?)"
)
_HOUR = regex(
    rf"(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-4])(?:{_SP}?h(?:{_SP}?(?P<minute>[0-5]\d))?(?![\w/])"
    rf"|:(?P<colon>[0-5]\d)(?![\d:]))"
)


def find_dates(text: str) -> list[Date]:
    """The dates, centuries and hours of a text, in order, none within another."""
    kept: list[Date] = []
    taken = bytearray(len(text))
    for one in _dates(text):
        if not any(taken[one.start : one.end]):
            kept.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return sorted(kept, key=lambda one: one.start)


def _dates(text: str) -> Iterator[Date]:
    """The surest readings first."""
    if not any(map(str.isdigit, text)) and not _MAYBE.search(text):
        return
    for match in _LONG.finditer(text):
        yield from _range(match)
    yield from _full(text)
    yield from _hours(text)
    yield from _years(text)


def _full(text: str) -> Iterator[Date]:
    """Days, months and centuries."""
    for match in _NUMERIC.finditer(text):
        year = match["iso_year"] or match["year"]
        if len(year) == 2:
            year = ("19" if int(year) > 50 else "20") + year
        month, day = match["iso_month"] or match["month"], match["iso_day"] or match["day"]
        yield Date(*match.span(), int(year), int(month), int(day))
    for match in _PLAIN.finditer(text):
        yield Date(
            *match.span(),
            _number(match["year"]),
            _month(match["month"]),
            _day(match["day"], match["word"]),
        )
    for match in _MONTH_YEAR.finditer(text):
        yield Date(*match.span(), int(match["year"]), _month(match["month"]))
    for match in _CENTURY.finditer(text):
        yield Date(*match.span(), century=_roman(match["roman"]))


def _hours(text: str) -> Iterator[Date]:
    for match in _HOUR.finditer(text):
        minute = match["minute"] or match["colon"]
        if minute or _AT.search(text[max(0, match.start() - 12) : match.start()]):
            yield Date(*match.span(), minutes=60 * int(match["hour"]) + int(minute or 0))


def _years(text: str) -> Iterator[Date]:
    for match in _DECADE.finditer(text):
        yield Date(*match.span("decade"), 1900 + int(match["decade"]))
    for match in _ALONE.finditer(text):
        if _is_year(text, *match.span()):
            yield Date(*match.span(), int(match["year"]))
    for match in _PERIOD.finditer(text):
        first, last = text[match.start() - 5 : match.start() - 1], match["year"]
        if len(last) == 2:
            last = first[:2] + last
            if last <= first:  # « 2020-01 » is a month
                continue
        yield Date(*match.span(), int(last))


_MAYBE = regex(rf"(?:{_MONTH}|siècle)", re.IGNORECASE)
_AT = regex(r"(?:\bà|\bdès|\bvers|\bavant|\baprès|\bde|\bet|\bjusqu[’']à|[-–])[ \u00a0]?\Z")


def _range(match: re.Match[str]) -> Iterator[Date]:
    """The two dates of « du 15 au 17 mai 2023 »; nothing for a date alone."""
    second = _day(match["day2"], match["word2"])
    if second is None:
        return
    month, year = _month(match["month2"]), _number(match["year2"])
    yield Date(
        *match.span("first"),
        _number(match["year1"]) or year,
        _month(match["month1"]) if match["month1"] else month,
        _day(match["day1"], match["word1"]),
        within=match.span(),
    )
    start = match.start("day2") if match["day2"] else match.start("word2")
    yield Date(start, match.end(), year, month, second, within=match.span())


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year, rather than a count of what follows."""
    if _BEFORE_YEAR.search(text[max(0, start - 14) : start]):
        return not _UNIT_BEHIND.match(text, end)
    return not _NOUN.match(text, end) or _NOT_COUNTED.match(text, end) is not None


_UNIT_BEHIND = regex(
    rf"{_SP}(?:habitants|euros|dollars|personnes|mètres|kilomètres|km|hectares|ans|tonnes|heures|milliards|millions"
    r"|m|[€%$])(?!\w)"
)


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _day(digits: str | None, word: str | None) -> int | None:
    if digits:
        return int(digits.lower().removesuffix("er"))
    return _WRITTEN_DAYS[word.lower().replace(" ", "-")] if word else None


def _month(name: str) -> int:
    return next(
        number
        for number, pattern in enumerate(_MONTHS, 1)
        if re.fullmatch(pattern, name, re.IGNORECASE)
    )


def _roman(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
