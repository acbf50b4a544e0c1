"""A page names a canonical that is not there, is kept from search engines, redirects, or is another host's.

```site bad @url="https://exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1>
== figues.html
<html lang="fr"><title>Les figues</title>⟦<link rel="canonical" href="https://exemple.fr/figue">⟧<h1>Les figues</h1>
== noix.html
<html lang="fr"><title>Les noix</title>⟦<link rel="canonical" href="/coquilles.html">⟧<h1>Les noix</h1>
== coquilles.html
<html lang="fr"><title>Les coquilles</title><meta name="robots" content="noindex"><h1>Les coquilles</h1>
```

```site good @url="https://www.exemple.fr/"
== index.html
<html lang="fr"><title>Accueil</title><link rel="canonical" href="http://exemple.fr/"><h1>Accueil</h1>
== figues.html
<html lang="fr"><title>Les figues</title><link rel="canonical" href="/figues"><h1>Les figues</h1>
== figues/annee.html
<html lang="fr"><title>L’année des figues</title><link rel="canonical" href="../figues.html"><h1>L’année</h1>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_CANONICAL
from seo_audit.rule_support.site.places import spot, template_pages, together

MISSING = Fault(
    message=Message(
        fr="L’adresse canonique « {address} » n’existe pas.",
        en="The canonical address “{address}” does not exist.",
    ),
    advice=Message(
        fr="Désignez la page elle-même, ou une page qui existe.",
        en="Name the page itself, or a page that exists.",
    ),
)
SENT_NOWHERE = Fault(
    message=Message(
        fr="L’adresse canonique « {address} » renvoie à « {at} », où rien ne répond.",
        en="The canonical address “{address}” redirects to “{at}”, where nothing answers.",
    ),
    advice=MISSING.advice,
)
KEPT_OUT = Fault(
    message=Message(
        fr="L’adresse canonique « {address} » interdit son indexation (noindex) : ni l’une ni l’autre ne paraîtra.",
        en="The canonical address “{address}” forbids its indexing (noindex): neither page will be shown.",
    ),
    advice=Message(
        fr="Retirez ce noindex, ou désignez une page qui puisse être indexée.",
        en="Remove that noindex, or name a page that may be indexed.",
    ),
)
SENT_ON = Fault(
    message=Message(
        fr="L’adresse canonique « {address} » renvoie à « {at} ».",
        en="The canonical address “{address}” redirects to “{at}”.",
    ),
    advice=Message(fr="Désignez « {at} ».", en="Name “{at}”."),
)
OTHER_HOST = Fault(
    message=Message(
        fr="{pages:# page désigne une canonique|# pages désignent une canonique} sur un autre site, {host}.",
        en="{pages:# page names a canonical|# pages name a canonical} on another site, {host}.",
    ),
    advice=Message(
        fr="Si ce n’est pas un texte repris de là-bas, corrigez l’adresse : c’est souvent celle du site d’essai.",
        en="Unless it is a text taken from there, mend the address: it is often that of a test site.",
    ),
)

QUERY = """
    SELECT c.kind, c.via, c.named, c.ends_at, coalesce(t.noindex AND t.id <> p.id, false), p.url, p.path, w.place
    FROM canonicals c JOIN pages p ON p.id = c.page JOIN written w USING (page, number) LEFT JOIN pages t ON t.id = c.to_page
    WHERE coalesce(c.to_page, -1) <> p.id OR c.via IN ('stub', 'rule') ORDER BY c.named, p.path"""
ELSEWHERE = """
    SELECT split_part(c.named, '/', 1) AS host, count(*) OVER (PARTITION BY host) >= ? AS shared, c.named, p.url, p.path, unnest(w.place)
    FROM canonicals c JOIN pages p ON p.id = c.page JOIN written w USING (page, number)
    WHERE c.kind = 'external' AND c.via = '' ORDER BY host, p.path"""
"""Canonicals on other hosts, and whether most pages name that host."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from _elsewhere(site)
    for kind, via, named, at, noindex, url, path, place in site.rows(QUERY):
        if kind in ("missing", "loop"):
            fault = SENT_NOWHERE if via else MISSING
        elif kind == "page" and noindex:
            fault = KEPT_OUT
        elif via in ("stub", "rule", "crawled"):
            fault = SENT_ON
        else:
            continue
        values: dict[str, Value] = {"address": shorten(named, 120), "at": shorten(at, 120)}
        spots = (spot(url, path, place),)
        yield SiteFinding(fault, spots, values, about=f"{url} {named}", target=named)


def _elsewhere(site: Site) -> Iterator[SiteFinding]:
    """Canonicals on other hosts; where most pages do it, it is a staging host, told once."""
    rows = site.rows(ELSEWHERE, template_pages(site))
    for (host, is_shared), group in groupby(rows, key=lambda row: row[:2]):
        told = ((row[2:4], spot(*row[3:])) for row in group)
        for part in [told] if is_shared else ([one] for one in told):
            (target, url), _, spots = together(part, 0)
            values: dict[str, Value] = {"host": shorten(host, 80), "pages": len(spots)}
            about = host if len(spots) > 1 else f"{url} {target}"
            severity = Severity.ERROR if len(spots) > 1 else Severity.WARNING
            yield SiteFinding(OTHER_HOST, spots, values, about, target, severity)


RULE = SiteRule(
    title=Message(fr="Cible du lien canonique", en="Target of the canonical link"),
    what=Message(
        fr="Signale un lien canonique vers une page absente, noindex, redirigée ou d’un autre site.",
        en="Reports a canonical link to a page that is missing, noindex, redirected or another site’s.",
    ),
    why=Message(
        fr="Google tient la canonique pour la page à montrer : si elle ne répond pas, il choisit à votre place, ou ne "
        "montre rien.",
        en="Google takes the canonical for the page to show: when it does not answer, it chooses in your place, or "
        "shows nothing.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_CANONICAL,),
    check=check,
)
