"""Syllables, on words judged by hand (tests/data/french/syllables.txt), numbers and hostile strings."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_words import letters
from tables import each_row

from seo_audit.french import syllables
from seo_audit.french.syllable_count import _count

DATA = Path(__file__).parents[1] / "data" / "french" / "syllables.txt"


def cases() -> list[tuple[str, int]]:
    lines = [
        line.split(" ") for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    return [(word.replace("␣", "\u00a0"), int(count)) for count, *words in lines for word in words]


@each_row(("word", "count"), cases())
def test_counts_what_is_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@each_row(("word", "count"), [case for case in cases() if case[0].islower()])
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


@each_row(
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


def read_aloud(number: int) -> int:
    """The syllables of a number's words."""
    return sum(syllables(word) for word in letters(number).split())


@each_row("hundred", range(10))
def test_each_number_below_a_thousand(hundred: int) -> None:
    for number in range(100 * hundred, 100 * hundred + 100):
        assert syllables(str(number)) == read_aloud(number), number


@given(st.integers(1000, 10**11 - 1) | st.integers(1, 10**6 - 1).map(lambda count: count * 1000))
@settings(max_examples=200)
def test_any_number_counts_as_it_is_read(number: int) -> None:
    assert (
        syllables(str(number))
        == syllables(f"{number:,}".replace(",", "\u202f"))
        == read_aloud(number)
    )


@each_row(
    ("written", "said"),
    [
        ("007", "zéro zéro sept"),
        ("00", "zéro"),
        ("0,05", "zéro virgule zéro cinq"),
        ("3,5", "trois virgule cinq"),
        ("3,", "trois"),
        ("1.000.000", "un million"),
        # longer than any quantity: figure by figure
        ("999\u202f999\u202f999\u202f999", letters(999_999_999_999)),
        ("1\u202f020\u202f030\u202f000\u202f000", "un zéro deux zéro zéro trois" + " zéro" * 7),
        # signs
        ("5%", "cinq pour cent"),
        ("5‰", "cinq pour mille"),
        ("5€", "cinq euros"),
        ("5$", "cinq dollars"),
        ("5£", "cinq livres"),
        ("20°", "vingt degrés"),
        ("§5", "paragraphe cinq"),
        ("R&D", "r et d"),
        ("5+5", "cinq plus cinq"),
        ("@lac", "arobase lac"),
        ("5²", "cinq carré"),
        ("5³", "cinq cube"),
        # ordinals and hours
        ("1er", "premier"),
        ("1re", "première"),
        ("2nd", "second"),
        ("2nde", "seconde"),
        ("3e", "troisième"),
        ("3ème", "troisième"),
        ("21es", "vingt et unièmes"),
        ("8h", "huit heures"),
        ("8h15", "huit heures quinze"),
        ("5km", "cinq kilomètres"),
    ],
)
def test_figures_and_signs_are_read_aloud(written: str, said: str) -> None:
    assert syllables(written) == sum(syllables(word) for word in said.split())


ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII "
    "XXIX XXX XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX"
)


@each_row(("number", "roman"), list(enumerate(ROMAN.split(), 1)))
def test_roman_numbers(number: int, roman: str) -> None:
    if number not in (1, 5, 10):  # a letter by itself
        assert syllables(roman) == read_aloud(number)
    for ending in ("e", "er", "ème", "ère", "es"):
        assert syllables(f"{roman}{ending}") == read_aloud(number) + 1


def test_a_letter_by_itself_is_no_number() -> None:
    assert [syllables(letter) for letter in "IVXDWY"] == [1, 1, 1, 1, 3, 1]


@each_row(
    "address",
    ["http://a.b", "https://exemple.fr/une-page", "www.exemple.com", "Aline.Perret@exemple.fr", "exemple.org",
     "mon-exemple.net", "a.io", "EXEMPLE.BE"],
)  # fmt: skip
def test_nobody_reads_an_address_aloud(address: str) -> None:
    assert syllables(address) == 1


def test_what_is_no_address() -> None:
    assert syllables("Exemple.frais") == syllables("exemple") + syllables("frais")
    assert syllables("lac@mer") == syllables("lac") + 3 + syllables("mer")


@each_row(
    ("written", "plain"),
    [
        ("étudiant⋅e‧s", "étudiants"), ("étudiant∙e", "étudiant"), ("étudiant･es", "étudiants"),
        ("acteur·rice·s", "acteurs"), ("directeur(trice)", "directeur"), ("directeur(trice)s", "directeurs"),
        ("acteur.rice.s", "acteurs"), ("acteur.rices", "acteurs"), ("étudiant-es", "étudiants"),
        ("vendeur-euses-s", "vendeurs"), ("étudiant/e", "étudiant"), ("vendeur/euses", "vendeurs"),
        ("l’étudiant·e", "étudiant"), ("citoyen·ne·s", "citoyens"), ("actif·ve", "actif"), ("sportif.ves", "sportifs"),
        ("maître·sse", "maître"), ("prince/esse", "prince"), ("chanteur-rices-s", "chanteurs"),
    ],
)  # fmt: skip
def test_every_kind_of_inclusive_form(written: str, plain: str) -> None:
    assert syllables(written) == syllables(plain)


@pytest.mark.parametrize("word", ["Le\u00admot", "Le\u200bmot"])
def test_what_nobody_sees_parts_no_word(word: str) -> None:
    assert syllables(word) == syllables("lemot")


def test_very_long_words_are_counted_and_not_kept() -> None:
    for length in (63, 64, 65, 200):
        assert syllables("ta" * (length // 2) + "t" * (length % 2)) == length // 2
    kept = _count.cache_info().currsize
    syllables("la" * 33)
    assert _count.cache_info().currsize == kept


@given(st.text(max_size=80))
def test_every_word_has_a_syllable(text: str) -> None:
    count = syllables(text)
    assert count >= 1 if any(map(str.isalnum, text)) else count == 0


@each_row("unit", ["a", "é", "1", "1 000", "-", "’", "·e", "(e)", "www.", "ou", "X"])
def test_hostile_words_are_counted_too(unit: str) -> None:
    assert syllables(unit * (30_000 // len(unit))) >= 0


@each_row(
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


@each_row(
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
