"""Markdown articles: what they hold, and what their front matter says."""

from collections.abc import Mapping, Sequence

from seo_audit.document import Document
from seo_audit.parsing.contents import without_contents
from seo_audit.parsing.flow import Flow
from seo_audit.parsing.front_matter.header import FRONT_MATTER_NAMES
from seo_audit.parsing.front_matter.header import read as read_header
from seo_audit.parsing.front_matter.metadata import main_heading, metadata, with_title
from seo_audit.parsing.markdown.body import Body
from seo_audit.parsing.markdown.names import heading_ids
from seo_audit.parsing.markdown.reader import Reader
from seo_audit.parsing.markdown.syntax import DEEPEST
from seo_audit.source import Source

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
    said = metadata(source, header, names)
    blocks, links = without_contents(flow.blocks, flow.links())
    blocks, links = with_title(blocks, links, main_heading(header, names, said))
    settings = front_matter.get("seo") if front_matter else None
    return Document(
        source=source,
        format="markdown",
        blocks=blocks,
        metadata=said,
        front_matter=front_matter,
        links=links,
        images=tuple(flow.images),
        frames=tuple(flow.frames),
        comments=body.comments,
        ids=frozenset(flow.ids) | heading_ids(blocks, source.text),
        settings=settings.value if settings and isinstance(settings.value, dict) else {},
    )
