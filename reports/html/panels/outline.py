"""The tree of headings."""

from msgspec import Struct, field

from seo_audit.document import Document
from seo_audit.measures import Measures


class Heading(Struct):
    """A heading of the outline; one without a block stands for a level that was skipped."""

    level: int
    number: int | None = None
    text: str = ""
    words: int = 0
    children: list["Heading"] = field(default_factory=list)


class Outline(Struct, frozen=True):
    """The tree of headings."""

    tops: tuple[Heading, ...]
    skipped: int


def outline(document: Document, measures: Measures) -> Outline:
    """The headings as a tree, with an entry for each level that is skipped."""
    words = {id(section.heading): section.words for section in measures.sections if section.heading}
    tops: list[Heading] = []
    open_: list[Heading] = []
    skipped = 0
    for at, block in enumerate(document.blocks):
        if not block.level:
            continue
        while open_ and open_[-1].level >= block.level:
            open_.pop()
        # nothing is skipped before the first heading: an article may begin at level 2
        above = open_[-1].level if open_ else (0 if tops else block.level - 1)
        for level in range(above + 1, block.level):
            if not open_ and level == 1:
                continue  # a second top beside the first is the rule h1's business
            gap = Heading(level)
            (open_[-1].children if open_ else tops).append(gap)
            open_.append(gap)
            skipped += 1
        heading = Heading(
            block.level, at, " ".join(block.text.value.split()), words.get(id(block), 0)
        )
        (open_[-1].children if open_ else tops).append(heading)
        open_.append(heading)
    return Outline(tuple(tops), skipped)
