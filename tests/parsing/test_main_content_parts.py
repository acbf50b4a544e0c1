"""What within and beside an article is furniture, and what looks like it and is not."""

import pytest
from newspaper import (
    BODY,
    LONG,
    MENU,
    PARAGRAPHS,
    SENTENCE,
    TITLE,
    article,
    lines,
    read,
    read_fragment,
)
from seo_audit.reports.html.words import FURNITURE
from tables import each_row

from seo_audit.parsing.html import furniture as _furniture
from seo_audit.parsing.html import lines as _lines
from seo_audit.parsing.html.lines import is_credit, is_dateline, is_sharing
from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

CUT = {
    "a name in one word": f'<div class="relatedposts"><p>{SENTENCE}</p></div>',
    "comments in one word": f'<ol class="commentlist"><li><p>{SENTENCE}</p></ol>',
    "not to be printed": f'<div class="box no-print"><p>{SENTENCE}</p></div>',
    "what paper says": f'<div id="printbox"><p>{SENTENCE}</p></div>',
    "the data of a post in one word": f'<div class="singlepostmeta">{SENTENCE}</div>',
    "a capital in the name": f'<div class="leftAd"><p>{SENTENCE}</p></div>',
    "the id of a paragraph": f'<p id="main-newsletter">{SENTENCE}</p>',
    "a class of one paragraph": f'<p class="newsletter">{SENTENCE}</p>',
    "the author’s name": '<div class="author">Jeanne Dupont</div>',
    "a date": '<div class="date">12/03/2024</div>',
    "a poll": '<div class="poll">Mangez-vous du poisson ? Oui, souvent. Non, jamais.</div>',
    "a carousel": f'<div class="carousel"><p>{SENTENCE}</p></div>',
    "a box before the rest": f'<div class="paywall"><p>{SENTENCE}</p></div>',
    "a credit": "<p>Photo : Jeanne Dupont / AFP</p>",
    "a credit in a caption": "<figure><img src=a.jpg><figcaption>© Le Journal</figcaption></figure>",
    "a picture of anything": "<figure><img src=a.jpg><figcaption>Image d’illustration. Jeanne Dupont</figcaption></figure>",
    "a credit with soft hyphens": "<p>Image illus&shy;tra&shy;tive : Jeanne Dupont</p>",
    "whose the page is": "<p>Copyright © 2024 Le Journal du port. Tous droits réservés.</p>",
    "the place in a gallery": "<div><span>Image 2 sur 5</span></div>",
    "the button of a caption": "<p>Masquer la légende</p>",
    "the button of a player": "<div>Lire la vidéo</div>",
    "what only screen readers say": '<p><span class="text__text__1FZLe VisuallyHidden-module__x1">Ouvre un nouvel onglet</span></p>',
    "networks": "<div>Partager sur Facebook X (Twitter) WhatsApp E-mail Copier le lien</div>",
    "an advertisement": "<p>- Publicité -</p>",
    "an advertisement in German": "<div>Anzeige</div>",
    "the way back": '<p><a href="/quais">« Retour à la liste des quais</a></p>',
    "a long label that is a link": f'<p>À lire aussi : <a href="/phare">{SENTENCE * 2}</a></p>',
    "two teasers": '<p><a href="/phares">Les phares, gardiens de la côte</a></p><p><a href="/bac">Le bac reprend du service</a></p>',
}


@each_row("name", CUT)
def test_left_out_of_the_article(name: str) -> None:
    assert article(CUT[name]) == []


KEPT = {
    "a number that ends like a name": f'<p id="a3-c5ad">{SENTENCE}</p>',
    "a number with capitals in it": f'<div id="block-n1AuAdJlVL"><p>{SENTENCE}</p></div>',
    "classes made by a machine": f'<div class="nm gt no b hr ad ns"><p>{SENTENCE}</p></div>',
    "an anchor": f'<p id="la-publicite-et-les-cookies-en-mer">{SENTENCE}</p>',
    "a paragraph behind a paywall": f'<p class="paywall">{SENTENCE}</p>',
    "an author in a long part": f'<div class="author"><p>{SENTENCE * 3}</p></div>',
    "an opinion": f'<div class="commentary"><p>{SENTENCE}</p></div>',
    "a caption": f"<figure><img src=a.jpg><figcaption>Photo : le port, vu du phare, un soir d’hiver</figcaption></figure><p>{SENTENCE}</p>",
    "the third of a list": f"<p>(c) le patron du bateau, s’il est à bord ;</p><p>{SENTENCE}</p>",
    "a sentence on networks": f"<p>Facebook et Twitter ont fermé leurs bureaux du port.</p><p>{SENTENCE}</p>",
    "a section on advertising": f"<h2>Publicité</h2><p>{SENTENCE}</p>",
    "a return": f"<h3>Retour au port</h3><p>Suivant</p><p>{SENTENCE}</p>",
    "one link": f'<p><a href="/phares">Les phares, gardiens de la côte</a></p><p>{SENTENCE}</p>',
    "a button in a list of buttons": f"<ul><li>Fermer</li><li>Plein écran</li></ul><p>{SENTENCE}</p>",
    "the subject of the article": f"<p>Copyright, droit d’auteur : tout est affaire de pays.</p><p>{SENTENCE}</p>",
    "the caption of a photograph": f"<p>Image 3 : la criée</p><p>{SENTENCE}</p>",
    "a share": f"<p>2 sur 5</p><p>{SENTENCE}</p>",
    "sources": '<p><a href="https://phares.example/">Les phares, gardiens de la côte</a></p><p><a href="mailto:bac@port.example">Écrire au bac du port</a></p>',
    "links in a list of other things": f'<ul><li><p><a href="/a">Les phares, gardiens de la côte</a></p>{SENTENCE}<li><p><a href="/b">Le bac reprend du service</a></p>{SENTENCE}</ul>',
    "a date in the text": f"<p>{SENTENCE * 2}</p><p>Le 12 mars 2024</p>",
    "colours of a program": '<pre><code><span class="comment"># la marée</span> <span class="meta">haute</span></code></pre>',
}


@each_row("name", KEPT)
def test_kept_in_the_article(name: str) -> None:
    assert article(KEPT[name]) == lines(read_fragment(KEPT[name]))


def test_a_link_to_another_site_is_no_teaser_when_the_page_says_which_is_its_own() -> None:
    teasers = '<p><a href="https://{}/a">Les phares, gardiens de la côte</a></p><p><a href="/b">Le bac reprend du service</a></p>'
    page = '<!doctype html><title>{}</title><link rel=canonical href="https://www.port.example/quai"><body><article>{}</article>'
    own = page.format(TITLE, BODY + teasers.format("port.example"))
    other = page.format(TITLE, BODY + teasers.format("ailleurs.example"))
    assert "phares" not in parse(Source(own)).text
    assert "phares" in parse(Source(other)).text


def test_a_name_that_most_paragraphs_bear_tells_nothing() -> None:
    paragraphs = "".join(f'<p class="newsletter">{text}</p>' for text in PARAGRAPHS)
    assert lines(read(f"<h1>{TITLE}</h1><div>{paragraphs}</div>")) == [TITLE, *PARAGRAPHS]


@each_row(
    "line",
    [
        "Publié le 12 mars 2024 à 10 h 30, mis à jour le 13/03/2024",
        "Publié le 12 mars 2024 à 10 h 30, mis à jour il y a une heure",
        "Par Jeanne Dupont et Paul Martin",
        "By Jean Levasseur | Published Oct 27, 2023 1:03 PM EDT",
        "15.04.2025, 17:59 Lesezeit: 5 Min.",
        "Temps de lecture : 4 minutes",
    ],
)
def test_a_dateline_under_the_title_is_left_out(line: str) -> None:
    assert is_dateline(line)
    page = f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


@each_row(
    "line",
    [
        "Le 12 mars, tout a changé.",
        "Par temps de brume",
        "À une heure du port",
        "À la une",
        "By the sea",
        "Par Toutatis !",
        "Mars",
        "Von Hamburg bis Brest in zwei Tagen",
    ],
)
def test_a_subtitle_is_no_dateline(line: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>"
    assert lines(read(page)) == [TITLE, line, *PARAGRAPHS]


@each_row(
    ("text", "credit"),
    [
        ("Photo : Jeanne Dupont / AFP", True),
        ("(Foto: Felix Zahn/imago)", True),
        ("Photo by Justin Sullivan", True),
        ("© dpa", True),
        ("(c) Kab Niang", True),
        ("Photo d’archives. Le Journal", True),
        ("Photo : le port au petit matin", False),
        ("Photos du port", False),
        ("(c) le patron, s’il est à bord", False),
        ("Images d’un naufrage", False),
        ("Le port. © dpa", False),
        ("", False),
    ],
)
def test_what_is_a_credit(text: str, credit: bool) -> None:
    assert is_credit(text) is credit


@each_row(
    ("text", "sharing"),
    [
        ("Facebook Twitter", True),
        ("Share on Facebook, X or LinkedIn", False),
        ("Share this article on Facebook", True),
        ("Partager", False),
        ("Twitter ferme", False),
    ],
)
def test_what_is_sharing(text: str, sharing: bool) -> None:
    assert is_sharing(text) is sharing


def test_a_credit_is_no_label() -> None:
    box = f"<div><p>Photo : Jeanne Dupont / AFP</p><p>{SENTENCE}</p></div>"
    assert article(box) == [SENTENCE]
    advertised = f'<div><p>Publicité</p><p>{SENTENCE} <a href="/a">Le plan du port, quai par quai, en grand</a></p></div>'
    assert len(article(advertised)) == 1


def test_a_part_called_the_head_of_the_page_goes_when_the_title_is_elsewhere() -> None:
    head = f'<div class="page-header"><p>{SENTENCE}</p></div>'
    assert article(head) == []
    assert (
        lines(read(f"<div>{head}<div>{SENTENCE}</div></div>", title="Accueil")).count(SENTENCE) == 2
    )


def test_a_notice_on_cookies_on_a_short_page() -> None:
    notice = f'<div class="cookie-box"><p>{SENTENCE}</p></div>'
    page = f"{notice}<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></div>"
    assert lines(read(page)) == [TITLE, PARAGRAPHS[0]]


# where the article is


TEASERS = "".join(
    f"<li><a href=/{number}>La marée du jour numéro {number}</a><p>Elle monte, elle descend, puis elle remonte encore.</p>"
    for number in range(20)
)


def test_a_short_article_beside_a_long_column() -> None:
    page = f"<div><div class=m1><h1>{TITLE}</h1>{BODY}</div><div class=m2><ul>{TEASERS}</ul></div></div>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_a_column_before_the_article() -> None:
    page = f"<div><div id=rightcol>{TEASERS * 3}<p>{SENTENCE * 20}</p></div><div class=m1><h1>{TITLE}</h1>{BODY}</div></div>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_teasers_are_no_article_though_there_is_no_title() -> None:
    teasers = TEASERS.replace(" du jour", " du jour, heure par heure et port par port,").replace(
        ", elle descend", ""
    )
    page = f"<div><div class=m1>{LONG}</div><div class=m2><ul>{teasers}</ul></div></div>"
    assert lines(read(page, title="Accueil")) == lines(read_fragment(LONG))


LEAD = PARAGRAPHS[0] + " " + PARAGRAPHS[3]
LINKED = "".join(
    f"<p>Le quai numéro {number} attend <a href=/grues/{number}>ses grues, promises</a> depuis des années déjà.</p>"
    for number in range(4)
)


@each_row(
    ("name", "body"),
    [
        # a lead, and much more text behind it
        ("x7", f"<div class=x8><div>{LONG}</div></div>"),
        ("x7", f"<div class=x8><div>{LONG}</div></div><div class=x9><div>{BODY}</div></div>"),
        # what is called the head of an article, with less text behind it
        ("article-header", f"<div class=x8><div>{LINKED}</div></div><div class=x9>{LINKED}</div>"),
    ],
)
def test_the_head_of_an_article_is_not_all_of_it(name: str, body: str) -> None:
    page = f'<div><div class="{name}"><h1>{TITLE}</h1><p>{LEAD}</p></div>{body}</div>'
    assert lines(read(page)) == [TITLE, LEAD, *lines(read_fragment(body))]


def test_all_of_what_its_author_calls_an_article_is_one() -> None:
    other = f"<article class=s><h2>La terre</h2>{BODY}</article>"
    body = f"<div class=x8><div>{LINKED}</div></div><div class=x9>{LINKED}</div>"
    page = f"<main><article class=s><div class=x7><h1>{TITLE}</h1><p>{LEAD}</p></div>{body}</article>{other}</main>"
    assert lines(read(page)) == [TITLE, LEAD, *lines(read_fragment(body))]


def test_text_before_the_part_with_the_title_is_no_article() -> None:
    column = (
        "<p>Le Journal paraît chaque jour, sauf le lundi, depuis 1920, et reparaîtra demain.</p>"
    )
    page = f"<div><div class=m0>{column * 12}</div><div class=m1><h1>{TITLE}</h1>{BODY}</div></div>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_loose_paragraphs_beside_the_title_stay() -> None:
    page = f"<div><div class=x7><h1>{TITLE}</h1><p>{SENTENCE * 3}</p></div>{LONG}</div>"
    assert lines(read(page))[-1].startswith("Le quai numéro 7")


def test_a_title_after_the_article_ends_nothing() -> None:
    lead = f'<div class="chapo"><p>{LEAD}</p></div>'
    page = f"<div>{lead}<div><div>{LONG}</div></div></div><div><h1>{TITLE}</h1></div>"
    assert lines(read(page))[0] == LEAD


def test_the_title_in_a_lower_heading_when_the_h1_is_the_site() -> None:
    page = (
        f'<header><h1><a href="/">Le Journal du port</a></h1></header><div><div class=m2><ul>{TEASERS}</ul></div>'
        f"<div class=m1><p>Édition du soir</p><h2>{TITLE}</h2>{BODY}</div></div>"
    )
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_the_title_in_a_lower_heading_that_says_a_part_of_it() -> None:
    teaser = f"<h2><a href=/hier>{TITLE} au petit matin</a></h2><p>{SENTENCE}</p>"
    page = f"<div><div class=m2>{teaser}</div><div class=m1><p>Édition du soir</p><h2>{TITLE}</h2>{BODY}</div></div>"
    assert lines(read(page, title=f"{TITLE} au petit matin")) == [TITLE, *PARAGRAPHS]


def test_the_title_in_no_heading() -> None:
    page = f"<div><div class=m2><ul>{TEASERS}</ul></div><div class=m1><p>Édition du soir</p><b>{TITLE}</b>{BODY}</div></div>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_a_page_whose_only_h1_is_not_like_its_title() -> None:
    page = f"<div><p>Édition du soir</p><h1>Au bout du quai, les grues</h1>{BODY}</div>"
    assert lines(read(page, title="Reportage")) == ["Au bout du quai, les grues", *PARAGRAPHS]


def test_a_subtitle_belongs_to_the_article() -> None:
    subtitle = "Une heure avec ceux qui rentrent"
    page = f'<div class=t><h1>{TITLE}</h1><h2 class="{{}}">{subtitle}</h2></div><div class=s>1</div><div class=u><div>{BODY}</div></div>'
    for name in ("deck", "sous-titre", "article__subtitle"):
        assert lines(read(page.format(name))) == [TITLE, subtitle, *PARAGRAPHS]
    assert lines(read(page.format("x9"))) == [TITLE, *PARAGRAPHS]


def test_several_articles_under_one_title_are_its_sections() -> None:
    sections = f"<article class=s><h2>La mer</h2>{BODY}</article><article class=s><h2>La terre</h2>{BODY}</article>"
    page = f"<main><div><h1>{TITLE}</h1></div>{sections}</main>"
    assert lines(read(page)) == [TITLE, "La mer", *PARAGRAPHS, "La terre", *PARAGRAPHS]


def test_the_next_article_is_another_one() -> None:
    other = "".join(f"<p>{text} Ailleurs, c’est autre chose.</p>" for text in PARAGRAPHS[:2])
    page = f"<main><article class=s><h1>{TITLE}</h1>{BODY}</article><article class=s><h2>La terre</h2>{other}</article></main>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_a_table_of_data_is_not_the_article() -> None:
    rows = "".join(
        f"<tr><td>Quai {number}</td><td>Il attend, depuis dix ans, sa grue et ses filets, tout neufs.</td></tr>"
        for number in range(20)
    )
    notes = '<div>Voir, pour chacun, <a href="/quais">la carte des quais</a>, puis <a href="/grues">celle des grues</a>.</div>'
    page = f"<div><div><p>{SENTENCE}</p><table><tr><th>Quai</th><th>État</th></tr>{rows}</table>{notes}</div></div>"
    found = lines(read(page, title="Accueil"))
    assert found[0] == SENTENCE
    assert found[-1] == "Voir, pour chacun, la carte des quais, puis celle des grues."


# what only a script shows


def test_the_parts_that_react_sends_are_read() -> None:
    shell = "<div><!--$?--><template id='B:1'></template><p>Chargement, un instant.</p></div>"
    page = f"<nav>{MENU}</nav>{shell}<div hidden id='S:1'><article><h1>{TITLE}</h1>{BODY}</article></div><script>$RC('B:1','S:1')</script>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


def test_what_is_hidden_otherwise_is_not() -> None:
    page = (
        f"<article><h1>{TITLE}</h1>{BODY}</article><div hidden id='panier'><p>{SENTENCE}</p></div>"
    )
    assert SENTENCE not in read(page).text


def test_an_article_in_noscript_is_read_when_there_is_no_other() -> None:
    paragraphs = "".join(f"<p>{text}<br>{text}</p>" for text in PARAGRAPHS)
    alone = f"<div class=post><h1>{TITLE}</h1><script>montrer()</script><noscript>{paragraphs}<p><i>{SENTENCE}</i></noscript></div>"
    assert SENTENCE in read(alone).text
    assert SENTENCE not in read(f"{alone}<div>{LONG}</div>").text


def test_readers_are_told_every_reason() -> None:
    reasons = {
        *_furniture.ELEMENTS.values(),
        *_furniture._ROLES.values(),
        *_furniture._WORDS,
        *_furniture._PREFIXES,
        *_furniture._PAIRS,
        *_furniture._SHORT_WORDS,
        *_furniture._TOKENS,
        *_lines._LABELS,
        "links",
    }
    assert reasons <= set(FURNITURE)


BOX = (
    "<table bgcolor=#fef6cd><tr><td></td><td><b>Que fait un bosco ?</b></td></tr>"
    f"<tr><td><p>{SENTENCE}</p></td><td></td></tr></table>"
)


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (LONG + BOX, False),
        (LONG + BOX + "<p> </p>", False),
        (LONG + f"<div>{BOX}</div>", False),
        (LONG + BOX + BODY, True),
        (LONG + BOX.replace("#fef6cd", "#FFFFFF"), True),
        (LONG + BOX.replace("bgcolor=#fef6cd", ""), True),
        (LONG + BOX.replace("<td></td><td><b>", "<td>Le métier</td><td><b>"), True),
        (f"<p>{SENTENCE}</p>" + BOX, True),
    ],
    ids=[
        "at the end",
        "before nothing",
        "in an element",
        "in the midst",
        "white",
        "no colour",
        "rows of two cells",
        "half of the article",
    ],
)
def test_a_box_of_its_own_colour_at_the_end_is_an_aside(part: str, kept: bool) -> None:
    document = read(f"<h1>{TITLE}</h1>{part}")
    assert ("Que fait un bosco ?" in document.text) is kept
    assert ("aside" in [one.reason for one in document.furniture]) is not kept


@each_row("name", ["sharing-bar", "social-links", "partager"])
def test_icons_that_share_are_no_links_of_the_article(name: str) -> None:
    icons = "".join(f'<a class="icone" href="https://exemple.org/{n}"></a>' for n in range(3))
    body = (
        "<p>La fontaine du village coule de nouveau depuis lundi, et les enfants y boivent.</p>" * 6
    )
    picture = '<div class="banniere"><img src="fontaine.jpg" alt="La fontaine"></div>'
    page = f'<html><body><main><h1>La fontaine</h1><div class="{name}">{icons}</div>{picture}{body}</main></body></html>'
    document = parse(Source(page))
    assert not document.links
    assert len(document.images) == 1


def test_a_footer_behind_the_main_part_is_one_however_little_stands_before() -> None:
    footer = (
        f'<div class="footer section"><div class="widget"><p>{SENTENCE} {SENTENCE}</p></div></div>'
    )
    page = f'<main><article><h1>{TITLE}</h1><img src="a.jpg" alt=""></article></main>{footer}'
    assert lines(read(page)) == [TITLE]
    # where no main part is told, it may hold the article
    assert len(lines(read(page.replace("main>", "div>")))) == 2


def test_what_themes_of_wordpress_write_under_an_article() -> None:
    for line in (
        'This entry was posted in <a href="/a/">Galeries</a> by <a href="/b/">admin</a>. Bookmark the <a href="/c/">permalink</a>.',
        'Ce contenu a été publié dans <a href="/a/">Galeries</a> par <a href="/b/">admin</a>. Mettez-le en favori.',
    ):
        assert not article(f'<div class="entry-utility">{line}</div>')
    assert article(
        "<p>Ce contenu est publié par la mairie chaque printemps, et il se lit au musée.</p>"
    )


def _reviews(count: int) -> str:
    said = "Équipe très sérieuse, chantier propre et délais tenus du début à la fin, avec de bons conseils."
    one = (
        f'<div itemprop="review" itemscope itemtype="https://schema.org/Review"><p>{said}</p></div>'
    )
    return f"<div>{one * count}</div>"


def test_reviews_one_behind_the_other_are_no_article() -> None:
    article = (
        "<h1>Le toit solaire</h1>"
        + "<p>La ferme voulait produire son courant, sans gêner le travail.</p>" * 3
    )
    for page in (article + _reviews(20), _reviews(20) + article):
        document = read(f"<html><body>{page}</body></html>")
        assert "Équipe" not in document.text
        assert "La ferme" in document.text
    assert "Équipe" in read(f"<html><body><h1>Le toit solaire</h1>{_reviews(1)}</body></html>").text


def test_links_of_mediawiki_beside_a_heading_are_no_text() -> None:
    edit = '<span class="mw-editsection">[<a href="/w">modifier</a>]</span>'
    page = f'<h1>Lac</h1><div class="mw-heading"><h2>Bois</h2>{edit}</div><p>Le bois est grand, et le lac est long.</p>'
    document = read(f"<html><body>{page}</body></html>")
    assert "modifier" not in document.text
    assert "Bois" in document.text


def test_what_opens_over_a_page_is_not_its_article_however_short() -> None:
    page = (
        "<!doctype html><html><head><title>Le lac gelé du nord - Les amis du lac</title></head><body>"
        "<div class='modal' role='{}'><h5>Avant de nous écrire</h5><p>{}</p></div>"
        "<section><h1>Le lac gelé du nord</h1></section>"
        "<div class='page'><div class='text'><p>Il est gelé depuis lundi, et on y patine déjà.</p></div></div></body></html>"
    )
    said = (
        "Notre association ne répond qu’aux riverains du lac, et renvoie les autres aux mairies. "
        * 6
    )
    blocks = [
        block.text.value for block in parse(Source(page.format("dialog", said), "a.html")).blocks
    ]
    assert blocks == ["Le lac gelé du nord", "Il est gelé depuis lundi, et on y patine déjà."]


@pytest.mark.parametrize(
    "bar", ['class="book-header" role="navigation"', 'id="menu-bar" class="menu-bar sticky"']
)
def test_the_name_of_a_book_in_a_bar_of_navigation_is_no_title(bar: str) -> None:
    bar = f'<div {bar}><h1><a href="./">{TITLE}</a></h1></div>'
    document = read(f'{bar}<div role="main"><h1>Avant-propos</h1>{BODY}</div>')
    assert lines(document) == ["Avant-propos", *PARAGRAPHS]
    # a page that has no other keeps it
    assert lines(read(f"{bar}<div role='main'>{BODY}</div>"))[-4:] == list(PARAGRAPHS)


def test_what_stands_under_an_empty_main_part_is_no_article() -> None:
    made = (
        "<footer>Compilé avec <a href=https://s.exemple>Sphinx</a> en utilisant un thème</footer>"
    )
    page = f"<!doctype html><title>Recherche</title><body><div role=main><noscript><p>Activez JavaScript.</p></noscript></div>{made}"
    assert parse(Source(page)).text == ""
    assert "Sphinx" in parse(Source(page.replace(" role=main", ""))).text


_WIKI = (
    '<!doctype html><html><head><title>Le lac - Wiki du bourg</title><meta name="keywords" content="Le lac,Le bourg,Les noix">'
    '</head><body class="{}"><div id="content"><h1 class="firstHeading">Le lac</h1><div id="bodyContent">'
    '<h3 id="{}">Un article du Wiki du bourg.</h3><div id="contentSub">(Redirigé depuis Lac)</div>'
    "<p>Le lac gèle chaque hiver, et l’on y patine de la rive au moulin.</p>"
    "<p>Les pêcheurs y percent des trous, et les enfants tirent leurs luges jusqu’au soir.</p>"
    '<div class="printfooter">Récupérée de « <a href="https://wiki.exemple.fr/Lac">https://wiki.exemple.fr/Lac</a> »</div>'
    '<div id="catlinks"><a href="/Eaux">Catégorie : Eaux</a></div></div></div></body></html>'
)


def test_what_mediawiki_writes_around_its_pages_is_no_text() -> None:
    document = parse(Source(_WIKI.format("mediawiki ns-0", "siteSub"), "a.html"))
    assert document.text.startswith("Le lac\n\nLe lac gèle chaque hiver")
    assert document.text.endswith("jusqu’au soir.")
    assert document.metadata.keywords == ()


def test_a_heading_and_keywords_of_another_page_stay() -> None:
    document = parse(Source(_WIKI.format("page", "lac"), "a.html"))
    assert "Un article du Wiki du bourg." in document.text
    assert [one.value for one in document.metadata.keywords] == ["Le lac", "Le bourg", "Les noix"]


PHARES = '<ul><li><a href="{}/phares">Les phares</a></li><li><a href="{}/bac">Le bac reprend</a></li></ul>'
OWN, OTHERS = PHARES.format("", ""), PHARES.format("https://phares.example", "https://bac.example")
LISTS = {
    "below a sentence that leads to them": (f"<p>Deux articles en parlent :</p>{OWN}", True),
    "below a heading": (f"<h3>Le port</h3>{OWN}", True),
    "of other sites": (f"<p>{SENTENCE}</p>{OTHERS}", True),
    "of other sites, within an item": (f"<ul><li>Les sites{OTHERS}</li></ul>", True),
    "of other sites, below a label": (f"<h3>Pour aller plus loin</h3>{OTHERS}", True),
    "that nothing leads to": (f"<p>{SENTENCE}</p>{OWN}", False),
    "below a label": (f"<h3>Pour aller plus loin</h3>{OWN}", False),
    "named by a template": ("<h3>Le port</h3>" + OWN.replace("<ul", '<ul class="liens"'), False),
    "with named items": ("<h3>Le port</h3>" + OWN.replace("<li", '<li class="lien"'), False),
    "below a paragraph that a template named": (
        f'<p class="titre">Deux articles :</p>{OWN}',
        False,
    ),
    "that leads to its own parts": ("<h3>Le port</h3>" + PHARES.format("#", "#"), False),
}


@each_row("name", LISTS)
def test_a_list_of_links_is_the_author_s_or_the_template_s(name: str) -> None:
    part, is_kept = LISTS[name]
    assert ("Les phares" in article(part)) is is_kept


def test_a_list_that_leads_to_the_site_itself_is_no_reference() -> None:
    part = f"<p>{SENTENCE}</p>" + PHARES.format("https://port.example", "https://port.example")
    own = '<link rel="canonical" href="https://port.example/quai">'
    page = f"<head><title>{TITLE}</title>{{}}</head><article><h1>{TITLE}</h1>{BODY}{part}{BODY}</article>"
    assert "Les phares" not in read(page.format(own)).text
    assert "Les phares" in read(page.format(own.replace("port.", "journal."))).text


def test_who_wrote_it_and_when_under_a_title_are_no_headings() -> None:
    told = '<h4 class="author">Jeanne Dupont</h4><h4 class="date">20 mars 2023</h4>'
    document = read(f'<div id="header"><h1 class="title">{TITLE}</h1>{told}</div>{BODY}')
    assert [block.text.value for block in document.headings] == [TITLE]
    # a part of the article may be called so
    part = (
        f'<h3>La criée</h3><p>{SENTENCE}</p><h4 class="author">Les pêcheurs</h4><p>{SENTENCE}</p>'
    )
    kept = read(f"<article><h1>{TITLE}</h1>{BODY}{part}</article>")
    assert [block.text.value for block in kept.headings] == [TITLE, "La criée", "Les pêcheurs"]


@pytest.mark.parametrize(("link", "whole"), [("{}", True), ("<a href=/offre>{}</a>", False)])
def test_a_page_of_labels_is_more_than_the_sentence_below_its_title(link: str, whole: bool) -> None:
    offered = ("Taille des haies", "Tonte des grandes pelouses", "Soins aux vieux arbres") * 4
    labels = "".join(f"<div><span>{link.format(label)}</span></div>" for label in offered)
    page = (
        "<html><head><title>Le jardin</title></head><body><main><div><section><div><div><h1>Le jardin</h1>"
        "<p>Nous venons chez vous, sans attendre, de mars à novembre, avec nos outils.</p></div></div></section>"
        f"<section><div><div><h2>Notre travail</h2>{labels}</div><div><h3>Un devis ?</h3>"
        "<p>Notre équipe vous répond dans la journée.</p><a href=/devis>Demander un devis</a>"
        "<a href=tel:0>Appeler le 01 02 03 04 05</a></div></div></section></div></main></body></html>"
    )
    found = [block.text.value for block in parse(Source(page)).blocks]
    assert "Le jardin" in found
    assert ("Soins aux vieux arbres" in found) is whole


@pytest.mark.parametrize(("attribute", "kept"), [("role=dialog", False), ("", True)])
def test_a_notice_on_cookies_over_a_page_without_a_title_is_not_its_text(
    attribute: str, kept: bool
) -> None:
    notice = (
        "<p>Le stockage qui est utilisé à des fins statistiques vous sert. Il dure un an, et plus.</p>"
        * 4
    )
    page = (
        "<html><head><title>Le lac</title></head><body><div><p>Il est gelé depuis lundi, et nous y allons.</p>"
        f"<p>Les enfants y patinent, chaque soir.</p></div><div class=xx-cookiebanner {attribute}>{notice}</div></body></html>"
    )
    text = " ".join(block.text.value for block in parse(Source(page)).blocks)
    assert "gelé" in text or kept
    assert ("fins statistiques" in text) is kept


def test_the_title_that_is_said_once_more_for_printers_is_not_the_article_s() -> None:
    lines = "<p>" + "Le four du hameau chauffe trois fois par an, et chacun y porte son pain. " * 8
    page = (
        "<html><head><title>Le four à pain</title></head><body><div class='onlyprint'><h1>Le four à pain</h1></div>"
        f"<article><section id='le-four-a-pain'><h1>Le four à pain</h1>{lines}</p></section></article></body></html>"
    )
    document = parse(Source(page, "four.html"))
    assert [one.text.value for one in document.headings] == ["Le four à pain"]


@pytest.mark.parametrize("heading", ["<h1><a href=/billets/lac/>{}</a></h1>", "<h1>{}</h1>"])
def test_a_head_of_links_keeps_the_title(heading: str) -> None:
    title = "Le lac est gelé"
    tags = "".join(f"<a href=/tags/{tag}>#{tag}</a> " for tag in ("lac", "hiver", "patin"))
    lines = "Les enfants y patinent, chaque soir, jusqu’à la nuit. " * 8
    page = (
        f"<html><head><title>{title} | Le nord</title></head><body><main><article><header>{heading.format(title)}"
        f"<div class=mots>{tags}</div></header><p>{lines}</p></article></main></body></html>"
    )
    blocks = parse(Source(page)).blocks
    assert blocks[0].text.value == title
    assert "#hiver" not in " ".join(block.text.value for block in blocks)


@pytest.mark.parametrize(("inside", "whole"), [("", False), ("Le nord en hiver. " * 40, True)])
def test_a_page_that_waits_for_its_text_has_none(inside: str, whole: bool) -> None:
    page = (
        "<html><head><title>Accueil – Le nord</title></head><body><div><div><a href=/>Le nord</a></div>"
        "<div>Une étude, pour voir s'il faut patiner sur le lac gelé ou le laisser en paix.</div></div>"
        f"<main><article><h1>Accueil</h1><div>{inside}</div></article></main></body></html>"
    )
    found = [block.text.value for block in parse(Source(page)).blocks]
    assert found[0] == "Accueil"
    assert (len(found) > 1) is whole
    assert not any("étude" in text for text in found)


def test_what_mkdocs_says_of_a_page_is_no_text() -> None:
    box = "<div class='{}'><small>Fichier modifié par le meunier.</small></div>"
    assert (
        "meunier" not in read(f"<article>{BODY}{box.format('md-source-file')}{BODY}</article>").text
    )
    assert "meunier" in read(f"<article>{BODY}{box.format('source-file')}{BODY}</article>").text
