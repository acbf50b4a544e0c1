"""Addresses of sitemaps where nothing answers."""

import gzip
from pathlib import Path

import pytest
from site_checking import CheckSite
from site_samples import page, record

AT = {"url": "https://exemple.fr/"}
PAGES: dict[str, str | bytes] = {
    "index.html": page("", title="Accueil"),
    "figues.html": page("", title="Figues"),
    "été/index.html": page("", title="Été"),
    "guide.pdf": b"%PDF",
}


def plan(*addresses: str) -> str:
    return "<urlset>" + "".join(f"<url><loc>{one}</loc></url>\n" for one in addresses) + "</urlset>"


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr/figue",
        "http://www.exemple.fr/Figues.html",
        "https://exemple.fr/absente/?x=1",
        "/absente",
        "https://exemple.fr/guide",
    ],
)
def test_absent_addresses(check_site: CheckSite, address: str) -> None:
    files = {**PAGES, "sitemap.xml": plan("https://exemple.fr/", f"⟦{address}⟧")}
    (found,) = check_site("sitemap-missing", files, asked=AT)
    assert found.severity.value == "error"
    assert found.spots[0].url is None
    assert str(found.finding.target) in found.message("fr")


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr",
        "http://www.exemple.fr/index.html",
        "https://exemple.fr/figues",
        "https://exemple.fr/figues/",
        "https://exemple.fr/figues.html?tri=nom&amp;ordre=a#haut",
        "<![CDATA[https://exemple.fr/figues.html?a=1&b=2]]>",
        "\n    https://exemple.fr/été\n  ",
        "https://exemple.fr/%C3%A9t%C3%A9/",
        "https://exemple.fr/e\u0301te\u0301/",
        "https://exemple.fr/guide.pdf",
        "https://exemple.fr/vieux",
        "https://exemple.fr/joli",
        "https://ailleurs.example/absente",
        "https://blog.exemple.fr/absente",
        "mailto:moi@exemple.fr",
        "//[",
        "",
        "?x",
        "#haut",
    ],
)
def test_addresses_that_answer_or_are_another_s(check_site: CheckSite, address: str) -> None:
    files = {
        **PAGES,
        "_redirects": "/vieux /figues.html 301\n/joli /figues.html 200\n",
        "sitemap.xml": plan(address),
    }
    assert not check_site("sitemap-missing", files, asked=AT)


def test_below_a_path(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "sitemap.xml": plan(
            "https://exemple.fr/manuel/figues",
            "⟦https://exemple.fr/manuel/rien⟧",
            "https://exemple.fr/rien",
        ),
    }
    check_site("sitemap-missing", files, asked={"url": "https://exemple.fr/manuel/"})


def test_redirects_that_lead_nowhere(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "_redirects": "/perdu /absente 301\n/rond /tour 301\n/tour /rond 301\n/dehors https://ailleurs.example/ 301\n",
        "perdue.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=/zut"></head></html>',
        "sitemap.xml": plan(
            "⟦https://exemple.fr/perdu⟧",
            "⟦https://exemple.fr/rond⟧",
            "⟦https://exemple.fr/perdue.html⟧",
            "https://exemple.fr/dehors",
        ),
    }
    found = check_site("sitemap-missing", files, asked=AT)
    assert {one.message("fr").replace("\xa0", " ") for one in found} == {
        "Le plan du site cite « /perdu », qui renvoie à « /absente », où rien ne répond.",
        "Le plan du site cite « /perdue.html », qui renvoie à « /zut », où rien ne répond.",
        "Le plan du site cite « /rond », qui renvoie à « /rond », où rien ne répond.",
    }


def test_indexes_and_packed_files(check_site: CheckSite) -> None:
    packed = gzip.compress(
        plan("https://exemple.fr/figues", "https://exemple.fr/zut").encode(), mtime=0
    )
    files = {
        **PAGES,
        "sitemap_index.xml": (
            "<sitemapindex><sitemap><loc>https://exemple.fr/plans/un.xml.gz</loc></sitemap>"
            "<sitemap><loc>https://exemple.fr/plans/absent.xml</loc></sitemap>"
            "<sitemap><loc>https://ailleurs.example/plan.xml</loc></sitemap></sitemapindex>"
        ),
        "plans/un.xml.gz": packed,
    }
    (found,) = check_site("sitemap-missing", files, asked=AT, placed=False)
    spot = found.spots[0]
    assert (spot.path, spot.line, spot.column, spot.excerpt) == (
        "plans/un.xml.gz", 2, 11, "https://exemple.fr/zut",
    )  # fmt: skip


def test_images_and_comments_are_no_entries(check_site: CheckSite) -> None:
    inside = (
        "<!-- <url><loc>https://exemple.fr/avant</loc></url> -->"
        "<url><image:image><image:loc>https://exemple.fr/rien.png</image:loc></image:image><loc>https://exemple.fr/</loc></url>"
    )
    assert not check_site(
        "sitemap-missing", {**PAGES, "sitemap.xml": f"<urlset>{inside}</urlset>"}, asked=AT
    )


def test_an_address_named_twice(check_site: CheckSite) -> None:
    files = {**PAGES, "sitemap.xml": plan("⟦https://exemple.fr/zut⟧", "⟦https://exemple.fr/zut⟧")}
    check_site("sitemap-missing", files, asked=AT)


def test_what_the_configuration_leaves_out_answers(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "404.html": page("", title="Introuvable"),
        "google0123456789abcdef.html": "google-site-verification: google0123456789abcdef.html",
        "sitemap.xml": plan(
            "https://exemple.fr/404.html", "https://exemple.fr/google0123456789abcdef.html"
        ),
    }
    assert not check_site("sitemap-missing", files, asked=AT)


def test_a_sitemap_that_is_given(check_site: CheckSite, tmp_path: Path) -> None:
    place = tmp_path / "ailleurs.xml"
    place.write_text(plan("https://exemple.fr/zut"), "utf-8")
    (found,) = check_site("sitemap-missing", PAGES, asked={**AT, "sitemap": place}, placed=False)
    assert found.finding.target == "/zut"


def test_a_crawl_did_not_ask_for_all(check_site: CheckSite) -> None:
    host = "https://exemple.fr"
    crawl = record(f"{host}/", page("", title="Accueil").encode())
    crawl += record(f"{host}/parti", b"", "404 Not Found") + record(
        f"{host}/panne", b"", "503 Oups"
    )
    crawl += record(
        f"{host}/sitemap.xml", plan(f"{host}/jamais-vue", f"{host}/parti", f"{host}/panne").encode()
    )
    (found,) = check_site("sitemap-missing", {"crawl.warc": crawl}, placed=False)
    assert found.finding.target == "/parti"


def test_sites_without_a_sitemap(check_site: CheckSite) -> None:
    assert not check_site("sitemap-missing", PAGES, asked=AT)
    assert not check_site("sitemap-missing", {**PAGES, "sitemap.xml": "pas un plan"}, asked=AT)
    assert not check_site(
        "sitemap-missing",
        {"a.md": "# A\n\nUn.", "b.md": "# B", "sitemap.xml": plan("https://exemple.fr/zut")},
        asked=AT,
    )
