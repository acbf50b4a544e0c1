"""Files at addresses that fsspec understands, such as `s3://…`, where their driver is installed. The only module with fsspec.

A name that is no address is a path. So is `file://…`: files of this machine need no driver.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from seo_audit.errors import ConfigError, OutputError, SeoAuditError, SourceError, one_line
from seo_audit.lazy import regex, whole_imports
from seo_audit.message import Message
from seo_audit.source import printable_name

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

NO_DRIVER = Message(
    fr="{name} : cette adresse demande fsspec et son pilote ({reason})",
    en="{name}: this address needs fsspec and its driver ({reason})",
)
NOT_READ = Message(
    fr="{name} : lecture impossible ({reason})", en="{name}: cannot be read ({reason})"
)
NOT_WRITTEN = Message(
    fr="{name} : écriture impossible ({reason})", en="{name}: cannot be written ({reason})"
)

BLOCK = 8 << 20
"""Bytes that are asked for at once where a file is read from front to back."""
_ON_DISK = "file://"
_ADDRESS = regex(r"[a-z][a-z0-9+.-]*(?:::|://)", re.IGNORECASE)
_USER = regex(r"(?<=://)[^/@]*@")


def is_address(name: str) -> bool:
    """Whether a name is an address rather than a path."""
    return _ADDRESS.match(name) is not None and not name.startswith(_ON_DISK)


def path_of(name: str) -> str:
    """A name as it is used: the path of `file://…`, all others as they are."""
    return name.removeprefix(_ON_DISK)


def printable(name: str) -> str:
    """A path or an address as it is shown: without the user and password in it."""
    return _USER.sub("", name) if is_address(name) else printable_name(path_of(name))


def file_system(address: str) -> tuple["AbstractFileSystem", str]:
    """What speaks with the place of an address, and the path there.

    Raises:
        ConfigError: fsspec or the driver is not installed, or the address is none.
    """
    whole_imports()
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  an extra, and slow to import

        system, path = url_to_fs(address)
    except Exception as error:  # drivers raise what they like
        values = {"name": printable(address), "reason": one_line(error)}
        raise ConfigError(NO_DRIVER, **values) from error
    return system, path


@contextmanager
def writing(address: str) -> Iterator[None]:
    """Whatever goes wrong becomes an OutputError that names the address: drivers raise what they like."""
    with _saying(address, OutputError, NOT_WRITTEN):
        yield


@contextmanager
def reading(address: str) -> Iterator[None]:
    """Whatever goes wrong becomes a SourceError that names the address: drivers raise what they like."""
    with _saying(address, SourceError, NOT_READ):
        yield


@contextmanager
def _saying(address: str, kind: type[SeoAuditError], message: Message) -> Iterator[None]:
    try:
        yield
    except SeoAuditError:
        raise
    except Exception as error:
        raise kind(message, name=printable(address), reason=one_line(error)) from error


def opened(address: str) -> BinaryIO:
    """A file at an address, opened for reading. When it cannot be read on, it raises SourceError, as this does.

    Raises:
        ConfigError: its driver is not installed.
        SourceError: it cannot be opened.
    """
    system, path = file_system(address)
    with reading(address):
        return cast("BinaryIO", _Reading(system.open(path, "rb", block_size=BLOCK), address))


class _Reading:
    """A file whose driver's errors are not taken for those of a damaged archive."""

    def __init__(self, file: BinaryIO, address: str) -> None:
        self._file = file
        self._address = address
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def read(self, size: int = -1) -> bytes:
        with reading(self._address):
            return self._file.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def look_at(address: str) -> None:
    """Ask for what lies at an address, be there anything or not; errors as from `opened`."""
    system, path = file_system(address)
    with reading(address):
        system.exists(path)


def stamp(address: str) -> str:
    """What changes when a file at an address does; errors as from `opened`."""
    system, path = file_system(address)
    with reading(address):
        return str(system.ukey(path))


def expanded(address: str) -> list[str]:
    """The addresses that one with `*` stands for, in order; any other stands for itself. Errors as from `opened`."""
    if "*" not in address:
        return [address]
    system, path = file_system(address)
    with reading(address):
        found = sorted(map(str, system.glob(path)))
    # as it was written up to the path: a host and a user stand there
    start = address.removesuffix(path) if address.endswith(path) else ""
    return [start + one if start else str(system.unstrip_protocol(one)) for one in found]
