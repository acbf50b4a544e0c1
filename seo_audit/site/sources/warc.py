"""Archives of a crawl (WARC): its pages, redirects and errors. The only module with fastwarc."""

from collections.abc import Iterable, Iterator

from seo_audit.errors import SeoAuditError
from seo_audit.site.pages.record import Member
from seo_audit.site.sources.found import Found


def find(archives: list[str], *, host: str) -> Found:
    """What archives hold of one site."""
    raise NotImplementedError(archives, host)


def contents(members: Iterable[Member]) -> Iterator[tuple[Member, bytes | SeoAuditError]]:
    """The bytes of pages in archives."""
    raise NotImplementedError(members)
