"""A sitemap gives all its pages one date.

```site bad minimum=3 @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== sitemap.xml
<urlset><url><loc>⟦https://exemple.fr/⟧</loc><lastmod>2026-11-02T08:00:00+01:00</lastmod></url>
<url><loc>https://exemple.fr/?a</loc><lastmod>2026-11-02T08:00:03+01:00</lastmod></url>
<url><loc>https://exemple.fr/?b</loc><lastmod>2026-11-02</lastmod></url></urlset>
```

```site good minimum=3 @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc><lastmod>2026-11-02</lastmod></url>
<url><loc>https://exemple.fr/?a</loc><lastmod>2026-11-02</lastmod></url>
<url><loc>https://exemple.fr/?b</loc><lastmod>2026-10-28</lastmod></url></urlset>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message, Value
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SITEMAPS
from seo_audit.rule_support.site.places import spot

ONE_DATE = Fault(
    message=Message(
        fr="Le plan du site donne la même date, {day}, à ses {pages:# adresse|# adresses}.",
        en="The sitemap gives one date, {day}, to its {pages:# address|# addresses}.",
    ),
    advice=Message(
        fr="Mettez dans lastmod le jour où chaque page a vraiment changé, ou retirez-le.",
        en="Put in lastmod the day on which each page really changed, or remove it.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        int,
        Basis(
            Message(
                fr="Moins de vingt pages peuvent bien avoir changé le même jour.",
                en="Fewer than twenty pages may well have changed on one day.",
            ),
            at_least=2,
        ),
    ] = 20


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    # a month or a year, shorter than a date, is no day
    query = """
        SELECT file, count(*), min(left(lastmod, 10)), arg_min(place, number) FROM sitemap
        WHERE NOT is_news AND len(lastmod) >= 10 GROUP BY file
        HAVING count(*) >= ? AND count(DISTINCT left(lastmod, 10)) = 1 ORDER BY file"""
    for file, pages, day, place in site.rows(query, options.minimum):
        values: dict[str, Value] = {"pages": pages, "day": day}
        yield SiteFinding(ONE_DATE, (spot(None, file, place),), values, about=file)


RULE = SiteRule(
    title=Message(fr="Dates du plan du site", en="Dates of the sitemap"),
    what=Message(
        fr="Signale un plan du site de vingt adresses ou plus qui leur donne à toutes la même date (lastmod).",
        en="Reports a sitemap of twenty addresses or more that gives all of them one date (lastmod).",
    ),
    why=Message(
        fr="Google ne se sert de lastmod que s’il est juste : la date du jour où le site fut construit ne lui dit rien.",
        en="Google uses lastmod only where it is accurate: the day on which the site was built tells it nothing.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SITEMAPS,),
    options=Options,
    check=check,
)
