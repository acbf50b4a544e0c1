"""The article is in the language its brief asks.

```text bad @brief={language="fr"}
The fountain of the village is running again since Monday, and all the children play around it.
```

```markdown bad @brief={language="en"}
La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.
```

```text good @brief={language="fr"}
La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.
```

```html good @brief={language="en"}
<p>The fountain of the village is running again since Monday, and all the children play around it.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.languages import language_name

OTHER = Fault(
    message=Message(
        fr="La commande demande un article en {asked} ; il est en {found}.",
        en="The brief asks for an article in {asked}; it is in {found}.",
    ),
    advice=Message(
        fr="Traduisez l’article, ou corrigez la langue dans la commande.",
        en="Translate the article, or mend the language in the brief.",
    ),
)


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and brief.language is not None and measures.language != "und"


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    brief = measures.target.brief
    assert brief  # the rule applies
    if measures.language != brief.language:
        first = next((block.text.span() for _, block in measures.prose if block.text), None)
        finding = OTHER.at(
            None,
            asked=language_name(brief.language or ""),
            found=language_name(measures.language),
        )
        yield (
            finding
            if first is None
            else Finding(finding.fault, None, finding.values, related=(first,))
        )


RULE = Rule(
    title=Message(fr="Commande : langue", en="Brief: language"),
    what=Message(
        fr="Compare la langue reconnue dans le texte à « language » de la commande.",
        en="Compares the language detected in the text with the brief’s “language”.",
    ),
    why=Message(
        fr="C’est ce qui a été commandé. Un texte trop court pour être reconnu n’est pas jugé.",
        en="It is what was commissioned. A text too short to be told is not judged.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    applies=applies,
    answers=("language",),
    check=check,
)
