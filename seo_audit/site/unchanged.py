"""The report that a run left, used again by a later one while nothing that it rests on has changed.

That is: the tool itself, the pages and the configuration (both in the shards' names), what the command line says, and
what is around the pages. Files beside the pages (robots.txt, sitemaps, redirects) stand in it with a digest each, and
are read again. What is corrupt, foreign or of another version is passed over; what cannot be kept is no error.
"""

import contextlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from seo_audit.errors import SeoAuditError
from seo_audit.judging.baseline import Baseline
from seo_audit.message import Message, Statement
from seo_audit.rule import Evidence, Fault, Severity, SiteFinding, Spot
from seo_audit.rule_support.site.packed import packed
from seo_audit.runner.cache import identity
from seo_audit.site.findings import Findings, Found
from seo_audit.site.request import SiteRequest
from seo_audit.site.run_folder import RunFolder
from seo_audit.site.site_report import Kind, PageLine, RuleCount, SiteReport, Skipped
from seo_audit.site.sources import found as sources
from seo_audit.site.sources.site_files import SiteFiles

FILE = "report.msgpack"
BLOCK = 256
"""Findings, or places of one, that are compressed together: of a million, no two copies are in memory."""
LARGEST = 64 * 1024 * 1024
"""Bytes of such a block at most, when it is read."""

Item = TypeVar("Item")


class _Finding(Struct, array_like=True, frozen=True):
    """A finding as it is kept: what its sentences are filled with comes back as plain data.

    Places that are many lie in `more`, by the block.
    """

    rule: str
    severity: Severity
    evidence: Evidence | None
    fingerprint: str
    fault: Fault
    spots: tuple[Spot, ...]
    values: dict[str, Any]
    about: str
    target: str | None
    own_severity: Severity | None
    more: tuple[bytes, ...] = ()


class _Kept(Struct, array_like=True, frozen=True):
    key: str
    files: dict[str, str]
    name: str
    kind: Kind
    url: str | None
    findings: tuple[bytes, ...]
    pages: tuple[PageLine, ...]
    skipped: tuple[Skipped, ...]
    articles: dict[str, RuleCount]
    broken: dict[str, str]
    notes: tuple[str, ...]


def key_of(
    request: SiteRequest, found: sources.Found, names: Iterable[str], accepted: Baseline | None
) -> str:
    """A digest of all that a report rests on but the files beside the pages.

    `names` are those of the shards, which say what the pages and the configuration are.
    """
    known = accepted and (str(accepted.folder), sorted(_sorted(accepted)))
    said = (request.url, request.sitemap, request.redirects, request.url_map, request.host)
    around = (found.kind, found.root, found.name, found.host, sorted(found.files.items()))
    told = (sorted(map(repr, found.answers)), sorted(_digests(found.texts)), found.notes)
    digest = blake2b(digest_size=16)
    for part in (*identity(), sorted(names), known, said, around, told):
        text = repr(part).encode("utf-8", "surrogatepass")
        digest.update(len(text).to_bytes(8, "big") + text)
    return digest.hexdigest()


def _sorted(accepted: Baseline) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    return ((path, sorted(own)) for path, own in accepted.articles.items())


def _digests(texts: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    return ((path, blake2b(text, digest_size=16).hexdigest()) for path, text in texts.items())


def read(run: RunFolder, key: str, files: SiteFiles) -> SiteReport | None:
    """The report that a run left under a key; None where there is none, or where a file has changed since."""
    try:
        kept = msgspec.msgpack.decode(run.read(FILE), type=_Kept)
        if kept.key != key:
            return None
        for path in kept.files:
            files.read(path)
        return _report(kept) if files.digests == kept.files else None
    except (
        OSError,
        SeoAuditError,
        ValueError,
        TypeError,
        KeyError,
        RecursionError,
        zlib.error,
    ):
        return None


def keep(run: RunFolder, key: str, files: SiteFiles, report: SiteReport) -> None:
    """Keep a report in the folder of its run."""
    with contextlib.suppress(OSError, SeoAuditError):
        run.remove(FILE)
        try:
            findings = tuple(_blocks(report.findings))
        except (TypeError, ValueError):
            return  # a rule's finding holds what cannot be written, or comes back as something else
        kept = _Kept(
            key,
            dict(files.digests),
            report.name,
            report.kind,
            report.url,
            findings,
            report.pages,
            report.skipped,
            dict(report.articles),
            dict(report.broken),
            report.notes,
        )
        run.write(FILE, msgspec.msgpack.encode(kept))


def _blocks(findings: Iterable[Found]) -> Iterator[bytes]:
    """Findings as they are kept. ValueError where one does not come back as it was."""
    for block in _cut(findings):
        written = _written(tuple(map(_frozen, block)))
        if tuple(map(_thawed, _read(written, tuple[_Finding, ...]))) != block:
            raise ValueError
        yield written


def _cut(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while block := tuple(islice(rest, BLOCK)):
        yield block


def _written(block: tuple[Any, ...]) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(block), 1)


def _read(block: bytes, kind: type[Item]) -> Item:
    reader = zlib.decompressobj()
    content = reader.decompress(block, LARGEST)
    if not reader.eof:
        raise ValueError
    return msgspec.msgpack.decode(content, type=kind)


def _report(kept: _Kept) -> SiteReport:
    return SiteReport(
        name=kept.name,
        kind=kept.kind,
        url=kept.url,
        findings=Findings.of(
            _thawed(one) for block in kept.findings for one in _read(block, tuple[_Finding, ...])
        ),
        pages=kept.pages,
        skipped=kept.skipped,
        articles=kept.articles,
        broken=kept.broken,
        notes=kept.notes,
    )


def _frozen(found: Found) -> _Finding:
    one = found.finding
    many = len(one.spots) > BLOCK
    return _Finding(
        found.rule,
        found.severity,
        found.evidence,
        found.fingerprint,
        one.fault,
        () if many else tuple(one.spots),
        dict(one.values),
        one.about,
        one.target,
        one.severity,
        tuple(map(_written, _cut(one.spots))) if many else (),
    )


def _thawed(one: _Finding) -> Found:
    values = {name: _value(value) for name, value in one.values.items()}
    more = (spot for block in one.more for spot in _read(block, tuple[Spot, ...]))
    spots = packed(more) if one.more else one.spots
    finding = SiteFinding(one.fault, spots, values, one.about, one.target, one.own_severity)
    return Found(one.rule, one.severity, one.evidence, finding, one.fingerprint)


def _value(data: Any) -> Any:
    """What fills a sentence: a text, a number, a message, a statement."""
    if not isinstance(data, dict):
        return data
    if "message" not in data:
        return Message(**data)
    values = {name: _value(value) for name, value in data["values"].items()}
    return Statement(Message(**data["message"]), values)
