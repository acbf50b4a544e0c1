"""The places that a #fragment can lead to: on the article's page, and in files beside it."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from seo_audit.analysis.look_ups import Disk
from seo_audit.document import Document
from seo_audit.errors import SeoAuditError
from seo_audit.lazy import regex
from seo_audit.parsing import Parsing, format_of, parse
from seo_audit.source import decode

MOST_CHARACTERS = 1_000_000
"""A longer file is not searched for anchors."""
MOST_FILES = 200
"""Nor are more files than this for one article."""

_GENERATED = regex(
    r"\{\{|\{%|<[A-Z]\w*[\s/>]|^\[TOC\]|^-{1,2}8<-{1,2}|^ {0,3}:{3,}\s?\{?include|^!INCLUDE|^@@include|^import\s|^\[TAGS\]|<!--\s*material/\w",
    re.MULTILINE,
)
"""Marks of a template, a component or a file put in, which may bring anchors of their own."""
_ELSEWHERE = regex(
    r"!|/|(?:null|void|0)\Z|:~:|__\w|top\Z|tab|modal|respond\Z|comment|L\d+(?:-L?\d+)?\Z|page=|t=|(?:user-content-)?fn(?:ref)?[:\d-]",
    re.IGNORECASE,
)
"""Fragments that scripts, browsers, code hosts, footnotes or a theme answer: « #__comments » of Material for MkDocs."""
_ATTRIBUTE = regex(
    r"""[\s"'](?:id|name)\s*+=\s*+(?:"([^"<>]{1,300})"|'([^'<>]{1,300})'|([^\s"'<>]{1,300}))"""
)


def is_answered_elsewhere(fragment: str) -> bool:
    """Whether a fragment is none that the page's text must hold."""
    return not fragment or _ELSEWHERE.match(fragment) is not None


def own_anchors(document: Document) -> frozenset[str] | None:
    """A page's anchors as they are compared; None when a template or another chapter may add others."""
    if document.source.is_book:
        return None  # a name set in one chapter is known in all
    if document.format != "html" and _GENERATED.search(document.source.text):
        return None
    known = frozenset(map(known_as(document.format), document.ids))
    return known if document.format == "html" else known | _OF_A_THEME


_OF_A_THEME = frozenset({"footer", "header", "main", "menu", "nav", "sidebar", "newsletter"})
"""Parts of a page that a theme lays around an article, and names: « nos coordonnées, en [bas de page](#footer) »."""


def known_as(kind: str) -> Callable[[str], str]:
    """How an anchor is compared in a file of this format: generators differ in those they make, browsers do not.

    The places of an HTML page are written in it, and browsers tell capitals and accents apart.
    """
    return _as_written if kind == "html" else bare


def _as_written(anchor: str) -> str:
    return unicodedata.normalize("NFC", unquote(anchor))


def anchors_in(disk: Disk, path: Path) -> frozenset[str] | None:
    """The anchors in another file as they are compared; None when nobody can tell."""
    size = disk.size(path)
    if size is None or size > MOST_CHARACTERS:
        return None
    text = disk.text(path)
    return None if text is None else _in_text(path.name, text)


@lru_cache(maxsize=128)  # pages of a site link to the same few
def _in_text(name: str, text: str) -> frozenset[str] | None:
    kind = format_of(name, text)
    if kind == "html":
        found = (next(filter(None, groups)) for groups in _ATTRIBUTE.findall(text))
        return frozenset(_as_written(unescape(one)) for one in found)
    if kind != "markdown" or _GENERATED.search(text):
        return None
    try:
        return own_anchors(parse(decode(text.encode("utf-8", "replace"), name=name), Parsing()))
    except SeoAuditError:
        return None


def bare(anchor: str) -> str:
    """An anchor without accents nor signs, nor what code hosts put before it."""
    letters = unicodedata.normalize("NFKD", anchor.removeprefix("user-content-"))
    return "".join(char for char in letters if char.isalnum()).lower() or anchor
