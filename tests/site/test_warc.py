"""Crawls: what an archive holds of one site, whatever state it is in."""

import gzip
import zlib
from pathlib import Path

import pytest
from site_samples import of, page, record, report_of

from seo_audit import Config
from seo_audit.errors import SourceError
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.sources import warc

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


def test_a_repeated_answer_that_only_adds_a_scheme_takes_no_page_away(tmp_path: Path) -> None:
    # a server's pages for redirects are all alike: their digest was seen with another address
    digest, moved = "WARC-Payload-Digest: sha1:ABC\r\n", "301 Moved"
    (tmp_path / "a.warc").write_bytes(
        record(f"{HOST}/", HOME)
        + record(f"{HOST}/a/", A)
        + record(f"{HOST}/vieux", b"Parti", moved, "Location: /a/\r\n", warc=digest)
        + record(
            "http://exemple.fr/a/",
            b"",
            moved,
            f"Location: {HOST}/a/\r\n",
            kind="revisit",
            warc=digest,
        )
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


def titles(folder: Path, **more: str) -> dict[str | None, str]:
    return {one.url: one.title for one in report_of(folder, **more).pages}


def packed(name: str, content: bytes) -> bytes:
    return gzip.compress(content, mtime=0) if name.endswith("gz") else content


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz"])
def test_a_damaged_archive_counts_up_to_the_damage_and_says_so(tmp_path: Path, name: str) -> None:
    members = [packed(name, one) for one in pages()[:3]]
    half = members[0] + members[1][:-90]
    # plain records that follow half of one are taken for the rest of it
    for content in (half, half + members[2]) if name.endswith("gz") else (half,):
        (tmp_path / name).write_bytes(content)
        report = report_of(tmp_path / name)
        assert [one.url for one in report.pages] == ["/"]
        assert "lue jusqu’à 1 réponse" in report.notes[0]
    (tmp_path / name).write_bytes(members[0] + members[1])
    assert "tronquée" not in " ".join(report_of(tmp_path / name).notes)


def test_a_repeat_without_http_and_one_in_another_archive(tmp_path: Path) -> None:
    digest = "WARC-Payload-Digest: sha1:ABC\r\n"
    bare = (
        f"WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:1>\r\n{digest}"
        f"WARC-Date: 2026-11-02T10:00:00Z\r\nWARC-Target-URI: {HOST}/c/\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    ).encode()
    (tmp_path / "a.warc").write_bytes(
        record(f"{HOST}/", HOME) + record(f"{HOST}/a/", A, warc=digest)
    )
    unchanged = record(f"{HOST}/", b"", "304 Not Modified", kind="revisit", warc=digest)
    (tmp_path / "b.warc").write_bytes(
        record(f"{HOST}/b/", b"", kind="revisit", warc=digest) + bare + unchanged
    )
    request = SiteRequest(
        (str(tmp_path / "a.warc"), str(tmp_path / "b.warc")), config=Config(), jobs=1
    )
    with examined(request) as found:
        told = {one.url: one.title for one in found.report.pages}
    assert told == dict.fromkeys(("/", "/a/", "/b/", "/c/"), "La page a")


def test_a_repeat_of_nothing_keeps_the_place_it_leads_to(tmp_path: Path) -> None:
    # all answers without a body have one digest: what leads where stands in their heads
    digest = "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"
    moved = "301 Moved Permanently"
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/", page('<a href="/un">un</a> <a href="/deux">deux</a>').encode())
        + record(f"{HOST}/a/", A)
        + record(f"{HOST}/un", b"", moved, "Location: /a/\r\n", warc=digest)
        + record(f"{HOST}/deux", b"", moved, "Location: /rien\r\n", kind="revisit", warc=digest)
        + record(f"{HOST}/rien", b"", "410 Gone")
    )
    report = report_of(tmp_path / "c.warc")
    assert [one.finding.target for one in of(report, "link-to-redirect")] == ["/un"]
    assert [one.finding.target for one in of(report, "broken-link")] == ["/deux"]


BARE = page("", title="TITRE").replace('<meta charset="utf-8">', "").encode()
HEART = "Le cœur à 3 €"


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("; charset=iso-8859-15", BARE.replace(b"TITRE", HEART.encode("iso-8859-15"))),
        ('; Charset="ISO-8859-15"', BARE.replace(b"TITRE", HEART.encode("iso-8859-15"))),
        # it counts more than what the page says of itself, as in browsers
        ("; charset=windows-1252", page("", title=HEART).encode("cp1252")),
        # but not more than what the bytes are
        ("; charset=iso-8859-15", BARE.replace(b"TITRE", HEART.encode())),
        ("; charset=iso-8859-15", page("", title=HEART).encode("utf-16")),
        ("; charset=iso-8859-1", BARE.replace(b"TITRE", HEART.encode("cp1252"))),
        ("; charset=nulle-part", BARE.replace(b"TITRE", HEART.encode("cp1252"))),
        ("; charset=zlib", BARE.replace(b"TITRE", HEART.encode("cp1252"))),
        ("; charset=", BARE.replace(b"TITRE", HEART.encode("cp1252"))),
        ("", BARE.replace(b"TITRE", HEART.encode("cp1252"))),
    ],
)
def test_encodings(tmp_path: Path, told: str, body: bytes) -> None:
    (tmp_path / "c.warc").write_bytes(record(f"{HOST}/", body, media=f"text/html{told}"))
    assert titles(tmp_path / "c.warc") == {"/": HEART}


def test_several_hosts(tmp_path: Path) -> None:
    hosts = ("exemple.fr", "www.exemple.fr", "autre.fr", "images.autre.fr")
    content = b"".join(
        record(f"https://{host}/{number}", page("", title=f"{host} {number}").encode())
        for number, host in enumerate((*hosts, hosts[0], hosts[2], hosts[2]))
    )
    (tmp_path / "c.warc").write_bytes(content)
    report = report_of(tmp_path / "c.warc")
    # with and without www is one site, and it has three pages, as has the other: the first by name
    assert report.url == "https://autre.fr/"
    assert [one.url for one in report.pages] == ["/2", "/5", "/6"]
    assert "2 autres sites" in report.notes[0]
    assert "exemple.fr, images.autre.fr" in report.notes[0]
    assert "--host" in report.notes[0]
    for host in ("exemple.fr", "www.exemple.fr", "EXEMPLE.FR"):
        chosen = report_of(tmp_path / "c.warc", host=host)
        assert [one.url for one in chosen.pages] == ["/0", "/1", "/4"]
        assert not chosen.notes
    with pytest.raises(SourceError, match="of nulle-part"):
        report_of(tmp_path / "c.warc", host="nulle-part.fr")


@pytest.mark.parametrize("kind", ["request", "metadata", "resource", "warcinfo", "conversion"])
def test_only_responses_are_pages(tmp_path: Path, kind: str) -> None:
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/", HOME) + record(f"{HOST}/a/", A, kind=kind) + record(f"{HOST}/b/", A)
    )
    assert [one.url for one in report_of(tmp_path / "c.warc").pages] == ["/", "/b/"]


@pytest.mark.parametrize(
    ("status", "rule"),
    [
        *((f"{status} M", "link-to-redirect") for status in (301, 302, 303, 307, 308)),
        *((f"{status} N", "broken-link") for status in (404, 410)),
        # a server that is at fault today says nothing of the page
        *((f"{status} E", None) for status in (500, 503)),
    ],
)
def test_what_a_status_means(tmp_path: Path, status: str, rule: str | None) -> None:
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/", page('<a href="/x">le lien</a> <a href="/a/">la page a</a>').encode())
        + record(f"{HOST}/a/", A)
        + record(f"{HOST}/x", A, status, "Location: /a/\r\n")
    )
    report = report_of(tmp_path / "c.warc")
    assert [one.url for one in report.pages] == ["/", "/a/"]
    for one in ("link-to-redirect", "broken-link"):
        assert [found.finding.target for found in of(report, one)] == ["/x"] * (one == rule)


def chunked(
    body: bytes, extension: str = "", *, end: str = "\r\n", last: str = "0", trailer: str = ""
) -> bytes:
    """A body in three chunks, one of a byte."""
    parts = (part for part in (body[:30], body[30:31], body[31:]) if part)
    chunks = ((f"{len(part):04X}{extension}{end}".encode(), part, end.encode()) for part in parts)
    return b"".join(b"".join(one) for one in chunks) + f"{last}{end}{trailer}{end}".encode()


CHUNKED = "Transfer-Encoding: chunked\r\n"
GZIP = "Content-Encoding: gzip\r\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (GZIP, gzip.compress(A)),
        (GZIP.replace("gzip", "X-GZIP"), gzip.compress(A)),
        (GZIP.replace("gzip", "deflate"), zlib.compress(A)),
        (GZIP.replace("gzip", "gzip, gzip"), gzip.compress(gzip.compress(A))),
        (CHUNKED, chunked(A)),
        (CHUNKED.replace("chunked", "Chunked"), chunked(A)),
        (CHUNKED.replace("chunked", "gzip, chunked"), chunked(gzip.compress(A))),
        (CHUNKED + GZIP, chunked(gzip.compress(A))),
        # extensions and trailers mean nothing to us (RFC 9112, 7.1.1 and 7.1.2)
        (CHUNKED, chunked(A, ";x=y")),
        (CHUNKED, chunked(A, ' ; x = "a;\\"b"', last="000;dernier")),
        (CHUNKED, chunked(A, f";x={'y' * 70_000}")),
        (CHUNKED, chunked(A, "  ", trailer="X-Fini: oui\r\n")),
        (CHUNKED, chunked(A, end="\n")),
        (CHUNKED + GZIP, chunked(gzip.compress(A), ";x=y")),
        # cut off at the last chunk, or in its end
        (CHUNKED, chunked(A)[:-5]),
        (CHUNKED, chunked(A)[:-8]),
        (CHUNKED, chunked(A)[:-7] + b"F" * 5_000 + b"\r\n"),
        # what is not what its head says, or in a coding that nobody here knows, is read as it is
        (CHUNKED, A),
        (GZIP, A),
        (GZIP.replace("gzip", "br"), A),
        (GZIP.replace("gzip", "zstd"), A),
        (GZIP.replace("gzip", "deflate"), A),
        (GZIP.replace("gzip", "inconnu"), A),
    ],
)
def test_codings(tmp_path: Path, head: str, body: bytes) -> None:
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/", HOME) + record(f"{HOST}/a/", body, head=head) + record(f"{HOST}/b/", A)
    )
    report = report_of(tmp_path / "c.warc")
    a, b = ((one.title, one.words) for one in report.pages if one.url != "/")
    assert a == b
    assert not report.notes


def test_a_body_that_is_damaged_costs_no_other_page(tmp_path: Path) -> None:
    body = gzip.compress(A)
    broken = body[:20] + bytes(40) + body[60:]
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/a/", broken, head=GZIP)
        + record(f"{HOST}/sitemap.xml", broken, head=GZIP, media="text/xml")
        + record(f"{HOST}/", HOME)
    )
    report = report_of(tmp_path / "c.warc")
    assert [one.url for one in report.pages] == ["/"]
    assert [(one.path, one.reason) for one in report.skipped] == [("/a/", "unreadable")]
    assert "sa réponse ne se lit plus" in report.skipped[0].error
    assert not report.notes


def test_a_sitemap_in_chunks(tmp_path: Path) -> None:
    sitemap = f"<urlset><url><loc>{HOST}/jamais/</loc></url></urlset>".encode()
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/", HOME)
        + record(f"{HOST}/jamais/", b"", "404 Not Found")
        + record(f"{HOST}/sitemap.xml", chunked(sitemap, ";x=y"), head=CHUNKED, media="text/xml")
    )
    found = of(report_of(tmp_path / "c.warc"), "sitemap-missing")
    assert [one.finding.target for one in found] == ["/jamais/"]


@pytest.mark.parametrize("head", ["", GZIP, CHUNKED])
def test_a_page_that_is_too_large_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str
) -> None:
    def coded(body: bytes) -> bytes:
        return gzip.compress(body) if head == GZIP else chunked(body) if head == CHUNKED else body

    monkeypatch.setattr(warc, "MAXIMUM_BYTES", len(A))
    large, just = A.replace(b"La page a.", b"La page aa."), A
    (tmp_path / "c.warc").write_bytes(
        record(f"{HOST}/a/", coded(large), head=head) + record(f"{HOST}/b/", coded(just), head=head)
    )
    report = report_of(tmp_path / "c.warc")
    assert [one.url for one in report.pages] == ["/b/"]
    assert [(one.path, f"{len(A)} octets" in one.error) for one in report.skipped] == [
        ("/a/", True)
    ]


def test_an_archive_that_is_gone_blames_no_page(tmp_path: Path) -> None:
    (tmp_path / "c.warc").write_bytes(b"".join(pages()))
    members = warc.find([str(tmp_path / "c.warc")], host="").members
    (tmp_path / "c.warc").unlink()
    with pytest.raises(SourceError, match="cannot be read"):
        list(warc.contents(members))
