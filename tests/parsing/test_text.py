import subprocess
import sys

import pytest
import text_places
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.document import BlockKind, Document
from seo_audit.parsing import text
from seo_audit.parsing.html import parser as html
from seo_audit.parsing.markdown import parser as markdown
from seo_audit.source import Source

H, P, ITEM, CAPTION = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.CAPTION,
)
PROSE = "Le phare éclaire la rade depuis deux siècles. Les marins le saluent en rentrant."
LONG = f"{PROSE} {PROSE}"


def read(source: str) -> Document:
    document = text.parse(Source(source))
    assert not text_places.misplaced(document)
    return document


def shape(source: str) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.text.value) for block in read(source).blocks]


def headings(source: str) -> list[tuple[int, str]]:
    return [(block.level, block.text.value) for block in read(source).headings]


def test_a_title_a_kicker_headings_and_paragraphs() -> None:
    source = f"Le phare rouvre ses portes\nBrest\n\n{LONG}\n\nUn gardien très attendu\n\n{LONG}\n"
    assert shape(source) == [
        (H, 1, "Le phare rouvre ses portes"),
        (CAPTION, 0, "Brest"),
        (P, 0, LONG),
        (H, 2, "Un gardien très attendu"),
        (P, 0, LONG),
    ]
    document = read(source)
    assert document.metadata.title == document.blocks[0].text
    assert document.blocks[3].span == (source.index("Un gardien"), source.index("\n\nLe phare", 50))


@each_row(
    ("last", "kind"),
    [
        ("Newsletter\n\nPour rester informé des nouvelles du port", P),  # nothing written follows
        ("Newsletter", P),
        (f"Comment visiter le phare ?\n\n{PROSE}", H),
        (f"UN PHARE POUR TOUS\n\n{PROSE}", H),
        (f"1. Le phare\n\n{PROSE}", H),
        (f"Il pleut.\n\n{PROSE}", P),
        (f"Voici ce qui change :\n\n{PROSE}", P),
        (f"en minuscules\n\n{PROSE}", P),
        (f"(Photo : Zoé Le Goff)\n\n{PROSE}", P),
        (f"Photo : Zoé Le Goff\n\n{PROSE}", P),
        (f"Par Zoé Le Goff\n\n{PROSE}", P),
        (f"Le 12 mai 2024\n\n{PROSE}", P),
        (f"https://exemple.fr\n\n{PROSE}", P),
        (f"Un deux trois quatre cinq six sept huit neuf dix onze douze treize\n\n{PROSE}", P),
    ],
)
def test_what_is_a_heading(last: str, kind: BlockKind) -> None:
    source = f"Le phare rouvre\n\n{PROSE}\n\n{last}"
    assert read(source).blocks[2].kind is kind
    assert read(source).blocks[2].level == (2 if kind is H else 0)


def test_a_text_that_begins_with_prose_has_no_title() -> None:
    source = f"{PROSE}\n\nUn gardien attendu\n\n{PROSE}"
    assert headings(source) == [(2, "Un gardien attendu")]
    assert read(source).metadata.titles == ()


def test_underlined_headings() -> None:
    source = f"Le phare.\n=========\n\n{PROSE}\nLa rade.\n\nLe port !\n---------\n{PROSE}\n\n* * *\n\n{PROSE}"
    assert headings(source) == [(1, "Le phare."), (2, "Le port !")]
    assert "---" not in read(source).text


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "– ", "1. ", "2) "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lists(marker: str, between: str) -> None:
    items = between.join(f"{marker}{item}" for item in ("le phare", "la rade", "le port"))
    found = shape(f"{PROSE}\n\n{items}\n\n{PROSE}")
    assert found == [
        (P, 0, PROSE),
        (ITEM, 0, "le phare"),
        (ITEM, 0, "la rade"),
        (ITEM, 0, "le port"),
        (P, 0, PROSE),
    ]
    assert found[:4] == shape(f"{PROSE}\n{items}")


def test_a_wrapped_item_and_a_line_of_dialogue() -> None:
    assert shape(f"{PROSE}\n\n- le phare\n  de la rade\n- le port") == [
        (P, 0, PROSE),
        (ITEM, 0, "le phare de la rade"),
        (ITEM, 0, "le port"),
    ]
    assert shape(f"{PROSE}\n\n— Il pleut, dit-elle.\n\n{PROSE}")[1][0] is P


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "Le phare éclaire la rade depuis deux siècles et\nles marins le saluent tous en rentrant au\n"
        "Conquet, où le port les attend. Rien n’y change.\n"
    )
    source = f"Le phare de la rade\n\n{wrapped}\n{wrapped}"
    assert shape(source) == [
        (H, 1, "Le phare de la rade"),
        (P, 0, " ".join(wrapped.split())),
        (P, 0, " ".join(wrapped.split())),
    ]
    assert shape(source.replace("\n", "\r\n")) == shape(source)
    assert shape(source.replace("\n", "\r")) == shape(source)


def test_a_sentence_goes_on_in_the_next_line_however_long_it_is() -> None:
    start = "Le phare éclaire la rade depuis deux siècles, " * 4 + "et les marins"
    assert shape(f"{start}\nle saluent.\n\n{PROSE}")[0] == (P, 0, f"{start} le saluent.")


def test_a_heading_right_above_its_paragraph() -> None:
    source = f"Le phare rouvre\n{LONG}\n\nLa suite du chantier\n{LONG}\n"
    assert shape(source) == [
        (H, 1, "Le phare rouvre"),
        (P, 0, LONG),
        (H, 2, "La suite du chantier"),
        (P, 0, LONG),
    ]


@each_row("prose", [PROSE, LONG, PROSE[:60].rstrip() + "."])
def test_one_paragraph_a_line(prose: str) -> None:
    lines = ["Le phare rouvre", prose, prose, "Un gardien attendu", prose, prose, prose]
    assert shape("\n".join(lines)) == [
        (H, 1, lines[0]),
        *((P, 0, line) for line in lines[1:3]),
        (H, 2, lines[3]),
        *((P, 0, line) for line in lines[4:]),
    ]


@each_row("source", ["", "\n", " \t\n\u00a0\n", "\r\n\r\n", "\u2028"])
def test_blank_text_has_no_blocks(source: str) -> None:
    assert read(source).blocks == ()


def test_white_space_collapses_and_no_break_spaces_stay() -> None:
    (block,) = read("  Il y a  12\u00a0000\t€ «\u00a0ici\u00a0».\u2028\u2028  ").blocks
    assert block.text.value == "Il y a 12\u00a0000 € «\u00a0ici\u00a0»."


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["Mot ", "mot. ", LONG, "\n", "\n\n", "\r\n", "\r", "- ", "1. ", "===\n", "---\n", "?", "É", " ", "\t", "\u00a0", "\u2028", "\f", "\0", "«", "😀", "PHARE\n"]), max_size=40).map("".join))  # fmt: skip
def test_every_character_stands_where_it_says(source: str) -> None:
    document = read(source)
    for block in document.blocks:
        assert block.text.value
        assert source[slice(*block.span)].strip() == source[slice(*block.span)]
    # nothing is lost but markers and underlines
    marks = str.maketrans(dict.fromkeys("-=1. \t\n\r\f\u2028\u00a0"))
    assert document.text.translate(marks) == source.translate(marks)


SECTIONS = (
    ("Un chantier de deux ans", ("La lanterne avait rouillé. Il a fallu la descendre, puis la refondre en entier.", "Le coût ? 12\u00a0000\u00a0€, dit la mairie.")),
    ("Ce qui change", ("Le public monte désormais par petits groupes. On réserve en ligne.",)),
)  # fmt: skip
POINTS = ("ouvert de mai à septembre", "fermé le lundi")


def test_an_article_is_the_same_in_three_formats() -> None:
    title = "Le phare de l’île rouvre"
    intro = "Le phare de l’île rouvre samedi. Il était fermé depuis deux ans."
    parts = [(heading, list(paragraphs)) for heading, paragraphs in SECTIONS]
    plain = "\n\n".join([title, intro, *("\n\n".join([h, *ps]) for h, ps in parts), "\n".join(f"- {p}" for p in POINTS)])  # fmt: skip
    marked = f"# {title}\n\n{intro}\n\n" + "\n\n".join("\n\n".join([f"## {h}", *ps]) for h, ps in parts) + "\n\n" + "\n".join(f"* {p}" for p in POINTS)  # fmt: skip
    body = "".join(f"<h2>{h}</h2>\n" + "".join(f"<p>{p}</p>\n" for p in ps) for h, ps in parts)
    tagged = f"<article><h1>{title}</h1>\n<p>{intro}</p>\n{body}<ul>{''.join(f'<li>{p}</li>' for p in POINTS)}</ul></article>"  # fmt: skip
    shapes = [
        [(block.kind, block.level, block.text.value) for block in document.blocks]
        for document in (
            text.parse(Source(plain)),
            markdown.parse(Source(marked)),
            html.parse(Source(tagged.replace("\u00a0", "&nbsp;"))),
        )
    ]
    assert len(shapes[0]) == 9
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "times"),
    [("mot ", 500_000), ("a\n", 50_000), ("a\n\n", 50_000), ("- a\n", 50_000), ("A", 1_000_000), ("?»", 200_000), (" ", 1_000_000),
     ("===\n", 50_000), ("1. ", 100_000), ("* ", 100_000), (f"{PROSE}\n", 5_000), ("\r", 200_000)],
    ids=range(12),
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str, times: int) -> None:
    assert grows_linearly(repeated(unit, lambda source: text.parse(Source(source))), times)


@pytest.mark.process
def test_reading_text_imports_no_other_parser() -> None:
    program = (
        "import sys; from seo_audit.source import Source; from seo_audit.parsing import text\n"
        "text.parse(Source('Un texte.'))\n"
        "print([name for name in ('bs4', 'lxml', 'yaml', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "[]"


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text.value) for block in read(source).blocks]


START = "Le four reprend du service\n\nIl fume depuis samedi. Les voisins l’ont relevé.\n\n"


def test_lines_with_tabs_are_rows_not_headings() -> None:
    text = f"{START}Jour\tPrix\nSamedi\t4,50 €\nDimanche\t6 €\n\nVenez nombreux, il y a du pain.\n"
    assert [kind for kind, _ in kinds(text)[2:]] == ["table-cell"] * 3 + ["paragraph"]
    assert ("heading", "Jour Prix") in kinds(
        f"{START}Jour\tPrix\n\nVenez nombreux, il y a du pain.\n"
    )


def test_short_lines_together_are_a_list_not_headings() -> None:
    text = f"{START}Lundi : de 10 h à 16 h\nSamedi : de 9 h à 18 h\n\nLe four est ouvert à tous.\n"
    assert [kind for kind, _ in kinds(text)[2:]] == ["list-item", "list-item", "paragraph"]
    # one line alone is a heading still; so is the first of an article, with a kicker below
    alone = f"{START}Les jours\n\nLe four est ouvert à tous.\n"
    assert kinds(alone)[2] == ("heading", "Les jours")
    first = kinds(f"Le phare rouvre ses portes\nBrest\n\n{LONG}\n")
    assert [kind for kind, _ in first] == ["heading", "caption", "paragraph"]


def test_lines_of_a_dialogue_are_no_list() -> None:
    said = kinds(f"{START}— Vous doutez encore ?\n\n— Tous les matins, dit-elle.\n")[2:]
    assert said == [
        ("paragraph", "— Vous doutez encore ?"),
        ("paragraph", "— Tous les matins, dit-elle."),
    ]
    items = kinds(f"{START}— Du bois sec.\n— De la farine du moulin.\n")[2:]
    assert [kind for kind, _ in items] == ["list-item", "list-item"]
    small = kinds(f"{START}— du bois sec !\n— de la farine ?\n")[2:]
    assert [kind for kind, _ in small] == ["list-item", "list-item"]
