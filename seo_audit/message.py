"""Sentences for people, in French and English, with numbers, plurals and typography right."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from seo_audit.lazy import regex

Language = Literal["fr", "en"]

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"
MINUS = "\u2212"


class Message(Struct, frozen=True):
    """One text in both languages, with the same fields in braces.

    Fields take Python's format specifications, and one more for plurals: `{words:# mot|# mots}`
    chooses the side by the number and writes the number where `#` stands. French counts 0, 1 and
    1.5 as singular, English 1 only. Numbers are written in the language's way: « 1 234,5 »,
    « 12 % » with no-break spaces; “1,234.5”, “12%”. A plain space that French typography wants
    unbreakable (before : ; ! ? % », after «) is made so.
    """

    fr: str
    en: str

    def say(self, language: Language, values: "Mapping[str, Value] | None" = None) -> str:
        """The text in one language, its fields filled with `values`."""
        template = _typeset(self.fr) if language == "fr" else self.en
        return template.format_map(_Fields(values or {}, language))


class Statement(Struct, frozen=True):
    """A sentence with its values: a message and what fills it."""

    message: Message
    values: "Mapping[str, Value]"

    def say(self, language: Language) -> str:
        """The sentence in one language."""
        return self.message.say(language, self.values)


Value = str | int | float | Message | Statement
"""What a template may be filled with; a message or a statement says itself in the template's language."""


def number(value: float, language: Language, spec: str = "") -> str:
    """A number as the language writes it; `spec` is a format specification such as `.1f` or `.0%`.

    `%` alone shows the decimals a ratio has: 0.15 is « 15 % », 0.153 « 15,3 % ».
    """
    if spec.endswith("%"):
        return _localised(f"{value * 100:,{f'{spec[:-1]}f' if spec[:-1] else '.6g'}}", language) + (
            f"{NBSP}%" if language == "fr" else "%"
        )
    if isinstance(value, int):
        return _localised(format(value, spec or ","), language)
    text = format(value, ("," + spec) if spec else ",.10g")
    return _localised(text, language)


def plural(value: float, language: Language, singular: str, many: str) -> str:
    """The singular or plural text for a count."""
    one = abs(value) < 2 if language == "fr" else value == 1
    return singular if one else many


_MOST_MORE = 10
"""Digits: below them, two measures differ by the order in which they were summed."""


def distinct(value: float, limit: float, digits: int = 2) -> float:
    """`value` rounded to `digits`, or to as few more as tell it from its limit."""
    for more in range(_MOST_MORE):
        rounded = round(value, digits + more)
        if rounded != limit and (rounded > limit) == (value > limit):
            return rounded
    return value


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def shorten(text: str, most: int = 80) -> str:
    """A text as a message shows it: its end cut off with « … » where it exceeds `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def ending(text: str, most: int = 40) -> str:
    """The last words of a text, with « … » for what comes before: whole words, unless the last is longer."""
    if len(text) <= most:
        return text
    start = text.find(" ", len(text) - most) + 1 or len(text) - most + 1
    return "…" + text[start:]


@cache
def _typeset(template: str) -> str:
    return _BEFORE.sub(NBSP, template)


_BEFORE = regex(r" (?=[:;!?%»])|(?<=«) ")


def _localised(text: str, language: Language) -> str:
    text = text.replace("-", MINUS)
    if language == "en":
        return text
    return text.replace(",", NARROW_NBSP).replace(".", ",")


class _Fields:
    """The values of a message, as `str.format_map` asks for them."""

    __slots__ = ("_language", "_values")

    def __init__(self, values: "Mapping[str, Value]", language: Language) -> None:
        self._values = values
        self._language = language

    def __getitem__(self, name: str) -> "_Field":
        return _Field(self._values[name], self._language)


class _Field:
    """One value, written in the language's way."""

    __slots__ = ("_language", "_value")

    def __init__(self, value: "Value", language: Language) -> None:
        self._value = value
        self._language = language

    def __format__(self, spec: str) -> str:
        value, language = self._value, self._language
        if "|" in spec:
            assert isinstance(value, int | float)
            singular, _, many = spec.partition("|")
            return plural(value, language, singular, many).replace("#", number(value, language))
        if isinstance(value, bool):
            return str(value)
        if isinstance(value, Message | Statement):
            return value.say(language)
        if isinstance(value, int | float):
            return number(value, language, spec)
        return format(value, spec)
