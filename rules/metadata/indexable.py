"""The page does not forbid search engines to show it.

```html bad
<head><title>La fontaine</title><meta name="robots" content="⟦noindex, follow⟧"></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><meta name="googlebot" content="⟦nosnippet⟧"></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><meta name="robots" content="⟦unavailable_after: 2020-03-31⟧"></head>
<p>Elle coule.</p>
```

```html bad
<head><title>La fontaine</title><meta http-equiv="refresh" content="⟦0; url=/lavoir⟧"></head>
<p>Elle coule.</p>
```

```markdown bad
---
title: La fontaine
robots: ⟦noindex⟧
---

Elle coule.
```

```markdown bad
---
title: La fontaine
⟦draft⟧: true
---

Elle coule.
```

```markdown good
---
title: La fontaine
draft: false
robots: index
---

Elle coule.
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

import re
from collections.abc import Iterator, Mapping
from typing import Any

from seo_audit.document import Document, Entry, Meta
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.days import day_at_start
from seo_audit.rule_support.declarations import place_within, tables_within
from seo_audit.rule_support.front_pages import is_archive
from seo_audit.rule_support.page_head import without_scripts
from seo_audit.rule_support.references import GOOGLE_ROBOTS
from seo_audit.source import Span

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
EXPIRED = Fault(
    message=Message(
        fr="La page a demandé aux moteurs de ne plus l’afficher depuis le {day} (unavailable_after).",
        en="The page has asked search engines not to show it since {day} (unavailable_after).",
    ),
    advice=Message(
        fr="Retirez cette date, ou reculez-la, si l’article doit être trouvé.",
        en="Remove that date, or put it off, if the article is to be found.",
    ),
)
REDIRECTS = Fault(
    message=Message(
        fr="La page redirige aussitôt vers « {address} » (meta refresh) : ni les lecteurs ni Google ne la gardent.",
        en="The page redirects at once to “{address}” (meta refresh): neither readers nor Google keep it.",
    ),
    advice=Message(
        fr="Retirez cette balise si l’article doit être lu ; sinon, redirigez depuis le serveur.",
        en="Remove this tag if the article is to be read; else redirect from the server.",
    ),
)
DRAFT = Fault(
    message=Message(
        fr="L’article est un brouillon, non publié : « {key}: {value} ».",
        en="The article is a draft, not published: “{key}: {value}”.",
    ),
    advice=Message(
        fr="Changez cette ligne quand il sera prêt.", en="Change this line when it is ready."
    ),
)

_ROBOTS = ("robots", "googlebot", "bingbot")
_DIRECTIVES = ("noindex", "none", "nosnippet", "max-snippet:0")
_KEYS = frozenset(
    (
        *_ROBOTS,
        "meta_robots",
        "meta-robots",
        "metarobots",
        "robotsmeta",
        "robots_meta",
        "x_robots_tag",
        "x-robots-tag",
    )
)
"""Keys of front matter that hold what the robots tag will say."""
_SWITCHES = frozenset(
    (
        *("noindex", "no_index", "no-index", "robotsnoindex", "robots_noindex", "unlisted"),
        *(
            "seo_noindex",
            "seonoindex",
            "meta_noindex",
            "yoast_noindex",
            "donotindex",
            "do_not_index",
        ),
    )
)
"""Keys that keep a page out of search engines where they are true; `unlisted` is Docusaurus’s."""
_TABLES = frozenset(
    {"seo", "robots", "sitemap", "head", "meta", "metadata", "_build", "build", "params", "extra"}
)
_ON_INDEXING = frozenset({"seo", "robots", "meta"})
"""Tables whose `index` says whether search engines may list the page."""
_OF_A_BUILD = frozenset({"_build", "build"})
_DRAFTS = frozenset({"draft", "brouillon", "isdraft", "is_draft", "private"})
"""Keys that keep an article unpublished where they are true."""
_PUBLISHED = frozenset({"published", "publish", "dg-publish"})
"""Keys that keep an article unpublished where they are false."""
_STATUS = frozenset({"status", "statut", "post_status", "state", "visibility"})
_STATUSES = frozenset(
    {"draft", "brouillon", "private", "privé", "hidden", "pending", "scheduled", "future"}
)
_AFTER = regex(r"unavailable_after\s*:\s*", re.IGNORECASE)
_REFRESH = regex(
    r"\s*(\d{1,9}|(?=\.))[\d.]*(?:\s*[;,]|\s)\s*(?:url\s*=\s*)?[\"']?([^\"'\s][^\"']*)",
    re.IGNORECASE,
)
"""When, and where to: a comma or white space part them as well (HTML Standard, shared declarative refresh steps)."""
_AT_ONCE = 1
"""Seconds: nobody reads an article in less."""


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None or document.front_matter is not None


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if document.head:
        for meta in document.head.metas_named(*_ROBOTS):
            place = meta.content.span() or meta.span
            for found in _robots(meta.content.value, place, measures):
                # lists by author, tag or date are kept out by many on purpose: they are no article
                if found.fault is not FORBIDDEN or not is_archive(document):
                    yield found
        yield from _redirects(document, document.head.metas_named("refresh"))
    elif document.front_matter:
        for entry in document.front_matter.entries:
            yield from _declared(document, entry, measures)


def _robots(content: str, place: Span | None, measures: Measures) -> Iterator[Finding]:
    said: set[str] = set()
    # some part directives otherwise than by a comma, and mean them all
    for part in content.lower().replace(";", ",").split(","):
        said.update((part.replace(" ", ""),) if ":" in part else part.split())
    for directive in _DIRECTIVES:
        if directive in said:
            yield FORBIDDEN.at(place, directive=directive)
            return
    after = _AFTER.search(content)
    day = day_at_start(content[after.end() : after.end() + 60]) if after else None
    if day and day < measures.target.today:
        yield EXPIRED.at(place, day=day.isoformat())


def _redirects(document: Document, metas: tuple[Meta, ...]) -> Iterator[Finding]:
    """An instant redirection, unless it is for those who have no scripts."""
    if not metas:
        return
    spared = list(without_scripts(document.source.text))
    for meta in metas[:1]:
        said = _REFRESH.match(meta.content.value)
        if any(span.start <= meta.span.start < span.end for span in spared):
            continue
        if said and int(said[1] or 0) <= _AT_ONCE:
            yield REDIRECTS.at(meta.content.span() or meta.span, address=shorten(said[2].strip()))


def _declared(document: Document, entry: Entry, measures: Measures) -> Iterator[Finding]:
    """What a key of the front matter says of the page’s publication."""
    name, value = entry.key.lower(), entry.value
    place = entry.text.span() if entry.text else None
    if name in _KEYS and not isinstance(value, Mapping):
        yield from _robots(_listed(value), place or entry.span, measures)
    elif name in _SWITCHES and _is_true(value):
        yield FORBIDDEN.at(entry.span, directive=entry.key)
    elif (name in _DRAFTS and _is_true(value)) or (name in _PUBLISHED and _is_false(value)):
        yield DRAFT.at(entry.span, Severity.INFO, key=entry.key, value=_listed(value).lower())
    elif name == "redirect_to" and entry.text and entry.text.value.strip():
        yield REDIRECTS.at(place or entry.span, address=shorten(entry.text.value.strip()))
    elif name in _STATUS and _listed(value).strip().lower() in _STATUSES:
        yield DRAFT.at(entry.span, Severity.INFO, key=entry.key, value=_listed(value))
    elif name in _TABLES:
        yield from _within(document, entry, measures)


def _within(document: Document, entry: Entry, measures: Measures) -> Iterator[Finding]:
    """What a table says of robots, one level below: `seo: {noindex: true}`, or a tag in `head`."""
    for table in tables_within(entry.value):
        if str(table.get("name", "")).lower() in _ROBOTS and "content" in table:
            content = str(table["content"])
            yield from _robots(content, place_within(document, entry, "content", content), measures)
    name = entry.key.lower()
    if isinstance(entry.value, Mapping):
        for key, value in entry.value.items():
            if key.lower() in _SWITCHES and _is_true(value):
                yield FORBIDDEN.at(place_within(document, entry, key), directive=key)
            elif key == "index" and name in _ON_INDEXING and _is_false(value):
                yield FORBIDDEN.at(place_within(document, entry, key), directive="index: false")
            elif key == "render" and name in _OF_A_BUILD and (value == "never" or _is_false(value)):
                told = _listed(value).lower()
                yield DRAFT.at(
                    place_within(document, entry, key), Severity.INFO, key=key, value=told
                )
            elif key.lower() in _KEYS and isinstance(value, str | list):
                yield from _robots(_listed(value), place_within(document, entry, key), measures)


def _listed(value: Any) -> str:
    """A value as a tag would hold it."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _is_true(value: Any) -> bool:
    return (
        value is True
        or (value == 1 and isinstance(value, int))
        or (isinstance(value, str) and value.lower() in ("true", "yes", "oui"))
    )


def _is_false(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.lower() in ("false", "no", "non"))


RULE = Rule(
    title=Message(fr="Indexation permise", en="Indexing allowed"),
    what=Message(
        fr="Signale une balise robots, ou une clé de l’en-tête du fichier, qui interdit l’indexation (noindex, none, "
        "unavailable_after passé) ou l’extrait (nosnippet), et une redirection immédiate ; dit qu’un article est un "
        "brouillon.",
        en="Reports a robots tag, or a key of the front matter, that forbids indexing (noindex, none, an "
        "unavailable_after that is past) or the snippet (nosnippet), and an instant redirect; says that an article "
        "is a draft.",
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
    without_article=True,
)
