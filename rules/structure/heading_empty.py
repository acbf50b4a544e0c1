"""A heading holds text.

```html bad
<h1>La fontaine</h1>
<p>Elle coule de nouveau.</p>
⟦<h2> &nbsp; </h2>⟧
<p>Deux pavés levés ont suffi.</p>
```

```html suggested
<h1>La fontaine</h1>
<p>Elle coule de nouveau.</p>
<p>Deux pavés levés ont suffi.</p>
```

```markdown bad
# La fontaine

⟦##⟧

Deux pavés levés ont suffi.
```

An image’s alternative text serves as well:

```html good
<h1><img src="enseigne.png" alt="La fontaine"></h1>
<p>Elle coule de nouveau.</p>
```

```markdown good
# La fontaine

## La réparation

Deux pavés levés ont suffi.
```
"""

import html
import re
from collections.abc import Iterator

from seo_audit.document import Block, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    Fix,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.markup import removed, suggestion
from seo_audit.rule_support.references import wcag
from seo_audit.rule_support.templates import is_filled_in, is_generated
from seo_audit.source import Span

EMPTY = Fault(
    message=Message(
        fr="Titre de niveau {level} sans texte.", en="Level-{level} heading without text."
    ),
    advice=Message(
        fr="Écrivez ce titre, ou supprimez l’élément s’il ne sert qu’à la mise en page.",
        en="Write the heading, or remove the element if it only serves the layout.",
    ),
)

HIDDEN = Fault(
    message=Message(
        fr="Titre de niveau {level} dont le texte est caché aux lecteurs d’écran (aria-hidden).",
        en="Level-{level} heading whose text is hidden from screen readers (aria-hidden).",
    ),
    advice=Message(
        fr="Ne mettez aria-hidden que sur l’icône, et le texte à côté d’elle.",
        en="Put aria-hidden on the icon alone, and the text beside it.",
    ),
)

LAYOUT = Message(
    fr="Vérifiez que la mise en page n’en dépend pas, et qu’aucun titre n’y manque.",
    en="See that the layout does not rest on it, and that no heading is missing there.",
)

_KEEPS = regex(r"<(?:img|svg|picture|video|iframe)\b|\s(?:id|name)\s*=|[{!]", re.IGNORECASE)


_TAG_OR_TEXT = regex(r"<[^<>]*>?|[^<]+")
_HIDES = regex(r"""\saria-hidden\s*=\s*["']?true\b""", re.IGNORECASE)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.headings)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    for heading in document.headings:
        if (
            not measures.is_named(heading)
            and not is_generated(document, heading.span)
            and not is_filled_in(document, heading.span)
            and not _is_filled(document.source.text, heading.span)
        ):
            if _hides_text(document.source.text, heading.span):
                yield HIDDEN.at(heading.span, level=heading.level)
                continue
            found = EMPTY.at(heading.span, level=heading.level)
            yield found.mended_by(_without(document, heading))


_FILLED = regex(
    r"<[a-z][^<>]*\s(?:data-(?:i18n|translate|bind|text|l10n-id)|[vx]-(?:text|html)|ng-bind(?:-html)?|th:u?text|mv-[a-z-]+)\s*=",
    re.IGNORECASE,
)
_MAVO = regex(r"<[a-z][^<>]*\smv-app\s*=", re.IGNORECASE)
_OF_MAVO = regex(r"<[a-z][^<>]*\sproperty\s*=", re.IGNORECASE)


def _is_filled(source: str, span: Span) -> bool:
    """Whether an attribute tells a script which text to put there: what readers see cannot be known here."""
    if _FILLED.search(source, span.start, span.end):
        return True
    return bool(_OF_MAVO.search(source, span.start, span.end) and _MAVO.search(source))


def _hides_text(source: str, span: Span) -> bool:
    """Whether a text stands behind an `aria-hidden` there; a heading without a name shows none elsewhere."""
    hides = False
    for match in _TAG_OR_TEXT.finditer(source, *span):
        if match[0].startswith("<"):
            hides = hides or bool(_HIDES.search(match[0]))
        elif hides and html.unescape(match[0]).strip():
            return True
    return False


def _without(document: Document, heading: Block) -> Fix | None:
    """The heading goes, where it holds nothing at all: no image, no name that links point at."""
    if _KEEPS.search(document.source.text, *heading.span):
        return None
    return suggestion(LAYOUT, removed(document, heading.span))


RULE = Rule(
    title=Message(fr="Titres vides", en="Empty headings"),
    what=Message(
        fr="Signale un titre qui ne contient ni texte, ni image pourvue d’un texte de remplacement.",
        en="Reports a heading that holds neither text nor an image with alternative text.",
    ),
    why=Message(
        fr="Un lecteur d’écran annonce un titre, puis rien ; le plan de l’article y perd une entrée.",
        en="A screen reader announces a heading, then nothing; the article’s outline has a hole.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(wcag("2.4.6 Headings and Labels", "headings-and-labels"),),
    applies=applies,
    check=check,
)
