"""Two pages of a site have one title.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues/">Les figues</a> <a href="noix/">Les noix</a>
== figues/index.html
<html lang="fr"><title>⟦Notre verger⟧</title><h1>Les figues</h1>
== noix/index.html
<html lang="fr"><title>⟦Notre verger⟧</title><h1>Les noix</h1>
```

What a series repeats, and what a page keeps from search engines, is no fault:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="page/2/">Suite</a> <a href="noix/">Les noix</a>
== page/2/index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== noix/index.html
<html lang="fr"><title>Accueil</title><meta name="robots" content="noindex"><h1>Les noix</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_TITLES
from seo_audit.rule_support.site.groups import told_once

SAME = Fault(
    message=Message(
        fr="{pages:# page porte|# pages portent} le même titre : « {text} ».",
        en="{pages:# page has|# pages have} one title: “{text}”.",
    ),
    advice=Message(
        fr="Donnez à chacune un titre qui dise ce qu’elle a de propre.",
        en="Give each a title that says what is its own.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from told_once(site, "title", SAME)


RULE = SiteRule(
    title=Message(fr="Titres en double", en="Duplicate titles"),
    what=Message(
        fr="Signale les pages indexables d’une même langue qui ont le même titre, aux espaces et aux capitales près.",
        en="Reports indexable pages of one language that have the same title, spaces and capitals aside.",
    ),
    why=Message(
        fr="Dans les résultats, rien ne distingue ces pages ; Google demande à chacune un titre propre.",
        en="In the results nothing tells these pages apart; Google asks for a title of its own for each.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_TITLES,),
    check=check,
    needs_build=False,
    a_group=True,
)
