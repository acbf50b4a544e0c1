"""Every link has a name: text, or an image with alternative text.

```html bad
<p>Voici le plan ⟦<a href="/plan"></a>⟧ du réseau.</p>
```

```html suggested
<p>Voici le plan du réseau.</p>
```

```markdown bad
Voici le plan : ⟦[![](plan.png)](/plan)⟧
```

```html good
<p>Voici le <a href="/plan"><img src="plan.png" alt="plan du réseau"></a>.</p>
```

```markdown good
Voici le [plan du réseau](/plan).
```
"""

import re
from collections.abc import Iterator
from functools import cached_property

from seo_audit.analysis.shown_text import is_blank
from seo_audit.document import BlockKind, Document, Link
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, Fix, NoOptions, Rule, Severity
from seo_audit.rule_support.local_files import LocalFiles
from seo_audit.rule_support.markup import removed, suggestion
from seo_audit.rule_support.references import rgaa
from seo_audit.rule_support.templates import is_filled_in, is_generated
from seo_audit.source import Span

EMPTY = Fault(
    message=Message(
        fr="Lien sans texte ni image décrite, vers « {href} ».",
        en="Link without text or described image, to “{href}”.",
    ),
    advice=Message(
        fr="Écrivez ce qu’il y a au bout du lien, ou supprimez-le.",
        en="Write what the link leads to, or remove it.",
    ),
)

UNSEEN = Message(
    fr="Vérifiez qu’il n’y manque pas plutôt un texte, et que rien d’autre n’en dépend.",
    en="See that it is not a text which is missing, and that nothing else rests on it.",
)

_NOTHING = regex(
    r"\[\]\([^()\n]*+\)|<a(?:\s(?!id\s*=|name\s*=)[^<>]*+)?>(?:\s|&nbsp;)*+</a\s*>", re.IGNORECASE
)
_ANCHOR = regex(
    r"""<a\s(?=[^<>]{0,300}?\b(?:id|name)\s*=\s*["']?([^\s"'<>]+))[^<>]{0,300}?\bhref\s*=\s*["']?#\1["'\s>]""",
    re.IGNORECASE,
)
"""A place that leads to itself: GitBook’s name of a heading, « <a href="#four" id="four"></a> »."""


def applies(document: Document, _measures: Measures) -> bool:
    return bool(document.links)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    scripts = _Scripts(document, LocalFiles(document, measures.target, measures.disk))
    for link in document.links:
        names = (link.text.value, link.label, *link.image_alts)
        if (
            link.href.value.strip()
            and all(map(is_blank, names))
            and not _is_filled_later(document, link, scripts)
            and not _is_place(document, link)
        ):
            found = EMPTY.at(link.span, href=shorten(link.href.value))
            yield found.mended_by(_without(document, link))


def _is_place(document: Document, link: Link) -> bool:
    """Whether a link is no more than the name of a place, and leads there: in a heading, its sign is drawn by a style sheet."""
    if not link.href.value.startswith("#"):
        return False
    block = document.blocks[link.block] if link.block is not None else None
    if block is not None and block.kind is BlockKind.HEADING:
        return True
    return _ANCHOR.match(document.source.text, *link.span) is not None


def _without(document: Document, link: Link) -> Fix | None:
    """The link goes, where it holds nothing at all."""
    if not _NOTHING.fullmatch(document.source.text, *link.span):
        return None
    return suggestion(UNSEEN, removed(document, link.span))


_TO_FILL = regex(
    r"<a(?=\s[^<>]{0,200}?\bid\s*=\s*[\"']?([\w-]+))(?![^<>]{0,300}?\s(?:class|role|title|aria-\w+|on\w+)\s*=)[^<>]{1,300}>\s*</a\s*>",
    re.IGNORECASE,
)
"""`<a id="phone" href="#"></a>`: what a button that goes up looks like has a class, or a name."""
_SCRIPT = regex(r"<script\b[^<>]*?\ssrc\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)


_NAME = regex(r"[\"'`#]([\w-]+)")


class _Scripts:
    """The scripts of the site that a page loads; those of others know nothing of its parts."""

    def __init__(self, document: Document, files: LocalFiles) -> None:
        self.document = document
        self.files = files

    @cached_property
    def _names(self) -> frozenset[str] | None:
        """What may be names of parts in them; None where one is not here to be read."""
        names: set[str] = set()
        for found in _SCRIPT.finditer(self.document.source.text):
            if address := self.files.address(found[1]):
                path = self.files.find(address)
                text = self.files.disk.text(path) if path else None
                if text is None:
                    return None
                names.update(_NAME.findall(text))
        return frozenset(names)

    def may_name(self, name: str) -> bool:
        """Whether one of them names a part of the page, or may do so unseen."""
        return self._names is None or name in self._names


def _is_filled_later(document: Document, link: Link, scripts: _Scripts) -> bool:
    """Whether a template, a component or a script is to bring its text: a script, what leads nowhere yet and has an id."""
    if is_filled_in(document, link.span):
        return True
    if link.href.value.strip() == "#" and document.head is not None:
        empty = _TO_FILL.fullmatch(document.source.text, *link.span)
        if empty and scripts.may_name(empty[1]):
            return True
    address = link.href.span() or Span(link.span.start, link.span.start)
    parts = Span(link.span.start, address.start), Span(address.end, link.span.end)
    return any(part.start < part.end and is_generated(document, part) for part in parts)


RULE = Rule(
    title=Message(fr="Liens vides", en="Empty links"),
    what=Message(
        fr="Signale un lien qui n’a ni texte, ni image pourvue d’un texte de remplacement, ni nom accessible.",
        en="Reports a link with neither text, nor an image with alternative text, nor an accessible name.",
    ),
    why=Message(
        fr="Un lecteur d’écran en lit l’adresse, lettre à lettre ; personne d’autre ne le voit.",
        en="A screen reader spells out its address; nobody else sees it.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(rgaa("6.2"),),
    applies=applies,
    check=check,
)
