"""Where reports go: standard output, or files that are written whole or not at all."""

import contextlib
import errno
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from msgspec import Struct

from seo_audit.errors import OutputError, reason_of
from seo_audit.message import Message
from seo_audit.source import is_folder, is_there, leads_out, printable_name

NO_FOLDER = Message(
    fr="{name} : écriture impossible, ce dossier n’existe pas : {folder}",
    en="{name}: cannot be written, there is no such folder: {folder}",
)
IS_FOLDER = Message(
    fr="{name} : écriture impossible, c’est un dossier",
    en="{name}: cannot be written, it is a folder",
)
UNWRITABLE = Message(
    fr="{name} : écriture impossible ({reason})", en="{name}: cannot be written ({reason})"
)
LEADS_OUT = Message(
    fr="{name} : ce lien mène hors du dossier ; rien n’y est écrit",
    en="{name}: this link leads out of the folder; nothing is written there",
)
SPOOL_BYTES = 4_000_000
"""Entries of a report beyond this are kept on disk until the end."""


class Output(Struct, frozen=True):
    """A report that was asked for: its format, and its file, None for standard output."""

    format: str
    path: Path | None = None


def check_writable(path: Path) -> None:
    """Say early that a file will not be writable.

    Raises:
        OutputError: its folder is missing, it is a folder, or permissions forbid it.
    """
    name = printable_name(path)
    if not path.name or is_folder(path):
        raise OutputError(IS_FOLDER, name=name)
    if leads_out(path):
        raise OutputError(LEADS_OUT, name=name)
    if not is_folder(path.parent):
        raise OutputError(NO_FOLDER, name=name, folder=printable_name(path.parent))
    target = path if is_there(path) else path.parent
    if not os.access(target, os.W_OK):
        raise OutputError(UNWRITABLE, name=name, reason=os.strerror(13))


class Spool:
    """Pieces of text kept in order, in memory while they are few, then on disk."""

    def __init__(self) -> None:
        self._file: IO[bytes] = io.BytesIO()

    def add(self, text: str) -> None:
        """Keep one more piece."""
        content = text.encode("utf-8", "replace")
        self._file.write(len(content).to_bytes(8, "big"))
        self._file.write(content)
        if isinstance(self._file, io.BytesIO) and self._file.tell() > SPOOL_BYTES:
            import tempfile  # noqa: PLC0415  few reports are so long

            file = tempfile.TemporaryFile()  # noqa: SIM115  closed by __exit__
            file.write(self._file.getbuffer())
            self._file = file

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        while head := self._file.read(8):
            yield self._file.read(int.from_bytes(head, "big")).decode()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


class Files:
    """Files written together: they take their places when all are whole, none when one fails.

    Use it in a `with`; `replace` puts the files in place.
    """

    def __init__(self) -> None:
        self._written: list[tuple[Path, Path]] = []

    def write(self, path: Path, chunks: Iterable[str | bytes]) -> None:
        """Write one file's text, or bytes, beside its place. Devices and pipes are written at once.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            place = Path(os.path.realpath(path))
            mode = _mode(place)
            if mode is not None and not stat.S_ISREG(mode):
                with place.open("wb") as device:
                    _write(device, chunks)
                return
            # no number of a process: in a container each run has the same
            written = place.with_name(f".{place.name[:50]}.{os.urandom(6).hex()}")
            # made anew, and with the user's usual permissions
            with written.open("xb") as file:
                self._written.append((written, place))
                _write(file, chunks)
            if mode is not None:
                written.chmod(stat.S_IMODE(mode))
        except OSError as error:
            raise _unwritable(path, error) from error

    def replace(self) -> None:
        """Put the files in their places. OutputError when one cannot be."""
        while self._written:
            written, place = self._written[0]
            try:
                written.replace(place)
            except OSError as error:
                raise _unwritable(place, error) from error
            self._written.pop(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for written, _ in self._written:
            with contextlib.suppress(OSError):
                written.unlink()


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet.

    Raises:
        FileExistsError: it is there.
        OutputError: it cannot be written.
    """
    try:
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def to_standard_output(chunks: Iterable[str | bytes]) -> None:
    """Write text, or bytes, to standard output, in UTF-8 whatever the locale. A reader that has gone is no error.

    Raises:
        OutputError: it cannot be written for another reason: a full disk, or it is closed.
    """
    if sys.stdout is None:
        raise OutputError(UNWRITABLE, name="-", reason=os.strerror(errno.EBADF))
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None:
            for chunk in chunks:
                sys.stdout.write(
                    chunk if isinstance(chunk, str) else chunk.decode("utf-8", "replace")
                )
        else:
            sys.stdout.flush()
            _write(stream, chunks)
            stream.flush()
    except BrokenPipeError:
        _forget_standard_output()
    except OSError as error:
        _forget_standard_output()
        raise OutputError(UNWRITABLE, name="-", reason=reason_of(error)) from error


def to_standard_error(text: str) -> None:
    """Write to standard error, whatever its encoding can hold and whether anybody reads it or not."""
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def _forget_standard_output() -> None:
    # the interpreter flushes at its end, and would complain once more
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(file: BinaryIO | IO[bytes], chunks: Iterable[str | bytes]) -> None:
    for chunk in chunks:
        file.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "replace"))


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(UNWRITABLE, name=printable_name(path), reason=reason_of(error))
