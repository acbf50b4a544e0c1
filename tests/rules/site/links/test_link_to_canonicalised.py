"""Links to pages that name another one as their canonical."""

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "link-to-canonicalised"
ADDRESS = {"url": "https://exemple.fr/"}
FIGS = page("<p>En août.</p>", title="Les figues")


def home(*links: str) -> str:
    return page("".join(f"<p>Mot, {link}, mot.</p>" for link in links), title="Accueil")


def to(href: str, *, told: bool = True) -> str:
    link = f'<a href="{href}">un lien</a>'
    return f"⟦{link}⟧" if told else link


def copied(canonical: str, more: str = "") -> str:
    head = f'<link rel="canonical" href="{canonical}">{more}'
    return page("<p>En août.</p>", title="Les figues, à imprimer", head=head)


def test_all_links_to_a_page_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("imprimer.html"), to("/imprimer#la")),
        "a.html": page(f"<p>Mot.</p><footer>{to('imprimer.html')}</footer>", title="Page a"),
        "imprimer.html": copied("figues.html"),
        "figues.html": FIGS,
    }
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert found.finding.target == "/imprimer.html"
    assert said(found) == (
        "« /imprimer.html » désigne une autre page comme canonique : 3 liens y mènent, sur 2 pages."
    )
    assert "mener les liens à la canonique" in advised(found)


@pytest.mark.parametrize(
    "canonical",
    ["figues.html", "/figues", "https://exemple.fr/figues.html", "//www.exemple.fr/figues", "/absente.html", "https://ailleurs.fr/figues.html"],
)  # fmt: skip
def test_another_page_however_it_is_named(check_site: CheckSite, canonical: str) -> None:
    files = {
        "index.html": home(to("imprimer.html")),
        "imprimer.html": copied(canonical),
        "figues.html": FIGS,
    }
    assert check_site(RULE, files, asked=ADDRESS)


@pytest.mark.parametrize(
    "canonical",
    [
        "imprimer.html", "/imprimer", "imprimer.html#la", "https://exemple.fr/imprimer.html", "http://www.exemple.fr/imprimer.html",
        "https://EXEMPLE.fr/imprimer.html", "https://preproduction.exemple.org/imprimer.html", "", "  ",
    ],
)  # fmt: skip
def test_the_page_itself_however_it_is_named(check_site: CheckSite, canonical: str) -> None:
    files = {
        "index.html": home(to("imprimer.html", told=False)),
        "imprimer.html": copied(canonical),
    }
    assert not check_site(RULE, files, asked=ADDRESS)


def test_the_first_of_two_counts(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("a.html", told=False), to("b.html")),
        "a.html": copied("a.html", '<link rel="canonical" href="figues.html">'),
        "b.html": copied("figues.html", '<link rel="canonical" href="b.html">'),
        "figues.html": FIGS,
    }
    assert len(check_site(RULE, files)) == 1


def test_a_noindex_page_is_told_as_one(check_site: CheckSite) -> None:
    hidden = copied("figues.html", '<meta name="robots" content="noindex">')
    files = {"index.html": home(to("a.html", told=False)), "a.html": hidden, "figues.html": FIGS}
    assert not check_site(RULE, files)


def test_its_own_links_do_not_count(check_site: CheckSite) -> None:
    own = copied("figues.html").replace("</main>", f"{to('imprimer.html', told=False)}</main>")
    assert not check_site(RULE, {"index.html": home(), "imprimer.html": own, "figues.html": FIGS})


@pytest.mark.parametrize(("linked", "is_menu"), [(4, False), (5, True)])
def test_a_menu_is_told_as_one(check_site: CheckSite, linked: int, is_menu: bool) -> None:
    menu = f"<nav>{to('/imprimer.html')}</nav><p>Mot.</p>"
    files = {f"f{n}.html": page(menu, title=f"Page {n}") for n in range(linked)}
    files |= {f"g{n}.html": home() for n in range(7 - linked)}
    [found] = check_site(
        RULE, {**files, "imprimer.html": copied("figues.html"), "figues.html": FIGS}
    )
    assert said(found).startswith(f"Le gabarit mène {linked} pages") is is_menu


@pytest.mark.parametrize(("wrong", "told"), [(6, 0), (4, 4)])
def test_where_the_template_gives_all_pages_one_canonical_the_links_are_right(
    check_site: CheckSite, wrong: int, told: int
) -> None:
    links = [to(f"f{n}.html", told=bool(told)) for n in range(wrong)]
    files = {f"f{n}.html": copied("/") for n in range(wrong)}
    files |= {f"g{n}.html": FIGS for n in range(7 - wrong)}
    assert len(check_site(RULE, {**files, "index.html": home(*links)})) == told


def test_a_link_through_a_redirect_is_told_as_one_to_a_redirect(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("/ancienne", told=False)),
        "imprimer.html": copied("figues.html"),
        "figues.html": FIGS,
        "_redirects": "/ancienne /imprimer.html 301\n",
    }
    assert not check_site(RULE, files)


def test_the_canonical_itself_may_be_linked(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", told=False)),
        "imprimer.html": copied("figues.html"),
        "figues.html": FIGS,
    }
    assert not check_site(RULE, files)


def test_a_page_alone_and_sources(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": copied("/ailleurs.html")})
    sources = {"a.md": "# A\n\nVoir [b](b.md).", "b.md": "---\ncanonical: /a/\n---\n# B\n\nMot."}
    assert not check_site(RULE, sources)


def test_a_crawl_knows_addresses_by_their_queries(check_site: CheckSite) -> None:
    crawl = b"".join(
        [
            record("https://exemple.fr/", home(to("/a?tri=nom", told=False), to("/a", told=False)).encode()),
            record("https://exemple.fr/a", copied("/a").encode()),
            record("https://exemple.fr/a?tri=nom", copied("/a").encode()),
        ]
    )  # fmt: skip
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert len(found.spots) == 1


@pytest.mark.parametrize(("folder", "told"), [("page/2", False), ("eau/2", True)])
def test_readers_of_a_series_go_on(check_site: CheckSite, folder: str, *, told: bool) -> None:
    link = f'<a href="/{folder}/">la suite</a>'
    files = {
        "index.html": page(f"<p>Lisez {f'⟦{link}⟧' if told else link}.</p>", title="Accueil"),
        f"{folder}/index.html": page(
            "<p>Un mot.</p>",
            title="La suite",
            head='<link rel="canonical" href="https://exemple.fr/">',
        ),
    }
    assert len(check_site(RULE, files, asked=ADDRESS)) == told
