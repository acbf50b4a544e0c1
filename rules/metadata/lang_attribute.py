"""The page says its language, and says it right.

```html bad
⟦<html>⟧<head><title>La fontaine</title></head>
<body><p>La fontaine du village coule de nouveau.</p></body></html>
```

```html bad
<html lang="⟦en⟧"><head><title>La fontaine</title></head>
<body><p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p></body></html>
```

```html suggested
<html lang="fr"><head><title>La fontaine</title></head>
<body><p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p></body></html>
```

```html bad
<html lang="⟦français⟧"><head><title>La fontaine</title></head>
<body><p>La fontaine du village coule de nouveau.</p></body></html>
```

```html good
<html lang="fr-CA"><head><title>La fontaine</title></head>
<body><p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p></body></html>
```

```html good
<html lang="fr"><head><title>La fontaine</title></head><body><h1>La fontaine</h1></body></html>
```
"""

import re
from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    Fix,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.languages import contradicts, first_code, language_of_tag
from seo_audit.rule_support.markup import suggestion, with_attribute
from seo_audit.rule_support.references import HTML, rgaa
from seo_audit.rule_support.templates import is_template

MISSING = Fault(
    message=Message(
        fr="La page ne dit pas sa langue (attribut lang de <html>).",
        en="The page does not say its language (attribute lang of <html>).",
    ),
    advice=Message(
        fr="Ajoutez l’attribut lang, « fr » pour un texte français.",
        en="Add the attribute lang, “fr” for a French text.",
    ),
)
INVALID = Fault(
    message=Message(
        fr="« {tag} » n’est pas un code de langue.", en="“{tag}” is not a language code."
    ),
    advice=Message(
        fr="Écrivez un code tel que « fr » ou « fr-CA ».",
        en="Write a code such as “fr” or “fr-CA”.",
    ),
)
LONG = Fault(
    message=Message(
        fr="« {tag} » n’est pas la forme courte que HTML demande pour cette langue.",
        en="“{tag}” is not the short form that HTML asks for this language.",
    ),
    advice=Message(fr="Écrivez « {short} ».", en="Write “{short}”."),
)
UNDERSCORE = Fault(
    message=Message(
        fr="« {tag} » n’est pas un code de langue pour HTML : un trait d’union y sépare la langue du pays.",
        en="“{tag}” is not a language code for HTML: a hyphen parts language and country.",
    ),
    advice=Message(fr="Écrivez « {right} ».", en="Write “{right}”."),
)
WRONG = Fault(
    message=Message(
        fr="La page se dit en « {tag} », mais son texte est en « {language} ».",
        en="The page says “{tag}”, but its text is in “{language}”.",
    ),
    advice=Message(
        fr="Corrigez l’attribut lang, ou la langue du texte.",
        en="Mend the attribute lang, or the language of the text.",
    ),
)
FROM_TEXT = Message(
    fr="La langue est devinée d’après le texte.", en="The language is guessed from the text."
)

ENOUGH_WORDS = 15
"""Under fifteen words, names and titles mislead the detection."""

_TAG = regex(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)
"""The shape of BCP 47 tags that begin with an ISO 639 code."""


def applies(document: Document, _measures: Measures) -> bool:
    return document.head is not None


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = document.head
    assert head
    tag = head.lang.value.strip() if head.lang else ""
    if not tag:
        yield MISSING.at(head.html_span or head.span).mended_by(_told(document, measures))
    elif is_template(tag):
        return
    elif not _TAG.fullmatch(tag.replace("_", "-")):
        found = INVALID.at(head.lang.span() if head.lang else None, tag=tag)
        yield found.mended_by(_told(document, measures))
    elif "_" in tag:
        place = head.lang.span() if head.lang else None
        yield UNDERSCORE.at(place, Severity.WARNING, tag=tag, right=tag.replace("_", "-"))
    elif (short := language_of_tag(tag)) != (long := first_code(tag)):
        found = LONG.at(
            head.lang.span() if head.lang else None,
            Severity.WARNING,
            tag=tag,
            short=short + tag[len(long) :],
        )
        yield found.mended_by(_told(document, measures))
    elif contradicts(tag, language := _of_unmarked(measures)) and not _is_of_names(measures):
        found = WRONG.at(
            head.lang.span() if head.lang else None,
            Severity.WARNING,
            tag=tag,
            language=language,
        )
        yield found.mended_by(_told(document, measures))


def _of_unmarked(measures: Measures) -> str:
    """The language of what says of itself no other than the page; "und" where that is too little to tell."""
    own = [number for number, block in measures.prose if not block.language]
    if sum(len(measures.words_by_block[number]) for number in own) < ENOUGH_WORDS:
        return "und"
    if len(own) == len(measures.prose):
        return measures.language
    return measures.language_of(own)


def _is_of_names(measures: Measures) -> bool:
    """Whether two words in three have a capital: those of a committee are names and towns, in no language."""
    capitals = total = 0
    for number, block in measures.prose:
        text, words = block.text.value, measures.words_by_block[number]
        capitals += sum(text[start].isupper() for start, _ in words)
        total += len(words)
    return 3 * capitals > 2 * total


def _told(document: Document, measures: Measures) -> Fix | None:
    """The attribute as the text has it, where it is long enough to tell."""
    html = document.head and document.head.html_span
    if not html or measures.language == "und" or measures.sentence_words < ENOUGH_WORDS:
        return None
    return suggestion(FROM_TEXT, with_attribute(document, html.start, "lang", measures.language))


RULE = Rule(
    title=Message(fr="Langue déclarée", en="Declared language"),
    what=Message(
        fr="Signale une page qui ne dit pas sa langue, ou qui en dit une autre que celle du texte.",
        en="Reports a page that does not say its language, or says another than that of its text.",
    ),
    why=Message(
        fr="Un lecteur d’écran prononce selon la langue déclarée ; les navigateurs s’en servent pour traduire et "
        "pour couper les mots. Google, lui, reconnaît la langue au texte.",
        en="A screen reader pronounces by the declared language; browsers use it to translate and to "
        "hyphenate. Google, for its part, tells the language from the text.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(rgaa("8.3"), rgaa("8.4"), HTML),
    applies=applies,
    check=check,
)
