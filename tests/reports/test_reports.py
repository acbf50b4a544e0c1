"""What holds for every report format."""

import random
import re
from collections.abc import Iterator

import pytest
import report_samples as samples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import plugins
from seo_audit.message import Language
from seo_audit.rendering import escaping, json_text, labels, paths
from seo_audit.rendering.summary import line as summary_line
from seo_audit.report import Report
from seo_audit.rule import Severity

FORMATS = ("concise", "github", "gitlab", "json", "junit", "markdown", "sarif", "text")
LANGUAGES: tuple[Language, ...] = ("fr", "en")
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Characters that a terminal, a log or an editor would obey."""


def test_these_are_formats_of_the_command_line() -> None:
    assert set(FORMATS) <= set(plugins.report_names())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_is_plain_utf8_and_the_same_twice(name: str, language: Language) -> None:
    view = samples.view(language)
    text = samples.rendered(name, samples.every(), view)
    assert text.encode().decode() == text
    assert not UNSEEN.search(text)
    assert text.endswith("\n")
    assert samples.rendered(name, samples.every(), view) == text


@each_row("name", FORMATS)
def test_speaks_both_languages(name: str) -> None:
    french, english = (
        samples.rendered(name, samples.every(), samples.view(language, verbose=True))
        for language in LANGUAGES
    )
    assert "ne dit pas où il mène" in french
    assert "ne dit pas" not in english
    assert "does not say where it leads" in english


@each_row("name", FORMATS)
def test_shows_no_article(name: str) -> None:
    assert "None" not in samples.rendered(name, [])


# GitHub shows ten commands of a kind: the worst of all articles come first
@pytest.mark.slow
@each_row("name", [name for name in FORMATS if name != "github"])
def test_writes_articles_as_they_come(name: str) -> None:
    # of many articles the terminal shows what they have in common, unless asked for each
    format_, view = plugins.report(name), samples.view(verbose=True)
    pulled = 0

    def entries() -> Iterator[str]:
        nonlocal pulled
        for report in samples.many(300):
            pulled += 1
            yield format_.entry(report, samples.outcome(report), view)

    summary = samples.summary(samples.many(300))
    chunks = format_.render(entries(), summary, view)
    written = ""
    while pulled < 20:
        written += next(chunks)
    # what was pulled before the last one is already out
    assert "articles/012.md" in written
    assert pulled <= 21
    for _ in chunks:
        pass
    assert pulled == 300


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(max_size=40), path=st.text(min_size=1, max_size=20))
@settings(max_examples=25)
def test_no_text_breaks_a_format(name: str, text: str, path: str) -> None:
    found = samples.FAULTS["h1"].at(None, text=text)
    article = samples.document(path)
    verdict = samples.verdict("h1", [found], article.source)
    report = Report(
        path, "markdown", document=article, figures=samples.FIGURES, verdicts=(verdict,)
    )
    shown = samples.rendered(name, [report])
    assert not UNSEEN.search(shown)
    shown.encode()


@each_row("name", FORMATS)
def test_long_texts_take_no_time(name: str) -> None:
    report = samples.hostile()
    for text in ("a" * 100_000, "` " * 50_000, "\x1b[" * 50_000, "é\u0301" * 50_000):
        verdict = samples.verdict(
            "h1", [samples.FAULTS["h1"].at(None, text=text)], samples.document().source
        )
        long = Report(
            "a.md", "markdown", None, report.document, samples.FIGURES, (verdict,), 50, {}
        )
        assert samples.rendered(name, [long])


# -- what formats share


def test_invisible_characters_are_shown() -> None:
    assert escaping.visible("a\x1b[1mb\u202ec\x85\n\r\t\udce9d") == (
        r"a\x1b[1mb\u202ec\x85\n\r \udce9d"
    )


def test_no_break_spaces_accents_and_emoji_stay() -> None:
    text = "« L’été »\u202f! 👩\u200d🚒 中文 é"
    assert escaping.visible(text) == text


def test_long_texts_are_cut_with_an_ellipsis() -> None:
    assert escaping.visible("mot " * 10, 9) == "mot mot…"


@pytest.mark.slow
def test_each_character_that_does_not_show_is_shown() -> None:
    for char in map(chr, range(0x110000)):
        assert (escaping.visible(char) == char) is (escaping.INVISIBLE.search(char) is None)


@given(st.text(alphabet=st.characters(exclude_categories=())))
@example("\udce9\U000e0041\\\u2028")
def test_json_text_gives_back_what_went_in(text: str) -> None:
    import json

    for written in (json_text.dumps({"a": [text]}, 4), json_text.compact({"a": [text]})):
        written.encode()
        assert json.loads(written) == {"a": [escaping.whole(text)]}
        assert not UNSEEN.search(written)


def test_without_path() -> None:
    assert paths.without_path("a.md : introuvable", "a.md") == "introuvable"
    assert paths.without_path("a.md: not there", "a.md") == "not there"
    assert paths.without_path("autre.md: not there", "a.md") == "autre.md: not there"


def test_paths_below_the_working_folder_are_relative(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    monkeypatch.chdir(Path(__file__).parents[1])
    here = str(Path.cwd())
    assert paths.shown(f"{here}/a/é.md") == "a/é.md"
    assert paths.shown("/ailleurs/a.md") == "/ailleurs/a.md"
    assert paths.shown("../a.md") == "../a.md"


@each_row(
    "text",
    [samples.HOSTILE, "a|b", "`", "``x`", " ` ", "\\`", "*_[]()<b>&amp;", "@equipe", "~~x~~ $x$"],
)
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    seen = escaping.visible(text)
    tokens = reader.parse(f"|x|y|\n|-|-|\n|a {escaping.markdown(text)} b|{escaping.code(text)}|\n")
    cells = [one for one in tokens if one.type == "inline"][2:]
    assert len(cells) == 2
    assert {child.type for child in cells[0].children or []} <= {"text", "text_special"}
    plain = "".join(child.content for child in cells[0].children or [])
    assert plain.replace("\u200b", "") == " ".join(f"a {seen} b".split(" "))
    (code,) = cells[1].children or []
    assert code.type == "code_inline"
    assert code.content.strip() == seen.strip()


def test_samples_hold_every_status_and_severity() -> None:
    report = samples.poor()
    assert {verdict.status.value for verdict in report.verdicts} == {
        "failed",
        "passed",
        "skipped",
        "broken",
    }
    assert all(report.count(severity) for severity in Severity)
    assert summary_line(report, samples.outcome(report), "fr").broken == 1


def test_order_of_rules_changes_nothing_in_the_terminal_report() -> None:
    from msgspec.structs import replace

    report = samples.poor()
    verdicts = list(report.verdicts)
    random.Random(7).shuffle(verdicts)
    other = replace(report, verdicts=tuple(verdicts))
    for name in ("text", "concise"):
        mine, theirs = (
            sorted(samples.rendered(name, [one]).split("\n")) for one in (report, other)
        )
        assert mine == theirs


@pytest.mark.parametrize("module", ["labels", *FORMATS])
def test_french_typography(module: str) -> None:
    from seo_audit.message import Message

    owner = labels if module == "labels" else plugins.report(module)
    texts = []
    for value in vars(owner).values():
        held = value.values() if isinstance(value, dict) else [value]
        texts += [one.fr for one in held if isinstance(one, Message)]
    for text in texts:
        # the `:` of a format specification follows a name, not a space
        assert not re.search(r" [:;!?»%]|« |'|\"|\.\.\.", text), text


@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize(
    "command", ["::error file=", "##[error]", "##vso[task.setvariable]", " ::error::"]
)
def test_no_line_is_a_command_to_a_runner(name: str, command: str) -> None:
    from msgspec.structs import replace

    report = replace(samples.poor(), path=f"{command}a.md::b.md")
    lines = samples.rendered(name, [report, report]).split("\n")
    assert any("a.md" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith(("::", "##[", "##v"))]
