"""A page names a version in another language, which does not name it back.

```site bad
== index.html
<html lang="fr"><title>Accueil</title>⟦<link rel="alternate" hreflang="en" href="en/">⟧<h1>Accueil</h1>
== en/index.html
<html lang="en"><title>Home</title><link rel="alternate" hreflang="de" href="../de/"><h1>Home</h1>
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

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
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


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # versions name the canonical page back, not its copies
    query = """
        SELECT t.url, m.extra, p.url, p.path, w.place
        FROM mentions m JOIN pages p ON p.id = m.page JOIN written w USING (page, number) JOIN pages t ON t.id = m.to_page
        WHERE p.indexable AND m.what = 'alternate' AND m.kind = 'page' AND m.to_page <> m.page AND m.extra <> 'x-default'
            AND NOT EXISTS (
                SELECT 1 FROM mentions b WHERE b.what = 'alternate' AND b.page = m.to_page AND b.to_page = m.page
            )
        QUALIFY row_number() OVER (PARTITION BY m.page, m.to_page ORDER BY m.number) = 1
        ORDER BY t.url, m.extra, p.path"""
    # a template may send all pages to one: that is one finding
    for (named, language), group in groupby(site.rows(query), key=lambda row: row[:2]):
        spots = packed(spot(url, path, place) for _, _, url, path, place in group)
        values: dict[str, Value] = {
            "address": shorten(named, 120),
            "language": shorten(language, 20),
            "pages": len(spots),
        }
        about = f"{named} {language} {spots[0].url if len(spots) == 1 else ''}"
        yield SiteFinding(NO_RETURN, spots, values, about, target=named)


RULE = SiteRule(
    title=Message(fr="Retour des liens hreflang", en="Return of hreflang links"),
    what=Message(
        fr="Signale une version de langue, parmi les pages du site, qui ne désigne pas en retour la page indexable qui la "
        "désigne.",
        en="Reports a language version, among the site’s pages, that does not name back the indexable page that names it.",
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
