"""Pages that a theme titles or fills: a site's front page, lists, and what front matter names by other keys than a title."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePath

from seo_audit.analysis.look_ups import Disk
from seo_audit.brief.target import Target
from seo_audit.document import BlockKind, Document, Link
from seo_audit.lazy import regex
from seo_audit.parsing.structured_data import read
from seo_audit.rule_support.addresses import Destination, destination, own_hosts
from seo_audit.rule_support.templates import is_looked_up
from seo_audit.source import touches

_NAMES = ("name", "nom", "title", "titre", "heading", "headline")
"""How keys end that a layout may make a title of: `fullname`, `firstName`, `job_title`."""
_NAMING = frozenset({"role", "rôle", "poste", "intitule", "intitulé", "question", "sujet"})
"""Keys that name what a page is about where it is an offer of work, an answer, a letter."""
_LAYOUTS = frozenset({"home", "landing", "index", "front", "splash"})


def is_titled_by_theme(document: Document) -> bool:
    """Whether nobody can tell from the file which title and main heading readers get."""
    said = document.front_matter
    if said is None:
        return False
    return (
        is_home(document)
        or is_list(document)
        or any(
            entry.text
            and entry.key.lower() not in ("title", "titre")
            and (entry.key.lower().endswith(_NAMES) or entry.key.lower() in _NAMING)
            for entry in said.entries
        )
    )


def is_titled_elsewhere(document: Document, disk: Disk) -> bool:
    """Whether a Markdown file's title is its name, or the project's: a note, the front page of a Quarto project."""
    if document.format != "markdown":
        return False
    source = document.source
    if source.path is not None and source.path.name == "index.qmd":
        return any(disk.is_file(source.path.parent / name) for name in _QUARTO)
    return is_note(document, disk) or lies_among_notes(document, disk)


_QUARTO = ("_quarto.yml", "_quarto.yaml")
_VAULT = ".obsidian"
_QUARTZ = "quartz.config.ts"
_DAY = regex(r"\d{4}[-_]\d\d[-_]\d\d(?:[ _T-]?\d\d[h:.-]?\d\d)?")
"""What a note of the day is called."""


def is_note(document: Document, disk: Disk) -> bool:
    """Whether Obsidian, Quartz, Foam or a wiki shows the file's name above its text.

    Then nobody can tell the address from the name, either. Notes link with `[[…]]`, lie in a vault, or have front matter and a name that no address has: words, or a day.
    """
    spans = (*(link.span for link in document.links), *(image.span for image in document.images))
    if any(is_looked_up(document, span) for span in spans):
        return True
    source = document.source
    stem = PurePath(source.path or source.name).stem
    if document.front_matter is not None and (" " in stem or _DAY.fullmatch(stem)):
        return True
    above = source.path.parents if source.path is not None else ()
    return any(
        disk.is_folder(folder / _VAULT) or disk.is_file(folder / _QUARTZ) for folder in above
    )


_FEWEST_NOTES = 2
_MOST_ASKED = 12
_NOTE_LINK = regex(r"(?<![`\[!\w])!?\[\[[^\W_][^\[\]\n`]{1,100}\]\](?![\](])")
"""« [[Carte des rives|la carte]] »; a shell’s test has a space within its brackets."""


def lies_among_notes(document: Document, disk: Disk) -> bool:
    """Whether files beside this one link as notes do: the vault’s settings are mostly kept out of what is shared.

    To be asked last: the answer rests on those files.
    """
    path = document.source.path
    if path is None or document.format != "markdown":
        return False
    others = (one for one in disk.names(path.parent) if one != path.name)
    found = 0
    for name in islice(others, _MOST_ASKED):
        text = disk.text(path.parent / name)
        found += text is not None and "[[" in text and bool(_NOTE_LINK.search(text))
        if found >= _FEWEST_NOTES:
            return True
    return False


def is_list(document: Document) -> bool:
    """Whether the page lists articles, and owes nothing that only an article owes.

    A Markdown file is one where Hugo and Zola make a section's page of it, where it is laid out as one
    (`layout: categories`), or where it says little and lies as the first among articles (MkDocs: `blog/index.md`) or has
    pages of its own (Cecil’s and Eleventy’s `pagination`); a built page is one when it is an archive, when a script is to write its list, or when most of
    its headings are links to pages of the site.
    """
    if document.head is not None:
        return (
            is_archive(document)
            or awaits_text(document)
            or _lists_pages(document)
            or _is_index_of_posts(document)
        )
    source = document.source
    path = PurePath(source.path or source.name)
    if path.name.lower().startswith("_index."):
        return True
    paged = document.front_matter and document.front_matter.get("pagination")
    if paged or _INDEX_OF_ARTICLES.search(path.as_posix().lower()):
        return sum(len(block.text.value) for block in document.blocks) < _FEW_CHARACTERS
    layout = document.front_matter and document.front_matter.get("layout", "template", "type")
    if not layout:
        return False
    named = PurePath(str(layout.value).lower()).stem
    if _OF_ONE_OR_ALL.fullmatch(named):
        return sum(len(block.text.value) for block in document.blocks) < _FEW_CHARACTERS
    return bool(_LISTING.fullmatch(named))


_GROUP = r"(?:categor(?:y|ie)|tag|term|author|year)s?|categories|taxonom(?:y|ies)"
_ALL = rf"{_GROUP}|archives?|posts?|articles?|blog"
_LISTING = regex(
    r"archives?|categor(?:y|ies|ie)|tags?|taxonom(?:y|ies|ie)|terms?|search|collections?"
    rf"|(?:{_ALL})[-_](?:archive|list|index|grid)s?|(?:archive|list)[-_](?:{_ALL})|(?:{_GROUP})[-_]pages?"
)
"""Layouts of lists: Jekyll's and Hugo's themes, Hexo. `article-page` lays out one article."""
_INDEX_OF_ARTICLES = regex(r"(?:\A|/)(?:blog|posts|articles|billets|actualites|news)/index\.mdx?\Z")
_OF_ONE_OR_ALL = regex(r"posts|blog|articles")
"""Layouts of a list, in themes of Jekyll (Minimal Mistakes), or of one article of it, in Hugo's."""
_FEW_CHARACTERS = 400
"""Of a page's own text, from which it is more than what introduces a list."""
_OF_POSTS = regex(r"(?:\A|/)(?:posts?|billets|blog|articles)/index\.x?html?\Z")
_ARCHIVE = regex(
    r"(?:\A|/)(?:(?:tags?|mots-cles|etiquettes?|categor(?:y|ies|ie)|authors?|auteurs?)(?:/[^/]+)?(?:/\d{1,4})?|(?:[^/]+/)?page[/-]?\d+"
    r"|archives?/\d{4}(?:/\d{1,2})?)(?:/index)?\.x?html?\Z"
)
"""Files of lists by tag, category, author or date, and of the pages of a series, as generators write them."""
_NESTED = regex(
    r"(?:\A|/)categor(?:y|ies|ie)(?:/[^/]+){2,4}?(?:/page/\d{1,4})?(?:/index)?\.x?html?\Z"
)
_CALLED_LIST = regex(
    r"(?:cat[ée]gor(?:y|ie)|rubrique|tag|[ée]tiquette|archives?)s?\s*[:|–—-]", re.IGNORECASE
)
"""Titles of lists: a page below a category may be an article."""


def is_archive(document: Document) -> bool:
    """Whether a built page lists articles by tag, category, author or date, or is one page of a series.

    The folder says it, unless the page calls itself an article (« auteurs/victor-hugo.html » may be one on Hugo), or
    the class on `<body>`: WordPress's, and that of the themes of Hugo that descend from Paper.
    """
    if document.head is None:
        return False
    source = document.source
    path = PurePath(source.path or source.name).as_posix().lower()
    title = document.metadata.title
    if title and _NESTED.search(path) and _CALLED_LIST.match(title.value.strip()):
        return True
    if _ARCHIVE.search(path):
        types = (meta.content.value for meta in document.head.metas_named("og:type"))
        # WordPress's extensions call their lists articles, too
        if not any(one.strip().lower() == "article" for one in types):
            return True
    return not _OF_LISTS.isdisjoint(document.head.classes)


_OF_LISTS = frozenset({"archive", "list"})
"""Classes on `<body>` of a page that lists articles."""


def _is_index_of_posts(document: Document) -> bool:
    """Whether a built page is the first of a folder of articles, and has next to no text of its own."""
    source = document.source
    path = PurePath(source.path or source.name).as_posix().lower()
    return bool(_OF_POSTS.search(path)) and (
        sum(len(block.text.value) for block in document.blocks) < _FEW_CHARACTERS
    )


def is_standing_page(document: Document) -> bool:
    """Whether a built page is none of the articles that are dated and signed: contact, services, legal notices, home.

    WordPress, Drupal or a shop says so, or its name, which sites give to such pages only.
    """
    if document.head is None:
        return False
    if is_service_page(document) or any(
        meta.content.value.startswith("product") for meta in document.head.metas_named("og:type")
    ):
        return True
    said = document.head.classes
    # « page » alone is a class of any site
    stands = "home" in said or "single-product" in said or any(map(_STANDING.fullmatch, said))
    return stands and ("single-product" in said or not {"single", "single-post"} & said)


def is_service_page(document: Document) -> bool:
    """Whether a page serves the site, by its name: contact, legal notices, opening hours; or is its front page."""
    path = PurePath(document.source.path or document.source.name)
    name = path.parent.name if path.stem in ("index", "_index") else path.stem
    return (
        _SERVICE.fullmatch(name) is not None
        or ("callback" in path.name + name and bool(_CALLED_BACK.search(path.as_posix())))
        or is_front_page(document)
    )


def is_event(document: Document) -> bool:
    """Whether a page announces one date of a calendar: its folder or its data say so, and it says little.

    A report of what took place may lie there too, and is an article.
    """
    if sum(len(block.text.value) for block in document.blocks) > _LONGEST_EVENT:
        return False
    path = PurePath(document.source.path or document.source.name)
    folders = path.parent.parts[:-1] if path.stem == "index" else path.parent.parts
    if path.stem != "_index" and any(map(_EVENTS.fullmatch, folders[-_NEAR:])):
        return True
    things, _ = read(document)
    return any(kind.endswith("Event") for thing in things for kind in thing.types)


def is_tool(document: Document) -> bool:
    """Whether a page is something to use, a quiz or a calculator, with few words around it: a script works it.

    In a built page a button may be any; what is typed, chosen or drawn between its first and last words tells.
    """
    blocks, text = document.blocks, document.source.text
    if not blocks or sum(len(block.text.value) for block in blocks) > _LONGEST_EVENT:
        return False
    if _WORKED.search(text) is None:
        return False
    start, end, controls = 0, len(text), _ANY_CONTROL
    if document.head is not None:
        start, end, controls = blocks[0].span.start, blocks[-1].span.end, _CONTROL
    shown = [block.span for block in blocks if block.kind is BlockKind.CODE]
    return any(
        not touches(shown, found.start(), found.end())
        for found in islice(controls.finditer(text, start, end), _MOST_CONTROLS)
    )


_WORKED = regex(r"<script\b|\bon(?:click|change|input|submit)\s*=", re.IGNORECASE)
_CONTROL = regex(
    r"^[ \t]*<(?:textarea|select|canvas|input\b(?![^<>]{0,200}\btype\s*=\s*[\"']?(?:hidden|search|email|submit|checkbox)))\b",
    re.MULTILINE | re.IGNORECASE,
)
_ANY_CONTROL = regex(
    r"^[ \t]*<(?:textarea|select|canvas|input|button)\b", re.MULTILINE | re.IGNORECASE
)
"""What no author of Markdown writes but for a script of the page."""
_MOST_CONTROLS = 20


_EVENTS = regex(
    r"agenda|calendrier|calendar|[eé]v[eé]nements?|[eé]v[eè]nements?|events?", re.IGNORECASE
)
_NEAR = 2
"""Folders above a page: « agenda/2026/bal.html »."""
_LONGEST_EVENT = 2_000
"""Characters: some three hundred words, a long announcement."""


def is_front_page(document: Document) -> bool:
    """Whether a built page is the first of its site: WordPress says so on `<body>`, or its own address."""
    head = document.head
    return head is not None and (
        ("home" in head.classes and not {"single", "single-post"} & head.classes)
        or any(_ROOT.fullmatch(one.value.strip()) for one in head.addresses)
    )


_ROOT = regex(r"https?://[^/?#\s]{1,200}/?", re.IGNORECASE)
_SERVICE = regex(
    r"(?:nous[-_]?)?contact(?:s|er|ez[-_]?nous)?|mentions?[-_]?l[eé]gales?|legal(?:[-_]?notice)?|cg[uv]|plan[-_]?(?:du[-_]?)?site"
    r"|conditions[-_]?generales(?:[-_][\w-]{1,40})?|(?:politique|charte)[-_][\w-]{1,40}|confidentialit[eé]|accessibilit[eé]|rgpd|cookies"
    r"|donnees[-_]personnelles|privacy(?:[-_]?policy)?|[aà][-_]?propos|qui[-_]?(?:sommes[-_]?nous|suis[-_]?je)|avis(?:[-_]clients?)?|t[eé]moignages?|(?:notre|l)[-_]equipe|equipe|tarifs?|horaires|partenaires|liens"
    r"|about|credits|adhesions?|inscriptions?|recherche|search|panier|connexion|merci|faq|accueil|home"
    r"|(?:nos|notre|les|l)[-_](?:partenaires|[eé]quipe|bureau|horaires|tarifs?)|[eé]quipe|faire[-_]un[-_]don|dons|nous[-_](?:aider|soutenir|rejoindre)|infos?[-_]pratiques"
    r"|bibliographie|remerciements|galerie(?:[-_]photos?)?|photos|reservations?|agenda|calendrier|acces|plan[-_]d[-_]?acces"
    r"|log[-_]?(?:in|out)|sign[-_]?(?:in|up|out)|register|deconnexion|(?:mon|my)[-_](?:compte|account|profil|profile)|account"
    r"|(?:creer[-_]un[-_]|creation[-_]de[-_])?compte|mot[-_]de[-_]passe[-_]oublie|(?:forgot|reset)[-_]password|(?:oauth2?|auth|login)[-_]callback",
    re.IGNORECASE,
)
_CALLED_BACK = regex(
    r"(?:\A|/)(?:oauth2?|auth|login|connexion|sso|openid)/(?:[\w-]{1,30}/)?callback(?:/index)?\.",
    re.IGNORECASE,
)
"""Where another site sends back who has signed in there; a « callback » alone may be a program's."""
_STANDING = regex(
    r"page-id-\d+|page-template(?:-[\w-]+)?|template-product"
    r"|(?:page-)?node-type-(?:basic-|landing-|simple-)?page(?:-basique)?|(?:page-)?node-type-(?:products?|produits?|services?|webform|home)"
)
"""Classes of `<body>`: WordPress's of a page, WooCommerce's and Shopify's of a product, Drupal's of a basic page."""


_FEWEST = 3
"""Headings that lead to other pages, from which a page may be a list of them."""


def _lists_pages(document: Document) -> bool:
    """Whether most headings below the first are links to other pages of the site."""
    headings = [
        number for number, block in enumerate(document.blocks) if block.level and block.text
    ]
    if len(headings) < _FEWEST:
        return False
    hosts = own_hosts(document, Target())
    starts = [document.blocks[number].span.start for number in headings]
    linked: set[int] = set()
    for link in document.links:
        # asked of few links only: of most, where they lead is of no matter here
        titled = set(_headings_of(document, link, headings, starts)) - linked
        if titled and destination(document, link.href.value, hosts) is Destination.INTERNAL:
            linked |= titled
    return len(linked) >= _FEWEST and 2 * len(linked) > len(headings)


def _headings_of(
    document: Document, link: Link, headings: Sequence[int], starts: Sequence[int]
) -> Iterator[int]:
    """The headings, of those given with where they start, that a link is all of, or stands around."""
    if link.block is not None and document.blocks[link.block].level:
        text = document.blocks[link.block].text.value
        if text.strip() and text.strip() == text[link.start : link.end].strip():
            yield link.block
    for at in range(bisect_left(starts, link.span.start), bisect_left(starts, link.span.end)):
        if document.blocks[headings[at]].span.end <= link.span.end:
            yield headings[at]


_FILLED_BY = regex(r"<script\b", re.IGNORECASE)
_TO_FILL = regex(
    r"<(div|ul|ol|section|tbody|main)\s(?=[^<>]{0,200}?\bid\s?=\s?[\"']?(?!comment)[\w-]{0,40}?"
    r"(?:lists?|listes?|grids?|grille|cards?|cartes|results?|resultats|items|articles|posts|news|actus|actualites|events|evenements"
    r"|agenda|products|produits|projects|projets|gallery|galerie|rows|feed)(?:[-_]?container)?[\"'\s>])[^<>]{1,300}>\s*+</\1\s*>",
    re.IGNORECASE,
)
"""An empty part that is called what a script puts into it: « cGrid », « news-list », « projects-container »."""


def awaits_text(document: Document, *, few: int = _FEW_CHARACTERS) -> bool:
    """Whether a built page says next to nothing, and has an empty part for a list that a script is to write.

    `few` are the characters, from which it says enough to be more than what introduces the list.
    """
    blocks, text = document.blocks, document.source.text
    if document.head is None or not blocks:
        return False
    if sum(len(one.text.value) for one in blocks) > few or not _FILLED_BY.search(text):
        return False
    return _TO_FILL.search(text, blocks[0].span.start) is not None


def is_home(document: Document) -> bool:
    """Whether a theme makes a front page of this file, with a title and a heading of its own.

    `home: true` (VuePress), `layout: home` (VitePress, Jekyll's themes), `template: splash` (Starlight), `hero:`.
    """
    said = document.front_matter
    if said is None:
        return False
    home, layout, hero = said.get("home"), said.get("layout", "template"), said.get("hero")
    named = str(layout.value).lower().removesuffix(".html") if layout else ""
    return bool((home and home.value is True) or named in _LAYOUTS or (hero and hero.value))


_KEPT_OUT = frozenset({"noindex", "none"})


def is_kept_out(document: Document) -> bool:
    """Whether a page asks search engines not to list it: nobody sees its title and description there."""
    if document.head is None:
        return False
    return any(
        not _KEPT_OUT.isdisjoint(part.strip() for part in meta.content.value.lower().split(","))
        for meta in document.head.metas_named("robots", "googlebot")
    )
