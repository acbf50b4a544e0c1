"""The description holds the keyphrase.

```html bad @keyphrase="pompe à chaleur"
<head><meta name="description" content="⟦Bien chauffer sa maison cet hiver.⟧"></head>
<p>La pompe à chaleur tente les ménages.</p>
```

```markdown bad @keyphrase="pompe à chaleur"
---
description: ⟦Bien chauffer sa maison cet hiver.⟧
---

La pompe à chaleur tente les ménages.
```

```html good @keyphrase="pompe à chaleur"
<head><meta name="description" content="Les pompes &agrave; chaleur en cinq questions."></head>
<p>Elles tentent les ménages.</p>
```

```markdown good @keyphrase="pompe à chaleur"
---
description: Cinq questions avant d’acheter une pompe à chaleur.
---

Elle tente les ménages.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_SNIPPETS, YOAST
from seo_audit.rule_support.templates import is_known

ABSENT = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est pas dans la description.",
        en="The keyphrase “{keyphrase}” is not in the description.",
    ),
    advice=Message(
        fr="Employez-la : les moteurs mettent en gras, dans l’extrait, les mots de la question.",
        en="Use it: search engines set the words of the query in bold in the snippet.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and is_known(document.metadata.description)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    description = document.metadata.description
    assert measures.keyphrase
    assert description
    if not measures.keyphrase.find(description.value):
        yield ABSENT.at(description.span(), keyphrase=measures.keyphrase.text)


RULE = Rule(
    title=Message(fr="Expression clé dans la description", en="Keyphrase in the description"),
    what=Message(
        fr="Cherche l’expression clé dans la description de la page.",
        en="Looks for the keyphrase in the page’s description.",
    ),
    why=Message(
        fr="Le lecteur d’une page de résultats y cherche ses mots. Google choisit souvent un autre extrait, et la description ne compte pas dans le classement.",
        en="Readers of a result page look for their words there. Google often picks another extract, and the description does not count for ranking.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_SNIPPETS, YOAST),
    applies=applies,
    check=check,
)
