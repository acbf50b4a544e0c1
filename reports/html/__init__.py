"""The audit as one HTML page that opens anywhere: `page` makes it, the other modules its parts."""

from seo_audit.reports.html.entry import entry
from seo_audit.reports.html.page import render

__all__ = ["entry", "render"]
