"""The article adds no figure, date or name to its source without saying where it comes from.

```text bad @source="Le lac a gelé vendredi sur 12 kilomètres."
Le lac a gelé sur ⟦15 kilomètres⟧, près de ⟦Pontarlier⟧.
```

```markdown bad @source="Le sommet a réuni les pays d’Asie centrale à Xian. Le commerce a atteint 70 milliards de dollars."
---
title: Un sommet à Xi’an en ⟦2023⟧
---

Le commerce avec l’Asie centrale a atteint 70 Md$.
```

What is written otherwise is the same, and what is attributed is fine:

```text good @source="Le vendredi 19 mai 2023, 70 milliards de dollars ont été promis à la Chine."
Soixante-dix milliards de dollars : la promesse date du 19/05/2023, et les Chinois s’en réjouissent.
```

```markdown good @source="Le lac a gelé vendredi sur 12 kilomètres."
Le lac a gelé sur 12 km. Selon Météo-France, il avait fait −18 °C à Mouthe.
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from seo_audit.brief.outcome import Fact, Kind
from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_HELPFUL

ADVICE = Message(
    fr="Vérifiez ce fait, puis dites dans la phrase d’où il vient (un lien, « selon… ») ; sinon, retirez-le.",
    en="Check it, then say in the sentence where it comes from (a link, “according to…”); else take it out.",
)
FAULTS = {
    Kind.FIGURE: Fault(
        Message(
            fr="Chiffre ajouté sans source : « {text} » ne se trouve pas dans le texte d’origine.",
            en="Figure added without a source: “{text}” is not in the text it was made from.",
        ),
        ADVICE,
    ),
    Kind.DATE: Fault(
        Message(
            fr="Date ajoutée sans source : « {text} » ne se trouve pas dans le texte d’origine.",
            en="Date added without a source: “{text}” is not in the text it was made from.",
        ),
        ADVICE,
    ),
    Kind.NAME: Fault(
        Message(
            fr="Nom ajouté sans source : « {text} » ne se trouve pas dans le texte d’origine.",
            en="Name added without a source: “{text}” is not in the text it was made from.",
        ),
        ADVICE,
    ),
}
LOST = Fault(
    Message(
        fr="{count:Élément important|Éléments importants} du texte d’origine que l’article ne reprend pas : {facts}.",
        en="{count:Main point|Main points} of the original text that the article leaves out: {facts}.",
    ),
    Message(
        fr="Voyez si le lecteur en a besoin ; en laisser est votre choix.",
        en="See whether readers need them; leaving some out is your choice.",
    ),
)

RELATED = 20
"""Further places of a fact, at most."""


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and brief.source is not None


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    facts = measures.facts
    assert facts  # the rule applies
    for fact in facts.added:
        finding = FAULTS[fact.kind].at(fact.span, text=fact.text)
        yield replace(finding, related=fact.others[:RELATED])
    if facts.lost:
        listed = ", ".join(map(_with_line, facts.lost))
        yield LOST.at(None, Severity.INFO, count=len(facts.lost), facts=listed)


def _with_line(fact: Fact) -> str:
    return f"{fact.text} (l. {fact.line})" if fact.line else fact.text


RULE = Rule(
    title=Message(fr="Commande : faits ajoutés ou perdus", en="Brief: facts added or lost"),
    what=Message(
        fr="Compare les chiffres, dates et noms de l’article (titre, description, données structurées et textes de "
        "remplacement compris) à ceux de « source » ; signale ceux qu’elle n’a pas et que leur phrase n’attribue à "
        "personne, et les principaux qui ont disparu.",
        en="Compares the article’s figures, dates and names (in title, description, structured data and alternative texts "
        "too) with those of “source”; reports those it lacks and which their sentence attributes to nobody, and the main "
        "ones that were lost.",
    ),
    why=Message(
        fr="Une réécriture ne doit rien inventer. Google demande une valeur ajoutée et des faits exacts : ajouter est "
        "bienvenu, sans dire d’où cela vient ne l’est pas. Ce qui porte un lien, « selon » ou une citation n’est pas signalé.",
        en="A rewrite must invent nothing. Google asks for added value and for accuracy: adding is welcome, adding without "
        "saying where it comes from is not. What bears a link, “according to” or a quotation is not reported.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HELPFUL,),
    applies=applies,
    answers=("source",),
    check=check,
)
