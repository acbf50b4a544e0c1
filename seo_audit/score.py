"""The score: a weighted mean that anybody can recompute. `docs/score.md` explains it."""

from collections.abc import Iterable, Mapping
from math import prod

from seo_audit.report import Verdict
from seo_audit.rule import Category, Evidence, Finding, Severity

LEFT = {Severity.ERROR: 0.0, Severity.WARNING: 0.5, Severity.INFO: 0.75}
"""What one finding leaves of its rule's point."""

FOLKLORE_SHARE = 0.1
"""All rules of evidence D together weigh at most this share of the score."""

ENOUGH_WORDS = 50
"""Below this many words an article cannot reach 100: too little was there to judge."""


def verdict_score(severities: Iterable[Severity]) -> float:
    """What a rule's findings leave of its point, 0–1: one error nothing, each warning half, each info three quarters."""
    return prod((LEFT[severity] for severity in severities), start=1.0)


def severity_of(finding: Finding, default: Severity) -> Severity:
    """A finding's severity: its own, or the rule's."""
    return finding.severity or default


def overall(verdicts: Iterable[Verdict], words: int) -> int | None:
    """The article's score, 0–100, None when no rule gave an answer.

    Verdicts on over-optimisation are left out: they are shown apart and not averaged away.
    """
    score = _mean([v for v in verdicts if v.score is not None and not v.over_optimisation])
    return None if score is None else min(round(score), 100 * words // ENOUGH_WORDS)


def by_category(verdicts: Iterable[Verdict]) -> Mapping[Category, int | None]:
    """The score of each category that has a verdict, 0–100; None where no rule gave an answer."""
    kept = [v for v in verdicts if not v.over_optimisation]
    scores: dict[Category, int | None] = {}
    for category in Category:
        own = [v for v in kept if v.category is category]
        if own:
            mean = _mean([v for v in own if v.score is not None])
            scores[category] = None if mean is None else round(mean)
    return scores


def weights(verdicts: Iterable[Verdict]) -> Mapping[str, float]:
    """What each rule that gave an answer weighs in the mean: rule → weight, folklore held at a tenth."""
    answered = [v for v in verdicts if v.score is not None]
    folklore = sum(v.weight for v in answered if v.evidence is Evidence.FOLKLORE)
    rest = sum(v.weight for v in answered) - folklore
    # f / (f + rest) = FOLKLORE_SHARE, solved for f; alone, folklore is all there is to go by
    most = rest * FOLKLORE_SHARE / (1 - FOLKLORE_SHARE)
    scale = min(1.0, most / folklore) if folklore and rest else 1.0
    return {
        v.rule: v.weight * (scale if v.evidence is Evidence.FOLKLORE else 1.0) for v in answered
    }


def _mean(answered: list[Verdict]) -> float | None:
    weighed = weights(answered)
    total = sum(weighed.values())
    if not total:
        return None
    return 100 * sum(weighed[v.rule] * (v.score or 0.0) for v in answered) / total
