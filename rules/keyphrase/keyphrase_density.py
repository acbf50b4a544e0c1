"""The keyphrase is there, without coming back too often.

```html bad @keyphrase="fontaine" minimum_words=5
<h1>La fontaine</h1>
<p>La fontaine coule. Une fontaine chante. Cette fontaine plaît.</p>
```

```text bad @keyphrase="fontaine" minimum_words=5 minimum=20
Le village en fête

La fontaine coule de nouveau depuis lundi.
```

```html good @keyphrase="fontaine" minimum_words=5 maximum=15
<h1>Le village en fête</h1>
<p>La fontaine coule de nouveau depuis lundi.</p>
```

A short text is not judged:

```markdown good @keyphrase="fontaine"
# La fontaine

La fontaine coule.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, distinct
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_SPAM, YOAST

OVER = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » revient {count} fois : densité de {density} %, au-delà de "
        "{maximum} %.",
        en="The keyphrase “{keyphrase}” {count:comes # time|comes # times}: a density of {density}%, over "
        "{maximum}%.",
    ),
    advice=Message(
        fr="Remplacez-la ici et là par un pronom ou un autre mot ; répétée ainsi, elle lasse, et Google peut y "
        "voir du bourrage.",
        en="Replace it here and there with a pronoun or another word; repeated like this it tires, and Google "
        "may see stuffing.",
    ),
)
UNDER = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » revient {count} fois : densité de {density} %, en deçà de "
        "{minimum} %.",
        en="The keyphrase “{keyphrase}” {count:comes # time|comes # times}: a density of {density}%, under "
        "{minimum}%.",
    ),
    advice=Message(
        fr="Vérifiez que l’article traite bien de ce sujet, ou déclarez l’expression qu’il emploie.",
        en="See that the article is about this subject, or declare the phrase it does use.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        float,
        Basis(
            Message(
                fr="Convention des outils : 0,5 %. Aucune preuve.",
                en="A convention of the tools: 0.5%. No proof.",
            ),
            YOAST,
            at_least=0,
            at_most=100,
        ),
    ] = 0.5
    maximum: Annotated[
        float,
        Basis(
            Message(
                fr="Convention des outils : 3 %. Google condamne le bourrage sans donner de chiffre.",
                en="A convention of the tools: 3%. Google condemns stuffing without a figure.",
            ),
            GOOGLE_SPAM,
            at_least=0,
            at_most=100,
        ),
    ] = 3.0
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sur moins de cent mots, une occurrence de plus change tout.",
                en="Under a hundred words, one occurrence more changes everything.",
            ),
            at_least=1,
        ),
    ] = 100


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase_density is not None


NOWHERE = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est nulle part dans l’article.",
        en="The keyphrase “{keyphrase}” is nowhere in the article.",
    ),
    advice=UNDER.advice,
)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    density = measures.keyphrase_density
    assert measures.keyphrase
    assert density is not None
    if measures.word_count < options.minimum_words:
        return
    keyphrase, count = measures.keyphrase.text, len(measures.keyphrase_occurrences)
    if density > options.maximum and count > 1:
        yield OVER.at(
            None,
            Severity.WARNING,
            keyphrase=keyphrase,
            count=count,
            density=distinct(density, options.maximum, 1),
            maximum=options.maximum,
        )
    elif density < options.minimum:
        yield (UNDER if count else NOWHERE).at(
            None,
            keyphrase=keyphrase,
            count=count,
            density=distinct(density, options.minimum),
            minimum=options.minimum,
        )


RULE = Rule(
    title=Message(fr="Densité de l’expression clé", en="Keyphrase density"),
    what=Message(
        fr="Calcule la part des mots que prend l’expression clé : occurrences × mots de sens de l’expression ÷ mots "
        "de l’article.",
        en="Computes the share of words the keyphrase takes: occurrences × its words of meaning ÷ words of the "
        "article.",
    ),
    why=Message(
        fr="Qu’une densité minimale serve n’est pas établi : c’est une convention. Trop de répétitions, en "
        "revanche, gêne le lecteur, et Google les range parmi les pratiques abusives.",
        en="That a least density helps is not established: it is a convention. Too much repetition, though, "
        "annoys readers, and Google lists it among spam practices.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(GOOGLE_SPAM, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
