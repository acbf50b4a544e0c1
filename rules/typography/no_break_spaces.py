"""Spaces around signs and in numbers follow the use of the country, and no line breaks at them.

```html bad
<p lang="fr">⟦Pourquoi ?⟧ Parce que la fontaine coule, enfin !</p>
```

```html fixed
<p lang="fr">Pourquoi&nbsp;? Parce que la fontaine coule, enfin&nbsp;!</p>
```

```markdown bad
Le village compte ⟦70 000⟧ habitants, dont 12 % d’enfants.
```

```markdown fixed
Le village compte 70⍽000 habitants, dont 12⍽% d’enfants.
```

A space is missing altogether, or stands where none belongs:

```text bad
La fontaine ⟦coule:⟧ elle était à sec depuis quatre ans.
```

```text fixed
La fontaine coule⍽: elle était à sec depuis quatre ans.
```

```html bad
<p>La fontaine coule de nouveau depuis ⟦lundi .⟧ Les enfants jouent.</p>
```

```html fixed
<p>La fontaine coule de nouveau depuis lundi. Les enfants jouent.</p>
```

```markdown bad
La fontaine que ⟦l’ eau⟧ quitte est à sec.
```

```markdown fixed
La fontaine que l’eau quitte est à sec.
```

No-break spaces of either width are fine, unless one is asked for:

```html good
<p>Pourquoi&nbsp;? Parce que «&nbsp;la fontaine&nbsp;» coule&#8239;; 12&nbsp;% des 70&#8239;000&nbsp;habitants l’ont vue à 12:30.</p>
```

```html bad kind="narrow"
<p>⟦Pourquoi&nbsp;?⟧ Parce qu’il pleut.</p>
```

In Canada nothing stands before ; ! and ?:

```html good
<html lang="fr-CA"><head><title>La fontaine</title></head>
<body><p>Pourquoi? Parce que la fontaine coule&nbsp;: enfin!</p></body></html>
```
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Struct

from seo_audit.analysis.passages import (
    BREAKABLE,
    NARROW,
    NBSP,
    SPACES,
    THIN,
    Passage,
    told_region,
)
from seo_audit.document import BlockKind, Document
from seo_audit.french.frequency import is_frequent
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import GUIDE_ROMAND, IMPRIMERIE, OQLF
from seo_audit.rule_support.typography import CONVENTIONS, Convention, Hit, applies, report

PLAIN = Fault(
    message=Message(
        fr="{count:# espace ordinaire au lieu d’une insécable|# espaces ordinaires au lieu d’insécables} "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# plain space where a no-break one belongs|# plain spaces where no-break ones belong} "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="Mettez une espace insécable (U+00A0, ou la fine U+202F), ou laissez votre outil de publication "
        "la poser.",
        en="Put a no-break space (U+00A0, or the narrow U+202F), or let your publishing tool do so.",
    ),
)
MISSING = Fault(
    message=Message(
        fr="{count:# espace insécable manque|# espaces insécables manquent} "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# no-break space is|# no-break spaces are} missing "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="Ajoutez une espace insécable avant ces signes et à l’intérieur des guillemets.",
        en="Add a no-break space before these signs and inside the quotation marks.",
    ),
)
CANADIAN = Fault(
    message=Message(
        fr="{count:# espace|# espaces} de trop avant « ; », « ! » ou « ? » "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# needless space|# needless spaces} before “;”, “!” or “?” "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="Supprimez l’espace : au Canada ces signes suivent le mot.",
        en="Remove the space: in Canada these signs follow the word.",
    ),
)
BEFORE_STOP = Fault(
    message=Message(
        fr="{count:# espace|# espaces} de trop avant un point ou une virgule "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# needless space|# needless spaces} before a full stop or a comma "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="Supprimez l’espace : le point et la virgule suivent le mot.",
        en="Remove the space: full stops and commas follow the word.",
    ),
)
AFTER_APOSTROPHE = Fault(
    message=Message(
        fr="{count:# espace|# espaces} de trop après une apostrophe "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# needless space|# needless spaces} after an apostrophe "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="Supprimez l’espace : le mot élidé touche le suivant.",
        en="Remove the space: an elided word touches the next one.",
    ),
)
OTHER_KIND = Fault(
    message=Message(
        fr="{count:# espace insécable|# espaces insécables} d’une autre sorte que celle de la maison "
        "{passages:dans ce passage|dans # autres passages}{count: :|, par exemple dans} « {example} ».",
        en="{count:# no-break space|# no-break spaces} of another kind than the house’s "
        "{passages:in this passage|in # other passages}{count::|, for example in} “{example}”.",
    ),
    advice=Message(
        fr="{count:Remplacez-la|Remplacez-les} par l’espace que demande l’option « kind ».",
        en="Replace {count:it|them} by the space that the option “kind” asks for.",
    ),
)

Kind = Literal["any", "nbsp", "narrow"]


class Options(Struct, frozen=True):
    kind: Annotated[
        Kind,
        Basis(
            Message(
                fr="L’imprimeur met une fine avant ; ! ? et une espace mots avant le deux-points ; à l’écran "
                "les deux insécables se valent.",
                en="Printers put a thin space before ; ! ? and a word space before the colon; on a screen "
                "either no-break space will do.",
            ),
            IMPRIMERIE,
        ),
    ] = "any"
    missing: Annotated[
        bool,
        Basis(
            Message(
                fr="Une espace qui manque se voit plus qu’une espace sécable.",
                en="A space that is missing shows more than a breakable one.",
            ),
            IMPRIMERIE,
        ),
    ] = True


SEVERITIES = {BEFORE_STOP: Severity.WARNING, AFTER_APOSTROPHE: Severity.WARNING}

_SIGN = regex(r"[;!?:«»%$£‰€](?:(?<=[;!?])[;!?]*+|(?<=[:«»])|(?<=[%$£‰€])(?!\w))")
_AFTER = frozenset('»”"’)]…,.')
"""What else may stand behind a sign of punctuation, besides a space."""
_BEFORE = frozenset("_)]»”\"’'%°€*+…\ufffc")
"""What else may stand before it, besides a letter or a figure."""
_GLUED_TO = regex(r"[\w)\]»”%€]")
_SPACES = regex(rf"[{SPACES}]*")
# what is looked for stands first, what must not stand before it next: so it is fast
_NUMBER = regex(
    rf"[1-9](?<![\w,.+/-].)(?<![\d+][{SPACES}].)\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?![\w/-])(?![{SPACES}]\d)"
)
# units of one capital letter are left out: « le plan 3 B »
_UNIT = regex(
    rf"\d[{BREAKABLE}](?:[kMm]€|Md€|[kcdm]?m[²³]?|[km]?g|[cdmh]l|ha|hab\.|min|h|[kKMGT]o"
    r"|[kMGT]?Wh|[kMG]W|[kMG]?Hz|dB|°[CF]|km/h)(?![\w/’'-])"
)
_MAYBE_NUMBER = regex(r"\d\s\d{3}")
_MAYBE_UNIT = regex(r"\d\s(?:[kKMmghHTWG°]|c[lm]|d[lmB])(?![a-zà-ÿ]{3})")
"""What a passage holds in which `_NUMBER` or `_UNIT` finds something: many hold neither."""
_WORD = regex(r"[^\s»]{0,30}")
_STOP = regex(
    rf"[ {NBSP}{NARROW}](?<=[\w)\]»”\"’'%€].)(?:[.,](?=[\s{SPACES}]|\Z)(?![{SPACES}][.,])|,(?<=[a-zà-öø-ÿœ][ {NBSP}],)(?=[a-zà-öø-ÿœ]{{2}}))"
)
_HIDDEN = (" @ ", "[at]", "(at)", " [dot] ", " (dot) ")
_FAR = 30
_STRAY = tuple(space + stop for space in (" ", NBSP, NARROW) for stop in ".,")
_ELIDED = regex(
    rf"(?<![\w’'])(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu|aujourd)['’\u02bc](?P<space>[{SPACES}])"
    # « on écrit l’ devant une voyelle », « l’, d’ et qu’ »: there the word itself is meant
    r"(?=(?:[«“\"][ \u00a0\u202f]?)?[aeiouyhàâéèêëîïôöùûœæ])(?!(?:et|ou|aussi|avant|avec|élid\w*|apostroph\w*)\b)",
    re.IGNORECASE,
)
_LETTER = frozenset("ACDJLMNST")
"""Capitals that may name a point: « A’ et C’ »."""
_FACTORIAL = regex(r"(?<!\w)(?:[b-xz]|[ay\d]{1,3}(?=![\s\u00a0\u202f]?[=+*/×<>≤≥]))!")
_NAMED = regex(r"[^\W\d_A-Z],? (?:[A-Z][\w’']{1,30} ){0,2}([A-Z][^\W\d_]{1,29})! (?=[a-zà-ÿ])")
"""« l’association Cheer Up! a fêté »: the sign ends no sentence."""
_SIGNED = regex(r"([A-Z][^\W\d_]{1,29})!")
_LAST_WORD = regex(r"[^\W\d_]{1,30}\Z")
_HIGH = ";!?"
_SIGNS = "%‰€£$"
_ANY = frozenset({NBSP, NARROW})
_LONGEST_WORD = 30
_NAMES = frozenset({"Yahoo", "Joomla", "Kahoot", "Jeopardy", "Wham"})
"""They write their names with an exclamation mark."""


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    convention = CONVENTIONS[
        "fr-CA" if _writes_as_in_canada(document, measures) else measures.region
    ]
    names = _NAMES | _names_with_sign(document, measures.passages)

    def find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
        yield from _at_signs(passage, convention, options, names)
        yield from _in_numbers(passage, options)
        yield from _before_stops(passage, document)
        yield from _after_apostrophes(passage, document)

    def whole(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
        text = passage.text
        damaged = "Ã" in text or "Â" in text
        for fault, hit in find(passage):
            if not (damaged and any(_is_half(text, change) for change in hit.changes)):
                yield fault, hit

    yield from report(measures.passages, whole, SEVERITIES)


def _writes_as_in_canada(document: Document, measures: Measures) -> bool:
    """Whether an article that names no country sets ; ! and ? close to the word throughout, and a space before the colon.

    That is Canada’s use; who forgets spaces, or types another language’s, forgets both.
    """
    if told_region(document, measures.target.region):
        return False
    counts = [0, 0, 0, 0]
    for passage in measures.passages:
        if not _SOME_STOPS.isdisjoint(passage.text):
            for match in _ANY_STOP.finditer(passage.text):
                counts[2 * (match["sign"] == ":") + bool(match["space"])] += 1
    close, apart, colon_close, colon_apart = counts
    return close >= _MANY_STOPS and not apart and colon_apart >= _SOME_COLONS and not colon_close


_SOME_STOPS = frozenset(";!?:")
_ANY_STOP = regex(r"(?<=[^\W_»”)])(?P<space>[ \u00a0\u2009\u202f]?)(?P<sign>[;!?:])(?=\s|\Z)")
_MANY_STOPS = 5
_SOME_COLONS = 2


def _is_half(text: str, change: Change) -> bool:
    """Whether a change touches half of a letter read in a wrong encoding: « lÃ . » is « là. », and tells so by its space."""
    before = text[max(change.start - 2, 0) : change.start]
    return before.endswith(("Ã", "Â", "Â«")) or text.startswith("Â", change.end)


def _names_with_sign(document: Document, passages: Iterable[Passage]) -> set[str]:
    """Names that the article writes twice or more with an exclamation mark, once at least within a sentence."""
    found = {
        match[1]
        for passage in passages
        if "! " in passage.text
        for match in _NAMED.finditer(passage.text)
    }
    if not found:
        return found
    times = Counter(match[1] for match in _SIGNED.finditer(document.source.text))
    return {name for name in found if times[name] > 1}


def _at_signs(
    passage: Passage, convention: Convention, options: Options, names: frozenset[str]
) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    opened, closed = text.find("«"), text.rfind("»")
    for match in _SIGN.finditer(text):
        sign, start, end = match[0], match.start(), match.end()
        if sign == "«":
            after = _end(_SPACES, text, end)
            if start < closed and text[after] != "\n":
                space = text[end:after]
                if fault := _fault(space, convention.quotes, options):
                    change = Change(end, after, _wanted(fault, options), behind=True)
                    yield fault, Hit(passage, start, _end(_WORD, text, after), changes=(change,))
            continue
        before = _before(text, start)
        permitted = _permitted(convention, text, before, match, quoted=-1 < opened < start)
        if permitted is None:
            continue
        thin = sign[0] in _HIGH
        fault = _fault(text[before:start], permitted, options, thin=thin)
        if fault is MISSING and (
            _stands_glued(text, before, sign, names)
            or (sign[0] in _STOPS and passage.is_foreign(before - 1, end))
            or (sign == ":" and (_is_label(passage, end) or _is_in_a_name(text, before, end)))
        ):
            continue
        if fault and not (sign == ";" and _is_in_formula(text, start)):
            change = Change(before, start, _wanted(fault, options, thin=thin))
            yield fault, _hit(passage, before, end, change)


_CAPITALISED = r"[A-Z][A-Za-z0-9]*|\d{1,4}"
_NAME_BEFORE = regex(rf"(?<![\w’'-])(?:(?:{_CAPITALISED}) ){{0,3}}(?:{_CAPITALISED})\Z")
_NAME_AFTER = regex(rf" (?:{_CAPITALISED})(?: (?:{_CAPITALISED})){{0,3}}(?![\w’'-])")
_FEWEST_OF_NAME = 4
"""Words of a name that a colon parts."""


def _is_in_a_name(text: str, before: int, end: int) -> bool:
    """Whether a colon parts a name in another language: « Microsoft Certified: Azure Administrator Associate »."""
    first = _NAME_BEFORE.search(text, max(before - 60, 0), before)
    last = _NAME_AFTER.match(text, end)
    if not first or not last:
        return False
    words = (first[0] + last[0]).lower().split()
    return len(words) >= _FEWEST_OF_NAME and sum(map(is_frequent, words)) * 3 < len(words)


_LABEL = regex(
    r"(?:Figure|Fig\.|Table|Tableau|Listing|Algorithme|Extrait)[ \u00a0](?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,4}:"
)


def _is_label(passage: Passage, end: int) -> bool:
    """Whether a caption begins with what numbers it: generators write it so, whatever the language (bookdown, Quarto)."""
    document = passage.document
    if document.format != "html" or not _LABEL.fullmatch(passage.text, 0, end):
        return False
    if passage.block.kind is BlockKind.CAPTION:
        return True
    start = passage.block.span.start
    tag, _, _ = document.source.text[start : start + 200].partition(">")
    return "caption" in tag


_FORMULA = regex(r"=[ \u00a0]?[A-Z](?:[A-Z.]){1,20}\(")
_LONGEST_FORMULA = 300


def _is_in_formula(text: str, start: int) -> bool:
    """Whether a semicolon parts what a function of a spreadsheet is given: « =SI(A2>10; "Oui"; "Non") »."""
    begin = max(start - _LONGEST_FORMULA, 0)
    if text.find("=", begin, start) < 0:
        return False
    return any(
        text.count("(", match.start(), start) > text.count(")", match.start(), start)
        for match in _FORMULA.finditer(text, begin, start)
    )


def _permitted(
    convention: Convention, text: str, before: int, match: re.Match[str], *, quoted: bool
) -> frozenset[str] | None:
    """What may stand before a sign, None where it is no sign of punctuation or of a number."""
    sign, last = match[0], text[before - 1 : before]
    if sign == "»":
        return convention.quotes if quoted and last.strip() else None
    if sign in _SIGNS:
        return convention.sign if last.isdecimal() else None
    after = text[match.end() : match.end() + 1]
    if not (last.isalnum() or last in _BEFORE) or (after.strip() and after not in _AFTER):
        return None
    return convention.colon if sign == ":" else convention.high


def _fault(
    space: str, permitted: frozenset[str], options: Options, *, thin: bool = False
) -> Fault | None:
    """What is wrong with the space found; `thin` where printers want the narrow one."""
    if not space:
        return MISSING if options.missing and "" not in permitted else None
    if NBSP not in permitted:
        return None if space in THIN else CANADIAN
    if any(char in BREAKABLE for char in space):
        return PLAIN
    narrow = space in THIN
    other = narrow if options.kind == "nbsp" else thin and not narrow
    return OTHER_KIND if options.kind != "any" and other else None


def _wanted(fault: Fault, options: Options, *, thin: bool = False) -> str:
    """What is to stand where the fault is: the narrow space only where the house asks for it."""
    if fault is CANADIAN:
        return ""
    return NARROW if options.kind == "narrow" and thin else NBSP


_STOPS = frozenset(":;!?")
"""Signs that other languages set close to their word."""


def _stands_glued(text: str, before: int, sign: str, names: frozenset[str]) -> bool:
    """Whether nothing is missing there: « (!) », « mot…? », « Yahoo! », « US$ », « (1)! », « n! = 6 »."""
    if sign == "$" or (sign == "!" and _is_factorial(text, before)):
        return True
    if sign == "»":
        return False
    if sign == ":" and ":" in text[max(before - _LONGEST_WORD, 0) : before].rpartition(" ")[2]:
        return True  # « tag:lac: », as a program asks for it
    if not _GLUED_TO.match(text[before - 1 : before]):
        return True
    word = _LAST_WORD.search(text, max(before - _LONGEST_WORD, 0), before)
    return bool(word and word[0] in names)


def _is_factorial(text: str, before: int) -> bool:
    start = before
    while start > max(before - 3, 0) and text[start - 1].isalnum():
        start -= 1
    return bool(_FACTORIAL.match(text, start))


def _in_numbers(passage: Passage, options: Options) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    for match in _NUMBER.finditer(text) if _MAYBE_NUMBER.search(text) else ():
        for space in re.finditer(r"\D", match[0]):
            if fault := _fault(space[0], _ANY, options, thin=True):
                start = match.start() + space.start()
                change = Change(start, start + 1, _wanted(fault, options, thin=True))
                yield fault, Hit(passage, *match.span(), changes=(change,))
    for match in _UNIT.finditer(text) if _MAYBE_UNIT.search(text) else ():
        change = Change(match.start() + 1, match.start() + 2, _wanted(PLAIN, options))
        yield PLAIN, _hit(passage, match.start(), match.end(), change)


def _before_stops(passage: Passage, document: Document) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if not any(stray in text for stray in _STRAY):
        return
    for match in _STOP.finditer(text):
        start, end = match.span()
        # « jeanne . roy @ exemple . fr » hides an address from robots
        if any(sign in text[max(start - _FAR, 0) : end + _FAR] for sign in _HIDDEN):
            continue
        # an image, a formula or a template may stand where the text shows nothing
        if not passage.is_interrupted(document, start - 1, end):
            yield BEFORE_STOP, _hit(passage, start, end, Change(start, start + 1, ""))


def _after_apostrophes(passage: Passage, document: Document) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if not _MAYBE_ELIDED.search(text):
        return
    for match in _ELIDED.finditer(text):
        start, end = match.span("space")
        named = match[0][0] in _LETTER and not (
            passage.starts_sentence(match.start()) or text[end : end + 2].isupper()
        )
        if not named and not passage.is_interrupted(document, start - 1, end):
            last = _end(_WORD, text, end)
            yield (
                AFTER_APOSTROPHE,
                Hit(passage, match.start(), last, changes=(Change(start, end, ""),)),
            )


_MAYBE_ELIDED = regex(r"['’]\s|\u02bc\s")


def _hit(passage: Passage, before: int, end: int, change: Change) -> Hit:
    """The fault with the word before it."""
    text = passage.text
    start = before
    while start and before - start < _LONGEST_WORD and not text[start - 1].isspace():
        start -= 1
    if start and not text[start - 1].isspace():
        # too long a word, an address say: its last part
        shown = passage.block.text.value
        start = max(start, *(shown.rfind(sign, start, before) + 1 for sign in "/.-"))
    return Hit(passage, start, end, changes=(change,))


def _before(text: str, index: int) -> int:
    while index and text[index - 1] in SPACES:
        index -= 1
    return index


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


RULE = Rule(
    title=Message(fr="Espaces insécables", en="No-break spaces"),
    what=Message(
        fr="Signale, selon l’usage du pays, les espaces ordinaires ou absentes avant ; : ! ? » % €, après « et "
        "dans les nombres, et les espaces avant un point ou une virgule, ou après une apostrophe.",
        en="Reports, by the country’s use, plain or missing spaces before ; : ! ? » % €, after « and in "
        "numbers, and spaces before a full stop or a comma, or after an apostrophe.",
    ),
    why=Message(
        fr="Sans insécable, un signe passe seul au début de la ligne suivante et un nombre se coupe en deux. "
        "C’est une affaire de lecture : Google n’en dit rien. L’usage change avec le pays, que donne "
        "l’attribut lang (fr-CA, fr-CH) ; sans pays, un article qui suit partout l’usage du Canada est lu selon lui.",
        en="Without a no-break space a sign slips to the start of the next line, and a number is cut in "
        "two. It is a matter of reading: Google says nothing of it. Use differs by country, as the "
        "attribute lang says (fr-CA, fr-CH); without a country, an article that keeps Canada’s use throughout is read by it.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.STANDARD,
    references=(IMPRIMERIE, OQLF, GUIDE_ROMAND),
    weight=1,  # one habit of typing fails it as a whole: it must not weigh as much as a missing title
    options=Options,
    applies=applies,
    check=check,
)
