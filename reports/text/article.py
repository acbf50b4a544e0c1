"""For people at a terminal: what to change first, and where.

An article takes about a screen: the gravest findings and those that cost most come first, a rule
that finds much shows a few places and names the others. `--verbose` shows everything.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from seo_audit.judging.gate import Outcome
from seo_audit.message import NBSP, Language, Message, Value, number
from seo_audit.rendering import anchors, finding_lines, points
from seo_audit.rendering.columns import (
    cut,
    cut_left,
    dimmed,
    hanging,
    styled,
    text_width,
    unbroken,
    wrap,
)
from seo_audit.rendering.escaping import unobeyed, visible
from seo_audit.rendering.fixes import marked
from seo_audit.rendering.labels import COUNTS
from seo_audit.rendering.paths import reason
from seo_audit.rendering.summary import View
from seo_audit.report import Figures, PlacedFinding, Report, Status, Verdict, is_remark
from seo_audit.rule import Severity


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


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article, a blank line after it; with `view.quiet` a line for each finding that makes it fail."""
    if view.quiet:
        return finding_lines.entry(report, outcome, view)
    gained = points.gained(report)
    lines: list[str] = []
    for limits in (None,) if view.verbose else LIMITS:
        lines = list(_article(report, outcome, gained, limits, view))
        if len(lines) <= SCREEN:
            break
    return "".join(f"{unobeyed(line)}\n" for line in lines) + "\n"


# -- one article


def _article(
    report: Report, outcome: Outcome, gained: points.Gains, limits: Limits | None, view: View
) -> Iterator[str]:
    say = view.language
    yield _header(report, view)
    if report.error:
        text = f"✗ {UNREADABLE.say(say)} : " if say == "fr" else f"✗ {UNREADABLE.say(say)}: "
        yield from hanging(text, [visible(reason(report, say), LONGEST)], "bad", view)
        return
    yield from _figures(report, gained, view)
    yield ""
    remarks = [
        pair
        for pair in report.findings
        if is_remark(*pair) and pair[1].severity not in outcome.failing
    ]
    ordinary = [
        pair for pair in report.findings if not pair[0].over_optimisation and pair not in remarks
    ]
    apart = [pair for pair in report.findings if pair[0].over_optimisation]
    column = max((len(_place(one)) for _, one in report.findings), default=1)
    for severity in Severity:
        found = [pair for pair in ordinary if pair[1].severity is severity]
        if found:
            heading = HEADINGS[severity].say(say, {"count": len(found)})
            yield styled(heading[0].upper() + heading[1:], severity, view)
            most = (limits.places[severity], limits.rules[severity]) if limits else EVERYTHING
            yield from _findings(report, _by_rule(found, gained), most, column, view)
            yield ""
    if apart:
        yield styled(OVER_OPTIMISED.say(say, {"count": len(apart)}), Severity.WARNING, view)
        most = (limits.places[Severity.WARNING], len(apart)) if limits else EVERYTHING
        yield from _findings(report, _by_rule(apart, gained), most, column, view)
        yield ""
    for group in _by_rule(remarks, gained):
        yield from (*_rule(report, group, 1, column, view), "")
    for verdict in report.having(Status.BROKEN):
        text = BROKEN.say(say, {"rule": verdict.rule, "error": verdict.error or ""})
        yield from hanging("! ", [visible(text, LONGEST)], "bad", view)
    if not (ordinary or apart or report.having(Status.BROKEN)):
        yield NOTHING.say(say)
    if view.verbose:
        yield from _details(report, view)
    yield from _verdict(outcome, view)


def _header(report: Report, view: View) -> str:
    if report.error:
        return styled(cut_left(visible(report.path), view.width), "bold", view)
    score = report.score
    if score is None:
        text = NO_SCORE.say(view.language)
    else:
        cap = points.cap_said(report, view.language)
        text = SCORE.say(view.language, {"score": score}) + (f", {cap}" if cap else "")
    path = cut_left(visible(report.path), view.width - text_width(text) - 2)
    gap = " " * (view.width - text_width(path) - text_width(text))
    return styled(path, "bold", view) + gap + styled(text, _score_style(score), view)


def _score_style(score: int | None) -> str:
    if score is None:
        return "dim"
    return {"good": "good", "fair": "middling", "poor": "bad"}[points.tone(score)]


def _figures(report: Report, gained: points.Gains, view: View) -> Iterator[str]:
    title = report.document.metadata.title if report.document else None
    if title:
        yield cut(visible(title.value, LONGEST), view.width)
    if report.figures:
        for line in wrap(
            "\u00a0· ".join(_shown_figures(report.figures, view.language)), view.width
        ):
            yield styled(line, "dim", view)
        yield from _keyphrase(report.figures, view)
    first = points.first_steps(report, gained, view.rules, view.language)
    if first:
        named = list(_named(first, view.language))
        yield from wrap(FIRST.say(view.language, {"rules": ", ".join(named)}), view.width)


def _named(steps: tuple[points.Step, ...], language: Language) -> Iterator[str]:
    """Rules with what mending each gains; the unit is said once, so that they fit a line or two."""
    unit_said = False
    for step in steps:
        said = points.gain_said(step.gain, language)
        if step.gain and step.gain.shown:
            said, unit_said = said.split(" ")[0] if unit_said else said, True
        yield f"{step.title}{NBSP}({unbroken(said)})" if said else step.title


def _shown_figures(figures: Figures, language: Language) -> Iterator[str]:
    counts = (
        (WORDS, figures.words),
        (READING, max(min(figures.words, 1), round(figures.reading_minutes))),
        (HEADS, figures.headings),
        (LINKS, figures.links),
        (IMAGES, figures.images),
    )
    for message, count in counts:
        yield unbroken(message.say(language, {"count": count}))
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
        yield from dimmed(wrap(KEYPHRASE.say(say, values), view.width), view)


def _verdict(outcome: Outcome, view: View) -> Iterator[str]:
    if outcome.passed:
        yield styled("✓ " + PASSED.say(view.language), "good", view)
        return
    colon = " : " if view.language == "fr" else ": "
    head = "✗ " + FAILED.say(view.language)
    reasons = [visible(one.say(view.language), LONGEST) for one in outcome.reasons]
    if reasons:
        yield from hanging(head + colon, reasons, "bad", view)
    else:
        yield styled(head, "bad", view)


# -- findings

Pair = tuple[Verdict, PlacedFinding]


EVERYTHING = (1_000_000_000, 1_000_000_000)


def _by_rule(found: list[Pair], gained: points.Gains) -> list[list[Pair]]:
    """Findings rule by rule: those that gain most first, then those of the better evidence.

    What a rule finds of different kinds stands apart: « and 2 more places » means the same fault there.
    """
    kinds = {_kind(pair): number for number, pair in reversed(list(enumerate(found)))}
    ordered = sorted(
        found,
        key=lambda pair: (
            *points.urgency(pair[0], pair[1].severity, gained),
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
        yield from dimmed((indent + line for line in wrap(text, view.width - len(indent))), view)


def _rule(report: Report, group: list[Pair], most: int, column: int, view: View) -> Iterator[str]:
    """Findings of one kind. An advice that is the same for several stands under the last of them."""
    shown = group[:most]
    indent = " " * (column + 4)
    width = max(view.width - len(indent), 20)
    for index, (verdict, finding) in enumerate(shown):
        mark = styled(_place(finding).rjust(column + 2), finding.severity, view)
        message = marked(visible(finding.message(view.language), LONGEST), finding)
        for line in wrap(message, width):
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
        yield indent + styled(cut(MORE_PLACES.say(view.language, values), width), "dim", view)


def _advice(verdict: Verdict, advice: str, indent: str, width: int, view: View) -> Iterator[str]:
    tag = f"[{verdict.rule}\u00a0{verdict.evidence}]" if verdict.evidence else f"[{verdict.rule}]"
    mark = "→ "
    for line in wrap(f"{advice} {tag}", width - 2):
        yield indent + mark + line.replace(tag, styled(tag, "dim", view))
        mark = "  "


def _place(finding: PlacedFinding) -> str:
    return f"{finding.place.line}:{finding.place.column}" if finding.place else "—"


def _quoted(report: Report, finding: PlacedFinding, width: int, view: View) -> Iterator[str]:
    """The source at the place: the excerpt, or, when that is short, its line with the place marked."""
    place = finding.place
    if place is None:
        return
    excerpt = visible(finding.excerpt)
    bar = styled("│ ", "dim", view)
    room = width - 2
    source = report.document.source if report.document else None
    if source is None or place.line != place.end_line or text_width(excerpt) >= SHORT:
        if excerpt:
            yield bar + cut(excerpt, room)
        return
    line = source.line_span(place.line)
    marked = visible(source.text[place.offset : place.end_offset])
    side = max(room - text_width(marked), 0) // 2
    before = cut_left(
        visible(source.text[max(line.start, place.offset - room) : place.offset]).lstrip(), side
    )
    rest = visible(source.text[place.end_offset : min(line.end, place.end_offset + room)]).rstrip()
    after = cut(rest, max(room - text_width(before) - text_width(marked), 0))
    yield (
        bar
        + styled(before, "dim", view)
        + styled(marked, "place", view)
        + styled(after, "dim", view)
    )
    if not view.color and before + after:
        yield bar + " " * text_width(before) + "^" * max(text_width(marked), 1)


def _details(report: Report, view: View) -> Iterator[str]:
    """What only --verbose shows."""
    for message, status in ((PASSED_RULES, Status.PASSED), (SKIPPED_RULES, Status.SKIPPED)):
        names = [verdict.rule for verdict in report.having(status)]
        if names:
            yield styled(f"{message.say(view.language)} ({len(names)})", "bold", view)
            yield from ("  " + line for line in wrap(", ".join(names), view.width - 2))
            yield ""
    if report.figures and report.figures.readability is not None:
        placed = anchors.placed(report.figures.readability, view.language)
        yield styled(READABILITY.say(view.language, {"placed": placed}), "bold", view)
        scale = anchors.scale(view.language)
        yield from ("  " + line for line in wrap(scale, view.width - 2))
        yield ""
    furniture = report.document.furniture if report.document else ()
    if report.document and furniture:
        yield styled(f"{FURNITURE.say(view.language)} ({len(furniture)})", "bold", view)
        for one in furniture:
            values: dict[str, Value] = {
                "line": report.document.source.position(one.span.start).line,
                "reason": visible(one.reason, 40),
                "text": visible(" ".join(one.text[:LONGEST].split())),
            }
            yield "  " + cut(AT_LINE.say(view.language, values), view.width - 2)
        yield ""
