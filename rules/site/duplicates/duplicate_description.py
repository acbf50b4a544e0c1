"""Two pages of a site have one description.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a> <a href="noix.html">Noix</a>
== figues.html
<html lang="fr"><title>Les figues</title><meta name="description" content="⟦Tout sur nos fruits.⟧"><h1>Les figues</h1>
== noix.html
<html lang="fr"><title>Les noix</title><meta content="⟦Tout  sur nos fruits.⟧" name="description"><h1>Les noix</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a> <a href="fichi.html">Fichi</a>
== figues.html
<html lang="fr"><title>Les figues</title><meta name="description" content="Figues, noix."><h1>Les figues</h1>
== fichi.html
<html lang="it"><title>I fichi</title><meta name="description" content="Figues, noix."><h1>I fichi</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SNIPPETS
from seo_audit.rule_support.site.groups import told_once

SAME = Fault(
    message=Message(
        fr="{pages:# page porte|# pages portent} la même description : « {text} ».",
        en="{pages:# page has|# pages have} one description: “{text}”.",
    ),
    advice=Message(
        fr="Décrivez chacune en une ou deux phrases qui ne vaillent que pour elle, ou retirez la balise.",
        en="Describe each in a sentence or two that hold for it alone, or remove the tag.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from told_once(site, "description", SAME)


RULE = SiteRule(
    title=Message(fr="Descriptions en double", en="Duplicate descriptions"),
    what=Message(
        fr="Signale les pages indexables d’une même langue qui ont la même méta-description.",
        en="Reports indexable pages of one language that have the same meta description.",
    ),
    why=Message(
        fr="Google demande une description propre à chaque page : la même partout n’aide personne à choisir entre elles.",
        en="Google asks for a description of its own for each page: the same on all helps nobody choose between them.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SNIPPETS,),
    check=check,
    needs_build=False,
    a_group=True,
)
