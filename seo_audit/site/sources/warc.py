"""Archives of a crawl (WARC): its pages, redirects and errors. The only module with fastwarc.

An archive is read once from front to back to learn what it holds; then each page is read again where its record begins.
What is broken or cut off is passed over: what stands before it counts.
"""

import codecs
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, partial
from io import BytesIO
from itertools import groupby
from typing import BinaryIO
from urllib.parse import urljoin

from fastwarc.stream_io import BrotliReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.errors import UNREADABLE, SeoAuditError, SourceError, reason_of
from seo_audit.lazy import regex
from seo_audit.message import Message, Statement, Value
from seo_audit.site import storage
from seo_audit.site.addresses.references import Reference, take_apart
from seo_audit.site.pages.record import Member
from seo_audit.site.sources.found import Answer, Found
from seo_audit.source import MAXIMUM_BYTES, TOO_LARGE, decode, encoding_of

OTHER_HOSTS = Message(
    fr="{count:# autre site|# autres sites} dans l’archive, laissés de côté : {hosts} (--host en choisit un)",
    en="{count:# other site|# other sites} in the archive, left out: {hosts} (--host chooses one)",
)
NO_HOST = Message(
    fr="{name} : aucune page de {host} (--host) ; il y en a de : {hosts}",
    en="{name}: no page of {host} (--host); there are some of: {hosts}",
)
CUT_OFF = Message(
    fr="{name} : archive abîmée ou tronquée, lue jusqu’à {count:# réponse|# réponses}",
    en="{name}: damaged or truncated archive, read up to {count:# response|# responses}",
)
LOST = Message(fr="{name} : sa réponse ne se lit plus", en="{name}: its response cannot be read")
SHOWN = 5

OK = 200
_UNTOLD = (0, 304)
"""Statuses of a repeat that do not say what the page’s is: none, and “not modified”."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = ("text/html", "application/xhtml+xml")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What begins a text whose encoding is known by that."""
_KEPT = 20_000_000
"""Bytes of robots.txt and sitemaps that are kept."""


class _Told(Struct):
    """What a crawl was told at an address, the last time it asked."""

    reference: Reference
    url: str
    file: str
    offset: int
    status: int
    location: str
    is_html: bool


class _DamagedError(ValueError):
    """A body that cannot be read. The archive can."""


class _Crawl(Struct):
    """What archives say, as far as they have been read."""

    told: dict[tuple[str, str], _Told] = field(default_factory=dict)
    """By host, and path with query."""
    digests: dict[str, _Told] = field(default_factory=dict)
    """The first answer with these bytes."""
    texts: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """By host: robots.txt and sitemaps, by their paths."""


def find(archives: list[str], *, host: str) -> Found:
    """What archives hold of one site: that of most of their pages, or `host`.

    Raises:
        SourceError: an archive cannot be opened.
    """
    found = Found("crawl", "", storage.printable(archives[0]))
    crawl = _Crawl()
    for archive in archives:
        found.notes += _read(archive, crawl)
    told, texts = crawl.told, crawl.texts
    hosts = Counter(one.reference.host for one in told.values() if one.is_html and one.status == OK)
    wanted = host.lower().removeprefix("www.")
    if not wanted and hosts:
        wanted = min(hosts, key=lambda name: (-hosts[name], name))
        others = sorted(name for name in hosts if name != wanted)
        if others:
            values: dict[str, Value] = {"count": len(others), "hosts": _shown(others)}
            found.notes.append(Statement(OTHER_HOSTS, values))
    elif wanted and not hosts[wanted]:
        raise SourceError(NO_HOST, name=found.name, host=host, hosts=_shown(sorted(hosts)))
    found.host = wanted
    found.texts = texts.get(wanted, {})
    stamp = cache(_stamp)
    for one in told.values():
        if one.reference.host == wanted:
            _sort(one, found, stamp)
    found.members.sort(key=lambda member: (member.file, member.offset, member.path))
    return found


def _shown(hosts: list[str]) -> str:
    return ", ".join(hosts[:SHOWN]) + ("…" if len(hosts) > SHOWN else "") or "–"


def _read(archive: str, crawl: _Crawl) -> Iterator[Statement]:
    """Read an archive; what is to be said of it."""
    name = storage.printable(archive)
    count, last, is_whole = 0, None, True
    try:
        for record in _records(archive):
            _take(record, archive, crawl)
            count, last = count + 1, record.stream_pos
    except (OSError, ValueError) as error:
        if not count:
            reason = reason_of(error) or type(error).__name__
            raise SourceError(UNREADABLE, name=name, reason=reason) from error
        is_whole = False
    if last is not None and _is_cut(archive, last):
        half = (archive, last)
        crawl.told = {key: one for key, one in crawl.told.items() if (one.file, one.offset) != half}
        count, is_whole = count - 1, False
    if not is_whole:
        values: dict[str, Value] = {"name": name, "count": count}
        yield Statement(CUT_OFF, values)


def _stream(archive: str) -> BinaryIO:
    if storage.is_address(archive):
        return storage.opened(archive)
    return open(archive, "rb")  # noqa: PTH123  a stream: fastwarc might take names of files for addresses


def _stamp(archive: str) -> str:
    """What changes when an archive does."""
    if storage.is_address(archive):
        return storage.stamp(archive)
    state = os.stat(archive)  # noqa: PTH116  as it was given
    return f"{state.st_size} {state.st_mtime_ns}"


def _records(archive: str) -> Iterator[WarcRecord]:
    with _stream(archive) as stream:
        kinds = WarcRecordType.response | WarcRecordType.revisit
        yield from ArchiveIterator(stream, record_types=kinds, parse_http=True)


def _is_cut(archive: str, offset: int) -> bool:
    """Whether the record that begins there ends before it should. The last one is handed out all the same."""
    try:
        with _stream(archive) as stream:
            stream.seek(offset)
            record = next(ArchiveIterator(stream, parse_http=False))
            return bool(record.reader.consume() < record.content_length)
    except (OSError, ValueError, StopIteration):
        return True


def _take(record: WarcRecord, archive: str, crawl: _Crawl) -> None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    reference = take_apart(url, "")
    http = record.http_headers
    is_repeat = record.record_type == WarcRecordType.revisit
    if reference is None or not reference.host or (http is None and not is_repeat):
        return
    status = (http.status_code or 0) if http else 0
    location = (http.get("Location") or "") if http and status in REDIRECTS else ""
    digest = record.headers.get("WARC-Payload-Digest") or ""
    if location and _is_same(reference, _led_to(url, location)):
        return  # from http:// or to www.: for us it is one address, and its page is what counts
    if is_repeat:
        before = crawl.digests.get(digest)
        if before:
            # the same bytes as before, perhaps at another address: what came with them may differ
            crawl.told[reference.host, _name(reference)] = replace(
                before,
                reference=reference,
                url=url,
                status=before.status if status in _UNTOLD else status,
                location=location,
            )
        return
    kind = (record.http_content_type or "").lower()
    one = _Told(
        reference, url, archive, record.stream_pos, status, location, kind in _HTML or not kind
    )
    crawl.told[reference.host, _name(reference)] = one
    if digest:
        crawl.digests.setdefault(digest, one)
    if status == OK and (reference.path == "/robots.txt" or "sitemap" in reference.path):
        with suppress(_DamagedError):
            content = _body(record, _KEPT)
            crawl.texts.setdefault(reference.host, {})[reference.path.lstrip("/")] = content


def _name(reference: Reference) -> str:
    return reference.path + reference.query


def _led_to(url: str, location: str) -> str:
    """The address that a redirect names; "" where it names none."""
    try:
        return urljoin(url, location) if location else ""
    except ValueError:
        return ""


def _is_same(reference: Reference, url: str) -> bool:
    other = take_apart(url, "")
    if other is None:
        return False
    return (other.host, _name(other)) == (reference.host, _name(reference))


def _sort(one: _Told, found: Found, stamp: Callable[[str], str]) -> None:
    name = _name(one.reference)
    if one.status == OK and one.is_html:
        place = one.file
        if not storage.is_address(place):
            place = os.path.abspath(place)  # noqa: PTH100  where workers find it
        found.members.append(Member(name, place, one.offset, name, stamp(one.file)))
    else:
        found.answers.append(Answer(one.url, one.status, _led_to(one.url, one.location)))


def contents(members: Iterable[Member]) -> Iterator[tuple[Member, bytes | SeoAuditError]]:
    """The bytes of pages in archives, as a browser gets them: chunks joined, compression undone.

    Raises:
        SourceError: an archive cannot be opened.
    """
    for file, pages in groupby(members, key=lambda member: member.file):
        with _opened_again(file) as stream:
            for member in pages:
                try:
                    content = _payload(stream, member)
                except (OSError, ValueError, StopIteration):
                    yield member, SourceError(LOST, name=member.path)
                else:
                    yield member, content


def _opened_again(file: str) -> BinaryIO:
    try:
        return _stream(file)
    except OSError as error:
        # it was there a moment ago: not one of its pages is at fault
        name = storage.printable(file)
        raise SourceError(UNREADABLE, name=name, reason=reason_of(error)) from error


def _payload(stream: BinaryIO, member: Member) -> bytes | SourceError:
    stream.seek(member.offset)
    record = next(ArchiveIterator(stream, parse_http=True))
    content = _body(record, MAXIMUM_BYTES + 1)
    if len(content) > MAXIMUM_BYTES:
        return SourceError(TOO_LARGE, name=member.path, limit=MAXIMUM_BYTES)
    return _as_utf_8(content, record.http_charset)


_CODINGS: Mapping[str, Callable[[BinaryIO], WarcReader]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}
_MOST_CODINGS = 4
"""Codings that are undone, one after the other; servers use one or two."""
_CHUNK = regex(rb"([0-9a-f]++)[ \t]*+(?:;[^\n]*+)?\r?\n", re.IGNORECASE)
"""The line before a chunk: its size, and extensions that mean nothing to us (RFC 9112, 7.1.1)."""


def _body(record: WarcRecord, most: int) -> bytes:
    """The body of an answer, chunks joined, compression undone: so many bytes of it at most.

    What is not in the coding that its head names stays as it is: archives keep the head of a body that they decoded,
    and the library would give up there, and lose all pages that follow.

    Raises:
        _DamagedError: it cannot be decompressed, and is no text either.
    """
    http = record.http_headers
    heads = (*http.get_multiple("Content-Encoding"), *http.get_multiple("Transfer-Encoding"))
    codings = [one.strip() for one in ",".join(heads).lower().split(",")]
    # sizes of chunks, and their extensions, take room too
    body = record.reader.read(2 * most)
    for coding in reversed(codings[-_MOST_CODINGS:]):
        if coding == "chunked":
            body = _joined(body)
        elif reader := _CODINGS.get(coding):
            try:
                body = reader(BytesIO(body)).read(most)
            except (OSError, ValueError) as error:
                if not _is_text(body):
                    raise _DamagedError from error
    return body[:most]


def _is_text(body: bytes) -> bool:
    try:
        decode(body)
    except SourceError:
        return False
    return True


def _joined(body: bytes) -> bytes:
    """Chunks joined, up to where they end or are cut off; a body that is not in chunks as it is."""
    parts = []
    at = 0
    while head := _CHUNK.match(body, at):
        at = min(head.end() + int(head[1], 16), len(body))
        parts.append(body[head.end() : at])
        if not parts[-1]:
            break
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return b"".join(parts) if parts else body


def _as_utf_8(content: bytes, label: str | None) -> bytes:
    """Bytes in the encoding that came with them over HTTP, which counts more than what the page says of itself."""
    if not label or content.startswith(_MARKS):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(encoding_of(label), "replace").encode("utf-8")
    return content
