"""Hostile articles cost what their size does, or are refused by a limit that says so.

`benchmarks/hostile.py` runs the same ones, much larger, through the command.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Run, runner
from growth import grows_linearly
from hostile_inputs import CASES, KEYPHRASE, SENTENCE, Case

from seo_audit import engine, plugins
from seo_audit.brief.brief import MOST_PHRASES
from seo_audit.brief.file import from_table
from seo_audit.config.config import Config
from seo_audit.config.file import check
from seo_audit.errors import ConfigError, SeoAuditError
from seo_audit.judging.gate import judge
from seo_audit.message import Message
from seo_audit.parsing import limits
from seo_audit.parsing.html import parser as html
from seo_audit.parsing.markdown import reader, states
from seo_audit.rendering.summary import View
from seo_audit.report import Report, Status
from seo_audit.source import MAXIMUM_BYTES, Source
from seo_audit.toml.layers import Layer

REPORTS = ("json", "html", "sarif")


def audit(article: Source) -> Report:
    config = Config(keyphrase=KEYPHRASE)
    try:
        report = engine.audit(article, config)
    except SeoAuditError as error:
        report = engine.unreadable(article.name, error)
    outcome = judge(report, config.gate)
    for name in REPORTS:
        plugins.report(name).entry(report, outcome, View(rules=plugins.rules()))
    return report


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name + case.suffix)
def test_time_grows_as_the_article(case: Case) -> None:
    def work(size: int) -> None:
        report = audit(Source(case.make(size), name=f"article{case.suffix}"))
        assert not report.having(Status.BROKEN), report.having(Status.BROKEN)[0].error

    assert grows_linearly(work, case.full // (10 if case.name.startswith("in-paragraph") else 40))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("eau " * 251, engine.TOO_LONG),
        ("- eau\n" * 101, limits.TOO_MANY),
        ("[a](b) " * 51 + "![](c) " * 49, limits.TOO_MANY),
    ],
    ids=["text", "blocks", "links"],
)
def test_articles_beyond_the_limits_are_refused(
    text: str, message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LONGEST", 1000)
    monkeypatch.setattr(engine, "MOST_PIECES", 100)
    report = audit(Source(text, name="a.md"))
    assert report.error is not None
    assert report.error.statement.message == message
    assert "a.md" in report.error.say("fr")
    assert audit(Source(text[: len(text) * 9 // 10], name="a.md")).error is None


@pytest.mark.parametrize(
    ("unit", "head"),
    [("## La fontaine\n\n", ""), ("| a | b |\n", "| c | d |\n|---|---|\n"), ("- eau\n", "")],
    ids=["headings", "table", "list"],
)
def test_markdown_is_not_read_beyond_the_limit(unit: str, head: str) -> None:
    tokens = 0
    push = states.BlockState.push

    def counting(*arguments: Any) -> Any:
        nonlocal tokens
        tokens += 1
        return push(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(states.BlockState, "push", counting)
        patch.setattr(reader, "MOST_PIECES", 50)
        report = audit(Source(head + unit * 5000, name="a.md"))
    assert report.error is not None
    assert report.error.statement.message == limits.TOO_MANY
    assert tokens < 1000


def test_empty_cells_are_no_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PIECES", 50)
    table = "| c | d |\n|---|---|\n" + "|  |  |\n" * 100
    assert audit(Source(table, name="a.md")).error is None


def test_pages_of_too_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_TAGS", 6)
    text = "<p><b>La fontaine</b> coule.</p><p>a<b</p>"
    assert audit(Source(text.replace("<b</p>", "</p>"), name="a.html")).error is None
    report = audit(Source(text, name="a.html"))
    assert report.error is not None
    assert report.error.say("en") == "a.html: over 6 tags, the limit of a page"


def test_limit_of_bytes_is_said_and_can_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run: Run = runner(tmp_path, monkeypatch)
    (tmp_path / "a.txt").write_bytes(b"a" * (MAXIMUM_BYTES + 1))
    assert "maximum-bytes" in run("a.txt", "--lang", "en").errors
    (tmp_path / "b.txt").write_bytes(b"Bonjour. " * 20)
    ran = run("b.txt", "--config", "maximum-bytes = 100", "--format", "json")
    assert ran.status == 2
    assert ran.json()["articles"][0]["error"]


def test_lists_of_phrases_have_a_limit() -> None:
    phrases = [f"eau {number}" for number in range(MOST_PHRASES + 1)]
    with pytest.raises(ConfigError, match="at most 100"):
        from_table({"must_mention": phrases}, Path())
    layer = Layer("seo-audit.toml", {"secondary": phrases}, Path())
    with pytest.raises(ConfigError, match="at most 100"):
        check(layer, {})
    header = json.dumps({"seo": {"secondary": phrases}})
    report = audit(Source(f"{header}\n\n# Titre\n\n{SENTENCE}", name="a.md"))
    (verdict,) = (one for one in report.verdicts if one.rule == "secondary-keyphrases")
    assert len(verdict.findings) == MOST_PHRASES
