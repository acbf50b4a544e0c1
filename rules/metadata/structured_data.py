"""Structured data is JSON, and says of the article what Google recommends.

```html bad
<head><script type="application/ld+json">{"@type": "Article", "headline": "La fontaine"⟦"⟧image": "f.jpg"}</script></head>
<p>Elle coule.</p>
```

```html bad
<head><script type="application/ld+json">⟦{"@context": "https://schema.org", "@type": "Article", "headline": "La fontaine"}⟧</script></head>
<p>Elle coule.</p>
```

```html bad
<head><script type="application/ld+json">⟦{"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": []}⟧</script></head>
<p>Elle coule.</p>
```

```html good
<head><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "La fontaine", "image": "https://exemple.fr/f.jpg",
"datePublished": "2026-05-04T08:00:00+02:00", "dateModified": "2026-05-05T08:00:00+02:00",
"author": {"@type": "Person", "name": "Maud Perrin", "url": "https://exemple.fr/maud"}}]}
</script></head>
<p>Elle coule.</p>
```

```html good
<head><script type="application/ld+json">
//<![CDATA[
{"@context": "https://schema.org", "@type": "WebSite", "name": "Le village"}
//]]>
</script></head>
<p>Elle coule.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document, Text
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing.structured_data import ARTICLES, read
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_ARTICLE
from seo_audit.source import Span

NOT_JSON = Fault(
    message=Message(
        fr="Ces données structurées ne sont pas du JSON : la syntaxe est fausse à cet endroit.",
        en="These structured data are not JSON: the syntax is wrong at this place.",
    ),
    advice=Message(
        fr="Corrigez la syntaxe à cet endroit : tant qu’elle est fausse, tout le bloc est ignoré.",
        en="Mend the syntax at this place: until then the whole block is ignored.",
    ),
)
MISSING = Fault(
    message=Message(
        fr="Il manque {missing} à l’article décrit ({type}).",
        en="The article described ({type}) lacks {missing}.",
    ),
    advice=Message(
        fr="Ajoutez {count:cette propriété, que Google recommande sans l’exiger|ces propriétés, que Google "
        "recommande sans les exiger}.",
        en="Add {count:this property, which Google recommends but does not require|these properties, which "
        "Google recommends but does not require}.",
    ),
)
USELESS = Fault(
    message=Message(
        fr="Le balisage {type} ne donne plus rien dans les résultats de Google.",
        en="The markup {type} no longer gives anything in Google’s results.",
    ),
    advice=Message(
        fr="Laissez-le s’il vous sert ailleurs ; n’en ajoutez pas pour Google.",
        en="Leave it if it serves you elsewhere; don’t add any for Google.",
    ),
)

ENDED = {"FAQPage", "HowTo"}
"""HowTo results ended in September 2023, FAQ results on 7 May 2026 (Google Search Central)."""

_RECOMMENDED = ("headline", "image", "datePublished", "dateModified", "author")


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None and bool(document.head.scripts)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    things, faults = read(document)
    for fault in faults:
        if not _is_filled_in(document, fault.span):
            yield NOT_JSON.at(fault.span)
    for thing in things:
        kind = ", ".join(sorted(thing.types))
        if thing.types & ARTICLES:
            missing = [name for name in _RECOMMENDED if not thing.has(name)]
            if thing.has("author"):
                author = thing.properties["author"]
                missing += [
                    f"author.{name}" for name in ("name", "url") if not _author_has(author, name)
                ]
            if missing:
                yield MISSING.at(
                    _place(thing.script),
                    Severity.INFO,
                    type=kind,
                    missing=", ".join(missing),
                    count=len(missing),
                )
        if thing.types & ENDED:
            yield USELESS.at(_place(thing.script), Severity.INFO, type=kind)


def _is_filled_in(document: Document, span: Span | None) -> bool:
    """Whether a place stands in a script that a template fills in."""
    scripts = document.head.scripts if document.head else ()
    places = ((script.value, script.span()) for script in scripts)
    return any(
        span and place.start <= span.start <= place.end and _TAG.search(value)
        for value, place in places
        if place
    )


_TAG = regex(r"\{\{-?\s*[\w.$|]|\{%|<%|<\?(?:php|=)|\$\{")


def _author_has(author: object, name: str) -> bool:
    first = author[0] if isinstance(author, list) and author else author
    if isinstance(first, str):
        return name == "name"
    if not isinstance(first, dict):
        return False
    # an @id names a thing that is told elsewhere
    said = ("@id", name) if name == "name" else ("@id", name, "sameAs")
    return any(first.get(one) for one in said)


def _place(script: Text) -> Span | None:
    """The script's content without the white space around it."""
    start = len(script.value) - len(script.value.lstrip())
    return script.span(start, len(script.value.rstrip()))


RULE = Rule(
    title=Message(fr="Données structurées", en="Structured data"),
    what=Message(
        fr="Signale des données JSON-LD mal écrites, un article sans les propriétés que Google recommande, et les "
        "balisages FAQPage et HowTo, qui ne donnent plus rien.",
        en="Reports JSON-LD that is not well written, an article without the properties Google recommends, and the "
        "markups FAQPage and HowTo, which no longer give anything.",
    ),
    why=Message(
        fr="Google lit l’auteur, les dates et l’image dans ces données. Aucune propriété n’est obligatoire, et nul "
        "balisage spécial n’est utile aux réponses des assistants.",
        en="Google reads the author, dates and image from these data. No property is required, and no special markup "
        "helps with assistants’ answers.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_ARTICLE,),
    applies=applies,
    check=check,
)
