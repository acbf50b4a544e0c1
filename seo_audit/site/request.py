"""What is asked of the audit of a site."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from seo_audit.config.config import Config
from seo_audit.config.nearest import Given
from seo_audit.judging.baseline import Baseline
from seo_audit.message import Language
from seo_audit.site.sources.found import Found

Step = Callable[[int, int], None]
"""Is told how many pages are done, of how many."""


class SiteRequest(Struct, frozen=True):
    """What is asked of the audit of a site. `jobs` None is as many as it gains.

    `run` and `compare` are folders, by their paths or at addresses that fsspec understands; sources may be archives at
    such addresses.
    """

    sources: tuple[str, ...]
    given: Given = field(default_factory=Given)
    config: Config | None = None
    language: Language | None = None
    url: str | None = None
    sitemap: Path | None = None
    redirects: Path | None = None
    url_map: Path | None = None
    host: str = ""
    run: Path | str | None = None
    compare: Path | str | None = None
    jobs: int | None = None
    baseline: Path | None = None
    step: Step = lambda _done, _total: None
    workers: str = ""
    """The address of a Dask scheduler whose workers do the shards; "" for processes of this machine."""


class Asked(Struct, frozen=True):
    """A site whose pages were found, and what it is judged with."""

    request: SiteRequest
    found: Found
    root: Path
    config: Config
    accepted: Baseline | None
