"""A row for each place of each finding, as Parquet: for those who go on in a notebook."""

from collections.abc import Iterator

from seo_audit.reports.site._table import HEADERS, rows

from seo_audit.site.joins.tables import parquet
from seo_audit.site.site_report import SiteReport, SiteView

COLUMNS = {name: "INTEGER" if name in ("line", "column") else "VARCHAR" for name in HEADERS}


def render(report: SiteReport, view: SiteView) -> Iterator[bytes]:
    """The file's bytes."""
    yield parquet(
        COLUMNS, (dict(zip(HEADERS, row, strict=True)) for row in rows(report.findings, view))
    )
