"""Redirects lead round in a circle.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== _redirects
⟦/jardin /potager 301⟧
⟦/potager /jardin 301⟧
```

A rule that adds the last slash is no circle, nor is one that a page answers before:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="/verger/">Le verger</a>
== verger/index.html
<html lang="fr"><title>Le verger</title><h1>Le verger</h1>
== _redirects
/verger /verger/ 301
/verger/ /jardin 301
/jardin /verger/ 301
```
"""

from collections.abc import Iterator
from itertools import chain

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import HTTP
from seo_audit.rule_support.site.redirects import Redirect, redirects, turning_patterns

CIRCLE = Fault(
    message=Message(
        fr="« {address} » revient toujours à une adresse déjà suivie : rien ne s’affiche.",
        en="“{address}” always comes back to an address it came from: nothing is shown.",
    ),
    advice=Message(
        fr="Faites mener l’une de ces redirections à une page.",
        en="Let one of these redirects lead to a page.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    circles: dict[str, list[Redirect]] = {}
    for one in chain(redirects(site), turning_patterns(site)):
        if one.kind == "loop":
            circles.setdefault(one.circle, []).append(one)
    for circle, own in circles.items():
        values: dict[str, Value] = {"address": shorten(own[0].address, 120)}
        spots = tuple(one.spot for one in own)
        yield SiteFinding(CIRCLE, spots, values, about=circle, target=own[0].address)


RULE = SiteRule(
    title=Message(fr="Redirections en cercle", en="Redirect loops"),
    what=Message(
        fr="Signale les redirections qui se renvoient l’une à l’autre sans fin.",
        en="Reports redirects that lead to each other without an end.",
    ),
    why=Message(
        fr="Le navigateur s’arrête sur une erreur, et l’adresse ne mène à rien.",
        en="The browser stops with an error, and the address leads nowhere.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(HTTP,),
    check=check,
)
