"""Syllables, on words judged by hand (tests/data/french/syllables.txt), numbers and hostile strings."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.french import syllables

DATA = Path(__file__).parent / "data" / "french" / "syllables.txt"


def cases() -> list[tuple[str, int]]:
    lines = [
        line.split(" ") for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    return [(word.replace("␣", "\u00a0"), int(count)) for count, *words in lines for word in words]


@pytest.mark.parametrize(("word", "count"), cases())
def test_counts_what_is_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [case for case in cases() if case[0].islower()])
def test_spelling_variants_change_nothing(word: str, count: int) -> None:
    assert syllables(normalize("NFD", word)) == count
    assert syllables(word.replace("’", "'")) == syllables(word.replace("’", "\u02bc")) == count
    assert syllables(word.replace("-", "\u2011")) == count
    assert syllables(word.capitalize()) == count


@pytest.mark.parametrize("plain", ["étudiants", "acteurs", "tous", "venus", "citoyens"])
@pytest.mark.parametrize("ending", ["·e·s", "·es", "(e)s", ".e.s", "-e-s", "•e•s"])
def test_inclusive_forms_count_as_the_plain_one(plain: str, ending: str) -> None:
    assert syllables(plain.removesuffix("s") + ending) == syllables(plain)


def test_verbs_and_nouns_in_ent() -> None:
    assert [syllables(verb) for verb in ("parlent", "animent", "consomment", "mangent")] == [
        1,
        2,
        2,
        1,
    ]
    assert [syllables(noun) for noun in ("régiment", "notamment", "document", "agents")] == [
        3,
        3,
        3,
        2,
    ]


@pytest.mark.parametrize(
    ("number", "count"),
    [
        ("1", 1),
        ("17", 2),
        ("21", 3),
        ("70", 3),
        ("77", 4),
        ("99", 5),
        ("101", 2),
        ("1000", 1),
        ("2000", 2),
        ("1789", 7),
    ],
)
def test_numbers_count_as_they_are_read(number: str, count: int) -> None:
    assert syllables(number) == count


@given(st.text(max_size=80))
def test_every_word_has_a_syllable(text: str) -> None:
    count = syllables(text)
    assert count >= 1 if any(map(str.isalnum, text)) else count == 0


@pytest.mark.parametrize("unit", ["a", "é", "1", "1 000", "-", "’", "·e", "(e)", "www.", "ou", "X"])
def test_hostile_words_are_counted_too(unit: str) -> None:
    assert syllables(unit * (100_000 // len(unit))) >= 0


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("7997c6b68d3c", 1),
        ("A899EFC8C83C", 1),
        ("0102000000050000", 1),
        ("5199333.30187808", 1),
    ],
)
def test_long_codes_are_not_read_aloud(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    "word",
    [
        "7997c6b68d3",
        "12345678901",
        "1 234 567 890 123",
        "1\u00a0234\u00a0567\u00a0890\u00a0123",
        "international2026",
    ],
)
def test_shorter_ones_and_words_are(word: str) -> None:
    assert syllables(word) > 1
