"""Links go to https addresses.

```html bad
<p>Voir le <a href="⟦http://exemple.fr/plan⟧">plan du réseau</a>.</p>
```

```html suggested
<p>Voir le <a href="https://exemple.fr/plan">plan du réseau</a>.</p>
```

```markdown bad
Voir le [plan du réseau](⟦http://exemple.fr/plan⟧).
```

```html good
<p>Voir le <a href="https://exemple.fr/plan">plan du réseau</a>.</p>
```

```markdown good
Lancez le serveur, puis ouvrez [la page d’accueil](http://localhost:8000/).
```
"""

import re
from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Edit, Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.markup import suggestion
from seo_audit.rule_support.references import LIGHTHOUSE, opquast
from seo_audit.source import Span

INSECURE = Fault(
    message=Message(
        fr="Lien vers une adresse non chiffrée : « {href} ».",
        en="Link to an unencrypted address: “{href}”.",
    ),
    advice=Message(
        fr="Remplacez http par https, si le site le permet.",
        en="Replace http with https, if the site allows.",
    ),
)
ANSWERS = Message(
    fr="Ouvrez l’adresse en https : tous les sites n’y répondent pas.",
    en="Open the address by https: not every site answers.",
)

_LOCAL = regex(
    r"http://(?:127\.|0\.0\.0\.0|10\.|192\.168\.|\[::1\]|[\w-]{1,63}(?=[:/?#]|\Z)|[^/?#\s]{1,200}\.(?:local|test|localhost|example|invalid|internal|onion|tld)(?![\w.-]))",
    re.IGNORECASE,
)


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.links)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    told: set[Span] = set()
    for link in document.links:
        href = link.href.value.strip()
        if href[:7].lower() == "http://" and not _LOCAL.match(href):
            span = link.href.span()
            place = span or link.span
            if place in told:
                continue  # several links share what a reference defines
            told.add(place)
            found = INSECURE.at(place, href=shorten(href))
            yield found.mended_by(suggestion(ANSWERS, _encrypted(document, span)))


def _encrypted(document: Document, span: Span | None) -> Edit | None:
    if span is None or document.source.text[span.start : span.start + 7].lower() != "http://":
        return None
    return Edit(span.start + 4, span.start + 4, "s")


RULE = Rule(
    title=Message(fr="Liens non chiffrés", en="Unencrypted links"),
    what=Message(
        fr="Signale un lien vers une adresse http:, sans chiffrement.",
        en="Reports a link to an http: address, without encryption.",
    ),
    why=Message(
        fr="Les navigateurs signalent ces pages comme non sûres, et la plupart des sites répondent en https.",
        en="Browsers mark such pages as not secure, and most sites answer by https.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.STANDARD,
    references=(opquast(192), LIGHTHOUSE),
    applies=applies,
    check=check,
)
