"""The team’s own words are used: nothing it forbids, the terms it prefers.

```html bad forbidden={"solution innovante" = "formule creuse"}
<p>Nous offrons des ⟦solutions innovantes⟧ à tous.</p>
```

```markdown bad preferred={"e-mail" = "courriel", "newsletter" = "lettre d’information"}
Écrivez-nous un ⟦e-mail⟧, ou lisez nos ⟦newsletters⟧.
```

```markdown suggested
Écrivez-nous un courriel, ou lisez nos newsletters.
```

```html good preferred={"e-mail" = "courriel"}
<p>Écrivez-nous un courriel. Le champ s’appelle <code>e-mail</code>.</p>
```

Words are compared as French has it, not letter by letter:

```text good forbidden={"marche" = ""}
Le marché ouvre à huit heures.
```
"""

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Struct, field

from seo_audit.document import Document
from seo_audit.french.phrases import Phrase
from seo_audit.measures import Measures, Occurrence
from seo_audit.message import Message
from seo_audit.rule import Basis, Fault, Finding, Fix, Rule, Severity
from seo_audit.rule_support.edits import Change, edits
from seo_audit.rule_support.markup import suggestion

FORBIDDEN = Fault(
    message=Message(fr="« {text} » est à éviter.", en="“{text}” is to be avoided."),
    advice=Message(
        fr="Reformulez : la charte de votre équipe écarte « {phrase} ».",
        en="Rephrase: your team’s style rules out “{phrase}”.",
    ),
)
EXPLAINED = Fault(
    message=Message(
        fr="« {text} » est à éviter : {reason}.", en="“{text}” is to be avoided: {reason}."
    ),
    advice=FORBIDDEN.advice,
)
PREFERRED = Fault(
    message=Message(
        fr="« {text} » : votre équipe préfère « {term} ».",
        en="“{text}”: your team prefers “{term}”.",
    ),
    advice=Message(fr="Écrivez « {term} ».", en="Write “{term}”."),
)

AGREEMENT = Message(
    fr="Relisez la phrase : l’accord, l’élision ou l’article peuvent changer.",
    en="Read the sentence again: agreement, elision or article may change.",
)


class Options(Struct, frozen=True):
    forbidden: Annotated[
        Mapping[str, str],
        Basis(
            Message(
                fr="Vos expressions à éviter, et pourquoi : « solution innovante » = « formule creuse ».",
                en="Phrases of yours to avoid, and why.",
            ),
        ),
    ] = field(default_factory=dict)
    preferred: Annotated[
        Mapping[str, str],
        Basis(
            Message(
                fr="Les mots à remplacer, et par quoi : « e-mail » = « courriel ».",
                en="Words to replace, and by what.",
            ),
        ),
    ] = field(default_factory=dict)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    for phrase, reason in options.forbidden.items():
        for found in _in_prose(measures, phrase):
            text = found.block.text.value[found.start : found.end]
            if reason.strip():
                yield EXPLAINED.at(
                    found.span, text=text, phrase=phrase, reason=reason.strip().rstrip(".")
                )
            else:
                yield FORBIDDEN.at(found.span, text=text, phrase=phrase)
    for phrase, term in options.preferred.items():
        for found in _in_prose(measures, phrase):
            text = found.block.text.value[found.start : found.end]
            yield PREFERRED.at(found.span, text=text, term=term).mended_by(
                _replaced(measures.document, found, phrase, term)
            )


def _replaced(document: Document, found: Occurrence, phrase: str, term: str) -> Fix | None:
    """The term as it is listed, where the phrase stands as it is listed: forms and agreement take a person."""
    text = found.text
    if text.lower() != phrase.strip().lower() or not term.strip():
        return None
    new = term.strip()
    if text[0].isupper() and not phrase.strip()[0].isupper():
        new = new[0].upper() + new[1:]
    change = Change(found.start, found.end, new)
    return suggestion(AGREEMENT, *edits(document, found.block.text, (change,)))


def _in_prose(measures: Measures, phrase: str) -> Iterator[Occurrence]:
    if not phrase.strip():
        return
    for found in measures.find(Phrase(phrase)):
        if not measures.is_marked(found.number, found.start, found.end):
            yield found


def applies(_document: Document, measures: Measures) -> bool:
    return measures.word_count > 0


RULE = Rule(
    title=Message(fr="Charte de la maison", en="House style"),
    what=Message(
        fr="Signale les expressions que votre configuration écarte et les mots qu’elle remplace, dans toutes leurs formes.",
        en="Reports the phrases that your configuration rules out and the words it replaces, in all their forms.",
    ),
    why=Message(
        fr="C’est un choix de votre équipe : l’outil n’a pas de liste à lui.",
        en="It is your team’s choice: the tool has no list of its own.",
    ),
    severity=Severity.WARNING,
    evidence=None,
    references=(),
    options=Options,
    applies=applies,
    check=check,
)
