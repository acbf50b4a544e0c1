"""Where the pages of a site come from: a folder of built HTML, a folder of content, or archives of a crawl."""

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from seo_audit.errors import UNREADABLE, SeoAuditError, SourceError, reason_of
from seo_audit.message import Message
from seo_audit.parsing import SUFFIXES
from seo_audit.site import storage
from seo_audit.site.addresses.references import PAGE_SUFFIXES
from seo_audit.site.pages.record import Member
from seo_audit.site.sources import warc
from seo_audit.site.sources.found import Found
from seo_audit.source import (
    MAXIMUM_BYTES,
    MISSING,
    is_folder,
    is_there,
    printable_name,
    read_bytes,
)

ARCHIVES = (".warc", ".warc.gz")
MARKDOWN = tuple(suffix for suffix, kind in SUFFIXES.items() if kind == "markdown")
LEFT_OUT = frozenset({"node_modules", "__pycache__"})
"""Folders without pages; hidden ones are left out too, but for `.well-known`."""

NO_SITE = Message(
    fr="{name} : ni un dossier de pages ni une archive WARC",
    en="{name}: neither a folder of pages nor a WARC archive",
)
NO_PAGES = Message(
    fr="{name} : aucune page HTML ni Markdown", en="{name}: no HTML or Markdown page"
)
TOO_MANY_FOLDERS = Message(
    fr="{name} : un site à la fois ; donnez un seul dossier, ou des archives WARC",
    en="{name}: one site at a time; give a single folder, or WARC archives",
)


def find(
    arguments: Iterable[str],
    *,
    excluded: Callable[[Path], bool],
    with_digests: bool,
    host: str = "",
) -> Found:
    """The site that the arguments of the command line mean.

    `host` is the one of a crawl to audit, "" for that of most of its pages.

    Raises:
        SourceError: there is none, it cannot be read, or it has no page.
    """
    given = [name for one in arguments for name in _named(one)]
    archives = [one for one in given if one.lower().endswith(ARCHIVES)]
    for one in given:
        if one not in archives and (storage.is_address(one) or not is_folder(one)):
            raise SourceError(NO_SITE, name=storage.printable(one))
    if archives and len(archives) == len(given):
        found = warc.find(archives, host=host)
    elif len(given) != 1:
        raise SourceError(TOO_MANY_FOLDERS, name=storage.printable(given[-1]))
    else:
        found = _folder(given[0], excluded, with_digests)
    if not found.members:
        raise SourceError(NO_PAGES, name=storage.printable(given[0]))
    return found


def _named(argument: str) -> list[str]:
    """What an argument names: itself, or the archives that an address with `*` stands for."""
    if storage.is_address(argument):
        found = storage.expanded(argument)
        if not found:
            raise SourceError(MISSING, name=storage.printable(argument))
        return found
    path = storage.path_of(argument)
    if not is_there(path):
        raise SourceError(MISSING, name=printable_name(path))
    return [path]


def _folder(argument: str, excluded: Callable[[Path], bool], with_digests: bool) -> Found:
    root = os.path.abspath(argument)  # noqa: PTH100  a name that need not be a path of this system
    entries = {one.path: one for one in _walk(root, excluded)}
    pages = [path for path in entries if path.lower().endswith(PAGE_SUFFIXES)]
    sources = [path for path in entries if path.lower().endswith(MARKDOWN)]
    has_index = any(path in entries for path in ("index.html", "index.htm"))
    is_built = has_index or len(pages) > len(sources)
    found = Found("built" if is_built else "content", root, printable_name(argument))
    wanted = PAGE_SUFFIXES if is_built else (*MARKDOWN, *PAGE_SUFFIXES)
    for path, entry in sorted(entries.items()):
        if path.lower().endswith(wanted):
            digest = _digest(Path(root, path)) if with_digests else ""
            found.members.append(Member(path, digest=digest, links_only=entry.excluded))
        else:
            found.files[path] = entry.size
    return found


class _File(Struct, frozen=True):
    path: str
    size: int
    excluded: bool


def _walk(root: str, excluded: Callable[[Path], bool]) -> Iterator[_File]:
    """Files below a folder; links to folders are not followed, nor links that lead out of it."""
    real = os.path.realpath(root)
    stack = [("", root, False)]
    while stack:
        prefix, folder, is_out = stack.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if not prefix:
                name = printable_name(root)
                raise SourceError(UNREADABLE, name=name, reason=reason_of(error)) from error
            continue
        for entry in found:
            name = printable_name(entry.name)
            if (name.startswith(".") and name != ".well-known") or name in LEFT_OUT:
                continue
            out = is_out or excluded(Path(entry.path))
            if entry.is_dir(follow_symlinks=False):
                stack.append((f"{prefix}{name}/", entry.path, out))
            elif (size := _size(entry, real)) is not None:
                yield _File(prefix + name, size, out)


def _size(entry: "os.DirEntry[str]", root: str) -> int | None:
    """Bytes of a file; None for what is none, or leads out of the folder."""
    try:
        if not entry.is_file():
            return None
        if entry.is_symlink() and not os.path.realpath(entry.path).startswith(root + os.sep):
            return None
        return entry.stat().st_size
    except OSError:
        return None


def _digest(path: Path) -> str:
    try:
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return "unreadable"


def content_of(
    members: Iterable[Member], root: str
) -> Iterator[tuple[Member, bytes | SeoAuditError]]:
    """The bytes of pages, one after the other; an error for one that cannot be read."""
    crawled: list[Member] = []
    for member in members:
        if member.file:
            crawled.append(member)
            continue
        try:
            yield member, read_bytes(Path(root, member.path), member.path, MAXIMUM_BYTES)
        except SeoAuditError as error:
            yield member, error
    if crawled:
        yield from warc.contents(crawled)
