"""Makes the pictures of the README: `python tests/editor/pictures.py`. The page and the editor are the real ones:
`tests/vs_code.py` says what VS Code needs."""

import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from browser import CHROMIUM
from live_pages import Page
from playwright.sync_api import sync_playwright
from vs_code import VSCode

DOCS = Path(__file__).parents[2] / "docs"
TEXT = """---
title: Le lavoir du bourg rouvre après deux ans de travaux
description: Le lavoir a retrouvé son eau, son toit, ses bancs : récit d’un chantier de deux ans.
---

# Le lavoir du bourg rouvre après deux ans de travaux

Qui se souvient du lavoir ? Ses murs s’effritaient, son toit avait disparu
sous le lierre, et l’eau ne coulait plus : voilà deux ans que les habitants
du bourg ont décidé de le remettre en état.

#### Un chantier de voisins

La 1ère équipe a curé le bassin. Une soeur de l’ancien maçon a montré comment
monter un mur en pierre sèche ! Pour la suite, [cliquez ici](https://example.org/).
"""
QUIET: dict[str, Any] = {
    "workbench.colorTheme": "Default Dark Modern",
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": False,
    "workbench.sideBar.location": "right",
    "window.commandCenter": False,
    "breadcrumbs.enabled": False,
    "editor.minimap.enabled": False,
    "editor.hover.above": False,
    "editor.lightbulb.enabled": "off",
    "editor.occurrencesHighlight": "off",
    "editor.selectionHighlight": False,
    "editor.renderLineHighlight": "none",
    "explorer.autoReveal": False,
}
"""An editor that shows the article and little else."""


def editor(chromium: Any, folder: Path) -> None:
    """The article in VS Code, with the hover of one finding."""
    articles = folder / "articles"
    articles.mkdir()
    (articles / "lavoir.md").write_text(TEXT, "utf-8")
    code = VSCode(folder / "kept", articles, **QUIET)
    page = chromium.new_page(viewport={"width": 1000, "height": 680})
    page.set_default_timeout(120_000)
    page.goto(code.address("lavoir.md"))
    page.wait_for_selector(".codelens-decoration")
    page.wait_for_selector(".squiggly-warning")
    page.keyboard.press("Control+b")
    page.click(".view-lines")
    page.keyboard.press("Control+g")
    page.keyboard.type(f"{TEXT[: TEXT.index('cliquez')].count(chr(10)) + 1}:55")
    page.keyboard.press("Enter")
    page.wait_for_selector(".quick-input-widget", state="hidden")
    page.keyboard.press("Control+k")
    page.keyboard.press("Control+i")
    page.locator(".monaco-hover:visible", has_text="Pourquoi").wait_for()
    page.wait_for_timeout(1000)
    page.screenshot(path=DOCS / "editor.png", animations="disabled")
    page.close()
    code.stop()


def live_page(chromium: Any, folder: Path) -> None:
    """The article in the live page, at one finding."""
    server = Page(folder)
    page = chromium.new_page(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    page.goto(server.url)
    page.fill("#text", TEXT)
    page.wait_for_selector(".f")
    page.click(".f[data-rule=link-text] .go")
    page.evaluate("() => { document.querySelector('.side').scrollTop = 0; }")
    page.wait_for_timeout(400)
    page.screenshot(path=DOCS / "live-page.png")
    server.stop()


def main() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        # --no-sandbox: run by root, Chromium's sandbox refuses to start
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        live_page(chromium, Path(name))
        editor(chromium, Path(name))
        chromium.close()


if __name__ == "__main__":
    main()
