"""A link leads to a page that asks search engines not to show it.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Voyez ⟦<a href="figues.html">les figues</a>⟧.</p>
== figues.html
<html lang="fr"><title>Les figues</title><meta name="robots" content="noindex, follow"><h1>Les figues</h1>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Voyez <a href="figues.html">les figues</a>.</p>
== figues.html
<html lang="fr"><title>Les figues</title><meta name="robots" content="nofollow"><h1>Les figues</h1>
<a href="figues.html">Cette page</a>
```

Lists by tag, category or author are kept out by many on purpose:

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><p>Voyez <a href="tag/figues/">les figues</a>.</p>
== tag/figues/index.html
<html lang="fr"><title>Les figues</title><meta name="robots" content="noindex, follow"><h1>Les figues</h1>
```
"""

from collections.abc import Iterator

from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_ROBOTS, SCREAMING_FROG
from seo_audit.rule_support.site.links import links_to

KEPT_OUT = Fault(
    message=Message(
        fr="« {address} » demande à ne pas être indexée (noindex) : {links:# lien y mène|# liens y mènent}, sur "
        "{pages:# page|# pages}.",
        en="“{address}” asks not to be indexed (noindex): {links:# link leads|# links lead} there, on "
        "{pages:# page|# pages}.",
    ),
    advice=Message(
        fr="Si elle doit être trouvée, retirez noindex ; sinon, ces liens ne servent qu’aux lecteurs.",
        en="If it is to be found, remove noindex; else these links serve readers only.",
    ),
)
MENU = Fault(
    message=Message(
        fr="Le gabarit mène {pages:# page|# pages} à « {address} », qui demande à ne pas être indexée (noindex).",
        en="The template leads {pages:# page|# pages} to “{address}”, which asks not to be indexed (noindex).",
    ),
    advice=KEPT_OUT.advice,
)


_LISTS = r"(^|/)(tags?|mots-cles|etiquettes?|categor(y|ies|ie)|authors?|auteurs?)/([^/]+/){1,3}(index\.html?)?$"
"""Addresses of lists by tag, category or author, and of those below them: plugins keep them out on purpose."""

_FOR_MEMBERS = (
    r"(^|/)(wp-login|log-?in|sign-?in|connexion|identification|(mon-)?(compte|espace)|(my-)?account|panier|cart|checkout|commande)"
    r"([.](php|x?html?))*(/(index[.]x?html?)?)?$"
)
"""Addresses of pages for who has an account or a cart: nobody looks for them."""
_OWED = (
    r"(^|/)((les-)?(mentions?|informations?|notices?)[-_]?legales?|mentions|legal([-_]notices?)?|imprint|impressum|cg[uv]s?"
    r"|conditions[-_](generales|d[-_]?utilisation|de[-_]vente)[a-z_-]*|terms([-_][a-z_-]+)?|(politique|charte)[a-z_-]*(confidentialite"
    r"|cookies?|donnees|vie[-_]privee)[a-z_-]*|confidentialite|vie[-_]privee|donnees[-_]personnelles|rgpd|privacy([-_][a-z_-]+)?"
    r"|(gestion[a-z_-]*[-_])?cookies?([-_](policy|politique))?)([.](php|x?html?))*(/(index[.]x?html?)?)?$"
)
"""Addresses of pages that the law has a site show on each of its pages: the link is owed, to have them found is not."""


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    yield from links_to(
        site,
        KEPT_OUT,
        MENU,
        "p.noindex AND NOT p.is_listing AND NOT regexp_matches(strip_accents(lower(p.root_path)), "
        f"'{_LISTS}|{_FOR_MEMBERS}|{_OWED}')",
    )


RULE = SiteRule(
    title=Message(fr="Liens vers une page noindex", en="Links to a noindex page"),
    what=Message(
        fr="Signale, une fois par page, les liens vers une page qui interdit son indexation, listes d’articles, "
        "comptes, paniers et pages légales mis à part.",
        en="Reports, once a page, links to a page that forbids its indexing, lists of articles, accounts, carts and legal "
        "pages aside.",
    ),
    why=Message(
        fr="Souvent voulu (remerciements), parfois un noindex oublié sur une page qui compte.",
        en="Often meant (thanks), sometimes a noindex forgotten on a page that matters.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_ROBOTS, SCREAMING_FROG),
    check=check,
)
