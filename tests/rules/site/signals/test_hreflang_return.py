"""Language versions that do not name back who names them."""

import pytest
from site_checking import CheckSite
from site_samples import page

AT = {"url": "https://exemple.fr/"}


def alternate(language: str, address: str, *, marked: bool = False) -> str:
    link = f'<link rel="alternate" hreflang="{language}" href="{address}">'
    return f"⟦{link}⟧" if marked else link


def version(language: str, title: str, *links: str) -> str:
    return page("<p>…</p>", title=title, lang=language, head="".join(links))


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_versions_that_name_each_other(check_site: CheckSite) -> None:
    links = (
        alternate("fr", "https://exemple.fr/"),
        alternate("en", "https://www.exemple.fr/en"),
        alternate("de-CH", "/de/index.html"),
        alternate("x-default", "/"),
    )
    files = {
        "index.html": version("fr", "Accueil", *links),
        "en/index.html": version("en", "Home", *links),
        "de/index.html": version("de", "Anfang", *links),
    }
    assert not check_site("hreflang-return", files, asked=AT)


@pytest.mark.parametrize(
    "back",
    [
        "",
        alternate("en", "/en/"),
        alternate("fr", "https://exemple.com/"),
        '<link rel="canonical" href="/en/">',
        '<link rel="alternate" type="application/rss+xml" href="/">',
    ],
)
def test_no_link_back(check_site: CheckSite, back: str) -> None:
    files = {
        "index.html": version("fr", "Accueil", alternate("en", "/en/", marked=True)),
        "en/index.html": version("en", "Home", back),
    }
    (found,) = check_site("hreflang-return", files, asked=AT)
    assert found.finding.target == "/en/"
    assert found.severity.value == "warning"
    assert plain(found.message("fr")) == (
        "1 page désigne « /en/ » comme version « en », sans retour de sa part."
    )


def test_what_is_not_among_the_pages_is_unknown(check_site: CheckSite) -> None:
    links = (
        alternate("en", "https://exemple.com/"),
        alternate("de", "/absente/"),
        alternate("es", "/guide.pdf"),
        alternate("it", "/exclue.html"),
    )
    files: dict[str, str | bytes] = {
        "index.html": version("fr", "Accueil", *links),
        "guide.pdf": b"%PDF",
        "exclue.html": b"\x00\x01\x02" * 50,
    }
    assert not check_site("hreflang-return", files, asked=AT)


def test_a_choice_of_languages_names_nobody_back(check_site: CheckSite) -> None:
    files = {
        "index.html": version("fr", "Langues"),
        "fr/index.html": version(
            "fr", "Accueil", alternate("x-default", "/"), alternate("X-Default", "/")
        ),
    }
    assert not check_site("hreflang-return", files, asked=AT)


def test_redirects_are_followed_both_ways(check_site: CheckSite) -> None:
    files = {
        "index.html": version("fr", "Accueil", alternate("en", "/english")),
        "en/index.html": version("en", "Home", alternate("fr", "/fr.html")),
        "fr.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=/"></head></html>',
        "_redirects": "/english /en/ 301\n",
    }
    assert not check_site("hreflang-return", files, asked=AT)


def test_two_codes_for_one_version_are_one_fault(check_site: CheckSite) -> None:
    files = {
        "index.html": version(
            "fr", "Accueil", alternate("en", "/en/", marked=True), alternate("en-GB", "/en/")
        ),
        "en/index.html": version("en", "Home"),
    }
    assert len(check_site("hreflang-return", files, asked=AT)) == 1


def test_what_a_template_says_is_one_finding(check_site: CheckSite) -> None:
    files = {
        f"page{n}.html": version("fr", f"Page {n}", alternate("en", "/en/", marked=True))
        for n in range(8)
    }
    files |= {"index.html": version("fr", "Accueil"), "en/index.html": version("en", "Home")}
    (found,) = check_site("hreflang-return", files, asked=AT)
    assert found.pages == 8
    assert plain(found.message("fr")).startswith("8 pages désignent « /en/ » comme")


def test_one_way_of_two(check_site: CheckSite) -> None:
    """A names B and C, B names A only: C and A are told, each for the one that it does not name."""
    files = {
        "index.html": version(
            "fr", "Accueil", alternate("en", "/en/"), alternate("de", "/de/", marked=True)
        ),
        "en/index.html": version(
            "en", "Home", alternate("fr", "/"), alternate("de", "/de/", marked=True)
        ),
        "de/index.html": version("de", "Anfang"),
    }
    (found,) = check_site("hreflang-return", files, asked=AT)
    assert found.pages == 2


def test_a_copy_s_versions_name_its_canonical(check_site: CheckSite) -> None:
    """The page that is shown is named back; its copies need not be."""
    links = (alternate("fr", "/"), alternate("en", "/en/"))
    files = {
        "index.html": version("fr", "Accueil", *links),
        "imprimer.html": version("fr", "Accueil", *links, '<link rel="canonical" href="/">'),
        "en/index.html": version("en", "Home", *links),
    }
    assert not check_site("hreflang-return", files, asked=AT)


def test_a_page_that_is_not_to_be_found_needs_no_return(check_site: CheckSite) -> None:
    files = {
        "index.html": version("fr", "Accueil"),
        "merci.html": version(
            "fr", "Merci", alternate("en", "/thanks.html"), '<meta name="robots" content="noindex">'
        ),
        "thanks.html": version("en", "Thanks"),
    }
    assert not check_site("hreflang-return", files, asked=AT)


# -- versions that a sitemap names


def entry(address: str, *versions: str) -> str:
    return f"<url><loc>https://exemple.fr{address}</loc>{''.join(versions)}</url>\n"


def listed(language: str, address: str, *, marked: bool = False) -> str:
    link = f"<xhtml:link\n rel='alternate' href='https://exemple.fr{address}' hreflang=\"{language}\" />"
    return f"⟦{link}⟧" if marked else link


def mapped(*entries: str) -> str:
    return f'<?xml version="1.0"?>\n<urlset xmlns:xhtml="x">\n{"".join(entries)}</urlset>\n'


BOTH = {"index.html": version("fr", "Accueil"), "en/index.html": version("en", "Home")}


def test_versions_of_a_sitemap_that_name_each_other(check_site: CheckSite) -> None:
    versions = (listed("fr", "/"), listed("en", "/en/"), listed("x-default", "/"))
    sitemap = mapped(entry("/", *versions), entry("/en/", *versions))
    assert not check_site("hreflang-return", {**BOTH, "sitemap.xml": sitemap}, asked=AT)


def test_a_version_of_a_sitemap_without_return(check_site: CheckSite) -> None:
    sitemap = mapped(
        entry("/", listed("fr", "/"), listed("en", "/en/", marked=True)),
        entry("/en/", listed("en", "/en/")),
    )
    (found,) = check_site("hreflang-return", {**BOTH, "sitemap.xml": sitemap}, asked=AT)
    assert found.finding.target == "/en/"
    assert [(spot.url, spot.path, spot.line) for spot in found.spots] == [(None, "sitemap.xml", 4)]
    assert plain(found.message("fr")) == (
        "Le plan du site donne « /en/ » pour la version « en » de « / », sans retour de sa part."
    )


def test_a_sitemap_that_gives_one_version_to_all(check_site: CheckSite) -> None:
    files = {f"page{n}.html": version("fr", f"Page {n}") for n in range(3)}
    sitemap = mapped(*(entry(f"/page{n}", listed("en", "/en/", marked=True)) for n in range(3)))
    (found,) = check_site("hreflang-return", {**BOTH, **files, "sitemap.xml": sitemap}, asked=AT)
    assert "de 3 pages, sans retour" in plain(found.message("fr"))


@pytest.mark.parametrize("names_back", [True, False])
def test_the_page_may_name_back_what_the_sitemap_names(
    check_site: CheckSite, names_back: bool
) -> None:
    back = alternate("fr", "/") if names_back else ""
    sitemap = mapped(entry("/", listed("en", "/en/", marked=not names_back)))
    files = {
        "index.html": version("fr", "Accueil"),
        "en/index.html": version("en", "Home", back),
        "sitemap.xml": sitemap,
    }
    assert bool(check_site("hreflang-return", files, asked=AT)) is not names_back


def test_versions_of_a_sitemap_that_are_not_among_the_pages(check_site: CheckSite) -> None:
    sitemap = mapped(
        entry("/", listed("de", "/absente/"), listed("it", "/guide.pdf")),
        entry("/absente/", listed("en", "/en/")),
        "<!-- " + entry("/", listed("en", "/en/")) + "-->",
        entry(
            "/en/",
            '<xhtml:link rel="alternate" hreflang="fr"/><xhtml:link/><link rel="x" href="/" hreflang="fr"/>',
        ),
    )
    files: dict[str, str | bytes] = {**BOTH, "guide.pdf": b"%PDF", "sitemap.xml": sitemap}
    assert not check_site("hreflang-return", files, asked=AT)


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site(
        "hreflang-return", {"index.html": version("fr", "A", alternate("fr", "/"))}
    )
    assert not check_site("hreflang-return", {"index.html": "<p>Un gabarit.</p>"})
    assert not check_site("hreflang-return", {"a.md": "# A\n\nUn.", "en/a.md": "# A\n\nOne."})
