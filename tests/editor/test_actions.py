"""What is offered about findings: edits that are right, comments that silence and change nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit import api
from seo_audit.config.config import Config
from seo_audit.editor import actions
from seo_audit.editor.buffers import Buffer
from seo_audit.editor.silences import silence
from seo_audit.fixing.composing import applied
from seo_audit.report import PlacedFinding, Report
from seo_audit.source import Span

MARKDOWN = """---
title: Le lavoir du bourg
---

# Le lavoir du bourg

Une première ligne,
puis [cliquez ici](https://example.org/) au début ?

- un élément
- [cliquez ici](https://example.org/) encore : oui
- un autre ; bref

> Une citation, voir
> [cliquez ici](https://example.org/) dedans.

| Jour | Heure |
| --- | --- |
| [cliquez ici](https://example.org/) | 8 h |
"""
HTML = """<!doctype html>
<html lang="fr"><head><title>Le lavoir du bourg et son eau</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Le lavoir du bourg</h1>
<p>Une première ligne,
puis <a
 href="https://example.org/">cliquez ici</a> au début ?</p>
<ul><li>un élément</li><li><a href="https://example.org/">cliquez ici</a> encore</li></ul>
<img src="a.jpg">
</main></body></html>
"""


def buffer(text: str, name: str = "a.md") -> Buffer:
    return Buffer(f"file:///site/{name}", "", 1, text, "utf-16")


def found(report: Report, rule: str) -> list[PlacedFinding]:
    return [finding for verdict, finding in report.findings if verdict.rule == rule]


@pytest.mark.parametrize(("text", "format_"), [(MARKDOWN, "markdown"), (HTML, "html")])
def test_every_finding_with_a_place_in_the_article_can_be_silenced_alone(
    text: str, format_: str
) -> None:
    report = api.audit(text, format=format_)
    assert report.document is not None
    body = report.document.front_matter.span.end if report.document.front_matter else 0
    tried = 0
    for verdict, finding in report.findings:
        if verdict.rule == "silencing" or (finding.place and finding.place.offset < body):
            continue
        edits = silence(report.document, verdict.rule, finding, Config())
        assert edits, (verdict.rule, finding.place)
        silent = api.audit(applied(text, edits), format=format_)
        now = {one.fingerprint for one in found(silent, verdict.rule)}
        assert finding.fingerprint not in now or len(now) < len(found(report, verdict.rule))
        others = {(v.rule, f.fingerprint) for v, f in report.findings if v.rule != verdict.rule}
        left = {(v.rule, f.fingerprint) for v, f in silent.findings if v.rule != verdict.rule}
        assert others == left
        assert silent.document is not None
        assert silent.document.text == report.document.text
        tried += 1
    assert tried > 4


def test_a_place_in_the_front_matter_has_no_comment() -> None:
    text = "---\ntitle: Eau\n---\n\nUn mot : voilà.\n"
    report = api.audit(text, format="markdown")
    title = next(f for _, f in report.findings if f.place and f.place.offset < 18)
    assert report.document is not None
    assert silence(report.document, title.rule, title, Config()) is None


def test_line_ends_stay_as_they_are() -> None:
    text = "# Le lavoir\r\n\r\nVoir [cliquez ici](https://example.org/) ?\r\n"
    report = api.audit(text, format="markdown")
    (finding,) = found(report, "link-text")
    assert report.document is not None
    edits = silence(report.document, "link-text", finding, Config()) or ()
    assert "\n" not in applied(text, edits).replace("\r\n", "")


def test_offers_at_a_place_and_of_a_kind() -> None:
    text = "# Le lavoir\n\nUn mot : voilà.\n\nVoir [cliquez ici](https://example.org/).\n"
    one = buffer(text)
    report = api.audit(text, format="markdown")
    colon = text.index(" :")
    here = actions.offers(one, report, Span(colon, colon), None, "fr")
    assert [(offer.job, offer.rule) for offer in here] == [
        ("mend", "no-break-spaces"),
        ("silence", "no-break-spaces"),
        ("mend all", ""),
    ]
    assert here[0].preferred
    only = actions.offers(one, report, Span(colon, colon), ["source"], "fr")
    assert [offer.kind for offer in only] == [actions.FIX_ALL]
    assert not actions.offers(one, report, Span(colon, colon), ["refactor"], "fr")


def test_a_quick_fix_and_fix_all() -> None:
    text = "# Le lavoir\n\nUn mot : voilà ?\n"
    one = buffer(text)
    report = api.audit(text, format="markdown")
    offered = actions.offers(one, report, Span(0, len(text)), None, "fr")
    wanted = text.replace(" :", "\u00a0:").replace(" ?", "\u00a0?")
    for offer in offered:
        if offer.job != "silence":
            assert applied(text, actions.edits_for(offer, report, Config())) == wanted


def test_text_has_no_comments() -> None:
    text = "Le lavoir\n\nUn mot : voilà ?\n"
    report = api.audit(text, format="text")
    offered = actions.offers(buffer(text, "a.txt"), report, Span(0, len(text)), None, "fr")
    assert {offer.job for offer in offered} == {"mend", "mend all"}


def test_mdx_has_no_such_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.mdx"
    path.write_text("# Le lavoir\n\nUn mot : voilà ?\n", "utf-8")
    report = api.audit(path)
    (finding,) = found(report, "no-break-spaces")
    assert report.document is not None
    assert silence(report.document, "no-break-spaces", finding, Config()) is None


_LINES = st.lists(
    st.text(st.sampled_from("ab é\u2028"), max_size=4).map(lambda t: t + "\n"), max_size=6
)


@given(_LINES, _LINES)
def test_changes_make_one_text_of_another(before: list[str], after: list[str]) -> None:
    old, new = "".join(before), "".join(after)
    edits = list(actions.changes(old, new))
    assert applied(old, edits) == new
    if len(before) == len(after):
        assert all("\n" not in edit.text for edit in edits if "\u2028" not in old + new)
