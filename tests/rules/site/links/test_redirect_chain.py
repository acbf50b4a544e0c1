"""Redirects that lead to redirects."""

from pathlib import Path

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page

from seo_audit.rule import Severity

RULE = "redirect-chain"
PAGES = {
    "index.html": page("<p>Mot.</p>", title="Accueil"),
    "verger/index.html": page("<p>Mot.</p>", title="Le verger"),
}


def test_two_hops_are_a_chain_one_is_none(check_site: CheckSite) -> None:
    rules = "# avant\n  ⟦/jardin /potager 301⟧   \n/potager /verger/ 301\n/clos /verger/ 302\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert found.severity is Severity.WARNING
    assert (found.spots[0].line, found.spots[0].column) == (2, 3)
    assert found.spots[0].excerpt == "/jardin /potager 301"
    assert found.finding.target == "/verger/"
    assert said(found) == "« /jardin » n’arrive à « /verger/ » qu’après 2 redirections."
    assert advised(found) == "Redirigez droit vers « /verger/ »."


def test_each_line_that_begins_one_is_told(check_site: CheckSite) -> None:
    rules = "⟦/a /b 301⟧\n⟦/b /c 302⟧\n/c /verger/ 301\n"
    found = check_site(RULE, {**PAGES, "_redirects": rules})
    assert [one.finding.values["hops"] for one in found] == [3, 2]


@pytest.mark.parametrize(
    "rules",
    [
        "/a /verger/ 301\n/verger/ /b 301\n/b /c 301\n",  # the page that is there answers
        "/a /b 301\n/b /verger/ 200\n",  # a rewrite: nobody is sent anywhere
        "/a /b 404\n/b /verger/ 301\n",
        "/a /b 301 Country=fr\n/b /verger/ 301\n",
        "/a /verger/ 301\n/b /a 200\n",
        "/a /verger 301\n",  # the slash is the server's
        "/a https://ailleurs.fr/b 301\n/b /verger/ 301\n",
        "/a /b 301\n/b /a 301\n",  # a circle is told as one
        "/a /fiche.pdf 301\n",
        "# /a /b 301\n/b /verger/ 301\n",
    ],
)
def test_what_is_none(check_site: CheckSite, rules: str) -> None:
    assert not check_site(RULE, {**PAGES, "_redirects": rules, "fiche.pdf": b"x"})


def test_it_may_end_elsewhere(check_site: CheckSite) -> None:
    rules = "⟦/a /b 301⟧\n/b https://ailleurs.fr/c 301\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert found.finding.target == "ailleurs.fr/c"


def test_that_ends_at_nothing_is_told_so(check_site: CheckSite) -> None:
    rules = "⟦/a /b 301⟧\n/b /absente 301\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert said(found) == (
        "« /a » n’arrive, après 2 redirections, qu’à « /absente », où rien ne répond."
    )
    assert "droit vers" not in advised(found)


def test_patterns_are_followed_from_plain_addresses(check_site: CheckSite) -> None:
    rules = "⟦/a /blog/b 301⟧\n/blog/* /:splat 301\n/b /verger/ 301\n"
    [found] = check_site(RULE, {**PAGES, "_redirects": rules})
    assert found.finding.values["hops"] == 3


def test_the_first_rule_that_holds_is_the_one(check_site: CheckSite) -> None:
    # the splat stands before: what is more exact below is never asked
    rules = "/blog/* /verger/ 301\n/blog/a /potager 301\n/potager /clos 301\n/clos /verger/ 301\n"
    shown = rules.replace("/potager /clos 301", "⟦/potager /clos 301⟧")
    assert len(check_site(RULE, {**PAGES, "_redirects": shown})) == 1
    rules = "⟦/blog/a /potager 301⟧\n/blog/* /verger/ 301\n/potager /verger/ 301\n"
    assert len(check_site(RULE, {**PAGES, "_redirects": rules})) == 1


def test_a_line_behind_another_of_its_address_is_never_asked(check_site: CheckSite) -> None:
    rules = "⟦/a /b 301⟧\n/a /verger/ 301\n/a /b 301\n/b /verger/ 301\n"
    assert len(check_site(RULE, {**PAGES, "_redirects": rules})) == 1
    rules = "/a /verger/ 301\n/a /b 301\n/b /verger/ 301\n"
    assert not check_site(RULE, {**PAGES, "_redirects": rules})


def test_pages_that_send_their_readers_on(check_site: CheckSite) -> None:
    stub = '<!DOCTYPE html>\n<title>x</title>⟦<meta http-equiv="refresh" content="0; url={}">⟧'
    last = '<!DOCTYPE html>\n<title>x</title><script>location.href = "/verger/"</script>'
    files = {**PAGES, "a.html": stub.format("b"), "b.html": last}
    [found] = check_site(RULE, files)
    assert found.spots[0].url == "/a.html"
    assert "« /a.html » n’arrive à « /verger/ » qu’après 2 redirections" in said(found)


def test_a_page_that_sends_on_to_a_rule(check_site: CheckSite) -> None:
    stub = '<!DOCTYPE html><title>x</title>⟦<meta http-equiv="refresh" content="0; url=/a">⟧'
    files = {**PAGES, "vieux.html": stub, "_redirects": "/a /verger/ 301\n"}
    assert len(check_site(RULE, files)) == 1


def test_a_page_that_waits_is_read(check_site: CheckSite) -> None:
    slow = page("<p>Nous déménageons.</p>", head='<meta http-equiv="refresh" content="5; url=/verger/">')  # fmt: skip
    assert not check_site(RULE, {**PAGES, "a.html": slow, "_redirects": "/b /a.html 301\n"})


def test_apache_s_rules(check_site: CheckSite) -> None:
    rules = "RewriteEngine On\n⟦Redirect 301 /a /b⟧\nRedirectPermanent /b /verger/\n"
    assert len(check_site(RULE, {**PAGES, ".htaccess": rules})) == 1


def test_a_file_that_was_named_and_a_base_path(check_site: CheckSite, tmp_path: Path) -> None:
    file = tmp_path / "regles" / "_redirects"
    file.parent.mkdir()
    file.write_text("/manuel/a /manuel/b 301\n/manuel/b /manuel/verger/ 301\n")
    asked = {"url": "https://exemple.fr/manuel/", "redirects": file}
    [found] = check_site(RULE, PAGES, asked=asked, placed=False)
    assert "« /manuel/a » n’arrive à « /manuel/verger/ »" in said(found)


def test_without_redirects(check_site: CheckSite) -> None:
    assert not check_site(RULE, PAGES)
    assert not check_site(RULE, {"a.md": "# A\n\nMot.", "_redirects": "/x /y 301\n/y /a/ 301\n"})
