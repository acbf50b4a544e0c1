"""Parts of an article with names that only sound like furniture, and furniture that is longer than the article."""

import pytest
from tables import each_row

from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

_LONG = (
    "Le four à pain du hameau sert encore deux fois par an. Les habitants y cuisent leurs tourtes le matin, puis ils les"
    " partagent à midi sous les tilleuls, avec ceux du bourg."
)
_SECOND = (
    "La voûte a été refaite par un maçon. Il a gardé les pierres d’origine, qu’il a numérotées avant de les remonter une"
    " à une, au mortier de chaux."
)


def _text(body: str, title: str = "Le four à pain du hameau") -> str:
    return parse(Source(f"<!doctype html><title>{title}</title><body>{body}</body>", "a.html")).text


@each_row(
    "part",
    [
        "<table><tr><th>Prix</th><td>2 300 €</td></tr><tr class='player-1'><td>Zoé</td><td>12 points</td></tr></table>",
        "<table><tr><th class='date'>Jour</th><th>Lieu</th></tr><tr><td class='date'>12 mai</td><td>Four</td></tr></table>",
        *(
            f"<table class='{name}'><tr><th>Équipe</th><th>Résultat</th></tr><tr><td>Le bourg</td><td>33 tourtes</td></tr></table>"
            for name in ("player-stats", "sidebar-stats", "share-of-market", "tags", "vote-results")
        ),
        *(
            f"<table><tr><th>{name}</th><td>trois par an</td></tr><tr><th>Surface</th><td>12 m²</td></tr></table>"
            for name in (
                "Partager",
                "Facebook",
                "Commentaires",
                "Publicité",
                "Voir aussi",
                "Imprimer",
            )
        ),
        "<h2 id='dates'><span class='date'>Les dates de la fête</span></h2>",
        "<section id='commentaires-du-macon' class='level2'><h2>Commentaires du maçon</h2><p>Il en fit deux.</p></section>",
        "<section id='comment-le-chauffer'><h2>Comment le chauffer ?</h2><p>Avec du hêtre bien sec.</p></section>",
        "<section id='navigation'><h2>Navigation</h2><p>On y vient à pied.</p></section>",
        "<section id='les-auteurs' class='section'><h2>Les auteurs</h2><p>Ils sont deux.</p></section>",
        "<p>Il coûte 2 300 €</p><p>2 300 €</p>",
    ],
)
def test_the_article_s_own_parts_stay(part: str) -> None:
    bare = parse(Source(f"<p>{part}", "b.html")).text.replace("\n\n", "\n").split("\n")
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{part}<p>{_SECOND}</p></main>"
    )
    assert [line for line in bare if line and line not in found.split("\n")] == []


@each_row(
    "table",
    [
        "<table class='comments'><tr><th>Luc</th><td>Bravo à tous</td></tr><tr><th>Zoé</th><td>Merci</td></tr></table>",
        "<table class='sidebar'><tr><th>Bravo</th></tr><tr><td><a href='/a'>Le lavoir du bourg</a></td></tr></table>",
        "<table class='hidden'><tr><th>Bravo</th><td>à tous</td></tr></table>",
    ],
)
def test_what_readers_wrote_and_lists_of_links_go_in_tables_too(table: str) -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{table}<p>{_SECOND}</p></main>"
    )
    assert "Bravo" not in found


def test_furniture_in_a_section_of_its_own_goes() -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p></main>"
        "<section id='comment-list'><h2>Comment list</h2><p>Très beau four, bravo à tous les habitants du hameau.</p></section>"
        "<section id='comments'><h2>Comments</h2><p>Très beau four, bravo à tous les habitants du hameau.</p></section>"
    )
    assert "bravo" not in found


def test_a_page_builder_s_widgets_are_the_article() -> None:
    def widget(inside: str) -> str:
        return f'<div class="grid"><div class="so-panel widget widget_sow-editor"><div class="textwidget">{inside}</div></div></div>'

    found = _text(
        '<header class="site-header"><a href="/">Hameau</a></header><div class="page">'
        + widget("<h1>Le four à pain du hameau</h1>")
        + widget(f"<p>{_LONG}</p>")
        + widget("<h2>La voûte</h2>")
        + widget(f"<p>{_SECOND}</p>")
        + "</div><footer><p>Mentions légales</p></footer>"
    )
    assert found.split("\n\n") == ["Le four à pain du hameau", _LONG, "La voûte", _SECOND]


def test_a_widget_beside_the_article_is_left_out() -> None:
    found = _text(
        f"<div class='page'><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p></div>"
        "<div><div class='widget'><h3>À propos</h3><p>Ce site parle du hameau.</p></div>"
        "<div class='widget'><h3>Archives</h3><p>On y trouve tout.</p></div></div>"
    )
    assert "À propos" not in found
    assert "Archives" not in found


@each_row("name", ["rplg-reviews", "testimonials", "google-reviews", "wprev-slider", "sb-feed"])
def test_reviews_longer_than_the_article_are_left_out(name: str) -> None:
    review = "<div class='item'><b>Client</b><p>Équipe sérieuse, chantier propre, délais tenus. Nous la recommandons à tous.</p></div>"
    found = _text(
        f"<div class='wrap'><div class='{name}'>{review * 40}</div><div class='main'><h1>Le four à pain du hameau</h1>"
        f"<p>{_LONG}</p><h2>La voûte</h2><p>{_SECOND}</p></div></div>"
    )
    assert found.split("\n\n") == ["Le four à pain du hameau", _LONG, "La voûte", _SECOND]


def test_the_name_of_the_site_in_its_header_is_no_title() -> None:
    found = _text(
        "<header><nav><a href='/' title='Le cours de maçonnerie'></a><div><span>Le cours de maçonnerie</span>"
        f"<span>Voûtes</span></div></nav></header><main><article><h1>La voûte</h1><p>{_LONG}</p><p>{_SECOND}</p>"
        "</article></main>",
        title="Voûtes - Le cours de maçonnerie",
    )
    assert found.startswith("La voûte\n")


@pytest.mark.parametrize("tag", ['<div class="paywall">', '<div class="paywall" hidden>'])
def test_what_stands_behind_an_offer_is_the_article(tag: str) -> None:
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{tag}<p>{_SECOND}</p><p>{_LONG[:120]}, dit-on.</p>"
        f"<p>Le bois vient du bourg. Il sèche deux ans sous un hangar, puis un voisin le fend à la hache, l’hiver, quand il gèle. On en brûle deux stères par fournée, pas davantage.</p></div></article>"
    )
    assert "numérotées avant de les remonter" in found
    assert "Il sèche deux ans" in found


@each_row(
    "tag",
    [
        '<div class="subscriber-only" style="display:none">',
        '<div class="box subscriber-only" hidden>',
        '<p class="paywall" aria-hidden="true">',
    ],
)
def test_what_only_subscribers_see_is_the_article_however_short(tag: str) -> None:
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{tag}Le bois vient du bourg.</{tag[1:].split(maxsplit=1)[0]}>"
        f"<p>{_SECOND}</p></article>"
    )
    assert "Le bois vient du bourg." in found


@each_row(
    "tag",
    [
        '<div class="paywall" style="display:none">',
        '<div class="paywall" aria-hidden="true">',
        '<div class="not-subscriber" style="display:none">',
        '<p class="note" aria-hidden="true">',
        '<p class="paywall" hidden>',
    ],
)
def test_a_hidden_offer_to_subscribe_is_left_out(tag: str) -> None:
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{tag}Le bois vient du bourg.</{tag[1:].split(maxsplit=1)[0]}>"
        f"<p>{_SECOND}</p></article>"
    )
    assert "Le bois vient du bourg." not in found


_NOTICE = "<p>Nous gardons ce que vous lisez, et d’où vous venez, pendant treize mois. Vous pouvez le refuser.</p>"


@each_row("name", ["privacy-modal", "site-modal", "rgpd-box", "privacy-banner"])
def test_a_notice_longer_than_the_article_is_left_out(name: str) -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p>"
        f"<div class='{name}'><h2>Vos données</h2>{_NOTICE * 30}</div></main>"
    )
    assert found.split("\n\n") == ["Le four à pain du hameau", _LONG, _SECOND]


def test_a_modal_with_the_article_is_read() -> None:
    found = _text(
        f"<main><p>{_SECOND}</p><div class='modal'><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{_NOTICE * 30}</div></main>"
    )
    assert "treize mois" in found


@each_row(("name", "left_out"), [("cmp-text", False), ("cmp", True), ("cmp-banner", True)])
def test_a_component_is_no_notice_on_cookies(name: str, left_out: bool) -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><div><p>{_LONG}</p><p>{_LONG}</p><p>{_LONG}</p></div>"
        f"<div class='{name}'><p>{_SECOND}</p></div></main>"
    )
    assert (_SECOND not in found) is left_out


@each_row(
    "sentence",
    [
        "Pour afficher cette carte, acceptez les cookies de la catégorie « contenus externes ».",
        "Ce site utilise des cookies. En poursuivant, vous acceptez leur dépôt.",
        "Vos réglages bloquent cette vidéo : autorisez les cookies pour la voir.",
        "Veuillez activer JavaScript pour voir la carte.",
        "Votre navigateur ne supporte pas la lecture de vidéos.",
    ],
)
def test_what_a_script_says_is_no_paragraph(sentence: str) -> None:
    body = f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{sentence}</p><p>{_SECOND}</p></article>"
    assert sentence not in _text(body)
    about = body.replace("Le four à pain du hameau", "Les cookies dans le navigateur")
    assert sentence in _text(about, "Les cookies dans le navigateur")


def test_captions_are_read_once() -> None:
    caption = "Le four à pain du hameau, rallumé un dimanche de mai par les habitants"
    figure = f"<figure><img src='a.jpg' alt='Le four'><figcaption>{caption}</figcaption></figure>"
    cut = figure.replace(
        "par les habitants", "par les habitants, sous les tilleuls du bourg et de la place"
    )
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{figure}{figure}<p>{_SECOND}</p></article>"
    )
    assert found.count(caption) == 1
    assert "place" in _text(
        f"<article><h1>Le four</h1><p>{_LONG}</p>{cut}<p>{_SECOND}</p></article>"
    )


def test_a_paragraph_said_twice_is_the_author_s() -> None:
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p><p>{_LONG}</p></article>"
    )
    assert found.count(_LONG) == 2


def test_a_title_said_again_before_the_text_is_left_out() -> None:
    again = "<h2>Le four à pain du hameau</h2>"
    found = _text(
        f"<article><h1>Le four à pain du hameau</h1>{again}<p>{_LONG}</p><p>{_SECOND}</p></article>"
    )
    assert found.count("Le four à pain du hameau\n") == 1
    later = _text(
        f"<article><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{again}<p>{_SECOND}</p></article>"
    )
    assert later.count("Le four à pain du hameau\n") == 2


def test_cards_at_the_end_are_no_part_of_the_article() -> None:
    def card(title: str, words: str) -> str:
        return f"<div class='carte'><h3><a href='/a'>{title}</a></h3><p>{words}</p></div>"

    cards = [
        card("Un lavoir rendu aux lavandières", "Les bénévoles du bourg ont curé le bassin."),
        card("Le moulin tourne à nouveau", "La roue a été refaite en chêne du pays, sur place."),
        card("Une fête pour la saint-Jean", "On dansera sur la place jusqu’au matin, comme avant."),
    ]
    row = f"<div class='rang'>{''.join(cards)}</div>"
    start = f"<h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p>"
    assert "lavandières" not in _text(f"<main>{start}{row}</main>")
    # in the middle they may be what the article is about
    assert "lavandières" in _text(f"<main>{start}{row}<p>{_LONG[:150]} Voilà tout.</p></main>")


def test_a_long_title_is_preferred_to_a_word_of_the_page_s() -> None:
    found = _text(
        f"<div><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p><h1>Pain</h1><p>On en mange.</p></div>",
        "Le four à pain du hameau - Pain",
    )
    assert found.startswith("Le four à pain du hameau\n")


def test_images_of_a_site_s_header_are_not_the_article_s() -> None:
    page = (
        "<!doctype html><title>Le four à pain du hameau</title><body>"
        "<header id='haut'><a href='/'><img src='logo.png' alt='Le hameau'></a></header>"
        "<aside><img src='partenaire.png' alt='Partenaire'></aside>"
        f"<div><h1>Le four à pain du hameau</h1></div><img src='four.jpg' alt='Le four'><p>{_LONG}</p>"
        f"<div><p>{_SECOND}</p></div><footer><img src='label.png' alt='Label'></footer></body>"
    )
    assert [one.src.value for one in parse(Source(page, "a.html")).images] == ["four.jpg"]


def test_the_header_of_an_article_stays() -> None:
    found = _text(
        "<article><header class='entry-header'><p>Le samedi, on y cuit encore le pain de tout le bourg, et les tourtes"
        " aux pommes de terre, comme autrefois, dit la doyenne du hameau, qui tient la pelle à enfourner.</p></header>"
        f"<h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p></article>"
    )
    assert "la doyenne" in found


def test_one_testimonial_is_the_article_s() -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p><section class='temoignages'><p>« On y vient de loin, et"
        f" chacun apporte son bois », dit Jeanne.</p></section><p>{_SECOND}</p></main>"
    )
    assert "dit Jeanne" in found


def test_one_of_the_copies_for_each_width_is_read() -> None:
    """Framer sends a part once for each width, and hides all but one by style sheets."""
    wide, phone = "Le four rallumé du hameau", "Le four rallumé"
    both = "<div class='ssr-variant'><p>On y cuit en mai.</p></div>"
    body = (
        f"<main><div class='ssr-variant hidden-b hidden-c'><h1>{wide}</h1></div>"
        f"<div class='ssr-variant hidden-a'><h1>{phone}</h1></div>{both}{both}"
        f"<p>{_LONG}</p><div class='ssr-variant hidden-b'><p>{_SECOND}</p></div>"
        "<div class='ssr-variant hidden-a hidden-c'><p>Une voûte.</p></div></main>"
    )
    cuit = "On y cuit en mai."
    assert _text(body) == f"{wide}\n\n{cuit}\n\n{cuit}\n\n{_LONG}\n\n{_SECOND}"


def test_what_no_width_tells_apart_is_read() -> None:
    body = f"<main><div class='ssr-variant hidden-a'><p>{_LONG}</p></div><p>{_SECOND}</p></main>"
    assert _text(body) == f"{_LONG}\n\n{_SECOND}"


@each_row("name", ["codecolorer-container text", "crayon-syntax", "syntaxhighlighter php"])
def test_code_that_a_highlighter_lays_out_is_code(name: str) -> None:
    code = f"""<div class="{name}"><table><tr><td><div>1<br>2</div></td><td><div class="text">trace
        ("vrai");<br>fin<style>b</style></div></td></tr></table></div>"""
    page = parse(
        Source(f"<title>Le four</title><main><p>{_LONG}</p>{code}<p>{_SECOND}</p></main>", "a.html")
    )
    kinds = [block.kind.value for block in page.blocks]
    assert kinds == ["paragraph", "code", "paragraph"]
    assert '("vrai");' in page.blocks[1].text.value
    assert "b" not in page.blocks[1].text.value.split()
