"""The straight line from a source to a report, and what a verdict is made of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tables import each_row

from seo_audit import engine, plugins
from seo_audit.brief.brief import Brief
from seo_audit.config.config import Config
from seo_audit.document import Document
from seo_audit.errors import SourceError
from seo_audit.judging.placing import EXCERPT, place, placed, with_findings
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing import limits, parse
from seo_audit.report import Place, Status, Verdict
from seo_audit.rule import Category, Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.source import EMPTY, Source, Span

FAULT = Fault(Message("Un défaut.", "A fault."), Message("Corrigez.", "Mend it."))
OTHER = Fault(Message("Un autre.", "Another."), Message("Corrigez.", "Mend it."))
TEXT = "# Titre\n\nUn paragraphe, et un autre.\n"
SAYS = Message(fr="Dit.", en="Says.")


def rule(findings: tuple[Finding, ...] = (), error: Exception | None = None, **given: Any) -> Rule:
    def check(_document: Document, _measures: Measures, _options: Any) -> Iterator[Finding]:
        yield from findings
        if error:
            raise error

    return Rule(
        **{
            "title": SAYS,
            "what": SAYS,
            "why": SAYS,
            "category": Category.LINKS,
            "severity": Severity.WARNING,
            "evidence": Evidence.TOOLS,
            "references": (),
            "check": check,
            "id": "a-rule",
            **given,
        }
    )


def judged(one: Rule, text: str = TEXT, severity: Severity | None = None) -> Verdict:
    document = parse(Source(text), Config().parsing_for(Source(text)), "markdown")
    return engine.judge(one, NoOptions(), document, Measures(document), severity)


@each_row(
    ("text", "skipped"),
    [
        ("The water of the well is back, and all the children play around it since Monday. " * 4, True),
        ("The water of the well is back, and all the children play around it since Monday. ", False),
        ("L’eau de la fontaine coule de nouveau, et tous les enfants jouent autour depuis lundi. " * 4, False),
        ("Bla.", False),
    ],
)  # fmt: skip
def test_rules_of_french_are_not_asked_of_another_language(text: str, *, skipped: bool) -> None:
    for category in (Category.READABILITY, Category.TYPOGRAPHY):
        assert (judged(rule(category=category), text).status is Status.SKIPPED) is skipped
    assert judged(rule(category=Category.LINKS), text).status is Status.PASSED


def test_rule_without_findings_passes() -> None:
    assert judged(rule()) == Verdict(
        rule="a-rule",
        category=Category.LINKS,
        status=Status.PASSED,
        severity=Severity.WARNING,
        evidence=Evidence.TOOLS,
        weight=2,
        score=1.0,
    )
    assert judged(rule(weight=7)).weight == 7
    assert judged(rule(over_optimisation=True)).over_optimisation


@pytest.mark.parametrize(
    "given",
    [
        {"applies": lambda _document, _measures: False},
        {"wanted": lambda _document, _options: False},
    ],
    ids=["does not apply", "is not wanted"],
)
def test_rule_with_nothing_to_judge_is_skipped_not_passed(given: dict[str, Any]) -> None:
    verdict = judged(rule((FAULT.at(None),), **given))
    assert (verdict.status, verdict.score, verdict.findings) == (Status.SKIPPED, None, ())


def test_rule_is_asked_with_its_options_and_measures() -> None:
    asked: dict[str, tuple[Any, Any]] = {}

    def asking(name: str) -> Any:
        return lambda one, other: not asked.update({name: (one, other)})

    document = parse(Source(TEXT), Config().parsing_for(Source(TEXT)), "markdown")
    options, measures = NoOptions(), Measures(document)
    one = rule(wanted=asking("wanted"), applies=asking("applies"))
    assert engine.judge(one, options, document, measures).status is Status.PASSED
    assert asked == {"wanted": (document, options), "applies": (document, measures)}


def test_severity_is_the_findings_then_the_rules() -> None:
    verdict = judged(rule((FAULT.at(Span(0, 1)), FAULT.at(Span(2, 3), Severity.INFO))))
    assert [finding.severity for finding in verdict.findings] == [Severity.WARNING, Severity.INFO]
    assert (verdict.status, verdict.severity) == (Status.FAILED, Severity.WARNING)
    assert verdict.score == pytest.approx(0.99 ** (4 * 2 + 0.25 * 2 / 2))
    info = judged(rule((FAULT.at(None, Severity.INFO),)))
    assert info.severity is Severity.INFO
    assert info.score == pytest.approx(0.99**0.5)


def test_configured_severity_stands_for_every_finding() -> None:
    found = (FAULT.at(Span(0, 1)), FAULT.at(Span(2, 3), Severity.INFO))
    verdict = judged(rule(found), severity=Severity.ERROR)
    assert [finding.severity for finding in verdict.findings] == [Severity.ERROR] * 2
    assert verdict.severity is Severity.ERROR
    assert verdict.score == pytest.approx(0.99 ** (38 + 38 / 2))
    assert judged(rule(), severity=Severity.ERROR).severity is Severity.ERROR


def test_rule_that_crashes_is_broken_and_what_it_found_before_is_not_trusted() -> None:
    verdict = judged(rule((FAULT.at(None),), ValueError("one\n  two" + "x" * 400)))
    assert (verdict.status, verdict.score, verdict.findings) == (Status.BROKEN, None, ())
    assert verdict.error is not None
    assert verdict.error.startswith("ValueError: one twoxxx")
    assert len(verdict.error) == 300


@pytest.mark.parametrize("name", ["applies", "wanted"])
def test_question_that_crashes_is_broken_too(name: str) -> None:
    def crash(_one: Any, _other: Any) -> bool:
        raise KeyError(name)

    given: dict[str, Any] = {name: crash}
    assert judged(rule(**given)).error == f"KeyError: '{name}'"


def test_findings_stand_in_the_order_of_their_places_the_whole_article_first() -> None:
    spans = [Span(9, 11), None, Span(2, 7), Span(2, 3)]
    verdict = judged(rule(tuple(FAULT.at(span) for span in spans)))
    assert [finding.span for finding in verdict.findings] == [None, Span(2, 3), Span(2, 7), Span(9, 11)]  # fmt: skip


# -- what a finding shows


def found(text: str, *findings: Finding) -> Any:
    return tuple(placed(rule(), findings, Source(text)))


def test_places_count_from_one_and_offsets_from_nought() -> None:
    assert place(Source("a\nbcd\n"), Span(2, 4)) == Place(2, 1, 2, 3, 2, 4)
    assert place(Source("a"), None) is None
    (one,) = found("ab\ncd", Finding(FAULT, Span(0, 1), {}, related=(Span(3, 5), Span(1, 2))))
    assert one.place == Place(1, 1, 1, 2, 0, 1)
    assert [other.line for other in one.related] == [2, 1]


def test_excerpt_is_one_line_and_cut() -> None:
    def excerpt(text: str) -> str:
        return str(found(text, FAULT.at(Span(0, len(text))))[0].excerpt)

    assert EXCERPT == 120
    assert excerpt(" un\r\n\t deux\u00a0trois ") == "un deux\u00a0trois"
    assert excerpt("a" * EXCERPT) == "a" * EXCERPT
    assert excerpt("a" * (EXCERPT + 1)) == "a" * (EXCERPT - 1) + "…"
    assert excerpt("a" * (EXCERPT - 2) + " bcd") == "a" * (EXCERPT - 2) + "…"
    # mostly white: short in one line, but more was there
    assert excerpt("a" + " " * (4 * EXCERPT) + "b") == "a…"
    assert excerpt("a" + " " * (4 * EXCERPT - 2) + "b") == "a b"
    assert found("abc", FAULT.at(None))[0].excerpt == ""


def test_fingerprint_holds_when_lines_move_and_tells_findings_apart() -> None:
    def prints(text: str, *findings: Finding) -> list[str]:
        return [one.fingerprint for one in found(text, *findings)]

    (one,) = prints("un deux", FAULT.at(Span(0, 2), count=3))
    assert one == prints("ah,\nun deux", FAULT.at(Span(4, 6), count=4))[0]
    assert one != prints("un deux", OTHER.at(Span(0, 2)))[0]
    assert one != prints("un deux", FAULT.at(Span(3, 7)))[0]
    assert one != next(placed(rule(id="b-rule"), [FAULT.at(Span(0, 2))], Source("un"))).fingerprint
    # white space is layout
    assert prints("un deux", FAULT.at(Span(0, 7))) == prints("un\n  deux", FAULT.at(Span(0, 9)))
    # the same words twice: told apart by their number, the first as before
    twice = prints("un un", FAULT.at(Span(0, 2)), FAULT.at(Span(3, 5)))
    assert twice[0] == one
    assert len({*twice, *prints("un un un", *(FAULT.at(Span(n, n + 2)) for n in (0, 3, 6)))}) == 3
    assert len(one) == 20


def test_with_findings() -> None:
    verdict = judged(rule((FAULT.at(Span(0, 1)), FAULT.at(None, Severity.ERROR))))
    assert verdict.severity is Severity.ERROR
    assert verdict.score == pytest.approx(0.99 ** (38 + 8 / 2))
    left = with_findings(verdict, verdict.findings[1:])
    assert (left.status, left.severity) == (Status.FAILED, Severity.WARNING)
    assert left.score == pytest.approx(0.99**8)
    none = with_findings(left, ())
    assert (none.status, none.score, none.findings) == (Status.PASSED, 1.0, ())


# -- the whole line


def test_audit_asks_the_rules_that_are_on_in_order() -> None:
    report = engine.audit(Source(TEXT, name="a.md"), Config())
    asked = [verdict.rule for verdict in report.verdicts]
    assert asked == [name for name in plugins.rules() if name in asked]
    assert len(asked) > 30
    one = engine.audit(Source(TEXT, name="a.md"), Config(select=("h1", "word-count")))
    assert [verdict.rule for verdict in one.verdicts] == ["h1", "word-count"]
    assert (one.path, one.format, one.error) == ("a.md", "markdown", None)
    assert one.document is not None
    assert one.figures is not None
    assert one.figures.words == 6
    assert one.score is not None
    assert set(one.categories) == {Category.STRUCTURE, Category.CONTENT}


def test_format_that_is_given_is_stronger_than_the_name() -> None:
    assert engine.audit(Source(TEXT, name="a.md"), Config(), "text").format == "text"


def test_configured_severities_and_options_reach_the_rules() -> None:
    config = Config(
        select=("word-count",), rules={"word-count": {"severity": "error", "minimum": 5000}}
    )
    (verdict,) = engine.audit(Source(TEXT, name="a.md"), config).verdicts
    assert verdict.severity is Severity.ERROR
    assert verdict.findings[0].values["minimum"] == 5000


def test_a_brief_has_its_part_of_the_report() -> None:
    brief = Brief(minimum_words=700)
    commissioned = engine.audit(Source(TEXT, name="a.md"), Config(brief=brief)).brief
    assert commissioned is not None
    assert [(one.key, one.found, one.met) for one in commissioned.demands] == [
        ("minimum_words", 6, False)
    ]
    assert engine.audit(Source(TEXT, name="a.md"), Config()).brief is None


def test_unreadable() -> None:
    error = SourceError(EMPTY, name="a")
    report = engine.unreadable("a.md", error)
    assert (report.path, report.error, report.verdicts, report.score) == ("a.md", error, (), None)


def test_fingerprints_never_change() -> None:
    """Baselines and other tools keep them: a change here makes every known finding a new one."""
    text = "un un"
    whole, first, second = found(text, *(FAULT.at(span) for span in (None, Span(0, 2), Span(3, 5))))
    assert whole.fingerprint == "5a248494179364c6eeca"
    assert first.fingerprint == "e87594b68fdec1b7cec5"
    assert second.fingerprint == "61c6f3a50e8e965840ed"


def test_limits_are_those_of_the_documentation() -> None:
    page = (Path(__file__).parents[1].parent / "docs" / "security.md").read_text("utf-8")
    assert f"| {engine.LONGEST:,} | `engine.LONGEST` |" in page
    assert f"| {limits.MOST_PIECES:,} | `parsing.limits.MOST_PIECES` |" in page


def test_limits_are_inclusive(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Source("Un [b](c) ![d](e)", name="a.md")
    monkeypatch.setattr(engine, "LONGEST", len("Un b"))
    monkeypatch.setattr(engine, "MOST_PIECES", 3)
    assert engine.audit(article, Config(select=("h1",))).error is None
    monkeypatch.setattr(engine, "MOST_PIECES", 2)
    with pytest.raises(SourceError, match="over 2 blocks, links and images"):
        engine.audit(article, Config())
    monkeypatch.setattr(engine, "LONGEST", 3)
    with pytest.raises(SourceError, match="over 3 characters"):
        engine.audit(article, Config())
