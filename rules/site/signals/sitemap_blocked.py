"""A sitemap names a page that robots.txt forbids.

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== prive/figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== robots.txt
User-agent: *
Disallow: /prive/
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc></url><url><loc>⟦https://exemple.fr/prive/figues.html⟧</loc></url></urlset>
```

```site good @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== prive/figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== robots.txt
User-agent: *
Disallow: /prive/
Allow: /prive/figues
Disallow: /*.pdf$
== sitemap.xml
<urlset><url><loc>https://exemple.fr/prive/figues.html</loc></url></urlset>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_ROBOTS_TXT, GOOGLE_SITEMAPS
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import spot, template_pages

FORBIDDEN = Fault(
    message=Message(
        fr="Le plan du site cite « {address} », que robots.txt interdit (ligne {line}).",
        en="The sitemap names “{address}”, which robots.txt forbids (line {line}).",
    ),
    advice=Message(
        fr="Retirez-la du plan, ou ouvrez-la dans robots.txt.",
        en="Take it off the sitemap, or open it in robots.txt.",
    ),
)

ALL_FORBIDDEN = Fault(
    message=Message(
        fr="robots.txt (ligne {line}) interdit {pages:# adresse|# adresses} du plan du site.",
        en="robots.txt (line {line}) forbids {pages:# address|# addresses} of the sitemap.",
    ),
    advice=Message(
        fr="Retirez cette ligne : c’est souvent celle du site d’essai. Sinon, retirez ces adresses du plan.",
        en="Remove that line: it is often that of a test site. Else take these addresses off the sitemap.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # what one line does to most of the site is told once
    least = template_pages(site)
    query = """
        SELECT file, named, place, blocked FROM sitemap WHERE blocked > 0
        QUALIFY count(*) OVER (PARTITION BY blocked) >= ? ORDER BY blocked, file, number"""
    for line, group in groupby(site.rows(query, least), key=lambda row: row[3]):
        spots = packed(spot(None, file, place) for file, _, place, _ in group)
        yield SiteFinding(
            ALL_FORBIDDEN, spots, {"line": line, "pages": len(spots)}, about="robots.txt"
        )
    query = """
        SELECT file, named, place, blocked FROM sitemap WHERE blocked > 0
        QUALIFY count(*) OVER (PARTITION BY blocked) < ? ORDER BY file, number"""
    for file, named, place, line in site.rows(query, least):
        values: dict[str, Value] = {"address": shorten(named, 120), "line": line}
        yield SiteFinding(FORBIDDEN, (spot(None, file, place),), values, about=named, target=named)


RULE = SiteRule(
    title=Message(fr="Plan du site : pages interdites", en="Sitemap: forbidden pages"),
    what=Message(
        fr="Signale les adresses d’un plan du site que robots.txt interdit à Google.",
        en="Reports addresses of a sitemap that robots.txt forbids to Google.",
    ),
    why=Message(
        fr="Google ne lit pas ce que robots.txt interdit : la page ne sera montrée que par ce que d’autres en disent.",
        en="Google does not read what robots.txt forbids: the page is shown only by what others say of it.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SITEMAPS, GOOGLE_ROBOTS_TXT),
    check=check,
)
