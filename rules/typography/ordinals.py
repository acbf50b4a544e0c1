"""Ordinals are shortened to 1er, 1re, 2e.

```html bad
<p>La ⟦1ère⟧ fontaine date du XVIIe siècle, la 2ème du siècle suivant.</p>
```

```html fixed
<p>La 1re fontaine date du XVIIe siècle, la 2e du siècle suivant.</p>
```

```markdown bad
Un lavoir du ⟦XXème⟧ siècle.
```

```html good
<p>La 1<sup>re</sup> fontaine date du XVII<sup>e</sup> siècle, la 2e du suivant, le 1er mai, le 2nd mur, la 2nde.</p>
```

The first day of a month is an ordinal, the only one:

```markdown bad
La fontaine coule depuis le ⟦1 mai⟧, et coulera jusqu’au 30 mai.
```

```markdown fixed
La fontaine coule depuis le 1er mai, et coulera jusqu’au 30 mai.
```

A television channel writes its name so:

```text good
On en parle sur Guadeloupe La 1ère.
```
"""

import re
from collections.abc import Iterator

from seo_audit.analysis.passages import Passage
from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import IMPRIMERIE, OQLF
from seo_audit.rule_support.typography import Hit, applies, report

LONG = Fault(
    message=Message(
        fr="{count:# ordinal mal abrégé|# ordinaux mal abrégés} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# ordinal|# ordinals} shortened the wrong way "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Écrivez 1er, 1re, 2e, XXe (au pluriel 1ers, 1res, 2es), les lettres en exposant si possible.",
        en="Write 1er, 1re, 2e, XXe (plural 1ers, 1res, 2es), with the letters raised if possible.",
    ),
)

FIRST = Fault(
    message=Message(
        fr="{count:# premier jour d’un mois écrit comme les autres|# premiers jours d’un mois écrits comme les autres} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# first day of a month|# first days of months} written like the others "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(fr="Écrivez 1er : le 1er mai.", en="Write 1er: le 1er mai."),
)

ODD = Message(
    fr="Relisez : est-ce bien cet ordinal ?", en="Read it again: is that the ordinal meant?"
)

_ORDINAL = regex(
    r"(?<![\w.,-])(?:1(?:i?[èée]res?|[ \u00a0\u202f]ères?)|[0-9]{1,5}[ \u00a0\u202f]?i?[èée]mes?"
    r"|[0-9]{1,5}è|I[èe]res?|[IVXLC]{1,8}(?:i?[èée]mes?|è))(?![\w’'])"
)
_MAYBE = regex(r"[0-9IVXLC]\s?i?(?:[èée][mr]e|è)")
"""What a passage holds in which `_ORDINAL` finds something: few do."""
_ENDING = regex(r"[ \u00a0\u202f]?i?[èée](?:mes?|res?)?\Z")
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_IN_MONTH = rf"[ \u00a0](?:{_MONTHS})(?!\w)"
# the digit stands first, what must stand before it next: so it is fast
_FIRST = regex(
    rf"[01](?<=\b(?:[Ll]e|[AaDd]u)[ \u00a0].)(?:(?<=0)1|(?<=1))(?={_IN_MONTH})"
    rf"|[01](?<=\b[Dd]u[ \u00a0].)(?:(?<=0)1|(?<=1))(?=[ \u00a0]au[ \u00a0][0-3]?[0-9](?:er)?{_IN_MONTH})"
)
"""The first day of a month, and no other, is an ordinal."""
_CHANNEL = regex(r"\w La \Z")


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    yield from report(measures.passages, _find)


def _find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if "1" in text:
        for match in _FIRST.finditer(text):
            change = Change(*match.span(), "1er")
            yield (
                FIRST,
                Hit(passage, match.start(), _end_of_word(text, match.end()), changes=(change,)),
            )
    if not _MAYBE.search(text):
        return
    for match in _ORDINAL.finditer(text):
        if not _CHANNEL.search(text, max(match.start() - 5, 0), match.start()):
            change, doubt = _shorter(match)
            yield LONG, Hit(passage, *match.span(), changes=(change,), doubt=doubt)


def _end_of_word(text: str, end: int) -> int:
    """Where the word after a space ends."""
    end += 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _shorter(match: re.Match[str]) -> tuple[Change, Message | None]:
    """The right ending, and what is odd where the number may be another word, or another number."""
    ending = _ENDING.search(match[0])
    assert ending  # every ordinal ends so
    short = ("re" if "r" in ending[0] else "e") + ("s" if ending[0].endswith("s") else "")
    change = Change(match.start() + ending.start(), match.end(), short)
    is_first = match[0][: ending.start()] in ("1", "I")
    return change, ODD if ending[0][0].isspace() or (is_first and short[0] == "e") else None


RULE = Rule(
    title=Message(fr="Ordinaux", en="Ordinals"),
    what=Message(
        fr="Signale « 1ère », « 2ème », « XXème », qui s’abrègent 1re, 2e, XXe.",
        en="Reports « 1ère », « 2ème », « XXème », whose short forms are 1re, 2e, XXe.",
    ),
    why=Message(
        fr="L’abréviation se fait en une ou deux lettres depuis toujours dans l’édition ; c’est un usage de la "
        "langue, sans effet sur le référencement.",
        en="Publishers have always shortened to one or two letters; it is a custom of the language, "
        "without effect on ranking.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(IMPRIMERIE, OQLF),
    applies=applies,
    check=check,
)
