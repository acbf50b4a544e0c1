"""Sitemaps that give all their pages one date."""

import gzip

import pytest
from site_checking import CheckSite
from site_samples import page

HOME: dict[str, str | bytes] = {"index.html": page("", title="Accueil")}
AT = {"url": "https://exemple.fr/"}
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def plan(*days: str, more: str = "", inside: str = "", marked: bool = False) -> str:
    entries = []
    for number, day in enumerate(days):
        loc = f"https://exemple.fr/?{number}"
        if marked and not number:
            loc = f"⟦{loc}⟧"
        dated = f"<lastmod>{day}</lastmod>" if day else ""
        entries.append(f"<url><loc>{loc}</loc>{dated}{inside}</url>\n")
    return f'<?xml version="1.0"?>\n<urlset {XMLNS} {more}>\n{"".join(entries)}</urlset>'


def test_one_date(check_site: CheckSite) -> None:
    files = {**HOME, "sitemap.xml": plan(*["2026-11-02"] * 20, marked=True)}
    (found,) = check_site("lastmod-uniform", files, asked=AT)
    assert (
        found.message("fr") == "Le plan du site donne la même date, 2026-11-02, à ses 20 adresses."
    )
    assert found.severity.value == "info"
    assert (found.spots[0].url, found.spots[0].path) == (None, "sitemap.xml")


@pytest.mark.parametrize(
    "days",
    [
        ["2026-11-02"] * 19,
        ["2026-11-02"] * 19 + ["2026-11-03"],
        ["2026-11-02"] * 19 + ["", "", ""],
        [""] * 30,
        # a month is no day: pages may well have changed in one
        ["2026-11"] * 20,
        ["2026"] * 20,
    ],
)
def test_what_is_not_one_date(check_site: CheckSite, days: list[str]) -> None:
    assert not check_site("lastmod-uniform", {**HOME, "sitemap.xml": plan(*days)}, asked=AT)


def test_hours_make_no_other_day(check_site: CheckSite) -> None:
    days = [f"2026-11-02T08:{minute:02}:00+01:00" for minute in range(20)]
    files = {**HOME, "sitemap.xml": plan(*days, marked=True)}
    assert check_site("lastmod-uniform", files, asked=AT)


def test_the_limit_is_an_option(check_site: CheckSite) -> None:
    files = {**HOME, "sitemap.xml": plan(*["2026-11-02"] * 5, marked=True)}
    assert check_site("lastmod-uniform", files, asked=AT, minimum=5)
    files = {**HOME, "sitemap.xml": plan(*["2026-11-02"] * 5)}
    assert not check_site("lastmod-uniform", files, asked=AT, minimum=6)


def test_each_file_is_judged_for_itself(check_site: CheckSite) -> None:
    index = f"<sitemapindex {XMLNS}>" + "".join(
        f"<sitemap><loc>https://exemple.fr/{name}</loc><lastmod>2026-11-02</lastmod></sitemap>"
        for name in ("un.xml", "deux.xml", "trois.xml.gz", *["un.xml"] * 20)
    )
    files = {
        **HOME,
        "sitemap_index.xml": index + "</sitemapindex>",
        "un.xml": plan(*["2026-11-02"] * 20, marked=True),
        "deux.xml": plan(*["2026-11-02"] * 19, "2026-10-01"),
        "trois.xml.gz": gzip.compress(plan(*["2026-10-02"] * 20).encode()),
    }
    found = check_site("lastmod-uniform", files, asked=AT, placed=False)
    assert [one.spots[0].path for one in found] == ["trois.xml.gz", "un.xml"]
    assert found[0].spots[0].line == 3


def test_news_sitemaps_name_the_last_two_days(check_site: CheckSite) -> None:
    news = (
        "<news:news><news:publication><news:name>Le Verger</news:name><news:language>fr</news:language>"
        "</news:publication><news:publication_date>2026-11-02</news:publication_date></news:news>"
    )
    files = {**HOME, "sitemap.xml": plan(*["2026-11-02"] * 30, more=NEWS, inside=news)}
    assert not check_site("lastmod-uniform", files, asked=AT)


def test_a_namespace_that_no_entry_uses_makes_no_news(check_site: CheckSite) -> None:
    """Generators declare all of them, whatever they write."""
    files = {**HOME, "sitemap.xml": plan(*["2026-11-02"] * 20, more=NEWS, marked=True)}
    assert check_site("lastmod-uniform", files, asked=AT)


def test_sites_without_a_sitemap(check_site: CheckSite) -> None:
    assert not check_site("lastmod-uniform", HOME, asked=AT)
    assert not check_site("lastmod-uniform", {**HOME, "sitemap.xml": ""}, asked=AT)
    assert not check_site("lastmod-uniform", {**HOME, "sitemap.xml": "<urlset></urlset>"}, asked=AT)
