"""Structured data names one thing in two ways, or leads by a breadcrumb to nowhere.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><script type="application/ld+json">{"@type": "Organization",
"@id": "https://exemple.fr/#nous", "name": ⟦"Le verger"⟧}</script>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><script type="application/ld+json">{"@type": "Organization",
"@id": "https://exemple.fr/#nous", "name": ⟦"Les vergers réunis"⟧}</script>
```

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><script type="application/ld+json">{"@type": "BreadcrumbList",
"itemListElement": [{"@type": "ListItem", "position": 1, "item": ⟦"https://exemple.fr/fruits/"⟧}]}</script>
```

```site good @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><script type="application/ld+json">{"@type": "Organization",
"@id": "https://exemple.fr/#nous", "name": "Le verger"}</script>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><script type="application/ld+json">[{"@type": "Organization",
"@id": "https://exemple.fr/#nous", "name": "Le verger"}, {"@type": "BreadcrumbList", "itemListElement": [{"@type":
"ListItem", "position": 1, "item": {"@id": "https://exemple.fr/"}}]}]</script>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_BREADCRUMBS, SCHEMA_ORG
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import FEWEST, pages_of, spot

DIFFERS = Fault(
    message=Message(
        fr="Les données structurées donnent à « {thing} » {count:# valeur|# valeurs} de « {property} » : « {one} », « {two} ».",
        en="Structured data gives “{thing}” {count:# value|# values} of “{property}”: “{one}”, “{two}”.",
    ),
    advice=Message(
        fr="Donnez partout la même, ou un autre @id à une autre chose.",
        en="Give the same everywhere, or another @id to another thing.",
    ),
)
NOWHERE = Fault(
    message=Message(
        fr="Le fil d’Ariane des données structurées mène à « {address} », qui n’existe pas.",
        en="The breadcrumb of the structured data leads to “{address}”, which does not exist.",
    ),
    advice=Message(
        fr="Corrigez l’adresse dans le gabarit.", en="Mend the address in the template."
    ),
)
MANY_NOWHERE = Fault(
    message=Message(
        fr="Les données structurées de {pages:# page|# pages} donnent un fil d’Ariane vers {addresses:# adresse|# adresses} qui "
        "n’existent pas, dont « {address} ».",
        en="The structured data of {pages:# page|# pages} gives breadcrumbs to {addresses:# address|# addresses} that do not "
        "exist, “{address}” among them.",
    ),
    advice=Message(
        fr="Corrigez ces adresses dans le gabarit.", en="Mend these addresses in the template."
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # what pages in another language call a thing may be its name there
    query = """
        WITH told AS (
            SELECT f.*, p.url, CASE f.property WHEN 'name' THEN p.lang_key ELSE '' END AS language,
                row_number() OVER (PARTITION BY f.thing, f.property, language, f.key ORDER BY p.path) AS nth
            FROM kept_facts f JOIN pages p ON p.path = f.page
        )
        SELECT thing, property, language, value, url, page, place FROM told WHERE nth = 1
        QUALIFY count(*) OVER (PARTITION BY thing, property, language) > 1
        ORDER BY thing, property, language, page, value"""
    for (thing, name, _), group in groupby(site.rows(query), key=lambda row: row[:3]):
        own = list(group)
        spots = packed(spot(url, path, place) for *_, url, path, place in own)
        values: dict[str, Value] = {
            "thing": shorten(thing, 80),
            "property": name,
            "count": len(own),
            "one": shorten(own[0][3], 60),
            "two": shorten(own[1][3], 60),
        }
        yield SiteFinding(DIFFERS, spots, values, about=f"{thing} {name}")
    yield from _nowhere(site)


def _nowhere(site: Site) -> Iterator[SiteFinding]:
    """Findings about breadcrumbs: one an address, or one where the template leads to many."""
    rows = site.rows(
        """SELECT m.named, p.url, p.path, w.place
           FROM mentions m JOIN pages p ON p.id = m.page JOIN written w USING (page, number)
           WHERE m.what = 'crumb' AND m.kind = 'missing' ORDER BY m.named, p.path, m.number"""
    )
    found = {
        named: packed(spot(url, path, place) for _, url, path, place in group)
        for named, group in groupby(rows, key=lambda row: row[0])
    }
    if len(found) < FEWEST:
        for named, spots in found.items():
            yield SiteFinding(NOWHERE, spots, {"address": shorten(named, 120)}, named, named)
        return
    every = packed(one for spots in found.values() for one in spots)
    values: dict[str, Value] = {
        "addresses": len(found),
        "address": shorten(next(iter(found)), 120),
        "pages": pages_of(every),
    }
    yield SiteFinding(MANY_NOWHERE, every, values, about="")


RULE = SiteRule(
    title=Message(fr="Cohérence des données structurées", en="Consistency of structured data"),
    what=Message(
        fr="Signale une chose (@id) dont le nom, l’adresse ou le logo diffèrent d’une page à l’autre, et un fil d’Ariane qui "
        "mène à une page absente.",
        en="Reports a thing (@id) whose name, address or logo differ from page to page, and a breadcrumb that leads to a "
        "missing page.",
    ),
    why=Message(
        fr="Un @id dit « c’est la même chose » : deux noms se contredisent alors, et les moteurs en choisissent un.",
        en="An @id says “this is the same thing”: two names then contradict each other, and search engines choose one.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(SCHEMA_ORG, GOOGLE_BREADCRUMBS),
    check=check,
)
