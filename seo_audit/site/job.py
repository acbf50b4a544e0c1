"""The audit of a site from end to end: pages found, shards done, records joined, rules asked."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations, Given
from seo_audit.errors import OutputError, reason_of
from seo_audit.judging import baseline
from seo_audit.lazy import whole_imports
from seo_audit.rule import Severity
from seo_audit.site import earlier, judging, run_folder, storage, unchanged
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.request import Asked, SiteRequest
from seo_audit.site.run_folder import NOT_WRITABLE, RunFolder
from seo_audit.site.shard import shards_of
from seo_audit.site.site_report import PageFinding, SiteReport
from seo_audit.site.sources import folders
from seo_audit.site.sources.found import Found
from seo_audit.site.sources.site_files import SiteFiles
from seo_audit.site.workers import Done, audit_all, done_here

if TYPE_CHECKING:
    from seo_audit.site.joins.tables import Store

FEW_PAGES = 60
"""Pages below which starting processes costs more than it gains."""


class Examined(Struct):
    """A site that was audited: the report, the configuration it was judged by, and what can still be asked.

    `store` opens the records, once.
    """

    report: SiteReport
    config: Config
    root: Path
    store: "Callable[[], Store]"

    def details(self) -> Iterator[PageFinding]:
        """The findings of the pages' own audits, page by page in order."""
        query = """SELECT path, rule, severity, line, "column", message, advice FROM own_findings
                   ORDER BY path, coalesce(line, 0), coalesce("column", 0), rule, fingerprint"""
        for path, rule, severity, line, column, message, advice in self.store().rows(query):
            yield PageFinding(path, rule, Severity(severity), line, column, message, advice)

    def accepted(self) -> Mapping[Path, tuple[tuple[str, str], ...]]:
        """What a baseline notes: findings by rule and fingerprint, of the site under its root, and of each page."""
        found: dict[Path, list[tuple[str, str]]] = {
            self.root: [(one.rule, one.fingerprint) for one in self.report.findings]
        }
        for path, rule, fingerprint in self.store().rows(
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
    earlier_run = earlier.read(os.fspath(request.compare)) if request.compare else None
    accepted = baseline.read(request.baseline) if request.baseline else None
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="seo-audit-")))
        run = _absolute(os.fspath(request.run or work))
        folder = run_folder.at(run)
        folder.make()
        shard_configuration = ShardConfiguration(
            kind=found.kind,
            root=found.root,
            run=run,
            language=language,
            given=_fixed(request.given, configurations, root),
            config=request.config,
        )
        names = sorted(_audit_pages(request, found, shard_configuration))
        if request.run:
            folder.tidy(set(names))

        @cache
        def store() -> "Store":
            from seo_audit.site.joined import opened  # noqa: PLC0415

            shards = list(folder.brought(names, work))
            return stack.enter_context(opened(work, shards, root, accepted))

        report = _report(Asked(request, found, root, config, accepted), folder, names, store)
        if earlier_run is not None:
            findings, gone = earlier.compared(report.findings, earlier_run)
            report = replace(report, findings=findings, gone=gone)
        report = replace(report, outcome=judging.passes(report, config.gate))
        if request.run:
            earlier.write(run, report, language)
        yield Examined(report, config, root, store)


def _report(
    asked: Asked, folder: RunFolder, names: list[str], store: "Callable[[], Store]"
) -> SiteReport:
    """What the rules say of a site: as the run's folder has it where nothing changed, else from all its records."""
    request, found = asked.request, asked.found
    key = ""
    if request.run:
        key = unchanged.key_of(request, found, names, asked.accepted)
        kept = unchanged.read(folder, key, _files(request, found))
        if kept is not None:
            return kept
    from seo_audit.site import joined  # noqa: PLC0415

    files = _files(request, found)
    report = joined.report_of(store(), asked, files)
    if request.run:
        unchanged.keep(folder, key, files, report)
    return report


def _files(request: SiteRequest, found: Found) -> SiteFiles:
    named = (request.sitemap, request.redirects, request.url_map)
    return SiteFiles(found, [path for path in named if path])


def _absolute(run: str) -> str:
    """The folder of a run as workers elsewhere find it."""
    if storage.is_address(run):
        return run
    return os.path.abspath(storage.path_of(run))  # noqa: PTH100  a name, as it is given


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
        name = storage.printable(configuration.run)
        raise OutputError(NOT_WRITABLE, name=name, reason=reason_of(error)) from error


def _done_by(request: SiteRequest, jobs: int) -> Done:
    """Who does the shards: processes of this machine, or the workers of a cluster."""
    if not request.workers:
        return partial(done_here, jobs)
    whole_imports()
    from seo_audit.site.cluster import done_on  # noqa: PLC0415  Dask is an extra of its own, and slow to import

    return partial(done_on, request.workers)
