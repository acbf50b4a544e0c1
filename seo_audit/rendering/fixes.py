"""What mends a finding, as reports show it: a mark, a last line, the characters that go and come."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from seo_audit.judging.edited_text import edited
from seo_audit.message import Language, Message
from seo_audit.rendering.summary import Line
from seo_audit.report import PlacedFinding
from seo_audit.rule import Edit, Fix
from seo_audit.source import Source

MARK = "[*]"
"""Stands behind what `--fix` mends."""

MENDABLE = Message(
    fr="{count:# constat est corrigeable|# constats sont corrigeables} : --fix",
    en="{count:# finding is fixable|# findings are fixable}: --fix",
)
MENDABLE_AND_SUGGESTED = Message(
    fr="{count:# constat est corrigeable|# constats sont corrigeables} : --fix (et {more} avec --unsafe-fixes)",
    en="{count:# finding is fixable|# findings are fixable}: --fix (and {more} with --unsafe-fixes)",
)
SUGGESTED = Message(
    fr="{more:# constat a une suggestion|# constats ont une suggestion} : --fix --unsafe-fixes",
    en="{more:# finding has a suggestion|# findings have a suggestion}: --fix --unsafe-fixes",
)

AROUND = 24
"""Characters shown on either side of a change."""

SHOWN = 6
"""Changes of one finding that are shown."""

_VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\n": "⏎", "\r": None})


class Change(Struct, frozen=True):
    """A change with what stands around it, in one line; no-break spaces show as ⍽, ends of lines as ⏎."""

    line: int
    before: str
    gone: str
    come: str
    after: str


class ShownFix(Struct, frozen=True):
    """A fix as people read it: `why` says what to look at, of a suggestion; `more` counts changes not shown."""

    safe: bool
    why: str
    changes: tuple[Change, ...]
    more: int


def marked(message: str, finding: PlacedFinding) -> str:
    """A finding’s message, with a mark where `--fix` mends it."""
    return f"{message}\u00a0{MARK}" if finding.fix and finding.fix.safe else message


def closing(lines: Iterable[Line], language: Language) -> str | None:
    """How much could be mended, and how; None where nothing can."""
    found = tuple(lines)
    safe, suggested = sum(one.mendable for one in found), sum(one.suggested for one in found)
    if safe:
        message = MENDABLE_AND_SUGGESTED if suggested else MENDABLE
    elif suggested:
        message = SUGGESTED
    else:
        return None
    return message.say(language, {"count": safe, "more": suggested})


def shown_fix(fix: Fix, source: Source, language: Language) -> ShownFix:
    """The first changes of a fix, each in its surroundings."""
    changes = tuple(_change(edit, source) for edit in fix.edits[:SHOWN])
    why = fix.why.say(language) if fix.why else ""
    return ShownFix(fix.safe, why, changes, max(len(fix.edits) - SHOWN, 0))


def _change(edit: Edit, source: Source) -> Change:
    text, place = source.text, source.position(edit.start)
    line = source.line_span(place.line)
    last = source.line_span(source.position(edit.end).line)
    before = text[max(line.start, edit.start - AROUND) : edit.start].lstrip()
    after = text[edit.end : min(last.end, edit.end + AROUND)].rstrip()
    gone = text[edit.start : edit.end]
    return Change(place.line, *(_one_line(one) for one in (before, gone, edit.text, after)))


def _one_line(text: str) -> str:
    text = text.translate(_VISIBLE)
    return text if len(text) <= 4 * AROUND else f"{text[: 3 * AROUND]}…{text[-AROUND:]}"


def new_lines(fix: Fix, source: Source) -> Iterator[tuple[int, str]]:
    """The lines a fix changes, as they will read; nothing where it adds or removes lines."""
    if any("\n" in edit.text or "\r" in edit.text for edit in fix.edits):
        return
    by_line: dict[int, list[Edit]] = {}
    for edit in fix.edits:
        line = source.position(edit.start).line
        if source.position(edit.end).line != line:
            return
        by_line.setdefault(line, []).append(edit)
    for line, edits in by_line.items():
        span = source.line_span(line)
        moved = [(one.start - span.start, one.end - span.start, one.text) for one in edits]
        yield line, edited(source.text[span.start : span.end], moved)
