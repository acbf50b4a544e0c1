"""The state of tree construction, and how nodes are made and inserted (13.2.6.1)."""

from collections.abc import Callable, Mapping
from typing import Literal

from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.elements import TABLE_PARTS
from seo_audit.parsing.html.construction.foster_parenting import foster_parent
from seo_audit.parsing.html.construction.nodes import Element, Node
from seo_audit.parsing.html.construction.stack import OpenElements, Repairs
from seo_audit.parsing.html.construction.tokens import NO_ATTRIBUTES, TEXT, Token, Tokenizer, only

DEEPEST = 512
"""How deep an element may lie; one that would lie deeper becomes a sibling of the one around it, as in Chromium."""
Mode = Literal[
    "initial",
    "before html",
    "before head",
    "in head",
    "in head noscript",
    "after head",
    "in body",
    "text",
    "in table",
    "in table text",
    "in caption",
    "in column group",
    "in table body",
    "in row",
    "in cell",
    "in template",
    "after body",
    "in frameset",
    "after frameset",
    "after after body",
    "after after frameset",
]
"""The insertion modes (13.2.4.1)."""

_FREE = 100
"""How many children are looked at for what one repair costs."""
_NO_NUL = regex("[^\0]+")


class Builder:
    """What the standard calls the parser's state (13.2.4)."""

    def __init__(
        self,
        source: str,
        modes: "Mapping[Mode, Rule]",
        dispatch: "Rule",
    ) -> None:
        self.source = source
        self.modes = modes
        self.reprocess = dispatch
        """The tree construction dispatcher: gives a token to the mode that is now."""
        self.document: list[Node] = []
        """The children of the document."""
        self.repairs = Repairs()
        self.stack = OpenElements(self.repairs)
        self.tokenizer = Tokenizer(source, self.stack.elements)
        self.formatting: list[Element | None] = []
        """The list of active formatting elements (13.2.4.3); None is a marker."""
        self.mode: Mode = "initial"
        self.original_mode: Mode = "initial"
        self.template_modes: list[Mode] = []
        self.table_text: list[Token] = []
        """The pending table character tokens."""
        self.head: Element | None = None
        self.form: Element | None = None
        self.frameset_ok = True
        self.foster_parenting = False
        self.quirks = False
        self.page_tags: dict[str, Token] = {}
        """The first start tags of `<html>`, `<head>` and `<body>`, whatever became of them."""
        self.later_tags: dict[str, dict[str, Token]] = {}
        """Attributes that `html` or `body` have from another start tag than their own."""

    def using(self, mode: Mode, token: Token) -> None:
        """Process a token using the rules for another insertion mode."""
        self.modes[mode](self, token)

    def place(self, target: Element) -> tuple[Element, Element | None]:
        """The appropriate place for inserting a node: the parent, and the child to insert before."""
        if self.foster_parenting and target.name in TABLE_PARTS:
            return foster_parent(self.stack)
        return target, None

    def insert(self, element: Element) -> Element:
        """Insert an element at the appropriate place and open it."""
        self._append(element)
        self.stack.push(element)
        return element

    def _append(self, element: Element) -> None:
        elements = self.stack.elements
        if not elements:
            self.document.append(element)
        elif self.foster_parenting and elements[-1].name in TABLE_PARTS:
            self.attach(element, *foster_parent(self.stack))
        else:
            parent = elements[-1] if len(elements) < DEEPEST else elements[DEEPEST - 2]
            parent.held().append(element)
            element.parent = parent

    def insert_element(self, token: Token) -> Element:
        """Insert an HTML element for a start tag."""
        end = token.end
        return self.insert(Element(token.name, token.attributes, token.start, end, end))

    def insert_void(self, token: Token) -> Element:
        """Insert an element that has no contents."""
        end = token.end
        element = Element(token.name, token.attributes, token.start, end, end)
        self._append(element)
        element.parent = None
        return element

    def insert_implied(self, name: str, at: int) -> Element:
        """Insert an element whose start tag was not written."""
        return self.insert(Element(name, NO_ATTRIBUTES, at, at, at))

    def insert_again(self, element: Element) -> Element:
        """Insert an element for the same start tag again."""
        self.repairs.count()
        return self.insert(clone(element))

    def insert_characters(self, token: Token) -> None:
        """Insert the characters of a text."""
        parent = self.stack.elements[-1]
        children = parent.held()
        index = len(children)
        if self.foster_parenting:
            parent, before = self.place(parent)
            children, index = parent.held(), self.position(parent, before)
        if index:
            last = children[index - 1]
            if isinstance(last, Token) and last.kind == TEXT:
                last.append(token)
                return
        children.insert(index, token)

    def insert_comment(self, token: Token) -> None:
        """Insert a comment at the appropriate place."""
        parent, before = self.place(self.stack.elements[-1])
        parent.held().insert(self.position(parent, before), token)

    def position(self, parent: Element, before: Element | None) -> int:
        """The index among a parent's children at which to insert: what is open is nearly always the last of them."""
        children = parent.held()
        index = len(children)
        if before is not None:
            index -= 1
            while children[index] is not before:
                index -= 1
                if index % _FREE == _FREE - 1:
                    self.repairs.count()
        return index

    def attach(self, element: Element, parent: Element, before: Element | None) -> None:
        """Make an element a child of another."""
        parent.held().insert(self.position(parent, before), element)
        element.parent = parent

    def detach(self, element: Element) -> None:
        """Take an open element out of its parent."""
        if element.parent is not None:
            del element.parent.held()[self.position(element.parent, element)]
            element.parent = None

    def merge_attributes(self, element: Element, token: Token) -> None:
        """Give an element those attributes of a later start tag that it has not."""
        if element.name not in self.later_tags:
            self.later_tags[element.name] = {}
            element.attributes = dict(element.attributes)
        own, later = element.attributes, self.later_tags[element.name]
        assert isinstance(own, dict)
        for name, value in token.attributes.items():
            if name not in own:
                own[name] = value
                later[name] = token


Rule = Callable[[Builder, Token], None]
"""What to do with a token."""


def clone(element: Element) -> Element:
    """Another element for the same start tag."""
    return Element(element.name, element.attributes, element.start, element.opened, element.opened)


def without_nul(token: Token) -> Token | None:
    """A text without NUL characters; None when nothing remains."""
    return only(token, _NO_NUL) if "\0" in token.string else token


def ignore(builder: Builder, token: Token) -> None:
    """Ignore the token."""
