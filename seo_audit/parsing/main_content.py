"""Which part of a page is the article, and which is furniture.

Nothing here knows a site. A page is judged by what its author says of it (elements, roles,
microdata), by the names its maker gave to parts (in English and French, the two in which classes
are named on French sites, and a few German ones), and by the text itself: an article is the
densest part in sentences that are no links.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from seo_audit.dataclass import dataclass, field, replace
from seo_audit.lazy import regex
from seo_audit.parsing.blocks import (
    BLOCK_ELEMENTS,
    HEADINGS,
    SOFT_HYPHEN,
    UNREAD,
    is_data_table,
    is_hidden,
)
from seo_audit.parsing.tree import Tree

_WHITE = " \t\n\f\r"
_WORD = regex(r"\w+")
_WHITE_RUN = regex(r"\s+")

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
    "comments": "comment comments commentaire commentaires commentary disqus respond replies forum livefyre kommentare kommentar commentlist",
    "nav": "nav navbar navi navigation menu menus submenu breadcrumb breadcrumbs breadcrumbtrail ariane pagination pager paging pagenav"
    " skip skiplink skiplinks megamenu topnav subnav toc sommaire tabs prevnext precedent suivant nextprev",
    "header": "masthead topbar",
    "footer": "footer foot colophon copyright copyrights legal pied disclaimer mentions footnav",
    "aside": "sidebar sidebars aside rail colonne rightcol leftcol colright colleft rightcolumn leftcolumn sidecol sidecolumn rightside rightbar leftbar seitenleiste randspalte marginalspalte",
    "related": "related relateds recommended recommendations recommendation recirculation recirc similaires suggestions suggested"
    " seealso lireaussi associes connexes connexe mostread populaires"
    " outbrain taboola moreon voiraussi crosslink crosslinks upnext onward jprelatedposts relatedposts correlated",
    "teaser": "teaser teasers more readmore latest popular trending promo promos promotion similar rating ratings"
    " slider slideshow diaporama",
    "carousel": "carousel swiper splide glide flickity",
    "share": "share shares sharing sharebar social socials partage partager partages addthis sharedaddy addtoany sociaux followus follow"
    " sociable shareaholic sharethis socialmedia teilen",
    "cookies": "cookie cookies consent gdpr rgpd cmp didomi onetrust cookiebar",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions abonnement abonnez abo signup inscription optin mailchimp"
    " paywall piano infolettre mailing",
    "author": "authorbox authorbio bio biography biographie bios",
    "advertising": "ad ads adv advert adverts advertisement advertising adsense pub pubs publicite sponsor sponsors sponsored sponsorise"
    " adbox adslot banner werbung anzeige anzeigen dfp googlead",
    "meta": "tags taglist tagcloud keywords motscles byline metadata timestamp datetime postmeta entrymeta entryfooter postmetadata postinfo"
    " breadcrumb pubdate",
    "tools": "print printer toolbar tools outils toolbox imprimer fontsize vote votes like likes",
    "search": "search recherche searchform",
    "dialog": "modal popup popin overlay lightbox login",
}
_SHORT_WORDS = {
    "meta": "dateline author authors autor autorin autoren auteur auteurs autore signature signatur verfasser date dates datum published publish updated posted"
    " lastchanged lastmodified lastupdate modified publication views viewcount postviews readtime lesezeit hits counter",
    "credit": "credit credits credito photocredit imagecredit photographer fotograf photographe bildnachweis copyright",
    "tools": "actions action buttons servicelinks bookmark bookmarks poll polls umfrage sondage postratings bewertung player videoplayer totop feedback",
}
"""Names that also stand on parts of the article: furniture when there is less to read than two lines."""
_BY_SHORT_WORD = {word: reason for reason, words in _SHORT_WORDS.items() for word in words.split()}
_PREFIXES = {
    "comment": "comments", "kommentar": "comments", "leserkommentar": "comments", "komentar": "comments",
    "related": "related", "recommend": "related", "newsletter": "newsletter", "cookie": "cookies",
    "breadcrumb": "nav", "advert": "advertising", "sidebar": "aside", "sharing": "share", "sharebutton": "share",
    "sharelink": "share", "socialshar": "share", "sociallink": "share", "socialbutton": "share", "relacionad": "related",
}  # fmt: skip
_NO_PREFIX = ("commentary", "commentator")
_BY_WORD = {word: reason for reason, words in _WORDS.items() for word in words.split()}
_PAIRS = {
    "widget area": "aside",
    "author box": "author", "author bio": "author", "about author": "author", "uber autor": "author", "author name": "meta", "back to": "nav", "about the": "author", "author info": "author",
    "author profile": "author", "post author": "author", "entry author": "author", "author card": "author", "author description": "author",
    "a lire": "related", "lire aussi": "related", "read more": "related", "see also": "related", "read next": "related", "also read": "related",
    "voir aussi": "related", "savoir plus": "related", "plus lus": "related", "most read": "related", "read also": "related", "up next": "related", "meme sujet": "related",
    "meme auteur": "related", "next post": "nav", "previous post": "nav", "prev next": "nav", "post nav": "nav",
    "post meta": "meta", "entry meta": "meta", "article meta": "meta", "meta data": "meta", "post tags": "meta", "post info": "meta", "post date": "meta", "entry date": "meta",
    "post details": "meta", "post footer": "meta", "entry footer": "meta", "entry utility": "meta", "posted on": "meta", "tag list": "meta", "tags list": "meta", "tag links": "meta",
    "cat links": "meta", "read time": "meta", "reading time": "meta", "mots cles": "meta",
    "site header": "header", "page header": "header", "global header": "header", "top bar": "header", "site title": "header", "site name": "header", "site branding": "header",
    "right column": "aside", "left column": "aside", "col right": "aside", "right col": "aside", "side bar": "aside", "colonne droite": "aside",
    "sign up": "newsletter", "opt in": "newsletter", "call to": "newsletter", "call out": "",
}  # fmt: skip
_TOKENS = {
    "hidden": "hidden", "hide": "hidden", "invisible": "hidden", "sr-only": "hidden", "visually-hidden": "hidden",
    "visuallyhidden": "hidden", "screen-reader-text": "hidden", "assistive-text": "hidden", "is-hidden": "hidden", "d-none": "hidden",
    "widget": "aside",
    "noprint": "tools", "no-print": "tools", "d-print-none": "tools", "hidden-print": "tools", "print-none": "tools",
    "print:hidden": "tools", "dontprint": "tools", "donotprint": "tools", "do-not-print": "tools",
}  # fmt: skip
_NEUTRAL_WORDS = frozenset(
    {"tag", "category", "postid", "type", "status", "format", "has", "is", "no", "with"}
)
_ONLY_WITH_LINKS = frozenset({"teaser"})
"""Parts whose names are also used for the article's own: furniture when a quarter of them is links."""
_NEVER = frozenset({"", "html", "body", "main"})
_CONTENT_WORDS = frozenset({"hentry", "articlebody", "storybody"})
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_NAME_PART = regex(r"[A-Za-z0-9]+")
_LETTERS = regex(r"[a-z]+")
_GENERATED = regex(r"[a-z][0-9]+[a-z]", re.IGNORECASE)
_INNER = frozenset(
    {"p", "blockquote", "pre", "ul", "ol", "li", "span", "b", "i", "em", "strong", "font"}
)
"""Elements that are a part of an article, and never all of it."""
import os

_BESIDE = frozenset({"aside", "footer", "related", "nav", "comments"})
MA=os.environ.get("MA","1")=="1"
LC=int(os.environ.get("LC","25"))
_BOX_WORDS = frozenset({"paywall", "piano", "subscription"})
_PROSE = frozenset({"p", "ul", "ol", "blockquote"})

_HOME = regex(r"(?:https?://[^/?#]{1,200})?/?(?:index\.\w{1,5})?", re.IGNORECASE)
_SITE_NAME = regex(r"logo|site-?_?(?:title|name)|brand|blog-?_?title", re.IGNORECASE)
_BODY_WORDS = regex(
    r"(?:^|[\s_-])(?:(?:article|post|entry|story|page|news|blog|node|text|main|content|single|td|field|detail)[\s_-]?"
    r"(?:body|content|text|texte|contenu|corps|copy|main|inner)|articlebody|storytext|corps|contenu|texte)",
    re.IGNORECASE,
)
_LEAD_WORDS = regex(
    r"chap(?:o|eau)|standfirst|(?:^|[\s_-])(?:lede?|lead|intro|dek|deck|accroche|teaser-?text)(?:$|[\s_-])|sub-?(?:title|head|line)|summary|excerpt"
    r"|introduction|abstract|sommario|vorspann|untertitel|unterzeile|einleitung|entradilla|bajada|sous-?titre|kicker-?text|description",
    re.IGNORECASE,
)
_HEAD_WORDS = regex(
    r"(?:^|[\s_-])(?:head|hero|top|titles?|headline|intro|lead|lede|kopf)(?:$|[\s_-])"
    r"|(?:header|hero|title|intro|kopf)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_TITLE_BREAK = regex(r"\s[-–—|·:•«»/]\s|[:|]\s")
_LABELS = {
    "related": (
        r"(?:à|a) (?:lire|voir|découvrir|écouter|regarder)(?: (?:aussi|également|ensuite))?\s*(?:[:!»]|$)|lire (?:aussi|également|la suite)|voir aussi"
        r"|(?:audios?|photos?|vidéos?|articles|infos)(?: et \w+)? (?:sur|autour de) (?:le|ce|cette) (?:sujet|thème|page)|(?:sur|dans) (?:le|la) même (?:sujet|thème|thématique|rubrique|catégorie)|du même auteur|ces articles|articles? (?:liés?|similaires?|connexes?|associés?|récents?|recommandés?|suivants?|précédents?)"
        r"|(?:les )?plus (?:lus|populaires|consultés|récents)|nos (?:derniers|autres) articles|derniers articles|(?:d’|d')autres articles|vous (?:aimerez|pourriez|devriez) |ça (?:peut|pourrait) vous intéresser|cela (?:peut|pourrait) vous intéresser|recommandé (?:pour vous|par)|pour (?:aller plus loin|en savoir plus)$|plus d(?:’|')(?:articles|actualités|infos)"
        r"|related(?: (?:posts?|articles?|stories|content|links|topics|news|reading))?$|related (?:posts?|articles?|stories|content|links|topics|news|reading)|you (?:may|might) (?:also )?(?:like|be interested|enjoy)|read (?:more|also|next|this next)|see also$|also (?:on|read)|more (?:from|on|stories|articles|news|posts|in this)"
        r"|recommended(?: (?:for you|articles?|stories|reading|posts|videos|content))?$|trending(?: \w+)?$|popular (?:posts|articles|stories|now)|most (?:read|popular|viewed)|latest (?:news|posts|articles|stories)|recent (?:posts|articles)|what to read next|up next|next (?:article|post|story)|previous (?:article|post|story)|don['’]t miss|editors?['’]? picks?|keep reading|further reading$"
        r"|das könnte (?:sie|dich|ihnen|euch|dir)|auch interessant|(?:weitere|ähnliche|verwandte|neueste|aktuelle|beliebte) (?:artikel|beiträge|themen|meldungen|nachrichten|posts)|mehr (?:zum thema|zu|aus|artikel|von)|lesen sie (?:auch|mehr|hier)|lies auch|meistgelesen|zum weiterlesen|diese beiträge|passend dazu|das thema könnte"
        r"|te puede interesar|también te|artículos relacionados|noticias relacionadas|leer más|lee también|potrebbe(?:ro)? interessart|leggi anche|articoli correlati|lees ook|lees meer|czytaj (?:też|także|również)|zobacz (?:też|także|również)|polecane|powiązane"
    ),
    "comments": (
        r"(?:\d+|aucun|pas de|laisser un|laissez un|écrire un|ajouter un|votre|vos|les|poster un|publier un|derniers)?\s?(?:commentaires?|réactions?)(?: \(\d+\)| récents)?\s*:?$|laisse[rz] (?:un|votre) (?:commentaire|réponse|avis)|réagir à|(?:commenter|répondre)$|annuler la réponse|soyez le premier"
        r"|(?:\d+|no|leave a|post a|add a|write a|your|view|show|be the first to|join the)?\s?(?:comments?|reply|replies|responses?|discussion|conversation)(?: \(\d+\)| are closed.*)?\s*:?$|leave a (?:comment|reply)|\d+ (?:comments?|responses?|thoughts?|replies) (?:on|to)|what do you think\?|join the (?:discussion|conversation)"
        r"|(?:\d+ |keine |ihr |dein |einen )?kommentare?(?: \(\d+\)| schreiben| hinterlassen| verfassen| geschlossen| abgeben)?\s*:?$|schreib(?:e|en sie)? einen kommentar|kommentar (?:schreiben|hinterlassen|verfassen|abgeben)|hinterlasse|antwort hinterlassen|deja (?:un comentario|una respuesta)|comentarios$|lascia un commento|dodaj komentarz|komentarze|geef een reactie|reacties$"
    ),
    "share": (
        r"partage[rz](?: (?:cet|l’|l'|sur|via|cette|ceci|:).*)?$|suivez[- ]nous|share(?: (?:this|on|via|article|story|post|the|your|it|:).*)?$|like this:?$|tweet$|follow us|be sociable|(?:beitrag|artikel|seite|diesen beitrag|diesen artikel)? ?teilen(?: mit| auf)?\s*:?$|folgen sie uns|folge uns|teile (?:diesen|das)|gefällt mir|compart(?:e|ir)\b|condividi\b|udostępnij|delen$"
    ),
    "newsletter": (
        r"(?:abonnez[- ]vous|inscrivez[- ]vous|recevez) |s(?:’|')(?:abonner|inscrire) |newsletter$|subscribe(?: (?:to|now)|$)|sign up (?:for|to)|get (?:the|our) (?:latest|newsletter)|jetzt (?:abonnieren|anmelden)|melde(?:n sie sich| dich) |newsletter abonnieren|suscríbete|iscriviti"
    ),
    "meta": (
        r"(?:tags?|mots[- ]clés|étiquettes?|catégories?|categor(?:y|ies)|classé dans|posted in|filed under|tagged|tagged with|schlagw(?:ort|örter|orte)|schlagworte|kategorien?|stichw(?:ort|örter)|topics?|thèmes|sujets|themen|etiquetas)\s*(?::|$)|(?:about the author|à propos de l(?:’|')auteur|über den autor|über die autorin|l(?:’|')auteur)\s*:?$|originally published|print(?: this)?(?: article| page)?$|cr[ée]dits? (?:photos?|images?|vidéos?)\s*:|photo credits?\s*:|bildquellen?\s*:|bildnachweise?\s*:|quellenangaben?\s*:|permalien|permalink|imprimer$|drucken$|seite drucken|beitragsnavigation|article navigation|navigation de l(?:’|')article|post navigation"
    ),
}
"""What stands over or in furniture, in the languages of the pages we know."""
_LABEL = regex(
    "|".join(f"(?P<{reason}>{pattern})" for reason, pattern in _LABELS.items()), re.IGNORECASE
)
_SENTENCE_MARK = regex(r"[.,;:!?…。，、！？»”]")

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
        "p",
        "span",
    }
)


@dataclass(slots=True)
class Selection:
    """Node numbers of a page: subtrees to read, subtrees in them to leave out, and why."""

    chosen: list[int] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    """What is counted once for every node of a page."""

    tree: Tree
    chars: list[int]
    """Characters in a subtree that a reader sees, white space apart."""
    linked: list[int]
    """Those of them which are in links."""
    quality: list[int]
    """Those which stand in sentences and in no link."""
    own: list[int]
    """Of a block: the characters it holds itself, not in a block within it."""
    own_linked: list[int]
    """Those of them which are in links."""
    links_before: list[int]
    """How many links begin before a node, and at last how many there are."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the article before it is found."""

    title: int
    """Its heading, or -1."""
    holders: Collection[int]
    """The elements around its heading, and around what its author calls the main part."""


def select(tree: Tree) -> Selection:
    """Find the article."""
    page = _count(tree)
    if not tree.names:
        return Selection()
    title = _title(page)
    marked = _marked(page)
    known = _Known(title, _holders(tree, title))
    # comments can be longer than all else, and would make everything else look small
    comments = _furniture(
        page,
        [mark for mark in marked if mark[1] == "comments"],
        known,
        {},
    )
    clean = _without(page, comments)
    furniture = _furniture(clean, marked, known, comments)
    clean = _without(page, furniture)
    roots = _choose(clean, furniture, title, {mark[0] for mark in marked if mark[1] in _BESIDE})
    selection = Selection(_outermost(tree, roots), dict(furniture))
    _before_title(clean, selection, title)
    _prune(clean, selection, title)
    selection.chosen = _with_title(clean, selection, title)
    return selection


def select_fragment(tree: Tree) -> Selection:
    """All of a piece of HTML that is no page: it is the article as it was given, but for what its tags set apart."""
    if not tree.names:
        return Selection()
    skipped = {node: name for node, name in enumerate(tree.names) if name in _APART}
    return Selection([0], skipped)


_APART = frozenset({"nav", "aside", "footer", "dialog"})


def _count(tree: Tree) -> _Page:
    page, marks = _count_texts(tree)
    names, parents = tree.names, tree.parents
    chars, linked, quality = page.chars, page.linked, page.quality
    for block, length in enumerate(page.own):
        if length > 25 and marks[block] and (names[block] not in HEADINGS or length > 100):
            free = length - page.own_linked[block]
            if 2 * free > length:
                quality[block] += free
    for node in range(len(names) - 1, 0, -1):
        parent = parents[node]
        if parent >= 0:
            chars[parent] += chars[node]
            linked[parent] += linked[node]
            quality[parent] += quality[node]
    for node, length in enumerate(chars):
        # text in no sentence counts a little, for pages that have little else
        quality[node] += (length - linked[node]) // 8
    links = 0
    for node, name in enumerate(names):
        page.links_before[node] = links
        links += name == "a"
    page.links_before.append(links)
    return page


def _count_texts(tree: Tree) -> tuple[_Page, list[int]]:
    """The counts of texts alone, and the sentence marks of each block."""
    names, parents, ends = tree.names, tree.parents, tree.ends
    count = len(names)
    chars, linked, own, own_linked, marks = ([0] * count for _ in range(5))
    blocks = [-1] * count
    in_link = [False] * count
    node = 0
    while node < count:
        parent = parents[node]
        name = names[node]
        if name:
            attributes = tree.attributes[node]
            if name in UNREAD or is_hidden(attributes):
                node = ends[node]
                continue
            blocks[node] = node if name in BLOCK_ELEMENTS or parent < 0 else blocks[parent]
            in_link[node] = (parent >= 0 and in_link[parent]) or (
                name == "a" and "href" in attributes
            )
        elif parent >= 0 and (text := tree.strings[node].strip(_WHITE)):
            length = len(text)
            if "  " in text or "\n" in text:
                length = len(_WHITE_RUN.sub(" ", text))
            block = blocks[parent]
            chars[node] = length
            own[block] += length
            if in_link[parent]:
                own_linked[block] += length
                linked[node] = length
            else:
                marks[block] += len(_SENTENCE_MARK.findall(text))
        node += 1
    return _Page(tree, chars, linked, [0] * count, own, own_linked, [0] * count), marks


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
    return replace(page, chars=chars, linked=linked, quality=quality)


def _reason(
    name: str, attributes: Mapping[str, str], known: dict[str, tuple[str, str]]
) -> tuple[str, str]:
    """Why an element with these names is furniture, and which of them says so; ("", "") when none does."""
    role = attributes.get("role")
    if role and role in _ROLES:
        return _ROLES[role], ""
    label = f"{attributes.get('class', '')} {_identity(name, attributes)}"
    reason = known.get(label)
    if reason is None:
        reason = known[label] = _reason_of_names(label)
    return reason


def _identity(name: str, attributes: Mapping[str, str]) -> str:
    """An element's id, when it is a name: that of a paragraph or of a part of one may be an anchor."""
    identity = attributes.get("id", "")
    if identity and (name == "p" or name not in BLOCK_ELEMENTS):
        parts = _LETTERS.findall(identity.lower())
        return "-".join(part for part in parts if len(part) > 3) if len(parts) < 4 else ""
    return identity


def _reason_of_names(label: str) -> tuple[str, str]:
    """Why a part with these classes and this id is furniture: the first of them that says so."""
    if len(label) > 400:
        return "", ""
    tokens = label.split()
    # lists of “nm gt ad” are made by a machine: a word among them is chance
    generated = sum(len(token) < 3 for token in tokens) > 4
    found = "", ""
    for token in tokens:
        if token.lower() in _TOKENS:
            found = found if found[0] else (_TOKENS[token.lower()], token)
            continue
        if generated and len(token) < 4:
            continue
        parts = _name_parts(token)
        if not parts or parts[0] in _NEUTRAL_WORDS:
            continue
        if "".join(parts) in _CONTENT_WORDS:
            return "", ""
        if not found[0]:
            found = _reason_of_parts(parts)
    return found


def _name_parts(token: str) -> list[str]:
    """The words of a class or id; none of a number such as “c5ad” or “n1AuAdJlVL”."""
    parts: list[str] = []
    for part in _NAME_PART.findall(token):
        if _GENERATED.search(part):
            continue
        parts += _LETTERS.findall(_CAMEL.sub("-", part).lower())
    return parts


def _reason_of_parts(parts: list[str]) -> tuple[str, str]:
    whole = "".join(parts)
    if reason := _BY_WORD.get(whole, ""):
        return reason, whole
    for first, second in pairwise(parts):
        if reason := _PAIRS.get(f"{first} {second}", ""):
            return reason, f"{first} {second}"
    for part in parts:
        reason = _BY_WORD.get(part, "") or _by_prefix(part)
        # the comments of a match are its report
        if reason and not (reason == "comments" and "live" in parts):
            return reason, part
    for part in parts:
        if reason := _BY_SHORT_WORD.get(part, ""):
            return f"short {reason}", part
    return "", ""


def _by_prefix(part: str) -> str:
    """Why a part of this name is furniture, by how the name begins: “relatedposts”, “commentlist”."""
    if len(part) < 6 or part.startswith(_NO_PREFIX):
        return ""
    for length in (7, 6, 8, 9, 10, 11, 12, 14):
        if reason := _PREFIXES.get(part[:length], ""):
            return reason
    return ""


def _marked(page: _Page) -> list[tuple[int, str, str]]:
    """Elements that may be furniture by their kind, role or names, in order: why, and the word that says so."""
    tree = page.tree
    known: dict[str, tuple[str, str]] = {}
    found: list[tuple[int, str, str]] = []
    code = 0
    for node, (name, own) in enumerate(zip(tree.names, tree.attributes, strict=True)):
        if not page.chars[node] or name in _NEVER:
            continue
        if name in ("pre", "code", "math"):
            # “comment” and “meta” are also what programs are made of
            code = max(code, tree.ends[node])
        reason, word = _ELEMENTS.get(name, ""), ""
        if not reason and own and name not in HEADINGS and node >= code:
            reason, word = _reason(name, own, known)
            if word in _BOX_WORDS and name in _PROSE:
                reason = ""
            if reason.startswith("short "):
                reason = reason[6:] if page.chars[node] < 160 else ""
            if reason in _ONLY_WITH_LINKS and 4 * page.linked[node] < page.chars[node]:
                reason = ""
        if reason:
            found.append((node, reason, word))
    return found


def _furniture(
    page: _Page,
    marked: Iterable[tuple[int, str, str]],
    known: _Known,
    before: Mapping[int, str],
) -> dict[int, str]:
    """Subtrees that are furniture wherever the article is, and why; those known `before` too."""
    tree, quality = page.tree, page.quality
    total = max(sum(quality[node] for node, parent in enumerate(tree.parents) if parent < 0), 1)
    found: dict[int, str] = {}
    said: dict[str, list[int]] = {}
    end = 0
    for node, reason, word in marked:
        if node < end:
            continue
        if node in before or _may_go(page, node, reason, total, known):
            found[node] = before.get(node, reason)
            if word and reason != "comments" and tree.names[node] in _PROSE:
                said.setdefault(word, []).append(node)
            end = tree.ends[node]
    for nodes in said.values():
        if 2 * sum(quality[node] for node in nodes if tree.names[node] == "p") > total:
            # a word that stands on most paragraphs tells nothing
            for node in nodes:
                found.pop(node)
    return found


def _holders(tree: Tree, title: int) -> set[int]:
    """Elements around what its author calls the article, and around its title."""
    found: set[int] = set()
    for node, own in enumerate(tree.attributes):
        if (
            node == title
            or tree.names[node] == "main"
            or (own and (own.get("role") == "main" or "articleBody" in own.get("itemprop", "")))
        ):
            around = node
            while around >= 0 and around not in found:
                found.add(around)
                around = tree.parents[around]
    return found


def _title(page: _Page) -> int:
    """The heading that is the article's title: the h1 most like the page's title; -1 for none.

    A page whose h1 is the site's name, or none, may say its title once more elsewhere: then it is that.
    """
    tree = page.tree
    said: list[str] = []
    site = ""
    headings: list[int] = []
    lower: list[int] = []
    for node, name in enumerate(tree.names):
        if name == "title" and not said:
            said.append(tree.string(node))
        elif name == "meta":
            own = tree.attributes[node]
            if own.get("property") == "og:title":
                said.append(own.get("content", ""))
            elif own.get("property") == "og:site_name":
                site = " ".join(_words(own.get("content", "")))
        elif name in HEADINGS and page.chars[node]:
            (headings if name == "h1" else lower).append(node)
    wanted = {word for text in said for word in _words(text)}
    headings = [
        node
        for node in headings
        if " ".join(_words(tree.string(node))) not in ("", site) and not _is_site_name(tree, node)
    ]
    best = _most_like(tree, headings, wanted, 0.5)
    if best < 0 and len(headings) == 1 and len(_words(tree.string(headings[0]))) > 3:
        best = headings[0]
    if best < 0 and wanted:
        free = [node for node in lower if 2 * page.linked[node] < page.chars[node]]
        best = _most_like(
            tree, [node for node in free if len(_words(tree.string(node))) > 2], wanted, 0.8
        )
    return best if best >= 0 else _said_again(page, said)


def _most_like(tree: Tree, headings: Iterable[int], wanted: Collection[str], least: float) -> int:
    """The heading with the largest share of these words, more than `least`; -1 for none."""
    best, most = -1, least
    for node in headings:
        own = _words(tree.string(node))
        likeness = sum(word in wanted for word in own) / len(own) if wanted else 1.0
        # of two that are alike the longer: a site's name stands in the title of its pages, too
        likeness += min(len(own), 6) / 100
        if likeness > most:
            best, most = node, likeness
    return best


def _said_again(page: _Page, said: Iterable[str]) -> int:
    """The innermost element of the page's body whose text is one of these, or a part of it, and no link; -1 for none."""
    tree = page.tree
    parts = [part for text in said for part in (text, *_TITLE_BREAK.split(text))]
    wanted = {tuple(_words(part)) for part in parts}
    wanted = {words for words in wanted if len(words) > 2}
    if not wanted:
        return -1
    shortest = min(sum(map(len, words)) for words in wanted)
    longest = max(sum(map(len, words)) for words in wanted)
    for node, chars in enumerate(page.chars):
        if (
            shortest <= chars <= 2 * longest + 8
            and tree.names[node] not in ("", "title", "a", "head")
            and not any(
                tree.names[inner] and page.chars[inner] == chars
                for inner in range(node + 1, tree.ends[node])
            )
            and not page.linked[node]
            and tuple(_words(tree.string(node))) in wanted
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
            if _SITE_NAME.search(f"{own.get('class', '')} {own.get('id', '')}"):
                return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _may_go(page: _Page, node: int, reason: str, total: int, known: _Known) -> bool:
    """Whether a part can be furniture, as its name says, rather than hold the article."""
    share = page.quality[node] / total
    below = 0 <= known.title < node
    name = page.tree.names[node]
    if reason == "comments":
        return node not in known.holders and share < (0.97 if below else 0.8)
    if name == "article":
        return share < 0.2
    if node in known.holders:
        return False
    if reason == "cookies":
        return share < 0.5
    if reason == "header":
        return share < (0.3 if known.title >= 0 else 0.15)
    return share < (0.5 if below else 0.3)


def _choose(
    page: _Page, furniture: Mapping[int, str], title: int, named: Collection[int]
) -> list[int]:
    """The elements that hold the article."""
    tree, quality = page.tree, page.quality
    tops = [node for node, parent in enumerate(tree.parents) if parent < 0]
    outside = _outside(tree, furniture)
    start = max(tops, key=lambda node: quality[node])
    total = quality[start]
    if not total:
        return tops
    node = _hinted(page, start, outside, title)
    frame = node
    node = _descend(page, node, outside, title, named)
    return [*_leads(page, node, frame, outside, title, named), *_with_siblings(page, node, outside)]


def _is_main(name: str, own: Mapping[str, str]) -> bool:
    return name == "main" or own.get("role") == "main"


def _is_article(name: str, own: Mapping[str, str]) -> bool:
    return (
        name == "article"
        or own.get("role") == "article"
        or own.get("itemtype", "").endswith(("Article", "BlogPosting"))
    )


def _is_body(_: str, own: Mapping[str, str]) -> bool:
    return "articleBody" in own.get("itemprop", "")


_HINTS = ((_is_main, 0.4), (_is_article, 0.4), (_is_body, 0.5))
"""Who says where the article is, and how much of the sentences it must hold to be believed."""


def _hinted(page: _Page, node: int, outside: bytearray, title: int) -> int:
    """The element that its author calls the article."""
    tree, quality = page.tree, page.quality
    for says_so, share in _HINTS:
        candidates = [
            inner
            for inner in range(node, tree.ends[node])
            if quality[inner]
            and not outside[inner]
            and says_so(tree.names[inner], tree.attributes[inner])
        ]
        best = max(candidates, key=quality.__getitem__, default=node)
        if quality[best] >= share * quality[node]:
            node = best
        elif MA and says_so is _is_article and candidates and title >= 0:
            pass
        if MA and says_so is _is_article and node == best and 0 <= title < best and tree.parents[best] >= 0:
            parent = tree.parents[best]
            sib = [c for c in _children(tree, parent) if c in candidates and c != best and 4 * page.linked[c] < page.chars[c] and tree.attributes[c].get("class","").split()[:1] == tree.attributes[best].get("class","").split()[:1]]
            if sum(quality[c] for c in sib) > 0.3 * quality[best]:
                node = parent
    return node


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


def _descend(page: _Page, node: int, outside: bytearray, title: int, named: Collection[int]) -> int:
    """Go down as long as nearly all sentences are in one child, or a good part of them is around the title."""
    tree = page.tree
    weights = _weights(page, outside)
    # all of what its author calls an article is one
    told = any(_is_told(tree, around) for around in (node, *tree.ancestors(node)))
    while True:
        best, most, total = -1, 0.0, float(page.quality[node])
        around = -1 if told else _with(tree, node, title)
        # beside the title, a part called a column is one, however much it holds
        beside = around >= 0 and weights[around] > 150
        for child in _children(tree, node):
            if outside[child] or (beside and child != around and child in named):
                total -= 0 if outside[child] else page.quality[child]
                continue
            total += weights[child] - page.quality[child]
            if tree.names[child] and weights[child] > most:
                best, most = child, weights[child]
        if best < 0 or tree.names[best] in _INNER:
            return node
        hinted = _BODY_WORDS.search(_called(tree, best))
        if most < (0.7 if hinted else 0.8) * total:
            loose = total - sum(
                weights[child]
                for child in _children(tree, node)
                if not outside[child] and tree.names[child] and tree.names[child] not in _INNER
            )
            if (
                around < 0
                or loose > weights[around]
                or weights[around] < 0.2 * total
                or _is_head(page, around, best, weights, named)
            ):
                return node
            best = around
        if tree.names[best] in _INNER or (
            tree.names[best] == "table" and is_data_table(tree, best)
        ):
            return node
        node = best


def _is_told(tree: Tree, node: int) -> bool:
    own = tree.attributes[node]
    return _is_article(tree.names[node], own) or _is_body(tree.names[node], own)


def _called(tree: Tree, node: int) -> str:
    """The classes and the id of an element."""
    own = tree.attributes[node]
    return f"{own.get('class', '')} {own.get('id', '')}"


def _is_head(
    page: _Page, around: int, other: int, weights: list[float], named: Collection[int]
) -> bool:
    """Whether an element around the title holds no more than the head of an article."""
    if page.tree.names[around] == "header" or _HEAD_WORDS.search(_called(page.tree, around)):
        return True
    follows = other > around and other not in named and weights[other] > 2 * weights[around]
    return follows and page.linked[other] < 0.05 * page.chars[other]


def _with(tree: Tree, node: int, inner: int) -> int:
    """The child of a node that holds another within it; -1 for none."""
    if not node < inner < tree.ends[node]:
        return -1
    while tree.parents[inner] != node:
        inner = tree.parents[inner]
    return inner


def _weights(page: _Page, outside: bytearray) -> list[float]:
    """How much of an article each part may hold: its sentences, few of them where it is a list of teasers."""
    chars, linked, quality, parents = page.chars, page.linked, page.quality, page.tree.parents
    weights = [float(value) for value in quality]
    largest = [0.0] * len(quality)
    for node in range(len(quality) - 1, -1, -1):
        if outside[node]:
            continue
        weight = weights[node]
        if weight > 0:
            density = linked[node] / chars[node] if chars[node] > 0 else 0.0
            if density > 0.3 and 2 * largest[node] < weight:
                weights[node] = weight = weight * (1 - density) ** 2
            parent = parents[node]
            if parent >= 0:
                weights[parent] += weight - quality[node]
                largest[parent] = max(largest[parent], weight)
    return weights


def _leads(page: _Page, node: int, frame: int, outside: bytearray, title: int, named: Collection[int]) -> list[int]:
    """What stands before the chosen element in the article and reads like its introduction."""
    tree = page.tree
    found: list[int] = []
    around = node
    while around > frame:
        parent = tree.parents[around]
        for child in _children(tree, parent):
            if child >= around:
                break
            if not tree.names[child] or outside[child] or not page.chars[child]:
                continue
            if child in named or (0 <= title < around and tree.ends[child] <= title):
                continue
            own = tree.attributes[child]
            density = page.linked[child] / page.chars[child]
            called = _LEAD_WORDS.search(f"{own.get('class', '')} {own.get('itemprop', '')}")
            if density < 0.25 and (page.chars[child] > 25 if called else page.quality[child] > 100):
                found.append(child)
        around = parent
    return sorted(found)


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
                or (page.quality[child] > 0.2 * page.quality[node] and density < 0.25)
                or (bonus and density < 0.25 and page.quality[child])
            ):
                chosen.append(child)
    return chosen


def _before_title(page: _Page, selection: Selection, title: int) -> None:
    """Leave out what stands over the title within the article: its section, its date, a trail."""
    tree = page.tree
    for root in selection.chosen:
        if root < title < tree.ends[root]:
            node = root + 1
            while node < title:
                if tree.ends[node] > title or node in selection.skipped:
                    node = node + 1 if tree.ends[node] > title else tree.ends[node]
                    continue
                small = page.quality[node] < 80 or page.chars[node] < 150
                if tree.names[node] and page.chars[node] and small:
                    selection.skipped[node] = "header"
                node = tree.ends[node]


def _prune(page: _Page, selection: Selection, title: int) -> None:
    """Leave out lists of links and forms within the article."""
    tree, chars, quality = page.tree, page.chars, page.quality
    total = sum(quality[node] for node in selection.chosen) or 1
    _labelled(page, selection, total)
    _byline(page, selection, title)
    if os.environ.get("B", "1") == "1":
        _headlines(page, selection)
    visible = sum(chars[node] for node in selection.chosen)
    for root in selection.chosen:
        node = root + 1
        while node < tree.ends[root]:
            name = tree.names[node]
            if node in selection.skipped:
                node = tree.ends[node]
                continue
            if (
                name in _SEPARATE
                and chars[node]
                and quality[node] < 0.3 * total
                and chars[node] < 0.4 * visible
                and _is_links(page, node, name)
            ):
                selection.skipped[node] = "links"
                node = tree.ends[node]
                continue
            node += 1


def _labelled(page: _Page, selection: Selection, total: int) -> None:
    """Leave out what stands under a label such as « Lire aussi » or “Related posts”."""
    tree, chars = page.tree, page.chars
    for root in selection.chosen:
        node = root
        while node < tree.ends[root]:
            if node in selection.skipped:
                node = tree.ends[node]
                continue
            own = page.own[node]
            if not 3 < own < (400 if LL else 90) or chars[node] > (400 if LL else 90):
                node += 1
                continue
            if own >= 130 and 2 * page.linked[node] < chars[node]:
                node += 1
                continue
            reason = _label(page, node)
            if not reason:
                node += 1
                continue
            if reason in ("credit", "advertising"):
                selection.skipped[node] = reason
                node = tree.ends[node]
                continue
            node = _skip_labelled(page, selection, node, reason, total)


def _label(page: _Page, node: int) -> str:
    """The reason for which a short text says that furniture stands here; "" for another text."""
    text = " ".join(page.tree.string(node).replace(SOFT_HYPHEN, "").split()).lstrip("»>→ ")
    if os.environ.get("E", "1") == "1" and page.own[node] < 90 and _is_share(text):
        return "share"
    if (
        os.environ.get("F", "1") == "1"
        and page.own[node] < 90
        and page.tree.names[node] not in HEADINGS
        and _CREDIT.fullmatch(text)
    ):
        return "credit"
    if os.environ.get("G", "1") == "1" and page.own[node] < 90 and _AD.fullmatch(text):
        return "advertising"
    match = _LABEL.match(text)
    if match is None or not match.lastgroup:
        return ""
    reason = match.lastgroup
    if page.tree.names[node] in HEADINGS and reason in ("newsletter", "meta"):
        # « Inscrivez-vous sur les listes » and « Catégories » can well head a section of a guide
        return ""
    more = len(text) > match.end() + 25
    if reason == "related" and more and 3 * page.linked[node] < page.chars[node]:
        # « À voir : » before no link is a tip to travellers
        return ""
    return reason


import os

LL = os.environ.get("LL", "1") == "1"
NB = int(os.environ.get("NB", "2"))
_AD = regex(
    r"[\W_]*(?:anzeigen?|werbung|advertisements?|advertising|publicités?|annonces?|sponsored(?: content)?|reklame|reklama|publicidad|ad|pubblicità|annons|article continues below(?: this ad)?(?:vertisement)?|advertisement article continues below this ad)[\W_]*",
    re.I,
)
_CREDIT = regex(
    r"[(\[]?\s*(?:(?P<sure>©|\(c\)|(?:image|photo|illustration)s? (?:d[’']illustration|illustratives?|d[’']archives?)\b"
    r"|(?:symbol|archiv)(?:bild|foto)\b|(?:file|stock) (?:photo|image)\b)"
    r"|(?:photo(?:graph(?:ie|er|e|s)?)?s?|fotos?|bild(?:er)?|images?|illustrations?|crédits?|credits?|grafik|infographie)"
    r"(?: (?:photos?|images?|credits?|crédits?))?\s?(?:[:©]|by |via |courtesy ))(?P<who>.{0,110})",
    re.IGNORECASE,
)
_NETWORKS = frozenset(
    "facebook twitter whatsapp linkedin pinterest telegram reddit messenger xing tumblr flipboard bluesky threads mastodon pocket instagram youtube viber vk tiktok snapchat skype".split()
)
_SHARE_WORDS = frozenset(
    "x e email mail google share sharing partager partagez envoyer teilen print imprimer drucken copy copier lien link sur par via on auf mit per with and et und twittern tweet tweeter pin gift save sms more plus mehr icon this cet article artikel like it kopieren senden merken url to flipboard the de l a pin".split()
)


def _is_credit(text):
    match = _CREDIT.fullmatch(text)
    if match is None: return False
    if match["sure"]: return True
    words = _WORD.findall(match["who"])
    return bool(words) and 3 * sum(not word[0].islower() for word in words) >= 2 * len(words)
def _is_share(text):
    words = _words(text)
    return (
        len(words) < 25
        and any(w in _NETWORKS for w in words)
        and all(w in _NETWORKS or w in _SHARE_WORDS for w in words)
    )


def _internal(tree, node, host):
    for inner in range(node, tree.ends[node]):
        if tree.names[inner] == "a":
            m = _HOST.match(tree.attributes[inner].get("href", "").strip())
            if m is None:
                continue
            if not m[1] or (host and m[1].lower().removeprefix("www.") != host):
                return False
    return True


_HOST = regex(r"(?:https?:)?//([^/?#:]+)|[a-z][a-z0-9+.-]*:()", re.I)


def _host(tree):
    for node, name in enumerate(tree.names):
        own = tree.attributes[node]
        if name == "link" and own.get("rel", "").lower() == "canonical":
            m = _HOST.match(own.get("href", ""))
        elif name == "meta" and own.get("property") == "og:url":
            m = _HOST.match(own.get("content", ""))
        else:
            continue
        if m and m[1]:
            return m[1].lower().removeprefix("www.")
    return ""


def _headlines(page, selection):
    tree, chars, linked = page.tree, page.chars, page.linked
    host = _host(tree)
    found = []
    for root in selection.chosen:
        node = root + 1
        while node < tree.ends[root]:
            if node in selection.skipped:
                node = tree.ends[node]
                continue
            if (
                tree.names[node] in ("p",)
                and 20 < chars[node] < 250
                and linked[node] >= 0.95 * chars[node]
                and tree.names[tree.parents[node]]
                not in ("li", "td", "dd", "figcaption", "blockquote", "th", "header")
            ):
                links = page.links_before[tree.ends[node]] - page.links_before[node]
                if (
                    links == 1
                    and len(_words(tree.string(node))) > 3
                    and _internal(tree, node, host)
                ):
                    found.append(node)
            node += 1
    if len(found) >= NB:
        for node in found:
            selection.skipped[node] = "related"


_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre january february march april may june july august september october november december januar februar märz mai juni juli august oktober dezember jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil déc mrz okt dez jän jänner lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim am pm est edt cet cest gmt utc et pt bst uhr h st nd rd th"
_WHEN = frozenset(
    (
        _MONTHS
        + " publié publiée posté mis mise à jour le la les l at on um vom am der den stand aktualisiert veröffentlicht erstellt zuletzt geändert published updated posted last modified modifié modifiée actualisé dernière min minutes minute mn read reading time lecture temps de lesezeit lesedauer dauer il y a ago hours hour heures heure vor stunden stunde minuten tagen jours jour days day date datum du in since heute gestern today yesterday aujourd hui hier uhr now first erstmals edited and et und a p m"
    ).split()
)
_BY = frozenset(
    "par by von de text texte auteur author autor autorin rédaction redaktion propos recueillis written posted".split()
)


def _when_or_who(text):
    words = _WORD.findall(text)
    if not words or len(words) > 22:
        return False
    rest = [w for w in words if not (w[0].isdigit() or w.lower() in _WHEN)]
    if not rest:
        return any(w[0].isdigit() for w in words)
    if words[0].lower() in _BY or words[0] == ("Von"):
        rest = [
            w
            for w in rest
            if w.lower() not in _BY
            and w.lower()
            not in ("and", "et", "und", "for", "avec", "mit", "with", "pour", "für", "the")
        ]
        return (
            bool(rest)
            and len(rest) < 9
            and all(w[0].isupper() or "@" in w for w in rest)
            and not re.search(r"[.!?»”]\s*$", text)
        )
    return False


def _byline(page, selection, title):
    tree = page.tree
    if title < 0 or os.environ.get("D", "1") != "1":
        return
    seen = 0
    for root in selection.chosen:
        node = root
        if tree.ends[root] <= title:
            continue
        while node < tree.ends[root] and seen < 400:
            if node in selection.skipped or node == title or tree.ends[node] <= title:
                node = tree.ends[node]
                continue
            own = page.own[node]
            if own and node > title:
                if (
                    own < 110
                    and page.chars[node] <= own + 2
                    and tree.names[node] not in HEADINGS
                    and _when_or_who(tree.string(node))
                ):
                    selection.skipped[node] = "meta"
                    node = tree.ends[node]
                    continue
                seen += own if own >= 60 else own // 4
            node += 1


def _skip_labelled(page: _Page, selection: Selection, node: int, reason: str, total: int) -> int:
    """Leave a label out with all that it stands over. Returns the next node to look at."""
    tree, chars, linked, quality = page.tree, page.chars, page.linked, page.quality
    root = max(chosen for chosen in selection.chosen if chosen <= node)
    part = node
    while True:
        around = tree.parents[part]
        if around <= root or around < 0 or quality[around] > 0.2 * total:
            break
        if any(
            chars[child] and child not in selection.skipped
            for child in _children(tree, around)
            if child < part
        ):
            break
        part = around
    selection.skipped[part] = reason
    end = tree.ends[part]
    around = tree.parents[part]
    if around < 0 or part == root:
        return end
    following = end
    while following < tree.ends[around]:
        name = tree.names[following]
        if chars[following]:
            density = linked[following] / chars[following]
            if not name or name in HEADINGS or density < 0.4 or quality[following] > 0.2 * total:
                break
            selection.skipped[following] = reason
        following = tree.ends[following]
    return following


def _is_links(page: _Page, node: int, name: str) -> bool:
    chars, linked = page.chars[node], page.linked[node]
    if not linked:
        return False
    density = linked / chars
    if name in ("p", "span"):
        return False
    links = page.links_before[page.tree.ends[node]] - page.links_before[node]
    if name in ("ul", "ol", "dl"):
        return density > 0.7 and links > 1
    return density > 0.6 and (links > 1 or chars < 100)


def _with_title(page: _Page, selection: Selection, title: int) -> list[int]:
    """The chosen elements, with the title heading and the lead that stand before them."""
    tree, chosen = page.tree, selection.chosen
    if title < 0 or any(node <= title < tree.ends[node] for node in chosen):
        return chosen
    first = min(chosen)
    around = title
    while around >= 0:
        if around in selection.skipped:
            return chosen
        around = tree.parents[around]
    if title > first:
        return chosen
    between = [title]
    node = tree.ends[title]
    amount = 0
    while node < first:
        if node in selection.skipped:
            node = tree.ends[node]
            continue
        name = tree.names[node]
        if name and tree.ends[node] <= first and page.chars[node] and name in BLOCK_ELEMENTS:
            own = tree.attributes[node]
            named = _LEAD_WORDS.search(f"{own.get('class', '')} {own.get('itemprop', '')}")
            beside = tree.parents[node] == tree.parents[title] and name in ("p", "h2", "blockquote")
            if (
                ((named and page.chars[node] > LC) or (beside and page.quality[node] > 40))
                and 4 * page.linked[node] < page.chars[node]
            ):
                between.append(node)
                amount += page.chars[node]
                node = tree.ends[node]
                continue
        node += 1
    if amount > 1500:
        between = [title]
    return _outermost(tree, [*between, *chosen])


def _outermost(tree: Tree, nodes: Iterable[int]) -> list[int]:
    """The nodes that are in no other of them, in order."""
    found: list[int] = []
    for node in sorted(nodes):
        if not found or node >= tree.ends[found[-1]]:
            found.append(node)
    return found
