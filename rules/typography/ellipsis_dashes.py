"""An ellipsis is one character, and a dash is no hyphen.

```html bad
<p>La fontaine coule, les enfants ⟦jouent...⟧ et le maire sourit.</p>
```

```markdown bad
Le ⟦maire - enfin⟧ réélu - a promis une fête.
```

```markdown suggested
Le maire – enfin réélu – a promis une fête.
```

« Etc. » has its own full stop:

```text bad
Il a fallu un seau, une barre de fer, du ciment, ⟦etc...⟧
```

```text fixed
Il a fallu un seau, une barre de fer, du ciment, etc.
```

```html good
<p>La fontaine coule… Le maire – enfin réélu – a promis une fête : le train Paris - Lyon, les pages 12 - 14,
un va-et-vient, l’option <code>--force</code>, etc.</p>
```

```html good
<p>— Vous avez trouvé ?</p>
<p>— Oui, sous le perron.</p>
```
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from seo_audit.analysis.passages import NBSP, Passage
from seo_audit.document import BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import IMPRIMERIE
from seo_audit.rule_support.typographers import sets_signs
from seo_audit.rule_support.typography import Hit, applies, grouped, report

ELLIPSIS = Fault(
    message=Message(
        fr="Trois points au lieu du signe « … »{count:|, # fois} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="Three full stops instead of an ellipsis{count:|, # times} "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Remplacez-les par le signe « … », ou laissez votre outil de publication le faire.",
        en="Replace them by the character “…”, or let your publishing tool do so.",
    ),
)
ETC = Fault(
    message=Message(
        fr="{count:# « etc. » est suivi|# « etc. » sont suivis} de points de suspension "
        "{passages:ici|dans # autres paragraphes} : « {example} ».",
        en="{count:# “etc.” is|# “etc.” are} followed by an ellipsis "
        "{passages:here|in # other paragraphs}: “{example}”.",
    ),
    advice=Message(
        fr="Écrivez « etc. », avec un seul point : il dit déjà que la liste continue.",
        en="Write “etc.”, with one full stop: it already says that the list goes on.",
    ),
)
ASIDE = Fault(
    message=Message(
        fr="{count:# trait d’union tient|# traits d’union tiennent} lieu de tiret "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# hyphen stands|# hyphens stand} for a dash "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Mettez des tirets (– ou —), ou des virgules.",
        en="Put dashes (– or —), or commas.",
    ),
)
DIALOGUE = Fault(
    message=Message(
        fr="{count:# réplique commence|# répliques commencent} par un trait d’union{count: :|, par exemple} « {example} ».",
        en="{count:# line of dialogue begins|# lines of dialogue begin} with a hyphen{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Commencez chaque réplique par un tiret (— ou –) et une espace insécable.",
        en="Begin each line with a dash (— or –) and a no-break space.",
    ),
)

DOTS = Message(
    fr="Les points peuvent tenir lieu d’autre chose : une coupure, un mot qui manque.",
    en="The full stops may stand for something else: a cut, a missing word.",
)
DASH = Message(
    fr="Le trait d’union peut être voulu, ou mieux remplacé par des virgules.",
    en="The hyphen may be meant, or commas may do better.",
)

_ETC = regex(r"\b[Ee]tc ?\.? ?(?:…|\.{2,5})(?!\.)")
# more than five are leaders in a table of contents; « /.../ » is a path
_DOTS = regex(r"(?<![./\\])\.{3,5}(?![./\\])")
_ASIDE = regex(
    r"(?<=[a-zà-öø-ÿœ»]) -{1,3} (?=[a-zà-öø-ÿœ«(])"
    r"|(?<=[a-zà-öø-ÿœ]) -{2,3} (?=[^\W\d_])"
    r"|(?<=[a-zà-öø-ÿœ.,!?])--(?=[^\W\d_])"
)
_SENTENCE = regex(r"(?:\S+\s+){7}.*[.!?…:;»\")]\s*\Z", re.DOTALL)
_LINE = regex(r"^--?[ \u00a0\u202f](?=[A-ZÀ-ÖØ-ÞŒ«])[^\n]+", re.MULTILINE)
_SAID = regex(
    r"\b(?:dit|dis|fit|répond(?:it|is)?|répliqu[ea]|demand(?:e|a|ai)|s[’']écri[ea]|repri[ts]|ajout(?:e|a|ai)"
    r"|murmur(?:e|a|ai)|cri(?:e|a|ai)|lan(?:ce|ça|çai)|soupir[ea]|insist[ea])(?:-t)?-(?:il|elle|on|je|ils|elles)\b"
)
_ENDS = (".", "?", "!", "…", ",", ";", ":")
_LONGEST = 30


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    cut = any(one.text.rstrip().endswith("...") for one in measures.passages) and is_list(document)
    signs = any("..." in one.text or "--" in one.text for one in measures.passages)
    is_set = signs and sets_signs(document, measures.disk)
    yield from report(measures.passages, partial(_find, cut=cut, is_set=is_set))
    yield from grouped(DIALOGUE, _dialogue(measures.passages), shown=0)


def _find(passage: Passage, *, cut: bool, is_set: bool) -> Iterator[tuple[Fault, Hit]]:
    """What is met in a passage.

    `cut`: a theme ends what it shows of the articles it lists with three full stops. `is_set`: the generator makes `…` of
    three full stops, and a dash of two hyphens, but only Pandoc does in the front matter.
    """
    text = passage.text
    is_set = is_set and (passage.number >= 0 or passage.document.source.is_book)
    if ".." in text or "…" in text:
        for match in _ETC.finditer(text):
            yield ETC, Hit(passage, *match.span(), changes=_full_stop(text, match))
    if "..." in text:
        for match in _DOTS.finditer(text):
            start, end = match.span()
            if (cut and not text[end:].strip()) or (is_set and end - start == _THREE):
                continue
            if not _is_code(text, start, end) and not _ETC.match(text, max(start - 3, 0)):
                doubt = None if end - start == 3 and _stands_alone(text, end) else DOTS
                yield ELLIPSIS, _with_words(passage, start, end, (start, end, "…"), doubt)
    if (
        (" -" in text or "--" in text)
        and passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        and _SENTENCE.match(text)
    ):
        for match in _ASIDE.finditer(text):
            if is_set and "--" in match[0]:
                continue
            yield ASIDE, _with_words(passage, *match.span(), (*match.span(), " – "), DASH)


_THREE = 3


def _stands_alone(text: str, end: int) -> bool:
    """Whether no word is glued behind: « jouent...et » misses more than a sign."""
    return not text[end : end + 1].isalnum()


def _full_stop(text: str, match: re.Match[str]) -> tuple[Change, ...]:
    if not _stands_alone(text, match.end()):
        return ()
    return (Change(match.start() + 3, match.end(), "."),)


def _is_code(text: str, start: int, end: int) -> bool:
    """« 1...9 », « (...args) », « [1, ...rest] »."""
    before, after = text[max(start - 2, 0) : start].rstrip(), text[end : end + 1]
    return after.isalnum() and (before[-1:].isdecimal() or before[-1:] in ("(", "[", "{", ","))


def _dialogue(judged: Sequence[Passage]) -> Iterator[Hit]:
    """Lines that begin with a hyphen and are spoken; a list typed by hand is not."""
    run: list[Hit] = []
    last = -1
    for passage in judged:
        found = _lines(passage)
        if passage.number != last + 1:
            yield from _spoken(run)
            run = []
        if found:
            run += found
        else:
            yield from _spoken(run)
            run = []
        last = passage.number
    yield from _spoken(run)


def _lines(passage: Passage) -> list[Hit]:
    text = passage.text
    if passage.block.kind is not BlockKind.PARAGRAPH or not ("\n-" in text or text[:1] == "-"):
        return []
    return [
        Hit(passage, *match.span(), changes=(_long_dash(match),), doubt=DASH)
        for match in _LINE.finditer(text)
    ]


def _long_dash(match: re.Match[str]) -> Change:
    hyphens = len(match[0]) - len(match[0].lstrip("-"))
    return Change(match.start(), match.start() + hyphens + 1, f"—{NBSP}")


def _spoken(run: Sequence[Hit]) -> Sequence[Hit]:
    lines = [hit.passage.text[hit.start : hit.end].rstrip(" \u00a0\u202f»") for hit in run]
    if 2 * sum(line.endswith(_ENDS) for line in lines) < len(lines):
        return ()  # entries of a list: people speak in sentences
    asked = [line.endswith("?") for line in lines]
    lively = any(line.endswith(("?", "!", "…", "...")) for line in lines)
    answered = len(run) > 1 and lively and not all(asked)
    return run if answered or any(_SAID.search(line) for line in lines) else ()


def _with_words(
    passage: Passage, start: int, end: int, change: tuple[int, int, str], doubt: Message | None
) -> Hit:
    """The sign with the words it touches, and what is to stand there."""
    text, first, last = passage.text, start, end
    while first and start - first < _LONGEST and _is_of_word(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < _LONGEST and _is_of_word(text[last]):
        last += 1
    return Hit(passage, first, last, changes=(Change(*change),), doubt=doubt)


def _is_of_word(char: str) -> bool:
    """« d’ailleurs » is one word."""
    return char.isalnum() or char in "’'"


RULE = Rule(
    title=Message(fr="Points de suspension et tirets", en="Ellipses and dashes"),
    what=Message(
        fr="Signale trois points tapés pour « … », et le trait d’union pour le tiret d’une incise ou d’un dialogue.",
        en="Reports three full stops typed for “…”, and hyphens for the dashes of asides and dialogue.",
    ),
    why=Message(
        fr="Le tiret et le trait d’union disent le contraire : l’un sépare, l’autre unit. C’est un usage de la "
        "langue, sans effet sur le référencement ; certains outils de publication s’en chargent.",
        en="A dash and a hyphen say opposite things: one parts, the other joins. It is a custom of the "
        "language, without effect on ranking; some publishing tools see to it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(IMPRIMERIE,),
    applies=applies,
    check=check,
)
