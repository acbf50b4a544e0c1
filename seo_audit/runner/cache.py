"""What was rendered of an article is kept, and used again while nothing it rests on has changed.

An entry's name is a digest of all that: the tool's own files, the installed packages, the
configuration, the formats and how they look, the article's name and bytes, the day. What the rules
looked up on disk stands in the entry and is asked again. Entries are JSON after a line with their
digest; what is corrupt or foreign is passed over. A cache that cannot be read or written is silent.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from seo_audit.version import __version__

LIMIT_ENTRIES = 20_000
LIMIT_BYTES = 256_000_000
"""Beyond either, the entries not used for longest are removed, down to three quarters."""

_SUFFIX = ".json"
_LEFT_OVER = 86_400
"""Seconds after which an unfinished entry is nobody's any more."""


class Cache:
    """Entries in a folder. None of its methods raises for what the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = b""
        self._stored = 0

    def name(self, *parts: object) -> str:
        """The name of the entry that rests on these parts, besides the tool itself; each by its repr."""
        if not self._base:
            self._base = repr(tuple(identity())).encode("utf-8", "surrogateescape")
        digest = blake2b(self._base, digest_size=20)
        for part in parts:
            content = part if isinstance(part, bytes) else _bytes(repr(part))
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
        return digest.hexdigest()

    def load(self, name: str) -> Any:
        """The data of an entry, None when there is none that can be used."""
        path = self._folder / f"{name}{_SUFFIX}"
        try:
            head, _, content = path.read_bytes().partition(b"\n")
            if head.decode("ascii") != _digest(content):
                return None
            data = msgspec.json.decode(content)
            os.utime(path)
        except (OSError, ValueError, msgspec.DecodeError, RecursionError):
            return None
        return data

    def store(self, name: str, data: Any) -> None:
        """Keep data that JSON can hold."""
        content = msgspec.json.encode(data)
        place = self._folder / f"{name}{_SUFFIX}"
        written = self._folder / f"{name}{_SUFFIX}.{os.urandom(6).hex()}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            written.write_bytes(_digest(content).encode() + b"\n" + content)
            written.replace(place)
        except OSError:
            with contextlib.suppress(OSError):
                written.unlink()
            return
        self._stored += 1

    def prune(self) -> None:
        """Remove what was not used for longest, when there is too much and something was added."""
        if not self._stored:
            return
        entries = sorted(_entries(self._folder))
        count, total = len(entries), sum(size for _, size, _ in entries)
        if count <= LIMIT_ENTRIES and total <= LIMIT_BYTES:
            return
        for _, size, path in entries:
            if count <= LIMIT_ENTRIES * 3 // 4 and total <= LIMIT_BYTES * 3 // 4:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108  a name from scandir
            count, total = count - 1, total - size


def _entries(folder: Path) -> Iterator[tuple[float, int, str]]:
    """Last use, size and path of each entry; unfinished ones of old are removed on the way."""
    try:
        with os.scandir(folder) as found:
            for entry in found:
                stem, _, rest = entry.name.partition(_SUFFIX)
                if len(stem) != 40 or not set(stem) <= set("0123456789abcdef"):
                    continue  # not ours
                with contextlib.suppress(OSError):
                    state = entry.stat(follow_symlinks=False)
                    if not rest:
                        yield state.st_mtime, state.st_size, entry.path
                    elif time.time() - state.st_mtime > _LEFT_OVER:
                        os.unlink(entry.path)  # noqa: PTH108  a name from scandir
    except OSError:
        return


def identity() -> Iterator[object]:
    """What the tool itself is: its version and files, the interpreter, the packages installed."""
    yield __version__
    yield sys.version
    folders = [Path(__file__).parents[1]]
    for package in ("seo_audit.rules", "seo_audit.reports"):
        folders += _locations(package)
    for folder in folders:
        yield from _files(folder)
    # a rule may come from another package, and a parser's new version may read otherwise
    for place in sys.path:
        with contextlib.suppress(OSError):
            yield tuple(
                sorted(name for name in os.listdir(place or ".") if name.endswith("-info"))  # noqa: PTH208
            )


def _locations(package: str) -> Iterable[Path]:
    from importlib.util import find_spec  # noqa: PLC0415

    spec = find_spec(package)
    return map(Path, (spec.submodule_search_locations if spec else None) or ())


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Each file below a folder, with its size and the time of its last change."""
    stack = [str(folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    stack.append(entry.path)
            elif not entry.name.startswith("."):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
