"""Links to pages that search engines do not show: one finding a page, whatever links to it."""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Value, shorten
from seo_audit.rule import Fault, Site, SiteFinding
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import BY_ADDRESS, link_spots, pages_of, template_pages

MENUS_KNOWN = """(
    (SELECT 2 * count(*) FILTER (awaits_menus) <= count(*) FROM pages)
    OR EXISTS (SELECT 1 FROM records WHERE skipped = 'fragment')
)"""
"""Whether it can be told where menus lead: of what scripts write only parts that lie beside the pages are known."""


def links_to(site: Site, fault: Fault, in_template: Fault, which: str) -> Iterator[SiteFinding]:
    """A finding for each page that fulfils a condition on `pages p`, with the links to it from other pages.

    A menu that most pages show is one finding of its own (`in_template`); else links of the content count, and those
    around it that no menu explains. Where a page that is kept out itself leads to is nobody's loss; nofollow says that one knows.
    """
    where = f"""l.kind = 'page' AND NOT l.nofollow AND l.to_page <> l.page AND l.page NOT IN (SELECT id FROM pages WHERE noindex)
        AND l.to_page IN (SELECT p.id FROM pages p WHERE {which})"""  # noqa: S608  conditions are the rules' own
    least = template_pages(site)
    urls = dict(site.rows(f"SELECT p.id, p.url FROM pages p WHERE {which}"))  # noqa: S608
    order = f"(SELECT t.url FROM pages t WHERE t.id = l.to_page), {BY_ADDRESS}"  # noqa: S608
    found = link_spots(site, where, also="l.hops = 0", order=order)
    for page, group in groupby(found, key=lambda one: one[0][2]):
        spots = packed(spot for _, spot in group)
        pages = pages_of(spots)
        values: dict[str, Value] = {
            "address": shorten(urls[page], 120),
            "links": len(spots),
            "pages": pages,
        }
        chosen = in_template if pages >= least else fault
        yield SiteFinding(chosen, spots, values, about=urls[page], target=urls[page])
