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

from collections.abc import Iterator, Mapping

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_CANONICAL
from seo_audit.rule_support.site.places import spot

CHAIN = Fault(
    message=Message(
        fr="La canonique de « {url} », « {address} », désigne à son tour « {next} ».",
        en="The canonical of “{url}”, “{address}”, names “{next}” in turn.",
    ),
    advice=Message(
        fr="Désignez partout la dernière, celle qui doit être montrée.",
        en="Name the last one everywhere, the one that is to be shown.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    leads = dict(
        site.rows("SELECT page, to_page FROM canonicals WHERE kind = 'page' AND to_page <> page")
    )
    # told from its first page, to which no other page's canonical leads; a circle has none, and is told from each
    first = (leads.keys() - set(leads.values())) | _in_circles(leads)
    query = """
        SELECT p.id, p.url, p.path, w.place, c.named, u.named
        FROM canonicals c JOIN pages p ON p.id = c.page JOIN written w USING (page, number)
        JOIN pages t ON t.id = c.to_page JOIN canonicals u ON u.page = t.id
        WHERE c.kind = 'page' AND t.id <> p.id AND NOT t.is_own_canonical AND u.kind NOT IN ('missing', 'loop')
        ORDER BY p.path"""
    for page, url, path, place, named, following in site.rows(query):
        if page not in first:
            continue
        values: dict[str, Value] = {
            "url": shorten(url, 80),
            "address": shorten(named, 120),
            "next": shorten(following, 120),
        }
        about = f"{url} {named} {following}"
        yield SiteFinding(CHAIN, (spot(url, path, place),), values, about, target=named)


def _in_circles(leads: Mapping[int, int]) -> set[int]:
    """The pages that come back to themselves; `leads` tells where each page leads."""
    walks: dict[int, int] = {}
    found: set[int] = set()
    for start in leads:
        page = start
        while page in leads and page not in walks:
            walks[page] = start
            page = leads[page]
        if walks.get(page) == start:
            while page not in found:
                found.add(page)
                page = leads[page]
    return found


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
