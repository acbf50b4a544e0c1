"""The report on a site of 2,000 pages in a real Chromium: how large it is, and that it filters and opens."""

import pytest
from browser import CHROMIUM, NO_CHROMIUM, Browser
from large_site import OWN, report_page

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def text() -> str:
    return report_page()


def test_it_is_smaller_than_five_megabytes(text: str) -> None:
    assert len(text.encode()) < 5 * MEGABYTE


@pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM)
def test_it_filters_and_shows_what_a_page_has(browser: Browser, text: str) -> None:
    page = browser.show("<!DOCTYPE html><title>vide</title>").page
    (browser.folder / "large.html").write_text(text, "utf-8")
    page.goto((browser.folder / "large.html").as_uri())
    page.fill("#text", "recettes-1999")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.eval_on_selector_all("#pages tbody tr:not([hidden])", "all => all.length") == 1
    page.click("#pages tbody tr:not([hidden])")
    page.wait_for_selector("tr.own li")
    assert page.eval_on_selector_all("tr.own li", "all => all.length") == OWN
    assert "25 mots" in page.inner_text("tr.own li >> nth=0")


@pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM)
def test_rows_far_below_are_not_laid_out_but_found_and_printed(browser: Browser, text: str) -> None:
    page = browser.show("<!DOCTYPE html><title>vide</title>").page
    (browser.folder / "large.html").write_text(text, "utf-8")
    page.goto((browser.folder / "large.html").as_uri())
    is_drawn = "row => row.cells[0].checkVisibility({contentVisibilityAuto: true})"
    assert not page.eval_on_selector("#p1999", is_drawn)
    edges = "row => [...row.cells].map(cell => cell.getBoundingClientRect().right)"
    page.eval_on_selector("#p0", "row => row.scrollIntoView()")
    assert page.eval_on_selector("#p0", is_drawn)
    assert page.eval_on_selector("#p0", edges) == page.eval_on_selector("#pages thead tr", edges)
    assert page.evaluate("window.find('carnet numéro 1999 ')")
    page.emulate_media(media="print")
    shown = "row => getComputedStyle(row).contentVisibility"
    assert page.eval_on_selector("#p1999", shown) == "visible"
