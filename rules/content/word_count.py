"""Too few words in the main content.

```markdown bad minimum=20
# La fontaine

La fontaine du village coule de nouveau depuis lundi.
```

```text bad minimum=12
La fontaine coule de nouveau. Les enfants jouent autour du bassin.
```

Headings, captions and table cells count; code, navigation and comments don't:

```markdown good minimum=10
# La fontaine du village

Elle coule de nouveau depuis lundi matin.
```

```html good minimum=3
<p>L’été revient enfin.</p>
```
"""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Basis,
    Evidence,
    Fault,
    Finding,
    Rule,
    Severity,
)
from seo_audit.rule_support.front_pages import is_event, is_list, is_service_page, is_tool
from seo_audit.rule_support.references import GOOGLE_HELPFUL, YOAST

TOO_SHORT = Fault(
    message=Message(
        fr="L’article compte {words:# mot|# mots}, moins que le minimum de {minimum}.",
        en="The article has {words:# word|# words}, under the minimum of {minimum}.",
    ),
    advice=Message(
        fr="Complétez-le {missing:d’environ # mot utile|d’environ # mots utiles} au lecteur, "
        "sans remplissage, ou fixez le minimum qui convient.",
        en="Add about {missing:# word|# words} that {missing:serves|serve} the reader, without "
        "padding, or set the minimum that suits you.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention des outils : Google n’a pas de nombre de mots préféré.",
                en="A convention of the tools: Google has no preferred word count.",
            ),
            YOAST,
            at_least=0,
            profiles={"news": 250, "guide": 1000},
        ),
    ] = 300


_QUERY = regex(
    r"^[ \t>]{0,8}(?:`{3,}|~{3,})[ \t]*(?:dataview|dataviewjs|tasks|query|base)\b", re.MULTILINE
)
"""What Obsidian fills in with what it finds in other notes."""


def applies(document: Document, measures: Measures) -> bool:
    if (
        is_list(document)
        or is_service_page(document)
        or is_event(document)
        or is_tool(document)
        or (document.front_matter and not _has_body(document, measures))
    ):
        return False  # a layout writes the rest of this page
    if not measures.word_count and _QUERY.search(document.source.text):
        return False
    # a brief that asks a length has a rule of its own
    brief = measures.target.brief
    return brief is None or brief.minimum_words is None


def _has_body(document: Document, measures: Measures) -> bool:
    """Whether anything is said below the front matter, whose title is a heading of the article."""
    below = document.front_matter.span.end if document.front_matter else 0
    return any(
        words and document.blocks[number].span.start >= below
        for number, words in measures.words_by_block.items()
    )


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    if measures.word_count < options.minimum:
        yield TOO_SHORT.at(
            None,
            words=measures.word_count,
            minimum=options.minimum,
            missing=options.minimum - measures.word_count,
        )


RULE = Rule(
    title=Message(fr="Longueur de l’article", en="Article length"),
    what=Message(
        fr="Compte les mots du contenu principal et signale un article plus court que le minimum.",
        en="Counts the words of the main content and reports an article shorter than the minimum.",
    ),
    why=Message(
        fr="Un texte très court répond rarement à la question du lecteur. Google dit ne pas avoir "
        "de nombre de mots préféré : plus long n’est pas mieux, et ce seuil n’est qu’une convention.",
        en="A very short text seldom answers the reader’s question. Google says that it has no "
        "preferred word count: longer is not better, and this limit is a mere convention.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.FOLKLORE,
    references=(GOOGLE_HELPFUL, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
