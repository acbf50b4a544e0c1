"""Places on a site, from what its tables hold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from seo_audit.rule import Site, Spot
from seo_audit.rule_support.site.packed import packed


def spot(url: str | None, path: str, *place: Any) -> Spot:
    """A place in a page; the page as a whole where there is none.

    It is a column of places, or, where they may be many, its fields, `unnest(place)`: they are read three times as fast.
    """
    whole, *_ = place
    if whole is None:
        return Spot(url, path)
    return Spot(url, path, **whole) if isinstance(whole, dict) else Spot(url, path, *place)


HEADING = "coalesce(p.h1_place, p.title_place)"
"""Where a finding about a page as a whole stands: its h1, else its title (SQL)."""


NO_SEARCH = "NOT regexp_matches(lower(p.path), '(?:^|/)(?:search|recherche|offline|hors[-_]ligne|genindex|(?:py-)?modindex)(?:/index)?[.]x?html?$')"
"""Not a page that a form leads to, that a browser without a network shows, or an index that the head of each page names, as
Sphinx makes them (SQL)."""


SERIES = r"/(page|pages|p)/?-?[0-9]+(/|\.html?)?$|[?&](page|paged|p)=[0-9]+"
"""Addresses of the pages of a series, as generators make them."""


FEWEST = 5
"""Pages that must share a value to be taken for the template's: of three pages, two are a mistake."""


def template_pages(site: Site) -> int:
    """How many pages share what counts as the template's: more than half of all, and at least five."""
    (count,) = next(iter(site.rows("SELECT count(*) FROM pages")))
    return max(int(count) // 2 + 1, FEWEST)


Told = tuple[tuple[Any, ...], Spot]
"""What a row says, and its place."""
BY_ADDRESS = "l.named, l.fragment, l.page, l.number"
"""The order of links by the addresses that they name, then by their pages, which are numbered in the order of their paths."""


def told(table: str, where: str) -> str:
    """The `links` (or `uses`) that fulfil a condition on `leads l`, with their addresses and as they are written (SQL).

    These are looked up for what is told only: to do so for all links of a large site takes longer than all else. Their
    places come first, then addresses: the other way round three million of both lie in memory at once.
    """
    kinds = "= 'a'" if table == "links" else "NOT IN ('a', 'canonical', 'refresh', 'crumb')"
    return f"""(
        WITH chosen AS MATERIALIZED (SELECT * FROM leads l WHERE l.what {kinds} AND ({where})),
            placed AS MATERIALIZED (SELECT c.*, w.href, w.place FROM chosen c JOIN written w USING (page, number))
        SELECT l.*, p.url, p.path, coalesce(e.hops, 0) AS hops, coalesce(e.named, '') AS named,
            coalesce(e.ends_at, '') AS ends_at
        FROM placed l JOIN pages p ON p.id = l.page LEFT JOIN ends e USING (target)
    )"""  # noqa: S608  conditions are the rules' own


def link_spots(
    site: Site,
    where: str,
    *parameters: Any,
    also: str = "true",
    order: str = BY_ADDRESS,
    table: str = "links",
) -> Iterator[Told]:
    """Links that fulfil a condition on `leads l` and another on `told`, and their places; or uses of files.

    Of each is said (named, ends_at, to_page, via, href, fragment, target), and of uses what the page does with it.
    """
    query = f"""
        SELECT l.named, l.ends_at, l.to_page, l.via, l.href, l.fragment, l.target, l.what, l.url, l.path, unnest(l.place)
        FROM {told(table, where)} l WHERE {also}
        ORDER BY {order}"""  # noqa: S608  conditions are the rules' own
    for row in site.rows(query, *parameters):
        yield row[:8], spot(*row[8:])


def together(group: Iterable[Told], at: int) -> tuple[tuple[Any, ...], list[Any], Sequence[Spot]]:
    """What the first row of a group says, what stands at `at` in each, without repetition, and the places of all.

    A template's group may have a million places: it is read once, and they are packed.
    """
    firsts: list[tuple[Any, ...]] = []
    values: dict[Any, None] = {}

    def spots() -> Iterator[Spot]:
        for said, one in group:
            if not firsts:
                firsts.append(said)
            values[said[at]] = None
            yield one

    places = packed(spots())
    return firsts[0], list(values), places


def pages_of(spots: Iterable[Spot]) -> int:
    """How many pages places are on."""
    return len({spot.path for spot in spots})
