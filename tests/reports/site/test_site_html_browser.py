"""The report on a site in a real Chromium. Skipped, with the reason, where there is none."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from browser import AXE, CHROMIUM, NO_AXE, NO_CHROMIUM, Browser, Shown
from site_samples import page, written

from seo_audit import Config, plugins
from seo_audit.message import Language
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.site_report import SiteView

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM),
]

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script> {{ 7*7 }}"

LONG = "Les coings du verger attendent les premiers froids sous leur duvet gris. " * 6
"""Words enough that the score is not held down."""


@cache
def rendered(language: Language = "fr") -> str:
    """A site with equal titles, a broken link, an orphan, a page kept out, a title and a name that are hostile."""
    hostile = HOSTILE.replace("<", "&lt;")
    links = "".join(f'<a href="/{name}/">Le carnet des {name}</a> ' for name in ("noix", "coings"))
    files: dict[str, str | bytes] = {
        "index.html": page(f'{links}<a href="/perdue/">rien</a>', title="Le verger"),
        "noix/index.html": page("<p>Des noix.</p>", title="Les fruits"),
        "coings/index.html": page(
            f"<p>Des coings.</p><p>{LONG}</p><img src='/x.png'>", title="Les fruits"
        ),
        "seule/index.html": page("<p>Seule.</p>", title=hostile),
        "<b onclick=alert(3)>.html": page(
            "<p>Une page.</p>",
            title="Kept out",
            head='<meta name="robots" content="noindex">',
        ),
    }
    with TemporaryDirectory() as name:
        folder = written(Path(name) / "site", files)
        request = SiteRequest((str(folder),), config=Config(), language=language, jobs=1)
        with examined(request) as found:
            view = SiteView(plugins.KnownRules(), language=language, details=found.details)
            return "".join(plugins.site_report("html").render(found.report, view))


@pytest.fixture
def shown(browser: Browser) -> Shown:
    return browser.show(rendered())


def rows(shown: Shown, inner: str) -> list[str]:
    """Texts in the rows that the filters show: those below the window are not laid out, and have no inner text."""
    found = shown.page.query_selector_all(f"#pages tbody tr[id]:not([hidden]) {inner}")
    return [one.text_content() for one in found]


def titles(shown: Shown) -> list[str]:
    return rows(shown, "b")


def test_it_complains_of_nothing_asks_for_nothing_and_runs_nothing(shown: Shown) -> None:
    for summary in shown.page.query_selector_all("summary"):
        summary.click()
    for row in shown.page.query_selector_all("#pages tbody tr[id]"):
        row.click()
    shown.page.wait_for_timeout(100)
    assert shown.troubles == []
    assert all(url.startswith(("file:", "data:")) for url in shown.requests)
    assert len([url for url in shown.requests if url.startswith("file:")]) == 1
    strange = "document.querySelectorAll('[onerror], [onclick], img, iframe, b b').length"
    assert shown.page.evaluate(strange) == 0
    assert HOSTILE in " ".join(titles(shown))


def test_issues_come_before_pages_and_the_gravest_first(shown: Shown) -> None:
    heads = shown.all("main h2")
    assert heads.index("Constats sur le site") < heads.index("Pages")
    names = [one.get_attribute("id") for one in shown.page.query_selector_all("details.issue")]
    assert names[0] == "r-broken-link"
    assert {"r-duplicate-title", "r-orphan"} <= set(names)


def test_a_click_leads_from_an_issue_to_the_page_and_shows_its_own_findings(shown: Shown) -> None:
    page = shown.page
    page.click("details#r-duplicate-title summary")
    assert not shown.all("tr.own")
    page.click("details#r-duplicate-title .spots a >> nth=0")
    (own,) = shown.all("tr.own")
    row = page.query_selector("tr:has([aria-expanded=true])")
    assert row.query_selector("b").inner_text() == "Les fruits"
    assert "coings" in row.inner_text()
    assert "coings" in own  # what the page's own audit says that it is about
    # and what the site's rules say of it, with the way back
    assert "Constats sur le site : " in own.replace("\xa0", " ")
    assert page.eval_on_selector_all("tr.own a", "all => all.map(one => one.textContent)") == [
        "Liens rompus, fichiers manquants",
        "Titres en double",
        "Titres principaux en double",
    ]
    page.click("tr.own a >> nth=0")
    assert page.evaluate("document.querySelector('details#r-broken-link').open")
    page.go_back()
    page.go_back()
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("document.querySelector('details#r-duplicate-title').open")


def test_a_click_leads_to_a_page_that_the_filters_hide(shown: Shown) -> None:
    page = shown.page
    page.fill("#text", "Kept out")
    assert titles(shown) == ["Kept out"]
    page.click("details#r-duplicate-title summary")
    page.click("details#r-duplicate-title .spots a >> nth=0")
    assert "Les fruits" in titles(shown)
    assert len(shown.all("tr.own")) == 1
    assert page.evaluate(
        "document.querySelector('tr.own').getBoundingClientRect().top < innerHeight"
    )


def test_rows_open_and_shut_by_mouse_and_keyboard(shown: Shown) -> None:
    row = shown.page.query_selector("#pages tbody tr[id]")
    row.click()
    assert len(shown.all("tr.own")) == 1
    row.click()
    assert shown.all("tr.own") == []
    row.query_selector("button").focus()
    for key, opened in (("Enter", 1), ("Space", 0), ("Enter", 1)):
        shown.page.keyboard.press(key)
        assert len(shown.all("tr.own")) == opened
    shown.page.keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.closest('tr').id") == "p1"


def test_pages_are_searched_filtered_and_sorted(shown: Shown) -> None:
    page = shown.page
    assert len(titles(shown)) == 5
    page.fill("#text", "FRUITS")
    assert titles(shown) == ["Les fruits"] * 2
    page.fill("#text", "")
    page.select_option("#only", "noindex")
    assert titles(shown) == ["Kept out"]
    page.select_option("#only", "lost")
    assert sorted(titles(shown)) == sorted(["Kept out", HOSTILE])
    page.select_option("#only", "")
    head = page.query_selector("#pages thead th")
    head.query_selector("button").focus()
    page.keyboard.press("Enter")
    first = titles(shown)
    page.keyboard.press("Enter")
    assert titles(shown) == first[::-1]
    assert head.get_attribute("aria-sort") in ("ascending", "descending")


def test_scores_are_sorted_as_numbers_though_some_say_why_they_are_no_higher(shown: Shown) -> None:
    button = shown.page.query_selector("#pages thead th:nth-child(2) button")
    for falling in (True, False):
        button.click()
        said = rows(shown, "td:nth-child(2)")
        assert 0 < sum("plafonné" in one for one in said) < len(said)
        scores = [int(one.split()[0]) for one in said]
        assert scores == sorted(scores, reverse=falling)
        assert len(set(scores)) > 1


def test_charts_count_the_pages(shown: Shown) -> None:
    figures = {one.split("\n")[0]: one for one in shown.all("figure")}
    assert set(figures) == {
        "Clics depuis l’accueil",
        "Scores des pages",
        "Part du gabarit dans les mots des pages",
        "PageRank interne (1\u00a0: la moyenne)",
    }
    for title in list(figures)[1:3]:
        counts = shown.page.eval_on_selector_all(
            "figure", "(all, title) => all.filter(e => e.innerText.startsWith(title)).flatMap("
            "e => [...e.querySelectorAll('.bars b')].map(b => Number(b.textContent)))", title
        )  # fmt: skip
        assert sum(counts) == 5


@pytest.mark.parametrize("anchor", ["#p0", "#r-orphan", "#rien", "#%E0%A4%A", "#"])
def test_an_address_opens_what_it_names(browser: Browser, anchor: str) -> None:
    shown = browser.show(rendered(), anchor)
    shown.page.wait_for_timeout(50)
    assert shown.troubles == []
    assert len(shown.all("tr.own")) == (anchor == "#p0")
    assert len(shown.page.query_selector_all("details[open]")) == (anchor == "#r-orphan")


def test_without_scripts_all_is_there(browser: Browser) -> None:
    shown = browser.show(rendered(), java_script_enabled=False)
    assert len(shown.page.query_selector_all("#pages tbody tr[id]")) == 5
    assert not shown.page.query_selector("#filters").is_visible()
    assert not shown.page.query_selector("#theme").is_visible()


def test_a_phone_scrolls_one_way_only(browser: Browser) -> None:
    shown = browser.show(rendered(), viewport={"width": 360, "height": 740}, is_mobile=True)
    shown.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 360
    # a title is not broken letter by letter, nor why a score is capped
    assert shown.page.evaluate("document.querySelector('#pages td').offsetWidth") >= 110
    lines = "one => one.getClientRects().length && one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)"
    assert shown.page.eval_on_selector("#pages td small", lines) <= 3


def test_a_phone_shows_a_page_s_findings_without_scrolling_aside(browser: Browser) -> None:
    shown = browser.show(rendered(), viewport={"width": 360, "height": 740}, is_mobile=True)
    page = shown.page
    page.evaluate("document.querySelector('#pages tbody tr[id] button').click()")
    boxes = "all => all.map(one => one.getBoundingClientRect()).flatMap(b => [b.left, b.right])"
    for aside in (0, 200):
        page.evaluate(f"document.querySelector('.wide:has(#pages)').scrollLeft = {aside}")
        edges = page.eval_on_selector_all("tr.own li, tr.own p", boxes)
        assert edges
        assert all(0 <= edge <= 360 for edge in edges), edges


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_figures_stay_in_their_frames(browser: Browser, width: int) -> None:
    shown = browser.show(rendered(), viewport={"width": width, "height": 900})
    beyond = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert shown.page.eval_on_selector_all("figure", beyond) == 0


def color(page: Any) -> tuple[int, ...]:
    said: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return tuple(int(part) for part in said[said.index("(") + 1 : -1].split(",")[:3])


def test_dark_where_the_reader_wants_it_and_by_the_button(browser: Browser) -> None:
    page = browser.show(rendered(), color_scheme="dark").page
    assert max(color(page)) < 80
    page.click("#theme")
    assert min(color(page)) > 200
    page.click("#theme")
    assert max(color(page)) < 80


def test_print_has_no_buttons_and_is_light(browser: Browser) -> None:
    page = browser.show(rendered(), color_scheme="dark").page
    page.emulate_media(media="print")
    assert min(color(page)) > 200
    assert not page.query_selector("#filters").is_visible()
    assert not page.query_selector("#theme").is_visible()
    assert page.query_selector("#pages tbody b").is_visible()


@pytest.mark.skipif(not AXE.exists(), reason=NO_AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(browser: Browser, scheme: str, language: Language) -> None:
    shown = browser.show(rendered(language), color_scheme=scheme, bypass_csp=True)
    shown.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    shown.page.click("#pages tbody tr[id]")
    shown.page.evaluate(AXE.read_text("utf-8"))
    found = shown.page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(r => r.violations.map("
        "v => [v.id, v.nodes.map(n => n.html).slice(0, 3)]))"
    )
    assert found == []
