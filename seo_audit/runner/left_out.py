"""What of a folder is no article: told by its name, else by its first bytes; counted aloud, never in silence."""

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache, reduce
from pathlib import Path, PurePath
from urllib.parse import unquote

from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.message import Message, Statement
from seo_audit.parsing.no_article import (
    ENOUGH,
    NOT_FOUND,
    NUMBERED,
    Kind,
    is_generated,
    is_licence,
    is_of_a_font,
    is_viewer,
    kind_of,
)
from seo_audit.source import is_file, read_start
from seo_audit.toml import patterns

COUNTS: dict[Kind, Message] = {
    Kind.TEMPLATE: Message(fr="{count:# modèle|# modèles}", en="{count:# template|# templates}"),
    Kind.FEED: Message(fr="{count} flux", en="{count:# feed|# feeds}"),
    Kind.DATA: Message(
        fr="{count:# fichier de données|# fichiers de données}",
        en="{count:# data file|# data files}",
    ),
    Kind.REDIRECTION: Message(
        fr="{count:# redirection|# redirections}", en="{count:# redirection|# redirections}"
    ),
    Kind.DRAFT: Message(fr="{count:# brouillon|# brouillons}", en="{count:# draft|# drafts}"),
    Kind.PROJECT: Message(
        fr="{count:# fichier de projet (licence, bibliothèque…)|# fichiers de projet (licences, bibliothèques…)}",
        en="{count:# project file (licence, library…)|# project files (licences, libraries…)}",
    ),
    Kind.CONTENTS: Message(
        fr="{count:# sommaire|# sommaires}",
        en="{count:# table of contents|# tables of contents}",
    ),
    Kind.NO_PAGE: Message(
        fr="{count:# fichier dont aucune page n’est faite|# fichiers dont aucune page n’est faite}",
        en="{count:# file no page is made of|# files no page is made of}",
    ),
    Kind.BUILT: Message(
        fr="{count:# page construite, dont la source est là|# pages construites, dont les sources sont là}",
        en="{count:# built page whose source is here|# built pages whose sources are here}",
    ),
    Kind.ERROR_PAGE: Message(
        fr="{count:# page d’erreur|# pages d’erreur}", en="{count:# error page|# error pages}"
    ),
    Kind.SLIDES: Message(
        fr="{count:# diaporama|# diaporamas}", en="{count:# set of slides|# sets of slides}"
    ),
    Kind.GENERATED: Message(
        fr="{count:# page ajoutée par le générateur|# pages ajoutées par le générateur} (recherche, index…)",
        en="{count:# page added by the generator|# pages added by the generator} (search, index…)",
    ),
    Kind.EMPTY: Message(
        fr="{count:# fichier vide|# fichiers vides}", en="{count:# empty file|# empty files}"
    ),
}
LEFT_OUT = Message(
    fr="{count:# fichier laissé de côté|# fichiers laissés de côté} : {kinds} ; « --verbose » les nomme, et un "
    "fichier que vous nommez est audité",
    en="{count:# file left out|# files left out}: {kinds}; “--verbose” names them, and a file you name is audited",
)
NAMED = Message(fr="{name} : laissé de côté ({kind})", en="{name}: left out ({kind})")
_KINDS: dict[Kind, Message] = {
    Kind.TEMPLATE: Message(fr="modèle", en="template"),
    Kind.FEED: Message(fr="flux", en="feed"),
    Kind.DATA: Message(fr="données", en="data"),
    Kind.REDIRECTION: Message(fr="redirection", en="redirection"),
    Kind.DRAFT: Message(fr="brouillon", en="draft"),
    Kind.PROJECT: Message(fr="fichier de projet", en="project file"),
    Kind.CONTENTS: Message(fr="sommaire", en="table of contents"),
    Kind.NO_PAGE: Message(fr="aucune page n’en est faite", en="no page is made of it"),
    Kind.BUILT: Message(
        fr="page construite, dont la source est là", en="built page whose source is here"
    ),
    Kind.ERROR_PAGE: Message(fr="page d’erreur", en="error page"),
    Kind.SLIDES: Message(fr="diaporama", en="slides"),
    Kind.GENERATED: Message(fr="page ajoutée par le générateur", en="page added by the generator"),
    Kind.EMPTY: Message(fr="vide", en="empty"),
}
_AND = Message(fr="{first}, {second}", en="{first}, {second}")


def counted(kinds: Iterable[Kind]) -> Statement:
    """One line on what was left out: « 57 fichiers laissés de côté : 40 modèles, 12 flux… »."""
    counts = Counter(kinds)
    parts = (Statement(COUNTS[kind], {"count": count}) for kind, count in counts.most_common())
    whole = reduce(lambda first, second: Statement(_AND, {"first": first, "second": second}), parts)
    return Statement(LEFT_OUT, {"count": counts.total(), "kinds": whole})


def named(names: Iterable[tuple[str, Kind]]) -> Iterator[Statement]:
    """One line for each file left out."""
    for name, kind in names:
        yield Statement(NAMED, {"name": name, "kind": _KINDS[kind]})


def no_article(path: Path, within: PurePath) -> Kind | None:
    """What a file of a folder is when it is no article; `within` is its path in the folder asked for.

    What cannot be read is left to those who say why.
    """
    if found := _by_name(within) or _by_folder(path, within) or _by_generator(path, within):
        return found
    try:
        start = read_start(path, 4 * ENOUGH)
    except SourceError:
        return None
    if not start.strip() and len(start) < 4 * ENOUGH:
        return Kind.EMPTY  # a note that a link made, and nobody wrote
    text = start.decode("utf-8", "replace").removeprefix("\ufeff")[:ENOUGH]
    return _by_beginning(within, text) or kind_of(path.suffix.lower(), text)


def _by_beginning(within: PurePath, text: str) -> Kind | None:
    """What a file is by its name and what it begins with."""
    is_whole = bool(_IS_WHOLE.search(text))
    is_html = within.suffix.lower() in (".html", ".htm")
    tests = (
        (Kind.TEMPLATE, bool(_PARAMETER.fullmatch(within.name))),
        (Kind.TEMPLATE, not is_whole and _is_part(within.name)),
        (Kind.TEMPLATE, is_html and _is_html_part(within, text, is_whole=is_whole)),
        (Kind.TEMPLATE, not is_html and not is_whole and _is_snippet(within, text)),
        (
            Kind.PROJECT,
            not is_whole and bool(_NAMED_LICENCE.fullmatch(within.name)) and is_licence(text),
        ),
        (Kind.PROJECT, within.name.lower() == "readme.html" and "wordpress.org" in text),
        (Kind.DATA, _is_record(within, text)),
        (Kind.TEMPLATE, _is_skeleton(within) and len(text.split()) < _FEW_WORDS),
        (Kind.GENERATED, is_html and is_generated(within.as_posix(), text)),
    )
    return next((kind for kind, found in tests if found), None)


def _is_record(within: PurePath, text: str) -> bool:
    """Whether a page takes in what a file holds.

    Its name is the key of a record, or says of which field it is the text, or its title has links to other parts of the
    page: no `<title>` can.
    """
    if within.suffix.lower() in (".md", ".markdown"):
        return bool(_LINKED_TITLE.match(text)) or (
            within.stem.isdecimal() and not _TITLED_ANYHOW.search(text)
        )
    return bool(_FIELD.fullmatch(within.name.lower())) and "\n" not in text.strip()


_TITLED_ANYHOW = regex(
    r"^(?:\ufeff?(?:---|\+\+\+|\{)|#{1,6}[ \t]|[=-]{3,}[ \t]*$|<h[1-6]\b)",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading, or front matter: an article may be called by a number."""
_LINKED_TITLE = regex(
    r"\ufeff?---[ \t]*\r?\n(?:[\w-]+:[^\n]*+\n){0,10}?title:[^\n]{0,300}?\]\(#[^()\n]{1,100}\)"
)
_FIELD = regex(
    r"(?:description|caption|l[eé]gende|alt|title|titre|summary|r[eé]sum[eé]|excerpt|extrait)\.txt"
)
_FEW_WORDS = 100
_NAMED_LICENCE = regex(r"licen[cs]e(?:[._-][\w-]+)?\.(?:md|markdown|html?)", re.IGNORECASE)
"""A page of a site may be called so; it begins otherwise."""
_FOR_NOTES = regex(r"[_.\W]*(?:templates?|mod[eè]les?)(?!\w).*", re.IGNORECASE)
_OF_NOTES = regex(r"(?:templates?|mod[eè]le)[ _-].*", re.IGNORECASE)


def _is_skeleton(within: PurePath) -> bool:
    """Whether folder and name say that notes begin as copies of a file: « Modèles/modèle projet.md »."""
    folders = within.parts[:-1]
    return bool(_OF_NOTES.match(within.name)) and any(map(_FOR_NOTES.fullmatch, folders))


_HTML_PARTS = frozenset({"includes", "include", "partials", "components", "fragments", "snippets"})
_OF_A_COMPONENT = regex(r"(?:.+\.)?(?:template|component)\.html?", re.IGNORECASE)
"""Angular's and Vue's: the name says what the file is a template of."""
_TO_FILL = regex(r"\[[A-Z][A-Z_]{2,30}\]")
"""What a script, or a hand, is to put values into: « <title>[TITRE]</title> »."""


def _is_html_part(within: PurePath, text: str, *, is_whole: bool) -> bool:
    """Whether HTML is a piece of pages: in a folder of pieces, or called a template."""
    if _OF_A_COMPONENT.fullmatch(within.name):
        return (
            not is_whole or any(map(text.__contains__, ("{{", "{%"))) or bool(_TO_FILL.search(text))
        )
    return not is_whole and not _HTML_PARTS.isdisjoint(map(str.lower, within.parts[:-1]))


def _is_snippet(within: PurePath, text: str) -> bool:
    """Whether Markdown is a piece that pages take in: in a folder of pieces, and without a title of its own."""
    return not _HTML_PARTS.isdisjoint(map(str.lower, within.parts[:-1])) and not _TITLED.search(
        text
    )


_TITLED = regex(r"^#[ \t]|^=+[ \t]*$", re.MULTILINE)


def _is_part(name: str) -> bool:
    """Whether Docusaurus, Quarto, Jekyll or Sass would make no page of a file: its name begins with a dash below."""
    return name.startswith("_") and not name.lower().startswith("_index.")


_PARAMETER = regex(r"\[{1,2}(?:\.\.\.)?[\w-]+\]{1,2}\.\w+")
"""VitePress, Astro and Next make many pages of a file so named, « [partenaire].md », whatever title it has to fill in."""


_IS_WHOLE = regex(
    r"<!doctype\s+html|<html[\s>]|\A(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*+\n){0,40}?(?:title|titre)[ \t]*[:=]",
    re.IGNORECASE,
)
"""A page, or front matter with a title: an article, whatever it is called."""


_FOR_MACHINES = regex(
    r"(?:reference-keys|robots|humans|security|ads|app-ads|sellers|llms|llms-full|llms-small|requirements|constraints|cmakelists"
    r"|keybase|trackers|browserconfig|version|manifest|pgp-key|key|runtime|packages|top_level|entry_points|dependency_links)\.txt|(?:requirements|constraints)[._-][\w.-]*\.txt"
    r"|(?:[\w-]+[.-])?htaccess\.txt|google[0-9a-f]{16}\.html|yandex_[0-9a-f]{16}\.html|pinterest-[0-9a-f]+\.html",
)
_OF_A_FILE = regex(
    r".+\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|pdf|mp[34]|m4[av]|webm|mov|ogg|wav|zip|docx?|xlsx?|pptx?|odt)(?:\.[a-z]{2}(?:[_-][a-z]{2})?)?\.txt"
)
"""What Kirby knows of a file beside it: `lac.jpg.txt`, `lac.jpg.fr.txt`."""
_PROJECT = regex(
    r"(?:changelog|changes|change_log|contributors|code[-_]of[-_]conduct|pull_request_template"
    r"|issue_template|agents|claude|gemini|copilot-instructions|codeowners|third[-_]party[-_]\w+)"
    r"(?:[._-][a-z]{2}(?:[_-][a-z]{2})?)?\.\w+"
    r"|(?:licen[cs]e|copying|ofl|unlicense|authors|readme|history|todo|credits)"
    r"(?:[._-][\w-]+)?\.te?xt"
    r"|wp-(?:login|register|signup)(?:\.php)?\.html?"
    # webpack's, of what it packed
    r"|[\w.@-]+\.(?:[cm]?js|css)\.licen[cs]e\.txt",
)
_PROJECT_IN_CAPITALS = regex(
    r"(?:LICEN[CS]E|COPYING|NOTICE|HISTORY|AUTHORS|CONTRIBUTING|CREDITS|GOVERNANCE|MAINTAINERS|ROADMAP|SECURITY|SUPPORT"
    r"|TODO|UPGRADING|UPGRADE|RELEASE|RELEASES|INSTALL|VERSION|SETUP|DEPLOY|DEPLOYMENT|DEVELOPMENT|BACKLOG|HANDOFF|HACKING)(?:[._-][\w.-]+)?\.\w+",
)
"""GitHub, “Creating a default community health file”, and what stands beside it; in small letters they are pages."""
_CONTENTS = regex(r"(?:summary|_?toc|_sidebar|_navbar|_footer|_coverpage)\.\w+")
_ERROR_PAGE = regex(
    rf"(?:\A|/)(?:(?:403|500|50x|offline|{NOT_FOUND})(?:\.\w+|/index\.x?html?)|200\.html)\Z"
)
"""The last parts of a path: generators write `404.html`, exports of WordPress a folder with an index, Nuxt and
SvelteKit `200.html`, whose script makes any page."""
_TEMPLATES = frozenset(
    {
        *(
            "_includes",
            "_layouts",
            "_layout",
            "_partials",
            "_templates",
            "_template",
            "_theme",
            "_themes",
            "_snippets",
        ),
        *(
            "_components",
            "_sass",
            "_emails",
            "_shortcodes",
            "_macros",
            "_extensions",
            "archetypes",
            "layouts",
            "partials",
            "shortcodes",
        ),
        *("scaffolds", "cookiecutters", "skeletons", "skeleton", "_skeleton", ".templates"),
    }
)
"""Folders of templates: Jekyll, Eleventy, Hugo, Docusaurus, Quarto, Hexo, Sphinx, Zola."""
_BUILT = frozenset({".html", ".htm", ".xhtml", ".txt"})
_LIBRARIES = frozenset(
    {
        *("site_libs", "node_modules", "bower_components", "vendor"),
        *("cdn-cgi", "wp-includes", "wp-admin"),
    }
)
"""Folders of what others wrote that pages use: Quarto's, npm's; what an export took from Cloudflare and WordPress."""
_LIBS = regex(r"(?:\A|/)[^/]{1,200}_files/libs/")
"""Where Quarto puts what a document it makes uses."""
_OF_PELICAN = frozenset({"pelican-plugins", "pelican-themes"})
_PLUGIN = regex(r"(?:\A|/)wp-content/(?:mu-plugins|plugins|themes)(?:/|\Z)")
_FOR_TESTS = regex(
    r"(?:\A|/)(?:__(?:tests|fixtures)__|testdata|(?:tests?|specs?)/(?:[\w-]+/)?(?:fixtures?|functional|unit|integration|e2e))/"
)
"""Where programs keep the pages that their tests run on; « tests » alone may be of bicycles."""
_PARTS = frozenset({"includes", "snippets", "templates", "theme", "themes", "overrides", "layout"})
"""Folders of templates as well as of articles: what is in them tells."""
_OF_A_THEME = (
    *("theme.toml", "theme.yaml", "theme.yml", "theme.json", "theme.conf", "main.html"),
    *(
        "layouts",
        "templates",
        "layout",
        "_layouts",
        "_includes",
        "partials",
        "base.html",
        "layout.html",
    ),
)
"""What stands in the folder of a theme: Hugo, Zola, Hexo, Jekyll, Pelican, MkDocs, Sphinx."""


def _by_name(within: PurePath) -> Kind | None:
    """What a file is by its name and the folders it lies in."""
    name = within.name
    lowered = name.lower()
    folders = within.parts[:-1]
    tests = (
        (Kind.TEMPLATE, any(part.lower() in _TEMPLATES for part in folders)),
        (Kind.DRAFT, not {"_drafts", "drafts"}.isdisjoint(folders)),
        (Kind.DATA, _FOR_MACHINES.fullmatch(lowered) or _OF_A_FILE.fullmatch(lowered)),
        (
            Kind.PROJECT,
            "site_libs" in folders
            or bool(_LIBS.search(within.as_posix()))
            or (
                within.suffix.lower() in _BUILT
                and (not _LIBRARIES.isdisjoint(folders) or bool(_PLUGIN.search("/".join(folders))))
            ),
        ),
        (Kind.PROJECT, is_viewer(within.as_posix()) or is_of_a_font(within.as_posix())),
        (Kind.PROJECT, {"vendor", "bundle"}.issubset(folders)),  # the gems Bundler keeps in a site
        (Kind.PROJECT, _PROJECT.fullmatch(lowered) or _PROJECT_IN_CAPITALS.fullmatch(name)),
        (Kind.PROJECT, not _OF_PELICAN.isdisjoint(folders)),
        (Kind.PROJECT, "LICENSES" in folders),  # the REUSE specification's
        (Kind.PROJECT, bool(_FOR_TESTS.search(within.as_posix()))),
        (Kind.NO_PAGE, "_sources" in folders),  # Sphinx's and Jupyter Book's, beside the pages made
        (Kind.CONTENTS, _CONTENTS.fullmatch(lowered)),
        (Kind.ERROR_PAGE, _is_error_page(within)),
    )
    return next((kind for kind, found in tests if found), None)


def _is_error_page(within: PurePath) -> bool:
    path = within.as_posix().lower()
    return bool(_ERROR_PAGE.search(path)) and not NUMBERED.search(path)


def _by_folder(path: Path, within: PurePath) -> Kind | None:
    """Whether a file is part of a theme, whose folder is called so and looks so, or comes with a program.

    Quartz brings its documentation, Grav and WordPress their plugins, Composer libraries.
    """
    folders = within.parts[:-1]
    if folders and _presents_library(path):
        return Kind.PROJECT
    for number, part in enumerate(folders):
        above = str(path.parents[len(folders) - number])
        if part == "docs" and _is_quartz(above):
            return Kind.PROJECT
        if (part == "vendor" and _is_composers(above)) or (part == "plugins" and _is_gravs(above)):
            return Kind.PROJECT
        if part in ("plugins", "themes") and _is_wordpress(above):
            return Kind.PROJECT
        if part.lower() in _PARTS:
            root = path.parents[len(folders) - 1 - number]
            below = [root, *(root / name for name in folders[number + 1 : number + 2])]
            if any(_is_theme(str(folder)) for folder in below):
                return Kind.TEMPLATE
    return None


_GENERATORS = regex(
    r"(?:hugo|zola|mkdocs|properdocs|zensical|book|antora|cecil)\.(?:toml|ya?ml|json)|_(?:config|quarto|bookdown|site)\.ya?ml"
    r"|\.?eleventy(?:\.config)?\.[cm]?[jt]s|(?:docusaurus|astro|next|gatsby|nuxt|gridsome|svelte|vite|vuepress|metalsmith)(?:[.-]config)?\.[cm]?[jt]s"
    r"|(?:pelican|publish)conf\.py|\.vitepress|\.vuepress|\.obsidian|SUMMARY\.md|\.gitbook\.yaml"
)
"""What generators of sites read, in the folder of a site."""
_README = regex(
    r"(?i:readme(?:[._-][a-z]{2}(?:[_-][a-z]{2})?)?\.(?:md|markdown|mdx))|README[._-][\w-]{1,30}\.md"
)
_MADE_BELOW = (
    (r"hugo\.(?:toml|ya?ml|json)", "content"),
    (r"config\.(?:toml|ya?ml)", "content"),
    (r"(?:astro|next|gatsby|nuxt|svelte)(?:[.-]config)\.[cm]?[jt]s", "src|pages|content|app"),
    (r"docusaurus\.config\.[cm]?[jt]s", "docs|blog|src"),
    (r"pelicanconf\.py", "content"),
    (r"cecil\.ya?ml", "pages"),
    (r"(?:mkdocs|properdocs)\.ya?ml", "docs"),
    (r"book\.toml", "src"),
    (r"_quarto\.ya?ml", r".+\.qmd"),
    (r"quartz\.config\.ts", "content"),
    (r"_config\.ya?ml", r"source|index\.(?:md|html|markdown)"),
)
"""Generators by what they read, and where the pages of a site then come from: none is made of a README elsewhere.

Hexo makes pages of `source`; what GitHub makes of a README with Jekyll, it makes where there is no index.
"""


def _by_generator(path: Path, within: PurePath) -> Kind | None:
    """Plain texts beside what a site is made of, or within a built one, are settings, examples, data: no pages.

    Nor is one made of the README that presents a site's source, nor of what Jekyll is told to leave out.
    """
    if _is_excluded(path, within):
        return Kind.NO_PAGE
    if _is_built_here(path, within):
        return Kind.BUILT
    if _README.fullmatch(path.name):
        asked = (_is_beside_pages, _is_never_read, _is_no_chapter)
        return Kind.PROJECT if any(told(path, within) for told in asked) else None
    is_markdown = path.suffix.lower() in (".md", ".markdown", ".mdx")
    if is_markdown and any(
        told(path, within)
        for told in (
            *(_is_read_as_html, _is_never_read, _is_hidden_from_jekyll, _is_no_chapter),
            *(_is_resource, _is_kept_out),
        )
    ):
        return Kind.NO_PAGE
    if path.suffix.lower() != ".txt":
        return Kind.PROJECT if is_markdown and _is_note_of_a_project(path, within) else None
    folders = path.parents[: len(within.parts)]
    found = any(_is_built(str(folder)) or _is_static(str(folder)) for folder in folders)
    return Kind.DATA if found or _is_never_read(path, within) else None


_BUILT_INTO = (
    # a program of Node's may have a `config.json`, and pages as they are in `public`
    (r"hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)", "content", "public"),
    (r"_config\.ya?ml", r"_posts|_layouts|Gemfile", "_site"),
    (r"_config\.ya?ml", "scaffolds", "public"),
    (r"\.?eleventy(?:\.config)?\.[cm]?[jt]s", "", "_site"),
    (r"docusaurus\.config\.[cm]?[jt]s", "docs|blog|src", "build"),
    (r"(?:mkdocs|properdocs)\.ya?ml", "docs", "site"),
    (r"book\.toml", "src", "book"),
    (r"pelicanconf\.py", "content", "output"),
    (r"_quarto\.ya?ml", r".+\.qmd", "_site|_book"),
    (r"astro\.config\.[cm]?[jt]s", "src", "dist"),
    (r"gatsby-config\.[cm]?[jt]s", "src|content", "public"),
    (r"cecil\.ya?ml", "pages", "_site"),
)
"""Generators by what they read, what their pages are made of, and the folder that they write, unless told otherwise."""
_WRITTEN_INTO = regex(
    r"""^[ \t]*["']?(?:publishDir|destination|output[-_]dir|site_dir|public_dir|OUTPUT_PATH|build-dir)["']?[ \t]*[:=][ \t]*["']?(?:\./)?(\w[\w.-]*)/?["']?""",
    re.MULTILINE,
)


def _is_built_here(path: Path, within: PurePath) -> bool:
    """Whether a page lies where a generator writes it, beside what it makes it of: one article would be told twice."""
    if path.suffix.lower() not in (".html", ".htm", ".xhtml"):
        return False
    for number, folder in enumerate(path.parents[: len(within.parts)]):
        if number and within.parts[len(within.parts) - 1 - number] in _written(str(folder)):
            return True
    return False


@cache
def _written(folder: str) -> frozenset[str]:
    """The folders that the generator of a site in a folder writes pages into."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all we need
    except OSError:
        return frozenset()
    found: set[str] = set()
    for maker, source, outputs in _BUILT_INTO:
        makers = [name for name in names if re.fullmatch(maker, name)]
        if makers and (not source or any(re.fullmatch(source, name) for name in names)):
            said = _WRITTEN_INTO.findall("\n".join(_settings(Path(folder) / one) for one in makers))
            found.update(said or outputs.split("|"))
    return frozenset(found)


_ALL_BELOW = (
    (r"hugo\.(?:toml|ya?ml|json)", "content", ""),
    (r"archetypes", "content", r"config"),
    (r"config\.(?:toml|ya?ml)", "content", r"themes|layouts|templates"),
    (r"pelicanconf\.py", "content", ""),
    (r"(?:mkdocs|properdocs)\.ya?ml", "docs", ""),
    (r"(?:nuxt|content)\.config\.[cm]?[jt]s", "content", ""),
    (r"book\.toml", "src", ""),
    (r"quartz\.config\.ts", "content", ""),
    (r"_config\.ya?ml", "source", r"scaffolds|themes"),
    (
        r"docusaurus\.config\.[cm]?[jt]s",
        r"docs|blog|src|i18n|(?:\w+_)?versioned_docs|static",
        r"docs|blog",
    ),
)
"""Generators by what they read, where all their pages come from unless their settings name other folders, and what
else stands there. What Astro, Next or Gatsby make pages of lies wherever the site's programs look for it."""


def _is_never_read(path: Path, within: PurePath) -> bool:
    """Whether the nearest site around a file is made of other folders: notes of the project, plans, models."""
    folders = path.parents[: len(within.parts)]
    for number, folder in enumerate(folders):
        if read := _reads_below(str(folder)):
            below = within.parts[len(within.parts) - 1 - number]
            sources, settings = read
            if below == "blog" and _NO_BLOG.search(settings) and "content-blog" not in settings:
                return True
            if number and re.fullmatch(sources, below):
                return False
            named = rf"""(?m)(?:^|["'\s=:(/]){re.escape(below)}(?:/|["'\s,)]|$)"""
            return not re.search(named, settings)
    return False


@cache
def _reads_below(folder: str) -> tuple[str, str] | None:
    """Where the pages of the site in a folder come from, as a pattern of what lies in it, and what its settings say."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all we need
    except OSError:
        return None
    for maker, sources, beside in _ALL_BELOW:
        found = [name for name in names if re.fullmatch(maker, name)]
        has_sources = any(re.fullmatch(sources, name) for name in names)
        if found and has_sources and (not beside or any(re.fullmatch(beside, n) for n in names)):
            texts = map(_settings, (Path(folder) / name for name in found))
            return sources, "\n".join(texts)
    for name in filter(_OF_ELEVENTY.fullmatch, names):
        text = _settings(Path(folder) / name)
        if (match := _INPUT.search(text)) and match[1] in names:
            return re.escape(match[1]), text
    return _beside_press(Path(folder), names)


_OF_PRESS = (".vitepress", ".vuepress")
_PRESS_SETTINGS = regex(r"config\.[cm]?[jt]s")


def _beside_press(folder: Path, names: Sequence[str]) -> tuple[str, str] | None:
    """The folders that VitePress and VuePress make sites of, in one with their package, and what its settings say."""
    if "package.json" not in names or any(map(_GENERATORS.fullmatch, names)):
        return None
    below = [name for name in names if any((folder / name / one).is_dir() for one in _OF_PRESS)]
    files = [folder / "package.json"]
    for place in (folder / name / one for name in below for one in _OF_PRESS):
        if place.is_dir():
            files += [path for path in place.iterdir() if _PRESS_SETTINGS.fullmatch(path.name)]
    return ("|".join(map(re.escape, below)), "\n".join(map(_settings, files))) if below else None


_NO_BLOG = regex(r"\bblog[\"']?[ \t]*:[ \t]*false\b")
"""How Docusaurus is told to make no blog; the articles that it begins with may lie there still."""
_OF_ELEVENTY = regex(r"\.?eleventy(?:\.config)?\.[cm]?[jt]s")
_INPUT = regex(
    r"""\bdir["']?[ \t]*:[ \t]*\{[^{}]{0,500}?\binput["']?[ \t]*:[ \t]*["'](?:\./)?([\w-][\w.-]*)"""
)
"""Where Eleventy is told to look for all pages: `dir: { input: "src" }`."""


def _is_hidden_from_jekyll(path: Path, within: PurePath) -> bool:
    """Whether a file lies in a folder whose name begins with a dash below, and that Jekyll's settings do not name."""
    for number, folder in enumerate(path.parents[: len(within.parts)]):
        if number and (settings := _of_jekyll(str(folder))) is not None:
            below = within.parts[len(within.parts) - 1 - number]
            name = re.escape(below.lstrip("_"))
            return (
                below.startswith("_")
                and below != "_posts"
                and not re.search(rf"(?<![\w-])_?{name}(?![\w-])", settings)
            )
    return False


def _is_kept_out(path: Path, within: PurePath) -> bool:
    """Whether the settings of MkDocs say that no page is made of a file, in the notation of `.gitignore`."""
    for folder in path.parents[: len(within.parts)]:
        docs, rules = _kept_out(str(folder))
        if rules and path.is_relative_to(docs):
            above = [one for one in path.parents if one != docs and one.is_relative_to(docs)]
            return any(
                patterns.says(rules, one.relative_to(docs).as_posix(), folder=one is not path)
                for one in (path, *above)
            )
    return False


@cache
def _kept_out(folder: str) -> tuple[Path, tuple[patterns.Rule, ...]]:
    """The folder of the pages of a site of MkDocs', and what of it makes none or only drafts."""
    root = Path(folder)
    text = _settings(root / "mkdocs.yml") or _settings(root / "mkdocs.yaml")
    lines = [line.strip() for match in _KEPT_OUT.finditer(text) for line in match[1].splitlines()]
    named = _DOCS_DIR.search(text)
    return root / (named[1] if named else "docs"), patterns.ignore_rules(lines)


_KEPT_OUT = regex(
    r"^(?:exclude|draft)_docs[ \t]*:[ \t]*\|[+-]?[ \t]*\r?\n((?:[ \t]++[^\n]*+(?:\n|\Z)|\r?\n)*+)",
    re.MULTILINE,
)
_DOCS_DIR = regex(r"""^docs_dir[ \t]*:[ \t]*["']?(?:\./)?([\w][\w./-]*)""", re.MULTILINE)


def _is_resource(path: Path, within: PurePath) -> bool:
    """Whether a file lies in the folder of a page that Hugo makes of an `index.md`: it is the page's, and none is made of it."""
    if _INDEX.fullmatch(path.name):
        return False
    folders = path.parents[: len(within.parts)]
    content = next((at for at, one in enumerate(folders) if one.name == "content"), len(folders))
    return (
        content + 1 < len(folders)
        and any(_is_leaf(str(folder)) for folder in folders[:content])
        and _is_hugos(str(folders[content + 1]))
    )


_INDEX = regex(r"_?index(?:\.[a-z]{2,3}(?:-\w{2,8})?)?\.(?:md|markdown)", re.IGNORECASE)


@cache
def _is_leaf(folder: str) -> bool:
    """Whether a folder holds the page it is, and none below that holds one: who writes `index.md` for `_index.md` errs."""
    root = Path(folder)
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all we need
    except OSError:
        return False
    found = any(_INDEX.fullmatch(name) and name[0] != "_" for name in names)
    return found and not any(
        (root / name / index).is_file() for name in names for index in ("index.md", "_index.md")
    )


@cache
def _is_hugos(folder: str) -> bool:
    """Whether a folder is a site of Hugo's; Zola calls its settings as Hugo did, and their `base_url` otherwise."""
    root = Path(folder)
    beside = [root / f"{name}.{end}" for name in ("hugo", "config") for end in _OF_HUGO]
    below = [root / "config/_default" / path.name for path in beside]
    files = [path for path in (*beside, *below) if path.is_file()]
    return any(path.stem == "hugo" or _BASE.search(_settings(path)) for path in files)


_OF_HUGO = ("toml", "yaml", "yml", "json")
_BASE = regex(r"\bbaseurl\b", re.IGNORECASE)


def _is_no_chapter(path: Path, within: PurePath) -> bool:
    """Whether a file lies in a book that mdBook or GitBook makes of what its contents name, and is not named there."""
    for folder in path.parents[: len(within.parts)]:
        if (chapters := _chapters(str(folder))) is not None:
            name = path.relative_to(folder).as_posix()
            return name not in chapters and name.lower() != "readme.md"  # the book's first page
    return False


@cache
def _chapters(folder: str) -> frozenset[str] | None:
    """The files that the contents of a book in a folder name; None where there is no such book."""
    root = Path(folder)
    text = _settings(root / "SUMMARY.md")
    if not text or len(text.encode()) >= _OF_SETTINGS:
        return None
    is_mdbook = (root / "book.toml").is_file() or (root.parent / "book.toml").is_file()
    if not is_mdbook and not any((root / name).exists() for name in _OF_GITBOOK):
        return None
    named = (unquote(match[1] or match[2]) for match in _CHAPTER.finditer(text))
    return frozenset(posixpath.normpath(name) for name in named) or None


_OF_GITBOOK = (".gitbook", ".gitbook.yaml", "book.json", "book.js")
_CHAPTER = regex(r"\]\([ \t]*(?:<([^<>\n]+)>|([^\s()#<]++(?:\([^\s()]*+\)[^\s()#]*+)*+))")
"""Where a line of the contents of a book leads."""


@cache
def _of_jekyll(folder: str) -> str | None:
    """What Jekyll's settings in a folder say, all files of them together; None where Jekyll makes no site."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all we need
    except OSError:
        return None
    found = [name for name in names if _OF_JEKYLL.fullmatch(name)]
    if not found or _JEKYLLS.isdisjoint(names):
        return None
    return "\n".join(_settings(Path(folder) / name) for name in found)


_OF_JEKYLL = regex(r"_config[\w.-]*\.ya?ml")
_JEKYLLS = frozenset({"_posts", "_layouts", "_includes", "Gemfile"})
"""What stands beside Jekyll's settings; Hexo and Jupyter Book call theirs so, too."""


_OF_SETTINGS = 1 << 17
"""Bytes of a file of settings, at the most."""


def _settings(path: Path) -> str:
    try:
        return read_start(path, _OF_SETTINGS).decode("utf-8", "replace") if path.is_file() else ""
    except (OSError, SourceError):
        return ""


def _is_excluded(path: Path, within: PurePath) -> bool:
    """Whether Jekyll's settings, in a folder around a file, leave it out, by itself or with a folder it lies in."""
    for number, folder in enumerate(path.parents[: len(within.parts)]):
        parts = path.parts[-1 - number :]
        for pattern in _excluded_by_jekyll(str(folder)):
            length = pattern.count("/") + 1
            if fnmatchcase("/".join(parts[:length]), pattern):
                return True
    return False


@cache
def _excluded_by_jekyll(folder: str) -> tuple[str, ...]:
    """The patterns of files and folders under `exclude:`."""
    for name in ("_config.yml", "_config.yaml"):
        path = Path(folder) / name
        if not is_file(path):
            continue
        try:
            text = read_start(path, ENOUGH).decode("utf-8", "replace")
        except SourceError:
            return ()
        if match := _EXCLUDE.search(text):
            lines = match[1].split(",") if match[1] is not None else match[2].split("\n")
            found = (line.partition(" #")[0].strip(" \t\r-").strip("\"'") for line in lines)
            return tuple(one.strip("/") for one in found if one.strip("/") and one[0] != "#")
    return ()


_EXCLUDE = regex(
    r"^exclude[ \t]*:[ \t]*(?:\[([^\]]{0,5000})\]|(?:#[^\n]*)?\r?((?:\n[ \t]*(?:-[ \t]+[^\n]+|#[^\n]*)?)+))",
    re.MULTILINE,
)


def _is_read_as_html(path: Path, within: PurePath) -> bool:
    """Whether the page made of a Markdown file lies beside it in a built site: a copy for machines, or what was left there.

    Where the generator reads its settings from the folder, the file is its source.
    """
    folder, stem = path.parent, path.stem
    if not any(_is_static(str(around)) for around in path.parents[: len(within.parts)]):
        return False
    if any(_is_built(str(around)) for around in path.parents[: len(within.parts)]):
        return False
    pages = (folder / f"{stem}.html", folder / stem / "index.html")
    return any(_is_whole_page(page) for page in pages)


def _is_whole_page(path: Path) -> bool:
    try:
        return path.is_file() and bool(
            _PAGE.match(read_start(path, 1024).decode("utf-8", "replace"))
        )
    except SourceError:
        return False


_PAGE = regex(
    r"[\s\ufeff]*+(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!doctype\s+html|<html\b)",
    re.IGNORECASE,
)


@cache
def _is_built(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(_GENERATORS.fullmatch(entry.name) for entry in entries)
    except OSError:
        return False


_IN_CAPITALS = regex(r"(?=.*[A-ZÀ-ÖØ-Þ]{4})[A-ZÀ-ÖØ-Þ0-9_ -]+")


def _is_note_of_a_project(path: Path, within: PurePath) -> bool:
    """Whether a Markdown file in capitals is for who makes the site: « CONFIGURATION_SITE.md ».

    It lies with pages written as they are, or at the top of a program that makes pages of a folder.
    """
    if not _IN_CAPITALS.fullmatch(path.stem):
        return False
    around = [str(folder) for folder in path.parents[: len(within.parts)]]
    if any(map(_is_static, around)) and not any(map(_is_built, around)):
        return True
    root = path.parent
    return len(within.parts) == 1 and is_file(root / "package.json") and (root / "content").is_dir()


def _is_beside_pages(path: Path, within: PurePath) -> bool:
    """Whether a file lies in the folder of a site, but not where the site’s pages come from."""
    folders = path.parents[: len(within.parts)]
    for number, folder in enumerate(folders):
        if number == 0 and _is_static(str(folder)):
            return True
        if sources := _made_of(str(folder)):
            below = within.parts[len(within.parts) - 1 - number]
            return number == 0 or not any(re.fullmatch(source, below) for source in sources)
    return False


@cache
def _is_static(folder: str) -> bool:
    """Whether pages lie there as they are; a page of Docsify's shows the README beside it."""
    for name in ("index.html", "index.htm"):
        path = Path(folder) / name
        try:
            if path.is_file():
                return b"docsify" not in read_start(path, ENOUGH)
        except SourceError:
            return False
    return False


@cache
def _made_of(folder: str) -> tuple[str, ...]:
    """Where the pages of the site in a folder come from: patterns of what lies in it."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names are all we need
    except OSError:
        return ()
    return tuple(
        source
        for maker, source in _MADE_BELOW
        if any(re.fullmatch(maker, name) for name in names)
        and any(re.fullmatch(source, name) for name in names)
    )


@cache
def _is_quartz(folder: str) -> bool:
    """Whether a site is made there as a copy of Quartz: it makes pages of `content` alone."""
    root = Path(folder)
    return (root / "quartz.config.ts").is_file() and (root / "content").is_dir()


@cache
def _is_composers(folder: str) -> bool:
    """Whether Composer brings libraries into the folder `vendor` there, each with its own texts."""
    return (Path(folder) / "vendor" / "autoload.php").is_file()


@cache
def _is_gravs(folder: str) -> bool:
    """Whether a folder is what Grav calls `user`: pages stand in `pages`, and plugins bring theirs along."""
    root = Path(folder)
    return (root / "pages").is_dir() and (root / "config" / "system.yaml").is_file()


_GIVEN_OUT = (".min.css", ".min.js", ".css.map", ".js.map")


def _is_library(folder: str) -> bool:
    """Whether style sheets or scripts lie there as their makers give them out: a site has copied them with what they say of them."""
    return bool(_given_out(folder))


def _presents_library(path: Path) -> bool:
    """Whether a file is what the makers of a library beside it say of it: a README, `Lib.md` beside `lib.min.js`."""
    if _README.fullmatch(path.name):
        return _is_library(str(path.parent))
    is_markdown = path.suffix.lower() in (".md", ".markdown")
    return is_markdown and path.stem.lower() in _given_out(str(path.parent))


@cache
def _given_out(folder: str) -> frozenset[str]:
    """The names, in small letters, of what lies there as its makers give it out: « lib » of `Lib.min.js`, `lib.css.map`."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(_GIVEN_OUT)]
    except OSError:
        return frozenset()
    return frozenset(name.lower().rsplit(".", 2)[0] for name in names)


@cache
def _is_wordpress(folder: str) -> bool:
    """Whether a folder is what WordPress calls `wp-content`, whatever it is called here: an export may move what is in it."""
    root = Path(folder)
    return all((root / name / "index.php").is_file() for name in ("plugins", "themes"))


@cache
def _is_theme(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.name in _OF_A_THEME for entry in entries)
    except OSError:
        return False
