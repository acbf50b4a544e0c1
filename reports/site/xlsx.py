"""A workbook: a sheet for the site, one for its pages, one for each rule. The only module with XlsxWriter."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

import xlsxwriter
from msgspec.structs import astuple
from seo_audit.reports.site._paths import called
from seo_audit.reports.site._sentences import sentences, weighed
from seo_audit.reports.site._table import HEADERS, rows

from seo_audit.rendering.escaping import visible
from seo_audit.site.site_report import PageLine, SiteReport, SiteView

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header, by the format."""
MANY = 50_000
"""Rows from which on the workbook is not held in memory."""
WIDTHS = {
    "message": 60,
    "advice": 40,
    "url": 40,
    "path": 40,
    "target": 40,
    "excerpt": 50,
    "title": 50,
    "rule": 22,
}
_LONGEST_NAME = 31
MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""When the workbook says it was made: the first day that its container knows, so that bytes follow from the report alone."""


def render(report: SiteReport, view: SiteView) -> Iterator[bytes]:
    """The workbook's bytes; the same for the same report."""
    file = io.BytesIO()
    # texts stay texts: no formula, no link that a click would follow
    many = len(report.pages) + sum(len(found.spots) for found in report.findings) > MANY
    options = {
        "in_memory": not many,
        "constant_memory": many,  # row by row through files, where texts stand in each cell anew
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": "seo-audit", "created": MADE})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("site")
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, visible(called(report)), bold)
    for number, sentence in enumerate(sentences(report, view), 2):
        sheet.write_string(number, 0, visible(sentence))
    _fill(book, bold, "pages", PageLine.__struct_fields__, map(_page, report.pages))
    for one in weighed(report):
        _fill(book, bold, one.rule, HEADERS, rows(one.found, view))
    book.close()
    yield file.getvalue()


def _page(page: PageLine) -> tuple[object, ...]:
    return tuple(visible(value) if isinstance(value, str) else value for value in astuple(page))


def _fill(
    book: "xlsxwriter.Workbook",
    bold: object,
    name: str,
    headers: tuple[str, ...],
    content: Iterator[tuple[object, ...]],
) -> None:
    sheet = book.add_worksheet(name[:_LONGEST_NAME])
    for column, header in enumerate(headers):
        sheet.set_column(column, column, WIDTHS.get(header, 11))
        sheet.write_string(0, column, header, bold)
    last = 0
    for last, row in enumerate(islice(content, MOST_ROWS), 1):
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                sheet.write_boolean(last, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(last, column, value)
            else:
                sheet.write_string(last, column, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(headers) - 1)
