"""The article speaks of all that its brief names.

```markdown bad @brief={must_mention=["sourcier", "mairie"]}
# La fontaine

Un sourcier a trouvé la fuite.
```

```html bad @brief={keyphrase="fontaine du village", secondary=["eau potable"]}
<title>⟦Une fontaine de village⟧</title>
<h1>Le bassin</h1>
<p>L’eau y est potable.</p>
```

Words are found in any of their forms:

```markdown good @brief={keyphrase="fontaine du village", must_mention=["sourcier"]}
# Les fontaines des villages

Deux sourciers les ont sauvées.
```

```text good @brief={secondary=["économie d’Asie"], must_mention=["Xi’an"]}
L’économie de l’Asie était au cœur du sommet de Xian.
```
"""

from collections.abc import Iterator

from seo_audit.brief import mentions
from seo_audit.document import Document, Text
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Fault, Finding, NoOptions, Rule, Severity

ADVICE = Message(
    fr="Parlez-en dans le texte, ou voyez-le avec la personne qui a passé la commande.",
    en="Speak of it in the text, or talk to whoever gave the brief.",
)
KEYPHRASE = Fault(
    message=Message(
        fr="La commande vise l’expression clé « {phrase} », que le texte n’emploie jamais.",
        en="The brief aims at the keyphrase “{phrase}”, which the text never uses.",
    ),
    advice=ADVICE,
)
SECONDARY = Fault(
    message=Message(
        fr="La commande demande l’expression secondaire « {phrase} », que le texte n’emploie jamais.",
        en="The brief asks for the secondary keyphrase “{phrase}”, which the text never uses.",
    ),
    advice=ADVICE,
)
MENTION = Fault(
    message=Message(
        fr="La commande demande de parler de « {phrase} », et le texte n’en dit rien.",
        en="The brief asks to speak of “{phrase}”, and the text says nothing of it.",
    ),
    advice=ADVICE,
)
ELSEWHERE = Fault(
    message=Message(
        fr="La commande demande « {phrase} » ; le texte n’en dit rien, seul ce titre ou cette description le nomme.",
        en="The brief asks for “{phrase}”; the text says nothing of it, only this title or description names it.",
    ),
    advice=ADVICE,
)
FAULTS = {"keyphrase": KEYPHRASE, "secondary": SECONDARY, "must_mention": MENTION}


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and bool(mentions.asked(brief))


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    brief = measures.target.brief
    assert brief  # the rule applies
    for key, phrase in mentions.asked(brief):
        if measures.mentions(phrase):
            continue
        named = _named(document, phrase)
        fault = ELSEWHERE if named else FAULTS[key]
        yield fault.at(named.span() if named else None, phrase=shorten(phrase))


def _named(document: Document, phrase: str) -> Text | None:
    """The title or description that names what the text does not; one with a place."""
    metadata = document.metadata
    texts = (*metadata.titles, *metadata.descriptions)
    return next((one for one in texts if one.runs and mentions.is_in(phrase, one.value)), None)


RULE = Rule(
    title=Message(fr="Commande : sujets demandés", en="Brief: what to speak of"),
    what=Message(
        fr="Cherche dans le texte l’expression clé, les expressions secondaires et « must_mention » de la commande.",
        en="Looks in the text for the brief’s keyphrase, secondary keyphrases and “must_mention”.",
    ),
    why=Message(
        fr="C’est ce qui a été commandé. Une mention suffit : la répéter n’apporte rien.",
        en="It is what was commissioned. One mention is enough: repeating it brings nothing.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    applies=applies,
    answers=("keyphrase", "secondary", "must_mention"),
    check=check,
)
