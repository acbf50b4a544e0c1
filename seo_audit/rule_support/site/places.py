"""Places on a site, from what its tables hold."""

from collections.abc import Iterator, Mapping
from typing import Any

from seo_audit.rule import Site, Spot


def spot(url: str | None, path: str, place: Mapping[str, Any] | None) -> Spot:
    """A place in a page; the page as a whole where there is none."""
    return Spot(url, path, **place) if place else Spot(url, path)


HEADING = "coalesce(p.h1_place, p.title_place)"
"""Where a finding about a page as a whole stands: its h1, else its title (SQL)."""


FEWEST = 5
"""Pages that must share a value to be taken for the template's: of three pages, two are a mistake."""


def template_pages(site: Site) -> int:
    """How many pages share what counts as the template's: more than half of all, and at least five."""
    (count,) = next(iter(site.rows("SELECT count(*) FROM pages")))
    return max(int(count) // 2 + 1, FEWEST)


def link_spots(site: Site, where: str, *parameters: Any) -> Iterator[tuple[tuple[Any, ...], Spot]]:
    """Links that fulfil a condition on `links l`: (named, ends_at, to_page, via, href, fragment, target), and their places.

    In the order of the addresses that they name, then of their pages.
    """
    query = f"""
        SELECT l.named, l.ends_at, l.to_page, l.via, w.href, l.fragment, l.target, l.url, l.path, w.place
        FROM links l JOIN written w USING (page, number) WHERE {where}
        ORDER BY l.named, l.fragment, l.path, l.number"""  # noqa: S608  conditions are the rules' own
    for *said, url, path, place in site.rows(query, *parameters):
        yield tuple(said), spot(url, path, place)
