"""What a site generator fills in later: its value cannot be known here, and is not judged."""

from seo_audit.document import Document, Text
from seo_audit.lazy import regex
from seo_audit.source import Span

_TEMPLATE = regex(r"\{\{|\{%|<%|<\?(?:php|=)|\$\{|\[\[\*")
_WIKI = "[["
_COMPONENT = regex(r"<[A-Z][\w.]*[\s/>]")


def is_template(text: str) -> bool:
    """Whether a value holds a template’s tag: Liquid, Jinja, Nunjucks, Twig, Hugo, ERB, PHP, JavaScript."""
    return bool(_TEMPLATE.search(text))


def is_looked_up(document: Document, span: Span) -> bool:
    """Whether a link or image is written as `[[…]]`: its file may lie anywhere in the vault."""
    return document.source.text.startswith((_WIKI, f"!{_WIKI}"), span.start)


def is_known(text: Text | None) -> bool:
    """Whether a value says something, and all of it: no template fills any of it in."""
    return text is not None and bool(text.value.strip()) and not is_template(text.value)


def is_generated(document: Document, span: Span) -> bool:
    """Whether a template or a component stands in a part of the source: it may bring any text."""
    source = document.source.text
    if _TEMPLATE.search(source, span.start, span.end):
        return True
    # HTML’s own tags may be in capitals
    return document.format != "html" and bool(_COMPONENT.search(source, span.start, span.end))
