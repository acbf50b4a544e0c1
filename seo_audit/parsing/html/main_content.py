"""Which part of a page is the article, and which is furniture.

Nothing here knows a site. A page is judged by what its author says of it (elements, roles, microdata), by the names its
maker gave to parts (`_furniture`), and by the text itself: an article is the densest part in sentences that are no
links, and stands by its title. What is furniture within the article, `_pruning` leaves out.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct, field

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import BLOCK_ELEMENTS, HEADINGS, is_data_table
from seo_audit.parsing.html.furniture import ELEMENTS, INSERTED, Said, said_of
from seo_audit.parsing.html.page import (
    Page,
    called,
    children,
    count,
    outside,
    without,
    without_accents,
    words,
)
from seo_audit.parsing.html.pruning import Pruner
from seo_audit.parsing.html.tree import Tree

_NEVER = frozenset({"", "html", "body", "main"})
_CODE = frozenset({"pre", "code", "math"})
_PROSE = frozenset({"p", "ul", "ol", "blockquote"})
_INNER = frozenset(
    {"p", "blockquote", "pre", "ul", "ol", "li", "span", "b", "i", "em", "strong", "font"}
)
"""Elements that are a part of an article, and never all of it."""
_BOX_WORDS = frozenset({"paywall", "piano", "subscription"})
"""Names of a box over the article, and of the paragraphs that it hides."""
_BUILDER_WORDS = frozenset({"widget"})
"""Names of parts beside the article, and of those that page builders make it of."""
_BEHIND_A_BOX = 400
_BESIDE = frozenset({"aside", "footer", "related", "nav", "comments"})
_ONLY_WITH_LINKS = frozenset({"teaser"})
"""Parts whose names are also used for the article's own: furniture when a quarter of them is links."""
_SECTIONS = frozenset({"h2", "h3"})
_TAB_WORDS = frozenset({"tabs"})
"""Names of a row of tabs, and of all that stands behind them."""
_NAMED = frozenset({"class", "id", "role", "style"})
_SHORT = 160
_MANY = 3
_LEAST_ARTICLE = 600
"""Characters in sentences of an article that is shorter than the one behind it."""
_REVIEW_WORDS = frozenset({"reviews", "testimonials", "temoignages"})
"""Names of what many wrote, and of what one says of the article's subject."""

_HOME = regex(r"(?:https?://[^/?#]{1,200})?/?(?:index\.\w{1,5})?", re.IGNORECASE)
_SITE_NAME = regex(r"logo|site-?_?(?:title|name)|brand|blog-?_?title", re.IGNORECASE)
_TITLE_BREAK = regex(r"\s[-–—|·:•«»/]\s|[:|]\s")
_BODY_WORDS = regex(
    r"(?:^|[\s_-])(?:(?:article|post|entry|story|page|news|blog|node|text|main|content|single|td|field|detail)[\s_-]?"
    r"(?:body|content|text|texte|contenu|corps|copy|main|inner)|articlebody|storytext|corps|contenu|texte)",
    re.IGNORECASE,
)
_SECTION_CLASS = regex(r"(?:^|\s)(?:section|level\d|sect\d|unnumbered)(?:$|\s)")
"""What pandoc, Docutils and Asciidoctor call sections, whose ids are made of their headings."""
_HEAD_WORDS = regex(
    r"(?:^|[\s_-])(?:head|hero|top|titles?|headline|intro|lead|lede|kopf)(?:$|[\s_-])"
    r"|(?:header|hero|title|intro|kopf)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAD_WORDS = regex(
    r"chap(?:o|eau)|standfirst|(?:^|[\s_-])(?:lede?|lead|intro|dek|deck|accroche|teaser-?text)(?:$|[\s_-])|sub-?(?:title|head|line)|summary|excerpt"
    r"|introduction|abstract|sous-?titre|sommario|vorspann|untertitel|unterzeile|einleitung|entradilla|bajada"
    r"|kicker-?text|description",
    re.IGNORECASE,
)


class Selection(Struct):
    """Node numbers of a page: subtrees to read, subtrees in them to leave out, and why."""

    chosen: list[int] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


class _Mark(Struct, frozen=True):
    """A part that may be furniture, by its kind, its role or its names."""

    node: int
    reason: str
    word: str = ""
    """The name that says so."""


class _Landmarks(Struct):
    """What the author of a page says of it: places in the tree, in order."""

    mains: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    """What it says its title is."""
    site: list[str] = field(default_factory=list)
    """The words of the site's name."""


class _Known(Struct, frozen=True):
    """What is known of the article before it is found."""

    title: int
    """Its heading, or -1."""
    holders: Collection[int]
    """The elements around its heading, and around what its author calls the main part."""
    main: int
    """The main part that holds its heading, the only one where there is none, or -1: a menu or a footer outside it is one, however little stands within."""


def select(tree: Tree) -> Selection:
    """Find the article."""
    page = count(tree)
    if not tree.names:
        return Selection()
    landmarks = _landmarks(tree)
    title = _title(page, landmarks)
    marks = _in_order(
        _marks(page), _under_titles(tree), _reviews(tree), _other_posts(tree), _templates(tree)
    )
    around = [node for node in landmarks.mains if node <= title < tree.ends[node]]
    if title < 0 and len(landmarks.mains) == 1:
        around = landmarks.mains
    known = _Known(
        title,
        _holders(tree, [title, *landmarks.mains, *landmarks.bodies]),
        max(around, default=-1),
    )
    # comments can be longer than all else, and would make everything else look small
    others = {mark.node: mark.reason for mark in marks if mark.word in _TOLD}
    first = [mark for mark in marks if mark.reason == "comments" or mark.node in others]
    apart = _furniture(page, first, known, others)
    clean = without(page, apart)
    furniture = _furniture(clean, marks, known, apart)
    clean = without(page, furniture)
    columns = frozenset(mark.node for mark in marks if mark.reason in _BESIDE)
    chosen = _Finder(clean, outside(tree, furniture), title, columns, landmarks).choose()
    selection = Selection(_outermost(tree, chosen), dict(furniture))
    _site_header(tree, selection, title)
    _before_title(clean, selection, title)
    Pruner(clean, selection.chosen, selection.skipped).prune(title)
    selection.chosen = _once(tree, _with_title(clean, selection, title))
    return selection


def _once(tree: Tree, chosen: list[int]) -> list[int]:
    """The chosen elements without those that say the same as one before: a lead may stand over a page and in it."""
    if len(chosen) < 2:
        return chosen
    read: set[str] = set()
    found: list[int] = []
    for node in chosen:
        text = " ".join(tree.string(node).split())
        if text not in read:
            found.append(node)
        read.add(text)
    return found


def select_fragment(tree: Tree) -> Selection:
    """All of a piece of HTML that is no page: it is the article as it was given, but for what its tags set apart."""
    if not tree.names:
        return Selection()
    skipped = {node: name for node, name in enumerate(tree.names) if name in _APART}
    return Selection([0], skipped)


_APART = frozenset({"nav", "aside", "footer", "dialog"})
_NAME_OF_THE_WIKI = "siteSub"
"""Under each title of an old MediaWiki: « Un article de Wikipédia », as a heading."""


def _marks(page: Page) -> Iterator[_Mark]:
    """Elements that may be furniture, in order."""
    tree = page.tree
    known: dict[str, Said] = {}
    code = data = heading = 0
    heading_chars = 0
    for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
        if name in _NEVER or not (page.chars[node] or name in ELEMENTS):
            # texts, above all, have no names
            yield from () if _NAMED.isdisjoint(own) else _icons(page, node, known)
            continue
        titled = name in HEADINGS and own.get("id") != _NAME_OF_THE_WIKI
        if name in _CODE:
            # “comment” and “meta” are also what programs are made of
            code = max(code, tree.ends[node])
        elif titled and node >= heading:
            heading, heading_chars = tree.ends[node], page.chars[node]
        elif name == "table" and node >= data and is_data_table(tree, node):
            data = tree.ends[node]
        if name in ELEMENTS:
            yield _Mark(node, ELEMENTS[name])
        elif not _NAMED.isdisjoint(own) and not titled and node >= code:
            if (node < data and name != "table") or (
                node < heading and 2 * page.chars[node] > heading_chars
            ):
                # “player”, “date” are what a table, or a heading, is about
                continue
            anchor = node < heading or ("id" in own and _is_anchor(tree, node, own["id"]))
            said = said_of(name, own, known, with_id=not anchor)
            if said.reason and not _is_the_articles(page, node, said):
                yield _Mark(node, said.reason, said.word)


_UNDER_A_TITLE = frozenset({"author", "date"})


def _under_titles(tree: Tree) -> Iterator[_Mark]:
    """Headings that say who wrote the page, and when, right under its title, as R Markdown marks them up."""
    if not any(own and own.get("class") in _UNDER_A_TITLE for own in tree.attributes):
        return
    before: dict[int, int] = {}
    for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
        above = before.get(tree.parents[node], -1)
        if name:
            before[tree.parents[node]] = node
        if name in HEADINGS and own.get("class") in _UNDER_A_TITLE and above >= 0:
            said = tree.attributes[above].get("class")
            if tree.names[above] == "h1" or said in _UNDER_A_TITLE or said == "subtitle":
                yield _Mark(node, "meta", own["class"])


def _reviews(tree: Tree) -> Iterator[_Mark]:
    """What customers wrote, one behind the other, as microdata says; one alone may be the article."""
    beside: dict[int, list[int]] = {}
    for node, own in enumerate(tree.attributes):
        if own and "review" in own.get("itemprop", "").split() and "itemscope" in own:
            beside.setdefault(tree.parents[node], []).append(node)
    for nodes in beside.values():
        if len(nodes) >= _MANY:
            yield from (_Mark(node, "comments") for node in nodes)


_POST_CLASS = regex(r"(?:^|\s)postid-(\d{1,12})(?:$|\s)")
_POST_ID = regex(r"post-(\d{1,12})")
_OTHER_POST, _TEMPLATE = "other post", "template"
_TOLD = frozenset({_OTHER_POST, _TEMPLATE})
"""What a program says of a part, whatever the part holds."""


def _in_order(*kinds: Iterable[_Mark]) -> list[_Mark]:
    """The marks by their place; of a node that is marked twice, the later kind's."""
    found = {mark.node: mark for marks in kinds for mark in marks}
    return [found[node] for node in sorted(found)]


def _other_posts(tree: Tree) -> Iterator[_Mark]:
    """Posts of WordPress on the page of another, which its body names (`postid-12`) and which stands on it, too."""
    page = next((node for node, name in enumerate(tree.names) if name == "body"), -1)
    own = _POST_CLASS.search(tree.attributes[page].get("class", "")) if page >= 0 else None
    if own is None:
        return
    posts: dict[int, str] = {}
    for node, attributes in enumerate(tree.attributes):
        match = _POST_ID.fullmatch(attributes["id"]) if "id" in attributes else None
        if match and match[0] in attributes.get("class", "").split():
            posts[node] = match[1]
    if own[1] in posts.values():
        for node, number in posts.items():
            if number != own[1]:
                yield _Mark(node, "related", _OTHER_POST)


_BUILT, _BUILT_FOR = "data-elementor-type", "data-elementor-post-type"
_AROUND = {"header": "header", "footer": "footer", "popup": "dialog"}
"""What Elementor builds for all pages, and the reason to give."""
_OF_A_PAGE = frozenset({"page", "post"})


def _templates(tree: Tree) -> Iterator[_Mark]:
    """Headers, footers and what opens over the page, as Elementor tells them from the page's own part.

    Extensions of it make them posts of a type of their own (`wpr_templates`, `elementor-hf`): so are they where a page or post stands beside them.
    """
    built: list[tuple[int, str, str]] = []
    end = 0
    for node, own in enumerate(tree.attributes):
        if node >= end and own and _BUILT in own:
            built.append((node, own[_BUILT], own.get(_BUILT_FOR, "")))
            end = tree.ends[node]
    page = next((node for node, _, post in built if post in _OF_A_PAGE), -1)
    for node, kind, post in built:
        reason = _AROUND.get(kind, "")
        if not reason and page >= 0 and post and post not in _OF_A_PAGE:
            reason = "header" if node < page else "footer"
        if reason and "h1" not in tree.names[node : tree.ends[node]]:
            yield _Mark(node, reason, _TEMPLATE)


def _icons(page: Page, node: int, known: dict[str, Said]) -> Iterator[_Mark]:
    """A part without text that shares the article, or leads up: icons do so as buttons with a text do."""
    name, own = page.tree.names[node], page.tree.attributes[node]
    if name in _NEVER:
        return
    if said_of(name, own, known).reason == "share":
        yield _Mark(node, "share")
    elif (
        name == "a" and own.get("href", "").startswith("#") and _UP.search(called(page.tree, node))
    ):
        yield _Mark(node, "tools")


_UP = regex(r"(?:to|scroll|go)-?_?top|haut-de-page|back-?up", re.IGNORECASE)
"""How a button is called that leads to the top of its page."""


_COMMENTS_ID = regex(
    r"comment(?:s|aires?)(?![^\W_])|comment(?:$|[-_]?(?:\d|area|block|box|count|form|list|reply|respond|section|thread|title|wrap))",
    re.IGNORECASE,
)
"""Ids of what readers wrote; « comment-installer », of a section, is a French question."""


def _is_anchor(tree: Tree, node: int, identity: str) -> bool:
    """Whether an id is made of the heading that a section begins with."""
    said = _SECTION_CLASS.search(tree.attributes[node].get("class", ""))
    if not said and (tree.names[node] != "section" or _COMMENTS_ID.match(identity)):
        return False
    for inner in range(node + 1, min(tree.ends[node], node + 4)):
        if tree.names[inner] in HEADINGS:
            heading = set(words(without_accents(tree.string(inner))))
            return set(words(without_accents(identity).replace("_", " "))) <= heading | {"sec"}
    return False


def _is_the_articles(page: Page, node: int, said: Said) -> bool:
    """Whether an element has a name that parts of the article bear, too, and looks like one."""
    return (
        (said.only_short and page.chars[node] >= _SHORT)
        or (said.reason not in _NOT_OF_DATA and _holds_data(page, node))
        or (
            said.word in _BOX_WORDS
            # behind the box: the rest of the article
            and (page.tree.names[node] in _PROSE or _is_prose(page, node, _BEHIND_A_BOX))
        )
        or (said.word == INSERTED and _holds_code(page.tree, node))
        or (said.reason in _ONLY_WITH_LINKS and 4 * page.linked[node] < page.chars[node])
        or (
            said.word in _TAB_WORDS
            and page.quality[node] > _SHORT
            and 2 * page.linked[node] < page.chars[node]
        )
    )


def _holds_code(tree: Tree, node: int) -> bool:
    return any(tree.names[inner] in _CODE for inner in range(node + 1, tree.ends[node]))


_NOT_OF_DATA = frozenset({"hidden", "comments", "author"})
"""Reasons why a table is none of the article's, headers or not: what readers wrote, a card of the author."""


def _holds_data(page: Page, node: int) -> bool:
    """Whether a part is a table with headers that is no list of links: « player-stats » is what it tells of."""
    tree = page.tree
    return (
        tree.names[node] == "table"
        and 4 * page.linked[node] < page.chars[node]
        and any(tree.names[inner] in _HEADERS for inner in range(node + 1, tree.ends[node]))
        and is_data_table(tree, node)
    )


_HEADERS = frozenset({"th", "thead", "caption"})


def _furniture(
    page: Page, marks: Collection[_Mark], known: _Known, before: Mapping[int, str]
) -> dict[int, str]:
    """Subtrees that are furniture wherever the article is, and why; those known `before` too."""
    tree, quality = page.tree, page.quality
    total = max(sum(quality[node] for node, parent in enumerate(tree.parents) if parent < 0), 1)
    found: dict[int, str] = {}
    named: dict[str, list[int]] = {}
    # a page builder puts the title, too, into a part that bears such a name
    builder = {
        mark.word for mark in marks if mark.word in _BUILDER_WORDS and mark.node in known.holders
    }
    end = 0
    for mark in marks:
        node = mark.node
        if node < end or mark.word in builder:
            continue
        if node in before or _may_go(page, mark, total, known):
            found[node] = before.get(node, mark.reason)
            if mark.word and mark.word not in _TOLD and mark.reason != "comments":
                named.setdefault(mark.word, []).append(node)
            end = tree.ends[node]
    for nodes in named.values():
        if 2 * sum(quality[node] for node in nodes) > total and len(nodes) > 1:
            # a name that most of the page bears tells nothing
            for node in nodes:
                del found[node]
    return found


def _may_go(page: Page, mark: _Mark, total: int, known: _Known) -> bool:
    """Whether a part can be furniture, as its name says, rather than hold the article."""
    node, reason = mark.node, mark.reason
    share = page.quality[node] / total
    below = 0 <= known.title < node
    if mark.word in _REVIEW_WORDS and not _is_thread(page, node):
        return False
    if reason == "comments":
        return node not in known.holders and (
            share < (0.97 if below else 0.8) or (known.title >= 0 and _is_thread(page, node))
        )
    if page.tree.names[node] == "article":
        return share < 0.2
    if node in known.holders:
        return False
    if reason == "header":
        return share < 0.15
    is_dialog = page.tree.attributes[node].get("role") in _DIALOGS
    if (known.title >= 0 and (mark.word in _OPENED or is_dialog)) or (
        is_dialog and "cookie" in called(page.tree, node).lower()
    ):
        # what opens over a page is not its article, however short that is
        share *= _OVER
    if reason in ("footer", "nav") and known.main >= 0 and _is_outside(page.tree, node, known.main):
        share = 0.0
    return share < (0.5 if below else 0.3)


_DIALOGS = frozenset({"dialog", "alertdialog"})
_OPENED = frozenset(
    {
        *("modal", "popup", "popin", "consent", "gdpr", "rgpd", "cmpbox", "didomi", "onetrust"),
        *("privacy bar", "privacy banner", "privacy modal", "privacy popup"),
    }
)
"""Names of such parts: a notice with all that a site may keep is longer than many an article."""
_OVER = 0.3 / 0.97


def _is_outside(tree: Tree, node: int, part: int) -> bool:
    return node >= tree.ends[part] or tree.ends[node] <= part


def _is_thread(page: Page, node: int) -> bool:
    """Whether a part is a row of many alike: what readers or customers wrote, one behind the other."""
    tree = page.tree
    alike: dict[tuple[int, str, str], int] = {}
    seen: dict[tuple[int, str, str], int] = {}
    for inner in range(node + 1, tree.ends[node]):
        name = tree.attributes[inner].get("class", "")
        if name and page.chars[inner]:
            key = (tree.parents[inner], tree.names[inner], name.split()[0] if name.split() else "")
            alike[key] = alike.get(key, 0) + page.chars[inner]
            seen[key] = seen.get(key, 0) + 1
    return any(
        count >= _MANY and 10 * alike[key] > 7 * page.chars[node] for key, count in seen.items()
    )


def _landmarks(tree: Tree) -> _Landmarks:
    marks = _Landmarks()
    for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
        if not name:
            continue
        if name in HEADINGS:
            marks.headings.append(node)
        elif name == "title" and not marks.titles:
            marks.titles.append(tree.string(node))
        elif name == "meta" and own.get("property") == "og:title":
            marks.titles.append(own.get("content", ""))
        elif name == "meta" and own.get("property") == "og:site_name":
            marks.site = words(own.get("content", ""))
        elif name in ("main", "article") or not _TELLING.isdisjoint(own):
            _mark_parts(marks, node, (name, own.get("role")), own)
    return marks


_TELLING = frozenset({"role", "itemtype", "itemprop"})


def _mark_parts(
    marks: _Landmarks, node: int, kinds: tuple[str | None, ...], own: Mapping[str, str]
) -> None:
    if "main" in kinds:
        marks.mains.append(node)
    if "article" in kinds or own.get("itemtype", "").endswith(("Article", "BlogPosting")):
        marks.articles.append(node)
    if "articleBody" in own.get("itemprop", ""):
        marks.bodies.append(node)


def _holders(tree: Tree, nodes: Iterable[int]) -> set[int]:
    """These nodes, and the elements around them."""
    found: set[int] = set()
    for node in nodes:
        around = node
        while around >= 0 and around not in found:
            found.add(around)
            around = tree.parents[around]
    return found


def _title(page: Page, landmarks: _Landmarks) -> int:
    """The heading that is the article's title: the h1 most like the page's title; -1 for none.

    A page whose h1 is the site's name, or none, may say its title once more elsewhere: then it is that.
    """
    tree, said = page.tree, landmarks.titles
    first: list[int] = []
    lower: list[int] = []
    for node in landmarks.headings:
        if 0 < page.chars[node] < 500:
            (first if tree.names[node] == "h1" else lower).append(node)
    wanted = {word for text in said for word in words(text)}
    first = [
        node
        for node in first
        if words(tree.string(node)) not in ([], landmarks.site) and not _is_site_name(tree, node)
    ]
    if len(first) > 1:
        # GitBook, bookdown and mdBook name the book in a bar over each page, Jupyter Book says the title once more for printers
        first = [node for node in first if not _is_apart(tree, node)] or first
    best = _most_like(tree, first, wanted, 0.5)
    if best < 0 and len(first) == 1:
        only = first[0]
        around = {only, *tree.ancestors(only)}
        if len(words(tree.string(only))) > 3 or not around.isdisjoint(
            (*landmarks.mains, *landmarks.articles, *landmarks.bodies)
        ):
            best = only
    if best < 0 and wanted:
        lower = [node for node in lower if 2 * page.linked[node] < page.chars[node]]
        lower = [node for node in lower if len(words(tree.string(node))) > 2]
        best = _most_like(tree, lower, wanted, 0.8)
    return best if best >= 0 else _said_again(page, said)


def _is_apart(tree: Tree, node: int) -> bool:
    """Whether a heading stands in a menu, or in what readers are not shown."""
    known: dict[str, Said] = {}
    return any(
        tree.names[around] == "nav"
        or said_of(tree.names[around], tree.attributes[around], known).reason in ("nav", "hidden")
        for around in tree.ancestors(node)
    )


def _most_like(tree: Tree, headings: Iterable[int], wanted: Collection[str], least: float) -> int:
    """The heading with the largest share of these words, more than `least`; -1 for none."""
    best, most = -1, 0.0
    for node in headings:
        own = words(tree.string(node))
        share = sum(word in wanted for word in own) / len(own) if wanted else 1.0
        # of two that are alike the longer: a site's name stands in the title of its pages, too, and so may any word
        likeness = share + min(len(own), 6) / 20
        if share > least and likeness > most:
            best, most = node, likeness
    return best


_SITE_PARTS = frozenset({"nav", "footer", "aside", "dialog"})


def _said_again(page: Page, said: Iterable[str]) -> int:
    """The innermost element of the page's body whose text is one of these, or a part of it, and no link; -1 for none."""
    tree = page.tree
    parts = [part for text in said for part in (text, *_TITLE_BREAK.split(text))]
    wanted = {own for part in parts if len(own := tuple(words(part))) > 2}
    lengths = [sum(map(len, own)) for own in wanted]
    if not lengths:
        return -1
    shortest, longest = min(lengths), 2 * max(lengths) + 8
    apart = 0
    for node, chars in enumerate(page.chars):
        if tree.names[node] in _SITE_PARTS:
            apart = max(apart, tree.ends[node])
        if node >= apart and (
            shortest <= chars <= longest
            and tree.names[node] not in ("", "title", "a", "head")
            and not any(
                tree.names[inner] and page.chars[inner] == chars
                for inner in range(node + 1, tree.ends[node])
            )
            and not page.linked[node]
            and tuple(words(tree.string(node))) in wanted
        ):
            return node
    return -1


def _is_site_name(tree: Tree, heading: int) -> bool:
    """Whether an h1 is the site's name: a link to the home page, or called a logo."""
    around = [heading, *range(heading + 1, tree.ends[heading])]
    if tree.parents[heading] >= 0:
        around.append(tree.parents[heading])
    for node in around:
        own = tree.attributes[node]
        if own:
            if tree.names[node] == "a" and _HOME.fullmatch(own.get("href", "x")):
                return True
            if _SITE_NAME.search(called(tree, node)):
                return True
    return False


_LEAD = 300
"""Characters of what stands under the title of a page that shows little else in sentences, at the most."""


class _Finder:
    """Finds the elements that hold the article."""

    def __init__(
        self,
        page: Page,
        outside: bytearray,
        title: int,
        columns: Collection[int],
        landmarks: _Landmarks,
    ) -> None:
        self._page = page
        self._tree = page.tree
        self._outside = outside
        """1 for every node in furniture."""
        self._title = title
        self._around_title = {title, *self._tree.ancestors(title)} if title >= 0 else set()
        self._columns = columns
        """What is called a column, or stands in one."""
        self._landmarks = landmarks

    def choose(self) -> list[int]:
        """The elements that hold the article."""
        tops = [node for node, parent in enumerate(self._tree.parents) if parent < 0]
        start = max(tops, key=self._page.quality.__getitem__)
        if not self._page.quality[start]:
            return tops
        frame = self._hinted(start)
        node = self._descend(frame)
        found = [*self._leads(node, frame), *self._with_siblings(node)]
        return [frame] if self._leaves_nearly_all(found, frame) else found

    def _leaves_nearly_all(self, found: Iterable[int], frame: int) -> bool:
        """Whether the only sentences in `<main>` are those under the title, the rest labels: figures, steps, what is on offer."""
        if frame not in self._landmarks.mains:
            return False
        chars, linked = self._page.chars, self._page.linked
        held = sum(chars[node] - linked[node] for node in found)
        return held < min(_LEAD, (chars[frame] - linked[frame]) / 3) and (
            linked[frame] < 0.4 * chars[frame]
        )

    def _hinted(self, node: int) -> int:
        """The element that its author calls the article."""
        quality, marks = self._page.quality, self._landmarks
        # who says so, and how much of the sentences the element must hold to be believed
        for told, share in ((marks.mains, 0.4), (marks.articles, 0.4), (marks.bodies, 0.5)):
            end = self._tree.ends[node]
            inner = [one for one in told if node <= one < end and not self._outside[one]]
            best = max(inner, key=quality.__getitem__, default=node)
            if told is marks.articles and (titled := self._titled(best, inner)) >= 0:
                node = titled
                continue
            if quality[best] < share * quality[node] and not (
                # a page that waits for its text: what stands over it, on each page, is none
                told is marks.mains
                and quality[node] < _LEAST_ARTICLE
                and best < self._title < self._tree.ends[best]
                and self._tree.names[self._title] == "h1"
            ):
                continue
            node = best
            if told is marks.articles and self._is_one_of_several(best, inner):
                return self._tree.parents[best]
        return node

    def _titled(self, largest: int, articles: Iterable[int]) -> int:
        """The `<article>` that holds the page's title, with a longer one behind it; -1 for none: sites go on with the next."""
        tree, quality = self._tree, self._page.quality
        around = [node for node in articles if node <= self._title < tree.ends[node]]
        for node in reversed(around[1:]):
            if quality[node] >= _LEAST_ARTICLE and self._has_next(node, articles):
                return node
        best = max(around, key=quality.__getitem__, default=-1)
        if best < 0 or largest < tree.ends[best] or quality[best] < _LEAST_ARTICLE:
            return -1
        if "h1" not in tree.names[largest : tree.ends[largest]]:
            # a section of the same: the steps of a recipe
            return -1
        return best if quality[best] > 0.2 * quality[largest] else -1

    def _has_next(self, article: int, articles: Iterable[int]) -> bool:
        """Whether an `<article>` with the title that the page says is its own has others with a title behind it."""
        tree = self._tree
        own = set(words(tree.string(self._title)))
        return any(own <= set(words(title)) for title in self._landmarks.titles) and any(
            tree.parents[node] == tree.parents[article]
            and node > article
            and "h1" in tree.names[node : tree.ends[node]]
            for node in articles
        )

    def _is_one_of_several(self, best: int, articles: Iterable[int]) -> bool:
        """Whether an `<article>` is a section, with others beside it under one title."""
        page, tree = self._page, self._tree
        if not 0 <= self._title < best or tree.parents[best] < 0:
            return False

        def name(node: int) -> list[str]:
            return tree.attributes[node].get("class", "").split()[:1]

        others = sum(
            page.quality[node]
            for node in articles
            if node != best
            and tree.parents[node] == tree.parents[best]
            and name(node) == name(best)
            and 4 * page.linked[node] < page.chars[node]
        )
        return others > 0.3 * page.quality[best]

    def _descend(self, node: int) -> int:
        """Go down as long as nearly all sentences are in one child, or a good part of them is around the title."""
        tree, quality = self._tree, self._page.quality
        weights = self._weights()
        # all of what its author calls an article is one
        articles = {*self._landmarks.articles, *self._landmarks.bodies}
        told = not articles.isdisjoint((node, *tree.ancestors(node)))
        while True:
            inner = [child for child in children(tree, node) if not self._outside[child]]
            around = next((child for child in inner if child in self._around_title), -1)
            if told:
                around = -1
            total = float(quality[node] - sum(quality[child] for child in inner))
            if around >= 0 and weights[around] > 150:
                # beside the title, a column is one however much it holds
                inner = [child for child in inner if child == around or child not in self._columns]
            elements = [child for child in inner if tree.names[child]]
            best = max(elements, key=weights.__getitem__, default=-1)
            if best < 0 or tree.names[best] in _INNER:
                return node
            loose = total + sum(weights[child] for child in inner if tree.names[child] in _LOOSE)
            total += sum(weights[child] for child in inner)
            hinted = _BODY_WORDS.search(called(tree, best))
            if weights[best] < (0.7 if hinted else 0.8) * total:
                if (
                    around < 0
                    or weights[around] < max(loose, 0.2 * total)
                    or self._is_head(around, best, weights)
                ):
                    return node
                best = around
            if tree.names[best] in _INNER:
                return node
            if tree.names[best] == "table" and is_data_table(tree, best):
                return node
            node = best

    def _is_head(self, around: int, other: int, weights: list[float]) -> bool:
        """Whether an element around the title holds no more than the head of an article."""
        page = self._page
        if page.tree.names[around] == "header" or _HEAD_WORDS.search(called(page.tree, around)):
            return True
        if other < around or other in self._columns or weights[other] <= weights[around]:
            return False
        return page.linked[other] < 0.05 * page.chars[other] and (
            weights[other] > 2 * weights[around] or self._goes_on(other)
        )

    def _goes_on(self, node: int) -> bool:
        """Whether a part goes on with a section: it has no title of its own."""
        inside = self._tree.names[node : self._tree.ends[node]]
        return "h1" not in inside and not _SECTIONS.isdisjoint(inside)

    def _weights(self) -> list[float]:
        """How much of an article each part may hold: its sentences, few of them where it is a list of teasers."""
        page, parents = self._page, self._tree.parents
        quality = page.quality
        weights = [float(value) for value in quality]
        largest = [0.0] * len(quality)
        for node in range(len(quality) - 1, -1, -1):
            weight = weights[node]
            if self._outside[node] or weight <= 0:
                continue
            density = page.linked[node] / page.chars[node] if page.chars[node] > 0 else 0.0
            if density > 0.3 and 2 * largest[node] < weight:
                weights[node] = weight = weight * (1 - density) ** 2
            parent = parents[node]
            if parent >= 0:
                weights[parent] += weight - quality[node]
                largest[parent] = max(largest[parent], weight)
        return weights

    def _leads(self, node: int, frame: int) -> list[int]:
        """What stands before the chosen element in the article and reads like its introduction."""
        page, tree = self._page, self._tree
        found: list[int] = []
        around = node
        while around > frame:
            for child in children(tree, tree.parents[around]):
                if child >= around:
                    break
                if (
                    tree.names[child]
                    and not self._outside[child]
                    and page.chars[child]
                    and not self._is_before_title(child, node)
                    and (_is_lead(page, child) or _is_prose(page, child, 100))
                ):
                    found.append(child)
            around = tree.parents[around]
        return sorted(found)

    def _is_before_title(self, node: int, chosen: int) -> bool:
        """Whether a part ends before the title of the article that was found: it is no part of it."""
        return self._tree.ends[node] <= self._title < self._tree.ends[chosen]

    def _with_siblings(self, node: int) -> list[int]:
        """The chosen element, and what beside it reads like a part of it."""
        page, tree = self._page, self._tree
        parent = tree.parents[node]
        if parent < 0 or tree.names[node] in ("article", "main", "body"):
            return [node]
        chosen = []
        own_class = tree.attributes[node].get("class", "")
        for child in children(tree, parent):
            name = tree.names[child]
            if child == node:
                chosen.append(child)
            elif (
                name
                and not self._outside[child]
                and page.chars[child]
                and not self._is_before_title(child, node)
            ):
                enough = 0.2 * page.quality[node]
                if name in ("p", "blockquote"):
                    enough = min(enough, 60)
                alike = own_class and tree.attributes[child].get("class", "") == own_class
                if _is_prose(page, child, 0 if alike else enough) or (
                    # a list of what follows may stand in the first of such parts
                    alike
                    and page.quality[child] > enough / 2
                    and 2 * page.linked[child] < page.chars[child]
                ):
                    chosen.append(child)
        return chosen


_LOOSE = _INNER | {""}


def _is_prose(page: Page, node: int, enough: float) -> bool:
    """Whether a part holds more sentences than this, and few links."""
    return page.quality[node] > enough and 4 * page.linked[node] < page.chars[node]


def _is_lead(page: Page, node: int) -> bool:
    """Whether a part is called an introduction or a subtitle, and says something."""
    own = page.tree.attributes[node]
    names = f"{own.get('class', '')} {own.get('itemprop', '')}"
    return (
        page.chars[node] > 25
        and 4 * page.linked[node] < page.chars[node]
        and _LEAD_WORDS.search(names) is not None
    )


def _site_header(tree: Tree, selection: Selection, title: int) -> None:
    """Leave out the header of the site, also one that holds logos and no text."""
    apart = 0
    for node in range(title):
        name = tree.names[node]
        if name in ("article", "main"):
            apart = max(apart, tree.ends[node])
        elif node >= apart and (
            (name == "header" and tree.ends[node] <= title)
            and not tree.attributes[node].get("class", "").startswith(("entry", "post", "article"))
        ):
            selection.skipped.setdefault(node, "header")


def _before_title(page: Page, selection: Selection, title: int) -> None:
    """Leave out what stands over the title within the article: its section, its date, a trail."""
    tree = page.tree
    for root in selection.chosen:
        if root < title < tree.ends[root]:
            found: list[int] = []
            node = root + 1
            while node < title:
                if tree.ends[node] > title or node in selection.skipped:
                    node = node + 1 if tree.ends[node] > title else tree.ends[node]
                    continue
                small = page.quality[node] < 80 or page.chars[node] < 150
                if tree.names[node] and page.chars[node] and small:
                    found.append(node)
                node = tree.ends[node]
            # what is most of the article stands under a title that was not found
            if 3 * sum(page.chars[node] for node in found) < page.chars[root]:
                selection.skipped.update(dict.fromkeys(found, "header"))


def _with_title(page: Page, selection: Selection, title: int) -> list[int]:
    """The chosen elements, with the title heading and the lead that stand before them."""
    tree, chosen = page.tree, selection.chosen
    if title < 0 or any(node <= title < tree.ends[node] for node in chosen):
        return chosen
    first = min(chosen)
    if title > first or any(node in selection.skipped for node in (title, *tree.ancestors(title))):
        return chosen
    leads: list[int] = []
    node = tree.ends[title]
    while node < first:
        name = tree.names[node]
        if node in selection.skipped:
            node = tree.ends[node]
            continue
        if name in BLOCK_ELEMENTS and tree.ends[node] <= first and page.chars[node]:
            beside = tree.parents[node] == tree.parents[title] and name in ("p", "h2", "blockquote")
            if _is_lead(page, node) or (beside and _is_prose(page, node, 40)):
                leads.append(node)
                node = tree.ends[node]
                continue
        node += 1
    if sum(page.chars[node] for node in leads) > 1500:
        leads = []
    return _outermost(tree, [title, *leads, *chosen])


def _outermost(tree: Tree, nodes: Iterable[int]) -> list[int]:
    """The nodes that are in no other of them, in order."""
    found: list[int] = []
    for node in sorted(nodes):
        if not found or node >= tree.ends[found[-1]]:
            found.append(node)
    return found
