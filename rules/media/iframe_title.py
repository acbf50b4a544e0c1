"""Every embedded frame has a title.

```html bad
<p>La vidéo :</p>
⟦<iframe src="https://exemple.fr/video"></iframe>⟧
```

```html bad
<p>La carte :</p>
⟦<iframe src="https://exemple.fr/carte" title=" "></iframe>⟧
```

```html good
<p>La vidéo :</p>
<iframe src="https://exemple.fr/video" title="Vidéo : la fontaine coule de nouveau"></iframe>
```

```markdown good
La carte :

<iframe src="https://exemple.fr/carte" title="Carte du village"></iframe>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import rgaa

UNTITLED = Fault(
    message=Message(
        fr="Cadre sans titre (attribut title de <iframe>).",
        en="Frame without a title (attribute title of <iframe>).",
    ),
    advice=Message(
        fr="Dites ce qu’il contient : « Vidéo : … », « Carte de … ».",
        en="Say what it holds: “Video: …”, “Map of …”.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.frames)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    for frame in document.frames:
        if frame.title is None or not frame.title.value.strip():
            yield UNTITLED.at(frame.span)


RULE = Rule(
    title=Message(fr="Titre des cadres", en="Frame titles"),
    what=Message(
        fr="Signale un <iframe> sans attribut title.",
        en="Reports an <iframe> without a title attribute.",
    ),
    why=Message(
        fr="Un lecteur d’écran annonce le cadre par ce titre : sans lui, on ne sait s’il faut y entrer.",
        en="A screen reader announces the frame by this title: without it one can’t tell whether to enter.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(rgaa("2.1"),),
    applies=applies,
    check=check,
)
