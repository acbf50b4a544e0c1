"""The audit as one HTML page that opens anywhere: `page` makes it, the other modules its parts."""

from seo_audit.reports.html.page import entry, render

__all__ = ["entry", "render"]
