"""Redirects of a site, by rules of a file or by pages that send their readers on, and where each leads in the end."""

from collections.abc import Iterator, Sequence
from typing import Any

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
    """The redirects whose end is known: those of files by their lines, then pages by their paths.

    A line that another one above it hides is none.
    """
    rules = site.rows(
        f"""SELECT named, kind, hops, ends_at, circle, {_LINE}
           FROM redirect_rules WHERE via = 'rule' AND rule = number ORDER BY number"""  # noqa: S608  a constant
    )
    for named, kind, hops, at, circle, *line in rules:
        yield Redirect(named, _line(line), kind, hops, at, circle)
    stubs = site.rows(
        """SELECT s.named, a.url, r.path, w.place, s.kind, s.hops, s.ends_at, s.circle
           FROM stub_ends s JOIN records r USING (id) JOIN addresses a USING (id)
           LEFT JOIN (SELECT page, place FROM kept_mentions WHERE kind = 'refresh') w ON w.page = r.path
           WHERE s.via = 'stub' ORDER BY r.path"""
    )
    for named, url, path, place, kind, hops, at, circle in stubs:
        yield Redirect(named, spot(url, path, place), kind, hops, at, circle)


def turning_patterns(site: Site) -> Iterator[Redirect]:
    """Rules for many addresses that send one to which a page links round in a circle, each with the first such address."""
    rows = site.rows(
        f"""SELECT t.named, t.hops, t.ends_at, t.circle, {_LINE} FROM ends t JOIN redirect_rules r ON r.number = t.rule
           WHERE t.kind = 'loop' AND r.via IS NULL AND t.target IN (SELECT target FROM leads WHERE what = 'a' AND page IN (SELECT id FROM pages))
           QUALIFY row_number() OVER (PARTITION BY t.rule ORDER BY t.named) = 1 ORDER BY t.rule"""  # noqa: S608  a constant
    )
    for named, hops, at, circle, *line in rows:
        yield Redirect(named, _line(line), "loop", hops, at, circle)


_LINE = 'file, line, "column", end_column, "offset", end_offset, "text"'


def _line(row: Sequence[Any]) -> Spot:
    """A line of a file of redirects."""
    file, line, column, end, offset, end_offset, text = row
    return Spot(None, file, line, column, line, end, offset, end_offset, text[:120])
