"""The page says how it looks when it is shared.

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<p>Elle coule.</p>
```

```html suggested
<head><title>La fontaine</title><meta property="og:title" content="La fontaine"></head>
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

from collections.abc import Container, Iterator
from html import escape

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Edit, Evidence, Fault, Finding, Fix, NoOptions, Reference, Rule, Severity
from seo_audit.rule_support.addresses import is_absolute
from seo_audit.rule_support.edits import written
from seo_audit.rule_support.markup import line_start, suggestion

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
SHARED = Message(
    fr="Sur un réseau, un autre titre ou un autre résumé peut mieux convenir.",
    en="On a network, another title or summary may do better.",
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
        found = MISSING.at(head.span, missing=", ".join(missing), count=len(missing))
        yield found.mended_by(_with_texts(document, missing))
    for meta in head.metas_named("og:image", "og:image:url"):
        src = meta.content.value.strip()
        if src and not is_absolute(src):
            yield RELATIVE.at(meta.content.span() or meta.span, src=shorten(src))


def _with_texts(document: Document, missing: Container[str]) -> Fix | None:
    """What the page says of itself already, said to networks too: its title and its description."""
    head, metadata = document.head, document.metadata
    texts = {"og:title": metadata.title, "og:description": metadata.description}
    new = [
        written(document, f'<meta property="{key}" content="{escape(text.value)}">')
        for key, text in texts.items()
        if key in missing and text and text.value.strip()
    ]
    if not (head and head.title_spans and new and all(new)):
        return None
    at = head.title_spans[0].end
    start = line_start(document, at)
    return suggestion(SHARED, Edit(at, at, "".join(f"{start}{one}" for one in new)))


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
