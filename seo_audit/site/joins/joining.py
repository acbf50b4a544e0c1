# ruff: noqa: S608  statements are made of constants, never of what pages hold
"""From records to tables that rules ask: addresses resolved, links joined to pages, ways, likenesses."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from seo_audit.lazy import regex
from seo_audit.rule_support.site.places import SERIES
from seo_audit.site.addresses.locating import spellings
from seo_audit.site.addresses.redirects import RedirectRule, Redirects
from seo_audit.site.addresses.references import Base, decoded, own_path, shown, take_apart
from seo_audit.site.addresses.resolution import Answers, End, Known
from seo_audit.site.joins import graph, targets
from seo_audit.site.joins.tables import SCHEMA, Store
from seo_audit.site.joins.targets import add_ends, texts
from seo_audit.site.pages import similarity
from seo_audit.site.pages.record import Mark, mark
from seo_audit.site.sources.sitemaps import Entry, Robots
from seo_audit.site.sources.url_map import mapped, usual_address
from seo_audit.source import Source, Span

PLACE = SCHEMA["mentions"]["place"]


Sources = Callable[[str], Source | None]
"""Gives the source of a page by its path; None when it cannot be read any more."""


class Surroundings(Struct, frozen=True):
    """What is known of a site besides its pages: its other files with their sizes, redirects, sitemaps, robots.txt.

    `urls` are addresses of pages that somebody gave, by their files; `crawled` what a crawl was told at addresses that
    are no pages: the status, and where a redirect leads.
    """

    files: Mapping[str, int]
    rules: tuple[RedirectRule, ...] = ()
    entries: tuple[Entry, ...] = ()
    robots: Robots | None = None
    crawled: Mapping[str, tuple[int, str]] = {}
    is_complete: bool = True
    """Whether what is not there is nowhere; a crawl, or the sources of a site, leave that open."""
    urls: Mapping[str, str] | None = None
    """Of a content folder: addresses that somebody gave, by file; None for pages that have their own."""
    with_queries: bool = False
    """Whether a query makes another page of an address, as in a crawl."""


CONTINUED = r"(^|/)(index|(tags?|categor(y|ies|ie)|authors?|auteurs?)/[^/]*[^/0-9])([2-9]|[1-9][0-9]{1,2})[.]x?html?$"
"""Files of later pages of a series as Pelican names them, beside the first: `index2.html`, `category/eau2.html`."""
TAXONOMY = r"(^|/)(tags?|mots-cles|etiquettes?|categor(y|ies|ie)|taxonomy|authors?|auteurs?|archives?|series)(/[^/]+)?(/|/index\.html?|\.html?)?$"
"""Addresses of lists of articles by tag, category or author."""
OF_A_LANGUAGE = r"^/(fr|en|de|es|it|nl|pt|ca|ro)/"
"""The folder of a language, where a page itself does not say which it is in."""
SECTION = r"(^|/)_index(\.[a-z]{2}(-[a-z]{2})?)?\.(md|markdown|html)$"
"""Files of which Hugo and Zola make the list of a section."""
FOLDED = r"""
    CREATE MACRO spaced(written) AS lower(regexp_replace(trim(written), '\s\s+|[^\S ]', ' ', 'g'));
    CREATE MACRO folded(written) AS CASE
        WHEN regexp_matches(written, '[^\x00-\x{2ff}\x{2002}-\x{20cf}]') THEN nfc_normalize(spaced(written))
        ELSE spaced(written) END"""
"""A text as two are compared: case and spaces folded, characters composed. Those below U+0300, and the usual marks, are."""
HALF = 0.5
MOST_PLACED = 2_000
"""Pairs of like texts whose shared run is looked up in the pages’ sources."""


def prepare(store: Store) -> None:
    """Number the records in the order of their paths."""
    # what else they hold stays where it is: to sort and store it twice took longer than most of what follows
    store.execute(
        """CREATE TABLE records AS
           SELECT (row_number() OVER (ORDER BY path) - 1)::INTEGER AS id, path, url, skipped, error, said_url, said_slug
           FROM kept_pages"""
    )


def join(
    store: Store,
    base: Base,
    around: Surroundings,
    sources: Sources,
    *,
    likely: float,
    least: float,
) -> None:
    """Make the tables that rules ask.

    Args:
        store: records, numbered.
        base: where the site stands.
        around: what is known of it besides its pages.
        sources: what gives the source of a page again.
        likely: share of two signatures' places that must agree before texts are compared.
        least: Jaccard index from which a pair is kept.
    """
    _addresses(store, base, around.urls)
    answers = _answers(store, base, around)
    _files(store, base, around.files)
    targets.resolve(store, answers, with_queries=around.with_queries)
    _redirects(store, answers)
    _sitemap(store, base, answers, around)
    _forbidden(store, base, around.robots)
    _mentions(store, with_queries=around.with_queries)
    _parts(store)
    home = answers.follow("/").page
    _edges(store, home)
    _shells(store, answers, home)
    _pages(store, has_address=bool(base.netloc))
    _ways(store, home)
    _links(store)
    _images(store)
    _pairs(store, sources, likely, least)


_BESIDE_AN_INDEX = r"""
    SELECT o.path FROM records o JOIN records i ON i.path = regexp_replace(o.path, 'index[.](htm|xhtml|shtml)$', 'index.html')
    WHERE regexp_matches(o.path, '(^|/)index[.](htm|xhtml|shtml)$') AND i.skipped = ''"""
"""Files that answer for their folder where there is no `index.html`, and there is one."""


def _addresses(store: Store, base: Base, urls: Mapping[str, str] | None) -> None:
    """Give each record the path it is asked for by: that of its own canonical, where it is one of its spellings."""
    ids, ats, shown = [], [], []
    beside = {path for (path,) in store.rows(_BESIDE_AN_INDEX)}
    query = """
        SELECT r.id, r.path, r.url, m.host, m.rooted, m.address, r.said_url, r.said_slug FROM records r LEFT JOIN (
            SELECT page, host, rooted, address FROM kept_mentions WHERE kind = 'canonical'
            QUALIFY row_number() OVER (PARTITION BY page ORDER BY number) = 1
        ) m ON m.page = r.path ORDER BY r.id"""
    for number, path, url, host, rooted, inner, said_url, said_slug in store.rows(query):
        at = own_path(path)
        if path in beside:
            at += path.rpartition("/")[2]
        if url is not None:
            at = _inner_of(base, url) or url
        if urls is not None:
            at = _of_source(base, path, urls, said_url, said_slug)
        if inner and url is None:
            canonical = base.inner(host, rooted=rooted, path=inner)
            if canonical is not None and canonical in spellings(path):
                at = canonical
        ids.append(number)
        ats.append(at)
        shown.append(base.outer(at))
    store.add("addresses", {"id": _numbers(ids), "root_path": texts(ats), "url": texts(shown)})


def _of_source(base: Base, path: str, urls: Mapping[str, str], url: str, slug: str) -> str:
    """The path from the root of a page whose source this is; the source's own where nobody knows."""
    given = mapped(path, urls) or url
    found = take_apart(given, "") if given else None
    if found and found.path:
        inner = base.inner(found.host, rooted=True, path=found.path)
        return inner if inner is not None else found.path
    return usual_address(path, slug) or own_path(path)


def _inner_of(base: Base, url: str) -> str | None:
    """The path from the root that an address of a page has, with its query."""
    path, asked, query = url.partition("?")
    found = base.inner("", rooted=True, path=path)
    return None if found is None else found + asked + query


def _answers(store: Store, base: Base, around: Surroundings) -> Answers:
    sends = {
        page: (host, rooted, inner)
        for page, host, rooted, inner in store.rows(
            """SELECT r.id, m.host, m.rooted, m.address FROM kept_mentions m JOIN records r ON r.path = m.page
               WHERE m.kind = 'refresh' AND r.skipped = 'redirect-stub' AND m.address <> '' ORDER BY r.id"""
        )
    }
    known = [
        Known(number, path, at, not skipped, sends.get(number))
        for number, path, at, skipped in store.rows(
            """SELECT id, path, root_path, skipped <> '' AND skipped <> 'unreadable'
               FROM records JOIN addresses USING (id) ORDER BY skipped <> '', id"""
        )
    ]
    return Answers(
        base,
        known,
        around.files,
        Redirects(around.rules),
        crawled=around.crawled,
        is_complete=around.is_complete,
        are_sources=around.urls is not None,
    )


def _redirects(store: Store, answers: Answers) -> None:
    """Where each rule and each page that sends its readers elsewhere leads in the end."""
    rules = answers.redirects.rules
    columns = {
        "path": "VARCHAR", "to": "VARCHAR", "status": "INTEGER", "file": "VARCHAR", "line": "INTEGER",
        "column": "INTEGER", "end_column": "INTEGER", "offset": "INTEGER", "end_offset": "INTEGER", "text": "VARCHAR",
        "forced": "BOOLEAN", "prefix": "BOOLEAN",
    }  # fmt: skip
    store.add_records("given_rules", columns, rules)
    base = answers.base

    def ends() -> Iterator[tuple[int, End]]:
        for number, rule in enumerate(rules):
            inner = base.inner("", rooted=True, path=rule.path)
            # what keeps the end of a path holds for its own path too
            if (rule.is_pattern and not rule.prefix) or not 300 <= rule.status < 400:
                continue
            yield number, answers.follow(inner if inner is not None else rule.path)

    add_ends(store, "rule_ends", "number", ends())
    store.execute(
        """CREATE TABLE redirect_rules AS
           SELECT g.*, e.* EXCLUDE (number) FROM (
               SELECT (row_number() OVER () - 1)::INTEGER AS number, * FROM given_rules
           ) g LEFT JOIN rule_ends e USING (number) ORDER BY number"""
    )
    stubs = store.rows(
        "SELECT id, root_path FROM records JOIN addresses USING (id) WHERE skipped = 'redirect-stub' ORDER BY id"
    )
    add_ends(store, "stub_ends", "id", [(number, answers.follow(at)) for number, at in stubs])


def _sitemap(store: Store, base: Base, answers: Answers, around: Surroundings) -> None:
    columns = {
        "file": "VARCHAR",
        "loc": "VARCHAR",
        "lastmod": "VARCHAR",
        "place": PLACE,
        "is_news": "BOOLEAN",
    }
    store.add_records("given_entries", columns, around.entries)
    blocked: list[int] = []

    def ends() -> Iterator[tuple[int, End]]:
        for number, entry in enumerate(around.entries):
            found = take_apart(entry.loc, "")
            line = 0
            if found is None or not found.path:
                yield number, End("unknown", -1, 0, "", -1, entry.loc, entry.loc)
            else:
                inner = base.inner(found.host, rooted=found.rooted, path=found.path)
                if around.robots and inner is not None:
                    asked = base.path + inner[1:] + decoded(found.query)
                    line = around.robots.blocking(asked) or 0
                yield number, answers.find(found.host, rooted=found.rooted, path=found.path)
            blocked.append(line)

    add_ends(store, "entry_ends", "number", ends())
    store.add(
        "entry_robots", {"number": _numbers(range(len(blocked))), "blocked": _numbers(blocked)}
    )
    store.execute(
        """CREATE TABLE sitemap AS
           SELECT g.*, e.* EXCLUDE (number), b.blocked FROM (
               SELECT (row_number() OVER () - 1)::INTEGER AS number, * FROM given_entries
           ) g JOIN entry_ends e USING (number) JOIN entry_robots b USING (number) ORDER BY number"""
    )
    _versions(store, answers, around.entries)


class _Named(Struct, frozen=True):
    """Another language's version of a sitemap's entry, and the page that it leads to, -1 for none."""

    number: int
    language: str
    to_page: int
    place: Mark | None


def _versions(store: Store, answers: Answers, entries: Iterable[Entry]) -> None:
    """The versions in other languages that sitemaps name, each of which page of the site."""

    def named() -> Iterator[_Named]:
        for number, entry in enumerate(entries):
            for version in entry.versions:
                found = take_apart(version.href, "")
                if found and found.path:
                    end = answers.find(found.host, rooted=found.rooted, path=found.path)
                    yield _Named(number, version.language, end.page, version.place)

    columns = {"number": "INTEGER", "language": "VARCHAR", "to_page": "INTEGER", "place": PLACE}
    store.add_records("named_versions", columns, named())
    store.execute(
        """CREATE TABLE versions AS
           SELECT s.to_page AS page, v.to_page, v.language, s.file, v.place FROM named_versions v JOIN sitemap s USING (number)
           WHERE s.kind = 'page' AND v.to_page >= 0 ORDER BY number, v.language"""
    )


def _forbidden(store: Store, base: Base, robots: Robots | None) -> None:
    """The pages that robots.txt forbids."""
    found: list[int] = []
    if robots and robots.rules:
        found += (
            number
            for number, at in store.rows("SELECT id, root_path FROM addresses ORDER BY id")
            if robots.blocking(base.path + at[1:])
        )
    store.add("forbidden", {"id": _numbers(found)})


PART = "split_part(l.fragment, ':~:', 1)"
DECODED = f"coalesce(try(url_decode({PART})), {PART})"
"""A part's name with its percent-encoding undone; as it is where that gives no text."""


def _parts(store: Store) -> None:
    """The names of parts that links may lead to, of the pages to which any link to a part leads, and those that lack.

    Names are matched as written first, then decoded (HTML standard). “#part:what” of a part that is there, and “#key=value”, tell
    a script what to do.
    """
    store.execute(
        """CREATE TABLE parts AS
           SELECT r.id AS page, unnest(k.ids) AS name FROM records r JOIN kept_pages k USING (path)
           SEMI JOIN (SELECT to_page FROM leads WHERE what = 'a' AND fragment <> '') m ON m.to_page = r.id"""
    )
    store.execute(
        """CREATE TABLE unnamed AS
           SELECT l.page, l.fragment FROM (
               SELECT DISTINCT to_page AS page, fragment FROM leads WHERE what = 'a' AND kind = 'page' AND fragment <> ''
           ) l SEMI JOIN records r ON r.id = l.page AND r.skipped = ''
           ANTI JOIN parts t ON t.page = l.page AND t.name = l.fragment"""
    )
    store.execute(
        f"""CREATE TABLE lacking AS
           SELECT l.page, l.fragment FROM unnamed l
           ANTI JOIN parts t ON t.page = l.page AND t.name = {PART}
           ANTI JOIN parts d ON d.page = l.page AND nfc_normalize(d.name) = nfc_normalize({DECODED})
           ANTI JOIN parts s ON s.page = l.page AND contains(l.fragment, ':') AND s.name = split_part(l.fragment, ':', 1)
           WHERE lower({DECODED}) <> 'top' AND NOT regexp_matches(l.fragment, '^(:~:|!|/|[\\w-]+=)')"""
    )


def _mentions(store: Store, *, with_queries: bool) -> None:
    """Join what pages refer to with where it leads. Places stay in the records: see the view `written`.

    The table `leads` holds the target's number, not its addresses: of a hundred links a page most lead to few targets, and
    to store their texts with each took longer than all else. The view `mentions` has them, for the few that are told.
    """
    target = targets.target_of("m.query" if with_queries else "''")
    store.keep(
        "leads",
        f"""SELECT r.id AS page, m.kind AS what, m.number, m.fragment, m.query, m.text, m.nofollow, m.content,
                  t.target, coalesce(t.kind, 'page') AS kind, coalesce(t.via, '') AS via,
                  CASE WHEN t.target IS NULL THEN r.id ELSE t.to_page END AS to_page
           FROM kept_mentions m JOIN records r ON r.path = m.page LEFT JOIN ends t ON t.target = {target}
           WHERE r.skipped IN ('', 'excluded', 'fragment')""",
    )
    store.execute(
        """CREATE VIEW mentions AS
           SELECT m.*, coalesce(t.hops, 0) AS hops, coalesce(t.rule, -1) AS rule, coalesce(t.named, '') AS named,
               coalesce(t.ends_at, '') AS ends_at
           FROM leads m LEFT JOIN ends t USING (target)"""
    )
    store.execute(
        """CREATE VIEW written AS
           SELECT r.id AS page, m.number, m.href, m.place, m.extra FROM kept_mentions m JOIN records r ON r.path = m.page"""
    )


def _edges(store: Store, home: int) -> None:
    """Which page links to which, or frames it, each pair once; `home` is the number of the home page, -1 for none."""
    # what parts of templates lead to, menu and footer, the home page does: it holds them, at least by a script
    store.execute(
        """CREATE TABLE edges AS
           SELECT CASE WHEN r.skipped = 'fragment' AND $1 >= 0 THEN $1 ELSE m.page END AS page, m.to_page
           FROM leads m JOIN records r ON r.id = m.page
           WHERE m.what IN ('a', 'frame') AND m.to_page >= 0 AND (
               m.kind = 'page' OR m.to_page IN (SELECT id FROM records WHERE skipped = 'excluded')
           ) GROUP BY ALL""",
        home,
    )
    # what a frame shows is there at once: its links are the page's, and those of the frames within it
    for _ in range(FRAMES_DEEP):
        store.execute(
            """INSERT INTO edges
               SELECT f.page, e.to_page FROM leads f JOIN edges e ON e.page = f.to_page
               WHERE f.what = 'frame' AND f.kind = 'page' AND f.page <> f.to_page
               EXCEPT SELECT page, to_page FROM edges"""
        )


FRAMES_DEEP = 2
"""How many times frames are looked for within frames."""


_REWRITTEN = 200
"""The status of a rule that shows a file at other addresses."""


def _shells(store: Store, answers: Answers, home: int) -> None:
    """The pages that a host shows under many other addresses, and that no link names by their own.

    Such a file is what a script fills there (`/recettes/* /recettes/_modele.html 200`): it is found where it is shown.
    """
    base = answers.base
    ends = {
        answers.find("", rooted=True, path=base.path + rule.to.lstrip("/")).page
        for rule in answers.redirects.rules
        if rule.status == _REWRITTEN
        and rule.is_pattern
        and rule.to[:1] == "/"
        and ":" not in rule.to
    }
    store.add("shown_elsewhere", {"id": _numbers(sorted(ends - {-1, home}))})
    store.execute(
        """CREATE TABLE shells AS
           SELECT id FROM shown_elsewhere
           WHERE id NOT IN (SELECT to_page FROM mentions WHERE what = 'a' AND page <> to_page AND named = ends_at)
               AND id NOT IN (SELECT to_page FROM sitemap WHERE named = ends_at)"""
    )


def _pages(store: Store, *, has_address: bool) -> None:
    # who does not know where the site stands cannot tell its addresses from another's
    kind = "m.kind" if has_address else "CASE m.kind WHEN 'external' THEN 'unknown' ELSE m.kind END"
    store.execute(
        f"""CREATE TABLE canonicals AS
           SELECT m.page, m.number, {kind} AS kind, m.to_page, m.hops, m.via, m.named, m.ends_at, a.address
           FROM mentions m LEFT JOIN asked a USING (target) WHERE what = 'canonical'
           QUALIFY row_number() OVER (PARTITION BY page ORDER BY number) = 1"""
    )
    store.execute(
        """CREATE TABLE continued AS
           SELECT r.path FROM records r JOIN records f ON f.path = regexp_replace(r.path, '[0-9]+([.]x?html?)$', '\\1')
           WHERE regexp_matches(lower(r.path), ?)""",
        CONTINUED,
    )
    own = "" if has_address else "OR c.kind = 'unknown'"
    store.execute(
        f"""CREATE TABLE base_pages AS
           SELECT r.id, a.root_path, a.url, c.kind AS canonical_kind, c.to_page AS canonical_page,
               c.page IS NULL OR coalesce(c.to_page, -1) = r.id
                   OR (c.kind = 'external' AND ends_with(c.address, a.root_path)) {own} AS is_own_canonical,
               regexp_matches(lower(a.root_path), ?) OR r.path IN (SELECT path FROM continued) AS is_series,
               regexp_matches(lower(a.root_path), ?) AS is_taxonomy
           FROM records r JOIN addresses a USING (id) LEFT JOIN canonicals c ON c.page = r.id
           WHERE r.skipped = ''""",
        SERIES,
        TAXONOMY,
    )
    # lists of links are taken for furniture: those that are not the menu's tell a list
    store.execute(
        """CREATE TABLE listed AS
           SELECT m.page AS id, sum(len(string_split(trim(m.text), ' ')))::INTEGER AS listed_words FROM leads m
           WHERE m.what = 'a' AND NOT m.content AND m.kind = 'page' AND m.to_page <> m.page AND trim(m.text) <> ''
               AND m.to_page NOT IN (
                   SELECT to_page FROM edges GROUP BY to_page HAVING count(*) * 2 > (SELECT count(*) FROM base_pages)
               )
           GROUP BY m.page"""
    )
    store.execute(
        f"""CREATE TABLE judged_pages AS
           SELECT p.id, NOT noindex AND is_own_canonical AND coalesce(refresh, 99) > 1 AND p.id NOT IN (SELECT id FROM shells)
                   AS indexable,
               is_series OR is_taxonomy OR awaits_text OR lists_others OR regexp_matches(lower(path), ?) OR (
                   words + coalesce(listed_words, 0) > 0
                   AND linked_words + coalesce(listed_words, 0) >= {HALF} * (words + coalesce(listed_words, 0))
               ) AS is_listing
           FROM base_pages p JOIN records USING (id) JOIN kept_pages USING (path) LEFT JOIN listed USING (id)""",
        SECTION,
    )


def _ways(store: Store, home: int) -> None:
    """How pages hang together: links in and out, clicks from the home page, PageRank."""
    store.execute(
        """CREATE TABLE passed AS
           SELECT id FROM judged_pages UNION ALL SELECT id FROM records WHERE skipped = 'excluded' ORDER BY id"""
    )
    # ways go through pages that the configuration leaves out, PageRank is shared by the others
    ids, passed = _graph(store, "passed")
    depth = before = np.full(passed.count, -1, np.int64)
    if home in ids:
        depth, before = graph.ways_from(passed, int(np.searchsorted(ids, home)))
    store.add(
        "ways",
        {
            "id": ids.astype(np.int32),
            "depth": depth.astype(np.int32),
            "before": np.where(before < 0, -1, ids[before] if len(ids) else before).astype(
                np.int32
            ),
        },
    )
    ((left_out,),) = store.rows("SELECT count(*) FROM records WHERE skipped = 'excluded'")
    judged, whole = _graph(store, "judged_pages") if left_out else (ids, passed)
    store.add("ranks", {"id": judged.astype(np.int32), "rank": graph.page_rank(whole)})
    store.execute(FOLDED)
    store.keep(
        "pages",
        f"""SELECT r.id, f.* EXCLUDE (url, ids, skipped, error, bytes, format, said_url, said_slug, silenced, robots_place,
                   errors, warnings, infos), p.* EXCLUDE (id),
               folded(f.title) AS title_key, folded(f.description) AS description_key, folded(f.h1) AS h1_key,
               coalesce(nullif(split_part(replace(f.lang, '_', '-'), '-', 1), ''), regexp_extract(p.root_path, '{OF_A_LANGUAGE}', 1)) AS lang_key,
               j.indexable, j.is_listing,
               coalesce(i.n, 0)::INTEGER AS links_in, coalesce(o.n, 0)::INTEGER AS links_out,
               nullif(w.depth, -1) AS depth, nullif(w.before, -1) AS before, k.rank
           FROM kept_pages f JOIN records r USING (path) JOIN base_pages p USING (id) JOIN judged_pages j USING (id) JOIN ways w USING (id)
           JOIN ranks k USING (id)
           LEFT JOIN (SELECT to_page AS id, count(*) AS n FROM edges WHERE page <> to_page GROUP BY ALL) i USING (id)
           LEFT JOIN (SELECT page AS id, count(*) AS n FROM edges WHERE page <> to_page GROUP BY ALL) o USING (id)""",
    )


def _links(store: Store) -> None:
    """What pages lead to and use, with the addresses of both ends."""
    store.execute(
        """CREATE VIEW links AS
           SELECT m.page, p.url, p.path, m.number, m.fragment, m.query, m.text, m.nofollow, m.content, m.target, m.kind,
               m.to_page, m.hops, m.via, m.rule, m.named, m.ends_at
           FROM mentions m JOIN pages p ON p.id = m.page WHERE m.what = 'a'"""
    )
    # canonicals, refreshes and breadcrumbs have rules of their own
    store.execute(
        """CREATE VIEW uses AS
           SELECT m.page, p.url, p.path, m.number, m.what, m.fragment, m.target, m.kind, m.to_page, m.via, m.named, m.ends_at
           FROM mentions m JOIN pages p ON p.id = m.page WHERE m.what NOT IN ('a', 'canonical', 'refresh', 'crumb')"""
    )


def _graph(store: Store, pages: str) -> tuple[Any, graph.Graph]:
    """The numbers of pages of a table, which have gaps where other records are, and the links between them."""
    ids = np.asarray(store.columns(f"SELECT id FROM {pages} ORDER BY id")["id"], np.int64)
    found = store.columns(
        f"""SELECT page, to_page FROM edges SEMI JOIN {pages} p ON p.id = page
           WHERE page <> to_page AND to_page IN (SELECT id FROM {pages}) ORDER BY page, to_page"""
    )
    starts, ends = (np.asarray(found[name], np.int64) for name in ("page", "to_page"))
    return ids, graph.Graph(len(ids), np.searchsorted(ids, starts), np.searchsorted(ids, ends))


def _files(store: Store, base: Base, files: Mapping[str, int]) -> None:
    """The other files, and their addresses."""
    sizes = np.fromiter(files.values(), np.int64, len(files))
    store.add("files", {"path": texts(list(files)), "bytes": sizes})
    store.execute(
        "CREATE TABLE file_addresses AS SELECT path, ? || path AS url FROM files WHERE NOT regexp_matches(path, ?)",
        shown(base.path),
        targets.MISREAD,
    )
    rest = store.rows("SELECT path FROM files WHERE regexp_matches(path, ?)", targets.MISREAD)
    encoded = [path for (path,) in rest]
    urls = [base.outer("/" + path) for path in encoded]
    store.add("encoded", {"path": texts(encoded), "url": texts(urls)})
    store.execute("INSERT INTO file_addresses SELECT * FROM encoded")


def _images(store: Store) -> None:
    """Which of the files are shown as images."""
    # an image's address from the root is that of its file, written from the host
    store.execute(
        """CREATE TABLE images AS
           SELECT e.target, e.named, f.path FROM ends e JOIN file_addresses f ON f.url = e.ends_at
           WHERE e.target IN (SELECT target FROM leads WHERE what = 'image' AND kind = 'file')"""
    )


class Pair(Struct, frozen=True):
    """Two pages whose texts are alike, and where their longest shared run stands in each."""

    one: int
    two: int
    alike: float
    one_place: Mark | None
    two_place: Mark | None


def _pairs(store: Store, sources: Sources, likely: float, least: float) -> None:
    """Pairs of pages whose texts are alike, each compared word by word."""
    ids, signatures = _signatures(store)
    asked = [(ids[one], ids[two]) for one, two in similarity.candidates(signatures, likely)]
    kept = _texts_of(store, sorted({page for pair in asked for page in pair}))

    def found() -> Iterator[Pair]:
        placed = 0
        for one, two in asked:
            (path, *a), (other_path, *b) = kept(one), kept(two)
            alike = similarity.likeness(a[0], b[0])
            if alike < least:
                continue
            places: list[Mark | None] = [None, None]
            if placed < MOST_PLACED:
                placed += 1
                start, other, length = similarity.longest_run(a[0], b[0])
                last = length + similarity.SIZE - 2
                places = [
                    _run(sources, path, a[1][start], a[1][start + last]),
                    _run(sources, other_path, b[1][other], b[1][other + last]),
                ]
            yield Pair(one, two, alike, *places)

    columns = {
        "one": "INTEGER",
        "two": "INTEGER",
        "alike": "DOUBLE",
        "one_place": PLACE,
        "two_place": PLACE,
    }
    store.add_records("pairs", columns, found())


def _signatures(store: Store) -> tuple[list[int], NDArray[np.uint32]]:
    """The pages that are compared, in order, and the signature of each."""
    wanted = (
        "FROM kept_texts t JOIN pages p ON p.path = t.page WHERE p.indexable AND NOT p.is_listing"
    )
    ids = np.sort(store.columns(f"SELECT p.id {wanted}")["id"])
    found = np.empty((len(ids), similarity.ROWS * similarity.BANDS), np.uint32)
    rows = store.rows(f"SELECT p.id, t.signature {wanted}")
    while block := list(islice(rows, 2048)):
        own, signatures = zip(*block, strict=True)
        at = np.searchsorted(ids, own)
        found[at] = np.frombuffer(b"".join(signatures), np.uint32).reshape(len(at), -1)
    return ids.tolist(), found


def _run(sources: Sources, path: str, start: int, last: int) -> Mark | None:
    """The place of a run of words, from the first's offset and the last's."""
    source = sources(path)
    if source is None:
        return None
    word = _WORD.match(source.text, last)
    return mark(source, Span(start, max(word.end() if word else last + 1, start)))


_WORD = regex(r"[\w\u0300-\u036f]*")


def _texts_of(store: Store, ids: list[int]) -> Callable[[int], tuple[str, Any, Any]]:
    """The paths of pages, their shingles, and where their words begin."""
    store.add("wanted_texts", {"id": _numbers(ids)})
    found = {
        number: (path, similarity.unpacked(shingles), offsets)
        for number, path, shingles, offsets in store.rows(
            """SELECT p.id, p.path, t.shingles, t.offsets FROM kept_texts t JOIN pages p ON p.path = t.page
               SEMI JOIN wanted_texts w ON w.id = p.id"""
        )
    }
    return found.__getitem__


def _numbers(values: Iterable[int]) -> Any:
    return np.fromiter(values, np.int32)
