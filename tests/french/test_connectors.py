"""Connectors, on sentences judged by hand (tests/data/french/connectors.txt) and on hostile strings."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french import connectors
from seo_audit.french.connectors import find_connectors

_MARKED = [
    line
    for line in (Path(__file__).parents[1] / "data" / "french" / "connectors.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip() and not line.startswith("#")
]


@each_row("marked", _MARKED)
def test_sentence_judged_by_hand(marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    expected = re.findall(r"\[(.*?)\]", marked)
    assert [text[start:end] for start, end in find_connectors(text)] == expected


def _expressions() -> list[str]:
    lines = (Path(connectors.__file__).parent / "connectors.txt").read_text("utf-8").splitlines()
    return [line.split("|")[0].strip() for line in lines if line.strip() and line[0] not in "#["]


def test_the_list_is_long_and_says_nothing_twice() -> None:
    expressions = _expressions()
    assert len(expressions) >= 200
    assert len(expressions) == len(set(expressions))


@each_row("words", [each for each in _expressions() if "…" not in each])
def test_every_expression_of_the_list_can_be_found(words: str) -> None:
    text = words[0].upper() + words[1:] + ", dit-il."
    assert find_connectors(text)[:1] == [(0, len(words))]


@each_row("words", [each for each in _expressions() if "…" in each])
def test_every_pair_of_the_list_can_be_found(words: str) -> None:
    head, tail = (part.strip() for part in words.split("…"))
    text = f"{head[0].upper()}{head[1:]} lui {tail} elle."
    second = len(head) + len(" lui ")
    assert find_connectors(text) == [(0, len(head)), (second, second + len(tail))]


def test_no_break_spaces_line_ends_and_decomposed_accents() -> None:
    for text in ("En\u00a0revanche, oui.", "En\nrevanche, oui."):
        assert find_connectors(text) == [(0, 11)]
    assert find_connectors("En\n\nrevanche, oui.") == []
    text = unicodedata.normalize("NFD", "À l’inverse, il était tard, néanmoins.")
    found = [unicodedata.normalize("NFC", text[a:b]) for a, b in find_connectors(text)]
    assert found == ["À l’inverse", "néanmoins"]


def test_a_line_begins_a_sentence_only_with_a_capital_or_a_comma_behind() -> None:
    for text, found in (
        ("Il pleut\nOr il dort.", ["Or"]),
        ("Il pleut\nor, il dort.", ["or"]),
        ("Il a de l\nor il dort, là.", []),
    ):
        assert [text[a:b] for a, b in find_connectors(text)] == found


@each_row(
    ("between", "found"),
    [
        (" il rit ", True),
        (" il rit\net court ", True),
        (" il rit\n\net court ", False),
        (" il rit\n \net court ", False),
        (" il rit. Il ", False),
        (" il rit ! Il ", False),
        (" il rit ? Il ", False),
        (" il rit… Il ", False),
        # three hundred characters are looked at behind the first
        (" " + "a" * (300 - len(" tantôt ")) + " ", True),
        (" " + "a" * (301 - len(" tantôt ")) + " ", False),
    ],
)
def test_both_parts_of_a_pair_stand_in_one_sentence(between: str, found: bool) -> None:
    text = f"Tantôt{between}tantôt il dort."
    first, second = (0, 6), (6 + len(between), 12 + len(between))
    assert find_connectors(text) == ([first, second] if found else [])


def test_what_stands_on_a_whole_line_opens_it() -> None:
    text = "* *Or*, il dort.\n> Or il dort.\n• Or, il dort."
    assert [text[a:b] for a, b in find_connectors(text)] == ["Or", "Or", "Or"]


_PIECES = [*"aéd ,.;'’-\n\u0301", " soit ", "or ", "de plus ", "non seulement ", "mais aussi "]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
@settings(max_examples=150)
def test_spans_are_ordered_and_inside(text: str) -> None:
    found = find_connectors(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["soit ", "non seulement ", "de ", "d'une ", "or ", "(", "\u0301"])
def test_hostile_text_costs_linear_time(unit: str) -> None:
    assert grows_linearly(repeated(unit, find_connectors), 100_000 // len(unit))
