"""Versions in other languages are named well.

```html bad
<head>⟦<link rel="alternate" hreflang="fr_FR" href="https://exemple.fr/a">⟧
<link rel="alternate" hreflang="en" href="https://exemple.fr/en/a"></head>
<p>Elle coule.</p>
```

```html bad
<head><link rel="canonical" href="https://exemple.fr/a">
⟦<link rel="alternate" hreflang="en" href="https://exemple.fr/en/a">⟧</head>
<p>Elle coule.</p>
```

```html bad
<head><link rel="alternate" hreflang="fr" href="https://exemple.fr/a">⟦<link rel="alternate" hreflang="en" href="/en/a">⟧</head>
<p>Elle coule.</p>
```

```html good
<head><link rel="canonical" href="https://exemple.fr/a"><link rel="alternate" hreflang="fr" href="https://exemple.fr/a">
<link rel="alternate" hreflang="en-GB" href="https://exemple.fr/en/a"><link rel="alternate" hreflang="x-default" href="https://exemple.fr/"></head>
<p>Elle coule.</p>
```

```html bad
<head><link rel="alternate" hreflang="fr" href="https://exemple.fr/a"><link rel="alternate" hreflang="en" href="https://exemple.fr/en/a">
⟦<link rel="alternate" hreflang="EN" href="https://exemple.fr/uk/a">⟧</head>
<p>Elle coule.</p>
```

```html good
<head><link rel="alternate" hreflang="fr-CA" href="https://exemple.ca/a"></head>
<p>Elle coule.</p>
```
"""

import re
from collections.abc import Iterator

from seo_audit.document import Document, HeadLink
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import bare_address, is_absolute, is_development
from seo_audit.rule_support.page_head import outside
from seo_audit.rule_support.references import GOOGLE_HREFLANG
from seo_audit.rule_support.templates import is_template

INVALID = Fault(
    message=Message(
        fr="« {code} » n’est pas un code de langue pour hreflang.",
        en="“{code}” is not a language code for hreflang.",
    ),
    advice=Message(
        fr="Écrivez une langue, et au besoin un pays : fr, fr-CA, x-default.",
        en="Write a language, and a country if need be: fr, fr-CA, x-default.",
    ),
)
RELATIVE = Fault(
    message=Message(
        fr="L’adresse de la version « {code} » est relative.",
        en="The address of the version “{code}” is relative.",
    ),
    advice=Message(
        fr="Écrivez-la en entier, à partir de https://.", en="Write it whole, from https:// on."
    ),
)
NO_SELF = Fault(
    message=Message(
        fr="La page ne se nomme pas elle-même parmi ses versions de langue.",
        en="The page does not name itself among its language versions.",
    ),
    advice=Message(
        fr="Ajoutez un lien hreflang vers la page elle-même : sans lui, Google peut ignorer les autres.",
        en="Add a hreflang link to the page itself: without it Google may ignore the others.",
    ),
)
TWICE = Fault(
    message=Message(
        fr="La version « {code} » a deux adresses : « {first} » et « {second} ».",
        en="The version “{code}” has two addresses: “{first}” and “{second}”.",
    ),
    advice=Message(
        fr="N’en gardez qu’une par code, ou précisez le pays : en-GB, en-US.",
        en="Keep one for each code, or say the country: en-GB, en-US.",
    ),
)
DEVELOPMENT = Fault(
    message=Message(
        fr="L’adresse de la version « {code} », « {href} », est celle d’une machine de développement.",
        en="The address of the version “{code}”, “{href}”, is that of a development machine.",
    ),
    advice=Message(
        fr="Donnez son adresse publique : réglez celle du site avant de le publier.",
        en="Give its public address: set that of the site before you publish it.",
    ),
)
IN_BODY = Fault(
    message=Message(
        fr="Le lien vers la version « {code} » est dans le corps de la page, non dans son en-tête.",
        en="The link to the version “{code}” is in the page’s body, not in its head.",
    ),
    advice=Message(
        fr="Placez-le dans <head>, avant tout élément ou texte du corps : Google l’ignore ailleurs.",
        en="Put it in <head>, before any element or text of the body: Google ignores it elsewhere.",
    ),
)

_CODE = regex(r"(?:[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?|x-default)\Z", re.IGNORECASE)


_LANGUAGES = frozenset(
    (
        "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi", "bm", "bn", "bo", "br",
        "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et",
        "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht",
        "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "in", "io", "is", "it", "iu", "iw", "ja", "ji", "jv", "jw", "ka",
        "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo",
        "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mo", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl",
        "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru",
        "rw", "sa", "sc", "sd", "se", "sg", "sh", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw",
        "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi",
        "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
    )
)  # fmt: skip
"""Codes of ISO 639-1, with the withdrawn ones that are still read: a country’s is often taken for its language’s."""
_NO_COUNTRIES = frozenset({"uk", "eu", "un", "en"})
"""Reserved by ISO 3166-1 for no country of its list, and without effect with Google; « en » is a language."""


def applies(document: Document, _measures: Measures) -> bool:
    return bool(_versions(document))


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    assert document.head
    versions = _versions(document)
    misplaced = {link.span for link in outside(document, "alternate")}
    addresses: dict[str, str] = {}
    for link in versions:
        code, href = link.hreflang.strip(), link.href.value.strip()
        if is_template(code) or is_template(href):
            continue
        first = addresses.setdefault(code.lower(), href)
        if link.span in misplaced:
            yield IN_BODY.at(link.span, code=code[:40])
        elif not _is_code(code):
            yield INVALID.at(link.span, code=code[:40])
        elif not is_absolute(href):
            yield RELATIVE.at(link.span, code=code[:40])
        elif is_development(href):
            yield DEVELOPMENT.at(link.span, code=code[:40], href=shorten(href))
        elif bare_address(href) != bare_address(first):
            yield TWICE.at(link.span, code=code[:40], first=shorten(first), second=shorten(href))
    canonical = [link.href.value for link in document.head.links if "canonical" in link.rel]
    known = not any(is_template(link.href.value) for link in versions)
    if (
        canonical
        and known
        and all(bare_address(link.href.value) != bare_address(canonical[0]) for link in versions)
    ):
        yield NO_SELF.at(versions[0].span)


def _versions(document: Document) -> list[HeadLink]:
    links = document.head.links if document.head else ()
    # an alternate style sheet is no other version of the page
    return [
        link
        for link in links
        if link.hreflang and "alternate" in link.rel and "stylesheet" not in link.rel
    ]


def _is_code(code: str) -> bool:
    """Whether Google reads a code: a language of ISO 639-1, a script, a country of ISO 3166-1."""
    language, *further = code.lower().split("-")
    return (
        bool(_CODE.match(code))
        and (language == "x" or language in _LANGUAGES)
        and not _NO_COUNTRIES.intersection(further)
    )


RULE = Rule(
    title=Message(fr="Versions de langue (hreflang)", en="Language versions (hreflang)"),
    what=Message(
        fr="Signale un code de langue faux ou à deux adresses, une adresse relative ou celle d’une machine de "
        "développement, un lien hors de l’en-tête, et l’oubli de la page elle-même.",
        en="Reports a language code that is wrong or has two addresses, an address that is relative or a development "
        "machine’s, a link outside the head, and the page itself left out.",
    ),
    why=Message(
        fr="Google n’associe les versions d’une page que si chacune les nomme toutes, elle-même comprise, par des "
        "adresses complètes.",
        en="Google ties a page’s versions together only if each names them all, itself included, by full addresses.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HREFLANG,),
    applies=applies,
    check=check,
)
