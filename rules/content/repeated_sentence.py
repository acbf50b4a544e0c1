"""No sentence stands three times.

```html bad
<p>La fontaine du village coule de nouveau. Les enfants jouent.</p>
<p>La fontaine du village coule de nouveau. Le maire est content.</p>
<p>⟦La fontaine du village coule de nouveau.⟧ Il fait beau.</p>
```

```text bad times=2
Appelez-nous dès aujourd’hui pour un devis. ⟦Appelez-nous dès aujourd’hui pour un devis !⟧
```

```html good
<p>La fontaine du village coule de nouveau. La fontaine du village coule de nouveau.</p>
```

Short ones may return, as refrains do:

```markdown good
C’est la fête. Il chante. C’est la fête. Elle danse. C’est la fête.
```
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.analysis.quotations import is_reference
from seo_audit.document import BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures, Sentence
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import GOOGLE_HELPFUL

REPEATED = Fault(
    message=Message(
        fr="Cette phrase se trouve {count} fois dans l’article.",
        en="This sentence stands {count} times in the article.",
    ),
    advice=Message(fr="Gardez-la une fois.", en="Keep it once."),
)


class Options(Struct, frozen=True):
    times: Annotated[
        int,
        Basis(
            Message(
                fr="Trois fois : deux peuvent être voulues. Choix de l’outil.",
                en="Three times: two may be meant. Our choice.",
            ),
            at_least=2,
        ),
    ] = 3
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Six mots : plus courte, une phrase revient naturellement.",
                en="Six words: a shorter sentence comes back naturally.",
            ),
            at_least=1,
        ),
    ] = 6


def applies(document: Document, measures: Measures) -> bool:
    # what each article of a list says is said once in it
    return len(measures.sentences) > 1 and not is_list(document)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    # sentences that may be the same: equally long, with the same first word
    alike: dict[tuple[int, str], list[Sentence]] = defaultdict(list)
    linked: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for link in document.links:
        linked[link.block].append((link.start, link.end))
    for sentence in measures.sentences:
        if (
            _count(sentence) >= options.minimum_words
            and sentence.number not in measures.dummies
            and not _is_label(sentence, linked[sentence.number])
        ):
            first = measures.plain_texts[sentence.number][slice(*sentence.words[0])]
            alike[len(sentence.words), first].append(sentence)
    groups: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentences in alike.values():
        if len(sentences) < options.times:
            continue
        known: dict[str, tuple[str, ...]] = {}  # by their letters, of which most are the same
        for sentence in sentences:
            text = measures.plain_texts[sentence.number]
            letters = text[sentence.start : sentence.end]
            words = known.get(letters)
            if words is None:
                words = tuple(text[start:end] for start, end in sentence.words)
                known[letters] = words
            groups[words].append(sentence)
    for group in groups.values():
        if len(group) >= options.times:
            finding = REPEATED.at(group[-1].span, count=len(group))
            yield replace(finding, related=tuple(filter(None, (one.span for one in group[:-1]))))


_PHONE = regex(
    r"(?<!\d)(?:\+\d{2,3}[ \u00a0\u202f.]?(?:\(0\))?)?0?\d(?:[ \u00a0\u202f.]\d\d){4}(?!\d)"
)
_WORDS_AND_NUMBER = 12
"""« Tél. 02 98 00 00 00. », « Sur rendez-vous au 02 98 00 00 00 »: how to reach somebody, said wherever it is needed."""


def _count(sentence: Sentence) -> int:
    """Words but numbers: « 12 avril 2026 · 5 min » is said of many articles."""
    text, first = sentence.text, sentence.start
    return sum(text[start - first] not in "0123456789" for start, _ in sentence.words)


_FIELD = regex(r"(?:[^\s.:;!?]{1,30} ){0,3}[^\s.:;!?]{1,30}[ \u00a0\u202f]?: \S")


def _is_label(sentence: Sentence, links: Sequence[tuple[int, int]]) -> bool:
    """Whether it names something else each time.

    An item of a list or a line of a box that ends in no full stop, a value by its name (« Durée : trois jours »), what
    announces a table or code (« On obtient : »), a link.
    """
    text = sentence.text.rstrip(" \u00a0»”)")
    if _PHONE.search(text) and len(sentence.words) < _WORDS_AND_NUMBER:
        return True
    if is_reference(sentence.block.text.value):
        return True
    is_line = sentence.block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE) or (
        ": " in text and _FIELD.match(text)
    )
    if text.endswith(":") or (is_line and not text.endswith((".", "!", "?", "…"))):
        return True
    (start, _), (_, end) = sentence.words[0], sentence.words[-1]
    at = bisect_right(links, start, key=itemgetter(0)) - 1
    if at >= 0 and end <= links[at][1]:
        return True
    # « 3 mai 2024 : Le lac a-t-il gelé ? », the title linked: a line of a list of articles
    linked = sum(
        min(end, last) - max(start, first) for first, last in links if first < end and last > start
    )
    return sentence.block.kind is BlockKind.LIST_ITEM and 2 * linked >= end - start


RULE = Rule(
    title=Message(fr="Phrases répétées", en="Repeated sentences"),
    what=Message(
        fr="Signale une phrase d’au moins six mots qui se trouve trois fois ou plus dans l’article.",
        en="Reports a sentence of six words or more that stands three times or more in the article.",
    ),
    why=Message(
        fr="C’est le plus souvent un copier-coller oublié, ou la marque d’un texte produit sans relecture.",
        en="It is mostly a forgotten copy and paste, or the mark of a text made without rereading.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_HELPFUL,),
    options=Options,
    applies=applies,
    check=check,
)
