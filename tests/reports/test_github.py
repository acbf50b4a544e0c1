"""Workflow commands, read the way the runner does."""

import re

import report_samples as samples
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.judging.gate import Gate, Outcome
from seo_audit.message import Language
from seo_audit.report import Report
from seo_audit.rule import Severity

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


def told(gate: Gate, *reports: Report) -> list[tuple[str, str, str]]:
    """Kind, file and title of each command."""
    module, view = plugins.report("github"), samples.view("en")
    entries = [module.entry(one, samples.outcome(one, gate), view) for one in reports]
    found = []
    for text in module.render(iter(entries), samples.summary(reports), view):
        match = re.match(r"::(\w+) file=([^,]+),.*?title=([\w-]+)::", text)
        assert match, text
        found.append((match[1], match[2], match[3]))
    return found


def test_only_error_findings_are_errors() -> None:
    for gate in (Gate(), Gate(fail_on=Severity.WARNING), Gate(fail_on=None, max_warnings=0)):
        errors = [title for kind, _, title in told(gate, samples.poor()) if kind == "error"]
        assert errors == ["broken-rule", "image-alt"]


def test_a_score_that_fails_is_the_first_warning() -> None:
    gate = Gate(fail_under={None: 99})
    warnings = [title for kind, _, title in told(gate, samples.poor()) if kind == "warning"]
    assert warnings[0] == "seo-audit"
    low = replace(samples.poor(), score=12)
    _, _, message = next(one for one in commands(low) if one[1]["title"] == "seo-audit")
    assert message.startswith("Article refusé\u00a0: score de 12 sur 100")
    assert "--fail-on" not in message
    # findings tell for themselves
    assert all(title != "seo-audit" for _, _, title in told(Gate(), samples.poor()))


def test_the_first_ten_are_the_worst_of_all_files() -> None:
    def many_times(name: str, rule: str, count: int) -> Report:
        report = samples.poor(name)
        one = next(one for one in report.verdicts if one.rule == rule)
        return replace(report, verdicts=(replace(one, findings=one.findings * count),))

    light, heavy = "word-count", "link-text"
    reports = [many_times("a.md", light, 30), many_times("b.md", heavy, 30)]
    reports += [many_times(f"c{number}.md", light, 1) for number in range(5)]
    reports.append(many_times("z.md", heavy, 1))
    assert samples.RULES[light].points < samples.RULES[heavy].points
    shown = [file for _, file, _ in told(Gate(), *reports)]
    # once each, the heavy rule first; then the second findings
    assert shown[:10] == [
        "b.md",
        "z.md",
        "a.md",
        *(f"c{number}.md" for number in range(5)),
        "b.md",
        "a.md",
    ]
    assert len(shown) == 66


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
    format_ = plugins.report("github")
    assert format_.entry(samples.good(), Outcome(passed=True), samples.view()) == ""
