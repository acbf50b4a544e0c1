"""Versions in other languages are named well.

```html bad
<head>⟦<link rel="alternate" hreflang="fr_FR" href="https://exemple.fr/a">⟧
<link rel="alternate" hreflang="en" href="https://exemple.fr/en/a"></head>
<p>Elle coule.</p>
```

```html bad
<head><link rel="canonical" href="https://exemple.fr/a">
⟦<link rel="alternate" hreflang="en" href="https://exemple.fr/en/a">⟧</head>
<p>Elle coule.</p>
```

```html bad
<head><link rel="alternate" hreflang="fr" href="https://exemple.fr/a">⟦<link rel="alternate" hreflang="en" href="/en/a">⟧</head>
<p>Elle coule.</p>
```

```html good
<head><link rel="canonical" href="https://exemple.fr/a"><link rel="alternate" hreflang="fr" href="https://exemple.fr/a">
<link rel="alternate" hreflang="en-GB" href="https://exemple.fr/en/a"><link rel="alternate" hreflang="x-default" href="https://exemple.fr/"></head>
<p>Elle coule.</p>
```

```html good
<head><link rel="alternate" hreflang="fr-CA" href="https://exemple.ca/a"></head>
<p>Elle coule.</p>
```
"""

import re
from collections.abc import Iterator

from seo_audit.document import Document, HeadLink
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import is_absolute
from seo_audit.rule_support.references import GOOGLE_HREFLANG

INVALID = Fault(
    message=Message(
        fr="« {code} » n’est pas un code de langue pour hreflang.",
        en="“{code}” is not a language code for hreflang.",
    ),
    advice=Message(
        fr="Écrivez une langue, et au besoin un pays : fr, fr-CA, x-default.",
        en="Write a language, and a country if need be: fr, fr-CA, x-default.",
    ),
)
RELATIVE = Fault(
    message=Message(
        fr="L’adresse de la version « {code} » est relative.",
        en="The address of the version “{code}” is relative.",
    ),
    advice=Message(
        fr="Écrivez-la en entier, à partir de https://.", en="Write it whole, from https:// on."
    ),
)
NO_SELF = Fault(
    message=Message(
        fr="La page ne se nomme pas elle-même parmi ses versions de langue.",
        en="The page does not name itself among its language versions.",
    ),
    advice=Message(
        fr="Ajoutez un lien hreflang vers la page elle-même : sans lui, Google peut ignorer les autres.",
        en="Add a hreflang link to the page itself: without it Google may ignore the others.",
    ),
)

_CODE = regex(r"(?:[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?|x-default)\Z", re.IGNORECASE)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(_versions(document))


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    assert document.head
    versions = _versions(document)
    for link in versions:
        code = link.hreflang.strip()
        if not _CODE.match(code) or code.lower() == "en-uk":
            yield INVALID.at(link.span, code=code[:40])
        elif not is_absolute(link.href.value.strip()):
            yield RELATIVE.at(link.span, code=code[:40])
    canonical = [link.href.value for link in document.head.links if "canonical" in link.rel]
    if canonical and all(_same(link.href.value) != _same(canonical[0]) for link in versions):
        yield NO_SELF.at(versions[0].span)


def _versions(document: Document) -> list[HeadLink]:
    links = document.head.links if document.head else ()
    return [link for link in links if link.hreflang and "alternate" in link.rel]


def _same(address: str) -> str:
    return address.strip().rstrip("/").lower()


RULE = Rule(
    title=Message(fr="Versions de langue (hreflang)", en="Language versions (hreflang)"),
    what=Message(
        fr="Signale un code de langue faux, une adresse relative, et l’oubli de la page elle-même.",
        en="Reports a wrong language code, a relative address, and the page itself left out.",
    ),
    why=Message(
        fr="Google n’associe les versions d’une page que si chacune les nomme toutes, elle-même comprise, par des "
        "adresses complètes.",
        en="Google ties a page’s versions together only if each names them all, itself included, by full addresses.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HREFLANG,),
    applies=applies,
    check=check,
)
