"""What tells a page that lists articles from an article."""

import os
from pathlib import Path

import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.analysis.look_ups import Disk
from seo_audit.document import Document
from seo_audit.parsing import FORMATS, Parsing
from seo_audit.parsing import parse as parse_any
from seo_audit.parsing.html.parser import parse
from seo_audit.rule_support.front_pages import is_archive, is_event, is_list, is_tool
from seo_audit.source import Source

TEXT = "<p>Les figues sèchent au soleil, et les noix attendent l’automne.</p>"
CARD = '<div><h2><a href="/{0}/">{0}</a></h2>' + TEXT + "</div>"
WRAPPED = '<div><a href="/{0}/"><h3>{0}</h3></a>' + TEXT + "</div>"
FRUITS = ("figues", "noix", "prunes")


def read(body: str, name: str = "index.html", *, classes: str = "") -> Document:
    page = f'<html lang="fr"><head><title>Le verger</title></head><body class="{classes}"><main>{body}</main></body></html>'
    return parse(Source(page, name=name))


@each_row(
    "name",
    [
        "tag/eau/index.html",
        "category/eau.html",
        "auteurs/jeanne/index.html",
        "blog/author/jeanne/2/index.html",
        "blog/page/2/index.html",
        "page3.html",
        "archives/2010/index.html",
        "blog/archives/2010/11/index.html",
    ],
)
def test_archives_by_their_name(name: str) -> None:
    assert is_archive(read(TEXT, name))


@each_row(
    "name",
    [
        "eau/tag.md",
        "category/eau/figues/index.html",
        "pages/figues.html",
        "page/figues.html",
        "archives/figues.html",
        "archives/2010/11/figues/index.html",
        "figues.html",
    ],
)
def test_articles_by_their_name(name: str) -> None:
    assert not is_archive(read(TEXT, name))


def test_archives_by_the_class_of_their_body() -> None:
    page = "<html><head><title>Figues</title></head><body class='{} dark'>" + TEXT
    assert is_archive(parse(Source(page.format("list"))))
    assert is_archive(parse(Source(page.format("archive"))))
    assert not is_archive(parse(Source(page.format("lists"))))


def test_a_category_in_a_category_is_called_so() -> None:
    def titled(title: str) -> Document:
        page = f"<html><head><title>{title}</title></head><body>{TEXT}</body></html>"
        return parse(Source(page, name="categories/eau/figues/index.html"))

    for title in ("Category: Figues | Le verger", "Catégorie : Figues"):
        assert is_archive(titled(title))
    for title in ("Figues", "Catégories de figues"):
        assert not is_archive(titled(title))


def test_an_article_on_an_author_is_no_archive(check_rule: CheckRule) -> None:
    page = '<html><head><title>Hugo</title><meta name="robots" content="⟦noindex⟧">{}</head><body><p>Il naît à Besançon.</p></body></html>'
    article = {"name": "auteurs/hugo.html"}
    check_rule(
        "indexable", page.format('<meta property="og:type" content="article">'), article=article
    )
    listed = page.replace("⟦", "").replace("⟧", "")
    for said in ("", '<meta property="og:type" content="website">'):
        assert not check_rule("indexable", listed.format(said), article=article)


def test_archives_by_their_class() -> None:
    assert is_archive(read(TEXT, classes="archive category category-eau"))
    assert not is_archive(read(TEXT, classes="single post-archive layout--archive"))


@pytest.mark.parametrize("card", [CARD, WRAPPED])
def test_a_page_of_cards_is_a_list(card: str) -> None:
    cards = "".join(card.format(fruit) for fruit in FRUITS)
    assert is_list(read(f"<h1>Le verger</h1>{cards}"))
    assert not is_archive(read(f"<h1>Le verger</h1>{cards}"))
    # two are what an article may recommend, and three of eight headings are
    assert not is_list(read(f"<h1>Le verger</h1>{card.format('a')}{card.format('b')}"))
    own = "".join(f"<h2>Partie {number}</h2>{TEXT}" for number in range(4))
    assert not is_list(read(f"<h1>Le verger</h1>{own}{cards}"))


def test_headings_that_link_elsewhere_or_to_themselves_make_no_list() -> None:
    for address in ("https://autre.example/{}", "#{}"):
        heads = "".join(
            f'<h2 id="{fruit}"><a href="{address.format(fruit)}">{fruit}</a></h2>{TEXT}'
            for fruit in FRUITS
        )
        assert not is_list(read(f"<h1>Le verger</h1>{heads}"))


def test_a_list_owes_nothing_that_only_an_article_owes(check_rule: CheckRule) -> None:
    cards = "".join(CARD.format(fruit) for fruit in FRUITS)
    page = f'<html lang="fr"><head><title>Le verger</title></head><body><main>{cards}</main></body></html>'
    for rule in (
        *(
            "byline",
            "word-count",
            "introduction",
            "section-length",
            "subheadings",
            "internal-links",
        ),
        *("outbound-links", "repeated-sentence", "keyphrase-missing"),
    ):
        check_rule(rule, page, applies=False)


@each_row(
    ("said", "listed"),
    [
        ("layout: categories", True),
        ("layout: tags.njk", True),
        ("type: archives", True),
        ("layout: posts", True),
        ("layout: post-list.njk", True),
        ("layout: archive-taxonomy", True),
        ("layout: tag-page", True),
        ("layout: article-page", False),
        ("pagination: {max: 10}", True),
        ("layout: blog_page", False),
        ("layout: post", False),
        ("layout: page-list-of-one", False),
        ("layout: [archives]", False),
        ("title: Archives", False),
    ],
)
def test_markdown_laid_out_as_a_list(said: str, listed: bool) -> None:
    page = Source(f"---\n{said}\n---\n\nLe lac est pris.\n", name="eau.md")
    assert is_list(parse_any(page, Parsing(), FORMATS["markdown"])) is listed


@each_row(
    ("name", "listed"),
    [("docs/blog/index.md", True), ("blog/index.md", True), ("lac/index.md", False), ("blog/lac.md", False)],
)  # fmt: skip
def test_the_first_page_of_a_blog(name: str, listed: bool) -> None:
    page = Source("# Blog\n\nLe lac est pris.\n", name=name)
    assert is_list(parse_any(page, Parsing(), FORMATS["markdown"])) is listed
    long = Source("# Blog\n\n" + "Le lac est pris, et les enfants y patinent. " * 20, name=name)
    assert not is_list(parse_any(long, Parsing(), FORMATS["markdown"]))


def test_posts_may_lay_out_one_of_them() -> None:
    text = "Le lac est pris, et les enfants y patinent jusqu’au soir. " * 8
    page = Source(f"---\ntype: posts\n---\n\n{text}\n", name="eau.md")
    assert not is_list(parse_any(page, Parsing(), FORMATS["markdown"]))


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ({"a.md": "Voir [[Le lac]].", "b.md": "Voir ![[plan.png]]."}, False),
        ({"a.md": "Voir [[Le lac|le lac]].", "b.md": "Il gèle."}, True),
        ({"a.md": "Voir `[[lac]]`.", "b.md": "if [[ -f lac ]]"}, True),
        ({"a.txt": "Voir [[Le lac]].", "b.txt": "Voir [[Le lac]]."}, True),
    ],
)
def test_a_note_lies_among_notes(
    check_rule: CheckRule, tmp_path: Path, others: dict[str, str], found: bool
) -> None:
    for name, text in others.items():
        (tmp_path / name).write_text(text, "utf-8")
    told = check_rule(
        "h1", "Le lac est gelé.\n", "markdown", path=tmp_path / "lac.md", applies=found
    )
    assert bool(told) is found


@each_row(
    ("key", "found"), [("role", False), ("intitulé", False), ("question", False), ("equipe", True)]
)
def test_keys_that_a_layout_may_make_a_title_of(
    check_rule: CheckRule, key: str, found: bool
) -> None:
    text = f"---\n{key}: Gardien du lac\ndate: 2026-05-04\n---\n\nLe lac est gelé.\n"
    assert bool(check_rule("h1", text, "markdown", applies=found)) is found


def test_neighbours_with_odd_names_are_asked_for_nothing(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    for name in (b"latin\xe9.md", b"a\nb.md", b"c.md"):
        (tmp_path / os.fsdecode(name)).write_text("Voir [[Le lac]].", "utf-8")
    assert check_rule("h1", "Le lac est gelé.\n", "markdown", path=tmp_path / "lac.md")
    assert Disk().names(tmp_path) == ("c.md",)
    assert Disk().names(tmp_path / "c.md") == ()


PARTY = '<script type="application/ld+json">{"@type": "MusicEvent", "name": "Bal"}</script>'


@each_row(
    ("name", "body", "told"),
    [
        ("calendrier/bal-2026-03-05/index.html", TEXT, True),
        ("agenda/2026/bal.html", TEXT, True),
        ("evenements/bal/index.html", TEXT, True),
        ("bal.html", PARTY + TEXT, True),
        # the list itself, an article on calendars, a report
        ("calendrier/index.html", TEXT, False),
        ("calendrier.html", TEXT, False),
        ("lunes/calendrier-des-lunes.html", TEXT, False),
        ("evenements/bal/index.html", TEXT * 40, False),
    ],
)
def test_pages_that_announce_a_date(name: str, body: str, told: bool) -> None:
    assert is_event(read(body, name)) is told


@each_row("rule", ["word-count", "byline", "introduction"])
def test_an_announcement_owes_nothing_of_an_article(check_rule: CheckRule, rule: str) -> None:
    page = f"<html lang='fr'><head><title>Bal</title></head><body><h1>Bal</h1><h2>Lieu</h2>{TEXT}<h2>Jour</h2>{TEXT}</body></html>"
    check_rule(rule, page, article={"name": "agenda/bal.html"}, applies=False)


WORKED = "<script>play()</script>"


@each_row(
    ("format", "text", "told"),
    [
        ("markdown", f"# Quiz\n\nÀ vous !\n\n<div>\n  <button>Jouer</button>\n</div>\n\n{WORKED}\n", True),
        ("markdown", "# Quiz\n\nÀ vous !\n\n<textarea oninput='count()'></textarea>\n", True),
        ("html", f"<main><h1>Calcul</h1><p>Combien ?</p>\n<input type='number'>\n<p>Voilà.</p></main>{WORKED}", True),
        # a lesson on HTML, a button of the theme's, a letter to subscribe to, an article with a quiz in it
        ("markdown", f"# Boutons\n\nOn écrit :\n\n```html\n<button>Jouer</button>\n{WORKED}\n```\n", False),
        ("html", f"<main><h1>Four</h1><p>Il chauffe.</p>\n<button>Copier</button>\n<p>Voilà.</p></main>{WORKED}", False),
        ("html", f"<main><h1>Four</h1><p>Il chauffe.</p>\n<input type='email'>\n<p>Voilà.</p></main>{WORKED}", False),
        ("markdown", "Il chauffe depuis lundi. " * 100 + f"\n\n<button>Jouer</button>\n\n{WORKED}\n", False),
    ],
)  # fmt: skip
def test_pages_that_are_a_tool(format: str, text: str, told: bool) -> None:  # noqa: A002
    if format == "html":
        text = f"<html lang='fr'><head><title>x</title></head><body>{text}</body></html>"
    document = parse_any(Source(text, name=f"a.{format}"), Parsing(), FORMATS[format])
    assert is_tool(document) is told
