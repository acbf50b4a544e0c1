"""Two pages of a site have nearly the same main content.

Texts are compared by their runs of three words: the share that both have of all that either has (Jaccard index). One word
in ten changed leaves .57; unrelated articles of one site reach .02.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="paris.html">Paris</a> <a href="lyon.html">Lyon</a>
== paris.html
<html lang="fr"><title>Plombier à Paris</title><main><h1>Plombier à Paris</h1><p>Notre équipe répare vos fuites à Paris en
moins d’une heure, ⟦le jour comme la nuit. Nous changeons les joints, les robinets et les chauffe-eau. Chaque devis est
gratuit et signé avant les travaux. Nos artisans portent un badge et laissent le chantier propre derrière eux. La garantie
couvre les pièces et la main d’œuvre pendant deux ans⟧ partout à Paris.</p></main>
== lyon.html
<html lang="fr"><title>Plombier à Lyon</title><main><h1>Plombier à Lyon</h1><p>Notre équipe répare vos fuites à Lyon en
moins de deux heures, ⟦le jour comme la nuit. Nous changeons les joints, les robinets et les chauffe-eau. Chaque devis est
gratuit et signé avant les travaux. Nos artisans portent un badge et laissent le chantier propre derrière eux. La garantie
couvre les pièces et la main d’œuvre pendant deux ans⟧ dans tout Lyon.</p></main>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="paris.html">Paris</a> <a href="lyon.html">Lyon</a>
== paris.html
<html lang="fr"><title>Plombier à Paris</title><main><h1>Plombier à Paris</h1><p>À Paris, nos quatre artisans partent de la
porte de Bagnolet et desservent surtout l’est de la ville. Les immeubles y ont souvent des colonnes de plomb, que la loi
oblige à remplacer. Nous travaillons avec les syndics pour couper l’eau le moins longtemps possible. Un plan des réseaux
nous évite de percer au hasard dans les cuisines.</p></main>
== lyon.html
<html lang="fr"><title>Plombier à Lyon</title><main><h1>Plombier à Lyon</h1><p>Dans les traboules, les tuyaux courent derrière
des murs de pisé qui ne supportent pas la moindre fuite. Notre agence de la Croix-Rousse s’est fait une spécialité de
ces maisons de canuts. Une caméra thermique repère l’humidité sans rien démolir. Les raccords à sertir remplacent la
soudure, interdite près des poutres.</p></main>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import BRODER, SCREAMING_FROG
from seo_audit.rule_support.site.places import spot

ALIKE = Fault(
    message=Message(
        fr="« {url} » et « {other} » ont presque le même texte : {alike:.0%} de leurs suites de trois mots sont communes.",
        en="“{url}” and “{other}” have nearly the same text: {alike:.0%} of their runs of three words are shared.",
    ),
    advice=Message(
        fr="Réunissez-les, ou donnez à chacune ce que l’autre n’a pas.",
        en="Join them, or give each what the other lacks.",
    ),
)
NEARLY_ALL = 0.99
"""What is shown at most: texts that differ in a word are not said to be one."""
MUCH = 0.8
"""From here on it is one text with a few words changed."""


class Options(Struct, frozen=True):
    likeness: Annotated[
        float,
        Basis(
            Message(
                fr="Un mot changé sur dix laisse 0,57 ; des articles sans rapport ne passent pas 0,02.",
                en="One word in ten changed leaves 0.57; unrelated articles do not pass 0.02.",
            ),
            at_least=0.5,
            at_most=1,
        ),
    ] = 0.5


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    # equal texts are exact-duplicate's
    query = """
        SELECT t.alike, a.url, a.path, t.one_place, b.url, b.path, t.two_place
        FROM pairs t JOIN pages a ON a.id = t.one JOIN pages b ON b.id = t.two
        WHERE t.alike >= ? AND NOT (a.text_hash = b.text_hash AND a.words = b.words) ORDER BY a.path, b.path"""
    for alike, url, path, place, other_url, other_path, other_place in site.rows(
        query, options.likeness
    ):
        values: dict[str, Value] = {
            "alike": min(alike, NEARLY_ALL),
            "url": shorten(url, 80),
            "other": shorten(other_url, 80),
        }
        severity = Severity.WARNING if alike >= MUCH else Severity.INFO
        spots = (spot(url, path, place), spot(other_url, other_path, other_place))
        yield SiteFinding(ALIKE, spots, values, about=f"{url} {other_url}", severity=severity)


RULE = SiteRule(
    title=Message(fr="Textes presque identiques", en="Nearly identical texts"),
    what=Message(
        fr="Signale les pages indexables de cinquante mots ou plus, hors listes, dont les textes se recouvrent ; montre "
        "de chaque côté leur plus longue suite commune.",
        en="Reports indexable pages of fifty words or more, lists aside, whose texts overlap; shows on both sides "
        "their longest shared run.",
    ),
    why=Message(
        fr="Deux pages qui disent la même chose se font concurrence. Le seuil est un choix de la maison : à 0,9, comme "
        "ailleurs, un mot changé sur quarante échappe presque toujours.",
        en="Two pages that say the same compete with each other. The threshold is a choice of the house: at 0.9, as "
        "elsewhere, one word in forty changed escapes nearly always.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(BRODER, SCREAMING_FROG),
    options=Options,
    check=check,
    needs_build=False,
    a_group=True,
)
