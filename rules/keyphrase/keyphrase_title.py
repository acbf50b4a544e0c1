"""The title holds the keyphrase.

```html bad @keyphrase="pompe à chaleur"
<title>⟦Bien chauffer sa maison⟧</title>
<h1>Bien chauffer sa maison</h1>
```

```markdown bad @keyphrase="économie de l’Asie"
---
title: ⟦L’essor de l’Asie⟧
---

Les usines tournent.
```

```html good @keyphrase="pompe à chaleur"
<title>Les pompes à chaleur en cinq questions</title>
<h1>Bien chauffer sa maison</h1>
```

```markdown good @keyphrase="économie d’Asie"
---
title: "Quand l’économie de l’Asie s’éveille…"
---

Les usines tournent.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.references import GOOGLE_TITLES, YOAST
from seo_audit.rule_support.templates import is_known

ABSENT = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est pas dans le titre.",
        en="The keyphrase “{keyphrase}” is not in the title.",
    ),
    advice=Message(
        fr="Employez-la dans le titre, de préférence au début, si la phrase reste naturelle.",
        en="Use it in the title, best at its beginning, if that reads naturally.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and is_known(document.metadata.title)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    title = document.metadata.title
    assert measures.keyphrase
    assert title
    if not measures.keyphrase.find(title.value):
        yield ABSENT.at(title.span(), keyphrase=measures.keyphrase.text)


RULE = Rule(
    title=Message(fr="Expression clé dans le titre", en="Keyphrase in the title"),
    what=Message(
        fr="Cherche l’expression clé, au pluriel et au féminin aussi, dans le titre de la page.",
        en="Looks for the keyphrase, plural and feminine too, in the page’s title.",
    ),
    why=Message(
        fr="Le lecteur d’une page de résultats reconnaît sa question aux mots du titre. Google demande un titre "
        "qui décrive la page, pas une formule.",
        en="Readers of a result page recognise their question by the words of the title. Google asks for a "
        "title that describes the page, not for a formula.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_TITLES, YOAST),
    applies=applies,
    check=check,
)
