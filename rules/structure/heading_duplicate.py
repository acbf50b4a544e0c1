"""Two headings under one parent are not alike.

```html bad
<h1>La fontaine</h1>
<h2>La panne</h2>
<p>Un été très sec.</p>
⟦<h2>La panne</h2>⟧
<p>Quatre ans d’attente.</p>
```

```markdown bad
# La fontaine

## Horaires

De neuf heures à midi.

⟦## *Horaires*⟧

De deux heures à six heures.
```

Under different parents, they may be alike:

```markdown good
# La fontaine et le lavoir

## La fontaine

### Horaires

De neuf heures à midi.

## Le lavoir

### Horaires

De deux heures à six heures.
```

```html good
<h1>La fontaine</h1>
<h2>La panne</h2>
<p>Un été très sec.</p>
<h2>La réparation</h2>
<p>Deux pavés levés.</p>
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from seo_audit.document import Block, Document
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import MARKDOWNLINT

ALIKE = Fault(
    message=Message(
        fr="Le titre « {text} » est déjà celui d’une autre partie du même niveau.",
        en="The heading “{text}” already names another part of the same level.",
    ),
    advice=Message(
        fr="Distinguez-les, ou réunissez les deux parties.",
        en="Tell them apart, or join the two parts.",
    ),
)

_ICON = regex(r":[a-z][a-z0-9_+-]{1,60}:")
"""« Nos :material-plus: » and « Nos :material-minus: »: an icon tells parts apart as a word does."""

_FORMULA = regex(r"\$[^$\n]{1,200}\$|\\\([^\n]{1,200}?\\\)")
"""A formula is no text, and tells parts apart."""


def applies(document: Document, measures: Measures) -> bool:
    # of a list, each article has its own parts
    return len(measures.subheadings) > 1 and not is_list(document)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Block] = {}
    above: list[Block] = []
    for heading in document.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        parent = above[-1].span.start if above else -1
        above.append(heading)
        text = " ".join(plain(heading.text.value).split())
        icons = _ICON.findall(document.source.text, heading.span.start, heading.span.end)
        formulas = _FORMULA.findall(document.source.text, heading.span.start, heading.span.end)
        # a table of contents set as headings of another level names the parts, and is none of them
        first = seen.setdefault((str(parent), str(heading.level), text, *icons, *formulas), heading)
        # « +-----+ » is the edge of a table that its maker took for a heading
        if first is not heading and any(map(str.isalnum, text)):
            finding = ALIKE.at(heading.span, text=shorten(heading.text.value))
            yield replace(finding, related=(first.span,))


RULE = Rule(
    title=Message(fr="Titres en double", en="Duplicate headings"),
    what=Message(
        fr="Signale deux titres identiques sous le même titre parent.",
        en="Reports two identical headings under one parent.",
    ),
    why=Message(
        fr="Dans le plan de l’article, rien ne distingue les deux parties ; un lien vers l’une mène souvent à "
        "l’autre, car leurs ancres se confondent.",
        en="In the article’s outline nothing tells the two parts apart; a link to one often leads to the other, "
        "as their anchors collide.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(MARKDOWNLINT,),
    applies=applies,
    check=check,
)
