"""HTML of word processors: what their styles mean, said as elements.

Word, Google Docs, LibreOffice, Outlook and Notion put what an author wrote into HTML when it is copied or saved:
titles and list items as paragraphs with a class, bold as a style, the signs of a list as text. The tree is changed so
that an element says what its author meant; no character moves.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct, field

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import HEADINGS, UNREAD, heading_level, is_hidden
from seo_audit.parsing.html.tree import PICTURE, Tree

_SIGNS = (
    "StartFragment",
    "urn:schemas-microsoft-com:office",
    "class=Mso",
    'class="Mso',
    "mso-",
    "docs-internal-guid",
    "doc-content",
    "data-ccp-parastyle",
    "notionvc",
    "page-title",
    "elementToProof",
    "LibreOffice",
    "OpenOffice",
)
"""What only such HTML holds: a page without any of these is not looked at."""
_COPIED = (
    "StartFragment", "class=Mso", 'class="Mso', "data-ccp-parastyle", "elementToProof", "notionvc",
)  # fmt: skip
"""What makes a page without a title one that was copied."""
_PROGRAMS = ("microsoft word", "libreoffice", "openoffice")
"""Beginnings of what `<meta name="generator">` says on a page that a word processor saved."""
_ISLANDS = frozenset(
    {
        "xml", "w:worddocument", "w:latentstyles", "w:sdtpr", "w:sdtendpr", "o:officedocumentsettings",
        "o:documentproperties", "m:mathpr",
    }
)  # fmt: skip
"""Elements that hold settings of Word, not text."""
_REMARKS = frozenset(
    {"EOP", "msocomanchor", "msocomtxt", "msocomoff", "MsoCommentReference", "msoDel"}
)
"""Classes of what is no part of the text: ends of paragraphs, remarks of a reviewer, what was deleted."""
_REMARK_LIST = regex(r"mso-element:\s{0,9}comment", re.IGNORECASE)
_TITLE_CLASS = regex(r"\s*title(?:-(?:western|cjk|ctl))?\s*", re.IGNORECASE)
_LIST_STYLE = regex(r"mso-list:\s{0,9}(?!none|ignore|skip)[^;]{0,40}?level(\d)", re.IGNORECASE)
_IGNORED = regex(r"mso-list:\s{0,9}(?:ignore|skip)", re.IGNORECASE)
_MARGIN = regex(r"(?<![\w-])margin-left:\s{0,9}([\d.]{1,9})(pt|cm|in|px)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "cm": 28.35, "in": 72.0, "px": 0.75}
_LIST_STEP = 36.0
"""Points by which Word sets each level of a list further in."""
_WEIGHT = regex(r"(?<![\w-])font-weight:\s{0,9}([a-z]{1,9}|\d{1,4})", re.IGNORECASE)
_ITALIC = regex(r"(?<![\w-])font-style:\s{0,9}italic", re.IGNORECASE)
_SIZE = regex(r"(?<![\w-])font-size:\s{0,9}([\d.]{1,9})pt", re.IGNORECASE)
_MARKER_FONT = regex(r"(?<![\w-])font:\s{0,9}7(?:\.0)?pt", re.IGNORECASE)
_NUMBER = regex(r"\(?(?:\d{1,4}|[a-z]|[ivxlcdm]{1,6})[.)]", re.IGNORECASE)
_TITLE_SIZE = 20.0
"""Points: Google Docs' title has 26, its largest heading 20, its text 11."""
_LONGEST_SIGN = 8
"""Characters of what Word writes before a list item: « xviii. »."""
_LOOKED_AT = 300
"""Nodes of a paragraph that are looked at, however many an attack nests."""
_NEAR = 5
"""Nodes behind a picture among which the image that stands for it is."""
_RULE = regex(r"\.(c\d{1,5})\{([^{}]{0,1000})\}")
_WHITE = " \t\n\f\r\u00a0"
_HIDDEN: Mapping[str, str] = {"hidden": ""}


class ListItem(Struct, frozen=True):
    """Where a list item stands: its level counts from 1; `number` is that of its sign, where it is one."""

    level: int
    ordered: bool
    number: int | None = None


class Pasted(Struct):
    """What is known of HTML that a word processor made."""

    whole: bool
    """Whether all of the page is the article: nothing around it is a site's."""
    bare: bool
    """Whether what the page says of itself is no page's: it was copied, not saved."""
    items: dict[int, ListItem] = field(default_factory=dict)
    """Paragraphs that were list items, now `<li>` without a list around them."""
    calls: dict[int, str] = field(default_factory=dict)
    """Links that call a note, and the note's name; they are hidden."""
    notes: dict[int, str] = field(default_factory=dict)
    """Links before the text of a note that lead back to its call, and the note's name; they are hidden."""


def read_pasted(source: str, tree: Tree, *, copied: bool = False) -> Pasted | None:
    """Change the tree so that it says what the author meant; None where no word processor made it.

    `copied` says that it comes from a clipboard, whatever it looks like.
    """
    if not copied and not any(sign in source for sign in _SIGNS):
        return None
    reader = _Reader(source, tree, copied)
    reader.read()
    return reader.pasted


class _Reader:
    """Goes over a tree once, then over its paragraphs."""

    def __init__(self, source: str, tree: Tree, copied: bool) -> None:
        self.tree = tree
        titled = any(
            name == "title" and tree.string(node).strip() for node, name in enumerate(tree.names)
        )
        whole = (
            copied
            or _is_document(tree)
            or _generator(tree).startswith(_PROGRAMS)
            or _begins_with_guid(tree)
            or _is_exported_by_notion(tree)
            # a page of a site keeps such signs in what was copied into it
            or (not titled and any(sign in source for sign in _COPIED))
        )
        self.pasted = Pasted(whole=whole, bare=whole and (copied or not titled))
        self.styles = _style_sheet(tree) if _is_document(tree) else {}
        self.office = _generator(tree).startswith(("libreoffice", "openoffice"))
        self.docs = bool(self.styles) or "docs-internal-guid" in source
        self.shown = {own["v:shapes"] for own in tree.attributes if "v:shapes" in own}
        """Word's pictures that stand there as images too."""
        self.heading = 0
        """Where the last heading ends."""

    def read(self) -> None:
        tree = self.tree
        node = 0
        while node < len(tree):
            name, own = tree.names[node], tree.attributes[node]
            if name in UNREAD or (own and is_hidden(own)):
                node = tree.ends[node]
            elif name and (name in _ISLANDS or self._is_made_up(node, own)):
                # settings, and the signs and spaces that Word writes before an item or behind a paragraph
                tree.attributes[node] = _HIDDEN
                node = tree.ends[node]
            else:
                self._element(node, name, own)
                node += 1
        if self.pasted.whole:
            self._title()
        self._notes()

    def _notes(self) -> None:
        """Find the notes: two short links that lead to each other, the first in the text, the second before a note."""
        tree = self.tree
        named: dict[str, int] = {}
        for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
            if name == "a" and own.get("href", "").startswith("#"):
                for key in {own.get("id", ""), own.get("name", "")} - {""}:
                    named.setdefault(key, node)
        for node in sorted(set(named.values())):
            other = named.get(tree.attributes[node].get("href", "")[1:], -1)
            # each belongs to one pair: those that do are hidden, and lead nowhere any more
            back = tree.attributes[other].get("href", "")[1:] if other > node else ""
            if named.get(back) == node and self._is_short(node) and self._is_short(other):
                number = str(len(self.pasted.calls) + 1)
                self.pasted.calls[node] = self.pasted.notes[other] = number
                for one in (node, other):
                    tree.attributes[one] = _HIDDEN

    def _is_short(self, node: int) -> bool:
        """Whether a link holds the sign of a note: « [12] », « 12 », « * »."""
        tree = self.tree
        inside = self._inside(node)
        sign = "".join(tree.strings[one] for one in inside).strip(_WHITE)
        return len(inside) < _LOOKED_AT - 1 and 0 < len(sign) <= _LONGEST_SIGN

    def _is_made_up(self, node: int, own: Mapping[str, str]) -> bool:
        """Whether an element holds nothing that its author wrote."""
        if not own:
            return False
        style = own.get("style", "")
        if _IGNORED.search(style) or _REMARK_LIST.search(style):
            return True
        if not _REMARKS.isdisjoint(own.get("class", "").split()):
            return True
        if self.tree.names[node] == "del" and own.get("cite", "").startswith("mailto:"):
            return True
        return self.docs and self._is_remark(node, own)

    def _is_remark(self, node: int, own: Mapping[str, str]) -> bool:
        """Whether this is Google Docs' call of a remark, or the remark at the page's end."""
        tree = self.tree
        if tree.names[node] == "a":
            return own.get("id", "").startswith("cmnt")
        if tree.names[node] != "div":
            return False
        first = next((one for one in self._inside(node) if tree.names[one] == "a"), -1)
        return first >= 0 and tree.attributes[first].get("href", "").startswith("#cmnt_ref")

    def _element(self, node: int, name: str, own: Mapping[str, str]) -> None:
        if heading_level(name, own):
            self.heading = max(self.heading, self.tree.ends[node])
        if name == "p":
            self._paragraph(node, own)
        elif name == PICTURE:
            self._picture(node, own)
        elif own and name in ("b", "strong", "span", "font"):
            self._inline(node, name, own)

    def _picture(self, node: int, own: Mapping[str, str]) -> None:
        """Make an image of a picture that Word drew, unless one for other programs stands behind it."""
        tree = self.tree
        around = tree.parents[node]
        within = around >= 0 and tree.names[around] == "v:shape"
        shape = tree.attributes[around] if within else own
        behind = next(
            (name for name in tree.names[tree.ends[node] : tree.ends[node] + _NEAR] if name), ""
        )
        if behind == "img" or (shape.get("id", "") or "?") in self.shown or not own.get("src"):
            return
        tree.names[node] = "img"
        tree.attributes[node] = {"src": own["src"]}
        if "alt" in shape:
            tree.attributes[node] = {"src": own["src"], "alt": shape["alt"]}
        if within:
            tree.later_tags[node] = {"alt": (tree.starts[around], tree.opened[around])}

    def _style(self, own: Mapping[str, str]) -> str:
        """An element's style, its classes' of Google Docs with it."""
        style = own.get("style", "")
        if self.styles:
            named = (self.styles.get(name, "") for name in own.get("class", "").split())
            style = ";".join((*named, style))
        return style

    def _inline(self, node: int, name: str, own: Mapping[str, str]) -> None:
        style = self._style(own)
        weight = _WEIGHT.search(style)
        bold = weight is not None and _is_bold(weight[1])
        if name in ("b", "strong"):
            if weight is not None and not bold:
                self.tree.names[node] = "span"
        elif node >= self.heading:
            if bold:
                self.tree.names[node] = "b"
            elif _ITALIC.search(style):
                self.tree.names[node] = "i"

    def _paragraph(self, node: int, own: Mapping[str, str]) -> None:
        item = self._item(node, own) if own else None
        if item is not None:
            self.tree.names[node] = "li"
            self.pasted.items[node] = item
        elif self._is_empty(node):
            self.tree.attributes[node] = _HIDDEN

    def _is_empty(self, node: int) -> bool:
        """Whether a paragraph holds nothing but spaces: an empty line of a word processor."""
        tree = self.tree
        return tree.ends[node] - node < _LOOKED_AT and all(
            not tree.strings[one].strip(_WHITE)
            and tree.names[one] not in ("img", "iframe", "table", PICTURE)
            for one in self._inside(node)
        )

    def _inside(self, node: int) -> range:
        """The first nodes of a paragraph: what stands before its text is among them."""
        return range(node + 1, min(self.tree.ends[node], node + _LOOKED_AT))

    def _item(self, node: int, own: Mapping[str, str]) -> ListItem | None:
        """The list item that a paragraph of Word is, if it is one."""
        style = own.get("style", "")
        listed = _LIST_STYLE.search(style)
        if listed:
            return _listed(max(1, int(listed[1])), self._sign(node))
        if not own.get("class", "").startswith("MsoListParagraph"):
            return None
        # Word's “filtered” HTML leaves out what the list is, and keeps the sign with its small spaces
        sign = self._filtered_sign(node)
        if sign is None:
            return None
        margin = _MARGIN.search(style)
        points = float(margin[1].strip(".") or 0) * _POINTS[margin[2].lower()] if margin else 0.0
        level = min(max(1, round(points / _LIST_STEP)), 9)
        return _listed(level, sign)

    def _sign(self, node: int) -> str:
        """The sign before an item: a bullet, a number, a letter; "" where there is none."""
        tree = self.tree
        for one in self._inside(node):
            if _IGNORED.search(tree.attributes[one].get("style", "")):
                return tree.string(one).strip(_WHITE)
        return ""

    def _filtered_sign(self, node: int) -> str | None:
        """The sign of an item, now hidden; None where there is none."""
        tree = self.tree
        before: list[int] = []
        length = 0
        for one in self._inside(node):
            if _MARKER_FONT.search(tree.attributes[one].get("style", "")):
                sign = "".join(tree.strings[text] for text in before).strip(_WHITE)
                if not sign:
                    return None
                for text in before:
                    tree.strings[text], tree.pieces[text] = "", ()
                tree.attributes[one] = _HIDDEN
                return sign
            if tree.strings[one]:
                before.append(one)
                length += len(tree.strings[one].strip(_WHITE))
                if length > _LONGEST_SIGN:
                    return None
        return None

    def _title(self) -> None:
        """Make the title the one heading of the first level."""
        title = next(self._titles(), None)
        if title is None:
            return
        tree = self.tree
        tree.names[title] = "h1"
        self.pasted.items.pop(title, None)
        if not any(
            node != title and not is_hidden(own) and heading_level(name, own) == 1
            for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True))
        ):
            return
        for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
            level = heading_level(name, own)
            if level and node != title:
                lower = min(level + 1, 6)
                if name in HEADINGS:
                    tree.names[node] = f"h{lower}"
                if own.get("role") == "heading":
                    tree.attributes[node] = {**own, "aria-level": str(lower)}

    def _titles(self) -> Iterator[int]:
        """Paragraphs that bear the title's style."""
        tree = self.tree
        first = True
        for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
            if name not in ("p", *HEADINGS) or is_hidden(own):
                continue
            if self._is_title(node, name, own.get("class", ""), first):
                yield node
            first = False

    def _is_title(self, node: int, name: str, classes: str, first: bool) -> bool:
        """Whether a paragraph or heading has the title's style; `first` says that none stands before it."""
        named = self.office and _TITLE_CLASS.fullmatch(classes) is not None
        if name != "p":
            return name == "h1" and (named or "page-title" in classes.split())
        return (
            named
            or classes.startswith("MsoTitle")
            or (bool(self.styles) and "title" in classes.split())
            or self._is_named_title(node)
            or (first and (self.docs or self.office) and self._is_large(node))
        )

    def _is_named_title(self, node: int) -> bool:
        """Whether Word for the web calls the style of this paragraph “Title”."""
        tree = self.tree
        return any(
            tree.attributes[one].get("data-ccp-parastyle", "").lower() in ("title", "titre")
            for one in self._inside(node)
        )

    def _is_large(self, node: int) -> bool:
        """Whether all of a paragraph is as large as only a title is."""
        tree = self.tree
        large = 0
        for one in self._inside(node):
            own = tree.attributes[one]
            size = _SIZE.search(self._style(own)) if own else None
            if size and float(size[1].strip(".") or 0) >= _TITLE_SIZE:
                large = max(large, tree.ends[one])
            elif tree.strings[one].strip(_WHITE) and one >= large:
                return False
        return large > 0


def _listed(level: int, sign: str) -> ListItem:
    digits = sign.strip("(.) ")
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else None
    return ListItem(level, _NUMBER.fullmatch(sign) is not None, number)


def _is_bold(weight: str) -> bool:
    return weight.lower() in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def _generator(tree: Tree) -> str:
    """What made the page, in lower case, as it says itself."""
    for name, own in zip(tree.names, tree.attributes, strict=True):
        if name == "meta" and own.get("name", "").lower() == "generator":
            return own.get("content", "").strip().lower()
        if name == "body":
            break
    return ""


def _is_document(tree: Tree) -> bool:
    """Whether it is a document that Google Docs saved: sites call a part of their pages so."""
    return any(
        name == "body" and "doc-content" in own.get("class", "").split()
        for name, own in zip(tree.names, tree.attributes, strict=True)
    )


def _is_exported_by_notion(tree: Tree) -> bool:
    """Whether it is a page that Notion saved: its title in the `<article class="page">` that is all of the body.

    Sites call a heading `page-title`, too: Drupal and many themes of WordPress do.
    """
    return any(
        name == "h1"
        and "page-title" in tree.attributes[node].get("class", "").split()
        and any(
            tree.names[one] == "article"
            and "page" in tree.attributes[one].get("class", "").split()
            and tree.parents[one] >= 0
            and tree.names[tree.parents[one]] == "body"
            for one in islice(tree.ancestors(node), 3)
        )
        for node, name in enumerate(tree.names)
    )


def _begins_with_guid(tree: Tree) -> bool:
    """Whether the first element of the body is the one that Google Docs puts around what is copied."""
    for node, name in enumerate(tree.names):
        if name and name not in ("html", "head", "body", "meta"):
            return tree.attributes[node].get("id", "").startswith("docs-internal-guid")
        if tree.strings[node].strip():
            return False
    return False


def _style_sheet(tree: Tree) -> dict[str, str]:
    """Google Docs' own classes: name → style."""
    sheets = (tree.string(node) for node, name in enumerate(tree.names) if name == "style")
    return {match[1]: match[2] for sheet in sheets for match in _RULE.finditer(sheet)}
