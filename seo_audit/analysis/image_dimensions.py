"""Width and height of an image file, read from its first bytes: PNG, GIF, JPEG, WebP, BMP."""

import struct

Dimensions = tuple[int, int]


def dimensions(content: bytes) -> Dimensions | None:
    """Pixels across and down; None for another format, or where the bytes end too early."""
    try:
        found = _read(content)
    except struct.error:
        return None
    return found if found and all(0 < side < 100_000 for side in found) else None


def _read(content: bytes) -> Dimensions | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return _two(">II", content, 16)
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return _two("<HH", content, 6)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    if content.startswith(b"BM"):
        width, height = _two("<ii", content, 18)
        return width, abs(height)
    return _jpeg(content) if content.startswith(b"\xff\xd8") else None


def _two(layout: str, content: bytes, at: int) -> Dimensions:
    first, second = struct.unpack_from(layout, content, at)
    return first, second


def _webp(content: bytes) -> Dimensions | None:
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        low = [int.from_bytes(content[at : at + 3], "little") for at in (24, 27)]
        return low[0] + 1, low[1] + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = _two("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(content: bytes) -> Dimensions | None:
    at = 2
    turned = False
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        if marker == 0xE1:
            turned = turned or _is_turned(content[at + 4 : at + 2 + length])
        # a frame’s header; the others of these numbers are tables
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _two(">HH", content, at + 5)
            return (height, width) if turned else (width, height)
        at += 2 + length
    return None


def _is_turned(exif: bytes) -> bool:
    """Whether a camera says that the picture stands on its side: browsers turn it (CSS image-orientation)."""
    if not exif.startswith(b"Exif\0\0"):
        return False
    tiff = exif[6:]
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for number in range(min(count, 100)):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
        if tag == 0x0112:
            return bool(5 <= value <= 8)
    return False
