"""What answers at an address of a site: a page, another file, a redirect, or nothing."""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from msgspec import Struct

from seo_audit.site.addresses.redirects import Redirects
from seo_audit.site.addresses.references import (
    INDEXES,
    PAGE_SUFFIXES,
    Base,
    decoded,
    own_path,
    take_apart,
)

KINDS = PAGE, FILE, MISSING, EXTERNAL, UNKNOWN, LOOP = (
    "page",
    "file",
    "missing",
    "external",
    "unknown",
    "loop",
)
"""What a link leads to in the end."""
SLASH, STUB, RULE, CRAWLED = "slash", "stub", "rule", "crawled"
"""By what a link is redirected: the server adds a slash, a page sends on, a rule does, the crawl was told so."""
REWRITE = "rewrite"
"""Or is answered by another page without being sent there."""
WAYS = ("", SLASH, STUB, RULE, CRAWLED, REWRITE)
SHARED_HOSTS = (".github.io", ".gitlab.io", ".codeberg.page")
"""Hosts that serve a user's projects each from a folder beside the user's own site."""
MOST_HOPS = 20
GONE = (404, 410)
"""Statuses with which a server says that nothing is there."""


class Known(Struct):
    """A page as addresses know it: its number, its file, its path from the root, and where it sends its readers."""

    number: int
    file: str
    at: str
    is_page: bool
    sends_to: tuple[str, bool, str] | None = None


class End(NamedTuple):
    """Where an address leads: what is there, the page's number (-1 for none), how many redirects, the first's kind.

    `rule` is the number of the first rule that redirected, -1 for none. `named` is the address that was asked, `at` the
    last one: as people read them, from the host, with it where it is another's. `circle` is the first address, in the
    order of the alphabet, of the circle that it ends in.
    """

    kind: str
    page: int
    hops: int
    via: str
    rule: int
    named: str
    at: str
    circle: str = ""


class _Stand(NamedTuple):
    """What stands at a path: its kind and page, or where it is sent on, by what and by which rule."""

    kind: str
    page: int = -1
    onward: tuple[str, bool, str] | None = None
    how: str = ""
    rule: int = -1


def _standing(page: Known | None) -> _Stand | None:
    if page is None:
        return None
    if page.is_page or page.sends_to is None:
        return _Stand(PAGE if page.is_page else FILE, page.number)
    return _Stand(UNKNOWN, page.number, page.sends_to, STUB)


class Answers:
    """All that a site answers to.

    Where it is not complete nobody knows what else there is: what a crawl did not ask for, what a generator makes of
    its sources.
    """

    def __init__(
        self,
        base: Base,
        pages: list[Known],
        files: Mapping[str, int],
        redirects: Redirects,
        *,
        crawled: Mapping[str, tuple[int, str]] | None = None,
        is_complete: bool = True,
        are_sources: bool = False,
    ) -> None:
        self.base = base
        self.redirects = redirects
        self._files = files
        self.crawled = crawled or {}
        self._is_complete = is_complete
        self._are_sources = are_sources
        self._by_address: dict[str, Known] = {}
        for page in pages:
            self._by_address.setdefault(page.at, page)
        for page in pages:
            # what a page is called by its file never takes the place of another's address
            self._by_address.setdefault(own_path(page.file), page)
        self._rule_numbers = {id(rule): number for number, rule in enumerate(redirects.rules)}

    def find(self, host: str, *, rooted: bool, path: str, query: str = "") -> End:
        """Where a reference leads in the end; a query makes another page of it only where that one is known."""
        inner = self.base.inner(host, rooted=rooted, path=path)
        if inner is None:
            return End(EXTERNAL, -1, 0, "", -1, host + path, host + path)
        if query and (inner + query in self._by_address or inner + query in self.crawled):
            inner += query
        end = self.follow(inner)
        if end.kind == MISSING and not end.hops and self._is_neighbour(host, inner):
            return end._replace(kind=UNKNOWN)
        if end.kind == UNKNOWN and self._are_sources and not rooted and _is_source(inner):
            # a source that another names by its file is there or not, whatever the generator makes of it
            return end._replace(kind=MISSING)
        return end

    def _is_neighbour(self, host: str, inner: str) -> bool:
        """Whether an address may be that of another site which the same host serves from a folder of its own."""
        top, slash, _ = inner[1:].partition("/")
        shares = self.base.path == "/" and host.endswith(SHARED_HOSTS)
        return bool(shares and slash and top and top not in self._tops)

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The first parts of all that is on the site."""
        known = (at[1:] for at in self._by_address)
        return frozenset(path.partition("/")[0] for path in chain(known, self._files))

    def follow(self, inner: str) -> End:
        """Where a path from the root leads in the end, through redirects."""
        named = self.base.outer(inner)
        found = self._step(inner)
        if found.onward is None:  # as nearly all
            return End(found.kind, found.page, 0, "", -1, named, named)
        return self._follow(inner, named)

    def _follow(self, inner: str, named: str) -> End:
        seen: dict[str, int] = {}
        via, first_rule, hops = "", -1, 0
        while True:
            if inner in seen or hops > MOST_HOPS:
                around = list(seen)[seen.get(inner, 0) :]
                at = self.base.outer(inner)
                return End(LOOP, -1, hops, via, first_rule, named, at, min(around))
            seen[inner] = len(seen)
            found = self._step(inner)
            if found.onward is None:
                ending = self.base.outer(inner)
                return End(found.kind, found.page, hops, via, first_rule, named, ending)
            if found.how != REWRITE:
                via = via or found.how
                first_rule = first_rule if first_rule >= 0 else found.rule
                hops += found.how != SLASH
            host, rooted, path = found.onward
            target = self.base.inner(host, rooted=rooted, path=path)
            if target is None:
                return End(EXTERNAL, -1, hops, via, first_rule, named, host + path)
            inner = target

    def _step(self, inner: str) -> "_Stand":
        """What stands at a path, or where it is sent on."""
        page, slash = self._page(inner)
        return (
            self._rule(inner, forced=True)
            or self._told(inner)
            or (None if slash else _standing(page))
            or (_Stand(FILE) if self._is_file(inner.lstrip("/")) else None)
            or self._rule(inner, forced=False)
            or (_Stand(UNKNOWN, onward=("", False, slash), how=SLASH) if slash else None)
            or _Stand(MISSING if self._is_complete else UNKNOWN)
        )

    def _is_file(self, path: str) -> bool:
        """Whether a file has this path; a folder's feed answers for it, as exports of WordPress have it."""
        return path in self._files or (path.endswith("feed/") and f"{path}index.xml" in self._files)

    def _told(self, inner: str) -> "_Stand | None":
        """What a crawl was told at a path."""
        if inner not in self.crawled:
            return None
        status, location = self.crawled[inner]
        if location:
            return _Stand(UNKNOWN, onward=_onward(location, inner), how=CRAWLED)
        return _Stand(MISSING if status in GONE else FILE)

    def _rule(self, inner: str, *, forced: bool) -> "_Stand | None":
        if not self.redirects.rules:
            return None
        # a rule's path is from the host; many write it from the folder
        for path in dict.fromkeys((self.base.path + inner[1:], inner)):
            found = self.redirects.find(path, forced=forced)
            if not found:
                continue
            rule, to = found
            onward = _onward(to, inner)
            how = REWRITE if rule.status == 200 else RULE
            if onward and not onward[0]:
                there = onward[2].rstrip("/")
                if there in (path.rstrip("/"), inner.rstrip("/")):
                    return None  # it adds a slash, or takes one away
            return _Stand(UNKNOWN, onward=onward, how=how, rule=self._rule_numbers[id(rule)])
        return None

    def _page(self, inner: str) -> tuple[Known | None, str]:
        """The page that answers at a path, and the path with a slash where only that one answers."""
        known = self._by_address
        found = known.get(inner)
        if found:
            return found, ""
        folder, _, name = inner.rpartition("/")
        if name.lower() in INDEXES and f"{folder}/" in known:
            return known[f"{folder}/"], ""
        if name:
            for suffix in (".html", ".htm"):
                if inner + suffix in known:
                    return known[inner + suffix], ""
            if f"{inner}/" in known:
                return known[f"{inner}/"], f"{inner}/"
        elif inner != "/" and f"{folder}.html" in known:
            return known[f"{folder}.html"], ""
        return None, ""

    def nearest(self, inner: str) -> str:
        """The page or file whose address is most like one that nothing answers, as people read it; "" where none is.

        Files are asked where some have its ending, pages where it is no ending of what only pages use.
        """
        suffix = _suffix(inner)
        if suffix and suffix not in PAGE_SUFFIXES and suffix in self._suffixes:
            found = self._near_files.nearest(inner)
        else:
            found = "" if suffix in USED_SUFFIXES else self._near_pages.nearest(inner)
        return self.base.outer(found) if found else ""

    @cached_property
    def _near_pages(self) -> "_Near":
        return _Near(
            at for at, known in self._by_address.items() if known.is_page and known.at == at
        )

    @cached_property
    def _near_files(self) -> "_Near":
        return _Near(f"/{path}" for path in self._files)

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(_suffix(path) for path in self._files)


class _Near:
    """Paths by the last part of each, folded, and their folders; and by how long these parts are."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: dict[str, dict[str, str]] = {}
        self._by_length: dict[int, list[str]] = {}
        for at in paths:
            folder, _, name = at.rstrip("/").rpartition("/")
            self._by_name.setdefault(_folded(name), {}).setdefault(folder, at)
        for key in self._by_name:
            self._by_length.setdefault(len(key), []).append(key)

    def nearest(self, inner: str) -> str:
        """The path that is most like another, by its last part first; "" where none is."""
        folder, _, name = inner.rstrip("/").rpartition("/")
        for found in self._by_name.get(_folded(name), {}).values():
            if found != inner:
                return found
        if not name:
            return ""
        lengths = range(len(name) - 3, len(name) + 4)
        near = chain.from_iterable(self._by_length.get(length, ()) for length in lengths)
        alike = get_close_matches(_folded(name), list(islice(near, MOST_COMPARED)), 3, LIKE)
        for key in alike:
            if folder in self._by_name[key]:
                return self._by_name[key][folder]
        return next(iter(self._by_name[alike[0]].values())) if alike else ""


def _suffix(path: str) -> str:
    """The ending of a path's last part with its point, in lower case; "" for none."""
    _, point, suffix = path.rpartition("/")[2].rpartition(".")
    return point + suffix.lower()


def _is_source(path: str) -> bool:
    return path.lower().endswith(SOURCE_SUFFIXES) and not set(path) & set("{}<>")


def _folded(name: str) -> str:
    """A name without case, accents nor the ending of pages."""
    name = name.lower()
    for suffix in PAGE_SUFFIXES:
        name = name.removesuffix(suffix)
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFD", name)
    return "".join(char for char in letters if not unicodedata.combining(char))


SOURCE_SUFFIXES = (".md", ".markdown", ".mdx")
"""Endings of sources that name each other by their files."""
USED_SUFFIXES = frozenset({
    ".avif", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".json", ".mjs", ".mp3", ".mp4", ".ogg", ".png", ".svg", ".webm",
    ".webmanifest", ".webp", ".woff", ".woff2", ".xml",
})  # fmt: skip
"""Endings of files that pages use, which no page is mistaken for."""
LIKE = 0.8
"""Likeness (difflib’s ratio) from which an address is proposed for another."""
MOST_COMPARED = 5_000


def _onward(to: str, inner: str) -> tuple[str, bool, str] | None:
    folder = os.path.dirname(inner).strip("/")  # noqa: PTH120  an address
    found = take_apart(to, f"{folder}/" if folder else "")
    if found is None:
        return None
    return found.host, found.rooted, decoded(found.path) or inner
