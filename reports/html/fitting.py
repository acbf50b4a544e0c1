"""A page of many articles that stays small: all of those to mend first, of the others as much as there is room for."""

import tempfile
from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct
from seo_audit.reports.html.context import Context
from seo_audit.reports.html.packing import Packer, shortened

BYTES = 4_000_000
"""What waits for the sizes of all to be known; beyond this it does so on disk."""


class _Kept(Struct, frozen=True):
    """An article that waits: where it begins in the file, and the bytes of its two forms there, one after the other."""

    start: int
    whole: int
    short: int


def fitted(
    rows: Sequence[Context],
    texts: Iterator[str],
    instead: Markup,
    room: int,
) -> tuple[Packer, Iterator[str]]:
    """The packed articles in the order of the rows, and what they share.

    Where all of all would take more than `room` bytes, the last to mend are shown without what stands between the
    marks of a rest; `instead` says so. Findings are never left out.
    """
    packer = Packer()
    waiting = tempfile.SpooledTemporaryFile(BYTES)  # noqa: SIM115  closed by whoever reads it to its end
    kept: list[_Kept] = []
    for row, text in zip(rows, texts, strict=False):
        pack = packer.packed if row["packed"] else packer.half_packed
        whole, short = (pack(one).encode() for one in (text, shortened(text, instead)))
        kept.append(_Kept(waiting.tell(), len(whole), len(short)))
        waiting.write(whole + short)
    room -= len(packer.sample) + sum(len(one.encode()) for _, one in packer.shared)
    fits = _fitting(rows, kept, room)

    def read() -> Iterator[str]:
        with waiting:
            for number, one in enumerate(kept):
                waiting.seek(one.start if number in fits else one.start + one.whole)
                yield waiting.read(one.whole if number in fits else one.short).decode()

    return packer, read()


def _fitting(rows: Sequence[Context], kept: Sequence[_Kept], room: int) -> set[int]:
    """Numbers of the articles that are shown whole."""
    room -= sum(one.short for one in kept)
    fits = set()
    for number in sorted(range(len(kept)), key=lambda number: rows[number]["urgency"]):
        room -= kept[number].whole - kept[number].short
        if room < 0:
            break
        fits.add(number)
    return fits
