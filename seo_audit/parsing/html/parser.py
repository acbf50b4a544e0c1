"""HTML to Document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from urllib.parse import urlsplit

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
from seo_audit.parsing.contents import without_contents
from seo_audit.parsing.front_matter.header import FRONT_MATTER_NAMES
from seo_audit.parsing.front_matter.header import read as read_header
from seo_audit.parsing.front_matter.metadata import main_heading, metadata, with_title
from seo_audit.parsing.html.blocks import read_blocks
from seo_audit.parsing.html.construction import construct
from seo_audit.parsing.html.construction.flattening import flatten
from seo_audit.parsing.html.construction.stack import MOST_REPAIRS, TooManyRepairsError
from seo_audit.parsing.html.construction.tokens import Token, attribute_text, comment_text
from seo_audit.parsing.html.elements import HIDING_ATTRIBUTES, UNREAD, is_hidden
from seo_audit.parsing.html.main_content import Selection, select, select_fragment
from seo_audit.parsing.html.pasted import read_pasted
from seo_audit.parsing.html.permalinks import hide_permalinks
from seo_audit.parsing.html.references import References, read_references
from seo_audit.parsing.html.template_tags import without_templates
from seo_audit.parsing.html.texts import read_string, read_text
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
TOO_MANY_REPAIRS = Message(
    fr="{name} : des balises mal fermées demandent plus de {limit:# élément|# éléments} de plus, la limite pour une page",
    en="{name}: tags closed in the wrong order ask for over {limit:# more element|# more elements}, the limit of a page",
)
_DOCTYPE = regex(r"<!doctype[\t\n\f\r >]", re.IGNORECASE)
_HEADER = regex(r"---|\+\+\+|\{\s*\"|\s*<!--\s*\.\.[ ]title:")
"""What front matter may begin with in HTML."""
_TAG_NEXT = regex(r"\s*<[a-zA-Z!]")
_FEED = regex(r"\b(?:rss|atom|feed)\b|json", re.IGNORECASE)
_HEAD_ELEMENTS = frozenset({"title", "meta", "link", "base", "script", "svg", "math"})
_WHOLE_TEXTS = frozenset({"articleBody", "reviewBody", "text"})
"""Properties that hold an article: it is in the blocks."""
_BEHIND_A_BOX = 400
"""Characters in what is hidden until one subscribes: fewer are an offer to do so."""
_FOR_SUBSCRIBERS = frozenset({"subscriber-only", "subscribers-only"})
"""Classes of the rest of an article that only subscribers read."""
_HIGHLIGHTED = frozenset({"codecolorer-container", "crayon-syntax", "syntaxhighlighter"})
"""Classes of what highlighters of WordPress lay out: CodeColorer, Crayon, SyntaxHighlighter."""
_BAR_TITLE = "quarto-secondary-nav-title"
_VARIANT = "ssr-variant"
"""What Framer calls each copy of what differs with the width of the screen."""
_AS_WRITTEN = frozenset({"", "br"}) | UNREAD
"""What stays as it is in code: texts, ends of lines, what nobody reads."""
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


def parse(
    source: Source,
    *,
    content: str | None = None,
    names: Mapping[str, Sequence[str]] = FRONT_MATTER_NAMES,
) -> Document:
    """Read an HTML page or fragment: its main content, its head, and what was left out.

    Front matter before it (Jekyll, Eleventy, Hugo) says what it says before Markdown; then what templates fill in
    is no text.

    Args:
        source: the page's characters.
        content: a CSS selector of the main content, instead of finding it.
        names: which keys of front matter mean what.

    Raises:
        ConfigError: `content` is no CSS selector.
        SourceError: the page has too many tags or too many that are closed in the wrong order, or `content` matches
            nothing on it.
    """
    return _read(source, content, names)[0]


def parse_page(
    source: Source,
    *,
    content: str | None = None,
    names: Mapping[str, Sequence[str]] = FRONT_MATTER_NAMES,
) -> tuple[Document, References]:
    """As `parse`, with all that the page refers to, its menus and footer included."""
    document, tree = _read(source, content, names)
    return document, read_references(tree)


def _read(
    source: Source, content: str | None, names: Mapping[str, Sequence[str]]
) -> tuple[Document, Tree]:
    header = read_header(source, names) if _HEADER.match(source.text) else None
    if (
        header
        and header.front_matter.kind == "json"
        and not _TAG_NEXT.match(source.text, header.front_matter.span.end)
    ):
        header = None  # the file is data
    text = without_templates(source.text, header.front_matter.span.end) if header else source.text
    if text.count("<") > MOST_TAGS:
        raise SourceError(TOO_MANY_TAGS, name=source.name, limit=MOST_TAGS)
    try:
        page = construct(text)
    except TooManyRepairsError as error:
        raise SourceError(TOO_MANY_REPAIRS, name=source.name, limit=MOST_REPAIRS) from error
    tree, tags, comments = flatten(page), page.page_tags, page.tokenizer.comments
    del page  # its nodes take as much memory as the tree
    _settle(text, tree)
    pasted = read_pasted(text, tree)
    head = None if pasted and pasted.bare else _head(text, tags, tree, is_xml=_is_xml(source))
    if content is not None:
        selection = _selected(tree, content, source)
    elif head is None or (pasted and pasted.whole):
        selection = select_fragment(tree)
    else:
        selection = select(tree)
    found = read_blocks(text, tree, selection.chosen, selection.skipped)
    blocks, links = without_contents(found.blocks, found.links)
    said = _metadata(tree, head) if head else Metadata()
    settings = None
    if header:
        said = metadata(source, header, names)
        blocks, links = with_title(blocks, links, main_heading(header, names, said))
        settings = header.front_matter.get("seo")
    document = Document(
        source,
        "html",
        blocks=blocks,
        metadata=said,
        head=head,
        front_matter=header.front_matter if header else None,
        settings=settings.value if settings and isinstance(settings.value, dict) else {},
        links=links,
        images=tuple(found.images),
        frames=tuple(found.frames),
        furniture=tuple(_furniture(tree, selection)),
        comments=tuple(comment_text(text, one.start, one.end) for one in comments),
        ids=frozenset(_ids(tree)),
    )
    return document, tree


def _settle(text: str, tree: Tree) -> None:
    """Make of the tree what readers see of it: scripts and style sheets show, hide and lay out parts."""
    _reveal(tree)
    _reveal_fallback(tree)
    if _VARIANT in text:
        _hide_variants(tree)
    if _BAR_TITLE in text:
        _hide_bar_title(tree)
    if any(name in text for name in _HIGHLIGHTED):
        _read_as_code(tree)
    hide_permalinks(tree)


def _reveal(tree: Tree) -> None:
    """Show what is hidden and nearly all of the page: a script shows it, or a subscription.

    So are the parts of a page that React sends one by one: `<div hidden id="S:1">`, and what waits behind an offer.
    """
    before: list[int] = []
    for node, own in enumerate(tree.attributes):
        if not own:
            continue
        if "hidden" in own and own.get("id", "").startswith("S:"):
            tree.attributes[node] = {key: own[key] for key in own if key != "hidden"}
        elif "class" in own and _is_behind_a_box(tree, node):
            tree.attributes[node] = _shown(own)
        elif 2 * (tree.ends[node] - node) > len(tree) and is_hidden(own):
            before = before or _characters_before(tree)
            around = before[-1] - before[tree.ends[node]] + before[node]
            if around < 0.2 * len(read_string(tree, node)):
                tree.attributes[node] = _shown(own)


def _shown(attributes: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if key not in HIDING_ATTRIBUTES}


def _is_behind_a_box(tree: Tree, node: int) -> bool:
    """Whether an element holds, out of sight, the rest of an article until one subscribes.

    The offer to do so bears such a name, too, and may have its style hide it; it is short.
    """
    own = tree.attributes[node]
    classes = own["class"]
    if "paywall" in classes:
        if "hidden" in own:
            return len(tree.string(node)) > _BEHIND_A_BOX
        return tree.names[node] == "p" and own.get("aria-hidden") == "true"
    return (
        "subscriber" in classes
        and not _FOR_SUBSCRIBERS.isdisjoint(classes.split())
        and is_hidden(own)
    )


def _characters_before(tree: Tree) -> list[int]:
    """How many characters of texts that can be read stand before each node, and in all."""
    lengths = (
        len(string.strip()) if string and tree.names[parent] not in UNREAD else 0
        for string, parent in zip(tree.strings, tree.parents, strict=True)
    )
    return list(accumulate(lengths, initial=0))


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


def _hide_variants(tree: Tree) -> None:
    """Keep one of the copies that Framer makes of what differs with the width of the screen.

    Each has the class `ssr-variant`, and one `hidden-…` for each width that does not show it; style sheets hide it.
    """
    variants: dict[int, list[str]] = {}
    for node, own in enumerate(tree.attributes):
        classes = own.get("class", "") if own else ""
        if _VARIANT in classes:
            variants[node] = [one for one in classes.split() if one.startswith("hidden-")]
    first = next((set(hidden) for hidden in variants.values() if hidden), set())
    # the width that shows the first of them: the widest
    width = next((one for hidden in variants.values() for one in hidden if one not in first), None)
    for node, hidden in variants.items():
        if width in hidden:
            tree.attributes[node] = {**tree.attributes[node], "hidden": ""}


def _hide_bar_title(tree: Tree) -> None:
    """Hide the title that Quarto shows again in the bar of narrow screens."""
    for node, own in enumerate(tree.attributes):
        if own and own.get("class") == _BAR_TITLE:
            tree.attributes[node] = {**own, "hidden": ""}


def _read_as_code(tree: Tree) -> None:
    """Take for code what WordPress's highlighters lay out in tables and lines, without a `<pre>`."""
    after = 0
    for node, own in enumerate(tree.attributes):
        if not own or _HIGHLIGHTED.isdisjoint(own.get("class", "").split()) or node < after:
            continue
        after = tree.ends[node]
        for inner in range(node + 1, after):
            if tree.names[inner] not in _AS_WRITTEN:
                tree.names[inner] = "span"
        tree.names[node] = "pre"


def _selected(tree: Tree, selector: str, source: Source) -> Selection:
    """The elements a selector matches."""
    from seo_audit.parsing.html.soup import select_elements  # noqa: PLC0415  Beautiful Soup only for selectors

    try:
        found = select_elements(source.text, selector)
    except ValueError as error:
        raise ConfigError(BAD_SELECTOR, selector=selector) from error
    if not found:
        raise SourceError(NOTHING_SELECTED, name=source.name, selector=selector)
    elements = [number for number, name in enumerate(tree.names) if name]
    return Selection([elements[number] for number in found])


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
            yield Furniture(reason, text, tree.span(node))
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


def _is_xml(source: Source) -> bool:
    """Whether servers send a file as XML, by the end of its name: browsers then read the language of `xml:lang`."""
    return str(source.path or source.name).lower().endswith(".xhtml")


def _head(text: str, page_tags: Mapping[str, Token], tree: Tree, *, is_xml: bool) -> Head | None:
    reader = _HeadReader(text, tree)
    reader.read()
    tags = {name: Span(tag.start, tag.end) for name, tag in page_tags.items()}
    if not tags and not reader.titles and not _DOCTYPE.search(text, 0, 1000):
        return None
    return Head(
        span=tags.get("head") or Span(0, 0),
        html_span=tags.get("html"),
        lang=_attribute_or_none(text, tree, 0, "lang")
        or (_attribute_or_none(text, tree, 0, "xml:lang") if is_xml else None),
        titles=tuple(reader.titles),
        title_spans=tuple(reader.title_spans),
        metas=tuple(reader.metas),
        links=tuple(reader.links),
        base=reader.base or "",
        scripts=tuple(reader.scripts),
        properties=tuple(reader.properties),
        classes=_classes_of_body(tree),
    )


def _classes_of_body(tree: Tree) -> frozenset[str]:
    body = next((node for node, name in enumerate(tree.names) if name == "body"), -1)
    return frozenset(tree.attributes[body].get("class", "").split() if body >= 0 else ())


class _HeadReader:
    """Collects what a page says of itself, wherever it says so."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self.tree = tree
        self.titles: list[Text] = []
        self.title_spans: list[Span] = []
        self.metas: list[Meta] = []
        self.links: list[HeadLink] = []
        self.base: str | None = None
        self.scripts: list[Text] = []
        self.properties: list[Property] = []
        self.items: list[tuple[int, str, int]] = []
        """Microdata items around the element, the innermost last: where each ends, its type, its number."""
        self.count = 0
        """How many such items have begun."""
        self.drawing = 0
        """Where the last SVG or MathML ends: a title in it is not the page's."""
        self.inert = 0
        """Where the last `<template>` ends: what it holds is no part of the page."""

    def read(self) -> None:
        tree = self.tree
        for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
            if not name or node < self.inert:
                continue
            if name == "template":
                self.inert = tree.ends[node]
            elif name in _HEAD_ELEMENTS:
                self._element(node, name, own)
            if own and (name == "time" or "itemprop" in own or "itemscope" in own):
                self._item(node, name, own)

    def _element(self, node: int, name: str, own: Mapping[str, str]) -> None:
        tree = self.tree
        if name in ("svg", "math"):
            self.drawing = max(self.drawing, tree.ends[node])
        elif name == "title":
            if node >= self.drawing:
                self.titles.append(_placed(read_text(tree, node), tree.opened[node]))
                self.title_spans.append(tree.span(node))
        elif name == "meta":
            self.metas.extend(_metas(self.text, tree, node))
        elif name == "base":
            if self.base is None and "href" in own:
                self.base = own["href"].strip()
        elif name == "link":
            rel = frozenset(own.get("rel", "").lower().split())
            if "href" in own or "canonical" in rel:
                href = _attribute(self.text, tree, node, "href") if "href" in own else Text("")
                # a feed is no other version of the page
                is_feed = bool(_FEED.search(own.get("type", "")))
                language = "" if is_feed else own.get("hreflang", "").strip()
                self.links.append(HeadLink(rel, href, tree.span(node), language))
        elif own.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            first, last = tree.opened[node], _content_end(tree, node)
            self.scripts.append(Text(self.text[first:last], (Run(0, first, last),)))

    def _item(self, node: int, name: str, own: Mapping[str, str]) -> None:
        tree = self.tree
        while self.items and self.items[-1][0] <= node:
            self.items.pop()
        _, item_type, item = self.items[-1] if self.items else (0, "", 0)
        keys = [key for key in own.get("itemprop", "").split() if key not in _WHOLE_TEXTS]
        if name == "time":
            keys.append("time")
        if keys:
            value = _property_value(self.text, tree, node, name)
            span = tree.span(node)
            self.properties.extend(Property(key, value, span, item_type, item) for key in keys)
        if "itemscope" in own:
            url = own.get("itemtype", "").split()
            kind = url[0].rstrip("/").rsplit("/", 1)[-1] if url else ""
            self.count += 1
            self.items.append((tree.ends[node], kind, self.count))


def _content_end(tree: Tree, node: int) -> int:
    last = tree.ends[node] - 1
    return tree.stops[last] if last > node else tree.opened[node]


def _placed(text: Text, place: int) -> Text:
    """The text; one without characters gets a place."""
    return text if text.runs else Text(text.value, (Run(0, place, place),))


def _attribute(text: str, tree: Tree, node: int, name: str) -> Text:
    """An attribute's value; an empty text behind the tag's name when it has no such attribute."""
    found = _attribute_or_none(text, tree, node, name)
    start = tree.starts[node]
    return found if found is not None else Text("", (Run(0, start, start),))


def _attribute_or_none(text: str, tree: Tree, node: int, name: str) -> Text | None:
    return attribute_text(text, *tree.tag(node, name), name)


def _metas(text: str, tree: Tree, node: int) -> Iterator[Meta]:
    """What a `<meta>` says: one may say the same under a name and under a property."""
    own = tree.attributes[node]
    span = tree.span(node)
    if "charset" in own:
        yield Meta("charset", _attribute(text, tree, node, "charset"), span)
        return
    keys = (
        key
        for name in ("name", "property", "http-equiv")
        # browsers obey it as the equivalent of a header only
        if (key := own.get(name, "").strip().lower()) and (key != "refresh" or name == "http-equiv")
    )
    for key in dict.fromkeys(keys):
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
        # schema.org gives an article no `date`: it is an event's, or a theme's own word
        if item.item_type in OTHERS or item.key == "date":
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
    addresses = [link.href for link in head.links if "canonical" in link.rel]
    # MkDocs writes « None » where it is not told the site's address
    addresses += [address for address in by_key.get("og:url", []) if "/" in address.value]
    return Metadata(
        titles=head.titles,
        descriptions=tuple(by_key.get("description", ()))
        if head.metas_named("description")
        else (),
        slug=next((slug for slug in map(_slug, addresses) if slug), None),
        language=language,
        # MediaWiki writes the page's title and the first links there: no author's choice
        keywords=() if "mediawiki" in head.classes else tuple(_split(keywords)),
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


_INDEX = regex(r"index\.(?:x?html?|php|aspx?|jsp)", re.IGNORECASE)


def _slug(address: Text) -> Text | None:
    """The last part of an address's path, in its place; what a server adds to a folder (`index.html`) names nothing."""
    try:
        parts = urlsplit(address.value.strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    start = address.value.find(path, address.value.find(parts.netloc) + len(parts.netloc))
    folder, _, last = path.rpartition("/")
    if _INDEX.fullmatch(last):
        path = folder.rstrip("/")
        last = path.rpartition("/")[2].strip(".")
    at = address.value.rfind(last, 0, start + len(path)) if last else -1
    return address.slice(at, at + len(last)) if at >= 0 else None
