"""The score: what findings cost, made into 0–100 so that anybody can recompute it. `docs/score.md` explains it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from seo_audit.report import Verdict
from seo_audit.rule import Category, Evidence, Finding, Severity

COSTS = {Severity.ERROR: 4.0, Severity.WARNING: 4.0, Severity.INFO: 0.25}
"""Points of debt of a finding for each point its rule weighs."""

ERROR_COST = 30.0
"""What an error costs besides, whatever its evidence: the gate refuses the article, 0.99³⁰ leaves 74 of 100."""

LEFT = 0.99
"""What one point of debt leaves of the score: each takes a hundredth of what the others left."""

FOLKLORE_DEBT = 10.0
"""Points of debt that all rules of evidence D together come near and never reach: 0.99¹⁰ leaves 90 of 100."""

ENOUGH_WORDS = 50
"""Below this many words an article cannot reach 100: too little was there to judge."""


class Gain(Struct, frozen=True):
    """Points of 100 that mending what a rule finds brings: before rounding, and as the shown score rises."""

    exact: float
    shown: int


def cost(severity: Severity, weight: float) -> float:
    """Points of debt of one finding of a rule that weighs so much; a rule that weighs nothing costs nothing."""
    return COSTS[severity] * weight + (ERROR_COST if severity is Severity.ERROR and weight else 0.0)


def debt(severities: Iterable[Severity], weight: float) -> float:
    """What a rule's findings cost: the gravest whole, the second half of its cost, the third a third, and so on.

    So each counts, and the hundredth adds little to ninety-nine. Taking one away never raises it: those that
    move up cost no more than the one whose place they take.
    """
    costs = sorted((cost(severity, weight) for severity in severities), reverse=True)
    return sum(one / number for number, one in enumerate(costs, start=1))


def verdict_score(severities: Iterable[Severity], weight: float) -> float:
    """What a rule's findings leave of the score, 0–1."""
    return float(LEFT ** debt(severities, weight))


def severity_of(finding: Finding, default: Severity) -> Severity:
    """A finding's severity: its own, or the rule's."""
    return finding.severity or default


def overall(verdicts: Iterable[Verdict], words: int) -> int | None:
    """The article's score, 0–100, None when no rule but folklore gave an answer.

    Verdicts on over-optimisation are left out: they are shown apart. An article of `words` words gets no more
    than `most`; one without words 0, whoever answered.
    """
    counted = _counted(verdicts)
    if counted and not words:
        return 0
    if not _judged(counted):
        return None
    return min(_whole(_score(counted)), most(words))


def most(words: int) -> int:
    """The most an article of so many words can get: 100 · words / ENOUGH_WORDS, rounded down, at most 100."""
    return min(100, 100 * words // ENOUGH_WORDS)


def limit(verdicts: Iterable[Verdict], words: int) -> int | None:
    """The most an article of so few words can get, where that holds its score down; None where it does not."""
    counted = _counted(verdicts)
    held = _judged(counted) and _whole(_score(counted)) > most(words)
    return most(words) if held else None


def by_category(verdicts: Iterable[Verdict]) -> Mapping[Category, int | None]:
    """The score of each category that has a verdict, 0–100, made in the same way; None as in `overall`."""
    kept = [verdict for verdict in verdicts if not verdict.over_optimisation]
    scores: dict[Category, int | None] = {}
    for category in Category:
        own = [verdict for verdict in kept if verdict.category is category]
        if own:
            counted = _counted(own)
            scores[category] = _whole(_score(counted)) if _judged(counted) else None
    return scores


def debts(verdicts: Iterable[Verdict]) -> Mapping[str, float]:
    """What each rule that found something costs as the score counts it: rule → points of debt, folklore held.

    Skipped, silenced and broken rules cost nothing, nor do those shown apart.
    """
    counted = _counted(verdicts)
    own = {v.rule: _debt(v) for v in counted if v.findings}
    folklore = {v.rule for v in counted if v.evidence is Evidence.FOLKLORE and v.findings}
    share = FOLKLORE_DEBT / (FOLKLORE_DEBT + sum(own[rule] for rule in folklore))
    return {rule: one * share if rule in folklore else one for rule, one in own.items()}


def gains(verdicts: Iterable[Verdict], words: int) -> Mapping[str, Gain]:
    """What the article's score would gain if a rule passed, all else equal: rule → gain, where there is one.

    Each is counted alone: together they may gain more or less. Over-optimisation has no part in the score.
    """
    counted = _counted(verdicts)
    if not _judged(counted):
        return {}
    highest, now = most(words), _score(counted)
    found = {}
    for number, verdict in enumerate(counted):
        if not verdict.findings:
            continue
        mended = _score(counted[:number] + counted[number + 1 :])
        gain = Gain(
            min(mended, highest) - min(now, highest),
            min(_whole(mended), highest) - min(_whole(now), highest),
        )
        if gain.exact > 0:
            found[verdict.rule] = gain
    return found


def _counted(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if v.score is not None and not v.over_optimisation]


def _judged(counted: Iterable[Verdict]) -> bool:
    """Whether a rule that may make a score answered: folklore may move one, not make one."""
    return any(v.weight for v in counted if v.evidence is not Evidence.FOLKLORE)


def _debt(verdict: Verdict) -> float:
    return debt((finding.severity for finding in verdict.findings), verdict.weight)


def _score(counted: Iterable[Verdict]) -> float:
    rest = folklore = 0.0
    for verdict in counted:
        if verdict.evidence is Evidence.FOLKLORE:
            folklore += _debt(verdict)
        else:
            rest += _debt(verdict)
    held = FOLKLORE_DEBT * folklore / (FOLKLORE_DEBT + folklore)
    return float(100 * LEFT ** (rest + held))


def _whole(score: float) -> int:
    """A score as a whole number, what is left of a computation in binary fractions cut off before."""
    return round(round(score, 6))
