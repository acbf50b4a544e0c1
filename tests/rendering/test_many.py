"""What many articles have in common, from tallies made by hand."""

import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.rendering.many import ENOUGH, Example, Tally, overview, tallies
from seo_audit.rule import Severity

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as reports mark them


def tally(rule: str, severity: Severity, *messages: str, more: int = 0, debt: float = 1) -> Tally:
    examples = tuple(Example(one, 1, severity, at, 1) for at, one in enumerate(messages, 1))
    return Tally(rule, severity, len(messages) + more, debt, examples)


def test_a_report_is_counted_by_rule() -> None:
    found = {one.rule: one for one in tallies(samples.poor(), "fr")}
    assert found["image-alt"].count == 1
    assert found["image-alt"].debt == 42
    assert found["image-alt"].examples == (
        Example("Cette image n’a pas de texte de remplacement.", 1, E, 9, 1),
    )
    assert found["word-count"].examples[0].line is None
    assert found["keyphrase-stuffing"].debt == 0  # it stands apart
    assert "h1" not in found


def test_the_gravest_rules_come_first_then_those_that_cost_most() -> None:
    cheap, dear = tally("cheap", W, "a", debt=3), tally("dear", W, "b", debt=9)
    found = overview([[cheap, tally("grave", E, "c")], [cheap], [dear]])
    assert [one.rule for one in found.themes] == ["grave", "dear", "cheap"]
    assert [(one.count, len(one.told)) for one in found.themes] == [(1, 1), (1, 1), (2, 2)]
    assert found.repetitions == ()


def test_what_most_pages_say_alike_is_one_line() -> None:
    same = tally("byline", I, "Ni l’article ni ses données ne disent qui l’a écrit.")
    pages = [[same]] * 6 + [[tally("h1", E, "Pas de titre.")]] * 3
    found = overview(pages)
    (repeated,) = found.repetitions
    assert (repeated.rule, repeated.articles) == ("byline", (0, 1, 2, 3, 4, 5))
    assert [one.rule for one in found.themes] == ["h1"]


def test_what_differs_beside_what_is_repeated_stays_under_its_rule() -> None:
    pages = [[tally("link-text", W, "« ici »", f"« lien {n} »", more=2, debt=4)] for n in range(8)]
    found = overview(pages)
    assert [one.message for one in found.repetitions] == ["« ici »"]
    (theme,) = found.themes
    assert theme.count == 8 * 3
    assert theme.told[0].tally.examples == (Example("« lien 0 »", 1, W, 2, 1),)


def test_few_articles_have_no_template() -> None:
    same = tally("byline", I, "Rien.")
    assert overview([[same]] * (ENOUGH - 1)).repetitions == ()
    assert overview([[same]] * ENOUGH).repetitions
    assert not overview([[same]] * ENOUGH + [[]] * ENOUGH).repetitions  # half is not most


@given(
    st.lists(
        st.lists(
            st.builds(
                lambda rule, severity, messages, more: tally(rule, severity, *messages, more=more),
                st.sampled_from("abc"),
                st.sampled_from(list(Severity)),
                st.lists(st.sampled_from("xyz"), min_size=1, max_size=3, unique=True),
                st.integers(0, 3),
            ),
            unique_by=lambda one: one.rule,
        ),
        max_size=12,
    )
)
def test_no_finding_is_lost_or_counted_twice(pages: list[list[Tally]]) -> None:
    found = overview(pages)
    told = sum(one.count for one in found.themes)
    repeated = sum(len(one.articles) for one in found.repetitions)
    assert told + repeated == sum(one.count for own in pages for one in own)
