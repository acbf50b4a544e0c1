"""What readers see of a text: nothing at all, or a title, say, that its author marked up for a generator."""

from collections.abc import Iterator

from seo_audit.lazy import regex

# none of these looks twice at the same characters: each stops at the sign it begins with
_LINK = regex(r"!?\[([^\[\]\n]{1,300})\]\(([^()\s]{0,500})\)")
_CODE = regex(r"`([^`\n]{1,300})`")
_STRONG = regex(r"(?<!\w)(\*\*|__)(?=[^\s*_])([^*_\n]{1,300})(?<!\s)\1(?!\w)")
_TEMPLATE = regex(r"\{\{[^{}\n]{0,300}\}\}|\{%[^{}%\n]{0,300}%\}")

_BLANK = regex(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*+\Z")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: no character at all, white space, signs without width."""
    return bool(_BLANK.match(text))


def shown(text: str) -> str:
    """A text without Markdown's marks: what a link, a code span or a strong word shows."""
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    return text


def not_prose(text: str) -> Iterator[tuple[int, int]]:
    """Where a text marked up in Markdown holds code, an address or a template, in no order."""
    yield from (match.span() for match in _CODE.finditer(text))
    yield from (match.span(2) for match in _LINK.finditer(text))
    yield from (match.span() for match in _TEMPLATE.finditer(text))
