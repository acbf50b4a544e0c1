"""What `seo-audit site` does, once its options are read."""

import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_audit import plugins
from seo_audit.cli import actions, texts
from seo_audit.cli.options import UsageError
from seo_audit.errors import SeoAuditError
from seo_audit.judging import baseline
from seo_audit.runner.exit_status import FAILED, PASSED, WRONG
from seo_audit.runner.report_files import Files, Output, check_writable, to_standard_output
from seo_audit.runner.run import Progress
from seo_audit.source import is_there

if TYPE_CHECKING:
    from seo_audit.site.job import Examined

LIBRARIES = ("duckdb", "numpy", "fastwarc", "xlsxwriter")
"""What the extra `site` brings."""


def audit(sources: Sequence[str], **options: Any) -> int:
    """Audit a site and write its reports; the exit status.

    Raises:
        SeoAuditError: an option, a source or an output is wrong; then no report was written.
    """
    missing = next((name for name in LIBRARIES if find_spec(name) is None), None)
    if missing:
        raise UsageError(texts.NO_EXTRA, command="seo-audit site", extra="site", reason=missing)
    if options["workers"] and find_spec("distributed") is None:
        raise UsageError(
            texts.NO_EXTRA,
            command="seo-audit site --workers",
            extra="cluster",
            reason="distributed",
        )
    from seo_audit.site.job import examined
    from seo_audit.site.request import SiteRequest

    reports = actions.outputs(options["format"], options["output"], site=True)
    noted = actions.optional_path(options["write_baseline"])
    for path in (*(one.path for one in reports), noted):
        if path:
            check_writable(path)
    progress = Progress(0)
    shows = not options["quiet"] and actions.is_terminal(sys.stderr)

    def step(done: int, total: int) -> None:
        nonlocal progress
        if shows and not progress.total:
            progress = Progress(total)
        progress.reach(done, "")

    request = SiteRequest(
        tuple(sources),
        given=actions.given(options),
        language=options["lang"],
        url=options["url"],
        sitemap=actions.optional_path(options["sitemap"]),
        redirects=actions.optional_path(options["redirects"]),
        url_map=actions.optional_path(options["url_map"]),
        host=options["host"] or "",
        run=options["run"],
        compare=options["compare"],
        jobs=options["jobs"],
        workers=options["workers"] or "",
        baseline=actions.optional_path(options["baseline"]),
        step=step,
    )
    with examined(request) as found:
        progress.clear()
        _write(found, reports, noted, options)
        return _status(found, options, noted)


def _status(found: "Examined", options: Mapping[str, Any], noted: Path | None) -> int:
    report, language = found.report, found.config.language
    if not options["quiet"]:
        for note in report.notes:
            actions.say(note)
    for one in report.unreadable[:MOST_SAID]:
        actions.say(one.error)
    if report.unreadable or report.broken:
        return WRONG
    if options["exit_zero"] or noted:
        return PASSED
    assert language
    return PASSED if report.outcome.passed else FAILED


MOST_SAID = 20
"""Pages that cannot be read are said one by one up to this many; the report has them all."""


def _write(
    found: "Examined", reports: Sequence[Output], noted: Path | None, options: Mapping[str, Any]
) -> None:
    from seo_audit.site.site_report import SiteView

    def view(one: Output) -> SiteView:
        return SiteView(
            rules=plugins.KnownRules(),
            language=found.config.language,
            color=one.path is None and actions.wants_color(options["color"]),
            width=actions.width() if one.path is None else 80,
            verbose=options["verbose"],
            quiet=options["quiet"],
            details=found.details,
        )

    rendered = [
        (one, plugins.site_report(one.format).render(found.report, view(one))) for one in reports
    ]
    with Files() as files:
        for one, chunks in rendered:
            if one.path:
                files.write(one.path, chunks)
        if noted:
            files.write(noted, [_noted(found, noted)])
        files.replace()
    for one, chunks in rendered:
        if not one.path:
            to_standard_output(chunks)


def _noted(found: "Examined", path: Path) -> str:
    """The text of a baseline; what it said of other files stays."""
    folder = path.parent.absolute()
    kept: dict[str, Any] = {}
    if is_there(path):
        try:
            kept = dict(baseline.read(path).articles)
        except SeoAuditError:
            kept = {}  # it is to be written anew
    kept |= {baseline.key(one, folder): own for one, own in found.accepted().items()}
    return baseline.text(kept)
