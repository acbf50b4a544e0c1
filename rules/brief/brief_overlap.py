"""The article is written anew, not copied from its source.

```text bad @source="La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. Elle était à sec depuis quatre ans."
⟦La fontaine du village coule de nouveau depuis lundi ; et les enfants jouent autour du bassin⟧ !

Sa source avait changé de lit, disent les anciens qui regardent le niveau monter.
```

```html bad @source="Elle était à sec depuis quatre ans, car sa source avait changé de lit. Un maçon a trouvé la fuite." share=0.5
<p>⟦Elle était à sec depuis quatre ans, car sa <b>source</b> avait changé de lit⟧, dit-on.</p>
<p>Un sourcier est venu avec sa baguette, puis un second, puis la mairie a perdu patience et a fait creuser.</p>
```

A quotation is taken over as it is, and names are nobody’s wording:

```text good @source="« L’eau reviendra quand la montagne voudra bien la rendre », dit le maire. Le Jura, le Doubs, la Saône et la Haute-Saône manquent d’eau."
Le maire l’avait dit : « L’eau reviendra quand la montagne voudra bien la rendre. » Le Jura, le Doubs, la Saône et la Haute-Saône attendent.
```

```markdown good @source="La fontaine du village coule de nouveau depuis lundi."
Depuis lundi, l’eau est revenue à la fontaine du village.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, distinct
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_SPAM

TOO_MUCH = Fault(
    message=Message(
        fr="{share:%} des mots de l’article ({words} sur {total}) sont repris tels quels du texte d’origine ; la limite "
        "est de {limit:%}.",
        en="{share:%} of the article’s words ({words} of {total}) are taken over as they are from the original text; the "
        "limit is {limit:%}.",
    ),
    advice=Message(
        fr="Réécrivez les passages signalés, ou présentez-les comme des citations.",
        en="Rewrite the passages shown, or give them as quotations.",
    ),
)
RUN = Fault(
    message=Message(
        fr="{words} mots repris tels quels du texte d’origine (l. {lines}) : « {text} ».",
        en="{words} words taken over as they are from the original text (l. {lines}): “{text}”.",
    ),
    advice=Message(
        fr="Dites-le avec vos mots, ou mettez-le entre guillemets avec son auteur.",
        en="Say it in your own words, or put it in quotation marks with its author.",
    ),
)


class Options(Struct, frozen=True):
    share: Annotated[
        float,
        Basis(
            Message(
                fr="Convention : Google ne donne pas de part admise, il demande un contenu original.",
                en="A convention: Google names no share that is fine, it asks for original content.",
            ),
            GOOGLE_SPAM,
            at_least=0,
            at_most=1,
        ),
    ] = 0.2


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and brief.source is not None and measures.word_count > 0


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    overlap = measures.overlap
    assert overlap  # the rule applies
    if overlap.share > options.share:
        yield TOO_MUCH.at(
            None,
            share=distinct(overlap.share, options.share),
            words=overlap.words,
            total=measures.word_count,
            limit=options.share,
        )
    for run in overlap.runs:
        first, *others = run.places or (None,)
        lines = f"{run.line}–{run.end_line}" if run.end_line > run.line else str(run.line)
        finding = RUN.at(first, Severity.INFO, words=run.words, lines=lines, text=run.text)
        yield replace(finding, related=tuple(place for place in others if place))


RULE = Rule(
    title=Message(fr="Commande : reprises de la source", en="Brief: taken over from the source"),
    what=Message(
        fr="Compare l’article à « source » : montre chaque suite de huit mots ou plus qui s’y trouve déjà, ponctuation et "
        "majuscules mises à part, et avertit quand leur part dépasse la limite.",
        en="Compares the article with “source”: shows each run of eight words or more that stands there already, "
        "punctuation and capitals aside, and warns when their share is over the limit.",
    ),
    why=Message(
        fr="Google n’affiche qu’une version d’un texte publié deux fois, et tient la copie sans valeur ajoutée pour un abus. "
        "Une citation entre guillemets ne compte pas.",
        en="Google shows one version of a text published twice, and takes copies without added value for abuse. A quotation "
        "in quotation marks does not count.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SPAM,),
    options=Options,
    applies=applies,
    answers=("source",),
    check=check,
)
