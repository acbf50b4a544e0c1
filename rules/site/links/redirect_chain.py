"""A redirect leads to another redirect.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="/verger/">Le verger</a>
== verger/index.html
<html lang="fr"><title>Le verger</title><h1>Le verger</h1>
== _redirects
⟦/jardin /potager 301⟧
/potager /verger/ 301
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="/verger/">Le verger</a>
== verger/index.html
<html lang="fr"><title>Le verger</title><h1>Le verger</h1>
== _redirects
/jardin /verger/ 301
/potager /verger/ 301
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_REDIRECTS, SCREAMING_FROG
from seo_audit.rule_support.site.redirects import redirects

CHAIN = Fault(
    message=Message(
        fr="« {address} » n’arrive à « {at} » qu’après {hops:# redirection|# redirections}.",
        en="“{address}” gets to “{at}” only after {hops:# redirect|# redirects}.",
    ),
    advice=Message(fr="Redirigez droit vers « {at} ».", en="Redirect straight to “{at}”."),
)
NOWHERE = Fault(
    message=Message(
        fr="« {address} » n’arrive, après {hops:# redirection|# redirections}, qu’à « {at} », où rien ne répond.",
        en="“{address}” gets, after {hops:# redirect|# redirects}, only to “{at}”, where nothing answers.",
    ),
    advice=Message(
        fr="Redirigez vers une page qui existe, ou retirez ces redirections.",
        en="Redirect to a page that exists, or remove these redirects.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    for one in redirects(site):
        if one.hops > 1 and one.kind != "loop":
            values: dict[str, Value] = {
                "address": shorten(one.address, 120),
                "at": shorten(one.ends_at, 120),
                "hops": one.hops,
            }
            fault = NOWHERE if one.kind == "missing" else CHAIN
            yield SiteFinding(fault, (one.spot,), values, about=one.address, target=one.ends_at)


RULE = SiteRule(
    title=Message(fr="Redirections en chaîne", en="Redirect chains"),
    what=Message(
        fr="Signale les redirections qui passent par une autre avant d’arriver.",
        en="Reports redirects that go through another one before they arrive.",
    ),
    why=Message(
        fr="Google suit jusqu’à dix sauts, mais chacun fait attendre ; la plupart des outils demandent d’aller droit.",
        en="Google follows up to ten hops, but each makes one wait; most tools ask to go straight.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_REDIRECTS, SCREAMING_FROG),
    check=check,
)
