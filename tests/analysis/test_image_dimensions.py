"""Width and height of image files, from their first bytes."""

import struct

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.analysis.image_dimensions import dimensions

SIZE = (600, 400)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", *SIZE)
GIF = b"GIF89a" + struct.pack("<HH", *SIZE)
BMP = b"BM" + bytes(16) + struct.pack("<ii", 600, -400)
FRAME = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", 400, 600)
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xdb\0\x03a" + FRAME
EXIF = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
TURNED = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(EXIF) + 2) + EXIF + FRAME
WEBP = b"RIFF\0\0\0\0WEBP"
LOSSY = WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", *SIZE)
LOSSLESS = WEBP + b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 599 | 399 << 14)
EXTENDED = WEBP + b"VP8X" + bytes(8) + (599).to_bytes(3, "little") + (399).to_bytes(3, "little")


@each_row("content", [PNG, GIF, BMP, JPEG, LOSSY, LOSSLESS, EXTENDED])
def test_every_format(content: bytes) -> None:
    assert dimensions(content) == SIZE
    assert dimensions(content[:-1]) is None


def test_a_photograph_taken_sideways_is_turned() -> None:
    assert dimensions(TURNED) == (400, 600)


@each_row("content", [b"", b"<svg width='10'>", PNG[:16] + bytes(8)])
def test_anything_else_is_unknown(content: bytes) -> None:
    assert dimensions(content) is None


@given(
    start=st.sampled_from([b"", PNG[:8], GIF[:6], BMP[:2], JPEG[:2], WEBP, TURNED[:12]]),
    rest=st.binary(max_size=200),
)
def test_no_bytes_are_too_odd(start: bytes, rest: bytes) -> None:
    found = dimensions(start + rest)
    assert found is None or min(found) > 0
