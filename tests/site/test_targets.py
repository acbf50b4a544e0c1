"""Addresses that are joined lead where they would if each were followed."""

from pathlib import Path

import pytest

from seo_audit.rule_support.site.places import told
from seo_audit.site.addresses.redirects import read_redirects
from seo_audit.site.addresses.references import Base, Reference, take_apart
from seo_audit.site.joins import joining, targets
from seo_audit.site.joins.tables import Store, write_shard
from seo_audit.site.pages.mentions import Mention
from seo_audit.site.pages.page_audit import Kept
from seo_audit.site.pages.record import PageRecord

PAGES = (
    "index.html",
    "noix/index.html",
    "coings.html",
    "été à table.html",
    "x.pdf.html",
    "feed.xml",
    "prunes/index.html",
    "poires/index.html",
    "poires.htm",
    "figues/sèches/index.html",
    "index/index.html",
)
FILES = ("a.png", "prunes", "noix/b 2.png", "x.pdf", "noix/coings.html.gz", "blog/feed/index.xml")
HREFS = (
    "/m/", "/m", "/", "https://exemple.fr/m/noix/", "http://www.exemple.fr/m/noix/index.html", "//exemple.fr/m/coings",
    "https://autre.fr/m/noix/", "https://autre.fr", "noix/", "noix", "NOIX/", "noix/INDEX.HTML", "coings.html", "coings",
    "coings/", "coings.html/", "../m/coings.html", "../../coings.html", "%C3%A9t%C3%A9%20%C3%A0%20table.html", "a.png", "/a.png",
    "noix/b%202.png", "x.pdf", "x.pdf.html", "noix/coings.html.gz", "blog/feed/", "feed.xml", "vieux", "vieux/noix", "rien",
    "index.htm", "noix/?p=2", "rien/index.html",
    "prunes", "prunes/", "poires", "poires/", "figues", "figues/s%C3%A8ches", "figues/sèches", "index", "/m/index.html/", "index/",
)  # fmt: skip


@pytest.mark.parametrize("rules", ["", "/m/vieux /m/noix/ 301", "/m/coings.html /m/noix/ 301!"])
@pytest.mark.parametrize("crawled", [{}, {"/noix/": (301, "/m/"), "/a.png": (404, "")}])
@pytest.mark.parametrize("netloc", ["exemple.fr", ""])
def test_they_lead_where_they_would_if_each_were_followed(
    tmp_path: Path, rules: str, crawled: dict[str, tuple[int, str]], netloc: str
) -> None:
    base = Base("https", netloc, "/m/")
    kept = Kept(
        [PageRecord(path, None, skipped="not-html" * path.endswith("xml")) for path in PAGES]
    )
    for number, href in enumerate(HREFS):
        found = _apart(href)
        kept.mentions.append(
            Mention("index.html", "a", number, href, found.host, found.rooted, found.path, found.query, "")
        )  # fmt: skip
    shard = tmp_path / "shard"
    shard.mkdir()
    write_shard(shard, [kept])
    around = joining.Surroundings(
        dict.fromkeys(FILES, 1), tuple(read_redirects(rules, "_redirects")), crawled=crawled
    )
    with Store(tmp_path) as store:
        store.load([shard])
        joining.prepare(store)
        joining._addresses(store, base, None)
        answers = joining._answers(store, base, around)
        joining._files(store, base, around.files)
        targets.resolve(store, answers, with_queries=False)
        followed = {named for (named,) in store.rows("SELECT named FROM followed")}
        rows = list(
            store.rows(
                "SELECT host, rooted, address, e.* EXCLUDE (target) FROM asked JOIN ends e USING (target)"
            )
        )
    asked = {one.path and (one.host, one.rooted, one.path) for one in map(_apart, HREFS)}
    assert len(rows) == len(asked - {""})
    for host, rooted, path, *end in rows:
        assert tuple(end) == answers.find(host, rooted=rooted, path=path), path
    # a folder asked for without its slash is joined where nothing else may answer
    assert ("/m/noix" in followed) == bool(rules or crawled)
    assert "/m/poires" in followed


def _mentioned(page: str, number: int, kind: str, href: str) -> Mention:
    found = _apart(href)
    return Mention(page, kind, number, href, found.host, found.rooted, found.path, found.query, found.fragment)  # fmt: skip


@pytest.mark.parametrize("table", ["links", "uses"])
def test_what_is_told_is_what_the_tables_of_links_and_uses_hold(tmp_path: Path, table: str) -> None:
    kept = Kept([PageRecord(path, None) for path in ("index.html", "noix/index.html")])
    kept.pages.append(PageRecord("brouillon.html", None, skipped="excluded"))
    kinds = ("a", "image", "canonical", "alternate", "crumb", "script", "a")
    hrefs = ("/m/noix/", "/m/vieux", "#haut", "rien", "https://autre.fr/x", "/m/a.png", "/m/noix")
    for page in ("index.html", "brouillon.html"):
        for number, (kind, href) in enumerate(
            (kind, href)
            for kind in kinds
            for href in hrefs
            if kind != "canonical" or href[0] == "/"
        ):
            kept.mentions.append(_mentioned(page, number, kind, href))
    shard = tmp_path / "shard"
    shard.mkdir()
    write_shard(shard, [kept])
    rules = tuple(read_redirects("/m/vieux /m/noix/ 301", "_redirects"))
    around = joining.Surroundings(dict.fromkeys(FILES, 1), rules)
    columns = "l.page, l.number, l.kind, l.to_page, l.via, l.named, l.ends_at"
    with Store(tmp_path) as store:
        store.load([shard])
        joining.prepare(store)
        base = Base("https", "exemple.fr", "/m/")
        joining.join(store, base, around, lambda _: None, likely=0.35, least=0.5)
        query = f"SELECT {columns}, w.href FROM {table} l JOIN written w USING (page, number)"
        views = sorted(store.rows(query))
        rows = sorted(store.rows(f"SELECT {columns}, l.href FROM {told(table, 'true')} l"))
        orders = [
            (name, list(store.rows(f"SELECT DISTINCT {name} FROM leads ORDER BY {name}")))
            for name in ("what", "kind", "via")
        ]
    assert rows == views
    assert {row[2] for row in rows} == {"page", "file", "missing", "external"}
    assert {row[0] for row in rows} == {
        1
    }  # no finding is about a page that the configuration leaves out
    for name, values in orders:
        assert values == sorted(values), name


def _apart(href: str) -> Reference:
    found = take_apart(href, "")
    assert found
    return found
