"""The main heading holds the keyphrase.

```html bad @keyphrase="pompe à chaleur"
⟦<h1>Bien chauffer sa maison</h1>⟧
<p>La pompe à chaleur tente les ménages.</p>
```

```text bad @keyphrase="pompe à chaleur"
⟦Bien chauffer sa maison⟧

La pompe à chaleur tente les ménages.
```

```html good @keyphrase="pompe à chaleur"
<h1>Les pompes à chaleur en cinq questions</h1>
<p>Elles tentent les ménages.</p>
```

```markdown good @keyphrase="pompe à chaleur"
---
title: Choisir sa pompe à chaleur
---

Elle tente les ménages.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import YOAST

ABSENT = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est pas dans le titre principal.",
        en="The keyphrase “{keyphrase}” is not in the main heading.",
    ),
    advice=Message(
        fr="Employez-la dans ce titre, si la phrase reste naturelle.",
        en="Use it in this heading, if that reads naturally.",
    ),
)


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and measures.main_heading is not None


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    heading = measures.main_heading
    assert measures.keyphrase
    assert heading
    if not measures.keyphrase.find(heading.text.value):
        yield ABSENT.at(heading.span, keyphrase=measures.keyphrase.text)


RULE = Rule(
    title=Message(fr="Expression clé dans le titre principal", en="Keyphrase in the main heading"),
    what=Message(
        fr="Cherche l’expression clé, au pluriel et au féminin aussi, dans le titre de niveau 1.",
        en="Looks for the keyphrase, plural and feminine too, in the level-1 heading.",
    ),
    why=Message(
        fr="Le lecteur qui arrive veut retrouver les mots de sa question. Un effet sur le classement n’est pas établi.",
        en="Readers who arrive want to find the words of their question. An effect on ranking is not established.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    applies=applies,
    check=check,
)
