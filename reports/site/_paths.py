"""Paths of a site and its files: as programs that open them are told, and as readers are."""

from pathlib import Path, PurePath

from seo_audit.rendering.paths import shown
from seo_audit.site.site_report import SiteReport


def from_here(report: SiteReport, path: str) -> str:
    """A file of the site's folder; in a crawl there are no files, and the path is the page's."""
    if report.kind == "crawl":
        return path.lstrip("/") or "index"
    return shown(f"{report.name.rstrip('/')}/{path}")


def called(report: SiteReport) -> str:
    """What readers call the site: its address, else its folder, without the folders of the machine."""
    if report.url:
        return report.url
    folder = PurePath(report.name).name
    if folder.strip("."):
        return folder
    return Path(report.name).resolve().name or report.name  # `.` and `..` have no name of their own
