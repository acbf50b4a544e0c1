"""A page of a series names the first page as its canonical.

```site bad
== index.html
<html lang="fr"><title>Blog</title><h1>Blog</h1><a href="page/2/">Suite</a>
== page/2/index.html
<html lang="fr"><title>Blog, page 2</title>⟦<link rel="canonical" href="/">⟧<h1>Blog</h1>
```

```site good
== index.html
<html lang="fr"><title>Blog</title><h1>Blog</h1><a href="page/2/">Suite</a>
== page/1/index.html
<html lang="fr"><title>Blog</title><link rel="canonical" href="/"><h1>Blog</h1>
== page/2/index.html
<html lang="fr"><title>Blog, page 2</title><link rel="canonical" href="/page/2/"><h1>Blog</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_PAGINATION
from seo_audit.rule_support.site.places import spot

TO_FIRST = Fault(
    message=Message(
        fr="« {url} », page d’une série, désigne la première, « {address} », comme canonique.",
        en="“{url}”, a page of a series, names the first one, “{address}”, as its canonical.",
    ),
    advice=Message(
        fr="Désignez la page elle-même : ses articles ne sont pas ceux de la première.",
        en="Name the page itself: its articles are not those of the first.",
    ),
)
NUMBERED = r"/(?:page|pages|p)/?-?([0-9]+)(?:/|\.html?)?$|[?&](?:page|paged|p)=([0-9]+)"
"""Where the number of a page of a series stands in its address, or in its query."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    # the first page has no number, or the first one; its address begins those of the others
    query = """
        WITH numbered AS (
            SELECT *, try_cast(concat(regexp_extract(lower(root_path), $1, 1), regexp_extract(lower(root_path), $1, 2))
                AS INTEGER) AS nth,
                regexp_replace(regexp_replace(root_path, $1, '', 'i'), '(index)?\\.html?$', '') AS stem
            FROM pages
        )
        SELECT p.url, p.path, w.place, t.url
        FROM canonicals c JOIN numbered p ON p.id = c.page JOIN written w USING (page, number)
        JOIN numbered t ON t.id = c.to_page
        WHERE p.nth > 1 AND coalesce(t.nth, 1) <= 1 AND t.id <> p.id AND starts_with(p.root_path, t.stem)
        ORDER BY p.path"""
    for url, path, place, named in site.rows(query, NUMBERED):
        values: dict[str, Value] = {"address": shorten(named, 120), "url": shorten(url, 80)}
        yield SiteFinding(TO_FIRST, (spot(url, path, place),), values, about=url, target=named)


RULE = SiteRule(
    title=Message(fr="Canonique des séries", en="Canonicals of series"),
    what=Message(
        fr="Signale une page numérotée (/page/2/) dont la canonique est la première de la série.",
        en="Reports a numbered page (/page/2/) whose canonical is the first of the series.",
    ),
    why=Message(
        fr="Google demande à chaque page d’une série sa propre canonique ; sinon les articles des suivantes se perdent.",
        en="Google asks for a canonical of its own on each page of a series; else the articles of later pages are lost.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_PAGINATION,),
    check=check,
)
