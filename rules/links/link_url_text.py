"""A link’s text is not a bare address.

```html bad
<p>Voir ⟦<a href="https://exemple.fr/plan">https://exemple.fr/plan</a>⟧.</p>
```

```markdown bad
Voir ⟦<https://exemple.fr/reseau/plan>⟧.
```

```html good
<p>Voir le <a href="https://exemple.fr/plan">plan du réseau</a>.</p>
```

An entry of a bibliography ends with the address, as its styles ask:

```html good
<ul><li>Riou, Jeanne, 2019. Le réseau des lavoirs. Disponible à l’adresse :
<a href="https://exemple.fr/plan">https://exemple.fr/plan</a></li></ul>
```

A site’s name may be its address:

```markdown good
Voir [service-public.fr](https://www.service-public.fr/) et écrire à <contact@exemple.fr>.
```
"""

import re
from collections.abc import Iterator

from seo_audit.analysis.quotations import is_reference
from seo_audit.document import BlockKind, Document, Link
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import is_development, is_example
from seo_audit.rule_support.references import GOOGLE_LINKS, rgaa

BARE = Fault(
    message=Message(
        fr="Le texte du lien est une adresse : « {text} ».",
        en="The link’s text is an address: “{text}”.",
    ),
    advice=Message(
        fr="Mettez le lien sur les mots qui nomment la page.",
        en="Put the link on the words that name the page.",
    ),
)

_ADDRESS = regex(r"(?:https?://|www\.)\S+|[\w.-]{1,100}\.[a-z]{2,10}/\S+", re.IGNORECASE)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.links)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    for link in document.links:
        text = link.text.value.strip()
        # what is quoted, a message of a social network say, is somebody else's
        quoted = link.block is not None and document.blocks[link.block].kind is BlockKind.QUOTE
        if quoted or link.label.strip() or is_development(text) or is_example(text):
            continue  # « ouvrez http://localhost:8000 »: an address to type, as it stands
        if _ADDRESS.fullmatch(text) and not _is_cited(document, link, text):
            yield BARE.at(link.span, text=shorten(text))


_YEAR = regex(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_DATED = regex(r"\((?:1[6-9]|20)\d\d[a-z]?(?:, [^()\n]{1,30})?\)\. ?\S")
"""« Ville de Riou. (2019, 4 mars). Le réseau des lavoirs. »: APA, whoever the author is."""
_ANNOUNCED = regex(
    r"\b(?:disponible|accessible|consultable|consultée?|récupérée?|repérée?|en ligne|available|retrieved|accessed|url|doi)\b"
    r"[^.\n]{0,60}+\Z",
    re.IGNORECASE,
)


def _is_cited(document: Document, link: Link, text: str) -> bool:
    """Whether an address ends an entry of a bibliography: styles of citation ask for it as it stands (ISO 690, APA)."""
    if link.block is None:
        return False
    entry, _, behind = document.blocks[link.block].text.value.partition(text)
    if len(behind) > _BEHIND or not _YEAR.search(entry):
        return False
    signs = (is_reference(entry), _ANNOUNCED.search(entry), _DATED.search(entry))
    return any(signs) or text.startswith(_DOI)


_DOI = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/")
_BEHIND = 60
"""Characters that may follow: « [consulté le 12 janvier 2021]. »"""


RULE = Rule(
    title=Message(fr="Adresses en guise de texte", en="Addresses as link text"),
    what=Message(
        fr="Signale un lien dont le texte est l’adresse elle-même.",
        en="Reports a link whose text is the address itself.",
    ),
    why=Message(
        fr="Une adresse se lit mal, s’entend plus mal encore, et ne dit pas ce qu’on trouvera.",
        en="An address reads badly, sounds worse, and does not say what one will find.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.STANDARD,
    references=(rgaa("6.1"), GOOGLE_LINKS),
    applies=applies,
    check=check,
)
