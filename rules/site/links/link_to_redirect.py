"""A link leads to an address that redirects.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>⟦<a href="/ancienne">Avant</a>⟧ ⟦<a href="/verger">Le verger</a>⟧
⟦<a href="/vieux.html">Plus vieux</a>⟧ <a href="/verger/">Le verger</a>
== verger/index.html
<html lang="fr"><title>Le verger</title><h1>Le verger</h1>
== vieux.html
<html lang="fr"><title>Déménagé</title><meta http-equiv="refresh" content="0; url=/verger/">
== _redirects
/ancienne /verger/ 301
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="/verger/">Le verger</a> <a href="/figues">Les figues</a>
== verger/index.html
<html lang="fr"><title>Le verger</title><h1>Le verger</h1>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_REDIRECTS, SCREAMING_FROG
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import (
    BY_ADDRESS,
    FEWEST,
    link_spots,
    pages_of,
    spot,
    together,
    told,
)

SENT_ON = Fault(
    message=Message(
        fr="« {address} » renvoie à « {at} » : {links:# lien passe|# liens passent} par là, sur {pages:# page|# pages}.",
        en="“{address}” redirects to “{at}”: {links:# link goes|# links go} that way, on {pages:# page|# pages}.",
    ),
    advice=Message(fr="Faites-les mener droit à « {at} ».", en="Let them lead straight to “{at}”."),
)
NO_SLASH = Fault(
    message=Message(
        fr="« {address} » manque de sa barre finale : le serveur renvoie {links:# lien|# liens}, sur "
        "{pages:# page|# pages}, à « {at} ».",
        en="“{address}” lacks its last slash: the server sends {links:# link|# links}, on {pages:# page|# pages}, on to "
        "“{at}”.",
    ),
    advice=Message(fr="Écrivez « {at} ».", en="Write “{at}”."),
)


NO_SLASHES = Fault(
    message=Message(
        fr="{addresses:# adresse manque de sa|# adresses manquent de leur} barre finale, dont « {address} » : le serveur renvoie "
        "{links:# lien|# liens} sur {pages:# page|# pages}.",
        en="{addresses:# address lacks its|# addresses lack their} last slash, “{address}” among them: the server sends "
        "{links:# link|# links} on, on {pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Écrivez-les avec leur barre finale, dans le gabarit et dans les textes.",
        en="Write them with their last slash, in the template and in the texts.",
    ),
)
LEADS = "l.via <> '' AND l.kind IN ('page', 'file', 'external')"
WITHOUT_SLASH = (
    "(l.target IN (SELECT target FROM ends WHERE via = 'slash' AND ends_at = named || '/'))"
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    ((addresses, first),) = site.rows(
        f"""SELECT count(DISTINCT named), min(named) FROM ends WHERE target IN (
            SELECT l.target FROM leads l
            WHERE l.what = 'a' AND {LEADS} AND {WITHOUT_SLASH} AND l.page IN (SELECT id FROM pages)
        )"""  # noqa: S608  constants
    )
    where = LEADS
    if addresses >= FEWEST:
        # one way of writing addresses, one fault
        links = told("links", f"{LEADS} AND {WITHOUT_SLASH}")
        query = f"SELECT l.url, l.path, unnest(l.place) FROM {links} l ORDER BY {BY_ADDRESS}"  # noqa: S608  constants
        spots = packed(spot(*row) for row in site.rows(query))
        values: dict[str, Value] = {
            "addresses": addresses,
            "address": shorten(first, 120),
            "links": len(spots),
            "pages": pages_of(spots),
        }
        yield SiteFinding(NO_SLASHES, spots, values, about="")
        where = f"{LEADS} AND NOT {WITHOUT_SLASH}"
    for named, group in groupby(link_spots(site, where), key=lambda one: one[0][0]):
        (_, at, _, via, *_), _, spots = together(group, 3)
        values = {
            "address": shorten(named, 120),
            "at": shorten(at, 120),
            "links": len(spots),
            "pages": pages_of(spots),
        }
        fault = NO_SLASH if via == "slash" and at == f"{named}/" else SENT_ON
        yield SiteFinding(fault, spots, values, about=named, target=named)


RULE = SiteRule(
    title=Message(fr="Liens vers une redirection", en="Links to a redirect"),
    what=Message(
        fr="Signale, une fois par adresse, les liens vers une page qui renvoie ailleurs, une redirection déclarée, ou un "
        "dossier sans sa barre finale ; un site qui écrit ses dossiers ainsi ne reçoit qu’un constat.",
        en="Reports, once an address, links to a page that sends readers elsewhere, a declared redirect, or a folder "
        "without its last slash; a site that writes its folders so gets one finding.",
    ),
    why=Message(
        fr="Chaque détour fait attendre le lecteur, et se casse le jour où la redirection disparaît. Google les suit.",
        en="Each detour makes the reader wait, and breaks the day the redirect goes. Google follows them.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_REDIRECTS, SCREAMING_FROG),
    check=check,
)
