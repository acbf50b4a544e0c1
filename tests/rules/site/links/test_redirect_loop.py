"""Redirects that lead round in a circle."""

import pytest
from site_checking import CheckSite, said
from site_samples import page

from seo_audit.rule import Severity

RULE = "redirect-loop"
PAGES = {
    "index.html": page("<p>Mot.</p>", title="Accueil"),
    "verger/index.html": page("<p>Mot.</p>", title="Le verger"),
}


def test_a_circle_is_one_finding_with_all_its_lines(check_site: CheckSite) -> None:
    rules = "# rond\n⟦/jardin /potager 301⟧\n/clos /verger/ 301\n⟦/potager /jardin 302⟧\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert found.severity is Severity.ERROR
    assert [spot.line for spot in found.spots] == [2, 4]
    assert found.finding.target == "/jardin"
    assert "« /jardin » revient toujours à une adresse déjà suivie" in said(found)


def test_its_name_is_the_same_whatever_line_comes_first(check_site: CheckSite) -> None:
    lines = ("⟦/a /b 301⟧", "⟦/b /c 301⟧", "⟦/c /a 301⟧")
    names = {
        check_site(RULE, {**PAGES, "_redirects": "\n".join(lines[n:] + lines[:n])})[0].fingerprint
        for n in range(3)
    }
    assert len(names) == 1


def test_two_circles_are_two_findings(check_site: CheckSite) -> None:
    rules = "⟦/a /b 301⟧\n⟦/c /d 301⟧\n⟦/b /a 301⟧\n⟦/d /c 301⟧\n"
    found = check_site(RULE, {**PAGES, "_redirects": rules})
    assert [[spot.line for spot in one.spots] for one in found] == [[1, 3], [2, 4]]


def test_what_leads_into_a_circle_is_told_with_it(check_site: CheckSite) -> None:
    rules = "⟦/x /a 301⟧\n⟦/a /b 301⟧\n⟦/b /a 301⟧\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert len(found.spots) == 3


@pytest.mark.parametrize(
    "rules",
    [
        "/verger /verger/ 301\n",
        "/verger/ /verger 301\n",
        "/verger/ /jardin 301\n/jardin /verger/ 301\n",
        "/a /b 301\n/b /a 200\n/b /verger/ 301\n",
        "/a /b 301\n/b /a 404\n",
        "/a /b 301\n/b /a 302 Language=fr\n/b /verger/ 301\n",
        "/a /b 301\n/b /verger/ 301\n/b /a 301\n",  # the first that holds
        "/a https://ailleurs.fr/a 301\n",
        "/* /index.html 200\n",
    ],
)
def test_what_is_none(check_site: CheckSite, rules: str) -> None:
    rules = rules.replace("/b /a 200\n/b", "/c /a 200\n/b")
    assert not check_site(RULE, {**PAGES, "_redirects": rules})


def test_forced_rules_turn_round_what_is_there(check_site: CheckSite) -> None:
    rules = "⟦/verger/ /jardin 301!⟧\n⟦/jardin /verger/ 301⟧\n"
    assert len(check_site(RULE, {**PAGES, "_redirects": rules})) == 1


def test_pages_that_send_readers_to_each_other(check_site: CheckSite) -> None:
    stub = '<!DOCTYPE html>\n<title>x</title>⟦<meta http-equiv="refresh" content="0; url={}">⟧'
    files = {**PAGES, "a.html": stub.format("b.html"), "b.html": stub.format("/c")}
    [found] = check_site(RULE, {**files, "_redirects": "⟦/c /a.html 301⟧\n"})
    assert {spot.path for spot in found.spots} == {"a.html", "b.html", "_redirects"}


def test_a_page_that_loads_itself_again(check_site: CheckSite) -> None:
    stub = '<!DOCTYPE html><title>x</title>⟦<meta http-equiv="refresh" content="0; url={}">⟧'
    assert len(check_site(RULE, {**PAGES, "a.html": stub.format("a.html")})) == 1
    assert len(check_site(RULE, {**PAGES, "a/index.html": stub.format("./")})) == 1
    again = page("<p>Mot.</p>", head='<meta http-equiv="refresh" content="0">')
    slow = page("<p>Mot.</p>", head='<meta http-equiv="refresh" content="30; url=a.html">')
    assert not check_site(RULE, {**PAGES, "b.html": again, "a.html": slow})


def test_patterns_that_turn_round_are_told_where_a_link_goes_in(check_site: CheckSite) -> None:
    rules = "⟦/a/* /b/:splat 301⟧\n/b/* /a/:splat 301\n"
    home = page('<p>Mot, <a href="/a/x">un lien</a>, <a href="/a/y">un autre</a>.</p>')
    [found] = check_site(RULE, {**PAGES, "index.html": home, "_redirects": rules})
    assert "« /a/x »" in said(found)
    assert not check_site(RULE, {**PAGES, "_redirects": rules.replace("⟦", "").replace("⟧", "")})


def test_apache_s_rules(check_site: CheckSite) -> None:
    rules = "⟦Redirect 301 /a /b⟧\n⟦Redirect 301 /b /a⟧\n"
    assert len(check_site(RULE, {**PAGES, ".htaccess": rules})) == 1


def test_a_long_chain_is_no_circle(check_site: CheckSite) -> None:
    rules = "".join(f"/p{n} /p{n + 1} 301\n" for n in range(15)) + "/p15 /verger/ 301\n"
    assert not check_site(RULE, {**PAGES, "_redirects": rules})


def test_without_redirects(check_site: CheckSite) -> None:
    assert not check_site(RULE, PAGES)
    assert not check_site(RULE, {"a.md": "# A\n\nMot.", "_redirects": "/x /y 301\n/y /x 301\n"})
