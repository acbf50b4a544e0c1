"""Which sentences are the author's, and which somebody else's."""

from growth import grows_linearly, repeated
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.analysis.quotations import LONGEST, is_reference, references_among
from seo_audit.measures import Measures
from seo_audit.parsing import FORMATS, Parsing, parse
from seo_audit.source import Source


def own(text: str, format: str = "markdown") -> list[str]:  # noqa: A002
    measures = Measures(parse(Source(text), Parsing(), FORMATS[format]))
    assert measures.own_sentences == tuple(filter(measures.is_own, measures.sentences))
    return [sentence.text.strip() for sentence in measures.own_sentences]


@each_row(
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


@each_row(
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


@each_row("unit", ["« Eau.\n\n", "« Eau. » ", "« Eau. Feu. » ", "« Eau.\n\nAir.\n\n"])
def test_time_grows_as_the_text(unit: str) -> None:
    assert grows_linearly(repeated(unit, own), 3_000)


@each_row(
    ("text", "found"),
    [
        ("Riou, J., et Lambel, Z. (2021). Le lac gelé. Éditions du Port.", True),
        ("Riou, Jeanne, Le Lac gelé, Brest, Le Port, 2021.", True),
        ("Riou, Jeanne, « Le lac », Revue des eaux, vol. 56, 1963, p. 872-876.", True),
        ("Riou-Lambel, Zoé et Jean Dû, Le lac, trad. Paul Mer, Paris, Rade, 1989 (manuscrit de 1934).", True),
        ("Riou, Jeanne (dir.), Histoires de lacs, Arles, Rade, 2012.", True),
        ("Riou, Jeanne R. 2013. Le Lac pour les enfants. Brest: Rade.", True),
        ("Riou, Jeanne, and Paul Lambel. 2018a. « Notes sur le gel. » Revue des lacs.", True),
        ("Riou, J., P. Lambel, and Z. Dû. 2020. Le lac gelé. Rade.", True),
        ("Riou, Jeanne. Le lac gelé depuis 2013. Brest, Rade.", False),
        ("Hier, Jeanne a nagé en 2013. Le lac était gelé.", False),
        ("Riou, Jeanne, Le Lac gelé, Brest.", False),
        ("Le lac, Jeanne, a gelé pour la première fois depuis longtemps en 2021.", False),
        ("Hier, Jeanne a nagé dans le lac, comme elle le fait chaque hiver depuis 2012.", False),
        ("En 2012, Jeanne Riou a nagé dans le lac.", False),
    ],
)  # fmt: skip
def test_entries_of_a_bibliography(text: str, found: bool) -> None:
    assert is_reference(text) is found


def test_an_entry_of_a_bibliography_is_no_sentence_of_the_author_s() -> None:
    entry = "Riou, Jeanne, Le Lac gelé, Brest, Le Port, 2021."
    assert own(f"Le lac est gelé.\n\n{entry}\n", "text") == own("Le lac est gelé.\n", "text")


def test_in_a_bibliography_what_begins_with_a_name_is_an_entry() -> None:
    known = [(n, f"Riou, Jeanne, Le Lac {n}, Brest, Le Port, 2021.") for n in range(3)]
    other = [(3, "Riou, Jeanne, entretien avec un pêcheur du port."), (4, "Trois lacs.")]
    assert references_among([*known, *other]) == {0, 1, 2, 3}
    assert references_among([*known, *other, (5, "Il gèle."), (6, "Il neige.")]) == {0, 1, 2}
    assert references_among([]) == frozenset()


@each_row(
    "unit", ["Riou, J, ", "Riou, Jeanne, x, 2021 ", "A, A., 2021, ", "A, A. 2021", "A, A, and "]
)
def test_time_to_tell_an_entry_grows_as_the_text(unit: str) -> None:
    assert grows_linearly(repeated(unit, is_reference), 100)
