"""Lists are lists, not paragraphs with dashes.

```html bad
<p>Il faut :</p>
⟦<p>- un seau ;<br>- une barre de fer ;<br>- du ciment.</p>⟧
```

```html suggested
<p>Il faut :</p>
<ul>
<li>un seau ;</li>
<li>une barre de fer ;</li>
<li>du ciment.</li>
</ul>
```

```html bad
<p>Il faut :</p>
⟦<p>• un seau</p>
<p>• une barre de fer</p>
<p>• du ciment</p>⟧
```

Lines that the page runs together are worse:

```markdown bad
Il faut :

⟦• un seau
• une barre de fer
• du ciment⟧
```

A dialogue is no list:

```html good
<p>– Vous avez trouvé ?</p>
<p>– Oui, sous le perron.</p>
<p>– Bravo.</p>
```

```markdown good
Il faut :

- un seau ;
- une barre de fer.
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from seo_audit.document import Block, BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import (
    Edit,
    Evidence,
    Fault,
    Finding,
    Fix,
    NoOptions,
    Rule,
    Severity,
)
from seo_audit.rule_support.markup import suggestion
from seo_audit.rule_support.references import rgaa
from seo_audit.source import Span

FEWEST = 2
"""Items that make a list."""

TYPED = Fault(
    message=Message(
        fr="Liste de {items} éléments tapée à la main dans du texte.",
        en="List of {items} items typed by hand in running text.",
    ),
    advice=Message(
        fr="Faites-en une vraie liste (<ul>, <ol>).", en="Make it a real list (<ul>, <ol>)."
    ),
)

_SIGNS = "-•▪◦‣·*➢►✓✔●■→➤▶➡☑✅👉🔹🔸"
_ITEM = regex(
    rf"(?:(?P<sign>[{_SIGNS}])\ufe0f?|[0-9]{{1,2}}(?P<number>[.)/]|°(?!\s?[CF]\b))"
    r"|(?P<ring>)[①-⑳❶-❿➀-➓]|[a-z](?P<letter>\)))[ \u00a0\u202f\t]+\S"
)
_INNER = regex(rf" (?={_ITEM.pattern}|[–—][ \u00a0\u202f]+[a-zà-öø-ÿœ])")
_DASHED = regex(r"[–—][ \u00a0\u202f]+[a-zà-öø-ÿœ]")
"""What no speaker begins with: « – une sole en brique »."""
_MARGIN = ' \u00a0\u202f«»“”"'
_SPOKEN = ("?", "!", "…")
_ENDS = (*_SPOKEN, ".")
_BULLET = "•▪◦‣➢►✓✔●■"
_BULLETS = regex(rf" (?=[{_BULLET}]\ufe0f?[ \u00a0\u202f]\S)")
"""What begins an item wherever it stands, if the paragraph begins with it, or announces a list: « Il faut : • … • … »."""
_HYPHENS = regex(r"(?<=:) (?=-[ \u00a0][a-zà-öø-ÿœ])|(?<=[\w,;)]) (?=-[ \u00a0][a-zà-öø-ÿœ])")
"""The same of hyphens: « Il faut : - un seau - du fer - du ciment », three at least, for two may part an aside."""
_ANNOUNCED = regex(r"\w[ \u00a0\u202f]?:\Z")

ITEMS = Message(
    fr="Vérifiez que chaque ligne est un élément de la liste.",
    en="See that each line is an item of the list.",
)

_SIGN = regex(
    rf"\A\s*(?:[{_SIGNS}]\ufe0f?|&(?:bull|middot);|[0-9]{{1,2}}[.)/°]|[①-⑳❶-❿➀-➓]|[a-z]\))(?:[ \u00a0\u202f\t]|&nbsp;)*"
)
_PARAGRAPHS = regex(
    r"<p(?:\s[^<>]*+)?>((?:.(?!</p\s*+>\s*+\Z))*+.)</p\s*+>", re.IGNORECASE | re.DOTALL
)
_BETWEEN = regex(r"<br\s*+/?>|</p\s*+>\s*+<p(?:\s[^<>]*+)?>", re.IGNORECASE)


def applies(document: Document, measures: Measures) -> bool:
    return document.format != "text" and bool(measures.prose)


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    run: list[Block] = []
    shared = ""
    for block in (*document.blocks, None):
        lines = _lines(document, block) if block else []
        mark, items = _items(lines)
        alone = block and items == 1 and len(lines) == 1
        if run and not (alone and mark == shared):
            yield from _as_list(document, run)
            run = []
        if block and alone:
            run.append(block)
            shared = mark
        elif block and items >= FEWEST:
            found = TYPED.at(block.span, items=items)
            yield found.mended_by(_marked_up(document, block.span, items))


def _as_list(document: Document, run: list[Block]) -> Iterator[Finding]:
    lines = [block.text.value.strip() for block in run]
    if (
        len(run) >= FEWEST
        and not all(line[0].isdigit() for line in lines)
        and not _is_dialogue(lines)
    ):
        span = Span(run[0].span.start, run[-1].span.end)
        yield TYPED.at(span, items=len(run)).mended_by(_marked_up(document, span, len(run)))


def _marked_up(document: Document, span: Span, count: int) -> Fix | None:
    """The list as the format writes one, where the lines are nothing but its items."""
    source = document.source.text[span.start : span.end]
    if document.format == "markdown":
        return suggestion(ITEMS, _of_lines(source, span, count))
    inner = _PARAGRAPHS.fullmatch(source)
    if not inner or any(one.lower() in source.lower() for one in ("<ul", "<ol", "<div", "<img")):
        return None
    items = [item.strip() for item in _BETWEEN.split(inner[1])]
    found = [_ITEM.match(unescape(item)) for item in items]
    if len(items) != count or not all(found):
        return None
    kind = "ol" if found[0] and (found[0]["number"] or found[0].lastgroup == "ring") else "ul"
    listed = (f"<li>{_SIGN.sub('', item, count=1)}</li>" for item in items)
    line = "\r\n" if "\r\n" in source else "\n"
    return suggestion(ITEMS, Edit(*span, f"<{kind}>{line}{line.join(listed)}{line}</{kind}>"))


def _of_lines(source: str, span: Span, count: int) -> Edit | None:
    lines = source.splitlines(keepends=True)
    items = [line for line in lines if line.strip()]
    found = [_ITEM.match(item.lstrip()) for item in items]
    if len(items) != count or not all(one and one["sign"] for one in found):
        return None
    listed = (_SIGN.sub("- ", line, count=1) if line.strip() else "" for line in lines)
    return Edit(*span, "".join(listed))


def _lines(document: Document, block: Block) -> list[str]:
    """The lines of a paragraph, those that only its source parts too, where an item begins."""
    if block.kind is not BlockKind.PARAGRAPH or _is_in_component(document, block.span):
        return []
    value = block.text.value
    if block.code and block.code[0].start == 0:
        return []  # the sign is part of what is shown
    breaks = {match.start() for match in re.finditer("\n", value)}
    source = document.source.text
    if "\n" in source[block.span.start : block.span.end]:
        for match in _INNER.finditer(value):
            place = block.text.span(match.start(), match.start() + 1)
            if place and "\n" in source[place.start : place.end]:
                breaks.add(match.start())
    bulleted = any(sign in value for sign in _BULLET)
    inline = [match.start() for match in _BULLETS.finditer(value)] if bulleted else []
    if len(inline) >= FEWEST:
        sign = value[inline[0] + 1]
        if value[0] == sign or _is_announced(value, inline[0]):
            breaks.update(index for index in inline if value[index + 1] == sign)
    if ": - " in value:
        hyphens = [match.start() for match in _HYPHENS.finditer(value, value.index(": - "))]
        breaks.update(hyphens if len(hyphens) > FEWEST else ())
    starts = [0, *sorted(breaks), len(value)]
    lines = (value[start:end].strip() for start, end in pairwise(starts))
    return [line for line in lines if line]


def _is_announced(value: str, index: int) -> bool:
    """Whether a colon stands before the first item: « Tags : • … » has one before as few words as it likes."""
    return bool(_ANNOUNCED.search(value, max(index - 4, 0), index))


def _is_in_component(document: Document, span: Span) -> bool:
    """Whether a component of MDX holds the lines: Markdown is read there, without a blank line too."""
    source = document.source.text
    if document.format != "markdown" or "<" not in source:
        return False
    above = source[max(span.start - 200, 0) : span.start].rstrip().rpartition("\n")[2]
    return bool(_COMPONENT.match(above.lstrip()) or _COMPONENT.search(source, span.start, span.end))


_COMPONENT = regex(r"</?[A-Z][\w.]*[\s/>]")


def _is_dialogue(lines: list[str]) -> bool:
    """Whether lines that begin with a hyphen are spoken: each is a sentence, and somebody asks, exclaims or is named."""
    said = [line[1:].strip(_MARGIN) for line in lines if line.startswith("-")]
    return any(line.endswith(_SPOKEN) or _SAYS.search(line) for line in said) and all(
        line[:1].isupper() and line.endswith(_ENDS) for line in said
    )


_SAYS = regex(r",[ \u00a0][\w’'-]{2,20}-(?:t-)?(?:ils?|elles?|on|je)(?!\w)")
"""« Bonjour, dit-il. »"""


def _may_be_item(line: str) -> bool:
    """Whether a line begins with a sign, a number or a letter in brackets: most begin with a word."""
    return line[0] in _SIGNS or line[0].isnumeric() or line[1:2] == ")"


def _items(lines: list[str]) -> tuple[str, int]:
    """The mark that most lines of a paragraph begin with, and how many do: items of a list begin alike."""
    if len(lines) > 1 and _is_dialogue(lines):
        return "", 0
    dashed = [line for line in lines if line[0] in "–—" and _DASHED.match(line)]
    if len(dashed) > FEWEST and len(dashed) >= len(lines) - 1:
        return "–", len(dashed)
    marks = Counter(
        f"{found.lastgroup}{found[found.lastgroup]}"
        for found in map(_ITEM.match, filter(_may_be_item, lines))
        if found and found.lastgroup
    )
    return marks.most_common(1)[0] if marks else ("", 0)


RULE = Rule(
    title=Message(fr="Listes tapées à la main", en="Lists typed by hand"),
    what=Message(
        fr="Signale des lignes qui commencent par un tiret, une puce ou un numéro sans être une liste.",
        en="Reports lines that begin with a dash, a bullet or a number without being a list.",
    ),
    why=Message(
        fr="Un lecteur d’écran n’annonce ni la liste ni le nombre de ses éléments, et ne permet pas de la sauter.",
        en="A screen reader announces neither the list nor how many items it has, and cannot skip it.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    references=(rgaa("9.3"),),
    applies=applies,
    check=check,
)
