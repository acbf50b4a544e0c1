"""How pages call their furniture.

Nothing here knows a site. The names are those that makers of pages give to parts, in English, French and German, the
languages in which classes are named on the pages we read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import BLOCK_ELEMENTS

ELEMENTS = {"nav": "nav", "aside": "aside", "footer": "footer", "menu": "nav", "dialog": "dialog"}
"""Elements that are furniture by their kind, and the reason to give."""
_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
    "toolbar": "tools",
    "contentinfo": "footer",
    "banner": "header",
    "complementary": "aside",
    "tooltip": "hidden",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
}

# whole words of a class or id: “site-nav”, “siteNav” and “site_nav” hold “nav”
_WORDS = {
    "comments": "comment comments commentaire commentaires disqus respond replies forum livefyre kommentare kommentar"
    " reviews testimonials temoignages avisclients wprev wprevpro wpmtst trustpilot trustindex trustedshops",
    "nav": "nav navbar navi navigation menu menus submenu ariane pagination pager paging pagenav skip skiplink skiplinks"
    " megamenu topnav subnav toc sommaire inhaltsverzeichnis tabs prevnext precedent suivant nextprev brotkrumen",
    "header": "masthead topbar kopfzeile",
    "footer": "footer foot colophon copyright copyrights legal pied disclaimer mentions footnav fusszeile impressum",
    "aside": "sidebar sidebars aside rail colonne rightcol leftcol colright colleft rightcolumn leftcolumn sidecol"
    " sidecolumn rightside rightbar leftbar seitenleiste randspalte marginalspalte",
    "related": "related relateds recirculation recirc similaires suggestions suggested seealso lireaussi associes connexes"
    " connexe mostread populaires outbrain taboola moreon voiraussi crosslink crosslinks upnext onward jprelatedposts"
    " correlated weiterlesen lesetipp lesetipps empfehlungen",
    "teaser": "teaser teasers more readmore latest popular trending promo promos promotion similar rating ratings slider"
    " slideshow diaporama",
    "carousel": "carousel swiper splide glide flickity",
    "share": "share shares social socials partage partager partages addthis sharedaddy addtoany sociaux followus follow"
    " sociable shareaholic sharethis socialmedia teilen",
    "cookies": "consent gdpr rgpd cmpbox didomi onetrust",
    "hidden": "offscreen visuallyhidden screenreader",
    "newsletter": "cta subscribe subscription subscriptions abonnement abonnez abo signup inscription optin mailchimp paywall"
    " piano infolettre mailing",
    "author": "authorbox authorbio bio biography biographie bios autorenbox",
    "advertising": "ad ads adv adsense pub pubs publicite sponsor sponsors sponsored sponsorise adbox adslot banner"
    " werbung anzeige anzeigen dfp googlead inread outstream",
    "meta": "tags taglist tagcloud tagbox keywords motscles byline metadata timestamp datetime postmeta singlepostmeta entrymeta"
    " entryfooter postmetadata postinfo pubdate schlagworte stichworte",
    "tools": "print printer printbox toolbar tools outils toolbox imprimer fontsize vote votes like likes merkliste",
    "search": "search recherche searchform",
    "dialog": "modal popup popin overlay lightbox login",
}
_BY_WORD = {word: reason for reason, words in _WORDS.items() for word in words.split()}
# beginnings of words: “commentlist”, “relatedposts”
_PREFIXES = {
    "comments": "comment kommentar leserkommentar komentar",
    "nav": "breadcrumb",
    "aside": "sidebar",
    "related": "related recommend relacionad",
    "share": "sharing sharebutton sharelink socialshar sociallink socialbutton",
    "cookies": "cookie",
    "newsletter": "newsletter",
    "advertising": "advert",
}
_BY_PREFIX = {prefix: reason for reason, words in _PREFIXES.items() for prefix in words.split()}
_PREFIX_LENGTHS = tuple(sorted({len(prefix) for prefix in _BY_PREFIX}))
_NO_PREFIX = ("commentary", "commentator")
_PAIRS = {
    "hidden": "visually hidden, hidden visually, screen reader, sr only, off screen, element invisible",
    "comments": "avis client, avis clients, avis google, user review, user reviews, customer review, google review,"
    " sb feed",
    "author": "author box, author bio, about author, about the, author info, author profile, post author, entry author,"
    " author card, author description, uber autor",
    "related": "a lire, lire aussi, read more, see also, read next, also read, voir aussi, savoir plus, plus lus,"
    " most read, read also, up next, meme sujet, meme auteur, articles lies, zum thema",
    "nav": "next post, previous post, prev next, post nav, back to",
    "meta": "post meta, entry meta, article meta, meta data, post tags, post info, post date, entry date, post details,"
    " post footer, entry footer, entry utility, posted on, tag list, tags list, tag links, cat links, read time,"
    " reading time, mots cles, author name",
    # “cmp” alone is a component of Adobe's: cmp-text, cmp-title
    "cookies": "privacy bar, privacy banner, privacy modal, privacy popup, privacy notice, privacy preferences,"
    " privacy settings, cmp banner, cmp popup, cmp popin, cmp wrapper, cmp root, cmp ui, cmp app, qc cmp",
    "header": "site header, page header, global header, top bar, site title, site name, site branding",
    "aside": "widget area, right column, left column, col right, right col, side bar, colonne droite",
    "newsletter": "sign up, opt in, call to",
    "tools": "filter bar, filters bar, search filter, search filters, barre filtres",
}
_BY_PAIR = {pair: reason for reason, pairs in _PAIRS.items() for pair in pairs.split(", ")}
_SHORT_WORDS = {
    "meta": "dateline author authors autor autorin autoren auteur auteurs autore signature signatur verfasser date dates"
    " datum published publish updated posted lastchanged lastmodified lastupdate modified publication views viewcount"
    " postviews readtime lesezeit hits counter",
    "credit": "credit credits credito photocredit imagecredit photographer fotograf photographe bildnachweis",
    "tools": "actions action buttons servicelinks bookmark bookmarks poll polls umfrage sondage postratings bewertung"
    " player videoplayer totop feedback",
}
_BY_SHORT_WORD = {word: reason for reason, words in _SHORT_WORDS.items() for word in words.split()}
# whole classes
_TOKENS = {
    "hidden": "hidden hide invisible sr-only visually-hidden visuallyhidden screen-reader-text assistive-text is-hidden d-none"
    # what is only to be printed: Jupyter Book's second title and contents
    " onlyprint only-print print-only printonly visible-print visible-print-block",
    "aside": "widget",
    "cookies": "cmp",
    # what is not to be printed is not what readers come for
    "tools": "noprint no-print d-print-none hidden-print print-none print:hidden dontprint donotprint do-not-print"
    # the links of MediaWiki beside a heading
    " mw-editsection",
    # what MediaWiki writes around its pages: from where, and in which categories
    "header": "sitesub contentsub",
    "footer": "printfooter catlinks",
    # the labels under a title of Quarto's
    "meta": "quarto-category quarto-categories"
    # when a page was changed, as MkDocs' theme Material writes it below the text
    " md-source-file",
}
_BY_TOKEN = {token: reason for reason, tokens in _TOKENS.items() for token in tokens.split()}
_NEUTRAL_WORDS = frozenset(
    {"tag", "category", "postid", "type", "status", "format", "has", "is", "no", "with"}
)
_JOINING_WORDS = frozenset({"and", "with", "et", "avec", "und", "mit"})
_CONTENT_WORDS = frozenset({"hentry", "articlebody", "storybody"})
_INSERTED = regex(r"code-block-\d{1,3}")
INSERTED = "code-block"
"""What the plugin Ad Inserter of WordPress puts into articles; code may be called so, too."""
_CLIPPED = regex(
    r"clip\s{0,9}:\s{0,9}rect\((?:[01](?:px)?,?\s{0,3}){4}\)|clip-path\s{0,9}:\s{0,9}inset\((?:50|100)%",
    re.IGNORECASE,
)
"""How a style hides what is only to be heard."""
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_NAME_PART = regex(r"[A-Za-z0-9]+")
_LETTERS = regex(r"[a-z]+")
_GENERATED = regex(r"[a-z][0-9]+[a-z]", re.IGNORECASE)


class Said(Struct, frozen=True):
    """What the names of a part say of it."""

    reason: str = ""
    """Why it is furniture; "" when they do not say so."""
    word: str = ""
    """Which of them says so."""
    only_short: bool = False
    """Whether parts of the article bear such names, too: then it is furniture only if there is little to read."""


NOTHING = Said()
CONTENT = Said()


def said_of(
    name: str, attributes: Mapping[str, str], known: dict[str, Said], *, with_id: bool = True
) -> Said:
    """What an element's role, classes and id say of it, the first of them; `known` keeps what was asked before."""
    role = attributes.get("role")
    if role and role in _ROLES:
        return Said(_ROLES[role])
    if "clip" in attributes.get("style", "") and _CLIPPED.search(attributes["style"]):
        return Said("hidden")
    classes = attributes.get("class", "")
    said = known.get(classes)
    if said is None:
        said = known[classes] = _said_of_names(classes)
    if with_id and "id" in attributes and said is not CONTENT:
        other = _said_of_names(_identity(name, attributes["id"]))
        if other is CONTENT or not said.reason:
            said = other
    return said


def _identity(name: str, identity: str) -> str:
    """An element's id, when it is a name: that of a paragraph or of a part of one may be an anchor."""
    if name == "p" or name not in BLOCK_ELEMENTS:
        parts = _LETTERS.findall(identity.lower())
        return "-".join(part for part in parts if len(part) > 3) if len(parts) < 4 else ""
    return identity


def _said_of_names(names: str) -> Said:
    """What these classes say, or this id: the first of them that says something; `CONTENT` when one says that."""
    if len(names) > 400:
        return NOTHING
    tokens = names.split()
    # lists of “nm gt ad” are made by a machine: a word among them is chance
    generated = len(tokens) > 4 and sum(len(token) < 3 for token in tokens) > 4
    found = NOTHING
    for token in tokens:
        if generated and len(token) < 4:
            continue
        said = _said_of_token(token)
        if said is CONTENT:
            return said
        if not found.reason:
            found = said
    return found


@lru_cache(maxsize=4096)  # sites are made with the same few programs
def _said_of_token(token: str) -> Said:
    """What a class or an id says; `CONTENT` for one that says that it is the article."""
    if reason := _BY_TOKEN.get(token.lower(), ""):
        return Said(reason, token)
    if token.startswith(INSERTED) and _INSERTED.fullmatch(token):
        return Said("advertising", INSERTED)
    parts = _name_parts(token)
    if not parts or parts[0] in _NEUTRAL_WORDS:
        return NOTHING
    if "".join(parts) in _CONTENT_WORDS:
        return CONTENT
    said = _said_of_parts(parts)
    # “content-and-sidebar” holds both
    return NOTHING if said.reason == "aside" and not _JOINING_WORDS.isdisjoint(parts) else said


def _name_parts(token: str) -> list[str]:
    """The words of a class or id; none of a number such as “c5ad” or “n1AuAdJlVL”."""
    parts: list[str] = []
    for part in _NAME_PART.findall(token):
        if part.isalpha() and part.islower():
            parts.append(part)  # as most are
        elif not _GENERATED.search(part):
            parts += _LETTERS.findall(_CAMEL.sub("-", part).lower())
    return parts


def _said_of_parts(parts: list[str]) -> Said:
    whole = "".join(parts)
    if reason := _BY_WORD.get(whole, ""):
        return Said(reason, whole)
    for pair in pairwise(parts):
        if reason := _BY_PAIR.get(" ".join(pair), ""):
            return Said(reason, " ".join(pair))
    for part in parts:
        reason = _BY_WORD.get(part, "") or _by_prefix(part)
        # the comments of a match are its report
        if reason and not (reason == "comments" and "live" in parts):
            return Said(reason, part)
    for part in parts:
        if reason := _BY_SHORT_WORD.get(part, ""):
            return Said(reason, part, only_short=True)
    return NOTHING


def _by_prefix(part: str) -> str:
    if not part.startswith(_NO_PREFIX):
        for length in _PREFIX_LENGTHS:
            if reason := _BY_PREFIX.get(part[:length], ""):
                return reason
    return ""


# what stands over or in furniture, in the languages of the pages we know
