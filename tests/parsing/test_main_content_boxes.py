"""Boxes within and beside an article: labels over links, forms, polls, bylines under portraits, parts beside columns."""

from newspaper import BODY, LONG, PARAGRAPHS, SENTENCE, TITLE, article, lines, read, read_fragment
from tables import each_row

from seo_audit.document import BlockKind
from seo_audit.parsing.html.lines import is_byline, is_control, is_dateline

POLL = "".join(
    f"<div><label><input type=radio name=a> {answer}</label></div>"
    for answer in ("Oui, souvent", "Non, jamais", "Sans avis")
)
LINK = '<a href="/phares">Les phares, gardiens de la côte</a>'
READ_ALSO = '<a class="read-also" href="/phares">Les phares, gardiens de la côte</a>'

CUT = {
    "a label in its own element": f"<p><span>À lire aussi</span> {LINK}</p>",
    "a label whose link went first": f"<div><span>Lire aussi :</span> {READ_ALSO}</div>",
    "a form for letters": "<form><h3>La lettre du port</h3><p>Le port dans votre boîte, chaque lundi.</p>"
    "<label>Adresse <input type=email></label></form>",
    "a form to fill in": "<form><label>Votre nom <input></label><label>Votre ville <input></label></form>",
    "a poll": f"<div><p>Mangez-vous du poisson ?</p><div>{POLL}</div></div>",
    "a poll in a form": f"<form><p>Mangez-vous du poisson ?</p>{POLL}</form>",
    "what a button does with an article": "<div>Écouter cet article</div>",
    "a player that waits": "<div>Chargement de la vidéo…</div>",
    "what a button shows": "<p>Afficher le contenu externe</p>",
}


@each_row("name", CUT)
def test_boxes_are_left_out(name: str) -> None:
    assert article(CUT[name]) == []


TABS = "".join(
    f"<input type=radio name=t id=t{name}><label for=t{name}>{name}</label><div><pre>{name} grues</pre></div>"
    for name in ("pip", "uv")
)
KEPT = {
    "a sentence that begins like a label": "<p>À voir aussi le soir.</p>",
    "a book to read": f"<p>À lire aussi, <em>Les Phares</em>.</p><p>{SENTENCE}</p>",
    "a list of tasks": "<ul><li><label><input type=checkbox> Les grues</label></li><li><label><input type=checkbox> Le quai</label></li></ul>",
    "tabs made of choices": f"<div>{TABS}</div>",
    "a form with an article in it": f"<form><input><p>{SENTENCE * 10}</p></form>",
    "a question": f"<p>Mangez-vous du poisson ?</p><p>{SENTENCE}</p>",
    "a sentence on loading": f"<p>Chargement des bateaux à six heures.</p><p>{SENTENCE}</p>",
}


@each_row("name", KEPT)
def test_what_looks_like_a_box_is_kept(name: str) -> None:
    assert article(KEPT[name]) == lines(read_fragment(KEPT[name]))


@each_row(
    ("line", "expected"),
    [
        ("Par Jeanne Dupont, journaliste à Brest", True),
        ("Par Jeanne Dupont, rédactrice en chef, le 12 mars 2024", True),
        ("By Jane Doe, Staff Writer", True),
        ("Par Jeanne Dupont, la mer se raconte", False),
        ("Par temps de pluie, journaliste", False),
    ],
)
def test_who_signs_may_say_what_he_is(line: str, expected: bool) -> None:
    assert is_dateline(line) is expected


def test_a_date_is_no_byline() -> None:
    assert is_byline("Par Jeanne Dupont, le 12 mars 2024")
    assert not is_byline("Le 12 mars 2024")
    assert not is_byline("")


PORTRAIT = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"


def test_a_portrait_with_name_and_date_before_the_text_is_who_signs() -> None:
    signed = PORTRAIT.format("Par Jeanne Dupont, journaliste<br>Le 12 mars 2024")
    page = f"<article><h1>{TITLE}</h1>{{}}{BODY}</article>"
    assert lines(read(page.format(signed))) == [TITLE, *PARAGRAPHS]
    # a name alone is whose picture it is, a date alone when it was taken; and so are both within the text
    for shown in ("Par Jeanne Dupont", "Le 12 mars 2024"):
        assert shown in read(page.format(PORTRAIT.format(shown))).text
    assert "Jeanne Dupont" in read(page.format(BODY + signed)).text


@each_row("text", ["Voir la vidéo", "Offrir l’article", "Loading…"])
def test_what_buttons_say(text: str) -> None:
    assert is_control(text)


@each_row("text", ["Voir la vidéo du port", "L’article offert", "Chargement du quai"])
def test_what_no_button_says(text: str) -> None:
    assert not is_control(text)


@each_row(
    ("name", "caption"),
    [
        ("wp-caption-text", True),
        ("ImageCaption_root__pmF0L", True),
        ("newsCaption", True),
        ("caption", True),
        ("captioned", False),
        ("recaption", False),
    ],
)
def test_a_paragraph_called_a_caption(name: str, caption: bool) -> None:
    kinds = [block.kind for block in read_fragment(f'<p class="{name}">{SENTENCE}</p>').blocks]
    assert kinds == [BlockKind.CAPTION if caption else BlockKind.PARAGRAPH]


def test_a_caption_for_each_size_of_a_screen_is_read_once() -> None:
    part = f'<div class="PictureCaption"><span>{SENTENCE}</span> <span>{SENTENCE}</span></div>'
    assert [line.strip() for line in article(part)] == [SENTENCE]


def test_a_part_called_after_a_column_and_what_stands_beside_it_holds_the_article() -> None:
    hero = f"<section><div><div><h1>{TITLE}</h1><p>{SENTENCE * 3}</p></div></div></section>"
    page = f'<main>{hero}<section class="text-and-sidebar"><div><div>{LONG}</div></div></section></main>'
    assert PARAGRAPHS[0] in read(page).text
    beside = (
        f'<main><div><h1>{TITLE}</h1>{LONG}</div><div class="sidebar">{SENTENCE * 3}</div></main>'
    )
    assert SENTENCE not in read(beside).text


def test_what_stands_behind_tabs_is_read_and_the_row_of_tabs_is_not() -> None:
    panel = f'<div class="tabs"><div><p>{SENTENCE * 3}</p></div></div>'
    assert article(panel) == [SENTENCE * 3]
    row = '<div class="tabs"><a href="#a">Les grues du port</a> <a href="#b">Le quai et ses bateaux</a></div>'
    assert article(row) == []


def test_a_part_that_goes_on_with_a_section_belongs_to_the_article() -> None:
    first = f'<div class="first"><div><h1>{TITLE}</h1></div><div>{BODY}</div></div>'
    second = f"<div><h2>Le quai</h2><p>{SENTENCE * 9}</p></div>"
    assert SENTENCE in read(f"<main>{first}{second}</main>").text
    # with a title of its own it is another article
    other = second.replace("h2", "h1")
    assert SENTENCE not in read(f"<main>{first}{other}</main>").text


def test_a_part_called_alike_belongs_to_the_article_though_a_list_of_what_follows_stands_in_it() -> (
    None
):
    links = "".join(f'<li><a href="#{n}">Le quai numéro {n} et ses grues</a>' for n in range(5))
    first = f'<div class="rich-text"><p>{SENTENCE * 6}</p><ul>{links}</ul></div>'
    page = f'<h1>{TITLE}</h1><div>{first}<div class="rich-text">{LONG * 3}</div></div>'
    assert SENTENCE in read(page).text
