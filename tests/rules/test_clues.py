"""Long patterns that are asked only where a short one finds something: none of what they find may be missed."""

import importlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit import plugins

plugins.rules()

damaged_text, numbers_units, no_break_spaces, ordinals, repeated_word, accented_capitals = (
    importlib.import_module(f"seo_audit.rules.{name}")
    for name in (
        "content.damaged_text",
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
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_its_clue(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    pair = re.compile(pattern.pattern, pattern._flags)  # type: ignore[attr-defined]
    around = st.text(" \u00a0.,-(«a1", max_size=3)
    text = data.draw(around) + data.draw(st.from_regex(pair)) + data.draw(around)
    if pair.search(text):
        assert _PAIRS[pattern].search(text)


@pytest.mark.property
@given(
    st.text(
        "ab’ \u00a0-\n\t"
        + "".join(map(chr, range(0x2000, 0x2070)))
        + "\u00ad\ufeff\ufffc\u034f\ue000\x01",
        max_size=8,
    )
)
def test_whatever_hides_is_seen(text: str) -> None:
    if damaged_text._INVISIBLE.search(text):
        assert damaged_text._may_hide(frozenset(text))


@pytest.mark.parametrize(
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
