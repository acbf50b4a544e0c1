"""The gate: whether an article passes, and if not, why and what would pass."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from seo_audit.message import Message, Statement, Value
from seo_audit.report import Report, Status
from seo_audit.rule import Category, Severity


class Outcome(Struct, frozen=True):
    """What the gate says of one article."""

    passed: bool
    reasons: tuple[Statement, ...] = ()
    """The demands it does not meet, in a sentence each."""
    failing: tuple[Severity, ...] = ()
    """Severities whose findings make it fail."""


class Gate(Struct, frozen=True):
    """What an article must meet. The gate is per article.

    `fail_on` is the least grave severity that fails it, None for never. `fail_under` is the least
    score (0–100) that passes, whole under the key None and by category; `max_warnings` how many
    warnings it may have.
    """

    fail_on: Severity | None = Severity.ERROR
    fail_under: Mapping[Category | None, float] = field(default_factory=dict)
    max_warnings: int | None = None


# `option` is what asked for it, with a space before it: readers who run no command are spared it

FINDINGS = {
    Severity.ERROR: Message(
        fr="{count:# erreur|# erreurs}{option} : {count:corrigez-la|corrigez-les}",
        en="{count:# error|# errors}{option}: mend {count:it|them}",
    ),
    Severity.WARNING: Message(
        fr="{count:# erreur ou avertissement|# erreurs ou avertissements}{option} : "
        "{count:corrigez-le|corrigez-les}",
        en="{count:# error or warning|# errors or warnings}{option}: mend {count:it|them}",
    ),
    Severity.INFO: Message(
        fr="{count:# constat|# constats}{option} : {count:corrigez-le|corrigez-les}",
        en="{count:# finding|# findings}{option}: mend {count:it|them}",
    ),
}
SCORE = Message(
    fr="score de {score} sur 100, sous le minimum de {minimum}{option}",
    en="score of {score} out of 100, under the minimum of {minimum}{option}",
)
CATEGORY_SCORE = Message(
    fr="score de {score} sur 100 en « {category} », sous le minimum de {minimum}{option}",
    en="score of {score} out of 100 in “{category}”, under the minimum of {minimum}{option}",
)
WARNINGS = Message(
    fr="{count:# avertissement|# avertissements}, plus que le maximum de {maximum}{option}",
    en="{count:# warning|# warnings}, more than the maximum of {maximum}{option}",
)
CAPPED_SCORE = Message(
    fr="score de {score} sur 100 (plafonné : {words:# mot|# mots}), sous le minimum de {minimum}{option}",
    en="score of {score} out of 100 (capped: {words:# word|# words}), under the minimum of {minimum}{option}",
)
BROKEN = Message(
    fr="{count:# règle en panne|# règles en panne}",
    en="{count:# broken rule|# broken rules}",
)


def judge(report: Report, gate: Gate) -> Outcome:
    """Whether a report passes. An unreadable article does not."""
    reasons = tuple(_reasons(report, gate))
    failing = tuple(severity for severity in Severity if _fails(severity, report, gate))
    return Outcome(not reasons and report.error is None, reasons, failing)


def beyond_findings(outcome: Outcome) -> tuple[Statement, ...]:
    """The demands that neither a finding of `outcome.failing` nor a broken rule answers for: scores."""
    own = (*FINDINGS.values(), WARNINGS, BROKEN)
    return tuple(reason for reason in outcome.reasons if reason.message not in own)


def _fails(severity: Severity, report: Report, gate: Gate) -> bool:
    if not report.count(severity):
        return False
    if gate.fail_on and severity.rank <= gate.fail_on.rank:
        return True
    too_many = gate.max_warnings is not None and report.count(severity) > gate.max_warnings
    return severity is Severity.WARNING and too_many


def _reasons(report: Report, gate: Gate) -> Iterator[Statement]:
    if gate.fail_on:
        count = sum(finding.severity.rank <= gate.fail_on.rank for _, finding in report.findings)
        if count:
            option = f" (--fail-on {gate.fail_on})"
            yield Statement(FINDINGS[gate.fail_on], {"count": count, "option": option})
    for category, minimum in gate.fail_under.items():
        score = report.score if category is None else report.categories.get(category)
        if score is not None and score < minimum:
            values: dict[str, Value] = {
                "score": score,
                "minimum": minimum,
                "option": " (--fail-under)",
            }
            if category is None and report.score_limit is not None and report.figures:
                yield Statement(CAPPED_SCORE, {**values, "words": report.figures.words})
            elif category is None:
                yield Statement(SCORE, values)
            else:
                yield Statement(CATEGORY_SCORE, {**values, "category": category.value})
    warnings = report.count(Severity.WARNING)
    if gate.max_warnings is not None and warnings > gate.max_warnings:
        yield Statement(
            WARNINGS,
            {"count": warnings, "maximum": gate.max_warnings, "option": " (--max-warnings)"},
        )
    broken = len(report.having(Status.BROKEN))
    if broken:
        yield Statement(BROKEN, {"count": broken})
