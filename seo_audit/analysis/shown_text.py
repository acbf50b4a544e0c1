"""What readers see of a text: nothing at all, or a title, say, that its author marked up for a generator."""

import re
from collections.abc import Iterator

from seo_audit.lazy import regex

# none of these looks twice at the same characters: each stops at the sign it begins with
_LINK = regex(r"!?\[([^\[\]\n]{1,300})\]\(([^()\s]{0,500})\)")
_CODE = regex(r"`([^`\n]{1,300})`")
_STRONG = regex(r"(?<!\w)(\*\*|__)(?=[^\s*_])([^*_\n]{1,300})(?<!\s)\1(?!\w)")
_SIGNS = regex(r"(?<![\w*_~=])(\*|_|~~|==)(?=[^\s*_~=])([^*_~=\n]{1,300})(?<!\s)\1(?![\w*_~=])")
_WIKILINK = regex(r"!?\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_REFERENCE = regex(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]|\[\^[^\[\]\s]{1,40}\]")
_TAG = regex(
    r"</?(?:abbr|b|br|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_IDENTITY = regex(r"\s*\{#[\w:.-]{1,80}\}")
_TEMPLATE = regex(r"\{\{[^{}\n]{0,300}\}\}|\{%[^{}%\n]{0,300}%\}")

_BLANK = regex(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*+\Z")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: no character at all, white space, signs without width."""
    return not text[:1].isalnum() and bool(_BLANK.match(text))


def shown(text: str) -> str:
    """A text without Markdown's marks, nor tags within it: what a link, a code span or a strong word shows."""
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    if "[" in text:
        text = _REFERENCE.sub(r"\1", _WIKILINK.sub(r"\1", text))
    if "<" in text:
        text = _TAG.sub("", text)
    if "{#" in text:
        text = _IDENTITY.sub("", text)
    return _SIGNS.sub(r"\2", text) if _MARK.search(text) else text


_MARK = regex(r"[*_]|~~|==")


def not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Where a text marked up in Markdown holds code, an address or a template, in no order."""
    yield from (match.span() for match in _CODE.finditer(text))
    yield from (match.span(2) for match in _LINK.finditer(text))
    yield from (match.span() for match in _TEMPLATE.finditer(text))
