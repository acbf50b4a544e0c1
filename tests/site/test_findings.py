"""Findings stand in one order, however many they are."""

import random
from pathlib import Path

import pytest
from site_samples import page, written

from seo_audit import Config
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Severity, SiteFinding, Spot
from seo_audit.rule_support.site.packed import Packed
from seo_audit.site import audit, judging
from seo_audit.site.findings import Findings, Found

FAULT = Fault(
    Message(fr="Il manque {n}.", en="{n} is missing."), Message(fr="Rien.", en="Nothing.")
)


def found(rule: str, severity: Severity, number: int) -> Found:
    finding = SiteFinding(FAULT, (Spot("/", f"{number:05}.html"),), {"n": number}, str(number))
    return Found(rule, severity, Evidence.TOOLS, finding, f"{number:020}")


def test_they_read_as_a_tuple_by_severity_and_by_rule() -> None:
    plain = [
        found(rule, severity, n)
        for severity in Severity
        for rule in ("orphan", "thin")
        for n in range(100 if severity is Severity.INFO else 3)
    ]
    held = Findings.of(iter(plain))
    assert held == tuple(plain)
    assert list(held) == plain
    assert [held[n] for n in range(-len(plain), len(plain))] == [*plain, *plain]
    assert held[2:9] == tuple(plain[2:9])
    assert [held.of_severity(one) for one in Severity] == [6, 6, 200]
    assert {rule: list(own) for rule, own in held.by_rule().items()} == {
        rule: [one for one in plain if one.rule == rule] for rule in ("orphan", "thin")
    }
    assert any(isinstance(part.found, Packed) for part in held.parts)
    assert not Findings()
    with pytest.raises(IndexError):
        held[len(plain)]


@pytest.mark.parametrize("run", [1, 7, 100, 1_000])
def test_many_are_sorted_in_runs(monkeypatch: pytest.MonkeyPatch, run: int) -> None:
    plain = [
        found(rule, severity, n) for severity in Severity for rule in ("a", "b") for n in range(30)
    ]
    monkeypatch.setattr(judging, "RUN", run)
    # rules are asked one after the other
    by_rule = sorted(plain, key=lambda one: one.rule)
    assert list(judging._sorted(by_rule)) == plain
    mixed = sorted(random.Random(3).sample(plain, len(plain)), key=lambda one: one.rule)
    assert list(judging._sorted(mixed)) == plain


def test_a_site_of_many_findings_reports_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = "".join(f'<a href="/absente-{n}/">la page {n}</a> ' for n in range(150))
    folder = written(tmp_path, {f"{n}/index.html": page(links) for n in range(4)})
    whole = audit(folder, Config(), url="https://exemple.fr/")
    assert len(whole.by_rule()["broken-link"]) == 150
    assert {one.pages for one in whole.by_rule()["broken-link"]} == {4}
    monkeypatch.setattr(judging, "RUN", 11)
    assert audit(folder, Config(), url="https://exemple.fr/") == whole
