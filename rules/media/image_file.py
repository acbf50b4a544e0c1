"""Image files are there, not too heavy, and named for what they show.

```html bad
<p>Le lac. <img src="⟦IMG_2034.jpg⟧" alt="Le lac gelé"></p>
```

```markdown bad
Le lac. ![Le lac gelé](⟦photos/DSC00042.jpg⟧)
```

```html good
<p>Le lac. <img src="lac-gele.jpg" alt="Le lac gelé"></p>
```

```markdown good
Le lac. ![Le lac gelé](https://exemple.fr/lac-gele-2034.jpg)
```
"""

import re
from collections.abc import Iterator
from typing import Annotated
from urllib.parse import unquote

from msgspec import Struct

from seo_audit.document import Document, Image
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.local_files import LocalFiles
from seo_audit.rule_support.references import GOOGLE_IMAGES, LIGHTHOUSE
from seo_audit.rule_support.templates import is_looked_up, is_template

MISSING = Fault(
    message=Message(fr="L’image « {path} » n’existe pas.", en="The image “{path}” does not exist."),
    advice=Message(
        fr="Corrigez son adresse, ou ajoutez le fichier.", en="Mend its address, or add the file."
    ),
)
HEAVY = Fault(
    message=Message(
        fr="L’image pèse {size} ko, plus que le maximum de {maximum} ko.",
        en="The image weighs {size} kB, over the maximum of {maximum} kB.",
    ),
    advice=Message(
        fr="Réduisez-la à la taille affichée, et enregistrez-la en WebP ou en AVIF.",
        en="Shrink it to the size shown, and save it as WebP or AVIF.",
    ),
)
NAMELESS = Fault(
    message=Message(
        fr="Le nom du fichier, « {name} », ne dit rien de l’image.",
        en="The file’s name, “{name}”, says nothing of the image.",
    ),
    advice=Message(
        fr="Donnez-lui un nom court qui la décrive, tel que « lac-gele.jpg ».",
        en="Give it a short name that describes it, such as “lac-gele.jpg”.",
    ),
)

_CAMERA = regex(
    r"(?:IMG|DSC|DSCF|DSCN|DCIM|PXL|P|MVI|GOPR|WP|PICT|Image|Photo|Screenshot|Capture)[ _-]?\d{2,}[\d _()-]*"
    r"|(?:image|photo|img|untitled|sans[ _-]titre|unnamed|capture)\s?\(?\d{0,3}\)?|\d{5,}",
    re.IGNORECASE,
)


class Options(Struct, frozen=True):
    maximum_kilobytes: Annotated[
        int,
        Basis(
            Message(
                fr="Trois cents kilo-octets : au-delà, une image d’article se charge lentement sur mobile. Convention.",
                en="Three hundred kilobytes: beyond, an article’s image loads slowly on a phone. A convention.",
            ),
            LIGHTHOUSE,
            at_least=1,
        ),
    ] = 300


def applies(document: Document, _measures: Measures) -> bool:
    return any(_is_file(image) for image in document.images)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    files = LocalFiles(document, measures.target, measures.disk)
    for image in document.images:
        if not _is_file(image) or is_template(image.src.value):
            continue
        place = image.src.span() or image.span
        name = unquote(image.src.value.partition("?")[0].rpartition("/")[2])
        # « https://x.com/lac/status/1663472744800067585 »: a page that is shown as an image is
        is_page = name.isdecimal() and "://" in image.src.value
        if _CAMERA.fullmatch(name.rpartition(".")[0] or name) and not is_page:
            yield NAMELESS.at(place, Severity.INFO, name=shorten(name))
        address = files.address(image.src.value)
        if address is None or is_looked_up(document, image.span):
            continue
        path = files.find(address)
        size = measures.disk.size(path) if path else None
        if size is not None and size > 1000 * options.maximum_kilobytes:
            kilobytes = max(round(size / 1000), options.maximum_kilobytes + 1)
            yield HEAVY.at(place, size=kilobytes, maximum=options.maximum_kilobytes)
        elif files.is_missing(address):
            yield MISSING.at(place, path=shorten(address.path, 120))


def _is_file(image: Image) -> bool:
    return bool(image.src.value.strip()) and not image.src.value.strip().startswith("data:")


RULE = Rule(
    title=Message(fr="Fichiers des images", en="Image files"),
    what=Message(
        fr="Signale une image absente du disque, de plus de 300 ko, ou nommée par l’appareil (IMG_2034).",
        en="Reports an image that is not on disk, weighs over 300 kB, or bears the camera’s name (IMG_2034).",
    ),
    why=Message(
        fr="Une image lourde retarde la page. Google conseille des noms de fichier qui décrivent l’image ; l’effet en est "
        "faible.",
        en="A heavy image delays the page. Google advises names that describe the image; the effect is slight.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    weight=1,
    references=(GOOGLE_IMAGES, LIGHTHOUSE),
    options=Options,
    applies=applies,
    check=check,
)
