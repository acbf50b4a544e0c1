"""Long patterns that are asked only where a short one finds something: none of what they find may be missed."""

import importlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import plugins

plugins.rules()

(
    damaged_text,
    list_markup,
    raw_markup,
    numbers_units,
    no_break_spaces,
    ordinals,
    repeated_word,
    accented_capitals,
) = (
    importlib.import_module(f"seo_audit.rules.{name}")
    for name in (
        "content.damaged_text",
        "content.list_markup",
        "content.raw_markup",
        "typography.numbers_units",
        "typography.no_break_spaces",
        "typography.ordinals",
        "typography.repeated_word",
        "typography.accented_capitals",
    )
)
_PAIRS = {
    **{kind.pattern: kind.clue for kind in numbers_units.KINDS},
    no_break_spaces._NUMBER: no_break_spaces._MAYBE_NUMBER,
    no_break_spaces._UNIT: no_break_spaces._MAYBE_UNIT,
    no_break_spaces._ELIDED: no_break_spaces._MAYBE_ELIDED,
    ordinals._ORDINAL: ordinals._MAYBE,
    repeated_word._TWICE: repeated_word._MAYBE,
    repeated_word._ELIDED: repeated_word._MAYBE,
}


@pytest.mark.property
@pytest.mark.parametrize("pattern", _PAIRS, ids=lambda pattern: pattern.pattern[:40])
@settings(max_examples=200)
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_its_clue(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    pair = re.compile(pattern.pattern, pattern._flags)  # type: ignore[attr-defined]
    assert _PAIRS[pattern].search(data.draw(st.from_regex(pair)))


@pytest.mark.property
@given(text=st.from_regex(re.compile(raw_markup._MARKUP.pattern), fullmatch=True))
def test_whatever_is_markup_holds_a_sign(text: str) -> None:
    assert any(sign in text for sign in raw_markup._SIGNS)


@pytest.mark.property
@given(line=st.from_regex(re.compile(list_markup._ITEM.pattern), fullmatch=True))
def test_whatever_is_an_item_may_be_one(line: str) -> None:
    assert list_markup._may_be_item(line)


def test_whatever_hides_is_seen() -> None:
    for char in map(chr, (*range(0x20000), *range(0xE0000, 0xE0100))):
        text = f"a{char}a{char}{char}. {char}a"
        if damaged_text._INVISIBLE.search(text):
            assert damaged_text._may_hide(frozenset(text)), hex(ord(char))


@each_row(
    ("word", "is_told"),
    [
        ("Etat", True),
        ("ETAT", True),
        ("EtAt", False),
        ("ECOLE", True),
        ("ETE", False),
        ("Age", True),
        ("AGE", False),
        ("AGES", False),
    ],
)
def test_capitals_within_a_word(word: str, *, is_told: bool) -> None:
    assert accented_capitals._is_in_one_case(word) is is_told
