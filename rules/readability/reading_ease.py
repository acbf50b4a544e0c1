"""The text reads as easily as its profile asks; the hardest sentences of one that does not are shown.

```html bad minimum_words=10 minimum=60
<p>Le chat dort. ⟦L’approfondissement de la coopération multidimensionnelle transfrontalière conditionne
indubitablement l’opérationnalisation des investissements.⟧</p>
```

```text bad minimum_words=10 minimum=90
⟦Le président a souligné l’importance stratégique des relations entre les deux pays de la région.⟧
```

The hardest sentence need not be the longest:

```markdown bad minimum_words=10 minimum=80
Le chat dort dans le lit de la fille, le chien court dans le pré, et la pluie tombe sur le toit.
⟦L’opérationnalisation institutionnelle conditionne indubitablement l’approfondissement des coopérations multidimensionnelles.⟧
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
from seo_audit.rule import Basis, Evidence, Fault, Finding, Reference, Rule, Severity
from seo_audit.rule_support.front_pages import is_list

KANDEL_MOLES = Reference(
    "Kandel, L. et Moles, A. (1958), « Application de l’indice de Flesch à la langue française », "
    "Cahiers Études de Radio-Télévision, 19, 253-274"
)
FRENCH = Reference("seo-audit, docs/french.md, Readability")

SHOWN = 5
"""Sentences pointed at: enough to begin with."""

TOO_HARD = Fault(
    message=Message(
        fr="Lisibilité de {readability}, sous le minimum de {minimum} : {words:# mot|# mots} par phrase, "
        "{syllables:# syllabe|# syllabes} par mot.",
        en="Readability of {readability}, under the minimum of {minimum}: {words:# word|# words} a sentence, "
        "{syllables:# syllable|# syllables} a word.",
    ),
    advice=Message(
        fr="Raccourcissez les phrases et préférez les mots courts et courants, en commençant par les phrases "
        "les plus difficiles.",
        en="Shorten the sentences and prefer short, common words; begin with the hardest sentences.",
    ),
)
HARD_SENTENCE = Fault(
    message=Message(
        fr="Phrase parmi les plus difficiles : lisibilité de {readability:.0f}, {words:# mot|# mots}, "
        "{syllables:# syllabe|# syllabes} par mot.",
        en="One of the hardest sentences: readability of {readability:.0f}, {words:# word|# words}, "
        "{syllables:# syllable|# syllables} a word.",
    ),
    advice=Message(
        fr="Dites-le en deux phrases, ou avec des mots plus courts.",
        en="Say it in two sentences, or in shorter words.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        float,
        Basis(
            Message(
                fr="À 45 échouent 7 % de 150 articles réels, les plus difficiles ; la médiane de la presse est à "
                "54, celle de Wikipédia à 50.",
                en="At 45, 7% of 150 real articles fail, the hardest ones; the median of the press is 54, that of "
                "Wikipédia 50.",
            ),
            FRENCH,
            profiles={"guide": 40, "langage-clair": 60},
        ),
    ] = 45
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Deux morceaux d’un même article diffèrent de dix points à cent mots, de six à trois cents.",
                en="Two pieces of one article differ by ten points at a hundred words, by six at three hundred.",
            ),
            FRENCH,
            at_least=1,
        ),
    ] = 300


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    counts, figure = measures.running_counts, measures.readability
    if counts is None or figure is None or counts.words < options.minimum_words:
        return
    if figure >= options.minimum:
        return
    yield TOO_HARD.at(
        None,
        readability=distinct(figure, options.minimum, 0),
        minimum=options.minimum,
        words=round(counts.words_a_sentence, 1),
        syllables=round(counts.syllables_a_word, 2),
    )
    hard = (
        one
        for one in measures.graded_sentences
        if one.readability < options.minimum and measures.is_own(one.sentence)
    )
    for one in sorted(hard, key=lambda graded: graded.readability)[:SHOWN]:
        yield HARD_SENTENCE.at(
            one.sentence.span,
            Severity.INFO,
            readability=one.readability,
            words=one.counts.words,
            syllables=round(one.counts.syllables_a_word, 2),
        )


def applies(document: Document, measures: Measures) -> bool:
    return measures.readability is not None and not is_list(document)


RULE = Rule(
    title=Message(fr="Facilité de lecture", en="Reading ease"),
    what=Message(
        fr="Calcule la lisibilité, 217 − 30 × ln(mots par phrase) − 40 × syllabes par mot, hors des listes et des citations en bloc ; signale "
        "un texte trop difficile pour son profil, et ses cinq phrases les plus difficiles.",
        en="Computes the readability, 217 − 30 × ln(words a sentence) − 40 × syllables a word, lists and block quotations left out; "
        "reports a text too hard for its profile, and its five hardest sentences.",
    ),
    why=Message(
        fr="De deux textes sur un même sujet, le plus facile a d’ordinaire la lisibilité la plus haute ; en dessous "
        "de dix points d’écart, cela ne veut rien dire. Ce n’est ni un niveau, ni un âge, ni une note de style : "
        "la formule ne voit que la longueur des phrases et des mots, ni le plan ni le sens.",
        en="Of two texts about the same thing, the easier one usually has the higher readability; under ten points "
        "no difference means anything. It is no level, no age and no mark for style: the formula sees the length "
        "of sentences and words only, neither structure nor sense.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(FRENCH, KANDEL_MOLES),
    options=Options,
    applies=applies,
    check=check,
)
