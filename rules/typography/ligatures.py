"""The ligature œ is written where the word has it.

```html bad
<p>Cette ⟦oeuvre⟧ est chère au coeur du village.</p>
```

```markdown bad
Elle a vu un ⟦chef-d’oeuvre⟧.

Ma ⟦Soeur⟧ aussi.
```

```markdown fixed
Elle a vu un chef-d’œuvre.

Ma Sœur aussi.
```

Some words part the two letters:

```html good
<p>L’œuvre et le cœur ; la moelle, le poêle, coexister, coefficient, le Groenland, Boèce, goéland, noël.</p>
```

```text good
Chloé et Joël jouent du hautbois ; Phoenix et Goethe s’écrivent ainsi.
```
"""

import re
from collections.abc import Iterator
from functools import cache

from seo_audit.analysis.passages import Passage
from seo_audit.document import Document
from seo_audit.french.word_lists import lines
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import IMPRIMERIE
from seo_audit.rule_support.typography import Hit, applies, report

PARTED = Fault(
    message=Message(
        fr="{count:# mot a perdu sa ligature|# mots ont perdu leur ligature} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# word has lost its ligature|# words have lost their ligature} "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="{count:Écrivez-le|Écrivez-les} avec œ (Œ en capitale) : œuvre, cœur, sœur.",
        en="Write {count:it|them} with œ (Œ as a capital): œuvre, cœur, sœur.",
    ),
)


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    yield from report(measures.passages, _find)


def _find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if "oe" not in text and "OE" not in text and "Oe" not in text:
        return
    for match in _words().finditer(text):
        changes = tuple(
            Change(match.start() + letters.start(), match.start() + letters.end(), ligature)
            for letters in _LETTERS.finditer(match[0])
            for ligature in ("Œ" if letters[0][0] == "O" else "œ",)
        )
        yield PARTED, Hit(passage, *match.span(), changes=changes)


_LETTERS = regex("oe", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    """What finds a word of the list, with a part joined before it: « chef-d’œuvre »."""
    words = []
    for line in lines(__package__ or "", "ligatures.txt"):
        word, *endings = line.split()
        parted = word.replace("œ", "oe")
        if endings:
            parted += f"(?:{'|'.join(ending.lstrip('-') for ending in endings)})?"
        words.append(parted.replace("*", r"\w{0,12}"))
    joined = r"(?:chefs?|mains?|hors|maître|grands?|gens)(?:-|-d[’'])"
    return re.compile(rf"(?<![\w@#])(?:{joined})?(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


RULE = Rule(
    title=Message(fr="Ligatures", en="Ligatures"),
    what=Message(
        fr="Signale les mots qui s’écrivent avec œ et qui portent « oe », d’après une liste.",
        en="Reports words that are written with œ and have “oe”, from a list.",
    ),
    why=Message(
        fr="Dans ces mots, œ est une lettre : « coeur » est une faute d’orthographe. Google reconnaît les deux.",
        en="In these words œ is a letter: “coeur” is a spelling mistake. Google understands both.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(IMPRIMERIE,),
    applies=applies,
    check=check,
)
