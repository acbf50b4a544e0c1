"""The keyphrase has one to four words of meaning.

```html bad @keyphrase="meilleure pompe à chaleur air eau pas chère"
<p>La pompe à chaleur tente les ménages.</p>
```

```html bad @keyphrase="c’est ce que"
<p>C’est ce que disent les ménages.</p>
```

```html good @keyphrase="pompe à chaleur air-eau"
<p>La pompe à chaleur tente les ménages.</p>
```

```markdown good @keyphrase="chaleur"
La pompe à chaleur tente les ménages.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.french.phrases import words_of_meaning
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST

LONG = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » a {words:# mot|# mots} de sens, plus que le maximum de {maximum}.",
        en="The keyphrase “{keyphrase}” has {words:# word|# words} of meaning, over the maximum of {maximum}.",
    ),
    advice=Message(
        fr="Gardez les mots que tape le lecteur ; le reste peut être une expression secondaire.",
        en="Keep the words that readers type; the rest may be a secondary keyphrase.",
    ),
)
HOLLOW = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’a aucun mot de sens.",
        en="The keyphrase “{keyphrase}” has no word of meaning.",
    ),
    advice=Message(
        fr="Déclarez une expression qui dise le sujet de l’article.",
        en="Declare a phrase that says what the article is about.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention des outils : quatre mots de sens.",
                en="A convention of the tools: four words of meaning.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 4


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    assert measures.keyphrase
    text = measures.keyphrase.text
    words = len(words_of_meaning(text))
    if not words:
        yield HOLLOW.at(None, keyphrase=shorten(text))
    elif words > options.maximum:
        yield LONG.at(None, keyphrase=shorten(text), words=words, maximum=options.maximum)


RULE = Rule(
    title=Message(fr="Longueur de l’expression clé", en="Keyphrase length"),
    what=Message(
        fr="Compte les mots de sens de l’expression clé.",
        en="Counts the keyphrase’s words of meaning.",
    ),
    why=Message(
        fr="Une expression trop longue ne se retrouve telle quelle ni dans l’article ni dans les recherches ; les règles "
        "qui s’appuient sur elle n’auraient plus de sens.",
        en="A phrase that is too long is found as it stands neither in the article nor in searches; the rules that rest "
        "on it would lose their sense.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
