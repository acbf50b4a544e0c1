"""An acronym is spelt out once.

```html bad
<p>Le ⟦SIVU⟧ du lac a refait la fontaine. Le SIVU paie tout.</p>
```

```text bad
La source dépend de la ⟦DREAL⟧ et du maire.
```

```html good
<p>Le syndicat intercommunal à vocation unique (SIVU) a refait la fontaine. Le SIVU paie tout.</p>
```

```markdown good
La DREAL (Direction régionale de l’environnement) surveille la source. L’ONU et la SNCF n’y sont pour rien, ni Louis XIV.
```

Capitals that shout are no acronyms:

```html good
<p>ENTRÉE INTERDITE AUX CHIENS, dit le panneau signé Jean MARTIN.</p>
```
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from seo_audit.document import BlockKind, Document
from seo_audit.french.phrases import is_function_word
from seo_audit.french.word_lists import lines
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import PLAIN_LANGUAGE, wcag

UNEXPLAINED = Fault(
    message=Message(
        fr="« {acronym} » n’est développé nulle part{count:| (il figure # fois)}.",
        en="“{acronym}” is spelt out nowhere{count:| (it stands # times)}.",
    ),
    advice=Message(
        fr="Écrivez-le en toutes lettres la première fois, le sigle entre parenthèses : « Organisation des Nations "
        "unies (ONU) ».",
        en="Write it in full the first time, with the acronym in brackets: « Organisation des Nations unies (ONU) ».",
    ),
)

_CAPITALS = "A-ZÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒ"
# a word all in capitals, with or without full stops; no digit, hyphen or letter touches it
_ACRONYM = regex(
    rf"(?<![\w&@#$%/.\\-])(?:[{_CAPITALS}]{{2,6}}|(?:[{_CAPITALS}]\.){{2,6}})(?![\w&@/\\-]|[.’'][\w])"
)
_ROMAN = regex(r"[IVXLCDM]+\Z")
_CAPITAL_WORD = regex(rf"[{_CAPITALS}][{_CAPITALS}'’-]+\Z")
_NAME = regex(rf"[{_CAPITALS}][a-zà-ÿ’'-]+\Z")
_GLOSS_AFTER = regex(
    r"\s?(?:\(\s?[«“\"]?\s?[^\W\d_]{2,}[^()]*\s[^()]*\)|[,:–—]\s?(?:ou |c[’']est-à-dire |pour |les? |la |l[’']|une? )"
    r"|\s(?:signifie|désigne|veut dire|est (?:l[’']acronyme|le sigle)|\(pour|pour «))"
)
# two words or more, then a bracket or a comma: said in two steps, which one expression takes long over
_INTRODUCES = regex(r"[»”\"]?\s?[(,–—]\s?(?:ou |dite? |alias |abrégée? (?:en )?)?[«“\"]?\s?\Z")
_LAST_WORD = regex(r"\w*[a-zà-ÿ]\w*\Z")
_EARLIER_WORD = regex(r"[a-zà-ÿ]\w*\s")
_MIXED = regex(r"(?<!\w)\w{2,6}(?<=[a-zà-ÿ])(?!\w)|(?<!\w)\w[a-zà-ÿ]\w{1,4}(?!\w)")
_ABBR = regex(r"<abbr\b[^<>]*>([^<>]{1,20})<|^\*\[([^\]\n]{1,20})\]:", re.MULTILINE | re.IGNORECASE)
_WORD_BEFORE = regex(r"(?P<word>[\w’'-]+)(?P<gap>[^\w’'-]{0,3})\Z")
_WORD_AFTER = regex(r"(?P<gap>[^\w’'-]{0,3})(?P<word>[\w’'-]+)")
_LONGEST = 6
"""Letters of an acronym at most; longer ones are names or shouted."""
_LETTERS = regex(r"[^\W\d_]+")
_LINKED = 40
"""Characters of a link’s text at most for the link to be about the acronym."""
_WITHIN = " \u00a0\u202f-\u2011’'«»\"*_"
"""What may stand between the words of a phrase."""
_LINKS = frozenset(("de", "du", "des", "d", "à", "au", "aux", "en", "et", "la", "le", "l"))
"""Function words within a phrase that an acronym leaves out."""
_SHORTEST_PHRASE = 3
"""Letters from which words in small letters that begin so are no chance."""
_NEAR = 120
"""Characters before an acronym in which it may be spelt out."""


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.sentences)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    met = _unexplained(document, measures)
    unexplained = met.keys() - _marked_up(document) - _words(measures) if met else set()
    if not unexplained:
        return
    initials = _initials(measures)
    for acronym, places in met.items():
        number, start, end = places[0]
        if (
            acronym in unexplained
            and acronym not in initials
            and not measures.is_borrowed(*places[0])
        ):
            whole = document.blocks[number].text
            yield UNEXPLAINED.at(
                whole.span(start, end), acronym=whole.value[start:end], count=len(places)
            )


Where = tuple[int, int, int]
"""Number of a block, and half-open indices of its text."""


def _unexplained(document: Document, measures: Measures) -> Mapping[str, Sequence[Where]]:
    """The acronyms that nobody knows and that are explained nowhere, with their places in running text."""
    found: dict[str, list[Where]] = {}
    explained: set[str] = set(_known())
    # a link on the acronym itself leads to what it means
    linked = {
        (link.block, start)
        for link in document.links
        if link.block is not None and link.end - link.start <= _LINKED
        for start in range(link.start, link.end)
    }
    for number, block in measures.counted:
        text = block.text.value
        for match in _ACRONYM.finditer(text):
            acronym = match[0].replace(".", "")
            if acronym in explained or _ROMAN.match(acronym) or is_function_word(acronym):
                continue
            start, end = match.span()
            if (
                (number, start) in linked
                or _GLOSS_AFTER.match(text, end)
                or _is_apposed(acronym, text[end : end + 8])
                or _is_gloss(acronym, text[max(0, start - _NEAR) : start])
            ):
                explained.add(acronym)
            elif block.kind is not BlockKind.HEADING and _stands_alone(text, start, end):
                found.setdefault(acronym, []).append((number, start, end))
    return {acronym: places for acronym, places in found.items() if acronym not in explained}


def _is_gloss(acronym: str, before: str) -> bool:
    """Whether the words before an acronym in brackets spell it out, or say what it is."""
    introduced = _INTRODUCES.search(before)
    if not introduced:
        return False
    phrase = re.split("[()]", before[: introduced.start()])[-1]
    last = _LAST_WORD.search(phrase)
    if not last or not _EARLIER_WORD.search(phrase, 0, last.start()):
        return False
    words = _LETTERS.findall(before.rstrip("( ,«–—"))[-len(acronym) - 5 :]
    initials = "".join(word[0].upper() for word in words)
    return _plain_capital(acronym[0]) in _plain_capitals(initials) or words[-1][0].islower()


def _is_apposed(acronym: str, after: str) -> bool:
    """Whether what follows a comma begins as the acronym does: « LPPR, loi de programmation »."""
    return (
        after[:2] == ", "
        and _plain_capitals(after[2:3]) == _plain_capital(acronym[0])
        and after[2:3].islower()
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not shouted with its neighbours, and no part of a longer name (« Jean MARTIN », « SC Braga », « JSR 352 »)."""
    before, after = (
        _WORD_BEFORE.search(text, max(0, start - 40), start),
        _WORD_AFTER.match(text, end),
    )
    for neighbour in (before, after):
        if not neighbour or neighbour["word"].endswith(("’", "'")):
            continue
        word, gap = neighbour["word"], neighbour["gap"]
        if _CAPITAL_WORD.match(word) and ("," not in gap or len(word) > _LONGEST):
            return False
        if (
            not gap.strip()
            and (_NAME.match(word) or word[0].isdigit())
            and not (neighbour is before and is_function_word(word))
        ):
            return False
    return bool(before or after)


def _initials(measures: Measures) -> "_Initials":
    """Initials of the article's words, function words left out and not, and those of its phrases."""
    every: list[str] = []
    meaning: list[str] = []
    phrases: list[str] = []
    for number, spans in measures.words_by_block.items():
        text = measures.document.blocks[number].text.value
        last = 0
        for start, end in spans:
            if text[last:start].strip(_WITHIN):
                phrases.append("-")
            last = end
            shouted = end - start > 1 and text[start:end].isupper()
            for word in _LETTERS.findall(text[start:end]):
                if shouted or (len(word) > 1 and word.isupper()):
                    every.append("-")
                    meaning.append("-")
                    phrases.append("-")
                    continue
                # « OpenStreetMap » spells OSM
                initials = word[0] + "".join(filter(str.isupper, word[1:]))
                every.append(initials)
                if not is_function_word(word):
                    meaning.append(initials)
                    phrases.append(initials)
                elif word.lower() not in _LINKS:
                    phrases.append("-")
        phrases.append("-")
    return _Initials("".join(every), "".join(meaning), phrases="".join(phrases))


class _Initials:
    """Initials of an article, in which an acronym may stand."""

    def __init__(self, *texts: str, phrases: str) -> None:
        self.texts = tuple(map(_plain_letters, texts))
        self.capitals = tuple(map(str.upper, self.texts))
        self.phrases = _plain_capitals(phrases)

    def __contains__(self, acronym: object) -> bool:
        """Whether words that begin with these letters follow each other.

        The first has a capital, or all stand in one phrase: « systèmes d’information géographique ».
        """
        letters = _plain_capitals(str(acronym))
        if len(letters) >= _SHORTEST_PHRASE and letters in self.phrases:
            return True
        # an expression is compiled only for what may be there
        return any(
            letters in capitals and self._in(text, letters)
            for text, capitals in zip(self.texts, self.capitals, strict=True)
        )

    @staticmethod
    def _in(text: str, letters: str) -> bool:
        return re.search(letters[0] + "(?i:" + letters[1:] + ")", text) is not None


def _words(measures: Measures) -> frozenset[str]:
    """Words which the article also writes otherwise than all in capitals: names, and what is emphasised."""
    text = "\n".join(block.text.value for _, block in measures.counted)
    return frozenset(word.upper() for word in _MIXED.findall(text))


def _marked_up(document: Document) -> frozenset[str]:
    """Acronyms explained in the markup: `<abbr>`, `*[ACRONYM]:`."""
    source = document.source.text
    if "abbr" not in source and "*[" not in source:
        return frozenset()
    return frozenset((match[1] or match[2]).strip() for match in _ABBR.finditer(source))


@cache
def _known() -> frozenset[str]:
    return frozenset(
        word for line in lines(__package__ or "", "acronyms.txt") for word in line.split()
    )


_ACCENTS = str.maketrans("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäçèéêëîïôöùûü", "AAACEEEEIIOOUUUaaaceeeeiioouuu")


def _plain_letters(text: str) -> str:
    return text.translate(_ACCENTS)


def _plain_capitals(text: str) -> str:
    return _plain_letters(text).upper()


def _plain_capital(letter: str) -> str:
    return _plain_capitals(letter)


RULE = Rule(
    title=Message(fr="Sigles", en="Acronyms"),
    what=Message(
        fr="Signale un sigle que l’article ne développe nulle part ; pas ceux que chacun connaît (TVA, ONU, PDF).",
        en="Reports an acronym that the article spells out nowhere; not those everybody knows (TVA, ONU, PDF).",
    ),
    why=Message(
        fr="Un sigle inconnu arrête le lecteur, et un lecteur d’écran l’épelle. Les WCAG demandent, au niveau "
        "AAA, que le sens des abréviations puisse être trouvé.",
        en="An unknown acronym stops readers, and a screen reader spells it. WCAG asks, at level AAA, that "
        "the meaning of abbreviations can be found.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.STANDARD,
    references=(wcag("3.1.4 Abbreviations", "abbreviations"), PLAIN_LANGUAGE),
    applies=applies,
    check=check,
    on_in=frozenset({"langage-clair"}),
)
