"""Readers see letters, not what a wrong encoding or a program made of them.

```html bad
<p>L’eau coule depuis ⟦l’Ã©tÃ©⟧, dit-on.</p>
```

```html bad
<p>L’eau coule. <img src="lac.jpg" alt="Le lac ⟦gelÃ©⟧"></p>
```

```markdown bad
Le maire a ⟦d�bloqu�⟧ les fonds ; ⟦l&amp;rsquo;eau⟧ coule.
```

```text bad
Un mot ⟦cou\u200bpé⟧ par un signe que personne ne voit.
```

```text bad
Le ⟦ma?on⟧ a refait le four.
```

What an article on the matter quotes, code, and foreign letters are right:

```html good
<p>On lit « Ã© » au lieu de « é », et l’entité &amp;nbsp; s’affiche ; <code>l&amp;rsquo;eau</code> ; São Paulo, ANGÉLÂTRE.</p>
```

```text good
La fontaine 👨‍👩‍👧 coule : Tom & Jerry, Łódź, Malmö, naïveté, 3 × 4 √ 2.
```
"""

import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5

from seo_audit.analysis.passages import (
    ALTERNATIVE,
    DESCRIPTION,
    SPACES,
    TITLE,
    Passage,
    all_passages,
    page_passage,
)
from seo_audit.document import BlockKind, Document
from seo_audit.french.frequency import is_frequent
from seo_audit.french.lemmas import is_known
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import HTML, UNICODE
from seo_audit.rule_support.typography import Hit, grouped
from seo_audit.source import merged, touches

_PLACES_FR = "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} »"
_PLACES_EN = "{passages:here|in # other paragraphs}{count::|, for example} “{example}”"

MISREAD = Fault(
    message=Message(
        fr=f"{{count:# mot abîmé|# mots abîmés}} par un mauvais encodage {_PLACES_FR}.",
        en=f"{{count:# word|# words}} damaged by a wrong encoding {_PLACES_EN}.",
    ),
    advice=Message(
        fr="Reprenez le texte d’origine et enregistrez-le en UTF-8 ; corrigez l’étape qui l’a mal lu.",
        en="Take the text from its source and save it as UTF-8; mend the step which misread it.",
    ),
)
LOST = Fault(
    message=Message(
        fr=f"{{count:# mot a perdu|# mots ont perdu}} des lettres (caractère de remplacement U+FFFD) {_PLACES_FR}.",
        en=f"{{count:# word has|# words have}} lost letters (replacement character U+FFFD) {_PLACES_EN}.",
    ),
    advice=Message(
        fr="Retapez les lettres perdues ; elles ne sont plus dans le fichier.",
        en="Type the lost letters anew; they are no longer in the file.",
    ),
)
LOST_LETTER = Fault(
    message=Message(
        fr=f"{{count:# mot porte|# mots portent}} un point d’interrogation à la place d’une lettre {_PLACES_FR}.",
        en=f"{{count:# word holds|# words hold}} a question mark in place of a letter {_PLACES_EN}.",
    ),
    advice=LOST.advice,
)
ESCAPED = Fault(
    message=Message(
        fr=f"{{count:# entité HTML s’affiche telle quelle|# entités HTML s’affichent telles quelles}} {_PLACES_FR}.",
        en=f"{{count:# HTML entity shows|# HTML entities show}} as it stands {_PLACES_EN}.",
    ),
    advice=Message(
        fr="Mettez le caractère lui-même : le texte a été échappé deux fois.",
        en="Put the character itself: the text was escaped twice.",
    ),
)
CODED = Fault(
    message=Message(
        fr=f"{{count:# lettre s’affiche par son code|# lettres s’affichent par leur code}} {_PLACES_FR}.",
        en=f"{{count:# letter shows|# letters show}} as a code {_PLACES_EN}.",
    ),
    advice=Message(
        fr="Mettez la lettre elle-même : le texte vient d’un fichier JSON ou d’un programme, qui l’écrit ainsi.",
        en="Put the letter itself: the text comes from JSON or from a program, which writes it so.",
    ),
)
INVISIBLE = Fault(
    message=Message(
        fr=f"{{count:# mot contient un caractère invisible|# mots contiennent un caractère invisible}} ({{code}}) {_PLACES_FR}.",
        en=f"{{count:# word holds an invisible character|# words hold an invisible character}} ({{code}}) {_PLACES_EN}.",
    ),
    advice=Message(
        fr="Retapez le mot : on ne le trouve pas en le cherchant, et un lecteur d’écran peut le couper.",
        en="Type the word anew: nobody finds it by searching, and a screen reader may cut it.",
    ),
)

MANY = 5
"""Damaged words from which the article is not fit to be read: an error. Fewer may have come with a quotation."""

_LETTERS = "éèêëàâäîïôöùûüÿçœæÉÈÊËÀÂÄÎÏÔÖÙÛÜÇŒÆ«»°²³€’‘“”–—…·×©®™½¼•→\u00a0\u202f"
"""What French texts hold beside plain letters."""
_ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
"""What UTF-8 is misread in."""
_REST = regex(
    r"[a-zà-öø-ÿœ]Ã|(?<!\w)Ã[ \u00a0](?=[\w-])|\wÂ(?!\w)|(?<=« )Â(?!\w)|â€(?!\w)|[\x80-\x9f]|(?<=[a-z])[ŽÕ]"
)
"""Â that stands for a no-break space, Ã for « à » or within a word, the half of a quotation mark, control characters
that Windows shows as signs, and what an old Macintosh wrote for « é » and « ’ »."""
_MISREAD_SIGNS = frozenset("ÃÂÅ¬√≈‚┬├┼ΓÔ€„†ŽÕ").union(map(chr, range(0x80, 0xA0)))
"""Whatever `_misread` finds holds one of these: most articles need no pattern of so many forms."""
_ENTITY = regex(r"&(?:([a-zA-Z][a-zA-Z0-9]{1,31};)|#[0-9]{2,6};|#[xX][0-9a-fA-F]{2,5};)")
_MENTIONS = regex(
    r"entité|html|xml|caractère|code|échapp|encod|entit(?:y|ies)|escap", re.IGNORECASE
)
_ON_LETTERS = regex(r"\b(?:lettres?|tildes?|alphabet|portugais|vietnamien)", re.IGNORECASE)
"""Where « Ã » may be a letter of its own."""
_HIDDEN = "\u200b-\u200f\u2060-\u2064\u180e\ufeff\u202a-\u202e\u2066-\u2069\u00ad\u034f\u061c\u2028\u2029\ue000-\uf8ff\U000e0020-\U000e007f"
_INVISIBLE = regex(
    # between letters, whatever it is but a soft hyphen, which belongs there
    r"[\u200b-\u200f\u2060-\u2064\u180e\u202a-\u202e\u2066-\u2069\u034f\u061c\u2028\u2029\ue000-\uf8ff\U000e0020-\U000e007f](?<=[a-zA-ZÀ-ÖØ-öø-ÿœŒ’'].)(?=[a-zA-ZÀ-ÖØ-öø-ÿœŒ’'])"
    # marks that turn the direction of writing, around a word of letters that have but one
    r"|[\u202d\u202e](?=[a-zA-ZÀ-ÖØ-öø-ÿœŒ])"
    r"|\ufeff|\u00ad\u00ad|\u00ad(?=[ \u00a0\u202f.,;:!?’'-])|[ \u00a0\u202f’'-]\u00ad(?=\w)"
    r"|[\x01-\x08\x0e-\x1f\ufffc\ufff9-\ufffb]"
)
_WORD = regex(rf"[^\s{SPACES}]{{1,60}}")
_LONGEST = 60
"""Characters of a word that are shown before the damage."""


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.counted)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    found: dict[tuple[Fault, str], list[Hit]] = {}
    for passage in _texts(document):
        for fault, code, hit in _find(passage):
            if fault is ESCAPED and _is_written_raw(document, passage, measures):
                continue
            found.setdefault((fault, code), []).append(hit)
    seen = sum(len(hits) for (fault, _), hits in found.items() if fault is not INVISIBLE)
    for (fault, code), hits in found.items():
        error = fault is not INVISIBLE and seen >= MANY
        severity = Severity.ERROR if error else None
        yield from grouped(fault, hits, severity=severity, code=code)


def _is_written_raw(document: Document, passage: Passage, measures: Measures) -> bool:
    """Whether Jekyll writes a title or description into the page as it stands: an entity is one character there."""
    path = document.source.path
    return (
        passage.number in (TITLE, DESCRIPTION)
        and document.front_matter is not None
        and path is not None
        and "&amp;" not in passage.block.text.value
        and any(measures.disk.is_file(folder / "_config.yml") for folder in path.parents)
    )


def _texts(document: Document) -> Iterator[Passage]:
    """The title, the description, the body and what its images are called, in whatever language."""
    title, description = document.metadata.title, document.metadata.description
    if title and title.runs and document.format != "text":  # there it is the first line
        yield page_passage(document, TITLE, BlockKind.HEADING, title)
    if description and description.runs:
        yield page_passage(document, DESCRIPTION, BlockKind.PARAGRAPH, description)
    yield from all_passages(document)
    for number, image in enumerate(document.images):
        if image.alt and image.alt.runs:
            yield page_passage(document, ALTERNATIVE - number, BlockKind.CAPTION, image.alt)


def _find(passage: Passage) -> Iterator[tuple[Fault, str, Hit]]:
    value = passage.block.text.value
    signs = any(sign in value for sign in ("&", "?", "\\u"))
    if not signs and value.isascii() and value.isprintable():
        return
    begins = len(value) - len(value.lstrip("\ufeff \n"))
    ends = len(value.rstrip("\ufeff \n"))
    code = merged((mark.start, mark.end) for mark in passage.block.code)
    last: dict[Fault, int] = {}
    for fault, match in _damages(value):
        if value[match.start()] == "\ufeff" and not begins <= match.start() < ends:
            continue  # before and behind the text there is no word that it damages
        start, end = _word(value, *match.span())
        if (
            last.get(fault) == start
            or touches(code, start, start + 1)
            or _is_quoted(value, start, end)
        ):
            continue
        last[fault] = start
        kind = f"U+{ord(_sign(match[0])):04X}" if fault is INVISIBLE else ""
        shown = value[start:end] if fault is not INVISIBLE else _visible(value[start:end])
        yield fault, kind, Hit(passage, start, end, example=shown)


def _damages(value: str) -> Iterator[tuple[Fault, re.Match[str]]]:
    signs = frozenset(value)
    if not signs.isdisjoint(_MISREAD_SIGNS):
        on_letters = "Ã" in signs and bool(_ON_LETTERS.search(value))
        for match in _misread().finditer(value):
            if not (on_letters and match[0][0] == "Ã" and match[0][1:2] in SPACES):
                yield MISREAD, match
    if "\ufffd" in signs:
        yield from ((LOST, one) for one in _LOST.finditer(value))
    if _may_hide(signs):
        yield from ((INVISIBLE, one) for one in _INVISIBLE.finditer(value))
    if "\\u" in value:
        yield from ((CODED, one) for one in _CODED.finditer(value))
    if "&" in value:
        yield from ((ESCAPED, one) for one in _escaped(value))
    if "?" in value:
        yield from ((LOST_LETTER, one) for one in _QUESTION.finditer(value) if _is_lost(one[0]))


def _may_hide(signs: frozenset[str]) -> bool:
    """Whether one of the characters of a text does not show: whatever `_INVISIBLE` finds holds one."""
    return not signs.isdisjoint("\ufffc\u034f") or not "".join(signs - _BLANKS).isprintable()


_BLANKS = frozenset(SPACES + "\n\t")


def _escaped(value: str) -> Iterator[re.Match[str]]:
    """Entities that readers see, but where a text is about them."""
    on_the_matter = bool(_MENTIONS.search(value))
    for match in _ENTITY.finditer(value):
        if match[1] and match[1] not in html5:
            continue
        if not (on_the_matter and _stands_apart(value, match)):
            yield match
    if not on_the_matter:
        yield from _UNENDED.finditer(value)


_UNENDED = regex(r"&(?:nbsp|amp|quot|ccedil|[aeiou](?:acute|grave|circ|uml))(?![\w;=-])")
"""Entities that browsers read without a semicolon, too."""
_QUESTION = regex(
    r"(?<![\w/?&=#.'’-])[a-zàâçéèêëîïôûùœ]{1,20}\?[a-zàâçéèêëîïôûùœ]{1,20}(?![\w?=&/-])"
)


_SHORT = 4
"""Letters of a word that may be one by chance, if it is not a common one."""


def _is_lost(word: str) -> bool:
    """Whether a word stands there but for a letter in place of the question mark: « for?t », « ma?on »."""
    before, after = word.split("?")
    mended = [before + letter + after for letter in "éèêàâçîôûëïùœ"]
    return any(map(is_frequent, mended)) or (len(word) > _SHORT and any(map(is_known, mended)))


_LOST = regex("\ufffd+")
_CODED = regex(r"(?<![\w\\])\\u00[c-fC-F][0-9a-fA-F](?=[a-z])|(?<=[a-z])\\u00[c-fC-F][0-9a-fA-F]")
"""How JSON writes « é »: glued to other letters, it is no example."""


def _stands_apart(value: str, match: re.Match[str]) -> bool:
    """Whether an entity may stand for itself: « l’entité &nbsp; insère une espace »."""
    before, after = (
        value[max(match.start() - 1, 0) : match.start()],
        value[match.end() : match.end() + 1],
    )
    glued = before.isalnum() or before == ";" or after.isalnum() or after in ("&", ":", "!", "?")
    return not glued


def _word(value: str, start: int, end: int) -> tuple[int, int]:
    """The word a damage stands in."""
    first = start
    while start and first - start < _LONGEST and value[start - 1] not in _STOPS:
        start -= 1
    found = _WORD.match(value, end)
    last = found.end() if found else end
    return start, max(end, end + len(value[end:last].rstrip('.,;:!?»”)"')))


_STOPS = frozenset(SPACES + '\n\t(«“"')


def _is_quoted(value: str, start: int, end: int) -> bool:
    """Whether it stands alone between quotation marks: an example."""
    before = value[max(start - 2, 0) : start].rstrip(SPACES)[-1:]
    after = value[end : end + 2].lstrip(SPACES)[:1]
    return before in tuple("«“\"'‘`") and after in tuple("»”\"'’`")


def _sign(found: str) -> str:
    return max(found, key=lambda char: (not char.isprintable() or char in "\ufffc\u00ad", char))


def _visible(word: str) -> str:
    """A word with a sign where nothing shows."""
    return re.sub(f"[{_HIDDEN}\x01-\x1f\ufff9-\ufffc]", "·", word)


@cache
def _misread() -> re.Pattern[str]:
    """What finds letters of French read in an encoding that is not theirs, once or twice over."""
    forms: set[str] = set()
    for encoding in _ENCODINGS:
        for letter in _LETTERS:
            try:
                once = letter.encode().decode(encoding)
            except UnicodeDecodeError:
                continue
            forms.add(once)
            if encoding == "cp1252":
                forms |= _again(once)
    # « Â » before a space may be a letter: what comes before it decides, below
    sure = sorted(
        (re.escape(one) for one in forms if one.strip()[1:]), key=lambda one: (-len(one), one)
    )
    return re.compile("|".join((*sure, _REST.pattern)))


def _again(once: str) -> set[str]:
    try:
        return {once.encode().decode("cp1252")}
    except UnicodeDecodeError:
        return set()


RULE = Rule(
    title=Message(fr="Texte abîmé", en="Damaged text"),
    what=Message(
        fr="Signale les lettres lues dans un mauvais encodage (« Ã© », « â€™ », « � »), les entités HTML qui s’affichent "
        "et les caractères invisibles au milieu des mots.",
        en="Reports letters read in a wrong encoding (« Ã© », « â€™ », « � »), HTML entities that show, and invisible "
        "characters within words.",
    ),
    why=Message(
        fr="Ces mots ne se lisent plus et ne se trouvent plus : ni un lecteur, ni un moteur n’y voit le mot qu’ils étaient. "
        f"Erreur à partir de {MANY} mots abîmés.",
        en="Such words can be neither read nor found: no reader and no search engine sees the word they were. "
        f"An error from {MANY} damaged words.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(HTML, UNICODE),
    applies=applies,
    check=check,
)
