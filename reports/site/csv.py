"""A row for each place of each finding, for spreadsheets: UTF-8 with its mark, commas, no formula is ever run."""

import csv
import io
from collections.abc import Iterator

from seo_audit.reports.site._table import HEADERS, rows

from seo_audit.site.site_report import SiteReport, SiteView

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection)."""


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The table, its header first."""
    # without the mark, spreadsheets read UTF-8 as something else
    yield "\ufeff" + _line(HEADERS)
    for row in rows(report.findings, view):
        yield _line(tuple(_safe(value) for value in row))


def _safe(value: str | int | None) -> str | int | None:
    if isinstance(value, str) and value.startswith(FORMULAS):
        return f"'{value}"
    return value


def _line(values: tuple[str | int | None, ...]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerow(values)
    return file.getvalue()
