"""The proof that edits did what they say and nothing else: the new text read again, and compared.

What stands in a text must read there as the edits say, to the letter, in an article that is otherwise the same: the
kinds and levels of its blocks, its links, images, head, front matter, comments. Edits of markup (a heading's level, an
attribute) may change what they touch; everything else must be as it was.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from seo_audit.document import Block, Document, Text
from seo_audit.fixing.composing import made
from seo_audit.judging.edited_text import Replacement, edited, replacements
from seo_audit.rule import Edit
from seo_audit.source import Span

_Part = tuple[str, Span | None, tuple[Any, ...]]
"""Something of an article: what it is, where it stands, and all that is said of it."""


def differences(old: Document, new: Document, edits: Sequence[Edit]) -> frozenset[int] | None:
    """What is wrong in the document made by edits, which stand in order: None when nothing is.

    The blocks of the old document whose text reads otherwise than it should, by number, where that is all; else none.
    """
    texts = _Expected(old, edits)
    loose = [
        (Span(edit.start, edit.end), span) for edit, span in made(edits) if edit not in texts.placed
    ]
    replaced, written = [one for one, _ in loose], [one for _, one in loose]
    before = [part for part in _parts(old, texts) if not _touches(replaced, part[1])]
    after = [part for part in _parts(new, None) if not _touches(written, part[1])]
    if _said(before) != _said(after):
        return _wrong_texts(old, new, texts) if not loose else frozenset()
    return None if _keeps_targets(old, new) else frozenset()


class _Expected:
    """What the texts of a document are to read."""

    def __init__(self, document: Document, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._references = document.format != "text"
        self.placed: set[Edit] = set()
        for text in _own_texts(document):
            self.placed.update(
                edit
                for edit, (start, end, new) in self._of(text)
                if new or end - start < len(text.value)
            )
        self.placed -= set(_of_markup(document, edits))

    def value(self, text: Text) -> str:
        """What a text is to read."""
        found = [change for edit, change in self._of(text) if edit in self.placed]
        return edited(text.value, found) if found else text.value

    def _of(self, text: Text) -> Iterator[tuple[Edit, Replacement]]:
        return replacements(text, self._edits, references=self._references)


def _of_markup(document: Document, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of more than a text, whatever they stand in: of lines, and of addresses that are shown as they are."""
    for edit in edits:
        changed = document.source.text[edit.start : edit.end] + edit.text
        if "\n" in changed or "\r" in changed:
            yield edit
    for text in (*(link.href for link in document.links), *(one.src for one in document.images)):
        for edit, _ in replacements(text, edits, references=True):
            yield edit


def _own_texts(document: Document) -> Iterator[Text]:
    """The texts that are read: blocks, titles, and the values that an article gives of itself."""
    yield from (block.text for block in document.blocks)
    if document.head:
        yield from document.head.titles
        yield from (meta.content for meta in document.head.metas)
    if document.front_matter:
        yield from (entry.text for entry in document.front_matter.entries if entry.text)


def _parts(document: Document, texts: _Expected | None) -> Iterator[_Part]:
    def read(text: Text | None) -> str | None:
        if text is None:
            return None
        return texts.value(text) if texts else text.value

    for block in document.blocks:
        yield (
            "block",
            block.span,
            (block.kind, block.level, block.language, read(block.text), *_marks(block)),
        )
    for link in document.links:
        yield (
            "link",
            link.span,
            (link.href.value, sorted(link.rel), link.image_alts, read(link.text)),
        )
    for image in document.images:
        yield (
            "image",
            image.span,
            (
                image.src.value,
                None if image.alt is None else image.alt.value,
                image.width,
                image.height,
            ),
        )
    for frame in document.frames:
        yield "frame", frame.span, (frame.src.value,)
    for furniture in document.furniture:
        yield "furniture", furniture.span, (furniture.reason,)
    for comment in document.comments:
        yield "comment", comment.span(), (comment.value,)
    yield from _head_parts(document, read)
    yield from _entry_parts(document, read)


def _entry_parts(document: Document, read: Any) -> Iterator[_Part]:
    front_matter = document.front_matter
    if front_matter is None:
        return
    ends = [entry.span.start - 1 for entry in front_matter.entries[1:]] + [front_matter.span.end]
    for entry, end in zip(front_matter.entries, ends, strict=False):
        # a value that is a table has no text, and reaches as far as the next key
        value = read(entry.text) if entry.text else repr(entry.value)
        yield "entry", Span(entry.span.start, max(entry.span.end, end)), (entry.key, value)


def _head_parts(document: Document, read: Any) -> Iterator[_Part]:
    head = document.head
    if head is None:
        return
    for title, span in zip(head.titles, head.title_spans, strict=False):
        yield "title", span, (read(title),)
    for meta in head.metas:
        yield "meta", meta.span, (meta.key, read(meta.content))
    for link in head.links:
        yield "head link", link.span, (sorted(link.rel), link.href.value, link.hreflang)
    for script in head.scripts:
        yield "script", script.span(), (script.value,)
    for one in head.properties:
        yield "property", one.span, (one.key, one.item_type)


def _marks(block: Block) -> tuple[int, int, tuple[str, ...]]:
    return len(block.strong), len(block.code), tuple(mark.value for mark in block.foreign)


def _said(parts: Iterable[_Part]) -> list[tuple[str, tuple[Any, ...]]]:
    return [(kind, said) for kind, _, said in parts]


def _wrong_texts(old: Document, new: Document, texts: _Expected) -> frozenset[int]:
    if len(old.blocks) != len(new.blocks):
        return frozenset()
    return frozenset(
        number
        for number, (before, after) in enumerate(zip(old.blocks, new.blocks, strict=True))
        if texts.value(before.text) != after.text.value
    )


def _keeps_targets(old: Document, new: Document) -> bool:
    """Whether no link of the article loses the place in it that it leads to."""
    lost = old.ids - new.ids
    return not lost or not any(
        link.href.value.startswith("#") and link.href.value[1:] in lost for link in new.links
    )


def _touches(ranges: Sequence[Span], span: Span | None) -> bool:
    """Whether edits of markup are about something that stands there."""
    if span is None or not ranges:
        return False
    # ranges stand in order and do not overlap
    number = bisect_left(ranges, span.start, key=_end)
    return number < len(ranges) and ranges[number].start <= span.end


def _end(span: Span) -> int:
    return span.end
