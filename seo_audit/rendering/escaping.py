"""Hostile text made harmless.

A title, an excerpt or a file's name may hold anything. Formats that are shown as they are (terminal,
logs, XML, Markdown) get every character that could move the cursor, end a line or turn the reading
direction as an escape a reader can see; JSON keeps the characters and escapes them its own way.
"""

import re

from seo_audit.lazy import regex
from seo_audit.message import NARROW_NBSP, NBSP, shorten

# C0 and C1 controls, soft hyphen, zero-width and bidirectional controls, line and paragraph
# separators, byte order mark, tags, surrogates, noncharacters. ZWJ and ZWNJ stay: emoji and
# Persian need them.
INVISIBLE = regex(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATES = regex("[\ud800-\udfff]")
_NAMED = {"\t": " ", "\n": "\\n", "\r": "\\r"}


def visible(text: str, limit: int | None = None) -> str:
    r"""The text in one line that shows what it holds: ESC as `\x1b`, U+202E as `\u202e`, a tab as a space.

    Texts of more than `limit` characters are cut, with an ellipsis. No-break spaces stay.
    """
    shown = text if limit is None else shorten(text, limit)
    if shown.replace(NBSP, " ").replace(NARROW_NBSP, " ").isprintable():
        return shown
    return INVISIBLE.sub(_escape, shown)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _NAMED.get(char) or char.encode("unicode_escape", "surrogatepass").decode("ascii")


def unobeyed(line: str) -> str:
    """A line that no runner of CI takes for a command: GitHub's obeys lines that begin with `::`, and the older `##[`."""
    start = line.lstrip()[:_MARK]
    if start.startswith("::"):
        return line.replace("::", ":\u200b:", 1)
    return line.replace("##", "#\u200b#", 1) if start in _COMMANDS else line


_MARK = 3
_COMMANDS = ("##[", "##v")
"""`##[group]` of GitHub's and Azure's runners, `##vso[…]` of Azure's."""


def whole(text: str) -> str:
    """The text with U+FFFD for lone surrogates (from file names that are not UTF-8): it can be encoded."""
    return _SURROGATES.sub("\ufffd", text)


def markdown(text: str) -> str:
    """The text as Markdown shows it, in one line: no markup, no HTML, no table cell, no mention of anybody."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # GitHub and GitLab write to whom an @name names, unless something invisible stands between
    return _MARKUP.sub(r"\\\g<0>", text).replace("@", "@&#8203;")


# what has a meaning within a line; the start of a line is the caller's
_MARKUP = regex(r"[\\`*_\[\]|~$#]")


def code(text: str) -> str:
    """The text as a code span in Markdown, in tables too."""
    text = visible(text).replace("|", "\\|") or " "
    fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


_TICKS = regex("`+")
