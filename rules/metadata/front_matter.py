"""The front matter can be read, and holds what the team requires.

```markdown bad
---
title: La fontaine
⟦title⟧: Le lavoir
---

Elle coule.
```

```markdown bad required=["title", "date"]
⟦---⟧
title: La fontaine
---

Elle coule.
```

```markdown bad
---
title: La fontaine
seo:
  profile: ⟦gide⟧
---

Elle coule.
```

```markdown suggested
---
title: La fontaine
seo:
  profile: guide
---

Elle coule.
```

```markdown good required=["title", "date"]
---
title: La fontaine
date: 2026-05-04
---

Elle coule.
```

```markdown good
---
title: "La fontaine : le retour"
tags: [eau, village]
---

Elle coule.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct, field

from seo_audit.brief.profiles import PROFILES
from seo_audit.document import Document, Entry
from seo_audit.errors import nearest
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Category, Edit, Fault, Finding, Fix, Rule, Severity
from seo_audit.rule_support.declarations import place_within
from seo_audit.rule_support.markup import suggestion
from seo_audit.source import Span

MEND = Message(
    fr="Corrigez cette ligne : sans cela, le générateur du site peut échouer ou l’ignorer.",
    en="Mend this line: else the site’s generator may fail, or ignore it.",
)
MISSING = Fault(
    message=Message(
        fr="L’en-tête n’a pas la clé « {key} », que votre configuration exige.",
        en="The front matter lacks the key “{key}”, which your configuration requires.",
    ),
    advice=Message(fr="Ajoutez-la.", en="Add it."),
)
UNKNOWN_KEY = Fault(
    message=Message(
        fr="La clé « seo.{key} » n’existe pas : elle est ignorée.",
        en="The key “seo.{key}” does not exist: it is ignored.",
    ),
    advice=Message(fr="Écrivez « {near} ».", en="Write “{near}”."),
)
WRONG_KIND = Fault(
    message=Message(
        fr="« seo.{key} » devrait être {expected} : ce qui s’y trouve est ignoré.",
        en="“seo.{key}” should be {expected}: what is there is ignored.",
    ),
    advice=Message(
        fr="Corrigez cette valeur, ou supprimez la clé.", en="Mend this value, or remove the key."
    ),
)
UNKNOWN_PROFILE = Fault(
    message=Message(
        fr="« seo.profile » nomme un profil inconnu, « {name} » : il est ignoré.",
        en="“seo.profile” names an unknown profile, “{name}”: it is ignored.",
    ),
    advice=Message(
        fr="Choisissez l’un de ceux-ci : {choices}.", en="Choose one of these: {choices}."
    ),
)
NEAR_PROFILE = Fault(message=UNKNOWN_PROFILE.message, advice=UNKNOWN_KEY.advice)
UNKNOWN_RULE = Fault(
    message=Message(
        fr="« seo.disable » nomme une règle inconnue, « {name} » : elle ne fait taire personne.",
        en="“seo.disable” names an unknown rule, “{name}”: it silences nothing.",
    ),
    advice=Message(
        fr="Corrigez le nom : « seo-audit rules » donne la liste.",
        en="Mend the name: “seo-audit rules” lists them.",
    ),
)
NEAR_RULE = Fault(message=UNKNOWN_RULE.message, advice=UNKNOWN_KEY.advice)
ALIKE_ONLY = Message(
    fr="C’est le nom le plus proche : vérifiez que c’est celui que vous vouliez.",
    en="It is the nearest name: see that it is the one you meant.",
)
A_TEXT = Message(fr="un texte", en="a text")
A_NAME = Message(fr="le nom d’un profil", en="a profile’s name")
TEXTS = Message(fr="une liste de textes", en="a list of texts")
NAMES = Message(fr="une liste de noms de règles", en="a list of names of rules")
ALIKE = 0.8
"""How like one of our keys a key under `seo:` must look to be meant as it: themes have keys there, too."""


class Options(Struct, frozen=True):
    required: Annotated[
        tuple[str, ...],
        Basis(
            Message(
                fr="Les clés que votre équipe exige ; l’outil n’en exige aucune.",
                en="The keys your team requires; the tool requires none.",
            ),
        ),
    ] = field(default=())


def applies(document: Document, _measures: Measures) -> bool:
    return document.front_matter is not None


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    front_matter = document.front_matter
    assert front_matter
    is_read = bool(front_matter.problems) and _is_read_by_lines(document, measures)
    for problem in () if is_read else front_matter.problems:
        # the parser's own sentence says what is wrong
        yield Fault(problem.message, MEND).at(problem.span, None, **problem.values)
    for key in options.required:
        if front_matter.get(key.lower()) is None:
            yield MISSING.at(document.opening, key=key)
    entry = front_matter.get("seo")
    if entry and isinstance(entry.value, dict):
        yield from _own(document, entry)


def _is_read_by_lines(document: Document, measures: Measures) -> bool:
    """Whether Pelican reads it: « title: Le lac : hier et demain » is a key and its value there, and no YAML."""
    path = document.source.path
    return path is not None and any(
        measures.disk.is_file(folder / "pelicanconf.py") for folder in path.parents
    )


def _own(document: Document, entry: Entry) -> Iterator[Finding]:
    """What is wrong in the table `seo:`, as far as it is about this tool."""
    from seo_audit.brief.brief import KEYS  # noqa: PLC0415  as above

    known = ("profile", "disable", "brief", *KEYS)
    for key, value in entry.value.items():
        name = str(key).replace("-", "_")
        if name == "keyphrase" and not isinstance(value, str | None):
            yield WRONG_KIND.at(place_within(document, entry, key), key=key, expected=A_TEXT)
        elif name == "secondary" and not _is_texts(value):
            yield WRONG_KIND.at(place_within(document, entry, key), key=key, expected=TEXTS)
        elif name == "profile" and value is not None:
            yield from _profile(document, entry, key, value)
        elif name == "disable" and not _is_texts(value):
            yield WRONG_KIND.at(place_within(document, entry, key), key=key, expected=NAMES)
        elif name == "disable":
            yield from _disabled(document, entry, key, value)
        elif name not in known and (near := nearest(name, known, ALIKE)):
            place = place_within(document, entry, key)
            found = UNKNOWN_KEY.at(place, key=str(key), near=near)
            yield found.mended_by(_renamed(document, place, str(key), near))


def _renamed(document: Document, place: Span, wrong: str, near: str) -> Fix | None:
    """The name that is near, where the wrong one stands at its place as it is."""
    if document.source.text[place.start : place.end] != wrong:
        return None
    return suggestion(ALIKE_ONLY, Edit(*place, near))


def _profile(document: Document, entry: Entry, key: str, value: object) -> Iterator[Finding]:

    if not isinstance(value, str):
        yield WRONG_KIND.at(place_within(document, entry, key), key=key, expected=A_NAME)
    elif value not in PROFILES:
        near = nearest(value, PROFILES)
        place, name = place_within(document, entry, key, value), shorten(value)
        yield (
            NEAR_PROFILE.at(place, name=name, near=near).mended_by(
                _renamed(document, place, value, near)
            )
            if near
            else UNKNOWN_PROFILE.at(place, name=name, choices=", ".join(PROFILES))
        )


def _disabled(document: Document, entry: Entry, key: str, value: object) -> Iterator[Finding]:
    from seo_audit import plugins  # noqa: PLC0415  it imports this module

    known = {*plugins.rules(), *(category.value for category in Category)}
    items = value.split(",") if isinstance(value, str) else value
    assert isinstance(items, list | None)
    for item in map(str.strip, items or ()):
        if item and item.replace("_", "-") not in known:
            near = nearest(item, known)
            place = place_within(document, entry, key, item)
            name = shorten(item)
            yield (
                NEAR_RULE.at(place, name=name, near=near).mended_by(
                    _renamed(document, place, item, near)
                )
                if near
                else UNKNOWN_RULE.at(place, name=name)
            )


def _is_texts(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | None)


RULE = Rule(
    title=Message(fr="En-tête du fichier", en="Front matter"),
    what=Message(
        fr="Signale un en-tête illisible, une clé en double ou d’un type inattendu, une clé exigée qui manque, et ce "
        "qui est mal écrit sous « seo: ».",
        en="Reports a front matter that cannot be read, a key that is repeated or of an unexpected type, a required "
        "key that is missing, and what is misspelt under “seo:”.",
    ),
    why=Message(
        fr="Le générateur du site en tire le titre, la date et l’adresse : une faute s’y voit tard, ou jamais.",
        en="The site’s generator takes the title, date and address from it: a fault shows late, or never.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    options=Options,
    applies=applies,
    check=check,
)
