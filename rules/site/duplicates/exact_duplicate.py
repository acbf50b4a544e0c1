"""Two pages of a site have the same main content, word for word.

```site bad
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a> <a href="copie.html">Copie</a>
== figues.html
<html lang="fr"><title>Les figues</title><main><h1>⟦Les figues⟧</h1><p>La figue mûrit deux fois dans l’année. La première
récolte vient en juin sur le bois de l’an passé, la seconde en septembre sur les pousses neuves.</p></main>
== copie.html
<html lang="fr"><title>Les figues, copie</title><nav><a href="/">Accueil</a></nav><main><h1>⟦Les figues (2)⟧</h1><p>La figue
mûrit deux fois dans l’année. La première récolte vient en juin sur le bois de l’an passé, la seconde en septembre sur
les pousses neuves.</p></main>
```

```site good
== index.html
<html lang="fr"><title>Accueil</title><h1>Accueil</h1><a href="figues.html">Figues</a> <a href="copie.html">Copie</a>
== figues.html
<html lang="fr"><title>Les figues</title><main><h1>Les figues</h1><p>La figue mûrit deux fois dans l’année. La première
récolte vient en juin sur le bois de l’an passé, la seconde en septembre sur les pousses neuves.</p></main>
== copie.html
<html lang="fr"><title>Les figues, à imprimer</title><link rel="canonical" href="figues.html"><main><h1>Les figues</h1><p>La
figue mûrit deux fois dans l’année. La première récolte vient en juin sur le bois de l’an passé, la seconde en septembre
sur les pousses neuves.</p></main>
```
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from msgspec import Struct

from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Severity, Site, SiteFinding, SiteRule
from seo_audit.rule_support.references import GOOGLE_CANONICAL, SCREAMING_FROG
from seo_audit.rule_support.site.packed import packed
from seo_audit.rule_support.site.places import HEADING, spot

SAME = Fault(
    message=Message(
        fr="{pages:# page a|# pages ont} le même texte, mot pour mot ({words:# mot|# mots}), titre principal mis à part.",
        en="{pages:# page has|# pages have} the same text, word for word ({words:# word|# words}), main heading aside.",
    ),
    advice=Message(
        fr="Gardez-en une, et redirigez les autres vers elle ou nommez-la dans leur lien canonique.",
        en="Keep one of them, and redirect the others to it or name it in their canonical link.",
    ),
)


class Options(Struct, frozen=True):
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="En dessous, ce sont des pages d’attente ou des listes, semblables par nature.",
                en="Below that they are placeholders or lists, alike by nature.",
            ),
            at_least=1,
        ),
    ] = 20


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    query = f"""
        SELECT p.text_hash, p.words, p.url, p.path, unnest({HEADING}) FROM pages p
        WHERE p.indexable AND NOT p.is_listing AND p.words >= ?
        QUALIFY count(*) OVER (PARTITION BY p.text_hash, p.words) > 1 ORDER BY p.text_hash, p.words, p.path"""  # noqa: S608  a constant
    for (digest, words), group in groupby(
        site.rows(query, options.minimum_words), key=lambda row: row[:2]
    ):
        spots = packed(spot(*row[2:]) for row in group)
        yield SiteFinding(SAME, spots, {"pages": len(spots), "words": words}, about=f"{digest:x}")


RULE = SiteRule(
    title=Message(fr="Textes identiques", en="Identical texts"),
    what=Message(
        fr="Signale les pages indexables dont le contenu principal a les mêmes mots dans le même ordre, h1 mis à part.",
        en="Reports indexable pages whose main content has the same words in the same order, h1 aside.",
    ),
    why=Message(
        fr="Google n’en montre qu’une, et choisit laquelle. La comparaison mot pour mot est un usage des outils.",
        en="Google shows one of them, and chooses which. Comparing word for word is a practice of the tools.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_CANONICAL, SCREAMING_FROG),
    options=Options,
    check=check,
    needs_build=False,
    a_group=True,
)
