"""Phrases found in texts and slugs: searches judged by hand, spans, hostile strings."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import french
from seo_audit.french.phrases import (
    Phrase,
    find_in_slug,
    find_phrase,
    is_function_word,
    words_of_meaning,
)

_DATA = Path(__file__).parents[1] / "data" / "french" / "phrase_searches.txt"
_SEARCHES = [
    line
    for line in _DATA.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def _read(line: str) -> tuple[str, str, list[tuple[int, int]]]:
    """The phrase, the text without its brackets, and the spans they stood for."""
    line = line.replace("\\n", "\n")
    line = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)
    phrase, _, marked = line.partition(" | ")
    text = ""
    spans = []
    start = 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append((start, len(text)))
        else:
            text += piece
    return phrase, text, spans


@each_row("line", _SEARCHES)
def test_search_judged_by_hand(line: str) -> None:
    phrase, text, expected = _read(line)
    assert find_phrase(phrase, text) == expected


def test_there_are_enough_searches() -> None:
    assert len(_SEARCHES) >= 100
    assert sum("[" not in line for line in _SEARCHES) >= 25


@each_row("line", _SEARCHES[::5])
def test_spans_known_already_change_nothing(line: str) -> None:
    phrase, text, expected = _read(line)
    words, sentences = french.words(text), french.sentences(text)
    assert Phrase(phrase).find(text, words, sentences) == expected


def test_a_compiled_phrase_serves_many_texts() -> None:
    phrase = Phrase("pompe à chaleur")
    assert phrase.wanted == ("pompe", "chaleur")
    assert [
        len(phrase.find(text)) for text in ("une pompe à chaleur", "", "des pompes à chaleur")
    ] == [
        1,
        0,
        1,
    ]


@each_row(
    ("words_between", "hits"),
    [("", 1), ("de", 1), ("de toute la très", 1), ("de toute la très même", 0)],
)
def test_few_function_words_may_stand_between(words_between: str, hits: int) -> None:
    assert len(find_phrase("économie Asie", f"économie {words_between} Asie")) == hits


@each_row("phrase", ["", " ", "…", "« »", "-", "’", "\u0301"])
def test_a_phrase_without_words_is_never_found(phrase: str) -> None:
    assert find_phrase(phrase, f"un texte {phrase} - ’ … où chercher") == []


@each_row(
    ("phrase", "slug", "found"),
    [
        ("économie de l’Asie", "economie-de-l-asie", True),
        ("économie de l’Asie", "leconomie-de-lasie", True),
        ("économie de l’Asie", "economie-asie", True),
        ("économie de l’Asie", "asie-economie", False),
        ("économie de l’Asie", "economie-mondiale-asie", False),
        ("pompe à chaleur", "prix-pompes-a-chaleur-2024", True),
        ("pompe à chaleur", "/guides/pompe-chaleur.html", True),
        ("pompe à chaleur", "https://exemple.fr/pompe-a-chaleur/?p=1#haut", True),
        ("pompe à chaleur", "/pompe-a-chaleur/avis", False),
        ("pompe à chaleur", "trompe-a-chaleur", False),
        ("étudiant", "%C3%A9tudiants", True),
        ("œuvre d’art", "oeuvre-d-art", True),
        ("Chine-Asie centrale", "sommet-chine-asie-centrale", True),
        ("aujourd’hui", "la-france-aujourd-hui", True),
        ("marché du travail", "marche_du_travail", True),
        ("énergie", "energies", True),
        ("énergie", "", False),
        ("", "energie", False),
        ("régime sans sel", "regime-avec-sel", False),
        ("régime sans sel", "regime-sans-sel", True),
        ("cours bourse", "cours-de-l-bourse", True),
        ("cours bourse", "cours-k-bourse", False),
    ],
)
def test_slug(phrase: str, slug: str, *, found: bool) -> None:
    assert find_in_slug(phrase, slug) is found


@each_row("ending", ["html", "htm", "php", "asp", "aspx", "md", "html?a=1", "htm#a"])
def test_the_ending_of_a_slug_is_no_word(ending: str) -> None:
    assert find_in_slug("énergie solaire", f"/energie-solaire.{ending}")
    word = re.split("[?#]", ending)[0]
    assert not find_in_slug(word, f"/energie-solaire.{ending}")
    assert find_in_slug(word, f"/energie-solaire-{ending}")


@each_row(
    ("slug", "found"),
    [
        ("pompe-chaleur", True),
        ("pompe-a-la-chaleur", True),
        ("pompe-a-la-tres-bonne-chaleur", False),
        ("pompe-de-la-de-la-chaleur", True),
        ("pompe-de-la-de-la-de-chaleur", False),
        ("pompe-pompe-chaleur", True),
        ("pompe", False),
        ("pompe-de", False),
    ],
)
def test_few_function_words_may_stand_between_in_a_slug_too(slug: str, found: bool) -> None:
    assert find_in_slug("pompe à chaleur", slug) is found


def test_a_phrase_with_one_accent_is_typed_with_accents() -> None:
    assert not find_phrase("marche équitable", "le marché équitable")
    assert find_phrase("marche equitable", "le marché équitable")


def test_a_full_stop_behind_an_abbreviation_cuts_nothing() -> None:
    for text in ("Il voit M. Xi", "Il voit M. Xi.", "M. Xi. Il part."):
        start = text.index("M. Xi")
        assert find_phrase("M. Xi", text) == [(start, start + 5)]
    assert find_phrase("lac Xi", "Il voit un lac. Xi part.") == []


def test_a_phrase_shows_its_text() -> None:
    assert Phrase("pompe") == Phrase("pompe") != Phrase("pompes")


def test_words_of_meaning() -> None:
    text = "L’énergie qui nous vient d’Asie est, aujourd’hui, moins chère."
    found = [text[start:end] for start, end in words_of_meaning(text)]
    assert found == ["énergie", "vient", "Asie", "chère"]
    assert words_of_meaning(text, french.words(text)) == words_of_meaning(text)


@each_row("word", ["de", "Qui", "l’un", "est", "qu’il", "JUSQU’À", "—", ""])
def test_function_words(word: str) -> None:
    assert is_function_word(word)


@pytest.mark.process
def test_a_phrase_settled_by_cheap_rules_loads_no_dictionary() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from seo_audit.french import find_phrase;"
        "assert find_phrase('pompe à chaleur', 'Les pompes à chaleur chauffent la maison.');"
        "assert find_phrase('haie champêtre', 'Chaque haie champêtre abrite la chasse.');"
        "assert not find_phrase('visite guidée', 'Visiter le musée, et le faire visiter.');"
        "assert find_phrase('isoler une maison', 'Il isole une maison, elle l’isolait.');"
        "assert find_phrase('energie', 'Une énergie neuve, L’ÉNERGIE d’avant.');"
        "assert 'simplemma' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=200))
def test_hits_are_ordered_and_apart_on_any_text(phrase: str, text: str) -> None:
    hits = find_phrase(phrase, f"{text} {phrase} {text}")
    assert all(0 <= start < end for start, end in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
    find_in_slug(phrase, text)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["pompe", "chaleur", "à", "de", ".", "\n\n", "Pompes"]), max_size=30)
)
def test_a_hit_reads_as_the_phrase(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for start, end in find_phrase("pompe à chaleur", text):
        assert re.fullmatch(r"pompes?(?: (?:à|de)){0,4} chaleur", text[start:end].lower())


@each_row(
    "unit", [".", "’", "l’", "A.", "-", "a-", "pompe ", "pompe à ", "«", "e\u0301", "·", "pompe-"]
)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    def work(text: str) -> None:
        find_phrase("pompe à chaleur", text)
        find_in_slug("pompe à chaleur", text)

    assert grows_linearly(repeated(unit, work), 20_000)


@pytest.mark.slow
def test_many_forms_in_one_text() -> None:
    """More forms than are looked for one by one, each at its place, in linear time."""

    def work(size: int) -> None:
        text = " ".join(f"pompe-x{number}, Pompe" for number in range(size))
        assert len(Phrase("pompe").find(text)) == size

    assert grows_linearly(work, 20_000)


def test_a_form_that_is_part_of_another_word() -> None:
    text = "La pompette et la pompe, pompe"
    assert [text[a:b] for a, b in find_phrase("pompe", text)] == ["pompe", "pompe"]
    assert find_phrase("pompe", text)[0][0] == text.index("pompe,")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", ""])
@pytest.mark.parametrize("other", [" ", "\u00a0", "\u202f"])
def test_a_number_has_any_space(space: str, other: str) -> None:
    text = f"Il marche 10{space}000 pas par jour."
    assert find_phrase(f"10{other}000 pas", text) == [(10, text.index(" par"))]
    assert not find_phrase(f"10{other}000 pas", f"Il marche 10{space}001 pas par jour.")


@each_row("space", "\u00a0\u2002\u2003\u2004\u2007\u2008\u2009\u200a\u202f")
def test_a_space_of_any_kind(space: str) -> None:
    assert find_phrase("10 000 pas", f"Ses 10{space}000{space}pas.") == [(4, 14)]
    assert find_phrase(f"four{space}à{space}pain", "Le four à pain.") == [(3, 14)]
