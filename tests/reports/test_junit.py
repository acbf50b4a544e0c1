"""JUnit, read by junitparser and by a plain XML parser."""

import xml.etree.ElementTree as ET

import pytest
import report_samples as samples
from junitparser import Error, Failure, JUnitXml, Skipped
from tables import each_row

from seo_audit import plugins
from seo_audit.judging.gate import Gate
from seo_audit.message import Language
from seo_audit.report import Report
from seo_audit.rule import Severity


def tree(*reports: Report, language: Language = "fr") -> ET.Element:
    return ET.fromstring(samples.rendered("junit", reports, samples.view(language)).encode())


@pytest.mark.parametrize(
    "reports",
    [samples.every(), (), tuple(samples.many(300)), (samples.hostile(),)],
    ids=["every", "none", "many", "hostile"],
)
def test_counts_are_right(reports: tuple[Report, ...]) -> None:
    suites = tree(*reports).findall("testsuite")
    assert len(suites) == len(reports)
    for suite in suites:
        cases = suite.findall("testcase")
        counts = {"tests": len(cases)} | {
            name + ending: sum(case.find(name) is not None for case in cases)
            for name, ending in (("failure", "s"), ("error", "s"), ("skipped", ""))
        }
        assert {name: int(suite.attrib[name]) for name in counts} == counts


def test_junitparser_reads_it() -> None:
    text = samples.rendered("junit", samples.every())
    suites = list(JUnitXml.fromstring(text.encode()))
    first = suites[0]
    assert first.name == "articles/fontaine.md"
    results = {case.name: case.result for case in first}
    assert list(results) == ["gate", *(verdict.rule for verdict in samples.poor().verdicts)]
    assert isinstance(results["broken-rule"][0], Error)
    assert isinstance(results["title"][0], Skipped)
    (failure,) = results["image-alt"]
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message == "Cette image n’a pas de texte de remplacement."
    assert failure.text.startswith("9:1: error: Cette image")
    assert results["h1"] == []
    assert all(case.classname == "articles/fontaine.md" for case in first)


def case(gate: Gate, rule: str) -> dict[str, ET.Element]:
    """What stands in the case of a rule of the poor article, by name."""
    module, view = plugins.report("junit"), samples.view("en")
    text = module.entry(samples.poor(), samples.outcome(samples.poor(), gate), view)
    found = ET.fromstring(text).find(f".//testcase[@name='{rule}']")
    assert found is not None
    return {child.tag: child for child in found}


def test_several_findings_are_counted_and_listed() -> None:
    failure = case(Gate(fail_on=Severity.INFO), "no-break-spaces")["failure"]
    assert failure.attrib["message"].endswith("(and 1 more)")
    assert (failure.text or "").count("info: An ordinary space") == 2


@each_row(
    ("gate", "failed"),
    [
        (Gate(), {"image-alt"}),
        (Gate(fail_on=None), set()),
        (Gate(fail_on=Severity.WARNING), {"image-alt", "link-text"}),
        (Gate(fail_on=None, max_warnings=2), {"link-text"}),
        (Gate(fail_on=None, max_warnings=9), set()),
        (Gate(fail_on=None, fail_under={None: 100}), {"gate"}),
    ],
)
def test_failures_are_what_fails_the_gate(gate: Gate, failed: set[str]) -> None:
    for rule in ("image-alt", "link-text", "no-break-spaces"):
        [tag] = case(gate, rule)
        assert tag == ("failure" if rule in failed else "system-out"), rule
    assert ("failure" in case(gate, "gate")) is ("gate" in failed)


def test_findings_that_do_not_fail_stand_in_the_output() -> None:
    text = case(Gate(), "link-text")["system-out"].text or ""
    assert "warning: The link “cliquez ici” does not say" in text
    assert "Name the linked page" in text


def test_an_unreadable_file_is_an_error() -> None:
    (case,) = tree(samples.unreadable()).iter("testcase")
    error = case.find("error")
    assert error is not None
    assert error.attrib["message"] == "fichier introuvable"


def test_the_gate_stands_in_the_properties() -> None:
    pairs = [
        (one.attrib["name"], one.attrib["value"]) for one in tree(samples.poor()).iter("property")
    ]
    assert ("passed", "false") in pairs
    assert ("score", "49") in pairs
    assert sum(name == "reason" for name, _ in pairs) == 3
    good = [
        (one.attrib["name"], one.attrib["value"]) for one in tree(samples.good()).iter("property")
    ]
    assert good == [("passed", "true"), ("score", "100")]


def test_hostile_texts_are_shown() -> None:
    text = "".join(tree(samples.hostile()).itertext())
    assert "</script><img src=x onerror=alert(1)>" in text
    assert r"\u202eeuqitsatnaf ]]>" in text
    assert r"\x1b[31mrouge\x00\x85\u2028fin" in text
