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

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from seo_audit.document import Document
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.front_pages import is_list

if TYPE_CHECKING:
    from seo_audit.analysis.keyphrases import Candidate

NONE = Fault(
    message=Message(
        fr="Aucune expression clé n’est déclarée. L’article semble parler de : {candidates}.",
        en="No keyphrase is declared. The article seems to be about: {candidates}.",
    ),
    advice=Message(
        fr="Déclarez-en une, dans l’en-tête (seo.keyphrase) ou en lançant l’audit : les règles qui en dépendent "
        "répondront.",
        en="Declare one, in the front matter (seo.keyphrase) or when you run the audit: the rules that depend on it will "
        "answer.",
    ),
)
UNGUESSED = Fault(
    message=Message(fr="Aucune expression clé n’est déclarée.", en="No keyphrase is declared."),
    advice=NONE.advice,
)

SHOWN = 3
"""Candidates proposed."""
LIKELY = 0.5
"""Share of a candidate’s score from which a longer one stands for it."""
_WORD = regex(r"\w+")


def applies(document: Document, measures: Measures) -> bool:
    return measures.word_count > 0 and not is_list(document)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if measures.keyphrase:
        return
    title = document.metadata.title
    apart = _apart(measures.keyphrase_candidates, title.value if title else "", measures.plain_text)
    proposed = list(islice(apart, SHOWN))
    if proposed:
        yield NONE.at(None, candidates=", ".join(proposed))
    else:
        yield UNGUESSED.at(None)


def _apart(candidates: "Sequence[Candidate]", title: str, text: str) -> Iterator[str]:
    """The candidates, best first, none of which says a part of another.

    Of one and a longer one that holds it, the longer where the title and the text have it and it is
    nearly as likely: people look for « tarte aux pommes », not for « tarte ».
    """
    told = _worded(title)
    worded = [(one, _worded(one.phrase)) for one in candidates]
    named = [(one, words) for one, words in worded if words in told]
    # the text is long, and needs no second look where the title names no two that may say the same
    written = _worded(text) if len(named) > 1 else ""
    seen: list[str] = []
    for candidate, own in worded:
        if any(own in other or other in own for other in seen):
            continue
        best = candidate.phrase
        for one, longer in named:
            if (
                own in longer
                and one.score >= LIKELY * candidate.score
                and written.count(longer) > 1
                and not any(other in longer for other in seen)
            ):
                best = max(best, one.phrase, key=len)
        seen.append(_worded(best))
        yield best


def _worded(text: str) -> str:
    """The words of a text, apart by one space, so that parts can be compared as words."""
    return f" {' '.join(_WORD.findall(plain(text)))} "


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
    severity=Severity.INFO,
    evidence=None,
    references=(),
    weight=0,
    applies=applies,
    check=check,
)
