"""Nothing is left of the page a text was copied from, nor of what was asked of a writing assistant.

```text bad
La fontaine du village coule de nouveau

Elle était à sec depuis quatre ans. ⟦(Photo : Agence du Lac)⟧

⟦Lire aussi : Le lavoir retrouve son toit⟧

⟦Source link⟧
```

```text suggested
La fontaine du village coule de nouveau

Elle était à sec depuis quatre ans. (Photo : Agence du Lac)
```

```html bad
<h1>La fontaine</h1>
<p>⟦Rewrite this article⟧ in French, please.</p>
<p>Elle coule de nouveau.</p>
```

A credit in a caption, or a link of one’s own to another article, is no left-over:

```html good
<h1>La fontaine</h1>
<figure><img src="f.jpg" alt="La fontaine"><figcaption>La place (photo : Agence du Lac).</figcaption></figure>
<p>Lire aussi : <a href="/lavoir">Le lavoir retrouve son toit</a></p>
```

What is asked of a writing assistant, or what it answers, is an error in any wording:

```markdown bad
La fontaine coule de nouveau.

⟦Rédige un article de 800 mots sur la fontaine, avec un ton chaleureux⟧.
```

```text bad
La fontaine du village coule de nouveau depuis lundi.

⟦Partager sur Facebook Twitter LinkedIn⟧

Les enfants jouent autour du bassin.
```

```markdown good
# Que mettre dans une newsletter ?

Une newsletter se lit en deux minutes. Plus : elle se garde.
```
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, cached_property

from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Document
from seo_audit.french.word_lists import any_of, core, lines, plain, words_by_section
from seo_audit.lazy import regex
from seo_audit.measures import PROSE, Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import (
    Edit,
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.edits import Change, edits
from seo_audit.rule_support.markup import removed, suggestion
from seo_audit.rule_support.prompts.finding import (
    Subject,
    is_about_prompts,
    is_about_search,
    kinds_in,
    prompts,
)
from seo_audit.rule_support.references import GOOGLE_HELPFUL

RESIDUE = Fault(
    message=Message(
        fr="Reste de la page d’origine : « {text} ».", en="Left over from another page: “{text}”."
    ),
    advice=Message(fr="Supprimez-le.", en="Remove it."),
)
CREDIT = Fault(
    message=Message(
        fr="Crédit d’une image qui n’est plus là : « {text} ».",
        en="Credit of an image which is not there: “{text}”.",
    ),
    advice=Message(
        fr="Supprimez-le, ou remettez l’image avec sa légende.",
        en="Remove it, or put the image back with its caption.",
    ),
)
PROMPT = Fault(
    message=Message(
        fr="Échange avec un assistant de rédaction resté dans le texte : « {text} ».",
        en="Exchange with a writing assistant left in the text: “{text}”.",
    ),
    advice=Message(
        fr="Supprimez-le, et relisez ce qui l’entoure.", en="Remove it, and reread what is around."
    ),
)
WHOLE = Message(
    fr="Vérifiez que rien d’autre n’en dépend, et qu’il ne manque pas un lien.",
    en="See that nothing else rests on it, and that no link is missing.",
)

_AGENCIES = r"(?:afp|reuters|epa|ap|belga|sipa|maxppp|getty images|shutterstock|istock|adobe stock|unsplash|pexels|pixabay|dr)"
_CREDIT = regex(
    r"\((?!(?:photo|image)s?/(?:\*|(?:audios?|documents?|gif|images?|jpe?g|png|sons?|svg|te?xte?s?|vid[ée]os?|webp)\b))"
    r"(?:(?:photos?|crédits?(?: photos?| images?)?|images?|illustration|credits?) ?[:/©]|photo by |©)"
    rf"[^()]{{1,80}}\)|\((?:photo|image)s? (?:d'illustration|d'archives?|{_AGENCIES})(?!\w)[^()]{{0,60}}\)"
)
_CREDIT_LINE = regex(
    rf"(?:photo|image|illustration)s?(?: ?: ?.{{1,80}}| (?:d'illustration|d'archives?|{_AGENCIES})(?!\w).{{0,60}})|©(?! ?\d).{{1,80}}"
)
"""A caption, where there is an image."""
_CREDITED = ("photo", "image", "illustration", "©")
_IMAGE = regex(
    r"<(?:img|picture|amp-img|video|iframe|figure)\b|!\[|\.(?:jpe?g|png|webp|avif|gif|svg)\b",
    re.IGNORECASE,
)
_GOES_ON = regex(r"\s*[!?]")
_LETTER = regex(r"newsletter|info-?lettre|lettre d'information")
_WAYS_BACK = frozenset({"retour à l'accueil", "haut de page", "retour en haut"})
NEAR = 200
"""Characters of the source between a label and what it introduces."""

_KINDS = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.CAPTION, BlockKind.TABLE_CELL}

_FEWEST_NETWORKS = 3
"""Networks named one behind the other, and nothing else: buttons again."""
_SENTENCE = regex(r"[.,;:!?]")
_COUNTER = regex(r"\d[\d ]{0,9} (?:partages?|shares?|commentaires?|comments?|j'aime|likes?)")
_FOLLOW = regex(
    r"(?:suivez|retrouvez|rejoignez)-nous (?:aussi |également )?sur|(?:follow|join) us on"
)
"""What invites to follow, without a link to where."""
_MOST_WORDS = 40
_LONGEST = 400
"""Characters of a block that are read for such words."""
_WORD = regex(r"[^\W_]+")

FEWEST = 4
"""Words that make a sentence below a heading."""


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    linked: dict[int | None, int] = {}
    for link in document.links:
        linked[link.block] = linked.get(link.block, 0) + link.end - link.start
    listed = _pattern_of(one for one in _phrases()["anywhere"] if one in measures.plain_text)
    said = _said(measures)
    pictures = _Pictures(document)
    on_letters = _is_on_letters(document, measures)
    for number, block in measures.counted:
        if block.kind not in _KINDS:
            continue
        text = measures.plain_texts[number]
        if block.kind is BlockKind.LIST_ITEM and core(text) in _THINGS:
            continue
        # what a file is called, shown as code, is told as a link is
        own = number in linked or bool(block.code)
        own = own or (_is_label(text) and _has_links(document, number, linked))
        if (
            (_is_left_over(text, linked=own) or (not own and _is_line(block, text)))
            and not _opens_section(measures, number, linked)
            and not _announces(document, number, text)
            and not _titles_container(document, block)
            and not (on_letters and _LETTER.search(text))
            and not _is_own_way(document, number, text)
            and not _credits_an_image(pictures, block, text)
            and not (core(text) == "plus" and "moins" in measures.plain_words)
        ):
            fix = suggestion(WHOLE, removed(document, block.span))
            yield _at(RESIDUE, block, 0, len(text)).mended_by(fix)
            continue
        for match in _credits(pictures, block, text):
            if measures.is_marked(number, *match.span()):
                continue  # how an image is written, shown as code
            fix = suggestion(WHOLE, _without(document, block, match, text))
            yield _at(CREDIT, block, *match.span()).mended_by(fix)
        spans = [
            span
            for span in said.get(number, ())
            if not _shows(document, number, text, span)
            and not measures.is_marked(number, span[1] - 1, span[1])
            and not (block.kind is BlockKind.HEADING and core(text) in _MAXIMS)
        ]
        spans += [match.span() for match in listed.finditer(text)] if listed else []
        if block.kind is not BlockKind.QUOTE:
            # « Rédige un article sur “le four à pain”. » quotes, and is no quotation
            spans = [
                span for span in spans if not measures.is_borrowed(number, span[0], span[0] + 1)
            ]
            yield from _prompt(block, spans)


class _Pictures:
    """Where the page shows images, looked up once."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def any(self) -> bool:
        return bool(self._document.images or _IMAGE.search(self._document.source.text))

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(image.span.end for image in self._document.images)

    def end_before(self, start: int) -> bool:
        """Whether one ends right before a place: its caption begins there."""
        return any(start - gap in self._ends for gap in range(BESIDE))


def _credits(pictures: _Pictures, block: Block, text: str) -> Iterator[re.Match[str]]:
    """Credits of images that are not there: in brackets, or a whole line where the page shows no image at all."""
    is_line = block.kind is BlockKind.PARAGRAPH and text.startswith(_CREDITED)
    if is_line and (match := _CREDIT_LINE.fullmatch(text)):
        if not pictures.any:
            yield match
        return
    for match in _CREDIT.finditer(text) if "(" in text else ():
        # « un nœud papillon (© Annie Cordy) ! »: a joke, or a debt
        is_joke = match[0].startswith("(©") and _GOES_ON.match(text, match.end())
        is_caption = (
            (len(text) <= _LONGEST_CAPTION and text.strip().endswith(match[0]))
            or _NUMBERED.match(text)
        ) and pictures.end_before(block.span.start)
        # « ![Le four](images/four.png) » shows as it stands: an address
        is_address = text[: match.start()].endswith("]")
        if not (is_joke or is_caption or is_address):
            yield match


def _credits_an_image(pictures: _Pictures, block: Block, text: str) -> bool:
    """Whether a line says whose the image is that stands right before it."""
    place = block.text.span(0, 1) if text.startswith("crédit") else None
    return place is not None and pictures.end_before(place.start)


_LONGEST_CAPTION = 300
_NUMBERED = regex(r"(?:figure|fig\.?|image|photo|illustration|planche)[ \u00a0]\d")
"""How a caption begins that may be as long as it likes, and credit one half of its image."""
BESIDE = 20
"""Characters of the source between an image and its caption: line ends and the tags of a paragraph."""


_PICTURE = regex(r"[\u2600-\u27bf\U0001f000-\U0001faff]")


def _is_line(block: Block, text: str) -> bool:
    """Whether a paragraph is a label that in a list, or as a heading, would be a subject."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if core(text) in _phrases()["line"]:
        # « 📢 Annonce » is the site's own way to say what stands below
        return not _PICTURE.search(text)
    follow = _FOLLOW.match(text)
    words = _WORD.findall(text[follow.end() :][:_LONGEST]) if follow else []
    said = _on_buttons()
    return bool(words) and said["network"].union(said["around"]).issuperset(words)


def _is_on_letters(document: Document, measures: Measures) -> bool:
    """Whether the article is about a newsletter: inviting to it is what it has to say."""
    headline = measures.main_heading
    names = [
        headline.text.value if headline else "",
        *(one.value for one in document.metadata.titles),
    ]
    return any(_LETTER.search(plain(name)) for name in names)


def _is_own_way(document: Document, number: int, text: str) -> bool:
    """Whether a line leads on by an address of the site’s own: no page was copied with it."""
    anywhere = core(text) in _WAYS_BACK
    return any(
        link.block == number
        and not link.href.value.lower().startswith(("http:", "https:", "//"))
        and (anywhere or (document.head is not None and link.end - link.start >= len(text.strip())))
        for link in document.links
    )


def _said(measures: Measures) -> dict[int, list[tuple[int, int]]]:
    """What is said to a writing assistant, or by one, in each block that holds some."""
    texts = measures.plain_texts
    among = kinds_in(measures.plain_text)
    said = {
        number: found
        for number, text in texts.items()
        if (found := list(prompts(text, among=among)))
    }
    if not said:
        return said
    others = [text for number, text in texts.items() if number not in said]
    about = Subject(
        prompts=any(map(is_about_prompts, others)),
        search=any(map(is_about_search, others)),
        foreign=measures.is_in_another_language,
    )
    return {number: list(prompts(texts[number], about, among)) for number in said}


def _shows(document: Document, number: int, text: str, span: tuple[int, int]) -> bool:
    """Whether « Voici la version corrigée : » stands above the code it shows: a lesson says so to its readers."""
    after = document.blocks[number + 1 : number + 2]
    return text.startswith(("voici", "here"), span[0]) and any(
        block.kind is BlockKind.CODE for block in after
    )


def _prompt(block: Block, said: list[tuple[int, int]]) -> Iterator[Finding]:
    """One finding a block: what was asked and what else was said to it are one exchange."""
    if said:
        start, end = min(start for start, _ in said), max(end for _, end in said)
        found = _at(PROMPT, block, start, end)
        yield replace(found, severity=Severity.ERROR)


_MAXIMS = frozenset({"keep it simple", "keep it short", "keep it simple stupid"})
"""Orders in English that head a part as a saying does."""
_THINGS = frozenset({"newsletter", "newsletters"})
"""Left-overs by themselves, and things that a list may well hold: « nos moyens : affichage, publicité, newsletter »."""


def _is_left_over(text: str, *, linked: bool) -> bool:
    signs = _SIGNS.match(text)
    start = signs.end() if signs else 0
    return bool(
        (core(text) in _phrases()["alone"] and not (linked and _is_label(text)))
        or (text.startswith(_starts(), start) and _says_first(text, start))
        or (not linked and text.startswith(_labels(), start))
        or _is_share_line(text)
    )


_SIGNS = regex(r"\W{0,3}")
"""What may stand before the first words of a left-over; each of them begins with a letter."""


def _says_first(text: str, start: int) -> bool:
    """Whether one of the phrases that begin left-overs ends where a word does."""
    rests = [text[start + len(one) :] for one in _starts() if text.startswith(one, start)]
    return not all(rest[:1].isalnum() or rest[:1] == "_" for rest in rests)


def _is_share_line(text: str) -> bool:
    """Whether a block only says to share, and on which networks."""
    words = [word for word in _WORD.findall(text[:_LONGEST]) if not word.isdecimal()]
    if not 1 < len(words) <= _MOST_WORDS:
        return bool(words) and _COUNTER.fullmatch(text.strip()) is not None
    said = _on_buttons()
    share, networks = said["share"], said["network"]
    if not share.union(networks, said["around"]).issuperset(words):
        return False
    shares = not share.isdisjoint(words)
    if shares and ("réseaux" in words or not networks.isdisjoint(words)):
        return True
    if _SENTENCE.search(text):
        return False
    buttons = shares and len(said["button"].intersection(words)) > 1
    return buttons or (len(set(words)) >= _FEWEST_NETWORKS and networks.issuperset(words))


def _announces(document: Document, number: int, text: str) -> bool:
    """Whether a label announces a list or code of the article's own: « Partager : », above what is to be shared."""
    following = document.blocks[number + 1 : number + 2]
    return text.rstrip().endswith(":") and any(
        block.kind in (BlockKind.LIST_ITEM, BlockKind.CODE) for block in following
    )


_CONTAINER = regex(r"(?:[ \t]*+>)*+[ \t]*+(?::{3,}|!!!|\?\?\?\+?|\[![a-z-]+\][+-]?)[^\n]*\Z")


def _titles_container(document: Document, block: Block) -> bool:
    """Whether a block is what the author has called an admonition: « :::info Voir aussi »."""
    if document.format != "markdown":
        return False
    text = document.source.text
    start = max(text.rfind("\n", 0, block.span.start) + 1, block.span.start - NEAR)
    return bool(_CONTAINER.match(text, start, block.span.start))


def _opens_section(measures: Measures, number: int, linked: Mapping[int | None, int]) -> bool:
    """Whether a heading has a text of its own: « Newsletters », above what the article says of them."""
    blocks = measures.document.blocks
    if blocks[number].kind is not BlockKind.HEADING or measures.document.format == "text":
        return False  # there any short line looks like a heading
    text = measures.plain_texts[number]
    if (
        _is_share_line(text)
        and sum(map(_on_buttons()["share"].__contains__, _WORD.findall(text))) > 1
    ):
        return False  # « Partager sur Facebook », once, may head how to do it
    for after in range(number + 1, len(blocks)):
        block = blocks[after]
        if block.kind is BlockKind.HEADING:
            return block.level > blocks[number].level
        if block.kind is BlockKind.CODE:
            return True
        if block.kind in PROSE and not _is_left_over(measures.plain_texts[after], linked=False):
            words = len(measures.words_by_block[after])
            if words >= FEWEST and 2 * linked.get(after, 0) < len(block.text.value):
                return True
    return False


def _has_links(document: Document, number: int, linked: Container[int | None]) -> bool:
    """Whether links follow a label: in the next block, or in a part of the page that was left out."""
    span = document.blocks[number].span
    return number + 1 in linked or any(
        span.start <= part.span.start <= span.end + NEAR for part in document.furniture
    )


def _is_label(text: str) -> bool:
    return core(text) in _phrases()["label"]


def _pattern_of(expressions: Iterable[str]) -> re.Pattern[str] | None:
    listed = tuple(expressions)
    return re.compile(any_of(listed)) if listed else None


def _without(document: Document, block: Block, match: re.Match[str], text: str) -> Edit | None:
    """The credit goes, and its paragraph where there is nothing else in it."""
    if match[0] == text.strip():
        return removed(document, block.span)
    start = match.start() - (text[max(match.start() - 1, 0)] == " ")
    return next(iter(edits(document, block.text, (Change(start, match.end(), ""),))), None)


def _at(fault: Fault, block: Block, start: int, end: int) -> Finding:
    return fault.at(block.text.span(start, end), text=shorten(block.text.value[start:end]))


@cache
def _phrases() -> Mapping[str, frozenset[str]]:
    pairs = [line.split("\t") for line in lines(__package__ or "", "source_residue.txt")]
    return {
        kind: frozenset(plain(text) for other, text in pairs if other == kind)
        for kind in ("alone", "label", "start", "line", "anywhere")
    }


@cache
def _on_buttons() -> Mapping[str, frozenset[str]]:
    """What share buttons say, by what it is to them."""
    said = words_by_section(__package__ or "", "share_buttons.txt")
    return {section: frozenset(words) for section, words in said.items()}


@cache
def _starts() -> tuple[str, ...]:
    return tuple(_phrases()["start"])


@cache
def _labels() -> tuple[str, ...]:
    return tuple(label + colon for label in _phrases()["label"] for colon in (":", " :"))


RULE = Rule(
    title=Message(fr="Restes de copie", en="Copy residue"),
    what=Message(
        fr="Signale les restes de la page d’où vient un texte (crédits de photo, « Lire aussi », « Newsletter », "
        "boutons de partage) et les consignes données à un assistant de rédaction.",
        en="Reports left-overs of the page a text comes from (photo credits, “Read also”, “Newsletter”, share "
        "buttons) and instructions given to a writing assistant.",
    ),
    why=Message(
        fr="Ces restes disent au lecteur que personne n’a relu. Google demande des pages soignées, faites pour "
        "ceux qui les lisent.",
        en="Such left-overs tell readers that nobody reread. Google asks for pages made with care for those "
        "who read them.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_HELPFUL,),
    applies=applies,
    check=check,
)
