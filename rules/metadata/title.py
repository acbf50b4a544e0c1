"""A page has one title.

```html bad
⟦<head>⟧<meta charset="utf-8"></head>
<body><h1>La fontaine</h1></body>
```

```html bad
<head><title>La fontaine</title>⟦<title>Le lavoir</title>⟧</head>
<body><h1>La fontaine</h1></body>
```

```html bad
<head>⟦<title> </title>⟧</head>
<body><h1>La fontaine</h1></body>
```

```html good
<head><title>La fontaine coule de nouveau</title></head>
<body><h1>La fontaine</h1></body>
```

A Markdown article has the title of its front matter, or else its main heading:

```markdown good
---
date: 2026-05-04
---

# La fontaine coule de nouveau

Deux pavés levés ont suffi.
```

```markdown bad
⟦---⟧
date: 2026-05-04
---

Deux pavés levés ont suffi.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document, Head
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
from seo_audit.rule_support.front_pages import is_titled_by_theme, is_titled_elsewhere
from seo_audit.rule_support.references import GOOGLE_TITLES, opquast, rgaa

NONE = Fault(
    message=Message(fr="La page n’a pas de titre.", en="The page has no title."),
    advice=Message(
        fr="Donnez-lui un titre court qui dit ce qu’on y trouve : élément <title>, ou clé « title » de "
        "l’en-tête d’un fichier Markdown.",
        en="Give it a short title that says what it holds: the <title> element, or the key “title” in "
        "the front matter of a Markdown file.",
    ),
)
EMPTY = Fault(
    message=Message(fr="Le titre de la page est vide.", en="The page’s title is empty."),
    advice=Message(
        fr="Écrivez un titre court qui dit ce qu’on trouve sur la page.",
        en="Write a short title that says what the page holds.",
    ),
)
SEVERAL = Fault(
    message=Message(
        fr="Élément <title> nº {number} : la page en a {count}.",
        en="<title> element no. {number}: the page has {count}.",
    ),
    advice=Message(
        fr="N’en gardez qu’un : les navigateurs lisent le premier.",
        en="Keep only one: browsers read the first.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None or document.front_matter is not None


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    titles = document.metadata.titles
    if titles and not titles[0].runs and titles[0].value.strip():
        return  # given apart from the article
    if document.head:
        yield from _elements(document.head)
    elif is_titled_by_theme(document):
        return
    elif (
        not any(title.value.strip() for title in titles)
        and not measures.main_heading
        and not is_titled_elsewhere(document, measures.disk)
    ):
        yield NONE.at(document.opening)


def _elements(head: Head) -> Iterator[Finding]:
    if not head.titles:
        yield NONE.at(head.span)
        return
    if not head.titles[0].value.strip():
        yield EMPTY.at(head.title_spans[0])
    for number, span in enumerate(head.title_spans[1:], start=2):
        yield SEVERAL.at(span, number=number, count=len(head.titles))


RULE = Rule(
    title=Message(fr="Titre de la page", en="Page title"),
    what=Message(
        fr="Signale une page sans titre, au titre vide, ou qui en a plusieurs.",
        en="Reports a page without a title, with an empty one, or with several.",
    ),
    why=Message(
        fr="Le titre est le lien bleu du résultat de recherche, le nom de l’onglet, et la première chose que "
        "lit un lecteur d’écran. Google demande que chaque page en ait un.",
        en="The title is the blue link of the search result, the name of the tab, and the first thing a "
        "screen reader says. Google asks that every page have one.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_TITLES, rgaa("8.5"), opquast(103)),
    applies=applies,
    check=check,
)
