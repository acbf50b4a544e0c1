"""The article declares the phrase it is to be found by.

```html bad
<h1>La haie champêtre</h1>
<p>La haie champêtre revient dans les jardins. Une haie champêtre nourrit les oiseaux.</p>
```

```markdown bad
# Le lac gelé

Le lac gelé attire les patineurs.
```

```html good @keyphrase="haie champêtre"
<h1>La haie champêtre</h1>
<p>La haie champêtre revient dans les jardins.</p>
```

```markdown good
---
seo:
  keyphrase: lac gelé
---

# Le lac gelé

Le lac gelé attire les patineurs.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Category, Fault, Finding, NoOptions, Rule, Severity

NONE = Fault(
    message=Message(
        fr="Aucune expression clé n’est déclarée. L’article semble parler de : {candidates}.",
        en="No keyphrase is declared. The article seems to be about: {candidates}.",
    ),
    advice=Message(
        fr="Déclarez-en une (option --keyphrase, ou seo.keyphrase dans l’en-tête) : les règles qui en dépendent "
        "répondront.",
        en="Declare one (option --keyphrase, or seo.keyphrase in the front matter): the rules that depend on it will "
        "answer.",
    ),
)
UNGUESSED = Fault(
    message=Message(fr="Aucune expression clé n’est déclarée.", en="No keyphrase is declared."),
    advice=NONE.advice,
)

SHOWN = 3
"""Candidates proposed."""


def applies(_document: Document, measures: Measures) -> bool:
    return measures.word_count > 0


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if measures.keyphrase:
        return
    candidates = measures.keyphrase_candidates[:SHOWN]
    if candidates:
        yield NONE.at(None, candidates=", ".join(one.phrase for one in candidates))
    else:
        yield UNGUESSED.at(None)


RULE = Rule(
    title=Message(fr="Expression clé", en="Keyphrase"),
    what=Message(
        fr="Dit qu’aucune expression clé n’est déclarée, et en propose trois tirées de l’article.",
        en="Says that no keyphrase is declared, and proposes three taken from the article.",
    ),
    why=Message(
        fr="Sans elle, une douzaine de règles n’ont rien à juger. En déclarer une n’est pas une obligation, et ne change "
        "rien au classement.",
        en="Without it a dozen rules have nothing to judge. Declaring one is no duty, and changes nothing in ranking.",
    ),
    category=Category.KEYPHRASE,
    severity=Severity.INFO,
    evidence=None,
    references=(),
    weight=0,
    applies=applies,
    check=check,
)
