"""Links to pages that ask not to be indexed."""

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "link-to-noindex"
NOINDEX = '<meta name="robots" content="noindex, follow">'
THANKS = page("<p>Merci de votre message.</p>", title="Merci", head=NOINDEX)


def home(*links: str) -> str:
    return page("".join(f"<p>Mot, {link}, mot.</p>" for link in links), title="Accueil")


def to(href: str, *, told: bool = True) -> str:
    link = f'<a href="{href}">un lien</a>'
    return f"⟦{link}⟧" if told else link


def test_all_links_to_a_page_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("merci.html"), to("/merci#la"), to("merci.html?x=1")),
        "a.html": page(f"<p>Mot.</p><footer>{to('merci.html')}</footer>", title="Page a"),
        "merci.html": THANKS,
    }
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert found.finding.target == "/merci.html"
    assert said(found) == (
        "« /merci.html » demande à ne pas être indexée (noindex) : 4 liens y mènent, sur 2 pages."
    )
    assert "retirez noindex" in advised(found)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="ROBOTS" content="NOINDEX">',
        '<meta name="robots" content="none">',
        '<meta name="googlebot" content="nosnippet,noindex">',
        '<meta name="robots" content="index"><meta name="robots" content="noindex">',
    ],
)
def test_however_it_is_asked(check_site: CheckSite, head: str) -> None:
    hidden = page("<p>Merci.</p>", title="Merci", head=head)
    assert check_site(RULE, {"index.html": home(to("a.html")), "a.html": hidden})


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="robots" content="nofollow, noarchive, max-snippet:-1">',
        '<meta name="description" content="noindex">',
        '<meta name="bingbot" content="noindex">',
        '<link rel="canonical" href="index.html">',
        '<meta http-equiv="refresh" content="0;url=index.html"><meta name="robots" content="noindex">',
    ],
)
def test_pages_that_do_not_ask(check_site: CheckSite, head: str) -> None:
    shown = page("<p>Merci.</p>", title="Merci", head=head)
    assert not check_site(RULE, {"index.html": home(to("a.html", told=False)), "a.html": shown})


def test_its_own_links_do_not_count(check_site: CheckSite) -> None:
    own = THANKS.replace(
        "</main>", f"{to('#la', told=False)} {to('merci.html', told=False)}</main>"
    )
    assert not check_site(RULE, {"index.html": home(), "merci.html": own})


@pytest.mark.parametrize(("linked", "others", "is_menu"), [(5, 3, True), (4, 4, False), (5, 4, True), (5, 5, False), (6, 5, True)])  # fmt: skip
def test_a_menu_is_told_as_one(
    check_site: CheckSite, linked: int, others: int, is_menu: bool
) -> None:
    # more than half of the pages, and at least five; the page itself is one of the others
    menu = f"<nav>{to('/merci.html')}</nav><p>Mot.</p>"
    files = {f"f{n}.html": page(menu, title=f"Page {n}") for n in range(linked)}
    files |= {f"g{n}.html": home() for n in range(others - 1)}
    [found] = check_site(RULE, {**files, "merci.html": THANKS})
    assert len(found.spots) == linked
    wanted = f"Le gabarit mène {linked} pages à « /merci.html »" if is_menu else f"{linked} liens y mènent, sur {linked} pages"  # fmt: skip
    assert wanted in said(found)


def test_many_links_of_one_page_are_no_menu(check_site: CheckSite) -> None:
    files = {"index.html": home(*[to("merci.html")] * 8), "merci.html": THANKS}
    [found] = check_site(RULE, files)
    assert "8 liens y mènent, sur 1 page." in said(found)


def test_a_link_through_a_redirect_is_told_as_one_to_a_redirect(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("/ancienne", told=False), to("dossier")),
        "merci.html": THANKS,
        "dossier/index.html": THANKS,
        "_redirects": "/ancienne /merci.html 301\n",
    }
    assert len(check_site(RULE, files)) == 1


def test_pages_in_other_languages_link_too(check_site: CheckSite) -> None:
    legal = page(f"<p>Word, {to('merci.html')}.</p>", title="Legal", lang="en")
    files = {"index.html": home(), "legal.html": legal, "merci.html": THANKS}
    assert len(check_site(RULE, files)) == 1


def test_what_is_left_out_says_nothing(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("prive/merci.html", told=False)),
        "prive/merci.html": THANKS,
        "seo-audit.toml": 'select = ["link-to-noindex"]\nexclude = ["prive/**"]\n',
    }
    assert not check_site(RULE, files)


@pytest.mark.parametrize("is_kept_out", [True, False])
def test_where_a_page_that_is_kept_out_itself_leads(
    check_site: CheckSite, *, is_kept_out: bool
) -> None:
    source = page(
        f"<p>Mot. {to('merci.html', told=not is_kept_out)}</p>",
        title="Panier",
        head=NOINDEX if is_kept_out else "",
    )
    files = {"index.html": home(), "panier.html": source, "merci.html": THANKS}
    assert len(check_site(RULE, files)) == (not is_kept_out)


def test_a_page_alone_and_sources(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": THANKS})
    sources = {"a.md": "# A\n\nVoir [b](b.md).", "b.md": "---\nnoindex: true\n---\n# B\n\nMot."}
    assert not check_site(RULE, sources)


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = record("https://exemple.fr/", home(to("/a", told=False)).encode()) + record(
        "https://exemple.fr/a", THANKS.encode()
    )
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert found.finding.target == "/a"


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("tag/eau/index.html", False),
        ("category/eau/figues/index.html", False),
        ("auteurs/jeanne/index.html", False),
        ("page/2/index.html", False),
        ("tag/eau/le/lac/gele/du/jura/index.html", True),
        ("potage/eau/index.html", True),
    ],
)
def test_lists_are_kept_out_on_purpose(check_site: CheckSite, hidden: str, *, told: bool) -> None:
    link = to(hidden.removesuffix("index.html"), told=told)
    assert len(check_site(RULE, {"index.html": home(link), hidden: THANKS})) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("wp-login.html", False),
        ("mon-espace/index.html", False),
        ("panier.html", False),
        ("mon-espace-vert.html", True),
        ("lecture-du-panier/index.html", True),
    ],
)
def test_accounts_and_carts_are_kept_out_on_purpose(
    check_site: CheckSite, path: str, told: bool
) -> None:
    files = {"index.html": home(to(path, told=told)), path: THANKS}
    assert len(check_site(RULE, files)) == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("mentions-legales/index.html", False),
        ("mentions_légales.html", False),
        ("politique-de-confidentialite.html", False),
        ("conditions-generales-de-vente/index.html", False),
        ("infos/cgu.html", False),
        ("fr/cookies/index.html", False),
        ("nos-mentions.html", True),
        ("conditions-de-culture.html", True),
        ("politique/index.html", True),
        ("recettes/cookies-au-miel.html", True),
    ],
)
def test_what_the_law_wants_linked_is_kept_out_on_purpose(
    check_site: CheckSite, path: str, told: bool
) -> None:
    files = {"index.html": home(to(path, told=told)), path: THANKS}
    assert len(check_site(RULE, files)) == told


def test_who_says_nofollow_knows(check_site: CheckSite) -> None:
    link = '<a rel="nofollow" href="merci.html">un lien</a>'
    assert not check_site(RULE, {"index.html": home(link), "merci.html": THANKS})
