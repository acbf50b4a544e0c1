"""The page names one canonical address, absolute.

```html bad
<head><title>La fontaine</title>⟦<link rel="canonical" href="/fontaine">⟧</head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><link rel="canonical" href="https://exemple.fr/fontaine">
⟦<link rel="canonical" href="https://exemple.fr/lavoir">⟧</head>
<p>Elle coule.</p>
```

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title></head>
<body><p>Elle coule.</p>⟦<link rel="canonical" href="https://exemple.fr/fontaine">⟧</body>
```

```html bad
<head><title>La fontaine</title>⟦<link rel="canonical" href="https://exemple.fr/fontaine#bassin">⟧</head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title>⟦<link rel="canonical" href="http://localhost:4000/fontaine">⟧</head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><link rel="canonical" href="https://exemple.fr/fontaine">
⟦<meta property="og:url" content="https://exemple.fr/lavoir">⟧</head>
<p>Elle coule.</p>
```

```markdown bad
---
title: La fontaine
canonical_url: ⟦http://localhost:4000/fontaine⟧
---

Elle coule.
```

```html good
<head><title>La fontaine</title><link rel="canonical" href="https://exemple.fr/fontaine">
<meta property="og:url" content="https://www.exemple.fr/fontaine/"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title><LINK REL="Canonical" href="https://exemple.fr/fontaine"></head>
<p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document, Head
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import (
    bare_address,
    is_absolute,
    is_development,
    own_addresses,
)
from seo_audit.rule_support.page_head import outside
from seo_audit.rule_support.references import GOOGLE_CANONICAL
from seo_audit.rule_support.templates import is_template

NONE = Fault(
    message=Message(
        fr="La page ne nomme pas d’adresse canonique.", en="The page names no canonical address."
    ),
    advice=Message(
        fr="Ajoutez <link rel=canonical> avec son adresse complète, utile dès que la page a plusieurs adresses.",
        en="Add <link rel=canonical> with its full address, useful as soon as the page has several.",
    ),
)
SEVERAL = Fault(
    message=Message(
        fr="Adresse canonique nº {number} : la page en nomme {count}.",
        en="Canonical address no. {number}: the page names {count}.",
    ),
    advice=Message(
        fr="N’en gardez qu’une : devant plusieurs, Google peut les ignorer toutes.",
        en="Keep only one: faced with several, Google may ignore them all.",
    ),
)
EMPTY = Fault(
    message=Message(fr="L’adresse canonique est vide.", en="The canonical address is empty."),
    advice=Message(fr="Donnez l’adresse complète de la page.", en="Give the page’s full address."),
)
RELATIVE = Fault(
    message=Message(
        fr="L’adresse canonique, « {href} », est relative.",
        en="The canonical address, “{href}”, is relative.",
    ),
    advice=Message(
        fr="Écrivez-la en entier, à partir de https://.", en="Write it whole, from https:// on."
    ),
)

IN_BODY = Fault(
    message=Message(
        fr="L’adresse canonique est dans le corps de la page, non dans son en-tête.",
        en="The canonical address is in the page’s body, not in its head.",
    ),
    advice=Message(
        fr="Placez-la dans <head>, avant tout élément ou texte du corps : Google l’ignore ailleurs.",
        en="Put it in <head>, before any element or text of the body: Google ignores it elsewhere.",
    ),
)
FRAGMENT = Fault(
    message=Message(
        fr="L’adresse canonique, « {href} », porte un fragment (#).",
        en="The canonical address, “{href}”, holds a fragment (#).",
    ),
    advice=Message(
        fr="Retirez ce qui suit le dièse : Google n’en tient pas compte.",
        en="Remove what follows the hash: Google does not take it into account.",
    ),
)
DEVELOPMENT = Fault(
    message=Message(
        fr="L’adresse canonique, « {href} », est celle d’une machine de développement.",
        en="The canonical address, “{href}”, is that of a development machine.",
    ),
    advice=Message(
        fr="Donnez l’adresse publique de la page : réglez celle du site avant de le publier.",
        en="Give the page’s public address: set that of the site before you publish it.",
    ),
)
OTHER_IN_OG = Fault(
    message=Message(
        fr="L’adresse de partage (og:url), « {og} », n’est pas l’adresse canonique, « {href} ».",
        en="The sharing address (og:url), “{og}”, is not the canonical address, “{href}”.",
    ),
    advice=Message(
        fr="Donnez la même aux deux : les partages compteront pour la page que les moteurs retiennent.",
        en="Give both the same: shares then count for the page that search engines keep.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None or bool(own_addresses(document))


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = document.head
    if head is None:
        # a generator completes the others
        for address in own_addresses(document):
            if fault := _of_address(address.value.strip()):
                yield fault.at(address.span(), href=shorten(address.value.strip()))
        return
    links = [link for link in head.links if "canonical" in link.rel]
    misplaced = outside(document, "canonical")
    if not links:
        yield NONE.at(head.span, Severity.INFO)
    for number, link in enumerate(links, start=1):
        if number > 1:
            yield SEVERAL.at(link.span, number=number, count=len(links))
        elif link in misplaced:
            yield IN_BODY.at(link.span)
        elif fault := _of_address(link.href.value.strip()):
            yield fault.at(link.span, href=shorten(link.href.value.strip()))
    if len(links) == 1:
        yield from _against_og(head, links[0].href.value.strip())


def _of_address(href: str) -> Fault | None:
    """What is wrong with a canonical address."""
    if not href:
        return EMPTY
    if is_template(href):
        return None
    if not is_absolute(href):
        return RELATIVE
    if is_development(href):
        return DEVELOPMENT
    return FRAGMENT if "#" in href else None


def _against_og(head: Head, href: str) -> Iterator[Finding]:
    metas = head.metas_named("og:url")
    og = metas[0].content.value.strip() if metas else ""
    if not is_absolute(og) or not is_absolute(href) or is_template(og + href):
        return
    if bare_address(og) != bare_address(href):
        yield OTHER_IN_OG.at(metas[0].span, Severity.WARNING, og=shorten(og), href=shorten(href))


RULE = Rule(
    title=Message(fr="Adresse canonique", en="Canonical address"),
    what=Message(
        fr="Signale une adresse canonique en double, vide, relative, hors de l’en-tête, avec un fragment, d’une machine "
        "de développement ou autre que celle de partage, et, à titre d’information, son absence.",
        en="Reports a canonical address that is repeated, empty, relative, outside the head, with a fragment, of a "
        "development machine or other than the sharing one, and, for information, that there is none.",
    ),
    why=Message(
        fr="Elle dit à Google laquelle de plusieurs adresses d’une même page retenir. Google demande une adresse "
        "absolue, sans fragment, dans <head>, et n’en suit qu’une.",
        en="It tells Google which of a page’s several addresses to keep. Google asks for an absolute one, without "
        "a fragment, in <head>, and follows only one.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_CANONICAL,),
    applies=applies,
    check=check,
)
