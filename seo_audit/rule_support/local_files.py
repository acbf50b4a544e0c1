"""Which file of the disk an address of an article means, and whether it is missing for sure.

Much that is no file is no fault: a generator's permalinks, a page saved alone from a site. So a file
counts as missing only where something shows that its neighbours would be here: the folder is that of
the article itself, or another relative address of the article leads to a file, or the root is known.
"""

import os
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from seo_audit.analysis.look_ups import Disk
from seo_audit.brief.target import Target
from seo_audit.document import Document
from seo_audit.rule_support.addresses import resolve
from seo_audit.rule_support.templates import is_template

INDEXES = ("index.html", "index.htm", "index.md", "_index.md", "README.md")
"""Files that answer for a folder."""

PAGES = (".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml")
"""Endings of pages; an address may leave them out."""


_STATIC = ("public", "static")
"""Folders of files that Astro, VitePress, Hugo, Docusaurus and Next put at the root of a site."""
_ABOVE = 4
"""Folders above a missing file that are asked for one."""


class Address(Struct, frozen=True):
    """A relative address taken apart, percent-encoding undone."""

    path: str
    fragment: str

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in lower case, with its dot; empty when it has none."""
        return os.path.splitext(self.path)[1].lower()  # noqa: PTH122  text, not a path of this system


def relative_address(href: str) -> Address | None:
    """The parts of a relative address; None for one with a scheme or host, or one we cannot read or know."""
    if is_template(href):
        return None
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or "\\" in path or "\0" in path:
        return None
    return Address(path, unquote(parts.fragment))


class LocalFiles:
    """The files around one article."""

    def __init__(self, document: Document, target: Target, disk: Disk) -> None:
        self.document = document
        self.target = target
        self.disk = disk

    def address(self, href: str) -> Address | None:
        """The parts of an address that is relative, seen from the page's `<base>`; None for another."""
        return relative_address(resolve(self.document, href))

    def path_of(self, address: Address) -> Path | None:
        """Where a file would lie; None when nobody can tell (no file audited, no root known)."""
        own = self.document.source.path
        if not address.path:
            return own
        if address.path.startswith("/"):
            if self.target.root is None:
                return None
            return _joined(self.target.root, address.path.lstrip("/"))
        return _joined(own.parent, address.path) if own else None

    def find(self, address: Address) -> Path | None:
        """The file an address means: as it stands, with a page's ending, or a folder's index."""
        path = self.path_of(address)
        if path is None:
            return None
        if self.disk.is_file(path):
            return path
        if (shared := self._in_own_folder(address) or self._in_static_folder(path)) is not None:
            return shared
        if self.disk.is_folder(path):
            return next((path / name for name in INDEXES if self.disk.is_file(path / name)), path)
        if not address.suffix:
            near = (path.with_name(path.name + suffix) for suffix in PAGES)
            return next((one for one in near if path.name and self.disk.is_file(one)), None)
        return None

    def _in_own_folder(self, address: Address) -> Path | None:
        """The file in the folder called as the article, whose files Hexo puts beside its page.

        Where the page is a folder’s index, `../` leads from there to what stands beside the article: an image, no page.
        """
        own = self.document.source.path
        if own is None or self.document.format != "markdown" or address.path.startswith("/"):
            return None
        if address.path.startswith(".") and address.suffix in (*PAGES, ""):
            return None
        path = _joined(own.with_suffix(""), address.path)
        return path if path is not None and self.disk.is_file(path) else None

    def _in_static_folder(self, path: Path) -> Path | None:
        """The file in a folder whose files a generator puts at the root of the site, where a Markdown file’s address means that root."""
        if self.document.format != "markdown" or not path.suffix or path.suffix in PAGES:
            return None
        for above in list(path.parents)[:_ABOVE]:
            for name in _STATIC:
                inner = above / name / path.relative_to(above)
                if self.disk.is_file(inner):
                    return inner
        return None

    def is_missing(self, address: Address) -> bool:
        """Whether a file is missing for sure."""
        path = self.path_of(address)
        if path is None or not address.suffix or self.find(address):
            return False
        if self.target.root is not None:
            return True
        own = self.document.source.path
        if own is None or self._is_saved_page:
            return self._has_neighbours
        return self.disk.is_folder(path.parent) or self._has_neighbours

    @cached_property
    def _is_saved_page(self) -> bool:
        """Whether the page names an address of its own on the web: its neighbours may be only there."""
        head = self.document.head
        return head is not None and any("//" in address.value for address in head.addresses)

    @cached_property
    def _has_neighbours(self) -> bool:
        """Whether any relative address of the article leads to a file."""
        named = (
            *(link.href.value for link in self.document.links),
            *(image.src.value for image in self.document.images),
        )
        return any(
            address is not None and address.path and address.suffix and self.find(address)
            for address in map(self.address, named)
        )


def _joined(folder: Path, path: str) -> Path | None:
    try:
        return Path(os.path.normpath(folder / path))
    except ValueError:
        return None
