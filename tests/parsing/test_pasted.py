"""HTML of word processors: titles, levels, lists, bold, links, tables, images as their authors meant them."""

from growth import grows_linearly, repeated
from pasted_samples import ALL, DOCS, DOCS_FILE, DRAWN, FILTERED, LIBRE, NOTES, WORD, WORD_ONLINE
from tables import each_row

from seo_audit import api
from seo_audit.document import BlockKind, Document


def read(text: str) -> Document:
    return api.read(text, format="html")


def outline(document: Document) -> list[tuple[int, str]]:
    return [(one.level, one.text.value) for one in document.headings]


def bold(document: Document) -> list[str]:
    return [
        block.text.value[mark.start : mark.end]
        for block in document.blocks
        for mark in block.strong
        if block.kind is not BlockKind.HEADING
    ]


@each_row("name", ALL)
def test_the_title_is_the_only_heading_of_the_first_level(name: str) -> None:
    assert outline(read(ALL[name])) == [
        (1, "Le four à pain du hameau se rallume"),
        (2, "La fournée"),
        (3, "Les pâtes"),
    ]


@each_row("name", ALL)
def test_what_is_bold_is_strong_and_nothing_else(name: str) -> None:
    cells = ["Jour"] if name == "word" else []
    assert bold(read(ALL[name])) == ["toute la nuit", *cells]


@each_row("name", ALL)
def test_links_have_their_texts(name: str) -> None:
    (link,) = read(ALL[name]).links
    assert link.text.value == "le récit du fournil"
    assert "example.org/four" in link.href.value


@each_row("name", [name for name in ALL if name != "docs file"])
def test_lists_are_lists_without_their_signs(name: str) -> None:
    items = [one for one in read(ALL[name]).blocks if one.kind is BlockKind.LIST_ITEM]
    known = ["du seigle", "moulu gros", "pétrir"] if name == "word" else ["du seigle", "moulu gros"]
    assert [one.text.value for one in items] == known


@each_row("name", ALL)
def test_places_are_those_of_the_source(name: str) -> None:
    document = read(ALL[name])
    for block in document.blocks:
        span = block.text.span()
        assert span is not None
        first = block.text.value.split()[0]
        assert ALL[name][span.start :].startswith(first)


def test_empty_paragraphs_are_no_blocks() -> None:
    assert all(block.text.value.strip(" \u00a0") for block in read(WORD).blocks)
    assert all(block.text.value.strip(" \u00a0") for block in read(LIBRE).blocks)


def test_tables_and_images_of_word() -> None:
    document = read(WORD)
    cells = [one.text.value for one in document.blocks if one.kind is BlockKind.TABLE_CELL]
    assert cells == ["Jour", "Heure", "samedi", "7\u00a0h"]
    (image,) = document.images
    assert image.alt is not None
    assert image.alt.value == "Le four allumé"


def test_filtered_html_of_word_keeps_its_lists_and_its_head() -> None:
    document = read(FILTERED)
    assert outline(document) == [(1, "Le four à pain du hameau"), (2, "La fournée")]
    items = [one.text.value for one in document.blocks if one.kind is BlockKind.LIST_ITEM]
    assert items == ["du seigle", "moulu gros"]
    assert document.head is not None
    assert document.metadata.title is not None


def test_what_is_copied_has_no_head_to_judge() -> None:
    for text in (WORD, DOCS, LIBRE, WORD_ONLINE):
        report = api.audit(text, format="html")
        assert report.document is not None
        assert report.document.head is None
        told = {verdict.rule for verdict, _ in report.findings}
        assert told.isdisjoint({"title", "canonical", "lang-attribute", "h1", "heading-order"})


def test_settings_of_word_outside_a_comment_are_no_text() -> None:
    text = WORD.replace("<!--[if gte mso 9]>", "").replace("</xml><![endif]-->", "</xml>")
    moved = text.replace("<!--StartFragment-->", "<xml><w:View>Normal 0 21 false</w:View></xml>")
    assert "false" not in read(moved).text


def test_a_page_with_a_copied_part_stays_a_page() -> None:
    part = DOCS.removeprefix("<meta charset='utf-8'>")
    page = f"""<!doctype html><html lang="fr"><head><title>Le four à pain du hameau</title></head><body>
<nav><a href="/">Accueil</a></nav><main><h1>Le four à pain du hameau</h1>{part}</main></body></html>"""
    document = read(page)
    assert document.head is not None
    assert bold(document) == ["toute la nuit"]
    assert "Accueil" not in document.text


@each_row(
    "part",
    [
        '<h1 class="page-title">Le four à pain du hameau</h1>',
        '<article class="page type-page"><h1 class="page-title">Le four à pain du hameau</h1></article>',
        "<h1>Le four à pain du hameau</h1><!--StartFragment--><p>Le four a chauffé.</p><!--EndFragment-->",
        "<h1>Le four à pain du hameau</h1><!-- notionvc: 1a2b --><p>Le four a chauffé.</p>",
        '<h1>Le four à pain du hameau</h1><div class="doc-content"><p>Le four a chauffé.</p></div>',
    ],
)
def test_a_page_of_a_site_stays_one_though_it_has_names_that_word_processors_give(
    part: str,
) -> None:
    text = (
        "<p>Le four a chauffé toute la nuit, et les pains ont levé, dorés, dans la salle.</p>" * 3
    )
    page = f"""<!doctype html><html lang="fr"><head><title>Le four à pain du hameau</title></head><body>
<nav><a href="/">Accueil</a></nav><main>{part}{text}</main><footer>Tous les fours</footer></body></html>"""
    document = read(page)
    assert "Accueil" not in document.text
    assert "Tous les fours" not in document.text


def test_a_page_of_no_word_processor_is_left_as_it_is() -> None:
    page = '<p><span style="font-weight:700">Un</span> mot</p><p class="title">Deux</p>'
    document = read(page)
    assert bold(document) == []
    assert document.headings == ()


@each_row(
    "pattern",
    [
        '<p class=MsoListParagraph><span style="font:7.0pt x"> </span>',
        "<p style='mso-list:l0 level1 lfo1'><object>",
        "<p><button><span data-ccp-parastyle=x>",
        "<span style='mso-list:Ignore'>",
        "<p class=MsoListParagraph><i> </i>",
    ],
)
def test_hostile_pieces_take_time_in_proportion(pattern: str) -> None:
    assert grows_linearly(repeated(pattern, read, "<!--StartFragment-->"), 4000)


def test_remarks_and_deletions_of_word_are_no_text() -> None:
    text = WORD.replace(
        "<h1>La fournée",
        "<p class=MsoNormal>Un texte <del cite='mailto:a' datetime='2026'><span class=msoDel>effacé</span></del> gardé"
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[AB1]</a></span>.</p><h1>La fournée",
    ).replace(
        "<!--EndFragment-->",
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>[AB1] À revoir.</p></div></div><!--EndFragment-->",
    )
    shown = read(text).text
    assert "Un texte gardé." in shown
    assert "AB1" not in shown


def test_remarks_of_google_docs_are_no_text() -> None:
    text = DOCS_FILE.replace(
        "</body>",
        '<p class="c0"><span>Un mot</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p>'
        '<div class="c9"><p class="c0"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>À revoir</span></p></div></body>',
    )
    shown = read(text).text
    assert "Un mot." in shown
    assert "revoir" not in shown


def test_what_stands_in_fields_of_word_is_text() -> None:
    text = WORD.replace(
        "toute la nuit", '<w:Sdt Title="Durée">toute la nuit<w:sdtPr>x</w:sdtPr></w:Sdt>'
    )
    assert "toute la nuit" in read(text).text


@each_row("name", NOTES)
def test_the_signs_of_notes_are_no_text(name: str) -> None:
    document = read(NOTES[name])
    texts = [block.text.value.strip(" \u00a0") for block in document.blocks]
    assert texts == ["Le four chauffe.", "Archives de la commune.", "Le Registre."]


@each_row("name", DRAWN)
def test_a_picture_that_word_draws_is_one_image(name: str) -> None:
    source = DRAWN[name].replace("<p class=MsoNormal>", "<!--StartFragment--><p class=MsoNormal>")
    (image,) = read(source).images
    assert image.alt is not None
    assert image.alt.value == "Le four & le feu"
    assert source[image.span.start :].startswith(("<!--[if", "<img", "<v:imagedata"))


def test_links_between_two_places_of_an_article_are_no_notes() -> None:
    page = '<!--StartFragment--><p><a id="a" href="#b">Voir la recette du pain</a></p><p><a id="b" href="#a">Retour au texte</a></p>'
    assert "Voir la recette du pain" in read(page).text
    page = '<!--StartFragment--><p><a id="a" href="#a">[1]</a> un</p><p><a id="c" href="#a">[2]</a> deux</p>'
    assert "[1] un" in read(page).text
