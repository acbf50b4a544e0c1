from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.brief.target import Target
from seo_audit.document import Document
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.markdown.parser import parse as read_markdown
from seo_audit.rule_support.addresses import (
    Destination,
    destination,
    host,
    is_development,
    own_hosts,
    resolve,
)
from seo_audit.source import Source

_PAGE = '<head>{}<link rel="canonical" href="https://exemple.fr/guides/haie"></head><p>La haie.</p>'


def _document(head: str = "") -> Document:
    return parse(Source(_PAGE.format(head), "site/four.html", Path("site/four.html")))


@each_row(
    ("href", "where"),
    [
        ("#haut", "same-page"),
        ("haie#haut", "same-page"),
        ("/guides/haie/", "same-page"),
        ("http://www.exemple.fr/guides/haie#haut", "same-page"),
        ("/a", "internal"),
        ("haie.html#b", "internal"),
        ("?page=2", "internal"),
        ("https://www.exemple.fr/a", "internal"),
        ("//blog.exemple.fr/a", "internal"),
        ("https://autre-exemple.fr", "external"),
        ("HTTPS://AUTRE.fr", "external"),
        ("mailto:a@exemple.fr", "other"),
        ("javascript:void(0)", "other"),
        ("http://[", "other"),
        ("", "same-page"),
        ("four.html", "same-page"),
        ("./four.html#haut", "same-page"),
        ("b/four.html", "internal"),
        ("four.html?page=2", "internal"),
        ("https://autre.fr/four.html", "external"),
    ],
)
def test_where_links_lead(href: str, where: str) -> None:
    assert destination(_document(), href, frozenset({"exemple.fr"})) is Destination(where)


@each_row(
    ("base", "href", "resolved", "where"),
    [
        ("https://autre.fr/x/", "taille.html", "https://autre.fr/x/taille.html", "external"),
        ("https://autre.fr/x/", "#plan", "https://autre.fr/x/#plan", "external"),
        ("/guides/", "haie#plan", "/guides/haie#plan", "same-page"),
        ("/guides/haie", "#plan", "/guides/haie#plan", "same-page"),
        ("/", "#plan", "/#plan", "internal"),
        ("../", "a.html", "../a.html", "internal"),
        ("http://[", "a.html", "a.html", "internal"),
    ],
)
def test_a_base_is_where_addresses_start(base: str, href: str, resolved: str, where: str) -> None:
    document = _document(f'<base target="_top"><base href="{base}"><base href="/second/">')
    assert resolve(document, href) == resolved
    assert destination(document, href, frozenset({"exemple.fr"})) is Destination(where)


def test_an_article_of_markdown_names_its_own_address() -> None:
    text = "---\ncanonicalURL: https://exemple.fr/haie/\n---\n\nLa haie.\n"
    document = read_markdown(Source(text, "a.md", Path("a.md")))
    assert destination(document, "https://www.exemple.fr/haie#b", frozenset()) == "same-page"
    assert destination(document, "../site/a.md", frozenset()) == "internal"
    assert destination(document, "x/../a.md#b", frozenset()) == "same-page"
    assert own_hosts(document, Target()) == {"exemple.fr"}


def test_the_host_of_a_base_is_the_site_s() -> None:
    document = parse(
        Source('<head><base href="https://www.exemple.fr/guides/"></head><p>La haie.</p>', "a.html")
    )
    assert own_hosts(document, Target()) == {"exemple.fr"}


@given(st.text())
def test_any_text_leads_somewhere(href: str) -> None:
    assert destination(_document(), href, frozenset()) in Destination
    host(href)


@each_row(
    "address",
    ["https://lac.ddev.site/", "https://a1b2.ngrok-free.app/lac", "http://lac.lvh.me:3000/"],
)
def test_names_of_development_tools(address: str) -> None:
    assert is_development(address)


@each_row("address", ["https://ddev.site.fr/", "https://ngrok.com/", "https://monddev.fr/"])
def test_names_that_only_look_like_them(address: str) -> None:
    assert not is_development(address)


@each_row(
    ("permalink", "href", "own"),
    [
        ("/guides/haie/", "/guides/haie#taille", True),
        ("/guides/haie/", "/guides/haie/", True),
        ("/guides/haie/", "/guides/haies/", False),
        ("/guides/haie/", "/guides/haie/?page=2", False),
        ("/:year/:title/", "/", False),
        ("/", "/lac", False),
    ],
)
def test_the_path_that_the_front_matter_asks_for(permalink: str, href: str, own: bool) -> None:
    text = f"---\npermalink: {permalink}\n---\n\nLa haie.\n"
    document = read_markdown(Source(text, "haie.md", Path("site/bois.md")))
    assert (destination(document, href, frozenset()) is Destination.SAME_PAGE) == own
