"""Images declare their size.

```html bad
<p>La place. ⟦<img src="place.jpg" alt="La place">⟧</p>
```

```html suggested
<p>La place. <img width="600" height="400" src="place.jpg" alt="La place"></p>
```

```html bad
<p>La place. ⟦<img src="place.jpg" alt="La place" width="600">⟧</p>
```

```html good
<p>La place. <img src="place.jpg" alt="La place" width="600" height="400"></p>
```

```html good
<p>La place. <img src="data:image/gif;base64,R0lGOD" alt=""></p>
```
"""

import html
import re
from collections.abc import Iterator

from msgspec.structs import replace

from seo_audit.document import Document, Image
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, Fix, NoOptions, Rule, Severity
from seo_audit.rule_support.local_files import LocalFiles, relative_address
from seo_audit.rule_support.markup import suggestion, with_attribute
from seo_audit.rule_support.references import LIGHTHOUSE

UNSIZED = Fault(
    message=Message(
        fr="Image sans dimensions (width et height) : la page sautera à son chargement.",
        en="Image without dimensions (width and height): the page will jump when it loads.",
    ),
    advice=Message(
        fr="Donnez sa largeur et sa hauteur en pixels ; la feuille de style peut la redimensionner.",
        en="Give its width and height in pixels; the style sheet may still resize it.",
    ),
)

OF_THE_FILE = Message(
    fr="Ce sont les dimensions du fichier : la feuille de style peut en vouloir d’autres.",
    en="These are the file’s dimensions: the style sheet may want others.",
)


def applies(document: Document, _measures: Measures) -> bool:
    # Markdown has no way to say a size: its generator does, or nobody
    return document.format == "html" and bool(document.images)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    files = LocalFiles(document, measures.target, measures.disk)
    for image in document.images:
        said = image.width.strip() and image.height.strip()
        if not (
            said
            or image.src.value.startswith("data:")
            or _is_styled(document, image)
            or _is_emoji(document, image)
        ):
            yield UNSIZED.at(image.span).mended_by(_sized(document, image, files))


_STYLE = regex(r"\sstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_LENGTH = r"\s*:\s*\d+(?:\.\d+)?(?:px|r?em|ex|ch|pt|cm|mm|in|v[wh])\b"
_WIDE = regex(rf"(?:\A|;)\s*(?:width|inline-size){_LENGTH}", re.IGNORECASE)
_HIGH = regex(
    rf"(?:\A|;)\s*(?:(?:height|block-size){_LENGTH}|aspect-ratio\s*:\s*\d)", re.IGNORECASE
)


def _is_styled(document: Document, image: Image) -> bool:
    """Whether its own `style` keeps room for it: lengths both ways, or a width and a ratio."""
    start, end = image.span
    style = _STYLE.search(document.source.text, start, end)
    if not style:
        return False
    said = html.unescape(style[1] or style[2] or "")
    wide = bool(_WIDE.search(said)) or bool(image.width.strip())
    high = bool(_HIGH.search(said)) or bool(image.height.strip())
    return wide and high


_EMOJI = regex(
    r"\sclass\s*=\s*[\"']?[^\"'<>]{0,100}?(?<![\w-])(?:emoji|twemoji|gemoji|wp-smiley)(?![\w-])",
    re.IGNORECASE,
)


def _is_emoji(document: Document, image: Image) -> bool:
    """Whether a generator puts a picture for an emoji: its style sheet makes it as high as a line."""
    return bool(_EMOJI.search(document.source.text, *image.span))


def _sized(document: Document, image: Image, files: LocalFiles) -> Fix | None:
    """The dimensions of the file, where it lies here and the page gives none."""
    address = relative_address(image.src.value)
    path = files.find(address) if address and address.suffix else None
    found = files.disk.dimensions(path) if path else None
    if not found or image.width.strip() or image.height.strip():
        return None
    edit = with_attribute(document, image.span.start, "width", str(found[0]))
    if not edit or edit.start != edit.end:
        return None  # it has the attribute, and it is empty
    return suggestion(OF_THE_FILE, replace(edit, text=f'{edit.text} height="{found[1]}"'))


RULE = Rule(
    title=Message(fr="Dimensions des images", en="Image dimensions"),
    what=Message(
        fr="Signale une image sans largeur ou sans hauteur déclarée.",
        en="Reports an image without a declared width or height.",
    ),
    why=Message(
        fr="Le navigateur réserve la place de l’image et le texte ne saute pas (CLS). Une feuille de style peut le faire "
        "aussi : cette règle ne la voit pas.",
        en="The browser keeps room for the image and the text does not jump (CLS). A style sheet can do so too: "
        "this rule does not see it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(LIGHTHOUSE,),
    applies=applies,
    check=check,
)
