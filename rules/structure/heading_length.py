"""Headings stay short.

```html bad
<h1>La fontaine</h1>
⟦<h2>Comment un maçon à la retraite a trouvé en une matinée la fuite que tous cherchaient</h2>⟧
<p>Deux pavés levés ont suffi.</p>
```

```markdown bad maximum=10
⟦# La fontaine du village⟧

Elle coule de nouveau.
```

```html good
<h1>La fontaine</h1>
<h2>Le coup d’œil du maçon</h2>
<p>Deux pavés levés ont suffi.</p>
```

```markdown good maximum=22
# La fontaine du village

Elle coule de nouveau.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Block, Document
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import YOAST

TOO_LONG = Fault(
    message=Message(
        fr="Titre de {characters:# caractère|# caractères}, plus que le maximum de {maximum}.",
        en="Heading of {characters:# character|# characters}, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Raccourcissez-le : quelques mots suffisent à dire ce que contient la partie.",
        en="Shorten it: a few words are enough to say what the part holds.",
    ),
)
MAIN = Fault(
    message=TOO_LONG.message,
    advice=Message(
        fr="Gardez l’essentiel du sujet dans le titre, et le reste pour l’introduction.",
        en="Keep what matters in the title, and the rest for the introduction.",
    ),
)
PARAGRAPH = Fault(
    message=TOO_LONG.message,
    advice=Message(
        fr="Gardez-en quelques mots, ou faites-en un paragraphe : un titre annonce, il ne raconte pas.",
        en="Keep a few words of it, or make it a paragraph: a heading announces, it does not tell.",
    ),
)
LOOKED_AT = 1_000
"""Characters of the page’s title."""
LONGEST = 2
"""Times the maximum beyond which it is a paragraph in a heading's clothes."""


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention : soixante-dix caractères tiennent sur deux lignes d’un téléphone.",
                en="A convention: seventy characters fit two lines of a phone.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 70


def applies(document: Document, _measures: Measures) -> bool:
    return any(heading.text for heading in document.headings)


def check(document: Document, _measures: Measures, options: Options) -> Iterator[Finding]:
    title = document.metadata.title
    told = plain(title.value[:LOOKED_AT]) if title else ""
    listed = is_list(document)
    for heading in document.headings:
        characters = len(heading.text.value)
        if characters > options.maximum:
            characters -= _numbering(document, heading)
        # what the page's title says too is measured there, in pixels
        if characters <= options.maximum or plain(heading.text.value) in told:
            continue
        # the titles of other pages are theirs
        if listed and heading.level > 1 and characters <= LONGEST * options.maximum:
            continue
        fault = MAIN if heading.level == 1 else TOO_LONG
        if characters > LONGEST * options.maximum:
            fault = PARAGRAPH
        yield fault.at(heading.span, characters=characters, maximum=options.maximum)


_NUMBERED_BY_GENERATOR = regex(
    r"<span\b[^<>]{0,200}?\bclass\s*=\s*[\"']?[^\"'<>]{0,100}?"
    r"\b(?:(?:header-)?section-number|sectnum|section-title-number|chapter-number|titlemark)\b[^<>]*+>([^<]{1,60})<"
)


def _numbering(document: Document, heading: Block) -> int:
    """Characters of the number before a heading, which generators write (Pandoc, Sphinx, LaTeX) and their sources do not hold."""
    if document.format != "html":
        return 0
    said = _NUMBERED_BY_GENERATOR.search(document.source.text, *heading.span)
    return len(said[1].strip()) + 1 if said else 0


RULE = Rule(
    title=Message(fr="Longueur des titres", en="Heading length"),
    what=Message(
        fr="Signale un titre de plus de soixante-dix caractères.",
        en="Reports a heading of more than seventy characters.",
    ),
    why=Message(
        fr="Un titre long se lit mal dans un plan et sur un téléphone. C’est une convention, sans preuve d’effet.",
        en="A long heading reads badly in an outline and on a phone. A convention, without proof of effect.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
