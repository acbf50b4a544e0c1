"""French text, analysed: words, sentences, syllables, languages, same words, passives, phrases.

Each function works on raw text, gives places as half-open character spans of it, and never raises
on a string. The conventions, with examples, are in `docs/french.md`. A name is loaded from its module
when it is first asked for, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seo_audit.french.connectors import find_connectors
    from seo_audit.french.frequency import is_frequent
    from seo_audit.french.languages import detect_language
    from seo_audit.french.lemmas import lemma, same_word
    from seo_audit.french.passive_forms import passives
    from seo_audit.french.phrases import find_phrase
    from seo_audit.french.sentence_ends import sentences
    from seo_audit.french.syllable_count import syllables
    from seo_audit.french.tokens import words

__all__ = [
    "detect_language",
    "find_connectors",
    "find_phrase",
    "is_frequent",
    "lemma",
    "passives",
    "same_word",
    "sentences",
    "syllables",
    "words",
]

_HOMES = {
    "detect_language": "languages",
    "find_connectors": "connectors",
    "find_phrase": "phrases",
    "is_frequent": "frequency",
    "lemma": "lemmas",
    "passives": "passive_forms",
    "same_word": "lemmas",
    "sentences": "sentence_ends",
    "syllables": "syllable_count",
    "words": "tokens",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
