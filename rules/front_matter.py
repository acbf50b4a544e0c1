"""The front matter can be read, and holds what the team requires.

```markdown bad
---
title: La fontaine
⟦title⟧: Le lavoir
---

Elle coule.
```

```markdown bad required=["title", "date"]
⟦---⟧
title: La fontaine
---

Elle coule.
```

```markdown good required=["title", "date"]
---
title: La fontaine
date: 2026-05-04
---

Elle coule.
```

```markdown good
---
title: "La fontaine : le retour"
tags: [eau, village]
---

Elle coule.
```
"""

from collections.abc import Iterator
from typing import Annotated

from seo_audit.dataclass import dataclass, field
from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Category, Fault, Finding, Rule, Severity

MEND = Message(
    fr="Corrigez cette ligne : sans cela, le générateur du site peut échouer ou l’ignorer.",
    en="Mend this line: else the site’s generator may fail, or ignore it.",
)
MISSING = Fault(
    message=Message(
        fr="L’en-tête n’a pas la clé « {key} », que votre configuration exige.",
        en="The front matter lacks the key “{key}”, which your configuration requires.",
    ),
    advice=Message(fr="Ajoutez-la.", en="Add it."),
)


@dataclass(frozen=True, slots=True)
class Options:
    required: Annotated[
        tuple[str, ...],
        Basis(
            Message(
                fr="Les clés que votre équipe exige ; l’outil n’en exige aucune.",
                en="The keys your team requires; the tool requires none.",
            ),
        ),
    ] = field(default=())


def applies(document: Document, _measures: Measures) -> bool:
    return document.front_matter is not None


def check(document: Document, _measures: Measures, options: Options) -> Iterator[Finding]:
    front_matter = document.front_matter
    assert front_matter
    for problem in front_matter.problems:
        # the parser's own sentence says what is wrong
        yield Fault(problem.message, MEND).at(problem.span, None, **problem.values)
    for key in options.required:
        if front_matter.get(key.lower()) is None:
            yield MISSING.at(document.opening, key=key)


RULE = Rule(
    title=Message(fr="En-tête du fichier", en="Front matter"),
    what=Message(
        fr="Signale un en-tête illisible, une clé en double ou d’un type inattendu, et une clé exigée qui manque.",
        en="Reports a front matter that cannot be read, a key that is repeated or of an unexpected type, and a required "
        "key that is missing.",
    ),
    why=Message(
        fr="Le générateur du site en tire le titre, la date et l’adresse : une faute s’y voit tard, ou jamais.",
        en="The site’s generator takes the title, date and address from it: a fault shows late, or never.",
    ),
    category=Category.METADATA,
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    options=Options,
    applies=applies,
    check=check,
)
