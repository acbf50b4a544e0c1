"""Takes out of an article what readers should never see as text: short codes nobody rendered, templates, formulas.

A short code or template becomes a part that was left out, for a rule to tell; a formula in TeX is no prose, and right.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Document, Furniture, Link, Mark, Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.slugs import is_gravs
from seo_audit.source import Span, merged, touches

Kind = Literal["shortcode", "template", "formula", "own"]

_BRACKET = regex(r"\[(?P<close>/?)(?P<name>[a-z][\w-]{0,40})(?P<rest>[^\[\]\n]{0,600})\](?![(:])")
_ATTRIBUTE = regex(r"[\s\u00a0\u202f]+[\w-]{1,40}[\s\u00a0]?=[\s\u00a0]?[\"'“”„«»‘’′″]")
_ADDRESS = regex(r"(?:[\s\u00a0]+|=)(?:https?://[^\s\[\]]{3,500}|\d{5,20})[\s\u00a0]*\Z")
_MEDIA = frozenset(
    {
        *(
            "youtube",
            "vimeo",
            "dailymotion",
            "soundcloud",
            "spotify",
            "twitter",
            "tweet",
            "instagram",
            "facebook",
        ),
        *(
            "tiktok",
            "googlemaps",
            "gist",
            "flickr",
            "slideshare",
            "ted",
            "embedyt",
            "scribd",
            "audio",
            "video",
        ),
    }
)
"""Short codes that take no more than an address: WordPress.com’s « [youtube=https://…] »."""
_BARE_ATTRIBUTE = regex(r"(?:[\s\u00a0]+[\w-]{1,40}=[^\s\"'\[\]=]{1,200})+[\s\u00a0]*/?\Z")
_KNOWN = regex(
    r"(?:vc|et_pb|fusion|su|av|mk|kc|tatsu|cmsmasters|woocommerce|wpb|wptb|mc4wp|lwptoc|rev|ux|themify|siteorigin|elementor|wpforms|contact-form"
    r"|ninja_form|gravityform|mailpoet|tablepress|ez-toc|ngg|nggallery|smartslider\d?|wp|quads|adrotate|otw|dt|qode|mkdf|eltdf|rank_math|wpseo|yoast|edd|bbp|swpm|mepr)[_-]\w"
    r"|(?:gallery|playlist|instagram-feed|wpforms|lwptoc|ez-toc|nggallery|tablepress|rev_slider|contact-form-7|recent_products)\Z"
)
"""Names of short codes that are no words: WordPress’s own, page builders’, common extensions’."""
_USUAL = regex(
    r"\w*[_\d-][\w-]*|b|i|u|s|url|img|size|color|font|center|left|right|quote|code|list|table|t[rdh]|note|box|row|tabs?|button|columns?|caption"
    r"|audio|video|embed|youtube|vimeo|map|toggle|accordion|alert|highlight|dropcap|spoiler|hide|sourcecode|php|html|css|js|javascript|python|bash|xml"
    r"|tooltip|info|warning|tip|section|container|slider|testimonial|icon|social|raw|member|restrict|footnote|latex|math"
)
"""Names of short codes and BBCode. In Markdown, « [souvenir] … [/souvenir] » is more likely the author's own
device, and « [ref] … [/ref] » a note of Pelican's."""
_CONTENTS = regex(r"\s*\[{1,2}_?toc_?\]{1,2}\s*\Z", re.IGNORECASE)
"""Where a table of contents was to be made."""
_CLOSING = regex(r"\[/([a-z][\w-]{0,40})\]")
_TAG = regex(r"\{%[^{}%\n]{1,300}%\}|\{\{[<%][^{}\n]{1,300}[>%]\}\}")
_TEX = regex(r"\\[(\[]|\$\$|\\begin\{[a-zA-Z]{1,20}\*?\}")
_TEX_ENDS = {"\\(": "\\)", "\\[": "\\]", "$$": "$$"}
_LONGEST = 4_000
"""Characters of a formula."""
_INLINE_TEX = regex(r"(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{1,300}(?<=[^\s\\])\$(?![\w$])")
_COMMAND = regex(r"\\[a-zA-Z]|[\w)}][_^][\w{(]")
_CLUES = regex(r"\[/?[a-zT\[]|\{%|\{\{[<%]|\\[(\[b]|\$")
"""What all of these hold: most articles hold none."""
_ON_SHORTCODES = regex(r"short[- ]?codes?\b|codes? courts?\b|\bbbcode", re.IGNORECASE)
_ON_TEMPLATES = regex(
    r"\b(?:jinja|twig|liquid|nunjucks|django|hugo|jekyll|ansible|gabarits?|templates?|moteurs? de rendu)\b",
    re.IGNORECASE,
)
"""Where these are the subject, what looks like them is an example."""


class _Part(Struct, frozen=True):
    start: int
    end: int
    kind: Kind


def without_raw_markup(document: Document) -> Document:
    """The document without what is no text in its blocks; code keeps it. Blocks left without text go.

    Formulas are not looked for in Markdown: its parser takes them out.
    """
    if not any(_CLUES.search(block.text.value) for block in document.blocks):
        return document
    document = _with_names_as_code(document)
    blocks = document.blocks
    finder = _Finder(document)
    found = {
        number: parts
        for number, block in enumerate(blocks)
        if block.kind is not BlockKind.CODE and (parts := list(finder.parts(block)))
    }
    if not found:
        return document
    cuts = {number: _cut(blocks[number].text.value, parts) for number, parts in found.items()}
    kept: list[Block] = []
    numbers: dict[int, int] = {}
    left_out: list[Furniture] = []
    for number, block in enumerate(blocks):
        parts = found.get(number, [])
        left_out += _told(block, parts)
        shorter = _cut_block(block, cuts[number]) if parts else block
        if shorter.text.value or shorter.level or not parts:
            numbers[number] = len(kept)
            kept.append(shorter)
    links = tuple(_moved(link, cuts, numbers, kept) for link in document.links)
    furniture = sorted((*document.furniture, *left_out), key=lambda part: part.span.start)
    return replace(document, blocks=tuple(kept), links=links, furniture=tuple(furniture))


_QUOTED_NAME = regex(r"\[[^\[\]\n]{1,80}\]")
_OF_PROGRAMS = regex(
    r"\[(?=[^\]]*[^\W\d_])[^\[\]\s]{0,60}(?:[_/(]|\w\.[a-z]|[^\W\d_]\d|[a-z][A-Z])[^\[\]\s]{0,60}\]"
)
_FEWEST_NAMES = 3
"""Different names of programs in bold brackets, from which an author is taken to write names so."""


def _with_names_as_code(document: Document) -> Document:
    """The document with what its author sets in bold brackets as code, where names of programs are: « **[config.py]** »."""
    found = {
        number: names
        for number, block in enumerate(document.blocks)
        if block.strong and "[" in block.text.value and (names := list(_bold_names(block)))
    }
    told = {
        block.text.value[mark.start : mark.end]
        for number, names in found.items()
        for block in (document.blocks[number],)
        for mark in names
    }
    if sum(bool(_OF_PROGRAMS.fullmatch(one)) for one in told) < _FEWEST_NAMES:
        return document
    blocks = (
        replace(block, code=tuple(sorted((*block.code, *found[number]), key=_start)))
        if number in found
        else block
        for number, block in enumerate(document.blocks)
    )
    return replace(document, blocks=tuple(blocks))


def _start(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _bold_names(block: Block) -> Iterator[Mark]:
    """The parts of a block that are bold and in brackets, whole; one bold part may go on where another ends."""
    runs: list[tuple[int, int]] = []
    for mark in block.strong:
        if runs and mark.start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], mark.end))
        else:
            runs.append((mark.start, mark.end))
    for start, end in runs:
        if _QUOTED_NAME.fullmatch(block.text.value, start, end):
            yield Mark(start, end)


def shortcodes(document: Document, text: Text) -> Iterator[Furniture]:
    """The short codes that show in another text of an article: its title, its description."""
    if "[" in text.value:
        block = Block(BlockKind.PARAGRAPH, text, text.span() or Span(0, 0))
        parts = [
            part for part in _Finder(document, text.value).parts(block) if part.kind == "shortcode"
        ]
        yield from _told(block, parts)


class _Finder:
    """Finds raw markup in the blocks of one document, and in a text besides them."""

    def __init__(self, document: Document, besides: str = "") -> None:
        text = f"{document.text}\n{besides}"
        self._is_html = document.format == "html"
        self._shows_tex = document.format != "markdown"
        self._source = document.source.text if document.format == "markdown" else None
        self._shortcodes = "[" in text and not _ON_SHORTCODES.search(text)
        is_own = (
            self._shortcodes and document.format == "markdown" and _has_own_shortcodes(document)
        )
        self._kind: Kind = "own" if is_own else "shortcode"
        self._templates = "{" in text and not _ON_TEMPLATES.search(text)
        self._closed = frozenset(_CLOSING.findall(text)) if self._shortcodes else frozenset()
        self._opened = frozenset(
            one["name"] for one in _BRACKET.finditer(text) if self._closed and not one["close"]
        )

    def parts(self, block: Block) -> Iterator[_Part]:
        """What is no text in a block, in order and apart; what is marked as code is left."""
        text = block.text.value
        found = sorted(self._all(text), key=lambda part: (part.start, -part.end))
        code = merged((mark.start, mark.end) for mark in block.code)
        free = 0
        for part in found:
            if self._is_escaped(block.text, part):
                continue
            if part.start >= free and not touches(code, part.start, part.end):
                free = part.end
                yield part

    def _is_escaped(self, text: Text, part: _Part) -> bool:
        """Whether Markdown’s own escape stands before a bracket: one that is meant to be read."""
        if self._source is None or part.kind not in ("shortcode", "own"):
            return False
        place = text.span(part.start, part.start + 1)
        return place is not None and self._source.startswith("\\[", place.start)

    def _all(self, text: str) -> Iterator[_Part]:
        if self._shortcodes and "[" in text:
            for match in _BRACKET.finditer(text):
                if self._is_shortcode(match):
                    yield _Part(*match.span(), self._kind)
            if self._is_html and _CONTENTS.match(text):
                yield _Part(0, len(text), "shortcode")
        if self._templates and "{" in text:
            yield from (_Part(*match.span(), "template") for match in _TAG.finditer(text))
        if self._shows_tex and ("\\" in text or "$" in text):
            yield from _formulas(text)
            for match in _INLINE_TEX.finditer(text):
                if _COMMAND.search(match[0]):
                    yield _Part(*match.span(), "formula")

    def _is_shortcode(self, match: re.Match[str]) -> bool:
        name, rest = match["name"], match["rest"]
        known = bool(_KNOWN.match(name))
        is_usual = self._is_html or bool(_USUAL.fullmatch(name))
        if match["close"]:
            return not rest and (known or (is_usual and name in self._opened))
        if _ATTRIBUTE.match(rest):
            return True
        if _BARE_ATTRIBUTE.match(rest) and _USUAL.fullmatch(name):
            return True
        if name in _MEDIA and _ADDRESS.match(rest):
            return True
        bare = rest.strip(" /\u00a0") == "" or rest.startswith("=")
        return known or (bare and is_usual and name in self._closed)


def _has_own_shortcodes(document: Document) -> bool:
    """Whether what reads a Markdown file makes something of short codes: Grav’s « Shortcode Core », WordPress that shares its posts."""
    source, said = document.source, document.front_matter
    if source.path is not None and is_gravs(source.path):
        return True
    return said is not None and said.get("post_title") is not None and said.get("id") is not None


def _formulas(text: str) -> Iterator[_Part]:
    """Formulas in TeX’s own brackets."""
    free = 0
    for match in _TEX.finditer(text):
        start = match.start()
        if start < free:
            continue
        closer = _TEX_ENDS.get(match[0], match[0].replace("begin", "end"))
        end = text.find(closer, match.end(), match.end() + _LONGEST)
        if end > match.end():
            free = end + len(closer)
            yield _Part(start, free, "formula")


def _told(block: Block, parts: Sequence[_Part]) -> Iterator[Furniture]:
    """The parts of a block that a rule tells, those side by side as one."""
    run: list[_Part] = []
    for part in parts:
        if part.kind in ("formula", "own"):
            continue
        if run and (part.start > run[-1].end or part.kind != run[-1].kind):
            yield _furniture(block, run)
            run = []
        run.append(part)
    if run:
        yield _furniture(block, run)


def _furniture(block: Block, run: Sequence[_Part]) -> Furniture:
    start, end = run[0].start, run[-1].end
    return Furniture(
        run[0].kind, block.text.value[start:end], block.text.span(start, end) or block.span
    )


class _Cut(Struct, frozen=True):
    """What is kept of a text: where each piece begins and ends, and where it goes."""

    pieces: tuple[tuple[int, int, int], ...]

    def __call__(self, index: int) -> int:
        """Where an index of the whole text falls in what is kept."""
        at = bisect_right(self.pieces, index, key=itemgetter(0)) - 1
        if at < 0:
            return 0
        start, end, new = self.pieces[at]
        return new + min(index, end) - start


def _cut(text: str, parts: Sequence[_Part]) -> _Cut:
    """The pieces between the parts; of two spaces that meet, one is kept, and none at the ends."""
    pieces: list[tuple[int, int, int]] = []
    length = at = 0
    last = "\n"
    for start, end in (*((part.start, part.end) for part in parts), (len(text), len(text))):
        low, high = at, start
        while low < high and text[low] in " \n" and last in " \n":
            low += 1
        if low < high:
            pieces.append((low, high, length))
            length += high - low
            last = text[high - 1]
        at = end
    if pieces:
        low, high, new = pieces.pop()
        while low < high and text[high - 1] in " \n":
            high -= 1
        if low < high:
            pieces.append((low, high, new))
    return _Cut(tuple(pieces))


def _cut_block(block: Block, cut: _Cut) -> Block:
    runs: list[Run] = []
    for start, end, new in cut.pieces:
        runs += (
            Run(run.index + new, run.start, run.end) for run in block.text.slice(start, end).runs
        )
    value = "".join(block.text.value[start:end] for start, end, _ in cut.pieces)
    return replace(
        block,
        text=Text(value, tuple(runs)),
        strong=_cut_marks(block.strong, cut),
        code=_cut_marks(block.code, cut),
        foreign=_cut_marks(block.foreign, cut),
        emphasis=_cut_marks(block.emphasis, cut),
    )


def _cut_marks(marks: Sequence[Mark], cut: _Cut) -> tuple[Mark, ...]:
    moved = (replace(mark, start=cut(mark.start), end=cut(mark.end)) for mark in marks)
    return tuple(mark for mark in moved if mark.start < mark.end)


def _moved(
    link: Link, cuts: Mapping[int, _Cut], numbers: Mapping[int, int], blocks: Sequence[Block]
) -> Link:
    """A link with the number its block has now, and its place in what is left of it."""
    if link.block is None:
        return link
    number = numbers.get(link.block)
    if number is None:
        return replace(link, text=Text(""), block=None, start=0, end=0)
    if link.block not in cuts:
        return replace(link, block=number)
    start, end = cuts[link.block](link.start), cuts[link.block](link.end)
    text = blocks[number].text.slice(start, end)
    return replace(link, text=text, block=number, start=start, end=end)
