"""Worn phrases are few.

```html bad maximum=1
<p>⟦Dans un monde en constante évolution⟧, la fontaine coule. ⟦Il est important de noter qu’⟧elle chante.</p>
```

```markdown bad maximum=0
⟦Plongeons dans⟧ l’histoire de la fontaine.
```

```text good
Dans un monde en constante évolution, la fontaine coule encore, et cela fait plaisir.
```

What somebody else says is quoted as it was said:

```html good maximum=0
<p>Le maire le promet : « Une chose est sûre, la fontaine va changer la donne. »</p>
```
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.french.expressions import Expressions, expressions
from seo_audit.french.word_lists import lines
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_HELPFUL

WORN = Fault(
    message=Message(
        fr="« {text} » : formule usée ; l’article en compte {count}, plus que {maximum}.",
        en="“{text}”: a worn phrase; the article has {count}, over {maximum}.",
    ),
    advice=Message(
        fr="Supprimez-la, ou dites ce que votre sujet a de particulier.",
        en="Remove it, or say what is particular to your subject.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Convention : une formule ou deux passent inaperçues. Aucune preuve d’effet.",
                en="A convention: one or two go unnoticed. No proof of effect.",
            ),
            at_least=0,
        ),
    ] = 2


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    found = list(measures.expressions(_worn()))
    if len(found) <= options.maximum:
        return
    for place, _ in found:
        yield WORN.at(place.span, text=place.text, count=len(found), maximum=options.maximum)


@cache
def _worn() -> Expressions:
    return expressions(lines(__package__ or "", "cliche.txt"))


RULE = Rule(
    title=Message(fr="Formules usées", en="Worn phrases"),
    what=Message(
        fr="Signale les formules toutes faites quand l’article en compte trop : « dans un monde en constante "
        "évolution », « il est important de noter que », « plongeons dans ».",
        en="Reports stock phrases when the article has too many: « dans un monde en constante évolution », "
        "« il est important de noter que », « plongeons dans ».",
    ),
    why=Message(
        fr="Une formule qui va à tous les sujets ne dit rien du vôtre ; en nombre, elles trahissent un texte que "
        "personne n’a relu. Ce n’est qu’une convention, et ce n’est pas un jugement sur qui a écrit : Google "
        "demande un contenu qui apporte quelque chose, d’où qu’il vienne.",
        en="A phrase that fits any subject says nothing of yours; in numbers they betray a text that nobody "
        "reread. This is a convention only, and no verdict on who wrote: Google asks for content that adds "
        "something, wherever it comes from.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(GOOGLE_HELPFUL,),
    options=Options,
    applies=applies,
    check=check,
)
