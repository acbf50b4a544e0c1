# ruff: noqa: S608  statements are made of constants, never of what pages hold
"""Where each address that pages mention leads. Most lead straight to a page or a file: these are joined, the rest followed."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seo_audit.site.addresses.references import INDEXES, shown
from seo_audit.site.addresses.resolution import (
    EXTERNAL,
    FILE,
    KINDS,
    PAGE,
    SLASH,
    WAYS,
    Answers,
    End,
)
from seo_audit.site.joins.tables import Store

MOST_PROPOSED = 1_000
"""Addresses without an answer for which the nearest page is looked for."""
_END = ("kind", "to_page", "hops", "via", "rule", "named", "ends_at", "circle")
MISREAD = r"[%?#\s\x00-\x20\x7f\x{80}-\x{a0}\p{Z}\"<>\\^`{|}]"
"""What `references.shown` writes otherwise, and a little more."""
_INDEX = rf"(?i)/({'|'.join(name.replace('.', '[.]') for name in INDEXES)})$"


def target_of(query: str) -> str:
    """The number of what a mention leads to, of its address and the query that makes another page of it (SQL).

    A number of 64 bits made of the texts: who mentions an address then needs no join to know its number. Of ten million
    addresses two have the same one in three cases of a million.
    """
    return f"CASE WHEN address <> '' THEN hash(host, rooted, address, {query}) END"


def resolve(store: Store, answers: Answers, *, with_queries: bool) -> None:
    """Resolve each address that is mentioned, once: the tables `asked`, `ends` and `nearest`."""
    for name, values in (("end_kind", KINDS), ("end_via", WAYS)):
        # sorted: values of such types are ordered as they were given
        known = ", ".join(f"'{value}'" for value in sorted(values))
        store.execute(f"CREATE TYPE {name} AS ENUM ({known})")
    asked = "query" if with_queries else "''"
    store.execute(
        f"""CREATE TABLE asked AS SELECT DISTINCT {target_of(asked)} AS target, host, rooted, address, {asked} AS asked
           FROM kept_mentions WHERE address <> ''"""
    )
    _direct(store, answers)
    nearest: dict[int, str] = {}

    def ends() -> Iterator[tuple[int, End]]:
        query = """SELECT a.* FROM asked a ANTI JOIN ends e USING (target) ORDER BY host, rooted, address, asked"""
        for number, host, rooted, inner, asked in store.rows(query):
            end = answers.find(host, rooted=rooted, path=inner, query=asked)
            if end.kind == "missing" and len(nearest) < MOST_PROPOSED:
                path = answers.base.inner(host, rooted=rooted, path=inner)
                nearest[number] = answers.nearest(path or "")
            yield number, end

    add_ends(store, "followed", "target", ends())
    store.execute("INSERT INTO ends SELECT * FROM followed")
    store.add("nearest", {"target": _targets(nearest), "near": texts(list(nearest.values()))})


def _direct(store: Store, answers: Answers) -> None:
    """Make the table of ends with those that `Answers.find` would find at the first step."""
    base = answers.base
    store.execute(
        f"""CREATE TABLE ends AS
           SELECT target, '{EXTERNAL}'::end_kind AS kind, -1 AS to_page, 0 AS hops, ''::end_via AS via, -1 AS rule, host || address AS named,
               host || address AS ends_at, '' AS circle
           FROM asked WHERE rooted AND host NOT IN ('', ?)""",
        base.host,
    )
    if any(rule.forced for rule in answers.redirects.rules):
        return
    store.add("crawled", {"own": texts(list(answers.crawled))})
    store.execute(
        """CREATE TABLE inner_paths AS
           SELECT target, inner_path FROM (
               SELECT target, CASE WHEN NOT rooted THEN CASE WHEN NOT starts_with(address, '/..') THEN address END
                   WHEN host IN ('', $1) AND starts_with(address, $2) THEN '/' || substr(address, length($2) + 1) END AS inner_path
               FROM asked WHERE asked = ''
           ) WHERE NOT regexp_matches(inner_path, $3) AND inner_path NOT IN (SELECT own FROM crawled)""",
        base.host,
        base.path,
        MISREAD,
    )
    direct = [(PAGE, "", "", _PAGES), (PAGE, "", "", _INDEXES), (FILE, "", "", _FILES)]
    if not answers.redirects.rules and not answers.crawled:
        direct.append((PAGE, SLASH, "/", _FOLDERS))
    for kind, via, added, found in direct:
        store.execute(
            f"""INSERT INTO ends
               SELECT target, '{kind}', id, 0, '{via}', -1, $1 || substr(inner_path, 2) AS named, named || '{added}', ''
               FROM ({found})""",
            shown(base.path),
        )
    store.execute("DROP TABLE inner_paths")


_KNOWN = """
    SELECT root_path AS own, min(id) AS id FROM addresses JOIN records USING (id)
    GROUP BY own HAVING count(*) = 1 AND bool_and(skipped IN ('', 'unreadable'))"""
"""Paths from the root at which one page stands."""
_PAGES = f"SELECT target, inner_path, k.id FROM inner_paths JOIN ({_KNOWN}) k ON k.own = inner_path"
_INDEXES = f"""
    SELECT target, inner_path, k.id FROM (
        SELECT *, regexp_extract(inner_path, '^(.*/)[^/]*$', 1) AS folder FROM inner_paths
        WHERE regexp_matches(inner_path, '{_INDEX}') AND inner_path NOT IN (SELECT root_path FROM addresses)
    ) JOIN ({_KNOWN}) k ON k.own = folder"""
"""Files that answer for their folders."""
_STANDING = """(
    WITH standing AS (SELECT substr(root_path, 2) AS own FROM addresses UNION ALL SELECT path FROM records)
    SELECT '/' || own FROM standing UNION ALL SELECT '/' || regexp_replace(own, '(?i)[.]html?$', '') FROM standing
)"""
"""Paths from the root for which a page answers, with and without the ending of its file."""
_FILES = f"""
    SELECT target, inner_path, -1 AS id FROM inner_paths JOIN files f ON inner_path = '/' || f.path
    WHERE NOT regexp_matches(inner_path, '{_INDEX}') AND inner_path NOT IN {_STANDING}"""
"""Files for which no page answers."""
_FOLDERS = f"""
    SELECT target, inner_path, k.id FROM inner_paths JOIN ({_KNOWN}) k ON k.own = inner_path || '/'
    WHERE NOT ends_with(inner_path, '/') AND NOT regexp_matches(inner_path, '{_INDEX}')
        AND inner_path NOT IN {_STANDING} AND inner_path NOT IN (SELECT '/' || path FROM files)"""
"""Folders whose page is asked for without the last slash."""


def add_ends(store: Store, name: str, key: str, ends: Iterable[tuple[int, End]]) -> None:
    """Make a table of ends, each under its number."""
    numbers: list[int] = []
    columns: tuple[list[Any], ...] = tuple([] for _ in _END)
    for number, end in ends:
        numbers.append(number)
        for column, value in zip(columns, end, strict=True):
            column.append(value)
    made = {key: _targets(numbers)}
    for field, column in zip(_END, columns, strict=True):
        is_text = field in ("kind", "via", "named", "ends_at", "circle")
        made[field] = texts(column) if is_text else np.fromiter(column, np.int32)
    store.add(name, made)


def _targets(numbers: Iterable[int]) -> NDArray[np.uint64]:
    return np.fromiter(numbers, np.uint64)


def texts(values: list[str]) -> Any:
    """Texts as a column."""
    made = np.empty(len(values), dtype=object)
    made[:] = values
    return made
