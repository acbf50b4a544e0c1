"""Lines within an article that no author wrote: whose a picture is, what scripts and subscriptions say, other articles."""

import pytest
from newspaper import BODY, LONG, PARAGRAPHS, SENTENCE, TITLE, article, lines, read, read_fragment
from tables import each_row

from seo_audit.document import Document
from seo_audit.parsing.html.lines import is_count, is_following, is_offer, without_count
from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

CAPTION = "Les grues du quai, un soir de janvier, sous la neige"

FIGURES = {
    "a credit in a span": f"<figcaption>{CAPTION} <span>© Jeanne Dupont / AFP</span></figcaption>",
    "an agency": f"<figcaption>{CAPTION} <span>Getty Images</span></figcaption>",
    "two agencies": f"<figcaption>{CAPTION} <small>AFP / Reuters</small></figcaption>",
    "a work cited": f"<figcaption>{CAPTION} <cite>Atelier du port</cite></figcaption>",
    "whose it is said to be": f"<figcaption>{CAPTION} <span itemprop=copyrightHolder>Atelier du port</span></figcaption>",
    "which of how many": f"<span>2 / 12</span><figcaption>{CAPTION}</figcaption>",
    "which of how many, in the caption": f"<figcaption><span>2 sur 12</span> {CAPTION}</figcaption>",
    "once more, cut short": f"<figcaption><span>{CAPTION}</span> <span>Les grues du quai, un soir…</span></figcaption>",
}


@each_row("name", FIGURES)
def test_a_caption_without_what_stands_beside_it(name: str) -> None:
    found = article(f"<figure><img src=a.jpg alt=Grues>{FIGURES[name]}</figure>")
    assert [line.strip() for line in found] == [CAPTION]


KEPT_FIGURES = {
    "who wrote a quotation": "<figure><blockquote>Il pleut sur la mer, et pas sur les grues.</blockquote>"
    "<figcaption>Poème de <cite>Jeanne Dupont</cite></figcaption></figure>",
    "a line that leads to the credit": f"<figure><img src=a.jpg><figcaption>{CAPTION} – <span>Photo : Jeanne Dupont</span></figcaption></figure>",
    "words marked in a caption": "<figure><img src=a.jpg><figcaption>La criée, <b>vue du phare</b>, un soir</figcaption></figure>",
    "an agency in a sentence": f"<p>La dépêche de <span>Reuters</span> a fait le tour du port.</p><p>{SENTENCE}</p>",
    "another beginning": "<figure><img src=a.jpg><figcaption><span>Le quai des grues, vu de la mer</span> "
    "<span>Le quai des grues, vu de la terre</span></figcaption></figure>",
    "a share in a text": f"<p>La note : <b>8/10</b></p><p>{SENTENCE}</p>",
}


@each_row("name", KEPT_FIGURES)
def test_a_caption_is_kept_whole(name: str) -> None:
    assert article(KEPT_FIGURES[name]) == lines(read_fragment(KEPT_FIGURES[name]))


def test_a_gallery_shows_a_picture_once_under_any_number() -> None:
    figures = "".join(
        f"<figure><img src={number}.jpg><figcaption>{number} sur 3 : {CAPTION}</figcaption></figure>"
        for number in range(1, 4)
    )
    assert article(figures) == [f"1 sur 3 : {CAPTION}"]


HIDDEN = '<span style="{}">, nouvel onglet</span>'


@each_row(
    "style",
    [
        "border:0;clip:rect(0 0 0 0);height:1px;position:absolute",
        "clip: rect(1px, 1px, 1px, 1px)",
        "clip-path:inset(50%);width:1px",
    ],
)
def test_what_a_style_leaves_to_be_heard_is_no_text(style: str) -> None:
    link = f'<p>Le port a <a href="/plan">son plan{HIDDEN.format(style)}</a>, que chacun peut lire.</p>'
    assert article(link) == ["Le port a son plan, que chacun peut lire."]


@each_row("style", ["clip:rect(0 0 90px 90px)", "clip-path:inset(5%)", "color:red"])
def test_what_a_style_cuts_or_colours_is_text(style: str) -> None:
    link = f'<p>Le port a <a href="/plan">son plan{HIDDEN.format(style)}</a>, que chacun peut lire.</p>'
    assert article(link) == ["Le port a son plan, nouvel onglet, que chacun peut lire."]


SAID = {
    "the rest is for subscribers": "<p><b>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</b></p>",
    "what subscribers agree to": "<p>En vous inscrivant, vous acceptez nos conditions générales et de recevoir nos offres du moment.</p>",
    "what subscribers agree to in English": "<p>By signing up, you confirm that you are over sixteen and agree to receive offers.</p>",
    "networks": "<p>Suivez la rédaction du port sur Facebook, Instagram et YouTube.</p>",
    "networks with names": "<p>Follow The Harbour Times on Facebook, Twitter (@harbour) and Instagram.</p>",
    "the place of a video": "<p>Pour afficher ce contenu, vous devez accepter les traceurs de son hébergeur, dont voici la liste.</p>",
    "a slideshow without its script": "<p>Ce diaporama nécessite JavaScript.</p>",
    "a script asked for in German": "<p>Bitte aktivieren Sie JavaScript.</p>",
    "whether one liked it": "<p>Cet article vous a plu ? Partagez-le !</p>",
    "where one subscribes": '<h2><a href="/lettre">Cliquez ici pour vous abonner à notre lettre du port</a></h2>',
    "a call to action": f'<div class="bloc-cta"><p>{SENTENCE}</p></div>',
    "what Ad Inserter puts in": f"<div class='code-block code-block-3' style='clear: both;'>{SENTENCE}</div>",
    "an advertisement in one word": "<center><span>Advert</span></center>",
    "the date of the page": "<div><span itemprop=datePublished>lundi 22 janvier 2018 à 0 h 13</span></div>",
    "a list of one teaser, and another": '<ul><li><h4><a href="/phares">Les phares, gardiens de la côte</a></h4></ul>'
    '<ul><li><h4><a href="/bac">Le bac reprend du service</a></h4></ul>',
    "more": '<p>Voir aussi : <a href="/phares">Les phares, gardiens de la côte</a></p>',
    "more in English": '<p>SEE ALSO: <a href="/phares">Lighthouses, the guardians of the coast</a></p>',
}


@each_row("name", SAID)
def test_what_no_author_says_is_left_out(name: str) -> None:
    assert article(SAID[name]) == []


SAID_BY_THE_AUTHOR = {
    "how much remains": f"<p>Il vous reste 57 % de la route à faire.</p><p>{SENTENCE}</p>",
    "subscribers of something else": f"<p>La suite est réservée aux patrons de bateaux.</p><p>{SENTENCE}</p>",
    "someone followed on a quay": f"<p>Suivez le guide sur le quai.</p><p>{SENTENCE}</p>",
    "a network that is the subject": f"<p>Suivez la vente sur Facebook, où la criée a ouvert sa page.</p><p>{SENTENCE}</p>",
    "a heading on a network": f"<h2>Suivez la criée sur Facebook</h2><p>{SENTENCE}</p>",
    "code of that name": f'<div class="code-block code-block-3"><pre>let quai = 3;</pre></div><p>{SENTENCE}</p>',
    "a date in a sentence": f"<p>Paru le <span itemprop=datePublished>22 janvier 2018</span>, ce texte vaut encore.</p><p>{SENTENCE}</p>",
    "a date with what it is": f"<div><b>Paru le</b> <span itemprop=datePublished>22 janvier 2018</span></div><p>{SENTENCE}</p>",
    "a list of one link": f'<ul><li><a href="/phares">Les phares, gardiens de la côte</a></ul><p>{SENTENCE}</p>',
    "a section to subscribe": f"<h2>Abonnez-vous au port</h2><p>{SENTENCE}</p>",
}


@each_row("name", SAID_BY_THE_AUTHOR)
def test_what_an_author_says_is_kept(name: str) -> None:
    assert article(SAID_BY_THE_AUTHOR[name]) == lines(read_fragment(SAID_BY_THE_AUTHOR[name]))


def test_a_notice_on_cookies_is_the_articles_where_they_are_its_subject() -> None:
    notice = "<p>Pour afficher ce contenu, vous devez accepter les traceurs de son hébergeur.</p>"
    page = f"<article><h1>Les cookies du port</h1>{BODY}{notice}{BODY}</article>"
    assert "hébergeur" in read(page, title="Les cookies du port").text


NEXT = "".join(f"<p>{text} Ailleurs, c’est autre chose.</p>" for text in PARAGRAPHS * 3)


def test_the_article_of_the_title_is_read_though_the_next_is_longer() -> None:
    page = f"<main><article><h1>{TITLE}</h1>{LONG}</article><div><article><h1>La terre s’endort</h1>{NEXT}</article></div></main>"
    assert lines(read(page)) == [TITLE, *lines(read_fragment(LONG))]


def posts(*inner: str) -> str:
    """What a site loads one behind the other as one reads: articles within what is called an article itself."""
    return "".join(f"<article class='post'>{one}</article>" for one in inner)


def test_the_articles_that_follow_within_an_article_are_left_out() -> None:
    own, following = (
        f"<h1>{TITLE}</h1>{LONG}",
        f"<h1>La terre s’endort</h1><p>Ailleurs.</p>{BODY}",
    )
    page = f"<main><article><div>{posts(own, following, following)}</div></article></main>"
    assert lines(read(page)) == [TITLE, *lines(read_fragment(LONG))]


@each_row(("title", "heading"), [(TITLE, "h2"), ("Le port et la terre", "h1"), ("La côte", "h1")])
def test_the_parts_of_one_article_are_read(title: str, heading: str) -> None:
    """Their titles are lower, or the page says another title than the first of them."""
    own, following = (
        f"<h1>{TITLE}</h1>{LONG}",
        f"<{heading}>La terre s’endort</{heading}><p>Ailleurs, on dort.</p>{BODY}",
    )
    page = f"<main><article><div>{posts(own, following)}</div></article></main>"
    assert "Ailleurs" in read(page, title=title).text


def test_a_longer_section_of_the_same_article_is_read() -> None:
    page = f"<main><article><h1>{TITLE}</h1>{LONG}</article><div><article><h2>La terre</h2>{NEXT}</article></div></main>"
    assert "Ailleurs" in read(page).text


def post(number: int, inner: str) -> str:
    return f'<article id="post-{number}" class="box post-{number} post type-post">{inner}</article>'


def wordpress(body: str, inner: str) -> Document:
    title = f"<title>{TITLE}</title>"
    return parse(
        Source(
            f'<!doctype html><html><head>{title}</head><body class="{body}">{inner}</body></html>'
        )
    )


def test_other_posts_of_wordpress_are_not_the_page_s() -> None:
    others = "".join(post(number, f"<p>{SENTENCE * 9}</p>") for number in (7, 8, 9))
    page = post(12, f"<h1>{TITLE}</h1>{BODY}{others}")
    assert lines(wordpress("single single-post postid-12", page)) == [TITLE, *PARAGRAPHS]
    # a list of posts is a page of its own, and so is one that does not hold the post it names
    assert SENTENCE in wordpress("home blog", page).text
    assert SENTENCE in wordpress("single single-post postid-13", page).text


def built(kind: str, post: str, inner: str) -> str:
    said = f' data-elementor-post-type="{post}"' if post else ""
    return f'<div class="elementor" data-elementor-type="{kind}"{said}>{inner}</div>'


@each_row(
    ("kind", "post"),
    [
        ("footer", "elementor_library"),
        ("popup", ""),
        ("wp-post", "wpr_templates"),
        ("wp-post", "elementor-hf"),
    ],
)
def test_what_elementor_builds_around_a_page_is_no_part_of_it(kind: str, post: str) -> None:
    page = built("wp-page", "page", f"<h1>{TITLE}</h1><p>{SENTENCE}</p>")
    around = built(kind, post, f"<h3>Nous trouver</h3><p>{SENTENCE * 9}</p>")
    assert lines(wordpress("page", page + around)) == [TITLE, SENTENCE]
    # a template that the page itself takes in, or that holds its title, is the page
    inside = built("wp-page", "page", f"<h1>{TITLE}</h1><p>{SENTENCE}</p>{around}")
    if kind == "wp-post":
        assert SENTENCE * 9 in wordpress("page", inside).text
    assert SENTENCE in wordpress("page", around.replace("h3", "h1")).text


def test_what_elementor_builds_alone_is_the_page() -> None:
    page = built("single-post", "elementor_library", f"<h2>{TITLE}</h2>{BODY}")
    assert lines(wordpress("single", page)) == [TITLE, *PARAGRAPHS]


def test_a_line_on_networks_or_subscribers() -> None:
    assert is_following("Retrouvez-nous sur Facebook et Twitter !")
    assert not is_following("Suivez la côte sur vingt kilomètres")
    assert is_offer("Cet article est réservé aux abonnés")
    assert not is_offer("Cet article est réservé aux marins")


def test_the_number_of_a_picture() -> None:
    assert is_count("12/34")
    assert not is_count("12 mars")
    assert without_count("2 sur 4 : la criée") == "la criée"
    assert without_count("Deux sur quatre") == "Deux sur quatre"


@each_row(
    "line",
    [
        "Do 25.04.24 | 14:07 Uhr | Von Eva Kirchner-Rätsch",
        "<span>Publié</span><span>6 novembre 2025, 12:26</span>",
        "12 mars 2024 | Par Jeanne Dupont",
    ],
)
def test_dates_and_names_under_the_title(line: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>"
    assert lines(read(page)) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    "line", ["Concert | Par tous les temps", "Le 12 mars | Par tous les temps"]
)
def test_what_follows_a_date_and_is_no_name(line: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>"
    assert lines(read(page)) == [TITLE, line, *PARAGRAPHS]


def test_what_stands_over_signs_is_read_in_the_brackets_given_for_it() -> None:
    ruby = "<p>Le kanji <ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby> veut dire port.</p>"
    assert article(ruby) == ["Le kanji 港（みなと） veut dire port."]
