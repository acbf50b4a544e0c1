"""No function of French raises on any string, and all places lie inside it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import french

ODD = st.text(
    "\u0346\u0301\u0300\u0308\ud800\udfff\u200b\ufeff\xad\u2028\0\n éÉaàœŒßıİ'’ʼ-·.()1²🙂漢",
    max_size=8,
)
STRINGS = st.one_of(ODD, st.text(max_size=12))


@settings(max_examples=400)
@given(STRINGS, STRINGS)
@example("\u0346", "énergie")
@example("\ud800", "\u0300")
@example("e\u0301nergie", "énergie")
def test_on_any_string(one: str, other: str) -> None:
    for places in (french.words(one), french.sentences(one), french.find_phrase(other, one)):
        assert all(0 <= start < end <= len(one) for start, end in places)
    for places in (french.passives(one), french.find_connectors(one)):
        assert all(0 <= place[0] <= place[1] <= len(one) for place in places)
    assert french.syllables(one) >= 0
    assert isinstance(french.lemma(one), str)
    assert isinstance(french.same_word(one, other), bool)
    assert isinstance(french.is_frequent(one), bool)
    assert isinstance(french.detect_language(one)[0], str)


@each_row("one", ["\u0346", "\u0300", "\ud800", "", "é"])
def test_same_word_is_the_same_both_ways(one: str) -> None:
    for other in ("énergie", "\u0301", "\udfff", "e\u0301"):
        assert french.same_word(one, other) is french.same_word(other, one)
