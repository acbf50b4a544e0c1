"""What typography judges of an article: its title, description and blocks in French, and the region whose use holds.

What is not prose in them (inline code, addresses, emoticons, passages marked as foreign) is blotted out, so that
no rule sees it and no index moves.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from seo_audit import french
from seo_audit.analysis.dummy_text import is_dummy
from seo_audit.analysis.shown_text import not_prose
from seo_audit.document import Block, BlockKind, Document, Mark, Text
from seo_audit.french.expressions import quotations, vocabulary
from seo_audit.french.languages import is_in_other_letters
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.source import Span, merged

NBSP = "\u00a0"
NARROW = "\u202f"
BREAKABLE = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008"
"""Spaces that one types, at which a line may break."""
THIN = NARROW + "\u2009\u200a"
"""Narrow spaces. U+2009 may break by Unicode, but sites that set it forbid the break by style."""
SPACES = BREAKABLE + NBSP + THIN + "\u2007"

BLOT = "\ufffc"
"""Stands for each character of what is not prose: neither a letter nor a space nor a sign."""

_LONGEST_SIGN = 3
"""Characters of a sign that is spoken of: « ?: », « !! »."""
_FEWEST_SPACES = 2
"""Spaces of a title, or a message, whose language is asked for."""
_NESTED = 3
"""Stretches within each other that are looked at."""
_FEWEST_ASKED = 4
_ASKS = regex(
    r"(?:how|wh(?:at|ich|ere|en|o|y)|do(?:es)?|are|is|can|would|should|will)\b", re.IGNORECASE
)
_CLOSE = regex(r"[^\W_][?!:]\Z")
_SURE = 0.9
_FRENCH_WORD = regex(
    r"\b(?:l[ea]s?|des|du|une?|et|est|dans|pour|qui|sur|avec|aux?|ce|cette|par|pas|plus|mon|ma|mes|nos|votre|vos)\b|[ldnscjm]['’]"
)
FEWEST_WORDS = 8
"""Words a passage needs before its language is doubted."""

_NOT_PROSE = regex(
    r"(?:\b(?:https?|ftp|mailto|tel)://?|\bwww\.)[^\s<>«»\"]+"
    # each of these starts where no part of it may stand before: no second look at the same letters
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|(?<![\w:]):[a-z0-9_+-]{2,30}:(?!\w)"
    r"|(?<![^\s(])(?:[:;=][-’'^]?[()DPpOo3|*/\\]+|[xX]D|<3|\^\^|\(\^_?\^\))(?![\w/])"
    r"|&#?\w{2,8};"
    # a media type or another value with its parameters (RFC 9110, 5.6.6), and the name of a header
    r"|(?<![\w/+.*-])[\w/+.*-]{1,80}(?:;[ \u00a0]?[\w-]{1,40}=(?:\"[^\"\n]{0,80}\"|[^\s;,»\"]{1,80})){1,9}"
    r"|\b(?:Content|Cache|User|X|Set|Accept|If|Access|Strict|Referrer)-[A-Z][\w-]{1,40}:(?= )"
    # paths, names of files and of sites
    r"|(?<![\w:])[A-Za-z]:\\[^\s<>«»\"]*"
    r"|(?<![^\s(«\"])\.{0,2}/[\w~%-][\w./~%-]*"
    r"|(?<![\w.-])[\w-]+\.(?:html?|php|md|pdf|docx?|xlsx?|odt|txt|csv|jpe?g|png|gif|svg|webp|mp[34]|zip|js|css|py|com|fr|org|net|eu|be|ch|ca|info|io)(?![\w.-]?\w)"
    r"(?:/[\w./~%-]*\w)?"
)
_MAYBE_NOT_PROSE = regex(
    r"[@&^/]|[:;=]\S|<3|D(?<=[xX]D)|www|-[A-Z][\w-]{1,40}:|\.(?<=\w\.)[a-z]\w{1,3}(?!\w)"
)
"""What every match of `_NOT_PROSE` holds, a sign first: most blocks need no second look."""

_FRENCH = regex(
    r" (?:le|les|des|du|une|et|est|dans|pour|qui|sur|avec|au|aux|ce|cette|par|pas|plus) ",
    re.IGNORECASE,
)
_FRENCH_SHARE = 0.1
"""Share of such words from which a passage is French beyond doubt."""

_BETWEEN = regex(
    r"[{}$`\\]|(?<!\[)\[/?[a-z]|:[a-z0-9_+-]{2,30}:|!\[|\[\^|<(?!/|(?:a|b|i|em|strong)[\s>])"
    r"|<[bi]\s[^<>]*\bclass\s*=[^<>]*>\s*</",  # an icon of a font
    re.IGNORECASE,
)

_LINKED = regex(r"\[[^\[\]\n]{1,300}\][(\[]")
"""« [le four](/four) » is a link’s text, « [galerie] » a short code."""


class _Foreign(dict[tuple[int, int], bool]):
    """Whether a stretch of a text is long enough to be in another language, and is; each is asked once."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, stretch: tuple[int, int]) -> bool:
        low, high = stretch
        foreign = self._text.count(" ", low, high) >= _FEWEST_SPACES and (
            french.detect_language(self._text[low:high])[0] not in ("fr", "und")
        )
        self[stretch] = foreign
        return foreign


class Passage:
    """A block as typography judges it. Indices into `text` are indices into the block's text."""

    def __init__(self, number: int, block: Block, document: Document) -> None:
        self.number = number
        self.block = block
        self.document = document

    @cached_property
    def text(self) -> str:
        """The block's text, equally long, with what is not prose blotted out."""
        value = self.block.text.value
        foreign = (mark for mark in self.block.foreign if not is_french_tag(mark.value))
        text = _NOT_PROSE.sub(_blot, value) if _MAYBE_NOT_PROSE.search(value) else value
        parts, at = [], 0
        blotted = (*self.block.code, *foreign, *self._signs_meant)
        for start, end in merged((mark.start, mark.end) for mark in blotted):
            parts += [text[at:start], BLOT * (end - start)]
            at = end
        return "".join((*parts, text[at:]))

    @property
    def _signs_meant(self) -> Iterator[Mark]:
        """Signs that are spoken of: « L’opérateur *?* rend nul », not « Attention **!** Vous … »."""
        value = self.block.text.value
        for mark in (*self.block.emphasis, *self.block.strong):
            signs = value[mark.start : mark.end]
            is_set_apart = signs.strip() == signs and value[mark.start - 1 : mark.start] == " "
            if len(signs) <= _LONGEST_SIGN and is_set_apart and not any(map(str.isalnum, signs)):
                after = value[mark.end : mark.end + 2].strip()
                if after and not after[0].isupper():
                    yield mark

    @cached_property
    def is_french(self) -> bool:
        """Whether this is French as far as one can tell: English quoted without a mark is not judged."""
        if is_in_other_letters(self.block.text.value):
            return False
        spaces = self.text.count(" ")
        if spaces < FEWEST_WORDS - 1:
            return not self._is_english
        if is_dummy(vocabulary(plain(self.block.text.value))):
            return False
        if len(_FRENCH.findall(self.text)) >= _FRENCH_SHARE * spaces:
            return True
        return french.detect_language(self.block.text.value)[0] in ("fr", "und")

    @property
    def _is_english(self) -> bool:
        """Whether a few words ask or call in English: « Where does your code run? », « Looking for more information? »."""
        text = self.text.strip()
        if text.count(" ") < _FEWEST_ASKED - 1 or not _CLOSE.search(text):
            return False
        language, confidence = french.detect_language(text)
        asks = text.endswith("?") and _ASKS.match(text)
        return language == "en" and bool(
            asks or (confidence >= _SURE and not _FRENCH_WORD.search(text))
        )

    def is_foreign(self, start: int, end: int) -> bool:
        """Whether a link, an emphasis or a quotation in another language holds a place: a title, a message."""
        number = bisect_right(self._stretches, (start, len(self.text)))
        near = (*self._stretches[max(number - _NESTED, 0) : number], self._link_at(start))
        return any(
            low <= start and end <= high and self._is_foreign[low, high] for low, high in near
        )

    @cached_property
    def _stretches(self) -> list[tuple[int, int]]:
        """What may be a text of its own within the passage: what is emphasised or quoted."""
        emphasised = ((mark.start, mark.end) for mark in self.block.emphasis)
        return sorted({*emphasised, *quotations(self.block.text.value)})

    @cached_property
    def _is_foreign(self) -> "_Foreign":
        return _Foreign(self.block.text.value)

    def _link_at(self, index: int) -> tuple[int, int]:
        """Where the link at a place begins and ends."""
        links, place = self.document.links, self.span(index, index + 1)
        at = place.start if place else -1
        number = bisect_right(links, at, key=lambda link: link.span.start) - 1
        if number < 0 or at >= links[number].span.end or links[number].block != self.number:
            return 0, 0
        return links[number].start, links[number].end

    def span(self, start: int, end: int) -> Span | None:
        """Where the characters `start` to `end` stand in the source."""
        return self.block.text.span(start, end)

    def is_interrupted(self, document: Document, start: int, end: int) -> bool:
        """Whether something other than text (an image, a template, a formula) stands in the source there."""
        span = self.span(start, end)
        if span is None:
            return False
        source = document.source.text
        return any(
            match[0][0] != "[" or not _LINKED.match(source, match.start())
            for match in _BETWEEN.finditer(source, *span)
        )

    def starts_sentence(self, index: int) -> bool:
        """Whether a sentence, a line or a quotation begins at `index`."""
        before = self.text[:index].rstrip(SPACES + '«“"([*_–—-•')
        return not before or before[-1] in ".!?…:\n"


_COUNTRIES = {"ca": "fr-CA", "quebec": "fr-CA", "ch": "fr-CH", "swiss": "fr-CH"}
"""Countries with a use of their own, by subtag and by top-level domain."""

_SUBTAG = regex(r"fr[-_](?:latn[-_])?([a-z]{2})\b")
_HOST = regex(r"https?://[^/?#\s]*\.([a-z]{2,6})(?![^/:?#])", re.IGNORECASE)


def region(document: Document, configured: str | None = None) -> str:
    """The region whose use holds: fr-FR, fr-CA or fr-CH; fr-FR where nothing tells of another.

    The tag that was configured says it, else the article's language, else `og:locale`, else the
    country of the page's own address (`rel="canonical"`, `og:url`).
    """
    return told_region(document, configured) or "fr-FR"


def told_region(document: Document, configured: str | None = None) -> str | None:
    """The region that something tells of, as `region` looks for it; None where nothing does."""
    head = document.head
    declared = document.metadata.language
    locales = head.metas_named("og:locale") if head else ()
    tags = (configured, declared and declared.value, *(meta.content.value for meta in locales))
    for tag in tags:
        if tag and (match := _SUBTAG.match(tag.strip().lower())):
            return _COUNTRIES.get(match[1], "fr-FR")
    if head:
        for address in head.addresses:
            if match := _HOST.match(address.value.strip()):
                country = match[1].lower()
                return _COUNTRIES.get(country, "fr-FR" if country in _LIKE_FRANCE else None)
    return None


_LIKE_FRANCE = frozenset({"fr", "be", "lu"})


def is_french_tag(tag: str) -> bool:
    """Whether a language tag says French (« fr », « fr-CA »), or nothing."""
    return not tag.strip() or tag.strip().lower().replace("_", "-").split("-")[0] == "fr"


def passages(document: Document) -> tuple[Passage, ...]:
    """The title, the description and the blocks that hold text in French, or that do not say their language.

    Code is none. A title or description that stands in the body as well is judged there.
    """
    return (*_of_page(document), *(one for one in all_passages(document) if _is_french(one.block)))


def all_passages(document: Document) -> Iterator[Passage]:
    """The blocks of the body that hold text, in whatever language; code is none."""
    start = document.front_matter.span.end if document.front_matter else 0
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.CODE and block.text and block.span.start >= start:
            yield Passage(number, block, document)


def _is_french(block: Block) -> bool:
    return block.language is None or is_french_tag(block.language)


def _of_page(document: Document) -> Iterator[Passage]:
    """What the page says of itself and its body does not: it has its place, and no number among the blocks."""
    metadata = document.metadata
    title, description = metadata.title, metadata.description
    if title and title.runs:
        headings = (one.block for one in all_passages(document) if one.block.level)
        if not any(title.value.startswith(heading.text.value) for heading in headings):
            yield page_passage(
                document, TITLE, BlockKind.HEADING, title, _joint(document, title.value)
            )
    if description and description.runs:
        told = description.value.rstrip(" .…[]")
        blocks = (one.block for one in all_passages(document))
        if told and not any(block.text.value.startswith(told) for block in blocks):
            yield page_passage(document, DESCRIPTION, BlockKind.PARAGRAPH, description)


_JOINT = regex(r"[ \u00a0\u202f]?:[ \u00a0\u202f]")


def _joint(document: Document, title: str) -> tuple[Mark, ...]:
    """The colon between the site's name and the page's, which a template writes (Blogger: « Le port: Les quais »)."""
    head = document.head
    if head is None or ":" not in title:
        return ()
    for meta in head.metas_named("og:title", "og:site_name"):
        name = " ".join(meta.content.value.split())
        before, behind = title.startswith(name), title.endswith(name)
        for match in _JOINT.finditer(title) if name and (before or behind) else ():
            if (before and match.start() == len(name)) or (
                behind and match.end() == len(title) - len(name)
            ):
                return (Mark(*match.span()),)
    return ()


TITLE, DESCRIPTION, ALTERNATIVE = -4, -2, -6
"""Numbers of what is no block (the text of an image, and those below): neither follows the other, nor does a block follow one of them."""


def page_passage(
    document: Document,
    number: int,
    kind: BlockKind,
    text: Text,
    left_out: tuple[Mark, ...] = (),
) -> Passage:
    """The passage of a text of the page’s head, or of the front matter."""
    code = [*(Mark(*span) for span in not_prose(text.value)), *left_out]
    if number == DESCRIPTION:  # what cuts it is a program
        code.append(Mark(len(text.value.rstrip(" .…[]")), len(text.value)))
    block = Block(kind, text, text.span() or Span(0, 0), code=tuple(code))
    return Passage(number, block, document)


def _blot(match: re.Match[str]) -> str:
    return BLOT * len(match[0])
