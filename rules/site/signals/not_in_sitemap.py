"""A page that may be found is not in the sitemap.

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>⟦Les figues⟧</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc></url></urlset>
```

```site good @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="merci.html">Merci</a> <a href="page/2/">Suite</a>
== merci.html
<html lang="fr"><title>Merci</title><meta name="robots" content="noindex"><h1>Merci</h1>
== page/2/index.html
<html lang="fr"><title>Accueil, page 2</title><h1>Accueil</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr</loc></url></urlset>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SITEMAPS, SCREAMING_FROG
from seo_audit.rule_support.site.places import HEADING, spot

ABSENT = Fault(
    message=Message(
        fr="« {url} » n’est pas dans le plan du site.", en="“{url}” is not in the sitemap."
    ),
    advice=Message(
        fr="Ajoutez-la au plan, si elle doit être trouvée.",
        en="Add it to the sitemap, if it is to be found.",
    ),
)
ELSEWHERE = Fault(
    message=Message(
        fr="Aucune des {entries:# adresse|# adresses} du plan n’est de ce site : la première est « {address} ».",
        en="None of the sitemap’s {entries:# address|# addresses} is of this site: the first is “{address}”.",
    ),
    advice=Message(
        fr="Donnez au générateur l’adresse du site ; si c’est celle du plan qui est juste, dites-la par --url.",
        en="Tell the generator the site’s address; if the sitemap’s is the right one, say it with --url.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    elsewhere = """
        SELECT file, named, place, (SELECT count(*) FROM sitemap) FROM sitemap
        WHERE (SELECT bool_and(kind = 'external') FROM sitemap) ORDER BY file, number LIMIT 1"""
    for file, named, place, entries in site.rows(elsewhere):
        # one word of the configuration, not a fault of each page
        told: dict[str, Value] = {"entries": entries, "address": shorten(named, 120)}
        spots = (spot(None, file, place),)
        yield SiteFinding(ELSEWHERE, spots, told, about=named, severity=Severity.WARNING)
        return
    # what holds the news of two days only says nothing of the rest; a generator writes all lists by tag or author, or none
    query = f"""
        SELECT p.url, p.path, unnest({HEADING}) FROM pages p ANTI JOIN forbidden f USING (id)
        WHERE p.indexable AND NOT p.is_series AND EXISTS (SELECT 1 FROM sitemap WHERE NOT is_news)
            AND NOT EXISTS (SELECT 1 FROM sitemap s WHERE s.to_page = p.id)
            AND NOT (p.is_taxonomy AND NOT EXISTS (
                SELECT 1 FROM sitemap s JOIN pages t ON t.id = s.to_page WHERE t.is_taxonomy
            ))
        ORDER BY p.path"""  # noqa: S608  a constant
    for url, *place in site.rows(query):
        values: dict[str, Value] = {"url": url}
        yield SiteFinding(ABSENT, (spot(url, *place),), values, about=url)


RULE = SiteRule(
    title=Message(fr="Pages hors du plan du site", en="Pages not in the sitemap"),
    what=Message(
        fr="Signale, là où il y a un plan du site, les pages indexables qui n’y sont pas ; hors séries, hors ce que "
        "robots.txt interdit, et hors listes par étiquette, catégorie ou auteur d’un plan qui n’en a aucune.",
        en="Reports, where there is a sitemap, indexable pages that are not in it; series aside, what robots.txt "
        "forbids, and lists by tag, category or author of a sitemap that has none of them.",
    ),
    why=Message(
        fr="Le plan aide les moteurs à trouver les pages nouvelles. Les liens y suffisent le plus souvent.",
        en="The sitemap helps search engines to find new pages. Links are mostly enough.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_SITEMAPS, SCREAMING_FROG),
    check=check,
)
