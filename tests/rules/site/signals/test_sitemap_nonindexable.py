"""Pages of sitemaps that are not to be found."""

import pytest
from site_checking import CheckSite
from site_samples import page, record

AT = {"url": "https://exemple.fr/"}
PAGES: dict[str, str | bytes] = {
    "index.html": page("", title="Accueil"),
    "figues.html": page("", title="Figues"),
}
STUB = '<html lang="fr"><head><meta http-equiv="refresh" content="0; url={}"></head></html>'


def plan(*addresses: str) -> str:
    return "<urlset>" + "".join(f"<url><loc>{one}</loc></url>\n" for one in addresses) + "</urlset>"


def head(more: str) -> str:
    return page("<p>Texte.</p>", title="Merci", head=more)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    "robots",
    [
        '<meta name="robots" content="noindex">',
        '<meta name="ROBOTS" content="NOINDEX, follow">',
        '<meta name="googlebot" content="none">',
    ],
)
def test_noindex(check_site: CheckSite, robots: str) -> None:
    files = {**PAGES, "merci.html": head(robots), "sitemap.xml": plan("⟦https://exemple.fr/merci⟧")}
    (found,) = check_site("sitemap-nonindexable", files, asked=AT)
    assert found.severity.value == "warning"
    assert plain(found.message("fr")) == (
        "Le plan du site cite « /merci », qui interdit son indexation (noindex)."
    )


@pytest.mark.parametrize(
    "canonical", ["/figues.html", "/absente", "https://ailleurs.example/x", "/guide.pdf"]
)
def test_another_canonical(check_site: CheckSite, canonical: str) -> None:
    link = f'<link rel="canonical" href="{canonical}">'
    files = {
        **PAGES,
        "copie.html": head(link),
        "guide.pdf": b"%PDF",
        "sitemap.xml": plan("⟦https://exemple.fr/copie.html⟧"),
    }
    (found,) = check_site("sitemap-nonindexable", files, asked=AT)
    assert "dont la canonique est une autre page" in found.message("fr")
    assert found.finding.target == "/copie.html"


def test_noindex_is_said_first(check_site: CheckSite) -> None:
    both = '<meta name="robots" content="noindex"><link rel="canonical" href="/figues.html">'
    files = {
        **PAGES,
        "copie.html": head(both),
        "sitemap.xml": plan("⟦https://exemple.fr/copie.html⟧"),
    }
    (found,) = check_site("sitemap-nonindexable", files, asked=AT)
    assert "noindex" in found.message("fr")


def test_redirected(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "_redirects": "/vieux /figues.html 301\n/dehors https://ailleurs.example/x 302\n",
        "vieille.html": STUB.format("figues.html"),
        "sitemap.xml": plan(
            "⟦https://exemple.fr/vieux⟧",
            "⟦https://exemple.fr/vieille.html⟧",
            "⟦https://exemple.fr/dehors⟧",
        ),
    }
    found = check_site("sitemap-nonindexable", files, asked=AT)
    assert {one.finding.target: plain(one.advice("fr")) for one in found} == {
        "/vieux": "Citez « /figues.html ».",
        "/vieille.html": "Citez « /figues.html ».",
        "/dehors": "Retirez-la du plan : un plan ne cite que les pages de son site.",
    }
    assert "qui renvoie à « ailleurs.example/x »" in " ".join(
        plain(one.message("fr")) for one in found
    )


def test_redirects_that_lead_nowhere_are_sitemap_missing_s(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "_redirects": "/perdu /absente 301\n/rond /tour 301\n/tour /rond 301\n",
        "sitemap.xml": plan(
            "https://exemple.fr/perdu", "https://exemple.fr/rond", "https://exemple.fr/zut"
        ),
    }
    assert not check_site("sitemap-nonindexable", files, asked=AT)


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr",
        "https://exemple.fr/figues",
        "http://www.exemple.fr/figues.html?tri=nom",
        "https://exemple.fr/dossier",
        "https://exemple.fr/joli",
        "https://exemple.fr/guide.pdf",
        "https://ailleurs.example/merci.html",
    ],
)
def test_what_may_be_found(check_site: CheckSite, address: str) -> None:
    files = {
        **PAGES,
        "index.html": page(
            "", title="Accueil", head='<link rel="canonical" href="https://www.exemple.fr">'
        ),
        "figues.html": head(
            '<link rel="canonical" href="/figues"><meta name="robots" content="index, follow, noarchive">'
        ),
        "dossier/index.html": page("", title="Dossier"),
        "guide.pdf": b"%PDF",
        "_redirects": "/joli /figues.html 200\n",
        "sitemap.xml": plan(address),
    }
    assert not check_site("sitemap-nonindexable", files, asked=AT)


def test_a_test_site_s_host_makes_no_other_page(check_site: CheckSite) -> None:
    link = '<link rel="canonical" href="https://essai.exemple.fr/copie.html">'
    files = {
        **PAGES,
        "copie.html": head(link),
        "sitemap.xml": plan("https://exemple.fr/copie.html"),
    }
    assert not check_site("sitemap-nonindexable", files, asked=AT)


def test_a_slow_refresh_is_no_redirect(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "attente.html": head('<meta http-equiv="refresh" content="30; url=/">'),
        "sitemap.xml": plan("https://exemple.fr/attente.html"),
    }
    assert not check_site("sitemap-nonindexable", files, asked=AT)


def test_what_cannot_be_read_is_unknown(check_site: CheckSite) -> None:
    deep = "<div>" * 200_000
    files = {**PAGES, "lourde.html": deep, "sitemap.xml": plan("https://exemple.fr/lourde.html")}
    assert not check_site("sitemap-nonindexable", files, asked=AT)


def test_what_a_crawl_was_told(check_site: CheckSite) -> None:
    host = "https://exemple.fr"
    crawl = record(f"{host}/", page("", title="Accueil").encode())
    crawl += record(f"{host}/a/", page("", title="A").encode())
    crawl += record(f"{host}/vieux", b"", "301 Moved", "Location: /a/\r\n")
    crawl += record("http://exemple.fr/a/", b"", "301 Moved", f"Location: {host}/a/\r\n")
    crawl += record(
        f"{host}/sitemap.xml", plan(f"{host}/vieux", "http://exemple.fr/a/", f"{host}/b").encode()
    )
    (found,) = check_site("sitemap-nonindexable", {"crawl.warc": crawl}, placed=False)
    assert found.finding.target == "/vieux"


def test_sites_without_a_sitemap(check_site: CheckSite) -> None:
    files = {**PAGES, "merci.html": head('<meta name="robots" content="noindex">')}
    assert not check_site("sitemap-nonindexable", files, asked=AT)
    sources = {
        "a.md": "---\ntitle: A\nnoindex: true\n---\nUn.",
        "b.md": "# B\n\nDeux.",
        "sitemap.xml": plan("https://exemple.fr/a/"),
    }
    assert not check_site("sitemap-nonindexable", sources, asked=AT)


def test_a_page_that_is_shown_under_other_addresses(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "recettes/_modele.html": page("<p>Texte.</p>", title="Recette"),
        "_redirects": "/recettes/* /recettes/_modele.html 200",
        "sitemap.xml": plan("https://exemple.fr/recettes/tarte"),
    }
    assert not check_site("sitemap-nonindexable", files, asked=AT)
