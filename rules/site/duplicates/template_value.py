"""The template gives one title, description, h1 or canonical to most pages.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><meta name="description" content="⟦Bienvenue sur notre site.⟧"><h1>Accueil</h1>
== fruit{n}.html x7
<html lang="fr"><title>Fruit {n}</title><meta name="description" content="⟦Bienvenue sur notre site.⟧"><h1>Fruit {n}</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><meta name="description" content="Le verger au fil de l’année."><h1>Accueil</h1>
== fruit{n}.html x7
<html lang="fr"><title>Fruit {n}</title><meta name="description" content="Le fruit {n}, du semis au dessert."><h1>Fruit {n}</h1>
```
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_SNIPPETS, SCREAMING_FROG
from seo_audit.rule_support.site.places import spot, template_pages, together

TITLE = Fault(
    message=Message(
        fr="Le gabarit donne le même titre à {pages:# page|# pages} sur {all} : « {text} ».",
        en="The template gives one title to {pages:# page|# pages} of {all}: “{text}”.",
    ),
    advice=Message(
        fr="Faites-y paraître le titre de chaque page.", en="Let it show the title of each page."
    ),
)
DESCRIPTION = Fault(
    message=Message(
        fr="Le gabarit donne la même description à {pages:# page|# pages} sur {all} : « {text} ».",
        en="The template gives one description to {pages:# page|# pages} of {all}: “{text}”.",
    ),
    advice=Message(
        fr="Faites-y paraître le résumé de chaque page, ou retirez la balise : Google prendra un extrait du texte.",
        en="Let it show the summary of each page, or remove the tag: Google will take a part of the text.",
    ),
)
H1 = Fault(
    message=Message(
        fr="Le gabarit donne le même titre principal (h1) à {pages:# page|# pages} sur {all} : « {text} ».",
        en="The template gives one main heading (h1) to {pages:# page|# pages} of {all}: “{text}”.",
    ),
    advice=Message(
        fr="Réservez le h1 au titre de la page ; le nom du site n’a pas besoin d’en être un.",
        en="Keep the h1 for the page’s title; the site’s name need not be one.",
    ),
)
CANONICAL = Fault(
    message=Message(
        fr="Le gabarit donne la même adresse canonique à {pages:# page|# pages} sur {all} : « {text} ».",
        en="The template gives one canonical address to {pages:# page|# pages} of {all}: “{text}”.",
    ),
    advice=Message(
        fr="Donnez à chaque page sa propre adresse : les moteurs ne retiennent que la canonique.",
        en="Give each page its own address: search engines keep the canonical one only.",
    ),
)
TEXTS = (
    ("title", TITLE, Severity.WARNING),
    ("description", DESCRIPTION, Severity.WARNING),
    ("h1", H1, Severity.INFO),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    least = template_pages(site)
    ((count,),) = site.rows("SELECT count(*) FROM pages")
    for what, fault, severity in TEXTS:
        query = f"""
            SELECT {what}_key, {what}, url, path, unnest({what}_place) FROM pages WHERE {what}_key <> ''
            QUALIFY count(*) OVER (PARTITION BY {what}_key) >= ? ORDER BY 1, path"""  # noqa: S608  one of three columns
        yield from _told(site.rows(query, least), fault, severity, count)
    # “#part” and “?page=2” name each page itself
    query = """
        SELECT c.named, c.named, p.url, p.path, unnest(w.place)
        FROM canonicals c JOIN pages p ON p.id = c.page JOIN written w USING (page, number)
        WHERE c.named <> ''
        QUALIFY count(*) OVER (PARTITION BY c.named) >= ? ORDER BY 1, p.path"""
    yield from _told(site.rows(query, least), CANONICAL, Severity.WARNING, count)


def _told(
    rows: Iterable[tuple[Any, ...]],
    fault: Fault,
    severity: Severity,
    count: int,
) -> Iterator[SiteFinding]:
    for key, group in groupby(rows, key=lambda row: row[0]):
        (text,), _, spots = together(((row[1:2], spot(*row[2:])) for row in group), 0)
        values: dict[str, Value] = {"text": shorten(text), "pages": len(spots), "all": count}
        yield SiteFinding(fault, spots, values, about=key, severity=severity)


RULE = SiteRule(
    title=Message(fr="Valeurs du gabarit", en="Values of the template"),
    what=Message(
        fr="Signale une fois le titre, la description, le h1 ou le lien canonique que plus de la moitié des pages ont en "
        "commun.",
        en="Reports once the title, description, h1 or canonical link that more than half of the pages share.",
    ),
    why=Message(
        fr="Ce que le gabarit fait se corrige à un seul endroit : le dire page par page noierait le reste.",
        en="What the template does is mended in one place: telling it page by page would drown the rest.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_SNIPPETS, SCREAMING_FROG),
    check=check,
)
