"""Sentences, on tricky cases judged by hand (tests/data/french/sentences.txt) and on hostile strings."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.french import sentences

DATA = Path(__file__).parent / "data" / "french" / "sentences.txt"
SIGNS = "aéE1M ’'\"-–.!?…;«»()[]\u00a0\n\u0301🎉*"


def cases() -> list[list[str]]:
    """Sentences of each text, with the line break where ⏎ stands."""
    blocks = DATA.read_text("utf-8").rstrip("\n").split("\n\n")
    lines = [[line for line in block.split("\n") if not line.startswith("#")] for block in blocks]
    return [block for block in lines if block]


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("lines", cases(), ids=lambda lines: lines[0][:40])
def test_ends_sentences_where_a_reader_does(lines: list[str]) -> None:
    text = " ".join(lines).replace("⏎ ", "⏎").replace("⏎", "\n")
    assert found(text) == [line.rstrip("⏎").replace("⏎", "\n") for line in lines]


def test_there_are_enough_cases() -> None:
    assert sum(map(len, cases())) >= 300


@pytest.mark.parametrize("lines", cases()[::5], ids=lambda lines: lines[0][:40])
def test_typographic_spaces_change_nothing(lines: list[str]) -> None:
    if any("⏎" in line for line in lines):
        return
    plain = " ".join(lines)
    fine = plain.translate({ord("’"): "'"})
    for sign in "!?»;":
        fine = fine.replace(f" {sign}", f"\u202f{sign}")
    fine = fine.replace("« ", "«\u00a0")
    assert sentences(fine) == sentences(plain)


def test_an_abbreviation_that_may_end_does_so_before_a_capital_only() -> None:
    assert found("Il lit, écrit, etc. Elle dort.") == ["Il lit, écrit, etc.", "Elle dort."]
    assert found("Il lit, écrit, etc. et dort.") == ["Il lit, écrit, etc. et dort."]


def test_items_after_a_semicolon_are_sentences() -> None:
    text = "Il faut :\n- du pain ;\n- du vin.\n"
    assert found(text) == ["Il faut :", "- du pain ;", "- du vin."]


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert found("Un titre\n\nUne phrase\nsur deux lignes") == [
        "Un titre",
        "Une phrase\nsur deux lignes",
    ]


def test_signs_go_with_the_sentence_before() -> None:
    assert found("Fin.\n\n***\n\nSuite.") == ["Fin.\n\n***", "Suite."]
    assert found("*** … !") == []


@pytest.mark.parametrize(
    "marked",
    [
        # stops without a space behind
        *("Il part.|Elle reste.", "Il vit à Lyon.|Paris est loin.", "Du pain, etc.|Elle dort."),
        *(
            "Voir la page accueil/index.Html du site.",
            "Il utilise Node.Js ici.",
            "Il part.A demain.",
        ),
        *("Le site Exemple.Com ferme.", "Yahoo.Be est mort.", "Avec prof.Martin ce soir."),
        *("Le PDG.Elle part.", "Il part.ELLE reste."),
        # lists that stop short, and figures
        *("Rouge, vert,…? |Elle hésite.", "Rouge, vert,… Elle hésite.", "Il compte 3… 5 et 8."),
        # brackets
        *(
            "Il part (enfin !) |Elle reste.",
            "Il part (il le fallait.) |Elle reste.",
            "(Il part.) |Elle reste.",
        ),
        *(
            "Il part.[1] |Elle reste.",
            "Il vient (le 3.) Marie reste.",
            "Il vend (des pommes…) Marie les mange.",
        ),
        # eras
        *("L’an 64 apr. J.-C. |Rome brûle.", "L’an 64 av. J.-C. |Rome dort."),
        # lines
        *("Oui.\n|- Non.", "Oui.\nnon pas.", "Oui.\n\n|non pas."),
    ],
)
def test_stops_that_could_mean_something_else(marked: str) -> None:
    assert found(marked.replace("|", "")) == [part.rstrip() for part in marked.split("|")]


@given(st.one_of(st.text(), st.text(SIGNS)))
def test_sentences_share_out_all_that_is_not_space(text: str) -> None:
    spans = sentences(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    if spans:
        covered = "".join(text[start:end] for start, end in spans)
        assert "".join(covered.split()) == "".join(text.split())
    else:
        assert not any(sign.isalnum() for sign in text)


HOSTILE = """. ' A. A.␣ M.␣ «␣ .␣«␣ (a!␣b)␣A a!␣)␣A!␣)␣ ⏎ ⏎-␣ .⏎ a.B M.␣"␣ […]␣ ;␣ 1.␣ etc.␣A *.␣ .[1] !😀 *␣⏎⏎ «␣“ "␣"""


@pytest.mark.parametrize(
    "unit", [unit.replace("␣", " ").replace("⏎", "\n") for unit in HOSTILE.split()]
)
def test_ten_times_the_text_takes_about_ten_times_the_time(unit: str) -> None:
    small, large = unit * (10_000 // len(unit)), unit * (100_000 // len(unit))
    assert any(seconds(large) < 40 * seconds(small) + 0.1 for _ in range(3))


def seconds(text: str) -> float:
    start = process_time()
    sentences(text)
    return process_time() - start
