"""What serves as a heading is marked up as one.

```html bad
<h1>La fontaine</h1>
<p>Elle coule de nouveau depuis lundi.</p>
⟦<p><strong>Une panne de quatre ans</strong></p>⟧
<p>Tout avait commencé par un été très sec.</p>
```

```html suggested
<h1>La fontaine</h1>
<p>Elle coule de nouveau depuis lundi.</p>
<h2>Une panne de quatre ans</h2>
<p>Tout avait commencé par un été très sec.</p>
```

```markdown bad
# La fontaine

Elle coule de nouveau depuis lundi.

⟦**Une panne de quatre ans**⟧

Tout avait commencé par un été très sec.
```

```markdown suggested
# La fontaine

Elle coule de nouveau depuis lundi.

## Une panne de quatre ans

Tout avait commencé par un été très sec.
```

A sentence in bold is an emphasis, and a bold line that no text follows no heading:

```html good
<h1>La fontaine</h1>
<p><b>L’eau n’est pas potable.</b></p>
<p>Elle coule de nouveau depuis lundi.</p>
<p><b>Jeanne Riou</b></p>
```

```markdown good
# La fontaine

Elle coule de nouveau depuis lundi.

## Une panne de quatre ans

Tout avait commencé par **un été très sec**.
```
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from seo_audit.document import Block, BlockKind, Document, Image
from seo_audit.french.frequency import is_frequent
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Edit,
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.markup import suggestion
from seo_audit.rule_support.references import rgaa, wcag
from seo_audit.rule_support.templates import is_template

LONGEST = 80
"""Characters: a bold paragraph that is longer is an emphasis."""

FAKE = Fault(
    message=Message(
        fr="« {text} » est un paragraphe en gras qui sert de titre.",
        en="“{text}” is a bold paragraph that serves as a heading.",
    ),
    advice=Message(
        fr="Faites-en un vrai titre, au niveau qui convient (<h2>, ##…).",
        en="Make it a real heading of the level that fits (<h2>, ##…).",
    ),
)

LEVEL = Message(
    fr="Vérifiez le niveau : c’est celui qui vient sous le titre précédent.",
    en="See that the level is right: it is the one below the heading before.",
)

_STARS = regex(r"(\*\*|__)[^*_\s#][^*_\n]*+(\*\*|__)(?<!\s\*\*)(?<!\s__)")
_BOLD = regex(
    r"(<p(?:\s[^<>]*+)?>\s*+<(?:strong|b)(?:\s[^<>]*+)?>)(?:[^<>]++|<(?!/?(?:strong|b|p)\b)[^<>]*+>)++(</(?:strong|b)\s*+>\s*+(?:</p\s*+>)?)",
    re.IGNORECASE,
)


_CALL = regex(
    r"(?:acc[ée]de[rz]|achete[rz]|commande[rz]|consulte[rz]|contacte[rz]|d[ée]couvr(?:ir|ez)|essaye[rz]|lire|lisez|inscri|(?:en )?savoir"
    r"|t[ée]l[ée]charge[rz]|clique[rz]|r[ée]pon(?:dre|dez)|rejoi(?:ndre|gnez)|participe[rz]|teste[rz]|visite[rz]|voir|voyez|r[ée]serve[rz]|retour|try|read|see|view|download|edit|open)\b",
    re.IGNORECASE,
)
"""How the text of a button begins: « Essayer sur CodePen »."""


_NUMBERED = r"(?:\s*(?:n[°º]\s*)?(?:\d{1,2}|[IVX]{1,4}))?(?:\s*[(]?(?:[x×]\s*\d|bis)[)]?)?\s*:?"
_REFRAIN = regex(rf"(?:pr[ée]-?\s?)?(?:refrain|couplet|chorus|verse){_NUMBERED}", re.IGNORECASE)
_PART_OF_SONG = regex(
    rf"(?:pr[ée]-?\s?)?(?:refrain|couplet|chorus|verse|intro|outro|pont|bridge|coda|solo|final|interlude|instrumental){_NUMBERED}",
    re.IGNORECASE,
)
"""What stands above each verse of a song's words."""


def applies(document: Document, measures: Measures) -> bool:
    return document.format != "text" and len(measures.prose) > 1


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    invitations = {
        link.block
        for link in document.links
        if link.block is not None
        and (
            link.end - link.start < len(document.blocks[link.block].text.value)
            or _CALL.match(link.text.value)
        )
    }

    @cache
    def is_song() -> bool:
        return any(_REFRAIN.fullmatch(block.text.value) for block in document.blocks)

    images = sorted(document.images, key=lambda image: image.span.end)
    looks = [_looks_like_heading(document, block) for block in document.blocks]
    if _is_way_of_writing(document.blocks, looks):
        return
    level = 1
    for number, (block, following) in enumerate(pairwise(document.blocks)):
        level = block.level or level
        # « Revoyez ces moments sur notre chaîne », with a link on its last words, is no heading
        if number in invitations:
            continue
        if (
            looks[number]
            and not looks[number + 1]
            and _is_plain_text(following)
            and _has_text(document.blocks, looks, number)
            and not _labels_cell(document, block, following)
            and not _names_box(document, block.span.start)
            and not (_PART_OF_SONG.fullmatch(block.text.value) and is_song())
            and not _is_announced(document, number)
            and not _says_who(document.blocks, number)
            and not _is_portrayed(document, images, block)
        ):
            found = FAKE.at(block.span, text=block.text.value)
            yield found.mended_by(suggestion(LEVEL, *_as_heading(document, block, level)))


_LEAST = 8
"""Words below a line, up to the next one, without which it heads nothing, but for a sentence: a name has a role below."""


def _has_text(blocks: Sequence[Block], looks: Sequence[bool], number: int) -> bool:
    """Whether text stands below a bold line that does not go on with its sentence, « **La source** / coule depuis lundi »."""
    following = blocks[number + 1]
    if following.kind is BlockKind.PARAGRAPH and following.text.value.lstrip()[:1].islower():
        return False
    return (
        following.kind is not BlockKind.PARAGRAPH
        or following.text.value.rstrip(" »”\u00a0").endswith((".", "!", "?", "…", ":"))
        or _words_below(blocks, looks, number) >= _LEAST
    )


def _words_below(blocks: Sequence[Block], looks: Sequence[bool], number: int) -> int:
    """Words between a line and the next heading, or what begins in bold; no more than tell."""
    words = 0
    for at in range(number + 1, len(blocks)):
        block = blocks[at]
        if looks[at] or block.level or words >= _MUCH:
            break
        if at > number + 1 and any(mark.start == 0 for mark in block.strong):
            break
        words += len(block.text.value.split())
    return words


_MANY = 8
"""Bold lines of which most have little below: a way of writing, not headings."""
_MUCH = 15
"""Words below a line that make it no such line."""


def _is_way_of_writing(blocks: Sequence[Block], looks: Sequence[bool]) -> bool:
    """Whether bold lines and others take turns: the words of a song with their translation, questions and replies of a play."""
    lines = [number for number, found in enumerate(looks) if found]
    if len(lines) < _MANY:
        return False
    much = sum(_words_below(blocks, looks, number) >= _MUCH for number in lines)
    return 2 * much < len(lines)


_NEXT = 4
"""Blocks among which the heading after a heading is looked for: a line above, its text in two or three."""


def _is_announced(document: Document, number: int) -> bool:
    """Whether a bold line says what the one above announces: « Le thème est : », and no other such line follows."""
    above = document.blocks[number - 1] if number else None
    after = document.blocks[number + 1 : number + _NEXT]
    return (
        above is not None
        and above.kind is BlockKind.PARAGRAPH
        and _ANNOUNCING.search(above.text.value[-_ANNOUNCED:]) is not None
        and not any(_looks_like_heading(document, block) for block in after)
    )


_ANNOUNCING = regex(
    r"(?<!\w)(?:est|sont|était|étaient|sera|seront|fut|devient|reste|voici|voilà|intitulée?s?|suivante?s?)[ \u00a0\u202f]?:\s*\Z"
)
"""« Le thème est : » announces what it is; « La page a deux onglets : » announces parts, whose names are headings."""
_ANNOUNCED = 20
_CALLED = r"[A-ZÀ-ÖØ-Þ][\w’'-]+\.?(?: (?:de |d[’']|le |la |du )?[A-ZÀ-ÖØ-Þ][\w’'-]*\.?){1,3}"
_NAME = regex(_CALLED)
_BESIDE = 200
"""Characters of the source between a portrait and a name: tags."""


def _is_portrayed(document: Document, images: Sequence[Image], block: Block) -> bool:
    """Whether a bold line names whom the image right above shows: a customer, a member of the team, the author."""
    name = block.text.value.strip()
    if not _NAME.fullmatch(name):
        return False
    above = bisect_right(images, block.span.start, key=lambda image: image.span.end) - 1
    image = images[above] if above >= 0 else None
    return (
        image is not None
        and block.span.start - image.span.end < _BESIDE
        and (
            (image.alt is not None and name in image.alt.value)
            or _PORTRAIT.search(document.source.text, image.span.start, image.span.end) is not None
        )
    )


_PORTRAIT = regex(
    r"avatar|(?:img|rounded)-circle|rounded-full|(?<![a-z])(?:portrait|auteure?|author)(?![a-z])",
    re.IGNORECASE,
)
"""What the address or the classes of an image say that shows somebody."""


def _says_who(blocks: Sequence[Block], number: int) -> bool:
    """Whether a bold line names who said what is quoted right above: « Yann – Patineur »."""
    above = blocks[number - 1].text.value.strip() if number else ""
    return (
        _QUOTED.match(above) is not None
        and above.endswith(("»", "”", '"'))
        and _WHO.fullmatch(blocks[number].text.value.strip()) is not None
    )


_WHO = regex(rf"{_CALLED}(?:(?:,| [–—-]) .{{2,60}})?|[A-ZÀ-ÖØ-Þ][\w’'-]+(?:,| [–—-]) .{{2,60}}")
_QUOTED = regex(r"[«“\"]")


def _as_heading(document: Document, block: Block, above: int) -> Iterator[Edit]:
    """A heading one level below the last one, where the paragraph is its bold text and nothing else."""
    level = min(above + 1, 6)
    text, (start, end) = document.source.text, block.span
    if document.format == "markdown" and (found := _STARS.fullmatch(text, start, end)):
        yield Edit(*found.span(1), f"{'#' * level} ")
        yield Edit(*found.span(2), "")
    elif found := _BOLD.fullmatch(text, start, end):
        yield Edit(*found.span(1), f"<h{level}>")
        yield Edit(*found.span(2), f"</h{level}>")


_FORMULA = regex(r"[\w)\]] ?= ?[^=]{0,100}[\w)\]][ ]?[*/×÷^+−·][ ]?[\w(]")
"""« E = m × c² »: what is said of it stands below."""


def _looks_like_heading(document: Document, block: Block) -> bool:
    text = block.text.value
    return (
        block.kind is BlockKind.PARAGRAPH
        and 1 < len(text) <= LONGEST
        and "\n" not in text
        and text[-1] not in ".!…,;:»)"
        and not text[0].islower()
        and not _PARTICULAR.match(text)
        and not _VALUE.search(text)
        and not _is_foreign(text)
        and not _FORMULA.search(text)
        and not _SIGNED.fullmatch(text)
        and not _is_said_a_name(document, block)
        and text.lower().strip(" :") not in _LINKING
        and any(char.isalpha() for char in text)
        and (_all_bold(block) or _is_styled_bold(document, block))
        and not _DATED.match(text)
        and not _PAGES.search(text)
        and not _OF_A_FIGURE.match(text)
        and not is_template(text)
    )


def _is_foreign(text: str) -> bool:
    """Whether most words of a line are no common French ones: one of a song quoted in its language, a list of names.

    « 3. Down by the River » is numbered among other titles.
    """
    if text[0].isdigit():
        return False
    words = _WORD.findall(text)
    return len(words) >= _FEWEST_WORDS and _FOREIGN * sum(map(is_frequent, words)) < len(words)


_WORD = regex(r"[^\W\d_]+")
_FEWEST_WORDS = 4
_FOREIGN = 3
"""A line of so many words is in another language where fewer than one in three is common in French."""


def _is_said_a_name(document: Document, block: Block) -> bool:
    """Whether microdata says that a line is somebody's name: that of a shop above its address."""
    return document.format == "html" and bool(_SAID_NAME.search(document.source.text, *block.span))


_SAID_NAME = regex(r"\sitemprop\s*=\s*[\"']?(?:name|legalName)\b", re.IGNORECASE)


_WEIGHT = r"style\s*=\s*[\"'][^\"'<>]{0,300}?font-weight\s?:\s?(?:bold|[6-9]00)[^<>]*+>"
_STYLED = regex(
    rf"<(?:p|div)\s[^<>]{{0,300}}?{_WEIGHT}|<p(?:\s[^<>]*+)?>\s*+<(?:span|font)\s[^<>]{{0,300}}?{_WEIGHT}[^<>]++</(?:span|font)>\s*+</p>",
    re.IGNORECASE,
)


def _is_styled_bold(document: Document, block: Block) -> bool:
    """Whether a paragraph is bold by its style, or that of the one element in it."""
    return (
        document.format == "html"
        and not block.strong
        and bool(_STYLED.match(document.source.text, *block.span))
    )


def _labels_cell(document: Document, block: Block, following: Block) -> bool:
    """Whether what follows stands in the next cell of the same row: « **Bois** | sec »."""
    source, (start, end) = document.source.text, block.span
    return (
        document.format == "html"
        and source[start : start + 3].lower() == "<td"
        and source[following.span.start : following.span.start + 3].lower() == "<td"
        and not source[end : following.span.start].strip()
    )


_SIGNED = regex(
    r"(?:[—–-]\s?)?(?:[^\W\d_][\w.’'-]*\s){1,4}?[^\W\d_][\w.’'-]*(?:,|\s[-–—])\s?[12]\d{3}"
)
"""Who said what stands above, and when: « Blaise Pascal, 1669 »."""
_DATED = regex(
    r"(?:derni[eè]re )?(?:mise? (?:à jour|en ligne)|modification|publi[ée]e?|modifi[ée]e?|actualis[ée]e?|r[ée]dig[ée]e?|[ée]crite?|post[ée]e?)\s?:?"
    r" (?:le |en )?(?:[a-zéû]{4,9} )?(?:\d|[a-zéû]{3,9} \d{4})",
    re.IGNORECASE,
)
"""« Mis à jour le 06/09/2021 »."""
_PAGES = regex(r"\bpp?\. ?\d+[-–]\d+\Z|\d+ ?\(\d+\), ?\d+[-–]\d+\Z")
"""Where what stands below was found: « Revue du lac, 13(4), 255-277 »."""
_OF_A_FIGURE = regex(
    r"(?:figure|tableau|(?:fig\.?|figure|tab\.?|tableau|table|carte|photo|photographie|image|illustration|sch[ée]ma|graphique|planche)[ \u00a0\u202f]"
    r"(?:n[°ºo]\.?[ \u00a0\u202f]?)?(?:\d{1,3}|[IVX]{1,5})(?:[.-]\d{1,3}){0,2}[a-z]?)[ \u00a0\u202f]?[.:–—-][ \u00a0\u202f]",
    re.IGNORECASE,
)
"""The caption of what stands above or below: « Figure : le lac », « Tableau 3 – Les crues »; « Carte : nos plats » is none."""
_LINKING = frozenset({"ou", "et", "et/ou", "puis", "mais", "soit", "or", "and"})
"""What stands between two paragraphs, in bold or not."""
_VALUE = regex(
    r"\d[ \u00a0\u202f]?(?:€|euros?\b)|(?<!\d)\d{1,2}[ \u00a0\u202f]?h(?:eures?\b|[ \u00a0\u202f]?\d\d\b|\b)|[\w.+-]@[\w-]|\d[ \u00a0\u202f]?/[ \u00a0\u202f]?(?:5|10|20|100)\Z|\b(?:obligatoire|compl[eè]te?|annulée?|reportée?)s?\Z",
    re.IGNORECASE,
)
"""What is to be known of an event, not a part of the text: a price, an hour, an address, a mark, that it is full or put off."""
_PARTICULAR = regex(
    r"[-–—•*][ \u00a0\u202f]"
    r"|(?:lieu|dates?|prix|tarifs?|durée|adresse|t[ée]l(?:éphone)?|horaires?|public|niveau|auteurs?|autrice|éditeur|isbn|format|contact|e-?mail"
    r"|courriel)[ \u00a0\u202f]?:[ \u00a0\u202f]?\S",
    re.IGNORECASE,
)
"""How an item of a list begins, or what has a value behind it: « Lieu : Paris »."""


def _names_box(document: Document, start: int) -> bool:
    """Whether a text is the title of a note or warning: « :::tip[**Astuce**] », or a line in such a box.

    A heading in one would stand in the outline of the text beside it. What stands in an <address> says how to reach
    somebody, and a <summary> is the button of what it opens.
    """
    source = document.source.text
    if document.format == "html":
        before = max(start - 300, 0)
        return bool(
            _BOX_TAG.search(source, before, start)
            or _MARGIN_TAG.search(source, before, start)
            or _NO_HEADING.match(source, start)
            or _SUMMARY.search(source, before, start)
            or _stands_in_box(source, start)
            or _labels_box(source, start)
        )
    line = source.rfind("\n", 0, start) + 1
    if _BOX.match(source, line, start):
        return True
    if _BOX_BY_HAND.search(source, max(start - 300, 0), start):
        return True
    above = source[max(line - 200, 0) : line].rstrip().rpartition("\n")[2]
    return bool(_OPENED.fullmatch(above))


_FAR = 3_000
"""Characters of the source from the opening of a box to a line in it, at the most."""


def _stands_in_box(source: str, start: int) -> bool:
    """Whether a box that generators make of notes and warnings is open where a text starts."""
    window = source[max(start - _FAR, 0) : start].lower()
    if not any(name in window for name in ("admonition", "callout", "custom-block", "alert")):
        return False
    return any(
        window.count(f"<{box[1]}", box.end()) + 1 > window.count(f"</{box[1]}", box.end())
        for box in _BOX_OPENS.finditer(window)
    )


def _labels_box(source: str, start: int) -> bool:
    """Whether a bold paragraph is alone in a part, before another, in a box that has a border; a background may be the page's."""
    if not (
        _ALONE_BEFORE.search(source, max(start - 300, 0), start)
        and _ALONE_AFTER.match(source, start)
    ):
        return False
    window = source[max(start - _FAR, 0) : start].lower()
    return any(
        window.count("<div", box.end()) + 1 > window.count("</div", box.end())
        for box in _DRAWN_BOX.finditer(window)
    )


_ALONE_BEFORE = regex(r"<div\b[^<>]{0,200}>\s{0,20}\Z", re.IGNORECASE)
_ALONE_AFTER = regex(
    r"<p\b[^<>]{0,200}>\s*<(strong|b)\b[^<>]{0,200}>[^<>]{1,200}</\1\s*>\s*</p\s*>\s*</div\s*>\s*<div\b",
    re.IGNORECASE,
)
_DRAWN_BOX = regex(
    r"<div\s[^<>]{0,200}?class=[\"']?[^<>\"']{0,300}?(?<![\w:-])(?:border(?:-[lxt])?-\d|quote(?![\w-]))"
)
"""As Tailwind's classes draw it."""
_BOX_OPENS = regex(
    r"<(div|aside|section|blockquote)\s[^<>]{0,200}?class=[\"']?[^<>\"']{0,200}?(?<![\w])"
    r"(?:(?:admonition|callout|alert)(?:block)?|custom-block)(?![\w-]*(?:title|icon|heading|header|content|body))"
)
_BOX_TAG = regex(
    r"<(?:div|aside|section|blockquote)\s[^<>]*class=[\"'][^<>\"']*(?:callout|admonition|alert|notice|infobox)[^<>]*>\s*\Z",
    re.IGNORECASE,
)
_BOX_BY_HAND = regex(
    r"<(?:div|aside|blockquote)\s[^<>]*(?:class=[\"'][^<>\"']*(?:callout|admonition|alert|notice|infobox|(?<![\w:-])(?:bg|border)-\w)"
    r"|style=[\"'][^<>\"']*(?:background|border)[\w-]*\s*:)[^<>]*>\s*(?:<(?:p|strong|b)\b[^<>]*>\s*){0,2}\Z",
    re.IGNORECASE,
)
"""The box of a note that a Markdown file draws itself: coloured, or with a border."""
_MARGIN_TAG = regex(
    r"<(?:div|aside|span)\s[^<>]*class=[\"'][^<>\"']*(?<![\w-])(?:column-margin|margin-?note|side-?note)\b[^<>]*>(?:\s*<div[^<>]*>)?\s*\Z",
    re.IGNORECASE,
)
"""A note in the margin (Quarto, Tufte): a heading in it would stand in the outline of the text beside it."""
_NO_HEADING = regex(r"<(?:address|summary)\b", re.IGNORECASE)
_SUMMARY = regex(r"<summary\b[^<>]*>\s*\Z", re.IGNORECASE)
_BOX = regex(r"[ \t>]*(?::{3,}|!!!|\?\?\?)")
_OPENED = regex(
    r"[ \t>]*(?::{3,}[ \t]*(?:\{?[ \t]*\.?[a-z].*|\{.*)|(?:!!!|\?\?\?)\+?[ \t]*\w.*|\[![A-Za-z]+\][+-]?)"
)
"""What opens a box: Docusaurus, VitePress, Quarto; MkDocs; GitHub and Obsidian."""


def _all_bold(block: Block) -> bool:
    covered = 0
    for mark in block.strong:
        if block.text.value[covered : mark.start].strip(" :"):
            return False
        covered = max(covered, mark.end)
    return bool(block.strong) and not block.text.value[covered:].strip(" :")


def _is_plain_text(block: Block) -> bool:
    """Text that a heading would introduce: prose which is not all bold itself; not code, of which it is the label."""
    return block.kind in (
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
    ) and not _all_bold(block)


RULE = Rule(
    title=Message(fr="Faux titres", en="Fake headings"),
    what=Message(
        fr="Signale un paragraphe court, tout en gras, placé comme un titre.",
        en="Reports a short paragraph, all in bold, placed like a heading.",
    ),
    why=Message(
        fr="Un lecteur d’écran ne le trouve pas en allant de titre en titre, et il manque au plan de l’article.",
        en="A screen reader does not find it when going from heading to heading, and the outline lacks it.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(rgaa("9.1"), wcag("1.3.1 Info and Relationships", "info-and-relationships")),
    applies=applies,
    check=check,
)
