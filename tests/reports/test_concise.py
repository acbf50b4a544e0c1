"""One line a finding."""

import re

import report_samples as samples
from msgspec.structs import replace
from tables import each_row

from seo_audit import plugins
from seo_audit.judging.gate import Gate
from seo_audit.message import Language
from seo_audit.rendering.summary import Summary, line
from seo_audit.report import Report
from seo_audit.rule import Category, Severity

LINE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (error|warning|info) [a-z0-9-]+ .+"
)


def lines(*reports: Report, language: Language = "fr") -> list[str]:
    # splitlines ends lines at U+2028 and the like too, as editors do
    return samples.rendered("concise", reports, samples.view(language)).splitlines()


def test_each_line_has_its_place_severity_and_rule() -> None:
    shown = lines(samples.poor())
    assert all(LINE.fullmatch(one) for one in shown)
    assert "articles/fontaine.md:5:1: warning heading-order Ce titre de niveau 4" in shown[4]
    assert len(shown) == sum(1 for _ in samples.poor().findings) + 1


def test_whole_articles_and_broken_rules_stand_at_the_start() -> None:
    first, second, *_ = lines(samples.poor(), language="en")
    assert first.startswith("articles/fontaine.md:1:1: error broken-rule broken rule: ZeroDiv")
    assert second.startswith("articles/fontaine.md:1:1: warning word-count The article has 98")


def test_places_are_in_order() -> None:
    places = [LINE.fullmatch(one) for one in lines(samples.poor())]
    found = [(int(one["line"]), int(one["column"])) for one in places if one]
    assert found == sorted(found)


def test_an_unreadable_file_is_a_line() -> None:
    assert lines(samples.unreadable()) == [
        "articles/absent.md:1:1: error unreadable fichier introuvable"
    ]


def test_hostile_names_and_texts_stay_on_their_line() -> None:
    shown = lines(samples.hostile())
    assert len(shown) == 4
    assert all(LINE.fullmatch(one) for one in shown)
    assert all(
        one.startswith(r"articles/a,b:c%\n\u202e|`<é>` \x1b[31m\udce9.md:1:1: ") for one in shown
    )
    assert max(map(len, shown)) < 500


def test_places_are_the_same_in_both_languages() -> None:
    french, english = (lines(*samples.every(), language=one) for one in ("fr", "en"))
    assert [one.split(" ")[0] for one in french] == [one.split(" ")[0] for one in english]
    assert french != english


def test_a_good_article_and_none_say_nothing() -> None:
    assert lines(samples.good()) == lines() == []


# -- only what fails


def failing(gate: Gate, *reports: Report) -> list[str]:
    module, view = plugins.report("concise"), samples.view("en", quiet=True)
    outcomes = [samples.outcome(one, gate) for one in reports]
    summary = Summary(
        tuple(line(one, said, "en") for one, said in zip(reports, outcomes, strict=True))
    )
    entries = [module.entry(one, said, view) for one, said in zip(reports, outcomes, strict=True)]
    return "".join(module.render(iter(entries), summary, view)).splitlines()


def test_one_line_a_finding_that_fails_and_one_for_the_rest() -> None:
    broken, alt, rest = failing(Gate(), samples.good(), samples.poor())
    assert "error broken-rule" in broken
    assert ":9:1: error image-alt " in alt
    assert rest == (
        "seo-audit: and 8 other findings, which fail nothing (without --quiet all are shown)"
    )
    assert failing(Gate(), samples.good()) == []


@each_row(
    ("gate", "severities"),
    [
        (Gate(fail_on=None), set()),
        (Gate(fail_on=Severity.WARNING), {"error", "warning"}),
        (Gate(fail_on=Severity.INFO), {"error", "warning", "info"}),
        (Gate(fail_on=None, max_warnings=4), {"warning"}),
        (Gate(fail_on=None, max_warnings=5), set()),
    ],
)
def test_what_fails_is_what_the_gate_says(gate: Gate, severities: set[str]) -> None:
    told = [one.split(" ")[1:3] for one in failing(gate, samples.poor())[1:]]
    assert {severity for severity, rule in told if rule in samples.RULES} == severities


def test_a_demand_that_no_finding_answers_for_is_a_line() -> None:
    gate = Gate(fail_on=None, fail_under={None: 99, Category.MEDIA: 90})
    report = replace(samples.poor(), score=44, categories={Category.MEDIA: 8})
    _, total, media, _ = failing(gate, report)
    assert total.startswith("articles/fontaine.md:1:1: error gate score of 44 out of 100")
    assert "error gate score of 8 out of 100 in “media”" in media
