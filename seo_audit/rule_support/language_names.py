"""Names of languages, for people."""

from seo_audit.message import Message

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
