"""Which sentences are the author's, and which somebody else's."""

import pytest
from growth import grows_linearly, repeated
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.analysis.quotations import LONGEST
from seo_audit.measures import Measures
from seo_audit.parsing import FORMATS, Parsing, parse
from seo_audit.source import Source


def own(text: str, format: str = "markdown") -> list[str]:  # noqa: A002
    measures = Measures(parse(Source(text), Parsing(), FORMATS[format]))
    assert measures.own_sentences == tuple(filter(measures.is_own, measures.sentences))
    return [sentence.text.strip() for sentence in measures.own_sentences]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Il pleut. « Le lac monte. La rive cède. » Il vente.", ["Il pleut.", "Il vente."]),
        ("Il pleut. « Le lac monte », dit-elle.", ["Il pleut.", "« Le lac monte », dit-elle."]),
        ("« Le lac monte depuis hier. »\n\nIl vente.", ["Il vente."]),
        ("> Le lac monte.\n\nIl vente.", ["Il vente."]),
        ("« Le lac monte.\n\nLa rive cède.\n\nTout va mal. » Il vente.", ["Il vente."]),
        ("« Le lac monte.\n\n« La rive cède. »\n\nIl vente.", ["Il vente."]),
        ("Elle dit : « Le lac monte.\n\nLa rive cède. »", ["Elle dit : « Le lac monte."]),
        ('"Le lac monte. La rive cède." Il vente.', ["Il vente."]),
    ],
)
def test_what_others_said(text: str, kept: list[str]) -> None:
    assert own(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "« Le lac monte.\n\nLa rive cède.",  # never closed
        "« Le lac monte.\n\n## La rive\n\nElle cède. »",
        "« Le lac monte.\n\nOn l’appelle « le grand lac ».",
        "« Le lac monte.\n\n" + "La rive cède.\n\n" * LONGEST + "Tout va mal. »",
    ],
)
def test_a_guillemet_that_is_not_closed_is_a_slip(text: str) -> None:
    assert "« Le lac monte." in own(text)


def test_no_block_quotation_is_in_the_readability() -> None:
    text = "Le lac est gelé. Le vent souffle."
    quoted = f"{text}\n\n> L’approfondissement conditionne les investissements.\n"
    plain_one, other = (
        Measures(parse(Source(one), Parsing(), FORMATS["markdown"])) for one in (text, quoted)
    )
    assert plain_one.readability == other.readability
    assert plain_one.reading_ease != other.reading_ease


@given(st.text(st.sampled_from('«»“” .aé\n"'), max_size=80))
def test_any_text(text: str) -> None:
    own(text, "text")


@pytest.mark.parametrize(
    "unit", ["« Eau.\n\n", "« Eau. » ", "« Eau. Feu. » ", "« Eau.\n\nAir.\n\n"]
)
def test_time_grows_as_the_text(unit: str) -> None:
    assert grows_linearly(repeated(unit, own), 3_000)
