"""All records of a site joined, its rules asked: the report. What this imports takes longer than a small site."""

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from seo_audit.errors import SourceError
from seo_audit.judging.baseline import Baseline
from seo_audit.message import Message
from seo_audit.rule import Category, Severity
from seo_audit.site import judging, surroundings
from seo_audit.site.joins import joining
from seo_audit.site.joins.tables import Store
from seo_audit.site.joins.targets import texts
from seo_audit.site.request import Asked
from seo_audit.site.site_report import PageLine, RuleCount, SiteReport, Skipped
from seo_audit.site.sources import folders
from seo_audit.site.sources.found import Found
from seo_audit.site.sources.site_files import SiteFiles
from seo_audit.source import Source, decode

LEAST = 0.5
"""Jaccard index from which two texts are alike at all; the rule’s option may ask for more."""
LIKELY = 0.35
"""Share of signatures' places that must agree for texts to be compared: three deviations below a Jaccard index of .5."""


def opened(work: Path, shards: list[Path], root: Path, accepted: Baseline | None) -> Store:
    """The records of shards as tables, in a file of the folder `work`; to be closed."""
    store = Store(work, threads=min(4, os.cpu_count() or 1))
    store.load(shards)
    _own_findings(store, root, accepted)
    return store


def report_of(store: Store, asked: Asked, files: SiteFiles) -> SiteReport:
    """The report on a site whose records were opened, without what an earlier run and the gate say of it.

    Raises:
        SeoAuditError: the address given is none, or a file that was named cannot be read.
    """
    found, config, accepted = asked.found, asked.config, asked.accepted
    joining.prepare(store)
    near = surroundings.read(store, found, asked.request, files)
    joining.join(store, near.base, near.around, _sources(found), likely=LIKELY, least=LEAST)
    site = judging.JoinedSite(
        store, is_built=found.kind != "content", has_sitemap=bool(near.around.entries)
    )
    own = accepted.accepted(asked.root) if accepted else frozenset()
    findings, broken = judging.judge(site, config, own)
    return SiteReport(
        name=found.name,
        kind=found.kind,
        url=near.base.url,
        findings=findings,
        pages=tuple(_pages(store)),
        skipped=tuple(_skipped(store)),
        articles=_by_rule(store),
        broken={**broken, **_broken(store)},
        notes=tuple(note.say(config.language) for note in near.notes),
    )


def _sources(found: Found) -> joining.Sources:
    """What gives the source of a page once more: few are asked for again."""
    members = {member.path: member for member in found.members}

    @lru_cache(maxsize=64)
    def source(path: str) -> Source | None:
        for _, content in folders.content_of([members[path]], found.root):
            if isinstance(content, bytes):
                try:
                    return decode(content, name=path)
                except SourceError:
                    return None
        return None

    return source


def _own_findings(store: Store, root: Path, accepted: Baseline | None) -> None:
    """The findings of the pages' own audits without those that a baseline accepts."""
    known: list[tuple[str, str, str]] = []
    if accepted:
        for (path,) in store.rows("SELECT DISTINCT page FROM kept_findings ORDER BY page"):
            known += ((path, *one) for one in accepted.accepted(root / path))
    columns = list(zip(*known, strict=True)) or [()] * 3
    names = ("page", "rule", "fingerprint")
    store.add("accepted", {n: texts(list(c)) for n, c in zip(names, columns, strict=True)})
    store.execute(
        """CREATE VIEW own_findings AS
           SELECT f.* EXCLUDE (page), f.page AS path FROM kept_findings f
           ANTI JOIN accepted a ON a.page = f.page AND a.rule = f.rule AND a.fingerprint = f.fingerprint"""
    )


def _pages(store: Store) -> Iterator[PageLine]:
    query = """
        SELECT p.url, p.path, p.title, p.score, p.score_limit, p.words, p.links_in, p.links_out, p.depth, p.indexable,
            coalesce(f.errors, 0), coalesce(f.warnings, 0), coalesce(f.infos, 0),
            round(p.rank * (SELECT count(*) FROM pages), 2), p.is_listing,
            round(p.template_words / nullif(p.template_words + p.words, 0), 2)
        FROM pages p LEFT JOIN (
            SELECT path, count(*) FILTER (severity = 'error') AS errors,
                count(*) FILTER (severity = 'warning') AS warnings, count(*) FILTER (severity = 'info') AS infos
            FROM own_findings GROUP BY path
        ) f USING (path) ORDER BY p.path"""
    for row in store.rows(query):
        yield PageLine(*row)


def _skipped(store: Store) -> Iterator[Skipped]:
    query = "SELECT path, skipped, error FROM records WHERE skipped <> '' ORDER BY path"
    for row in store.rows(query):
        yield Skipped(*row)


def _by_rule(store: Store) -> Mapping[str, RuleCount]:
    query = """SELECT rule, count(DISTINCT path), count(*), min(category),
                   min(CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END)
               FROM own_findings GROUP BY rule ORDER BY rule"""
    severities = list(Severity)
    return {
        rule: RuleCount(pages, count, severities[rank], Category(category))
        for rule, pages, count, category, rank in store.rows(query)
    }


PAGES_BROKEN = Message(
    fr="{pages:# page|# pages}, la première : {path}",
    en="{pages:# page|# pages}, the first: {path}",
)


def _broken(store: Store) -> Mapping[str, str]:
    """Rules of articles that crashed on pages."""
    ((pages, path),) = store.rows("SELECT count(*), min(path) FROM pages WHERE broken > 0")
    return {"articles": PAGES_BROKEN.say("en", {"pages": pages, "path": path})} if pages else {}
