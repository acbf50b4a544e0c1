"""What the report formats share: making hostile text harmless, names for severities, JSON text.

A title, an excerpt or a file's name may hold anything. Formats that are shown as they are (terminal,
logs, XML, Markdown) get every character that could move the cursor, end a line or turn the reading
direction as an escape a reader can see; JSON keeps the characters and escapes them its own way.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from seo_audit.judging.score import overall
from seo_audit.lazy import regex
from seo_audit.message import Language, Message
from seo_audit.report import Report, Status
from seo_audit.rule import Category, Evidence, Severity

# C0 and C1 controls, soft hyphen, zero-width and bidirectional controls, line and paragraph
# separators, byte order mark, tags, surrogates, noncharacters. ZWJ and ZWNJ stay: emoji and
# Persian need them.
_INVISIBLE = regex(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATES = regex("[\ud800-\udfff]")
_NAMED = {"\t": " ", "\n": "\\n", "\r": "\\r"}


def visible(text: str, limit: int | None = None) -> str:
    r"""The text in one line that shows what it holds: ESC as `\x1b`, U+202E as `\u202e`, a tab as a space.

    Texts of more than `limit` characters are cut, with an ellipsis. No-break spaces stay.
    """
    if limit is not None and len(text) > limit:
        text = text[: limit - 1].rstrip() + "…"
    return _INVISIBLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _NAMED.get(char) or char.encode("unicode_escape", "surrogatepass").decode("ascii")


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


def dumps(value: Any, margin: int = 0, depth: int = 2) -> str:
    """JSON text, `depth` levels of it an item a line, what is deeper in one line.

    It is indented by two, and moved right by `margin` spaces from its second line on. Characters a
    terminal or an editor would obey stay escaped, lone surrogates become U+FFFD.
    """
    return _tamed(_indented(value, margin, depth))


def _indented(value: Any, margin: int, depth: int) -> str:
    # the standard encoder is fast only where it need not indent
    if not depth or not value or not isinstance(value, dict | list | tuple):
        return _encode(value)
    inner = "\n" + " " * (margin + 2)
    if isinstance(value, dict):
        items = [
            f"{_encode(str(k))}: {_indented(v, margin + 2, depth - 1)}" for k, v in value.items()
        ]
        return "{" + inner + f",{inner}".join(items) + "\n" + " " * margin + "}"
    items = [_indented(one, margin + 2, depth - 1) for one in value]
    return "[" + inner + f",{inner}".join(items) + "\n" + " " * margin + "]"


def compact(value: Any) -> str:
    """JSON text in one line, with the same escapes."""
    return _tamed(_encode(value))


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _tamed(text: str) -> str:
    # such characters stand within strings only, but for the ends of our own lines
    return _INVISIBLE.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\n":
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return json.dumps(char)[1:-1]


def shown(path: str) -> str:
    """A path for machines that open it: relative to where we run if it lies below, else as it is.

    SARIF, GitLab and GitHub know files by their place in the repository.
    """
    path = whole(path)
    if not Path(path).is_absolute():
        return path
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path


def reason(report: Report, language: Language) -> str:
    """Why an article could not be read, without its path where the sentence begins with it."""
    assert report.error is not None
    return without_path(report.error.say(language), report.path)


def without_path(error: str, path: str) -> str:
    """An error's line without the path it begins with."""
    for separator in (" : ", "\u00a0: ", ": "):
        if error.startswith(path + separator):
            return error[len(path + separator) :]
    return error


SEVERITIES: Mapping[Severity, Message] = {
    Severity.ERROR: Message(fr="erreur", en="error"),
    Severity.WARNING: Message(fr="avertissement", en="warning"),
    Severity.INFO: Message(fr="information", en="info"),
}
COUNTS: Mapping[Severity, Message] = {
    Severity.ERROR: Message(fr="{count:# erreur|# erreurs}", en="{count:# error|# errors}"),
    Severity.WARNING: Message(
        fr="{count:# avertissement|# avertissements}", en="{count:# warning|# warnings}"
    ),
    Severity.INFO: Message(fr="{count:# information|# informations}", en="{count:# info|# infos}"),
}
EVIDENCE: Mapping[Evidence | None, Message] = {
    Evidence.GOOGLE: Message(fr="documenté par Google", en="documented by Google"),
    Evidence.STANDARD: Message(
        fr="norme du web ou d’accessibilité", en="standard of the web or of accessibility"
    ),
    Evidence.TOOLS: Message(fr="usage commun des outils", en="common practice of the tools"),
    Evidence.FOLKLORE: Message(
        fr="convention du métier, sans preuve", en="convention of the trade, unproved"
    ),
    None: Message(fr="choix de la maison", en="a choice of the house"),
}
CATEGORIES: Mapping[Category, Message] = {
    Category.CONTENT: Message(fr="contenu", en="content"),
    Category.STRUCTURE: Message(fr="structure", en="structure"),
    Category.METADATA: Message(fr="métadonnées", en="metadata"),
    Category.KEYPHRASE: Message(fr="expression clé", en="keyphrase"),
    Category.LINKS: Message(fr="liens", en="links"),
    Category.MEDIA: Message(fr="médias", en="media"),
    Category.READABILITY: Message(fr="lisibilité", en="readability"),
    Category.TYPOGRAPHY: Message(fr="typographie", en="typography"),
    Category.BRIEF: Message(fr="commande", en="brief"),
}
BROKEN = Message(fr="règle en panne : {error}", en="broken rule: {error}")


def gains(report: Report) -> tuple[tuple[str, int], ...]:
    """Rules whose findings, once mended, raise the score: rule and points, most first.

    Each is counted alone; together they may gain more or less, since the score is rounded.
    """
    if report.score is None or report.figures is None:
        return ()
    found = []
    for verdict in report.having(Status.FAILED):
        mended = tuple(
            replace(one, score=1.0) if one is verdict else one for one in report.verdicts
        )
        points = (overall(mended, report.figures.words) or 0) - report.score
        if verdict.score is not None and points > 0:
            found.append((verdict.rule, points))
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))
