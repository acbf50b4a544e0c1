"""Tables of contents that authors write: lists of links to parts of the same article."""

from collections.abc import Sequence

from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Link

_FEWEST = 2


def without_contents(
    blocks: Sequence[Block], links: Sequence[Link]
) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """Blocks and links without the texts of hand-written tables of contents.

    Generators make the same table by themselves, and then it is no text of the article. The links stay, between blocks:
    where they lead can be wrong.
    """
    entries = _entries(blocks, links)
    table: set[int] = set()
    run: list[int] = []
    for number in range(len(blocks) + 1):
        if number in entries:
            run.append(number)
            continue
        if len(run) >= _FEWEST:
            table.update(run)
        run = []
    if not table:
        return tuple(blocks), tuple(links)
    numbers: dict[int, int] = {}
    for number in range(len(blocks)):
        if number not in table:
            numbers[number] = len(numbers)
    return (
        tuple(blocks[number] for number in numbers),
        tuple(
            replace(link, block=None, start=0, end=0)
            if link.block in table
            else link
            if link.block is None
            else replace(link, block=numbers[link.block])
            for link in links
        ),
    )


def _entries(blocks: Sequence[Block], links: Sequence[Link]) -> set[int]:
    """The numbers of the items that are nothing but a link to a part of the article."""
    return {
        link.block
        for link in links
        if link.block is not None
        and link.href.value.startswith("#")
        and blocks[link.block].kind is BlockKind.LIST_ITEM
        and link.end - link.start == len(blocks[link.block].text.value)
    }
