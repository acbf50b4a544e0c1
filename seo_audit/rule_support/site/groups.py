"""Pages that share a text, as rules of duplicates see them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from seo_audit.message import Value, shorten
from seo_audit.rule import Fault, Site, SiteFinding, Spot
from seo_audit.rule_support.site.places import spot, template_pages, together


def same_texts(site: Site, what: str) -> Iterator[tuple[str, Sequence[Spot]]]:
    """Groups of indexable pages of one language with the same title, description or h1: the text, and its places.

    Pages of a series repeat theirs by design; what the template gives to more than half of the pages is told once. The
    h1 of a list that is a link to an article is the article's.
    """
    more = "AND NOT h1_leads AND NOT is_listing" if what == "h1" else ""
    judged = f"indexable AND NOT is_series AND {what}_key <> '' {more}"
    query = f"""
        SELECT {what}_key, lang_key, {what}, url, path, unnest({what}_place) FROM pages
        JOIN (SELECT {what}_key, lang_key FROM pages WHERE {judged} GROUP BY ALL HAVING count(*) > 1)
            USING ({what}_key, lang_key)
        WHERE {judged} AND {what}_key NOT IN (SELECT {what}_key FROM pages GROUP BY ALL HAVING count(*) >= ?)
        ORDER BY 1, 2, path"""  # noqa: S608  one of three columns
    rows = site.rows(query, template_pages(site))
    for _, group in groupby(rows, key=lambda row: row[:2]):
        (text,), _, spots = together(((row[2:3], spot(*row[3:])) for row in group), 0)
        yield text, spots


def told_once(site: Site, what: str, fault: Fault) -> Iterator[SiteFinding]:
    """A finding for each group of pages with the same text."""
    for text, spots in same_texts(site, what):
        values: dict[str, Value] = {"text": shorten(text), "pages": len(spots)}
        yield SiteFinding(fault, spots, values, about=" ".join(text.split()).lower())
