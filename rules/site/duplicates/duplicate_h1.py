"""Two pages of a site have one main heading.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a> <a href="noix.html">Noix</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>⟦Nos fruits⟧</h1><p>Les figues mûrissent en août.</p>
== noix.html
<html lang="fr"><title>Les noix</title><h1>⟦Nos <em>fruits⟧</em></h1><p>Les noix tombent en octobre.</p>
```

The name of the site as h1 of most pages is told once, by `template-value`:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Le verger</h1><a href="fruit1.html">Le premier</a>
== fruit{n}.html x6
<html lang="fr"><title>Fruit {n}</title><h1>Le verger</h1><p>Le fruit numéro {n} mûrit en août.</p>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import SCREAMING_FROG
from seo_audit.rule_support.site.groups import told_once

SAME = Fault(
    message=Message(
        fr="{pages:# page porte|# pages portent} le même titre principal (h1) : « {text} ».",
        en="{pages:# page has|# pages have} one main heading (h1): “{text}”.",
    ),
    advice=Message(
        fr="Dites dans chacun ce que la page a de propre.", en="Say in each what is the page’s own."
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from told_once(site, "h1", SAME)


RULE = SiteRule(
    title=Message(fr="Titres principaux en double", en="Duplicate main headings"),
    what=Message(
        fr="Signale les pages indexables d’une même langue qui ont le même h1.",
        en="Reports indexable pages of one language that have the same h1.",
    ),
    why=Message(
        fr="Le lecteur qui passe de l’une à l’autre ne voit pas qu’il a changé de page. C’est un usage des outils ; "
        "Google n’en dit rien.",
        en="A reader who goes from one to the other does not see that the page has changed. It is a practice of the "
        "tools; Google says nothing of it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(SCREAMING_FROG,),
    check=check,
    a_group=True,
)
