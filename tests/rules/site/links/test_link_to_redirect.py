"""Links to addresses that redirect."""

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "link-to-redirect"
STUB = '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=/verger/">'
ORCHARD = page("<p>Mot.</p>", title="Le verger")


def home(*hrefs: str, told: bool = False) -> str:
    link = '⟦<a href="{}">un lien</a>⟧' if told else '<a href="{}">un lien</a>'
    return page("<p>Mot.</p>" + " ".join(link.format(href) for href in hrefs), title="Accueil")


def test_all_links_to_an_address_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": home("/ancienne", "ancienne?x=1", "/ancienne#la", told=True),
        "verger/index.html": page('<nav>⟦<a href="../ancienne">Avant</a>⟧</nav><p>Mot.</p>'),
        "_redirects": "/ancienne /verger/ 301\n",
    }
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert found.finding.target == "/ancienne"
    assert (
        said(found) == "« /ancienne » renvoie à « /verger/ » : 4 liens passent par là, sur 2 pages."
    )
    assert advised(found) == "Faites-les mener droit à « /verger/ »."


def test_a_menu_is_one_finding(check_site: CheckSite) -> None:
    menu = '<nav>⟦<a href="/verger">Le verger</a>⟧</nav><p>Mot.</p>'
    files = {f"f{n}.html": page(menu, title=f"Page {n}") for n in range(8)}
    [found] = check_site(RULE, {**files, "index.html": home(), "verger/index.html": ORCHARD})
    assert len(found.spots) == 8
    assert said(found) == (
        "« /verger » manque de sa barre finale : le serveur renvoie 8 liens, sur 8 pages, à « /verger/ »."
    )
    assert advised(found) == "Écrivez « /verger/ »."


def folders(count: int) -> dict[str, str]:
    return {f"f{n}/index.html": page(f"<p>Mot {n}.</p>", title=f"Page {n}") for n in range(count)}


def test_a_site_that_writes_no_slashes_is_one_finding(check_site: CheckSite) -> None:
    hrefs = [f"/f{n}" for n in range(5)]
    files = {
        **folders(5),
        "index.html": home(*hrefs, "/ancienne", told=True),
        "_redirects": "/ancienne /f1/ 301",
    }
    found = sorted(check_site(RULE, files), key=lambda one: len(one.spots))
    assert [said(one) for one in found] == [
        "« /ancienne » renvoie à « /f1/ » : 1 lien passe par là, sur 1 page.",
        "5 adresses manquent de leur barre finale, dont « /f0 » : le serveur renvoie 5 liens sur 1 page.",
    ]
    few = {**folders(5), "index.html": home(*hrefs[:4], told=True)}
    assert len(check_site(RULE, few)) == 4


def test_by_whatever_it_redirects(check_site: CheckSite) -> None:
    files: dict[str, str | bytes] = {
        "index.html": home("/a", "b/x", "/c/", "vieux.html", "vieux", "d", told=True),
        "verger/index.html": ORCHARD,
        "vieux.html": STUB,
        "c/index.html": "<!DOCTYPE html><title>x</title><script>location.replace('/verger/')</script>",
        "d/index.html": STUB,
        "fiche.pdf": b"x",
        "_redirects": "/a /fiche.pdf 302\n/b/* https://ailleurs.fr/:splat 301\n",
    }
    found = {one.finding.target: one.finding.values["at"] for one in check_site(RULE, files)}
    assert found == {
        "/a": "/fiche.pdf",
        "/b/x": "ailleurs.fr/x",
        "/c/": "/verger/",
        "/vieux.html": "/verger/",
        "/vieux": "/verger/",
        "/d": "/verger/",
    }


def test_apache_s_rules(check_site: CheckSite) -> None:
    rules = "Redirect 301 /vieux /verger\nRedirectMatch 301 ^/an/(.*)$ /verger/$1\n"
    files = {
        "index.html": home("/vieux/", "/an/", told=True),
        "verger/index.html": ORCHARD,
        ".htaccess": rules,
    }
    assert len(check_site(RULE, files)) == 2


@pytest.mark.parametrize(
    "hrefs",
    [
        ("/verger/", "verger/index.html", "/figues", "figues.html", "figues/", "/", "./", "#la", "?x=1", "fiche.pdf"),
        ("/app/x", "/pays", "/perdue"),
        ("/rond", "/vers-rien"),
        ("https://ailleurs.fr/ancienne", "mailto:a@exemple.fr", "zut"),
    ],
)  # fmt: skip
def test_what_does_not(check_site: CheckSite, hrefs: tuple[str, ...]) -> None:
    files: dict[str, str | bytes] = {
        "index.html": home(*hrefs),
        "verger/index.html": ORCHARD,
        "figues.html": page("<p>Mot.</p>"),
        "fiche.pdf": b"x",
        "_redirects": (
            "/app/* /index.html 200\n/pays /verger/ 302 Country=fr\n/perdue /404.html 404\n/rond /carre 301\n/carre /rond 301\n"
            "/vers-rien /nulle-part 301\n/figues /verger/ 301\n"
        ),
    }
    assert not check_site(RULE, files)


def test_a_forced_rule_comes_before_the_page_that_is_there(check_site: CheckSite) -> None:
    files = {
        "index.html": home("/figues.html", told=True),
        "figues.html": page("<p>Mot.</p>"),
        "verger/index.html": ORCHARD,
        "_redirects": "/figues.html /verger/ 301!\n",
    }
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize(
    "rule", ["/verger /verger/ 301", "/verger/ /verger 301", "/* /verger/:splat 301"]
)
def test_rules_of_slashes(check_site: CheckSite, rule: str) -> None:
    files = {
        "index.html": home("/verger/"),
        "verger/index.html": ORCHARD,
        "_redirects": rule + "\n",
    }
    assert not check_site(RULE, files)


def test_the_end_of_a_chain_is_proposed(check_site: CheckSite) -> None:
    files = {
        "index.html": home("/a", told=True),
        "verger/index.html": ORCHARD,
        "_redirects": "/a /b 301\n/b /verger/ 301\n",
    }
    [found] = check_site(RULE, files)
    assert advised(found) == "Faites-les mener droit à « /verger/ »."


def test_a_base_path_is_that_of_addresses(check_site: CheckSite) -> None:
    files = {
        "index.html": home("verger", "/manuel/ancienne", told=True),
        "verger/index.html": ORCHARD,
        "_redirects": "/manuel/ancienne /manuel/verger/ 301\n",
    }
    found = check_site(RULE, files, asked={"url": "https://exemple.fr/manuel"})
    assert [one.finding.values["at"] for one in found] == ["/manuel/verger/"] * 2
    assert ["barre finale" in said(one) for one in found] == [True, False]


def test_pages_that_are_not_to_be_found_link_too(check_site: CheckSite) -> None:
    hidden = page('<p>⟦<a href="/verger">Le verger</a>⟧</p>', head='<meta name="robots" content="noindex">', lang="en")  # fmt: skip
    check_site(
        RULE, {"index.html": home("/verger/"), "a.html": hidden, "verger/index.html": ORCHARD}
    )


def test_a_stub_s_own_links_do_not_count(check_site: CheckSite) -> None:
    stub = STUB + '<p><a href="/verger">Suivez</a></p>'
    files = {"index.html": home("/verger/"), "verger/index.html": ORCHARD, "vieux.html": stub}
    assert not check_site(RULE, files)


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = b"".join(
        [
            record("https://exemple.fr/", home("/a", "/b", "/c").encode()),
            record("https://exemple.fr/a", b"", "301 Moved Permanently", "Location: /c\r\n"),
            record("https://exemple.fr/b", b"", "302 Found", "Location: https://ailleurs.fr/\r\n"),
            record("https://exemple.fr/c", ORCHARD.encode()),
        ]
    )
    found = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert [(one.finding.target, one.finding.values["at"]) for one in found] == [
        ("/a", "/c"),
        ("/b", "ailleurs.fr/"),
    ]


def test_sources_are_not_asked(check_site: CheckSite) -> None:
    files = {"a.md": "# A\n\n[b](/ancienne)", "b.md": "# B\n\nMot.", "_redirects": "/ancienne /b/ 301\n"}  # fmt: skip
    assert not check_site(RULE, files)
