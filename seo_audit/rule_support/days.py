"""Days as people and machines write them: « 2026-05-04 », « May 4, 2026 », « 4 mai 2026 »."""

from datetime import date

from seo_audit.lazy import regex

_YEAR_FIRST = regex(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?!\d)")
_BASIC = regex(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=T\d|\D|\Z)")
"""The basic format of ISO 8601."""
_DAY_FIRST = regex(
    r"(\d\d?)(?:er|st|nd|rd|th)?[ \u00a0-](?:of )?([^\W\d_]{3,9})\.?,?[ \u00a0-](\d{4}|\d\d)(?!\d)"
)
_MONTH_FIRST = regex(r"([^\W\d_]{3,9})\.?[ \u00a0](\d\d?)(?:st|nd|rd|th)?,?[ \u00a0](\d{4})(?!\d)")
_WEEKDAY = regex(r"\s*(?:[^\W\d_]{3,9}\.?,?[ \u00a0]+(?=\d|[^\W\d_]{3,9}\.?[ \u00a0]\d))?")
_MONTHS = (
    ("january", "janvier"),
    ("february", "février", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "août", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "décembre", "decembre"),
)


def day_at_start(text: str) -> date | None:
    """The day a text begins with, whatever follows; None where there is none, or its order cannot be told.

    « 04/05/2026 » is the fourth of May here and the fifth of April there: it is not read.
    """
    weekday = _WEEKDAY.match(text)
    start = weekday.end() if weekday else 0
    if found := _YEAR_FIRST.match(text, start):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _BASIC.match(text, start):
        return _day(*map(int, found.groups()))
    if found := _DAY_FIRST.match(text, start):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    for at in dict.fromkeys((start, 0)):
        if found := _MONTH_FIRST.match(text, at):
            return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _year(digits: str) -> int:
    """RFC 850 writes two digits."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(name: str) -> int:
    """1–12 by a month's name in French or English, or the first letters of it; 0 for another word."""
    name = name.lower()
    if name == "jui":
        return 0
    for number, names in enumerate(_MONTHS, 1):
        if any(one.startswith(name) for one in names):
            return number
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
