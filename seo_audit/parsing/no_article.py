"""Recognises by its first characters what is no article: a template, a feed, data, a redirection, a draft."""

import re
from enum import StrEnum
from itertools import islice

from seo_audit.document import Format
from seo_audit.lazy import regex
from seo_audit.parsing import SUFFIXES

ENOUGH = 16_384
"""Characters from the start that are looked at."""


_BEFORE = " \t\r\n\f\v\ufeff"
"""What may stand before the first tag: a byte order mark stays behind blank lines where a server’s files are joined."""


NOT_FOUND = r"(?:(?:error|erreur|page)[-_]?)?404(?:[-_]?(?:not[-_]?found|page|error|erreur))?|(?:page[-_])?not[-_]?found|page[-_](?:introuvable|non[-_]trouvee)"
"""What the page is called, in small letters, that a server shows for addresses without one."""

NUMBERED = regex(
    r"(?:\A|/)(?![a-z]{2}(?:[-_][a-z]{2})?/|[^/]*\.)[^/]+/\d+/index\.x?html?\Z", re.IGNORECASE
)
"""A path that ends with a number in a folder: the 404th page of a list, or one on the Peugeot 404. At the top of a site, of
a language or of a host the number would be an error’s."""


_VIEWER = regex(
    r"(?:\A|/)(?:(?:viewer|pdf)\.?js[\w.-]*/(?:[^/]+/)*[^/]+|plugin/notes(?:-server)?/(?:notes|speaker-view))\.x?html?\Z",
    re.IGNORECASE,
)


def is_viewer(path: str) -> bool:
    """Whether a path is of a viewer of documents that sites bring along: ViewerJS, PDF.js, what the speaker sees of Reveal's slides."""
    lowered = path.lower()
    return ("js" in lowered or "/notes" in lowered) and bool(_VIEWER.search(path))


_OF_A_FONT = regex(
    r"(?:\A|/)(?:web)?fonts?/(?:[\w.@-]{1,60}/){0,3}(?:demo|[\w-]{0,40}(?:preview|specimen))\.x?html?\Z",
    re.IGNORECASE,
)


_OF_A_SPRITE = regex(r"(?:\A|/)sprite\.(?:css|view|defs|symbol|stack)\.x?html?\Z", re.IGNORECASE)


def is_of_a_font(path: str) -> bool:
    """Whether a path is of the page on which a maker of icons shows them: IcoMoon's, Fontello's, Grunt's, svg-sprite's."""
    lowered = path.lower()
    return ("font" in lowered and bool(_OF_A_FONT.search(path))) or (
        "sprite." in lowered and bool(_OF_A_SPRITE.search(path))
    )


class Kind(StrEnum):
    """What a file is when it is no article."""

    TEMPLATE = "template"
    FEED = "feed"
    DATA = "data"
    REDIRECTION = "redirection"
    DRAFT = "draft"
    PROJECT = "project"
    CONTENTS = "contents"
    NO_PAGE = "no-page"
    BUILT = "built"
    ERROR_PAGE = "error-page"
    SLIDES = "slides"
    GENERATED = "generated"
    EMPTY = "empty"


def kind_of(suffix: str, start: str) -> Kind | None:
    """What a file is that is no article; None for an article, and in doubt.

    Args:
        suffix: the ending of its name, in lower case, with its dot.
        start: its first ENOUGH characters, the byte order mark left out.
    """
    text = start.lstrip(_BEFORE)
    format = SUFFIXES.get(suffix)  # noqa: A001  the field's name for it
    header = _header(text, format)
    body = text[len(header) :].strip()
    if header and (found := _declared(header, body)):
        return found
    if format == "html":
        return _of_html(header, body, whole=len(start) < ENOUGH)
    if format == "text":
        return _of_text(body, whole=len(start) < ENOUGH)
    return _of_markdown(header, body, whole=len(start) < ENOUGH)


def _of_markdown(header: str, body: str, *, whole: bool) -> Kind | None:
    if header and body.startswith("<?xml"):
        return _by_root(body)
    if _FOR_ROBOTS.match(body):
        return Kind.DATA
    if "\\BeginKnitrBlock" in body:
        return Kind.NO_PAGE  # what knitr leaves for Pandoc
    if not header and whole and (_ONLY_CODE.fullmatch(body) or _DEFINITIONS.fullmatch(body)):
        return Kind.NO_PAGE
    return Kind.TEMPLATE if _is_template(body) else None


_FOR_ROBOTS = regex(
    r"User-agent:[ \t]*\S+[ \t]*\r?\n(?:User-agent|Disallow|Allow|Crawl-delay):", re.IGNORECASE
)
"""What a generator makes `robots.txt` of, whatever the file is called."""
_ONLY_CODE = regex(r"(?:(`{3,}|~{3,})[^\n]*\n(?:(?!\1)[^\n]*\n)*+\1[ \t]*(?:\n\s*+|\Z))++")
"""What documents of R Markdown and Quarto take in: a program without a text."""
_DEFINITIONS = regex(
    r"(?:[ ]{0,3}(?:\*\[[^\]\n]{1,80}\][ ]?:|\[(?!\^)[^\]\n]{1,80}\]:[ \t])[^\n]*+(?:\n\s*+|\Z))++"
)
"""Abbreviations and addresses alone: a file that others take in."""
_HEADER = regex(
    r"---[ \t]?(?:yaml|yml|toml|json5?|javascript|js)?[ \t]*\r?\n(?:(?!---|\.\.\.)[^\n]*+\n)*+(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?:(?!\+\+\+)[^\n]*+\n)*+\+\+\+[ \t]*(?:\r?\n|\Z)"
)
_PAIRS = regex(
    r"(?:[A-Za-zÀ-ÿ_][\w-]{0,40}[ \t]*:[ \t]*[^\n]*+(?:\n|\Z))++(?:(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)|(?=\s|\Z))"
)
"""What Pelican writes before an article: no fence before it, a blank line or a fence behind."""


_OBJECT = regex(r"\{[ \t]*\r?\n(?:(?!\})[^\n]*+\n)*+\}")


def _header(text: str, format: Format | None) -> str:  # noqa: A002  the field's name for it
    """The front matter, whatever its notation; "" when there is none."""
    if format == "text":
        return ""
    match = _HEADER.match(text)
    if match is None and format == "markdown":
        match = _PAIRS.match(text) or _OBJECT.match(text)
    elif match is None and (match := _OBJECT.match(text)):
        # an object alone is data
        match = match if text[match.end() :].lstrip()[:1] == "<" else None
    return match[0] if match else ""


_DRAFT = regex(
    r"""^(?:
        (?:draft|is_?draft|brouillon|private)[ \t]*[:=][ \t]*["']?(?:true|yes|on|oui)\b | [ \t]{0,4}"draft"[ ]?:[ ]?true\b
      | (?:published|(?:dg-)?publish|publi[ée])[ \t]*[:=][ \t]*["']?(?:false|no|off|non)\b
      | (?:status|statut|state|post_status|visibility)[ \t]*[:=][ \t]*["']?(?:draft|brouillon|pending|private|hidden|scheduled|future)\b
    )""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_NO_PAGE = regex(
    r"""^(?:
        permalink[ \t]*[:=][ \t]*["']?false\b
      | (?:is_?)?partial[ \t]*[:=][ \t]*["']?true\b
      | headless[ \t]*[:=][ \t]*["']?true\b
      | render[ \t]*[:=][ \t]*["']?(?:false|never)\b
      | _?build[ \t]*:[ \t]*\r?\n(?:[ \t]+[^\n]*+\n){0,4}?[ \t]+render[ \t]*:[ \t]*["']?(?:false|never)\b
      | _?build[ \t]*[:=][ \t]*\{[^{}\n]{0,200}\brender["']?[ \t]*[:=][ \t]*["']?(?:false|never)\b
      | _?build\.render[ \t]*=[ \t]*["']?(?:false|never)\b
    )""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_SLIDES = regex(
    r"""^(?:
        marp[ \t]*:[ \t]*true\b
      | (?:format|output)[ \t]*:[ \t]*(?:\r?\n[ \t]+)?["']?
        (?:revealjs|beamer|pptx|xaringan::|(?:\w+::)?(?:revealjs|ioslides|slidy|beamer|powerpoint)_presentation)\b
    )""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""What Marp, Quarto and R Markdown make slides of, where it is made into nothing else before."""
_LEADS_AWAY = regex(
    r"""^(?:redirect(?:_to|To|_url|_link)?[ \t]*[:=][ \t]*["'\[{/\w]|layout[ \t]*[:=][ \t]*["']?redirect(?:ed|ion)?\b)""",
    re.MULTILINE,
)
_SENT_ON = regex(r"""^redirect_to[ \t]*:[ \t]*(?:["'\[{/\w]|\r?\n[ \t]*-[ \t])""", re.MULTILINE)
"""What Jekyll makes a page of that only sends readers on (jekyll-redirect-from), whatever text it keeps."""
_NAMES_ITSELF = regex(
    r"""^(?![ \t]+text\b)(?:[ \t]{0,2}|[ \t{]{0,4}["'])(?:(?:seo_?|meta_?|page_?|hero_?)?(?:title|titre|text)|description|name|nom|hero|home|layout|template)\b""",
    re.MULTILINE | re.IGNORECASE,
)
"""Keys of a page whose text comes from elsewhere; without one, and without a text, a file is a record of data. A text that
is told of something else is a button's."""
_PERSON = regex(
    r"^(?:full_?name|first_?name|last_?name|pr[ée]nom|display_?name)[ \t]*[:=][ \t]*\S",
    re.MULTILINE | re.IGNORECASE,
)
"""Keys of the record of a person: a page of authors, of a team."""
_TITLED = regex(r"^(?:title|titre)[ \t]*[:=]", re.MULTILINE | re.IGNORECASE)
_MANY = 100
"""Words of an article that holds a template's tags, or a person's record, beside its text, at the least."""
_TO_FILL_IN = regex(
    r"""^[\w.-]+[ \t]*[:=][ \t]*["']?(?:\{\{[^}\n]*\}\}|<%[^%\n]*%>)""", re.MULTILINE
)
_LITTLE = 30
"""Words of a text that is no more than a notice."""


def _declared(header: str, body: str) -> Kind | None:
    """What the front matter says."""
    words = len(body.split())
    is_person = _PERSON.search(header) and not _TITLED.search(header)
    tests = (
        (Kind.TEMPLATE, _TO_FILL_IN.search(header)),
        (Kind.DRAFT, _DRAFT.search(header)),
        (Kind.NO_PAGE, _NO_PAGE.search(header)),
        (Kind.SLIDES, _SLIDES.search(header)),
        (Kind.REDIRECTION, _SENT_ON.search(header)),
        (Kind.REDIRECTION, words < _LITTLE and _LEADS_AWAY.search(header)),
        (Kind.DATA, not body and not _NAMES_ITSELF.search(header)),
        (Kind.DATA, words < _MANY and is_person),
    )
    return next((kind for kind, found in tests if found), None)


_XML = regex(
    r"(?:<\?xml\b[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^>]*+>|\s)*+<([A-Za-z][\w:.-]*)", re.DOTALL
)
_FEEDS = frozenset({"rss", "feed", "rdf:rdf", "opml"})
_DATA = frozenset(
    {"urlset", "sitemapindex", "svg", "browserconfig", "xsl:stylesheet", "configuration", "plist"}
)
_OF_PAGES = frozenset(
    {"html", "head", "body", "meta", "title", "article", "section", "div", "main", "p", "h1"}
)
_JSON = regex(r"""\{\s*+(?:"[^"\n]{0,200}"\s*+:|\})|\[\s*+(?:[{\["\]]|-?\d)""")
_VERIFICATION = regex(
    r"(?:<[^<>]*+>\s*+){1,9}Verification: [0-9a-f]{6,32}\s*(?:<|\Z)|google-site-verification:|[0-9a-f]{32}\s*\Z|yandex-verification:"
)
_REFRESH = regex(
    r"""<meta\s(?=[^<>]*\bhttp-equiv\s*=\s*["']?refresh\b)(?=[^<>]*\bcontent\s*=\s*["']?\s*[0-5]\s*[;,]\s*(?:url\s*=)?\s*[^\s"'>])""",
    re.IGNORECASE,
)
_NOSCRIPT = regex(
    r"<noscript\b(?:(?!</noscript).)*+(?:</noscript\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_MOVES = regex(
    r"""\blocation(?:\.href)?\s*=\s*(?:["'`]|[\w.]+\s*\+)|\blocation\.(?:replace|assign)\s*\(""",
)


_NOT_THERE = regex(
    r"<title[^<>]{0,200}>\s{0,40}(?:404[\s:–—-]{1,5}(?:introuvable|not found)|(?:erreur 404[\s:–—-]{1,5})?page (?:introuvable|non trouvée|not found))"
    r"\s{0,40}(?:[|–—•»<-]|&)",
    re.IGNORECASE,
)
"""What a page is called that a server gives for another, wherever an export of the site has put it."""


def _of_html(header: str, body: str, *, whole: bool) -> Kind | None:
    """What an HTML file is."""
    if found := _by_root(body):
        return found
    if _FOR_SCRIPTS.match(body) or _TITLE_TO_FILL.search(body):
        return Kind.TEMPLATE
    if whole and _moves_at_once(body):
        return Kind.REDIRECTION
    if found := _by_what_it_uses(body):
        return found
    if body.startswith("<pre") and (not whole or body.endswith("</pre>")):
        return Kind.DATA  # what a program has written, coloured
    return Kind.TEMPLATE if _is_html_template(header, body, whole=whole) else None


def _by_what_it_uses(body: str) -> Kind | None:
    """What a page is by its title, or by the scripts and styles that it uses."""
    if _NOT_THERE.search(body):
        return Kind.ERROR_PAGE
    if "-cms" in body and _OF_A_CMS.search(body):
        return Kind.PROJECT
    return Kind.SLIDES if is_slides(body) else None


_OF_SLIDES = (
    *("reveal", "slidy", "ioslides", "bespoke-marp", "deck-container", "deck.core"),
    *("remark", "slidev", '"impress', "dzslides", "slideProj", "shower"),
)


def is_slides(html: str) -> bool:
    """Whether a page shows slides, as far as its beginning tells."""
    return any(sign in html for sign in _OF_SLIDES) and bool(_DECK.search(html))


_MADE = regex(
    r"(?:\A|/)(?:(?:genindex(?:-\w{1,12})?|search|(?:[a-z]{1,8}-)?modindex|print_page)(?:\.x?html?|/index\.x?html?)|print\.html"
    r"|_modules/[^\s]{1,300}\.x?html?)\Z"
)
_MAKERS = regex(
    r"\b_static/(?:documentation_options|doctools)\.js|<!-- Book generated using mdBook -->|\bprint-site(?:-page)?\b|\bsearch-page-wrapper\b"
)
"""What Sphinx, mdBook, the extension of MkDocs that prints a site and Docusaurus write into their pages."""


def is_generated(path: str, html: str) -> bool:
    """Whether a generator adds a page that nobody wrote: search, index, listing of code, all pages once more to be printed."""
    return bool(_MADE.search(path) and _MAKERS.search(html)) or bool(_OF_COVERAGE.search(path))


_OF_COVERAGE = regex(r"(?:\A|/)(?:lcov-report|htmlcov)/")
"""What tests ran of a program: Istanbul's report, and coverage.py's."""


_OF_A_CMS = regex(
    r"<script\b[^<>]{0,200}?\bsrc\s*=\s*[\"']?[^\"'<>\s]{0,200}?(?:decap|netlify|sveltia|static)-cms(?:-app)?[@/.]",
    re.IGNORECASE,
)
"""The page in which editors of a static site write."""
_DECK = regex(
    r"""<link\b[^<>]{0,200}?\bhref\s*=\s*["']?[^"'<>\s]{0,300}?(?:
        reveal[-.]?js[^"'<>\s]{0,200}?/reveal(?:\.min)?\.css | \bdist/reveal(?:\.min)?\.css
      | slidy(?:\.min)?\.css | ioslides[^"'<>\s]{0,100}?\.css | \bdeck\.core(?:\.min)?\.css | \bremark-css[^"'<>\s]{0,100}?\.css )
    | <meta\s[^<>]{0,100}?\bgenerator\b[^<>]{0,100}?\bslidy | <meta\s[^<>]{0,60}?["']slidev:
    | \.deck-container\b | \bid=["']?slideProj\b | <!--\s*\{*\s*dzslides\b
    | <script\b[^<>]{0,200}?\bsrc\s*=\s*["']?[^"'<>\s]{0,200}?\bremark(?:-latest)?(?:\.min)?\.js
    | <(?:div|body)\b[^<>]{0,100}?\b(?:id=["']?impress\b|class=["']?(?:impress-not-supported|deck-container|shower)\b)
    | <div\b[^<>]{0,100}?\bclass\s*=\s*["']?(?:reveal\b[^"'<>]{0,100}["']?[^<>]{0,100}>\s*<div\b[^<>]{0,100}?\bclass\s*=\s*["']?slides\b
        | bespoke-marp) """,
    re.VERBOSE | re.IGNORECASE,
)
"""Slides as Reveal, Slidy, ioslides, Marp, deck.js, remark, Slidev, S5, impress.js, DZSlides and Shower show them, by hand or
from Quarto, Pandoc, R Markdown, AsciiDoc, Hugo."""
_FOR_SCRIPTS = regex(
    r"<script\b[^<>]{0,300}?\btype\s*=\s*[\"']?text/(?:x-)?(?:template|html|handlebars|mustache|tmpl|jquery-tmpl|underscore)\b",
    re.IGNORECASE,
)
"""What a file begins with that a script of the page makes elements of."""
_TITLE_TO_FILL = regex(
    r"<(?:title|TITLE)>\s{0,40}(?:__[A-Z][A-Z_]{1,40}__|@@[A-Z][A-Z_]{1,40}@@|%%[A-Z][A-Z_]{1,40}%%)\s{0,40}</"
)
"""« <title>__TITLE__</title> »: a script of the site’s owner makes pages of it."""


def _by_root(body: str) -> Kind | None:
    """What a file is by what it begins with."""
    if root := _XML.match(body):
        name = root[1].lower()
        if name in _FEEDS:
            return Kind.FEED
        # XHTML may say that it is XML, too
        if name in _DATA or (body.startswith("<?xml") and name not in _OF_PAGES):
            return Kind.DATA
    if _JSON.match(body) or _VERIFICATION.match(body):
        return Kind.DATA
    return None


def _moves_at_once(body: str) -> bool:
    """Whether a tag or a script leads elsewhere, on a page that has next to nothing to read."""
    # what only a reader without scripts is given moves nobody else
    moves = any(not waits(body, move.start()) for move in _MOVES.finditer(body))
    moves = moves or bool(_REFRESH.search(_NOSCRIPT.sub("", body)))
    return moves and len(_words(body)) < _LITTLE


_UPON = regex(
    r"""(?:\.on\(|addEventListener\()\s*["'`](?!(?:load|DOMContentLoaded|pageshow|ready|init)\b)
    |\bon(?:click|submit|change|keyup|keydown|input)\s*=""",
    re.VERBOSE,
)
_FAR = 300
"""Characters between an event and what is done upon it."""


def waits(text: str, place: int) -> bool:
    """Whether a script does what stands here upon an event: a reader who logs in, a button that is pressed."""
    before = text[max(0, place - _FAR) : place]
    start = before.rfind("<script")
    return bool(_UPON.search(before, max(start, 0)))


_OF_CODE = "script|style|pre|code|textarea|template"
_ELEMENT = r"<({})\b(?:(?!</\1\b).)*+(?:</\1[^<>]*+>?|\Z)"
_CODE = regex(_ELEMENT.format(_OF_CODE), re.DOTALL | re.IGNORECASE)
"""What a template's tag may stand in on any page, in its head as well."""
_UNSEEN = regex(_ELEMENT.format(f"{_OF_CODE}|head"), re.DOTALL | re.IGNORECASE)
_TAG = regex(r"<[^<>]*+>")
_EXPRESSION = regex(
    r"\{[{%#](?:(?![%}#]\}).){0,1000}+[%}#]\}|<[?%](?:(?![?%]>).){0,1000}+[?%]>", re.DOTALL
)
_WORD = regex(r"[^\W\d_]{2,}")


def _words(html: str) -> list[str]:
    """The words readers see, about."""
    return _WORD.findall(_TAG.sub(" ", _EXPRESSION.sub(" ", _UNSEEN.sub(" ", html))))


_LOGIC = regex(
    r"""\$(?:if|for)\([\w.-]+\)\$ | \{%[-+~]?\s*(?:if|for|case|assign|include\w*|extends|block|macro|set|capture|unless|import|from|call|filter
        |render|layout|paginate|load|trans|embed|use|with|partial|url|block|end\w+)\b
    | \{\{[-~]?\s*(?:define|block|range|if|else|with|template|partial|end|content|yield|super\s*\(|\$\w*|\.\w*|[\#>/^!]
        |/\*|body\b|page\.|site\.|post\.|entry\.|collections\.)
    | <\?(?:php|=) | <%[=@!-]?\s
    | \sth:(?:text|each|if|replace|include|fragment)= | \s\*ng(?:If|For|SwitchCase)\s*=
    | \sv-(?:if|else-if|else|for|model|show|bind|on|html|text|slot)\b | \s(?:@|v-on:)(?:click|submit|input|change|key\w{2,8})[.\w]*\s*=
    | %sveltekit\.\w+% | @(?:extends|section|foreach|include|yield)\(["'$] | \s\#set\( | <f:\w+\b | \{block\s|\{include\s|\{extends\s
    """,
    re.VERBOSE,
)
_FILLED_HEAD = regex(
    r"""\$(?:if|for)\([\w.-]+\)\$ | <title[^<>]*>[^<]{0,300}?(?:\{\{|\{%|<\?|<%|\$\{)|<html[^<>]*?(?:\{\{|\{%|<\?|<%|\$\{)
    | <(?:base|link|meta)\b[^<>]*?(?:href|content)\s*=\s*["']?(?:\{\{|\{%|<\?|<%)""",
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = regex(r"(?:<!--(?:(?!-->).)*+-->|\s)*+(?:\{[{%]|<\?(?:php|=)|<%)", re.DOTALL)


def _is_html_template(header: str, body: str, *, whole: bool) -> bool:
    """Whether a template builds pages from this: its own text is not what readers get."""
    if not any(sign in body for sign in ("{", "<?", "<%", "th:", ")$", " v-", "*ng", "%sv", "@")):
        return False
    shown = _CODE.sub(" ", body)
    if not header and (_FILLED_HEAD.search(shown) or _STARTS.match(shown)):
        return True
    tags = sum(1 for _ in islice(_LOGIC.finditer(shown), 3))
    return tags >= (1 if whole else 3) and len(_words(body)) < _MANY


def _is_template(body: str) -> bool:
    """Whether a Markdown file begins with what is filled in later, and has next to no text of its own."""
    begins = body.lstrip("# \t")[:2] in ("{{", "{%", "<%")
    if not begins or len(_words(body)) >= _LITTLE:
        return False
    return bool(_LOGIC.search(body) or _OF_A_NOTE.search(body))


_OF_A_NOTE = regex(r"<%|\{\{(?:title|date|time)(?::[^{}\n]{0,60})?\}\}")
"""What Obsidian and Templater fill in."""


_LINE_OF_DATA = regex(
    r"""(?:[\w.\[\]-]++\s*(?:[=<>~!]=|[<>@])\s*[\w.*+-]++[^\n]*       # what pip installs
    | -[a-z-]\s+\S+ | --\S+ | \#[^\n]* | //[^\n]*                      # its options, comments
    | [a-z][a-z+.-]*://\S+                                             # an address
    | [\w.-]+\s*=\s*\S* | [\w.@/-]+                                    # a setting, one word
    | (?:[^\s;,|\t]*[;,|\t]){2,}[^\s;,|\t]*                            # a row of values
    | \d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*\s[^\n]*                           # a line of a log
    | </?[A-Z]\w*[^<>\n]*> | [A-Z](?=\w{0,40}[a-z])\w{0,40}[A-Z]\w{0,40}\s[^\n]*(?<![.!?…:])  # what Apache reads
    | [^\n]*(?:(?<!\s);|[{}])                                           # what nginx reads, and programs
    | [A-Z][\w-]*:\s*\S*)\s*                                            # a field
    """,
    re.VERBOSE,
)
_LINE_OF_CODE = regex(r"</?[A-Z]\w*[^<>\n]*>|[^\n]*(?:(?<!\s);|[{}])")
_FEW = 3
_REQUIREMENT = regex(r"[\w.\[\]-]+\s*(?:[=<>~!]=)|User-agent:|https?://|\#")
_LICENCE = regex(
    r"(?:\S+\s+){0,4}(?:MIT License|GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE|Apache License|BSD \d-Clause"
    r"|Mozilla Public License|Creative Commons|CC0 |Permission is hereby granted|EUROPEAN UNION PUBLIC LICEN[CS]E"
    r"|CONTRAT DE LICENCE DE LOGICIEL LIBRE|LICENCE (?:OUVERTE|PUBLIQUE)|OPEN LICEN[CS]E|SIL OPEN FONT LICENSE|ISC License"
    r"|Eclipse Public License|Boost Software License|This is free and unencumbered software)",
    re.IGNORECASE,
)


def is_licence(text: str) -> bool:
    """Whether a text begins as the licences of free software and texts do, under a heading or not."""
    return bool(_LICENCE.match(text.lstrip("\ufeff \t\r\n#=*")))


def _is_table(lines: list[str]) -> bool:
    """Whether each line has as many cells as the first, and none ends as a sentence does."""
    rows = [line.strip() for line in lines]
    for sign, fewest in (("\t", 1), (";", 2), ("|", 2)):
        count = rows[0].count(sign) if rows else 0
        if count >= fewest and len(rows) >= _FEW:
            return all(row.count(sign) == count and row[-1] not in ".!?…»:" for row in rows)
    return False


_OF_KIRBY = regex(
    r"[A-Z][\w-]{0,60}:[^\n]*+(?:\r?\n(?!----)[^\n]*+)*+\r?\n----[ \t]*\r?\n\s*+[A-Z][\w-]{0,60}:"
)
"""The fields of a page of Kirby’s, each behind a line of four hyphens: its template writes the page."""


def _of_text(body: str, *, whole: bool) -> Kind | None:
    """What a plain text is: a licence, or lines that are no sentences."""
    if found := _by_root(body):
        return found
    if is_licence(body):
        return Kind.PROJECT
    lines = [line for line in body.splitlines() if line.strip()]
    if not whole:
        lines = lines[:-1]
    others = sum(not _LINE_OF_DATA.fullmatch(line.strip()) for line in lines)
    if _is_table(lines) or _OF_KIRBY.match(body):
        return Kind.DATA
    if sum(bool(_LINE_OF_CODE.fullmatch(line.strip())) for line in lines) >= _FEW:
        return Kind.DATA if others <= len(lines) // 8 else None
    # one word alone may be the beginning of an article
    if (len(lines) >= _FEW or any(map(_REQUIREMENT.match, lines))) and not others:
        return Kind.DATA
    return None
