"""Listed expressions found word by word."""

import re

from tables import each_row

from seo_audit.french.word_runs import LETTER, UNKNOWN, Runs, straight


def _found(listed: list[str], text: str) -> list[str]:
    """What is found from the text's first word on, shortest first."""
    runs: Runs[str] = Runs()
    for each in listed:
        runs.add(each, each)
    plain = straight(text)
    word = re.search(f"{LETTER}+", plain)
    assert word is not None
    found = []
    for end, value in runs.at(plain, *word.span()):
        assert value in listed
        found.append(text[word.start() : end])
    first = word[0].lower()
    seconds = runs.may_follow(first) if first in runs.begin else frozenset()
    assert runs.begin.get(first, frozenset()) == seconds
    following = re.search(f"{LETTER}+", plain[word.end() :])
    second = following[0].lower() if following else ""
    assert not found or seconds is None or second in seconds
    return found


@each_row(
    ("listed", "text", "found"),
    [
        ("en revanche", "En revanche, oui", ["En revanche"]),
        ("en revanche", "EN\u00a0REVANCHE", ["EN\u00a0REVANCHE"]),
        ("en revanche", "en \n revanche", ["en \n revanche"]),
        ("en revanche", "en\n\nrevanche", []),
        ("en revanche", "en        revanche", []),
        ("en revanche", "en, revanche", []),
        ("en revanche", "en-revanche", []),
        ("en revanche", "en revanches", []),
        ("en revanche", "en revanche2", []),
        ("d'une part", "D’une part il", ["D’une part"]),
        ("d'une part", "dʼune part", ["dʼune part"]),
        ("d'une part", "d' une part", []),
        ("d'une part", "dune part", []),
        ("c'est-à-dire", "c’est‑à‐dire", ["c’est‑à‐dire"]),
        ("c'est-à-dire", "c’est à dire", []),
        ("à défaut", "A défaut", ["A défaut"]),
        ("à défaut", "a défaut", []),
        ("alors que", "alors que tu", ["alors que"]),
        ("alors que", "alors qu’il", ["alors qu’"]),
        ("alors que", "alors quel", []),
        ("lorsque", "lorsqu’il", ["lorsqu’"]),
        ("lorsque", "lorsque je", ["lorsque"]),
        ("lorsque", "lorsqu il", []),
        ("à cause de", "à cause d’un", ["à cause d’"]),
        ("à cause de", "à cause des autres", ["à cause des"]),
        ("grâce à", "grâce aux autres", ["grâce aux"]),
        ("de", "du pain", []),
        ("à cause de", "à cause de lui", ["à cause de"]),
        ("à cause de", "à cause du pain", ["à cause du"]),
        ("grâce à", "grâce à lui", ["grâce à"]),
        ("grâce à", "grâce au pain", ["grâce au"]),
        ("en revanche", "en   revanche", ["en   revanche"]),
        ("en revanche", "en       revanche", []),
        ("en revanche", "en   \n   revanche", ["en   \n   revanche"]),
        ("en revanche", "en\n   revanche", ["en\n   revanche"]),
        ("en revanche", "en revanche2 fois", []),
        ("lorsque", "lorsqu", []),
        ("a contrario", "A contrario, oui", ["A contrario"]),
    ],
)
def test_spelling(listed: str, text: str, found: list[str]) -> None:
    assert _found([listed], text) == found


def test_the_shortest_comes_first() -> None:
    listed = ["de plus en plus", "de plus", "de", "de moins"]
    assert _found(listed, "de plus en plus grand") == ["de", "de plus", "de plus en plus"]


def test_values_of_one_expression_keep_their_order() -> None:
    runs: Runs[int] = Runs()
    runs.add("or", 1)
    runs.add("or", 2)
    assert list(runs.at("or", 0, 2)) == [(2, 1), (2, 2)]


def test_which_words_must_follow() -> None:
    runs: Runs[None] = Runs()
    for each in (
        "en fait",
        "en outre",
        "or",
        "or donc",
        "d'une part",
        "à vrai dire",
        "aujourd'hui",
        "lorsque",
    ):
        runs.add(each, None)
    assert set(runs.begin.values()) == {UNKNOWN}
    assert {word: runs.may_follow(word) for word in runs.begin} == {
        "en": {"fait", "outre"},
        "or": None,
        "d": {"une"},
        "à": {"vrai"},
        "a": {"vrai"},
        "aujourd": {"hui"},
        "lorsque": None,
        "lorsqu": None,
    }


def test_a_word_that_stands_by_itself_needs_no_other_with_or_without_its_accent() -> None:
    runs: Runs[None] = Runs()
    runs.add("à", None)
    runs.add("a fortiori", None)
    assert runs.may_follow("a") is None
