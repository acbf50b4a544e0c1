"""Alternative texts describe the image.

```html bad
<p>Le lac. <img src="a.jpg" alt="⟦IMG_2034.jpg⟧"> <img src="b.jpg" alt="⟦image⟧"></p>
```

```markdown bad
Le lac. ![⟦Photo de la rive du lac⟧](rive.jpg)
```

```markdown suggested
Le lac. ![Rive du lac](rive.jpg)
```

```html bad @keyphrase="lac gelé"
<p>Le lac. <img src="a.jpg" alt="⟦Lac gelé, lacs gelés, lac gelé en hiver⟧"></p>
```

```html good
<p>Le lac. <img src="a.jpg" alt="Deux enfants patinent sur le lac"> <img src="b.jpg" alt=""></p>
```

```markdown good
Le lac. ![Photographe au travail sur la rive](rive.jpg)
```
"""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document, Image, Text
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Evidence, Fault, Finding, Fix, Rule, Severity
from seo_audit.rule_support.edits import Change, edits
from seo_audit.rule_support.markup import suggestion
from seo_audit.rule_support.references import GOOGLE_IMAGES, rgaa

FILE_NAME = Fault(
    message=Message(
        fr="Le texte de remplacement est un nom de fichier : « {text} ».",
        en="The alternative text is a file name: “{text}”.",
    ),
    advice=Message(fr="Écrivez ce que montre l’image.", en="Write what the image shows."),
)
HOLLOW = Fault(
    message=Message(
        fr="Le texte de remplacement, « {text} », ne dit rien de l’image.",
        en="The alternative text, “{text}”, says nothing of the image.",
    ),
    advice=FILE_NAME.advice,
)
OPENING = Fault(
    message=Message(
        fr="Le texte de remplacement commence par « {text} ».",
        en="The alternative text begins with “{text}”.",
    ),
    advice=Message(
        fr="Supprimez ces mots : un lecteur d’écran dit déjà que c’est une image.",
        en="Remove these words: a screen reader says already that it is an image.",
    ),
)
LONG = Fault(
    message=Message(
        fr="Texte de remplacement de {characters} caractères, plus que le maximum de {maximum}.",
        en="Alternative text of {characters} characters, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Résumez-le, et donnez le détail dans l’article ou en légende.",
        en="Sum it up, and give the detail in the article or in a caption.",
    ),
)
STUFFED = Fault(
    message=Message(
        fr="Le texte de remplacement répète « {keyphrase} » {count} fois.",
        en="The alternative text repeats “{keyphrase}” {count} times.",
    ),
    advice=Message(
        fr="Décrivez l’image ; nommez le sujet une fois au plus.",
        en="Describe the image; name the subject once at most.",
    ),
)

ARTICLE = Message(
    fr="Relisez : il peut y manquer un article.", en="Read it again: an article may be missing."
)

_FILE = regex(r"\S{1,200}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_CAMERA = regex(r"(?:IMG|DSC|DSCF|DSCN|PXL)[ _-]?\d{3,}", re.IGNORECASE)
_HOLLOW = frozenset(
    [
        "image",
        "images",
        "photo",
        "photos",
        "photographie",
        "illustration",
        "img",
        "picture",
        "logo",
        "icône",
        "icone",
        "alt",
        "visuel",
        "bannière",
        "vignette",
        "capture",
        "graphique",
        "schéma",
    ]
)
_OPENING = regex(
    r"(?:une? )?(?:image|photo|photographie|illustration|picture|visuel) (?:de la |de l'|de |du |des |d'|of |représentant |montrant )"
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Une ligne ou deux à l’oreille : les outils d’accessibilité disent de 80 à 150 caractères.",
                en="A line or two to the ear: accessibility tools say 80 to 150 characters.",
            ),
            rgaa("1.3"),
            at_least=1,
        ),
    ] = 125


def applies(document: Document, _measures: Measures) -> bool:
    return any(image.alt and image.alt.value.strip() for image in document.images)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    for image in document.images:
        if image.alt is None or not image.alt.value.strip():
            continue
        text, place = image.alt.value.strip(), image.alt.span() or image.span
        shown = shorten(text)
        opening = _OPENING.match(plain(text))
        count = len(measures.keyphrase.find(text)) if measures.keyphrase else 0
        if _FILE.fullmatch(text) or _CAMERA.fullmatch(text):
            yield FILE_NAME.at(place, text=shown)
        elif plain(text).strip(" .:") in _HOLLOW:
            yield HOLLOW.at(place, text=shown)
        elif _is_caption(document, image):
            continue
        elif count > 1 and measures.keyphrase:
            yield STUFFED.at(place, keyphrase=measures.keyphrase.text, count=count)
        elif len(text) > options.maximum:
            yield LONG.at(place, characters=len(text), maximum=options.maximum)
        elif opening:
            found = OPENING.at(place, text=text[: opening.end()].strip())
            yield found.mended_by(_without_opening(document, image.alt, opening.end()))


_ALONE = regex(r"[ \t>]*(?:\{[^{}\n]{0,500}\})?[ \t]*(?:\n|\Z)")


def _is_caption(document: Document, image: Image) -> bool:
    """Whether the text is shown below the image: Quarto and R Markdown make a figure of one that stands alone."""
    if not document.source.is_book:
        return False
    start, end = image.span
    text = document.source.text
    above = text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>")
    return text.startswith("![", start) and not above and bool(_ALONE.match(text, end))


def _without_opening(document: Document, alt: Text, length: int) -> Fix | None:
    """The text from the next word on, with a capital."""
    start = len(alt.value) - len(alt.value.lstrip())
    following = alt.value[start + length : start + length + 1]
    if not following.isalpha():
        return None
    change = Change(start, start + length + 1, following.upper())
    return suggestion(ARTICLE, *edits(document, alt, (change,)))


RULE = Rule(
    title=Message(fr="Qualité des textes de remplacement", en="Quality of alternative texts"),
    what=Message(
        fr="Signale un texte de remplacement qui est un nom de fichier, un mot creux, trop long, ou bourré de l’expression "
        "clé.",
        en="Reports an alternative text that is a file name, a hollow word, too long, or stuffed with the keyphrase.",
    ),
    why=Message(
        fr="Il remplace l’image pour qui ne la voit pas : court, il dit ce qu’elle apporte au texte.",
        en="It stands for the image where it is not seen: short, it says what the image brings to the text.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(rgaa("1.3"), GOOGLE_IMAGES),
    options=Options,
    applies=applies,
    check=check,
)
