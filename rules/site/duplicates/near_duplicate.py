"""Pages of a site have nearly the same main content.

Texts are compared by their runs of three words: the share that both have of all that either has (Jaccard index). One word
in ten changed leaves .57; unrelated articles of one site reach .02. Three pages or more that hang together by such pairs
are one finding: they come from one mould, and a list of all pairs would hide it.

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

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from msgspec import Struct, field

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule, Spot
from seo_audit.rule_support.references import BRODER, SCREAMING_FROG
from seo_audit.rule_support.site.packed import packed
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
ALL_ALIKE = Fault(
    message=Message(
        fr="{pages:# page|# pages} ont presque le même texte, dont « {url} » : chacune partage avec une autre {alike:.0%} ou "
        "plus de leurs suites de trois mots.",
        en="{pages:# page|# pages} have nearly the same text, “{url}” among them: each shares {alike:.0%} or more of their runs "
        "of three words with another.",
    ),
    advice=Message(
        fr="Réunissez-les, ou donnez à chacune ce que les autres n’ont pas.",
        en="Join them, or give each what the others lack.",
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


# equal texts are exact-duplicate's
_PAIRS = """
    FROM pairs t JOIN pages a ON a.id = t.one JOIN pages b ON b.id = t.two
    WHERE t.alike >= ? AND NOT (a.text_hash = b.text_hash AND a.words = b.words)"""
_PLACED = f"""
    SELECT p.id, p.url, p.path, m.alike, m.place FROM (
        SELECT t.one AS id, t.alike, t.one_place AS place, t.two AS other {_PAIRS}
        UNION ALL
        SELECT t.two, t.alike, t.two_place, t.one {_PAIRS}
    ) m JOIN pages p USING (id)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY place IS NULL, alike DESC, other) = 1
    ORDER BY p.path"""  # noqa: S608  a constant
"""Pages that are like others, each with the longest run that it shares with the one that is most like it."""


class Alike(Struct):
    """Pages that hang together: their addresses, how much like another each is, their places."""

    urls: list[str] = field(default_factory=list)
    alike: list[float] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    least = options.likeness
    together, most = _together(site.rows(f"SELECT t.one, t.two, t.alike {_PAIRS}", least))
    groups: dict[int, Alike] = {}
    for page, url, path, _, place in site.rows(_PLACED, least, least):
        group = groups.setdefault(together[page], Alike())
        group.urls.append(url)
        group.alike.append(most[page])
        group.spots.append(spot(url, path, place))
    for group in groups.values():
        yield _told(group)


def _told(group: Alike) -> SiteFinding:
    """The finding about pages that hang together, two or more."""
    values: dict[str, Value] = {
        "alike": min(*group.alike, NEARLY_ALL),
        "url": shorten(group.urls[0], 80),
        "other": shorten(group.urls[1], 80),
        "pages": len(group.urls),
    }
    severity = Severity.WARNING if max(group.alike) >= MUCH else Severity.INFO
    spots = packed(group.spots)
    if len(group.urls) == 2:
        return SiteFinding(ALIKE, spots, values, " ".join(group.urls), severity=severity)
    return SiteFinding(ALL_ALIKE, spots, values, group.urls[0], severity=severity)


def _together(
    pairs: Iterable[tuple[Any, ...]],
) -> tuple[Mapping[int, int], Mapping[int, float]]:
    """For each page of these pairs the first of those that hang together with it, and its likeness to the most like one."""
    first: dict[int, int] = {}
    most: dict[int, float] = {}

    def root(page: int) -> int:
        while first[page] != page:
            first[page] = first[first[page]]
            page = first[page]
        return page

    for one, two, alike in pairs:
        for page in (one, two):
            first.setdefault(page, page)
            most[page] = max(most.get(page, 0.0), alike)
        low, high = sorted((root(one), root(two)))
        first[high] = low
    return {page: root(page) for page in first}, most


RULE = SiteRule(
    title=Message(fr="Textes presque identiques", en="Nearly identical texts"),
    what=Message(
        fr="Signale les pages indexables de cinquante mots ou plus, hors listes, dont les textes se recouvrent ; montre "
        "de chaque côté leur plus longue suite commune. Plusieurs pages du même moule ne font qu’un constat.",
        en="Reports indexable pages of fifty words or more, lists aside, whose texts overlap; shows on both sides "
        "their longest shared run. Several pages from one mould are one finding.",
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
