"""The folder of a run, on a file system or at an address: what is kept of its shards, and what it found.

`shards/NAME/` holds the files of a shard, `shards/NAME.halved` says that it kills whoever does it as a whole. A shard
is there whole or not at all, whoever writes it and however that ends.
"""

import shutil
import tempfile
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from seo_audit.errors import OutputError, reason_of
from seo_audit.message import Message
from seo_audit.site import storage
from seo_audit.source import printable_name

NOT_WRITABLE = Message(
    fr="{name} : le dossier du passage (--run) ne peut être écrit ({reason})",
    en="{name}: the run's folder (--run) cannot be written ({reason})",
)

SHARDS = "shards"
HALVED = ".halved"
"""What the name of a file ends with that remembers: this shard is done in halves."""
UNFINISHED = ".unfinished-"
"""What the name of a shard's folder begins with while it is written."""
WHOLE = "_SUCCESS"
"""The last file of a shard at an address, where folders cannot be moved: the others are there. Named as Hadoop does."""

Fill = Callable[[Path], None]
"""Writes the files of a shard into a folder."""


class RunFolder(Protocol):
    """The folder of a run. Errors are OSError, or SeoAuditError at an address."""

    def make(self) -> None:
        """Make it, unless it is there. OutputError when it cannot be written."""

    def has(self, shard: str) -> bool:
        """Whether a shard is there."""

    def shards(self) -> Collection[str]:
        """The shards that are there."""

    def add(self, shard: str, fill: Fill) -> None:
        """Have the files of a shard written, unless it is there meanwhile."""

    def halve(self, shard: str) -> None:
        """Remember that a shard is done in halves."""

    def halved(self) -> Collection[str]:
        """The shards that are done in halves."""

    def tidy(self, kept: Collection[str]) -> None:
        """Take away other shards than these, and what a killed run left behind."""

    def brought(self, shards: Sequence[str], work: Path) -> Sequence[Path]:
        """Folders with the files of shards, on this machine; `work` is one for what must be brought here."""

    def read(self, file: str) -> bytes:
        """A file of the run. OSError or SeoAuditError when there is none."""

    def write(self, file: str, content: bytes) -> None:
        """Write a file of the run, whole or not at all."""

    def remove(self, file: str) -> None:
        """Take a file of the run away, where there is one."""


def at(name: str) -> RunFolder:
    """The folder of a run, by its path or address."""
    return AtAddress(name) if storage.is_address(name) else OnDisk(storage.path_of(name))


class OnDisk:
    """On a file system, where a folder is moved to its place as one."""

    def __init__(self, name: str) -> None:
        self._path = Path(name)
        self._shards = self._path / SHARDS

    def make(self) -> None:  # noqa: D102  as above, here and below
        try:
            self._shards.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            name = printable_name(self._path)
            raise OutputError(NOT_WRITABLE, name=name, reason=reason_of(error)) from error

    def has(self, shard: str) -> bool:  # noqa: D102
        return (self._shards / shard).is_dir()

    def shards(self) -> Collection[str]:  # noqa: D102
        return {one for one in self._names() if not one.endswith(HALVED)}

    def add(self, shard: str, fill: Fill) -> None:  # noqa: D102
        self._shards.mkdir(parents=True, exist_ok=True)
        folder, place = (
            Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self._shards)),
            self._shards / shard,
        )
        try:
            fill(folder)
            folder.chmod(0o755)
            try:
                folder.rename(place)
            except OSError:
                if not place.is_dir():  # somebody else made the same
                    raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def halve(self, shard: str) -> None:  # noqa: D102
        self._shards.mkdir(parents=True, exist_ok=True)
        (self._shards / f"{shard}{HALVED}").touch()

    def halved(self) -> Collection[str]:  # noqa: D102
        return {one.removesuffix(HALVED) for one in self._names() if one.endswith(HALVED)}

    def tidy(self, kept: Collection[str]) -> None:  # noqa: D102
        for name in self._names():
            if _is_left(name, kept):
                shutil.rmtree(self._shards / name, ignore_errors=True)

    def brought(self, shards: Sequence[str], work: Path) -> Sequence[Path]:  # noqa: D102, ARG002
        return [self._shards / name for name in shards]

    def read(self, file: str) -> bytes:  # noqa: D102
        return (self._path / file).read_bytes()

    def write(self, file: str, content: bytes) -> None:  # noqa: D102
        written = self._path / f".{file}"
        written.write_bytes(content)
        written.replace(self._path / file)

    def remove(self, file: str) -> None:  # noqa: D102
        (self._path / file).unlink(missing_ok=True)

    def _names(self) -> list[str]:
        return [one.name for one in self._shards.iterdir()] if self._shards.is_dir() else []


class AtAddress:
    """At an address, where each file appears as one but no folder does: the last file says that all are there."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._system, path = storage.file_system(address)
        self._path = path.rstrip("/")
        self._shards = f"{self._path}/{SHARDS}"

    def make(self) -> None:  # noqa: D102
        with storage.writing(self._address):
            self._make_folder(self._path)
            self._make_folder(self._shards)
            # whoever may not write learns it before the work, not after
            with tempfile.NamedTemporaryFile(prefix=UNFINISHED) as empty:
                place = f"{self._shards}/{Path(empty.name).name}"
                self._system.put_file(empty.name, place)
                self._system.rm_file(place)

    def has(self, shard: str) -> bool:  # noqa: D102
        with storage.reading(self._address):
            self._system.invalidate_cache()  # others write there
            return bool(self._system.exists(f"{self._shards}/{shard}/{WHOLE}"))

    def shards(self) -> Collection[str]:  # noqa: D102
        with storage.reading(self._address):
            self._system.invalidate_cache()
            found = self._system.glob(f"{self._shards}/*/{WHOLE}")
            return {str(one).rsplit("/", 2)[1] for one in found}

    def add(self, shard: str, fill: Fill) -> None:  # noqa: D102
        place = f"{self._shards}/{shard}"
        with tempfile.TemporaryDirectory(prefix="seo-audit-") as name:
            folder = Path(name)
            fill(folder)
            with storage.writing(self._address):
                self._make_folder(place)
                for file in sorted(folder.iterdir()):
                    self._system.put_file(str(file), f"{place}/{file.name}")
                self._put(b"", f"{place}/{WHOLE}")

    def halve(self, shard: str) -> None:  # noqa: D102
        with storage.writing(self._address):
            self._put(b"", f"{self._shards}/{shard}{HALVED}")

    def halved(self) -> Collection[str]:  # noqa: D102
        return {one.removesuffix(HALVED) for one in self._names() if one.endswith(HALVED)}

    def tidy(self, kept: Collection[str]) -> None:  # noqa: D102
        left = [name for name in self._names() if _is_left(name, kept)]
        with storage.writing(self._address):
            for name in left:
                self._system.rm(f"{self._shards}/{name}", recursive=True)

    def brought(self, shards: Sequence[str], work: Path) -> Sequence[Path]:  # noqa: D102
        from seo_audit.site.joins import tables  # noqa: PLC0415  not for a run that finds its report

        files = [f"{name}/{table}.parquet" for name in shards for table in tables.SCHEMA]
        for name in shards:
            (work / SHARDS / name).mkdir(parents=True, exist_ok=True)
        there = [f"{self._shards}/{file}" for file in files]
        with storage.reading(self._address):
            self._system.invalidate_cache()
            # in one call: drivers ask for many at once
            self._system.get(there, [str(work / SHARDS / file) for file in files])
        return [work / SHARDS / name for name in shards]

    def read(self, file: str) -> bytes:  # noqa: D102
        with storage.reading(self._address):
            self._system.invalidate_cache()
            return bytes(self._system.cat_file(f"{self._path}/{file}"))

    def write(self, file: str, content: bytes) -> None:  # noqa: D102
        with storage.writing(self._address):
            self._put(content, f"{self._path}/{file}")

    def remove(self, file: str) -> None:  # noqa: D102
        place = f"{self._path}/{file}"
        with storage.writing(self._address):
            self._system.invalidate_cache()
            if self._system.exists(place):
                self._system.rm_file(place)

    def _put(self, content: bytes, place: str) -> None:
        with tempfile.NamedTemporaryFile() as file:
            file.write(content)
            file.flush()
            self._system.put_file(file.name, place)

    def _names(self) -> list[str]:
        with storage.reading(self._address):
            self._system.invalidate_cache()
            if not self._system.exists(self._shards):
                return []
            found = self._system.ls(self._shards, detail=False)
            return [str(one).rstrip("/").rsplit("/", 1)[1] for one in found]

    def _make_folder(self, path: str) -> None:
        with suppress(FileExistsError):
            # not its parents: on S3 that would be a bucket for every slip of the pen
            self._system.mkdir(path, create_parents=False)


def _is_left(name: str, kept: Collection[str]) -> bool:
    """Whether what stands among the shards is one that is not kept, or was left behind."""
    if name in kept or name.endswith(HALVED):
        return False
    return name.startswith(UNFINISHED) or len(name) == len(next(iter(kept), ""))
