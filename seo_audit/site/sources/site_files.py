"""Files of a site besides its pages, read by their paths; and what was read, to tell whether it is still the same."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from seo_audit.errors import SeoAuditError
from seo_audit.site.sources.found import Found
from seo_audit.source import MAXIMUM_BYTES, read_bytes

ABSENT = ""
"""Stands for the digest of a file that is not there, or cannot be read."""


class SiteFiles:
    """Files of the site by their paths; and those that the command line names, by absolute ones, wherever they lie."""

    def __init__(self, found: Found, named: Iterable[Path]) -> None:
        self._root = Path(found.root) if found.root else None
        self._texts = found.texts
        self._named = frozenset(str(path.absolute()) for path in named)
        self._read: dict[str, str] = {}
        for path in sorted(self._named):
            self.read(path)

    @property
    def digests(self) -> Mapping[str, str]:
        """A digest of each file that was asked for, by the path it was asked by; `ABSENT` where there was none.

        Of a file that changed meanwhile it is the first: whoever compares must not take it for the same.
        """
        return self._read

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, None where there is none that can be read."""
        content = self._content(path)
        digest = ABSENT if content is None else blake2b(content, digest_size=16).hexdigest()
        self._read.setdefault(path, digest)
        return content

    def _content(self, path: str) -> bytes | None:
        if self._root is None and path not in self._named:
            return self._texts.get(path)
        place = Path(path) if self._root is None else self._root / path
        # a sitemap may name any path; what lies outside the site is read only where the command line says so
        if path not in self._named and not _is_within(place, self._root):
            return None
        try:
            return read_bytes(place, path, 10 * MAXIMUM_BYTES)
        except SeoAuditError:
            return None


def _is_within(place: Path, root: Path | None) -> bool:
    if root is None or "\0" in str(place):
        return False
    return place.resolve().is_relative_to(root.resolve())
