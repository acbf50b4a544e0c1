"""A page names a version in another language, which does not name it back.

```site bad
== index.html
<html lang="fr"><title>Accueil</title>⟦<link rel="alternate" hreflang="en" href="en/">⟧<h1>Accueil</h1>
== en/index.html
<html lang="en"><title>Home</title><link rel="alternate" hreflang="de" href="../de/"><h1>Home</h1>
```

A sitemap may name the versions in place of the pages:

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== en/index.html
<html lang="en"><title>Home</title><h1>Home</h1>
== sitemap.xml
<urlset><url><loc>https://exemple.fr/</loc>⟦<xhtml:link rel="alternate" hreflang="en" href="https://exemple.fr/en/"/>⟧</url>
<url><loc>https://exemple.fr/en/</loc></url></urlset>
```

What is not among the pages may well name it:

```site good
== index.html
<html lang="fr"><title>Accueil</title><link rel="alternate" hreflang="en" href="en/"><link rel="alternate" hreflang="fr"
href="/"><link rel="alternate" hreflang="de" href="https://exemple.de/"><h1>Accueil</h1>
== en/index.html
<html lang="en"><title>Home</title><link rel="alternate" hreflang="fr" href="../"><h1>Home</h1>
```
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from seo_audit.message import Message, Statement, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule, Spot
from seo_audit.rule_support.references import GOOGLE_HREFLANG
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import spot

NO_RETURN = Fault(
    message=Message(
        fr="{pages:# page désigne|# pages désignent} « {address} » comme version « {language} », sans retour de sa part.",
        en="{pages:# page names|# pages name} “{address}” as the version “{language}”, which does not name back.",
    ),
    advice=Message(
        fr="Donnez aux deux pages les mêmes liens hreflang, chacune s’y nommant aussi.",
        en="Give both pages the same hreflang links, each naming itself too.",
    ),
)


IN_SITEMAP = Fault(
    message=Message(
        fr="Le plan du site donne « {address} » pour la version « {language} » de {whose}, sans retour de sa part.",
        en="The sitemap gives “{address}” as the version “{language}” of {whose}, and names nothing back.",
    ),
    advice=Message(
        fr="Donnez aux deux adresses du plan les mêmes éléments xhtml:link, chacune s’y nommant aussi.",
        en="Give both addresses of the sitemap the same xhtml:link elements, each naming itself too.",
    ),
)
ONE = Message(fr="« {page} »", en="“{page}”")
MANY = Message(fr="{pages:# page|# pages}", en="{pages:# page|# pages}")

# versions name the canonical page back, not its copies; page and sitemap may each name the other half
_NO_RETURN = """
    WITH named AS (
        SELECT m.page, m.to_page, w.extra AS language, NULL AS file, w.place, m.number
        FROM mentions m JOIN written w USING (page, number) WHERE m.what = 'alternate' AND m.kind = 'page'
        UNION ALL
        SELECT page, to_page, language, file, place, 0 FROM versions
    )
    SELECT t.url, n.language, n.file, p.url, p.path, n.place
    FROM named n JOIN pages p ON p.id = n.page JOIN pages t ON t.id = n.to_page
    WHERE p.indexable AND n.to_page <> n.page AND n.language <> 'x-default'
        AND (n.to_page, n.page) NOT IN (SELECT page, to_page FROM named WHERE to_page IS NOT NULL)
    QUALIFY row_number() OVER (
        PARTITION BY n.page, n.to_page ORDER BY n.file NULLS FIRST, n.number, n.language
    ) = 1
    ORDER BY t.url, n.language, n.file NULLS FIRST, p.path"""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # a template may send all pages to one: that is one finding
    for (named, language, file), rows in groupby(site.rows(_NO_RETURN), key=lambda row: row[:3]):
        urls: list[str] = []
        spots = packed(_spots(rows, urls))
        one = urls[0] if len(urls) == 1 else ""
        values: dict[str, Value] = {
            "address": shorten(named, 120),
            "language": shorten(language, 20),
            "pages": len(urls),
            "whose": Statement(ONE, {"page": shorten(one, 120)})
            if one
            else Statement(MANY, {"pages": len(urls)}),
        }
        about = f"{named} {language} {one}"
        fault = IN_SITEMAP if file else NO_RETURN
        yield SiteFinding(fault, spots, values, about, target=named)


def _spots(rows: Iterable[tuple[Any, ...]], urls: list[str]) -> Iterator[Spot]:
    """The places of a group; `urls` is told the pages'."""
    for _, _, file, url, path, place in rows:
        urls.append(url)
        yield spot(None, file, place) if file else spot(url, path, place)


RULE = SiteRule(
    title=Message(fr="Retour des liens hreflang", en="Return of hreflang links"),
    what=Message(
        fr="Signale une version de langue, parmi les pages du site, qui ne désigne pas en retour la page indexable qui la "
        "désigne, par ses liens hreflang ou par le plan du site.",
        en="Reports a language version, among the site’s pages, that does not name back the indexable page that names it, by "
        "its hreflang links or by the sitemap.",
    ),
    why=Message(
        fr="Google ne tient pas compte d’un lien hreflang sans retour : n’importe qui pourrait sinon se dire la version "
        "d’une page.",
        en="Google ignores an hreflang link without a return: else anybody could call a page a version of another.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HREFLANG,),
    check=check,
)
