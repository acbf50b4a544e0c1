from collections.abc import Mapping

from tables import each_row

from seo_audit.errors import SourceError
from seo_audit.judging.gate import Gate, judge
from seo_audit.message import Message
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Category, Evidence, Fault, Severity

FAULT = Fault(Message("Faute.", "Fault."), Message("Corrigez.", "Mend."))


def verdict(*severities: Severity, status: Status = Status.FAILED) -> Verdict:
    findings = tuple(
        PlacedFinding(FAULT, {}, severity, None, "", f"{number}")
        for number, severity in enumerate(severities)
    )
    return Verdict(
        "x", Category.LINKS, status, Severity.WARNING, Evidence.TOOLS, 2, findings=findings
    )


def report(*severities: Severity, score: int | None = 60) -> Report:
    return Report(
        "a.md", verdicts=(verdict(*severities),), score=score, categories={Category.LINKS: 40}
    )


E, W, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@each_row(
    ("fail_on", "severities", "passed"),
    [
        (E, (W, INFO), True),
        (E, (E,), False),
        (W, (INFO,), True),
        (W, (W,), False),
        (W, (E,), False),
        (INFO, (), True),
        (INFO, (INFO,), False),
        (None, (E, W, INFO), True),
    ],
)
def test_fail_on(fail_on: Severity | None, severities: tuple[Severity, ...], passed: bool) -> None:
    assert judge(report(*severities), Gate(fail_on=fail_on)).passed is passed


@each_row(
    ("fail_under", "passed"),
    [
        ({}, True),
        ({None: 60}, True),
        ({None: 60.5}, False),
        ({Category.LINKS: 40}, True),
        ({Category.LINKS: 41}, False),
        ({Category.MEDIA: 100}, True),
        ({None: 10, Category.LINKS: 41}, False),
    ],
)
def test_fail_under(fail_under: Mapping[Category | None, float], passed: bool) -> None:
    assert judge(report(), Gate(fail_under=fail_under)).passed is passed


def test_no_score_is_under_nothing() -> None:
    assert judge(report(score=None), Gate(fail_under={None: 100})).passed


def test_max_warnings() -> None:
    assert judge(report(W, W, E), Gate(None, max_warnings=2)).passed
    assert not judge(report(W, W), Gate(None, max_warnings=1)).passed
    assert judge(report(E, INFO), Gate(None, max_warnings=0)).passed


def test_reasons_say_what_would_pass_in_both_languages() -> None:
    gate = Gate(E, {None: 70, Category.LINKS: 50}, max_warnings=0)
    outcome = judge(report(E, W), gate)
    french = [reason.say("fr") for reason in outcome.reasons]
    english = [reason.say("en") for reason in outcome.reasons]
    assert len(french) == 4
    assert french[0] == "1 erreur (--fail-on error)\u00a0: corrigez-la"
    assert "70" in french[1]
    assert "under the minimum of 70" in english[1]
    assert "links" in english[2]
    assert "--max-warnings" in english[3]
    assert judge(report(E, E), Gate()).reasons[0].say("en").startswith("2 errors")


def test_broken_and_unreadable_do_not_pass() -> None:
    broken = Report("a.md", verdicts=(verdict(status=Status.BROKEN),))
    assert not judge(broken, Gate(None)).passed
    error = SourceError(Message("{name}", "{name}"), name="a.md")
    assert not judge(Report("a.md", error=error), Gate(None)).passed
