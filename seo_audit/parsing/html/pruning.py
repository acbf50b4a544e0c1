"""What is furniture within an article: what stands under labels, lists of links, credits, bylines."""

from collections.abc import Collection, Iterator, MutableMapping
from functools import cached_property
from itertools import islice

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import (
    BLOCK_ELEMENTS,
    HEADINGS,
    is_called_caption,
    is_data_table,
)
from seo_audit.parsing.html.lines import (
    is_agency,
    is_byline,
    is_consent,
    is_control,
    is_count,
    is_credit,
    is_dateline,
    is_following,
    is_offer,
    is_placeholder,
    is_sharing,
    label,
    without_count,
)
from seo_audit.parsing.html.page import Page, children, words
from seo_audit.parsing.html.texts import SOFT_HYPHEN
from seo_audit.parsing.html.tree import Tree

_SEPARATE = frozenset(
    {
        "div",
        "section",
        "ul",
        "ol",
        "dl",
        "table",
        "form",
        "fieldset",
        "figure",
        "header",
        "details",
        "center",
    }
)
"""Elements that can be a list of links."""
_ONE_LINK = frozenset({"p", "ul"})
_LEADING = frozenset({*HEADINGS, "p", "ul", "ol", "li"})
"""What stands before a list of links that is the author's."""
_NO_TEASER = frozenset({"li", "td", "th", "dd", "figcaption", "blockquote", "header"})
"""Where a paragraph that is all link is no teaser."""
_QUOTED = frozenset({"blockquote", "figure"})
"""Where a date and a name are those of what is quoted or shown."""
_SHORTEST_REPEATED = 25
_LONGEST_BEGINNING = 90
_FIGURES = frozenset({"figure", "figcaption"})
_LONGEST_FIGURE = 2000
_NO_LINE = BLOCK_ELEMENTS | {"", "a"}
_LONGEST_CREDIT = 130
_LEADING_ON = ("-", "–", "—", "|", "/", ":", "(", "[", "©", ",", "·", "•")
_MOST_LINES = 20
"""Lines of one caption that are compared."""
_DATES = frozenset({"datePublished", "dateModified", "dateCreated"})
_LONGEST_DATE = 80
_MOST_BESIDE = 500
_LINE_EDGES = BLOCK_ELEMENTS | {"", "br"}
_RIGHTS = frozenset({"creditText", "copyrightHolder", "copyrightNotice"})
_BEFORE_TEXT = 100
"""Characters of a page before which nothing of its article was read."""
_SUBJECTS = ("cookie", "traceur", "tracker", "javascript", "rgpd", "gdpr", "navigateur", "browser")
_ROWS = frozenset({"div", "section", "ul", "ol"})
_FEWEST_CARDS = 3
_LONGEST_CARD = 600
_LONGEST_BOX = 1000
_ALONE = frozenset({"credit", "dialog", "tools", "advertising", "nav", "cookies"})
"""Reasons of texts that stand over nothing."""
_BUTTONS = frozenset({"div", "span", "p", "a", "label"})
_GUIDES = frozenset({"newsletter", "meta", "advertising"})
"""Labels that can well head a section of a guide: « Inscrivez-vous sur les listes », « Catégories », « Publicité »."""
_ALSO = ("aussi", "également", "ensuite")
"""What a label ends with, and a sentence goes on after."""
_FIELDS = frozenset({"input", "textarea"})
_WRITTEN = frozenset({"text", "email", "tel"})
"""Types of fields that readers write in."""
_MOST_AROUND_CHOICE = 5
_LARGEST_FORM = 0.2
_MOST_PROSE_IN_FORM = 600
_LONGEST_QUESTION = 200
_HOST = regex(r"(?i)(?:https?:)?//([^/?#:]+)|[a-z][a-z0-9+.-]*:")


class Pruner:
    """Leaves out what is furniture in the subtrees `chosen`: adds it to `skipped`, with the reason."""

    def __init__(
        self, page: Page, chosen: Collection[int], skipped: MutableMapping[int, str]
    ) -> None:
        self._page = page
        self._tree = page.tree
        self._chosen = chosen
        self._skipped = skipped
        self._total = sum(page.quality[node] for node in chosen) or 1
        self._visible = sum(page.chars[node] for node in chosen)
        self._data: dict[int, bool] = {}
        """Which tables hold data: asked for each of their cells."""

    def prune(self, title: int) -> None:
        """Do it; `title` is the node of the article's title, or -1."""
        for root in self._chosen:
            self._labelled(root)
        self._forms()
        self._dates()
        if title >= 0:
            self._datelines(title)
            self._title_again(title)
        self._teasers()
        self._repeated()
        self._in_figures()
        self._lists_of_links(title)
        self._cards()
        self._box()

    def _nodes(self) -> Iterator[int]:
        """The nodes of the article in order, but for what is skipped by now."""
        tree, skipped = self._tree, self._skipped
        for root in self._chosen:
            node = root
            while node < tree.ends[root]:
                if node not in skipped:
                    yield node
                node = tree.ends[node] if node in skipped else node + 1

    def _labelled(self, root: int) -> None:
        """Leave out what stands under a label such as « Lire aussi » or “Related posts”, and credits."""
        tree, skipped = self._tree, self._skipped
        node = root
        while node < tree.ends[root]:
            if node in skipped:
                node = tree.ends[node]
                continue
            reason = self._box_text(node) or self._label(node)
            if not reason or self._is_data(node):
                # « Facebook », « Publicité » are what a row tells of
                node += 1
            elif reason in _ALONE:
                skipped[node] = reason
                node = tree.ends[node]
            else:
                node = self._skip_labelled(root, node, reason)

    def _label(self, node: int) -> str:
        """The reason for which a short text says that furniture stands here; "" for another text."""
        page = self._page
        chars, linked = page.chars[node], page.linked[node]
        # a link of it may be left out by now, for its name
        left_out = chars < page.own[node]
        own = chars if left_out else page.own[node]
        mostly_link = 2 * linked >= chars
        if not 3 < own < 400 or chars > 400:
            return ""
        if own >= 130 and not mostly_link:
            return ""
        said = self._read(node) if left_out else self._tree.string(node)
        text = " ".join(said.replace(SOFT_HYPHEN, "").split()).lstrip("»>→ ([")
        heading = self._tree.names[node] in HEADINGS
        reason, end = label(text) if own < 90 or mostly_link else ("", 0)
        if own < 130 and not heading and is_credit(text):
            reason = "credit"
        elif self._tree.names[node] in _BUTTONS and is_control(text):
            reason = "tools"
        elif own < 90 and is_sharing(text):
            reason = "share"
        elif (
            (heading and reason in _GUIDES and linked < 0.95 * chars)
            or (reason == "nav" and linked < chars)
            or (heading and reason == "related" and not linked and self._heads_references(node))
            # « À voir : » before no link is a tip to travellers, « À voir aussi le soir » no label
            or (reason == "related" and len(text) > end + 25 and 3 * linked < chars)
            or (text[:end].endswith(_ALSO) and text[end:].strip(" :!»") and not linked)
        ):
            reason = ""
        return reason

    def _read(self, part: int) -> str:
        """The text of a part without what is skipped in it."""
        tree, skipped = self._tree, self._skipped
        texts: list[str] = []
        node = part
        while node < tree.ends[part]:
            if node in skipped:
                node = tree.ends[node]
                continue
            texts.append(tree.strings[node] or "")
            node += 1
        return "".join(texts)

    def _box_text(self, node: int) -> str:
        """The reason for a text that a script, a subscription or a network speaks with, and no author."""
        page = self._page
        if page.own[node] < 4 or page.chars[node] > _LONGEST_BOX:
            return ""
        if self._tree.names[node] in HEADINGS:
            return ""
        text = " ".join(self._tree.string(node).split())
        if is_following(text) or is_offer(text):
            return "dialog"
        if is_consent(text) or is_placeholder(text):
            # on a page of which they are not the subject
            return "" if self._on_cookies else "cookies"
        return ""

    @cached_property
    def _on_cookies(self) -> bool:
        """Whether the article is about cookies, or what browsers do."""
        said = " ".join(
            self._tree.string(node)
            for node, name in enumerate(self._tree.names)
            if name in ("title", "h1", "h2")
        ).lower()
        return any(word in said for word in _SUBJECTS)

    def _skip_labelled(self, root: int, node: int, reason: str) -> int:
        """Leave a label out with all that it stands over. Returns the next node to look at."""
        page, tree, skipped = self._page, self._tree, self._skipped
        most = 0.2 * self._total
        part = node
        while True:
            around = tree.parents[part]
            if around <= root or page.quality[around] > most:
                break
            if any(
                child < part and page.chars[child] and child not in skipped
                # so many labels one behind the other are no label of what follows
                for child in islice(children(tree, around), 100)
            ):
                break
            part = around
        skipped[part] = reason
        following = tree.ends[part]
        around = tree.parents[part]
        if around < 0 or part == root:
            return following
        while following < tree.ends[around]:
            name, chars = tree.names[following], page.chars[following]
            if chars:
                few_links = page.linked[following] < 0.4 * chars
                if not name or name in HEADINGS or few_links or page.quality[following] > most:
                    break
                skipped[following] = reason
            following = tree.ends[following]
        return following

    def _datelines(self, title: int) -> None:
        """Leave out dates and bylines between the title and the text."""
        page, tree = self._page, self._tree
        read = 0
        for node in self._nodes():
            own = page.own[node]
            if node <= title or not own:
                continue
            if read > 400:
                return
            alone = page.chars[node] <= own + 2 and tree.names[node] not in HEADINGS
            if (
                own < 110
                and alone
                and is_dateline(" ".join(filter(None, tree.strings[node : tree.ends[node]])))
                and not self._is_data(node)
                and not self._is_shown(node, read)
            ):
                self._skipped[node] = "meta"
            else:
                read += own if own >= 60 else own // 4

    def _is_shown(self, node: int, read: int) -> bool:
        """Whether a date or a name is that of what is quoted or shown, and not of who signs beside a portrait."""
        tree = self._tree
        around = next((one for one in tree.ancestors(node) if tree.names[one] in _QUOTED), -1)
        if around < 0 or tree.names[around] != "figure" or read > _BEFORE_TEXT:
            return around >= 0
        text = " ".join(" ".join(filter(None, tree.strings[around : tree.ends[around]])).split())
        # a name alone is whose picture it is
        return not (any(map(str.isdigit, text)) and is_byline(text))

    def _dates(self) -> None:
        """Leave out what is said to be the date of the page, in a line of its own."""
        page, tree = self._page, self._tree
        for node in self._nodes():
            own = tree.attributes[node]
            if (
                own
                and own.get("itemprop", "") in _DATES
                and page.chars[node] < _LONGEST_DATE
                and self._is_line(node)
            ):
                self._skipped[node] = "meta"

    def _is_line(self, node: int) -> bool:
        """Whether an element is a line of its own: a block, or with nothing before and behind it but blocks and breaks."""
        tree = self._tree
        while tree.names[node] not in BLOCK_ELEMENTS:
            around = tree.parents[node]
            if around < 0:
                return True
            if self._page.chars[around] != self._page.chars[node]:
                before, behind = self._beside(node)
                return before in _LINE_EDGES and behind in _LINE_EDGES
            node = around
        return True

    def _beside(self, node: int) -> tuple[str, str]:
        """The names of what stands before and behind an element within the one around it: "" for nothing, "text" for a text."""
        page, tree = self._page, self._tree
        before = behind = ""
        for child in islice(children(tree, tree.parents[node]), _MOST_BESIDE):
            if child == node or not (page.chars[child] or tree.names[child] == "br"):
                continue
            name = tree.names[child] or "text"
            if child > node:
                behind = name
                break
            before = name
        return before, behind

    def _title_again(self, title: int) -> None:
        """Leave out lower headings that say the title once more, before the text begins."""
        page, tree = self._page, self._tree
        own = words(tree.string(title))
        read = 0
        for node in self._nodes():
            if node <= title or not page.own[node]:
                continue
            if tree.names[node] not in HEADINGS:
                read += page.own[node]
            elif read > _BEFORE_TEXT:
                return
            elif tree.names[node] != "h1" and len(own) > 2 and words(tree.string(node)) == own:
                self._skipped[node] = "repeated"

    def _forms(self) -> None:
        """Leave out forms to fill in, and polls, whatever they are made of: a question over a choice."""
        tree = self._tree
        choices: dict[int, int] = {}
        for node in self._nodes():
            if tree.names[node] not in _FIELDS:
                continue
            kind = tree.attributes[node].get("type", "text").lower()
            form = next((one for one in tree.ancestors(node) if tree.names[one] == "form"), -1)
            if kind in _WRITTEN and form >= 0 and self._is_beside(form):
                self._skipped[form] = "newsletter" if kind == "email" else "tools"
            elif kind == "radio":
                around = list(islice(tree.ancestors(node), _MOST_AROUND_CHOICE))
                poll = next((one for one in around if one in choices), -1)
                if poll >= 0:
                    choices[poll] += 1
                choices.update({one: 1 for one in around if one not in choices})
        for poll, count in choices.items():
            if count > 1 and self._is_choice(poll):
                self._skipped[self._with_question(poll)] = "tools"

    def _is_beside(self, part: int) -> bool:
        """Whether a part is small, beside the article too, and within it."""
        chars = self._page.chars[part]
        small = chars < _LONGEST_BOX and chars < _LARGEST_FORM * self._visible
        return small and self._page.quality[part] < _MOST_PROSE_IN_FORM and part not in self._chosen

    def _is_choice(self, part: int) -> bool:
        """Whether a part is nothing but labels of what one chooses: tabs, too, are made of such fields."""
        page, tree = self._page, self._tree
        labels = sum(
            page.chars[node] for node in range(part, tree.ends[part]) if tree.names[node] == "label"
        )
        made_of_them = tree.names[part] == "form" or labels >= 0.8 * page.chars[part]
        return made_of_them and self._is_beside(part)

    def _with_question(self, poll: int) -> int:
        """A choice, with the question that alone stands over it."""
        page, tree = self._page, self._tree
        around = tree.parents[poll]
        rest = page.chars[around] - page.chars[poll]
        asks = 0 < rest < _LONGEST_QUESTION and "?" in "".join(tree.strings[around:poll])
        return around if asks and self._is_beside(around) else poll

    def _is_data(self, node: int) -> bool:
        """Whether a part stands in a table of data."""
        tree = self._tree
        table = next((one for one in tree.ancestors(node) if tree.names[one] == "table"), -1)
        if table not in self._data:
            self._data[table] = table >= 0 and is_data_table(tree, table)
        return self._data[table]

    def _teasers(self) -> None:
        """Leave out paragraphs that are nothing but a link to another page of the site, when there are several."""
        tree = self._tree
        found = [node for node in self._nodes() if self._is_link(node)]
        if len(found) > 1:
            found = [node for node in found if _leads_within(tree, node, self._host)]
        if len(found) > 1:
            self._skipped.update(dict.fromkeys(found, "related"))

    def _is_link(self, node: int) -> bool:
        """Whether a paragraph is one link of more than three words; an address is no title of another page."""
        page, tree = self._page, self._tree
        chars = page.chars[node]
        return (
            tree.names[node] in _ONE_LINK
            and 20 < chars < 250
            and page.linked[node] >= 0.95 * chars
            and page.links_before[tree.ends[node]] == page.links_before[node] + 1
            and tree.names[tree.parents[node]] not in _NO_TEASER
            and "://" not in (text := tree.string(node))
            and len(words(text)) > 3
        )

    def _repeated(self) -> None:
        """Leave out captions that were read before: galleries show them again for every size of a screen."""
        page, tree = self._page, self._tree
        read: set[str] = set()
        for node in self._nodes():
            if page.own[node] > _SHORTEST_REPEATED and self._is_in_figure(node):
                # one of them may be cut short
                text = without_count(" ".join(tree.string(node).split()))[:_LONGEST_BEGINNING]
                if text in read:
                    self._skipped[node] = "repeated"
                read.add(text)

    def _in_figures(self) -> None:
        """Leave out what stands beside a caption in its line: whose picture it is, which of how many, the caption again."""
        page, tree = self._page, self._tree
        end = after = quotation = 0
        read: list[str] = []
        for node in self._nodes():
            if node >= max(end, quotation) and self._is_small_figure(node):
                if "blockquote" in tree.names[node : tree.ends[node]]:
                    # there it is who wrote that
                    quotation = tree.ends[node]
                else:
                    end, read = tree.ends[node], []
            if node >= end or not page.chars[node] or tree.names[node] in _NO_LINE:
                continue
            text = " ".join(tree.string(node).split())
            if self._is_credit_in_line(node, text) and self._leaves_a_line(node):
                self._skipped[node] = "credit"
            elif is_count(text):
                self._skipped[node] = "tools"
            elif node >= after and self._is_cut(text, read):
                self._skipped[node] = "repeated"
            elif node >= after and len(text) > _SHORTEST_REPEATED:
                read.append(text)
                after = tree.ends[node]

    def _is_small_figure(self, node: int) -> bool:
        tree = self._tree
        named = tree.names[node] in _FIGURES or (
            tree.names[node] in _ROWS and is_called_caption(tree.attributes[node])
        )
        return named and self._page.chars[node] < _LONGEST_FIGURE

    def _is_credit_in_line(self, node: int, text: str) -> bool:
        """Whether an element within a caption names whose picture it is, as its kind or its text says."""
        tree = self._tree
        return len(text) <= _LONGEST_CREDIT and (
            tree.names[node] == "cite"
            or tree.attributes[node].get("itemprop", "") in _RIGHTS
            or is_credit(text)
            or is_agency(text)
        )

    def _leaves_a_line(self, node: int) -> bool:
        """Whether the text before an element does not end with a sign that leads to it: « – », « / », « Photo : »."""
        tree = self._tree
        before = node - 1
        while before > 0 and not tree.names[before] and not tree.strings[before].strip():
            before -= 1
        return not tree.strings[before].rstrip().endswith(_LEADING_ON)

    def _is_cut(self, text: str, read: list[str]) -> bool:
        """Whether a text was read before, or begins as one did and is cut short: « Le port de… »."""
        beginning = text.removesuffix("…").removesuffix("...").rstrip()
        return len(beginning) > _SHORTEST_REPEATED and any(
            one == text or (len(beginning) < len(text) and one.startswith(beginning))
            for one in read[-_MOST_LINES:]
        )

    def _is_in_figure(self, node: int) -> bool:
        tree = self._tree
        around = (node, *islice(tree.ancestors(node), 4))
        return any(
            tree.names[one] in _FIGURES or is_called_caption(tree.attributes[one]) for one in around
        )

    def _cards(self) -> None:
        """Leave out rows of alike parts at the end that each announce another page: a title that is a link, a few words."""
        page, tree = self._page, self._tree
        before = 0
        rows: list[int] = []
        for node in self._nodes():
            if (
                tree.names[node] in _ROWS
                and page.chars[node]
                and 2 * before > self._total
                and page.links_before[tree.ends[node]] - page.links_before[node] >= _FEWEST_CARDS
                and self._is_row(node)
            ):
                rows.append(node)
            elif page.own[node] > _SHORTEST_REPEATED and not (rows and node < tree.ends[rows[-1]]):
                before += page.quality[node] if tree.names[node] in ("p", "li", "blockquote") else 0
                rows = rows if tree.names[node] in HEADINGS else []
        for node in rows:
            if _leads_within(tree, node, self._host):
                self._skipped[node] = "related"

    def _is_row(self, node: int) -> bool:
        page, tree = self._page, self._tree
        cards = [
            child
            for child in islice(children(tree, node), 200)
            if page.chars[child] and tree.names[child]
        ]
        if not _FEWEST_CARDS <= len(cards) < 200:
            return False
        kinds = {(tree.names[one], tree.attributes[one].get("class", "")[:20]) for one in cards}
        return len(kinds) == 1 and all(
            page.chars[one] < _LONGEST_CARD
            and page.linked[one] > 15
            and self._has_linked_title(one)
            for one in cards
        )

    def _has_linked_title(self, card: int) -> bool:
        """Whether the first line of a part that says something is all link."""
        page, tree = self._page, self._tree
        return any(
            tree.names[node] in HEADINGS and page.linked[node] >= 0.9 * page.chars[node] > 10
            for node in range(card, tree.ends[card])
        )

    def _lists_of_links(self, title: int) -> None:
        """Leave out lists of links and forms, but no head with the article's title, which may lead to the page itself."""
        page = self._page
        for node in self._nodes():
            if (
                self._tree.names[node] in _SEPARATE
                and page.linked[node]
                and page.quality[node] < 0.3 * self._total
                and page.chars[node] < 0.4 * self._visible
                and self._is_list_of_links(node)
                and not node < title < self._tree.ends[node]
                and not self._is_written(node)
            ):
                self._skipped[node] = "links"

    def _is_list_of_links(self, node: int) -> bool:
        page = self._page
        chars, linked = page.chars[node], page.linked[node]
        links = page.links_before[self._tree.ends[node]] - page.links_before[node]
        if self._tree.names[node] in ("ul", "ol", "dl"):
            return linked > 0.7 * chars and links > 1
        return linked > 0.6 * chars and (links > 1 or chars < 100)

    def _is_written(self, node: int) -> bool:
        """Whether a list of links is the author's: without attributes, below a heading or a sentence that leads to it.

        Templates name their lists; what was Markdown has no names, and is the same article there.
        """
        tree = self._tree
        lead, parent = self._before(node), tree.parents[node]
        name = tree.names[lead] or tree.names[parent]
        if lead == parent or name not in _LEADING or (name == "p" and tree.attributes[lead]):
            return False
        if not self._is_bare(node):
            return False
        is_led_to = name in HEADINGS or tree.string(lead).rstrip().endswith(":")
        return is_led_to or self._leads_elsewhere(node)

    def _before(self, node: int) -> int:
        """What stands right before an element in its parent, white space apart; the parent where there is nothing."""
        tree, parent = self._tree, self._tree.parents[node]
        before = node
        for _ in range(2):
            before -= 1
            while before > parent and tree.parents[before] != parent:
                before = tree.parents[before]
            if tree.names[before] or tree.strings[before].strip():
                break
        return before

    def _is_bare(self, node: int) -> bool:
        """Whether nothing but the links of a list has attributes."""
        tree = self._tree
        parts = range(node, tree.ends[node])
        return not any(tree.attributes[part] and tree.names[part] != "a" for part in parts)

    def _leads_elsewhere(self, node: int) -> bool:
        """Whether one of the links in a list leads to another site, as far as we know this one's host."""
        hosts = set(_hosts(self._tree, node))
        return bool(hosts - {self._host}) if self._host else len(hosts) > 1

    def _heads_references(self, heading: int) -> bool:
        """Whether a heading stands over a list of the author's that leads to other sites."""
        tree = self._tree
        following = tree.ends[heading]
        if following < len(tree.names) and not tree.names[following]:
            following = tree.ends[following]
        return (
            following < tree.ends[tree.parents[heading]]
            and tree.names[following] in ("ul", "ol")
            and self._is_bare(following)
            and self._leads_elsewhere(following)
        )

    @cached_property
    def _host(self) -> str:
        """The host in the address that the page gives itself; "" for none."""
        for node, name in enumerate(self._tree.names):
            own = self._tree.attributes[node]
            if name == "link" and own.get("rel", "").lower() == "canonical":
                address = own.get("href", "")
            elif name == "meta" and own.get("property") == "og:url":
                address = own.get("content", "")
            else:
                continue
            match = _HOST.match(address.strip())
            if match and match[1]:
                return match[1].lower().removeprefix("www.")
        return ""

    def _box(self) -> None:
        """Leave out a box at the end: a column with a background of its own, as pages made them before `<aside>`."""
        page, tree = self._page, self._tree
        boxes = [
            node
            for node in self._nodes()
            if tree.names[node] == "table"
            and tree.attributes[node].get("bgcolor", "").strip().lower() not in _NO_COLOUR
            and page.chars[node] < 0.3 * self._visible
        ]
        if not boxes:
            return
        last = max(node for node in self._nodes() if page.chars[node])
        for node in boxes:
            if last < tree.ends[node] and self._is_column(node):
                self._skipped[node] = "aside"
                return

    def _is_column(self, table: int) -> bool:
        """Whether no row of a table has text in two cells."""
        page, tree = self._page, self._tree
        return all(
            sum(page.chars[cell] > 0 for cell in children(tree, row)) < 2
            for row in range(table, tree.ends[table])
            if tree.names[row] == "tr"
        )


_NO_COLOUR = frozenset({"", "white", "#fff", "#ffffff", "ffffff", "transparent"})


def _leads_within(tree: Tree, part: int, host: str) -> bool:
    """Whether the link in a part leads to a page of this site, as far as we know its host."""
    return all(other and (not host or other == host) for other in islice(_hosts(tree, part), 1))


def _hosts(tree: Tree, part: int) -> Iterator[str]:
    """The hosts in the addresses of the links in a part, "" for an address of another kind (mailto:)."""
    for node in range(part, tree.ends[part]):
        if tree.names[node] == "a":
            match = _HOST.match(tree.attributes[node].get("href", "").strip())
            if match:
                yield (match[1] or "").lower().removeprefix("www.")
