"""The anchors of headings, as generators make them."""

import re
import unicodedata

from seo_audit.document import Block, BlockKind
from seo_audit.lazy import regex


def heading_ids(blocks: tuple[Block, ...], source: str = "") -> frozenset[str]:
    """Anchors of the headings as GitHub and Hugo, kramdown, and generators that drop accents make them.

    Of `:one: Introduction` GitHub's is `one-introduction`: an emoji's code counts as its name, and is
    looked for in the source, since it is no text.
    """
    ids: set[str] = set()
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        lowered = block.text.value.lower()
        if (codes := _codes(block, source)) is not None:
            ids.add(_NO_WORD.sub("", codes.lower()).replace(" ", "-"))
        github = _NO_WORD.sub("", lowered).replace(" ", "-")
        names = {github, github.strip("-")}
        if not github.isascii():
            folded = unicodedata.normalize("NFKD", github.replace("œ", "oe").replace("æ", "ae"))
            plain = folded.encode("ascii", "ignore").decode()
            names |= {plain, plain.strip("-")}
        kramdown = _NO_KRAMDOWN.sub("", lowered).replace(" ", "-")
        names |= {_FIRST_LETTER.sub("", kramdown), *(_DASHES.sub("-", name) for name in names)}
        for name in names:
            number = counts.get(name, 0)
            counts[name] = number + 1
            if name:
                ids.add(f"{name}-{number}" if number else name)
    return frozenset(ids)


def _codes(block: Block, source: str) -> str | None:
    """The text of a heading with the names of its emoji codes; None when it has none."""
    if ":" not in source[block.span.start : block.span.end]:
        return None
    whole = source[block.span.start : block.span.end].strip("# \t\r\n")
    return _MARKS.sub("", whole) if _CODE.search(whole) else None


_CODE = regex(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])", re.IGNORECASE)
_MARKS = regex(r"[*`]|\]\([^()\s]*\)|\{[^{}]*\}")
_NO_WORD = regex(r"[^\w\- ]")
_NO_KRAMDOWN = regex(r"[^a-z0-9 -]")
_FIRST_LETTER = regex(r"^[^a-z]+")
_DASHES = regex(r"-{2,}")
