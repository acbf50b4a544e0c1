"""The examples in the documentation of each rule of a whole site."""

import string
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from site_samples import of, report_of, written

from seo_audit import plugins
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Severity, SiteRule
from seo_audit.rule_support.site.examples import SiteExample, site_examples
from seo_audit.site import run_folder, unchanged
from seo_audit.site.sources.found import Found
from seo_audit.site.sources.site_files import SiteFiles

RULES = tuple(plugins.site_rules().values())
EXAMPLES = [(rule, example) for rule in RULES for example in site_examples(rule.doc)]


@pytest.mark.parametrize(
    ("rule", "example"),
    EXAMPLES,
    ids=[f"{rule.id}-{number}" for number, (rule, _) in enumerate(EXAMPLES)],
)
def test_examples_do_what_they_say(rule: SiteRule, example: SiteExample, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", example.files)
    rules = {rule.id: {"enabled": True, **example.options}}
    report = report_of(folder, url=example.url, rules=rules)
    found = of(report, rule.id)
    assert not report.broken
    assert bool(found) is example.bad, [one.message("fr") for one in found]
    if example.marks:
        places = sorted(
            (spot.path, (spot.offset, spot.end_offset)) for one in found for spot in one.spots
        )
        assert places == [(path, tuple(span)) for path, span in example.marks]
    run, files = run_folder.at(str(tmp_path)), SiteFiles(Found("built", str(folder), ""), [])
    unchanged.keep(run, "key", files, report)
    kept = unchanged.read(run, "key", files)
    assert kept, "a second run would judge all of it again"
    assert kept.findings == report.findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_is_documented_in_both_languages(rule: SiteRule) -> None:
    kinds = [example.bad for example in site_examples(rule.doc)]
    assert True in kinds
    assert False in kinds
    for message in (rule.title, rule.what, rule.why):
        assert message.fr.strip()
        assert message.en.strip()
    assert rule.references or rule.evidence is None, "who says so"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_evidence_bounds_severity_and_defaults_have_their_basis(rule: SiteRule) -> None:
    if rule.evidence is Evidence.FOLKLORE:
        assert rule.severity is Severity.INFO
    if rule.evidence is Evidence.TOOLS:
        assert rule.severity is not Severity.ERROR
    for name, hint in get_type_hints(rule.options, include_extras=True).items():
        notes = getattr(hint, "__metadata__", ())
        assert any(isinstance(note, Basis) for note in notes), f"{name}: no Basis"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_messages_agree_and_are_well_set(rule: SiteRule) -> None:
    messages = [rule.title, rule.what, rule.why]
    for value in vars(sys.modules[rule.check.__module__]).values():
        if isinstance(value, Message):
            messages.append(value)
        if isinstance(value, Fault):
            messages += [value.message, value.advice]
    for message in messages:
        assert _fields(message.fr) == _fields(message.en), message
        assert "'" not in message.fr
        assert '"' not in message.fr
        assert "..." not in message.fr


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
