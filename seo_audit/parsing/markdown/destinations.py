"""The addresses of links and images, as Markdown writes them."""

import html

from markdown_it.helpers import parseLinkDestination

from seo_audit.document import Text
from seo_audit.lazy import regex
from seo_audit.parsing.flow import Characters
from seo_audit.parsing.markdown.tags import Place

_ESCAPE = regex(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def destination(text: str, at: int) -> tuple[int, int] | None:
    """Where the address of a link stands which is written at `at`, angle brackets left out."""
    result = parseLinkDestination(text, at, len(text))
    if not result.ok:
        return None
    return (at + 1, result.pos - 1) if text.startswith("<", at) else (at, result.pos)


def unescape(text: str) -> str:
    """An address without its escapes and entities."""
    return _ESCAPE.sub(lambda match: match[1] or html.unescape(match[0]), text)


def address_text(content: str, start: int, end: int, place: Place) -> Text:
    """An address as it is read: escapes and entities undone; template tags kept as they stand."""
    characters = Characters(collapse=False)

    def raw(start: int, end: int) -> None:
        for low, high in place.ranges(start, end):
            if low < high:
                offset = place.at(low)
                value = place.source[offset : offset + high - low].replace("\0", "\ufffd")
                characters.write(value, offset, offset + high - low)

    at = start
    for match in _ESCAPE.finditer(content, start, end):
        raw(at, match.start())
        value = match[1] or html.unescape(match[0])
        characters.write(value, place.at(match.start()), place.end(match.end()))
        at = match.end()
    raw(at, end)
    return characters.text()
