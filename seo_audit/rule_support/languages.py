"""What the language tag of a page says, beside the language that its text was found to be in; names for people."""

from seo_audit.lazy import regex
from seo_audit.message import Message

_SYNONYMS = {
    "cat": "ca",
    "deu": "de",
    "dut": "nl",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "ger": "de",
    "ita": "it",
    "nld": "nl",
    "por": "pt",
    "ron": "ro",
    "rum": "ro",
    "spa": "es",
}
"""Codes of ISO 639-2 of the languages that are told apart. HTML wants the shorter ones (BCP 47)."""
_TOLD = frozenset(_SYNONYMS.values())
_WIDELY_TOLD = frozenset({"fr", "en"})
"""What a text is found to be in with certainty, unless it is in one of their neighbours."""
_NEIGHBOURS = frozenset(
    (
        "oc", "oci", "pro", "frp", "wa", "wln", "pcd", "nrf", "fro", "frm", "la", "lat", "co", "cos", "br", "bre", "ht", "hat", "gcf", "gcr",
        "rcf", "mfe", "acf", "crs", "lij", "pms", "lmo", "rm", "sco", "jam", "pcm", "tpi", "bi", "bis",
    )
)  # fmt: skip
"""Languages whose texts may be taken for French or English: nobody here tells them apart."""
_UNKNOWN = frozenset({"", "und", "mul", "mis", "zxx", "x", "i", "art"})
"""Tags that name no language."""
_SEPARATOR = regex(r"[-_]")


def first_code(tag: str) -> str:
    """The language code that a tag begins with, in small letters."""
    return _SEPARATOR.split(tag.strip().lower(), 1)[0]


def language_of_tag(tag: str) -> str:
    """The language code that a tag begins with, in small letters, the two-letter one where there is one."""
    code = first_code(tag)
    return _SYNONYMS.get(code, code)


def contradicts(tag: str, found: str) -> bool:
    """Whether a text found to be in a language (ISO 639-1; "" or `und` where it is not known) belies its page's tag.

    A page in a language that is not told apart from others, such as Occitan or Luxembourgish, is believed.
    """
    said = language_of_tag(tag)
    if said == found or said in _UNKNOWN or found in ("", "und"):
        return False
    return said in _TOLD or (found in _WIDELY_TOLD and said not in _NEIGHBOURS)


_NAMES = {
    "ca": ("catalan", "Catalan"),
    "de": ("allemand", "German"),
    "en": ("anglais", "English"),
    "es": ("espagnol", "Spanish"),
    "fr": ("français", "French"),
    "it": ("italien", "Italian"),
    "nl": ("néerlandais", "Dutch"),
    "pt": ("portugais", "Portuguese"),
    "ro": ("roumain", "Romanian"),
}


def language_name(code: str) -> Message:
    """What a language is called in a message, by its ISO 639-1 code; the code itself where we know no name."""
    french, english = _NAMES.get(code, (f"« {code} »", f"“{code}”"))
    return Message(fr=french, en=english)
