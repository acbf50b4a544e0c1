"""A link leads to a part of a page that is not there.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html#recolte">La récolte</a>
⟦<a href="figues.html#taille">La taille</a>⟧ ⟦<a href="#contact">Nous écrire</a>⟧
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><h2 id="recolte">La récolte</h2>
```

The top, a passage of text, and names written as they are or percent-encoded are found:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="#top">Haut</a> <a href="figues.html#:~:text=mûres">Mûres</a>
<a href="figues.html#r%C3%A9colte">La récolte</a> <a href="figues.html#l%27%C3%A9t%C3%A9">L’été</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1><h2 id="récolte">La récolte</h2><h2 id="l%27%C3%A9t%C3%A9">L’été</h2>
```
"""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import unquote

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import HTML, opquast
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import BY_ADDRESS, FEWEST, link_spots, pages_of

NO_PART = Fault(
    message=Message(
        fr="« {address} » n’a pas de partie « #{fragment} » : {links:# lien y mène|# liens y mènent}.",
        en="“{address}” has no part “#{fragment}”: {links:# link leads|# links lead} there.",
    ),
    advice=Message(
        fr="Corrigez l’ancre, ou posez-la (attribut id) où elle manque.",
        en="Mend the anchor, or set it (attribute id) where it is missing.",
    ),
)
ON_EVERY_PAGE = Fault(
    message=Message(
        fr="Le gabarit mène à « #{fragment} », qui manque sur {pages:# page|# pages} où il le met.",
        en="The template leads to “#{fragment}”, which is missing from {pages:# page|# pages} it puts it on.",
    ),
    advice=Message(
        fr="Posez l’ancre dans le gabarit, ou écrivez « #top » pour revenir en haut ; un script qui s’en charge n’a besoin que "
        "d’un bouton.",
        en="Set the anchor in the template, or write “#top” to go back to the top; a script that sees to it needs a button only.",
    ),
)

WANTED = "l.kind = 'page' AND (l.to_page, l.fragment) IN (SELECT page, fragment FROM lacking)"
"""Links to parts that pages have not."""

_URL = "SELECT p.url FROM pages p WHERE p.id ="
OWN = f"({_URL} l.page) = ({_URL} l.to_page)"
"""Links of a page to itself."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    urls = dict(site.rows("SELECT id, url FROM pages"))
    shared = _of_the_template(site)
    yield from _told_once(site, shared)
    where = f"{WANTED} AND NOT ({OWN} AND l.fragment IN (SELECT unnest(?::VARCHAR[])))"
    found = link_spots(site, where, shared, order=f"({_URL} l.to_page), l.fragment, {BY_ADDRESS}")
    for (page, fragment), group in groupby(found, key=lambda one: (one[0][2], one[0][5])):
        spots = packed(spot for _, spot in group)
        url = urls[page]
        values: dict[str, Value] = {
            "address": shorten(url, 120),
            "fragment": shorten(unquote(fragment), 80),
            "links": len(spots),
        }
        target = f"{url}#{fragment}"
        yield SiteFinding(NO_PART, spots, values, about=target, target=target)


def _of_the_template(site: Site) -> list[str]:
    """Fragments that many pages name each of itself, of the whole site or of a part alike: one fault of the template's."""
    query = f"""
        SELECT l.fragment FROM leads l WHERE l.what = 'a' AND {WANTED} AND {OWN}
        GROUP BY l.fragment HAVING count(DISTINCT l.page) >= ?"""  # noqa: S608  constants
    return [fragment for (fragment,) in site.rows(query, FEWEST)]


def _told_once(site: Site, shared: list[str]) -> Iterator[SiteFinding]:
    """A finding for each fragment that the template names."""
    if not shared:
        return
    where = f"{WANTED} AND {OWN} AND l.fragment IN (SELECT unnest(?::VARCHAR[]))"
    found = link_spots(site, where, shared, order=f"l.fragment, {BY_ADDRESS}")
    for fragment, group in groupby(found, key=lambda one: one[0][5]):
        spots = packed(spot for _, spot in group)
        values: dict[str, Value] = {
            "fragment": shorten(unquote(fragment), 80),
            "pages": pages_of(spots),
        }
        about = f"#{fragment}"
        yield SiteFinding(ON_EVERY_PAGE, spots, values, about=about, target=about)


RULE = SiteRule(
    title=Message(fr="Ancres absentes", en="Missing anchors"),
    what=Message(
        fr="Signale les liens vers une partie d’une page (#ancre) qui n’y est pas.",
        en="Reports links to a part of a page (#anchor) that is not there.",
    ),
    why=Message(
        fr="Le lecteur arrive en haut de la page et doit chercher lui-même ce qu’on lui promettait.",
        en="The reader arrives at the top of the page and has to look for what was promised.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(HTML, opquast(152)),
    check=check,
)
