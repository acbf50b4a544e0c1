"""Beautiful Soup over our tree: `BeautifulSoup(markup, "seo-audit")`, and CSS selectors on it.

The only module that imports Beautiful Soup. Importing it registers the builder.
"""

import warnings
from collections.abc import Iterator
from typing import Any

import soupsieve
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder, builder_registry
from bs4.element import Comment, Doctype, NavigableString

from seo_audit.parsing.html.construction import construct, doctypes
from seo_audit.parsing.html.construction.nodes import Element, Node
from seo_audit.parsing.html.construction.tokens import COMMENT, TEXT, Token, comment_text

NAME = "seo-audit"
"""What to ask Beautiful Soup for."""


class StandardTreeBuilder(HTMLTreeBuilder):
    """Gives Beautiful Soup the tree that the standard asks for; names and attributes are in lower case in SVG, too.

    Feeding raises `TooManyRepairsError` as `construct` does.
    """

    NAME = NAME
    # no “html”: who asks for any parser gets the one they had
    features = (NAME,)

    def prepare_markup(
        self, markup: Any, *_encodings: Any, **_more: Any
    ) -> Iterator[tuple[str, None, None, bool]]:
        """The markup as text; bytes are read as UTF-8, whatever they declare."""
        text = markup.decode("utf-8", "replace") if isinstance(markup, bytes) else markup
        yield text, None, None, False

    def feed(self, markup: Any) -> None:
        """Write the tree of a page into the soup."""
        assert self.soup is not None
        around: list[Iterator[Node]] = [iter(construct(markup).document)]
        while around:
            for node in around[-1]:
                if isinstance(node, Element):
                    _open(self.soup, node)
                    around.append(iter(node.children or ()))
                    break
                self.soup.object_was_parsed(_string(self.soup, markup, node))
            else:
                around.pop()
                if around:
                    self.soup.popTag()

    def test_fragment_to_document(self, fragment: str) -> str:
        """A fragment as a page."""
        return f"<html><head></head><body>{fragment}</body></html>"


_NAMESPACES = {
    "": "http://www.w3.org/1999/xhtml",
    "svg": "http://www.w3.org/2000/svg",
    "math": "http://www.w3.org/1998/Math/MathML",
}


def _open(soup: BeautifulSoup, element: Element) -> None:
    namespace, _, name = element.name.rpartition(" ")
    soup.handle_starttag(name, _NAMESPACES[namespace], None, dict(element.attributes))


def _string(soup: BeautifulSoup, markup: str, node: Token) -> NavigableString:
    """What is no element: a text, a comment, a doctype."""
    if node.kind == TEXT:
        node.join()
        return soup.string_container()(node.string)
    if node.kind == COMMENT:
        return Comment(comment_text(markup, node.start, node.end).value)
    parts = doctypes.read(markup[node.start : node.end])
    return Doctype.for_name_and_ids(parts.name, parts.public, parts.system)


builder_registry.register(StandardTreeBuilder)


def select_elements(markup: str, selector: str) -> list[int]:
    """Which elements of a page a CSS selector matches: their numbers in document order, from 0.

    Raises:
        ValueError: it is no selector.
    """
    with warnings.catch_warnings():
        # a short text may look like a file name, an XHTML page like XML: both are read as HTML
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(markup, NAME)
    numbers = {id(tag): number for number, tag in enumerate(soup.find_all(True))}
    try:
        return [numbers[id(tag)] for tag in soup.select(selector)]
    except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
        raise ValueError(selector) from error
