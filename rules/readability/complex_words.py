"""Long and rare words are few.

```html bad minimum_words=5
<p>L’⟦opérationnalisation⟧ des ⟦interconnexions⟧ conditionne le projet.</p>
```

```text bad minimum_words=5
La ⟦photogrammétrie⟧ et la ⟦géomorphologie⟧ nous aident.
```

```html good minimum_words=5
<p>Le président a signé un accord avec son voisin sur l’énergie.</p>
```

A short text is not judged:

```markdown good
La photogrammétrie nous aide.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit import french
from seo_audit.document import Document
from seo_audit.measures import Measures, Sentence
from seo_audit.message import Message, distinct
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import YOAST

SHOWN = 5
"""Words pointed at: enough to begin with."""

SYLLABLES = 4
"""From so many syllables on a word counts as long, as in the indices of Gunning."""

RARE = Fault(
    message=Message(
        fr="« {word} » est un mot long et rare ; {share:%} des mots le sont, plus que {maximum:%}.",
        en="“{word}” is a long and rare word; {share:%} of the words are, over {maximum:%}.",
    ),
    advice=Message(
        fr="Préférez un mot courant, ou expliquez celui-ci la première fois.",
        en="Prefer a common word, or explain this one the first time.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        float,
        Basis(
            Message(
                fr="Convention : un mot sur dix. Aucune preuve d’effet.",
                en="A convention: one word in ten. No proof of effect.",
            ),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.1
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sur moins de cent mots, un nom propre de plus change tout.",
                en="Under a hundred words, one name more changes everything.",
            ),
            at_least=1,
        ),
    ] = 100


def applies(_document: Document, measures: Measures) -> bool:
    # words of another language are all rare here, those of a dummy text too
    return bool(measures.sentences) and measures.language == "fr"


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    if measures.sentence_words < options.minimum_words:
        return
    long = list(_long_words(measures))
    if len(long) <= options.maximum * measures.sentence_words:
        return  # the list of frequent words need not be read
    found = [
        (sentence, start, end)
        for sentence, start, end, word in long
        if not french.is_frequent(word)
    ]
    share = len(found) / measures.sentence_words
    if share <= options.maximum:
        return
    seen: set[str] = set()
    for sentence, start, end in found:
        word = sentence.block.text.value[start:end]
        if word.lower() not in seen and len(seen) < SHOWN:
            seen.add(word.lower())
            yield RARE.at(
                sentence.block.text.span(start, end),
                word=word,
                share=distinct(share, options.maximum),
                maximum=options.maximum,
            )


def _long_words(measures: Measures) -> Iterator[tuple[Sentence, int, int, str]]:
    """Words of many syllables, without what is elided before them, and their places."""
    for sentence in measures.sentences:
        text = sentence.block.text.value
        for index, (start, end) in enumerate(sentence.words):
            if end - start < 2 * SYLLABLES:
                continue
            if any(mark.start <= start < mark.end for mark in sentence.block.code):
                continue
            word = text[start:end]
            cut = max(word.rfind("’"), word.rfind("'")) + 1
            word = word[cut:]
            # names are no matter of style; the first word's capital says nothing
            if len(word) < 2 * SYLLABLES or (index and word[:1].isupper()) or not word.isalpha():
                continue
            if french.syllables(word) >= SYLLABLES:
                yield sentence, start + cut, end, word


RULE = Rule(
    title=Message(fr="Mots longs et rares", en="Long and rare words"),
    what=Message(
        fr="Compte les mots de quatre syllabes ou plus absents de la liste des mots courants, et signale une part trop "
        "grande.",
        en="Counts the words of four syllables or more that are not in the list of common words, and reports too "
        "large a share.",
    ),
    why=Message(
        fr="Un mot rare arrête le lecteur qui ne le connaît pas. Un article de spécialité en a besoin : c’est un indice, "
        "sans preuve d’effet.",
        en="A rare word stops readers who don’t know it. A specialist article needs them: a hint, without proof of "
        "effect.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
