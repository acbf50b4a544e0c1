"""The article says who wrote it.

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<p>Elle coule.</p>
```

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<article><h1>La fontaine</h1><p>Par ailleurs, elle coule.</p></article>
```

```html good
<head><title>La fontaine</title><meta name="author" content="Maud Perrin"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title></head>
<article><h1>La fontaine</h1><p>Par Maud Perrin</p><p>Elle coule de nouveau.</p></article>
```

"""

import re
from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing.structured_data import read
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_HELPFUL, opquast

NONE = Fault(
    message=Message(
        fr="Rien ne dit qui a écrit l’article.", en="Nothing says who wrote the article."
    ),
    advice=Message(
        fr="Nommez l’auteur dans la page, et dans ses données (author) avec un lien vers qui il est.",
        en="Name the author on the page, and in its data (author) with a link to who they are.",
    ),
)

_BY = regex(
    r"(?:par|écrit par|rédigé par|propos recueillis par|texte(?: de)?\s?:?|auteure?\s?:|autrice\s?:|publié par|by)\s+(?:l[’']|la )?[A-ZÀ-ÖØ-Þ][\w’'.-]",
)
# a line beside the article may begin with its section and go on with the date
_SIGNED = regex(r"(?<!\w)Par\s{1,3}[A-ZÀ-ÖØ-Þ][\w’'.-]{1,30}\s{1,3}[A-ZÀ-ÖØ-Þ]")
_OTHERS = frozenset(
    ("Answer", "Comment", "ImageObject", "Question", "Quotation", "Review", "VideoObject")
)
"""Things on a page whose author is not the article's."""
_MARKED = regex(
    r"""\bclass\s*=\s*["'](?:[\w-]+\s+){0,5}(?:author|auteurs?|byline|entry-author|post-author|author-name)[\s"']"""
    r"""|\brel\s*=\s*["']author["']""",
    re.IGNORECASE,
)
_START = regex(r"[PÉERTAB]")


def applies(document: Document, _measures: Measures) -> bool:
    # a Markdown article is often signed by its site’s template, which we do not see
    return document.head is not None


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if any(author.value.strip() for author in document.metadata.authors):
        return
    head = document.head
    things, _ = read(document)
    if any(thing.has("author") and not thing.types & _OTHERS for thing in things):
        return
    if head and any(one.key == "author" for one in head.properties):
        return
    if _on_the_page(document) or _is_marked(document.source.text):
        return
    yield NONE.at(head.span if head else None)


def _on_the_page(document: Document) -> bool:
    """Whether a short block, in the article or beside it, names its author."""
    texts = [block.text.value for block in document.blocks if len(block.text.value) < 200]
    beside = [part.text[:300] for part in document.furniture]
    if any(_SIGNED.search(text) for text in beside):
        return True
    texts += beside
    return any(_BY.match(text[:1].lower() + text[1:]) for text in texts if _START.match(text[:1]))


def _is_marked(text: str) -> bool:
    """Whether the page's markup tells an author; the words say quickly when it does not."""
    plain = text.lower()
    return any(word in plain for word in ("author", "auteur", "byline")) and bool(
        _MARKED.search(text)
    )


RULE = Rule(
    title=Message(fr="Signature", en="Byline"),
    what=Message(
        fr="Cherche l’auteur dans les données de la page, dans son en-tête et dans son texte (« Par … »).",
        en="Looks for the author in the page’s data, its head and its text (« Par … »).",
    ),
    why=Message(
        fr="Google conseille de dire qui a écrit, comment et pourquoi ; c’est d’abord une marque de sérieux pour le "
        "lecteur.",
        en="Google advises to say who wrote, how and why; it is first of all a mark of seriousness for readers.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HELPFUL, opquast(101)),
    applies=applies,
    check=check,
)
