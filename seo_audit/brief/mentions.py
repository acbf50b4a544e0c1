"""Whether an article speaks of what its brief names."""

import unicodedata
from collections.abc import Iterator

from seo_audit.brief.brief import Brief
from seo_audit.french.phrases import Phrase
from seo_audit.lazy import regex

_MARKS = regex(r"[\W_]+")


def asked(brief: Brief) -> tuple[tuple[str, str], ...]:
    """What a brief wants spoken of: pairs of its key and a phrase, each phrase once."""
    return tuple({phrase.casefold(): (key, phrase) for key, phrase in _asked(brief)}.values())


def _asked(brief: Brief) -> Iterator[tuple[str, str]]:
    # what comes last stays: the keyphrase before what repeats it
    yield from (("must_mention", phrase) for phrase in brief.must_mention)
    yield from (("secondary", phrase) for phrase in brief.secondary)
    if brief.keyphrase:
        yield "keyphrase", brief.keyphrase


def is_in(phrase: str, text: str) -> bool:
    """Whether a text holds a phrase."""
    return bool(Phrase(phrase).find(text)) or holds_name(phrase, text)


def holds_name(phrase: str, text: str) -> bool:
    """Whether a name stands in a text in another spelling: « Xi’an » as « Xian »."""
    if not any(char.isupper() for char in phrase):
        return False
    wanted = _MARKS.sub("", _bare(phrase))
    first = wanted[:1]
    if len(wanted) < 3 or first not in _bare(text):
        return False
    words = _bare(text).split()
    most = len(phrase.split()) + 1
    return any(
        _MARKS.sub("", "".join(words[start : start + length])) == wanted
        for start in range(len(words))
        for length in range(1, most + 1)
    )


def _bare(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    ).lower()
