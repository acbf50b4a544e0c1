"""Which other language an article says that it is in, by its own tag or by where its file lies; and which a block is in."""

from collections.abc import Mapping

from seo_audit.document import Block, Document
from seo_audit.french.languages import Tally, tell_language
from seo_audit.lazy import regex

_TAG = regex(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8}){0,4}\Z")
_FILE = regex(r"[^.].*[._-]([a-z]{2})(?:[-_][a-z]{2})?\.\w{2,8}\Z")
"""« article.en.md », as Hugo and others name translations; « article_en.md »."""

_NAMES = {
    name: code
    for code, names in {
        "fr": "français francais french",
        "en": "english anglais",
        "de": "german deutsch allemand",
        "es": "spanish español espanol espagnol castellano",
        "it": "italian italiano italien",
        "pt": "portuguese português portugues portugais",
        "nl": "dutch nederlands néerlandais",
        "ca": "catalan català",
    }.items()
    for name in names.split()
}
"""Languages by the names that people give them."""

_FOLDERS = frozenset({"ca", "de", "en", "es", "it", "nl", "pt", "ro"})
"""Languages that `french.detect_language` can confirm: a folder named « it » may be about computers."""


def declared_language(document: Document) -> str | None:
    """The ISO 639 code of the language an article says it is in (`lang`, the front matter); None where it says none."""
    said = document.metadata.language
    value = said.value.strip().lower() if said else ""
    found = _TAG.match(value)
    return _NAMES.get(value) or (found[1] if found else None)


def language_of_folder(document: Document) -> str | None:
    """The code of a language by which the article's folder or file is named; None where neither is."""
    source = document.source
    *folders, name = (source.path.as_posix() if source.path else source.name).lower().split("/")
    file = _FILE.match(name)
    if file and file[1] in _FOLDERS:
        return file[1]
    tags = (_TAG.match(folder) for folder in reversed(folders))
    return next((tag[1] for tag in tags if tag and tag[1] in _FOLDERS), None)


CERTAIN = 0.6
"""Confidence from which a passage is said to be in another language."""
_APART = frozenset({"en", "de", "nl"})
"""Languages that share none of these words with French."""
_LITTLE_WORDS = frozenset(
    ("le", "les", "du", "une", "et", "est", "dans", "qui", "sur", "avec", "aux", "cette", "pas", "notre", "nous", "vous", "il", "elle",
     "à", "sont", "ont")
)  # fmt: skip
LITTLE_SHARE = 0.1
"""Of the words: with more little ones of French, a text is French, with names and titles in another language."""


def foreign_language(found: Tally, words: int) -> str:
    """The language other than French that so many words of a block are in, as certain as can be; "" for none."""
    language, confidence = tell_language([found])
    if language in ("fr", "und") or confidence < CERTAIN:
        return ""
    is_french = language in _APART and _is_french_with_names(found.counts, words)
    return "" if is_french else language


def _is_french_with_names(counts: Mapping[str, int], words: int) -> bool:
    """Whether French holds a text together: « Black Diamond est arrivé à 3 reprises Best of Breed et Best of Winner »."""
    return sum(counts.get(word, 0) for word in _LITTLE_WORDS) > LITTLE_SHARE * words


def is_marked_foreign(block: Block) -> bool:
    """Whether the article itself says that the block, or most of it, is in another language."""
    if block.language and not block.language.lower().startswith("fr"):
        return True
    marked = sum(mark.end - mark.start for mark in block.foreign)
    return 2 * marked > len(block.text.value)
