"""What a site generator fills in later: its value cannot be known here, and is not judged."""

import re
from functools import lru_cache

from seo_audit.document import Document, Text
from seo_audit.lazy import regex
from seo_audit.source import Span

_TEMPLATE = regex(r"\{\{|\{%|<%|<\?(?:php|=)|\$\{|\[\[\*|\A\s*(?:\{[\w(`'\"]|\|\w{1,20}\|)")
_WIKI = "[["
_FORMULA = regex(r"\\[(\[]|\$[^$\n]{1,300}\$|\\begin\{")
_COMPONENT = regex(
    rf"<[A-Z][\w.]*[\s/>]|{_FORMULA.pattern}|(?<![\w:]):[a-z][a-z0-9_+-]{{1,40}}:(?![\w:])|\{{[\w(`'\"]"
)
"""What Markdown's parser takes out of a text, and readers see: components, formulas, emoji, expressions of JSX."""


def is_template(text: str) -> bool:
    """Whether a value holds a template’s tag: Liquid, Jinja, Nunjucks, Twig, Hugo, ERB, PHP, JavaScript, JSX."""
    return bool(_TEMPLATE.search(text))


def is_looked_up(document: Document, span: Span) -> bool:
    """Whether a link or image is written as `[[…]]`: its file may lie anywhere in the vault."""
    return document.source.text.startswith((_WIKI, f"!{_WIKI}"), span.start)


def is_known(text: Text | None) -> bool:
    """Whether a value says something, and all of it: no template fills any of it in."""
    return text is not None and bool(text.value.strip()) and not is_template(text.value)


def is_template_source(document: Document) -> bool:
    """Whether an HTML file is what pages are made from, rather than one of them.

    It says so by what it includes or extends, by tags in its head or in attributes, by many of them and no head, or by
    what a script is told to fill in.
    """
    text = document.source.text
    if document.format != "html" or not ("{%" in text or "{{" in text):
        return False
    if (
        _MAKING.search(text)
        or _FILLED_BY_SCRIPT.search(text)
        or any(is_template(title.value) for title in document.metadata.titles)
    ):
        return True
    if any(is_template(link.href.value) for link in document.links):
        return True
    return document.head is None and len(_STATEMENT.findall(text)) >= MANY


MANY = 4
"""Statements of a template that no slip leaves on a page."""

_STATEMENT = regex(r"\{%-?\s*[a-z]")
_FILLED_BY_SCRIPT = regex(
    r"""<[a-z][^<>]*\s(?:v-(?:if|else|else-if|for|model|show|bind|on|html|text|cloak)\b|ng-(?:app|repeat|if|model|bind)\b|\*ng(?:If|For)\b)""",
    re.IGNORECASE,
)
"""What a script of the page acts on, which fills in the `{{ }}` around it: Vue, Angular."""
_MAKING = regex(
    r"\{%-?\s*(?:extends|block|include\w*|layout|render|import|from|macro|load|assign|set|capture|comment|schema|section)\b"
    r"|\{\{-?\s*(?:define|block|template|partial\w*|range|with|if|else|end|super\(|content\b|yield)\b"
)


_FEWEST = 3
_TABS = "{.panel-tabset"
_TITLED_PART = regex(
    r"""\{\{(?P<sign>[<%])[ ]*(?P<name>[\w/-]{1,60})[ ](?:[^{}\n]{0,200}?[ =])?(?P<quote>["'`])(?=[^\W\d_])[^"'`{}\n]{2,200}(?P=quote)[^{}\n]{0,200}[>%]\}\}"""
)


def holds_titled_part(document: Document, start: int, end: int) -> bool:
    """Whether a part of the source is cut by other titles than headings.

    What a short code titles, `{{% collapse "Définition" %}}…{{% /collapse %}}`: its template may well write a heading.
    Several `<summary>`, Quarto's tabs.
    """
    source = document.source.text
    if source.count("<summary", start, end) >= _FEWEST or source.find(_TABS, start, end) >= 0:
        return True  # questions and answers to open
    if document.format != "markdown" or source.find("{{", start, end) < 0:
        return False
    return any(
        _is_closed(source, match["name"], match.end())
        for match in _TITLED_PART.finditer(source, start, end)
    )


def _is_closed(source: str, name: str, start: int) -> bool:
    """Whether what a short code begins ends further down."""
    signs = (f"{{{{{sign}{space}" for sign in "<%" for space in ("", " "))
    return any(
        source.find(f"{sign}/{space}{name}", start) > 0 for sign in signs for space in ("", " ")
    )


def is_generated(document: Document, span: Span) -> bool:
    """Whether a template, a component or a formula stands in a part of the source: readers may see a text there."""
    source = document.source.text
    if _TEMPLATE.search(source, span.start, span.end):
        return True
    if document.format == "html":  # its own tags may be in capitals
        return bool(_FORMULA.search(source, span.start, span.end))
    return bool(_COMPONENT.search(source, span.start, span.end))


_ID = regex(r"\sid\s*=\s*[\"']?([\w-]{2,60})")
_WRITES = regex(r"\.(?:textContent|innerHTML|innerText)\s*=|\.(?:text|html|append|replaceWith)\(")
_FAR = 600
"""Characters of a script from where it asks for an element to where it writes a text."""


def is_filled_in(document: Document, span: Span) -> bool:
    """Whether a script in the page itself asks for an empty element, or one in it, by its id, and writes: a number that is hidden from robots."""
    text = document.source.text
    names = {match[1] for match in _ID.finditer(text, *span)}
    return not names.isdisjoint(_filled_in(text) if names else ())


@lru_cache(maxsize=1)
def _filled_in(text: str) -> frozenset[str]:
    """The ids that scripts in a page ask for to write there: found once, however many elements are empty."""
    return frozenset(
        match[1]
        for match in _ASKED.finditer(text)
        if _WRITES.search(text, match.end(), match.end() + _FAR)
    )


_ASKED = regex(r"\([\"'`]#?([^\"'`\s<>()]{1,200})[\"'`]")
