"""The logo of a printed report, as an address that needs no file beside the page."""

import base64
import re
from pathlib import Path

from seo_audit.cli.options import UsageError
from seo_audit.message import Message
from seo_audit.source import printable_name, read_bytes

MAXIMUM_BYTES = 500_000
"""More than a logo needs; the page carries it."""

KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    # as an image an SVG runs no script and loads nothing
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml|<svg|<!--|<!DOCTYPE svg)", re.IGNORECASE),
        "image/svg+xml",
    ),
)
"""How files of each kind begin."""

NO_IMAGE = Message(
    fr="{name} : n’est pas une image qu’un rapport puisse porter (PNG, JPEG, GIF, WebP ou SVG)",
    en="{name}: no image a report can carry (PNG, JPEG, GIF, WebP or SVG)",
)


def address(path: Path) -> str:
    """A `data:` address that holds the image.

    Raises:
        SourceError: it cannot be read, or is too large.
        UsageError: it is no image.
    """
    name = printable_name(path)
    content = read_bytes(path, name, MAXIMUM_BYTES)
    kind = next((kind for begin, kind in KINDS if begin.match(content)), None)
    if kind is None:
        raise UsageError(NO_IMAGE, name=name)
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
