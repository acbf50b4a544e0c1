"""Expressions listed with their forms, looked for in texts made `plain`.

An expression is words, with four signs: `*` stands for any end of a word, `+` for the endings of a verb in -er
(« effectu+ » is « effectuons » and « effectué », not « effectif »), `(un|une)` for a choice, which may be empty (« très (|très) »), and `~` for up to two words
that may stand between (« mettre ~en œuvre »). A last « que », « de » or « à » is also « qu’ », « d’ », « du »,
« des », « au », « aux ».
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex

Span = tuple[int, int]

_CHOICE = regex(r"\(([^()]*)\)")
_ER = "(?:e[szr]?|ée?s?|er(?:ai|as?|ons|ez|ont|ai[st]|aient|ions|iez)|ons|ent|ai[st]?|aient|ions|iez|ant|as?|èrent)"
_SIGNS = {"+": _ER, "*": r"\w*", "~": r"(?:[\w'-]+ ){0,2}"}
_LAST = {
    "que": r"qu(?:e(?!\w)|')",
    "de": r"d(?:(?:e|u|es)(?!\w)|')",
    "à": r"(?:à|aux?)(?!\w)",
}
_WORD = regex(r"\w+")
_WHOLE_WORD = regex(r"(?<![\w*])\w+(?![\w*+])")
_QUOTED = regex(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


class Form(Struct, frozen=True):
    """One form of an expression of a list."""

    words: frozenset[str]
    """Words that a text must hold for this form to stand in it: a cheap first look."""
    text: str
    number: int


class Expressions(Struct, frozen=True):
    """The expressions of a list, each with the words common to its forms; these are made when they may be met."""

    listed: tuple[Form, ...]

    def among(self, words: frozenset[str]) -> tuple[Form, ...]:
        """The forms which a text of these words (see `vocabulary`) may hold: few, mostly none."""
        likely = [one for one in self.listed if one.words <= words]
        return tuple(
            form for one in likely for form in _forms(one.text, one.number) if form.words <= words
        )


def find(forms: Iterable[Form], text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and expression's number of each form in a `plain` text, in order.

    Where two overlap the first counts, and of two that start together the longer.
    """
    found = sorted(
        (match.start(), -match.end(), one.number)
        for one in forms
        for match in _compiled(one.text).finditer(text)
        # asked here: a pattern that begins with letters is searched for fast
        if not text[match.start() - 1 : match.start()].isalnum()
    )
    free = 0
    for start, end, number in found:
        if start >= free:
            free = -end
            yield start, -end, number


def expressions(listed: Iterable[str]) -> Expressions:
    """What finds the expressions of a list as whole words; each is known by its number there."""
    return Expressions(
        tuple(Form(_common(text), text, number) for number, text in enumerate(map(plain, listed)))
    )


def _common(text: str) -> frozenset[str]:
    """Words that all forms of an expression require."""
    if "(" not in text:
        return _required(text)
    # a choice may be part of a word, or leave nothing behind « de »
    return _required(_CHOICE.sub("*", text)).difference(_LAST)


def vocabulary(plain_text: str) -> frozenset[str]:
    """The runs of letters and digits of a `plain` text."""
    return frozenset(_WORD.findall(plain_text))


def quotations(text: str) -> list[Span]:
    """Where somebody else is quoted: between quotation marks, marks included."""
    if not any(mark in text for mark in '«“"'):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


@cache
def _forms(expression: str, number: int) -> tuple[Form, ...]:
    return tuple(Form(_required(text), text, number) for text in _variants(expression))


@cache
def _compiled(variant: str) -> re.Pattern[str]:
    """Made when a text may hold it: of hundreds, few are needed."""
    return re.compile(_regex(variant))


def _variants(text: str) -> Iterator[str]:
    if "(" not in text:
        yield text
        return
    parts = _CHOICE.split(text)
    assert not any(bracket in part for part in parts for bracket in "()"), f"nested: {text}"
    choices = (part.split("|") if place % 2 else [part] for place, part in enumerate(parts))
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split()).replace("' ", "'")


def _required(text: str) -> frozenset[str]:
    head, _, last = text.rpartition(" ")
    return frozenset(_WHOLE_WORD.findall(head if last in _LAST else text))


def _regex(text: str) -> str:
    head, _, last = text.rpartition(" ")
    if head and last in _LAST:
        return f"{_literal(head)} {_LAST[last]}"
    return _literal(text) + ("" if text.endswith("'") else r"(?!\w)")


def _literal(text: str) -> str:
    return "".join(_SIGNS.get(char, char if char in " '-" else re.escape(char)) for char in text)
