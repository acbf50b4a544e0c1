"""For people at a terminal: what to change first, and where.

An article takes about a screen: the gravest findings and those that cost most come first, a rule
that finds much shows a few places and names the others. `--verbose` shows everything.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from seo_audit.judging.gate import Outcome
from seo_audit.judging.score import Gain, gains
from seo_audit.message import Language, Message, Value, number
from seo_audit.rendering import anchors
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.fixes import closing, marked
from seo_audit.rendering.labels import COUNTS, EVIDENCE
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import Line, Summary, View
from seo_audit.report import Figures, PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Evidence, Severity


class Limits(Struct, frozen=True):
    """How many places of one rule are shown, and how many rules of one severity."""

    places: Mapping[Severity, int]
    rules: Mapping[Severity, int]


LIMITS = tuple(
    Limits(
        dict(zip(Severity, places, strict=True)),
        dict(zip(Severity, rules, strict=True)),
    )
    for places, rules in (((4, 2, 1), (12, 5, 3)), ((3, 1, 1), (12, 5, 2)), ((2, 1, 1), (8, 4, 1)))
)
"""From generous to tight: the first that fits a screen is taken, else the last."""
SCREEN = 48
"""Lines."""
ROWS = 40
"""Articles the table at the end holds before it leaves out those that passed."""
LONGEST = 300
"""Characters of a message, an advice or a title."""
SHORT = 24
"""Columns; an excerpt of fewer is shown within its line."""

HEADINGS = {
    Severity.ERROR: Message(
        fr="{count:# erreur, à corriger d’abord|# erreurs, à corriger d’abord}",
        en="{count:# error, to mend first|# errors, to mend first}",
    ),
    Severity.WARNING: COUNTS[Severity.WARNING],
    Severity.INFO: COUNTS[Severity.INFO],
}
OVER_OPTIMISED = Message(
    fr="Suroptimisation, hors score : {count:# constat|# constats}",
    en="Outside the score, apart: {count:# finding|# findings}",
)
WORDS = Message(fr="{count:# mot|# mots}", en="{count:# word|# words}")
READING = Message(fr="{count:# min|# min} de lecture", en="{count:# min|# min} to read")
EASE = Message(fr="lisibilité\u00a0{placed}", en="readability\u00a0{placed}")
READABILITY = Message(fr="Lisibilité : {placed}", en="Readability: {placed}")
HEADS = Message(fr="{count:# titre|# titres}", en="{count:# heading|# headings}")
LINKS = Message(fr="{count:# lien|# liens}", en="{count:# link|# links}")
IMAGES = Message(fr="{count:# image|# images}", en="{count:# image|# images}")
KEYPHRASE = Message(
    fr="Expression clé « {phrase} » : {count:# fois|# fois}{density}",
    en="Keyphrase “{phrase}”: {count:once|# times}{density}",
)
FIRST = Message(fr="D’abord : {rules}", en="First: {rules}")
POINTS = Message(fr="+{points:# point|# points}", en="+{points:# point|# points}")
SCORE = Message(fr="score {score}/100", en="score {score}/100")
NO_SCORE = Message(fr="sans score", en="no score")
MORE_PLACES = Message(
    fr="… et {count:# autre endroit|# autres endroits} : {places}",
    en="… and {count:# other place|# other places}: {places}",
)
MORE_RULES = Message(
    fr="… et {count:# autre constat|# autres constats} ({rules}) ; --verbose montre tout",
    en="… and {count:# other finding|# other findings} ({rules}); --verbose shows all",
)
BROKEN = Message(fr="Règle en panne, {rule} : {error}", en="Broken rule, {rule}: {error}")
NOTHING = Message(fr="Aucun constat.", en="No finding.")
PASSED = Message(fr="Accepté", en="Passed")
FAILED = Message(fr="Refusé", en="Failed")
UNREADABLE = Message(fr="Illisible", en="Unreadable")
PASSED_RULES = Message(fr="Règles satisfaites", en="Rules passed")
SKIPPED_RULES = Message(fr="Règles sans objet ici", en="Rules with nothing to judge here")
FURNITURE = Message(fr="Laissé hors de l’article", en="Left out of the article")
AT_LINE = Message(fr="ligne {line}, {reason} : {text}", en="line {line}, {reason}: {text}")
LEGEND = Message(fr="Preuve : {letters}", en="Evidence: {letters}")
EXPLAIN = Message(
    fr="Pourquoi une règle, et qui le dit : seo-audit explain {rule}",
    en="Why a rule, and who says so: seo-audit explain {rule}",
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
LEFT_OUT = Message(
    fr="… et {count:# article accepté|# articles acceptés} ; --verbose {count:le|les} montre",
    en="… and {count:# article|# articles} that passed; --verbose shows {count:it|them}",
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

_CODES = {
    "bold": "1",
    "dim": "2",
    "place": "1;4",
    "good": "32",
    "middling": "33",
    "bad": "31",
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article, a blank line after it. Nothing for one that passed, when only failures are asked for."""
    if view.quiet and outcome.passed:
        return ""
    gained = gains(report.verdicts, report.figures.words if report.figures else 0)
    lines: list[str] = []
    for limits in (None,) if view.verbose else LIMITS:
        lines = list(_article(report, outcome, gained, limits, view))
        if len(lines) <= SCREEN:
            break
    return "".join(f"{unobeyed(line)}\n" for line in lines) + "\n"


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The articles, then a table of them when there are several, and what came of all."""
    yield from entries
    lines = summary.lines
    if view.quiet and summary.passed == len(lines):
        return
    for text in _closing(summary, view):
        yield unobeyed(text) + "\n"


# -- one article


Gains = Mapping[str, Gain]
"""What mending a rule's findings brings."""


def _article(
    report: Report, outcome: Outcome, gained: Gains, limits: Limits | None, view: View
) -> Iterator[str]:
    say = view.language
    yield _header(report, view)
    if report.error:
        text = f"✗ {UNREADABLE.say(say)} : " if say == "fr" else f"✗ {UNREADABLE.say(say)}: "
        yield from _hanging(text, [visible(reason(report, say), LONGEST)], "bad", view)
        return
    yield from _figures(report, gained, view)
    yield ""
    ordinary = [pair for pair in report.findings if not pair[0].over_optimisation]
    apart = [pair for pair in report.findings if pair[0].over_optimisation]
    column = max((len(_place(one)) for _, one in report.findings), default=1)
    for severity in Severity:
        found = [pair for pair in ordinary if pair[1].severity is severity]
        if found:
            heading = HEADINGS[severity].say(say, {"count": len(found)})
            yield _styled(heading[0].upper() + heading[1:], severity, view)
            most = (limits.places[severity], limits.rules[severity]) if limits else EVERYTHING
            yield from _findings(report, _by_rule(found, gained), most, column, view)
            yield ""
    if apart:
        yield _styled(OVER_OPTIMISED.say(say, {"count": len(apart)}), Severity.WARNING, view)
        most = (limits.places[Severity.WARNING], len(apart)) if limits else EVERYTHING
        yield from _findings(report, _by_rule(apart, gained), most, column, view)
        yield ""
    for verdict in report.having(Status.BROKEN):
        text = BROKEN.say(say, {"rule": verdict.rule, "error": verdict.error or ""})
        yield from _hanging("! ", [visible(text, LONGEST)], "bad", view)
    if not (ordinary or apart or report.having(Status.BROKEN)):
        yield NOTHING.say(say)
    if view.verbose:
        yield from _details(report, view)
    yield from _verdict(outcome, view)


def _header(report: Report, view: View) -> str:
    if report.error:
        return _styled(_cut_left(visible(report.path), view.width), "bold", view)
    score = report.score
    text = (
        SCORE.say(view.language, {"score": score})
        if score is not None
        else NO_SCORE.say(view.language)
    )
    path = _cut_left(visible(report.path), view.width - _width(text) - 2)
    gap = " " * (view.width - _width(path) - _width(text))
    return _styled(path, "bold", view) + gap + _styled(text, _score_style(score), view)


def _score_style(score: int | None) -> str:
    if score is None:
        return "dim"
    return "good" if score >= 80 else "middling" if score >= 50 else "bad"


def _figures(report: Report, gained: Gains, view: View) -> Iterator[str]:
    title = report.document.metadata.title if report.document else None
    if title:
        yield _cut(visible(title.value, LONGEST), view.width)
    if report.figures:
        for line in _wrap(
            "\u00a0· ".join(_shown_figures(report.figures, view.language)), view.width
        ):
            yield _styled(line, "dim", view)
        yield from _keyphrase(report.figures, view)
    first = sorted((-gain.shown, rule) for rule, gain in gained.items() if gain.shown)[:3]
    if first:
        # the unit is said once: three rules fit a line
        points = POINTS.say(view.language, {"points": -first[0][0]})
        named = [f"{first[0][1]} ({_unbroken(points)})"]
        named += [f"{rule} (+{-less})" for less, rule in first[1:]]
        text = FIRST.say(view.language, {"rules": ", ".join(_unbroken(one) for one in named)})
        yield from _wrap(text, view.width)


def _shown_figures(figures: Figures, language: Language) -> Iterator[str]:
    counts = (
        (WORDS, figures.words),
        (READING, max(min(figures.words, 1), round(figures.reading_minutes))),
        (HEADS, figures.headings),
        (LINKS, figures.links),
        (IMAGES, figures.images),
    )
    for message, count in counts:
        yield _unbroken(message.say(language, {"count": count}))
        if message is READING and figures.readability is not None:
            yield EASE.say(language, {"placed": anchors.placed(figures.readability, language)})


def _keyphrase(figures: Figures, view: View) -> Iterator[str]:
    say = view.language
    if figures.keyphrase is not None:
        density = figures.keyphrase_density
        share = "" if density is None else f" ({number(density / 100, say, '.1%')})"
        values: dict[str, Value] = {
            "phrase": visible(figures.keyphrase, 60),
            "count": figures.keyphrase_count or 0,
            "density": share,
        }
        yield from _dimmed(_wrap(KEYPHRASE.say(say, values), view.width), view)


def _verdict(outcome: Outcome, view: View) -> Iterator[str]:
    if outcome.passed:
        yield _styled("✓ " + PASSED.say(view.language), "good", view)
        return
    colon = " : " if view.language == "fr" else ": "
    head = "✗ " + FAILED.say(view.language)
    reasons = [visible(one.say(view.language), LONGEST) for one in outcome.reasons]
    if reasons:
        yield from _hanging(head + colon, reasons, "bad", view)
    else:
        yield _styled(head, "bad", view)


# -- findings

Pair = tuple[Verdict, PlacedFinding]


EVERYTHING = (1_000_000_000, 1_000_000_000)


def _by_rule(found: list[Pair], gained: Gains) -> list[list[Pair]]:
    """Findings rule by rule: those that gain most first, then those of the better evidence.

    What a rule finds of different kinds stands apart: « and 2 more places » means the same fault there.
    """
    kinds = {_kind(pair): number for number, pair in reversed(list(enumerate(found)))}
    ordered = sorted(
        found,
        key=lambda pair: (
            -gained[pair[0].rule].shown if pair[0].rule in gained else 0,
            pair[0].evidence or "C",
            pair[0].rule,
            kinds[_kind(pair)],
        ),
    )
    return [list(pairs) for _, pairs in groupby(ordered, key=_kind)]


def _kind(pair: Pair) -> tuple[str, str, str]:
    verdict, finding = pair
    return verdict.rule, finding.fault.message.en, finding.fault.advice.en


def _findings(
    report: Report, groups: list[list[Pair]], most: tuple[int, int], column: int, view: View
) -> Iterator[str]:
    """The findings of one severity, as many places of as many rules as `most` says."""
    places, rules = most
    for group in groups[:rules]:
        yield from _rule(report, group, places, column, view)
    rest = groups[rules:]
    if rest:
        values: dict[str, Value] = {
            "count": sum(map(len, rest)),
            "rules": ", ".join(dict.fromkeys(group[0][0].rule for group in rest)),
        }
        indent = " " * (column + 4)
        text = MORE_RULES.say(view.language, values)
        yield from _dimmed((indent + line for line in _wrap(text, view.width - len(indent))), view)


def _rule(report: Report, group: list[Pair], most: int, column: int, view: View) -> Iterator[str]:
    """Findings of one kind. An advice that is the same for several stands under the last of them."""
    shown = group[:most]
    indent = " " * (column + 4)
    width = max(view.width - len(indent), 20)
    for index, (verdict, finding) in enumerate(shown):
        mark = _styled(_place(finding).rjust(column + 2), finding.severity, view)
        message = marked(visible(finding.message(view.language), LONGEST), finding)
        for line in _wrap(message, width):
            yield mark + "  " + line
            mark = " " * (column + 2)
        for line in _quoted(report, finding, width, view):
            yield indent + line
        last = index == len(shown) - 1
        if last:
            yield from _more_places(group[most:], indent, width, view)
        advice = finding.advice(view.language)
        if last or shown[index + 1][1].advice(view.language) != advice:
            yield from _advice(verdict, visible(advice, LONGEST), indent, width, view)


def _more_places(rest: list[Pair], indent: str, width: int, view: View) -> Iterator[str]:
    if rest:
        places = ", ".join(_place(finding) for _, finding in rest)
        values: dict[str, Value] = {"count": len(rest), "places": places}
        yield indent + _styled(_cut(MORE_PLACES.say(view.language, values), width), "dim", view)


def _advice(verdict: Verdict, advice: str, indent: str, width: int, view: View) -> Iterator[str]:
    evidence = f"\u00a0{verdict.evidence}" if verdict.evidence else ""
    tag = f"[{verdict.rule}{evidence}]"
    mark = "→ "
    for line in _wrap(f"{advice} {tag}", width - 2):
        yield indent + mark + line.replace(tag, _styled(tag, "dim", view))
        mark = "  "


def _place(finding: PlacedFinding) -> str:
    return f"{finding.place.line}:{finding.place.column}" if finding.place else "—"


def _quoted(report: Report, finding: PlacedFinding, width: int, view: View) -> Iterator[str]:
    """The source at the place: the excerpt, or, when that is short, its line with the place marked."""
    place = finding.place
    if place is None:
        return
    excerpt = visible(finding.excerpt)
    bar = _styled("│ ", "dim", view)
    room = width - 2
    source = report.document.source if report.document else None
    if source is None or place.line != place.end_line or _width(excerpt) >= SHORT:
        if excerpt:
            yield bar + _cut(excerpt, room)
        return
    line = source.line_span(place.line)
    marked = visible(source.text[place.offset : place.end_offset])
    side = max(room - _width(marked), 0) // 2
    before = _cut_left(
        visible(source.text[max(line.start, place.offset - room) : place.offset]).lstrip(), side
    )
    rest = visible(source.text[place.end_offset : min(line.end, place.end_offset + room)]).rstrip()
    after = _cut(rest, max(room - _width(before) - _width(marked), 0))
    yield (
        bar
        + _styled(before, "dim", view)
        + _styled(marked, "place", view)
        + _styled(after, "dim", view)
    )
    if not view.color and before + after:
        yield bar + " " * _width(before) + "^" * max(_width(marked), 1)


def _details(report: Report, view: View) -> Iterator[str]:
    """What only --verbose shows."""
    for message, status in ((PASSED_RULES, Status.PASSED), (SKIPPED_RULES, Status.SKIPPED)):
        names = [verdict.rule for verdict in report.having(status)]
        if names:
            yield _styled(f"{message.say(view.language)} ({len(names)})", "bold", view)
            yield from ("  " + line for line in _wrap(", ".join(names), view.width - 2))
            yield ""
    if report.figures and report.figures.readability is not None:
        placed = anchors.placed(report.figures.readability, view.language)
        yield _styled(READABILITY.say(view.language, {"placed": placed}), "bold", view)
        scale = anchors.scale(view.language)
        yield from ("  " + line for line in _wrap(scale, view.width - 2))
        yield ""
    furniture = report.document.furniture if report.document else ()
    if report.document and furniture:
        yield _styled(f"{FURNITURE.say(view.language)} ({len(furniture)})", "bold", view)
        for one in furniture:
            values: dict[str, Value] = {
                "line": report.document.source.position(one.span.start).line,
                "reason": visible(one.reason, 40),
                "text": visible(" ".join(one.text[:LONGEST].split())),
            }
            yield "  " + _cut(AT_LINE.say(view.language, values), view.width - 2)
        yield ""


# -- all articles


def _closing(summary: Summary, view: View) -> Iterator[str]:
    lines, say = summary.lines, view.language
    if not lines:
        yield NO_ARTICLE.say(say)
        return
    if len(lines) > 1:
        yield from _table(lines, view)
        yield ""
        yield from _wrap("\u00a0· ".join(_totals(summary, say)), view.width)
    if summary.fixed:
        yield from _wrap(FIXED.say(say, {"count": summary.fixed}), view.width)
    yield from _explained(lines, view)
    if mendable := closing(lines, say):
        yield from _wrap(mendable, view.width)


def _explained(lines: tuple[Line, ...], view: View) -> Iterator[str]:
    """Where to read more."""
    say = view.language
    rule = next((line.worst[0] for line in lines if line.worst), None)
    if rule:
        if view.verbose:
            letters = "\u00a0· ".join(
                f"{one.value}\u00a0{_unbroken(EVIDENCE[one].say(say))}" for one in Evidence
            )
            yield from _dimmed(_wrap(LEGEND.say(say, {"letters": letters}), view.width), view)
        yield from _dimmed(_wrap(EXPLAIN.say(say, {"rule": rule}), view.width), view)


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
    room = max(view.width - sum(len(head) + 2 for head in heads) - max(map(_width, states)) - 2, 12)
    room = min(room, max(_width(first), *(_width(visible(line.path)) for line in lines)))
    yield _styled(first.ljust(room) + "".join("  " + head for head in heads), "bold", view)
    everything = view.verbose or len(lines) <= ROWS
    for line, state in zip(lines, states, strict=True):
        failed = line.error is not None or not line.outcome.passed
        if not (failed or everything):
            continue
        path = _cut_left(visible(line.path), room)
        figures: Iterable[int | None] = (
            line.score,
            line.words,
            line.errors,
            line.warnings,
            line.infos,
        )
        if line.error is not None:
            figures = (None,) * 5
        cells = "".join(
            "  " + ("–" if figure is None else number(figure, say)).rjust(len(head))
            for figure, head in zip(figures, heads, strict=True)
        )
        yield (
            path
            + " " * (room - _width(path))
            + cells
            + "  "
            + _styled(state, "bad" if failed else "good", view)
        )
    passed = sum(line.outcome.passed for line in lines)
    if not everything and passed:
        yield _styled(LEFT_OUT.say(say, {"count": passed}), "dim", view)


def _state(line: Line, language: Language) -> str:
    if line.error is not None:
        return "✗ " + UNREADABLE.say(language).lower()
    return (
        "✓ " + PASSED.say(language).lower()
        if line.outcome.passed
        else "✗ " + FAILED.say(language).lower()
    )


# -- columns


def _styled(text: str, style: str, view: View) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if view.color and text else text


def _dimmed(lines: Iterable[str], view: View) -> Iterator[str]:
    return (_styled(line, "dim", view) for line in lines)


def _hanging(head: str, texts: list[str], style: str, view: View) -> Iterator[str]:
    """Texts one under the other, after a head."""
    indent = _width(head)
    for text in texts:
        for line in _wrap(text, max(view.width - indent, 20)):
            yield _styled(head, style, view) + line
            head = " " * indent


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _width(text: str) -> int:
    """Columns of a text on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cut(text: str, width: int) -> str:
    """The beginning of a text, with an ellipsis when it does not fit."""
    if _width(text) <= width:
        return text
    return _beginning(text, max(width - 1, 0)) + "…"


def _cut_left(text: str, width: int) -> str:
    """The end of a text, with an ellipsis when it does not fit: of a path the end says most."""
    if _width(text) <= width:
        return text
    return "…" + _beginning(text[::-1], max(width - 1, 0))[::-1]


def _beginning(text: str, width: int) -> str:
    used = 0
    for index, char in enumerate(text):
        used += _columns(char)
        if used > width:
            return text[:index]
    return text


def _wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, broken at spaces, never at no-break ones; long words are cut."""
    line, used = "", 0
    for word in text.split(" "):
        size = _width(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            yield line
        while size > width:
            piece = _beginning(word, width) or word[0]
            yield piece
            word = word[len(piece) :]  # noqa: PLW2901  what is left of it
            size = _width(word)
        line, used = word, size
    if line:
        yield line
