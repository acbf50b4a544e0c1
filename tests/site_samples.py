"""Small sites written for the tests, and the tool run on them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from seo_audit import Config
from seo_audit.site.findings import Found
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.site_report import SiteReport

OFF = {"enabled": False}


def page(
    body: str, *, title: str = "Une page", head: str = "", lang: str = "fr", h1: str | None = None
) -> str:
    """A page of HTML around a body, a line for each part of its head."""
    heading = f"<h1>{title if h1 is None else h1}</h1>\n" if h1 != "" else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n{head}\n'
        f"</head>\n<body>\n<main>\n{heading}{body}\n</main>\n</body>\n</html>\n"
    )


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def report_of(
    folder: Path, *, url: str | None = None, rules: Any = None, **more: Any
) -> SiteReport:
    """The report on a site in a folder; `rules` are options by rule."""
    config = Config(rules=rules or {})
    request = SiteRequest((str(folder),), config=config, url=url, jobs=1, **more)
    with examined(request) as found:
        return found.report


def of(report: SiteReport, rule: str) -> list[Found]:
    """The findings of one rule."""
    return [found for found in report.findings if found.rule == rule]


def places(report: SiteReport, rule: str) -> list[tuple[str, int | None]]:
    """File and line of each place that a rule finds."""
    return [(spot.path, spot.line) for found in of(report, rule) for spot in found.spots]


def record(
    url: str,
    body: bytes,
    status: str = "200 OK",
    head: str = "",
    *,
    kind: str = "response",
    warc: str = "",
    media: str = "text/html; charset=utf-8",
) -> bytes:
    """A record of a crawl's archive: what a server answered at an address."""
    block = (
        f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{head}Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    lines = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\n{warc}"
        f"WARC-Date: 2026-11-01T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return lines.encode() + block + b"\r\n\r\n"
