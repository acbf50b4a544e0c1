"""Addresses of sitemaps that robots.txt forbids."""

import pytest
from site_checking import CheckSite
from site_samples import page, record

AT = {"url": "https://exemple.fr/"}
PAGES: dict[str, str | bytes] = {
    "index.html": page("", title="Accueil"),
    "prive/a.html": page("", title="Privé"),
    "été/b.html": page("", title="Été"),
}


def plan(*addresses: str) -> str:
    return "<urlset>" + "".join(f"<url><loc>{one}</loc></url>\n" for one in addresses) + "</urlset>"


def test_the_entry_and_the_rule_s_line(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "robots.txt": "# pour tous\nUser-agent: *\nDisallow: /prive/  # pas ici\n",
        "sitemap.xml": plan("https://exemple.fr/", "⟦https://exemple.fr/prive/a.html⟧"),
    }
    (found,) = check_site("sitemap-blocked", files, asked=AT)
    assert found.severity.value == "error"
    assert found.finding.target == "/prive/a.html"
    assert found.message("fr").replace("\xa0", " ") == (
        "Le plan du site cite « /prive/a.html », que robots.txt interdit (ligne 3)."
    )


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /\n",
        "user-agent:*\ndisallow:/prive",
        "User-agent: Googlebot\nUser-agent: Autre\nDisallow: /*.html$\n",
        "User-agent: *\nAllow: /prive\nDisallow: /prive/\n",
        "\ufeffUser-agent: *\nDisallow: /prive/\n",
        "User-agent: *\nDisallow: /pri%76e/\n",
        "User-agent: *\nCrawl-delay: 10\nDisallow: /autre\n\nUser-agent: *\nDisallow: /prive/\n",
        "User-agent: *\nDisallow: /prive/\nAllow: /prive/b\n",
    ],
)
def test_rules_that_forbid(check_site: CheckSite, rules: str) -> None:
    files = {**PAGES, "robots.txt": rules, "sitemap.xml": plan("⟦https://exemple.fr/prive/a.html⟧")}
    assert check_site("sitemap-blocked", files, asked=AT)


@pytest.mark.parametrize(
    "rules",
    [
        "",
        "User-agent: *\nDisallow:\n",
        "User-agent: Bingbot\nDisallow: /\n",
        "User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nDisallow: /autre\n",
        "User-agent: *\nDisallow: /prive/\nAllow: /prive/a\n",
        "User-agent: *\nDisallow: /prive/a.html\nAllow: /prive/a.html\n",
        "User-agent: *\nDisallow: /prive$\n",
        "User-agent: *\nDisallow: /Prive/\n",
        "User-agent: *\n# Disallow: /\nNoindex: /prive/\n",
        "Disallow: /\n",
        "<html><body>Introuvable</body></html>",
    ],
)
def test_rules_that_do_not(check_site: CheckSite, rules: str) -> None:
    files = {**PAGES, "robots.txt": rules, "sitemap.xml": plan("https://exemple.fr/prive/a.html")}
    assert not check_site("sitemap-blocked", files, asked=AT)


def test_accents_and_queries(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "robots.txt": "User-agent: *\nDisallow: /%C3%A9t%C3%A9/\nDisallow: /*?tri=\n",
        "sitemap.xml": plan(
            "⟦https://exemple.fr/%c3%a9t%c3%a9/b.html⟧",
            "⟦https://exemple.fr/été/b.html⟧",
            "⟦https://exemple.fr/?tri=nom&amp;ordre=a⟧",
            "https://exemple.fr/?ordre=tri",
        ),
    }
    assert len(check_site("sitemap-blocked", files, asked=AT)) == 3


def test_other_hosts_have_their_own_robots_txt(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "robots.txt": "User-agent: *\nDisallow: /\n",
        "sitemap.xml": plan("https://ailleurs.example/prive/a.html"),
    }
    assert not check_site("sitemap-blocked", files, asked=AT)


def test_it_counts_at_the_root_of_a_host_only(check_site: CheckSite) -> None:
    files = {
        **PAGES,
        "robots.txt": "User-agent: *\nDisallow: /\n",
        "sitemap.xml": plan("https://exemple.fr/manuel/prive/a.html"),
    }
    assert not check_site("sitemap-blocked", files, asked={"url": "https://exemple.fr/manuel/"})


def test_what_one_line_does_is_one_finding(check_site: CheckSite) -> None:
    """A test site's robots.txt that went on line forbids all: that is mended in one place."""
    pages: dict[str, str | bytes] = {f"a{n}.html": page("", title=f"A {n}") for n in range(9)}
    files = {
        **pages,
        "index.html": page("", title="Accueil"),
        "robots.txt": "User-agent: *\nDisallow: /\n",
        "sitemap.xml": plan(*(f"⟦https://exemple.fr/a{n}.html⟧" for n in range(6))),
    }
    (found,) = check_site("sitemap-blocked", files, asked=AT)
    assert len(found.spots) == 6
    assert found.message("fr").replace("\xa0", " ") == (
        "robots.txt (ligne 2) interdit 6 adresses du plan du site."
    )
    files["sitemap.xml"] = plan(*(f"⟦https://exemple.fr/a{n}.html⟧" for n in range(5)))
    assert len(check_site("sitemap-blocked", files, asked=AT)) == 5


def test_a_crawl_keeps_both_files(check_site: CheckSite) -> None:
    host = "https://exemple.fr"
    crawl = record(f"{host}/", page("", title="Accueil").encode())
    crawl += record(f"{host}/robots.txt", b"User-agent: *\nDisallow: /prive/\n")
    crawl += record(f"{host}/sitemap.xml", plan(f"{host}/prive/a").encode())
    (found,) = check_site("sitemap-blocked", {"crawl.warc": crawl}, placed=False)
    assert (found.spots[0].path, found.spots[0].line) == ("sitemap.xml", 1)


def test_sites_without_either(check_site: CheckSite) -> None:
    rules = {"robots.txt": "User-agent: *\nDisallow: /\n"}
    assert not check_site("sitemap-blocked", PAGES, asked=AT)
    assert not check_site("sitemap-blocked", {**PAGES, **rules}, asked=AT)
    assert not check_site(
        "sitemap-blocked",
        {**PAGES, "sitemap.xml": plan("https://exemple.fr/prive/a.html")},
        asked=AT,
    )
