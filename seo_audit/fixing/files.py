"""A mended article takes the place of its file: whole, or not at all."""

import contextlib
import os
import stat
from pathlib import Path

from seo_audit.errors import OutputError, reason_of
from seo_audit.message import Message
from seo_audit.source import leads_out, printable_name

UNWRITABLE = Message(
    fr="{name} : correction impossible ({reason})", en="{name}: cannot be fixed ({reason})"
)
LEADS_OUT = Message(
    fr="{name} : ce lien mène hors du dossier ; rien n’y est corrigé",
    en="{name}: this link leads out of the folder; nothing is fixed there",
)
CHANGED = Message(
    fr="{name} : modifié entre-temps ; rien n’y est corrigé",
    en="{name}: changed in the meantime; nothing is fixed in it",
)


def put(path: Path, before: bytes, after: bytes) -> None:
    """Write a file's new bytes where it still holds the old ones; a link keeps pointing at it.

    Its mode, owner and extended attributes are kept as far as the system lets us.

    Raises:
        OutputError: it may not be written, holds something else by now, or is reached by a link that leads out.
    """
    name = printable_name(path)
    try:
        if leads_out(path):
            raise OutputError(LEADS_OUT, name=name)
        place = Path(os.path.realpath(path))
        # opened for writing, so that a read-only file is refused although its folder is not
        with place.open("r+b") as file:
            if file.read() != before:
                raise OutputError(CHANGED, name=name)
            state = os.fstat(file.fileno())
        _replace(place, after, state)
    except OSError as error:
        raise OutputError(UNWRITABLE, name=name, reason=reason_of(error)) from error


def _replace(place: Path, content: bytes, state: os.stat_result) -> None:
    written = place.with_name(f".{place.name[:50]}.{os.urandom(6).hex()}")
    try:
        with written.open("xb") as file:
            file.write(content)
        _dress(written, place, state)
        written.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            written.unlink()
        raise


def _dress(written: Path, place: Path, state: os.stat_result) -> None:
    """Give the new file what the old one has besides its bytes."""
    own = written.stat()
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (state.st_uid, state.st_gid):
        with contextlib.suppress(OSError):
            os.chown(written, state.st_uid, state.st_gid)
    written.chmod(stat.S_IMODE(state.st_mode))
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for attribute in os.listxattr(place):
                os.setxattr(written, attribute, os.getxattr(place, attribute))
