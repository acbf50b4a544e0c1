"""A link’s text says where it leads.

```html bad
<p>Pour le plan du réseau, ⟦<a href="/plan">cliquez ici</a>⟧.</p>
```

```markdown bad
Le plan du réseau vient de paraître. ⟦[En savoir plus →](/plan)⟧
```

```html bad
<p>La fontaine coule. ⟦<a href="/fontaine"><img src="suite.png" alt="Lire la suite"></a>⟧</p>
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

An entry of a table of contents is the heading it leads to, and a name is a name:

```markdown good
[Aller plus loin](#aller-plus-loin), avec un programme en [Go](https://go.dev).

## Aller plus loin
```
"""

import re
from collections.abc import Iterator
from typing import Annotated
from urllib.parse import unquote

from msgspec import Struct, field

from seo_audit.document import Document, Link
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support import link_texts
from seo_audit.rule_support.addresses import host
from seo_audit.rule_support.link_texts import core
from seo_audit.rule_support.references import GOOGLE_LINKS, opquast, rgaa
from seo_audit.rule_support.templates import is_template

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
    generic = link_texts.generic() | {core(text) for text in options.extend}
    for link in document.links:
        text = " ".join(link.text.value.split())
        if not text:
            name = " ".join(filter(None, link.image_alts)) or link.label
            if core(name) in generic:
                yield GENERIC.at(link.span, text=name)
            continue
        if link.label and _is_label_filled_in(document, link):
            continue
        if core(link.label) in generic and _is_labelled(document, link):
            # it is all that those who hear the page are told
            yield GENERIC.at(link.span, text=link.label)
            continue
        if (
            _says_nothing(text, generic)
            and not _says_more(link, generic)
            and not _is_name(document, link, text)
            and not _is_code(document, link, text)
            and not _is_heading(document, link, text)
        ):
            yield GENERIC.at(link.span, text=text)


def _is_labelled(document: Document, link: Link) -> bool:
    """Whether a label stands in place of the link's text, as a title does not."""
    return bool(_LABELLED.match(document.source.text, link.span.start, link.span.end))


def _is_label_filled_in(document: Document, link: Link) -> bool:
    """Whether a template fills in the label that stands in place of the link's text."""
    tag = _LABELLED.match(document.source.text, link.span.start, link.span.end)
    value = tag and _VALUE.match(document.source.text, tag.end(), link.span.end)
    return value is not None and is_template(value[0])


_VALUE = regex(r"\s*(?:\"[^\"]{0,600}\"|'[^']{0,600}')")
_LABELLED = regex(r"<a\s(?:[^<>]{0,600}\s)?aria-label(?:ledby)?\s*=", re.IGNORECASE)


def _says_nothing(text: str, generic: frozenset[str]) -> bool:
    return core(text) in generic or bool(_SIGNS.fullmatch(text))


def _says_more(link: Link, generic: frozenset[str]) -> bool:
    return any(core(name) not in generic | {""} for name in (link.label, *link.image_alts))


def _is_name(document: Document, link: Link, text: str) -> bool:
    """Whether a word of the list is a name here: « écrit en [Go] », « la carte de [Here](https://here.com) »."""
    word = text.lower()
    labels = (host(link.href.value) or "").split(".")
    if word in _NAMES and word in labels[:-1]:
        return True  # « [click](https://click.palletsprojects.com) »
    # « GO » in capitals is its own, too, on a site of that name; « ICI » is a radio's
    if not (text.isalpha() and (text.istitle() or text.isupper())):
        return False
    if word in labels:
        return True
    if text.istitle() and _is_entry(link.href.value, text):
        return True
    if word not in _NAMES or link.block is None:
        return False
    before = document.blocks[link.block].text.value[: link.start].rstrip()
    address = _PATH.split(link.href.value.lower())
    return before[-1:].isalpha() or before.endswith(",") or word in address


def _is_entry(address: str, text: str) -> bool:
    """Whether a link leads to an encyclopedia's entry of that very name: « la série [Suite](…/wiki/Suite) »."""
    _, wiki, title = unquote(address).partition("/wiki/")
    return bool(wiki) and _PATH.split(title)[0] == text


def _is_code(document: Document, link: Link, text: str) -> bool:
    """Whether the text is a name of code: « la fonction [info()](…) », « [`.Site`](…) »."""
    if text.endswith("()"):
        return True
    marks = document.blocks[link.block].code if link.block is not None else ()
    return any(mark.start <= link.start < link.end <= mark.end for mark in marks)


def _is_heading(document: Document, link: Link, text: str) -> bool:
    """Whether the link leads to a heading by its name: an entry of a table of contents."""
    _, hash_sign, fragment = link.href.value.partition("#")
    if not hash_sign:
        return False
    told = core(text)
    if core(_PATH.sub(" ", unquote(fragment))) == core(_PATH.sub(" ", told)):
        return True
    return any(core(heading.text.value) == told for heading in document.headings)


_SIGNS = regex(r"[\[\](){}… .+→➔➜➡➤⇒⟶►▶›>»☞☛👉]+")
"""What announces a sequel, and nothing of it: « […] », « + », « → »."""
_PATH = regex(r"[\W_]+")
_NAMES = frozenset({"click", "go", "here"})
"""Generic words that are names of programs as well."""


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
