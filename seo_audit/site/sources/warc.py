"""Archives of a crawl (WARC): its pages, redirects and errors. The only module with fastwarc.

An archive is read once from front to back to learn what it holds; then each page is read again where its record begins.
What is broken or cut off is passed over: what stands before it counts.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from urllib.parse import urljoin

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from msgspec import Struct

from seo_audit.errors import UNREADABLE, SeoAuditError, SourceError, reason_of
from seo_audit.message import Message, Statement, Value
from seo_audit.site.addresses.references import Reference, take_apart
from seo_audit.site.pages.record import Member
from seo_audit.site.sources.found import Answer, Found
from seo_audit.source import MAXIMUM_BYTES, printable_name

OTHER_HOSTS = Message(
    fr="{count:# autre site|# autres sites} dans l’archive, laissés de côté : {hosts} (--host en choisit un)",
    en="{count:# other site|# other sites} in the archive, left out: {hosts} (--host chooses one)",
)
CUT_OFF = Message(
    fr="{name} : archive abîmée ou tronquée, lue jusqu’à {count:# réponse|# réponses}",
    en="{name}: damaged or truncated archive, read up to {count:# response|# responses}",
)
LOST = Message(fr="{name} : sa réponse ne se lit plus", en="{name}: its response cannot be read")
SHOWN = 5

OK = 200
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = ("text/html", "application/xhtml+xml")
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


def find(archives: list[str], *, host: str) -> Found:
    """What archives hold of one site: that of most of their pages, or `host`.

    Raises:
        SourceError: an archive cannot be opened.
    """
    found = Found("crawl", "", printable_name(archives[0]))
    told: dict[tuple[str, str], _Told] = {}
    texts: dict[str, dict[str, bytes]] = {}
    for archive in archives:
        digests: dict[str, _Told] = {}
        count = 0
        try:
            for record in _records(archive):
                count += 1
                _take(record, archive, told, digests, texts)
        except (OSError, ValueError) as error:
            if not count:
                name = printable_name(archive)
                reason = reason_of(error) or type(error).__name__
                raise SourceError(UNREADABLE, name=name, reason=reason) from error
            values: dict[str, Value] = {"name": printable_name(archive), "count": count}
            found.notes.append(Statement(CUT_OFF, values))
    hosts = Counter(one.reference.host for one in told.values() if one.is_html and one.status == OK)
    wanted = host.lower().removeprefix("www.")
    if not wanted and hosts:
        wanted = min(hosts, key=lambda name: (-hosts[name], name))
        others = sorted(name for name in hosts if name != wanted)
        if others:
            shown = ", ".join(others[:SHOWN]) + ("…" if len(others) > SHOWN else "")
            found.notes.append(Statement(OTHER_HOSTS, {"count": len(others), "hosts": shown}))
    found.host = wanted
    found.texts = texts.get(wanted, {})
    for one in told.values():
        if one.reference.host == wanted:
            _sort(one, found)
    found.members.sort(key=lambda member: (member.file, member.offset, member.path))
    return found


def _records(archive: str) -> Iterator[WarcRecord]:
    with open(archive, "rb") as stream:  # noqa: PTH123  a stream: names of files might be taken for addresses
        kinds = WarcRecordType.response | WarcRecordType.revisit
        yield from ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all")


def _take(
    record: WarcRecord,
    archive: str,
    told: dict[tuple[str, str], _Told],
    digests: dict[str, _Told],
    texts: dict[str, dict[str, bytes]],
) -> None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    reference = take_apart(url, "")
    http = record.http_headers
    if reference is None or not reference.host or http is None:
        return
    status = http.status_code or 0
    digest = record.headers.get("WARC-Payload-Digest") or ""
    before = digests.get(digest)
    if record.record_type == WarcRecordType.revisit:
        if before:  # the same bytes as before, perhaps at another address
            told[reference.host, _name(reference)] = _Told(
                reference, url, before.file, before.offset, before.status, "", before.is_html
            )
        return
    kind = (record.http_content_type or "").lower()
    location = (http.get("Location") or "") if status in REDIRECTS else ""
    if location and _is_same(reference, _led_to(url, location)):
        return  # from http:// or to www.: for us it is one address, and its page is what counts
    one = _Told(
        reference, url, archive, record.stream_pos, status, location, kind in _HTML or not kind
    )
    told[reference.host, _name(reference)] = one
    if digest:
        digests.setdefault(digest, one)
    if status == OK and (reference.path == "/robots.txt" or "sitemap" in reference.path):
        content = record.reader.read(_KEPT)
        texts.setdefault(reference.host, {})[reference.path.lstrip("/")] = content


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


def _sort(one: _Told, found: Found) -> None:
    name = _name(one.reference)
    if one.status == OK and one.is_html:
        state = os.stat(one.file)  # noqa: PTH116  as it was given
        digest = f"{state.st_size} {state.st_mtime_ns}"
        place = os.path.abspath(one.file)  # noqa: PTH100  where workers find it
        found.members.append(Member(name, place, one.offset, name, digest))
    else:
        found.answers.append(Answer(one.url, one.status, _led_to(one.url, one.location)))


def contents(members: Iterable[Member]) -> Iterator[tuple[Member, bytes | SeoAuditError]]:
    """The bytes of pages in archives, as a browser gets them: chunks joined, compression undone."""
    stream: BinaryIO | None = None
    name = ""
    try:
        for member in members:
            try:
                if stream is None or name != member.file:
                    if stream:
                        stream.close()
                    name, stream = member.file, open(member.file, "rb")  # noqa: PTH123, SIM115  as above; closed below
                yield member, _payload(stream, member)
            except (OSError, ValueError, StopIteration):
                yield member, SourceError(LOST, name=member.path)
    finally:
        if stream:
            stream.close()


def _payload(stream: BinaryIO, member: Member) -> bytes:
    stream.seek(member.offset)
    archive = ArchiveIterator(stream, parse_http=True, auto_decode="all")
    content = next(archive).reader.read(MAXIMUM_BYTES)
    assert isinstance(content, bytes)
    return content
