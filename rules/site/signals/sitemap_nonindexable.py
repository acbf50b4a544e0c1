"""A sitemap names a page that is not to be found: noindex, redirected, or with another canonical.

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== merci.html
<html lang="fr"><title>Merci</title><meta name="robots" content="noindex"><h1>Merci</h1>
== copie.html
<html lang="fr"><title>Copie</title><link rel="canonical" href="/"><h1>Copie</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc></url><url><loc>⟦https://exemple.fr/merci.html⟧</loc></url>
<url><loc>⟦https://exemple.fr/copie.html⟧</loc></url></urlset>
```

```site good @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== figues.html
<html lang="fr"><title>Les figues</title><link rel="canonical" href="https://exemple.fr/figues"><h1>Les figues</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc></url><url><loc>https://exemple.fr/figues</loc></url></urlset>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SITEMAPS
from seo_audit.rule_support.site.places import spot

NOINDEX = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », qui interdit son indexation (noindex).",
        en="The sitemap names “{address}”, which forbids its indexing (noindex).",
    ),
    advice=Message(
        fr="Retirez-la du plan, ou retirez ce noindex.",
        en="Take it off the sitemap, or remove that noindex.",
    ),
)
ANOTHER = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », dont la canonique est une autre page.",
        en="The sitemap names “{address}”, whose canonical is another page.",
    ),
    advice=Message(
        fr="Ne citez au plan que les adresses canoniques.",
        en="Name only canonical addresses in the sitemap.",
    ),
)
SENT_ON = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », qui renvoie à « {at} ».",
        en="The sitemap names “{address}”, which redirects to “{at}”.",
    ),
    advice=Message(fr="Citez « {at} ».", en="Name “{at}”."),
)

SENT_AWAY = Fault(
    message=SENT_ON.message,
    advice=Message(
        fr="Retirez-la du plan : un plan ne cite que les pages de son site.",
        en="Take it off the sitemap: a sitemap names pages of its own site only.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = """
        SELECT s.file, s.named, s.ends_at, s.place, s.via, s.kind, p.noindex
        FROM sitemap s LEFT JOIN pages p ON p.id = s.to_page
        WHERE (s.via IN ('stub', 'rule', 'crawled') AND s.kind NOT IN ('missing', 'loop'))
            OR (s.kind = 'page' AND NOT p.indexable AND p.id NOT IN (SELECT id FROM shells))
        ORDER BY s.file, s.number"""
    for file, named, at, place, via, kind, noindex in site.rows(query):
        if via not in ("", "slash"):
            fault = SENT_AWAY if kind == "external" else SENT_ON
        else:
            fault = NOINDEX if noindex else ANOTHER
        values: dict[str, Value] = {"address": shorten(named, 120), "at": shorten(at, 120)}
        yield SiteFinding(fault, (spot(None, file, place),), values, about=named, target=named)


RULE = SiteRule(
    title=Message(fr="Plan du site : pages non indexables", en="Sitemap: pages not indexable"),
    what=Message(
        fr="Signale les pages d’un plan du site qui sont noindex, redirigées, ou dont la canonique est une autre.",
        en="Reports pages of a sitemap that are noindex, redirected, or whose canonical is another one.",
    ),
    why=Message(
        fr="Le plan dit « montrez-la », la page dit le contraire. Google demande d’y mettre les seules canoniques.",
        en="The sitemap says “show it”, the page says the contrary. Google asks for canonical addresses only.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SITEMAPS,),
    check=check,
)
