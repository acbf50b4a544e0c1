"""Looking at the disk on an article's behalf, and remembering what was asked.

Rules ask whether a linked file is there. An audit kept in a cache holds only while the answers do,
so each look-up is noted, and can be asked again.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seo_audit.analysis.image_dimensions import Dimensions

Answer = str | int | None
LookUp = tuple[str, str, Answer]
"""A question, the path it is about, and the answer."""

MAXIMUM_BYTES = 10_000_000
"""Of a larger file only this much is read."""

MOST_NAMES = 200
"""Of a folder’s files so many are named."""

HEAD_BYTES = 262_144
"""Of an image’s file this much is read: what a camera writes before the picture fits in."""


class Disk:
    """What rules may ask about files. Answers stay the same for the life of the object."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], Answer] = {}
        self._texts: dict[str, str | None] = {}

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder."""
        return self._ask("kind", path) is not None

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder."""
        return self._ask("kind", path) == "folder"

    def is_file(self, path: Path) -> bool:
        """Whether there is something that is no folder."""
        return self._ask("kind", path) == "file"

    def size(self, path: Path) -> int | None:
        """Bytes of a file, None when there is none."""
        answer = self._ask("size", path)
        return answer if isinstance(answer, int) else None

    def dimensions(self, path: Path) -> "Dimensions | None":
        """Width and height of an image file in pixels; None where they cannot be read."""
        answer = self._ask("dimensions", path)
        if not isinstance(answer, str):
            return None
        width, _, height = answer.partition("x")
        return int(width), int(height)

    def names(self, path: Path) -> tuple[str, ...]:
        """The Markdown files of a folder, in order, as far as MOST_NAMES; none when it is no folder."""
        answer = self._ask("names", path)
        return tuple(answer.split("\n")) if isinstance(answer, str) and answer else ()

    def text(self, path: Path) -> str | None:
        """A file's text, bytes that are not UTF-8 replaced; None when it cannot be read."""
        key = str(path)
        if key not in self._texts:
            content = _content(key)
            self._answers["digest", key] = _digest(content)
            self._texts[key] = None if content is None else content.decode("utf-8", "replace")
        return self._texts[key]

    def look_ups(self) -> tuple[LookUp, ...]:
        """What was asked so far, with the answers, in order."""
        return tuple((question, path, answer) for (question, path), answer in self._answers.items())

    def _ask(self, question: str, path: Path) -> Answer:
        key = (question, str(path))
        if key not in self._answers:
            self._answers[key] = _answer(*key)
        return self._answers[key]


def still_true(look_ups: Iterable[LookUp]) -> bool:
    """Whether the disk would give the same answers today."""
    return all(_answer(question, path) == answer for question, path, answer in look_ups)


def _answer(question: str, path: str) -> Answer:
    if question == "digest":
        return _digest(_content(path))
    if question == "names":
        return _names(path)
    if question == "dimensions":
        from seo_audit.analysis.image_dimensions import dimensions  # noqa: PLC0415  waits for an image

        found = dimensions(_content(path, HEAD_BYTES) or b"")
        return f"{found[0]}x{found[1]}" if found else None
    return _state(question, path)


def _names(path: str) -> str | None:
    try:
        # what cannot be printed could not be kept in a cache, nor told from two names
        names = sorted(
            name
            for name in os.listdir(path)  # noqa: PTH208  names alone
            if name.endswith(".md") and name.isprintable()
        )
    except (OSError, ValueError):
        return None
    return "\n".join(names[:MOST_NAMES])


def _state(question: str, path: str) -> Answer:
    try:
        state = os.stat(path)  # noqa: PTH116  a path from a page may hold anything
    except (OSError, ValueError):
        return None
    is_folder = (state.st_mode & 0o170000) == 0o040000
    if question == "size":
        return None if is_folder else state.st_size
    return "folder" if is_folder else "file"


def _content(path: str, most: int = MAXIMUM_BYTES) -> bytes | None:
    try:
        # a FIFO must not hold us
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None
    try:
        # a folder is no file, and would leave the descriptor open
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _digest(content: bytes | None) -> str | None:
    from hashlib import blake2b  # noqa: PLC0415  few rules read other files

    return None if content is None else blake2b(content, digest_size=16).hexdigest()
