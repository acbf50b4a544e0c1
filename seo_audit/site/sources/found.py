"""A site before its pages are read: which there are, and where their bytes lie."""

from msgspec import Struct, field

from seo_audit.message import Statement
from seo_audit.site.pages.record import Member
from seo_audit.site.site_report import Kind


class Answer(Struct, frozen=True):
    """What a crawl was told at an address that is no page: a redirect with its `location`, a file, or nothing."""

    url: str
    status: int
    location: str = ""


class Found(Struct):
    """A site before its pages are read. `files` are other files with their sizes."""

    kind: Kind
    root: str
    name: str
    members: list[Member] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)
    """Of a crawl: robots.txt and sitemaps, by their paths."""
    host: str = ""
    """Of a crawl: the site that is audited."""
    notes: list[Statement] = field(default_factory=list)
