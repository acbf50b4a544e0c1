"""What elements are for a reader: blocks, headings, what nobody reads or sees, tables of data."""

import re
from collections.abc import Mapping

from seo_audit.lazy import regex
from seo_audit.parsing.html.tree import Tree

BLOCK_ELEMENTS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
        "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }
)  # fmt: skip
"""Elements a browser puts on lines of their own (WHATWG HTML, section 15.3)."""
UNREAD = frozenset(
    {
        "area", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input",
        "link", "map", "meta", "noembed", "noframes", "noscript", "object", "option", "param",
        "script", "select", "source", "style", "svg", "template", "textarea", "title", "track",
        "video", "math", "annotation", "annotation-xml",
    }
)  # fmt: skip
"""Elements whose text nobody reads as part of an article: code, drawings, formulas, controls, fallbacks."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDING_STYLE = regex(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)

HIDING_ATTRIBUTES = frozenset({"hidden", "aria-hidden", "style"})
"""What `is_hidden` looks at."""


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that nobody is to see or hear it."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None


def filled_in_alt(attributes: Mapping[str, str]) -> str:
    """What a framework fills an image's `alt` with: `:alt="titre"`, `[alt]="titre"`; "" for nothing."""
    return next((attributes[name] for name in FILLED_IN_ALTS if name in attributes), "")


FILLED_IN_ALTS = (
    *(":alt", "v-bind:alt", "x-bind:alt", "bind:alt", "[alt]", "[attr.alt]", "ng-attr-alt"),
    *("th:alt", "data-th-alt", "t-att-alt", "t-attf-alt"),
)
"""Vue, Alpine, Angular, Thymeleaf, QWeb."""


def heading_level(name: str, attributes: Mapping[str, str]) -> int:
    """1–6 for a heading, else 0: by its name, or by what its role and `aria-level` say (WAI-ARIA 1.2, heading)."""
    level = HEADINGS.get(name, 0)
    if attributes:
        role = _role(attributes.get("role", ""))
        if role and role != "heading":
            # a heading laid out as a tab or a button is one no more
            level = 0
        elif level or role:
            said = attributes.get("aria-level", "").strip()
            if said.isascii() and said.isdecimal() and len(said) < 4 and int(said) > 0:
                return min(int(said), 6)
            level = level or 2
    return level


_ROLES = frozenset(
    {
        "alert", "alertdialog", "application", "article", "banner", "blockquote", "button",
        "caption", "cell", "checkbox", "code", "columnheader", "combobox", "complementary",
        "contentinfo", "definition", "deletion", "dialog", "directory", "document", "emphasis",
        "feed", "figure", "form", "generic", "grid", "gridcell", "group", "heading", "img",
        "image", "insertion", "link", "list", "listbox", "listitem", "log", "main", "mark",
        "marquee", "math", "menu", "menubar", "menuitem", "menuitemcheckbox", "menuitemradio",
        "meter", "navigation", "none", "note", "option", "paragraph", "presentation",
        "progressbar", "radio", "radiogroup", "region", "row", "rowgroup", "rowheader",
        "scrollbar", "search", "searchbox", "separator", "slider", "spinbutton", "status",
        "strong", "subscript", "suggestion", "superscript", "switch", "tab", "table", "tablist",
        "tabpanel", "term", "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid",
        "treeitem",
    }
)  # fmt: skip
"""Roles that WAI-ARIA 1.2 and 1.3 define, those for authors."""


def _role(said: str) -> str:
    """The role that counts: the first of a list that is one (WAI-ARIA 1.2, 8.1); "" for none."""
    return next((role for role in said.lower().split() if role in _ROLES), "") if said else ""


_CAPTION = regex(
    r"(?:^|[ _-])(?:[Cc]aption|CAPTION|[Ll]egende)(?=$|[ _A-Z-])|(?<=[a-z])Caption(?=$|[ _A-Z-])"
)


def is_called_caption(attributes: Mapping[str, str]) -> bool:
    """Whether a class says caption: « wp-caption-text », « ImageCaption_root »."""
    names = attributes.get("class", "")
    return ("apti" in names or "egend" in names or "CAP" in names) and (
        _CAPTION.search(names) is not None
    )


def is_data_table(tree: Tree, table: int) -> bool:
    """Whether a table holds data: cells of a few words in rows and columns, none within another."""
    if tree.attributes[table].get("role") in ("presentation", "none"):
        return False
    rows = cells = longest = 0
    marked = False
    for node in range(table + 1, tree.ends[table]):
        name = tree.names[node]
        if name == "tr":
            rows += 1
        elif name in ("th", "caption", "thead"):
            marked = True
            cells += name == "th"
        elif name == "td":
            cells += 1
            longest = max(longest, len(tree.string(node)))
        elif name == "table":
            return False
    if marked:
        return longest < 3000
    return rows > 1 and cells > rows and longest < 600
