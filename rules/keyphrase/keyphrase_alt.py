"""An image’s alternative text holds the keyphrase, where images show it.

```html bad @keyphrase="pompe à chaleur"
<p>Un mot. ⟦<img src="a.jpg" alt="Un jardin en hiver">⟧ <img src="b.jpg" alt="Un chat"></p>
```

```markdown bad @keyphrase="pompe à chaleur"
Un mot. ⟦![Un jardin en hiver](a.jpg)⟧
```

```html good @keyphrase="pompe à chaleur"
<p>Un mot. <img src="a.jpg" alt="Deux pompes à chaleur dans un jardin"> <img src="b.jpg" alt="Un chat"></p>
```

```markdown good @keyphrase="pompe à chaleur"
Un mot. ![La pompe à chaleur, vue de dos](a.jpg)
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_IMAGES, YOAST

ABSENT = Fault(
    message=Message(
        fr="Aucun texte de remplacement ne contient l’expression « {keyphrase} » ({images:# image décrite|# images décrites}).",
        en="No alternative text holds the keyphrase “{keyphrase}” ({images:# image described|# images described}).",
    ),
    advice=Message(
        fr="Si une image montre le sujet, nommez-le dans sa description ; sinon, ne changez rien.",
        en="If an image shows the subject, name it in its description; otherwise change nothing.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and any(image.alt for image in document.images)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    assert measures.keyphrase
    described = [image for image in document.images if image.alt and image.alt.value.strip()]
    if described and not any(
        measures.keyphrase.find(image.alt.value) for image in described if image.alt
    ):
        yield ABSENT.at(described[0].span, keyphrase=measures.keyphrase.text, images=len(described))


RULE = Rule(
    title=Message(fr="Expression clé dans les images", en="Keyphrase in images"),
    what=Message(
        fr="Cherche l’expression clé dans les textes de remplacement des images.",
        en="Looks for the keyphrase in the images’ alternative texts.",
    ),
    why=Message(
        fr="Le texte de remplacement décrit l’image pour ceux qui ne la voient pas : il ne doit nommer le sujet que si elle le montre.",
        en="Alternative text describes the image for those who don’t see it: it should name the subject only if the image shows it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_IMAGES, YOAST),
    applies=applies,
    check=check,
)
