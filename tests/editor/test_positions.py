"""Lines and characters in the protocol's three units, and back."""

import re

import pytest
from growth import grows_linearly
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.editor.positions import Encoding, Lines, Position

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("ab é’\u00a0🎈😀\r\n\u2028\x0c\x85\ud800"), max_size=40)


def units(text: str, encoding: Encoding) -> int:
    """How long a text is, counted another way."""
    each = {
        "utf-8": lambda char: len(char.encode("utf-8", "surrogatepass")),
        "utf-16": lambda char: 2 if ord(char) > 0xFFFF else 1,
        "utf-32": lambda _: 1,
    }[encoding]
    return sum(map(each, text))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_an_offset_is_its_position_and_back(
    text: str, encoding: Encoding, data: st.DataObject
) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    before = re.split(r"\r\n|\r(?!\n)|\n", text[:offset])
    position = lines.position(offset)
    if text[offset - 1 : offset + 1] == "\r\n":
        # between the two signs of one line end: on the line that they end
        assert lines.offset(position) == offset - 1
        return
    assert position == Position(len(before) - 1, units(before[-1], encoding))
    assert lines.offset(position) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, offsets=st.lists(st.integers(0, 40)))
def test_any_order_of_questions_has_the_same_answers(
    text: str, encoding: Encoding, offsets: list[int]
) -> None:
    lines = Lines(text, encoding)
    assert [lines.position(one) for one in offsets] == [
        Lines(text, encoding).position(one) for one in offsets
    ]


@each_row(
    ("place", "offset"),
    [
        (Position(0, 99), 3),  # beyond the end of a line: its end, before the line end
        (Position(9, 0), 9),  # beyond the last line: the end
        (Position(1, 1), 4),  # within 🎈: before it
        (Position(1, 2), 5),
        (Position(-1, -1), 0),
    ],
)
def test_positions_that_are_none(place: Position, offset: int) -> None:
    assert Lines("abc\n🎈de\nx", "utf-16").offset(place) == offset


def test_only_what_ends_a_line_in_the_protocol_ends_one() -> None:
    lines = Lines("a\u2028b\x0cc\x85d\re\r\nf\ng", "utf-16")
    assert [lines.position(n).line for n in range(15)] == [0] * 8 + [1] * 3 + [2, 2, 3, 3]


def test_many_places_on_one_line_take_one_walk() -> None:
    def work(size: int) -> None:
        lines = Lines("é" * size, "utf-16")
        for offset in range(size):
            lines.position(offset)

    assert grows_linearly(work, 50_000)
