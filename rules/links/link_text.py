"""A link’s text says where it leads.

```html bad
<p>Pour le plan du réseau, ⟦<a href="/plan">cliquez ici</a>⟧.</p>
```

```markdown bad
Le plan du réseau vient de paraître. ⟦[En savoir plus →](/plan)⟧
```

```html good
<p>Voyez le <a href="/plan">plan du réseau</a>.</p>
```

An accessible name that says more is enough for those who hear it, and so for this rule:

```html good
<p>Le plan vient de paraître. <a href="/plan" aria-label="En savoir plus sur le plan du réseau">En savoir plus</a></p>
```

```markdown good
[En savoir plus sur le plan du réseau](/plan)
```
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Struct, field

from seo_audit.document import Document, Link
from seo_audit.french.word_lists import core, lines, plain
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_LINKS, opquast, rgaa

GENERIC = Fault(
    message=Message(
        fr="Le texte du lien, « {text} », ne dit pas où il mène.",
        en="The link’s text, “{text}”, does not say where it leads.",
    ),
    advice=Message(
        fr="Mettez le lien sur les mots qui nomment la page visée.",
        en="Put the link on the words that name the page it leads to.",
    ),
)


class Options(Struct, frozen=True):
    extend: Annotated[
        tuple[str, ...],
        Basis(
            Message(
                fr="Textes à refuser en plus de la liste de l’outil.",
                en="Texts to refuse besides the tool’s own list.",
            ),
        ),
    ] = field(default=())


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.links)


def check(document: Document, _measures: Measures, options: Options) -> Iterator[Finding]:
    generic = _generic() | {_core(text) for text in options.extend}
    for link in document.links:
        if _core(link.text.value) in generic and not _says_more(link, generic):
            yield GENERIC.at(link.span, text=" ".join(link.text.value.split()))


def _says_more(link: Link, generic: frozenset[str]) -> bool:
    return any(_core(name) not in generic | {""} for name in (link.label, *link.image_alts))


@cache
def _generic() -> frozenset[str]:
    return frozenset(_core(line) for line in lines(__package__ or "", "link_text.txt"))


def _core(text: str) -> str:
    """A link's text as it is compared: without the signs, arrows and spaces around its words."""
    return core(" ".join(plain(text).split()))


RULE = Rule(
    title=Message(fr="Texte des liens", en="Link text"),
    what=Message(
        fr="Signale un lien dont le texte, lu seul, ne dit rien de sa cible : « cliquez ici », « en savoir plus ».",
        en="Reports a link whose text, read alone, says nothing of its target: “click here”, “learn more”.",
    ),
    why=Message(
        fr="On parcourt une page de lien en lien, à l’oreille surtout. Google lit ces mots pour comprendre la "
        "page visée.",
        en="People go through a page from link to link, by ear above all. Google reads these words to "
        "understand the page they lead to.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_LINKS, rgaa("6.1"), opquast(137)),
    options=Options,
    applies=applies,
    check=check,
)
