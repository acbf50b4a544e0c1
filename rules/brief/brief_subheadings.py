"""The article has as many subheadings as its brief asks.

```markdown bad @brief={minimum_subheadings=2}
# La fontaine

## Une panne de quatre ans

Elle était à sec.
```

```html bad @brief={minimum_subheadings=1}
<h1>La fontaine</h1>
<p>Elle était à sec.</p>
<h2></h2>
<p>Elle coule.</p>
```

```markdown good @brief={minimum_subheadings=1}
# La fontaine

## Une panne de quatre ans

Elle était à sec.
```

```html good @brief={minimum_subheadings=2}
<h2>Une panne</h2><p>Elle était à sec.</p><h3>Un sourcier</h3><p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Fault, Finding, NoOptions, Rule, Severity

TOO_FEW = Fault(
    message=Message(
        fr="La commande demande {asked:au moins # intertitre|au moins # intertitres} ; l’article en compte {found}.",
        en="The brief asks for {asked:at least # subheading|at least # subheadings}; the article has {found}.",
    ),
    advice=Message(
        fr="Ajoutez {missing:# intertitre|# intertitres} là où le propos change.",
        en="Add {missing:# subheading|# subheadings} where the matter changes.",
    ),
)


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and brief.minimum_subheadings is not None


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    brief = measures.target.brief
    assert brief  # the rule applies
    asked, found = brief.minimum_subheadings or 0, measures.subheadings
    if len(found) < asked:
        finding = TOO_FEW.at(None, asked=asked, found=len(found), missing=asked - len(found))
        yield replace(finding, related=tuple(block.span for block in found))


RULE = Rule(
    title=Message(fr="Commande : intertitres", en="Brief: subheadings"),
    what=Message(
        fr="Compare le nombre d’intertitres (h2 à h6, non vides) à « minimum_subheadings » de la commande.",
        en="Compares the number of subheadings (h2 to h6, not empty) with the brief’s “minimum_subheadings”.",
    ),
    why=Message(
        fr="C’est ce qui a été commandé. Des intertitres aident à trouver ce qu’on cherche, à l’œil comme au lecteur d’écran.",
        en="It is what was commissioned. Subheadings help to find what one looks for, by eye or by screen reader.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    applies=applies,
    answers=("minimum_subheadings",),
    check=check,
)
