"""Every image has an alternative text, empty when it only decorates.

```html bad
<h1>La fontaine</h1>
<p>Elle coule de nouveau. ⟦<img src="fontaine.jpg">⟧</p>
```

```markdown bad
# La fontaine

<p>⟦<img src="fontaine.jpg" width="600">⟧ Elle coule de nouveau.</p>
```

```html good
<h1>La fontaine</h1>
<p>Elle coule de nouveau. <img src="fontaine.jpg" alt="De l’eau jaillit d’un bec de bronze"></p>
```

An empty one says that the image only decorates:

```html good
<h1>La fontaine</h1>
<p>Elle coule de nouveau. <img src="filet.png" alt=""></p>
```

```markdown good
# La fontaine

![](filet.png)

Elle coule de nouveau.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
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
from seo_audit.rule_support.references import GOOGLE_IMAGES, rgaa

MISSING = Fault(
    message=Message(
        fr="Image sans texte de remplacement (attribut alt) : {name}.",
        en="Image without alternative text (attribute alt): {name}.",
    ),
    advice=Message(
        fr="Décrivez ce qu’elle apporte au texte, ou mettez un alt vide si elle ne fait que décorer.",
        en="Describe what it brings to the text, or give it an empty alt if it only decorates.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.images)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    for image in document.images:
        if image.alt is None and not image.decorative and not image.label:
            yield MISSING.at(image.span, name=_name(image.src.value))


def _name(src: str) -> str:
    """The file's name, for people; « image » for data and nothing."""
    if not src or src.startswith("data:"):
        return "image"
    return shorten(src.partition("?")[0].rstrip("/").rpartition("/")[2]) or "image"


RULE = Rule(
    title=Message(fr="Texte de remplacement des images", en="Alternative text of images"),
    what=Message(
        fr="Signale une image qui n’a pas d’attribut alt. Un alt vide est juste pour une image décorative.",
        en="Reports an image without an alt attribute. An empty alt is right for a decorative image.",
    ),
    why=Message(
        fr="Sans lui, un lecteur d’écran épelle le nom du fichier. Google s’en sert pour comprendre l’image.",
        en="Without it a screen reader spells out the file’s name. Google uses it to understand the image.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_IMAGES, rgaa("1.1")),
    applies=applies,
    check=check,
)
