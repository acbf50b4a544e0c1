"""What a way to speak to an assistant is made of."""

import re
from collections.abc import Iterator

from msgspec import Struct

from seo_audit.lazy import regex


class Kind(Struct, frozen=True, eq=False):
    """One way to speak to an assistant, or as one."""

    pattern: re.Pattern[str]
    clues: tuple[tuple[str, ...], ...]
    """Each match holds one of each of these: most blocks need no second look, and most articles no pattern."""

    def may_be_in(self, plain_text: str) -> bool:
        """Whether a text, or an article, holds its clues."""
        for some in self.clues:
            for clue in some:
                if clue in plain_text:
                    break
            else:
                return False
        return True

    def met(self, plain_text: str) -> Iterator[re.Match[str]]:
        """What the pattern finds, in order."""
        if self.may_be_in(plain_text):
            yield from self.pattern.finditer(plain_text)


def span(match: re.Match[str]) -> tuple[int, int]:
    """A match, without the signs and spaces before its first letter."""
    lead = next((at for at, char in enumerate(match[0]) if char.isalnum()), 0)
    return match.start() + lead, match.start() + len(match[0].rstrip(" ,.:;"))


def is_told(match: re.Match[str]) -> bool:
    """Whether the sentence goes on to say who says so: « Résume ce texte, demande le professeur. »."""
    stop = _STOP.search(match.string, match.end())
    return bool(
        _SAID_BY.search(match.string, match.end(), stop.start() if stop else len(match.string))
    )


def sentence(match: re.Match[str]) -> tuple[int, int]:
    """A match, and what its sentence goes on to say."""
    start, end = span(match)
    stop = _STOP.search(match.string, end)
    return start, start + len(match.string[start : stop.start() if stop else None].rstrip())


_STOP = regex(r"[.!?…:;]")
_SAID_BY = regex(
    r", ?(?:demand(?:e|ait|a)|dit|disait|lan(?:ce|çait|ça)|ordonn(?:e|ait|a)|exig(?:e|eait|ea)|répond(?:it|ait)?|insist(?:e|ait|a))"
    r"(?:-t-| (?:la |le |les |l'|un |une |mon |ma |son |sa |notre |votre |m\. |mme ))"
)
