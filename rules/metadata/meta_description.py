"""A page has one description.

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<body><h1>La fontaine</h1></body>
```

```html bad
<head><title>La fontaine</title><meta name="description" content="Elle coule.">
⟦<meta name="description" content="Elle coule de nouveau.">⟧</head>
<body><h1>La fontaine</h1></body>
```

```markdown bad
⟦---⟧
title: La fontaine
---

Elle coule de nouveau.
```

```markdown bad
---
title: La fontaine coule de nouveau
description: ⟦La fontaine coule de nouveau.⟧
---

Deux pavés levés ont suffi.
```

```html good
<head><meta name="description" content="Comment un maçon à la retraite a trouvé la fuite."></head>
<body><h1>La fontaine</h1></body>
```

```markdown good
---
title: La fontaine
description: Comment un maçon à la retraite a trouvé la fuite.
---

Elle coule de nouveau.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document, Head
from seo_audit.french.word_lists import plain
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
from seo_audit.rule_support.front_pages import is_kept_out
from seo_audit.rule_support.references import GOOGLE_SNIPPETS, opquast
from seo_audit.rule_support.templates import is_template

NONE = Fault(
    message=Message(fr="La page n’a pas de description.", en="The page has no description."),
    advice=Message(
        fr="Résumez en une ou deux phrases ce qu’on y trouve, dans <meta name=description>.",
        en="Sum up in a sentence or two what it holds, in <meta name=description>.",
    ),
)
NONE_IN_HEADER = Fault(
    message=Message(
        fr="L’en-tête ne donne pas de description.", en="The front matter gives no description."
    ),
    advice=Message(
        fr="Ajoutez-y une clé « description » : en une ou deux phrases, ce qu’on trouve sur la page.",
        en="Add a key “description” to it: in a sentence or two, what the page holds.",
    ),
)
EMPTY = Fault(
    message=Message(fr="La description est vide.", en="The description is empty."),
    advice=Message(
        fr="Résumez en une ou deux phrases ce qu’on trouve sur la page, ou supprimez l’élément.",
        en="Sum up in a sentence or two what the page holds, or remove the element.",
    ),
)
SEVERAL = Fault(
    message=Message(
        fr="Description nº {number} : la page en a {count}.",
        en="Description no. {number}: the page has {count}.",
    ),
    advice=Message(fr="N’en gardez qu’une.", en="Keep only one."),
)


SAME = Fault(
    message=Message(
        fr="La description répète le titre, sans rien y ajouter.",
        en="The description repeats the title and adds nothing to it.",
    ),
    advice=Message(
        fr="Dites en une ou deux phrases ce qu’on trouve sur la page, que le titre ne dit pas.",
        en="Say in a sentence or two what the page holds, which the title does not say.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    known = document.head is not None or document.front_matter is not None
    return known and not is_kept_out(document)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    title, description = document.metadata.title, document.metadata.description
    if title and description and _is_same(title.value, description.value):
        yield SAME.at(description.span())
    if description and not description.runs and description.value.strip():
        return  # given apart from the article
    if document.head:
        yield from _elements(document.head)
    elif description is None:
        yield NONE_IN_HEADER.at(document.opening)
    elif not description.value.strip():
        yield EMPTY.at(description.span())


def _is_same(title: str, description: str) -> bool:
    """Whether a description says no more than the title, the site's name behind it apart."""
    said = _words(description)
    if not said or is_template(title) or is_template(description):
        return False
    return said in (_words(title), _words(_SITE.split(title)[0]))


def _words(text: str) -> list[str]:
    """What a text says, whatever signs stand between its words."""
    return _WORD.findall(plain(text))


_WORD = regex(r"\w+|[+#%&@$°](?=\W|\Z)|€(?=\W|\Z)")


_SITE = regex(r"\s[|–—·•»-]\s")
"""What parts a title from the site's name."""


def _elements(head: Head) -> Iterator[Finding]:
    metas = head.metas_named("description")
    if not metas:
        yield NONE.at(head.span)
        return
    if not metas[0].content.value.strip():
        yield EMPTY.at(metas[0].span)
    for number, meta in enumerate(metas[1:], start=2):
        yield SEVERAL.at(meta.span, number=number, count=len(metas))


RULE = Rule(
    title=Message(fr="Description de la page", en="Meta description"),
    what=Message(
        fr="Signale une page sans description, à la description vide ou égale au titre, ou qui en a plusieurs.",
        en="Reports a page without a description, with an empty one, one equal to its title, or several.",
    ),
    why=Message(
        fr="Google tire le plus souvent l’extrait de la page elle-même, et se sert de la description quand elle "
        "dit mieux ce qu’on y trouve. Elle ne compte pas dans le classement.",
        en="Google mostly takes the snippet from the page itself, and uses the description when it says better "
        "what the page holds. It does not count for ranking.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SNIPPETS, opquast(3)),
    applies=applies,
    check=check,
)
