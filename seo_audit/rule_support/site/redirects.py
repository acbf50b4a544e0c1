"""Redirects of a site, by rules of a file or by pages that send their readers on, and where each leads in the end."""

from collections.abc import Iterator

from msgspec import Struct

from seo_audit.rule import Site, Spot
from seo_audit.rule_support.site.places import spot


class Redirect(Struct, frozen=True):
    """One redirect: its address, its place, what is at its end after so many hops. `circle` names the loop it is in."""

    address: str
    spot: Spot
    kind: str
    hops: int
    ends_at: str
    circle: str


def redirects(site: Site) -> Iterator[Redirect]:
    """The redirects whose end is known: those of files by their lines, then pages by their paths."""
    rules = site.rows(
        """SELECT named, file, line, "column", end_column, "offset", end_offset, "text", kind, hops, ends_at, circle
           FROM redirect_rules WHERE via = 'rule' ORDER BY number"""
    )
    for named, file, line, column, end, offset, end_offset, text, kind, hops, at, circle in rules:
        place = Spot(None, file, line, column, line, end, offset, end_offset, text[:120])
        yield Redirect(named, place, kind, hops, at, circle)
    stubs = site.rows(
        """SELECT s.named, a.url, r.path, w.place, s.kind, s.hops, s.ends_at, s.circle
           FROM stub_ends s JOIN records r USING (id) JOIN addresses a USING (id)
           LEFT JOIN (SELECT page, place FROM kept_mentions WHERE kind = 'refresh') w ON w.page = r.path
           WHERE s.via = 'stub' ORDER BY r.path"""
    )
    for named, url, path, place, kind, hops, at, circle in stubs:
        yield Redirect(named, spot(url, path, place), kind, hops, at, circle)
