"""What is around a site's pages: where it stands, its sitemaps, robots.txt and redirects."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from seo_audit.errors import ConfigError, SourceError
from seo_audit.message import Message, Statement
from seo_audit.site.addresses import locating
from seo_audit.site.addresses.host_settings import (
    read_azure,
    read_firebase,
    read_netlify,
    read_vercel,
)
from seo_audit.site.addresses.redirects import RedirectRule, read_redirects
from seo_audit.site.addresses.references import Base, base_of, take_apart
from seo_audit.site.joins.joining import Surroundings
from seo_audit.site.joins.tables import Store
from seo_audit.site.request import SiteRequest
from seo_audit.site.sources.found import Found
from seo_audit.site.sources.site_files import SiteFiles
from seo_audit.site.sources.sitemaps import NAMES, Robots, read_robots, read_sitemaps
from seo_audit.site.sources.url_map import read_url_map
from seo_audit.source import MAXIMUM_BYTES, decode, printable_name, read_bytes

NO_ADDRESS = Message(
    fr="--url : « {url} » n’est pas l’adresse d’un site, telle que https://exemple.fr/",
    en="--url: “{url}” is not the address of a site, such as https://example.org/",
)
UNKNOWN = Message(
    fr="adresse du site inconnue, dossier pris pour « {path} » : les liens absolus comptent comme externes ; donnez --url",
    en="the site’s address is unknown, its folder taken for “{path}”: absolute links count as external; give --url",
)


SOURCES = Message(
    fr="sources d’un site : menus, profondeur, plan du site et canoniques sont à vérifier sur le site construit",
    en="a site’s sources: menus, depth, sitemap and canonicals are to be checked on the built site",
)


class Near(Struct, frozen=True):
    """Where the site stands, what is around it, and what is to be said of that."""

    base: Base
    around: Surroundings
    notes: tuple[Statement, ...]


def read(store: Store, found: Found, request: SiteRequest, files: SiteFiles) -> Near:
    """Read what is around a site.

    Raises:
        SeoAuditError: the address given is none, or a file that was named cannot be read.
    """
    robots = Robots() if found.kind == "content" else read_robots(files.read("robots.txt") or b"")
    base = _base(store, found, request, files)
    if base.path != "/":
        robots = Robots((), robots.sitemaps)  # robots.txt counts at the root of a host only
    entries = read_sitemaps(
        list(_sitemap_names(request, robots, base, files)),
        files.read,
        lambda url: _inner(base, url),
    ).entries
    rules = tuple(_rules(request, files))
    notes = [*found.notes]
    if found.kind == "content":
        notes.append(Statement(SOURCES, {}))
    elif not base.netloc:
        notes.append(Statement(UNKNOWN, {"path": base.path}))
    around = Surroundings(
        files=found.files,
        rules=rules,
        entries=tuple(entries),
        robots=robots,
        crawled=dict(_crawled(base, found)),
        is_complete=found.kind == "built",
        with_queries=found.kind == "crawl",
        urls=_urls(request) if found.kind == "content" else None,
    )
    return Near(base, around, tuple(notes))


def _inner(base: Base, url: str) -> str | None:
    found = take_apart(url, "")
    return base.inner(found.host, rooted=found.rooted, path=found.path or "/") if found else None


def _urls(request: SiteRequest) -> Mapping[str, str]:
    return read_url_map(request.url_map) if request.url_map else {}


def _crawled(base: Base, found: Found) -> Iterator[tuple[str, tuple[int, str]]]:
    """What a crawl was told, by the path from the root, with its query."""
    for one in found.answers:
        reference = take_apart(one.url, "")
        if reference is None:
            continue
        inner = base.inner(reference.host, rooted=True, path=reference.path)
        if inner is not None:
            yield inner + reference.query, (one.status, one.location)


def _base(store: Store, found: Found, request: SiteRequest, files: SiteFiles) -> Base:
    if request.url:
        base = base_of(request.url)
        if base is None:
            raise ConfigError(NO_ADDRESS, url=request.url)
        return base
    if found.kind == "crawl":
        return Base("https", found.host, "/")
    canonicals = store.rows(
        """SELECT page, href FROM kept_mentions WHERE kind = 'canonical' AND host <> ''
           QUALIFY row_number() OVER (PARTITION BY page ORDER BY number) = 1"""
    )
    base = locating.from_canonicals((page, href) for page, href in canonicals)
    if base:
        return base
    base = locating.from_cname((files.read("CNAME") or b"").decode("utf-8", "replace"))
    if base:
        return base
    entries = read_sitemaps([n for n in NAMES if n in found.files], files.read, lambda _: None)
    paths = {path for (path,) in store.rows("SELECT path FROM records")}
    base = locating.from_sitemap((entry.loc for entry in entries.entries), paths)
    if base:
        return base
    return _base_of_links(store, paths, paths | set(found.files)) or Base()


def _base_of_links(store: Store, paths: set[str], files: set[str]) -> Base | None:
    """What the links say of where the site stands: those to one of the hosts that most are to, else those that name none."""
    absolute = store.rows(
        """WITH outside AS (
               SELECT host, min(href) AS href FROM kept_mentions
               WHERE kind = 'a' AND host <> '' AND address <> '' GROUP BY host, address
           ), hosts AS (SELECT host, count(*) AS n FROM outside GROUP BY host ORDER BY n DESC, host LIMIT ?)
           SELECT host, href FROM outside JOIN hosts USING (host) ORDER BY n DESC, host, href""",
        MOST_HOSTS,
    )
    # a site may link more often to another, such as that of its sources
    for _, group in groupby(absolute, key=lambda row: row[0]):
        if found := locating.from_absolute_links((href for _, href in group), paths):
            return found
    rooted = store.rows(
        "SELECT DISTINCT address FROM kept_mentions WHERE kind = 'a' AND rooted AND host = '' AND address <> ''"
    )
    return locating.from_links((path for (path,) in rooted), files)


MOST_HOSTS = 10
"""Hosts that are asked whether the site is theirs, those that most addresses are linked on first."""


def _sitemap_names(
    request: SiteRequest, robots: Robots, base: Base, files: SiteFiles
) -> Iterator[str]:
    if request.sitemap:
        path = request.sitemap.absolute()
        read_bytes(path, printable_name(request.sitemap), 10 * MAXIMUM_BYTES)
        yield str(path)
        return
    for url in robots.sitemaps:
        inner = _inner(base, url)
        if inner and files.read(inner[1:]) is not None:
            yield inner[1:]
    for name in NAMES:
        # the packed one beside it says the same
        for file in (name, f"{name}.gz"):
            if files.read(file) is not None:
                yield file
                break


def _rules(request: SiteRequest, files: SiteFiles) -> Iterator[RedirectRule]:
    if request.redirects:
        name = printable_name(request.redirects)
        content = read_bytes(request.redirects, name)
        reader = _READERS.get(request.redirects.name, read_redirects)
        yield from reader(decode(content, name=name).text, name)
        return
    for name, reader in _READERS.items():
        content = files.read(name) or b""
        try:
            yield from reader(decode(content, name=name).text, name)
        except SourceError:
            continue


_READERS = {
    "_redirects": read_redirects,
    ".htaccess": read_redirects,
    "netlify.toml": read_netlify,
    "vercel.json": read_vercel,
    "firebase.json": read_firebase,
    "staticwebapp.config.json": read_azure,
}
"""Files in the root that send readers on, in the order in which they hold."""
