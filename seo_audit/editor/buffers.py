"""The texts that an editor has open, saved or not, and what is known of each."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from seo_audit.document import Format
from seo_audit.editor.positions import Encoding, Extent, Lines
from seo_audit.errors import SeoAuditError
from seo_audit.parsing import SUFFIXES
from seo_audit.report import PlacedFinding, Report

LANGUAGES: dict[str, Format] = {
    "markdown": "markdown",
    "mdx": "markdown",
    "quarto": "markdown",
    "rmd": "markdown",
    "html": "html",
    "xhtml": "html",
    "plaintext": "text",
    "text": "text",
}
"""What editors call the languages that articles are written in → the article's format."""

TYPED = 40
"""A change without a place (the editor sends the whole text each time) that brings more characters is no typing."""
PASTED = 400
"""A change in place that brings more characters is a pasted article, judged as a whole."""


class Change(Struct, frozen=True):
    """A change of a text: what stands in an extent from now on; without one the whole text is new."""

    text: str
    extent: Extent | None = None


class Audited(Struct, frozen=True):
    """What came of an audit: a report, or the error that stands for it; and of which text."""

    version: int
    generation: int
    report: Report | None
    error: SeoAuditError | None = None
    seconds: float = 0.0


class Buffer:
    """A text that is open in an editor."""

    def __init__(
        self, uri: str, language: str, version: int, text: str, encoding: Encoding
    ) -> None:
        self.uri = uri
        self.path = path_of(uri)
        self.format = format_of(self.path or PurePath(uri), language)
        """None when it is no article: then nothing is said of it."""
        self.version = version
        self.lines = Lines(text, encoding)
        self.complete = True
        """Whether findings about the article as a whole are due: it was opened, saved, or pasted anew."""
        self.whole: frozenset[str] = frozenset()
        """Rules that said something of the article as a whole when that was last due."""
        self.audited: Audited | None = None
        self.seconds = 0.0
        """How long its last audit took."""

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.lines.text

    def change(self, version: int, changes: Iterable[Change]) -> None:
        """Take changes over, each made on what the one before it left."""
        for one in changes:
            before, encoding = self.text, self.lines.encoding
            if one.extent is None:
                brought, most = _brought(before, one.text), TYPED
                text = one.text
            else:
                start = self.lines.offset(one.extent.start)
                end = max(start, self.lines.offset(one.extent.end))
                brought, most = len(one.text), PASTED
                text = before[:start] + one.text + before[end:]
            self.lines = Lines(text, encoding)
            self.complete = self.complete or brought > most
        self.version = version

    def shown(self, report: Report) -> list[tuple[str, PlacedFinding]]:
        """The findings to show, each with its rule's id.

        While somebody types, nothing new is said of the article as a whole: a half-written one is too short, has no
        title yet, no keyphrase.
        """
        return [
            (verdict.rule, finding)
            for verdict, finding in report.findings
            if finding.place is not None or self.complete or verdict.rule in self.whole
        ]

    def note_shown(self, report: Report | None) -> None:
        """Remember what has been said of the article as a whole; without a report, of an empty text, nothing."""
        if self.complete:
            findings = report.findings if report else ()
            self.whole = frozenset(
                verdict.rule for verdict, finding in findings if finding.place is None
            )
            self.complete = False


def _brought(before: str, after: str) -> int:
    """How many characters are new, where both begin and end alike."""
    first, most = 0, min(len(before), len(after))
    # by halves, since comparing slices is what Python does fast
    step = most
    while step:
        if first + step <= most and before.startswith(after[first : first + step], first):
            first += step
        else:
            step //= 2
    last, most = 0, most - first
    step = most
    while step:
        at = len(after) - last
        if last + step <= most and before.endswith(after[at - step : at], 0, len(before) - last):
            last += step
        else:
            step //= 2
    return len(after) - first - last


def path_of(uri: str) -> Path | None:
    """The file that an address names; None when it names none (an untitled text, another machine's)."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return None
    name = unquote(parts.path)
    if os.name == "nt":
        # file:///c:/site/a.md
        name = name.removeprefix("/")
    path = Path(name)
    return path if path.is_absolute() and "\0" not in str(path) else None


def format_of(path: PurePath, language: str) -> Format | None:
    """The format of an article: as its name ends, else as the editor calls its language."""
    return SUFFIXES.get(path.suffix.lower()) or LANGUAGES.get(language.lower())
