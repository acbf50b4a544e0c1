"""Nothing is left of the page a text was copied from, nor of what was asked of a writing assistant.

```text bad
La fontaine du village coule de nouveau

Elle était à sec depuis quatre ans. ⟦(Photo : Agence du Lac)⟧

⟦Lire aussi : Le lavoir retrouve son toit⟧

⟦Source link⟧
```

```text suggested
La fontaine du village coule de nouveau

Elle était à sec depuis quatre ans. (Photo : Agence du Lac)
```

```html bad
<h1>La fontaine</h1>
<p>⟦Rewrite this article⟧ in French, please.</p>
<p>Elle coule de nouveau.</p>
```

A credit in a caption, or a link of one’s own to another article, is no left-over:

```html good
<h1>La fontaine</h1>
<figure><img src="f.jpg" alt="La fontaine"><figcaption>La place (photo : Agence du Lac).</figcaption></figure>
<p>Lire aussi : <a href="/lavoir">Le lavoir retrouve son toit</a></p>
```

```markdown good
# Que mettre dans une newsletter ?

Une newsletter se lit en deux minutes. Plus : elle se garde.
```
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from seo_audit.document import Block, BlockKind, Document
from seo_audit.french.word_lists import core, lines, pattern, plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import (
    Edit,
    Evidence,
    Fault,
    Finding,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.edits import Change, edits
from seo_audit.rule_support.markup import removed, suggestion
from seo_audit.rule_support.references import GOOGLE_HELPFUL

RESIDUE = Fault(
    message=Message(
        fr="Reste de la page d’origine : « {text} ».", en="Left over from another page: “{text}”."
    ),
    advice=Message(fr="Supprimez-le.", en="Remove it."),
)
CREDIT = Fault(
    message=Message(
        fr="Crédit d’une image qui n’est plus là : « {text} ».",
        en="Credit of an image which is not there: “{text}”.",
    ),
    advice=Message(
        fr="Supprimez-le, ou remettez l’image avec sa légende.",
        en="Remove it, or put the image back with its caption.",
    ),
)
PROMPT = Fault(
    message=Message(
        fr="Échange avec un assistant de rédaction resté dans le texte : « {text} ».",
        en="Exchange with a writing assistant left in the text: “{text}”.",
    ),
    advice=Message(
        fr="Supprimez-le, et relisez ce qui l’entoure.", en="Remove it, and reread what is around."
    ),
)
WHOLE = Message(
    fr="Vérifiez que rien d’autre n’en dépend, et qu’il ne manque pas un lien.",
    en="See that nothing else rests on it, and that no link is missing.",
)

_CREDIT = regex(
    r"\((?:(?:photos?|crédits?(?: photos?| images?)?|images?|illustration|credits?) ?[:/©]|photo by |©)"
    r"[^()]{1,80}\)"
)
NEAR = 200
"""Characters of the source between a label and what it introduces."""

_KINDS = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.CAPTION, BlockKind.TABLE_CELL}


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.prose)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    linked = {link.block for link in document.links}
    prompts = _pattern_of(one for one in _phrases()["anywhere"] if one in measures.plain_text)
    for number, block in measures.counted:
        if block.kind in _KINDS:
            text = measures.plain_texts[number]
            own = number in linked or (_is_label(text) and _has_links(document, number, linked))
            yield from _in_block(document, block, text, prompts, linked=own)


def _has_links(document: Document, number: int, linked: Container[int | None]) -> bool:
    """Whether links follow a label: in the next block, or in a part of the page that was left out."""
    span = document.blocks[number].span
    return number + 1 in linked or any(
        span.start <= part.span.start <= span.end + NEAR for part in document.furniture
    )


def _is_label(text: str) -> bool:
    return core(text) in _phrases()["label"]


def _pattern_of(expressions: Iterable[str]) -> re.Pattern[str] | None:
    listed = tuple(expressions)
    return pattern(listed) if listed else None


def _in_block(
    document: Document, block: Block, text: str, prompts: re.Pattern[str] | None, *, linked: bool
) -> Iterator[Finding]:
    whole = 0, len(text)
    if (
        (core(text) in _phrases()["alone"] and not (linked and _is_label(text)))
        or _starts().match(text)
        or (not linked and _labels().match(text))
    ):
        fix = suggestion(WHOLE, removed(document, block.span))
        yield _at(RESIDUE, block, *whole).mended_by(fix)
        return
    if "(" in text:
        for match in _CREDIT.finditer(text):
            fix = suggestion(WHOLE, _without(document, block, match, text))
            yield _at(CREDIT, block, *match.span()).mended_by(fix)
    for match in prompts.finditer(text) if prompts else ():
        yield _at(PROMPT, block, *match.span())


def _without(document: Document, block: Block, match: re.Match[str], text: str) -> Edit | None:
    """The credit goes, and its paragraph where there is nothing else in it."""
    if match[0] == text.strip():
        return removed(document, block.span)
    start = match.start() - (text[max(match.start() - 1, 0)] == " ")
    return next(iter(edits(document, block.text, (Change(start, match.end(), ""),))), None)


def _at(fault: Fault, block: Block, start: int, end: int) -> Finding:
    return fault.at(block.text.span(start, end), text=shorten(block.text.value[start:end]))


@cache
def _phrases() -> Mapping[str, frozenset[str]]:
    pairs = [line.split("\t") for line in lines(__package__ or "", "source_residue.txt")]
    return {
        kind: frozenset(plain(text) for other, text in pairs if other == kind)
        for kind in ("alone", "label", "start", "anywhere")
    }


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{pattern(_phrases()['start']).pattern}")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{pattern(_phrases()['label']).pattern} ?:")


RULE = Rule(
    title=Message(fr="Restes de copie", en="Copy residue"),
    what=Message(
        fr="Signale les restes de la page d’où vient un texte (crédits de photo, « Lire aussi », « Newsletter », "
        "boutons de partage) et les consignes données à un assistant de rédaction.",
        en="Reports left-overs of the page a text comes from (photo credits, “Read also”, “Newsletter”, share "
        "buttons) and instructions given to a writing assistant.",
    ),
    why=Message(
        fr="Ces restes disent au lecteur que personne n’a relu. Google demande des pages soignées, faites pour "
        "ceux qui les lisent.",
        en="Such left-overs tell readers that nobody reread. Google asks for pages made with care for those "
        "who read them.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_HELPFUL,),
    applies=applies,
    check=check,
)
