"""The last part of the address is short, plain and telling.

```markdown bad
---
title: La fontaine
slug: ⟦La_Fontaine_Réparée⟧
---

Elle coule de nouveau.
```

```html bad
<link rel="canonical" href="https://exemple.fr/⟦et-de-la⟧">
<title>La fontaine</title>
```

```markdown good
---
title: La fontaine
slug: la-fontaine-reparee
---

Elle coule de nouveau.
```

```html good
<link rel="canonical" href="https://exemple.fr/village/fontaine-reparee.html">
<title>La fontaine</title>
```
"""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.french.phrases import is_function_word
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.addresses import decoded, host
from seo_audit.rule_support.front_pages import is_archive, is_note, lies_among_notes
from seo_audit.rule_support.languages import first_code
from seo_audit.rule_support.references import GOOGLE_URLS, YOAST
from seo_audit.rule_support.templates import is_known

LONG = Fault(
    message=Message(
        fr="Adresse (slug) de {characters} caractères, plus que le maximum de {maximum}.",
        en="Slug of {characters} characters, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Gardez-y les mots qui disent le sujet ; si elle est déjà publiée, redirigez l’ancienne.",
        en="Keep the words that say the subject; if it is published, redirect the old one.",
    ),
)
HYPHENS = Message(
    fr="Écrivez-la en minuscules sans accent, mots séparés par des tirets ; si elle est déjà publiée, redirigez "
    "l’ancienne.",
    en="Write it in lower case without accents, words apart by hyphens; if it is published, redirect the old one.",
)
CAPITALS = Fault(
    message=Message(
        fr="L’adresse (slug) « {slug} » contient des capitales.",
        en="The slug “{slug}” holds capitals.",
    ),
    advice=HYPHENS,
)
UNDERSCORES = Fault(
    message=Message(
        fr="L’adresse (slug) « {slug} » contient des tirets bas.",
        en="The slug “{slug}” holds underscores.",
    ),
    advice=HYPHENS,
)
ACCENTS = Fault(
    message=Message(
        fr="L’adresse (slug) « {slug} » contient des accents ou d’autres signes hors ASCII.",
        en="The slug “{slug}” holds accents or other signs beyond ASCII.",
    ),
    advice=HYPHENS,
)
SPACES = Fault(
    message=Message(
        fr="L’adresse (slug) « {slug} » contient des espaces.", en="The slug “{slug}” holds spaces."
    ),
    advice=HYPHENS,
)
EMPTY_WORDS = Fault(
    message=Message(
        fr="L’adresse (slug) « {slug} » ne contient aucun mot de sens.",
        en="The slug “{slug}” holds no word of meaning.",
    ),
    advice=Message(
        fr="Mettez-y les mots qui disent le sujet.", en="Put in the words that say the subject."
    ),
)

_EXTENSION = regex(r"\.(?:s?html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_ASKING = frozenset({"qui", "quoi", "comment", "pourquoi", "quand", "combien"})
_SIGNS = (
    (regex(r"[A-ZÀ-ÖØ-Þ]"), CAPITALS),
    (regex(r"_"), UNDERSCORES),
    (regex(r"[^\x00-\x7f]"), ACCENTS),
    (regex(r"\s"), SPACES),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention des outils : soixante-quinze caractères se lisent d’un coup d’œil.",
                en="A convention of the tools: seventy-five characters are read at a glance.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 75


def applies(document: Document, measures: Measures) -> bool:
    slug = document.metadata.slug
    if (
        slug
        and not slug.runs
        and document.format == "markdown"
        and is_note(document, measures.disk)
    ):
        return False  # the name of a note is a title: what publishes it makes an address of it
    if slug and not slug.runs and _presents_a_folder(document, measures):
        return False
    return is_known(slug) and bool(slug and slug.value.strip("/ ")) and not _is_another_s(document)


_READ_AS_INDEX = (
    *("SUMMARY.md", ".gitbook.yaml", "_config.yml", "mkdocs.yml", "docusaurus.config.js"),
    *("docusaurus.config.ts", ".vuepress/config.js", ".vuepress/config.ts"),
)


def _presents_a_folder(document: Document, measures: Measures) -> bool:
    """Whether a README tells of a folder of programs: no generator around it makes an address of the folder's name."""
    path = document.source.path
    return (
        path is not None
        and path.stem.lower() == "readme"
        and not any(
            measures.disk.is_file(folder / name)
            for folder in path.absolute().parents
            for name in _READ_AS_INDEX
        )
    )


def _is_another_s(document: Document) -> bool:
    """Whether a page names the address of another site as its own, from which it was taken: its images tell where it is."""
    head, path = document.head, document.source.path
    slug = document.metadata.slug
    if head is None or path is None or slug is None or head.metas_named("og:url"):
        return False
    addresses = [link.href.value for link in head.links if "canonical" in link.rel]
    images = [meta.content.value for meta in head.metas_named("og:image")]
    hosts = [{_site(address) for address in found} - {""} for found in (addresses, images)]
    if not all(hosts) or not hosts[0].isdisjoint(hosts[1]):
        return False
    name = path.parent.name if path.stem == "index" else path.stem
    return name.casefold() != _EXTENSION.sub("", slug.value).casefold()


def _site(address: str) -> str:
    """The last two parts of an address's host: images may stand on a host of their own."""
    return ".".join((host(address) or "").split(".")[-2:])


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    found = list(_faults(document, options))
    slug = document.metadata.slug
    if found and not (slug and not slug.runs and lies_among_notes(document, measures.disk)):
        yield from found


def _faults(document: Document, options: Options) -> Iterator[Finding]:
    slug = document.metadata.slug
    assert slug
    # an extension is the server's
    name = _EXTENSION.sub("", slug.value)
    text = decoded(name)
    place = slug.span(0, len(name))
    if len(text) > options.maximum:
        yield LONG.at(place, characters=len(text), maximum=options.maximum)
    fault = next((fault for signs, fault in _SIGNS if signs.search(text)), None)
    if fault:
        yield fault.at(place, slug=shorten(text))
    words = [word for word in re.split(r"[\W_]+", text) if word]
    if (
        words
        and all(len(word) == 1 or is_function_word(word.lower()) for word in words)
        and not _VERSION.fullmatch(_EXTENSION.sub("", text))
        and not _says_the_subject(document, words)
    ):
        yield EMPTY_WORDS.at(place, slug=shorten(text))


_VERSION = regex(r"v?\d{1,4}(?:\.\d{1,4}){1,3}", re.IGNORECASE)
"""« /coffre/version/3.0 »: what it is a version of stands in the folders above."""


def _says_the_subject(document: Document, words: Sequence[str]) -> bool:
    """Whether an address without words of meaning is no riddle: `qui-suis-je` asks, `page/2` counts, `/en/` is in English."""
    if len(words) == 1:
        language = document.metadata.language
        code = first_code(language.value) if language else ""
        return words[0].lower() == code or is_archive(document)
    return not _ASKING.isdisjoint(word.lower() for word in words)


RULE = Rule(
    title=Message(fr="Adresse de la page (slug)", en="Slug"),
    what=Message(
        fr="Signale une adresse longue, avec des capitales, des accents ou des tirets bas, ou faite de mots vides.",
        en="Reports a slug that is long, holds capitals, accents or underscores, or is made of empty words.",
    ),
    why=Message(
        fr="Google demande des adresses lisibles, aux mots séparés par des tirets. La limite de longueur est une "
        "convention des outils. Ne changez pas pour cela une adresse déjà publiée sans la rediriger.",
        en="Google asks for readable addresses, with words apart by hyphens. The limit of length is a convention of "
        "the tools. Don’t change a published address for that without a redirect.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_URLS, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
