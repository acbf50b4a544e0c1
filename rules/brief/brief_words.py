"""The article is as long as its brief asks.

```markdown bad @brief={minimum_words=20}
# La fontaine

La fontaine du village coule de nouveau depuis lundi.
```

```text bad @brief={maximum_words=8}
La fontaine coule de nouveau. Les enfants jouent ⟦autour⟧ du bassin.
```

```markdown good @brief={minimum_words=10}
# La fontaine du village

Elle coule de nouveau depuis lundi matin.
```

```html good @brief={minimum_words=3, maximum_words=5}
<p>L’été revient enfin.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Fault, Finding, NoOptions, Rule, Severity
from seo_audit.source import Span

TOO_SHORT = Fault(
    message=Message(
        fr="La commande demande {asked:au moins # mot|au moins # mots} ; l’article en compte {words}.",
        en="The brief asks for {asked:at least # word|at least # words}; the article has {words}.",
    ),
    advice=Message(
        fr="Ajoutez {missing:# mot utile|# mots utiles} au lecteur, sans remplissage.",
        en="Add {missing:# word that serves|# words that serve} the reader, without padding.",
    ),
)
TOO_LONG = Fault(
    message=Message(
        fr="La commande demande {asked:au plus # mot|au plus # mots} ; l’article en compte {words}.",
        en="The brief asks for {asked:at most # word|at most # words}; the article has {words}.",
    ),
    advice=Message(
        fr="Retirez {over:# mot|# mots} : la limite est atteinte ici.",
        en="Take away {over:# word|# words}: the limit is reached here.",
    ),
)


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    return brief is not None and not (brief.minimum_words is None and brief.maximum_words is None)


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    brief = measures.target.brief
    assert brief  # the rule applies
    words = measures.word_count
    least, most = brief.minimum_words, brief.maximum_words
    if least is not None and words < least:
        yield TOO_SHORT.at(None, asked=least, words=words, missing=least - words)
    if most is not None and words > most:
        yield TOO_LONG.at(_place(measures, most), asked=most, words=words, over=words - most)


def _place(measures: Measures, number: int) -> Span | None:
    """Where the article's word of this number stands, counted from 0."""
    for place, block in measures.counted:
        first = measures.first_words[place]
        words = measures.words_by_block[place]
        if number < first + len(words):
            return block.text.span(*words[number - first])
    return None


RULE = Rule(
    title=Message(fr="Commande : longueur", en="Brief: length"),
    what=Message(
        fr="Compare le nombre de mots à « minimum_words » et « maximum_words » de la commande.",
        en="Compares the number of words with the brief’s “minimum_words” and “maximum_words”.",
    ),
    why=Message(
        fr="C’est ce qui a été commandé. Google n’a pas de nombre de mots préféré : ce compte n’engage que la commande.",
        en="It is what was commissioned. Google has no preferred word count: this figure binds the brief alone.",
    ),
    severity=Severity.ERROR,
    evidence=None,
    references=(),
    applies=applies,
    answers=("minimum_words", "maximum_words"),
    check=check,
)
