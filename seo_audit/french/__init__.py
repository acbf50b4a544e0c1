"""French text, analysed: words, sentences, syllables, languages, same words, passives, phrases.

Each function works on raw text, gives places as half-open character spans of it, and never raises
on a string. The conventions, with examples, are in `docs/french.md`. A name is loaded from its module
when it is first asked for, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "detect_language": "languages",
    "find_connectors": "connectors",
    "find_phrase": "phrases",
    "is_frequent": "frequency",
    "lemma": "lemmas",
    "passives": "passives",
    "same_word": "lemmas",
    "sentences": "sentence_ends",
    "syllables": "syllable_count",
    "words": "tokens",
}

__all__ = [  # noqa: F822 - what __getattr__ gives
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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
