"""A page's canonical names another canonical in turn.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== a.html
<html lang="fr"><title>Page A</title>⟦<link rel="canonical" href="b.html">⟧<h1>Page A</h1>
== b.html
<html lang="fr"><title>Page B</title><link rel="canonical" href="c.html"><h1>Page B</h1>
== c.html
<html lang="fr"><title>Page C</title><link rel="canonical" href="c.html"><h1>Page C</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== a.html
<html lang="fr"><title>Page A</title><link rel="canonical" href="c.html"><h1>Page A</h1>
== b.html
<html lang="fr"><title>Page B</title><link rel="canonical" href="c.html"><h1>Page B</h1>
== c.html
<html lang="fr"><title>Page C</title><h1>Page C</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_CANONICAL
from seo_audit.rule_support.site.places import spot

CHAIN = Fault(
    message=Message(
        fr="La canonique de cette page, « {address} », désigne à son tour « {next} ».",
        en="The canonical of this page, “{address}”, names “{next}” in turn.",
    ),
    advice=Message(
        fr="Désignez partout la dernière, celle qui doit être montrée.",
        en="Name the last one everywhere, the one that is to be shown.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # told from its first page: one whose canonical link no other page's canonical link leads to
    query = """
        SELECT p.url, p.path, w.place, t.url, u.named
        FROM canonicals c JOIN pages p ON p.id = c.page JOIN written w USING (page, number)
        JOIN pages t ON t.id = c.to_page JOIN canonicals u ON u.page = t.id
        WHERE c.kind = 'page' AND t.id <> p.id AND NOT t.is_own_canonical AND u.kind = 'page'
            AND (u.to_page = p.id OR NOT EXISTS (
                SELECT 1 FROM canonicals x JOIN pages q ON q.id = x.page WHERE x.to_page = p.id AND x.page <> p.id
            ))
        ORDER BY p.path"""
    for url, path, place, named, following in site.rows(query):
        values: dict[str, Value] = {
            "address": shorten(named, 120),
            "next": shorten(following, 120),
        }
        about = f"{url} {named} {following}"
        yield SiteFinding(CHAIN, (spot(url, path, place),), values, about, target=named)


RULE = SiteRule(
    title=Message(fr="Canoniques en chaîne", en="Canonical chains"),
    what=Message(
        fr="Signale une page dont la canonique en désigne une autre à son tour.",
        en="Reports a page whose canonical names another one in turn.",
    ),
    why=Message(
        fr="Google demande que le lien canonique désigne la page à montrer, sans détour : une chaîne peut être ignorée.",
        en="Google asks that the canonical link name the page to show, without a detour: a chain may be ignored.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_CANONICAL,),
    check=check,
)
