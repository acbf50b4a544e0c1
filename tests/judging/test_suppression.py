from collections.abc import Callable
from typing import Any

from tables import each_row

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.judging.suppression import RULE_ID
from seo_audit.report import Report
from seo_audit.source import Source

BODY = """\
# Titre

#### Trop bas

Voir [cliquez ici](https://example.org/).

Voir aussi [lire la suite](https://example.org/b).
"""
CONFIG = Config(select=("heading-order", "link-text", "word-count"))


def audit(text: str, config: Config = CONFIG, name: str = "a.md") -> Report:
    return engine.audit(Source(text, name), config)


def lines(report: Report, rule: str) -> list[int | None]:
    return [
        finding.place.line if finding.place else None
        for verdict, finding in report.findings
        if verdict.rule == rule
    ]


def useless(report: Report) -> list[str]:
    found = [finding for verdict, finding in report.findings if verdict.rule == RULE_ID]
    assert all(finding.advice("fr") and finding.place for finding in found)
    return [finding.message("en") for finding in found]


def test_without_a_comment_all_is_reported() -> None:
    found = audit(BODY)
    assert lines(found, "heading-order") == [3]
    assert lines(found, "link-text") == [5, 7]
    assert lines(found, "word-count") == [None]


@each_row(
    ("comment", "left"),
    [
        ("seo-audit-disable link-text -- voulu", {"heading-order", "word-count"}),
        ("seo-audit-disable link-text, heading-order", {"word-count"}),
        ("seo-audit-disable link-text heading-order", {"word-count"}),
        ("seo-audit-disable links", {"heading-order", "word-count"}),
        ("seo-audit-disable word-count", {"heading-order", "link-text"}),
        ("seo-audit-disable", set()),
        ("seo-audit-disabled link-text", {"heading-order", "link-text", "word-count"}),
        ("on seo-audit-disable link-text", {"heading-order", "link-text", "word-count"}),
    ],
)
def test_disable_takes_rules_categories_or_all(comment: str, left: set[str]) -> None:
    found = audit(f"<!-- {comment} -->\n\n{BODY}")
    assert {verdict.rule for verdict, _ in found.findings} == left


def test_disable_holds_from_its_place_on() -> None:
    found = audit(BODY.replace("Voir aussi", "<!-- seo-audit-disable link-text -->\n\nVoir aussi"))
    assert lines(found, "link-text") == [5]


def test_enable_ends_it() -> None:
    text = BODY.replace("Voir aussi", "<!-- seo-audit-enable link-text -->\n\nVoir aussi")
    found = audit(f"<!-- seo-audit-disable link-text, heading-order -->\n\n{text}")
    assert lines(found, "link-text") == [11]
    assert lines(found, "heading-order") == []
    everything = audit(
        f"<!-- seo-audit-disable -->\n\n{text.replace('-enable link-text', '-enable')}"
    )
    assert lines(everything, "link-text") == [11]


def test_next_line_holds_for_one_line() -> None:
    text = BODY.replace(
        "#### Trop", "<!-- seo-audit-disable-next-line heading-order -->\n#### Trop"
    )
    assert lines(audit(text), "heading-order") == []
    text = BODY.replace("Voir [", "<!-- seo-audit-disable-next-line link-text -->\nVoir [")
    assert lines(audit(text), "link-text") == [8]
    assert lines(audit("<!-- seo-audit-disable-next-line word-count -->\n" + BODY), "word-count")


def test_next_line_at_the_end_of_the_file() -> None:
    found = audit(f"{BODY}\n<!-- seo-audit-disable-next-line link-text -->")
    assert len(useless(found)) == 1


def test_what_is_silenced_is_not_judged() -> None:
    plain, silenced = audit(BODY), audit(f"<!-- seo-audit-disable links -->\n\n{BODY}")
    assert (silenced.score or 0) >= (plain.score or 0)
    link_text = next(verdict for verdict in silenced.verdicts if verdict.rule == "link-text")
    assert link_text.status == "skipped"
    assert link_text.score is None


def test_comment_that_silences_nothing_is_reported() -> None:
    found = audit(
        BODY.replace("Voir aussi", "<!-- seo-audit-disable heading-order -->\n\nVoir aussi")
    )
    assert useless(found) == ["This comment silences no finding of “heading-order”."]
    [message] = useless(audit(f"<!-- seo-audit-disable word-cuont -->\n\n{BODY}"))
    assert "unknown rule, “word-cuont”" in message
    one_of_two = audit(
        "<!-- seo-audit-disable link-text, heading-order -->\n\n# Titre\n\n#### Bas\n"
    )
    assert useless(one_of_two) == ["This comment silences no finding of “link-text”."]


def test_comment_about_a_rule_that_did_not_run_is_not_called_useless() -> None:
    assert useless(audit(f"<!-- seo-audit-disable image-alt -->\n\n{BODY}")) == []


def test_in_html() -> None:
    page = (
        "<main><h1>Titre</h1>{}<p>Voir <a href='/b'>cliquez ici</a>, c’est la page du plan de la ville.</p>"
        "<p>Elle montre toutes les rues du centre, et celles des faubourgs aussi.</p></main>"
    )
    assert lines(audit(page.format(""), name="a.html"), "link-text")
    for comment in ("disable link-text", "disable links -- voulu"):
        text = page.format(f"<!-- seo-audit-{comment} -->")
        assert not lines(audit(text, name="a.html"), "link-text")


Settings = Callable[[Any], str]


@each_row("disable", ["[link-text]", "link-text", "[links]", "'link_text, h1'"])
def test_front_matter_disables(disable: str) -> None:
    text = f"---\nseo:\n  disable: {disable}\n---\n{BODY}"
    assert lines(audit(text), "link-text") == []
    assert lines(audit(text), "heading-order") == [7]


def test_what_a_useless_comment_shows_and_costs() -> None:
    comments = "<!-- seo-audit-disable-next-line --> <!--  seo-audit-disable\n  h1 -->\n"
    config = Config(select=("heading-order", "h1"))
    found = audit(BODY + comments, config)
    first, second = (finding for verdict, finding in found.findings if verdict.rule == RULE_ID)
    assert "“*”" in first.message("en")
    assert second.excerpt == "seo-audit-disable h1"
    assert (first.fingerprint, second.fingerprint) == ("silencing-0-", "silencing-1-h1")
    assert found.score == audit(BODY, config).score
    long = audit(f"{BODY}<!-- seo-audit-disable h1 -- {'parce que ' * 30}-->\n", config)
    (excerpt,) = (finding.excerpt for verdict, finding in long.findings if verdict.rule == RULE_ID)
    assert len(excerpt) == 120


def test_enable_ends_only_the_rules_it_names() -> None:
    text = BODY.replace("Voir [cl", "<!-- seo-audit-disable link-text -->\n\nVoir [cl")
    for enabled, left in (("h1", []), ("link-text", [9]), ("", [9]), ("h1, link-text", [9])):
        ended = text.replace("Voir aussi", f"<!-- seo-audit-enable {enabled} -->\n\nVoir aussi")
        found = [line for line in lines(audit(ended), "link-text") if line]
        assert len(found) == len(left), enabled
