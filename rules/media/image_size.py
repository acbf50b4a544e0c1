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
<style>.vignette { width: 120px; height: 80px }</style>
<p>La place. <img class="vignette" src="place.jpg" alt="La place"></p>
```

```html good
<p>La place. <img src="data:image/gif;base64,R0lGOD" alt=""></p>
```
"""

import html
import re
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from seo_audit.document import Document, Image
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, Fix, NoOptions, Rule, Severity
from seo_audit.rule_support.local_files import LocalFiles, relative_address
from seo_audit.rule_support.markup import suggestion, with_attribute
from seo_audit.rule_support.references import LIGHTHOUSE
from seo_audit.rule_support.style_sheets import Kept, kept_by, rules_of

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
    sheets = _Sheets(document, files)
    for image in document.images:
        said = image.width.strip() and image.height.strip()
        if not (
            said
            or image.src.value.startswith("data:")
            or _is_emoji(document, image)
            or _is_styled(document, image, sheets)
        ):
            yield UNSIZED.at(image.span).mended_by(_sized(document, image, files))


_ATTRIBUTE = r"\s{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))"
_STYLE = regex(_ATTRIBUTE.format("style"), re.IGNORECASE)
_CLASS = regex(_ATTRIBUTE.format("class"), re.IGNORECASE)
_ID = regex(_ATTRIBUTE.format("id"), re.IGNORECASE)


def _said(document: Document, image: Image, attribute: re.Pattern[str]) -> str:
    found = attribute.search(document.source.text, *image.span)
    return html.unescape(found[1] or found[2] or found[3] or "") if found else ""


def _is_styled(document: Document, image: Image, sheets: "_Sheets") -> bool:
    """Whether a style keeps room for it, its own or that of its classes; or takes it out of the text’s way."""
    kept = kept_by(_said(document, image, _STYLE))
    if image.width.strip():
        kept |= Kept.WIDTH
    if image.height.strip():
        kept |= Kept.HEIGHT
    if kept.is_enough:
        return True
    names = {f".{name}" for name in _said(document, image, _CLASS).split()}
    names |= {f"#{name}" for name in _said(document, image, _ID).split()}
    return bool(names) and sheets.room(kept, names).is_enough


class _Sheets:
    """The style sheets of a page: those it holds, and those that lie beside it."""

    def __init__(self, document: Document, files: LocalFiles) -> None:
        self.document = document
        self.files = files

    def room(self, kept: Kept, names: set[str]) -> Kept:
        """What keeps room for an image with these classes and this id, besides what is known."""
        for rules in self._rules:
            for name in names:
                for needed, kind in rules.get(name, ()):
                    if needed <= names:
                        kept |= kind
        return kept

    @cached_property
    def _rules(self) -> list[dict[str, list[tuple[frozenset[str], Kept]]]]:
        texts = [found[1] for found in _SHEET.finditer(self.document.source.text)]
        for link in self.document.head.links if self.document.head else ():
            if "stylesheet" in link.rel and (address := self.files.address(link.href.value)):
                path = self.files.find(address) if address.suffix == ".css" else None
                texts.append(self.files.disk.text(path) or "" if path else "")
        return [rules_of(text) for text in texts if text]


_SHEET = regex(r"<style\b[^<>]*>([^<]*)", re.IGNORECASE)


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
        "aussi : cette règle lit ce que disent des classes de l’image celles de la page et de son dossier, pas les autres.",
        en="The browser keeps room for the image and the text does not jump (CLS). A style sheet can do so too: "
        "this rule reads what those of the page and of its folder say of the image’s classes, no others.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(LIGHTHOUSE,),
    applies=applies,
    check=check,
)
