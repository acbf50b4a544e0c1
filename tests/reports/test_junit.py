"""JUnit, read by junitparser and by a plain XML parser."""

import xml.etree.ElementTree as ET

import pytest
import report_samples as samples
from junitparser import Error, Failure, JUnitXml, Skipped

from seo_audit.message import Language
from seo_audit.report import Report


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
    assert list(results) == [verdict.rule for verdict in samples.poor().verdicts]
    assert isinstance(results["broken-rule"][0], Error)
    assert isinstance(results["title"][0], Skipped)
    (failure,) = results["image-alt"]
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message == "Cette image n’a pas de texte de remplacement."
    assert failure.text.startswith("9:1: error: Cette image")
    assert results["h1"] == []
    assert all(case.classname == "articles/fontaine.md" for case in first)


def test_several_findings_are_counted_and_listed() -> None:
    failure = tree(samples.poor(), language="en").find(
        ".//testcase[@name='no-break-spaces']/failure"
    )
    assert failure is not None
    assert failure.attrib["message"].endswith("(and 1 more)")
    assert (failure.text or "").count("info: An ordinary space") == 2


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
