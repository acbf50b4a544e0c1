"""Every declared secondary keyphrase occurs in the article.

```html bad @keyphrase="haie" @secondary=["arbuste à baies", "thuya"]
<p>La haie revient, avec ses arbustes à fleurs et ses thuyas.</p>
```

```markdown bad @secondary=["paillis de chanvre"]
Un paillis de paille fait l’affaire.
```

```html good @keyphrase="haie" @secondary=["arbuste à baies"]
<p>La haie revient, avec ses arbustes à baies.</p>
```

```markdown good @secondary=["paillis"]
Un paillis de paille fait l’affaire.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.french.phrases import Phrase
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.declarations import place_within
from seo_audit.rule_support.references import YOAST
from seo_audit.source import Span

ABSENT = Fault(
    message=Message(
        fr="L’expression secondaire « {keyphrase} » ne se trouve pas dans l’article.",
        en="The secondary keyphrase “{keyphrase}” does not occur in the article.",
    ),
    advice=Message(
        fr="Traitez ce point, ou retirez l’expression de la liste.",
        en="Treat the point, or take the phrase off the list.",
    ),
)


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    if brief and measures.target.secondary == brief.secondary:
        return False  # what a brief asks has a rule of its own
    return bool(measures.target.secondary) and measures.word_count > 0


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    for phrase in measures.target.secondary:
        if phrase.strip() and not measures.find(Phrase(phrase)):
            yield ABSENT.at(_declared(document, phrase), keyphrase=shorten(phrase))


def _declared(document: Document, phrase: str) -> Span | None:
    """Where the article's own header declares a phrase; None when it is asked for elsewhere."""
    entry = document.front_matter.get("seo") if document.front_matter else None
    if entry is None or "secondary" not in document.settings:
        return None
    return place_within(document, entry, "secondary", phrase)


RULE = Rule(
    title=Message(fr="Expressions secondaires", en="Secondary keyphrases"),
    what=Message(
        fr="Signale une expression secondaire déclarée qui ne se trouve nulle part dans l’article.",
        en="Reports a declared secondary keyphrase that occurs nowhere in the article.",
    ),
    why=Message(
        fr="Les déclarer, c’est dire que l’article traite aussi ces points.",
        en="Declaring them says that the article treats these points too.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    applies=applies,
    check=check,
)
