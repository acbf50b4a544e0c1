"""Paths of a site's files as programs that open them are told: from where the tool ran."""

from seo_audit.rendering.paths import shown
from seo_audit.site.site_report import SiteReport


def from_here(report: SiteReport, path: str) -> str:
    """A file of the site's folder; in a crawl there are no files, and the path is the page's."""
    if report.kind == "crawl":
        return path.lstrip("/") or "index"
    return shown(f"{report.name.rstrip('/')}/{path}")
