from tables import each_row

from seo_audit.message import Message, distinct, ending, number, shorten


@each_row(
    ("value", "limit", "shown"),
    [
        (0.38, 0.25, 0.38),
        (0.3812, 0.25, 0.38),
        (0.254, 0.25, 0.254),  # « 25 %, plus que 25 % » would be absurd
        (0.2504, 0.25, 0.2504),
        (0.196, 0.2, 0.196),
        (0.1952, 0.2, 0.195),
        (0.1512, 0.155, 0.15),
        (0.1552, 0.155, 0.16),
    ],
)
def test_a_share_is_never_shown_as_its_limit(value: float, limit: float, shown: float) -> None:
    assert distinct(value, limit) == shown


def test_whole_numbers_too() -> None:
    assert (distinct(47.3, 50, 0), distinct(49.7, 50, 0), distinct(49.99, 50, 0)) == (
        47,
        49.7,
        49.99,
    )


def test_a_ratio_shows_the_decimals_it_has() -> None:
    assert [number(value, "fr", "%") for value in (0.15, 0.153, 1.0)] == [
        "15\u00a0%",
        "15,3\u00a0%",
        "100\u00a0%",
    ]
    assert number(0.153, "en", "%") == "15.3%"


def test_a_minus_is_no_hyphen() -> None:
    assert (number(-55, "fr"), number(-5.5, "en")) == ("−55", "−5.5")


def test_french_counts_to_two_before_the_plural() -> None:
    said = Message(fr="{n:# syllabe|# syllabes}", en="{n:# syllable|# syllables}")
    assert said.say("fr", {"n": 1.85}) == "1,85 syllabe"
    assert said.say("en", {"n": 1.85}) == "1.85 syllables"


def test_what_is_cut_off_shows() -> None:
    assert shorten("fontaine", 8) == "fontaine"
    assert shorten("la fontaine", 8) == "la font…"
    assert shorten("la fontaine", 4) == "la…"


@each_row(
    ("most", "shown"),
    [(25, "la fontaine de la place"), (22, "…fontaine de la place"), (8, "…place"), (4, "…ace")],
)
def test_the_last_words_are_whole(most: int, shown: str) -> None:
    assert ending("la fontaine de la place", most) == shown
    assert len(shown) <= max(most, 23)


def test_as_few_digits_as_tell_apart() -> None:
    assert distinct(44.99517645, 45, 0) == 44.995
    assert distinct(0.1499996, 0.15) == 0.1499996
