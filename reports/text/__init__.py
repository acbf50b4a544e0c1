"""For people at a terminal: `article` shows one, `many` what several have in common, `closing` what came of all."""

from seo_audit.reports.text.article import entry
from seo_audit.reports.text.closing import render

__all__ = ["entry", "render"]
