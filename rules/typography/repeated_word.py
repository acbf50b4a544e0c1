"""No word is typed twice.

```html bad
<p>La fontaine ⟦de de⟧ la place coule.</p>
```

```html suggested
<p>La fontaine de la place coule.</p>
```

```markdown bad
Elle coule ⟦depuis
depuis⟧ lundi.
```

```markdown suggested
Elle coule depuis
lundi.
```

```text bad
La fontaine est sur ⟦la la⟧ place.
```

Some words stand twice by right:

```html good
<p>Nous nous levons, vous vous taisez : il va le faire faire. Boum boum ! Oui, oui.</p>
```

```text good
Il a vu New York, Bora Bora, les pages 12 12 et l’est, est-ce vrai ? L’Est est loin. Oh la la ! À la queue leu leu,
on lit les Mémoires de de Gaulle.
```
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from seo_audit.analysis.passages import SPACES, Passage
from seo_audit.document import Document
from seo_audit.french.frequency import is_frequent
from seo_audit.french.word_lists import lines, plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import LANGUAGETOOL
from seo_audit.rule_support.typography import Hit, applies, report
from seo_audit.source import Span, merged, touches

TWICE = Fault(
    message=Message(
        fr="{count:# mot écrit|# mots écrits} deux fois de suite "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# word|# words} written twice running "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(fr="Supprimez l’un des deux.", en="Remove one of the two."),
)

MEANT = Message(
    fr="L’un des deux tient peut-être lieu d’un autre mot.",
    en="One of the two may stand for another word.",
)

_MAYBE = regex(r"\b((?:\w{1,2}\W)?[^\W\d_]++)\s++\1\b", re.IGNORECASE)
"""What a passage holds in which `_TWICE` or `_ELIDED` finds something: few do."""
_EDGE = r"[\w’'\u02bc\u0300-\u036f\u00ad·-]"
_TWICE = regex(rf"(?<!{_EDGE})([^\W\d_]+)[{SPACES}]+(\1)(?!{_EDGE})", re.IGNORECASE)

_SIGH = regex(
    rf"\b(?:o+h?|ho|ouh+|ooh|a+h|hou|houla|tra|tro|you|ouille)[{SPACES},]+\Z", re.IGNORECASE
)
"""« Oh la la », « tra la la »."""
_PARTICLE = regex(
    rf"[{SPACES}](?:Gaulle|Funès|Villepin|Villiers|Rugy|Beauvoir|Nerval|Niro|Palma|Kooning|Chirico|Sica|Broglie|Vries|Bruyne)\b"
)
"""Names that keep their « de » after « de »: « les Mémoires de de Gaulle »."""
_GERUND = regex(
    rf"[{SPACES}](?:l['’\u02bc])?(?!(?:av|inst|enf|diam)ant(?!\w))[^\W\d_]{{2,30}}ant(?!\w)"
)
"""What follows « en » and its own « en »: « on vérifie le sirop en en versant sur une assiette »."""
_CLAUSE = regex(
    rf"(?<!\w)(?:(?:ce|celui|celle|ceux|celles)[{SPACES}](?:qui(?:[{SPACES}](?:l[ea]|les|y|en))?|(?:qu['’\u02bc]|que[{SPACES}]l['’\u02bc])(?:ils?|elles?|on)(?:[{SPACES}]y)?)"
    rf"|où[{SPACES}](?:l['’\u02bc])?(?:ils?|elles?|on)"
    rf"|qui[{SPACES}](?:l[ea]|les|y|en))[{SPACES}]\Z",
    re.IGNORECASE,
)
"""A clause that its verb ends: « ce qui est est bon », « ce qu’elle a a du prix », « ceux qui le sont sont heureux »."""
_ELIDED = regex(
    rf"(?<!{_EDGE})((?:[cdjlmnst]|qu)['’\u02bc][^\W\d_]+)[{SPACES}]+(\1)(?!{_EDGE})", re.IGNORECASE
)
_WHAT_IT_IS = regex(rf"(?:que|qui|quoi|comme)[{SPACES}]\Z", re.IGNORECASE)
"""« ce que c’est c’est un four »: said so, with a comma left out."""
_END_A_CLAUSE = frozenset(
    {"a", "ont", "est", "sont", "était", "étaient", "fut", "avait", "avaient"}
)
_LITTLE = regex(rf"[{SPACES}]peu(?!\w)")
_GRAMMAR = frozenset(
    {
        "de",
        "du",
        "des",
        "le",
        "les",
        "et",
        "une",
        "dans",
        "par",
        "pour",
        "sur",
        "que",
        "qui",
        "au",
        "aux",
        "avec",
        "en",
    }
)
"""Words that stand in no name twice: in a line of capitals too, they are slips."""
_NEVER_SUNG = frozenset({"de", "du", "des", "les", "une", "au", "aux"})
"""Words that nobody says three times over on purpose."""
_CAPITALS = regex(rf"[{SPACES}](?:[LD]['’\u02bc])?[A-ZÀ-ÖØ-Þ]{{2}}")


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    names = _Names(measures)

    def find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
        if not _MAYBE.search(passage.text):
            return
        block = passage.block
        emphasis = merged((mark.start, mark.end) for mark in block.emphasis)
        alone = {(mark.start, mark.end) for mark in (*block.emphasis, *block.strong)}
        for match in _TWICE.finditer(passage.text):
            if (
                _is_slip(passage, match)
                and not passage.is_interrupted(document, *match.span())
                and not names.holds(match, emphasis)
                # « le mot *de* de la phrase » is about the first
                and match.span(1) not in alone
            ):
                change = _without_one(passage, document, match)
                yield TWICE, Hit(passage, *match.span(), changes=(change,), doubt=MEANT)
        for match in _ELIDED.finditer(passage.text):
            if not (_is_mention(match) or _is_what_it_is(match)):
                change = _without_one(passage, document, match)
                yield TWICE, Hit(passage, *match.span(), changes=(change,), doubt=MEANT)

    yield from report(measures.passages, find)


class _Names:
    """Names made of a word twice, as « curly curly »: set in italics or said again, and the word never stands alone."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        """How often each word stands by itself, and how often twice running."""
        text = self._measures.plain_text
        twice = Counter(match[1] for match in _TWICE.finditer(text))
        alone = Counter(re.findall(r"\w+", text))
        alone.subtract({word: 2 * times for word, times in twice.items()})
        return alone, twice

    def holds(self, match: re.Match[str], emphasis: Sequence[Span]) -> bool:
        if is_frequent(match[1].lower()):
            return False
        alone, twice = self._counts
        word = plain(match[1])
        start, end = match.span()
        marked = touches(emphasis, start, start + 1) and touches(emphasis, end - 1, end)
        return alone[word] <= 0 and (marked or twice[word] > 1)


def _without_one(passage: Passage, document: Document, match: re.Match[str]) -> Change:
    """One of the two goes: the second, or the first where a line ends between them."""
    span = passage.span(match.end(1), match.start(2))
    if span and "\n" in document.source.text[span.start : span.end]:
        behind = match.end(2) + passage.text.startswith(" ", match.end(2))
        return Change(match.start(2), behind, "")
    return Change(match.end(1), match.end(2), "")


def _is_slip(passage: Passage, match: re.Match[str]) -> bool:
    first, second = match[1], match[2]
    if first.lower() in _may_repeat() or (len(first) == 1 and first not in "àyÀYaA"):
        return False
    text, end = passage.text, match.end()
    # « la la la » is a song, « de de de » is none
    sung = first.lower() not in _NEVER_SUNG
    if sung and re.match(rf"[{SPACES}]+{re.escape(second)}\b", text[end : end + 40], re.IGNORECASE):
        return False
    before = text[max(0, match.start() - len(second) - 2) : match.start()]
    if before.lower().split() == [second.lower()]:
        return False
    sighs = first == "la" and _SIGH.search(text, max(0, match.start() - 8), match.start())
    follows = {"de": _PARTICLE, "en": _GERUND}.get(first.lower())
    if (
        sighs
        or (follows and follows.match(text, end))
        or _is_right(match)
        or _is_mention(match)
        or _is_cry(passage, match)
        or (
            first in ("a", "A")
            and _LETTERED.search(text, max(match.start() - 20, 0), match.start())
        )
    ):
        return False
    return _is_no_name(passage, match)


def _is_cry(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the two words are all that stands between two stops: « Surprise surprise : », « patience patience ! »."""
    if (
        match[1].lower() in _GRAMMAR
        or len(match[1]) < 3
        or not _STOPS.match(passage.text, match.end())
    ):
        return False
    return passage.starts_sentence(match.start()) or bool(
        _AFTER_COMMA.search(passage.text, max(match.start() - 3, 0), match.start())
    )


_STOPS = regex(rf"[{SPACES}]?[!?:…,.;»)]")
_AFTER_COMMA = regex(rf"[,;:(–—][{SPACES}]?\Z")


def _is_mention(match: re.Match[str]) -> bool:
    """Whether the two words are all that stands between quotation marks: « écrire « de de » est une faute »."""
    text = match.string
    return bool(
        _OPENS.search(text, max(match.start() - 2, 0), match.start())
        and _CLOSES.match(text, match.end())
    )


_OPENS = regex(rf"[«“\"][{SPACES}]?\Z")
_CLOSES = regex(rf"[{SPACES}]?[»”\"]")


_LETTERED = regex(
    rf"(?:chlorophylles?|phycocyanines?|vitamines?|hépatites?|groupes?|types?|classes?|options?|points?|lettres?|variables?|cas)[{SPACES}]\Z",
    re.IGNORECASE,
)
"""What bears a letter for a name: « la chlorophylle a a un groupe de plus »."""


def _is_what_it_is(match: re.Match[str]) -> bool:
    return match[1].lower().startswith("c") and bool(
        _WHAT_IT_IS.search(match.string, max(match.start() - 6, 0), match.start())
    )


def _is_no_name(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a word twice running is no name such as « Duran Duran », « Bora Bora », « Vulpes vulpes »."""
    first, second = match[1], match[2]
    if first.isupper() and second.isupper() and first.lower() in _GRAMMAR:
        return bool(_CAPITALS.match(passage.text, match.end()))
    if second[0].isupper() or (len(first) > 1 and first.isupper()):
        return False  # so may anything in capitals; « les opérateurs ET et OU » name one
    return first[0].islower() or (passage.starts_sentence(match.start()) and is_frequent(second))


def _is_right(match: re.Match[str]) -> bool:
    """Whether grammar puts a word twice: « tout ce qui est est bon », « il y en a un un peu plus loin »."""
    word, text = match[1].lower(), match.string
    if word == "un":
        return bool(_LITTLE.match(text, match.end()))
    return word in _END_A_CLAUSE and bool(
        _CLAUSE.search(text, max(match.start() - _FARTHEST, 0), match.start())
    )


_FARTHEST = 90
"""Characters before a verb in which its clause may begin."""


@cache
def _may_repeat() -> frozenset[str]:
    return frozenset(
        word for line in lines(__package__ or "", "repeated_word.txt") for word in line.split()
    )


RULE = Rule(
    title=Message(fr="Mots répétés", en="Repeated words"),
    what=Message(
        fr="Signale un mot écrit deux fois de suite (« de de ») ; pas « nous nous » ni « faire faire ».",
        en="Reports a word written twice running (« de de »); not « nous nous » nor « faire faire ».",
    ),
    why=Message(
        fr="C’est presque toujours une faute de frappe, que l’œil ne voit pas à la relecture.",
        en="It is nearly always a slip, which the eye does not see when rereading.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(LANGUAGETOOL,),
    applies=applies,
    check=check,
)
