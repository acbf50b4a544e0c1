"""What holds for every rule, now and to come."""

import string
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from conftest import TODAY, CheckRule, commissioned
from tables import each_row

from seo_audit import engine, plugins
from seo_audit.config.config import Config
from seo_audit.fixing.mending import mend
from seo_audit.message import Message
from seo_audit.parsing import FORMATS
from seo_audit.rule import Basis, Evidence, Fault, Rule, Severity
from seo_audit.rule_support.examples import Example, examples
from seo_audit.source import Source

RULES = tuple(plugins.rules().values())
EXAMPLES = [(rule, example) for rule in RULES for example in examples(rule.doc)]
TESTS = Path(__file__).parents[1] / "rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_do_what_they_say(rule: Rule, check_rule: CheckRule) -> None:
    for number, example in enumerate(examples(rule.doc), 1):
        text = example.text
        edges = [(m.start, 1, "⟦") for m in example.marks]
        edges += [(m.end, 0, "⟧") for m in example.marks]
        for offset, _, bracket in sorted(edges, reverse=True):
            text = text[:offset] + bracket + text[offset:]
        found = check_rule(
            rule.id, text, example.format, article=dict(example.article), **example.options
        )
        assert bool(found) is example.bad, f"example {number}: {text}"


MENDED = [(rule, example) for rule, example in EXAMPLES if example.mended is not None]


@pytest.mark.parametrize(
    ("rule", "example"), MENDED, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(MENDED)]
)
def test_fixes_do_what_the_examples_show(rule: Rule, example: Example, tmp_path: Path) -> None:
    assert example.bad
    path = tmp_path / "article"
    (tmp_path / "place.jpg").write_bytes(b"GIF89a\x58\x02\x90\x01")
    source = Source(example.text, path=path)
    config = config_of(rule, example)
    mended = mend(source, config, FORMATS[example.format], unsafe=example.is_suggestion)
    assert mended.source.text.rstrip("\n") == example.mended
    if example.is_suggestion:
        assert (
            mend(source, config, FORMATS[example.format]).source.text.rstrip("\n") != example.mended
        )
    for finding in mended.applied:
        assert finding.fix
        assert finding.fix.safe or finding.fix.why


@each_row("rule", RULES)
def test_what_can_be_mended_is_shown(rule: Rule) -> None:
    found = [one for one in examples(rule.doc) if one.bad]
    if not any(one.mended is not None for one in found):
        for example in found:
            config = config_of(rule, example)
            report = engine.audit(Source(example.text), config, FORMATS[example.format])
            assert not any(finding.fix for _, finding in report.findings), "show a fix"


def config_of(rule: Rule, example: Example) -> Config:
    given = dict(example.article)
    given.pop("name", None)
    given |= commissioned(given)
    options = {"enabled": True, **example.options}
    return Config(**given, select=(rule.id,), rules={rule.id: options}, today=TODAY)


@each_row("rule", RULES)
def test_is_documented_in_both_languages(rule: Rule) -> None:
    kinds = [example.bad for example in examples(rule.doc)]
    assert kinds.count(True) >= 2, "two bad examples"
    assert kinds.count(False) >= 2, "two good examples"
    for message in (rule.title, rule.what, rule.why):
        assert message.fr.strip()
        assert message.en.strip()
    assert rule.references or rule.evidence is None, "who says so"
    test = TESTS / rule.category / f"test_{rule.id.replace('-', '_')}.py"
    assert test.exists(), f"write {test.name}"


@each_row("rule", RULES)
def test_every_default_has_its_basis(rule: Rule) -> None:
    hints = get_type_hints(rule.options, include_extras=True)
    for name, hint in hints.items():
        notes = getattr(hint, "__metadata__", ())
        assert any(isinstance(note, Basis) for note in notes), f"{name}: no Basis"


@each_row("rule", RULES)
def test_evidence_bounds_severity(rule: Rule) -> None:
    if rule.evidence is Evidence.FOLKLORE and rule.id != "word-count":
        assert rule.severity is Severity.INFO
    if rule.evidence is Evidence.TOOLS:
        assert rule.severity is not Severity.ERROR or rule.id == "placeholder"


@each_row("rule", RULES)
def test_messages_have_the_same_fields_in_both_languages(rule: Rule) -> None:
    module = sys.modules[rule.check.__module__]
    messages = [rule.title, rule.what, rule.why]
    for value in vars(module).values():
        if isinstance(value, Message):
            messages.append(value)
        if isinstance(value, Fault):
            messages += [value.message, value.advice]
    for message in messages:
        assert _fields(message.fr) == _fields(message.en), message


@each_row("rule", RULES)
def test_french_typography(rule: Rule) -> None:
    module = sys.modules[rule.check.__module__]
    texts = [rule.title.fr, rule.what.fr, rule.why.fr]
    for value in vars(module).values():
        if isinstance(value, Fault):
            texts += [value.message.fr, value.advice.fr]
    for text in texts:
        assert "'" not in text, text
        assert '"' not in text, text
        assert "..." not in text, text


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
