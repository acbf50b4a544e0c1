"""A Chromium to open reports in, where there is one.

It is looked for at $CHROMIUM, else /usr/bin/chromium; axe-core at $AXE_CORE (the path of its axe.min.js), else in
node_modules/axe-core/ of the checkout.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import report_samples as samples

from seo_audit.report import Report

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = Path(
    os.environ.get(
        "AXE_CORE", Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
    )
)
NO_CHROMIUM = f"there is no Chromium at {CHROMIUM}: apt-get install chromium"
NO_AXE = f"there is no axe-core at {AXE}: npm install axe-core"


@dataclass
class Shown:
    """A report in a page, with all the page complained of and asked for."""

    page: Any
    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def all(self, selector: str) -> list[str]:
        """Texts of the visible elements."""
        return [
            one.inner_text() for one in self.page.query_selector_all(selector) if one.is_visible()
        ]


class Work:
    """What a page makes the processor do, whatever else the machine does meanwhile."""

    def __init__(self, page: Any) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def seconds(self) -> float:
        """Processor time of the page's main thread so far."""
        told = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


class Browser:
    def __init__(self, chromium: Any, folder: Path) -> None:
        self.chromium = chromium
        self.folder = folder
        self.contexts: list[Any] = []

    def open(
        self, *reports: Report, language: str = "fr", anchor: str = "", **settings: Any
    ) -> Shown:
        """Render and open a report; `settings` are those of playwright's contexts."""
        view = samples.view("en" if language == "en" else "fr")
        return self.show(samples.rendered("html", reports, view), anchor, **settings)

    def show(self, text: str, anchor: str = "", **settings: Any) -> Shown:
        """Open a page that was rendered."""
        file = self.folder / "report.html"
        file.write_text(text, "utf-8")
        context = self.chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, **settings}
        )
        self.contexts.append(context)
        shown = Shown(context.new_page())
        shown.page.on("console", lambda message: shown.troubles.append(message.text))
        shown.page.on("pageerror", lambda error: shown.troubles.append(str(error)))

        def dismiss(dialog: Any) -> None:
            shown.troubles.append("dialog")
            dialog.dismiss()

        shown.page.on("dialog", dismiss)
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.goto(file.as_uri() + anchor)
        return shown
