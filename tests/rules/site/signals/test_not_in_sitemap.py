"""Pages that may be found, and are not in the sitemap."""

from pathlib import Path

import pytest
from site_checking import CheckSite
from site_samples import page

AT = {"url": "https://exemple.fr/"}
HOME: dict[str, str | bytes] = {"index.html": page("", title="Accueil")}


def plan(*addresses: str, inside: str = "", more: str = "") -> str:
    entries = "".join(f"<url><loc>{one}</loc>{inside}</url>" for one in addresses)
    return f"<urlset {more}>{entries}</urlset>"


def test_absent_pages_are_told_at_their_heading(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "figues.html": page("<p>Texte.</p>", title="Figues", h1="⟦Les figues⟧"),
        "noix.html": '<html lang="fr"><head><title>⟦Les noix⟧</title></head><body><p>Texte.</p></body></html>',
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    found = check_site("not-in-sitemap", files, asked=AT)
    assert [one.message("fr").replace("\xa0", " ") for one in found] == [
        "« /figues.html » n’est pas dans le plan du site.",
        "« /noix.html » n’est pas dans le plan du site.",
    ]
    assert {one.severity.value for one in found} == {"info"}


def test_a_page_with_neither_heading_nor_title_is_told_as_a_whole(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "vide.html": '<html lang="fr"><head></head><body><p>Texte.</p></body></html>',
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    check_site("not-in-sitemap", files, asked=AT, whole=("vide.html",))


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr/figues.html",
        "http://www.exemple.fr/figues",
        "https://exemple.fr/figues/?utm=plan#haut",
        "/figues.html",
        "https://exemple.fr/vieux",
        "https://exemple.fr/vieille.html",
    ],
)
def test_ways_to_be_in_it(check_site: CheckSite, address: str) -> None:
    files = {
        **HOME,
        "figues.html": page("", title="Figues"),
        "vieille.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=figues.html"></head></html>',
        "_redirects": "/vieux /figues.html 301\n",
        "sitemap.xml": plan("https://exemple.fr/index.html", address),
    }
    assert not check_site("not-in-sitemap", files, asked=AT)


def test_any_of_several_sitemaps(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "figues.html": page("", title="Figues"),
        "noix.html": page("", title="Noix"),
        "robots.txt": "Sitemap: https://exemple.fr/plans/noix.xml\n",
        "plans/noix.xml": plan("https://exemple.fr/noix.html"),
        "sitemap_index.xml": "<sitemapindex><sitemap><loc>https://exemple.fr/un.xml</loc></sitemap></sitemapindex>",
        "un.xml": plan("https://exemple.fr/", "https://exemple.fr/figues.html"),
    }
    assert not check_site("not-in-sitemap", files, asked=AT)


def test_what_is_not_to_be_found_is_rightly_absent(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "merci.html": page("", title="Merci", head='<meta name="robots" content="noindex">'),
        "copie.html": page("", title="Copie", head='<link rel="canonical" href="/">'),
        "reprise.html": page(
            "", title="Reprise", head='<link rel="canonical" href="https://ailleurs.example/x">'
        ),
        "vieille.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=/"></head></html>',
        "404.html": page("", title="Introuvable"),
        "gabarit.html": "<p>Un morceau.</p>",
        "google0123456789abcdef.html": "google-site-verification: google0123456789abcdef.html",
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    assert not check_site("not-in-sitemap", files, asked=AT)


def test_pages_of_series_need_not_be_in_it(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "page/2/index.html": page("", title="Accueil, page 2"),
        "blog/page-3.html": page("", title="Blog, page 3"),
        "blog/index.html": page("", title="Blog", h1="⟦Blog⟧"),
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    check_site("not-in-sitemap", files, asked=AT)


def test_what_robots_txt_forbids_has_no_place_in_it(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "prive/a.html": page("", title="Privé"),
        "prive/ouvert.html": page("", title="Ouvert", h1="⟦Ouvert⟧"),
        "robots.txt": "User-agent: *\nDisallow: /prive/\nAllow: /prive/ouvert\n",
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    check_site("not-in-sitemap", files, asked=AT)


def test_a_sitemap_of_news_alone_holds_two_days(check_site: CheckSite) -> None:
    news = "<news:news><news:title>Les figues</news:title></news:news>"
    more = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    files = {
        **HOME,
        "figues.html": page("", title="Figues"),
        "vieux.html": page("", title="Vieux"),
        "sitemap.xml": plan("https://exemple.fr/figues.html", inside=news, more=more),
    }
    assert not check_site("not-in-sitemap", files, asked=AT)
    both = {
        **files,
        "vieux.html": page("", title="Vieux", h1="⟦Vieux⟧"),
        "sitemap_index.xml": plan("https://exemple.fr/"),
    }
    check_site("not-in-sitemap", both, asked=AT)


def test_no_sitemap_no_finding(check_site: CheckSite) -> None:
    files = {**HOME, "figues.html": page("", title="Figues")}
    assert not check_site("not-in-sitemap", files, asked=AT)
    assert not check_site("not-in-sitemap", {**files, "sitemap.xml": plan()}, asked=AT)
    assert not check_site("not-in-sitemap", {**files, "sitemap.xml": "pas un plan"}, asked=AT)


def test_a_sitemap_that_is_given(check_site: CheckSite, tmp_path: Path) -> None:
    place = tmp_path / "ailleurs.xml"
    place.write_text(plan("https://exemple.fr/figues.html"), "utf-8")
    files = {
        "index.html": page("", title="Accueil", h1="⟦Accueil⟧"),
        "figues.html": page("", title="Figues"),
        "sitemap.xml": plan("https://exemple.fr/"),
    }
    check_site("not-in-sitemap", files, asked={**AT, "sitemap": place})


def test_sources_of_a_site_are_not_judged(check_site: CheckSite) -> None:
    files = {
        "a.md": "# A\n\nUn.",
        "b.md": "# B\n\nDeux.",
        "sitemap.xml": plan("https://exemple.fr/a/"),
    }
    assert not check_site("not-in-sitemap", files, asked=AT)


def test_a_plan_without_any_list_by_tag_is_meant_so(check_site: CheckSite) -> None:
    lists = {f"tags/{one}/index.html": page("", title=one) for one in ("figues", "noix")}
    files = {**HOME, **lists, "sitemap.xml": plan("https://exemple.fr/")}
    assert not check_site("not-in-sitemap", files, asked=AT)
    # one of them is there: the other is forgotten
    forgotten = {**lists, "tags/noix/index.html": page("", title="noix", h1="⟦noix⟧")}
    both = plan("https://exemple.fr/", "https://exemple.fr/tags/figues/")
    check_site("not-in-sitemap", {**HOME, **forgotten, "sitemap.xml": both}, asked=AT)
