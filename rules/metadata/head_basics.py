"""The page says its encoding and suits the width of the screen.

```html bad
<!doctype html>
⟦<head>⟧<title>La fontaine</title><meta name="viewport" content="width=device-width"></head>
<p>Elle coule.</p>
```

```html fixed
<!doctype html>
<head><meta charset="utf-8"><title>La fontaine</title><meta name="viewport" content="width=device-width"></head>
<p>Elle coule.</p>
```

```html bad
⟦<head>⟧<title>La fontaine</title><meta charset="utf-8"></head>
<p>Elle coule.</p>
```

```html good
<head><meta charset="utf-8"><title>La fontaine</title><meta name="viewport" content="width=device-width"></head>
<p>Elle coule.</p>
```

```html good
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>La fontaine</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<p>Elle coule.</p>
```
"""

import re
from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Edit, Evidence, Fault, Finding, Fix, NoOptions, Rule, Severity
from seo_audit.rule_support.markup import line_start, suggestion
from seo_audit.rule_support.references import HTML, LIGHTHOUSE
from seo_audit.source import Span

NO_CHARSET = Fault(
    message=Message(
        fr="La page ne dit pas son encodage.", en="The page does not say its encoding."
    ),
    advice=Message(
        fr="Ajoutez <meta charset=utf-8> au début de l’en-tête.",
        en="Add <meta charset=utf-8> at the beginning of the head.",
    ),
)
NO_VIEWPORT = Fault(
    message=Message(
        fr="La page ne s’adapte pas à la largeur de l’écran (meta viewport).",
        en="The page does not suit the width of the screen (meta viewport).",
    ),
    advice=Message(
        fr="Ajoutez une balise meta « viewport » de contenu « width=device-width ».",
        en="Add a meta “viewport” with the content “width=device-width”.",
    ),
)
NO_START = Fault(
    message=Message(
        fr="Un caractère invisible (U+FEFF) précède la page : le navigateur passe en mode de compatibilité et tient l’en-tête "
        "pour du texte.",
        en="An invisible character (U+FEFF) stands before the page: browsers fall into quirks mode and take the head for text.",
    ),
    advice=Message(
        fr="Retirez-le : un fichier du site (un modèle, une extension) est enregistré en UTF-8 avec BOM, ou commence par une "
        "ligne vide.",
        en="Take it out: a file of the site (a template, a plugin) is saved as UTF-8 with a BOM, or begins with an empty line.",
    ),
)

PART = Message(
    fr="Sans doctype, le fichier n’est peut-être qu’une partie de page, qu’un gabarit complète.",
    en="Without a doctype the file may be part of a page that a template completes.",
)
NARROW = Message(
    fr="Une page qui n’est pas faite pour un petit écran peut y être moins lisible ainsi.",
    en="A page that is not made for a small screen may be harder to read so.",
)

_BEFORE = regex(r"[ \t\r\n\f]*+(\ufeff)(?=[\s\ufeff]*+<)")
"""A byte order mark that is none: what stands first in the file is taken off when it is decoded."""
_HEAD = regex(r"<head(?:\s[^<>]*+)?>", re.IGNORECASE)


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = document.head
    assert head
    declared = any(
        "charset=" in meta.content.value.lower() for meta in head.metas_named("content-type")
    )
    in_xml = document.source.text.lstrip()[:5] == "<?xml"
    if before := _BEFORE.match(document.source.text):
        yield NO_START.at(Span(*before.span(1)))
    if not head.metas_named("charset") and not declared and not in_xml:
        yield NO_CHARSET.at(head.span).mended_by(_declared(document))
    if not head.metas_named("viewport"):
        viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
        fix = suggestion(NARROW, _behind_title(document, viewport))
        yield NO_VIEWPORT.at(head.span).mended_by(fix)


def _declared(document: Document) -> Fix | None:
    """The encoding that the bytes are in; a suggestion where the file may be part of a page which declares it."""
    edit = _line(document, '<meta charset="utf-8">')
    if not edit or document.source.encoding != "utf-8":
        return None
    is_whole = document.source.text.lstrip("\ufeff \t\r\n")[:9].lower() == "<!doctype"
    return Fix((edit,)) if is_whole else suggestion(PART, edit)


def _behind_title(document: Document, tag: str) -> Edit | None:
    """A tag after the title, on a line of its own where the title has one."""
    assert document.head
    spans = document.head.title_spans
    if not spans:
        return _line(document, tag)
    return Edit(spans[0].end, spans[0].end, line_start(document, spans[0].end) + tag)


def _line(document: Document, tag: str) -> Edit | None:
    """A tag at the beginning of the head, on its own line where the head has lines."""
    assert document.head
    span = document.head.span
    if not _HEAD.fullmatch(document.source.text, *span):
        return None
    following = document.source.text[span.end :]
    between = (
        following[: len(following) - len(following.lstrip())]
        if following[:1] in ("\n", "\r")
        else ""
    )
    return Edit(span.end, span.end, between + tag)


RULE = Rule(
    title=Message(fr="Encodage et largeur d’écran", en="Encoding and viewport"),
    what=Message(
        fr="Signale une page qui ne déclare pas son encodage ou l’adaptation à la largeur de l’écran, ou qu’un caractère "
        "invisible précède.",
        en="Reports a page that does not declare its encoding, or that it suits the width of the screen, or that an invisible "
        "character stands before.",
    ),
    why=Message(
        fr="Sans encodage, les accents peuvent s’afficher faux ; sans viewport, un téléphone montre la page en réduction.",
        en="Without an encoding, accents may show wrong; without a viewport, a phone shows the page shrunk.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(HTML, LIGHTHOUSE),
    applies=applies,
    check=check,
)
