"""No other page links to a page.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Les figues</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== noix.html
<html lang="fr"><title>Les noix</title><h1>⟦Les noix⟧</h1><a href="noix.html">Cette page</a>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><nav><a href="figues.html">Les figues</a></nav>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== merci.html
<html lang="fr"><title>Merci</title><meta name="robots" content="noindex"><h1>Merci de votre message</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_LINKS
from seo_audit.rule_support.site.links import MENUS_KNOWN
from seo_audit.rule_support.site.places import HEADING, NO_SEARCH, spot

ALONE = Fault(
    message=Message(
        fr="Aucune autre page ne mène à « {url} » par un lien.",
        en="No other page leads to “{url}” by a link.",
    ),
    advice=Message(
        fr="Faites un lien vers elle là où un lecteur la chercherait, ou retirez-la du site.",
        en="Link to it where a reader would look for it, or take it off the site.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = f"""
        SELECT p.url, p.path, unnest({HEADING}) FROM pages p
        WHERE {MENUS_KNOWN} AND p.indexable AND {NO_SEARCH} AND p.links_in = 0 AND coalesce(p.depth, 1) <> 0
            AND (SELECT count(*) FROM pages) > 1
        ORDER BY p.path"""  # noqa: S608  a constant
    for url, *place in site.rows(query):
        yield SiteFinding(ALONE, (spot(url, *place),), {"url": url}, about=url)


RULE = SiteRule(
    title=Message(fr="Pages orphelines", en="Orphan pages"),
    what=Message(
        fr="Signale les pages indexables auxquelles ne mène aucun lien d’une autre page, menus compris.",
        en="Reports indexable pages to which no link of another page leads, menus included.",
    ),
    why=Message(
        fr="Google trouve la plupart des pages par leurs liens, et un lecteur n’a pas d’autre chemin.",
        en="Google finds most pages through links, and a reader has no other way.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_LINKS,),
    check=check,
)
