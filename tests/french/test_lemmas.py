"""Same words and lemmas, on pairs judged by hand (tests/data/french/word_pairs.txt)."""

import subprocess
import sys
from pathlib import Path

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french import lemmas
from seo_audit.french.lemmas import bare, fold, is_form, is_known, lemma, same_word, spelling, stems

_GROUPS = [
    line.split()
    for line in (Path(__file__).parents[1] / "data" / "french" / "word_pairs.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip() and not line.startswith("#")
]


def test_the_exceptions_stand_in_their_list_as_words_are_compared() -> None:
    listed = lemmas._exceptions()
    assert len(listed) > 2000
    assert [word for word in {*listed, *listed.values()} if fold(word) != word] == []


def _ids(group: list[str]) -> str:
    return " ".join(group[:2])


@each_row("group", _GROUPS)
def test_pairs_judged_by_hand(group: list[str]) -> None:
    verdict, word, *others = group
    wrong = [
        other
        for other in others
        if same_word(word, other) is (verdict == "≠") or same_word(other, word) is (verdict == "≠")
    ]
    assert not wrong


def test_there_are_enough_pairs() -> None:
    same = sum(len(group) - 2 for group in _GROUPS if group[0] == "=")
    apart = sum(len(group) - 2 for group in _GROUPS if group[0] == "≠")
    assert same >= 200
    assert apart >= 100
    assert {group[0] for group in _GROUPS} == {"=", "≠"}


@each_row(
    ("word", "expected"),
    [
        ("chevaux", "cheval"),
        ("étudiantes", "étudiant"),
        ("l’actrice", "acteur"),
        ("vendeuses", "vendeur"),
        ("yeux", "oeil"),
        ("Œuvres", "oeuvre"),
        ("prennent", "prendre"),
        ("étaient", "être"),
        ("dit-il", "dire"),
        ("étudiant·e·s", "étudiant"),
        ("Etats", "état"),
        ("Ecoles", "école"),
        ("nouvelles", "nouveau"),
        ("porte", "porte"),
        ("marchés", "marché"),
        ("KAZAKHSTAN", "kazakhstan"),
        ("frobuzards", "frobuzard"),
        ("", ""),
        ("…", "…"),
        ("3,5", "3,5"),
    ],
)
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


@each_row(
    ("word", "expected"),
    [
        ("L’Énergie", "énergie"),
        ("L\u02bcE\u0301tat", "état"),
        ("qu'elle", "elle"),
        ("porte\u2011clés", "porte-clés"),
        ("cœur", "coeur"),
        ("aujourd’hui", "aujourd'hui"),
        ("a-t-on", "a"),
        ("peut-être", "peut-être"),
        ("rendez-vous", "rendez-vous"),
        ("tiny\u00adhouse", "tinyhouse"),
        ("lecteur·rice·s", "lecteurs"),
        ("prêt.e", "prêt"),
        ("texte(s)", "textes"),
        ("heureux-se-s", "heureux"),
        ("dit-elle", "dit"),
        ("et/ou", "et/ou"),
        ("exemple.fr", "exemple.fr"),
    ],
)
def test_fold(word: str, expected: str) -> None:
    assert fold(word) == expected


def test_spelling_keeps_capitals_and_bare_drops_accents() -> None:
    assert spelling("l’État") == "État"
    assert bare("l’État") == "etat"


def test_who_looks_for_a_noun_does_not_find_its_verb() -> None:
    assert is_form("livres", "livre")
    assert not is_form("livrer", "livre")
    assert is_form("livre", "livrer")
    assert not is_form("marche", "marché")
    assert same_word("livre", "livrer")  # « il livre » is a form of livrer


@each_row(
    ("form", "word", "expected"),
    [
        ("visiter", "visite", False),
        ("visitée", "visite", False),
        ("visites", "visite", True),
        ("entreprend", "entreprise", False),
        ("parties", "partie", True),
        ("parti", "partie", False),
        ("sorti", "sortie", False),
        ("choisissez", "choisir", True),
        ("livres", "livrer", False),
        ("parles", "parler", True),
        ("prises", "prendre", True),
        ("prend", "prises", False),
        ("plus", "plaire", False),
    ],
)
def test_the_reading_a_word_has_first(form: str, word: str, expected: bool) -> None:
    assert is_form(form, word) is expected


def test_words_which_are_the_same_share_a_stem() -> None:
    assert not stems("étudiantes").isdisjoint(stems("étudiant"))
    assert not stems("prennent").isdisjoint(stems("pris"))
    assert stems("marché").isdisjoint(stems("marche"))


def test_known_words_need_their_accents() -> None:
    assert is_known("énergie")
    assert not is_known("energie")


@pytest.mark.process
@each_row(
    "pair",
    [
        ("étudiante", "étudiants"),
        ("l’énergie", "énergies"),
        ("chevaux", "cheval"),
        ("Etats", "États"),
        ("œil", "yeux"),
        ("pompe", "maison"),
        ("pompe", "pont"),
        ("coopération", "coopératif"),
        ("énergie", "économie"),
        ("champêtre", "chasse"),
        ("champêtre", "chaque"),
        ("rapport", "rapportent"),
        ("indépendance", "indépendantiste"),
        ("prennent", "pris"),
        ("choisir", "choisit"),
        ("utiliser", "utilisait"),
    ],
)
def test_clear_pairs_load_no_dictionary(pair: tuple[str, str]) -> None:
    code = (
        "import sys; from seo_audit.french import same_word; same_word(*sys.argv[1:]);"
        "assert 'simplemma' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, *pair], check=True)


@settings(max_examples=150)
@given(st.text(max_size=20), st.text(max_size=20))
def test_same_word_is_symmetric_and_reflexive_on_any_text(one: str, other: str) -> None:
    assert same_word(one, other) is same_word(other, one)
    assert same_word(one, one)
    lemma(one)


@settings(max_examples=80)
@given(st.sampled_from([word for group in _GROUPS for word in group[1:]]))
def test_a_word_is_the_same_in_every_dress(word: str) -> None:
    assert same_word(word, f" {word}\u00ad")
    if word.isalpha() and word.islower() and "\u02bc" not in word:
        for dressed in (word.upper(), word.capitalize(), f"l’{word}", f"D\u02bc{word}"):
            assert same_word(word, dressed), dressed


@each_row("unit", [".", "’", "l’", "a-", "e\u0301", "a·", "E", "(", "s", "e"])
def test_time_is_linear_on_hostile_words(unit: str) -> None:
    def work(word: str) -> None:
        same_word(word, word[:-1] + "x")
        lemma(word)

    assert grows_linearly(repeated(unit, work), 100_000)
