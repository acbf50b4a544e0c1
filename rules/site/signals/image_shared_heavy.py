"""A heavy image is shown on many pages.

```site bad minimum_kilobytes=1 minimum_pages=2
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><img src="logo.png" alt="Le verger">
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><img src="/logo.png" alt="Le verger">
== logo.png
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
....................................................................................................
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><img src="logo.png" alt="Le verger">
== logo.png
(petite)
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule, Spot
from seo_audit.rule_support.references import LIGHTHOUSE

HEAVY = Fault(
    message=Message(
        fr="L’image « {path} » pèse {kilobytes:# ko|# ko}, sur {pages:# page|# pages}.",
        en="The image “{path}” weighs {kilobytes:# kB|# kB}, on {pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Enregistrez-la plus petite, ou en WebP ou AVIF.",
        en="Save it smaller, or as WebP or AVIF.",
    ),
)
KILOBYTE = 1000


class Options(Struct, frozen=True):
    minimum_kilobytes: Annotated[
        int,
        Basis(
            Message(
                fr="Une seconde d’attente sur un téléphone à 2,5 Mbit/s.",
                en="A second’s wait on a telephone at 2.5 Mbit/s.",
            ),
            at_least=1,
        ),
    ] = 300
    minimum_pages: Annotated[
        int,
        Basis(
            Message(
                fr="Sur moins de dix pages, l’audit de chacune suffit.",
                en="On fewer than ten pages, the audit of each is enough.",
            ),
            at_least=1,
        ),
    ] = 10


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    query = """
        SELECT f.path, any_value(f.bytes), count(DISTINCT m.page), min(i.named)
        FROM leads m JOIN images i USING (target) JOIN files f ON f.path = i.path
        WHERE m.what = 'image' GROUP BY f.path
        HAVING any_value(f.bytes) >= ? AND count(DISTINCT m.page) >= ? ORDER BY f.path"""
    least = options.minimum_kilobytes * KILOBYTE
    for path, size, pages, named in site.rows(query, least, options.minimum_pages):
        values: dict[str, Value] = {
            "path": shorten(path, 120),
            "kilobytes": size // KILOBYTE,
            "pages": pages,
        }
        yield SiteFinding(HEAVY, (Spot(None, path),), values, about=path, target=named)


RULE = SiteRule(
    title=Message(fr="Images lourdes partagées", en="Heavy shared images"),
    what=Message(
        fr="Signale, une fois par fichier, une image de 300 ko ou plus que dix pages ou plus affichent.",
        en="Reports, once a file, an image of 300 kB or more that ten pages or more show.",
    ),
    why=Message(
        fr="Ce que le gabarit affiche, chaque lecteur l’attend. Aucun poids n’est une règle.",
        en="What the template shows, every reader waits for. No weight is a rule.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(LIGHTHOUSE,),
    options=Options,
    check=check,
)
