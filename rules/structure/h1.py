"""An article has one main heading.

Several:

```html bad
<h1>La fontaine du village</h1>
<p>Elle coule de nouveau.</p>
⟦<h1>Le lavoir aussi</h1>⟧
<p>Il sert encore.</p>
```

```html suggested
<h1>La fontaine du village</h1>
<p>Elle coule de nouveau.</p>
<h2>Le lavoir aussi</h2>
<p>Il sert encore.</p>
```

None:

```markdown bad
## Une panne de quatre ans

Tout avait commencé par un été très sec.
```

The front matter’s title counts as the main heading of a Markdown article:

```markdown good
---
title: La fontaine du village
---

Elle coule de nouveau depuis lundi.
```

```html good
<h1>La fontaine du village</h1>
<p>Elle coule de nouveau.</p>
<h2>Une panne de quatre ans</h2>
<p>Tout avait commencé par un été très sec.</p>
```
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.front_pages import (
    is_front_page,
    is_list,
    is_titled_by_theme,
    is_titled_elsewhere,
)
from seo_audit.rule_support.markup import releveled, suggestion
from seo_audit.rule_support.references import opquast, rgaa

NONE = Fault(
    message=Message(
        fr="L’article n’a pas de titre principal (h1).",
        en="The article has no main heading (h1).",
    ),
    advice=Message(
        fr="Placez au début un titre de niveau 1 qui dit le sujet.",
        en="Begin with a level-1 heading that says what it is about.",
    ),
)
NONE_IN_TEXT = Fault(
    message=Message(
        fr="L’article n’a pas de titre principal.", en="The article has no main heading."
    ),
    advice=Message(
        fr="Écrivez-le seul sur la première ligne, suivie d’une ligne vide.",
        en="Write it alone on the first line, with an empty line after it.",
    ),
)
SEVERAL = Fault(
    message=Message(
        fr="Titre principal nº {number} : l’article en a {count}.",
        en="Main heading no. {number}: the article has {count}.",
    ),
    advice=Message(
        fr="Gardez un seul titre de niveau 1 ; faites de celui-ci un sous-titre de niveau 2.",
        en="Keep one level-1 heading; make this one a subheading of level 2.",
    ),
)

SECOND = Message(
    fr="Les titres qui suivent gardent leur niveau : relisez le plan.",
    en="The headings that follow keep their level: read the outline again.",
)


_HEADING = regex(r"<h1\b[^<>]{0,500}>(?:<(?!/h1)[^<>]{0,300}>|\s){0,20}+[^\s<]", re.IGNORECASE)
"""The title of a list may stand apart from what it lists; that of a front page may be the site's name."""


def applies(document: Document, measures: Measures) -> bool:
    if not any(block.level == 1 for block in document.headings) and (
        is_titled_by_theme(document)
        or is_titled_elsewhere(document, measures.disk)
        or (
            (is_list(document) or is_front_page(document)) and _HEADING.search(document.source.text)
        )
    ):
        return False
    return bool(document.blocks)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    mains = [block for block in measures.named_headings if block.level == 1]
    # one that is empty is another rule's matter: once filled or removed it is judged here
    if not any(block.level == 1 for block in document.headings):
        yield (NONE_IN_TEXT if document.format == "text" else NONE).at(None)
    if is_list(document):
        return  # each is the title of an article that is listed
    for number, block in enumerate(mains[1:], start=2):
        found = SEVERAL.at(block.span, Severity.WARNING, number=number, count=len(mains))
        fix = suggestion(SECOND, *releveled(document, block, 2))
        yield replace(found, related=(mains[0].span,), fix=fix)


RULE = Rule(
    title=Message(fr="Titre principal", en="Main heading"),
    what=Message(
        fr="Cherche le titre de niveau 1 de l’article et en signale l’absence ou la répétition.",
        en="Looks for the article’s level-1 heading and reports that there is none, or several.",
    ),
    why=Message(
        fr="C’est par lui qu’un lecteur, et d’abord celui qui se sert d’un lecteur d’écran, sait où il est. "
        "Google s’accommode de plusieurs h1 : l’exigence vient de l’accessibilité.",
        en="It tells readers, those who use a screen reader first of all, where they are. Google copes "
        "with several h1: the demand is one of accessibility.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(rgaa("9.1"), opquast(234)),
    applies=applies,
    check=check,
)
