"""Hand-written tables of contents are no text of the article; their links are still its links."""

from tables import each_row

from seo_audit.parsing.markdown.parser import parse
from seo_audit.source import Source

PARTS = "## Le bois\n\nIl sèche deux ans.\n\n## Le pain\n\nIl lève une nuit.\n"
TABLES = {
    "a list": "- [Le bois](#le-bois)\n- [Le pain](#le-pain)\n",
    "a numbered list": "1. [Le bois](#le-bois)\n2. [Le pain](#le-pain)\n",
    "lists within lists": "- [Le bois](#le-bois)\n    - [Sécher](#sécher)\n- [Le pain](#le-pain)\n",
}


@each_row("name", TABLES)
def test_a_table_of_contents_is_no_text(name: str) -> None:
    document = parse(Source(TABLES[name] + "\n" + PARTS))
    alone = parse(Source(PARTS))
    assert [block.text.value for block in document.blocks] == [
        block.text.value for block in alone.blocks
    ]
    assert len(document.links) == TABLES[name].count("](")
    assert all(link.block is None for link in document.links)


NONE = {
    "one link": "- [Le bois](#le-bois)\n",
    "other pages": "- [Le bois](bois.md)\n- [Le pain](pain.md#lever)\n",
    "links that are said something of": "- [Le bois](#le-bois), à fendre\n- [Le pain](#le-pain), à lever\n",
    "paragraphs": "[Le bois](#le-bois)\n\n[Le pain](#le-pain)\n",
}


@each_row("name", NONE)
def test_what_is_no_table_of_contents_is_kept(name: str) -> None:
    document = parse(Source(PARTS + "\n" + NONE[name] + "\n" + PARTS))
    assert len(document.blocks) == 8 + NONE[name].count("[")
    for link in document.links:
        assert link.block is not None
        text = document.blocks[link.block].text.value
        assert text[link.start : link.end] == link.text.value


def test_links_behind_a_table_know_their_blocks() -> None:
    text = f"{TABLES['a list']}\n{PARTS}\nVoir [la suite](suite.md).\n"
    document = parse(Source(text))
    link = document.links[-1]
    assert link.block == len(document.blocks) - 1
    assert document.blocks[link.block].text.value[link.start : link.end] == "la suite"
