"""The page says how it looks when it is shared.

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><meta property="og:title" content="La fontaine"><meta name="twitter:card" content="summary">
<meta property="og:description" content="Elle coule."><meta property="og:image" content="⟦/img/fontaine.jpg⟧"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title><meta property="og:title" content="La fontaine"><meta name="twitter:card" content="summary">
<meta property="og:description" content="Elle coule."><meta property="og:image" content="https://exemple.fr/f.jpg"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title><meta name="og:title" content="La fontaine"><meta name="twitter:card" content="summary">
<meta name="og:description" content="Elle coule."><meta property="og:image:secure_url" content="https://exemple.fr/f.jpg"></head>
<p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Reference, Rule, Severity
from seo_audit.rule_support.addresses import is_absolute

OPEN_GRAPH = Reference("The Open Graph protocol", "https://ogp.me/")

MISSING = Fault(
    message=Message(
        fr="Pour le partage, il manque {missing}.", en="For sharing, the page lacks {missing}."
    ),
    advice=Message(
        fr="Ajoutez {count:cette balise|ces balises} meta : les réseaux en tirent le titre, le résumé et l’image "
        "qu’ils montrent.",
        en="Add {count:this meta tag|these meta tags}: networks take from them the title, the summary and the "
        "image they show.",
    ),
)
RELATIVE = Fault(
    message=Message(
        fr="L’image de partage a une adresse relative, « {src} ».",
        en="The sharing image has a relative address, “{src}”.",
    ),
    advice=Message(
        fr="Écrivez-la en entier, à partir de https://.", en="Write it whole, from https:// on."
    ),
)

_WANTED = (
    ("og:title",),
    ("og:description",),
    ("og:image", "og:image:url", "og:image:secure_url"),
    ("twitter:card",),
)


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = document.head
    assert head
    missing = [
        keys[0]
        for keys in _WANTED
        if not any(meta.content.value.strip() for meta in head.metas_named(*keys))
    ]
    if missing:
        yield MISSING.at(head.span, missing=", ".join(missing), count=len(missing))
    for meta in head.metas_named("og:image", "og:image:url"):
        src = meta.content.value.strip()
        if src and not is_absolute(src):
            yield RELATIVE.at(meta.content.span() or meta.span, src=shorten(src))


RULE = Rule(
    title=Message(fr="Partage sur les réseaux", en="Social sharing"),
    what=Message(
        fr="Cherche les balises Open Graph (titre, description, image absolue) et la carte de X.",
        en="Looks for the Open Graph tags (title, description, absolute image) and the card of X.",
    ),
    why=Message(
        fr="Sans elles, chaque réseau choisit lui-même le texte et l’image. Cela ne compte pas pour le classement.",
        en="Without them each network chooses the text and image itself. It does not count for ranking.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(OPEN_GRAPH,),
    applies=applies,
    check=check,
)
