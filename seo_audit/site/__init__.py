"""Many pages as one site: records of pages, made in shards, joined on disk, judged by the rules in `rules/site/`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seo_audit.site.api import audit
    from seo_audit.site.site_report import SiteReport

__all__ = ["SiteReport", "audit"]


def __getattr__(name: str) -> Any:
    # what joins pages waits until a site is audited
    if name == "audit":
        from seo_audit.site.api import audit  # noqa: PLC0415

        return audit
    if name == "SiteReport":
        from seo_audit.site.site_report import SiteReport  # noqa: PLC0415

        return SiteReport
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
