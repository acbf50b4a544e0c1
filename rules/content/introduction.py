"""A paragraph introduces the article before its first subheading.

```html bad
<h1>La fontaine</h1>
⟦<h2>La panne</h2>⟧
<p>Tout avait commencé par un été très sec.</p>
```

```markdown bad minimum=5 maximum=8
# La fontaine

⟦Elle coule de nouveau depuis lundi, pour la joie de tous.⟧

## La panne

Tout avait commencé par un été très sec.
```

```html good minimum=5
<h1>La fontaine</h1>
<p>Elle coule de nouveau depuis lundi.</p>
<h2>La panne</h2>
<p>Tout avait commencé par un été très sec.</p>
```

Several paragraphs may share the task:

```text good minimum=8
La fontaine du village

Elle coule de nouveau.

Les enfants jouent autour du bassin.

Une panne de quatre ans

Tout avait commencé par un été très sec.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Block, BlockKind, Document
from seo_audit.french.phrases import words_of_meaning
from seo_audit.french.word_lists import core, plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_event, is_list, is_service_page
from seo_audit.rule_support.references import YOAST

NONE = Fault(
    message=Message(
        fr="Aucun paragraphe n’introduit l’article avant son premier sous-titre.",
        en="No paragraph introduces the article before its first subheading.",
    ),
    advice=Message(
        fr="Dites en quelques phrases ce que le lecteur va trouver.",
        en="Say in a few sentences what the reader will find.",
    ),
)
SHORT = Fault(
    message=Message(
        fr="Introduction de {words:# mot|# mots}, moins que le minimum de {minimum}.",
        en="Introduction of {words:# word|# words}, under the minimum of {minimum}.",
    ),
    advice=Message(
        fr="Dites aussi à qui l’article s’adresse, ou ce qu’il répond.",
        en="Say too whom the article is for, or what it answers.",
    ),
)
LONG = Fault(
    message=Message(
        fr="Premier paragraphe de {words:# mot|# mots}, plus que le maximum de {maximum}.",
        en="First paragraph of {words:# word|# words}, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Gardez l’essentiel, et laissez le reste à la suite.",
        en="Keep what matters, and leave the rest to what follows.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        int,
        Basis(
            Message(
                fr="Vingt mots : une phrase ordinaire. Convention.",
                en="Twenty words: an ordinary sentence. A convention.",
            ),
            YOAST,
            at_least=0,
        ),
    ] = 20
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Cent vingt mots : un écran de téléphone. Convention.",
                en="A hundred and twenty words: a phone’s screen. A convention.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 120


_SENTENCE = 8
"""Words of a heading that, with a full stop behind, is a sentence."""
_NAMES = frozenset(
    ("introduction", "intro", "en introduction", "préambule", "avant-propos", "prélude", "en bref", "l'essentiel",
     "résumé", "chapeau")
)  # fmt: skip
"""Headings that introductions have."""
_ITS_NUMBER = regex(r"\A\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+|(?:\d{1,2}|[ivx]{1,4})[.)°]\s*)")
_INTRODUCES = regex(r"introduction (?:à|aux?)\b")
"""« Introduction à l’observabilité », under « Observabilité »; one « en bourse » is a subject."""
_LETTER = regex(r"[^\W\d_]")
_ITS_SUBJECT = regex(r"(?<=\w)\s?:\s|\s[-–—]\s")


def applies(document: Document, measures: Measures) -> bool:
    if is_list(document) or is_event(document) or is_service_page(document):
        return False
    first = _first_subheading(document, measures)
    if first is not None and measures.headline and _says_again(first, measures.headline):
        return False
    # an introduction that has a heading of its own is there
    return first is not None and bool(measures.prose) and not _names_introduction(first.text.value)


def _says_again(heading: Block, name: Block) -> bool:
    """Whether a heading is the article's name once more: « Grenat 2018 de Marie Delmas » below « Grenat 2018, Marie Delmas »."""
    said, names = (
        {plain(one.text.value[start:end]) for start, end in words_of_meaning(one.text.value)}
        for one in (heading, name)
    )
    if "?" in heading.text.value:
        return False  # « Qu’est-ce qu’un four banal ? » asks what the first part answers
    return bool(said) and said <= names and len(said) >= _MOST * len(names)


_MOST = 3 / 4
"""Of the words of a name: « Le village » below « La fontaine du village » is a part of it."""


def _names_introduction(heading: str) -> bool:
    """Whether a heading says so: « Introduction », « 1. Introduction : le lac gelé », « Avant-propos — le gel »."""
    name = core(_ITS_NUMBER.sub("", _ITS_SUBJECT.split(plain(heading), maxsplit=1)[0]))
    return name in _NAMES or _INTRODUCES.match(name) is not None


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    first = _first_subheading(document, measures)
    assert first  # the rule applies
    before = [
        (block, len(measures.words_by_block[number]))
        for number, block in measures.opening or _below_name(document, measures, first)
        if measures.words_by_block[number]
    ]
    if not before:
        # a standfirst set as a heading introduces all the same; heading-length speaks of it
        words = len(first.text.value.split())
        is_sentence = words >= _SENTENCE and first.text.value.rstrip().endswith((".", "…"))
        if words < max(options.minimum, 1) and not is_sentence:
            yield NONE.at(first.span)
        return
    words = sum(count for _, count in before)
    paragraph, longest = next(
        ((block, count) for block, count in before if block.kind is BlockKind.PARAGRAPH), before[0]
    )
    if words < options.minimum:
        yield SHORT.at(paragraph.span, words=words, minimum=options.minimum)
    elif longest > options.maximum:
        yield LONG.at(paragraph.span, words=longest, maximum=options.maximum)


def _end_of_name(document: Document, measures: Measures) -> int:
    """Where the heading ends that an article begins with, where it alone of its level can be its name; else 0."""
    first = next(iter(document.blocks), None)
    if first is None or not first.level or document.metadata.title is not None:
        return 0
    alone = all(one is first or one.level > first.level for one in measures.subheadings)
    return first.span.end if alone else 0


def _below_name(
    document: Document, measures: Measures, first: Block
) -> Iterator[tuple[int, Block]]:
    """The sentences between a name that no title repeats, or a year below a name, and the first subheading."""
    if measures.headline:
        years = (
            one for one in measures.subheadings if one.span.start >= measures.headline.span.end
        )
        start = next(years, first).span.end
    else:
        start = _end_of_name(document, measures)
    for number, block in measures.prose if start else ():
        if start <= block.span.start < first.span.start:
            yield number, block


def _first_subheading(document: Document, measures: Measures) -> Block | None:
    """The first subheading under the article's name."""
    start = measures.headline.span.end if measures.headline else _end_of_name(document, measures)
    below = (one for one in measures.subheadings if one.span.start >= start)
    # a year below a name dates what follows, and parts nothing
    return next((one for one in below if _LETTER.search(one.text.value)), None)


RULE = Rule(
    title=Message(fr="Introduction", en="Introduction"),
    what=Message(
        fr="Cherche un paragraphe avant le premier sous-titre, et signale une introduction absente, trop courte "
        "ou trop longue.",
        en="Looks for a paragraph before the first subheading, and reports an introduction that is missing, too "
        "short or too long.",
    ),
    why=Message(
        fr="Le lecteur veut savoir tout de suite s’il est au bon endroit. Les longueurs sont une convention.",
        en="Readers want to know at once whether they are in the right place. The lengths are a convention.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
