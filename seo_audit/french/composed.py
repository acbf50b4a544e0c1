"""Decomposed letters (« e » and a combining accent) put together, with the way back to the original places."""

import unicodedata
from bisect import bisect_right

__all__ = ["Composed", "has_marks"]


from seo_audit.lazy import regex

_MARK = regex("[\u0300-\u036f]")
_CLUSTER = regex("[^\u0300-\u036f][\u0300-\u036f]{1,4}")


def has_marks(text: str) -> bool:
    """True where *text* holds combining marks, so that a search for « é » could miss one."""
    return _MARK.search(text) is not None


class Composed:
    """A text whose letters and combining marks are put together (NFC), and the way from its places to those of the original."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._original = [0]  # ends of the changed places, in the original …
        self._inner = [0]  # … and in the composed text
        done = length = 0
        for cluster in _CLUSTER.finditer(text):
            piece = unicodedata.normalize("NFC", cluster.group())
            pieces += (text[done : cluster.start()], piece)
            length += cluster.start() - done + len(piece)
            done = cluster.end()
            self._original.append(done)
            self._inner.append(length)
        pieces.append(text[done:])
        self.text = "".join(pieces)

    def outward(self, position: int) -> int:
        """The place in the original of a place in `text`."""
        index = bisect_right(self._inner, position) - 1
        return position - self._inner[index] + self._original[index]

    def inward(self, position: int) -> int:
        """The place in `text` of a place in the original."""
        index = bisect_right(self._original, position) - 1
        return position - self._original[index] + self._inner[index]
