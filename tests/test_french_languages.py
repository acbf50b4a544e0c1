"""Languages of passages (tests/data/french/languages.tsv), and how little is loaded to tell them."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_audit.french import detect_language

DATA = Path(__file__).parent / "data" / "french" / "languages.tsv"
LANGUAGES = {"fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro", "und"}


def cases() -> list[list[str]]:
    lines = DATA.read_text("utf-8").splitlines()
    return [line.replace("\\u0301", "\u0301").split("\t") for line in lines]


@pytest.mark.parametrize(("language", "text"), cases())
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


def test_und_comes_with_no_confidence() -> None:
    assert detect_language("— 12 —") == ("und", 0.0)
    assert detect_language("Katten sover på soffan och drömmer inte.") == ("und", 0.0)


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_never_raises(text: str) -> None:
    language, confidence = detect_language(text)
    assert language in LANGUAGES
    assert 0 <= confidence <= 1


@pytest.mark.parametrize("unit", ["a", "a ", "a’", "é.", "的", "’"])
def test_hostile_texts_are_read_too(unit: str) -> None:
    assert detect_language(unit * 50_000)[0] in LANGUAGES


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


def test_the_package_loads_a_function_when_asked() -> None:
    code = (
        "import sys, seo_audit.french.passives; from seo_audit import french;"
        "assert callable(french.passives);"
        "assert 'seo_audit.french.tokens' not in sys.modules;"
        "french.words; assert 'seo_audit.french.tokens' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
