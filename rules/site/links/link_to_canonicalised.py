"""A link leads to a page that names another one as its canonical.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Voyez ⟦<a href="figues-2.html">les figues</a>⟧.</p>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== figues-2.html
<html lang="fr"><title>Les figues</title><link rel="canonical" href="figues.html"><h1>Les figues</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Voyez <a href="figues.html">les figues</a>.</p>
== figues.html
<html lang="fr"><title>Les figues</title><link rel="canonical" href="figues"><h1>Les figues</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_CANONICAL, SCREAMING_FROG
from seo_audit.rule_support.site.links import links_to
from seo_audit.rule_support.site.places import template_pages

ELSEWHERE = Fault(
    message=Message(
        fr="« {address} » désigne une autre page comme canonique : {links:# lien y mène|# liens y mènent}, sur "
        "{pages:# page|# pages}.",
        en="“{address}” names another page as its canonical: {links:# link leads|# links lead} there, on "
        "{pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Faites mener les liens à la canonique : Google demande de citer toujours celle-là.",
        en="Let the links lead to the canonical: Google asks to link to that one always.",
    ),
)
MENU = Fault(
    message=Message(
        fr="Le gabarit mène {pages:# page|# pages} à « {address} », qui désigne une autre page comme canonique.",
        en="The template leads {pages:# page|# pages} to “{address}”, which names another page as its canonical.",
    ),
    advice=ELSEWHERE.advice,
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # the next page of a series is where readers go on; its canonical is a finding of its own, and so is one that the template
    # gives to all pages: these links are right, and to lead them to that address would empty the site
    which = f"""NOT p.is_own_canonical AND NOT p.noindex AND NOT p.is_series AND p.id NOT IN (
        SELECT page FROM canonicals WHERE named <> '' QUALIFY count(*) OVER (PARTITION BY named) >= {template_pages(site)})"""  # noqa: S608  a number
    yield from links_to(site, ELSEWHERE, MENU, which)


RULE = SiteRule(
    title=Message(fr="Liens vers une page canonisée", en="Links to a canonicalised page"),
    what=Message(
        fr="Signale, une fois par page, les liens vers une page dont le lien canonique en désigne une autre ; séries "
        "mises à part.",
        en="Reports, once a page, links to a page whose canonical link names another one, series aside.",
    ),
    why=Message(
        fr="Les liens du site contredisent alors son lien canonique, et Google pèse les deux.",
        en="The site’s links then contradict its canonical link, and Google weighs both.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_CANONICAL, SCREAMING_FROG),
    check=check,
)
