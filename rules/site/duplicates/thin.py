"""A page has far less text than the others of its site.

```site bad minimum_pages=10
== index.html
<html lang="fr"><title>Accueil</title><main><h1>Accueil</h1><p>Le verger donne des figues, des noix, des poires et des prunes
tout au long de l’année, et ce journal raconte chaque saison avec ses travaux, ses récoltes et ses surprises.</p></main>
== fruit{n}.html x12
<html lang="fr"><title>Fruit {n}</title><main><h1>Fruit {n}</h1><p>Le fruit numéro {n} demande une terre profonde, un tuteur
solide et un arrosage régulier pendant ses deux premières années, puis il se débrouille seul jusqu’à la récolte.</p></main>
== vide.html
<html lang="fr"><title>Les coings</title><main><h1>⟦Les coings⟧</h1><p>À venir.</p></main>
```

```site good minimum_pages=10
== index.html
<html lang="fr"><title>Accueil</title><main><h1>Accueil</h1><p>Le verger donne des figues, des noix, des poires.</p></main>
== fruit{n}.html x12
<html lang="fr"><title>Fruit {n}</title><main><h1>Fruit {n}</h1><p>Le fruit numéro {n} demande une terre profonde.</p></main>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import YOAST
from seo_audit.rule_support.site.places import HEADING, NO_SEARCH, spot

SHORT = Fault(
    message=Message(
        fr="« {url} » n’a que {words:# mot|# mots} ; la moitié des pages du site en ont au moins {median}.",
        en="“{url}” has only {words:# word|# words}; half of the site’s pages have at least {median}.",
    ),
    advice=Message(
        fr="Complétez-la si elle doit répondre à une question ; sinon, réunissez-la à une autre.",
        en="Complete it if it is to answer a question; else join it to another.",
    ),
)
OWES_TEXT = (
    "NOT regexp_matches(lower(p.path), '(?:^|/)(?:(?:nous[-_])?contact(?:ez[-_]nous|s|er)?|panier|cart|checkout|login|connexion|merci"
    "|inscription)(?:/[a-z]{2})?(?:/index)?[.]x?html?$')"
)
"""Not a page of a form, which is as long as it must be (SQL)."""
LEADS_ON = """
    (SELECT count(DISTINCT l.to_page) FROM leads l JOIN pages t ON t.id = l.to_page
     WHERE l.page = p.id AND l.what = 'a' AND t.id <> p.id AND ends_with(p.root_path, '/') AND starts_with(t.root_path, p.root_path)) >= 3"""
"""Whether a page is the door to those of its folder (SQL): menus hold its list, and it need say no more."""
TENTH = 0.1
HALF = 0.5


class Options(Struct, frozen=True):
    under: Annotated[
        int,
        Basis(
            Message(
                fr="Un usage du métier, sans preuve : Google ne compte pas les mots.",
                en="A practice of the trade, unproved: Google does not count words.",
            ),
            at_least=1,
        ),
    ] = 200
    minimum_pages: Annotated[
        int,
        Basis(
            Message(
                fr="Le dixième le plus court ne veut rien dire de moins de dix pages.",
                en="The shortest tenth means nothing of fewer than ten pages.",
            ),
            at_least=2,
        ),
    ] = 10


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    query = f"""
        WITH judged AS (SELECT * FROM pages p WHERE indexable AND NOT is_listing AND {NO_SEARCH} AND {OWES_TEXT}
                AND root_path <> '/'
            ),
            measured AS (
                SELECT count(*) AS n, quantile_cont(words, ?) AS tenth, median(words) AS middle FROM judged
            )
        SELECT p.words, m.middle, p.url, p.path, unnest({HEADING}) FROM judged p, measured m
        WHERE m.n >= ? AND p.words < ? AND p.words < m.tenth AND p.words < ? * m.middle AND NOT {LEADS_ON}
        ORDER BY p.path"""  # noqa: S608  a constant
    rows = site.rows(query, TENTH, options.minimum_pages, options.under, HALF)
    for words, median, url, *place in rows:
        values: dict[str, Value] = {
            "url": shorten(url, 80),
            "words": words,
            "median": int(median),
        }
        yield SiteFinding(SHORT, (spot(url, *place),), values, about=url)


RULE = SiteRule(
    title=Message(fr="Pages maigres", en="Thin pages"),
    what=Message(
        fr="Signale les pages indexables de moins de 200 mots, parmi le dixième le plus court du site et sous la moitié de "
        "la médiane ; ni l’accueil, ni les listes, ni la porte d’une rubrique, ni ce qui n’est qu’un formulaire (contact, panier).",
        en="Reports indexable pages of fewer than 200 words, among the shortest tenth of the site and under half of the "
        "median; neither the home page, nor lists, nor the door to a section, nor what is but a form (contact, cart).",
    ),
    why=Message(
        fr="Une page presque vide déçoit qui l’a trouvée. Aucun nombre de mots n’est une règle de Google.",
        en="A page that is nearly empty disappoints whoever found it. No number of words is a rule of Google’s.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    options=Options,
    check=check,
    needs_build=False,
)
