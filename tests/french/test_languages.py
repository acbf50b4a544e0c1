"""Languages of passages (tests/data/french/languages.tsv), and how little is loaded to tell them."""

import subprocess
import sys
from collections.abc import Collection, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french import detect_language
from seo_audit.french import languages as languages_module
from seo_audit.french.languages import in_other_letters, tally

DATA = Path(__file__).parents[1] / "data" / "french" / "languages.tsv"
LANGUAGES = {"fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro", "und"}


def cases() -> list[list[str]]:
    lines = DATA.read_text("utf-8").splitlines()
    return [line.replace("\\u0301", "\u0301").split("\t") for line in lines]


@each_row(("language", "text"), cases())
def test_tells_the_language_of_a_sentence(language: str, text: str) -> None:
    assert detect_language(text)[0] == language


def test_is_surer_of_a_paragraph_than_of_a_title() -> None:
    title = detect_language("Pompe à chaleur")
    text = detect_language(
        "La pompe à chaleur chauffe la maison avec l’énergie de l’air, et elle ne coûte pas cher."
    )
    assert title[0] == text[0] == "fr"
    assert title[1] <= text[1]
    assert text[1] > 0.99


MOST_EXPECTED_FIRST = ("fr", "en", "es", "pt", "it", "nl", "ca")


def languages_of(listed: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """Each word with its languages, of words by language."""
    found: dict[str, set[str]] = {}
    for language, words in listed.items():
        for word in words:
            found.setdefault(word, set()).add(language)
    return found


def only_in(*languages: str) -> list[str]:
    """The little words which just these languages share."""
    by_word = languages_of(languages_module._data().little)
    return [word for word, others in by_word.items() if others == set(languages) and len(word) > 1]


@each_row("language", ["fr", "en", "es", "it", "de", "pt", "nl"])
def test_one_little_word_of_one_language_tells_it(language: str) -> None:
    words = only_in(language)
    assert len(words) > 20
    for word in words:
        told, confidence = detect_language(word)
        assert told == language, word
        assert 0.4 < confidence < 0.9, word  # a single word leaves a doubt
        assert detect_language(f"{word} {word}")[1] > confidence


@each_row(("likely", "other"), list(combinations(MOST_EXPECTED_FIRST, 2)))
def test_a_shared_word_is_of_the_language_that_is_met_more_often(likely: str, other: str) -> None:
    for word in only_in(likely, other):
        assert detect_language(word)[0] == likely, word


@each_row("language", ["en", "es", "it", "de", "pt", "nl"])
def test_one_common_word_tells_nothing_several_do(language: str) -> None:
    data = languages_module._data()
    little, common = languages_of(data.little), languages_of(data.common)
    words = [
        word
        for word, others in common.items()
        if others == {language} and word.isalpha() and word not in little
    ]
    assert len(words) >= 10
    assert all(detect_language(word) == ("und", 0.0) for word in words)
    assert detect_language(" ".join(words[:6]))[0] == language


def test_a_shape_alone_tells_nothing_three_do() -> None:
    assert detect_language("fonctionnalité") == ("und", 0.0)  # one a name might have, too
    assert detect_language("Sprach Schatz Schein Schild")[0] == "de"


@each_row("apostrophe", ["'", "’", "\u02bc"])
def test_apostrophes_are_alike(apostrophe: str) -> None:
    assert detect_language(f"d{apostrophe}avocat, qu{apostrophe}ici")[0] == "fr"
    assert detect_language(f"it{apostrophe}s they don{apostrophe}t")[0] == "en"


def test_very_long_runs_of_letters_say_nothing() -> None:
    assert detect_language("qu’" + "e" * 38) == ("und", 0.0)
    assert detect_language("sch" * 40) == ("und", 0.0)


def test_und_comes_with_no_confidence() -> None:
    assert detect_language("— 12 —") == ("und", 0.0)
    assert detect_language("Katten sover på soffan och drömmer inte.") == ("und", 0.0)


@settings(max_examples=50)
@given(st.text())
def test_never_raises(text: str) -> None:
    language, confidence = detect_language(text)
    assert language in LANGUAGES
    assert 0 <= confidence <= 1


@each_row("unit", ["a", "a ", "a’", "é.", "的", "’"])
def test_hostile_texts_are_read_too(unit: str) -> None:
    assert detect_language(unit * 50_000)[0] in LANGUAGES


@pytest.mark.process
def test_loads_no_dictionary() -> None:
    code = (
        "import sys; from seo_audit.french import detect_language, words, sentences, syllables;"
        "text = 'Le chat dort sur le canapé et il ne rêve pas. Elle vous parle de la pluie.';"
        "assert detect_language(text)[0] == 'fr';"
        "assert 'seo_audit.french.frequency' not in sys.modules;"
        "assert detect_language('Corse : assassinat d’un avocat')[0] == 'fr';"
        "assert 'seo_audit.french.frequency' in sys.modules;"
        "words(text), sentences(text), syllables('chat');"
        "assert 'simplemma' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.process
def test_the_package_loads_a_function_when_asked() -> None:
    code = (
        "import sys, seo_audit.french.passive_forms; from seo_audit import french;"
        "assert callable(french.passives);"
        "assert 'seo_audit.french.tokens' not in sys.modules;"
        "french.words; assert 'seo_audit.french.tokens' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_latin_of_dummy_texts_is_none_of_them() -> None:
    for text in (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore.",
        "Nemo vel ad consectetur namut rutrum ex, venenatis sollicitudin urna. Aliquam erat volutpat. Integer eu ipsum sem.",
        "Sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium, totam rem aperiam.",
        "Amet repudiandae tenetur tempora architecto earum, officia? Maxime adipisci minima non nisi reprehenderit error.",
        "Quod est in rebus humanis omnibus, hoc etiam in litteris: neque enim potest quisquam sine labore multo discere.",
        "Cras lorem quam, pulvinar ac quam nec, fermentum ultrices diam. Aenean ultricies, lorem nec volutpat ornare.",
    ):
        assert detect_language(text) == ("und", 0.0), text
    assert (
        detect_language(
            "Le faux texte commence par lorem ipsum dolor sit amet, et il ne veut rien dire."
        )[0]
        == "fr"
    )


def test_other_letters_speak_for_no_language_told_apart() -> None:
    for text in (
        "連合に加わったすべての人々の中で、a レミ族の de 街までは八マイルの距離だった e o。",
        "Печь de la деревни стоит a en поле у дороги, и все её любят.",
        "Ο φούρνος του χωριού καίει, de la el άρτος.",
    ):
        assert detect_language(text) == ("und", 0.0), text
        assert in_other_letters([tally(text)])
    for text in (
        "Le mot « печь » veut dire four, et c’est tout ce que je sais du russe.",
        "Lorem ipsum",
    ):
        assert not in_other_letters([tally(text)])
    assert detect_language("Le mot « печь » veut dire four, et c’est tout.")[0] == "fr"
