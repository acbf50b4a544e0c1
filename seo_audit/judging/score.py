"""The score: a weighted mean that anybody can recompute. `docs/score.md` explains it."""

from collections.abc import Iterable, Mapping
from math import prod

from msgspec import Struct

from seo_audit.report import Verdict
from seo_audit.rule import Category, Evidence, Finding, Severity

LEFT = {Severity.ERROR: 0.0, Severity.WARNING: 0.5, Severity.INFO: 0.75}
"""What one finding leaves of its rule's point."""

FOLKLORE_SHARE = 0.1
"""All rules of evidence D together weigh at most this share of the score."""

ENOUGH_WORDS = 50
"""Below this many words an article cannot reach 100: too little was there to judge."""


class Gain(Struct, frozen=True):
    """Points of 100 that mending what a rule finds brings: before rounding, and as the shown score rises."""

    exact: float
    shown: int


def verdict_score(severities: Iterable[Severity]) -> float:
    """What a rule's findings leave of its point, 0–1: one error nothing, each warning half, each info three quarters."""
    return prod((LEFT[severity] for severity in severities), start=1.0)


def severity_of(finding: Finding, default: Severity) -> Severity:
    """A finding's severity: its own, or the rule's."""
    return finding.severity or default


def overall(verdicts: Iterable[Verdict], words: int) -> int | None:
    """The article's score, 0–100, None when no rule but folklore gave an answer.

    Verdicts on over-optimisation are left out: they are shown apart and not averaged away. An article
    of `words` words gets no more than 100 · words / ENOUGH_WORDS; one without words 0, whoever answered.
    """
    counted = [v for v in verdicts if v.score is not None and not v.over_optimisation]
    if counted and not words:
        return 0
    mean = _mean(counted)
    return None if mean is None else min(_whole(mean), 100 * words // ENOUGH_WORDS)


def by_category(verdicts: Iterable[Verdict]) -> Mapping[Category, int | None]:
    """The score of each category that has a verdict, 0–100, made in the same way; None as in `overall`."""
    kept = [v for v in verdicts if not v.over_optimisation]
    scores: dict[Category, int | None] = {}
    for category in Category:
        own = [v for v in kept if v.category is category]
        if own:
            mean = _mean(own)
            scores[category] = None if mean is None else _whole(mean)
    return scores


def weights(verdicts: Iterable[Verdict]) -> Mapping[str, float]:
    """What each rule that gave an answer weighs in the mean: rule → weight, folklore held at a tenth.

    Skipped, silenced and broken rules gave none. Nothing weighs where folklore alone answered: it may move
    a score, not make one.
    """
    counted = [v for v in verdicts if v.score is not None]
    folklore = sum(v.weight for v in counted if v.evidence is Evidence.FOLKLORE)
    rest = sum(v.weight for v in counted if v.evidence is not Evidence.FOLKLORE)
    if not rest:
        return {}
    # f / (f + rest) = FOLKLORE_SHARE, solved for f
    most = rest * FOLKLORE_SHARE / (1 - FOLKLORE_SHARE)
    scale = min(1.0, most / folklore) if folklore else 1.0
    return {v.rule: v.weight * (scale if v.evidence is Evidence.FOLKLORE else 1.0) for v in counted}


def gains(verdicts: Iterable[Verdict], words: int) -> Mapping[str, Gain]:
    """What the article's score would gain if a rule passed, all else equal: rule → gain, where there is one.

    Each is counted alone: together they may gain more or less, since the score is rounded. Over-optimisation has
    no part in the score.
    """
    counted = [v for v in verdicts if v.score is not None and not v.over_optimisation]
    weighed = weights(counted)
    total = sum(weighed.values())
    if not total:
        return {}
    most = 100 * words // ENOUGH_WORDS
    now = 100 * sum(weighed[v.rule] * (v.score or 0.0) for v in counted) / total
    found = {}
    for verdict in counted:
        mended = now + 100 * weighed[verdict.rule] * (1 - (verdict.score or 0.0)) / total
        gain = Gain(
            min(mended, most) - min(now, most), min(_whole(mended), most) - min(_whole(now), most)
        )
        if gain.exact > 0:
            found[verdict.rule] = gain
    return found


def _mean(verdicts: list[Verdict]) -> float | None:
    weighed = weights(verdicts)
    if not weighed:
        return None
    passed = sum(weighed[v.rule] * v.score for v in verdicts if v.score is not None)
    return 100 * passed / sum(weighed.values())


def _whole(mean: float) -> int:
    """A mean as a whole number, what is left of a computation in binary fractions cut off before."""
    return round(round(mean, 6))
