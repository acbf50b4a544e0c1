"""Articles made small for a page of many: told once what they share, packed, unpacked by the browser when opened.

Texts that are the same in every article (why a rule is there, what a figure means) stand once on the page. What is left
is deflated after a sample that all share, so that its words cost next to nothing, and written as text of 85 signs.
"""

import base64
import re
import zlib
from collections.abc import Iterator

from markupsafe import Markup

from seo_audit.lazy import regex

SAMPLE = 30_000
"""Bytes of the sample; deflate looks no further back than 32 KiB."""

# our own markup: whatever an article holds is escaped, and cannot look like it
_SHARED = regex(r'(<(div|li|td)(?: class="\w+")? data-g=")([^"]+)(">)(.*?)(?=</\2>)', re.DOTALL)

_REST = regex(r"<!--rest( paper)?-->\n(.*?)<!--/rest-->\n", re.DOTALL)
_SEE = regex(r' <a class="see".*?</a>')


class Packer:
    """Packs one article after the other; the sample is the first one's beginning."""

    def __init__(self) -> None:
        self._shared: dict[str, tuple[int, Markup]] = {}
        self._deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        self._sample = b""
        self._head = ""

    @property
    def shared(self) -> Iterator[tuple[int, Markup]]:
        """What articles share: its number in them, and the markup."""
        yield from self._shared.values()

    @property
    def sample(self) -> str:
        """The element that holds the sample, once something was packed; it stands before what is packed."""
        length = len(self._sample)
        return (
            f'<script type="text/plain" id="sample" data-bytes="{length}">{self._head}</script>\n'
        )

    def half_packed(self, text: str) -> str:
        """An article whose summary and findings can be read at once."""
        made, end = "", 0
        for rest in _REST.finditer(text):
            made += _SHARED.sub(self._numbered, text[end : rest.start()]) + self.packed(rest[2])
            end = rest.end()
        return made + _SHARED.sub(self._numbered, text[end:])

    def packed(self, text: str) -> str:
        """The element that holds an article, or a part."""
        content = _SHARED.sub(self._numbered, text).encode("utf-8", "replace")
        if not self._sample:
            self._sample = content[:SAMPLE]
            head = self._deflate.compress(self._sample) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            self._head = signs(head)
        deflate = self._deflate.copy()
        body = deflate.compress(content) + deflate.flush()
        return f'<script type="text/plain" class="packed">{signs(body)}</script>\n'

    def _numbered(self, match: re.Match[str]) -> str:
        start, _, key, middle, content = match.groups()
        known = self._shared.setdefault(key, (len(self._shared), Markup(content)))  # noqa: S704  our own template made it
        return f"{start}{known[0]}{middle}"


def shortened(text: str, instead: str) -> str:
    """An article's summary and findings, with a word instead of the annotated text, panels and other rules."""
    return _SEE.sub("", _REST.sub(lambda rest: instead if rest[1] else "", text))


def signs(content: bytes) -> str:
    """Bytes as text of 85 signs, four bytes in five of them, none of which begins a tag in a script."""
    return base64.b85encode(content).decode("ascii").replace("<", ".")
