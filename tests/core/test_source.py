import codecs
import io
import os
import signal
from pathlib import Path

import pytest
from tables import each_row

from seo_audit import errors, source
from seo_audit.errors import SourceError
from seo_audit.message import Message
from seo_audit.source import (
    Position,
    Source,
    Span,
    decode,
    encoded,
    printable_name,
    read,
    read_limited,
)

FRENCH = "Où l’été s’achève : « 3 € »\n"


def refusal(content: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(content, name="a.md")
    assert caught.value.statement.values["name"] == "a.md"
    return caught.value


# -- places


@each_row(
    ("text", "places"),
    [
        ("ab\ncd", {0: (1, 1), 1: (1, 2), 2: (1, 3), 3: (2, 1), 5: (2, 3)}),
        ("a\r\nb\rc", {1: (1, 2), 2: (1, 3), 3: (2, 1), 4: (2, 2), 5: (3, 1), 6: (3, 2)}),
        ("\n", {0: (1, 1), 1: (2, 1)}),
        ("", {0: (1, 1)}),
        ("\u2028\x85\f", {0: (1, 1), 3: (1, 4)}),
        ("a", {-5: (1, 1), 99: (1, 2)}),
    ],
)
def test_positions(text: str, places: dict[int, tuple[int, int]]) -> None:
    for offset, place in places.items():
        assert Source(text).position(offset) == Position(*place)


def test_lines() -> None:
    text = Source("ab\r\n\ncd")
    assert text.line_count == 3
    assert [text.line_span(line) for line in (1, 2, 3)] == [Span(0, 2), Span(4, 4), Span(5, 7)]
    assert Source("a\n").line_count == 2
    assert Source("a\n").line_span(2) == Span(2, 2)
    assert Source("\r\n").line_span(1) == Span(0, 0)
    assert Source("aX\n").line_span(1) == Span(0, 2)
    for line in (0, -1, 4):
        with pytest.raises(IndexError):
            text.line_span(line)


def test_lone_surrogates_are_no_characters_and_move_nothing() -> None:
    text = Source("a\ud800b\n\udfffc")
    assert text.text == "a\ufffdb\n\ufffdc"
    assert text.position(5) == Position(2, 2)


def test_defaults() -> None:
    assert (Source("a").name, Source("a").path, Source("a").encoding) == ("-", None, "utf-8")
    found = decode(b"a", name="n", path=Path("p"))
    assert (found.name, found.path, found.encoding) == ("n", Path("p"), "utf-8")


# -- decoding


@each_row(
    ("content", "encoding"),
    [
        (FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + FRENCH.encode("utf-32-be"), "utf-32-be"),
        (FRENCH.encode("windows-1252"), "windows-1252"),
    ],
)
def test_encodings(content: bytes, encoding: str) -> None:
    found = decode(content)
    assert (found.text, found.encoding) == (FRENCH, encoding)


@each_row(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-15">', "iso8859-15"),
        ("<meta charset=iso-8859-15>", "iso8859-15"),
        ("<META CHARSET = 'ISO-8859-15'>", "iso8859-15"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso8859-15"),
        ('<?xml version="1.0" encoding="iso-8859-15"?>', "iso8859-15"),
        ('<meta charset="macintosh">', "mac-roman"),
        ('<meta charset="koi8-r">', "koi8-r"),
        ('<meta charset="windows-1250">', "cp1250"),
        # as browsers do, and what cannot be
        ('<meta charset="latin1">', "windows-1252"),
        ('<meta charset="us-ascii">', "windows-1252"),
        ('<meta charset="utf-16">', "windows-1252"),
        ('<meta charset="utf-7">', "windows-1252"),
        ('<meta charset="rot13">', "windows-1252"),
        ('<meta charset="zlib">', "windows-1252"),
        ('<meta charset="nothing-of-the-kind">', "windows-1252"),
        ("<p>charset=iso-8859-15</p>", "windows-1252"),
        # its first 4,096 bytes, the name of the encoding included
        (" " * 4071 + "<meta charset=iso-8859-15>", "iso8859-15"),
        (" " * 4072 + "<meta charset=iso-8859-15>", "windows-1252"),
    ],
)
def test_declared_encodings(declaration: str, encoding: str) -> None:
    found = decode(declaration.encode() + "é".encode("latin-1"))
    assert found.encoding == encoding
    assert found.text[-1] == bytes((0xE9,)).decode(encoding)


ACCENTED = "L’été, à midi, la fontaine coulait déjà : « là-bas », disait-on, « où l’eau naît ».\n"


def test_what_says_it_is_utf8_is_read_so_with_a_sign_for_what_is_wrong() -> None:
    page = b'<meta charset="utf-8"><p>La vo\xfbte est refaite.</p>'
    assert decode(page).text.endswith("<p>La vo\ufffdte est refaite.</p>")
    assert decode(codecs.BOM_UTF8 + b"La vo\xfbte").text == "La vo\ufffdte"


def test_a_stray_byte_in_a_text_does_not_change_all_the_others() -> None:
    found = decode(ACCENTED.encode() + b"La vo\xfbte.")
    assert found.encoding == "utf-8"
    assert found.text == ACCENTED + "La vo\ufffdte."
    short = "Été, à midi, là-bas.\n"
    assert decode(short.encode() + b"La vo\xfbte.").text == short + "La vo\ufffdte."
    spaced = "L'été\u00a0: à midi, «\u00a0déjà\u00a0» là\u00a0!\n"
    assert decode(spaced.encode("windows-1252")).text == spaced
    latin = "L'été, à midi, la voûte était déjà là.\n"
    assert decode(latin.encode("windows-1252")).text == latin
    assert decode(latin.encode("windows-1252") + "é".encode()).encoding == "windows-1252"
    # three letters well written outweigh one wrong byte, two do not
    assert decode("Été là : ".encode() + b"vo\xfbte").encoding == "utf-8"
    assert decode("Été la : ".encode() + b"vo\xfbte").encoding == "windows-1252"


def test_utf8_is_stronger_than_what_is_declared() -> None:
    assert decode('<meta charset="iso-8859-15">é'.encode()).text[-1] == "é"


@each_row("content", [b"", b" \r\n\t", codecs.BOM_UTF8 + b" \n", b"\xff\xfe \x00"])
def test_empty(content: bytes) -> None:
    assert refusal(content).statement.message == source.EMPTY


@pytest.mark.parametrize(
    "content",
    [
        *(b"a\0\0b", b"\xff\xfe\x00\xd8"),
        b"a" * (8192 - 82) + b"\x01" * 82,
    ],
)
def test_binary(content: bytes) -> None:
    assert refusal(content).statement.message == source.BINARY


@pytest.mark.parametrize(
    "signature",
    [
        *(b"\x89PNG\r\n\x1a\n", b"GIF89a", b"GIF87a", b"\xff\xd8\xff\xe0", b"\xd0\xcf\x11\xe0"),
        *(b"PK\x03\x04", b"\x1f\x8b\x08", b"\x7fELF", b"RIFF"),
    ],
)
def test_a_signature_is_enough_and_only_at_the_start(signature: bytes) -> None:
    text = b" Le lac est gel\xe9." * 100
    assert refusal(signature + text).statement.message == source.BINARY
    assert decode(b"a" + signature + text).text


@each_row(
    ("name", "content", "message"),
    [
        ("dossier/mon article.docx", b"PK\x03\x04...", source.DOCUMENT),
        ("-", b"PK\x03\x04[Content_Types].xml ... word/document.xml", source.DOCUMENT),
        ("a.txt", b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", source.DOCUMENT),
        ("a.ODT", b"PK\x03\x04", source.DOCUMENT),
        ("a.rtf", b"du texte", source.DOCUMENT),
        ("a.txt", b"{\\rtf1\\ansi du texte}", source.DOCUMENT),
        ("a.doc", b"\xd0\xcf\x11\xe0", source.OLD_DOCUMENT),
        ("a.md", b"%PDF-1.7", source.PAGES_TO_PRINT),
        ("a.pdf", b"%", source.PAGES_TO_PRINT),
        ("a.xlsx", b"PK\x03\x04xl/workbook.xml", source.BINARY),
    ],
)
def test_documents_of_word_processors(name: str, content: bytes, message: Message) -> None:
    with pytest.raises(SourceError) as caught:
        decode(content, name=name)
    assert caught.value.statement.message == message
    for language in ("fr", "en"):
        said = caught.value.say(language)
        assert "pandoc" in said or message is source.BINARY


def test_what_pandoc_is_told_is_quoted() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"x", name="a b/$(rm) l’été.docx")
    assert "pandoc 'a b/$(rm) l’été.docx' -t html" in str(caught.value)
    assert "--stdin-filename '$(rm) l’été.html' -" in str(caught.value)


@each_row(
    ("name", "message"),
    [
        ("https://exemple.fr/article", source.ADDRESS),
        ("HTTP://EXEMPLE.FR", source.ADDRESS),
        ("www.exemple.fr/a.html", source.ADDRESS),
        ("//exemple.fr", source.ADDRESS),
        ("exemple.fr", source.ADDRESS),
        ("blog.exemple.com/2024/article", source.ADDRESS),
        ("file:///home/moi/a.html", source.FILE_ADDRESS),
        ("article.md", source.MISSING),
        ("com/article.html", source.MISSING),
        ("c:/www.exemple.fr", source.MISSING),
        ("un.fr.md", source.MISSING),
    ],
)
def test_an_address_is_no_missing_file(name: str, message: Message) -> None:
    with pytest.raises(SourceError) as caught:
        source.read_bytes(Path(name), name)
    assert caught.value.statement.message == message


def test_a_mirrored_site_has_folders_called_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "www.exemple.fr").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        source.read_bytes(Path("www.exemple.fr/absent.html"), "www.exemple.fr/absent.html")
    assert caught.value.statement.message == source.MISSING


def test_only_the_first_8192_bytes_are_asked() -> None:
    # one control character in a hundred is let pass: 81 of 8,192
    assert decode(b"a" * (8193 - 82) + b"\x01" * 82).text


@each_row(
    ("controls", "others", "binary"),
    [(1, 3, False), (2, 2, True), (10, 990, False), (11, 989, True)],
)
def test_few_control_characters_are_no_binary(controls: int, others: int, binary: bool) -> None:
    content = b"\x02" * controls + b"a" * others
    if binary:
        assert refusal(content).statement.message == source.BINARY
    else:
        assert decode(content).text
    assert decode(b"\t\n\v\f\r\x1b" * 50 + b"a").text
    assert decode(b"~" * 50).text
    assert refusal(b"\x7f" * 50 + b"a").statement.message == source.BINARY


@each_row("mark", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_text_goes_back_into_the_bytes_of_its_file(mark: bytes) -> None:
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(
        mark, "utf-8"
    )
    content = mark + FRENCH.encode(encoding)
    assert encoded(FRENCH + "Là.", decode(content), content) == content + "Là.".encode(encoding)


def test_a_file_that_would_lose_something_is_left_alone() -> None:
    damaged = ACCENTED.encode() + b"La vo\xfbte."
    assert encoded(ACCENTED, decode(damaged), damaged) is None
    latin = "Un été à midi.".encode("windows-1252")
    assert encoded("Un été à 20\u202f°C.", decode(latin), latin) is None


def test_undecodable_byte_is_named() -> None:
    error = refusal(b"Caf\xe9 \x81")
    assert error.statement.message == source.UNDECODABLE
    assert (error.statement.values["byte"], error.statement.values["offset"]) == ("0x81", 5)


# -- reading


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(FRENCH.encode())
    found = read(path)
    assert (found.text, found.path, found.name) == (FRENCH, path, str(path))
    assert read(path, name="shown").name == "shown"
    size = len(FRENCH.encode())
    assert read(path, maximum_bytes=size).text == FRENCH
    with pytest.raises(SourceError) as caught:
        read(path, maximum_bytes=size - 1)
    assert (caught.value.statement.message, caught.value.statement.values["limit"]) == (
        source.TOO_LARGE,
        size - 1,
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent", source.MISSING),
        ("", source.NOT_A_FILE),
        ("nul\0", errors.UNREADABLE),
        ("a.md/b", errors.UNREADABLE),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, message: Message) -> None:
    (tmp_path / "a.md").write_text("a", "utf-8")
    with pytest.raises(SourceError) as caught:
        read(tmp_path / name, name="shown")
    assert caught.value.statement.message == message
    assert caught.value.say("en").startswith("shown: ")
    assert "None" not in caught.value.say("en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    def interrupt(_signal: int, _frame: object) -> None:
        raise TimeoutError

    os.mkfifo(tmp_path / "pipe.md")
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(5)
    try:
        with pytest.raises(SourceError) as caught:
            read(tmp_path / "pipe.md")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert caught.value.statement.message == source.NOT_A_FILE


def test_the_limit_is_that_of_the_documentation() -> None:
    page = (Path(__file__).parents[1].parent / "docs" / "security.md").read_text("utf-8")
    assert f"| bytes of a file | {source.MAXIMUM_BYTES:,} |" in page


def test_streams_have_the_same_limit() -> None:
    assert read_limited(io.BytesIO(b"abc"), "-", 3) == b"abc"
    with pytest.raises(SourceError):
        read_limited(io.BytesIO(b"abcd"), "-", 3)

    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(SourceError, match="Input/output error"):
        read_limited(Broken(), "-")


def test_printable_name() -> None:
    assert printable_name("a/é.md") == "a/é.md"
    assert printable_name("caf\udce9.md") == "caf\ufffd.md"


def test_ranges_are_merged_where_they_overlap() -> None:
    assert source.merged([(4, 6), (0, 2), (1, 3), (3, 4), (5, 9)]) == [(0, 3), (3, 4), (4, 9)]
    assert source.merged([]) == []
    assert source.merged([(2, 2), (0, 9)]) == [(0, 9)]
