"""Two pages of a site declare one keyphrase.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="haie.html">Haie</a> <a href="haies.html">Haies</a>
== haie.html
<html lang="fr"><title>Planter</title><meta name="keywords" content="⟦haie champêtre⟧"><h1>Planter une haie champêtre</h1>
== haies.html
<html lang="fr"><title>Tailler</title><meta name="keywords" content="⟦haies champêtres⟧"><h1>Tailler les haies champêtres</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="haie.html">Haie</a> <a href="haies.html">Haies</a>
== haie.html
<html lang="fr"><title>Planter</title><meta name="keywords" content="haie champêtre"><h1>Planter une haie champêtre</h1>
== haies.html
<html lang="fr"><title>Tailler</title><meta name="keywords" content="taille des haies"><h1>Tailler les haies</h1>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import YOAST
from seo_audit.rule_support.site.places import spot, template_pages, together

SAME = Fault(
    message=Message(
        fr="{pages:# page vise|# pages visent} la même expression clé : « {text} ».",
        en="{pages:# page aims|# pages aim} at one keyphrase: “{text}”.",
    ),
    advice=Message(
        fr="Visez avec chacune une recherche différente, ou réunissez-les.",
        en="Aim with each at another search, or join them.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = """
        SELECT keyphrase_lemmas, lang_key, keyphrase, url, path, unnest(keyphrase_place) FROM pages
        WHERE indexable AND NOT is_listing AND keyphrase_lemmas <> ''
            AND keyphrase_lemmas NOT IN (SELECT keyphrase_lemmas FROM pages GROUP BY ALL HAVING count(*) >= ?)
        QUALIFY count(*) OVER (PARTITION BY keyphrase_lemmas, lang_key) > 1 ORDER BY 1, 2, path"""
    rows = site.rows(query, template_pages(site))
    for (lemmas, _), group in groupby(rows, key=lambda row: row[:2]):
        (text,), _, spots = together(((row[2:3], spot(*row[3:])) for row in group), 0)
        values: dict[str, Value] = {"text": shorten(text), "pages": len(spots)}
        yield SiteFinding(SAME, spots, values, about=lemmas)


RULE = SiteRule(
    title=Message(fr="Même expression clé", en="Same keyphrase"),
    what=Message(
        fr="Signale les pages qui déclarent la même expression clé, au pluriel et aux accords près. Rien n’est deviné "
        "des titres.",
        en="Reports pages that declare the same keyphrase, plurals and agreement aside. Nothing is guessed from titles.",
    ),
    why=Message(
        fr="Le métier parle de cannibalisation : deux pages pour une recherche. Google choisit alors lui-même, sans qu’il "
        "soit prouvé que cela nuise.",
        en="The trade calls it cannibalisation: two pages for one search. Google then chooses by itself; that it harms "
        "is not proved.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    check=check,
    needs_build=False,
    a_group=True,
)
