"""No more than so many words stand between two headings.

```html bad maximum=8
<h1>La fontaine</h1>
<p>Elle coule de nouveau.</p>
⟦<h2>La panne</h2>⟧
<p>Tout avait commencé par un été très sec, il y a quatre ans.</p>
```

The place is the heading; before the first one, the first block:

```markdown bad maximum=8
⟦Tout avait commencé par un été très sec, il y a quatre ans.⟧

## La réparation

Deux pavés levés ont suffi.
```

```html good maximum=8
<h1>La fontaine</h1>
<p>Elle coule de nouveau.</p>
<h2>La panne</h2>
<p>Un été très sec.</p>
<h3>Le puits</h3>
<p>Son niveau baissait.</p>
```

```text good maximum=8
La fontaine du village

Elle coule de nouveau.

Une panne de quatre ans

Tout avait commencé par un été très sec.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import YOAST
from seo_audit.rule_support.templates import holds_titled_part

TOO_LONG = Fault(
    message=Message(
        fr="Partie de {words:# mot|# mots} sans sous-titre, plus que le maximum de {maximum}.",
        en="Section of {words:# word|# words} without a subheading, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Partagez-la par un sous-titre là où le propos change.",
        en="Divide it with a subheading where the subject changes.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Yoast signale au-delà de 300 mots entre deux sous-titres.",
                en="Yoast reports more than 300 words between two subheadings.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 300


def applies(document: Document, measures: Measures) -> bool:
    return bool(measures.subheadings) and not is_list(document)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    for section in measures.sections:
        if section.words <= options.maximum:
            continue
        start, end = section.blocks[0].span.start, section.blocks[-1].span.end
        if not holds_titled_part(document, start, end):
            place = section.heading or section.blocks[0]
            yield TOO_LONG.at(place.span, words=section.words, maximum=options.maximum)


RULE = Rule(
    title=Message(fr="Longueur des parties", en="Section length"),
    what=Message(
        fr="Signale une partie qui compte trop de mots entre deux titres.",
        en="Reports a section with too many words between two headings.",
    ),
    why=Message(
        fr="Un sous-titre aide à trouver, à reprendre et à résumer. Le seuil est une convention des outils ; "
        "un texte sans aucun sous-titre relève de la règle « subheadings ».",
        en="A subheading helps to find, to resume and to sum up. The limit is a convention of the tools; a "
        "text without any subheading is a matter for the rule “subheadings”.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
