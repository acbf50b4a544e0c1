"""A link leads to an address of the site where nothing answers, or a page uses a file that is not there.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><p>Voyez ⟦<a href="/verger/figue">les figues</a>⟧ et le
reste de l’année.</p><p>D’après ⟦<a href="insee.fr/chiffres">l’Insee</a>⟧.</p>
== verger/figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
```

A folder without an index answers nothing; a page may be asked for without its ending, and a redirect answers:

```site bad
== index.html
<html lang="fr"><title>Accueil</title>⟦<a href="photos/">Les photos</a>⟧
== photos/figue.jpg
(une image)
```

Images in each of their sizes, scripts, style sheets, icons, feeds, what is played or framed, and versions in other
languages are looked up too:

```site bad
== index.html
<html lang="fr"><title>Accueil</title>⟦<link rel="stylesheet" href="/css/stile.css">⟧<h1>Accueil</h1>
⟦<img src="figue.jpg" srcset="figue.jpg 1x, figue-2x.jpg 2x" alt="Une figue">⟧
== figue.jpg
(une image)
== css/style.css
h1 { color: purple }
```

```site good @url="https://exemple.fr/manuel/"
== index.html
<html lang="fr"><title>Accueil</title><link rel="icon" href="data:,"><link rel="preconnect" href="https://polices.exemple">
<img src="figue.jpg?v=2" alt="Une figue"><script src="https://ailleurs.exemple/mesure.js"></script>
<template><img src="{{ image }}" alt=""></template>
<a href="/manuel/figues">Les figues</a> <a href="ancienne">Avant</a>
<a href="/boutique/">Ailleurs sur le même hôte</a> <a href="figues.html?tri=nom">Les figues, triées</a>
== figues.html
<html lang="fr"><title>Les figues</title><h1>Les figues</h1>
== figue.jpg
(une image)
== _redirects
/manuel/ancienne /manuel/figues 301
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from seo_audit.lazy import regex
from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import opquast
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import (
    BY_ADDRESS,
    FEWEST,
    Told,
    link_spots,
    pages_of,
    template_pages,
    together,
    told,
)

NOTHING = Fault(
    message=Message(
        fr="« {address} » n’existe pas : {links:# lien y mène|# liens y mènent}, sur {pages:# page|# pages}.",
        en="“{address}” does not exist: {links:# link leads|# links lead} there, on {pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Corrigez l’adresse, ou retirez le lien.", en="Mend the address, or remove the link."
    ),
)
NEAR = Fault(
    message=NOTHING.message,
    advice=Message(
        fr="Corrigez l’adresse : la page la plus proche est « {near} ».",
        en="Mend the address: the nearest page is “{near}”.",
    ),
)
NO_SCHEME = Fault(
    message=Message(
        fr="« {href} » est écrit sans https:// : le lien mène à « {address} », sur ce site, où rien ne répond.",
        en="“{href}” is written without https://: the link leads to “{address}”, on this site, where nothing answers.",
    ),
    advice=Message(
        fr="Écrivez https:// devant l’adresse.", en="Write https:// before the address."
    ),
)
SENT_AWAY = Fault(
    message=Message(
        fr="« {address} » renvoie à « {at} », qui n’existe pas : {links:# lien y mène|# liens y mènent}, sur "
        "{pages:# page|# pages}.",
        en="“{address}” redirects to “{at}”, which does not exist: {links:# link leads|# links lead} there, on "
        "{pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Corrigez la redirection, et faites mener le lien droit au but.",
        en="Mend the redirect, and let the link lead straight to its target.",
    ),
)

USED = Fault(
    message=Message(
        fr="« {address} » n’existe pas : {what} de {pages:# page|# pages}.",
        en="“{address}” does not exist: {what} of {pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Corrigez l’adresse, ou publiez ce qui manque.",
        en="Mend the address, or publish what is missing.",
    ),
)
USED_NEAR = Fault(
    message=USED.message,
    advice=Message(
        fr="Corrigez l’adresse : la plus proche qui existe est « {near} ».",
        en="Mend the address: the nearest that exists is “{near}”.",
    ),
)
USED_AWAY = Fault(
    message=Message(
        fr="« {address} » renvoie à « {at} », qui n’existe pas : {what} de {pages:# page|# pages}.",
        en="“{address}” redirects to “{at}”, which does not exist: {what} of {pages:# page|# pages}.",
    ),
    advice=USED.advice,
)
BESIDE = Fault(
    message=Message(
        fr="Le gabarit donne à chaque page « …/{rest} » ({what}) : rien n’y répond, sur {pages:# page|# pages}.",
        en="The template gives each page “…/{rest}” ({what}): nothing answers there, on {pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Retirez-le du gabarit, ou publiez ces adresses.",
        en="Take it out of the template, or publish these addresses.",
    ),
)
WHAT = {
    "image": Message(fr="image", en="image"),
    "script": Message(fr="script", en="script"),
    "style": Message(fr="feuille de style", en="style sheet"),
    "icon": Message(fr="icône", en="icon"),
    "feed": Message(fr="fil d’actualité", en="feed"),
    "media": Message(fr="son, vidéo ou autre objet", en="sound, video or other object"),
    "frame": Message(fr="cadre", en="frame"),
    "file": Message(fr="fichier demandé d’avance", en="file fetched ahead"),
    "alternate": Message(fr="version dans une autre langue", en="version in another language"),
}
"""What pages do with what they use."""
LESS = frozenset({"icon", "feed", "file", "alternate"})
"""What readers of the page do not miss on it."""

RELATIVE = Fault(
    message=Message(
        fr="Le gabarit écrit « {href} » sur {pages:# page|# pages} : depuis chacune l’adresse est une autre, et rien n’y répond.",
        en="The template writes “{href}” on {pages:# page|# pages}: from each it is another address, and nothing answers there.",
    ),
    advice=Message(
        fr="Écrivez-la depuis la racine (/…), ou avec https:// si c’est celle d’un autre site.",
        en="Write it from the root (/…), or with https:// if it is that of another site.",
    ),
)

_A_HOST = regex(
    r"(?:www\.)?(?:[\w-]+\.)+(?:fr|com|org|net|eu|be|ch|ca|info|io|lu|re|paris|bzh)(?:[/?#]|\Z)",
    re.IGNORECASE,
)
"""How the address of another site begins where its scheme was forgotten."""


MISSING = "l.kind = 'missing'"


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    proposed = dict(site.rows("SELECT target, near FROM nearest WHERE near <> ''"))
    for table, finding, order in (
        ("links", _linked, BY_ADDRESS),
        ("uses", _used, f"l.what, {BY_ADDRESS}"),
    ):
        shared = _of_the_template(site, table)
        yield from _told_once(site, shared, table)
        beside = _beside(site) if table == "uses" else []
        yield from _told_beside(site, beside, list(shared))
        also = _NOT_SHARED
        asked: list[Any] = [list(shared)]
        if beside:
            also += f" AND NOT ({_BESIDE} AND {_NAME} IN (SELECT unnest(?::VARCHAR[])))"
            asked.append(beside)
        found = link_spots(site, MISSING, *asked, also=also, order=order, table=table)
        for _, group in groupby(found, key=lambda one: (one[0][7], one[0][0])):
            yield finding(group, proposed)


_NOT_SHARED = "l.href NOT IN (SELECT unnest(?::VARCHAR[]))"
_BESIDE = """
    l.kind = 'missing' AND ends_with(l.url, '/') AND starts_with(l.named, l.url)
    AND l.url IS DISTINCT FROM (SELECT h.url FROM pages h WHERE h.root_path = '/')"""
"""What stands below the address of the page that uses it, as the feed of its comments does; on the home page all does."""
_REST = "substr(l.named, length(l.url) + 1)"
_NAME = f"(l.what || ' ' || {_REST})"
_BESIDE_MANY = f"""
    SELECT l.what, {_REST} AS rest, count(DISTINCT l.page) AS n FROM uses l WHERE {_BESIDE} AND rest <> ''
    GROUP BY ALL HAVING n >= ? ORDER BY ALL"""  # noqa: S608  constants


def _beside(site: Site) -> list[str]:
    """What many pages use below their own addresses, and what for."""
    return [f"{what} {rest}" for what, rest, _ in site.rows(_BESIDE_MANY, FEWEST)]


def _told_beside(site: Site, names: Sequence[str], shared: Sequence[str]) -> Iterator[SiteFinding]:
    """A finding for each name that the template gives to a file of every page's own, and that is on none."""
    if not names:
        return
    also = f"{_BESIDE} AND {_NAME} IN (SELECT unnest(?::VARCHAR[])) AND {_NOT_SHARED}"
    order = f"{_NAME}, {BY_ADDRESS}"
    found = link_spots(site, MISSING, names, shared, also=also, order=order, table="uses")
    for (what, rest), group in groupby(found, key=_rest):
        spots = packed(spot for _, spot in group)
        values: dict[str, Value] = {
            "what": WHAT[what],
            "rest": shorten(rest, 80),
            "pages": pages_of(spots),
        }
        severity = Severity.WARNING if what in LESS else None
        yield SiteFinding(BESIDE, spots, values, f"{what} {rest}", f"…/{rest}", severity)


def _rest(one: Told) -> tuple[str, str]:
    said, spot = one
    return said[7], said[0][len(spot.url or "") :]


def _linked(group: Iterable[Told], proposed: Mapping[int, str]) -> SiteFinding:
    """The finding about links to one address."""
    (named, at, _, via, _, _, target, _), hrefs, spots = together(group, 4)
    host = next((href.strip() for href in hrefs if _A_HOST.match(href.strip())), "")
    values: dict[str, Value] = {
        "address": shorten(named, 120),
        "links": len(spots),
        "pages": pages_of(spots),
        "href": shorten(host, 80),
        "near": proposed.get(target, ""),
        "at": shorten(at, 120),
    }
    if via:
        fault = SENT_AWAY
    elif host:
        fault = NO_SCHEME
    else:
        fault = NEAR if values["near"] else NOTHING
    return SiteFinding(fault, spots, values, about=named, target=named)


def _used(group: Iterable[Told], proposed: Mapping[int, str]) -> SiteFinding:
    """The finding about one file that pages use in one way."""
    (named, at, _, via, _, _, target, what), _, spots = together(group, 4)
    values: dict[str, Value] = {
        "address": shorten(named, 120),
        "what": WHAT[what],
        "pages": pages_of(spots),
        "near": proposed.get(target, ""),
        "at": shorten(at, 120),
    }
    fault = USED_AWAY if via else USED_NEAR if values["near"] else USED
    severity = Severity.WARNING if what in LESS else None
    return SiteFinding(fault, spots, values, f"{what} {named}", named, severity)


def _as_written(href: str) -> str:
    """What of an address was written, where each page makes another of it; "" where none does.

    Exports write addresses whole: then a last part that is a host is what the page said.
    """
    href = href.strip()
    scheme, _, rest = href.partition("://")
    if rest and scheme.lower() in ("http", "https"):
        last = rest.rstrip("/").rpartition("/")[2]
        return last if "/" in rest and _A_HOST.fullmatch(last) else ""
    return "" if href.startswith(("/", "?", "#")) else href.split("#")[0]


def _of_the_template(site: Site, table: str) -> dict[str, str]:
    """Relative addresses that lead more than half of the pages, each elsewhere, to nothing: one fault of the template's.

    As they stand in the pages, each with what was written.
    """
    query = f"""
        SELECT l.href, count(DISTINCT l.page) FROM {told(table, MISSING)} l GROUP BY l.href"""  # noqa: S608  constants
    most: dict[str, int] = {}
    for href, pages in site.rows(query):
        if written := _as_written(href):
            most[written] = most.get(written, 0) + pages
    least = template_pages(site)
    likely = {written for written, pages in most.items() if pages >= least}
    if not likely:
        return {}
    found = {
        href: written for href, _ in site.rows(query) if (written := _as_written(href)) in likely
    }
    query = f"""
        SELECT s.written FROM {told(table, MISSING)} l
        JOIN (SELECT unnest(?::VARCHAR[]) AS href, unnest(?::VARCHAR[]) AS written) s USING (href)
        GROUP BY s.written
        HAVING count(DISTINCT l.page) >= ? AND count(DISTINCT l.named) >= ?"""  # noqa: S608  constants
    asked = (list(found), list(found.values()), least, FEWEST)
    shared = {written for (written,) in site.rows(query, *asked)}
    return {href: written for href, written in found.items() if written in shared}


def _told_once(site: Site, shared: Mapping[str, str], table: str) -> Iterator[SiteFinding]:
    """A finding for each address that the template writes."""
    if not shared:
        return
    order = f"""(
        SELECT s.written FROM (SELECT unnest(?::VARCHAR[]) AS href, unnest(?::VARCHAR[]) AS written) s WHERE s.href = l.href
    ), {BY_ADDRESS}"""  # noqa: S608  a constant
    also = "l.href IN (SELECT unnest(?::VARCHAR[]))"
    hrefs = list(shared)
    asked = (hrefs, hrefs, list(shared.values()))
    found = link_spots(site, MISSING, *asked, also=also, order=order, table=table)
    for written, group in groupby(found, key=lambda one: shared[one[0][4]]):
        (*_, what), _, spots = together(group, 4)
        values: dict[str, Value] = {"href": shorten(written, 80), "pages": pages_of(spots)}
        severity = Severity.WARNING if what in LESS else None
        yield SiteFinding(RELATIVE, spots, values, written, written, severity)


RULE = SiteRule(
    title=Message(fr="Liens rompus, fichiers manquants", en="Broken links, missing files"),
    what=Message(
        fr="Signale les liens vers une adresse du site où ne répond ni page, ni fichier, ni redirection, et les images, "
        "scripts, feuilles de style, icônes, fils, sons, vidéos, cadres et versions de langue qui n’y sont pas ; ce que le "
        "gabarit met partout, une seule fois. Les adresses d’autres sites ne sont pas demandées : lychee le fait.",
        en="Reports links to an address of the site where no page, file nor redirect answers, and images, scripts, style "
        "sheets, icons, feeds, sounds, videos, frames and language versions that are not there; what the template puts "
        "everywhere, once. Addresses of other sites are not asked for: lychee does that.",
    ),
    why=Message(
        fr="Un lien rompu arrête le lecteur et les moteurs ; sans son image ou sa feuille de style, la page se lit mal.",
        en="A broken link stops readers and search engines; without its image or style sheet a page reads badly.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(opquast(152),),
    check=check,
    needs_build=False,
)
