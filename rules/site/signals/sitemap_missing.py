"""A sitemap names an address where nothing answers.

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== sitemap.xml
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://exemple.fr/</loc></url>
<url><loc>⟦https://exemple.fr/figues/⟧</loc></url></urlset>
```

```site good @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== sitemap_index.xml
<sitemapindex><sitemap><loc>https://exemple.fr/plan-1.xml</loc></sitemap></sitemapindex>
== plan-1.xml
<urlset><url><loc><![CDATA[https://exemple.fr/?tri=nom&ordre=a]]></loc></url>
<url><loc>https://ailleurs.example/</loc></url></urlset>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SITEMAPS
from seo_audit.rule_support.site.places import spot

ABSENT = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », qui n’existe pas.",
        en="The sitemap names “{address}”, which does not exist.",
    ),
    advice=Message(
        fr="Retirez-la du plan, ou remettez la page.",
        en="Take it off the sitemap, or put the page back.",
    ),
)

SENT_NOWHERE = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », qui renvoie à « {at} », où rien ne répond.",
        en="The sitemap names “{address}”, which redirects to “{at}”, where nothing answers.",
    ),
    advice=ABSENT.advice,
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = """
        SELECT file, named, via, ends_at, place FROM sitemap WHERE kind IN ('missing', 'loop') ORDER BY file, number"""
    for file, named, via, at, place in site.rows(query):
        values: dict[str, Value] = {"address": shorten(named, 120), "at": shorten(at, 120)}
        fault = SENT_NOWHERE if via else ABSENT
        yield SiteFinding(fault, (spot(None, file, place),), values, about=named, target=named)


RULE = SiteRule(
    title=Message(fr="Plan du site : pages absentes", en="Sitemap: missing pages"),
    what=Message(
        fr="Signale les adresses d’un plan du site (index et .gz compris) où rien ne répond.",
        en="Reports addresses of a sitemap (index and .gz included) where nothing answers.",
    ),
    why=Message(
        fr="Un plan sert à dire quelles pages existent : des adresses mortes font perdre leur temps aux moteurs.",
        en="A sitemap is there to say which pages exist: dead addresses waste the time of search engines.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SITEMAPS,),
    check=check,
)
