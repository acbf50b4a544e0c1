"""Paragraphs stay short enough to be read on a screen.

```html bad maximum=8
<p>Elle coule de nouveau.</p>
⟦<p>Tout avait commencé par un été très sec, il y a quatre ans.</p>⟧
```

```markdown bad maximum=8
Elle coule de nouveau.

⟦Tout avait commencé par un été très sec,
il y a quatre ans.⟧
```

```html good maximum=8
<p>Elle coule de nouveau.</p>
<p>Tout avait commencé par un été très sec.</p>
```

```text good
Un paragraphe court se lit d’un coup d’œil.
```
"""

from collections.abc import Iterator
from typing import Annotated

from seo_audit.dataclass import dataclass
from seo_audit.document import BlockKind, Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.references import YOAST
from seo_audit.rule import Basis, Category, Evidence, Fault, Finding, Rule, Severity

TOO_LONG = Fault(
    message=Message(
        fr="Paragraphe de {words:# mot|# mots}, plus que le maximum de {maximum}.",
        en="Paragraph of {words:# word|# words}, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Coupez-le là où l’idée change : une idée par paragraphe.",
        en="Cut it where the idea changes: one idea a paragraph.",
    ),
)

KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Options:
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Yoast recommande de ne pas dépasser 150 mots.",
                en="Yoast recommends no more than 150 words.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 150


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    for number, block in measures.prose:
        words = len(measures.words_by_block[number])
        if words > options.maximum:
            yield TOO_LONG.at(block.span, words=words, maximum=options.maximum)


RULE = Rule(
    title=Message(fr="Longueur des paragraphes", en="Paragraph length"),
    what=Message(
        fr="Signale un paragraphe qui compte trop de mots.",
        en="Reports a paragraph with too many words.",
    ),
    why=Message(
        fr="Sur un téléphone, un paragraphe de 150 mots remplit l’écran. Le seuil est une convention des outils.",
        en="On a phone, a paragraph of 150 words fills the screen. The limit is a convention of the tools.",
    ),
    category=Category.CONTENT,
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
