"""The article is in French, and so is each of its passages.

```html bad
<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p>
⟦<p>The water was gone for four years because its spring had moved to another bed, and nobody knew where.</p>⟧
<p>Un maçon à la retraite a trouvé la fuite en une matinée, sous le perron de la poste.</p>
```

```text bad
The fountain of the village is running again since Monday, and all the children play around it.

It had been dry for four years, because its spring had moved and nobody knew where the water went.
```

A quotation marked with its language is fine:

```html good
<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p>
<blockquote lang="en"><p>The water was gone for four years because its spring had moved to another bed.</p></blockquote>
```

An article that says it is in another language is left to others; that is said, and is no fault:

```markdown bad
---
title: The fountain of the village
lang: ⟦en⟧
---

The fountain of the village is running again since Monday, and all the children play around it.
```

Titles and references are names:

```markdown good
La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.

- [How to Build, Fire and Keep a Fountain in Your Own Garden for Many Years to Come](/livre), paru en 2011 ;
- *The Fountain Book: How to Build and Keep a Fountain in Your Own Garden for Many Years*, un livre utile.
```

Short passages are not judged:

```markdown good
La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.

*Water is back!*
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from seo_audit import french
from seo_audit.analysis.other_language import foreign_language, is_marked_foreign
from seo_audit.analysis.quotations import is_reference
from seo_audit.document import Block, Document, Link
from seo_audit.french.languages import tally, tell_language
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.languages import language_name
from seo_audit.rule_support.references import rgaa
from seo_audit.source import Span, merged

NOT_FRENCH = Fault(
    message=Message(
        fr="L’article n’est pas en français : il est en {language}.",
        en="The article is not in French: it is in {language}.",
    ),
    advice=Message(
        fr="Traduisez-le, ou retirez cette règle pour les articles d’une autre langue.",
        en="Translate it, or switch this rule off for articles in another language.",
    ),
)
DECLARED = Fault(
    message=Message(
        fr="L’article se dit en {language} : les règles et les mesures du français ne s’y appliquent pas.",
        en="The article says it is in {language}: rules and measures of French do not apply to it.",
    ),
    advice=Message(
        fr="Rien à faire si c’est voulu ; sinon, corrigez la langue déclarée.",
        en="Nothing to do if it is meant; else mend the declared language.",
    ),
)
PASSAGE = Fault(
    message=Message(
        fr="Passage de {words} mots en {language}.",
        en="Passage of {words} words in {language}.",
    ),
    advice=Message(
        fr="Traduisez-le ; si c’est une citation, marquez sa langue par l’attribut lang.",
        en="Translate it; if it is a quotation, mark its language with the attribute lang.",
    ),
)
IN_MARKDOWN = Fault(
    message=PASSAGE.message,
    advice=Message(
        fr="Traduisez-le ; si c’est une citation, dites sa langue en HTML, autour d’elle : <div lang=…>.",
        en="Translate it; if it is a quotation, say its language in HTML, around it: <div lang=…>.",
    ),
)
IN_TEXT = Fault(
    message=PASSAGE.message,
    advice=Message(
        fr="Traduisez-le, ou supprimez-le s’il n’a rien à faire ici.",
        en="Translate it, or remove it if it has no business here.",
    ),
)
PASSAGES = {"html": PASSAGE, "markdown": IN_MARKDOWN, "text": IN_TEXT}
"""By format: plain text cannot mark a language."""

MOST_CAPITALS = 0.6
"""Share of the words that begin with a capital, beyond which a passage lists names."""

LONGEST_NAME = 4
"""Words of an item that is a name."""
FEWEST_NAMES = 5

LONGEST_THING = 3
"""Words of an item that is a thing."""

MOST_OF_IT = 0.8
"""Share of a paragraph from which what is in italics or quoted, or what is listed, is all of it."""

MOST_IN_BOLD = 0.9
"""Share of a paragraph up to which what is in bold may be a title: « **Title**, 2011 »."""

LARGEST_SHARE = 0.5
"""Of the words: an article with more of them in another language is not in French."""

LEAST_FRENCH = 0.1
"""Of the words: with fewer in blocks told to be French, an article in another language has no French part."""


class Options(Struct, frozen=True):
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sous quinze mots, noms propres et titres trompent la reconnaissance.",
                en="Under fifteen words, names and titles mislead the detection.",
            ),
            at_least=5,
        ),
    ] = 15


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    if brief and brief.language not in (None, "fr"):
        return False  # the brief wants another language, and has a rule of its own
    return bool(measures.prose)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    if measures.other_language:
        declared = document.metadata.language
        place = declared.span() if declared else None
        yield DECLARED.at(place, Severity.INFO, language=language_name(measures.other_language))
        return
    suspected = list(_suspected(measures, options))
    if not suspected:
        return
    if _is_bibliography(measures, options):
        return
    links = _by_block(document)
    rests = {
        one.number: _without_titles(
            one.block, links.get(one.number, ()), measures.quotations[one.number]
        )
        for one in suspected
    }
    foreign = [one for one in suspected if _is_told(one, rests[one.number], options.minimum_words)]
    total = sum(len(measures.words_by_block[number]) for number, _ in measures.prose)
    told = _of_all(measures, rests)
    is_other = told not in ("fr", "und")
    if _is_most(foreign, total) or (
        is_other and (_is_most(suspected, total) or _is_no_french(measures))
    ):
        if measures.target.brief and measures.target.brief.language:
            return  # brief-language says so
        code = told if told not in ("fr", "und") else suspected[0].language
        yield NOT_FRENCH.at(None, language=language_name(code))
        return
    for passage in _together(foreign, measures):
        first = passage[0]
        found = PASSAGES[document.format].at(
            first.block.span,
            Severity.WARNING,
            words=sum(one.words for one in passage),
            language=language_name(first.language),
        )
        yield replace(found, related=tuple(one.block.span for one in passage[1:]))


def _is_bibliography(measures: Measures, options: Options) -> bool:
    """Whether the article lists works, in whatever language they are, and has next to no text of its own."""
    own = (n for n, _ in measures.prose if n not in measures.references)
    return bool(measures.references) and (
        sum(len(measures.words_by_block[number]) for number in own) < options.minimum_words
    )


class _Suspected(Struct, frozen=True):
    """A block whose words are those of another language; they may be titles or names."""

    number: int
    block: Block
    words: int
    language: str


def _together(foreign: Iterable[_Suspected], measures: Measures) -> Iterator[list[_Suspected]]:
    """Blocks in one language with nothing in French between them: half of a bilingual page is one passage."""
    passage: list[_Suspected] = []
    for one in foreign:
        if passage and (
            one.language != passage[-1].language
            or any(
                number in measures.tallies and tell_language([measures.tallies[number]])[0] == "fr"
                for number in range(passage[-1].number + 1, one.number)
            )
        ):
            yield passage
            passage = []
        passage.append(one)
    if passage:
        yield passage


def _suspected(measures: Measures, options: Options) -> Iterator[_Suspected]:
    for number, block in measures.prose:
        words = len(measures.words_by_block[number])
        if words < options.minimum_words or is_marked_foreign(block):
            continue
        if found := foreign_language(measures.tallies[number], words):
            yield _Suspected(number, block, words, found)


def _is_no_french(measures: Measures) -> bool:
    """Whether next to nothing of the article is French: many short items in another language are no passages."""
    words = {number: len(found) for number, found in measures.words_by_block.items()}
    french_words = sum(
        words[number]
        for number, one in measures.tallies.items()
        if words[number] >= FEWEST_NAMES and tell_language([one])[0] == "fr"
    )
    return french_words <= LEAST_FRENCH * sum(words[number] for number in measures.tallies)


def _is_most(passages: Iterable[_Suspected], total: int) -> bool:
    return sum(one.words for one in passages) > LARGEST_SHARE * total


def _of_all(measures: Measures, rests: Mapping[int, str]) -> str:
    """The article's language, titles of works left out."""
    others = (found for number, found in measures.tallies.items() if number not in rests)
    return tell_language([*others, *map(tally, rests.values())])[0]


def _is_told(passage: _Suspected, text: str, fewest: int) -> bool:
    """Whether what is left of a passage is so many words in its language: no numbers and no codes."""
    words = [word for word in french.words(text) if _LETTERS.search(text, *word)]
    telling = sum(not text[start:end].isupper() for start, end in words)
    if telling < fewest:
        return False
    return tell_language([tally(text)])[0] == passage.language


def _by_block(document: Document) -> dict[int | None, list[Link]]:
    found: dict[int | None, list[Link]] = {}
    for link in document.links:
        found.setdefault(link.block, []).append(link)
    return found


def _without_titles(block: Block, links: Iterable[Link], quoted: Iterable[Span]) -> str:
    """A block's text without code, nor what may be the title of a work.

    A title is linked, in italics or bold, or quoted beside other words. Nothing is left of a reference, nor of a list of names.
    """
    text = block.text.value
    parts = [(link.start, link.end) for link in links]
    beside = [(mark.start, mark.end) for mark in block.emphasis] + [*quoted]
    # what is all bold is no title
    parts += [
        (mark.start, mark.end)
        for mark in block.strong
        if mark.end - mark.start < MOST_IN_BOLD * len(text)
    ]
    # a whole paragraph in italics that ends as a sentence does is a passage
    parts += [
        (start, end)
        for start, end in beside
        if end - start < MOST_OF_IT * len(text) or not text[start:end].rstrip(' »”"').endswith(".")
    ]
    parts += [(mark.start, mark.end) for mark in block.code]
    parts += [
        found.span() for found in _ADDRESS.finditer(text)
    ]  # its words are the page's it leads to
    kept, at = [], 0
    for start, end in merged(parts):
        kept.append(text[at:start])
        at = end
    rest = " ".join((*kept, text[at:]))
    return "" if _is_reference(text) or _is_list_of_names(rest) else rest


def _is_reference(text: str) -> bool:
    """Whether a text is an entry of a bibliography: a year, and a publisher, pages or an identifier."""
    return is_reference(text) or bool(_YEAR.search(text) and _SOURCE.search(text))


def _is_list_of_names(text: str) -> bool:
    """Whether most words begin with a capital, or most items do (signatories, towns; German has a third), or all are short."""
    words = [word for word in text.split() if word[0].isalpha()]
    if sum(word[0].isupper() for word in words) > MOST_CAPITALS * len(words):
        return True
    items = [item.split() for item in _BETWEEN.split(text) if item.strip()]
    names = sum(len(item) <= LONGEST_NAME and item[0][0].isupper() for item in items)
    if names >= FEWEST_NAMES and names > MOST_CAPITALS * len(items):
        return True
    # dishes, garments, notes: words from anywhere, and no sentence
    things = sum(len(item) <= LONGEST_THING for item in items)
    return things > FEWEST_NAMES and things >= MOST_OF_IT * len(items)


_LETTERS = regex(r"[^\W\d_]{2}")
_BETWEEN = regex(r"[,;•·|/()–—\n]")
_YEAR = regex(
    r"[(\[](?:1[6-9]|20)\d\d[a-z]?[)\]]|, (?:(?:\d{1,2}(?:er)? )?[a-zéû]{3,9} )?(?:1[6-9]|20)\d\d[a-z]?(?:[.,;:]|\Z)|[.,] (?:1[6-9]|20)\d\d\.?\Z"
)
_ADDRESS = regex(r"https?://[^\s<>«»\"]+")
_SOURCE = regex(
    r"\b(?:doi|isbn|issn|arxiv|hal|pmid)\b|https?://|\bwww\.|\b(?:vol|no|pp?|ed|eds|dir|trad)\. ?\d?|n[°º] ?\d"
    r"|\b(?:press|journal|proceedings|review|university|publish\w+|éditions?|edition|presses|verlag|springer|elsevier|wiley|routledge|thesis)\b",
    re.IGNORECASE,
)


RULE = Rule(
    title=Message(fr="Langue de l’article", en="Language of the article"),
    what=Message(
        fr="Reconnaît la langue de l’article et de chacun de ses passages de quinze mots ou plus ; dit d’un article qui se "
        "déclare d’une autre langue qu’il n’est pas jugé sur son français.",
        en="Detects the language of the article and of each of its passages of fifteen words or more; of an article that "
        "says it is in another language, it says that its French is not judged.",
    ),
    why=Message(
        fr="Un passage oublié dans une autre langue arrête le lecteur, et un lecteur d’écran le prononce à la française.",
        en="A passage left in another language stops readers, and a screen reader pronounces it as French.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(rgaa("8.3"), rgaa("8.4")),
    options=Options,
    applies=applies,
    check=check,
)
