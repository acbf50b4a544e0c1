"""What follows the articles: a table of them when there are several, and what came of all.

Of more than a few articles the rules come first, on one screen: `many`.
"""

from collections.abc import Iterable, Iterator

from seo_audit.reports.text import many
from seo_audit.reports.text.article import FAILED, LONGEST, PASSED, UNREADABLE

from seo_audit.judging.score import ENOUGH_WORDS
from seo_audit.message import Language, Message, number
from seo_audit.rendering import finding_lines, fixes
from seo_audit.rendering.columns import cut_left, dimmed, styled, text_width, unbroken, wrap
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.labels import COUNTS, EVIDENCE, tagged
from seo_audit.rendering.summary import Line, Summary, View
from seo_audit.rule import Evidence, Severity

FEW = 5
"""Articles that are shown one after the other; of more, what they have in common."""
LEGEND = Message(fr="Preuve : {letters}", en="Evidence: {letters}")
EXPLAIN = Message(
    fr="Pourquoi une règle, qui le dit, comment la taire : seo-audit explain {rule}",
    en="Why a rule, who says so, how to silence it: seo-audit explain {rule}",
)
TOTAL = Message(
    fr="{count:# article|# articles} : {passed:# accepté|# acceptés}, {failed:# refusé|# refusés}",
    en="{count:# article|# articles}: {passed:# passed|# passed}, {failed:# failed|# failed}",
)
TOTAL_UNREADABLE = Message(
    fr="{count:# illisible|# illisibles}", en="{count:# unreadable|# unreadable}"
)
MEAN = Message(
    fr="score moyen {mean}, le plus bas {lowest}", en="mean score {mean}, lowest {lowest}"
)
CAPPED = Message(
    fr="* plafonné : moins de {words} mots",
    en="* capped: under {words} words",
)
FIXED = Message(
    fr="{count:# constat accepté a disparu|# constats acceptés ont disparu} depuis : "
    "--write-baseline met la liste à jour",
    en="{count:# accepted finding is|# accepted findings are} gone since: "
    "--write-baseline updates the list",
)
NO_ARTICLE = Message(fr="Aucun article.", en="No article.")
COLUMNS = Message(
    fr="Article|Score|Mots|Err.|Avert.|Infos", en="Article|Score|Words|Err.|Warn.|Infos"
)


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The articles, then a table of them when there are several, and what came of all."""
    if view.quiet:
        yield from finding_lines.render(entries, summary, view)
        return
    if len(summary.lines) <= FEW or view.verbose:
        yield from entries
    for text in _closing(summary, view):
        yield unobeyed(text) + "\n"


def _closing(summary: Summary, view: View) -> Iterator[str]:
    lines, say = summary.lines, view.language
    if not lines:
        yield NO_ARTICLE.say(say)
        return
    if len(lines) > 1:
        if len(lines) <= FEW or view.verbose:
            yield from _table(lines, view)
            yield ""
        yield from wrap("\u00a0· ".join(_totals(summary, say)), view.width)
    if len(lines) > FEW:
        yield ""
        yield from many.screen(summary, view)
        yield ""
    for one in summary.remarks:
        text = (
            visible(f"{one.said(say)} {one.advice}", LONGEST) + " " + tagged(one.rule, view.rules)
        )
        yield from dimmed(wrap(text, view.width), view)
    if summary.fixed:
        yield from wrap(FIXED.say(say, {"count": summary.fixed}), view.width)
    yield from _explained(lines, view)
    if mendable := fixes.closing(lines, say):
        yield from wrap(mendable, view.width)


def _explained(lines: tuple[Line, ...], view: View) -> Iterator[str]:
    """Where to read more."""
    say = view.language
    rule = next((line.worst[0] for line in lines if line.worst), None)
    if rule:
        if view.verbose:
            letters = "\u00a0· ".join(
                f"{one.value}\u00a0{unbroken(EVIDENCE[one].say(say))}" for one in Evidence
            )
            yield from dimmed(wrap(LEGEND.say(say, {"letters": letters}), view.width), view)
        yield from dimmed(wrap(EXPLAIN.say(say, {"rule": rule}), view.width), view)


def _totals(summary: Summary, language: Language) -> Iterator[str]:
    text = TOTAL.say(
        language,
        {"count": len(summary.lines), "passed": summary.passed, "failed": summary.failed},
    )
    if summary.unreadable:
        text += ", " + TOTAL_UNREADABLE.say(language, {"count": summary.unreadable})
    yield text
    counts = {
        Severity.ERROR: sum(line.errors for line in summary.lines),
        Severity.WARNING: sum(line.warnings for line in summary.lines),
        Severity.INFO: sum(line.infos for line in summary.lines),
    }
    yield ", ".join(
        COUNTS[severity].say(language, {"count": count}) for severity, count in counts.items()
    )
    scores = summary.scores
    if scores:
        mean = number(sum(scores) / len(scores), language, ".1f")
        yield MEAN.say(language, {"mean": mean, "lowest": min(scores)})


def _table(lines: tuple[Line, ...], view: View) -> Iterator[str]:
    say = view.language
    first, *heads = COLUMNS.say(say).split("|")
    states = [_state(line, say) for line in lines]
    room = max(
        view.width - sum(len(head) + 2 for head in heads) - max(map(text_width, states)) - 2, 12
    )
    room = min(room, max(text_width(first), *(text_width(visible(line.path)) for line in lines)))
    yield styled(first.ljust(room) + "".join("  " + head for head in heads), "bold", view)
    for line, state in zip(lines, states, strict=True):
        failed = line.error is not None or not line.outcome.passed
        path = cut_left(visible(line.path), room)
        cells = "".join(
            "  " + cell.rjust(len(head))
            for cell, head in zip(_cells(line, say), heads, strict=True)
        )
        yield (
            path
            + " " * (room - text_width(path))
            + cells
            + "  "
            + styled(state, "bad" if failed else "good", view)
        )
    if any(line.score_limit is not None for line in lines):
        yield styled(CAPPED.say(say, {"words": ENOUGH_WORDS}), "dim", view)


def _cells(line: Line, language: Language) -> Iterator[str]:
    figures: Iterable[int | None] = (line.score, line.words, line.errors, line.warnings, line.infos)
    if line.error is not None:
        figures = (None,) * 5
    for place, figure in enumerate(figures):
        mark = "*" if place == 0 and line.score_limit is not None else ""
        yield ("–" if figure is None else number(figure, language)) + mark


def _state(line: Line, language: Language) -> str:
    if line.error is not None:
        return f"✗ {UNREADABLE.say(language).lower()}"
    state = PASSED if line.outcome.passed else FAILED
    return f"{'✓' if line.outcome.passed else '✗'} {state.say(language).lower()}"
