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

```html good
<head><title>La fontaine</title><link rel="canonical" href="https://exemple.fr/fontaine"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title><LINK REL="Canonical" href="https://exemple.fr/fontaine"></head>
<p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import is_absolute
from seo_audit.rule_support.references import GOOGLE_CANONICAL

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


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = document.head
    assert head
    links = [link for link in head.links if "canonical" in link.rel]
    if not links:
        yield NONE.at(head.span, Severity.INFO)
    for number, link in enumerate(links, start=1):
        href = link.href.value.strip()
        if number > 1:
            yield SEVERAL.at(link.span, number=number, count=len(links))
        elif not href:
            yield EMPTY.at(link.span)
        elif not is_absolute(href):
            yield RELATIVE.at(link.span, href=shorten(href))


RULE = Rule(
    title=Message(fr="Adresse canonique", en="Canonical address"),
    what=Message(
        fr="Signale une adresse canonique en double, vide ou relative, et, à titre d’information, son absence.",
        en="Reports a canonical address that is repeated, empty or relative, and, for information, that there is none.",
    ),
    why=Message(
        fr="Elle dit à Google laquelle de plusieurs adresses d’une même page retenir. Google demande une adresse "
        "absolue et n’en suit qu’une.",
        en="It tells Google which of a page’s several addresses to keep. Google asks for an absolute one and "
        "follows only one.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_CANONICAL,),
    applies=applies,
    check=check,
)
