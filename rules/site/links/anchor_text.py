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

from seo_audit.french.lemmas import bare
from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.link_texts import core, generic
from seo_audit.rule_support.references import GOOGLE_LINKS, SCREAMING_FROG
from seo_audit.rule_support.site.places import spot, together, told

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

AROUND = (
    "(?:(?:l[’'']|le |la |les )?(?:page|article|articles|billet|billets|post|posts|chapitre|chapitres|leçon|leçons|partie|parties|"
    "étape|étapes|épisode|épisodes|module|modules|section|sections) )?(?:suivant|précédent)e?s?|"
    "retour|accueil|haut|next|previous|prev|newer|older|"
    "(?:next|previous|prev|newer|older) (?:page|article|post|chapter|lesson|part|step|episode|section)s?|"
    "(?:page )?[0-9]+|modifier|éditer|edit|permalien|permalink|"
    "(?:(?:en|in|auf|version) )?(?:français|french|francaise|française|english|anglais|anglaise|deutsch|español|italiano|nederlands|português)"
    "(?: version)?"
)
"""What links of a series and of menus are called: they say where they stand, not what is there; or name the page’s language."""
LEADS = "what = 'a' AND kind = 'page' AND to_page <> page"
"""Links to other pages; those of pages that the configuration leaves out count where they say something."""
OPENING, CLOSING = '«“”"', '»”“"'
"""What a message that quotes a text leaves out where it stands around it."""
EDGES = "^[^\\pL\\pN]+|[^\\pL\\pN]+$"
"""What stands around a name (SQL)."""
NAMED = "name = h1 OR starts_with(title, name) AND (title = name OR regexp_matches(substr(title, length(name) + 1), '^\\s*[^\\pL\\pN\\s]'))"
"""Whether a page is called so itself, its site’s name left out (SQL): that two pages are is no fault of the links."""
SHORTEST = 4
"""Letters of a name that two pages may not share."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    texts = site.rows(f"SELECT DISTINCT text FROM leads WHERE {LEADS}")  # noqa: S608  a constant
    poor = [text for (text,) in texts if core(text) in generic() or not core(text)]
    yield from _generic(site, poor)
    yield from _alike(site, poor)


def _generic(site: Site, poor: list[str]) -> Iterator[SiteFinding]:
    where = f"""l.kind = 'page' AND l.to_page <> l.page AND l.to_page IN (
            SELECT id FROM pages WHERE indexable AND NOT is_series
            EXCEPT SELECT to_page FROM leads WHERE {LEADS} AND text NOT IN (SELECT unnest(?::VARCHAR[]))
        )"""  # noqa: S608  a constant
    query = f"""
        SELECT p.url, p.title, p.h1, l.text, l.url, l.path, unnest(l.place)
        FROM {told("links", where)} l JOIN pages p ON p.id = l.to_page
        ORDER BY p.url, l.path, l.number"""  # noqa: S608  constants
    for (address, title, h1), group in groupby(site.rows(query, poor), key=lambda row: row[:3]):
        said = ((row[3:4], spot(*row[4:])) for row in group)
        _, texts, spots = together(said, 0)
        names = {bare(core(title)), bare(core(h1)), bare(core(_last_part(address)))} - {""}
        if any(bare(core(text)) in names for text in texts):
            continue  # a page called « Télécharger » is named by that
        text = next((text.strip() for text in texts if text.strip()), "")
        values: dict[str, Value] = {
            "address": shorten(address, 120),
            "text": shorten(text, 60),
            "links": len(spots),
        }
        yield SiteFinding(GENERIC if text else EMPTY, spots, values, about=address, target=address)


def _last_part(address: str) -> str:
    """The words of the last part of an address."""
    name = address.rstrip("/").rpartition("/")[2]
    return name.removesuffix(".html").removesuffix(".htm").replace("-", " ").replace("_", " ")


def _alike(site: Site, poor: list[str]) -> Iterator[SiteFinding]:
    query = f"""
        WITH called AS (
            SELECT l.page, l.number, l.text, t.url AS leads, s.lang_key AS lang, s.url, s.path,
                regexp_replace(lower(l.text), '{EDGES}', '', 'g') AS name,
                regexp_replace(lower(t.h1), '{EDGES}', '', 'g') AS h1, regexp_replace(lower(t.title), '{EDGES}', '', 'g') AS title
            FROM leads l JOIN pages t ON t.id = l.to_page JOIN pages s ON s.id = l.page
            WHERE l.what = 'a' AND l.kind = 'page' AND l.content AND l.to_page <> l.page AND l.fragment = '' AND l.query = ''
                AND l.text NOT IN (SELECT unnest(?::VARCHAR[]))
                AND NOT s.is_listing AND NOT t.is_series AND t.is_own_canonical
        ), shared AS (
            SELECT name, lang FROM called WHERE length(name) >= {SHORTEST} AND NOT regexp_full_match(name, '{AROUND}')
            GROUP BY name, lang HAVING count(DISTINCT leads) > 1 AND NOT bool_and({NAMED})
        )
        SELECT c.name, c.lang, c.text, c.leads, c.url, c.path, unnest(w.place)
        FROM called c JOIN shared USING (name, lang) JOIN written w USING (page, number)
        ORDER BY c.name, c.lang, c.path, c.number"""  # noqa: S608  constants
    for (name, _), group in groupby(site.rows(query, poor), key=lambda row: row[:2]):
        said = ((row[2:4], spot(*row[4:])) for row in group)
        (text, _), leads, spots = together(said, 1)
        targets = sorted(leads)
        values: dict[str, Value] = {
            "text": shorten(_unquoted(text), 60),
            "pages": len(targets),
            "address": shorten(targets[0], 80),
            "other": shorten(targets[1], 80),
        }
        fault = ALIKE if len(targets) == 2 else ALIKE_MANY
        yield SiteFinding(fault, spots, values, about=name, severity=Severity.INFO)


def _unquoted(text: str) -> str:
    """A text as it is quoted."""
    said = text.strip()
    if len(said) > 1 and said[0] in OPENING and said[-1] in CLOSING:
        return said[1:-1].strip()
    return said


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
