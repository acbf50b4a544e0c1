"""Makes the pictures of the README: `python tests/editor/pictures.py`. The page is the real one; the editor is drawn
from what the language server says of an article."""

import html
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from live_pages import Page
from playwright.sync_api import sync_playwright

from seo_audit.editor import auditing, diagnostics, hovers
from seo_audit.editor.auditing import Task
from seo_audit.editor.buffers import Buffer

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
STYLE = """
*{box-sizing:border-box}body{margin:0;background:#1f1f1f;color:#ccc;font:14px/22px "DejaVu Sans Mono",monospace;width:1000px}
.tab{background:#181818;color:#fff;font:13px/34px "DejaVu Sans",sans-serif;padding:0 16px;border-top:2px solid #2747b8;display:inline-block}
.bar{background:#181818}.lens{color:#999;font:12px/22px "DejaVu Sans",sans-serif;padding-left:62px}
.l{display:grid;grid-template-columns:46px 1fr;gap:16px;white-space:pre-wrap}.n{color:#6e7681;text-align:right}
.h{color:#569cd6}.e,.w,.i{text-decoration:underline wavy 1.4px;text-underline-offset:3px}
.e{text-decoration-color:#f14c4c}.w{text-decoration-color:#cca700}.i{text-decoration-color:#3794ff}
.hover{position:absolute;background:#202020;border:1px solid #454545;border-radius:4px;padding:8px 12px;width:560px;font:13px/19px "DejaVu Sans",sans-serif;box-shadow:0 3px 10px #000a}
.hover p{margin:4px 0}.hover b{color:#fff}
"""


def editor() -> str:
    """The article as an editor shows it, with the hover of one finding."""
    buffer = Buffer("untitled:lavoir.md", "markdown", 1, TEXT, "utf-16")
    audited = auditing.audit(Task(TEXT, None, "markdown", 1, 0))
    assert audited.report is not None
    places = []
    for one in diagnostics.diagnostics(buffer, audited, "fr"):
        start, end = buffer.lines.offset(one.extent.start), buffer.lines.offset(one.extent.end)
        if end > start > TEXT.index("# Le"):
            places.append((start, end, "ewi"[one.severity - 1]))
    marked, at = "", 0
    for start, end, kind in sorted(places):
        if start >= at:
            inner = html.escape(TEXT[start:end])
            marked += html.escape(TEXT[at:start]) + "\n".join(f'<span class="{kind}">{part}</span>' for part in inner.split("\n"))  # fmt: skip
            at = end
    marked += html.escape(TEXT[at:])
    lines = []
    for number, line in enumerate(marked.rstrip("\n").split("\n"), 1):
        kind = " h" if "# " in line[:40] and number > 4 else ""
        lines.append(
            f'<div class="l"><span class="n">{number}</span><span class="t{kind}">{line}</span></div>'
        )
    told = hovers.hover(buffer, audited.report, TEXT.index("cliquez ici"), "fr") or ""
    shown = "".join(f"<p>{part}</p>" for part in html.escape(told).split("\n\n")[:4])
    shown = shown.replace("**", "<b>", 1).replace("**", "</b>", 1).replace("\\", "")
    lens = html.escape(diagnostics.summary(audited.report, "fr"))
    return (
        f'<style>{STYLE}</style><div class="bar"><span class="tab">lavoir.md</span></div>'
        f'<div class="lens">{lens}</div>{"".join(lines)}<div style="height:150px"></div>'
        f'<div class="hover" style="left:400px;top:{34 + 22 + 22 * len(lines) + 8}px">{shown}</div>'
    )


def main() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": 1000, "height": 560})
        page.set_content(editor())
        page.screenshot(path=DOCS / "editor.png", full_page=True)
        server = Page(Path(folder))
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        page.fill("#text", TEXT)
        page.wait_for_selector(".f")
        page.click(".f[data-rule=link-text] .go")
        page.evaluate("() => { document.querySelector('.side').scrollTop = 0; }")
        page.wait_for_timeout(400)
        page.screenshot(path=DOCS / "live-page.png")
        server.stop()
        chromium.close()


if __name__ == "__main__":
    main()
