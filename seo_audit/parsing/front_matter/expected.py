"""What a header's values may be: their types, and what generators mean by others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from seo_audit.document import Entry, Problem
from seo_audit.message import Message

WRONG_TYPE = Message(
    fr="« {key} » devrait être {expected_fr} dans l’en-tête.",
    en="“{key}” should be {expected_en} in the front matter.",
)


def type_problems(
    entries: Sequence[Entry], names: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Values that cannot be what their key says."""
    by_key = {entry.key.lower(): entry for entry in entries}
    for what, (good, expected_fr, expected_en) in _EXPECTED.items():
        keys = names.get(what, ()) if what != "settings" else ("seo",)
        entry = next((by_key[name] for name in keys if name in by_key), None)
        if entry is None or entry.value is None or good(entry.value):
            continue
        if not _means_something_else(entry.key.lower(), entry.value):
            yield Problem(
                WRONG_TYPE,
                entry.span,
                {"key": entry.key, "expected_fr": expected_fr, "expected_en": expected_en},
            )


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _is_texts(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(_is_text(item) for item in value))


def _is_people(value: Any) -> bool:
    if isinstance(value, list):
        return all(_is_text(item) or isinstance(item, dict) for item in value)
    return _is_text(value) or isinstance(value, dict | bool)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


_A_TEXT = (_is_text, "un texte", "a text")


_EXPECTED = {
    "title": _A_TEXT,
    "description": _A_TEXT,
    "slug": _A_TEXT,
    "language": (_is_texts, "un texte", "a text"),
    "keywords": (_is_texts, "une liste de textes", "a list of texts"),
    "authors": (_is_people, "un nom ou une liste de noms", "a name or a list of names"),
    "published": (_is_text, "une date", "a date"),
    "modified": (_is_text, "une date", "a date"),
    "settings": (_is_table, "une table de réglages", "a table of settings"),
}
_OTHER_MEANINGS: Mapping[str, tuple[type, ...]] = {
    "date": (dict,),
    "desc": (bool, list, dict),
    "excerpt": (bool, dict),
    "label": (bool, dict, list),
    "language": (dict,),
    "last_update": (bool, dict),
    "lastupdated": (bool,),
    "maj": (bool,),
    "modified": (bool,),
    "name": (bool, dict, list),
    "nom": (bool, dict, list),
    "permalink": (bool, dict),
    "published": (bool,),
    "publie": (bool,),
    "publié": (bool,),
    "summary": (bool, dict),
    "updated": (bool,),
    "url": (bool, dict),
}
"""Keys which say something else in some generators where they hold a switch or a table.

`published: true` (Jekyll), `permalink: false` (Eleventy), `lastUpdated: false` (VitePress),
`date: {created, updated}` (Material for MkDocs), `summary: {enabled}` (Grav), `language: {…}` (Quarto).
"""


def _means_something_else(key: str, value: Any) -> bool:
    return isinstance(value, _OTHER_MEANINGS.get(key, ())) or (key == "slug" and value is False)
