"""The extension in a real VS Code, its screen shown by Chromium. Skipped, with the reason, where either is missing."""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from browser import CHROMIUM, NO_CHROMIUM
from documentation import blocks
from vs_code import SERVER, VSIX, VSCode

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.process,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM),
    pytest.mark.skipif(
        not SERVER.exists() or not VSIX.exists() or not shutil.which("node"),
        reason="no VS Code: $VSCODE_SERVER names the server-main.js of npm’s code-server, $VSIX the built extension",
    ),
]
HTML = '<h1>Le lavoir</h1>\n<p>Qui 🎈 vient ? Les voisins [<a href="https://example.org/">cliquez ici</a>] : tous.</p>\n'
MARKDOWN = "# Le lavoir\n\nQui vient ? La soeur du maçon.\n"


TRIES = 8
"""VS Code saves without what takes longer than it waits, and shows a hover without what comes late; a busy machine is
slow."""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VSCode]:
    articles = tmp_path_factory.mktemp("articles")
    on_saving = next(
        json.loads(one) for one in blocks("docs/editors.md", "json") if "fixAll" in one
    )
    one = VSCode(tmp_path_factory.mktemp("code"), articles, **on_saving)
    yield one
    one.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        # --no-sandbox: CI runs as root, where Chromium's sandbox refuses to start
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1100, "height": 700})
    one = context.new_page()
    # it is large, and the machine may be busy
    one.set_default_timeout(120_000)
    yield one
    context.close()


SCORED = "() => [document.querySelector('.codelens-decoration')?.innerText].find(said => said?.includes('/100'))"


def lens(page: Any) -> str:
    """What stands above the article once it has its score; VS Code draws it anew now and then, empty at first."""
    return str(page.wait_for_function(SCORED).json_value())


def go_to(page: Any, place: str) -> None:
    page.click(".view-lines")
    page.keyboard.press("Control+g")
    page.wait_for_selector(".quick-input-widget:visible")
    page.keyboard.type(place)
    page.keyboard.press("Enter")
    page.wait_for_selector(".quick-input-widget", state="hidden")


def open_article(page: Any, code: VSCode, name: str) -> None:
    """Open an article, again where the extension did not come up with its window."""
    for _ in range(TRIES):
        page.goto(code.address(name))
        with suppress(sync_api.TimeoutError):
            page.wait_for_selector(".codelens-decoration", timeout=40_000)
            return
    raise AssertionError(page.inner_text("body"))


def hover_at(page: Any, place: str, text: str) -> Any:
    """The hover at a place of the article, asked for with keys until it shows the text."""
    hover = page.locator(".monaco-hover:visible", has_text=text)
    for _ in range(TRIES):
        go_to(page, place)
        page.keyboard.press("Control+k")
        page.keyboard.press("Control+i")
        with suppress(sync_api.TimeoutError):
            hover.wait_for(timeout=12_000)
            return hover
        page.keyboard.press("Escape")
    raise AssertionError(page.inner_text("body"))


def quick_fixes_at(page: Any, place: str) -> Any:
    """What mends a place of the article, asked for with keys until it is shown."""
    offered = page.locator(".action-widget:visible")
    for _ in range(TRIES):
        go_to(page, place)
        page.keyboard.press("Control+.")
        with suppress(sync_api.TimeoutError):
            offered.wait_for(timeout=12_000)
            return offered
        page.keyboard.press("Escape")
    raise AssertionError(page.inner_text("body"))


def test_squiggles_the_score_a_hover_and_a_quick_fix(code: VSCode, page: Any) -> None:
    article = code.articles / "lavoir.html"
    article.write_text(HTML, "utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_article(page, code, "lavoir.html")
    page.wait_for_selector(".squiggly-warning")
    assert "SEO" in lens(page)
    assert "seo-audit(no-break-spaces)" in hover_at(page, "2:12", "Pourquoi").inner_text()
    page.keyboard.press("Escape")
    assert "Corriger (2 endroits)" in quick_fixes_at(page, "2:12").inner_text()
    before = lens(page)
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => document.querySelector('.codelens-decoration')?.innerText !== before", arg=before
    )
    assert article.read_text("utf-8") == HTML
    page.keyboard.press("Control+s")
    page.wait_for_selector(".tab.active:not(.dirty)")
    assert article.read_text("utf-8") == HTML.replace(" ?", "\u00a0?").replace(" :", "\u00a0:")
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {code.host}


def test_what_is_safe_is_fixed_on_saving_as_the_documentation_says(code: VSCode, page: Any) -> None:
    article = code.articles / "lavoir.md"
    article.write_text(MARKDOWN, "utf-8")
    open_article(page, code, "lavoir.md")
    go_to(page, "1:12")
    page.keyboard.type("🎈")
    fixed = MARKDOWN.replace(" ?", "\u00a0?").replace("soeur", "sœur")
    for number in range(TRIES):
        page.wait_for_selector(".tab.active.dirty")
        # what was typed is audited meanwhile; longer each time, a minute in all
        page.wait_for_timeout(250 * 2**number)
        page.keyboard.press("Control+s")
        page.wait_for_selector(".tab.active:not(.dirty)")
        if "sœur" in article.read_text("utf-8"):
            break
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
    assert article.read_text("utf-8") == fixed.replace("lavoir", "lavoir🎈")
