"""HTML to Document. The only module that imports Beautiful Soup."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

import soupsieve
from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup

from seo_audit.document import (
    Document,
    Furniture,
    Head,
    HeadLink,
    Meta,
    Metadata,
    Property,
    Run,
    Text,
)
from seo_audit.errors import ConfigError, SourceError
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.html import alignment
from seo_audit.parsing.html.alignment import Token, attribute_text, element_span
from seo_audit.parsing.html.blocks import (
    HIDING_ATTRIBUTES,
    UNREAD,
    is_hidden,
    read_blocks,
    read_string,
    read_text,
)
from seo_audit.parsing.html.main_content import Selection, select, select_fragment
from seo_audit.parsing.html.tree import Tree
from seo_audit.parsing.structured_data import OTHERS
from seo_audit.source import Source, Span

BAD_SELECTOR = Message(
    fr="« {selector} » n’est pas un sélecteur CSS valide",
    en="“{selector}” is not a valid CSS selector",
)
NOTHING_SELECTED = Message(
    fr="{name} : aucun élément ne correspond au sélecteur « {selector} »",
    en="{name}: no element matches the selector “{selector}”",
)
MOST_TAGS = 200_000
"""Signs `<` in a page; one with more is not read. The largest of encyclopedias have a third of that."""

TOO_MANY_TAGS = Message(
    fr="{name} : plus de {limit:# balise|# balises}, la limite pour une page",
    en="{name}: over {limit:# tag|# tags}, the limit of a page",
)
_PAGE_TAGS = frozenset({"html", "head", "title", "body"})
_DOCTYPE = regex(r"<!doctype[\t\n\f\r >]", re.IGNORECASE)
_COMMENT = regex(r"<!--(?:-?>|((?:[^-]++|-(?!-!?>))*+)(?:--!?>)?)")
_HEAD_ELEMENTS = frozenset({"title", "meta", "link", "script", "svg", "math"})
_WHOLE_TEXTS = frozenset({"articleBody", "reviewBody", "text"})
"""Properties that hold an article: it is in the blocks."""
OUTSIDE = "outside"
"""The reason of what is merely not in the article."""
_NO_TEXT = Text("")
_URL_PROPERTIES = {
    "a": "href", "area": "href", "link": "href", "audio": "src", "embed": "src", "iframe": "src",
    "img": "src", "source": "src", "track": "src", "video": "src", "object": "data",
    "meta": "content", "data": "value", "meter": "value", "time": "datetime",
}  # fmt: skip
"""Where the value of a microdata property stands (WHATWG HTML, section 5.2.4 “Values”)."""
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
)
_MODIFIED = ("article:modified_time", "datemodified", "last-modified", "dcterms.modified")


def parse(source: Source, *, content: str | None = None) -> Document:
    """Read an HTML page or fragment: its main content, its head, and what was left out.

    Args:
        source: the page's characters.
        content: a CSS selector of the main content, instead of finding it.

    Raises:
        ConfigError: `content` is no CSS selector.
        SourceError: the page has too many tags, or `content` matches nothing on it.
    """
    text = source.text
    if text.count("<") > MOST_TAGS:
        raise SourceError(TOO_MANY_TAGS, name=source.name, limit=MOST_TAGS)
    tree = _tree(text)
    _reveal(tree)
    page = alignment.tokens(text)
    alignment.align(text, page, tree)
    _reveal_fallback(tree)
    head = _head(text, page, tree)
    if content is not None:
        selection = _selected(tree, content, source)
    else:
        selection = select(tree) if head else select_fragment(tree)
    found = read_blocks(text, tree, selection.chosen, selection.skipped)
    return Document(
        source,
        "html",
        blocks=tuple(found.blocks),
        metadata=_metadata(tree, head) if head else Metadata(),
        head=head,
        links=tuple(found.links),
        images=tuple(found.images),
        frames=tuple(found.frames),
        furniture=tuple(_furniture(tree, selection)),
        comments=tuple(_comments(text, page)),
        ids=frozenset(_ids(tree)),
    )


class _Writer(BeautifulSoup):
    """Beautiful Soup that writes what its parser meets into a `Tree`, instead of making an object of each.

    Half of the time it would take is for objects that would be read once, in this order. What is text is the same to
    the letter: spaces alone are one space or line end, but in `<pre>`; comments and doctypes part texts, and are none.
    """

    tree: Tree

    def reset(self) -> None:
        """Start with an empty page; Beautiful Soup calls it before it parses."""
        super().reset()
        self.tree = Tree()
        self._open: list[int] = []
        self._preserving = 0
        self._data: list[str] = []

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Any,
        *_places: object,
        **_more: object,
    ) -> None:
        """A start tag; names have no prefix in HTML."""
        del namespace, nsprefix
        self.endData()
        # lxml leaves capitals that are no ASCII
        self._open.append(self._add(name.lower(), "", attrs))
        self._preserving += name in _PRESERVING

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """The end of an element: lxml ends all that it began, the innermost first."""
        del name, nsprefix
        self.endData()
        number = self._open.pop()
        self.tree.ends[number] = len(self.tree)
        self._preserving -= self.tree.names[number] in _PRESERVING

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        self._data.append(data)

    def endData(self, containerClass: type | None = None) -> None:  # noqa: N802, N803  Beautiful Soup's names
        """The end of a text, a comment, a doctype."""
        if not self._data:
            return
        text = "".join(self._data)
        self._data.clear()
        if containerClass is not None:
            return
        if not text.strip(_SPACES) and not self._preserving:
            text = "\n" if "\n" in text else " "
        self._add("", text, _NO_ATTRIBUTES)

    def _add(self, name: str, text: str, attributes: Mapping[str, str]) -> int:
        tree = self.tree
        number = len(tree.names)
        tree.names.append(name)
        tree.strings.append(text)
        tree.attributes.append(attributes)
        tree.parents.append(self._open[-1] if self._open else -1)
        tree.ends.append(number + 1)
        return number


_SPACES = "\n\t\f\r "
_PRESERVING = frozenset({"pre", "textarea"})
_NO_ATTRIBUTES: Mapping[str, str] = {}


Soup = TypeVar("Soup", bound=BeautifulSoup)


def _soup(text: str, kind: type[Soup]) -> Soup:
    with warnings.catch_warnings():
        # a short text may look like a file name, an XHTML page like XML: both are read as HTML
        warnings.simplefilter("ignore")
        for markup in (text, ""):
            try:
                # lists of classes stay texts
                return kind(markup, "lxml", multi_valued_attributes=None, attribute_dict_class=dict)
            except ParserRejectedMarkup:
                continue
    raise AssertionError("an empty page is never rejected")


def _tree(text: str) -> Tree:
    """The page as flat arrays."""
    return _soup(text, _Writer).tree


def _reveal(tree: Tree) -> None:
    """Show what is hidden and nearly all of the page: a script shows it, or a subscription.

    So are the parts of a page that React sends one by one: `<div hidden id="S:1">`.
    """
    for node, own in enumerate(tree.attributes):
        if not own:
            continue
        if "hidden" in own and own.get("id", "").startswith("S:"):
            tree.attributes[node] = {key: own[key] for key in own if key != "hidden"}
        elif 2 * (tree.ends[node] - node) > len(tree) and is_hidden(own):
            inside = len(read_string(tree, node))
            around = sum(
                len(tree.strings[other].strip())
                for other in (*range(node), *range(tree.ends[node], len(tree)))
                if tree.strings[other] and tree.names[tree.parents[other]] not in UNREAD
            )
            if around < 0.2 * inside:
                tree.attributes[node] = {
                    name: value for name, value in own.items() if name not in HIDING_ATTRIBUTES
                }


def _reveal_fallback(tree: Tree) -> None:
    """Show what stands for a script in `<noscript>`, when it is most of the page: the article comes with the script."""
    longest, most = -1, 500
    for node, name in enumerate(tree.names):
        if name == "noscript" and tree.ends[node] - node > 10:
            inside = len(read_string(tree, node))
            if inside > most:
                longest, most = node, inside
    if longest >= 0 and most > 2 * len(read_string(tree, 0)):
        tree.names[longest] = "div"


def _selected(tree: Tree, selector: str, source: Source) -> Selection:
    """The elements a selector matches; it needs a soup, whose tags are the tree's elements, in the same order."""
    soup = _soup(source.text, BeautifulSoup)
    elements = (number for number, name in enumerate(tree.names) if name)
    numbers = dict(zip(map(id, soup.find_all(True)), elements, strict=True))
    try:
        found = [numbers[id(tag)] for tag in soup.select(selector)]
    except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError) as error:
        raise ConfigError(BAD_SELECTOR, selector=selector) from error
    if not found:
        raise SourceError(NOTHING_SELECTED, name=source.name, selector=selector)
    return Selection(found)


def _comments(text: str, page: list[Token]) -> Iterator[Text]:
    for kind, _, start, end in page:
        if kind == alignment.COMMENT:
            match = _COMMENT.fullmatch(text, start, end)
            first, last = match.span(1) if match else (end, end)
            yield Text(text[first:last], (Run(0, first, last),))


def _ids(tree: Tree) -> Iterator[str]:
    for name, attributes in zip(tree.names, tree.attributes, strict=True):
        if attributes:
            identity = attributes.get("id")
            if identity:
                yield identity
            if name == "a" and attributes.get("name"):
                yield attributes["name"]


def _furniture(tree: Tree, selection: Selection) -> Iterator[Furniture]:
    """What is on the page and not in the article; neighbours without a reason of their own as one."""
    chosen, skipped = set(selection.chosen), selection.skipped
    around = _around(tree, (*chosen, *skipped))
    within = 0
    rest: list[str] = []
    rest_span = Span(0, 0)
    node = 0
    while node < len(tree):
        name = tree.names[node]
        if node in chosen:
            within = max(within, tree.ends[node])
        reason = skipped.get(node, "")
        inside = node < within
        if not reason and (inside or node in around):
            node += 1
            continue
        if not reason and (name in UNREAD or is_hidden(tree.attributes[node])):
            node = tree.ends[node]
            continue
        text = read_string(tree, node)
        if text and not reason:
            rest_span = Span(rest_span.start if rest else tree.starts[node], tree.stops[node])
            rest.append(text)
        elif text:
            if rest:
                yield Furniture(OUTSIDE, " ".join(rest), rest_span)
                rest = []
            yield Furniture(reason, text, element_span(tree, node))
        node = tree.ends[node]
    if rest:
        yield Furniture(OUTSIDE, " ".join(rest), rest_span)


def _around(tree: Tree, nodes: Iterable[int]) -> set[int]:
    """The elements that hold one of these nodes."""
    found: set[int] = set()
    for node in nodes:
        around = tree.parents[node]
        while around >= 0 and around not in found:
            found.add(around)
            around = tree.parents[around]
    return found


def _head(text: str, page: list[Token], tree: Tree) -> Head | None:
    first_tags: dict[str, Span] = {}
    for kind, name, first, last in page:
        if kind == alignment.START and name in _PAGE_TAGS and name not in first_tags:
            first_tags[name] = Span(first, last)
    if not first_tags and not _DOCTYPE.search(text, 0, 1000):
        return None
    html = first_tags.get("html")
    reader = _HeadReader(text, tree)
    reader.read()
    return Head(
        span=first_tags.get("head") or Span(0, 0),
        html_span=html,
        lang=attribute_text(text, html.start, html.end, "lang") if html else None,
        titles=tuple(reader.titles),
        title_spans=tuple(reader.title_spans),
        metas=tuple(reader.metas),
        links=tuple(reader.links),
        scripts=tuple(reader.scripts),
        properties=tuple(reader.properties),
    )


class _HeadReader:
    """Collects what a page says of itself, wherever it says so."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self.tree = tree
        self.titles: list[Text] = []
        self.title_spans: list[Span] = []
        self.metas: list[Meta] = []
        self.links: list[HeadLink] = []
        self.scripts: list[Text] = []
        self.properties: list[Property] = []
        self.items: list[tuple[int, str]] = []
        """Microdata items around the element, the innermost last: where each ends, its type."""
        self.drawing = 0
        """Where the last SVG or MathML ends: a title in it is not the page's."""

    def read(self) -> None:
        for node, (name, own) in enumerate(zip(self.tree.names, self.tree.attributes, strict=True)):
            if name in _HEAD_ELEMENTS:
                self._element(node, name, own)
            if own and ("itemprop" in own or "itemscope" in own or name == "time"):
                self._item(node, name, own)

    def _element(self, node: int, name: str, own: Mapping[str, str]) -> None:
        tree = self.tree
        if name in ("svg", "math"):
            self.drawing = max(self.drawing, tree.ends[node])
        elif name == "title":
            if node >= self.drawing:
                self.titles.append(_placed(read_text(tree, node), tree.opened[node]))
                self.title_spans.append(element_span(tree, node))
        elif name == "meta":
            self.metas.extend(_metas(self.text, tree, node))
        elif name == "link":
            if "href" in own:
                href = _attribute(self.text, tree, node, "href")
                rel = frozenset(own.get("rel", "").lower().split())
                language = own.get("hreflang", "").strip()
                self.links.append(HeadLink(rel, href, element_span(tree, node), language))
        elif own.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            first, last = tree.opened[node], _content_end(tree, node)
            self.scripts.append(Text(self.text[first:last], (Run(0, first, last),)))

    def _item(self, node: int, name: str, own: Mapping[str, str]) -> None:
        tree = self.tree
        while self.items and self.items[-1][0] <= node:
            self.items.pop()
        item_type = self.items[-1][1] if self.items else ""
        keys = [key for key in own.get("itemprop", "").split() if key not in _WHOLE_TEXTS]
        if name == "time":
            keys.append("time")
        if keys:
            value = _property_value(self.text, tree, node, name)
            span = element_span(tree, node)
            self.properties.extend(Property(key, value, span, item_type) for key in keys)
        if "itemscope" in own:
            url = own.get("itemtype", "").split()
            kind = url[0].rstrip("/").rsplit("/", 1)[-1] if url else ""
            self.items.append((tree.ends[node], kind))


def _content_end(tree: Tree, node: int) -> int:
    last = tree.ends[node] - 1
    return tree.stops[last] if last > node else tree.opened[node]


def _placed(text: Text, place: int) -> Text:
    """The text; one without characters gets a place."""
    return text if text.runs else Text(text.value, (Run(0, place, place),))


def _attribute(text: str, tree: Tree, node: int, name: str) -> Text:
    """An attribute's value; an empty text behind the tag's name when it has no such attribute."""
    found = attribute_text(text, tree.starts[node], tree.opened[node], name)
    start = tree.starts[node]
    return found if found is not None else Text("", (Run(0, start, start),))


def _metas(text: str, tree: Tree, node: int) -> Iterator[Meta]:
    """What a `<meta>` says: one may say the same under a name and under a property."""
    own = tree.attributes[node]
    span = element_span(tree, node)
    if "charset" in own:
        yield Meta("charset", _attribute(text, tree, node, "charset"), span)
        return
    keys = (own.get(name, "").strip().lower() for name in ("name", "property", "http-equiv"))
    for key in dict.fromkeys(filter(None, keys)):
        yield Meta(key, _attribute(text, tree, node, "content"), span)


def _property_value(text: str, tree: Tree, node: int, name: str) -> Text:
    attribute = _URL_PROPERTIES.get(name, "content")
    if attribute in tree.attributes[node]:
        return _attribute(text, tree, node, attribute)
    return _placed(read_text(tree, node), tree.opened[node])


def _metadata(tree: Tree, head: Head) -> Metadata:
    by_key: dict[str, list[Text]] = {}
    for meta in head.metas:
        by_key.setdefault(meta.key, []).append(meta.content)
    for item in head.properties:
        if item.item_type in OTHERS:
            continue
        by_key.setdefault(item.key.lower(), []).append(item.value)
    keywords = by_key.get("keywords", [_NO_TEXT])[0]
    authors = [text for text in by_key.get("author", ()) if text.value.strip()]
    for node, name in enumerate(tree.names):
        if (
            name in ("a", "span")
            and "author" in tree.attributes[node].get("rel", "").lower().split()
        ):
            author = read_text(tree, node)
            if author and all(author.value != known.value for known in authors):
                authors.append(author)
    language = head.lang
    if not language:
        languages = by_key.get("content-language", [])
        language = languages[0] if languages else None
    addresses = [link.href for link in head.links if "canonical" in link.rel] + by_key.get(
        "og:url", []
    )
    return Metadata(
        titles=head.titles,
        descriptions=tuple(by_key.get("description", ()))
        if head.metas_named("description")
        else (),
        slug=next((slug for slug in map(_slug, addresses) if slug), None),
        language=language,
        keywords=tuple(_split(keywords)),
        authors=tuple(authors),
        published=_first(by_key, _PUBLISHED),
        modified=_first(by_key, _MODIFIED),
    )


def _first(by_key: dict[str, list[Text]], keys: tuple[str, ...]) -> Text | None:
    return next((text for key in keys for text in by_key.get(key, ()) if text.value.strip()), None)


def _split(text: Text) -> Iterator[Text]:
    """Parts between commas, without the white space around them."""
    start = 0
    for part in text.value.split(","):
        stripped = part.strip()
        if stripped:
            begin = start + part.index(stripped)
            yield text.slice(begin, begin + len(stripped))
        start += len(part) + 1


def _slug(address: Text) -> Text | None:
    """The last part of an address's path, in its place."""
    try:
        path = urlsplit(address.value.strip()).path.rstrip("/")
    except ValueError:
        return None
    last = path.rsplit("/", 1)[-1]
    at = address.value.rfind(last) if last else -1
    return address.slice(at, at + len(last)) if at >= 0 else None
