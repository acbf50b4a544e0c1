"""The article's file: its bytes turned into characters, and places in them."""

import codecs
import os
import re
import stat
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

from seo_audit.errors import UNREADABLE, SourceError, reason_of
from seo_audit.lazy import regex
from seo_audit.message import Message

MAXIMUM_BYTES = 10_000_000
"""A file larger than this is refused unless the configuration says otherwise."""

MISSING = Message(fr="{name} : fichier introuvable", en="{name}: no such file")
NOT_A_FILE = Message(fr="{name} : n’est pas un fichier ordinaire", en="{name}: not a regular file")
EMPTY = Message(fr="{name} : le fichier est vide", en="{name}: the file is empty")
TOO_LARGE = Message(
    fr="{name} : plus de {limit:# octet|# octets}, la limite (option de configuration « maximum-bytes »)",
    en="{name}: over {limit:# byte|# bytes}, the limit (configuration option “maximum-bytes”)",
)
BINARY = Message(
    fr="{name} : fichier binaire, pas un article", en="{name}: binary file, not an article"
)
ADDRESS = Message(
    fr="{name} : c’est une adresse, et rien n’est lu sur le réseau ; "
    "« curl -L ADRESSE | seo-audit --stdin-filename page.html - » audite la page",
    en="{name}: this is an address, and nothing is read from the network; "
    "“curl -L ADDRESS | seo-audit --stdin-filename page.html -” audits the page",
)
FILE_ADDRESS = Message(
    fr="{name} : donnez le chemin du fichier, sans « file:// »",
    en="{name}: give the path of the file, without “file://”",
)
DOCUMENT = Message(
    fr="{name} : un document de traitement de texte ; "
    "« pandoc {quoted} -t html | seo-audit --stdin-filename {page} - » l’audite",
    en="{name}: a document of a word processor; "
    "“pandoc {quoted} -t html | seo-audit --stdin-filename {page} -” audits it",
)
OLD_DOCUMENT = Message(
    fr="{name} : enregistrez-le d’abord en .docx ou en .odt, que pandoc change en HTML",
    en="{name}: save it as .docx or .odt first, which pandoc turns into HTML",
)
PAGES_TO_PRINT = Message(
    fr="{name} : un PDF n’est plus un article, pandoc lui-même ne le lit pas ; "
    "auditez le document dont il est tiré, ou ce que « pdftotext » en sort",
    en="{name}: a PDF is no article any more, even pandoc does not read it; "
    "audit the document it was made from, or what “pdftotext” gets out of it",
)
UNDECODABLE = Message(
    fr="{name} : l’octet {byte} à la position {offset} n’est ni de l’UTF-8 ni du windows-1252",
    en="{name}: byte {byte} at offset {offset} is neither UTF-8 nor windows-1252",
)


class Span(NamedTuple):
    """A half-open range of characters of the decoded source."""

    start: int
    end: int


def merged(ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """The characters of half-open ranges, in order and each once: what overlaps is one range."""
    found: list[Span] = []
    for start, end in sorted(ranges):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def touches(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some ranges, in order and apart as `merged` gives them, has a character between `start` and `end`."""
    at = bisect_left(ranges, (end,)) - 1
    return at >= 0 and ranges[at][1] > start


class Position(NamedTuple):
    """A place as people say it: both count from 1, columns in characters."""

    line: int
    column: int


def is_book(name: str) -> bool:
    """Whether a file is of Quarto or R Markdown."""
    return name.lower().endswith((".qmd", ".rmd"))


class Source(Struct, frozen=True):
    """An article's characters as they stand in its file: line ends kept, BOM gone.

    `name` is what reports call it; `path` is where it lies, None for text that came another way.
    """

    text: str
    name: str = "-"
    path: Path | None = None
    encoding: str = "utf-8"
    _line_starts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        text = self.text
        try:
            text.encode()
        except UnicodeEncodeError:
            # a lone surrogate is no character and cannot be written out; the length stays
            text = _SURROGATES.sub("\ufffd", text)
            force_setattr(self, "text", text)
        line_ends = _LINE_ENDS if "\r" in text else _LINE_FEEDS
        starts = (0, *(match.end() for match in line_ends.finditer(text)))
        force_setattr(self, "_line_starts", starts)

    @property
    def is_book(self) -> bool:
        """Whether Quarto or R Markdown makes a page of it: its title is the page's heading, and Pandoc sets its signs."""
        return is_book(self.path.name if self.path else self.name)

    def position(self, offset: int) -> Position:
        """Line and column of an offset; offsets outside are taken to the nearest end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Characters of a line, counted from 1, without its line end. IndexError when there is none."""
        if not 1 <= line <= len(self._line_starts):
            raise IndexError(line)
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @property
    def line_count(self) -> int:
        """Number of lines; a file that ends with a line end has an empty last one."""
        return len(self._line_starts)


_SURROGATES = regex("[\ud800-\udfff]")
_LINE_ENDS = regex(r"\r\n|\r|\n")
_LINE_FEEDS = regex(r"\n")
"""The same where all are written so, several times as fast."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex(
    rb"""<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})"""
    rb"""|^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_MAGIC = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)
_ADDRESS = regex(
    r"(?:https?|ftp|file):/|//|www\."
    r"|[\w-]++(?:\.[\w-]++)*?\.(?:fr|com|org|net|eu|be|ch|ca)(?:/|\Z)",
    re.IGNORECASE,
)
DOCUMENTS = frozenset({".docx", ".odt", ".rtf", ".epub", ".fodt"})
"""What pandoc reads and nobody takes for an article in HTML, Markdown or text."""
OLD_DOCUMENTS = frozenset({".doc", ".dot", ".pages", ".wps", ".sxw"})
"""What word processors alone read."""
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127}))


def read(path: Path, *, name: str | None = None, maximum_bytes: int = MAXIMUM_BYTES) -> Source:
    """Read and decode a file.

    Raises:
        SourceError: it is missing, no regular file, unreadable, too large, empty, binary or in no
            encoding we know.
    """
    shown = printable_name(path) if name is None else name
    return decode(read_bytes(path, shown, maximum_bytes), name=shown, path=path)


def read_bytes(path: Path, name: str, maximum_bytes: int = MAXIMUM_BYTES) -> bytes:
    """The bytes of a file; `name` is what errors call it.

    Raises:
        SourceError: it is missing, no regular file, unreadable or too large.
    """
    with _opened(path, name) as file:
        return read_limited(file, name, maximum_bytes)


def read_start(path: Path, most: int) -> bytes:
    """The first bytes of a file, `most` at the most; SourceError as from `read_bytes`."""
    name = printable_name(path)
    with _opened(path, name) as file:
        try:
            return file.read(most)
        except OSError as error:
            raise SourceError(UNREADABLE, name=name, reason=reason_of(error)) from error


def _opened(path: Path, name: str) -> BinaryIO:
    try:
        # opened without waiting: a FIFO or a device must not hold us, and what was checked is what is read
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise SourceError(_why_missing(name), name=name) from error
    except (OSError, ValueError) as error:
        raise SourceError(UNREADABLE, name=name, reason=reason_of(error)) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SourceError(NOT_A_FILE, name=name)
    return open(descriptor, "rb")  # noqa: PTH123  a descriptor, not a path


def read_limited(file: BinaryIO, name: str, maximum_bytes: int = MAXIMUM_BYTES) -> bytes:
    """All bytes of an open file or stream; SourceError when there are more than the limit."""
    try:
        content = file.read(maximum_bytes + 1)
    except OSError as error:
        raise SourceError(UNREADABLE, name=name, reason=reason_of(error)) from error
    if len(content) > maximum_bytes:
        raise SourceError(TOO_LARGE, name=name, limit=maximum_bytes)
    return content


def decode(content: bytes, *, name: str = "-", path: Path | None = None) -> Source:
    """Turn bytes into a Source: BOM, else UTF-8, else what the page declares, else windows-1252.

    Latin-1 is read as windows-1252, as browsers do (WHATWG Encoding). What says it is UTF-8, or is it but for
    a few bytes, is read as UTF-8 with U+FFFD for what is wrong, as browsers do, too.

    Raises:
        SourceError: the content is empty, binary, or in none of these encodings.
    """
    if not content.strip():
        raise SourceError(EMPTY, name=name)
    _refuse_document(content, name)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _marked(content[len(bom) :], encoding, name, path)
    if _is_binary(content):
        raise SourceError(BINARY, name=name)
    try:
        return Source(content.decode("utf-8"), name, path, "utf-8")
    except UnicodeDecodeError:
        declared = _declared(content)
        if declared == "utf-8" or (declared is None and _is_damaged_utf_8(content)):
            return Source(content.decode("utf-8", "replace"), name, path, "utf-8")
    for encoding in dict.fromkeys((declared or "windows-1252", "windows-1252")):
        try:
            return Source(content.decode(encoding), name, path, encoding)
        except UnicodeDecodeError as error:
            last = error
    raise SourceError(
        UNDECODABLE, name=name, byte=f"0x{content[last.start]:02X}", offset=last.start
    ) from last


def encoded(text: str, like: Source, content: bytes) -> bytes | None:
    """A text in the bytes of the file it is for: `like` is what `decode` made of its `content`.

    None where the encoding lacks a character, or where `content` does not come out again from its own characters:
    a byte that is wrong would be lost.
    """
    marks = (
        bom for bom, encoding in _BOMS if content.startswith(bom) and encoding == like.encoding
    )
    mark = next(marks, b"")
    try:
        whole = mark + like.text.encode(like.encoding) == content
        return mark + text.encode(like.encoding) if whole else None
    except UnicodeEncodeError:
        return None


def leads_out(path: Path) -> bool:
    """Whether a name in the working folder leads to a file elsewhere: a checkout may hold such links.

    A device or a pipe (`/dev/stdout`) is no file; what the user names outside is the user's affair.
    """
    here = os.path.realpath(Path.cwd())
    named, real = os.path.normpath(os.path.join(here, path)), os.path.realpath(path)  # noqa: PTH118
    if not named.startswith(here.rstrip(os.sep) + os.sep):
        return False
    try:
        if not stat.S_ISREG(os.stat(real).st_mode):  # noqa: PTH116  a path that may be no path
            return False
    except FileNotFoundError:
        pass
    return not real.startswith(here.rstrip(os.sep) + os.sep)


def is_file(path: Path | str) -> bool:
    """Whether there is a file; no where nobody may look (Path raises there)."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path | str) -> bool:
    """Whether there is a folder, as `is_file`."""
    return os.path.isdir(path)  # noqa: PTH112


def is_there(path: Path | str) -> bool:
    """Whether there is anything, as `is_file`."""
    return os.path.exists(path)  # noqa: PTH110


def printable_name(path: Path | str) -> str:
    """A path as reports show it: forward slashes, and U+FFFD for bytes that are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def is_address(name: str) -> bool:
    """Whether this is an address of the web rather than a path: `https://…`, `www.…`, `exemple.fr/page`."""
    return _ADDRESS.match(name) is not None


def _why_missing(name: str) -> Message:
    if name.lower().startswith("file:"):
        return FILE_ADDRESS
    # whoever mirrors a site has folders called after it
    here = "://" not in name and os.path.lexists(name.partition("/")[0])
    return ADDRESS if is_address(name) and not here else MISSING


def _refuse_document(content: bytes, name: str) -> None:
    """Raise SourceError where this is a document of a word processor, by its name or by its content."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122  a name may be « - »
    if content.startswith(b"%PDF-") or suffix == ".pdf":
        raise SourceError(PAGES_TO_PRINT, name=name)
    if suffix in OLD_DOCUMENTS:
        raise SourceError(OLD_DOCUMENT, name=name)
    packed = content.startswith(b"PK\x03\x04") and (
        b"word/document.xml" in content or b"application/vnd.oasis" in content[:200]
    )
    if packed or suffix in DOCUMENTS or content.startswith(b"{\\rtf"):
        import shlex  # noqa: PLC0415  only for an error

        path = name.rpartition("/")[2]
        page = os.path.splitext(path)[0] + ".html" if suffix else "article.html"  # noqa: PTH122
        raise SourceError(DOCUMENT, name=name, quoted=shlex.quote(name), page=shlex.quote(page))


def _is_binary(content: bytes) -> bool:
    """Whether this is no text: a known signature, or over 1 % of control characters."""
    head = content[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return content.startswith(_MAGIC) or controls > max(1, len(head) // 100)


def _marked(content: bytes, encoding: str, name: str, path: Path | None) -> Source:
    """What stands behind a byte order mark."""
    try:
        text = content.decode(encoding, "replace" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise SourceError(BINARY, name=name) from error
    if not text.strip():
        raise SourceError(EMPTY, name=name)
    return Source(text, name, path, encoding)


FEW = 3
"""A text is UTF-8 with damage when this many of its letters beyond ASCII are well written for one that is not: read as
UTF-8, one in another encoding has next to none of them."""

_WELL_WRITTEN = regex("[^\x00-\x7f\ufffd]")


def _is_damaged_utf_8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    return text.count("\ufffd") * FEW <= len(_WELL_WRITTEN.findall(text))


def _declared(content: bytes) -> str | None:
    """The encoding the first 4,096 bytes declare, as Python names it; None when none does."""
    match = _DECLARED.search(content[:4096])
    if not match:
        return None
    try:
        return encoding_of((match[1] or match[2]).decode("ascii"))
    except UnicodeDecodeError:
        return "windows-1252"


def encoding_of(label: str) -> str:
    """The encoding that a page, or who sends it, calls so, as Python names it; one we do not know is windows-1252."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return "windows-1252"
    if name in ("iso8859-1", "ascii"):
        return "windows-1252"
    # a declaration we can read as ASCII cannot be UTF-16; other codecs (zip, rot13) are no charsets
    return name if name.startswith(("iso8859", "cp1", "mac", "koi8", "utf-8")) else "windows-1252"
