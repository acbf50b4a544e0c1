"""Markdown articles: what they hold, and what their front matter says."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Document, Metadata, Text
from seo_audit.french.word_lists import core, plain
from seo_audit.parsing.flow import Flow
from seo_audit.parsing.front_matter.header import FRONT_MATTER_NAMES, Header
from seo_audit.parsing.front_matter.header import read as read_header
from seo_audit.parsing.markdown.body import Body
from seo_audit.parsing.markdown.names import heading_ids, slug
from seo_audit.parsing.markdown.reader import Reader
from seo_audit.parsing.markdown.syntax import DEEPEST
from seo_audit.source import Source, Span

__all__ = ["DEEPEST", "FRONT_MATTER_NAMES", "parse"]


def parse(source: Source, *, names: Mapping[str, Sequence[str]] = FRONT_MATTER_NAMES) -> Document:
    """Read a Markdown article. `names` says which keys of the front matter mean what.

    Raises:
        SourceError: lists or quotes are nested deeper than DEEPEST levels.
    """
    header = read_header(source, names)
    front_matter = header.front_matter if header else None
    start = front_matter.span.end if front_matter else 0
    body = Body(source, start)
    flow = Flow(body.filler, source.text)
    flow.ids.update(body.ids)
    Reader(body, flow).read()
    blocks = tuple(flow.blocks)
    links = flow.links()
    metadata = _metadata(source, header, names)
    if metadata.title and not _names_itself(blocks, metadata.title.value):
        span = metadata.title.span() or Span(0, 0)
        blocks = (Block(BlockKind.HEADING, metadata.title, span, 1), *blocks)
        links = tuple(
            replace(link, block=link.block + 1) if link.block is not None else link
            for link in links
        )
    settings = front_matter.get("seo") if front_matter else None
    return Document(
        source=source,
        format="markdown",
        blocks=blocks,
        metadata=metadata,
        front_matter=front_matter,
        links=links,
        images=tuple(flow.images),
        frames=tuple(flow.frames),
        comments=body.comments,
        ids=frozenset(flow.ids) | heading_ids(blocks),
        settings=settings.value if settings and isinstance(settings.value, dict) else {},
    )


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


def _metadata(
    source: Source, header: Header | None, names: Mapping[str, Sequence[str]]
) -> Metadata:
    def texts(what: str) -> tuple[Text, ...]:
        return header.get(names.get(what, ())) if header else ()

    def first(what: str) -> Text | None:
        return next(iter(texts(what)), None)

    return Metadata(
        titles=texts("title")[:1],
        descriptions=texts("description")[:1],
        slug=slug(source, first("slug")),
        language=first("language"),
        keywords=_separated(texts("keywords")),
        authors=_separated(texts("authors")),
        published=first("published"),
        modified=first("modified"),
    )


def _separated(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """One text with commas holds several."""
    if len(texts) != 1:
        return texts
    parts = [
        texts[0].slice(match.start(), match.end())
        for match in re.finditer(r"[^,;\s][^,;]*", texts[0].value)
    ]
    return tuple(part.slice(0, len(part.value.rstrip())) for part in parts)
