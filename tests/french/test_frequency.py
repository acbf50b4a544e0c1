"""The list of frequent words: its shape, its look-ups, its size."""

import unicodedata
from pathlib import Path

from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french import frequency
from seo_audit.french.frequency import is_frequent, log_frequency

_FILE = Path(frequency.__file__).parent / "frequent_words.txt"


@each_row(
    "word",
    ["de", "maison", "l’eau", "L'eau", "qu’il", "Peut-il", "aujourd’hui", "œuvre", "oeuvre", "État", "Etat", "ÉCOLE", "ECOLE",
     "étudiant·e·s", "chevaux", "belle", "marchait", "papillons", "Paris", "jusqu’à", "rendez-vous", unicodedata.normalize("NFD", "élève")],
)  # fmt: skip
def test_common_words(word: str) -> None:
    assert is_frequent(word)


@each_row(
    "word",
    ["épiphonème", "abstrus", "procrastination", "xylologie", "the", "2024", "", "-", "’", "Tchouktchène", "heteroclite", "ecole"],
)  # fmt: skip
def test_rare_words_and_no_words(word: str) -> None:
    assert not is_frequent(word)


def test_more_frequent_words_have_higher_values() -> None:
    values = [log_frequency(word) for word in ("de", "pour", "maison", "escargot", "épiphonème")]
    assert values[-1] is None
    known = [value for value in values if value is not None]
    assert known[0] > known[1] > known[2]
    assert all(3 < value < 8 for value in known)


@each_row(
    ("written", "plain"),
    [
        # inverted pronouns
        *(("dit-il", "dit"), ("disent-ils", "disent"), ("dit-elle", "dit"), ("disent-elles", "disent")),
        *(("dit-on", "dit"), ("dis-je", "dis"), ("dis-tu", "dis"), ("parle-t-il", "parle")),
        *(("disons-nous", "disons"), ("dites-vous", "dites"), ("est-ce", "est")),
        *(("donne-moi", "donne"), ("donne-toi", "donne"), ("donne-le", "donne")),
        *(("donne-les", "donne"), ("donne-la", "donne"), ("donne-lui", "donne")),
        *(("donne-leur", "donne"), ("prends-en", "prends"), ("prends-y", "prends")),
        *(("jour-ci", "jour"), ("jour-là", "jour")),
        # elision, once or twice
        *(("l’eau", "eau"), ("jusqu’ici", "ici"), ("lorsqu'il", "il"), ("qu’l’eau", "eau")),
        # inclusive endings
        *(("étudiant·e", "étudiant"), ("étudiant•e•s", "étudiant"), ("étudiant‧es", "étudiant")),
        *(("étudiant(e)", "étudiant"), ("étudiant(e)s", "étudiant"), ("étudiant(es)", "étudiant")),
        *(("étudiant(s)", "étudiant"), ("citoyen·ne·s", "citoyen"), ("citoyen·nes", "citoyen")),
        *(("professionnel·le", "professionnel"), ("professionnel·les", "professionnel")),
        *(("directeur·trice", "directeur"), ("acteur·rice·s", "acteur")),
        *(("chômeur·euse", "chômeur"), ("infirmier·ère", "infirmier")),
        # ligatures, hyphens, plurals
        *(("oeil", "œil"), ("soeur", "sœur"), ("noeud", "nœud"), ("celle‑ci", "celle-ci")),
        *(("caps", "cap"), ("adieux", "adieu")),
    ],
)  # fmt: skip
def test_another_dress_of_a_word_is_as_frequent(written: str, plain: str) -> None:
    assert log_frequency(plain) is not None
    assert log_frequency(written) == log_frequency(plain)


@each_row("word", ["lex", "jes", "prud’homme", "xyzl’eau", "(e)s", "·e"])
def test_what_only_looks_like_another_dress(word: str) -> None:
    assert not is_frequent(word)


def test_what_is_listed_counts_as_it_is_listed() -> None:
    compound = log_frequency("rendez-vous")
    parts = [log_frequency(word) for word in ("rendez", "vous")]
    assert compound is not None
    assert compound not in parts


def test_no_word_is_longer_than_sixty_characters() -> None:
    assert is_frequent("eau-" * 14 + "pain")
    assert not is_frequent("eau-" * 14 + "pains")


def test_a_compound_is_as_frequent_as_its_rarest_part() -> None:
    assert log_frequency("eau-pomme") == log_frequency("pomme")
    assert log_frequency("eau-épiphonème") is None


def test_the_file_is_sorted_without_doubles_and_says_its_licence() -> None:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and line[0] not in "#["]
    values = [float(line[1:-1]) for line in lines if line.startswith("[")]
    assert len(words) == len(set(words)) > 8_000
    assert values == sorted(values, reverse=True)
    assert all(word == unicodedata.normalize("NFC", word).lower().strip() for word in words)
    assert "Licence Ouverte" in "\n".join(lines[:12])
    assert _FILE.stat().st_size < 150_000


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_string_has_an_answer(word: str) -> None:
    assert is_frequent(word) == (log_frequency(word) is not None)


@each_row("unit", ["l'", "-", "e\u0301", "oeu", "a"])
def test_hostile_words_cost_nothing(unit: str) -> None:
    assert grows_linearly(repeated(unit, is_frequent), 100_000)
