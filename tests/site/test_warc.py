"""Crawls: what an archive holds of one site, whatever state it is in."""

import gzip
from pathlib import Path

import pytest
from site_samples import of, page, record, report_of

from seo_audit.errors import SourceError

HOST = "https://exemple.fr"


HOME = page(
    '<a href="/a/">la page a</a> <a href="/parti/">parti</a> <a href="/vieux">vieux</a> <a href="/jamais/">jamais vu</a>'
    '<a href="/liste?page=2">la suite</a>',
    title="Accueil",
).encode()
A = page("<p>La page a.</p>", title="La page a").encode()


def pages() -> list[bytes]:
    return [
        record(f"{HOST}/", HOME),
        record(f"{HOST}/a/", A),
        record(f"{HOST}/parti/", b"<title>Non</title>", "404 Not Found"),
        record(f"{HOST}/vieux", b"", "301 Moved Permanently", "Location: /a/\r\n"),
        record(f"{HOST}/liste", page("<p>Liste.</p>", title="Liste").encode()),
        record(f"{HOST}/liste?page=2", page("<p>Suite.</p>", title="Liste, suite").encode()),
        record("https://cdn.example/x", A),
    ]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_redirects_and_errors(tmp_path: Path, name: str) -> None:
    packed = (lambda one: gzip.compress(one, mtime=0)) if name.endswith("gz") else bytes
    (tmp_path / name).write_bytes(b"".join(packed(one) for one in pages()))
    report = report_of(tmp_path / name)
    assert report.url == f"{HOST}/"
    assert [one.url for one in report.pages] == ["/", "/a/", "/liste", "/liste%3Fpage=2"]
    assert [found.finding.target for found in of(report, "broken-link")] == ["/parti/"]
    assert [found.finding.target for found in of(report, "link-to-redirect")] == ["/vieux"]
    assert next(one for one in report.pages if "page=2" in one.path).links_in == 1
    assert "cdn.example" in report.notes[0]


def test_the_last_answer_counts_and_repeats_are_read(tmp_path: Path) -> None:
    digest = "WARC-Payload-Digest: sha1:ABC\r\n"
    content = (
        record(f"{HOST}/", page("<p>Avant.</p>", title="Avant").encode())
        + record(f"{HOST}/", HOME)
        + record(f"{HOST}/a/", A, warc=digest)
        + record(f"{HOST}/b/", b"", kind="revisit", warc=digest)
    )
    (tmp_path / "c.warc").write_bytes(content)
    report = report_of(tmp_path / "c.warc")
    assert {one.url: one.title for one in report.pages} == {
        "/": "Accueil",
        "/a/": "La page a",
        "/b/": "La page a",
    }


def test_compressed_and_chunked_bodies(tmp_path: Path) -> None:
    packed = gzip.compress(A, mtime=0)
    chunks = (
        b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (A[:40], A[40:]))
        + b"0\r\n\r\n"
    )
    content = record(f"{HOST}/", packed, head="Content-Encoding: gzip\r\n") + record(
        f"{HOST}/b/", chunks, head="Transfer-Encoding: chunked\r\n"
    )
    (tmp_path / "c.warc").write_bytes(content)
    assert [one.title for one in report_of(tmp_path / "c.warc").pages] == ["La page a"] * 2


def test_a_truncated_archive_counts_up_to_there(tmp_path: Path) -> None:
    content = b"".join(gzip.compress(one, mtime=0) for one in pages()[:2])
    (tmp_path / "c.warc.gz").write_bytes(content[:-30])
    report = report_of(tmp_path / "c.warc.gz")
    assert "/" in [one.url for one in report.pages]


@pytest.mark.parametrize("content", [b"", b"pas une archive", gzip.compress(b"rien", mtime=0)])
def test_what_is_no_archive_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "c.warc").write_bytes(content)
    with pytest.raises(SourceError):
        report_of(tmp_path / "c.warc")


def test_an_answer_that_only_adds_a_scheme_or_www_takes_no_page_away(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(
        record(f"{HOST}/", HOME)
        + record(f"{HOST}/a/", A)
        + record("http://exemple.fr/a/", b"", "301 Moved", f"Location: {HOST}/a/\r\n")
        + record(f"{HOST}/", b"", "302 Found", "Location: //www.exemple.fr/\r\n")
    )
    assert [one.url for one in report_of(tmp_path / "a.warc").pages] == ["/", "/a/"]


def test_a_redirect_to_what_is_no_address_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(
        record(f"{HOST}/vieux", b"", "301 Moved", "Location: //[/\r\n")
        + record(f"{HOST}/", HOME)
        + record(f"{HOST}/a/", A)
    )
    report = report_of(tmp_path / "a.warc")
    assert [one.url for one in report.pages] == ["/", "/a/"]
    assert not report.broken
