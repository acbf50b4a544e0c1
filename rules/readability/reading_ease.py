"""The text reads as easily as its profile asks.

```html bad minimum_words=10
<p>L’approfondissement institutionnel de la coopération multidimensionnelle transfrontalière
conditionne indubitablement l’opérationnalisation des investissements infrastructurels.</p>
```

```text bad minimum_words=10 minimum=90
Le président a souligné l’importance stratégique des relations entre les deux pays de la région.
```

```html good minimum_words=10
<p>Le chat dort. Il a bien mangé. La pluie tombe sur le toit, et le vent se lève.</p>
```

A short text is not judged:

```text good
Opérationnalisation institutionnelle.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, distinct
from seo_audit.rule import (
    Basis,
    Evidence,
    Fault,
    Finding,
    Reference,
    Rule,
    Severity,
)
from seo_audit.rule_support.references import YOAST

KANDEL_MOLES = Reference(
    "Kandel, L. et Moles, A. (1958), « Application de l’indice de Flesch à la langue française », "
    "Cahiers Études de Radio-Télévision, 19, 253-274"
)

TOO_HARD = Fault(
    message=Message(
        fr="Facilité de lecture de {ease} (Kandel-Moles), sous le minimum de {minimum} : "
        "{words:# mot|# mots} par phrase, {syllables:# syllabe|# syllabes} par mot.",
        en="Reading ease of {ease} (Kandel–Moles), under the minimum of {minimum}: "
        "{words:# word|# words} a sentence, {syllables:# syllable|# syllables} a word.",
    ),
    advice=Message(
        fr="Raccourcissez les phrases et préférez les mots courts et courants.",
        en="Shorten the sentences and prefer short, common words.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        float,
        Basis(
            Message(
                fr="Sur l’échelle de Flesch, 50 est la limite entre « assez difficile » et « difficile » ; Yoast "
                "demande 60.",
                en="On Flesch’s scale, 50 divides “fairly difficult” from “difficult”; Yoast asks for 60.",
            ),
            YOAST,
            profiles={"news": 60, "guide": 40, "langage-clair": 60},
        ),
    ] = 50
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sur moins de cent mots, une seule phrase décide de l’indice : Flesch le calculait sur cent.",
                en="Under a hundred words a single sentence decides: Flesch computed it on a hundred.",
            ),
            at_least=1,
        ),
    ] = 100


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    ease = measures.reading_ease
    if ease is None or measures.sentence_words < options.minimum_words:
        return
    if ease < options.minimum:
        yield TOO_HARD.at(
            None,
            ease=distinct(ease, options.minimum, 0),
            minimum=options.minimum,
            words=round(measures.sentence_words / len(measures.sentences), 1),
            syllables=round(measures.syllable_count / measures.sentence_words, 2),
        )


def applies(_document: Document, measures: Measures) -> bool:
    return measures.reading_ease is not None


RULE = Rule(
    title=Message(fr="Facilité de lecture", en="Reading ease"),
    what=Message(
        fr="Calcule l’indice de Kandel et Moles, 207 − 1,015 × mots par phrase − 73,6 × syllabes par mot, et "
        "signale un texte trop difficile pour son profil.",
        en="Computes the index of Kandel and Moles, 207 − 1.015 × words a sentence − 73.6 × syllables a word, "
        "and reports a text too hard for its profile.",
    ),
    why=Message(
        fr="Un indice ne mesure que la longueur des phrases et des mots, ni le plan ni le sens : c’est un signal, "
        "pas une note de style.",
        en="An index measures the length of sentences and words only, neither structure nor sense: a signal, "
        "no mark for style.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(KANDEL_MOLES, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
