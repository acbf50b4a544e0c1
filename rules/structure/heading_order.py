"""Headings go down one level at a time.

```html bad
<h1>La fontaine</h1>
⟦<h4>Une panne de quatre ans</h4>⟧
<p>Tout avait commencé par un été très sec.</p>
```

```markdown bad
# La fontaine

## Une panne de quatre ans

⟦#### Le coup d’œil du maçon⟧

Deux pavés levés ont suffi.
```

```markdown suggested
# La fontaine

## Une panne de quatre ans

### Le coup d’œil du maçon

Deux pavés levés ont suffi.
```

Going up by several levels is fine:

```markdown good
# La fontaine

## La panne

### L’été

Il fut très sec.

## La réparation

Deux pavés levés ont suffi.
```

An article without a main heading may begin at any level (another rule speaks of that):

```html good
<h2>Une panne de quatre ans</h2>
<p>Tout avait commencé par un été très sec.</p>
<h3>Le puits</h3>
<p>Son niveau baissait.</p>
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
from seo_audit.rule_support.markup import releveled, suggestion
from seo_audit.rule_support.references import rgaa, wcag
from seo_audit.rule_support.templates import holds_titled_part

SKIPPED = Fault(
    message=Message(
        fr="Titre de niveau {level} sous un titre de niveau {above} : {skipped:# niveau sauté|# niveaux sautés}.",
        en="Level-{level} heading under a level-{above} one: {skipped:# level|# levels} skipped.",
    ),
    advice=Message(
        fr="Passez-le au niveau {expected}, ou ajoutez le titre intermédiaire qui manque.",
        en="Make it level {expected}, or add the heading that is missing in between.",
    ),
)

LEVEL = Message(
    fr="Vérifiez qu’il ne manque pas plutôt le titre intermédiaire.",
    en="See that it is not the heading in between which is missing.",
)


def applies(document: Document, _measures: Measures) -> bool:
    return len(document.headings) > 1


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    above = deepest = end = 0
    for heading in document.headings:
        level = heading.level
        if not measures.is_named(heading):
            # it is to be filled or removed, and may be the step that is missing
            deepest = max(deepest, level)
            continue
        if (
            above
            and level > deepest + 1
            and not holds_titled_part(document, end, heading.span.start)
        ):
            found = SKIPPED.at(
                heading.span,
                level=level,
                above=above,
                skipped=level - above - 1,
                expected=above + 1,
            )
            yield found.mended_by(suggestion(LEVEL, *releveled(document, heading, above + 1)))
        above = deepest = level
        end = heading.span.end


RULE = Rule(
    title=Message(fr="Ordre des titres", en="Order of headings"),
    what=Message(
        fr="Signale un titre qui saute un ou plusieurs niveaux sous celui qui le précède.",
        en="Reports a heading that skips one or more levels under the one before it.",
    ),
    why=Message(
        fr="On parcourt un article de titre en titre, surtout avec un lecteur d’écran : un niveau sauté fait "
        "croire qu’il manque une partie. Google dit que l’ordre des titres ne compte pas pour lui.",
        en="People go through an article from heading to heading, above all with a screen reader: a "
        "skipped level looks like a missing part. Google says that the order does not matter to it.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(wcag("1.3.1 Info and Relationships", "info-and-relationships"), rgaa("9.1")),
    applies=applies,
    check=check,
)
