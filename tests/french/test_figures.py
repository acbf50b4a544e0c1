"""Figures of French texts: numbers in digits and in letters, magnitudes, units, what says too little."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_words import letters
from tables import each_row

from seo_audit.french.numbers import Figure, find_figures, number_words


def only(text: str) -> Figure:
    (one,) = find_figures(text)
    return one


# -- in letters


def test_how_this_test_writes_numbers() -> None:
    assert letters(0) == "zéro"
    assert letters(80) == "quatre-vingts"
    assert letters(99) == "quatre-vingt-dix-neuf"
    assert letters(80_000) == "quatre-vingt mille"
    assert letters(1_200_371) == "un million deux cent mille trois cent soixante et onze"


@each_row("number", range(100))
def test_each_number_below_a_hundred(number: int | Fraction) -> None:
    plain = letters(int(number))
    for said in (plain, plain.replace(" ", "-"), plain.upper()):
        one = only(f"Il y en a {said}.")
        assert (one.value, one.start, one.end) == (number, 10, 10 + len(said))
        assert one.written
        assert not one.magnitude


@given(
    st.integers(0, 10**12 - 1) | st.integers(0, 9999) | st.integers(0, 999).map(lambda n: n * 1000)
)
@settings(max_examples=300)
def test_any_number_in_letters(number: int | Fraction) -> None:
    said = letters(int(number))
    one = only(f"Soit {said}.")
    assert (one.value, one.end - one.start) == (number, len(said))
    assert one.magnitude is (number >= 10**6)


@each_row(
    ("said", "number"),
    [("septante", 70), ("huitante", 80), ("octante", 80), ("nonante", 90), ("nonante et un", 91),
     ("septante-trois", 73), ("vingt et une", 21), ("mille une", 1001), ("quatre vingt", 80)],
)  # fmt: skip
def test_other_ways_to_say_it(said: str, number: int) -> None:
    assert only(f"Soit {said}.").value == number


@each_row(
    ("text", "values"),
    [
        # what does not go on is another number
        ("vingt trente", [20, 30]),
        ("trois deux", [3, 2]),
        ("cent cent", [100, 100]),
        ("deux cents cents", [200]),
        ("dix six", [10, 6]),
        ("dix sept", [17]),
        ("vingt douze", [20, 12]),
        ("soixante douze", [72]),
        ("cinquante onze", [50, 11]),
        ("vingt zéro", [20, 0]),
        ("mille mille", [1000, 1000]),
        ("un million mille", [1_001_000]),
        # a word by itself that is no number
        ("cents", []),
        ("millions", []),
        ("les cents ans", []),
        ("dixit, sixte, unique", []),
        ("vingt-et-un-ième", []),
    ],
)
def test_where_a_number_in_letters_ends(text: str, values: list[int]) -> None:
    assert [one.value for one in find_figures(text)] == values


@each_row(
    ("text", "value", "unit"),
    [
        ("un million et demi d’euros", 1_500_000, "EUR"),
        ("deux milliards et demi", 2_500_000_000, ""),
        ("trois mille euros", 3000, "EUR"),
        ("trois euros et demi", 3, "EUR"),
        ("dix milliers d’arbres", 10_000, "arbre"),
        ("deux billions et demi d’euros", 2_500_000_000_000, "EUR"),
        ("dix M€", 10_000_000, "EUR"),
        ("cent mètres", 100, "m"),
        ("vingt kilomètres carrés", 20 * 10**6, "m²"),
        ("douze pour cent", 12, "%"),
        ("deux mille arbres", 2000, "arbre"),
        ("vingt d’entre eux", 20, ""),
        ("vingt des arbres", 20, ""),
    ],
)
def test_what_numbers_in_letters_count(text: str, value: int | Fraction, unit: str) -> None:
    one = only(f"Hier, {text}.")
    assert (one.value, one.unit, one.written) == (value, unit, True)


@each_row(
    ("word", "number"),
    [("deuxième", 2), ("troisième", 3), ("quatrième", 4), ("cinquième", 5), ("sixième", 6), ("septième", 7),
     ("huitième", 8), ("neuvième", 9), ("dixième", 10), ("onzième", 11), ("douzième", 12), ("treizième", 13),
     ("quatorzième", 14), ("quinzième", 15), ("seizième", 16), ("vingtième", 20), ("trentième", 30),
     ("quarantième", 40), ("cinquantième", 50), ("soixantième", 60), ("centième", 100), ("millième", 1000),
     ("Deuxièmes", 2), ("VINGTIÈME", 20)],
)  # fmt: skip
def test_ordinals_in_letters(word: str, number: int) -> None:
    assert only(f"La {word} fois.") == Figure(
        Fraction(number), "ordinal", 3, 3 + len(word), written=True
    )


@each_row("text", ["vingt-deuxième", "dixièmement", "centaine", "premier"])
def test_what_is_no_ordinal(text: str) -> None:
    assert not any(one.unit == "ordinal" for one in find_figures(text))


def test_words_that_numbers_are_made_of() -> None:
    assert {
        "zéro",
        "une",
        "seize",
        "nonante",
        "cent",
        "cents",
        "mille",
        "milliards",
    } <= number_words()
    assert not {"et", "demi", "dizaine", "deuxième"} & number_words()


# -- in digits


@each_row(
    ("digits", "value"),
    [
        ("7", 7),
        ("1 234 567,89", Fraction("1234567.89")),
        ("1\u202f234\u00a0567", 1_234_567),
        ("1\u2009234", 1234),
        ("1\u2007234", 1234),
        ("1.234.567", 1_234_567),
        ("1.234,5", Fraction("1234.5")),
        ("3,14", Fraction("3.14")),
        ("3.14", Fraction("3.14")),
        ("0,5", Fraction(1, 2)),
        ("12345", 12345),
        ("1" * 39, int("1" * 39)),
        # beyond forty figures the rest says nothing more
        ("1" * 40, int("1" * 40)),
        ("1" * 41, int("1" * 40)),
    ],
)
def test_digits(digits: str, value: Fraction) -> None:
    one = only(f"Soit {digits} !")
    assert (one.value, one.start, one.end) == (value, 5, 5 + len(digits))


@each_row(
    ("text", "values"),
    [
        ("12 34", [12, 34]),
        ("1 2345", [1, 2345]),
        ("70 000 et 5", [70_000, 5]),
        ("10-20", [10, 20]),
        ("x3, Covid-19, n’3", []),
        ("1.2.3", []),
    ],
)
def test_which_digits_belong_together(text: str, values: list[int]) -> None:
    assert [one.value for one in find_figures(text)] == values


MAGNITUDES = {
    10**3: "mille millier milliers",
    10**6: "million millions Mio M",
    10**9: "milliard milliards Md Mds Mrd Mrds Mia",
    10**12: "billion billions",
}


@each_row(
    ("word", "size"), [(word, size) for size, words in MAGNITUDES.items() for word in words.split()]
)
def test_magnitudes(word: str, size: int) -> None:
    one = only(f"Il coûte 2,5 {word} d’euros.")
    assert (one.value, one.unit, one.magnitude) == (Fraction(5, 2) * size, "EUR", True)


@each_row("text", ["3 M€", "3 M €", "3M€", "3 M$", "3 MEUR"])
def test_a_letter_is_a_magnitude_before_money(text: str) -> None:
    assert only(text).value == 3_000_000


def test_a_letter_is_no_magnitude_elsewhere() -> None:
    assert only("Il a 3 k de trop.").value == 3
    assert only("5 k€").value == 5000
    assert only("5 K dollars").value == 5


UNITS = [
    ("%", 1, "% pour-cent pourcent p.-100 p.100 pour-100"),
    ("EUR", 1, "€ euro euros EUR"),
    ("USD", 1, "$ US$ dollar dollars USD"),
    ("GBP", 1, "£ livres-sterling GBP"),
    ("CHF", 1, "CHF"),
    ("JPY", 1, "¥ yen yens"),
    ("CNY", 1, "yuan yuans renminbi RMB"),
    ("RUB", 1, "rouble roubles"),
    ("franc", 1, "franc francs"),
    ("m", 1000, "km kilomètre kilomètres"),
    ("m", 1, "m mètre mètres"),
    ("m", Fraction(1, 100), "cm centimètre centimètres"),
    ("m", Fraction(1, 1000), "mm millimètre millimètres"),
    ("m²", 1, "m² m2 mètre-carré mètres-carrés"),
    ("m²", 10**6, "km² km2 kilomètre-carré kilomètres-carrés"),
    ("m²", 10**4, "ha hectare hectares"),
    ("l", 1000, "m³ m3 mètre-cube mètres-cubes"),
    ("l", 1, "l litre litres"),
    ("g", 10**6, "t tonne tonnes"),
    ("g", 10**3, "kg kilo kilos kilogramme kilogrammes"),
    ("g", 1, "g gramme grammes"),
    ("g", Fraction(1, 1000), "mg milligramme milligrammes"),
    ("°", 1, "° °C degré degrés"),
    ("Wh", 10**12, "TWh térawattheure térawattheures"),
    ("Wh", 10**9, "GWh gigawattheure gigawattheures"),
    ("Wh", 10**6, "MWh mégawattheure mégawattheures"),
    ("Wh", 10**3, "kWh kilowattheure kilowattheures"),
    ("W", 10**9, "GW gigawatt gigawatts"),
    ("W", 10**6, "MW mégawatt mégawatts"),
    ("W", 10**3, "kW kilowatt kilowatts"),
    ("W", 1, "watt watts"),
    ("year", 1, "an ans année années"),
    ("month", 1, "mois"),
    ("week", 1, "semaine semaines"),
    ("day", 1, "jour jours journée journées"),
    ("hour", 1, "heure heures"),
    ("minute", 1, "minute minutes min"),
    ("second", 1, "seconde secondes"),
    ("km/h", 1, "km/h"),
    ("octet", 10**12, "To téraoctet téraoctets"),
    ("octet", 10**9, "Go gigaoctet gigaoctets"),
    ("octet", 10**6, "Mo mégaoctet mégaoctets"),
]


@each_row(
    ("written", "unit", "factor"),
    [
        (written.replace("-", "\u00a0"), unit, factor)
        for unit, factor, words in UNITS
        for written in words.split()
    ],
)
def test_units(written: str, unit: str, factor: int | Fraction) -> None:
    one = only(f"Il y a 40 {written}.")
    assert (one.value, one.unit) == (40 * factor, unit)
    assert (one.start, one.end) == (7, 10 + len(written))
    assert one.measured


@each_row(
    ("text", "value", "unit"),
    [
        ("$70", 70, "USD"),
        ("US$ 70", 70, "USD"),
        ("€70", 70, "EUR"),
        ("£ 1 200", 1200, "GBP"),
        ("$70 millions", 70_000_000, "USD"),
        ("5m", 5, "m"),
        ("5kg", 5000, "g"),
        ("5 millions d’arbres", 5_000_000, "arbre"),
        ("5 arbres", 5, "arbre"),
        ("5 d’entre eux", 5, ""),
        ("5 de plus", 5, ""),
        ("5 dans la rue", 5, ""),
        ("12 a et 30 L", 12, ""),
        ("un prix de 3 et", 3, ""),
    ],
)
def test_what_digits_count(text: str, value: int | Fraction, unit: str) -> None:
    one = next(one for one in find_figures(text) if not one.written)
    assert (one.value, one.unit) == (value, unit)


@each_row("text", ["la 5G", "le 4x4", "le 3x3", "5M de trop", "5L", "3D", "12A"])
def test_letters_glued_to_digits_make_no_figure(text: str) -> None:
    assert find_figures(text) == []


@each_row(
    ("written", "number"),
    [("1er", 1), ("1re", 1), ("1ers", 1), ("2nd", 2), ("2nde", 2), ("27e", 27), ("27ᵉ", 27), ("3ème", 3), ("3èmes", 3),
     ("3eme", 3), ("5ième", 5), ("21es", 21)],
)  # fmt: skip
def test_ordinals_in_digits(written: str, number: int) -> None:
    assert only(f"La {written} fois.") == Figure(Fraction(number), "ordinal", 3, 3 + len(written))


@each_row(
    ("text", "found"),
    [
        ("de 10 à 20 %", [(10, "%"), (20, "%")]),
        ("10-20 km", [(10_000, "m"), (20_000, "m")]),
        ("de 10 – 20 km", [(10_000, "m"), (20_000, "m")]),
        ("10 ou 20 ans", [(10, "year"), (20, "year")]),
        ("entre 3 et 5 milliards d’euros", [(3 * 10**9, "EUR"), (5 * 10**9, "EUR")]),
        ("de 300 millions à 5 milliards d’euros", [(300 * 10**6, "EUR"), (5 * 10**9, "EUR")]),
        ("de deux à trois euros", [(2, "EUR"), (3, "EUR")]),
        ("1, 2 ou 3 km", [(1, ""), (2000, "m"), (3000, "m")]),
        # apart
        ("10 arbres, 20 km", [(10, "arbre"), (20_000, "m")]),
        ("10 arbres et 20 km", [(10, "arbre"), (20_000, "m")]),
        ("10, puis 20 km", [(10, ""), (20_000, "m")]),
        ("10 euros et 20 km", [(10, "EUR"), (20_000, "m")]),
        ("le 3e et 20 km", [(3, "ordinal"), (20_000, "m")]),
    ],
)
def test_a_range_shares_its_unit(text: str, found: list[tuple[int | Fraction, str]]) -> None:
    assert [(one.value, one.unit) for one in find_figures(text)] == found


# -- about, labels, weight


@pytest.mark.parametrize(
    "before",
    ["environ ", "presque ", "quelque ", "près de ", "pres de ", "autour de ", "plus de ", "moins de ", "vers ",
     "aux alentours de ", "à peu près ", "pas loin de ", "de l’ordre de ", "de l'ordre de ", "~", "≈ ", "quasi ",
     "quasiment ", "au moins ", "au plus ", "environ les ", "vers le ", "près de la ", "presque de ", "environ\u00a0"],
)  # fmt: skip
@pytest.mark.parametrize("number", ["70 euros", "soixante-dix euros"])
def test_about(before: str, number: str) -> None:
    assert only(f"Il coûte {before}{number}.").about
    assert only(f"{before.capitalize()}{number}.").about


@each_row("before", ["", "coûte ", "environnant ", "trop près, ", "univers "])
def test_not_about(before: str) -> None:
    assert not only(f"Il {before}70 euros.").about
    assert not only(f"Il {before}soixante-dix euros.").about


@each_row(
    "label",
    ["étape", "partie", "chapitre", "figure", "fig.", "tableau", "section", "point", "question", "conseil", "astuce",
     "raison", "idée", "erreur", "règle", "niveau", "version", "page", "p.", "annexe", "note", "n°", "nᵒ", "nos",
     "numéro", "no", "exemple", "image", "photo"],
)  # fmt: skip
def test_the_number_of_a_thing_is_no_figure(label: str) -> None:
    assert find_figures(f"Voir {label} 12, ici") == []
    assert find_figures(f"{label.upper()}\u00a0douze, ici") == []


def test_what_a_sign_or_an_item_numbers_is_no_figure() -> None:
    assert find_figures("le #12") == []
    for item in ("12. Arbres", "12) Arbres", "12 – Arbres", "  12 - Arbres"):
        assert find_figures(item) == []
    assert only("12. Il a 7 arbres").value == 7
    assert [one.value for one in find_figures("Il a 7. Rien")] == [7]


@each_row(
    ("text", "weak"),
    [
        # in digits: up to three things, one of anything
        ("3 arbres", True), ("4 arbres", False), ("1 km", False), ("1 an", True), ("2 ans", False),
        # in letters: what is said of anything, round numbers
        ("seize arbres", True), ("dix-sept arbres", False), ("vingt arbres", True), ("cent arbres", True),
        ("mille arbres", True), ("vingt-cinq arbres", False), ("deux pour cent", True), ("trois pour cent", False),
        ("deux ans", False), ("une", True),
        # parts of the text itself, up to a hundred
        ("7 conseils", True), ("100 idées", True), ("101 idées", False), ("dix raisons", True), ("trente fois", True),
        # ordinals as numbers
        ("le 3e", True), ("le 4e", False), ("le seizième", True), ("le 17e", False), ("1er", True),
        # a million is always something
        ("un million", False), ("1 million d’arbres", False), ("2 millions", False),
    ],
)  # fmt: skip
def test_what_says_too_little(text: str, weak: bool) -> None:
    assert only(f"Voici {text}.").is_weak is weak


@each_row(
    "word",
    ["raison", "conseil", "astuce", "idée", "étape", "façon", "manière", "erreur", "chose", "point", "question",
     "réponse", "clé", "règle", "exemple", "partie", "chapitre", "mot", "ligne", "fois"],
)  # fmt: skip
def test_what_a_title_counts_of_its_own_text(word: str) -> None:
    assert only(f"Voici 47 {word}{'s' if word != 'fois' else ''}").is_weak


# -- any text

_PIECES = [
    *"0123 ,.-–%€e",
    "1 000",
    "deux",
    "vingt",
    "cent",
    "mille",
    " millions",
    " et demi",
    " à ",
    " d’",
    "km",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@settings(max_examples=200)
def test_figures_are_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find_figures(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert one.value >= 0
