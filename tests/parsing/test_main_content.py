"""What of a page is the article, and what is furniture."""

import pytest
from newspaper import BODY, MENU, PARAGRAPHS, read
from tables import each_row

from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

COMMENTS = "".join(
    f"<li><b>Lecteur {number}</b><p>Merci pour ce bel article, que j’ai lu avec grand plaisir, vraiment !</p>"
    for number in range(12)
)


FURNITURE = {
    "nav": f"<nav>{MENU}</nav>",
    "menu by its class": f'<div class="main-menu">{MENU}</div>',
    "menu by its links": f"<div>{MENU}</div>",
    "footer": "<footer><p>Tous droits réservés, le Journal du port, 2024. Mentions légales.</p></footer>",
    "aside": "<aside><p>Le Journal paraît chaque jour, sauf le lundi, depuis 1920.</p></aside>",
    "comments": f'<section id="comments"><h2>12 commentaires</h2><ol>{COMMENTS}</ol></section>',
    "commentaires": f'<div class="liste-commentaires"><ol>{COMMENTS}</ol></div>',
    "related": '<div class="related-posts"><h3>À lire aussi</h3><p><a href=/d>Les phares, gardiens de la côte</a></p></div>',
    "related by its label": "<h3>À lire aussi</h3><ul><li><a href=/d>Les phares, gardiens de la côte</a></ul>",
    "share": '<div class="share-bar"><span>Partager sur les réseaux, tout de suite.</span></div>',
    "cookies": '<div id="cookie-banner"><p>Ce site utilise des cookies, pour vous servir mieux. Acceptez-vous ?</p></div>',
    "newsletter": '<div class="newsletter"><p>Recevez chaque matin, gratuitement, notre lettre d’information.</p></div>',
    "author box": '<div class="author-box"><p>Jeanne écrit sur la mer, les ports et les phares, depuis 2010.</p></div>',
    "role": '<div role="complementary"><p>Le Journal paraît chaque jour, sauf le lundi, depuis 1920.</p></div>',
}
FRAMES = {
    "article": "<h1>Le port se réveille</h1><article>{}</article>",
    "main": "<main><h1>Le port se réveille</h1>{}</main>",
    "microdata": '<div><h1>Le port se réveille</h1><div itemprop="articleBody">{}</div></div>',
    "div": '<div id="wrap"><h1>Le port se réveille</h1><div class="a7"><div class="x3">{}</div></div></div>',
    "table": "<table><tr><td>Réclame</td><td><h1>Le port se réveille</h1>{}</td></tr></table>",
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", FURNITURE)
def test_the_article_without_its_furniture(frame: str, name: str) -> None:
    document = read(FRAMES[frame].format(BODY + FURNITURE[name]))
    lines = document.text.split("\n\n")
    assert [line for line in lines if line != "Réclame"] == ["Le port se réveille", *PARAGRAPHS]
    assert document.headings[0].level == 1


@each_row("name", FURNITURE)
def test_furniture_outside_the_article(name: str) -> None:
    document = read(
        f"{FURNITURE[name]}<article><h1>Le port se réveille</h1>{BODY}</article>{FURNITURE[name]}"
    )
    assert document.text.split("\n\n") == ["Le port se réveille", *PARAGRAPHS]


def test_what_was_left_out_is_kept() -> None:
    page = f"<nav>{MENU}</nav><article>{BODY}<div class=share-bar>Partager</div></article><footer>Mentions légales</footer>"
    document = read(page)
    assert [(part.reason, part.text) for part in document.furniture] == [
        ("nav", "Accueil Politique Sports"),
        ("share", "Partager"),
        ("footer", "Mentions légales"),
    ]
    first = document.furniture[0]
    assert document.source.text[slice(*first.span)].startswith("<nav>")


def test_what_is_only_beside_the_article_is_kept_too() -> None:
    page = f"<div id=wrap><div class=q1>Édition du soir</div><article>{BODY}</article></div>"
    assert [(part.reason, part.text) for part in read(page).furniture] == [
        ("outside", "Édition du soir")
    ]


def test_comments_longer_than_the_article() -> None:
    comments = f'<div id="comments"><ol>{COMMENTS * 4}</ol></div>'
    document = read(f"<div><h1>Le port se réveille</h1>{BODY}</div>{comments}")
    assert document.text.split("\n\n") == ["Le port se réveille", *PARAGRAPHS]


def test_the_sites_name_is_no_title() -> None:
    page = f'<header><h1><a href="/">Le Journal</a></h1></header><article><h2>Le port se réveille</h2>{BODY}</article>'
    assert "Le Journal" not in read(page).text


def test_the_lead_belongs_to_the_article() -> None:
    lead = "Reportage au bout de la jetée, où l’on guette, chaque matin, le retour des bateaux."
    page = f'<header><h1>Le port se réveille</h1><p class="chapo">{lead}</p></header><div class="texte">{BODY}</div>'
    assert read(page).text.split("\n\n") == ["Le port se réveille", lead, *PARAGRAPHS]


def test_headings_captions_and_lists_stay() -> None:
    body = (
        f"<h2>La mer</h2>{BODY}<figure><img src=a.jpg><figcaption>Le port, vu du phare</figcaption></figure>"
        f"<h2>La terre</h2>{BODY}<ul><li>le bar<li>la sole</ul><h3></h3>{BODY}"
    )
    document = read(f"<article>{body}</article>")
    assert [heading.text.value for heading in document.headings] == ["La mer", "La terre", ""]
    assert "Le port, vu du phare" in document.text
    assert "la sole" in document.text


def test_names_on_the_whole_page_do_not_make_it_furniture() -> None:
    page = f'<div class="has-sidebar comments-open newsletter-on"><article class="post tag-cookies">{BODY}</article></div>'
    assert read(page).text.split("\n\n") == list(PARAGRAPHS)


def test_a_page_with_little_text_is_read_whole() -> None:
    assert read("<p>Bonjour.</p><p>Au revoir.</p>").text == "Bonjour.\n\nAu revoir."
    assert read("").text == ""


def test_labels_that_are_tips_or_headings_of_the_article_stay() -> None:
    tip = "À voir : la criée, dès l’aube, et le phare, pour sa vue sur toute la baie."
    document = read(
        f"<article>{BODY}<p>{tip}</p><h2>Catégories</h2>{BODY}<h2>Recommandations</h2>{BODY}</article>"
    )
    assert tip in document.text
    assert [heading.text.value for heading in document.headings] == [
        "Catégories",
        "Recommandations",
    ]


def test_a_page_hidden_until_its_script_runs_is_read() -> None:
    page = f'<div id="app" style="visibility:hidden"><article>{BODY}</article></div>'
    assert read(page).text.split("\n\n") == list(PARAGRAPHS)


def test_a_table_of_data_stays_and_one_for_layout_gives_paragraphs() -> None:
    data = "<table><tr><th>Port</th><th>Bateaux</th></tr><tr><td>Le Guilvinec</td><td>96</td></tr></table>"
    document = read(f"<table><tr><td>{BODY}{data}</td></tr></table>")
    kinds = [(block.kind.value, block.text.value) for block in document.blocks]
    assert kinds == [
        *(("paragraph", text) for text in PARAGRAPHS),
        *(("table-cell", text) for text in ("Port", "Bateaux", "Le Guilvinec", "96")),
    ]


def test_the_report_of_a_match_is_no_comment_section() -> None:
    moments = "".join(
        f'<div class="live-match-comment"><p>{minute}’ : belle action des locaux, sans résultat, hélas.</p></div>'
        for minute in range(20)
    )
    assert "19’ : belle action" in read(f"<main><h1>Le port se réveille</h1>{moments}</main>").text


def test_without_an_h1_the_page_s_title_said_again_begins_the_article() -> None:
    lead = PARAGRAPHS[0] + " " + PARAGRAPHS[3]
    page = parse(
        Source(
            "<!doctype html><title>Le port se réveille</title><body><div><table><tr><td>"
            "<p>Hors-série du mois de mai, chez votre marchand, à 7,65 euros.</p></td>"
            f"<td><font size=4>Le port se réveille</font><p>{lead}</p></td></tr></table>{BODY}</div>"
        )
    )
    assert page.text.split("\n\n") == ["Le port se réveille", lead, *PARAGRAPHS]
