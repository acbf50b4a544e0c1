"""Words, on cases judged by hand (tests/data/french/words.txt) and on hostile strings."""

from itertools import pairwise
from pathlib import Path

from growth import grows_linearly, repeated
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french import words

DATA = Path(__file__).parents[1] / "data" / "french" / "words.txt"
SIGNS = "aéE1 ’'ʼ-‑·.,…—«»()[]%€\u00a0\u202f\n\u0301/@🎉_"


def cases() -> list[tuple[str, int]]:
    lines = DATA.read_text("utf-8").splitlines()
    split = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        (text.replace("␣", "\u00a0").replace("⍽", "\u202f"), int(count)) for count, text in split
    ]


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@each_row(("text", "count"), cases())
def test_counts_words_as_a_reader_does(text: str, count: int) -> None:
    assert len(words(text)) == count, found(text)


def test_spans_hold_the_word_without_its_punctuation() -> None:
    text = (
        "« L’énergie », dit-il, coûte 3,5 % (ou 70\u202f000 €) aux étudiant(e)s… de “Chine-Asie”."
    )
    assert found(text) == [
        "L’énergie",
        "dit-il",
        "coûte",
        "3,5 %",
        "ou",
        "70\u202f000 €",
        "aux",
        "étudiant(e)s",
        "de",
        "Chine-Asie",
    ]


@each_row(
    ("text", "expected"),
    [
        # a sign belongs to its number, with a space or without
        *((f"{number}{space}{sign}", [f"{number}{space}{sign}"])
          for number in ("5", "3,5") for space in ("", " ", "\u00a0", "\u202f") for sign in "%‰€£$¥°"),
        ("5%x", ["5%x"]),
        ("5 %x", ["5", "x"]),
        ("cinq %", ["cinq"]),
        # groups of three digits, decimals
        ("1 234 567,891", ["1 234 567,891"]),
        ("1\u2009234\u20075\u2007678", ["1\u2009234", "5\u2007678"]),
        ("1 2345", ["1", "2345"]),
        ("12 34", ["12", "34"]),
        ("1234 567", ["1234", "567"]),
        ("3,1416 et 2,5,", ["3,1416", "et", "2,5"]),
        ("un,deux", ["un", "deux"]),
        # addresses, without the punctuation behind
        ("(http://a.fr/b,c?d=é).", ["http://a.fr/b,c?d=é"]),
        ("«https://a.fr/»", ["https://a.fr/"]),
        ("ftp://a.fr/x, www.a.fr/y!", ["ftp://a.fr/x", "www.a.fr/y"]),
        # brackets inside a word
        ("directeur(trice)s", ["directeur(trice)s"]),
        ("(dé)mont(r)able", ["(dé)mont(r)able"]),
        ("(abcde)f (abcdef)g", ["(abcde)f", "abcdef", "g"]),
        ("a(bcdefg)h a(bcdefgh)i", ["a(bcdefg)h", "a", "bcdefgh", "i"]),
        ("l’«eau» l'\u201ceau\u201d l’\"eau\"", ["l’«eau", "l'\u201ceau", 'l’"eau']),
        # the call of a note is no word, a number of more digits is
        ("le lac[1] et l’eau.[123]", ["le", "lac", "et", "l’eau"]),
        ("le lac[1234] [1] lac [a]", ["le", "lac", "1234", "1", "lac", "a"]),
    ],
)  # fmt: skip
def test_where_words_begin_and_end(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_decomposed_accents_belong_to_their_word() -> None:
    assert found("e\u0301te\u0301, cafe\u0301.") == ["e\u0301te\u0301", "cafe\u0301"]


def test_a_plain_text_counts_as_between_spaces() -> None:
    text = "Le chat d’à côté dort-il, ou rêve-t-il, aujourd’hui ? Peut-être." * 3
    assert len(words(text)) == sum(any(map(str.isalnum, part)) for part in text.split())


@given(st.one_of(st.text(), st.text(SIGNS)))
def test_spans_are_in_order_and_hold_a_letter_or_a_digit(text: str) -> None:
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(any(map(str.isalnum, text[start:end])) for start, end in spans)


@each_row(
    "unit",
    [
        ".",
        "'",
        "A.",
        "« ",
        "(a)",
        "a(a",
        "1 000",
        "1 ",
        "1,",
        "’«a",
        "www.",
        "http://..",
        "[1]",
        "a\u0301",
        "((",
    ],
)
def test_ten_times_the_text_takes_about_ten_times_the_time(unit: str) -> None:
    assert grows_linearly(repeated(unit, words), 200_000 // len(unit))
