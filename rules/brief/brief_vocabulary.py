"""The article speaks the language of its subject: the terms that pages on it share, without overdoing any.

```text bad @reference=["La pompe à chaleur réchauffe la maison : le fluide frigorigène circule.", "Un fluide frigorigène traverse le compresseur de la pompe à chaleur."]
La pompe à chaleur réchauffe la maison.
```

```text bad @reference=["La pompe à chaleur réchauffe la maison et le salon, en hiver comme au printemps, quand le soleil manque aux murs.", "Une pompe à chaleur traverse le jardin, puis la cave et la cuisine, avant de chauffer l’eau de la salle de bains."]
La ⟦pompe à chaleur⟧ est une pompe à chaleur. La pompe à chaleur chauffe, et la pompe à chaleur souffle. Pompe à chaleur !
```

```text good @reference=["La pompe à chaleur réchauffe la maison.", "Une pompe à chaleur traverse le jardin."]
La pompe à chaleur réchauffe la maison.
```

```text good @reference=["Le fluide frigorigène circule.", "Le compresseur tourne.", "Le soleil brille.", "Une vanne fuit.", "Un fluide frigorigène bout."]
Le radiateur chauffe.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.french.phrases import Phrase
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_HELPFUL, GOOGLE_SPAM

MISSING = Fault(
    message=Message(
        fr="{count:Terme|Termes} qu’au moins la moitié des {pages} pages de référence emploient, et pas l’article : {terms}.",
        en="{count:Term|Terms} that at least half of the {pages} reference pages use, and the article does not: {terms}.",
    ),
    advice=Message(
        fr="Voyez lesquels répondent à une question du lecteur que l’article laisse ouverte ; n’en semez aucun pour lui-même.",
        en="See which answer a question the article leaves open; sow none for its own sake.",
    ),
)
OVERUSED = Fault(
    message=Message(
        fr="« {term} » revient {uses} fois ({rate:.1f} pour mille mots), contre {mean:.1f} en moyenne dans les pages de "
        "référence et {highest:.1f} au plus.",
        en="“{term}” comes {uses} times ({rate:.1f} a thousand words), against {mean:.1f} in the reference pages on average "
        "and {highest:.1f} at most.",
    ),
    advice=Message(
        fr="Remplacez-en une partie par un pronom ou un synonyme.",
        en="Replace some of them with a pronoun or a synonym.",
    ),
)

RELATED = 20
"""Further places of an overused term, at most."""


class Options(Struct, frozen=True):
    shown: Annotated[
        int,
        Basis(
            Message(
                fr="Une liste qu’on lit ; le rapport HTML en montre davantage.",
                en="A list one reads; the HTML report shows more.",
            ),
            at_least=1,
            at_most=40,
        ),
    ] = 12


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and len(brief.reference) > 1 and measures.word_count > 0


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    vocabulary = measures.reference_vocabulary
    assert vocabulary  # the rule applies
    pages = len(vocabulary.pages)
    missing = vocabulary.missing[: options.shown]
    if missing:
        listed = ", ".join(f"{term.text} ({term.pages}/{pages})" for term in missing)
        yield MISSING.at(None, count=len(missing), pages=pages, terms=listed)
    for term in vocabulary.overused[: options.shown]:
        spans = [found.span for found in measures.find(Phrase(term.text)) if found.span]
        finding = OVERUSED.at(
            spans[0] if spans else None,
            term=term.text,
            uses=term.uses,
            rate=term.rate,
            mean=term.mean_rate,
            highest=term.highest_rate,
        )
        yield replace(finding, related=tuple(spans[1 : RELATED + 1]))


RULE = Rule(
    title=Message(fr="Commande : vocabulaire du sujet", en="Brief: vocabulary of the subject"),
    what=Message(
        fr="Compare les termes d’un à trois mots de l’article à ceux des pages de « reference » : ceux qu’elles partagent et "
        "qu’il n’a pas, ceux dont il use bien plus qu’elles.",
        en="Compares the article’s terms of one to three words with those of the pages of “reference”: those they share and it "
        "lacks, those it uses far more than they do.",
    ),
    why=Message(
        fr="Ce que les autres pages nomment toutes dit souvent ce que le lecteur attend. Ce n’est qu’un indice : Google ne "
        "compte pas les mots d’une liste, et un terme répété pour lui plaire est un abus. D’où l’absence d’effet sur le score.",
        en="What all the other pages name often tells what readers expect. It is a hint only: Google counts no words of a list, "
        "and a term repeated to please it is abuse. Hence no effect on the score.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_HELPFUL, GOOGLE_SPAM),
    options=Options,
    applies=applies,
    answers=("reference",),
    check=check,
    over_optimisation=True,
)
