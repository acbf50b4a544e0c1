"""The title is not wider than the result page shows.

```html bad
<title>⟦La fontaine du village coule de nouveau grâce à André, maçon à la retraite⟧</title>
<h1>La fontaine</h1>
```

Wide letters count for what they are:

```html bad
<title>⟦LA FONTAINE DU VILLAGE COULE DE NOUVEAU POUR TOUS⟧</title>
<h1>La fontaine</h1>
```

```html good
<title>La fontaine du village coule de nouveau</title>
<h1>La fontaine</h1>
```

```markdown good
---
title: La fontaine du village coule de nouveau
---

Deux pavés levés ont suffi.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.analysis.shown_text import shown
from seo_audit.document import Document, Text
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support import pixel_width
from seo_audit.rule_support.front_pages import is_kept_out
from seo_audit.rule_support.references import GOOGLE_TITLES
from seo_audit.rule_support.templates import is_known
from seo_audit.source import Span

_OPEN = ' \u00a0\u202f«“"(['
"""What may stand before a word, and is not what is shown last."""

TOO_WIDE = Fault(
    message=Message(
        fr="Titre de {width} pixels ({characters:# caractère|# caractères}), plus que les {maximum} qu’affiche "
        "la page de résultats : il y serait coupé après « {shown} ».",
        en="Title of {width} pixels ({characters:# character|# characters}), more than the {maximum} that the "
        "result page shows: it would be cut after “{shown}”.",
    ),
    advice=Message(
        fr="Raccourcissez-le, ou mettez l’essentiel au début.",
        en="Shorten it, or put what matters first.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Largeur qu’affichent les résultats sur ordinateur, mesurée par les outils ; Google ne fixe "
                "pas de limite et coupe selon l’appareil.",
                en="The width that results show on a desktop, as tools have measured; Google sets no limit and "
                "cuts to the device.",
            ),
            GOOGLE_TITLES,
            at_least=1,
        ),
    ] = pixel_width.TITLE_PX


def applies(document: Document, _measures: Measures) -> bool:
    return is_known(document.metadata.title) and not is_kept_out(document)


def check(document: Document, _measures: Measures, options: Options) -> Iterator[Finding]:
    title = document.metadata.title
    assert title
    text = " ".join(shown(title.value).split())
    width = pixel_width.width(text, pixel_width.TITLE_SIZE)
    if width > options.maximum:
        kept = (
            pixel_width.cut(text, pixel_width.TITLE_SIZE, options.maximum)
            .removesuffix("…")
            .rstrip(_OPEN)
        )
        yield TOO_WIDE.at(
            _place(document, title, text[len(kept) :].lstrip()),
            width=max(round(width), options.maximum + 1),
            characters=len(text),
            maximum=options.maximum,
            shown=kept,
        )


def _place(document: Document, title: Text, cut: str) -> Span | None:
    """The title; of one with marks that the result page does not show, the words that would be cut."""
    value, whole = title.value, title.span()
    written = document.source.text[whole.start : whole.end] if whole else ""
    if shown(written) != written and value.endswith(cut):
        return title.span(len(value) - len(cut))
    return whole


RULE = Rule(
    title=Message(fr="Largeur du titre", en="Title width"),
    what=Message(
        fr="Mesure le titre en pixels, comme la page de résultats l’affiche, et signale celui qui serait coupé.",
        en="Measures the title in pixels, as the result page shows it, and reports one that would be cut.",
    ),
    why=Message(
        fr="Un titre coupé perd ses derniers mots à l’écran, pas dans l’index : Google ne limite pas la longueur "
        "d’un titre, il le coupe à la largeur de l’appareil.",
        en="A cut title loses its last words on screen, not in the index: Google does not limit a title’s "
        "length, it cuts it to the width of the device.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_TITLES,),
    options=Options,
    applies=applies,
    check=check,
)
