"""The score, what mending gains and why the gate refuses, as all reports write them: rounded and ordered alike."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.judging.score import Gain, gains
from seo_audit.message import Language, Message, Statement
from seo_audit.report import Report, Verdict
from seo_audit.rule import Evidence, Rule, Severity

FIRST = 3
"""Rules that are named as what to mend first."""

GOOD, FAIR = 80, 50
"""Least scores of the colours. Of real articles about a sixth are good, a fifth poor (`docs/score.md`)."""

TO_DO_FIRST = Message(fr="À faire d’abord", en="To do first")
POINTS = Message(fr="+{points:# point|# points}", en="+{points:# point|# points}")
LESS = Message(fr="moins d’un point", en="less than a point")
CAPPED = Message(fr="plafonné : {words:# mot|# mots}", en="capped: {words:# word|# words}")

Gains = Mapping[str, Gain]
"""What mending a rule's findings brings."""


class Scored(Protocol):
    """What a score stands beside: a report, the summary's line on one, a page of a site."""

    @property
    def words(self) -> int | None:
        """How many words it has."""

    @property
    def score_limit(self) -> int | None:
        """The most so short an article can get, where that holds its score down."""


class Step(Struct, frozen=True):
    """A rule to mend: its verdict, its title, what mending it gains (None: nothing, or it stands apart)."""

    verdict: Verdict
    title: str
    gain: Gain | None


def gained(report: Report) -> Gains:
    """What mending each rule gains in a report."""
    return gains(report.verdicts, report.words or 0)


def urgency(verdict: Verdict, severity: Severity, gains_: Gains) -> tuple[int, float, str, str]:
    """Sorts what was found: the gravest first, then what gains most, then the better evidence."""
    gain = gains_.get(verdict.rule)
    evidence = verdict.evidence or Evidence.TOOLS
    return severity.rank, -round(gain.exact, 6) if gain else 0.0, evidence.value, verdict.rule


def first_steps(
    report: Report, gains_: Gains, rules: Mapping[str, Rule], language: Language
) -> tuple[Step, ...]:
    """What to mend first, in the order in which reports list what was found."""
    found = sorted(
        (one for one in report.verdicts if one.findings and not one.over_optimisation),
        key=lambda one: urgency(one, one.severity, gains_),
    )
    worth = [one for one in found if one.weight or one.severity is not Severity.INFO]
    return tuple(
        Step(one, title(one.rule, rules, language), gains_.get(one.rule)) for one in worth[:FIRST]
    )


def title(rule: str, rules: Mapping[str, Rule], language: Language) -> str:
    """A rule's title, or its id where it is none of these."""
    return rules[rule].title.say(language) if rule in rules else rule


def gain_said(gain: Gain | None, language: Language) -> str:
    """A gain in the points the shown score rises by; empty where there is none."""
    if gain is None:
        return ""
    return POINTS.say(language, {"points": gain.shown}) if gain.shown else LESS.say(language)


def cap_said(scored: Scored, language: Language) -> str:
    """Why a score is no higher, where the article is too short; else empty."""
    if scored.score_limit is None:
        return ""
    return CAPPED.say(language, {"words": scored.words or 0})


def reasons_said(reasons: Iterable[Statement], language: Language) -> tuple[str, ...]:
    """Why the gate refuses an article, for readers who run no command: no option is named."""
    return tuple(replace(one, values={**one.values, "option": ""}).say(language) for one in reasons)


def tone(score: int | None) -> str:
    """The word for a score's colour: good, fair, poor, or none."""
    if score is None:
        return "none"
    return "good" if score >= GOOD else "fair" if score >= FAIR else "poor"
