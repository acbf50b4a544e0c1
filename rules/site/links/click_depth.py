"""A page is many clicks away from the home page.

```site bad maximum=2
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="a.html">A</a>
== a.html
<html lang="fr"><title>Page A</title><h1>Page A</h1><a href="b.html">B</a>
== b.html
<html lang="fr"><title>Page B</title><h1>Page B</h1><a href="c.html">C</a>
== c.html
<html lang="fr"><title>Page C</title><h1>⟦Page C⟧</h1>
```

```site good maximum=2
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="a.html">A</a> <a href="b.html">B</a>
== a.html
<html lang="fr"><title>Page A</title><h1>Page A</h1><a href="b.html">B</a>
== b.html
<html lang="fr"><title>Page B</title><h1>Page B</h1><a href="c.html">C</a>
== c.html
<html lang="fr"><title>Page C</title><h1>Page C</h1>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import SEONAUT
from seo_audit.rule_support.site.links import MENUS_KNOWN
from seo_audit.rule_support.site.places import HEADING, SERIES, spot

FAR = Fault(
    message=Message(
        fr="« {url} » est à {clicks:# clic|# clics} de l’accueil, par {way}.",
        en="“{url}” is {clicks:# click|# clicks} away from the home page, by {way}.",
    ),
    advice=Message(
        fr="Si elle compte, faites un lien vers elle depuis une page plus proche de l’accueil.",
        en="If it matters, link to it from a page nearer to the home page.",
    ),
)
SHOWN = 6
"""Pages of the way that a message shows."""


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Quatre clics sont la limite de SEOnaut ; Google n’en donne aucune.",
                en="Four clicks are SEOnaut’s limit; Google gives none.",
            ),
            who=SEONAUT,
            at_least=1,
        ),
    ] = 4


FAR_AWAY = f"""
    SELECT p.id, p.depth, w.before, p.url, p.path, unnest({HEADING}) FROM pages p JOIN ways w USING (id)
    WHERE {MENUS_KNOWN} AND p.indexable AND NOT p.is_series AND p.depth > ? ORDER BY p.path"""  # noqa: S608  a constant
BEFORE = """
    SELECT w.id, w.before, a.url, coalesce(p.is_series, false)
    FROM ways w JOIN addresses a USING (id) LEFT JOIN pages p USING (id)
    WHERE w.depth >= 0 AND w.id IN (SELECT before FROM ways) ORDER BY w.depth, w.id"""
"""Pages by which others are reached, the nearest to the home page first."""
BY_SERIES = rf"""
    SELECT e.to_page, min(f.depth) + 2 FROM edges e JOIN pages s ON s.id = e.page AND s.is_series
        JOIN pages f ON rtrim(lower(f.root_path), '/') = regexp_replace(lower(s.root_path), '{SERIES}', '')
    WHERE f.depth IS NOT NULL AND e.to_page IN (SELECT id FROM pages WHERE depth > ?) GROUP BY 1"""  # noqa: S608  a constant
"""How many clicks away pages are by a series that lists them: to its first page, on to the one that has it, and there."""


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    known: dict[int, tuple[int, str, int]] = {}
    for number, before, url, is_series in site.rows(BEFORE):
        series = known[before][2] if before in known else 0
        known[number] = (before, shorten(url, 40), series + is_series)
    listed = dict(site.rows(BY_SERIES, options.maximum))
    for number, depth, before, url, *place in site.rows(FAR_AWAY, options.maximum):
        clicks = depth - max(known[before][2] - 1, 0)
        if min(clicks, listed.get(number, clicks)) <= options.maximum:
            continue
        way: list[str] = []
        at = before
        while at in known and len(way) < SHOWN:
            at, passed, _ = known[at]
            way.append(passed)
        values: dict[str, Value] = {
            "url": url,
            "clicks": depth,
            "way": ("… → " if depth > SHOWN else "") + " → ".join(reversed(way)),
        }
        yield SiteFinding(FAR, (spot(url, *place),), values, about=url)


RULE = SiteRule(
    title=Message(fr="Profondeur en clics", en="Depth in clicks"),
    what=Message(
        fr="Signale les pages indexables à plus de quatre clics de l’accueil, avec le plus court chemin ; les pages "
        "numérotées d’une série y comptent ensemble pour une.",
        en="Reports indexable pages more than four clicks away from the home page, with the shortest way; the numbered "
        "pages of a series count as one on it.",
    ),
    why=Message(
        fr="Ce qui est loin est moins lu, et revu moins souvent par les moteurs ; aucun nombre de clics n’est une règle.",
        en="What is far away is read less, and looked at less often by search engines; no number of clicks is a rule.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(SEONAUT,),
    options=Options,
    check=check,
)
