"""What a style sheet says of the size of elements by their classes and ids: enough to know whether room is kept for an image."""

import re
from enum import Flag
from functools import lru_cache

from msgspec import Struct

from seo_audit.lazy import regex


class Kept(Flag):
    """What is known of the room for an element before it is loaded."""

    NOTHING = 0
    WIDTH = 1
    HEIGHT = 2
    OUT_OF_FLOW = 4
    """It lies over others: nothing moves, whatever its size."""

    @property
    def is_enough(self) -> bool:
        """Whether nothing moves when it comes."""
        return bool(self & Kept.OUT_OF_FLOW) or Kept.WIDTH | Kept.HEIGHT in self


_LENGTH = (
    r"\s*:\s*(?:(?:\d+(?:\.\d+)?|\.\d+)(?:px|r?em|ex|ch|pt|cm|mm|in|[sld]?v[wh])\b"
    r"|(?:calc|clamp|min|max|var)\([^;%]*(?:;|\Z))"
)
_WIDE = regex(
    rf"(?:\A|;)\s*(?:width|inline-size)(?:{_LENGTH}|\s*:\s*\d+(?:\.\d+)?%)", re.IGNORECASE
)
"""A share of the parent’s width is a width."""
_HIGH = regex(
    rf"(?:\A|;)\s*(?:(?:height|block-size){_LENGTH}|aspect-ratio\s*:\s*(?:\d|var\())",
    re.IGNORECASE,
)
_OUT = regex(r"(?:\A|;)\s*position\s*:\s*(?:absolute|fixed)\b", re.IGNORECASE)


def kept_by(declarations: str) -> Kept:
    """What declarations keep: those of a `style` attribute, or of one rule."""
    kept = Kept.NOTHING
    if ":" not in declarations:
        return kept
    if _WIDE.search(declarations):
        kept |= Kept.WIDTH
    if _HIGH.search(declarations):
        kept |= Kept.HEIGHT
    if _OUT.search(declarations):
        kept |= Kept.OUT_OF_FLOW
    return kept


_NAME = r"(?:[\w-]|\\.)+"
_LAST = regex(rf"(?:\A|(?<=[\s>+~]))\w*((?:[.#]{_NAME})+)(\s*[\s>]\s*img)?\s*\Z")
_NAMED = regex(rf"[.#]{_NAME}")
_ESCAPE = regex(r"\\(.)")
_LONGEST = 500
"""Characters of a selector that is read."""


_MOST = 100
"""Rules of one name that are read: each image with that name asks them all."""


class Room(Struct, frozen=True):
    """What a rule keeps, and for which elements."""

    names: frozenset[str]
    """Classes (« .name ») and ids (« #name ») that the element has."""
    of_image: bool
    """Whether it keeps room for an image in such an element, not for the element."""
    kept: Kept


@lru_cache(maxsize=16)
def rules_of(sheet: str) -> dict[str, list[Room]]:
    """The rules that keep room, by each class and id that they name.

    Only what a selector ends with is read, and no elements above it: that a rule is meant for such an image somewhere is
    reason enough to believe its page.
    """
    rules: dict[str, list[Room]] = {}
    first, *later = sheet.split("/*")
    bare = first + "".join(part.partition("*/")[2] for part in later)
    for rule in bare.split("}"):
        before, _, declarations = rule.rpartition("{")
        kept = kept_by(declarations)
        if not kept:
            continue
        for selector in before.rpartition("{")[2].split(","):
            if len(selector) < _LONGEST and (last := _LAST.search(selector)):
                names = frozenset(_ESCAPE.sub(r"\1", name) for name in _NAMED.findall(last[1]))
                room = Room(names, bool(last[2]), kept)
                for name in names:
                    told = rules.setdefault(name, [])
                    if len(told) < _MOST and room not in told:
                        told.append(room)
    return rules
