import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_audit.document import Block, BlockKind, Document, Image, Link, Run, Text
from seo_audit.rendering.highlight import Object, Places, Spot, flow, indices, pieces, topmost
from seo_audit.source import Source, Span

SOURCE = "<h1>Les &oelig;ufs   du <b>marché</b></h1><p>Voir <a href='/prix'>les prix</a>.</p><img src=a.png><p></p>"
#         0         1         2         3         4         5         6         7         8         9


def at(part: str) -> Span:
    start = SOURCE.index(part)
    return Span(start, start + len(part))


HEADING = Text(
    "Les œufs du marché",
    (
        Run(0, 4, 8),  # « Les »
        Run(4, 8, 15),  # &oelig;
        Run(5, 15, 18),  # ufs
        Run(8, 18, 21),  # three spaces for one
        Run(9, 21, 24),  # du
        Run(12, 27, 33),  # marché
    ),
)


def paragraph() -> Text:
    voir, prix = at("Voir "), at("les prix")
    dot = SOURCE.index("</a>.") + 4
    return Text("Voir les prix.", (Run(0, *voir), Run(5, *prix), Run(13, dot, dot + 1)))


def document() -> Document:
    whole = at(SOURCE[SOURCE.index("<p>Voir") : SOURCE.index("<img")])
    return Document(
        Source(SOURCE),
        "html",
        (
            Block(BlockKind.HEADING, HEADING, Span(0, SOURCE.index("<p>")), level=1),
            Block(BlockKind.PARAGRAPH, paragraph(), whole),
            Block(BlockKind.PARAGRAPH, Text(""), at("<p></p>")),
        ),
        links=(
            Link(
                Text("/prix", (Run(0, *at("/prix")),)),
                Text("les prix"),
                at("<a href='/prix'>les prix</a>"),
                block=1,
                start=5,
                end=13,
            ),
        ),
        images=(Image(Text("a.png"), None, at("<img src=a.png>")),),
    )


def words(span: Span) -> str:
    found = indices(HEADING, span)
    return HEADING.value[found[0] : found[1]] if found else "–"


def test_characters_that_stand_alone() -> None:
    assert words(Span(4, 7)) == "Les"
    assert words(Span(15, 18)) == "ufs"


def test_an_entity_is_taken_whole() -> None:
    assert words(Span(10, 12)) == "œ"
    assert words(Span(10, 16)) == "œu"


def test_white_space_written_as_several() -> None:
    assert words(Span(19, 20)) == " "
    assert words(Span(20, 22)) == " d"


def test_tags_between_are_no_text() -> None:
    assert words(Span(21, 29)) == "du ma"
    assert words(Span(24, 27)) == "–"


def test_all_of_it_and_nothing_of_it() -> None:
    assert words(Span(0, len(SOURCE))) == HEADING.value
    assert words(Span(0, 4)) == "–"
    assert words(Span(33, 99)) == "–"
    assert indices(Text("sans place"), Span(0, 9)) is None


def test_an_empty_place_is_the_character_after_it_else_before() -> None:
    assert words(Span(5, 5)) == "e"
    assert words(Span(33, 33)) == "é"
    assert words(Span(25, 25)) == "–"


@settings(max_examples=100)
@given(st.data())
def test_the_way_back_from_a_span(data: st.DataObject) -> None:
    # random texts: runs of plain characters, and of characters that stand for something longer
    runs, value, place = [], "", 0
    for plain, length, gap in data.draw(
        st.lists(st.tuples(st.booleans(), st.integers(1, 5), st.integers(0, 3)), max_size=6)
    ):
        place += gap
        wide = length if plain else length + 2
        runs.append(Run(len(value), place, place + wide))
        value += "x" * length
        place += wide
    text = Text(value, tuple(runs))
    if not value:
        return
    start = data.draw(st.integers(0, len(value) - 1))
    end = data.draw(st.integers(start + 1, len(value)))
    span = text.span(start, end)
    assert span
    found = indices(text, span)
    assert found
    assert found[0] <= start
    assert end <= found[1]
    assert text.span(*found) == span


def test_a_place_in_the_text() -> None:
    assert Places(document()).find(at("marché")) == (Spot(0, 12, 18),)


def test_a_place_over_two_blocks() -> None:
    span = Span(at("marché").start, at("Voir").end)
    assert Places(document()).find(span) == (Spot(0, 12, 18), Spot(1, 0, 4))


def test_a_link_is_shown_where_its_text_is() -> None:
    places = Places(document())
    assert places.find(at("<a href='/prix'>les prix</a>")) == (Spot(1, 5, 13),)
    assert places.find(at("/prix")) == (Spot(1, 5, 13),)


def test_an_image_is_an_object() -> None:
    assert Places(document()).find(at("<img src=a.png>")) == (Object(0),)
    assert Places(document()).find(at("a.png")) == (Object(0),)


def test_a_tag_is_beside_its_block_and_the_rest_nowhere() -> None:
    assert Places(document()).find(at("<h1>")) == (Spot(0, 0, 0),)
    assert Places(document()).find(at("<p></p>")) == (Spot(2, 0, 0),)
    assert Places(document()).find(Span(len(SOURCE) + 5, len(SOURCE) + 6)) == ()
    assert Places(Document(Source(""), "text")).find(Span(0, 1)) == ()


def test_nested_blocks_are_found_innermost() -> None:
    source = "- un\n  - deux x\n- trois"
    outer = Block(BlockKind.LIST_ITEM, Text("un", (Run(0, 2, 4),)), Span(0, 15))
    inner = Block(BlockKind.LIST_ITEM, Text("deux", (Run(0, 9, 13),)), Span(7, 15))
    last = Block(BlockKind.LIST_ITEM, Text("trois", (Run(0, 18, 23),)), Span(16, 23))
    places = Places(Document(Source(source), "markdown", (outer, inner, last)))
    assert places.find(Span(14, 15)) == (Spot(1, 0, 0),)
    assert places.find(Span(0, 1)) == (Spot(0, 0, 0),)
    assert places.find(Span(3, 19)) == (Spot(0, 1, 2), Spot(1, 0, 4), Spot(2, 0, 1))


def test_pieces_cut_where_ranges_begin_and_end() -> None:
    found = pieces(10, [(2, 6), (4, 8), (4, 4), (6, 99)])
    assert [(one.start, one.end, one.covers, one.ends) for one in found] == [
        (0, 2, (), ()),
        (2, 4, (0,), ()),
        (4, 6, (0, 1), (0,)),
        (6, 8, (1, 3), (1,)),
        (8, 10, (3,), (3,)),
    ]
    assert pieces(0, [(0, 5)]) == ()
    assert [(one.start, one.end) for one in pieces(3, [])] == [(0, 3)]


@settings(max_examples=80)
@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=8),
)
def test_every_character_is_in_one_piece(length: int, ranges: list[tuple[int, int]]) -> None:
    found = pieces(length, ranges)
    assert [at for one in found for at in range(one.start, one.end)] == list(range(length))
    for one in found:
        for at in range(one.start, one.end):
            assert one.covers == tuple(
                number for number, (start, end) in enumerate(ranges) if start <= at < end
            )
    ended = [number for one in found for number in one.ends]
    assert sorted(ended) == [
        number for number, (start, end) in enumerate(ranges) if max(start, 0) < min(end, length)
    ]


def test_the_flow_is_in_the_order_of_the_source() -> None:
    kinds = [type(one).__name__ for _, one in flow(document())]
    assert kinds == ["Block", "Block", "Image", "Block"]


def test_an_image_in_a_paragraph_comes_after_it() -> None:
    source = Source("un ![](a) deux\n\ntrois")
    blocks = (
        Block(BlockKind.PARAGRAPH, Text("un deux"), Span(0, 14)),
        Block(BlockKind.PARAGRAPH, Text("trois"), Span(16, 21)),
    )
    images = (Image(Text("a"), Text(""), Span(3, 9)),)
    found = [
        type(one).__name__ for _, one in flow(Document(source, "markdown", blocks, images=images))
    ]
    assert found == ["Block", "Image", "Block"]


@pytest.mark.slow
def test_many_places_in_a_long_article_take_no_time() -> None:
    count = 20_000
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Text("mot", (Run(0, 5 * n, 5 * n + 3),)), Span(5 * n, 5 * n + 4))
        for n in range(count)
    )
    places = Places(Document(Source("x" * 5 * count), "text", blocks))
    assert all(places.find(Span(5 * n, 5 * n + 2)) == (Spot(n, 0, 2),) for n in range(count))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=8))
def test_what_is_topmost_is_the_last_range_there(ranges: list[tuple[int, int]]) -> None:
    seen = {place: number for start, end, number in topmost(ranges) for place in range(start, end)}
    for place in range(13):
        there = [number for number, (start, end) in enumerate(ranges) if start <= place < end]
        assert seen.get(place) == (there[-1] if there else None)
