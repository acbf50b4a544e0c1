"""The audit of a site from end to end: pages found, shards done, records joined, rules asked."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations, Given
from seo_audit.errors import OutputError, SourceError, reason_of
from seo_audit.judging import baseline
from seo_audit.message import Message
from seo_audit.rule import Category, Severity
from seo_audit.site import earlier, judging, surroundings
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.joins import joining
from seo_audit.site.joins.tables import Store
from seo_audit.site.request import SiteRequest
from seo_audit.site.shard import UNFINISHED, shards_of
from seo_audit.site.site_report import (
    PageFinding,
    PageLine,
    RuleCount,
    SiteReport,
    Skipped,
)
from seo_audit.site.sources import folders
from seo_audit.site.sources.found import Found
from seo_audit.site.workers import HALVED, Done, audit_all, done_here
from seo_audit.source import Source, decode, printable_name

NOT_WRITABLE = Message(
    fr="{name} : le dossier du passage (--run) ne peut être écrit ({reason})",
    en="{name}: the run's folder (--run) cannot be written ({reason})",
)
FEW_PAGES = 60
"""Pages below which starting processes costs more than it gains."""
LEAST = 0.5
"""Jaccard index from which two texts are alike at all; the rule’s option may ask for more."""
LIKELY = 0.35
"""Share of signatures' places that must agree for texts to be compared: three deviations below a Jaccard index of .5."""


class Examined(Struct):
    """A site that was audited: the report, the configuration it was judged by, and what can still be asked."""

    report: SiteReport
    config: Config
    root: Path
    store: Store

    def details(self) -> Iterator[PageFinding]:
        """The findings of the pages' own audits, page by page in order."""
        query = """SELECT path, rule, severity, line, "column", message, advice FROM own_findings
                   ORDER BY path, coalesce(line, 0), coalesce("column", 0), rule, fingerprint"""
        for path, rule, severity, line, column, message, advice in self.store.rows(query):
            yield PageFinding(path, rule, Severity(severity), line, column, message, advice)

    def accepted(self) -> Mapping[Path, tuple[tuple[str, str], ...]]:
        """What a baseline notes: findings by rule and fingerprint, of the site under its root, and of each page."""
        found: dict[Path, list[tuple[str, str]]] = {
            self.root: [(one.rule, one.fingerprint) for one in self.report.findings]
        }
        for path, rule, fingerprint in self.store.rows(
            "SELECT page, rule, fingerprint FROM kept_findings ORDER BY page, rule, fingerprint"
        ):
            found.setdefault(self.root / path, []).append((rule, fingerprint))
        return {path: tuple(one) for path, one in found.items()}


@contextmanager
def examined(request: SiteRequest) -> Iterator[Examined]:
    """Audit a site; what it gives holds within the `with`.

    Raises:
        SeoAuditError: a source, an option or the configuration is wrong.
    """
    configurations = Configurations(request.given)
    found = folders.find(
        request.sources,
        excluded=configurations.excluded if request.config is None else lambda _: False,
        with_digests=request.run is not None,
        host=request.host,
    )
    root = Path(found.root) if found.root else Path.cwd()
    config = request.config or configurations.config(root / "page.html")
    language = request.language or config.language
    config = replace(config, language=language)
    earlier_run = earlier.read(request.compare) if request.compare else None
    accepted = baseline.read(request.baseline) if request.baseline else None
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="seo-audit-")))
        run = _run_folder(request.run) if request.run else work
        shard_configuration = ShardConfiguration(
            kind=found.kind,
            root=found.root,
            run=str(run.absolute()),
            language=language,
            given=_fixed(request.given, configurations, root),
            config=request.config,
        )
        names = _audit_pages(request, found, shard_configuration)
        if request.run:
            _tidy(run, names)
        store = stack.enter_context(Store(work, threads=min(4, os.cpu_count() or 1)))
        store.load([run / "shards" / name for name in sorted(names)])
        joining.prepare(store)
        near = surroundings.read(store, found, request)
        joining.join(store, near.base, near.around, _sources(found), likely=LIKELY, least=LEAST)
        site = judging.JoinedSite(
            store, is_built=found.kind != "content", has_sitemap=bool(near.around.entries)
        )
        findings, broken = judging.judge(site, config)
        _own_findings(store, root, accepted)
        own = accepted.accepted(root) if accepted else frozenset()
        findings = tuple(one for one in findings if (one.rule, one.fingerprint) not in own)
        gone = None
        if earlier_run is not None:
            findings, gone = earlier.compared(findings, earlier_run)
        report = SiteReport(
            name=found.name,
            kind=found.kind,
            url=near.base.url,
            findings=findings,
            pages=tuple(_pages(store)),
            skipped=tuple(_skipped(store)),
            articles=_by_rule(store),
            gone=gone,
            broken={**broken, **_broken(store)},
            notes=tuple(note.say(language) for note in near.notes),
        )
        report = replace(report, outcome=judging.passes(report, config.gate))
        if request.run:
            earlier.write(run, report, language)
        yield Examined(report, config, root, store)


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


def _run_folder(path: Path) -> Path:
    try:
        (path / "shards").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        name = printable_name(path)
        raise OutputError(NOT_WRITABLE, name=name, reason=reason_of(error)) from error
    return path


def _fixed(given: Given, configurations: Configurations, root: Path) -> Given:
    """What holds for the site, its configuration file included: workers need not look for it."""
    return Given(layers=configurations.layers(root / "page.html"), fields=given.fields, files=False)


def _audit_pages(
    request: SiteRequest, found: Found, configuration: ShardConfiguration
) -> list[str]:
    shards = list(shards_of(found.members, configuration))
    done, total = 0, len(found.members)

    def step(pages: int) -> None:
        nonlocal done
        done += pages
        request.step(done, total)

    jobs = request.jobs
    if jobs is None:
        jobs = min(os.cpu_count() or 1, 8) if total > FEW_PAGES else 1
    try:
        return audit_all(shards, configuration, _done_by(request, min(jobs, len(shards))), step)
    except OSError as error:
        name = printable_name(configuration.run)
        raise OutputError(NOT_WRITABLE, name=name, reason=reason_of(error)) from error


def _done_by(request: SiteRequest, jobs: int) -> Done:
    """Who does the shards: processes of this machine, or the workers of a cluster."""
    if not request.workers:
        return partial(done_here, jobs)
    from seo_audit.site.cluster import done_on  # noqa: PLC0415  Dask is an extra of its own, and slow to import

    return partial(done_on, request.workers)


def _tidy(run: Path, names: list[str]) -> None:
    """Take away shards that this site has not any more, and what a killed run left behind."""
    import shutil  # noqa: PLC0415

    kept = set(names)
    for entry in (run / "shards").iterdir():
        if entry.name in kept or entry.name.endswith(HALVED):
            continue
        if entry.name.startswith(UNFINISHED) or len(entry.name) == len(next(iter(kept), "")):
            shutil.rmtree(entry, ignore_errors=True)


def _own_findings(store: Store, root: Path, accepted: baseline.Baseline | None) -> None:
    """The findings of the pages' own audits without those that a baseline accepts."""
    known: list[tuple[str, str, str]] = []
    if accepted:
        for (path,) in store.rows("SELECT path FROM pages"):
            known += ((path, *one) for one in accepted.accepted(root / path))
    columns = list(zip(*known, strict=True)) or [()] * 3
    names = ("page", "rule", "fingerprint")
    store.add("accepted", {n: joining.texts(list(c)) for n, c in zip(names, columns, strict=True)})
    store.execute(
        """CREATE VIEW own_findings AS
           SELECT f.* EXCLUDE (page), f.page AS path FROM kept_findings f
           ANTI JOIN accepted a ON a.page = f.page AND a.rule = f.rule AND a.fingerprint = f.fingerprint"""
    )


def _pages(store: Store) -> Iterator[PageLine]:
    query = """
        SELECT p.url, p.path, p.title, p.score, p.score_limit, p.words, p.links_in, p.links_out, p.depth, p.indexable,
            coalesce(f.errors, 0), coalesce(f.warnings, 0), coalesce(f.infos, 0),
            round(p.rank * (SELECT count(*) FROM pages), 2), p.is_listing
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
