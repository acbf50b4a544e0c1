import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.rule_support.pixel_width import cut, width

TITLE = "La fontaine de Saint-Amour coule de nouveau, et le marché s’en réjouit"


@each_row(
    ("text", "units"),
    # Arial's own advance widths, from its AFM: thousandths of an em
    [("a", 556), ("i", 222), ("W", 944), ("m", 833), (" ", 278), ("é", 556), ("œ", 944), ("€", 556),
     ("’", 222), ("«", 556), ("\u00a0", 278), ("…", 1000), ("Œ", 1000), ("—", 1000), ("ß", 611)],
)  # fmt: skip
def test_widths_are_those_of_arial(text: str, units: int) -> None:
    assert width(text, 1000) == pytest.approx(units, abs=1)


def test_a_character_count_says_little() -> None:
    assert width("illicite, il filtrait l’illisible", 20) < width("MAMMOUTHS ET GNOMES", 20)


def test_width_grows_with_the_size() -> None:
    assert width(TITLE, 40) == pytest.approx(2 * width(TITLE, 20))
    assert width("", 20) == 0


def test_accents_written_apart_count_nothing() -> None:
    apart = unicodedata.normalize("NFD", TITLE)
    assert len(apart) > len(TITLE)
    assert width(apart, 20) == pytest.approx(width(TITLE, 20))


def test_invisible_characters_count_nothing_and_wide_ones_an_em() -> None:
    assert width("\u200b\u202e\u00ad\ufeff", 20) == 0
    assert width("中", 20) == 20
    assert 0 < width("\U0001f600", 20) <= 25
    assert width("\u2011", 20) == pytest.approx(width("-", 20))


def test_what_fits_stays_whole() -> None:
    assert cut(TITLE, 20, width(TITLE, 20)) == TITLE
    assert cut("", 20, 580) == ""


def test_what_does_not_fit_is_cut_between_words() -> None:
    short = cut(TITLE, 20, 580)
    assert short == "La fontaine de Saint-Amour coule de nouveau, et le marché…"
    assert width(short, 20) <= 580


def test_no_comma_stands_before_the_ellipsis() -> None:
    assert cut("Un, deux, trois soleils", 20, width("Un, deux, troi…", 20)) == "Un, deux…"


def test_a_very_long_word_is_cut_inside() -> None:
    short = cut("a" * 200, 20, 580)
    assert short == "a" * 50 + "…"


def test_a_letter_keeps_its_accents() -> None:
    text = "e\u0301" * 100
    assert cut(text, 20, 100).rstrip("…") == "e\u0301" * 7


def test_nothing_fits_nowhere() -> None:
    assert cut(TITLE, 20, 10) == ""


@settings(max_examples=60)
@given(st.text(max_size=80), st.floats(25, 300))
def test_the_cut_text_fits_and_begins_the_text(text: str, room: float) -> None:
    short = cut(text, 20, room)
    assert width(short, 20) <= room + 1e-6
    assert short == text or text.startswith(short.removesuffix("…"))


def test_long_texts_take_no_time() -> None:
    # 10 characters fit: how long the rest is must not matter much
    assert cut("é " * 500_000, 14, 920).endswith("…")
    assert width("é" * 300_000, 14) > 920
