"""Where a score stands that is held down because the article is short, every format says so."""

import json
import re

import pytest
import report_samples as samples
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.judging.gate import Gate, Outcome
from seo_audit.message import Language
from seo_audit.rendering.summary import Summary, line
from seo_audit.report import Report
from seo_audit.site.site_report import PageLine, SiteReport, SiteView

SAID: dict[Language, str] = {"fr": "plafonné : 22 mots", "en": "capped: 22 words"}
FORMATS = {
    # where the score stands only if the gate refuses it
    "concise": "gate",
    "github": "gate",
    # where it stands always
    "html": "always",
    "json": "always",
    "junit": "always",
    "markdown": "always",
    "text": "always",
    # where findings stand, and no score
    "gitlab": "never",
    "sarif": "never",
}


def short(name: str) -> Report:
    """22 words, in good order."""
    figures = replace(samples.FIGURES, words=22)
    return replace(samples.good(name), figures=figures, score=44, score_limit=44)


def rendered(name: str, count: int, gate: Gate, language: Language = "fr") -> str:
    view = samples.view(language, width=100, several=count > 1, quiet=name == "concise")
    format_ = plugins.report(name)
    reports = [short(f"{number}.md") for number in range(count)]
    judged = [(one, samples.outcome(one, gate)) for one in reports]
    lines = tuple(line(one, outcome, language) for one, outcome in judged)
    entries = iter([format_.entry(one, outcome, view) for one, outcome in judged])
    text = "".join(format_.render(entries, Summary(lines), view))
    if name == "html":
        text = re.sub(r"<(style|script).*?</\1>", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text)


def test_the_table_names_every_format() -> None:
    assert set(FORMATS) == set(plugins.report_names())


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("count", [1, 3, pytest.param(30, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FORMATS)
def test_a_score_that_is_held_down_says_why(name: str, count: int, language: Language) -> None:
    where = FORMATS[name]
    passed = rendered(name, count, Gate(), language)
    failed = rendered(name, count, Gate(fail_under={None: 60}), language)
    if name == "json":
        limits = [one["score_limit"] for one in json.loads(passed)["articles"]]
        assert limits == [44] * count
        assert SAID[language] in failed
        return
    scores = r"score[^.]{0,12}\b44\b|\b44 (sur|out of) 100|\b44 \(|>44<|44\*"
    assert bool(re.search(scores, failed)) is (where != "never")
    starred = name == "text" and count == 3
    for text, told in (
        (passed, where == "always"),
        (failed, where != "never"),
    ):
        assert (SAID[language].casefold() in text.casefold()) is told, text
        assert (bool(re.search(scores, text)) is told) or starred


def page(score: int, score_limit: int | None, words: int) -> PageLine:
    return PageLine("/a", "a.html", "A", score, score_limit, words, 0, 0, 0, True, 0, 0, 0, 1.0)


def site(name: str, *pages: PageLine) -> str:
    report = SiteReport("public", "built", "https://exemple.fr", pages=pages, outcome=Outcome(True))
    view = SiteView(rules=plugins.KnownRules())
    return "".join(plugins.site_report(name).render(report, view))


def test_a_page_of_a_site_says_so_too() -> None:
    held, free = (
        page(score=44, score_limit=44, words=22),
        page(score=44, score_limit=None, words=22),
    )
    assert "plafonné\u00a0: 22 mots" in site("html", held)
    assert "plafonné" not in site("html", free)
    assert json.loads(site("json", held))["pages"][0]["score_limit"] == 44
    assert json.loads(site("json", free))["pages"][0]["score_limit"] is None
    others = [page(score=60, score_limit=None, words=900)] * 20
    # no other format names the score of a page; the workbook has a column for each field
    for name in set(plugins.site_report_names()) - {"html", "json", "xlsx", "parquet"}:
        assert "44" not in site(name, held, *others), name
    assert "score_limit" in PageLine.__struct_fields__


def test_an_editor_says_so_above_the_text() -> None:
    diagnostics = pytest.importorskip("seo_audit.editor.diagnostics")
    assert diagnostics.summary(short("a.md"), "fr") == "SEO\u00a0: 44/100, plafonné\u00a0: 22 mots"
    free = replace(short("a.md"), score=100, score_limit=None)
    assert diagnostics.summary(free, "en") == "SEO: 100/100 · 22 words"
