"""Edits of the markup around a text: a level, an attribute, an element that goes. None where the source is not as plain as that."""

import html
import re

from seo_audit.document import Block, Document
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.rule import Edit, Fix
from seo_audit.rule_support.edits import written
from seo_audit.source import Span

_TAG = regex(r"<([a-zA-Z][a-zA-Z0-9-]*+)(?=[\s/>])")
_ATTRIBUTE = regex(
    r"""(?P<space>[\s/]++)(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'=<>`]++)))?+"""
)
_HASHES = regex(r" {0,3}(#{1,6})(?=[ \t\r\n]|\Z)")
_OPENING = regex(r"<[hH]([1-6])(?=[\s>])")
_CLOSING = regex(r"</[hH]([1-6])\s*>\Z")
_BLANKS = " \t"


def suggestion(why: Message, *edits: Edit | None) -> Fix | None:
    """A fix that wants a look; None where one of its edits cannot be made, or there is none."""
    made = tuple(edit for edit in edits if edit)
    return (
        Fix(tuple(sorted(made)), safe=False, why=why) if made and len(made) == len(edits) else None
    )


def releveled(document: Document, heading: Block, level: int) -> tuple[Edit, ...]:
    """What gives a heading another level; nothing where it is underlined, or made by a component."""
    text = document.source.text
    start, end = heading.span
    if hashes := _HASHES.match(text, start, end):
        return (Edit(*hashes.span(1), "#" * level),)
    opening, closing = (
        _OPENING.match(text, start, end),
        _CLOSING.search(text, max(end - 20, start), end),
    )
    if not (opening and closing):
        return ()
    return Edit(*opening.span(1), str(level)), Edit(*closing.span(1), str(level))


def with_attribute(document: Document, tag: int, name: str, value: str) -> Edit | None:
    """What gives the start tag at an offset an attribute, or another value of it."""
    opening = _TAG.match(document.source.text, tag)
    new = written(document, html.escape(value))
    if not opening or new is None:
        return None
    found = _attribute(document, opening, name)
    if found:
        return Edit(found.start("name"), found.end(), f'{name}="{new}"')
    return Edit(opening.end(), opening.end(), f' {name}="{new}"')


def without_word(document: Document, tag: int, name: str, word: str) -> Edit | None:
    """What takes a word out of an attribute’s value in the start tag at an offset; the attribute goes with the last."""
    opening = _TAG.match(document.source.text, tag)
    found = _attribute(document, opening, name) if opening else None
    if not found:
        return None
    value = found["double"] or found["single"] or found["bare"] or ""
    rest = " ".join(one for one in value.split() if one.lower() != word)
    if not rest:
        return Edit(*found.span(), "")
    return Edit(found.start("name"), found.end(), f'{name}="{rest}"')


def _attribute(document: Document, opening: re.Match[str], name: str) -> re.Match[str] | None:
    at = opening.end()
    while found := _ATTRIBUTE.match(document.source.text, at):
        if found["name"].lower() == name:
            return found
        at = found.end()
    return None


def removed(document: Document, span: Span) -> Edit:
    """What takes something away: with its line where nothing else stands on it, else with one of two spaces beside it."""
    text = document.source.text
    start, end = span
    while start and text[start - 1] in _BLANKS:
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    begins, ends = not start or text[start - 1] in "\r\n", end == len(text) or text[end] in "\r\n"
    if begins and ends:
        return Edit(start, _behind_line_end(text, end), "")
    both = start < span.start and span.end < end
    return Edit(span.start, span.end + both, "")


def _behind_line_end(text: str, offset: int) -> int:
    return offset + (2 if text.startswith("\r\n", offset) else 1 if offset < len(text) else 0)


def line_start(document: Document, offset: int) -> str:
    """What a new line after an offset begins with: the file’s line end and the indentation, if one ends there."""
    text = document.source.text
    end = "\r\n" if text.startswith("\r\n", offset) else text[offset : offset + 1]
    if end not in ("\n", "\r", "\r\n"):
        return ""
    first = document.source.line_span(document.source.position(offset).line)
    line = text[first.start : first.end]
    return end + line[: len(line) - len(line.lstrip(_BLANKS))]
