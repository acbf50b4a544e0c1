import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import report_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import api, plugins
from seo_audit.config.config import Config
from seo_audit.judging import score
from seo_audit.judging.placing import with_findings
from seo_audit.message import Message
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Category, Evidence, Fault, Severity

PAGE = (Path(__file__).parents[1].parent / "docs" / "score.md").read_text("utf-8")
EXAMPLES = Path(__file__).parents[1].parent / "examples"
FAULT = Fault(Message("Faute.", "Fault."), Message("Corrigez.", "Mend."))
ENOUGH = 300


def finding(severity: Severity) -> PlacedFinding:
    return PlacedFinding(FAULT, {}, severity, None, "", "")


def verdict(
    rule: str,
    evidence: Evidence | None,
    severities: tuple[Severity, ...] = (),
    *,
    status: Status | None = None,
    category: Category = Category.CONTENT,
    over_optimisation: bool = False,
) -> Verdict:
    blank = Verdict(
        rule=rule,
        category=category,
        status=status or Status.PASSED,
        severity=Severity.INFO,
        evidence=evidence,
        weight=evidence.weight if evidence else Evidence.TOOLS.weight,
        over_optimisation=over_optimisation,
    )
    return blank if status else with_findings(blank, tuple(map(finding, severities)))


verdicts = st.lists(
    st.builds(
        lambda evidence, severities, status, category, over: (
            evidence,
            tuple(severities),
            status,
            category,
            over,
        ),
        st.sampled_from([*Evidence, None]),
        st.lists(st.sampled_from(list(Severity)), max_size=4),
        st.sampled_from([None, None, None, Status.SKIPPED, Status.BROKEN]),
        st.sampled_from(list(Category)),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=12,
).map(
    lambda given: [
        verdict(
            f"r{number}", evidence, found, status=status, category=category, over_optimisation=over
        )
        for number, (evidence, found, status, category, over) in enumerate(given)
    ]
)


def mended(given: list[Verdict]) -> Iterator[list[Verdict]]:
    """The verdicts with one finding less, for each finding."""
    for number, one in enumerate(given):
        for which in range(len(one.findings)):
            left = one.findings[:which] + one.findings[which + 1 :]
            yield [*given[:number], with_findings(one, left), *given[number + 1 :]]


def no_lower(after: int | None, before: int | None) -> bool:
    return before is None or (after is not None and after >= before)


@given(verdicts, st.integers(0, 400))
@settings(max_examples=150)
def test_mending_a_finding_never_lowers_a_score(given: list[Verdict], words: int) -> None:
    before, by_category = score.overall(given, words), score.by_category(given)
    for better in mended(given):
        assert no_lower(score.overall(better, words), before)
        after = score.by_category(better)
        assert all(no_lower(after[name], by_category[name]) for name in by_category)


@given(verdicts, st.integers(0, 400))
@settings(max_examples=150)
def test_never_outside_0_to_100(given: list[Verdict], words: int) -> None:
    scores = [score.overall(given, words), *score.by_category(given).values()]
    assert all(0 <= one <= 100 for one in scores if one is not None)


@given(verdicts)
@settings(max_examples=150)
def test_folklore_alone_moves_it_by_ten_points_at_most(given: list[Verdict]) -> None:
    def folklore(severities: tuple[Severity, ...]) -> int | None:
        return score.overall(
            [
                with_findings(one, tuple(map(finding, severities)))
                if one.evidence is Evidence.FOLKLORE and one.score is not None
                else one
                for one in given
            ],
            ENOUGH,
        )

    best, worst = folklore(()), folklore((Severity.ERROR,))
    assert (best is None) is (worst is None)
    assert best is None or worst is None or best - worst <= 10


def test_folklore_owes_less_than_it_costs_and_never_ten() -> None:
    few = [verdict("d", Evidence.FOLKLORE, (Severity.WARNING,))]
    assert score.debts(few) == {"d": pytest.approx(40 / 14)}
    many = [verdict(f"d{n}", Evidence.FOLKLORE, (Severity.ERROR,) * 9) for n in range(20)]
    assert 9 < sum(score.debts(many).values()) < 10
    rest = verdict("a", Evidence.GOOGLE, (Severity.WARNING,))
    assert score.debts([*few, rest])["a"] == 12


def test_folklore_alone_makes_no_score() -> None:
    alone = [verdict("d", Evidence.FOLKLORE)]
    assert score.overall(alone, ENOUGH) is None
    assert score.by_category(alone) == {Category.CONTENT: None}


def test_what_does_not_count_changes_nothing() -> None:
    given = [verdict("a", Evidence.GOOGLE), verdict("c", Evidence.TOOLS, (Severity.WARNING,))]
    out = [
        verdict("s", Evidence.GOOGLE, status=Status.SKIPPED),
        verdict("b", Evidence.GOOGLE, status=Status.BROKEN),
        verdict("o", Evidence.GOOGLE, (Severity.ERROR,), over_optimisation=True),
    ]
    assert score.overall([*given, *out], ENOUGH) == score.overall(given, ENOUGH) == 92
    assert score.by_category([*given, *out]) == score.by_category(given)
    assert score.debts([*given, *out]) == {"c": 8}  # the summary ranks by it


@given(verdicts, st.integers(0, 400), st.integers(1, 40))
@settings(max_examples=100)
def test_what_passes_does_not_raise_it(given: list[Verdict], words: int, more: int) -> None:
    passed = [verdict(f"passed{n}", Evidence.GOOGLE) for n in range(more)]
    before = score.overall(given, words)
    assert before is None or score.overall([*given, *passed], words) == before
    assert score.overall([*passed, *given], words) == score.overall([passed[0], *given], words)


@given(verdicts)
@settings(max_examples=100)
def test_an_error_leaves_less_than_the_gate_passes(given: list[Verdict]) -> None:
    refused = [*given, verdict("c", Evidence.TOOLS, (Severity.ERROR,))]
    assert (score.overall(refused, ENOUGH) or 0) < 75


def test_each_finding_of_a_rule_costs_less_than_the_one_before() -> None:
    costs = [score.debt((Severity.WARNING,) * count, 3) for count in range(5)]
    assert costs == pytest.approx([0, 12, 18, 22, 25])
    mixed = (Severity.INFO, Severity.ERROR, Severity.WARNING)
    assert score.debt(mixed, 2) == pytest.approx(38 + 8 / 2 + 0.5 / 3)  # gravest first
    assert score.debt(mixed, 0) == 0


def test_what_is_silenced_does_not_count() -> None:
    text = (
        "# Le lac\n\nVoir [cliquez ici](https://example.org/), et [le plan du lac](https://example.org/b). "
        + "Il est gelé. " * 30
    )
    config = Config(select=("link-text", "link-insecure", "h1"))
    told, silenced = (
        api.audit(one, config, format="markdown")
        for one in (text, f"<!-- seo-audit-disable link-text -->\n\n{text}")
    )
    by_rule = {one.rule: one for one in silenced.verdicts}
    assert by_rule["link-text"].status is Status.SKIPPED
    assert by_rule["link-text"].score is None
    assert told.score is not None
    assert told.score < 100
    assert silenced.score == 100


def test_an_article_without_words_has_no_high_score() -> None:
    for form, empty, word in (
        ("html", "<p></p>", "<p>Bonjour</p>"),
        ("markdown", "<!-- rien -->", "Bonjour"),
        ("text", "…", "Bonjour"),
    ):
        for text, most in ((empty, 0), (word, 2)):
            report = api.audit(text, format=form)
            assert report.figures
            assert report.figures.words == most / 2
            assert report.score is not None
            assert report.score <= most


@each_row(("words", "most"), [(1, 2), (25, 50), (49, 98), (50, 100), (51, 100)])
def test_a_short_article_gets_its_share_of_enough_words(words: int, most: int) -> None:
    assert score.overall([verdict("a", Evidence.GOOGLE)], words) == most


def test_weights_by_evidence() -> None:
    assert {one.value: one.weight for one in Evidence} == {"A": 3, "B": 3, "C": 2, "D": 1}
    own = {rule.id: rule.weight for rule in plugins.rules().values() if rule.weight is not None}
    assert set(own.values()) <= {0, 1}
    assert all(f"`{rule}`" in PAGE for rule in own)


def test_over_optimisation_is_out_of_the_score() -> None:
    assert plugins.rules()["keyphrase-stuffing"].over_optimisation


@each_row("name", ["fontaine.html", "haie.html", "haie.md", "haie.txt"])
def test_mending_never_lowers_a_real_score(name: str) -> None:
    report = api.audit(
        EXAMPLES / name, Config(rules={one: {"enabled": True} for one in plugins.rules()})
    )
    _mend_everything(report)


def test_mending_never_lowers_the_score_of_a_bad_article() -> None:
    text = (
        "# Titre\n\n#### Bas\n\n"
        + "Voir [cliquez ici](http://example.org/). TODO : la suite... \n\n" * 12
    )
    assert _mend_everything(api.audit(text, Config(keyphrase="lac"), format="markdown")) > 10


def _mend_everything(report: Report) -> int:
    """Take away one finding after the other, in turn from the first and the last rule; how many there were."""
    assert report.figures
    words, given, steps = report.figures.words, list(report.verdicts), 0
    now = report.score
    while better := list(mended(given)):
        for one in better:
            assert no_lower(score.overall(one, words), now)
        given = better[-(steps % 2)]
        now = score.overall(given, words)
        steps += 1
    assert now == min(100, 100 * words // score.ENOUGH_WORDS)
    return steps


def test_the_example_of_the_documentation_holds() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.splitlines()
        if re.match(r"\| [a-z0-9-]+ \| [ABCD] \|", line) and line.count("|") == 6
    ]
    assert len(rows) == 9
    given = []
    for rule, evidence, found, costs, leaves in rows:
        assert plugins.rules()[rule].evidence == Evidence(evidence)
        count, _, name = found.partition(" ")
        severities = (Severity(name.rstrip("s")),) * int(count) if found else ()
        given.append(verdict(rule, Evidence(evidence), severities))
        assert score.debt(severities, given[-1].weight) == float(costs)
        assert round(given[-1].score or 0, 4) == float(leaves)
    owed = sum(score.debts(given).values())
    assert f"= {owed:.2f}, and the score\n100 · 0.99^{owed:.2f}" in PAGE
    assert f"= {100 * score.LEFT**owed:.1f}, rounded: **{score.overall(given, ENOUGH)}**" in PAGE


def test_the_tables_of_the_documentation_hold() -> None:
    for severity in Severity:
        costs = " | ".join(f"{score.cost(severity, weight):g}" for weight in (3, 2, 1))
        assert f"| {severity.value} | {costs} |" in PAGE
    for evidence in Evidence:
        assert re.search(rf"^\| {evidence.value} \|.*\| {evidence.weight} \|$", PAGE, re.MULTILINE)
    assert f"Below {score.ENOUGH_WORDS} words" in PAGE
    counts, times = (
        [float(cell) for cell in line.split("|")[2:-1]]
        for line in PAGE.splitlines()
        if line.startswith(("| findings | 1", "| times"))
    )
    for count, often in zip(counts, times, strict=True):
        assert score.debt((Severity.WARNING,) * int(count), 1) / 4 == pytest.approx(often, abs=5e-3)
    for owed, left in re.findall(r"(\d+) (?:points )?leave (\d+)", PAGE):
        assert round(100 * score.LEFT ** int(owed)) == int(left)


def test_a_short_article_is_told_that_its_score_is_held_down() -> None:
    good, bad = verdict("a", Evidence.GOOGLE), verdict("b", Evidence.GOOGLE, (Severity.ERROR,))
    assert score.limit([good], 22) == score.overall([good], 22) == 44
    assert score.limit([good], 50) is None
    assert score.limit([good, bad], 40) is None  # its error holds it lower
    assert score.limit([verdict("d", Evidence.FOLKLORE)], 22) is None  # there is no score
    assert api.audit("# Le lac gelé\n\nIl est gelé.\n", format="markdown").score_limit == 12


def test_a_gain_is_what_the_score_becomes_when_the_rule_passes() -> None:
    report = samples.poor()
    words = 98
    found = score.gains(report.verdicts, words)
    assert found
    assert found["image-alt"].exact == max(gain.exact for gain in found.values()) > 5
    assert "silencing" not in found
    assert "keyphrase-stuffing" not in found  # over-optimisation has no part in the mean
    for rule, gain in found.items():
        mended = [
            with_findings(verdict, ()) if verdict.rule == rule else verdict
            for verdict in report.verdicts
        ]
        before = score.overall(report.verdicts, words)
        after = score.overall(mended, words)
        assert before is not None
        assert after is not None
        assert gain.shown == after - before
        assert abs(gain.exact - gain.shown) <= 1
    assert score.gains((), 98) == {}
    assert score.gains(report.verdicts, 0) == {}  # nothing helps an article without words
