"""Articles mended in the main job: what remains of one, where its new text goes, what is said of it."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from seo_audit.errors import OutputError
from seo_audit.fixing.diff import unified
from seo_audit.fixing.files import put
from seo_audit.judging import baseline
from seo_audit.judging.baseline import Accepted, Baseline
from seo_audit.message import Language, Message
from seo_audit.rendering.escaping import visible
from seo_audit.runner.entry import Entry, Rewritten

MENDED = Message(
    fr="{count:# constat corrigé|# constats corrigés} dans {articles:# article|# articles}",
    en="{count:# finding|# findings} fixed in {articles:# article|# articles}",
)
WOULD_MEND = Message(
    fr="{count:# constat serait corrigé|# constats seraient corrigés} dans {articles:# article|# articles}, {left:# reste|# restent} à la main",
    en="{count:# finding|# findings} would be fixed in {articles:# article|# articles}, {left:# is|# are} left to do by hand",
)
NOTHING_TO_MEND = Message(
    fr="rien à corriger d’office ; {left:# constat reste|# constats restent} à la main",
    en="nothing to fix unasked; {left:# finding is|# findings are} left to do by hand",
)
SUGGESTED = Message(
    fr="{count:# autre a une suggestion|# autres ont une suggestion} : --unsafe-fixes",
    en="{count:# other has a suggestion|# others have a suggestion}: --unsafe-fixes",
)

SHOWN_SPACES = str.maketrans("\u00a0\u202f", "⍽⍽")
"""What a terminal shows for spaces that look like any other."""


class Mending(Struct, frozen=True):
    """What is asked: suggestions too; a diff instead of files, shown to people where it is for a terminal."""

    unsafe: bool = False
    diff: bool = False
    terminal: bool = False
    color: bool = False

    @property
    def kind(self) -> Literal["safe", "unsafe"]:
        """Which fixes are made."""
        return "unsafe" if self.unsafe else "safe"


def shown_diff(name: str, rewritten: Rewritten, mending: Mending) -> str | bytes:
    """The diff of a mended article: as `git apply` takes it, or as people see it."""
    diff = unified(name, rewritten.before, rewritten.after)
    if not mending.terminal:
        return diff
    text = diff.decode(rewritten.encoding, "replace")
    lines = (visible(line.removesuffix("\r")) for line in text.split("\n"))
    return "\n".join(_line(line, color=mending.color) for line in lines)


def _line(line: str, *, color: bool) -> str:
    if line[:1] in ("+", "-") and line[:3] not in ("+++", "---"):
        line = line.translate(SHOWN_SPACES)
    tone = {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    return f"\x1b[{tone}m{line}\x1b[0m" if color and tone else line


class Ledger:
    """What a run mended, told article by article."""

    def __init__(self, mending: Mending) -> None:
        self.mending = mending
        self.articles = 0
        self._mended = 0
        self._left = 0
        self._suggested = 0
        self._accepted: dict[Path, Accepted] = {}

    def note(self, path: Path, one: Entry) -> None:
        """Count an article; one that was rewritten, by its new text."""
        line = one.line
        self._left += line.errors + line.warnings + line.infos
        self._suggested += line.suggested
        if one.rewritten:
            self.articles += 1
            self._mended += one.rewritten.mended
            self._accepted[path] = one.rewritten.accepted

    def said(self, language: Language) -> str | None:
        """A line for standard error; None where there is nothing to tell."""
        message = MENDED
        if self.mending.diff:
            message = WOULD_MEND if self._mended else NOTHING_TO_MEND
        values = {"count": self._mended, "articles": self.articles, "left": self._left}
        if not (self._mended or self.mending.diff):
            return None
        said = message.say(language, values)
        if self._suggested and not self.mending.unsafe:
            more = SUGGESTED.say(language, {"count": self._suggested})
            return f"{said}\u00a0; {more}" if language == "fr" else f"{said}; {more}"
        return said

    def moved(self, known: Baseline) -> str | None:
        """The text of a baseline that follows the fixes; None where nothing of it changed."""
        articles = dict(known.articles)
        for path, accepted in self._accepted.items():
            name = baseline.key(path, known.folder)
            if name in articles:
                articles[name] = accepted
        return None if articles == known.articles else baseline.text(articles)


def write(path: Path, one: Entry) -> OutputError | None:
    """Write a mended article into its file; what is wrong, if it cannot be."""
    assert one.rewritten
    try:
        put(path, one.rewritten.before, one.rewritten.after)
    except OutputError as error:
        return error
    return None
