"""What the pages of a site are audited with, as data that travels between processes and machines."""

import os
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field

from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations, Given
from seo_audit.message import Language
from seo_audit.site.site_report import Kind
from seo_audit.version import __version__

RECORDS = 2
"""Rises whenever what is kept of a page changes: shards of before are made again."""


class ShardConfiguration(Struct, frozen=True):
    """What a shard is audited with. Data only: it travels between processes and machines.

    `root` is the site's folder, "" for crawl archives; `run` the folder that shards are written to. The configuration
    is either one for all pages, or what configuration files and options say, looked up for each page.
    """

    kind: Kind
    root: str
    run: str
    language: Language = "fr"
    given: Given = field(default_factory=Given)
    config: Config | None = None
    version: str = __version__

    @property
    def fingerprint(self) -> str:
        """What tells two configurations apart; the day of the audit is no part of it."""
        if self.config is not None:
            fields = {n: getattr(self.config, n) for n in self.config.__struct_fields__}
            said: object = sorted((n, repr(value)) for n, value in fields.items() if n != "today")
        else:
            said = Configurations(self.given).fingerprint(Path(self.root or ".").absolute() / "x")
            # a brief names texts that may change: nothing made with one is used again
            said = said or os.urandom(16)
        return digest(repr((RECORDS, self.version, self.kind, self.language, said)))


def digest(text: str) -> str:
    """A name for what a text says."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
