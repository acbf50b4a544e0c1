"""What is no text of an article: short codes, templates and formulas."""

from pathlib import Path

import pytest
import text_places
from growth import grows_linearly, repeated
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.document import Document
from seo_audit.parsing import FORMATS, Parsing, parse
from seo_audit.source import Source


def read(text: str, format: str = "html") -> Document:  # noqa: A002
    document = parse(Source(text), Parsing(), FORMATS[format])
    assert not text_places.misplaced(document)
    for link in document.links:
        if link.block is not None:
            assert document.blocks[link.block].text.value[link.start : link.end] == link.text.value
    return document


@each_row(
    ("text", "left"),
    [
        (r"Le rapport \( a : b \) est constant.", "Le rapport est constant."),
        (r"Le rapport \[ a : b \]", "Le rapport"),
        (r"$$\frac{a}{b}$$ est constant.", "est constant."),
        (r"Le rapport $a_1 ; b$ est constant.", "Le rapport est constant."),
        (r"Soit \begin{align*} a &amp; b \end{align*} un rapport.", "Soit un rapport."),
        ("Il coûte $5 et non $10, soit 3 $US.", "Il coûte $5 et non $10, soit 3 $US."),
        (r"Un \( seul signe.", r"Un \( seul signe."),
        ("Une [gallery ids='1'] belle [su_button]image[/su_button].", "Une belle image."),
        ("[note]Un mot[/note]", "Un mot"),
        ("Un [mot] seul.", "Un [mot] seul."),
        ("<code>[gallery ids='1']</code> et <code>$a_1$</code>", "[gallery ids='1'] et $a_1$"),
    ],
)  # fmt: skip
def test_what_is_taken_out(text: str, left: str) -> None:
    assert read(f"<p>{text}</p>").text == left


def test_formulas_in_a_plain_text() -> None:
    text = r"Le débit vaut $Q_{max} = v_1 : S$ et \(a : b\), soit 3 $ ou 4 $." + "\n"
    assert read(text, "text").text == "Le débit vaut et , soit 3 $ ou 4 $."


def test_links_and_marks_move_with_their_text() -> None:
    page = (
        "<p>[gallery ids='1']</p><p>Un [su_x]<b>mot</b>[/su_x] et <a href='/lac'>le [note a='1']lac</a>, "
        "<i>gelé</i>.</p><p><a href='/x'>[vc_row]</a></p>"
    )
    document = read(page)
    [block] = document.blocks
    value = block.text.value
    assert value == "Un mot et le lac, gelé."
    assert [value[mark.start : mark.end] for mark in (*block.strong, *block.emphasis)] == [
        "mot",
        "gelé",
    ]
    assert [(link.block, link.text.value) for link in document.links] == [(0, "le lac"), (None, "")]
    assert [part.text for part in document.furniture if part.reason == "shortcode"] == [
        "[gallery ids='1']",
        "[su_x]",
        "[/su_x]",
        "[note a='1']",
        "[vc_row]",
    ]


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_other_formats_keep_formulas_to_their_parsers(format: str) -> None:  # noqa: A002
    document = read("Un lac.\n\nIl coûte [gallery ids='1'] 3 $ ou [vc_row] 4 $ l’été.\n", format)
    assert document.blocks[-1].text.value == "Il coûte 3 $ ou 4 $ l’été."


@pytest.mark.parametrize("format", ["markdown", "text"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[souvenir] Il neigeait. [/souvenir] Il dort.", "[souvenir] Il neigeait. [/souvenir] Il dort."),
        ("[quote]Il neigeait.[/quote] Il dort.", "Il neigeait. Il dort."),
        ("[mon_cadre]Il neigeait.[/mon_cadre] Il dort.", "Il neigeait. Il dort."),
        ("[souvenir lieu='1']Il neigeait. Il dort.", "Il neigeait. Il dort."),
    ],
)  # fmt: skip
def test_in_markdown_words_in_brackets_may_be_a_device(
    format: str,  # noqa: A002
    text: str,
    left: str,
) -> None:
    assert read(f"Un lac.\n\n{text}\n", format).blocks[-1].text.value == left


def test_a_heading_keeps_its_place_in_the_outline() -> None:
    assert [block.level for block in read("<h2>[vc_row]</h2><p>Un mot.</p>").blocks] == [2, 0]


@given(
    st.text(st.sampled_from("[]/ab='\"{}%\\()$_^ \n<p>é"), max_size=120),
    st.sampled_from(["html", "markdown", "text"]),
)
def test_any_text(text: str, format: str) -> None:  # noqa: A002
    read(text, format)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["[vc_row]", "[a b='c'", r"\[ ", "$$ a ", "{% a ", "$a_", "[/a] ", "[vc_row]<a href=x>a</a> "],
)
def test_time_grows_as_the_text(unit: str) -> None:
    def work(text: str) -> object:
        return parse(Source(text), Parsing(), FORMATS["html"])

    assert grows_linearly(repeated(unit, work, "<p>"), 20_000)


@each_row(
    ("code", "told"),
    [
        ("[youtube https://exemple.fr/v]", True),
        ("[vimeo 123456]", True),
        ("[youtube=https://exemple.fr/v]", True),
        ("[wpseo_breadcrumb]", True),
        ("[Youtube]", False),
        ("[vidéo https://exemple.fr/v]", False),
        ("[nom_du_fichier]", False),
    ],
)
def test_short_codes_that_hold_an_address(code: str, told: bool) -> None:
    document = parse(Source(f"<p>Voici {code} le four.</p>", "a.html"), Parsing())
    assert (code in document.text) != told


def test_bbcode_with_a_value_goes_with_its_end() -> None:
    bbcode = "Le four [color=#6c936c]chauffe[/color] bien, dit [couleur=vive]."
    document = parse(Source(bbcode, "four.md"), Parsing())
    assert document.text == "Le four chauffe bien, dit [couleur=vive]."
    assert [part.text for part in document.furniture] == ["[color=#6c936c]", "[/color]"]


def test_short_codes_of_grav_are_made_into_something(tmp_path: Path) -> None:
    bbcode = "Le four [color=#6c936c]chauffe[/color] bien."
    for name, told in (("pages/01.four/article.fr.md", 0), ("pages/four/01.article.md", 2)):
        document = parse(Source(bbcode, "article.md", tmp_path / name), Parsing())
        assert document.text == "Le four chauffe bien."
        assert len(document.furniture) == told


def test_posts_that_wordpress_shares_keep_their_short_codes() -> None:
    body = 'Le four.\n\n[gallery ids="1,2"]\n'
    for header, told in (
        ("ID: 12\npost_title: Le four\n", 0),
        ("title: Le four\n", 1),
        ("ID: 12\ntitle: Le four\n", 1),
    ):
        document = parse(Source(f"---\n{header}---\n{body}", "four.md"), Parsing())
        assert "[gallery" not in document.text
        assert len(document.furniture) == told


def test_names_of_programs_in_bold_brackets_are_code_and_no_short_codes() -> None:
    names = "<strong>[venv]</strong>, <strong>[config.py]</strong>, <b>[</b><b>main_01</b><b>]</b>"
    page = f"<p>Les noms {names} et <strong>[/venv]</strong>, ou <strong>[dao/sql]</strong>.</p>"
    document = read(page)
    [block] = document.blocks
    code = [block.text.value[mark.start : mark.end] for mark in block.code]
    assert code == ["[venv]", "[config.py]", "[main_01]", "[/venv]", "[dao/sql]"]
    assert not document.furniture
    # two names alone say nothing, nor do words
    few = read(
        "<p>Un <strong>[venv]</strong> et <strong>[/venv]</strong> de <b>[config.py]</b>.</p>"
    )
    assert [part.reason for part in few.furniture] == ["shortcode"] * 2
    plain = read(
        "<p><b>[un]</b>, <b>[deux]</b>, <b>[trois]</b>, <b>[1]</b>, <b>[2-3]</b>, <b>[4]</b></p>"
    )
    assert not any(block.code for block in plain.blocks)
