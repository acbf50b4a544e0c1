"""Where an article quotes, and which of its sentences are therefore somebody else's."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from seo_audit.document import Block, BlockKind
from seo_audit.french.expressions import quotations
from seo_audit.lazy import regex
from seo_audit.source import Span, merged

LONGEST = 12
"""Blocks over which a quotation may go on; one that is not closed by then is a slip."""

_MARKS = ("«", "»", "“", "”", '"')


_REFERENCE = regex(
    r"[A-ZÀ-ÖØ-Þ](?:[^()\n.]|\.(?=[ ,\u00a0-])){2,300}\((?:1[6-9]|20)\d\d[a-z]?\)[.,] ?[«“\"]?[A-ZÀ-ÖØ-Þ]"
)


_AUTHOR = (
    r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}(?: [A-ZÀ-ÖØ-Þ][\w’'-]{1,30})?, (?:[A-ZÀ-ÖØ-Þ][\w’'.-]{0,30} ?){1,3}"
)
_REFERENCE_BY_NAMES = regex(
    rf"{_AUTHOR}(?:(?:,? (?:et|&) |, )[^,]{{3,60}})?(?: ?\((?:dir|éds?|coord)s?\.?\))?, .{{8,400}}"
    r"[,.] (?:1[6-9]|20)\d\d(?:, (?:vol|pp?|t|tome|n)[°º.]?[ \u00a0][^,]{1,30}){0,3}\.?(?: ?\([^()]{1,200}\))?\.?\Z"
)
_REFERENCE_BY_DATE = regex(
    rf"{_AUTHOR}(?:(?:, |,? (?:et|and|&) ).{{3,200}}?)?\.? ?(?:1[6-9]|20)\d\d[a-z]?\. .{{8,600}}"
)
"""« Riou, Jeanne. 2021. Le lac. Brest: Presses du lac. », as Pandoc writes them where nobody asks for another style."""
_YEAR_NEAR = regex(r" (?:1[6-9]|20)\d\d[.,]?(?!\d)")


def is_reference(text: str) -> bool:
    """Whether a text is an entry of a bibliography: « Riou, J., et Lambel, Z. (2021). Le lac… », « Riou, Jeanne, Le Lac, Brest, 2021. »."""
    if ("(1" in text or "(2" in text) and _REFERENCE.match(text):
        return True
    if "," not in text[:64] or len(text) > _LONGEST_ENTRY or not _YEAR_NEAR.search(text):
        return False
    return bool(_REFERENCE_BY_NAMES.match(text) or _REFERENCE_BY_DATE.match(text))


_LONGEST_ENTRY = 700
_BY_NAMES = regex(_AUTHOR)


def references_among(blocks: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Numbers of these blocks that are entries of a bibliography; where most are, whatever begins with a name is."""
    found = frozenset(number for number, text in blocks if is_reference(text))
    if 2 * len(found) <= len(blocks):
        return found
    return found.union(number for number, text in blocks if _BY_NAMES.match(text))


def quotations_of(
    blocks: Sequence[Block], numbers: Collection[int], prose: Collection[BlockKind]
) -> Mapping[int, list[Span]]:
    """Where each of these blocks quotes, marks included: its number → indices in its text, in order.

    A quotation in guillemets may go on over some blocks of prose until it is closed.
    """
    found = {n: [Span(*one) for one in quotations(blocks[n].text.value)] for n in numbers}
    for number in numbers:
        text = blocks[number].text.value
        start = text.rfind("«")
        if start > text.rfind("»") and blocks[number].kind in prose:
            for other, span in _going_on(blocks, number, start, prose):
                if other in found:
                    found[other] = merged((*found[other], span))
    return found


def _going_on(
    blocks: Sequence[Block], number: int, start: int, prose: Collection[BlockKind]
) -> list[tuple[int, Span]]:
    """The parts of a quotation opened in a block and closed in a later one; none where it is not closed.

    Each of its paragraphs may begin with a guillemet of its own; a heading or another opening ends the search.
    """
    parts = [(number, Span(start, len(blocks[number].text.value)))]
    for other in range(number + 1, min(number + 1 + LONGEST, len(blocks))):
        text = blocks[other].text.value
        end = text.find("»", 1)
        opened = text.find("«", 1)
        if blocks[other].kind not in prose or 0 <= opened < (end if end >= 0 else len(text)):
            return []
        if end >= 0:
            return [*parts, (other, Span(0, end + 1))]
        parts.append((other, Span(0, len(text))))
    return []


def others(
    block: Block, quoted: Sequence[Span], sentences: Sequence[tuple[int, int]]
) -> Iterator[int]:
    """Numbers of a block's sentences that are somebody else's, of those given by first and last index of their words.

    These are all of a block quotation; in another block those of a quotation of several sentences, or of one that is
    all of its paragraph. A single sentence that others said within a paragraph is how the author tells of it.
    """
    if block.kind is BlockKind.QUOTE:
        yield from range(len(sentences))
        return
    inside: dict[int, list[int]] = {}
    for number, (first, last) in enumerate(sentences):
        at = bisect_left(quoted, (first + 1,)) - 1
        if at >= 0 and last <= quoted[at].end:
            inside.setdefault(at, []).append(number)
    for at, numbers in inside.items():
        if len(numbers) > 1 or _is_all(block.text.value, quoted[at]):
            yield from numbers


def _is_all(text: str, quoted: Span) -> bool:
    """Whether a quotation is all of a paragraph, or goes on from the one before or into the next."""
    start, end = quoted
    if not text.startswith(_MARKS, start) or not text.endswith(_MARKS, start, end):
        return True
    return not any(map(str.isalnum, text[:start])) and not any(map(str.isalnum, text[end:]))
