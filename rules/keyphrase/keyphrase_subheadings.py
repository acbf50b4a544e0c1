"""Some of the subheadings hold the keyphrase, not all.

```html bad @keyphrase="pompe à chaleur"
<h1>Se chauffer</h1><p>Un mot.</p>
<h2>Le prix</h2><p>Un mot.</p>
<h2>Le bruit</h2><p>Un mot.</p>
<h2>La pose</h2><p>Un mot.</p>
```

```markdown bad @keyphrase="haie"
## La haie d’hier

Un mot.

## La haie d’aujourd’hui

Un mot.

## La haie de demain

Un mot.
```

```html good @keyphrase="pompe à chaleur"
<h1>Se chauffer</h1><p>Un mot.</p>
<h2>Le prix des pompes à chaleur</h2><p>Un mot.</p>
<h2>Le bruit</h2><p>Un mot.</p>
<h2>La pose</h2><p>Un mot.</p>
```

One or two subheadings are not judged:

```markdown good @keyphrase="haie"
## La haie d’hier

Un mot.

## Celle de demain

Un mot.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Block, Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST

FEW = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » est dans {found:# sous-titre|# sous-titres} sur {total} : moins de {minimum:.0%}.",
        en="The keyphrase “{keyphrase}” is in {found} of {total} subheadings: under {minimum:.0%}.",
    ),
    advice=Message(
        fr="Employez-la dans un sous-titre ou deux, là où elle dit ce que contient la partie.",
        en="Use it in a subheading or two, where it says what the part holds.",
    ),
)
MANY = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » est dans {found:# sous-titre|# sous-titres} sur {total} : plus de {maximum:.0%}.",
        en="The keyphrase “{keyphrase}” is in {found} of {total} subheadings: over {maximum:.0%}.",
    ),
    advice=Message(
        fr="Variez les sous-titres : le lecteur sait déjà de quoi il s’agit.",
        en="Vary the subheadings: readers know by now what it is about.",
    ),
)

FEWEST = 3
"""Subheadings below which a share says nothing."""
LEVELS = 2
"""Levels of subheadings that are judged, from the highest in use: what lies below is detail."""


class Options(Struct, frozen=True):
    minimum: Annotated[
        float,
        Basis(
            Message(fr="Convention de Yoast : 30 %.", en="Yoast’s convention: 30%."),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.3
    maximum: Annotated[
        float,
        Basis(
            Message(fr="Convention de Yoast : 75 %.", en="Yoast’s convention: 75%."),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.75


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and bool(_judged(measures))


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    keyphrase = measures.keyphrase
    assert keyphrase
    headings = _judged(measures)
    if len(headings) < FEWEST:
        return
    found = [heading for heading in headings if keyphrase.find(heading.text.value)]
    share = len(found) / len(headings)
    if share < options.minimum:
        yield FEW.at(
            None,
            keyphrase=keyphrase.text,
            found=len(found),
            total=len(headings),
            minimum=options.minimum,
        )
    elif share > options.maximum:
        yield MANY.at(
            None,
            keyphrase=keyphrase.text,
            found=len(found),
            total=len(headings),
            maximum=options.maximum,
        )


def _judged(measures: Measures) -> list[Block]:
    """The subheadings of the two highest levels in use: h2 and h3 where an article has them."""
    levels = sorted({heading.level for heading in measures.subheadings})[:LEVELS]
    return [heading for heading in measures.subheadings if heading.level in levels]


RULE = Rule(
    title=Message(fr="Expression clé dans les sous-titres", en="Keyphrase in subheadings"),
    what=Message(
        fr="Compte les sous-titres de niveaux 2 et 3 qui contiennent l’expression clé, quand il y en a trois ou plus.",
        en="Counts the subheadings of levels 2 and 3 that hold the keyphrase, where there are three or more.",
    ),
    why=Message(
        fr="Absente partout, le plan ne dit pas le sujet ; présente partout, il lasse. Les bornes sont une convention.",
        en="Nowhere, the outline does not say the subject; everywhere, it tires. The limits are a convention.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
