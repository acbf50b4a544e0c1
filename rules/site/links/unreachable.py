"""No way leads from the home page to a page, though others link to it.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== nord.html
<html lang="fr"><title>Le nord</title><h1>⟦Le nord⟧</h1><a href="sud.html">Le sud</a>
== sud.html
<html lang="fr"><title>Le sud</title><h1>⟦Le sud⟧</h1><a href="nord.html">Le nord</a>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="nord.html">Nord</a>
== nord.html
<html lang="fr"><title>Le nord</title><h1>Le nord</h1><a href="sud.html">Le sud</a>
== sud.html
<html lang="fr"><title>Le sud</title><h1>Le sud</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_LINKS
from seo_audit.rule_support.site.links import MENUS_KNOWN
from seo_audit.rule_support.site.places import HEADING, NO_SEARCH, spot

CUT_OFF = Fault(
    message=Message(
        fr="Aucun chemin ne mène de l’accueil à « {url} » : ne la citent que des pages qu’on n’atteint pas non plus.",
        en="No way leads from the home page to “{url}”: only pages that cannot be reached either link to it.",
    ),
    advice=Message(
        fr="Faites un lien vers elle depuis une page que l’on atteint.",
        en="Link to it from a page that can be reached.",
    ),
)

OTHER_LANGUAGES = """
    versions_of AS (
        SELECT v.to_page AS id FROM leads v JOIN pages q ON q.id = v.page AND q.depth IS NOT NULL
        WHERE v.what = 'alternate' AND v.kind = 'page' AND v.to_page IN (SELECT id FROM pages WHERE depth IS NULL)
        UNION
        SELECT e.to_page FROM versions_of v JOIN edges e ON e.page = v.id
        WHERE e.to_page IN (SELECT id FROM pages WHERE depth IS NULL)
    )"""
"""What a page that is reached names as its version in another language, and where one goes on from there (SQL).

Readers choose the language where a script writes the choice, and search engines read these names; a page to which no link
leads at all is an orphan nonetheless.
"""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = f"""
        WITH RECURSIVE {OTHER_LANGUAGES}
        SELECT p.url, p.path, unnest({HEADING}) FROM pages p
        WHERE {MENUS_KNOWN} AND p.indexable AND {NO_SEARCH} AND p.links_in > 0 AND p.depth IS NULL AND EXISTS (SELECT 1 FROM ways WHERE depth = 0)
            AND p.id NOT IN (SELECT id FROM versions_of)
        ORDER BY p.path"""  # noqa: S608  constants
    for url, *place in site.rows(query):
        yield SiteFinding(CUT_OFF, (spot(url, *place),), {"url": url}, about=url)


RULE = SiteRule(
    title=Message(fr="Pages hors d’atteinte", en="Pages out of reach"),
    what=Message(
        fr="Signale les pages indexables qu’aucune suite de liens ne relie à l’accueil, ni le choix de la langue (hreflang) ; "
        "celles que rien ne cite sont orphelines.",
        en="Reports indexable pages that no sequence of links connects to the home page, nor the choice of a language "
        "(hreflang); those that nothing links to are orphans.",
    ),
    why=Message(
        fr="Un îlot de pages qui ne se citent qu’entre elles reste hors de vue des lecteurs et des moteurs.",
        en="An island of pages that link only to each other stays out of sight of readers and search engines.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_LINKS,),
    check=check,
)
