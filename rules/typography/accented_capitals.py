"""Capitals keep their accents.

```html bad
<p>L’⟦Etat⟧ a payé la fontaine, l’école et l’église. Evidemment.</p>
```

```html fixed
<p>L’État a payé la fontaine, l’école et l’église. Évidemment.</p>
```

```markdown bad
⟦A partir⟧ de lundi, elle coule.
```

```text bad
⟦Ca⟧ fait quatre ans.
```

Words that have none, acronyms and foreign names are left alone:

```html good
<p>À partir de lundi, l’État paie. Elle est à Eric, A. Martin en est sûr. ENA, EDF, Vitamine A, plan A.</p>
```

```text good
Entre l’Europe et l’Espagne, on lit « Evolution of Species ». A-t-il compris ? Eclipse et Electron sont des logiciels.
```
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from seo_audit.analysis.passages import Passage
from seo_audit.document import Document
from seo_audit.french.phrases import is_function_word
from seo_audit.french.word_lists import lines
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import ACADEMIE, IMPRIMERIE
from seo_audit.rule_support.typography import Hit, applies, report

BARE = Fault(
    message=Message(
        fr="{count:# capitale sans son accent|# capitales sans leur accent} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# capital|# capitals} without accent "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Accentuez les capitales comme les minuscules : État, École, À, Ça.",
        en="Put accents on capitals as on small letters: État, École, À, Ça.",
    ),
)

# every word of the lists begins with one of these letters; in capitals, short ones may be acronyms.
# What is looked for stands first, what must not stand before it next: so it is fast, here and below.
_WORD = regex(r"[EIOA](?<![\w@#.&].)[^\W\d_]{2,24}(?![\w@])", re.DOTALL)
_LETTER = regex(r"[AC](?<![\w@#.&'’-].)(?:(?<=A)|(?<=C)a)[ \u00a0\u202f](?=\w)", re.DOTALL)
_LETTERS = tuple(letter + space for letter in ("A", "Ca") for space in " \u00a0\u202f")
_NEXT = regex(r"l[’']|[^\W\d_]+(?:-[^\W\d_]+)*", re.IGNORECASE)
_MEASURE = regex(
    r"[0-9]{1,4}(?:h[0-9]{0,2}(?!\w)|[ \u00a0\u202f](?:ans|h|heures?|minutes|km|kilomètres|mètres|m|jours|mois|semaines|euros|€|%)(?!\w))"
)
"""« A 20 ans », « A 14 h »; « A 7 » is a motorway."""
_ARTICLE = regex(r"\b[lL][’']\Z")
_OF = regex(r"[ \u00a0\u202f](?:de|des|du|nationale?|populaire)(?!\w)|[ \u00a0\u202f]d[’']")
_NAME_BEFORE = regex(r"(?<![\w])([A-Z][a-z]{2,20})[ \u00a0]\Z")
_SAINT = regex(r"\b(?:Saint|St)-\Z")
_SAINTS = frozenset({"Etienne", "Emilion", "Evremond"})
"""First names may lack their accent; these towns’ names have it."""


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    yield from report(measures.passages, _find)


def _find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    yield from _at_words(passage)
    if any(letter in passage.text for letter in _LETTERS):
        yield from _at_letters(passage)


def _at_words(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    for match in _WORD.finditer(text):
        if not _is_in_one_case(match[0]):
            continue
        section, capital = _lists().get(match[0].lower(), ("", ""))
        if section == "word" or (section == "article" and _is_french(text, match)):
            yield BARE, _hit(passage, *match.span(), match.start(), capital)
        elif match[0] in _SAINTS:
            before = text[max(match.start() - 6, 0) : match.start()]
            if saint := _SAINT.search(before):
                start = match.start() - len(saint[0])
                yield BARE, _hit(passage, start, match.end(), match.start(), "É")


def _at_letters(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    for match in _LETTER.finditer(text):
        after = _NEXT.match(text, match.end()) or _MEASURE.match(text, match.end())
        if after is None or not passage.starts_sentence(match.start()):
            continue
        if match[0][0] == "C":
            if re.split("[’']", after[0].lower())[0] in _after("ça"):
                yield BARE, _hit(passage, match.start(), match.start() + 2, match.start(), "Ç")
        elif after[0][0].isdigit() or after[0].lower().replace("'", "’") in _after("à"):
            yield BARE, _hit(passage, match.start(), after.end(), match.start(), "À")


def _is_in_one_case(word: str) -> bool:
    """Whether it has one capital, or is all in capitals and too long for an acronym (ETAT is told, too)."""
    rest = word[1:]
    if word[0] == "A":
        return len(rest) < _LONG and rest.islower()
    return rest.islower() or (rest.isupper() and (len(word) >= _LONG or word == "ETAT"))


_LONG = 5
"""Letters of a word that is none of the many short ones in « A », and no acronym."""


def _hit(passage: Passage, start: int, end: int, at: int, capital: str) -> Hit:
    """The fault from `start` to `end`, whose letter `at` is to be another."""
    return Hit(passage, start, end, changes=(Change(at, at + 1, capital),))


def _is_french(text: str, match: re.Match[str]) -> bool:
    """Whether the words around say that this one is French: « l’Education », « Edition de 1900 »."""
    before = text[max(match.start() - 24, 0) : match.start()]
    if _ARTICLE.search(before):
        return True
    named = _NAME_BEFORE.search(before)
    # « Digital Editions de l’ordinateur »: the second word of a name
    return bool(_OF.match(text, match.end())) and (not named or is_function_word(named[1].lower()))


@cache
def _lists() -> Mapping[str, tuple[str, str]]:
    """Words with a bare first letter → their section, and the capital they should have."""
    found: dict[str, tuple[str, str]] = {}
    for section, line in _lines():
        if section in ("word", "article"):
            word, *endings = line.split()
            bare = word[0].translate(_BARE_LETTERS) + word[1:]
            told = section, word[0].upper()
            found |= dict.fromkeys((bare, *(bare + ending for ending in endings)), told)
    return found


@cache
def _after(word: str) -> frozenset[str]:
    """What may follow « À » or « Ça » where a sentence begins."""
    return frozenset(line for section, line in _lines() if section == word)


def _lines() -> Iterator[tuple[str, str]]:
    section = ""
    for line in lines(__package__ or "", "accented_capitals.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            yield section, line


_BARE_LETTERS = str.maketrans("éèêâîô", "eeeaio")


RULE = Rule(
    title=Message(fr="Capitales accentuées", en="Accented capitals"),
    what=Message(
        fr="Signale les mots dont la capitale a perdu son accent (Etat, A partir de, Ca), d’après une liste.",
        en="Reports words whose capital has lost its accent (Etat, A partir de, Ca), from a list.",
    ),
    why=Message(
        fr="L’accent a la même valeur sur une capitale ; l’Académie et l’Imprimerie nationale le demandent. Google "
        "reconnaît « Etat » et « État ».",
        en="An accent means the same on a capital; the Académie and the Imprimerie nationale ask for it. Google "
        "understands “Etat” and “État”.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(ACADEMIE, IMPRIMERIE),
    applies=applies,
    check=check,
)
