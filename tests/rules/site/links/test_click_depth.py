"""Pages that are many clicks away from the home page."""

import pytest
from site_checking import CheckSite, said
from site_samples import page

from seo_audit.errors import ConfigError
from seo_audit.rule import Severity

RULE = "click-depth"


def step(title: str, *links: str, head: str = "", h1: str | None = None) -> str:
    body = "".join(f'<p>Après cela, voyez <a href="{link}">la suite</a>.</p>' for link in links)
    return page(f"<p>Un mot.</p>{body}", title=title, head=head, h1=h1)


def chain(*paths: str, last: str) -> dict[str, str]:
    """Pages of which each leads to the next; the last one's heading is given."""
    files = {}
    for path, following in zip(paths, (*paths[1:], ""), strict=True):
        links = (f"/{following}",) if following else ()
        files[path] = step(path, *links, h1=last if not following else None)
    return files


LETTERS = ("index.html", "a.html", "b.html", "c.html", "d.html")


def test_four_clicks_are_few_five_are_many(check_site: CheckSite) -> None:
    assert not check_site(RULE, chain(*LETTERS, last="E"))
    [found] = check_site(RULE, chain(*LETTERS, "e.html", last="⟦E⟧"))
    assert found.severity is Severity.INFO
    assert found.finding.values["clicks"] == 5
    assert "« /e.html » est à 5 clics" in said(found)
    assert "/ → /a.html → /b.html → /c.html → /d.html" in said(found)


def test_the_limit_is_an_option(check_site: CheckSite) -> None:
    files = chain(*LETTERS, "e.html", last="E")
    assert not check_site(RULE, files, maximum=5)
    [found] = check_site(RULE, chain("index.html", "a.html", "b.html", last="⟦B⟧"), maximum=1)
    assert "2 clics" in said(found)
    with pytest.raises(ConfigError):
        check_site(RULE, files, maximum=0)


def test_the_shortest_way_counts(check_site: CheckSite) -> None:
    files = chain(*LETTERS, "e.html", last="E")
    files["a.html"] = step("A", "/b.html", "/d.html")
    assert not check_site(RULE, files)


def test_a_long_way_is_shown_from_its_end(check_site: CheckSite) -> None:
    paths = ("index.html", *(f"p-{letter}.html" for letter in "abcdefgh"))
    found = check_site(RULE, chain(*paths, last="⟦Fin⟧"), maximum=7)
    way = str(found[0].finding.values["way"])
    assert way.startswith("… → /p-b.html → ")
    assert way.endswith(" → /p-g.html")


def test_numbered_pages_count_together_for_one(check_site: CheckSite) -> None:
    numbered = [f"page/{n}/index.html" for n in range(2, 9)]
    files = chain("index.html", *numbered, "a.html", "b.html", last="B")
    assert not check_site(RULE, files)
    assert not check_site(RULE, files, maximum=3)
    [found] = check_site(
        RULE, chain("index.html", *numbered, "a.html", "b.html", last="⟦B⟧"), maximum=2
    )
    assert [spot.path for spot in found.spots] == ["b.html"]


def test_a_numbered_page_is_never_told(check_site: CheckSite) -> None:
    assert not check_site(RULE, chain(*LETTERS, "e/page/2/index.html", last="E"))


@pytest.mark.parametrize(
    "head",
    ['<meta name="robots" content="noindex">', '<link rel="canonical" href="/index.html">'],
)
def test_pages_that_are_not_to_be_found(check_site: CheckSite, head: str) -> None:
    files = chain(*LETTERS, "e.html", last="E")
    files["e.html"] = step("E", head=head)
    assert not check_site(RULE, files)
    # but clicks on the way to others are clicks
    files["e.html"] = step("E", "/f.html", head=head)
    files["f.html"] = step("F", h1="⟦F⟧")
    assert check_site(RULE, files)[0].finding.values["clicks"] == 6


def test_a_redirect_is_no_click(check_site: CheckSite) -> None:
    files = chain(*LETTERS, last="E")
    files["c.html"] = step("C", "/ancienne")
    files["_redirects"] = "/ancienne /d.html 301\n"
    assert not check_site(RULE, files)


def test_what_is_left_out_is_a_click_on_the_way(check_site: CheckSite) -> None:
    settings = 'select = ["click-depth"]\nexclude = ["{}"]\n'
    files = chain(*LETTERS, "e.html", last="⟦E⟧") | {"seo-audit.toml": settings.format("b.html")}
    [found] = check_site(RULE, files)
    assert "/ → /a.html → /b.html → /c.html → /d.html" in said(found)
    files = chain(*LETTERS, last="E") | {"seo-audit.toml": settings.format("b.html")}
    assert not check_site(RULE, files)


def test_without_a_home_page_or_a_way_nothing_is_counted(check_site: CheckSite) -> None:
    assert not check_site(RULE, chain(*LETTERS[1:], "e.html", "f.html", last="F"))
    files = chain(*LETTERS[1:], "e.html", "f.html", last="F") | {"index.html": step("Accueil")}
    assert not check_site(RULE, files)


def test_from_where_the_root_sends_to(check_site: CheckSite) -> None:
    files = chain("fr/index.html", *LETTERS[1:], last="D") | {"_redirects": "/ /fr/ 302\n"}
    assert not check_site(RULE, files)
    [found] = check_site(
        RULE,
        chain("fr/index.html", *LETTERS[1:], "e.html", last="⟦E⟧") | {"_redirects": "/ /fr/ 302\n"},
    )
    assert said(found).count("/fr/") == 1


def test_a_page_alone_and_sources(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": step("Accueil", "/")})
    sources = {f"{n}.md": f"# Page {n}\n\nVoir [la suite]({n + 1}.md)." for n in range(1, 8)}
    assert not check_site(RULE, {"index.md": "# Accueil\n\n[Début](1.md)", **sources})
