"""The pictures of the guide in French: `python docs/pictures.py` makes them anew.

They show the report of `examples/fontaine.html` in Chromium ($CHROMIUM, else /usr/bin/chromium), by Playwright.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "fr"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def main() -> int:
    """Make the pictures."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  of the extra dev

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        report = Path(name, "rapport.html")
        subprocess.run(
            [
                *(
                    sys.executable,
                    "-P",
                    "-m",
                    "seo_audit",
                    "--isolated",
                    "--no-cache",
                    "--exit-zero",
                ),
                *("--format", f"html={report}", "examples/fontaine.html"),
            ],
            check=True,
            cwd=CHECKOUT,
        )
        # --no-sandbox: run by root, Chromium's sandbox refuses to start
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        wide = browser.new_page(viewport={"width": 1100, "height": 540}, color_scheme="light")
        wide.goto(report.as_uri())
        take(wide, "rapport")
        # the findings, and the annotated article beside them
        place = wide.locator("h3[id$=findings]").first.bounding_box()
        wide.set_viewport_size({"width": 1100, "height": 600})
        wide.evaluate("y => scrollTo(0, y)", place["y"] - 10 if place else 0)
        take(wide, "constats")
        phone = browser.new_page(
            viewport={"width": 360, "height": 620}, color_scheme="dark", is_mobile=True
        )
        phone.goto(report.as_uri())
        take(phone, "telephone")
        browser.close()
    return 0


def take(page: Any, name: str) -> None:
    """A picture of what the window shows."""
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    sys.exit(main())
