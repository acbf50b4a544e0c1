"""What a page refers to: links, its canonical, alternates, a refresh, breadcrumbs, the files that it uses."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from seo_audit.document import Document, Link
from seo_audit.parsing import structured_data
from seo_audit.parsing.html.references import References
from seo_audit.site.addresses.references import Reference, Resolver
from seo_audit.site.pages.facts import said_in
from seo_audit.site.pages.record import Mark, mark, refresh_of, scripted_redirect

MOST_MENTIONS = 20_000
"""Links, files and the like kept of one page; the largest maps of sites that we read have a tenth."""
LONGEST_NAME = 200
"""Characters of a link's text that are kept."""
LONGEST_ADDRESS = 2000


class Mention(Struct, frozen=True):
    """Something a page refers to: a link (`a`), its canonical, an alternate, a refresh, a breadcrumb, or a file.

    Kinds of files are those of `seo_audit.parsing.html.references`.
    """

    page: str
    kind: str
    number: int
    href: str
    host: str
    rooted: bool
    address: str
    query: str
    fragment: str
    place: Mark | None = None
    text: str = ""
    extra: str = ""
    """The language of an alternate."""
    nofollow: bool = False
    content: bool = False
    """Whether it stands in the main content, not around it."""


class _Said(Struct, frozen=True):
    """What a page refers to, as it is written."""

    kind: str
    href: str
    place: Mark | None
    text: str = ""
    extra: str = ""
    nofollow: bool = False
    content: bool = False


class Reader:
    """Makes records of pages that stand in one place; addresses that menus repeat are taken apart once."""

    def __init__(self) -> None:
        self._resolver = Resolver()

    def mentions(self, path: str, document: Document, references: References) -> Iterator[Mention]:
        """All that a page refers to, in the order of its kinds and of the source."""
        folder = self._folder(path, references.base)
        number = 0
        for one in islice(_said(document, references), MOST_MENTIONS):
            found = self._resolve(one.href, folder, references.base)
            if found is not None:
                yield Mention(
                    path, one.kind, number, one.href.strip()[:LONGEST_ADDRESS], found.host, found.rooted,
                    found.path, found.query, found.fragment, one.place, one.text[:LONGEST_NAME], one.extra,
                    one.nofollow, one.content,
                )  # fmt: skip
                number += 1

    def _folder(self, path: str, base: str) -> str:
        """The folder that relative references of a page begin in."""
        folder = path.rpartition("/")[0]
        folder = f"{folder}/" if folder else ""
        if not base:
            return folder
        found = self._resolver.resolve(base, folder)
        if found is None or found.host or found.rooted or not found.path:
            return folder  # seen from the host: see `_resolve`
        return found.path[1:].rpartition("/")[0] + "/" if "/" in found.path[1:] else ""

    def _resolve(self, href: str, folder: str, base: str) -> Reference | None:
        found = self._resolver.resolve(href, folder)
        if not base or found is None or found.host or found.rooted:
            return found
        around = self._resolver.resolve(base, "")
        if around is None or not around.path:
            return found
        if not found.path:
            # with a base, “#part” is a part of the base's page
            return Reference(around.host, around.rooted, around.path, found.query, found.fragment)
        if not around.rooted:
            return found
        inner = self._resolver.resolve(href, around.path[1:].rpartition("/")[0] + "/")
        assert inner is not None
        return Reference(
            around.host, True, inner.path.replace("//", "/"), inner.query, inner.fragment
        )


def _said(document: Document, references: References) -> Iterator[_Said]:
    source, head = document.source, document.head
    for link in head.links if head else ():
        href = link.href.value
        if "canonical" in link.rel and href.strip():
            yield _Said("canonical", href, mark(source, link.span))
        elif "alternate" in link.rel and link.hreflang and href.strip():
            yield _Said("alternate", href, mark(source, link.span), extra=link.hreflang.lower())
    yield from _refreshes(document)
    yield from _crumbs(document)
    for use in references.uses:
        yield _Said(use.kind, use.href, mark(source, use.span))
    yield from _links(document, references)


_MAIL_HIDDEN = "/cdn-cgi/l/email-protection"
"""What Cloudflare makes of an address of mail: its script puts it back, and no page is meant."""


def _links(document: Document, references: References) -> Iterator[_Said]:
    source = document.source
    inside = {link.span.start for link in document.links}
    for anchor in references.anchors:
        if _MAIL_HIDDEN in anchor.href:
            continue
        nofollow, content = "nofollow" in anchor.rel, anchor.span.start in inside
        place = mark(source, anchor.span)
        # the part that a script's link names is what the script is told
        href = "#" if anchor.acts and anchor.href.strip().startswith("#") else anchor.href
        yield _Said("a", href, place, anchor.text, "", nofollow, content)
    if document.format != "html":
        for link in document.links:
            place, nofollow = mark(source, link.span), "nofollow" in link.rel
            yield _Said("a", link.href.value, place, _name(link), "", nofollow, content=True)


def _name(link: Link) -> str:
    return link.text.value.strip() or " ".join(link.image_alts).strip() or link.label.strip()


def _refreshes(document: Document) -> Iterator[_Said]:
    found = refresh_of(document)
    scripted = None if found else scripted_redirect(document)
    if found:
        yield _Said("refresh", found[1], mark(document.source, found[2]))
    elif scripted:
        yield _Said("refresh", scripted[0], mark(document.source, scripted[1]))


def _crumbs(document: Document) -> Iterator[_Said]:
    """Addresses of the breadcrumbs that structured data gives."""
    if not (document.head and any("BreadcrumbList" in one.value for one in document.head.scripts)):
        return
    for thing in structured_data.read(document)[0]:
        if "BreadcrumbList" not in thing.types:
            continue
        items = thing.properties.get("itemListElement")
        for item in items if isinstance(items, list) else ():
            address = item.get("item") if isinstance(item, dict) else None
            if isinstance(address, dict):
                address = address.get("@id") or address.get("url")
            if isinstance(address, str) and address.strip():
                yield _Said("crumb", address, said_in(document, thing, address))
