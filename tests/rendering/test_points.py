"""The score and what mending gains, as all reports write them."""

import report_samples as samples
from msgspec.structs import replace
from tables import each_row

from seo_audit.judging.score import Gain
from seo_audit.rendering import points
from seo_audit.rule import Severity


def test_what_to_mend_first_is_the_gravest_then_what_gains_most() -> None:
    report = samples.poor()
    steps = points.first_steps(report, points.gained(report), samples.RULES, "fr")
    assert [step.title for step in steps] == [
        "Texte de remplacement",
        "Texte des liens",
        "Ordre des titres",
    ]
    assert steps[0].gain is not None


def test_a_grave_rule_that_gains_nothing_comes_before_a_slight_one_that_does() -> None:
    report = samples.poor()
    # so short an article that mending gains nothing: errors are still named
    short = replace(report, figures=replace(samples.FIGURES, words=1))
    steps = points.first_steps(short, points.gained(short), samples.RULES, "fr")
    assert [step.verdict.severity for step in steps] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.WARNING,
    ]
    assert {step.gain for step in steps} == {None}


def test_what_stands_apart_is_not_named() -> None:
    report = samples.poor()
    verdicts = tuple(one for one in report.verdicts if one.over_optimisation)
    assert points.first_steps(replace(report, verdicts=verdicts), {}, samples.RULES, "fr") == ()


@each_row(
    ("gain", "said"),
    [(None, ""), (Gain(0.3, 0), "moins d’un point"), (Gain(0.7, 1), "+1 point"), (Gain(7, 7), "+7 points")],
)  # fmt: skip
def test_gains_are_said_in_points_of_the_shown_score(gain: Gain | None, said: str) -> None:
    assert points.gain_said(gain, "fr").replace("\u00a0", " ") == said


def test_a_cap_is_said_with_its_reason() -> None:
    short = replace(samples.good(), figures=replace(samples.FIGURES, words=22), score_limit=44)
    assert points.cap_said(short, "fr").replace("\u00a0", " ") == "plafonné : 22 mots"
    assert points.cap_said(replace(short, score_limit=None), "fr") == ""


def test_reasons_name_no_option_to_a_client() -> None:
    reasons = samples.outcome(samples.poor()).reasons
    assert "--" in reasons[0].say("fr")
    assert not [one for one in points.reasons_said(reasons, "fr") if "--" in one]


def test_colours_follow_the_scores_of_real_articles() -> None:
    assert [points.tone(score) for score in (80, 79, 50, 49, None)] == [
        "good",
        "fair",
        "fair",
        "poor",
        "none",
    ]
