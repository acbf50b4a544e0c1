"""Links to files and places of one’s own lead somewhere.

```html bad
<h1 id="haut">Le lac</h1>
<p>Voir <a href="⟦#bas⟧">plus bas</a>.</p>
```

```markdown bad
# Le lac

Voir [la rive](⟦#la-rive⟧).
```

```html good
<h1 id="haut">Le lac</h1>
<p>Voir <a href="#haut">plus haut</a>, ou <a href="#top">tout en haut</a>.</p>
```

```markdown good
# Le lac gelé

Voir [le lac](#le-lac-gelé), ou [sans accent](#le-lac-gele).
```
"""

import re
import unicodedata
from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.local_files import LocalFiles, relative_address
from seo_audit.rule_support.references import opquast
from seo_audit.rule_support.templates import is_looked_up, is_template

NO_FILE = Fault(
    message=Message(
        fr="Le lien mène à « {path} », qui n’existe pas.",
        en="The link leads to “{path}”, which does not exist.",
    ),
    advice=Message(
        fr="Corrigez l’adresse, ou retirez le lien.", en="Mend the address, or remove the link."
    ),
)
NO_PLACE = Fault(
    message=Message(
        fr="Le lien mène à l’ancre « #{fragment} », qui n’existe pas dans la page.",
        en="The link leads to the anchor “#{fragment}”, which is not on the page.",
    ),
    advice=Message(
        fr="Corrigez l’ancre, ou posez-la (attribut id) où elle manque.",
        en="Mend the anchor, or set it (attribute id) where it is missing.",
    ),
)

_ELSEWHERE = regex(
    r"!|/|:~:|top\Z|tab|modal|respond\Z|comment|(?:user-content-)?fn(?:ref)?[:\d-]", re.IGNORECASE
)
"""Fragments that scripts, the browser or footnotes answer."""
_BOOKS = (".qmd", ".rmd")
"""Quarto and bookdown: a name set in one chapter is known in all."""

_GENERATED = regex(r"\{\{|\{%|<[A-Z]\w*[\s/>]|^\[TOC\]", re.MULTILINE)
"""Marks of a template or component, which may bring anchors of its own."""


def applies(document: Document, _measures: Measures) -> bool:
    return any(relative_address(link.href.value) for link in document.links)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    files = LocalFiles(document, measures.target, measures.disk)
    anchors = _anchors(document)
    for link in document.links:
        address = relative_address(link.href.value)
        if address is None or is_template(link.href.value):
            continue
        if is_looked_up(document, link.span):
            continue
        place = link.href.span() or link.span
        if not address.path:
            fragment = address.fragment
            known = anchors is None or _bare(fragment) in anchors
            if fragment and not known and not _ELSEWHERE.match(fragment):
                yield NO_PLACE.at(place, fragment=shorten(fragment))
        elif _is_judged(document, address.suffix) and files.is_missing(address):
            yield NO_FILE.at(place, path=shorten(address.path, 120))


def _is_judged(document: Document, suffix: str) -> bool:
    """Whether an address of this ending is a file: a Markdown source’s .html is made later."""
    return suffix not in (".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".xml") or (
        document.format == "html" and suffix in (".html", ".htm")
    )


def _anchors(document: Document) -> frozenset[str] | None:
    """The page’s anchors as they are compared; None when a template may add others."""
    source = document.source
    if str(source.path or source.name).lower().endswith(_BOOKS):
        return None
    if document.format != "html" and _GENERATED.search(source.text):
        return None
    return frozenset(_bare(one) for one in document.ids)


def _bare(anchor: str) -> str:
    """An anchor without accents nor signs: generators differ in how they make them."""
    letters = unicodedata.normalize("NFKD", anchor)
    return "".join(char for char in letters if char.isalnum()).lower() or anchor


RULE = Rule(
    title=Message(fr="Cible des liens", en="Link targets"),
    what=Message(
        fr="Cherche sur le disque les fichiers que visent les liens relatifs, et dans la page les ancres ; rien n’est "
        "demandé au réseau.",
        en="Looks on disk for the files that relative links lead to, and on the page for anchors; nothing is asked of "
        "the network.",
    ),
    why=Message(
        fr="Un lien rompu arrête le lecteur et les moteurs. Dans le doute (adresses faites par un générateur), la règle se "
        "tait.",
        en="A broken link stops readers and search engines. In doubt (addresses made by a generator), the rule is "
        "silent.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(opquast(152),),
    applies=applies,
    check=check,
)
