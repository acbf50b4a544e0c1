"""What a header says of its article: metadata, and the main heading that the body leaves to it."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Link, Metadata, Run, Text
from seo_audit.french.word_lists import core, plain
from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.header import FOR_ENGINES, Header
from seo_audit.parsing.slugs import slug
from seo_audit.source import Source, Span


def metadata(source: Source, header: Header | None, names: Mapping[str, Sequence[str]]) -> Metadata:
    """The metadata that a header holds under the keys `names` lists; the slug may come from the file's name."""

    def texts(what: str) -> tuple[Text, ...]:
        return header.get(names.get(what, ())) if header else ()

    def first(what: str) -> Text | None:
        return next(iter(texts(what)), None)

    titles = texts("title")[:1]
    if header and titles and titles == header.get(_FAMILY) and header.get(_GIVEN):
        titles = ()  # « nom: Roy », « prenom: Jeanne »: a layout joins them
    return Metadata(
        titles=tuple(map(_shown, titles)),
        descriptions=texts("description")[:1],
        slug=slug(source, first("slug")),
        language=first("language"),
        keywords=_separated(texts("keywords")),
        authors=_separated(texts("authors")),
        published=first("published"),
        modified=first("modified"),
    )


_FAMILY = ("nom", "name")
_GIVEN = ("prenom", "prénom", "firstname", "first_name", "first-name", "givenname", "given_name")


def main_heading(
    header: Header | None, names: Mapping[str, Sequence[str]], said: Metadata
) -> Text | None:
    """The title that a layout shows above an article: its own, where another is for search engines."""
    if header is None or said.title is None:
        return said.title
    own = header.get([name for name in names.get("title", ()) if name not in FOR_ENGINES])
    return _shown(own[0]) if own else said.title


def with_title(
    blocks: tuple[Block, ...], links: tuple[Link, ...], title: Text | None
) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """The blocks, with the header's title as main heading before them where the body has none, and the links."""
    if not title or _names_itself(blocks, title.value):
        return blocks, links
    heading = Block(BlockKind.HEADING, title, title.span() or Span(0, 0), 1)
    moved = (
        replace(link, block=link.block + 1) if link.block is not None else link for link in links
    )
    return (heading, *blocks), tuple(moved)


def _names_itself(blocks: Sequence[Block], title: str) -> bool:
    """Whether the body holds the article's main heading, so that the front matter's title is none.

    It is the level-1 heading that repeats the title, or the only one, before all other headings.
    Several that say something else are sections: a blog's theme prints the title above them.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    mains = [block for block in headings if block.level == 1]
    if len(mains) == 1 and mains[0] is headings[0]:
        return True
    told = core(plain(title))
    names = (core(plain(block.text.value)) for block in mains[:1])
    return any(name and (name in told or told in name) for name in names)


_NOT_SHOWN = regex(
    r"\{\{[<%](?:(?![>%]\}\})[^\n]){0,300}+[>%]\}\}[ ]?"  # a short code of Hugo or Quarto
    r"|(?<!!)\[(?=[^\[\]\n]{1,300}\]\([^()\s]{0,300}\))|(?<=[^\s\[])\]\([^()\s]{0,300}\)"
)


def _shown(title: Text) -> Text:
    """A title as it is shown: without short codes, and without the addresses of the links it holds."""
    kept: list[tuple[int, int]] = []
    at = 0
    for match in _NOT_SHOWN.finditer(title.value):
        kept.append((at, match.start()))
        at = match.end()
    if not at:
        return title
    kept.append((at, len(title.value)))
    parts = [title.slice(start, end) for start, end in kept if start < end]
    runs: list[Run] = []
    value = ""
    for part in parts:
        runs += (Run(run.index + len(value), run.start, run.end) for run in part.runs)
        value += part.value
    return Text(value, tuple(runs))


def _separated(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """One text with commas holds several."""
    if len(texts) != 1:
        return texts
    parts = [
        texts[0].slice(match.start(), match.end())
        for match in re.finditer(r"[^,;\s][^,;]*", texts[0].value)
    ]
    return tuple(part.slice(0, len(part.value.rstrip())) for part in parts)
