"""Dates as French texts write them: what is a date, what it says, where it stands."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french.dates import Date, find_dates

Said = tuple[int | None, int | None, int | None]

MONTHS = (
    "janvier janv. janv",
    "février fevrier févr. févr fév. fév",
    "mars",
    "avril avr.",
    "mai",
    "juin",
    "juillet juil.",
    "août aout",
    "septembre sept.",
    "octobre oct.",
    "novembre nov.",
    "décembre decembre déc.",
)
DAYS = (
    "premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit "
    "vingt-neuf trente trente-et-un"
)


def said(text: str) -> dict[str, Said]:
    """Each date's own characters, with its year, month and day."""
    return {
        text[one.start : one.end]: (one.year, one.month, one.day)
        for one in find_dates(text)
        if one.century is None and one.minutes is None
    }


@each_row(
    ("number", "name"),
    [(number, name) for number, names in enumerate(MONTHS, 1) for name in names.split()],
)
def test_every_month_by_all_its_names(number: int, name: str) -> None:
    for written in (name, name.upper()):
        assert said(f"Né le 3 {written} 1987 à Dole") == {f"3 {written} 1987": (1987, number, 3)}


@each_row(("number", "word"), list(enumerate(DAYS.split(), 1)))
def test_every_day_in_letters(number: int, word: str) -> None:
    for written in (word, word.replace("-", " "), word.capitalize()):
        assert said(f"le {written} mai") == {f"{written} mai": (None, 5, number)}


@each_row("number", range(1, 32))
def test_every_day_in_figures(number: int) -> None:
    for written in {str(number), f"{number:02}"}:
        assert said(f"le {written} mai") == {f"{written} mai": (None, 5, number)}
    assert said(f"le {number:02}/12/2020") == {f"{number:02}/12/2020": (2020, 12, number)}


@each_row(
    ("text", "found"),
    [
        # the weekday belongs to the date, the article does not
        ("Le vendredi 19 mai 2023, il part.", {"vendredi 19 mai 2023": (2023, 5, 19)}),
        ("Le vendredi premier mai, il part.", {"vendredi premier mai": (None, 5, 1)}),
        ("le 1er\u00a0janvier\u202f2024", {"1er\u00a0janvier\u202f2024": (2024, 1, 1)}),
        ("en mars 2020", {"mars 2020": (2020, 3, None)}),
        ("en mars de 2020", {"mars de 2020": (2020, 3, None)}),
        # figures: day first, or year first with hyphens
        ("19/05/2023", {"19/05/2023": (2023, 5, 19)}),
        ("9.5.2023", {"9.5.2023": (2023, 5, 9)}),
        ("19-05-2023", {"19-05-2023": (2023, 5, 19)}),
        ("2023-05-19", {"2023-05-19": (2023, 5, 19)}),
        # two figures of a year: this century up to 50
        ("01/02/50", {"01/02/50": (2050, 2, 1)}),
        ("01/02/51", {"01/02/51": (1951, 2, 1)}),
        # years by themselves
        ("En 1999, il part.", {"1999": (1999, None, None)}),
        ("Il part en 2099.", {"2099": (2099, None, None)}),
        ("Il naît en 1000.", {"1000": (1000, None, None)}),
        ("Avant 1789 la ville dort.", {"1789": (1789, None, None)}),
        ("la rentrée 2024 approche", {"2024": (2024, None, None)}),
        ("(1802-1885)", {"1802": (1802, None, None), "1885": (1885, None, None)}),
        ("la guerre de 1914-18", {"1914": (1914, None, None), "18": (1918, None, None)}),
        ("la saison 1999/2000", {"1999": (1999, None, None), "2000": (2000, None, None)}),
        ("les années 20", {"20": (1920, None, None)}),
        ("les années\u00a090", {"90": (1990, None, None)}),
        # no day, but the year is there
        ("2020-13-01", {"2020": (2020, None, None)}),
        ("2020-01-32", {"2020": (2020, None, None)}),
        ("2020-01", {"2020": (2020, None, None)}),
        # behind a year no noun that is counted, but a verb or a little word
        ("La crue de 2018 est loin", {"2018": (2018, None, None)}),
        ("La crue 2018 dans le Doubs", {"2018": (2018, None, None)}),
        ("La crue 2018 marqua la ville", {"2018": (2018, None, None)}),
        ("La crue 2018 où rien ne bougea", {"2018": (2018, None, None)}),
    ],
)
def test_what_dates_say(text: str, found: dict[str, Said]) -> None:
    assert said(text) == found


@each_row(
    "text",
    [
        # no such day, month or year
        "le 0 mai, le 32 mai, le 99 mai",
        "32/01/2020 et 00/01/2020",
        "01/13/2020 et 01/00/2020",
        "01/02/2020123",
        "la version 1.2.20.4",
        "01/02-2020",
        "en 2100, en 999 et en 20201",
        "les années 2, les années 905",
        # words that begin like a month, or end like one
        "3 maintenant, 4 marsouins",
        "le plus vieux des zmai 2020x",
        # parts of something else
        "la version 1.3 mars",
        "x12/05/2020",
        "1/12/05/2020",
        "RT2012, A-2012, d’1990",
        "1990,5 et 1990.5",
        "1990€, 1990$, 1990%",
        "1990 000 et 12,1990",
        # counts
        "2000 habitants",
        "1500 euros",
        "un village de 1200 âmes",
        "2000 arbres dans la ville",
        "en 1500 euros, en 1200 mètres",
        "dès 1500 m",
        "depuis 2000 ans",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert said(text) == {}


@each_row(
    "unit",
    ["habitants", "euros", "dollars", "personnes", "mètres", "kilomètres", "km", "hectares", "ans", "tonnes", "heures",
     "milliards", "millions", "m", "€", "%", "$"],
)  # fmt: skip
def test_a_unit_behind_it_makes_no_year_even_behind_en(unit: str) -> None:
    assert said(f"Il vend en 1500 {unit} de tout.") == {}
    assert said(f"En 1500 il a vu dix {unit} là.") == {"1500": (1500, None, None)}


def test_a_month_behind_a_day_wants_a_word_s_end() -> None:
    assert said("le 3 mai2020") == {}
    assert said("le 3 mai 20201") == {"3 mai": (None, 5, 3)}


@each_row(
    ("text", "whole", "first", "second"),
    [
        ("du 15 au 17 mai 2023", "15 au 17 mai 2023", (2023, 5, 15), (2023, 5, 17)),
        ("du 28 avril au 3 mai 2023", "28 avril au 3 mai 2023", (2023, 4, 28), (2023, 5, 3)),
        (
            "du 28 décembre 2022 au 3 janvier 2023",
            "28 décembre 2022 au 3 janvier 2023",
            (2022, 12, 28),
            (2023, 1, 3),
        ),
        ("les 15 et 16 juin", "15 et 16 juin", (None, 6, 15), (None, 6, 16)),
        ("le 15 ou le 16 juin", "15 ou le 16 juin", (None, 6, 15), (None, 6, 16)),
        ("les 15, 16 juin", "15, 16 juin", (None, 6, 15), (None, 6, 16)),
        ("15-16 juin 2020", "15-16 juin 2020", (2020, 6, 15), (2020, 6, 16)),
        ("15 – 16 juin 2020", "15 – 16 juin 2020", (2020, 6, 15), (2020, 6, 16)),
        ("les premier et deux mai", "premier et deux mai", (None, 5, 1), (None, 5, 2)),
        (
            "du lundi 15 au mercredi 17 mai",
            "lundi 15 au mercredi 17 mai",
            (None, 5, 15),
            (None, 5, 17),
        ),
    ],
)
def test_a_range_is_two_dates_in_a_whole(text: str, whole: str, first: Said, second: Said) -> None:
    start = text.index(whole)
    one, other = find_dates(text)
    assert ((one.year, one.month, one.day), (other.year, other.month, other.day)) == (first, second)
    assert one.within == other.within == (start, start + len(whole))
    # the first begins with the whole, the second is its last day and what comes behind
    assert one.start == start
    assert other.end == start + len(whole)
    assert text[one.end : other.start].strip(" ,-–") in ("", "au", "et", "ou le", "au mercredi")


def test_a_date_alone_is_within_nothing() -> None:
    (one,) = find_dates("le 15 mai 2023")
    assert one.within is None


@each_row(
    ("text", "centuries"),
    [
        ("au Ier siècle", [1]),
        ("au IIe siècle", [2]),
        ("au IVe siècle", [4]),
        ("au IXe siècle", [9]),
        ("au XIVe siècle", [14]),
        ("au XVIIIᵉ siècle", [18]),
        ("au XIXème siècle", [19]),
        ("au 20e siècle", [20]),
        ("au 5ième siècle", [5]),
        ("aux XVIIe et XVIIIe siècles", [17, 18]),
        ("aux 17e et 18e siècles", [17, 18]),
        ("aux XVIIe-XVIIIe siècles", [17, 18]),
        ("du XVIe au XXe siècle", [16, 20]),
        ("des XVIe, XVIIe siècles", [16, 17]),
        ("la 5e édition, le XVIe arrondissement", []),
        ("des siècles", []),
    ],
)
def test_centuries(text: str, centuries: list[int]) -> None:
    found = find_dates(text)
    assert [one.century for one in found] == centuries
    assert [(one.year, one.minutes) for one in found] == [(None, None)] * len(centuries)


@each_row(
    ("text", "minutes"),
    [
        ("15 h 30", [930]),
        ("15h30", [930]),
        ("15\u00a0h\u00a005", [905]),
        ("15:30", [930]),
        ("8:05", [485]),
        ("24:00", [1440]),
        # an hour without minutes lasts as well as it strikes: only a word before tells
        ("à 8 h", [480]),
        ("à 0 h", [0]),
        ("dès 8h", [480]),
        ("vers 8 h", [480]),
        ("avant 8 h et après 20 h", [480, 1200]),
        ("jusqu’à 8 h", [480]),
        ("ouvert de 8 h à 12 h 15", [480, 735]),
        ("ouvert 8 h – 12 h", [720]),
        ("il dort 8 h", []),
        ("là 8 h", []),
        # no hours
        ("25:00, 25 h 30", []),
        ("15:60", []),
        ("15:30:45", []),
        ("à 8 hommes", []),
        ("à 8 h/jour", []),
        ("3,15 h 30", []),
        ("v15:30", []),
    ],
)
def test_hours(text: str, minutes: list[int]) -> None:
    found = find_dates(text)
    assert [one.minutes for one in found] == minutes
    assert all((one.year, one.month, one.day, one.century) == (None,) * 4 for one in found)


def test_all_in_the_order_of_the_text() -> None:
    text = "En 1850, au XIXe siècle, le 3 mai à 15 h, puis le 04/06/2020, en mai 2021, du 1er au 2 juin"
    assert [text[one.start : one.end] for one in find_dates(text)] == [
        "1850",
        "XIXe",
        "3 mai",
        "15 h",
        "04/06/2020",
        "mai 2021",
        "1er",
        "2 juin",
    ]


_PIECES = [*"0123 ,.-–/:’", "1er", "mai", "juin 2020", " au ", " et ", "XVIe", " siècle", "h", "à "]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@settings(max_examples=150)
def test_dates_are_in_order_apart_and_possible(text: str) -> None:
    found = find_dates(text)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert one != Date(one.start, one.end)
        assert one.month is None or 1 <= one.month <= 12
        assert one.day is None or 1 <= one.day <= 31
