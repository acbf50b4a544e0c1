"""Workflow commands, read the way the runner does."""

import re

import report_samples as samples
from msgspec.structs import replace

from seo_audit.judging.gate import Outcome
from seo_audit.message import Language
from seo_audit.report import Report

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.+)")


def commands(*reports: Report, language: Language = "fr") -> list[tuple[str, dict[str, str], str]]:
    """Kind, properties and message of each command: unescaped as actions/runner's ActionCommand.cs does."""
    found = []
    for line in samples.rendered("github", reports, samples.view(language)).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = {}
        for pair in match[2].split(","):
            key, _, value = pair.partition("=")
            assert key not in properties
            properties[key] = _unescape(
                value, ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")
            )
        found.append((match[1], properties, _unescape(match[3], ("%0D", "\r"), ("%0A", "\n"))))
    return found


def _unescape(text: str, *pairs: tuple[str, str]) -> str:
    for escaped, char in (*pairs, ("%25", "%")):
        text = text.replace(escaped, char)
    return text


def test_a_finding_stands_at_its_place() -> None:
    kind, properties, message = next(
        one for one in commands(samples.poor()) if one[1]["title"] == "image-alt"
    )
    assert kind == "error"
    assert properties == {
        "file": "articles/fontaine.md",
        "line": "9",
        "endLine": "9",
        "col": "1",
        "endColumn": "16",
        "title": "image-alt",
    }
    assert message.split("\n") == [
        "Cette image n’a pas de texte de remplacement.",
        "Décrivez ce qu’elle montre, ou marquez-la comme décorative.",
    ]


def test_the_gravest_come_first() -> None:
    kinds = [kind for kind, _, _ in commands(samples.poor())]
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)
    assert set(kinds) == {"error", "warning", "notice"}


def test_the_gate_and_broken_rules_are_said() -> None:
    titles = [properties["title"] for _, properties, _ in commands(samples.poor(), language="en")]
    assert titles[:2] == ["seo-audit", "broken-rule"]
    message = commands(samples.poor(), language="en")[0][2]
    assert message.startswith("Article failed: 1 error (--fail-on error)")
    assert "5 warnings, more than the maximum of 2" in message


def test_without_a_place_there_is_no_line() -> None:
    (properties,) = [p for _, p, _ in commands(samples.poor()) if p["title"] == "word-count"]
    assert set(properties) == {"file", "title"}


def test_columns_only_within_a_line() -> None:
    report = samples.poor()
    verdict = next(one for one in report.verdicts if one.rule == "sentence-length")
    (finding,) = verdict.findings
    assert finding.place
    longer = replace(finding, place=replace(finding.place, end_line=finding.place.line + 2))
    long = replace(report, verdicts=(replace(verdict, findings=(longer,)),))
    (properties,) = [p for _, p, _ in commands(long) if p["title"] == "sentence-length"]
    assert set(properties) == {"file", "line", "endLine", "title"}


def test_hostile_names_and_texts_are_escaped() -> None:
    for _, properties, message in commands(samples.hostile(), samples.unreadable()):
        assert properties["file"] in (
            "articles/a,b:c%\\n\\u202e|`<é>` \\x1b[31m\ufffd.md",
            "articles/absent.md",
        )
        assert len(message) < 5000
    assert any(
        "::error file=a::b %0A |" in message for _, _, message in commands(samples.hostile())
    )


def test_an_unreadable_file_is_an_error() -> None:
    assert commands(samples.unreadable()) == [
        ("error", {"file": "articles/absent.md", "title": "unreadable"}, "fichier introuvable")
    ]


def test_nothing_to_say_is_nothing() -> None:
    from seo_audit import plugins

    format_ = plugins.report("github")
    assert format_.entry(samples.good(), Outcome(passed=True), samples.view()) == ""
