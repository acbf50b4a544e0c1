"""The page does not forbid search engines to show it.

```html bad
<head><title>La fontaine</title><meta name="robots" content="⟦noindex, follow⟧"></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><meta name="googlebot" content="⟦nosnippet⟧"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title><meta name="robots" content="max-image-preview:large, nofollow"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title></head>
<p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_ROBOTS

FORBIDDEN = Fault(
    message=Message(
        fr="La page interdit aux moteurs de l’afficher : « {directive} ».",
        en="The page forbids search engines to show it: “{directive}”.",
    ),
    advice=Message(
        fr="Retirez la directive « {directive} » si l’article doit être trouvé.",
        en="Remove the directive “{directive}” if the article is to be found.",
    ),
)

_ROBOTS = ("robots", "googlebot", "bingbot")
_DIRECTIVES = ("noindex", "none", "nosnippet", "max-snippet:0")


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    assert document.head
    for meta in document.head.metas_named(*_ROBOTS):
        said = {part.strip().replace(" ", "") for part in meta.content.value.lower().split(",")}
        for directive in _DIRECTIVES:
            if directive in said:
                yield FORBIDDEN.at(meta.content.span() or meta.span, directive=directive)
                break


RULE = Rule(
    title=Message(fr="Indexation permise", en="Indexing allowed"),
    what=Message(
        fr="Signale une balise robots qui interdit l’indexation (noindex, none) ou l’extrait (nosnippet).",
        en="Reports a robots tag that forbids indexing (noindex, none) or the snippet (nosnippet).",
    ),
    why=Message(
        fr="Une page marquée noindex n’apparaît pas dans Google, quel que soit son contenu : c’est souvent un reste "
        "du site d’essai.",
        en="A page marked noindex does not appear in Google, whatever it holds: often left over from a test site.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_ROBOTS,),
    applies=applies,
    check=check,
)
