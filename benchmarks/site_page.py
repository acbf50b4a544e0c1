"""The HTML report on a made site of 2,000 pages: its size, and how soon a real Chromium has it open and filtered.

    python benchmarks/site_page.py

Printed is processor time of the page's main thread, since what else the machine does says nothing of the report. It
needs the extra `dev` and Playwright's Chromium.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import CHROMIUM, Work
from large_site import PAGES, report_page

SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def main() -> None:
    """Measure, and print a line."""
    text = report_page().encode()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        place = Path(name, "report.html")
        place.write_bytes(text)
        page = playwright.chromium.launch(executable_path=CHROMIUM).new_page()
        work = Work(page)
        page.goto(place.as_uri())
        page.evaluate(SETTLED)
        opened = work.seconds()
        page.fill("#text", "recettes-1999")
        page.evaluate(SETTLED)
        filtered = work.seconds() - opened
    print(
        f"{PAGES:,} pages, {len(text) / 1e6:.1f} MB: open after {opened:.2f} s, filtered in {filtered:.2f} s"
    )


if __name__ == "__main__":
    main()
