"""The keyphrase comes early: in the first paragraph, or the first hundred words.

```html bad @keyphrase="pompe à chaleur" words=5
<h1>Se chauffer</h1>
⟦<p>L’hiver approche, et le fioul coûte cher.</p>⟧
<p>La pompe à chaleur tente bien des ménages.</p>
```

```text bad @keyphrase="pompe à chaleur" words=5
Se chauffer cet hiver

⟦L’hiver approche, et le fioul coûte cher à tout le monde.⟧

Les pompes à chaleur tentent bien des ménages.
```

```html good @keyphrase="pompe à chaleur" words=5
<h1>Se chauffer</h1>
<p>L’hiver approche : les pompes à chaleur tentent bien des ménages.</p>
```

Within the first hundred words, another paragraph does as well:

```markdown good @keyphrase="pompe à chaleur"
# Se chauffer

L’hiver approche.

La pompe à chaleur tente bien des ménages.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import BlockKind, Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST

ABSENT = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est ni dans le premier paragraphe ni dans les {words} premiers mots.",
        en="The keyphrase “{keyphrase}” is neither in the first paragraph nor in the first {words} words.",
    ),
    advice=Message(
        fr="Dites dès le début de quoi parle l’article, avec les mots du lecteur.",
        en="Say from the start what the article is about, in the reader’s words.",
    ),
)


class Options(Struct, frozen=True):
    words: Annotated[
        int,
        Basis(
            Message(
                fr="Convention des outils : les cent premiers mots.",
                en="A convention of the tools: the first hundred words.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 100


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and bool(measures.prose)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    assert measures.keyphrase
    number, first = (measures.opening or measures.prose)[0]
    # the h1 says it elsewhere: what counts here is the text under it
    titles = sum(
        len(words)
        for index, words in measures.words_by_block.items()
        if index < number and measures.document.blocks[index].kind is BlockKind.HEADING
    )
    for found in measures.keyphrase_occurrences:
        if found.number == number or (
            found.word < titles + options.words and found.block.kind is not BlockKind.HEADING
        ):
            return
    yield ABSENT.at(first.span, keyphrase=measures.keyphrase.text, words=options.words)


RULE = Rule(
    title=Message(fr="Expression clé au début", en="Keyphrase in the introduction"),
    what=Message(
        fr="Cherche l’expression clé dans le premier paragraphe ou les cent premiers mots.",
        en="Looks for the keyphrase in the first paragraph or the first hundred words.",
    ),
    why=Message(
        fr="Un lecteur décide en quelques secondes s’il est au bon endroit. Que la place des mots compte pour le "
        "classement n’est pas établi.",
        en="Readers decide within seconds whether they are in the right place. That the place of words "
        "matters for ranking is not established.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
