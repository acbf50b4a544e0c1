"""What links are called says little of the page, or says the same of two.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Les figues : ⟦<a href="figues.html">cliquez ici</a>⟧.</p>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><p>Retour à <a href="/">l’accueil du verger</a>.</p>
```

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>En août, voyez ⟦<a href="figues.html">nos fruits d’été</a>⟧, et
dès septembre ⟦<a href="prunes.html">nos fruits d’été</a>⟧ qui finissent de mûrir sous les feuilles.</p>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== prunes.html
<html lang="fr"><title>Les prunes</title><h1>Les prunes</h1>
```

One link with a good text is enough, and what menus and series repeat means nothing:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><nav><a href="/figues.html">Suivant</a></nav><p>Voyez
<a href="figues.html">la récolte des figues</a>, puis <a href="figues.html">cliquez ici</a>.</p>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><nav><a href="/prunes.html">Suivant</a></nav>
<p>Après elles viennent <a href="prunes.html">les prunes de septembre</a>.</p>
== prunes.html
<html lang="fr"><title>Les prunes</title><h1>Les prunes</h1>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_LINKS, SCREAMING_FROG
from seo_audit.rule_support.site.places import spot

GENERIC = Fault(
    message=Message(
        fr="Aucun lien vers « {address} » ne dit ce qu’on y trouve : « {text} »{links:.|, # liens.}",
        en="No link to “{address}” says what is found there: “{text}”{links:.|, # links.}",
    ),
    advice=Message(
        fr="Mettez au moins l’un de ces liens sur les mots qui nomment la page.",
        en="Put at least one of these links on the words that name the page.",
    ),
)
EMPTY = Fault(
    message=Message(
        fr="Aucun lien vers « {address} » n’a de texte{links:.|, # liens.}",
        en="No link to “{address}” has a text{links:.|, # links.}",
    ),
    advice=Message(
        fr="Donnez-leur un texte, ou un texte de remplacement à leur image.",
        en="Give them a text, or their image an alternative text.",
    ),
)
ALIKE = Fault(
    message=Message(
        fr="« {text} » mène à deux pages : « {address} » et « {other} ».",
        en="“{text}” leads to two pages: “{address}” and “{other}”.",
    ),
    advice=Message(
        fr="Distinguez ces liens par leurs mots.", en="Tell these links apart by their words."
    ),
)
ALIKE_MANY = Fault(
    message=Message(
        fr="« {text} » mène à {pages:# page|# pages}, dont « {address} » et « {other} ».",
        en="“{text}” leads to {pages:# page|# pages}, “{address}” and “{other}” among them.",
    ),
    advice=ALIKE.advice,
)

SAYS_NOTHING = (
    "ici|cliquez ici|cliquer ici|cliquez-ici|par ici|là|lien|ce lien|le lien|lien externe|voir|voir plus|voir ici|"
    "en savoir plus|en savoir \\+|savoir plus|plus|plus d’infos|plus d'infos|plus d’informations|lire|lire plus|lire la suite|"
    "la suite|suite|continuer la lecture|poursuivre la lecture|continuer|lire l’article|lire l'article|lisez|découvrir|télécharger|page|cette page|article|site|accéder|"
    "click here|here|this link|link|read more|more|learn more|this page|details"
)
AROUND = (
    "suivante?|précédente?|page suivante|page précédente|retour|accueil|haut|next|previous|prev|newer|older|"
    "(?:page )?[0-9]+|[«»‹›←→<>…#.\\s-]+|modifier|éditer|edit|permalien|permalink"
)
"""What links of a series and of menus are called: they say where they stand, not what is there."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from _generic(site)
    yield from _alike(site)


def _generic(site: Site) -> Iterator[SiteFinding]:
    query = f"""
        WITH called AS (
            SELECT l.page, l.number, l.to_page, l.text, trim(lower(l.text), ' .:…>»→') AS name FROM links l
            WHERE l.kind = 'page' AND l.to_page <> l.page AND l.to_page IN (SELECT id FROM pages WHERE indexable)
        ), poor AS (
            SELECT to_page FROM called GROUP BY to_page
            HAVING bool_and(name = '' OR regexp_full_match(name, '{SAYS_NOTHING.replace("'", "''")}'))
        )
        SELECT p.url, c.text, s.url, s.path, w.place FROM called c JOIN poor USING (to_page)
        JOIN pages p ON p.id = c.to_page JOIN pages s ON s.id = c.page JOIN written w USING (page, number)
        ORDER BY p.url, s.path, c.number"""  # noqa: S608  a constant
    for address, group in groupby(site.rows(query), key=lambda row: row[0]):
        own = list(group)
        spots = tuple(spot(url, path, place) for _, _, url, path, place in own)
        text = next((row[1].strip() for row in own if row[1].strip()), "")
        values: dict[str, Value] = {
            "address": shorten(address, 120),
            "text": shorten(text, 60),
            "links": len(spots),
        }
        yield SiteFinding(GENERIC if text else EMPTY, spots, values, about=address, target=address)


def _alike(site: Site) -> Iterator[SiteFinding]:
    query = f"""
        WITH called AS (
            SELECT l.page, l.number, l.to_page, l.text, trim(lower(l.text), ' .:…>»→') AS name FROM links l
            WHERE l.kind = 'page' AND l.content AND l.to_page <> l.page AND l.fragment = '' AND l.query = ''
        ), shared AS (
            SELECT name FROM called
            WHERE length(name) > 3 AND NOT regexp_full_match(name, '{SAYS_NOTHING.replace("'", "''")}|{AROUND}')
            GROUP BY name HAVING count(DISTINCT to_page) > 1
        )
        SELECT c.name, c.text, t.url, s.url, s.path, w.place FROM called c JOIN shared USING (name)
        JOIN pages t ON t.id = c.to_page JOIN pages s ON s.id = c.page JOIN written w USING (page, number)
        WHERE NOT s.is_listing AND NOT t.is_series
        ORDER BY c.name, s.path, c.number"""  # noqa: S608  a constant
    for name, group in groupby(site.rows(query), key=lambda row: row[0]):
        own = list(group)
        targets = sorted({row[2] for row in own})
        if len(targets) < 2:
            continue
        spots = tuple(spot(url, path, place) for *_, url, path, place in own)
        values: dict[str, Value] = {
            "text": shorten(own[0][1].strip(), 60),
            "pages": len(targets),
            "address": shorten(targets[0], 80),
            "other": shorten(targets[1], 80),
        }
        fault = ALIKE if len(targets) == 2 else ALIKE_MANY
        yield SiteFinding(fault, spots, values, about=name, severity=Severity.INFO)


RULE = SiteRule(
    title=Message(fr="Textes des liens", en="Texts of links"),
    what=Message(
        fr="Signale les pages auxquelles ne mènent que des liens vides ou passe-partout, et les mots qui, dans le "
        "contenu, mènent à deux pages.",
        en="Reports pages to which only empty or generic links lead, and words that lead, within the content, to two "
        "pages.",
    ),
    why=Message(
        fr="Le texte des liens dit aux lecteurs et à Google de quoi parle la page visée.",
        en="The text of links tells readers and Google what the page is about.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_LINKS, SCREAMING_FROG),
    check=check,
)
