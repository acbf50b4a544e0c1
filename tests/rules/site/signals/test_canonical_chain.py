"""Canonicals that name another page’s canonical in turn."""

from site_checking import CheckSite
from site_samples import page

OWN = '<link rel="canonical" href="{}">'


def to(address: str, name: str = "Une page", *, marked: bool = False, head: str = "") -> str:
    link = OWN.format(address)
    return page("<p>Texte.</p>", title=name, head=(f"⟦{link}⟧" if marked else link) + head)


def test_a_chain_is_told_from_its_first_page(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": to("/b.html", "Page a", marked=True),
        "b.html": to("/c.html", "Page b"),
        "c.html": to("/d.html", "Page c"),
        "d.html": to("/d.html", "Page d"),
    }
    (found,) = check_site("canonical-chain", files, asked={"url": "https://exemple.fr/"})
    assert found.finding.target == "/b.html"
    assert "« /b.html », désigne à son tour « /c.html »" in found.message("fr").replace("\xa0", " ")


def test_each_beginning_of_one_chain(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": to("c.html", "Page a", marked=True),
        "b.html": to("c.html", "Page b", marked=True),
        "c.html": to("d.html", "Page c"),
        "d.html": page("", title="Page d"),
    }
    assert len(check_site("canonical-chain", files)) == 2


def test_circles_have_no_beginning(check_site: CheckSite) -> None:
    two = {
        "index.html": page("", title="Accueil"),
        "a.html": to("b.html", "Page a", marked=True),
        "b.html": to("a.html", "Page b", marked=True),
    }
    assert len(check_site("canonical-chain", two)) == 2
    three = {
        **two,
        "b.html": to("c.html", "Page b", marked=True),
        "c.html": to("a.html", "Page c", marked=True),
    }
    assert len(check_site("canonical-chain", three)) == 3
    led = {
        "index.html": page("", title="Accueil"),
        "avant.html": to("a.html", "Avant", marked=True),
        "a.html": to("b.html", "Page a", marked=True),
        "b.html": to("a.html", "Page b", marked=True),
    }
    assert len(check_site("canonical-chain", led)) == 3


def test_a_chain_that_leaves_the_site(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": to("/b.html", "Page a", marked=True),
        "b.html": to("https://ailleurs.example/c", "Page b"),
    }
    (found,) = check_site("canonical-chain", files, asked={"url": "https://exemple.fr/"})
    assert "« ailleurs.example/c »" in found.message("fr").replace("\xa0", " ")


def test_what_names_itself_in_its_own_way_is_the_end(check_site: CheckSite) -> None:
    for last in ("b", "./b.html", "/b.html?tri=nom", "http://www.exemple.fr/b", "#haut", "b/"):
        files = {
            "index.html": page("", title="Accueil"),
            "a.html": to("b.html", "Page a"),
            "b.html": to(last, "Page b"),
        }
        assert not check_site("canonical-chain", files, asked={"url": "https://exemple.fr/"})


def test_a_test_site_s_host_on_all_pages_makes_no_chain(check_site: CheckSite) -> None:
    files = {
        "index.html": to("https://essai.exemple.fr/", "Accueil"),
        "a.html": to("https://exemple.fr/b.html", "Page a"),
        "b.html": to("https://essai.exemple.fr/b.html", "Page b"),
    }
    assert not check_site("canonical-chain", files, asked={"url": "https://exemple.fr/"})


def test_a_canonical_that_is_not_there_is_no_chain(check_site: CheckSite) -> None:
    """Nor is one that is redirected to where it belongs: both are canonical-target's."""
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": to("b.html", "Page a"),
        "b.html": to("absente.html", "Page b"),
        "c.html": to("vieille.html", "Page c"),
        "vieille.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=d.html"></head></html>',
        "d.html": to("d.html", "Page d"),
    }
    assert not check_site("canonical-chain", files)


def test_the_second_canonical_of_a_page_counts_no_more(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": to("b.html", "Page a"),
        "b.html": to("b.html", "Page b", head=OWN.format("index.html")),
    }
    assert not check_site("canonical-chain", files)


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("canonical-chain", {"index.html": to("/", "Accueil")})
    assert not check_site("canonical-chain", {"index.html": "<p>Un gabarit.</p>", "404.html": "x"})
    assert not check_site(
        "canonical-chain",
        {"a.md": "---\ntitle: A\ncanonical: /b/\n---\nUn.", "b.md": "# B\n\nDeux."},
    )
