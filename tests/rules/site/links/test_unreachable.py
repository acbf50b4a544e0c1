"""Pages that no way of links connects to the home page."""

import pytest
from site_checking import CheckSite, said
from site_samples import page, record

RULE = "unreachable"


def leaf(title: str, *links: str, head: str = "", told: bool = False) -> str:
    """A page with links to others, its heading marked where it is out of reach."""
    body = "".join(f'<p>Après cela, voyez <a href="{link}">la suite</a>.</p>' for link in links)
    return page(f"<p>Un mot sur le verger.</p>{body}", title=title, head=head, h1=f"⟦{title}⟧" if told else title)  # fmt: skip


def test_an_island_is_told_page_by_page(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil", "figues.html"),
        "figues.html": leaf("Figues"),
        "nord.html": leaf("Le nord", "sud.html", told=True),
        "sud.html": leaf("Le sud", "nord.html", "figues.html", told=True),
    }
    found = check_site(RULE, files, asked={"url": "https://exemple.fr/v/"})
    assert [one.finding.about for one in found] == ["/v/nord.html", "/v/sud.html"]
    assert "« /v/nord.html »" in said(found[0])


def test_what_an_orphan_leads_to_is_out_of_reach_the_orphan_is_an_orphan(
    check_site: CheckSite,
) -> None:
    files = {
        "index.html": leaf("Accueil"),
        "orpheline.html": leaf("Orpheline", "nord.html"),
        "nord.html": leaf("Le nord", told=True),
    }
    assert len(check_site(RULE, files)) == 1


def test_without_a_heading_at_the_title(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil"),
        "a.html": leaf("A", "b.html"),
        "b.html": page("<p>Un mot.</p>", title="⟦B⟧", h1=""),
    }
    check_site(RULE, files)


@pytest.mark.parametrize(
    "head",
    ['<meta name="robots" content="noindex">', '<link rel="canonical" href="index.html">'],
)
def test_pages_that_are_not_to_be_found_are_not_told(check_site: CheckSite, head: str) -> None:
    files = {
        "index.html": leaf("Accueil"),
        "a.html": leaf("A", "b.html"),
        "b.html": leaf("B", head=head),
    }
    assert not check_site(RULE, files)


@pytest.mark.parametrize(
    "head",
    ['<meta name="robots" content="noindex">', '<link rel="canonical" href="index.html">'],
)
def test_but_ways_go_through_them(check_site: CheckSite, head: str) -> None:
    files = {
        "index.html": leaf("Accueil", "b.html"),
        "b.html": leaf("B", "c.html", head=head),
        "c.html": leaf("C"),
    }
    assert not check_site(RULE, files)


def test_ways_go_through_redirects(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil", "/ancienne", "vieux.html"),
        "b.html": leaf("B", "c.html"),
        "c.html": leaf("C", "d.html"),
        "d.html": leaf("D"),
        "e.html": leaf("E", "f.html"),
        "f.html": leaf("F"),
        "vieux.html": '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=e.html">',
        "_redirects": "/ancienne /b.html 301\n",
    }
    assert not check_site(RULE, files)


def test_ways_go_through_pages_that_are_left_out(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil", "mots-cles/fruits.html"),
        "mots-cles/fruits.html": leaf("Fruits", "/mots-cles/noix.html"),
        "mots-cles/noix.html": leaf("Noix", "/a.html"),
        "a.html": leaf("A"),
        "brouillon/x.html": leaf("Brouillon", "/b.html"),
        "b.html": leaf("B", told=True),
        "seo-audit.toml": 'select = ["unreachable"]\nexclude = ["mots-cles/**", "brouillon/**"]\n',
    }
    assert len(check_site(RULE, files)) == 1


def test_ways_go_one_way(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil"),
        "a.html": leaf("A", "index.html", "b.html", told=True),
        "b.html": leaf("B", "index.html", "a.html", told=True),
    }
    assert len(check_site(RULE, files)) == 2


VERSION = '<link rel="alternate" hreflang="en" href="{}">'


@pytest.mark.parametrize(("named", "of", "told"), [
    ("en/index.html", "index.html", False),  # a script writes the choice of the language
    ("en/nuts.html", "figues.html", False),  # the page that is named links to the first
    ("en/index.html", "seule.html", True),  # what is not reached itself
    ("de/index.html", "index.html", True),  # what is not there
])  # fmt: skip
def test_the_choice_of_a_language_is_a_way(
    check_site: CheckSite, named: str, of: str, told: bool
) -> None:
    heads = {of: VERSION.format(named)}
    files = {
        "index.html": leaf("Accueil", "figues.html", head=heads.get("index.html", "")),
        "figues.html": leaf("Figues", head=heads.get("figues.html", "")),
        "seule.html": leaf("Seule", head=heads.get("seule.html", "")),
        "en/index.html": leaf("Home", "nuts.html", told=told),
        "en/nuts.html": leaf("Nuts", "./", "figs.html", told=told),
        "en/figs.html": leaf("Figs", "./", told=told),
    }
    assert len(check_site(RULE, files)) == 3 * told


def test_the_home_page_may_be_where_the_root_sends_to(check_site: CheckSite) -> None:
    pages = {
        "fr/index.html": leaf("Accueil", "a.html"),
        "fr/a.html": leaf("A"),
        "nord.html": leaf("Le nord", "sud.html", told=True),
        "sud.html": leaf("Le sud", "nord.html", told=True),
    }
    stub = '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=fr/">'
    assert len(check_site(RULE, {**pages, "index.html": stub})) == 2
    assert len(check_site(RULE, {**pages, "_redirects": "/ /fr/ 302\n"})) == 2


def test_a_home_page_that_is_left_out_is_one(check_site: CheckSite) -> None:
    files = {
        "index.html": leaf("Accueil", "a.html"),
        "a.html": leaf("A"),
        "nord.html": leaf("Le nord", "sud.html", told=True),
        "sud.html": leaf("Le sud", "nord.html", told=True),
        "seo-audit.toml": 'select = ["unreachable"]\nexclude = ["/index.html"]\n',
    }
    assert len(check_site(RULE, files)) == 2


def test_without_a_home_page_nobody_knows(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"a.html": leaf("A", "b.html"), "b.html": leaf("B", "a.html")})


def test_a_page_alone(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": leaf("Accueil", "index.html")})


def test_sources_are_not_asked(check_site: CheckSite) -> None:
    files = {
        "index.md": "# Accueil\n\nUn mot.",
        "a.md": "# A\n\nVoir [b](b.md).",
        "b.md": "# B\n\nVoir [a](a.md).",
    }
    assert not check_site(RULE, files)


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = b"".join(
        record(f"https://exemple.fr/{name}", content.encode())
        for name, content in (
            ("", leaf("Accueil")),
            ("a", leaf("A", "/b")),
            ("b", leaf("B", "/a")),
        )
    )
    found = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert [one.finding.about for one in found] == ["/a", "/b"]


def test_ways_go_through_frames(check_site: CheckSite) -> None:
    frames = "<!DOCTYPE html><html lang=fr><title>Le verger</title><frameset cols='20%,80%'><frame src=menu.html><frame src=a.html></frameset></html>"
    files = {
        "index.html": frames,
        "menu.html": leaf("Menu", "b.html"),
        "a.html": leaf("A"),
        "b.html": leaf("B"),
        "nord.html": leaf("Le nord", "sud.html"),
        "sud.html": leaf("Le sud", told=True),
    }
    assert len(check_site(RULE, files)) == 1
