"""The Python interface to a site: audit it, get its report."""

from collections.abc import Iterable
from pathlib import Path

from seo_audit.config.config import Config
from seo_audit.site.site_report import SiteReport


def audit(
    sources: Path | str | Iterable[Path | str],
    config: Config | None = None,
    *,
    url: str | None = None,
    jobs: int = 1,
    run: Path | str | None = None,
) -> SiteReport:
    """Audit the site that lies in a folder, or in archives of a crawl.

    Args:
        sources: a folder of built HTML or of Markdown, or WARC files.
        config: what to audit with; configuration files are not read.
        url: the address of the folder's root; else it is taken from what the pages say.
        jobs: how many processes audit pages.
        run: a folder in which what is kept of pages stays: a later run of the same pages goes on from it. A text may be
            an address that fsspec understands, as may archives among the sources.

    Raises:
        SourceError: there is no site, or it cannot be read.
        ConfigError: the configuration, or the address, is not understood.
        OutputError: the run's folder cannot be written.
    """
    from seo_audit.site.job import examined  # noqa: PLC0415  needs the extra `site`
    from seo_audit.site.request import SiteRequest  # noqa: PLC0415

    given = [sources] if isinstance(sources, Path | str) else list(sources)
    request = SiteRequest(
        tuple(map(str, given)),
        config=config or Config(),
        url=url,
        jobs=jobs,
        run=run,
    )
    with examined(request) as found:
        return found.report
