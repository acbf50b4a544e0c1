"""Figures and dates as French texts write them."""

from fractions import Fraction

from tables import each_row

from seo_audit.french.dates import find_dates
from seo_audit.french.names import find_names, is_demonym_of
from seo_audit.french.numbers import find_figures


@each_row(
    ("text", "value", "unit"),
    [
        ("70\u202f000 habitants", 70_000, "habitant"),
        ("70.000 habitants", 70_000, "habitant"),
        ("3,5\u00a0%", Fraction(7, 2), "%"),
        ("3 M€", 3_000_000, "EUR"),
        ("5 k€", 5_000, "EUR"),
        ("$70", 70, "USD"),
        ("2,5 m de haut", Fraction(5, 2), "m"),
        ("25 °C", 25, "°"),
        ("12 hectares", 120_000, "m²"),
        ("vingt et un jours", 21, "day"),
        ("soixante et onze ans", 71, "year"),
        ("quatre-vingts euros", 80, "EUR"),
        ("quatre-vingt-dix-neuf", 99, ""),
        ("nonante-deux", 92, ""),
        ("deux cent mille", 200_000, ""),
        ("mille neuf cent quatre-vingt-quatre", 1984, ""),
        ("trois milliards et demi d’euros", 3_500_000_000, "EUR"),
        ("la 27e édition", 27, "ordinal"),
        ("quinzième", 15, "ordinal"),
    ],
)
def test_figures(text: str, value: int | Fraction, unit: str) -> None:
    (one,) = find_figures(text)
    assert (one.value, one.unit) == (value, unit)


@each_row(
    "text",
    [
        "des millions de gens",
        "Covid-19",
        "le G7",
        "la 5G",
        "3.12.1",
        "RT2012",
        "1. Premier",
        "page 12",
        "dixit",
        "",
    ],
)
def test_no_figures(text: str) -> None:
    assert find_figures(text) == []


@each_row(
    ("text", "weak"),
    [("deux parties", True), ("un an", True), ("deux ans", False), ("3 idées", True), ("9 pays", False),
     ("un million", False), ("seize élèves", True), ("dix-sept élèves", False)],
)  # fmt: skip
def test_what_says_too_little(text: str, weak: bool) -> None:
    assert [one.is_weak for one in find_figures(text)] == [weak]


@each_row(
    ("text", "found"),
    [
        ("vendredi 19 mai 2023", [(2023, 5, 19)]),
        ("le 1er janvier", [(None, 1, 1)]),
        ("le vingt et un juin", [(None, 6, 21)]),
        ("19/05/23", [(2023, 5, 19)]),
        ("du 28 avril au 3 mai 2023", [(2023, 4, 28), (2023, 5, 3)]),
        ("les 15 et 16 juin", [(None, 6, 15), (None, 6, 16)]),
        ("1914-1918", [(1914, None, None), (1918, None, None)]),
        ("les années 90", [(1990, None, None)]),
        ("2000 habitants", []),
        ("en 1500 euros", []),
        ("mars est loin", []),
        ("le 32 mai", []),
    ],
)
def test_dates(text: str, found: list[tuple[int | None, ...]]) -> None:
    assert [(one.year, one.month, one.day) for one in find_dates(text)] == found


def test_centuries_and_hours() -> None:
    assert [one.century for one in find_dates("aux XVIIe et XVIIIe siècles")] == [17, 18]
    assert [one.minutes for one in find_dates("à 15 h 30, puis dès 8 h")] == [930, 480]


@each_row(
    ("text", "found"),
    [
        ("Il voit Xi Jinping à Xi’an.", ["Xi Jinping", "Xi’an"]),
        ("Hier, M. Xi et le Président sont partis. Demain aussi.", ["Xi"]),
        ("Le Monde est paru. Hier, rien.", ["Monde"]),
        ("Il vit en Corée du Nord.", ["Corée du Nord"]),
        (
            "Rien. Tout. Selon lui, l’Union européenne et la Cour de cassation.",
            ["Union européenne", "Cour de cassation"],
        ),
        ("TOUT EST ÉCRIT EN CAPITALES ICI", []),
        ("Voir https://Exemple.fr/Page et @Compte.", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_names(text)] == found


@each_row(
    ("people", "place", "same"),
    [("chinois", "chine", True), ("kirghizes", "kirghizistan", True), ("allemands", "allemagne", True),
     ("americains", "etatsunis", True), ("turcs", "turquie", True), ("lyonnais", "lyon", True),
     ("iran", "irak", False), ("niger", "nigeria", False), ("martin", "martinique", False)],
)  # fmt: skip
def test_peoples(people: str, place: str, same: bool) -> None:
    assert is_demonym_of(people, place) is same
    assert is_demonym_of(place, people) is same
