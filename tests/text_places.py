"""Whether every character of every text a document holds stands where the text says."""

import html
import re
from collections.abc import Iterator

from seo_audit.document import Document, Text

WHITE = " \t\n\r\f\v"
_TAG = re.compile(r"</?\w[^<>]*>")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def texts(document: Document) -> Iterator[Text]:
    """Every text of a document that is read (addresses and values too)."""
    yield from (block.text for block in document.blocks)
    for link in document.links:
        yield from (link.href, link.text)
    for image in document.images:
        yield image.src
        if image.alt is not None:
            yield image.alt
    for frame in document.frames:
        yield frame.src
    yield from document.comments
    said = document.metadata
    single = (said.language, said.published, said.modified)
    yield from (
        text
        for text in (*said.titles, *said.descriptions, *said.keywords, *said.authors, *single)
        if text is not None
    )
    if document.front_matter is not None:
        yield from (entry.text for entry in document.front_matter.entries if entry.text)


def misplaced(document: Document) -> list[tuple[str, str]]:
    """Parts of texts with what the source holds at their place, where the two do not agree."""
    found = []
    for text in texts(document):
        ends = [*(run.index for run in text.runs[1:]), len(text.value)]
        after = 0
        for run, end in zip(text.runs, ends, strict=False):
            value = text.value[run.index : end]
            there = document.source.text[run.start : run.end]
            if run.start < after or not _same(value, there):
                found.append((value, there))
            after = run.end
        if text.value and (not text.runs or text.runs[0].index):
            found.append((text.value, "no place"))
    return found


def _same(value: str, there: str) -> bool:
    if "\ufffd" in value:
        there = there.replace("\0", "\ufffd")
    if len(value) == len(there):
        return all(
            a == b or (a in WHITE and b.isspace()) for a, b in zip(value, there, strict=True)
        )
    if not value.strip(WHITE):  # a space, or a line break that was asked for
        return _unescaped(there).isspace() or bool(_TAG.fullmatch(there))
    if value == "mailto:":
        return not there
    # twice: in a table's cell, a pipe's backslash may itself be escaped
    once = _unescaped(there)
    return value in (html.unescape(there), once, _unescaped(once))


def _unescaped(there: str) -> str:
    if there == "''":
        return "'"
    pairs = re.sub(
        r"\\u([0-9a-fA-F]{4})\\u([0-9a-fA-F]{4})",
        lambda pair: bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be"),
        there,
    )
    codes = re.sub(r"\\(?:u|x)([0-9a-fA-F]{2,4})", lambda code: chr(int(code[1], 16)), pairs)
    return re.sub(r"\\(.)", lambda escape: _ESCAPES.get(escape[1], escape[1]), codes)
