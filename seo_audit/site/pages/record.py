"""What is kept of one page: enough for every rule of a site, a kilobyte or two, and never the page itself."""

import re
import unicodedata
from hashlib import blake2b

from msgspec import Struct

from seo_audit.document import Block, BlockKind, Document, Text
from seo_audit.french.lemmas import lemma
from seo_audit.french.tokens import words as french_words
from seo_audit.judging import suppression
from seo_audit.judging.placing import excerpt_of
from seo_audit.lazy import regex
from seo_audit.parsing.no_article import waits
from seo_audit.rule_support.page_head import without_scripts
from seo_audit.source import Source, Span

ENOUGH_WORDS = 50
"""Words of main content from which two texts are compared and a language is told."""
AT_ONCE = 1
"""Seconds after which a refresh is a redirect: nobody reads a page in less."""


class Member(Struct, frozen=True):
    """A page that a shard audits: its name on the site, and where its bytes are.

    `file` is an archive, "" for a file of the site's folder; `offset` is where the page's record begins there. `url` is
    its whole address where that is known (crawls, maps of addresses). `digest` is of its bytes, "" where nobody asked.
    """

    path: str
    file: str = ""
    offset: int = 0
    url: str | None = None
    digest: str = ""
    links_only: bool = False
    """Left out by the configuration: nothing is said of it, but what it links to is no orphan."""


class Mark(Struct, frozen=True):
    """A place in a page, with what stands there."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    end_offset: int
    excerpt: str


class PageRecord(Struct, frozen=True):
    """One page. `*_place` are places in its source; `skipped` says why it counts as no page, "" where it does."""

    path: str
    url: str | None
    skipped: str = ""
    error: str = ""
    bytes: int = 0
    format: str = "html"
    title: str = ""
    title_place: Mark | None = None
    description: str = ""
    description_place: Mark | None = None
    h1: str = ""
    h1_place: Mark | None = None
    h1_leads: bool = False
    """Whether it is a link: a list shows what it leads to, and has no heading of its own."""
    lang: str = ""
    lang_place: Mark | None = None
    text_lang: str = ""
    keyphrase: str = ""
    keyphrase_lemmas: str = ""
    keyphrase_place: Mark | None = None
    noindex: bool = False
    robots_place: Mark | None = None
    said_url: str = ""
    """The address that front matter gives, and the last part of one."""
    said_slug: str = ""
    refresh: int | None = None
    """Seconds after which the page goes elsewhere by itself."""
    canonicals: int = 0
    words: int = 0
    linked_words: int = 0
    template_words: int | None = None
    """Words around the main content: menus, sidebars, footer. None where no template was applied yet."""
    awaits_menus: bool = False
    """Whether a script is to write its menus, and their links."""
    awaits_text: bool = False
    """Whether a script is to write most of its text."""
    lists_others: bool = False
    """Whether its sections are each headed by a link to another page."""
    text_hash: int | None = None
    ids: tuple[str, ...] = ()
    silenced: tuple[tuple[tuple[str, ...], int, int, bool], ...] = ()
    """What its comments silence: rules, from where to where, and whether for the page as a whole."""
    score: int | None = None
    score_limit: int | None = None
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    broken: int = 0


class Shingles(Struct, frozen=True):
    """The words of a page's main content as numbers, and where each begins in the source."""

    page: str
    words: tuple[str, ...]
    offsets: tuple[int, ...]


def mark(source: Source, span: Span | None) -> Mark | None:
    """A place of a page as records keep it."""
    if span is None:
        return None
    start, end = source.position(span.start), source.position(span.end)
    excerpt = excerpt_of(source, span)
    return Mark(start.line, start.column, end.line, end.column, span.start, span.end, excerpt)


def text_mark(source: Source, text: Text | None, otherwise: Span | None = None) -> Mark | None:
    """Where a text stands; an empty one where its element does."""
    span = text.span() if text and text.value.strip() else None
    return mark(source, span or otherwise)


_REFRESH = regex(r"\s*(\d{0,9})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


def refresh_of(document: Document) -> tuple[int, str, Span] | None:
    """The refresh of a page that leads elsewhere: its seconds, its address and its place.

    What only readers without scripts are given, in `<noscript>`, is none.
    """
    metas = document.head.metas_named("refresh") if document.head else ()
    if not metas:
        return None
    spared = list(without_scripts(document.source.text))
    for meta in metas:
        said = _REFRESH.match(meta.content.value)
        if any(span.start <= meta.span.start < span.end for span in spared):
            continue
        if said and said[2].strip():
            return int(said[1] or 0), said[2].strip(), meta.span
    return None


_SCRIPTED = regex(
    r"\blocation(?:\.href)?\s{0,9}=\s{0,9}[\"']([^\"'\s]+)[\"']"
    r"|\blocation\.(?:replace|assign)\(\s{0,9}[\"']([^\"'\s]+)[\"']"
)
_SENDS = regex(r"\blocation\.(?:replace|assign)\(|\blocation(?:\.href)?\s{0,9}=(?!=)")
_SPARED = regex(
    r"<noscript>\s{0,99}<meta\s(?=[^<>]{0,99}?\bhttp-equiv\s?=\s?[\"']?refresh\b)[^<>]{0,99}?\burl\s?=\s?[\"']?([^\"'\s<>]+)",
    re.IGNORECASE,
)
_SHORT = 4000
"""Characters of a page that does nothing but send its readers elsewhere."""


def scripted_redirect(document: Document) -> tuple[str, Span] | None:
    """Where a page without a text of its own sends its readers by a script, and the script's place."""
    text = document.source.text
    if len(text) > _SHORT or len(document.text.split()) > 12:
        return None
    said = next((one for one in _SCRIPTED.finditer(text) if not waits(text, one.start())), None)
    if said:
        return said[1] or said[2], Span(*said.span())
    # a script that puts the address together, and the same for readers without scripts, as Zola has it
    sends, spared = _SENDS.search(text), _SPARED.search(text)
    if sends and spared and not waits(text, sends.start()):
        return spared[1], Span(*spared.span(1))
    return None


# -- the main content


_WORD = regex(r"\w[\w\u0300-\u036f]*")
"""A word; accents may be characters of their own."""


def shingled(path: str, document: Document) -> Shingles:
    """The words of the main content in order, its main heading left out, case folded."""
    words: list[str] = []
    offsets: list[int] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            continue
        found = list(_WORD.finditer(block.text.value))
        offsets += block.text.starts(match.start() for match in found)
        for match in found:
            word = match[0]
            if not word.isascii():
                word = unicodedata.normalize("NFC", word)
            words.append(word.casefold())
    return Shingles(path, tuple(words), tuple(offsets))


def word_count(text: str) -> int:
    """How many words a text has, as `shingled` counts them."""
    return sum(1 for _ in _WORD.finditer(text))


def text_hash(words: tuple[str, ...]) -> int | None:
    """A number that equal texts share; None for no text."""
    if not words:
        return None
    digest = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def linked_words(document: Document) -> int:
    """How many words of the main content stand in links."""
    return sum(len(_WORD.findall(link.text.value)) for link in document.links)


def leads_elsewhere(document: Document, heading: Block | None) -> bool:
    """Whether a heading is a link to another page."""
    if heading is None:
        return False
    number = next((n for n, block in enumerate(document.blocks) if block is heading), None)
    return any(
        link.block == number
        and not link.href.value.startswith("#")
        and 2 * len(link.text.value) > len(heading.text.value)
        for link in document.links
    )


_FEWEST_ENTRIES = 3
_MOST_HEADINGS = 0.8


def lists_others(document: Document) -> bool:
    """Whether the headings of one level, the page's own left out, are links to pages of one site: it shows how each begins."""
    blocks = document.blocks
    hosts = {
        link.block: _HOST.match(link.href.value)[0]  # type: ignore[index]  # it matches any text
        for link in document.links
        if link.block is not None
        and not link.href.value.startswith("#")
        and 2 * len(link.text.value) > len(blocks[link.block].text.value)
    }
    own = next((n for n, block in enumerate(blocks) if block.level == 1 and n not in hosts), -1)
    headings: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.level and number != own:
            headings.setdefault(block.level, []).append(number)
    for numbers in headings.values():
        leading = [hosts[number] for number in numbers if number in hosts]
        if len(leading) >= max(_FEWEST_ENTRIES, _MOST_HEADINGS * len(numbers)):
            return len(set(leading)) == 1
    # a page without a heading of its own, whose every heading leads elsewhere, lists one or two
    every = [hosts.get(number, number) for numbers in headings.values() for number in numbers]
    return own < 0 and len(set(every)) == 1 and isinstance(every[0], str)


_HOST = regex(r"(?:(?:https?:)?//[^/?#]*+)?", re.IGNORECASE)


_FILLER = ("dolor sit amet", "consectetur adipiscing", "lorem ")


def is_filler(document: Document) -> bool:
    """Whether the text is the printers' false Latin, which is no language that anybody declares."""
    text = document.text.casefold()
    return any(words in text for words in _FILLER)


def lemmas(phrase: str) -> str:
    """A keyphrase as two are compared: its words' lemmas, in order."""
    return " ".join(lemma(phrase[start:end]) for start, end in french_words(phrase)).casefold()


def silenced(document: Document) -> tuple[tuple[tuple[str, ...], int, int, bool], ...]:
    """What the page's comments silence."""
    return tuple(
        (one.rules, one.start, one.end, one.whole) for one in suppression.directives(document)
    )
