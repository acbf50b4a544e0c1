"""Links to one’s own site are to be followed.

```html bad
<p>Voir le ⟦<a href="/plan" rel="nofollow">plan du réseau</a>⟧.</p>
```

```html bad
<head><link rel="canonical" href="https://exemple.fr/a"></head>
<p>Voir le ⟦<a href="https://www.exemple.fr/plan" rel="noopener nofollow">plan du réseau</a>⟧.</p>
```

```html suggested
<head><link rel="canonical" href="https://exemple.fr/a"></head>
<p>Voir le <a href="https://www.exemple.fr/plan" rel="noopener">plan du réseau</a>.</p>
```

```html good
<p>Voir le <a href="https://ailleurs.fr/plan" rel="nofollow">plan du réseau</a>.</p>
```

```html good
<p>Voir le <a href="/plan" rel="noopener">plan du réseau</a>.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import Destination, destination, own_hosts
from seo_audit.rule_support.markup import suggestion, without_word
from seo_audit.rule_support.references import GOOGLE_LINKS

NOFOLLOW = Fault(
    message=Message(
        fr="Lien interne que les moteurs ne suivront pas (nofollow) : « {href} ».",
        en="Internal link that search engines will not follow (nofollow): “{href}”.",
    ),
    advice=Message(
        fr="Retirez nofollow : il sert aux liens dont vous ne répondez pas.",
        en="Remove nofollow: it is for links you do not vouch for.",
    ),
)

VOUCHED = Message(
    fr="Vérifiez que nofollow n’est pas voulu : panier, recherche, connexion.",
    en="See that nofollow is not meant: basket, search, login.",
)


def applies(document: Document, _measures: Measures) -> bool:
    return any(link.rel for link in document.links)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    own = own_hosts(document, measures.target)
    for link in document.links:
        if (
            "nofollow" in link.rel
            and destination(document, link.href.value, own) is Destination.INTERNAL
        ):
            found = NOFOLLOW.at(link.span, href=shorten(link.href.value))
            edit = without_word(document, link.span.start, "rel", "nofollow")
            yield found.mended_by(suggestion(VOUCHED, edit))


RULE = Rule(
    title=Message(fr="Nofollow interne", en="Internal nofollow"),
    what=Message(
        fr="Signale un lien vers le site lui-même qui porte nofollow.",
        en="Reports a link to the site itself that bears nofollow.",
    ),
    why=Message(
        fr="Nofollow dit à Google qu’on ne répond pas de la page visée ; sur ses propres pages, il en gêne la découverte.",
        en="Nofollow tells Google that one does not vouch for the page; on one’s own it hinders discovery.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_LINKS,),
    applies=applies,
    check=check,
)
