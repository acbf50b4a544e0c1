"""Which part of a page is the article, and which is furniture.

Nothing here knows a site. A page is judged by what its author says of it (elements, roles,
microdata), by the names its maker gave to parts (in English and French, the two in which classes
are named on French sites, and a few German ones), and by the text itself: an article is the
densest part in sentences that are no links.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seo_audit.parsing.blocks import BLOCK_ELEMENTS, HEADINGS, UNREAD, is_hidden
from seo_audit.parsing.tree import Tree

_WHITE = " \t\n\f\r"
_WHITE_RUN = re.compile(r"\s+")

_ELEMENTS = {"nav": "nav", "aside": "aside", "footer": "footer", "menu": "nav", "dialog": "dialog"}
_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
    "toolbar": "tools",
    "contentinfo": "footer",
    "banner": "header",
    "complementary": "aside",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
}

# names of parts, as whole words of a class or id (“site-nav”, “siteNav” and “site_nav” hold “nav”)
_WORDS = {
    "comments": "comment comments commentaire commentaires commentary disqus respond replies livefyre kommentare kommentar commentlist",
    "nav": "nav navbar navi navigation menu menus submenu breadcrumb breadcrumbs breadcrumbtrail ariane pagination pager paging pagenav"
    " skip skiplink skiplinks megamenu topnav subnav toc sommaire tabs prevnext precedent suivant nextprev",
    "header": "masthead topbar",
    "footer": "footer colophon copyright copyrights legal pied disclaimer mentions footnav",
    "aside": "sidebar sidebars widget widgets widgetized aside rail colonne",
    "related": "related relateds recommended recommendations recommendation recirculation recirc similar similaires suggestions suggested"
    " readmore seealso lireaussi associes connexes connexe trending popular mostread latest populaires teaser teasers"
    " outbrain taboola more moreon voiraussi crosslink crosslinks upnext onward jprelatedposts relatedposts correlated",
    "share": "share shares sharing sharebar social socials partage partager partages addthis sharedaddy addtoany sociaux followus follow"
    " shareaholic sharethis socialmedia teilen",
    "cookies": "cookie cookies consent gdpr rgpd cmp didomi onetrust cookiebar",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions abonnement abonnez abo signup inscription optin mailchimp"
    " paywall piano infolettre mailing",
    "author": "authorbox authorbio bio biography biographie bios",
    "advertising": "ad ads adv advert adverts advertisement advertising adsense pub pubs publicite sponsor sponsors sponsored sponsorise promo promos"
    " promotion adbox adslot banner werbung anzeige anzeigen dfp googlead",
    "meta": "tags taglist tagcloud keywords motscles byline metadata timestamp datetime dateline postmeta entrymeta postinfo"
    " breadcrumb pubdate",
    "tools": "print printer toolbar tools outils toolbox imprimer fontsize rating ratings vote votes like likes",
    "search": "search recherche searchform",
    "dialog": "modal popup popin overlay lightbox login",
    "hidden": "hidden invisible sronly visuallyhidden screenreader",
}
_BY_WORD = {word: reason for reason, words in _WORDS.items() for word in words.split()}
_PAIRS = {
    "sr only": "hidden", "screen reader": "hidden", "visually hidden": "hidden", "off screen": "hidden",
    "author box": "author", "author bio": "author", "about author": "author", "about the": "author", "author info": "author",
    "author profile": "author", "post author": "author", "entry author": "author", "author card": "author", "author description": "author",
    "a lire": "related", "lire aussi": "related", "read more": "related", "see also": "related", "read next": "related", "also read": "related",
    "voir aussi": "related", "plus lus": "related", "most read": "related", "read also": "related", "up next": "related", "meme sujet": "related",
    "meme auteur": "related", "next post": "nav", "previous post": "nav", "prev next": "nav", "post nav": "nav",
    "post meta": "meta", "entry meta": "meta", "article meta": "meta", "meta data": "meta", "post tags": "meta", "post info": "meta", "post date": "meta", "entry date": "meta",
    "post details": "meta", "post footer": "meta", "entry footer": "meta", "entry utility": "meta", "posted on": "meta", "tag list": "meta", "tags list": "meta", "tag links": "meta",
    "cat links": "meta", "read time": "meta", "reading time": "meta", "mots cles": "meta",
    "site header": "header", "page header": "header", "global header": "header", "top bar": "header", "site title": "header", "site name": "header", "site branding": "header",
    "right column": "aside", "left column": "aside", "col right": "aside", "right col": "aside", "side bar": "aside", "colonne droite": "aside",
    "sign up": "newsletter", "opt in": "newsletter", "call to": "newsletter", "call out": "",
}  # fmt: skip
_NEUTRAL_WORDS = frozenset({"tag", "category", "postid", "type", "status", "format", "has", "is", "no", "with"})
_PLAIN_OF_CONTENT = frozenset({"hentry", "articlebody", "storybody"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME_PART = re.compile(r"[a-z]+")

_BODY_WORDS = re.compile(
    r"(?:^|[\s_-])(?:(?:article|post|entry|story|page|news|blog|node|text|main|content|single|td|field|detail)[\s_-]?"
    r"(?:body|content|text|texte|contenu|corps|copy|main|inner)|articlebody|storytext|corps|contenu|texte)",
    re.IGNORECASE,
)
_LEAD_WORDS = re.compile(
    r"chap(?:o|eau)|standfirst|(?:^|[\s_-])(?:lede?|lead|intro|dek|deck|accroche|teaser-?text)(?:$|[\s_-])|sub-?(?:title|head|line)|summary|excerpt"
    r"|introduction|abstract|sous-?titre|kicker-?text|description",
    re.IGNORECASE,
)
_SENTENCE_MARK = re.compile(r"[.,;:!?…。，、！？»”]")

_SEPARATE = frozenset({"div", "section", "ul", "ol", "dl", "table", "form", "fieldset", "figure", "header", "details", "center", "p", "span"})


@dataclass(slots=True)
class Selection:
    """Node numbers of a page: subtrees to read, subtrees in them to leave out, and why."""

    chosen: list[int] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    """What is counted once for every node of a page."""

    tree: Tree
    unread: list[int]
    """Subtrees that nobody reads: scripts, controls, hidden parts."""
    chars: list[int]
    """Characters in a subtree that a reader sees, white space apart."""
    linked: list[int]
    """Those of them which are in links."""
    quality: list[int]
    """Those which stand in sentences and in no link."""
    own: list[int]
    """Of a block: the characters it holds itself, not in a block within it."""
    own_linked: list[int]


def select(tree: Tree) -> Selection:
    """Find the article."""
    page = _count(tree)
    if not tree.names:
        return Selection()
    furniture = _furniture(page)
    clean = _without(page, furniture)
    roots = _choose(clean, furniture)
    selection = Selection(roots, dict(furniture))
    _prune(clean, selection)
    selection.chosen = _with_title(clean, selection)
    return selection


def _count(tree: Tree) -> _Page:
    names, parents, ends, attributes, strings = tree.names, tree.parents, tree.ends, tree.attributes, tree.strings
    count = len(names)
    chars, linked, own, own_linked = ([0] * count for _ in range(4))
    marks = [0] * count
    blocks = [-1] * count
    in_link = [False] * count
    unread: list[int] = []
    hidden: list[int] = []
    node = 0
    while node < count:
        parent = parents[node]
        name = names[node]
        if name:
            if name in UNREAD:
                node = ends[node]
                continue
            if attributes[node] and is_hidden(attributes[node]):
                hidden.append(node)
                node = ends[node]
                continue
            blocks[node] = node if name in BLOCK_ELEMENTS or parent < 0 else blocks[parent]
            in_link[node] = (parent >= 0 and in_link[parent]) or (name == "a" and "href" in attributes[node])
        else:
            string = strings[node]
            length = len(string)
            if length > 3 or not string.isspace():
                text = string.strip(_WHITE)
                length = len(text)
                if length:
                    if "  " in text or "\n" in text:
                        length = len(_WHITE_RUN.sub(" ", text))
                    block = blocks[parent] if parent >= 0 else -1
                    chars[node] = length
                    if block >= 0:
                        own[block] += length
                        if in_link[parent]:
                            own_linked[block] += length
                            linked[node] = length
                        else:
                            marks[block] += len(_SENTENCE_MARK.findall(text))
        node += 1
    quality = [0] * count
    for block in range(count):
        length = own[block]
        if length > 25:
            free = length - own_linked[block]
            if 2 * free > length and (length > 80 or marks[block] > 0):
                quality[block] += free * (1 if marks[block] else 0) if names[block] not in HEADINGS else 0
    for node in range(count - 1, 0, -1):
        parent = parents[node]
        if parent >= 0:
            chars[parent] += chars[node]
            linked[parent] += linked[node]
            quality[parent] += quality[node]
    return _Page(tree, unread, chars, linked, quality, own, own_linked)


def _without(page: _Page, furniture: Mapping[int, str]) -> _Page:
    """The same counts with the furniture's taken off."""
    chars, linked, quality = list(page.chars), list(page.linked), list(page.quality)
    parents = page.tree.parents
    for node in furniture:
        lost = chars[node], linked[node], quality[node]
        around = node
        while around >= 0:
            chars[around] -= lost[0]
            linked[around] -= lost[1]
            quality[around] -= lost[2]
            around = parents[around]
    return _Page(page.tree, page.unread, chars, linked, quality, page.own, page.own_linked)


def _reason(attributes: Mapping[str, str], known: dict[str, str]) -> str:
    """Why an element with these names is furniture; "" when they do not say so."""
    role = attributes.get("role")
    if role and role in _ROLES:
        return _ROLES[role]
    label = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    reason = known.get(label)
    if reason is None:
        reason = known[label] = _reason_of_names(label)
    return reason


def _reason_of_names(label: str) -> str:
    if len(label) > 400:
        return ""
    found = ""
    for token in label.split():
        parts = _NAME_PART.findall(_CAMEL.sub("-", token).lower())
        if not parts:
            continue
        if parts[0] in _NEUTRAL_WORDS:
            continue
        whole = "".join(parts)
        if whole in _PLAIN_OF_CONTENT:
            return ""
        if found:
            continue
        found = _BY_WORD.get(whole, "")
        for first, second in zip(parts, parts[1:], strict=False):
            found = found or _PAIRS.get(f"{first} {second}", "")
        for part in parts:
            found = found or _BY_WORD.get(part, "")
    return found


def _furniture(page: _Page) -> dict[int, str]:
    """Subtrees that are furniture wherever the article is, and why."""
    tree, quality = page.tree, page.quality
    names, ends, attributes = tree.names, tree.ends, tree.attributes
    count = len(names)
    total = max(sum(quality[node] for node in range(count) if tree.parents[node] < 0), 1)
    known: dict[str, str] = {}
    found: dict[int, str] = {}
    holds_article = _holders(tree)
    node = 0
    while node < count:
        name = names[node]
        if not name or name in ("html", "body", "main"):
            node += 1
            continue
        if name in UNREAD or (attributes[node] and is_hidden(attributes[node])):
            node = ends[node]
            continue
        reason = _ELEMENTS.get(name, "")
        if not reason and attributes[node]:
            reason = _reason(attributes[node], known)
        if reason and page.chars[node] and _may_go(page, node, reason, total, holds_article):
            found[node] = reason
            node = ends[node]
            continue
        node += 1
    return found


def _holders(tree: Tree) -> set[int]:
    """Elements around what its author calls the article."""
    found: set[int] = set()
    for node, name in enumerate(tree.names):
        own = tree.attributes[node]
        if name in ("main", "h1") or (own and ("articleBody" in own.get("itemprop", "") or own.get("role") == "main")):
            around = node
            while around >= 0 and around not in found:
                found.add(around)
                around = tree.parents[around]
    return found


def _may_go(page: _Page, node: int, reason: str, total: int, holders: set[int]) -> bool:
    """Whether a part can be furniture, as its name says, rather than hold the article."""
    share = page.quality[node] / total
    name = page.tree.names[node]
    if reason == "comments":
        return node not in holders and share < 0.9
    if name == "article":
        return share < 0.2
    if node in holders:
        return reason in ("header", "nav") and share < 0.05 and not _title_like(page, node)
    if reason == "header":
        return share < 0.15
    return share < 0.35


def _title_like(page: _Page, node: int) -> bool:
    """Whether a part holds an h1 that is no link to the home page."""
    tree = page.tree
    for inner in range(node, tree.ends[node]):
        if tree.names[inner] == "h1" and page.chars[inner] and page.linked[inner] < page.chars[inner]:
            return True
    return False


def _choose(page: _Page, furniture: Mapping[int, str]) -> list[int]:
    """The elements that hold the article."""
    tree, quality = page.tree, page.quality
    tops = [node for node, parent in enumerate(tree.parents) if parent < 0]
    outside = _outside(tree, furniture)
    start = max(tops, key=lambda node: quality[node])
    total = quality[start]
    if not total:
        return tops
    node = start
    hinted = [[], [], []]
    for inner, name in enumerate(tree.names):
        if not name or outside[inner] or not quality[inner]:
            continue
        own = tree.attributes[inner]
        if name == "main" or own.get("role") == "main":
            hinted[0].append(inner)
        elif name == "article" or own.get("role") == "article" or "Article" in own.get("itemtype", "") or "BlogPosting" in own.get("itemtype", ""):
            hinted[1].append(inner)
        if own and "articleBody" in own.get("itemprop", ""):
            hinted[2].append(inner)
    for level, share in ((0, 0.5), (1, 0.5), (2, 0.6)):
        within = [inner for inner in hinted[level] if node <= inner < tree.ends[node]]
        if within:
            best = max(within, key=lambda inner: quality[inner])
            if quality[best] >= share * quality[node]:
                node = best
    node = _descend(page, node, outside)
    return _with_siblings(page, node, outside)


def _outside(tree: Tree, furniture: Mapping[int, str]) -> bytearray:
    flags = bytearray(len(tree.names))
    for node in furniture:
        flags[node : tree.ends[node]] = b"\1" * (tree.ends[node] - node)
    return flags


def _children(tree: Tree, node: int) -> Iterator[int]:
    child = node + 1
    while child < tree.ends[node]:
        yield child
        child = tree.ends[child]


def _descend(page: _Page, node: int, outside: bytearray) -> int:
    """Go down as long as nearly all sentences are in one child."""
    tree, quality = page.tree, page.quality
    while True:
        best, most = -1, 0
        for child in _children(tree, node):
            if tree.names[child] and not outside[child] and quality[child] > most:
                best, most = child, quality[child]
        if best < 0 or tree.names[best] in ("p", "blockquote", "pre", "ul", "ol", "li", "span", "b", "i", "em", "strong", "font"):
            return node
        hinted = _BODY_WORDS.search(f"{tree.attributes[best].get('class', '')} {tree.attributes[best].get('id', '')}")
        if most < (0.7 if hinted else 0.85) * quality[node]:
            return node
        node = best


def _with_siblings(page: _Page, node: int, outside: bytearray) -> list[int]:
    """The chosen element, and what beside it reads like a part of it."""
    tree = page.tree
    parent = tree.parents[node]
    if parent < 0 or tree.names[node] in ("article", "main", "body"):
        return [node]
    chosen = []
    own_class = tree.attributes[node].get("class", "")
    for child in _children(tree, parent):
        name = tree.names[child]
        if child == node:
            chosen.append(child)
        elif not name or outside[child] or not page.chars[child]:
            continue
        else:
            density = page.linked[child] / page.chars[child]
            bonus = own_class and tree.attributes[child].get("class", "") == own_class
            if (
                (name in ("p", "blockquote") and density < 0.25 and page.quality[child] > 60)
                or (page.quality[child] > 0.1 * page.quality[node] and density < 0.25)
                or (bonus and density < 0.25 and page.quality[child])
            ):
                chosen.append(child)
    return chosen


def _prune(page: _Page, selection: Selection) -> None:
    """Leave out lists of links and forms within the article."""
    tree, chars, linked, quality = page.tree, page.chars, page.linked, page.quality
    total = sum(quality[node] for node in selection.chosen) or 1
    for root in selection.chosen:
        node = root + 1
        while node < tree.ends[root]:
            name = tree.names[node]
            if node in selection.skipped:
                node = tree.ends[node]
                continue
            if name in _SEPARATE and chars[node] and quality[node] < 0.3 * total and _is_links(page, node, name):
                selection.skipped[node] = "links"
                node = tree.ends[node]
                continue
            node += 1


def _is_links(page: _Page, node: int, name: str) -> bool:
    chars, linked = page.chars[node], page.linked[node]
    if not linked:
        return False
    density = linked / chars
    tree = page.tree
    if name in ("p", "span"):
        return False
    links = sum(1 for inner in range(node, tree.ends[node]) if tree.names[inner] == "a")
    if name in ("ul", "ol", "dl"):
        return density > 0.7 and links > 1
    return density > 0.6 and (links > 1 or chars < 100)


def _with_title(page: _Page, selection: Selection) -> list[int]:
    """The chosen elements, with the page's title heading and the lead that stand before them."""
    return selection.chosen
