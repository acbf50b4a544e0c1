"""What is no page of a site, though it lies among its pages: told by its name, its bytes, or what they hold."""

import re

from seo_audit.document import Document
from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.parsing.no_article import (
    ENOUGH,
    NOT_FOUND,
    NUMBERED,
    is_generated,
    is_of_a_font,
    is_slides,
    is_viewer,
)
from seo_audit.site.pages.record import AT_ONCE, refresh_of, scripted_redirect
from seo_audit.source import BINARY, decode

NOT_FOUND_PAGE = "not-found-page"
REDIRECT_STUB = "redirect-stub"
VERIFICATION_FILE = "verification-file"
LIBRARY = "library"
SLIDES = "slides"
GENERATED = "generated"
EMPTY = "empty"
FRAGMENT = "fragment"
NOT_HTML = "not-html"
UNREADABLE = "unreadable"
EXCLUDED = "excluded"

_NOT_FOUND = regex(
    rf"(?:\A|/)(?:{NOT_FOUND})(?:\.x?html?|\.shtml|/index\.html?)\Z|(?:\A|/)200\.html\Z|(?:\A|/)cdn-cgi/",
    re.IGNORECASE,
)
_SAYS_404 = regex(
    rb"<body\s[^<>]{0,400}?\bclass\s?=\s?(?:[\"'](?:[\w-]+\s+){0,40})?error404[\"'\s>]",
    re.IGNORECASE,
)
"""WordPress names the page so that it shows for addresses without one; who copies a site saves it under many."""
_VERIFICATION = regex(
    r"(?:\A|/)(?:google[0-9a-f]{8,}|yandex_[0-9a-f]{8,}|pinterest-[0-9a-f]{5,}|zohoverify|norton[\w-]*|mywot\w*)\.html?\Z",
    re.IGNORECASE,
)
_LIBRARY = regex(
    r"(?:\A|/)(?:site_libs|bower_components|vendor|wp-includes|wp-admin|wp-content/(?:cache|plugins|themes|uploads/simply-static)"
    r"|[^/]{1,200}_files/libs)/"
)
"""Folders of what others wrote that pages use, and of copies that WordPress keeps of its pages."""
_OF_A_CMS = regex(
    rb"<script\b[^<>]{0,200}?\bsrc\s*=\s*[\"']?[^\"'<>\s]{0,200}?(?:decap|netlify|sveltia|static)-cms(?:-app)?[@/.]",
    re.IGNORECASE,
)
"""The page in which editors of a static site write."""
_OTHER_XML = regex(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|urlset|sitemapindex|rdf:RDF|svg|opml)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = regex(rb"(?:\xef\xbb\xbf|\s)*+")
"""Blanks and byte order marks: one stays behind blank lines where a server’s files are joined."""
_LOOKED_AT = 4096


def reason_of_bytes(path: str, content: bytes) -> str:
    """Why a file is no page, as far as its name and its bytes tell; "" where it may be one."""
    if _NOT_FOUND.search(path) and not NUMBERED.search(path):
        return NOT_FOUND_PAGE
    if b"error404" in content and _SAYS_404.search(content):
        return NOT_FOUND_PAGE
    if _VERIFICATION.search(path) and len(content) < _LOOKED_AT:
        return VERIFICATION_FILE
    if (
        _LIBRARY.search(path)
        or is_viewer(path)
        or is_of_a_font(path)
        or _OF_A_CMS.search(content, 0, _LOOKED_AT)
    ):
        return LIBRARY
    return _reason_of_beginning(path, content) or _reason_of_maker(path, content)


def _reason_of_maker(path: str, content: bytes) -> str:
    """Whether a page shows slides, or is one that a generator adds to those that somebody wrote."""
    start = content[:ENOUGH].decode("utf-8", "replace")
    if is_slides(start):
        return SLIDES
    return GENERATED if is_generated(path, start) else ""


def _reason_of_beginning(path: str, content: bytes) -> str:
    if path.endswith((".md", ".markdown", ".mdx", ".mdown", ".mkd")):
        return "" if content.strip() else NOT_HTML
    start = _BEFORE.sub(b"", content[:_LOOKED_AT], count=1)
    if not start or start[:1] in b"{[" or _OTHER_XML.match(start):
        return NOT_HTML
    try:
        decode(content[:_LOOKED_AT])
    except SourceError as error:
        if error.statement.message is BINARY:
            return NOT_HTML
    return ""


def reason_of_document(document: Document) -> str:
    """Why a file of HTML is no page; "" where it is one."""
    if document.head is None:
        return FRAGMENT
    refresh = refresh_of(document)
    if refresh and refresh[0] <= AT_ONCE:
        return REDIRECT_STUB
    if scripted_redirect(document):
        return REDIRECT_STUB
    return EMPTY if _is_empty(document) else ""


def _is_empty(document: Document) -> bool:
    """Whether a page has neither a title nor anything to read, nor a part that a script is to fill.

    Such stand in folders so that servers do not list them; or they hold but a program that another page frames.
    """
    head = document.head
    return (
        not document.blocks
        and not document.links
        and not document.images
        and not any(title.value.strip() for title in (head.titles if head else ()))
        and not _PART.search(document.source.text)
    )


_PART = regex(
    r"<(?:div|main|section|article|p|h1|form|iframe|frame|svg|video|object|embed)\b", re.IGNORECASE
)
