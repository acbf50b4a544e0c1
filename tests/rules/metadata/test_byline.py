import pytest
from conftest import CheckRule
from tables import each_row


@each_row(
    "line",
    [
        "Par Maud Perrin",
        "Propos recueillis par A. Roy",
        "Par l’AFP",
        "Écrit par Zoé",
        "Par : Zoé Roy",
        "Le 4 mai 2024 par Zoé Roy",
    ],
)
def test_lines_that_sign(check_rule: CheckRule, line: str) -> None:
    page = f"<head></head><article><h1>Le lac</h1><p>{line}</p><p>Il est gelé.</p></article>"
    assert not check_rule("byline", page)


@each_row(
    "line",
    [
        "Par ailleurs, il gèle.",
        "Parce que Maud dort.",
        "Textes et photos",
        "Le four est bâti par Luc Giron.",
    ],
)
def test_lines_that_do_not(check_rule: CheckRule, line: str) -> None:
    page = f"⟦<head>⟧</head><article><h1>Le lac</h1><p>{line}</p><p>Il est gelé.</p></article>"
    assert check_rule("byline", page)


def test_structured_data_sign(check_rule: CheckRule) -> None:
    script = '<script type="application/ld+json">{"@type": "Article", "author": [{"name": "M"}]}</script>'
    assert not check_rule("byline", f"<head>{script}</head><p>Mot.</p>")


@each_row(
    ("classes", "applies"),
    [
        ("wp-singular page-template-default page page-id-27", False),
        ("home blog", False),
        ("page", True),
        ("single single-post postid-386", True),
        ("single-post home", True),
        ("home-page pages-12", True),
        ("contact page-id-2", False),
        ("path-node page-node-type-page node-3", False),
        ("path-node page-node-type-news node-3", True),
        ("product-template-default single single-product", False),
    ],
)
def test_what_is_no_article_owes_no_signature(
    check_rule: CheckRule, classes: str, applies: bool
) -> None:
    page = f"<html>⟦<head>⟧</head><body class='{classes}'><h1>Le lac</h1><p>Il est gelé.</p></body></html>"
    if not applies:
        page = page.replace("⟦", "").replace("⟧", "")
    assert bool(check_rule("byline", page, applies=applies)) is applies


@each_row(
    "name",
    [
        "mentions-legales.html",
        "contact/index.html",
        "Accessibilite.html",
        "politique-de-confidentialite.html",
    ],
)
def test_pages_of_service_owe_none_either(check_rule: CheckRule, name: str) -> None:
    page = "<html><head></head><h1>Le lac</h1><p>Il est gelé.</p></html>"
    check_rule("byline", page, article={"name": name}, applies=False)


@each_row("name", ["contacts-avec-le-lac.html", "liens/le-lac.html", "index.html"])
def test_an_article_on_such_things_owes_one(check_rule: CheckRule, name: str) -> None:
    page = "<html>⟦<head>⟧</head><h1>Le lac</h1><p>Il est gelé.</p></html>"
    check_rule("byline", page, article={"name": name})


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("byline", "<p>Mot.</p>", applies=False)


@each_row(
    "mark",
    [
        '<span class="vcard author"><a href="/qui">Maud Perrin</a></span>',
        '<p>par <span class="auteurs">Maud Perrin</span></p>',
        '<a rel="author" href="/qui">Maud Perrin</a>',
    ],
)
def test_markup_names_the_author(check_rule: CheckRule, mark: str) -> None:
    page = f"<html><head></head><body><h1>Le lac</h1>{mark}<p>Il est gelé.</p></body></html>"
    assert not check_rule("byline", page)


def test_an_author_of_comments_is_none_of_the_article(check_rule: CheckRule) -> None:
    page = (
        "<html><head></head><body><h1>Le lac</h1><p>Il est gelé.</p>"
        '<div class="comment-author vcard">Lulu</div></body></html>'
    )
    assert check_rule("byline", page.replace("<head>", "⟦<head>⟧"))


def test_a_page_s_data_sign_too(check_rule: CheckRule) -> None:
    script = '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "author": {"@id": "#m"}}]}</script>'
    assert not check_rule("byline", f"<head>{script}</head><p>Mot.</p>")
    comment = script.replace("WebPage", "Comment")
    assert check_rule("byline", f"⟦<head>⟧{comment}</head><p>Mot.</p>")


@pytest.mark.parametrize(
    "mark",
    [
        '<script type="application/ld+json">{"@type": "Article", "creator": {"name": "Maud"}}</script>',
        '<meta name="twitter:creator" content="@maudperrin">',
    ],
)
def test_other_data_that_sign(check_rule: CheckRule, mark: str) -> None:
    assert not check_rule("byline", f"<head>{mark}</head><p>Mot.</p>")


def test_a_line_beside_the_article_signs_it(check_rule: CheckRule) -> None:
    page = (
        "⟦<head>⟧</head><body><div class='infos'>Débats <span>{}</span> le 7 mai 2026</div>"
        "<article><h1>Le lac</h1><p>Il est gelé depuis lundi, et les enfants patinent déjà.</p></article></body>"
    )
    assert check_rule("byline", page.format("Par ailleurs Maud"))
    signed = page.format("Par&nbsp;Maud Perrin").replace("⟦", "").replace("⟧", "")
    assert not check_rule("byline", signed)


@each_row(
    "line",
    [
        "Un texte de Maud Perrin",
        "Une enquête signée Maud Perrin et A. Roy",
        "Récit de Maud Perrin, Jean Roy et Zoé d’Ys.",
        "Publié le 7 mai 2026 par Maud Perrin",
        "Le 7 mai 2026, par Maud Perrin",
        "Nature | par Maud Perrin & Jean Roy | 7 mai",
        "Textes : Maud Perrin",
        "Texte et photos : Maud Perrin",
        "PAR MAUD PERRIN",
        "by Maud Perrin",
        "Par la rédaction",
        "La rédaction du Canton",
        "De notre correspondante à Annecy, Maud Perrin",
        "Interview réalisée par Maud Perrin",
        "Tribune de Maud Perrin, glaciologue",
        "Maud Perrin",
        "— Maud Perrin",
        "Maud Perrin, 7 mai 2026",
        "Maud Perrin, journaliste au Canton",
        "Maud Perrin avec l’AFP",
        "Par le Dr Maud Perrin",
        "Par la professeure Maud Perrin",
        "Par @maudperrin",
        "Written by Maud Perrin",
        "Reportage : Maud Perrin",
        "Auteur·rice : Maud Perrin",
        "Auteur(e)s : Maud Perrin",
    ],
)
def test_other_lines_that_sign(check_rule: CheckRule, line: str) -> None:
    page = f"<head></head><article><h1>Le lac</h1><p>{line}</p><p>Il est gelé.</p></article>"
    assert not check_rule("byline", page)


@each_row(
    "line",
    [
        "Un texte de Victor Hugo ouvre le recueil.",
        "Une enquête de gendarmerie",
        "Le lac, par temps clair",
        "Il passe par Annecy | Nature",
        "PAR CONSÉQUENT",
        "Photo de Maud Perrin",
        "Nature",
        "Par Toutatis !",
        "Par Annecy, on y va en train.",
        "Par Dieu, il gèle ?",
        "Maud Perrin, le lac et moi",
        "Reportage au bord du lac",
        "La rédaction d’un bail, pas à pas, avec ses pièges et ses délais pour le locataire comme pour le bailleur",
    ],
)
def test_other_lines_that_do_not(check_rule: CheckRule, line: str) -> None:
    page = f"⟦<head>⟧</head><article><h1>Le lac</h1><p>{line}</p><p>Il est gelé.</p></article>"
    assert check_rule("byline", page)


@each_row(
    "mark",
    [
        '<p class="byline"></p>',
        '<p class="byline">Par </p>',
        '<span class="author"><!-- rien --><b>&nbsp;</b></span><p>Maud dort.</p>',
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Lulu</b></div>',
        '<meta property="article:author" content=" ">',
        '<p class="byline">le 7 mai 2026</p>',
        '<meta name="twitter:site" content="@LeCanton"><meta name="twitter:creator" content="@lecanton">',
        '<div class="related"><a href="/b">Le lavoir</a> <span class="author">Lulu</span></div>',
        '<div class="comment"><b class="author">Lulu</b> Bravo à tous.</div>',
        '<meta name="twitter:label1" content="Temps de lecture"><meta name="twitter:data1" content="3 minutes">',
    ],
)
def test_an_empty_mark_or_a_comment_s_signs_nothing(check_rule: CheckRule, mark: str) -> None:
    page = f"<html>⟦<head>⟧</head><body><h1>Le lac</h1>{mark}<p>Il est gelé.</p></body></html>"
    assert check_rule("byline", page)


@each_row("key", ["article:author", "og:article:author", "DC.creator"])
def test_other_meta_tags_sign(check_rule: CheckRule, key: str) -> None:
    assert not check_rule("byline", f'<head><meta name="{key}" content="M. P."></head><p>Mot.</p>')


def test_an_author_without_a_name_is_none(check_rule: CheckRule) -> None:
    script = '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Person", "name": ""}}</script>'
    assert check_rule("byline", f"⟦<head>⟧{script}</head><p>Mot.</p>")


@each_row("name", ["author-box", "post__author", "entry-author-name", "article-byline"])
def test_a_box_names_the_author(check_rule: CheckRule, name: str) -> None:
    page = f'<head></head><article><h1>Le lac</h1><p>Il est gelé.</p><div class="{name}"><b>Maud</b> nage.</div></article>'
    assert not check_rule("byline", page)


def test_what_is_told_to_twitter_signs(check_rule: CheckRule) -> None:
    metas = '<meta name="twitter:label1" content="Écrit par"><meta name="twitter:data1" content="M. P.">'
    assert not check_rule("byline", f"<head>{metas}</head><p>Mot.</p>")


@each_row(
    ("name", "found"),
    [
        ("contact/index.html", False),
        ("a-propos.html", False),
        ("fr/mentions-legales/index.html", False),
        ("Credits.html", False),
        ("blog/contacter-un-elu.html", True),
        ("a-propos-du-lac.html", True),
        ("contact/lac.html", True),
    ],
)
def test_what_every_site_tells_of_itself_is_no_article(
    check_rule: CheckRule, name: str, found: bool
) -> None:
    page = "⟦<head>⟧</head><h1>Le lac</h1><p>Il est gelé.</p>"
    if found:
        check_rule("byline", page, article={"name": name})
    else:
        page = page.replace("⟦", "").replace("⟧", "")
        check_rule("byline", page, article={"name": name}, applies=False)


def test_a_product_owes_none(check_rule: CheckRule) -> None:
    page = '<html>{}<meta property="og:type" content="{}"></head><h1>Le lac</h1><p>Il est gelé.</p></html>'
    check_rule("byline", page.format("<head>", "product"), applies=False)
    assert check_rule("byline", page.format("⟦<head>⟧", "article"))


@pytest.mark.parametrize(("said", "signed"), [("Écrit par", True), ("Partagé par", False)])
def test_a_line_above_the_title_says_by_whom(
    check_rule: CheckRule, said: str, signed: bool
) -> None:
    head = "<head></head>" if signed else "⟦<head>⟧</head>"
    text = (
        "<p>Le lac est gelé depuis lundi, et les enfants du bourg y patinent chaque soir.</p>" * 4
    )
    page = (
        f"<html>{head}<body><div class=haut><span>Articles / Recettes</span> <time>12 mai 2024</time>"
        f"<div>{said}</div><a href=/maud>Maud Perrin</a></div><main><h1>Le lac</h1>{text}</main></body></html>"
    )
    check_rule("byline", page)


@each_row(
    ("page", "name", "owes"),
    [
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Nos soins</h1><p>Le lac est gelé.</p>",
            "soins.html",
            False,
        ),
        (
            "<div role='navigation'><a href='/'>Accueil</a></div><h1>Nos soins</h1><p>Mot.</p>",
            "soins.html",
            False,
        ),
        (
            "<nav><a href='/'>Accueil</a></nav><article><h1>Le lac</h1><p>Mot.</p></article>",
            "lac.html",
            True,
        ),
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Le lac</h1><p>Le 4 mai 2024</p><p>Mot.</p>",
            "lac.html",
            True,
        ),
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Le lac</h1><time>hier</time><p>Mot.</p>",
            "lac.html",
            True,
        ),
        ("<nav><a href='/'>Accueil</a></nav><h1>Le lac</h1><p>Mot.</p>", "blog/lac.html", True),
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Le lac</h1><p>Mot.</p>",
            "2024/05/lac/index.html",
            True,
        ),
        ("<h1>Le lac</h1><p>Mot.</p>", "lac.html", True),
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Nos soins</h1><p class='review'>Mot.</p>",
            "soins.html",
            False,
        ),
        (
            "<nav><a href='/'>Accueil</a></nav><h1>Le pain</h1><i itemtype='https://schema.org/Recipe'></i><p>Mot.</p>",
            "pain.html",
            False,
        ),
        (
            '<nav><a href="/">Accueil</a></nav><h1>Le pain</h1><script type="application/ld+json">{"@type": "Recipe"}</script><p>Mot.</p>',
            "pain.html",
            True,
        ),
    ],
)
def test_a_page_in_a_menu_that_has_nothing_of_an_article_owes_none(
    check_rule: CheckRule, page: str, name: str, *, owes: bool
) -> None:
    head = "⟦<head>⟧" if owes else "<head>"
    check_rule("byline", f"<html>{head}</head><body>{page}</body></html>", article={"name": name})
