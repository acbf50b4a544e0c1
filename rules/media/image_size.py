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
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from seo_audit.analysis.style_sheets import Kept, Room, kept_by, rules_of
from seo_audit.document import Document, Image
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, Fix, NoOptions, Rule, Severity
from seo_audit.rule_support.local_files import Address, LocalFiles, relative_address
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
    sheets = _Sheets(document, files)
    for image in document.images:
        said = image.width.strip() and image.height.strip()
        if not (
            said
            or not image.src.value.strip()  # nothing is loaded until a script asks for it
            or image.src.value.startswith("data:")
            or _is_emoji(document, image)
            or _is_styled(document, image, sheets)
        ):
            yield UNSIZED.at(image.span).mended_by(_sized(document, image, files))


_ATTRIBUTE = r"\s{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))"
_STYLE = regex(_ATTRIBUTE.format("style"), re.IGNORECASE)
_CLASS = regex(_ATTRIBUTE.format("class"), re.IGNORECASE)
_ID = regex(_ATTRIBUTE.format("id"), re.IGNORECASE)


def _said(document: Document, tag: tuple[int, int], attribute: re.Pattern[str]) -> str:
    found = attribute.search(document.source.text, *tag)
    return html.unescape(found[1] or found[2] or found[3] or "") if found else ""


def _names(document: Document, tag: tuple[int, int]) -> set[str]:
    """The classes and the id of a tag, as style sheets name them."""
    names = {f".{name}" for name in _said(document, tag, _CLASS).split()}
    return names | {f"#{name}" for name in _said(document, tag, _ID).split()}


def _is_styled(document: Document, image: Image, sheets: "_Sheets") -> bool:
    """Whether a style keeps room for it, its own, that of its classes or that of the box it fills; or takes it out of the way."""
    kept = kept_by(_said(document, image.span, _STYLE))
    if image.width.strip():
        kept |= Kept.WIDTH
    if image.height.strip():
        kept |= Kept.HEIGHT
    if kept.is_enough:
        return True
    kept |= sheets.room(_names(document, image.span), of_image=False)
    for tag in _around(document, image):
        box = kept_by(_said(document, tag, _STYLE))
        names = _names(document, tag)
        if Kept.HEIGHT in box | sheets.room(names, of_image=False):
            return True
        kept |= sheets.room(names, of_image=True)
    return kept.is_enough


_OPENS = regex(r"<(\w+)(?:\s[^<>]*)?>\s*\Z")
_ABOVE = 4
"""Tags before an image’s that may open what it stands in, and folders above a page that may be the site’s."""
_VOID = frozenset({"img", "br", "hr", "input", "meta", "link"})


def _around(document: Document, image: Image) -> Iterator[tuple[int, int]]:
    """The tags that open what an image is the first in, the nearest first."""
    text, end = document.source.text, image.span.start
    for _ in range(_ABOVE):
        start = text.rfind("<", 0, end)
        opened = _OPENS.match(text, start, end) if start >= 0 else None
        if not opened or opened[1].lower() in _VOID:
            return
        if opened[1].lower() != "source":
            yield start, end
        end = start


class _Sheets:
    """The style sheets of a page: those it holds, and those that lie beside it."""

    def __init__(self, document: Document, files: LocalFiles) -> None:
        self.document = document
        self.files = files

    def room(self, names: set[str], *, of_image: bool) -> Kept:
        """What they keep for an element with these names, or for an image in it."""
        kept = Kept.NOTHING
        for rules in self._rules if names else ():
            for name in names:
                for rule in rules.get(name, ()):
                    if rule.of_image is of_image and rule.names <= names:
                        kept |= rule.kept
        return kept

    @cached_property
    def _rules(self) -> list[dict[str, list[Room]]]:
        texts = [found[1] for found in _SHEET.finditer(self.document.source.text)]
        for link in self.document.head.links if self.document.head else ():
            if "stylesheet" in link.rel and (address := self.files.address(link.href.value)):
                path = self._path(address) if address.suffix == ".css" else None
                texts.append(self.files.disk.text(path) or "" if path else "")
        return [rules_of(text) for text in texts if text]

    def _path(self, address: Address) -> Path | None:
        """Where a sheet lies: for « /site.css », where no root is known, in the first folder above that has it."""
        own, rooted = self.document.source.path, address.path.startswith("/")
        if not rooted or self.files.target.root is not None or own is None:
            return self.files.find(address)
        above = (folder / address.path.lstrip("/") for folder in islice(own.parents, _ABOVE))
        return next(filter(self.files.disk.is_file, above), None)


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
