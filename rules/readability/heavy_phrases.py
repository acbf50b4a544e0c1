"""Plain words stand where heavy wordings would.

```html bad
<p>⟦Afin de⟧ voir la fontaine, vous ⟦avez la possibilité de⟧ venir à pied.</p>
```

```html suggested
<p>Pour voir la fontaine, vous pouvez venir à pied.</p>
```

```markdown bad
Vous pouvez ⟦effectuer **votre demande⟧** en mairie ⟦dans le cadre d’⟧un rendez-vous.
```

Each wording is shown once, with the number of times it stands in the article:

```text bad
La fontaine coule ⟦en raison du fait que⟧ la source est haute, et elle chante en raison du fait qu’il pleut.
```

```html good
<p>Pour voir la fontaine, vous pouvez venir à pied. Demandez en mairie.</p>
```

```markdown good
Le règlement dit : « Afin de préserver la fontaine, il convient de ne pas y laver. » Le code `dans le cadre de` reste.
```
"""

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.french.expressions import Expressions, expressions
from seo_audit.french.word_lists import lines
from seo_audit.lazy import regex
from seo_audit.measures import Measures, Occurrence
from seo_audit.message import Message
from seo_audit.rule import (
    Evidence,
    Fault,
    Finding,
    Fix,
    NoOptions,
    Reference,
    Rule,
    Severity,
)
from seo_audit.rule_support.edits import Change, edits
from seo_audit.rule_support.markup import suggestion
from seo_audit.rule_support.references import PLAIN_LANGUAGE

CHARTER = Reference(
    "DITP, Simplifier le langage et les documents administratifs",
    "https://www.modernisation.gouv.fr/simplifier-la-vie-des-usagers-et-des-agents/simplifier-le-langage-et-les-documents-administratifs",
)

HEAVY = Fault(
    message=Message(
        fr="« {text} » est lourd{count:| (# fois)}.", en="“{text}” is heavy{count:| (# times)}."
    ),
    advice=Message(fr="Dites plus simplement : {simpler}.", en="Say it more plainly: {simpler}."),
)

SENTENCE = Message(
    fr="Relisez la phrase : le tour peut y avoir un autre sens.",
    en="Read the sentence again: the wording may mean something else there.",
)
_ONE_CHOICE = regex(r"[^,;…*+(|)~]+")


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    by_entry: dict[int, list[Occurrence]] = {}
    for place, number in measures.expressions(_heavy()):
        by_entry.setdefault(number, []).append(place)
    for number, (first, *others) in by_entry.items():
        finding = HEAVY.at(
            first.span, text=first.text, count=len(others) + 1, simpler=_entries()[number][1]
        )
        related = tuple(place.span for place in others if place.span)
        fix = _simpler(document, (first, *others), *_entries()[number])
        yield replace(finding, related=related, fix=fix)


def _simpler(
    document: Document, places: Iterable[Occurrence], heavy: str, simpler: str
) -> Fix | None:
    """The plain words in every place, where there is one choice of them and the wording does not vary."""
    if (
        not _ONE_CHOICE.fullmatch(heavy)
        or not _ONE_CHOICE.fullmatch(simpler)
        or simpler.startswith("le ")
    ):
        return None
    made = [
        edit
        for place in places
        for change in _change(place, heavy, simpler)
        for edit in edits(document, place.block.text, (change,))
    ]
    return suggestion(SENTENCE, *made)


def _change(place: Occurrence, heavy: str, simpler: str) -> Iterator[Change]:
    text = place.text.replace("'", "’")
    new = simpler
    if text.endswith("’"):
        # « afin d’avoir »: pour avoir; « du fait qu’il »: parce qu’il
        new = f"{simpler[:-1]}’" if simpler.endswith((" que", " de")) else f"{simpler} "
        heavy = f"{heavy[:-1]}’"
    before = place.block.text.value[max(place.start - 1, 0) : place.start]
    if text.lower() != heavy or before in ("’", "'"):
        return
    yield Change(place.start, place.end, new[0].upper() + new[1:] if text[0].isupper() else new)


@cache
def _entries() -> tuple[tuple[str, str], ...]:
    pairs = (line.split("\t") for line in lines(__package__ or "", "heavy_phrases.txt"))
    return tuple((heavy, simpler) for heavy, simpler in pairs)


@cache
def _heavy() -> Expressions:
    return expressions(heavy for heavy, _ in _entries())


RULE = Rule(
    title=Message(fr="Formules lourdes", en="Heavy wordings"),
    what=Message(
        fr="Signale les tournures administratives ou creuses, et donne les mots simples : « effectuer une demande », "
        "c’est « demander » ; « en raison du fait que », c’est « parce que ».",
        en="Reports administrative or hollow wordings and gives the plain words: « effectuer une demande » is "
        "« demander », « en raison du fait que » is « parce que ».",
    ),
    why=Message(
        fr="Le langage clair se lit plus vite et se comprend du premier coup : l’État français et la norme "
        "ISO 24495-1 le demandent aux textes adressés à tous. Google n’en dit rien.",
        en="Plain language reads faster and is understood at once: the French state and ISO 24495-1 ask it of texts "
        "addressed to everybody. Google says nothing of it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(PLAIN_LANGUAGE, CHARTER),
    applies=applies,
    check=check,
    on_in=frozenset({"langage-clair"}),
)
