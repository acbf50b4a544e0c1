"""Where a comment goes that silences a rule: in the source, without a change to what the article says."""

from collections.abc import Iterator
from typing import Any

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.document import Block, Document
from seo_audit.errors import SeoAuditError
from seo_audit.fixing.composing import applied
from seo_audit.judging.suppression import directives
from seo_audit.lazy import regex
from seo_audit.report import PlacedFinding
from seo_audit.rule import Edit
from seo_audit.source import Source, Span

_INDENT = regex(r"[ \t]*")
Edits = tuple[Edit, ...]


def silence(document: Document, rule: str, finding: PlacedFinding, config: Config) -> Edits | None:
    """Edits that write a comment after which the finding is silent; None where no comment can stand.

    Each place that might do is tried: the new text must read as the old one did, comments apart.
    """
    if document.format == "text" or (
        document.source.path and document.source.path.suffix == ".mdx"
    ):
        return None
    for edits in _candidates(document, rule, finding.span):
        if _holds(document, rule, finding.span, edits, config):
            return edits
    return None


def _candidates(document: Document, rule: str, span: Span | None) -> Iterator[Edits]:
    """Edits that may do, the plainest first."""
    text = document.source.text
    off, on = f"<!-- seo-audit-disable {rule} -->", f"<!-- seo-audit-enable {rule} -->"
    following = f"<!-- seo-audit-disable-next-line {rule} -->"
    end = _line_end(document.source)
    if span is None:
        lead = "" if text.endswith(("\n", "\r")) else end
        # a comment that is no part of the last paragraph
        yield (Edit(len(text), len(text), f"{lead}{end}{off}{end}"),)
        return
    position = document.source.position(span.start)
    line = document.source.line_span(position.line)
    indent = _INDENT.match(text, line.start, line.end)
    before = indent[0] if indent else ""
    yield (Edit(line.start, line.start, f"{before}{following}{end}"),)
    block = _block_around(document, span)
    if document.format == "markdown":
        if position.line > 1:
            last = document.source.line_span(position.line - 1)
            yield (Edit(last.end, last.end, f" {following}"),)
        yield (Edit(span.start, span.start, off), Edit(span.end, span.end, on))
    if block is not None:
        yield (
            Edit(block.span.start, block.span.start, off),
            Edit(block.span.end, block.span.end, on),
        )
    tag = text.rfind("<", 0, span.start + 1)
    if document.format == "html" and tag >= 0:
        yield (Edit(tag, tag, off),)
    if document.head is not None:
        place = document.head.span.end
        yield (Edit(place, place, off),)
        yield (Edit(0, 0, off),)


def _line_end(source: Source) -> str:
    """How lines end in a text."""
    first = source.text.find("\n")
    if first < 0:
        return "\r" if "\r" in source.text else "\n"
    return "\r\n" if source.text[first - 1 : first] == "\r" else "\n"


def _block_around(document: Document, span: Span) -> Block | None:
    """The smallest block that holds a place."""
    around = [
        block
        for block in document.blocks
        if block.span.start <= span.start and span.end <= block.span.end
    ]
    return min(around, key=lambda block: block.span.end - block.span.start, default=None)


def _holds(document: Document, rule: str, span: Span | None, edits: Edits, config: Config) -> bool:
    """Whether the comment is read as one, silences the place, and changes nothing else."""
    old = document.source
    source = Source(applied(old.text, edits), old.name, old.path, old.encoding)
    try:
        new = engine.read(source, config, document.format)
    except SeoAuditError:
        return False
    if _said(document) != _said(new):
        return False
    found = [one for one in directives(new) if one.rules == (rule,)]
    if span is None:
        return any(one.whole for one in found)
    start = span.start + sum(len(edit.text) for edit in edits if edit.start <= span.start)
    return any(one.start <= start < one.end for one in found)


def _said(document: Document) -> Any:
    """What an article says, wherever it stands."""
    return (
        [(block.kind, block.level, block.text.value) for block in document.blocks],
        [(link.href.value, link.text.value) for link in document.links],
        [image.src.value for image in document.images],
        [title.value for title in document.metadata.titles],
        document.front_matter.kind if document.front_matter else None,
    )
