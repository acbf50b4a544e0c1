"""Passives, on sentences judged by hand (tests/data/french/passives.txt) and on hostile strings."""

import re
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_audit.french.passives import passives

_MARKED = [
    line
    for line in (Path(__file__).parent / "data" / "french" / "passives.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip() and not line.startswith("#")
]


def _read(marked: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("marked", _MARKED)
def test_sentence_judged_by_hand(marked: str) -> None:
    text, expected = _read(marked)
    assert [text[start:end] for start, end in passives(text)] == expected


def test_there_are_enough_sentences() -> None:
    with_passive = [line for line in _MARKED if "[" in line]
    assert len(with_passive) >= 80
    assert len(_MARKED) - len(with_passive) >= 40


@pytest.mark.parametrize("marked", _MARKED[::7])
def test_other_apostrophes_and_decomposed_accents(marked: str) -> None:
    text, expected = _read(marked.replace("’", "'"))
    expected = [word.replace("’", "'") for word in expected]
    decomposed = unicodedata.normalize("NFD", text)
    found = [decomposed[start:end] for start, end in passives(decomposed)]
    assert found == [unicodedata.normalize("NFD", word) for word in expected]


def test_sentences_given_bound_the_search() -> None:
    text = "Le prix est\nfixé hier. La loi est votée."
    assert [text[a:b] for a, b in passives(text)] == ["fixé", "votée"]
    cut = [(0, 11), (12, 22), (23, len(text))]
    assert [text[a:b] for a, b in passives(text, cut)] == ["votée"]
    assert passives(text, []) == []


def test_a_line_end_inside_a_sentence_does_not_matter() -> None:
    text = "La loi est\nvotée."
    assert [text[a:b] for a, b in passives(text)] == ["votée"]


_PIECES = [*"éaest ,.;:'’-()«»*\n\u0301", " est ", " été ", "a été lu", " soit ", "vendu"]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_and_inside(text: str) -> None:
    found = passives(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "est ",
        "est, ",
        "été ",
        "soit ",
        "l'",
        "é",
        "e\u0301",
        "fut (en 1998 ",
        "est lu, ",
        "a été «",
        ".",
    ],
)
def test_hostile_text_costs_linear_time(unit: str) -> None:
    text = (unit * 20_000)[:100_000]
    started = time.perf_counter()
    passives(text)
    assert time.perf_counter() - started < 6
