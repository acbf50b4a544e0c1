"""Doctypes, and which of them put a page into quirks mode (13.2.6.4.1)."""

import re

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.parsing.html.construction.tokens import ascii_lower

_SPACE = r"[\t\n\f\r ]*+"
_QUOTED = r"(?:\"([^\">]*+)(\"?+)|'([^'>]*+)('?+))"
_NAME = regex(rf"<!doctype{_SPACE}([^\t\n\f\r >]*+){_SPACE}", re.IGNORECASE)
_PUBLIC = regex(rf"public{_SPACE}{_QUOTED}{_SPACE}", re.IGNORECASE)
_SYSTEM = regex(rf"system{_SPACE}{_QUOTED}", re.IGNORECASE)
_SYSTEM_BEHIND_PUBLIC = regex(_QUOTED)

_QUIRKY = frozenset(
    {
        "-//w3o//dtd w3 html strict 3.0//en//",
        "-/w3c/dtd html 4.0 transitional/en",
        "html",
    }
)
_QUIRKY_STARTS = (
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
)
_QUIRKY_WITHOUT_SYSTEM = (
    "-//w3c//dtd html 4.01 frameset//",
    "-//w3c//dtd html 4.01 transitional//",
)
_QUIRKY_SYSTEM = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"


class DoctypeParts(Struct, frozen=True):
    """What a doctype says; None where it does not."""

    name: str
    public: str | None = None
    system: str | None = None
    forced_quirks: bool = False
    """Whether it is so badly written that the page is in quirks mode."""


def read(text: str) -> DoctypeParts:
    """Read a doctype from “<!doctype” to its end (13.2.5.53 and following)."""
    text = text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    closed = text.endswith(">")
    text = text.removesuffix(">")
    match = _NAME.match(text)
    if match is None or not match[1]:
        return DoctypeParts("", forced_quirks=True)
    name, position = ascii_lower(match[1]), match.end()
    public = system = None
    forced = not closed
    if found := _PUBLIC.match(text, position):
        public, ended = _value(found)
        forced = forced or not ended
        position = found.end()
        if behind := _SYSTEM_BEHIND_PUBLIC.match(text, position):
            system, ended = _value(behind)
            forced = forced or not ended
        elif position < len(text):
            forced = True
    elif found := _SYSTEM.match(text, position):
        system, ended = _value(found)
        forced = forced or not ended
    elif position < len(text):
        forced = True
    return DoctypeParts(name, public, system, forced)


def _value(match: re.Match[str]) -> tuple[str, bool]:
    """A quoted identifier, and whether its quotation mark was closed."""
    if match[1] is not None:
        return match[1], bool(match[2])
    return match[3], bool(match[4])


def is_quirky(doctype: DoctypeParts) -> bool:
    """Whether a page with this doctype is in quirks mode: paragraphs then may hold tables."""
    public = (doctype.public or "").lower()
    system = doctype.system
    return (
        doctype.forced_quirks
        or doctype.name != "html"
        or public in _QUIRKY
        or public.startswith(_QUIRKY_STARTS)
        or (system is not None and system.lower() == _QUIRKY_SYSTEM)
        or (system is None and public.startswith(_QUIRKY_WITHOUT_SYSTEM))
    )
