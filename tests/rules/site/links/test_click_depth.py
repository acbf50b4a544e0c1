"""Pages that are many clicks away from the home page."""

from collections.abc import Iterator
from typing import Any

import pytest
from growth import grows_linearly
from site_checking import CheckSite, said
from site_samples import page

from seo_audit import plugins
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


@pytest.mark.parametrize(("listed", "told"), [(True, False), (False, True)])
def test_a_page_of_a_series_is_near_though_a_shorter_way_leads_through_others(
    check_site: CheckSite, listed: bool, told: bool
) -> None:
    # five clicks through the articles, seven through the pages of the series, which a reader leafs through at once
    last = len(pages := [f"lacs/p{n}/index.html" for n in range(2, 7)]) - 1
    files = chain(*LETTERS, "e.html", last="⟦E⟧" if told else "E")
    files["index.html"] = step("Accueil", "/a.html", "/lacs/")
    files["lacs/index.html"] = step("Lacs", "/lacs/p2/")
    for number, path in enumerate(pages):
        following = f"/lacs/p{number + 3}/" if number < last else "/e.html" if listed else "/"
        files[path] = step(f"Lacs, page {number + 2}", following)
    assert len(check_site(RULE, files)) == told


def test_what_a_frame_shows_is_no_click_away(check_site: CheckSite) -> None:
    def framed(*pages: str) -> str:
        frames = "".join(f'<frame src="/{name}">' for name in pages)
        return f"<!DOCTYPE html><html lang=fr><head><title>Le verger</title></head><frameset>{frames}</frameset></html>"

    files = chain(*LETTERS, "e.html", "f.html", last="⟦F⟧")
    files |= {
        "index.html": framed("haut.html", "cadre.html"),
        "cadre.html": framed("menu.html"),
        "haut.html": step("Haut", "/"),
        "menu.html": step("Menu", "/a.html"),
    }
    [found] = check_site(RULE, files, maximum=5)
    assert found.finding.values["clicks"] == 6


class Chain:
    """A site whose pages lead to the next one only, from the home page on."""

    is_built, has_sitemap = True, False

    def __init__(self, count: int) -> None:
        self._count = count

    def rows(self, query: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        if "is_series" in query and parameters and "min(" in query:
            return iter(())
        if parameters:  # the pages that are far away, by the option
            first = parameters[0] + 1
            return ((n, n, n - 1, f"/{n}/", f"{n}.html", None) for n in range(first, self._count))
        return ((n, n - 1, f"/{n}/", False) for n in range(self._count))


def test_a_long_way_costs_no_square() -> None:
    rule = plugins.site_rule(RULE)

    def work(count: int) -> None:
        found = list(rule.check(Chain(count), rule.options()))
        assert len(found) == count - 5

    last = list(rule.check(Chain(100), rule.options()))[-1].message("fr")
    assert "… → /93/ → /94/ → /95/ → /96/ → /97/ → /98/" in last.replace("\u00a0", " ")
    assert grows_linearly(work, 20_000)
