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
