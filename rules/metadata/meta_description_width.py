"""The description is not wider than the result page shows.

```html bad
<meta name="description" content="⟦Elle était à sec depuis quatre ans. Un maçon à la retraite a trouvé la fuite en une matinée, sous le perron de la poste, là où trois entreprises n’avaient rien vu ni rien entendu.⟧">
<title>La fontaine</title>
```

```markdown bad mobile=300
---
description: ⟦Un maçon à la retraite a trouvé la fuite en une matinée.⟧
---

La fontaine coule.
```

```html good
<meta name="description" content="Un maçon à la retraite a trouvé la fuite en une matinée.">
<title>La fontaine</title>
```

```markdown good
---
description: Elle était à sec depuis quatre ans ; un maçon a trouvé la fuite.
---

La fontaine coule.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.analysis.shown_text import shown
from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, ending
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support import pixel_width
from seo_audit.rule_support.front_pages import is_kept_out
from seo_audit.rule_support.references import GOOGLE_SNIPPETS
from seo_audit.rule_support.templates import is_known

_OPEN = ' \u00a0\u202f«“"(['
"""What may stand before a word, and is not what is shown last."""

DESKTOP = Fault(
    message=Message(
        fr="Description de {width} pixels ({characters:# caractère|# caractères}), plus que les {maximum} qu’affiche "
        "un ordinateur : elle y serait coupée après « {shown} ».",
        en="Description of {width} pixels ({characters:# character|# characters}), more than the {maximum} a desktop "
        "shows: it would be cut after “{shown}”.",
    ),
    advice=Message(
        fr="Raccourcissez-la, ou mettez l’essentiel au début.",
        en="Shorten it, or put what matters first.",
    ),
)
MOBILE = Fault(
    message=Message(
        fr="Description de {width} pixels, plus que les {maximum} qu’affiche un téléphone : elle y serait coupée après "
        "« {shown} ».",
        en="Description of {width} pixels, more than the {maximum} a phone shows: it would be cut after “{shown}”.",
    ),
    advice=Message(
        fr="Mettez l’essentiel avant la coupure.", en="Put what matters before the cut."
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Largeur affichée sur ordinateur, mesurée par les outils ; Google ne fixe pas de limite.",
                en="The width shown on a desktop, as tools have measured; Google sets no limit.",
            ),
            GOOGLE_SNIPPETS,
            at_least=1,
        ),
    ] = pixel_width.DESCRIPTION_PX
    mobile: Annotated[
        int,
        Basis(
            Message(
                fr="Largeur affichée sur téléphone, mesurée par les outils.",
                en="The width shown on a phone, as tools have measured.",
            ),
            GOOGLE_SNIPPETS,
            at_least=1,
        ),
    ] = pixel_width.DESCRIPTION_MOBILE_PX


def applies(document: Document, _measures: Measures) -> bool:
    return is_known(document.metadata.description) and not is_kept_out(document)


def check(document: Document, _measures: Measures, options: Options) -> Iterator[Finding]:
    description = document.metadata.description
    assert description
    text = " ".join(shown(description.value).split())
    width = pixel_width.width(text, pixel_width.DESCRIPTION_SIZE)
    fault, limit = (
        (DESKTOP, options.maximum) if width > options.maximum else (MOBILE, options.mobile)
    )
    if width > limit:
        kept = (
            pixel_width.cut(text, pixel_width.DESCRIPTION_SIZE, limit)
            .removesuffix("…")
            .rstrip(_OPEN)
        )
        yield fault.at(
            description.span(),
            None if fault is DESKTOP else Severity.INFO,
            width=max(round(width), limit + 1),
            characters=len(text),
            maximum=limit,
            shown=ending(kept),
        )


RULE = Rule(
    title=Message(fr="Largeur de la description", en="Meta description width"),
    what=Message(
        fr="Mesure la description en pixels, comme la page de résultats l’affiche : avertissement si un ordinateur la "
        "coupe, information si seul un téléphone le fait.",
        en="Measures the description in pixels, as the result page shows it: a warning where a desktop cuts it, "
        "an information where only a phone does.",
    ),
    why=Message(
        fr="Une description coupée perd sa fin à l’écran. Google n’en limite pas la longueur, la coupe selon "
        "l’appareil, et préfère souvent un extrait de la page.",
        en="A cut description loses its end on screen. Google does not limit its length, cuts it to the device, "
        "and often prefers an extract of the page.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_SNIPPETS,),
    options=Options,
    applies=applies,
    check=check,
)
