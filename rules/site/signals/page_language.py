"""Pages say another language than that of their text.

```site bad
== index.html
<html lang="⟦en⟧"><title>Accueil</title><main><h1>Le verger</h1><p>Le verger donne des figues en août, des noix en octobre et
des coings quand viennent les premiers froids. Nous y travaillons toute l’année, du semis à la récolte, avec des voisins
qui prêtent leurs bras et leurs paniers. Ce journal raconte chaque saison, ses travaux, ses surprises et ses recettes.</p></main>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><main><h1>Le verger</h1><p>Le verger donne des figues en août, des noix en octobre et
des coings quand viennent les premiers froids. Nous y travaillons toute l’année, du semis à la récolte, avec des voisins
qui prêtent leurs bras et leurs paniers. Ce journal raconte chaque saison, ses travaux, ses surprises et ses recettes.</p></main>
```
"""

from collections.abc import Iterator
from itertools import groupby

from seo_audit.message import Message, Value, shorten
from seo_audit.rule import Evidence, Fault, NoOptions, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.languages import contradicts, language_name
from seo_audit.rule_support.references import HTML, rgaa
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import spot

WRONG = Fault(
    message=Message(
        fr="{pages:# page se dit|# pages se disent} en « {tag} », mais {pages:son|leur} texte est en {language}.",
        en="{pages:# page says|# pages say} “{tag}”, but {pages:its|their} text is in {language}.",
    ),
    advice=Message(
        fr="Corrigez l’attribut lang, dans le gabarit s’il vient de là.",
        en="Mend the attribute lang, in the template if it comes from there.",
    ),
)


def check(site: Site, _options: NoOptions) -> Iterator[SiteFinding]:
    query = """
        SELECT lang, text_lang, url, path, lang_place FROM pages
        WHERE lang_key <> text_lang AND text_lang <> '' AND NOT is_listing ORDER BY lang, text_lang, path"""
    for (tag, found), group in groupby(site.rows(query), key=lambda row: row[:2]):
        if not contradicts(tag, found):
            continue
        spots = packed(spot(url, path, place) for _, _, url, path, place in group)
        values: dict[str, Value] = {
            "tag": shorten(tag, 20),
            "language": language_name(found),
            "pages": len(spots),
        }
        yield SiteFinding(WRONG, spots, values, about=f"{tag} {found}")


RULE = SiteRule(
    title=Message(fr="Langue des pages", en="Language of the pages"),
    what=Message(
        fr="Compare l’attribut lang de chaque page à la langue de son texte, et réunit les pages qui se trompent de même.",
        en="Compares the attribute lang of each page with the language of its text, and groups pages wrong in one way.",
    ),
    why=Message(
        fr="Un lecteur d’écran prononce selon lang, et les navigateurs proposent de traduire. Google s’en tient au texte.",
        en="A screen reader pronounces by lang, and browsers offer to translate. Google goes by the text.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(rgaa("8.3"), rgaa("8.4"), HTML),
    check=check,
    needs_build=False,
)
