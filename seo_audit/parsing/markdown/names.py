"""Names that addresses are made of: slugs and anchors."""

import re
import unicodedata

from seo_audit.document import Block, BlockKind, Text
from seo_audit.lazy import regex
from seo_audit.source import Source


def slug(source: Source, declared: Text | None) -> Text | None:
    """The last part of the declared address, or the file's name without date and extension."""
    if declared is not None:
        value = declared.value.rstrip("/")
        last = declared.slice(value.rfind("/") + 1, len(value))
        if last and ":" not in value:
            return last
    if source.path is None:
        return None
    name = source.path.name
    stem = re.sub(r"(?:\.[a-z]{2}(?:-[a-zA-Z]{2})?)?\.[a-zA-Z]+$", "", name)
    if stem.lower() in ("index", "_index", "readme"):
        stem = source.path.absolute().parent.name
    stem = re.sub(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-", "", stem)
    return Text(stem) if stem else None


def heading_ids(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Anchors of the headings as GitHub and Hugo, kramdown, and generators that drop accents make them."""
    ids: set[str] = set()
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        lowered = block.text.value.lower()
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


_NO_WORD = regex(r"[^\w\- ]")
_NO_KRAMDOWN = regex(r"[^a-z0-9 -]")
_FIRST_LETTER = regex(r"^[^a-z]+")
_DASHES = regex(r"-{2,}")
