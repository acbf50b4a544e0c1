"""What holds for any input: only documented errors, places inside the source, reports others can read."""

import json
import string
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import report_samples as samples
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seo_audit import engine, french, plugins, source
from seo_audit.brief import file as brief
from seo_audit.brief.brief import KEYS as BRIEF_KEYS
from seo_audit.config import file, keys
from seo_audit.config.config import Config
from seo_audit.document import Document, Format, Run, Text
from seo_audit.errors import ConfigError, SeoAuditError, SourceError
from seo_audit.judging.baseline import Baseline
from seo_audit.judging.baseline import read as read_baseline
from seo_audit.judging.gate import judge
from seo_audit.judging.suppression import directives
from seo_audit.message import Language
from seo_audit.parsing import parse
from seo_audit.parsing.front_matter.header import read as read_header
from seo_audit.rendering.summary import Summary, View, line
from seo_audit.report import Report, Status
from seo_audit.source import Source, Span
from seo_audit.toml import layers

FORMATS: tuple[Format, ...] = ("html", "markdown", "text")
TODAY = date(2026, 11, 21)
RULES = plugins.rules()
EVERY_RULE = {name: {"enabled": True} for name in RULES}

WORDS = (
    *(
        "La",
        "fontaine",
        "du village",
        "coule",
        "l’eau",
        "l'eau",
        "qu’il",
        "a été réparée",
        "donc",
        "M.",
    ),
    *(
        "2ème",
        "1er",
        "12 h 30",
        "3,5 %",
        "1 000 €",
        "«",
        "»",
        '"',
        "“",
        "...",
        "…",
        "–",
        "etc.",
        "TODO",
    ),
    *(
        "cher·e·s",
        "oeuvre",
        "A Paris",
        "www.a.fr",
        "https://example.org/a",
        "a@b.fr",
        "lorem ipsum",
    ),
    *(
        "Lire aussi :",
        "ÉTAT",
        "İ",
        "ß",
        "e\u0301",
        "\u200b",
        "\u00a0",
        "\u202f",
        "\u202e",
        "\ufeff",
    ),
    *("\0", "\x1b[31m", "\x85", "\u2028", "\ufffc", "🙂", "👨\u200d👩", "水", "\ud800"),
)
MARKUP = (
    *(
        "<p>",
        "</p>",
        "<h1>",
        "<h2>",
        "</h2>",
        "<b>",
        "<br/>",
        "<ul><li>",
        "<table><tr><td>",
        "</table>",
    ),
    *(
        '<a href="/a">',
        "<a href='b",
        "</a>",
        '<img src="a.jpg" alt="x">',
        "<img>",
        "<div class=content>",
    ),
    *(
        "<script>",
        "</script>",
        '<script type="application/ld+json">',
        '{"@type": "Article"}',
        "<style>",
    ),
    *(
        "<!-- ",
        "-->",
        "<!-- seo-audit-disable -->",
        "<!-- seo-audit-disable-next-line h1 -->",
        "<svg>",
    ),
    *(
        "<html lang=fr>",
        "<head>",
        "<title>",
        "</title>",
        "<body>",
        "<article>",
        "<nav>",
        "<!doctype html>",
    ),
    *(
        '<meta name=description content="',
        '<meta charset="x">',
        '<link rel=canonical href="',
        "<math>",
    ),
    *(
        "&amp;",
        "&eacute",
        "&#x1F600;",
        "&#0;",
        "&",
        "<",
        "]]>",
        "<![CDATA[",
        "<template>",
        "<p hidden>",
    ),
    *(
        "# ",
        "## ",
        "\n---\n",
        "***",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "| a |",
    ),
    *(
        "|---|",
        "[",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "[a]: /b\n",
        "~~",
        "\\",
        ":::note\n",
        "{{< a >}}",
    ),
    *(
        "{% b %}",
        "{{ c }}",
        "import a from 'b'\n",
        "<A b={c}>",
        "term\n: ",
        "^[",
        "$$",
        "[toc]",
        "===",
    ),
)
BREAKS = ("\n", "\r\n", "\r", "\n\n", " ", "  ", "")
HEADERS = (
    *("", "---\n", "+++\n", "{\n", "---\ntitle: Une fontaine\nseo:\n  keyphrase: fontaine\n---\n"),
    *(
        "---\ntitle: [a, b\n---\n",
        "---\na: &a [x]\nb: *a\n---\n",
        '+++\ntitle = "Eau"\n+++\n',
        "% Titre\n",
    ),
    *(
        '{"title": "Eau"}\n',
        "Title: Eau\nDate: 2026-01-01\n\n",
        "---\nseo: 3\n---\n",
        "\ufeff---\n",
    ),
    *("---\nseo:\n  disable: [h1]\n  profile: news\n---\n", "---\nseo: {keyphrase: 3}\n---\n"),
)
PIECES = st.sampled_from(WORDS + MARKUP + BREAKS) | st.text(max_size=8)
BODIES = st.lists(PIECES, max_size=40).map("".join)
ARTICLES = st.builds("".join, st.tuples(st.sampled_from(HEADERS), BODIES))
PROSE = st.lists(st.sampled_from(WORDS + BREAKS) | st.text(max_size=8), max_size=40).map(" ".join)


def check_error(error: SeoAuditError) -> None:
    """It is one line, in both languages."""
    for said in (error.say("fr"), error.say("en")):
        assert said
        assert "\n" not in said


several = settings(max_examples=100)
few = settings(several, max_examples=40)


# -- decoding


@several
@given(st.binary(max_size=200) | ARTICLES.map(lambda text: text.encode("utf-16", "replace")))
@example(b'<meta charset="utf-7">+ADw-')
@example(b"\xff\xfe\x00\xd8")
def test_decoding(content: bytes) -> None:
    try:
        found = source.decode(content)
    except SourceError as error:
        check_error(error)
        return
    found.text.encode("utf-8")
    for offset in range(len(found.text) + 1):
        position = found.position(offset)
        span = found.line_span(position.line)
        assert span.start + position.column - 1 == offset
    assert found.position(len(found.text)).line == found.line_count


# -- parsing


def check_text(text: Text, length: int) -> None:
    before = 0
    for run in text.runs:
        assert 0 <= run.index <= len(text.value)
        assert before <= run.index
        assert 0 <= run.start <= run.end <= length, run
        before = run.index
    for start, end in ((0, len(text.value)), (0, 0), (len(text.value) // 2, len(text.value))):
        span = text.span(start, end)
        assert span is None or 0 <= span.start <= span.end <= length
    if text.runs:
        places = range(len(text.value) + 1)
        assert text.starts(places) == [span.start for at in places if (span := text.span(at, at))]


def check_span(span: Span | None, length: int) -> None:
    assert span is None or 0 <= span.start <= span.end <= length


def check_document(document: Document) -> None:
    """Everything that has a place has it inside the source."""
    length = len(document.source.text)
    seen: set[int] = set()
    waiting: list[Any] = [
        getattr(document, name)
        for name in Document.__struct_fields__
        if name not in ("source", "settings")
    ]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            check_text(one, length)
        elif isinstance(one, Span):
            check_span(one, length)
        elif isinstance(one, tuple | list | frozenset | set):
            waiting.extend(one)
        elif (
            hasattr(one, "__struct_fields__")
            and not isinstance(one, Run | str)
            and id(one) not in seen
        ):
            seen.add(id(one))
            waiting.extend(getattr(one, name, None) for name in one.__struct_fields__)
    for block in document.blocks:
        assert 0 <= block.level <= 6
        for mark in (*block.strong, *block.code, *block.foreign):
            assert 0 <= mark.start <= mark.end <= len(block.text.value)


@several
@given(ARTICLES, st.sampled_from(FORMATS))
@example("<p>" * 300 + "a", "html")
@example("> " * 300 + "a", "markdown")
@example("---\na: " + "[" * 100 + "\n---\n", "markdown")
def test_parsing(text: str, kind: Format) -> None:
    article = Source(text)
    try:
        document = parse(article, Config().parsing_for(article), kind)
    except SourceError as error:
        check_error(error)
        return
    check_document(document)
    directives(document)
    assert parse(article, Config().parsing_for(article), kind) == document


@several
@given(st.sampled_from(HEADERS), st.text("abé:=[]{}\"'\\&*|>-#%,.+ \t\n\r\0\u2028_01", max_size=80))
@example("---\n", "a: !!python/object/apply:os.system ['true']\n---\n")
@example("---\n", "a: *b\n---\n")
@example("---\n", "? [a]\n: b\n---\n")
@example("+++\n", "a = 1979-05-27T07:32:00Z\n+++\n")
def test_front_matter(opening: str, inside: str) -> None:
    article = Source(opening + inside)
    header = read_header(article)
    if header is None:
        return
    length = len(article.text)
    check_span(header.front_matter.span, length)
    for texts in header.texts.values():
        for text in texts:
            check_text(text, length)
    json.dumps([repr(entry.value) for entry in header.front_matter.entries])


# -- configuration, briefs, baselines

KEYS = (
    *("rules", "select", "ignore", "profile", "brief", "overrides", "content", "gate", "fail-on"),
    *(
        "fail-under",
        "keyphrase",
        "maximum-bytes",
        "per-file-ignores",
        "h1",
        "word-count",
        "minimum",
    ),
    *("files", "severity", "enabled", "lang", "exclude", "front-matter", "site", "source", "x"),
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("error", "h1", "content", "*", "[", "fr", "news", "", "p > a", ":is(", "\0"))
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@several
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
def test_configuration_of_any_shape(data: dict[str, Any]) -> None:
    layer = layers.Layer(layers.OPTIONS, data, Path("/nowhere"))
    article = Source("# La fontaine\n\nElle coule.\n", name="a.md")
    try:
        file.check(layer, RULES)
        config = keys.resolve(file.tables((layer,), Path("/nowhere/a.md")))
        engine.audit(article, config, "markdown")
    except SeoAuditError as error:
        check_error(error)


@several
@given(st.text(max_size=60) | st.text("[]{}=\"'.,#\n\t a1-", max_size=60))
@example("a" + "[" * 2000)
@example("x = " + "[" * 2000)
def test_configuration_of_any_text(text: str) -> None:
    try:
        layer = layers.expression(text, Path("/nowhere"))
        file.check(layer, RULES)
    except ConfigError as error:
        check_error(error)


@several
@given(st.dictionaries(st.sampled_from((*BRIEF_KEYS, "x")), VALUES, max_size=4))
def test_brief_of_any_shape(data: dict[str, Any]) -> None:
    try:
        brief.from_table(data, Path("/nowhere"))
    except ConfigError as error:
        check_error(error)


@few
@given(content=st.binary(max_size=60) | VALUES.map(lambda value: json.dumps(value).encode()))
@example(content=b"[" * 100_000)
def test_baseline_of_any_content(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    path.write_bytes(content)
    try:
        assert isinstance(read_baseline(path), Baseline)
    except ConfigError as error:
        check_error(error)


# -- French


@several
@given(PROSE, st.text(max_size=20) | st.sampled_from(WORDS))
def test_french(text: str, other: str) -> None:
    for find in (french.words, french.sentences, french.passives, french.find_connectors):
        spans = find(text)
        before = 0
        for start, end in spans:
            assert before <= start < end <= len(text), find
            before = end if find in (french.words, french.sentences) else start
        assert find(text) == spans
    for start, end in french.find_phrase(other, text):
        assert 0 <= start < end <= len(text)
    for word in (other, text[:40]):
        assert french.syllables(word) >= 0
        assert isinstance(french.lemma(word), str)
        assert french.same_word(word, word)
        assert isinstance(french.is_frequent(word), bool)
    assert french.same_word(other, text[:9]) == french.same_word(text[:9], other)
    language, confidence = french.detect_language(text)
    assert language
    assert 0 <= confidence <= 1


# -- every rule


def audited(text: str, kind: Format, keyphrase: str | None, language: Language = "fr") -> Report:
    config = Config(keyphrase=keyphrase, rules=EVERY_RULE, today=TODAY, language=language)
    article = Source(text, name=f"article.{kind}")
    try:
        return engine.audit(article, config, kind)
    except SeoAuditError as error:
        return engine.unreadable(article.name, error)


KEYPHRASES = st.none() | st.sampled_from(
    ("fontaine du village", "l’eau", "«", "\0", "a" * 300, ".*")
)


@several
@given(ARTICLES, st.sampled_from(FORMATS), KEYPHRASES | st.text(min_size=1, max_size=5))
def test_every_rule(text: str, kind: Format, keyphrase: str | None) -> None:
    report = audited(text, kind, keyphrase)
    if report.error:
        return
    assert report.document
    length = len(report.document.source.text)
    assert [(verdict.rule, verdict.error) for verdict in report.having(Status.BROKEN)] == []
    assert report.score is None or 0 <= report.score <= 100
    for verdict, finding in report.findings:
        assert verdict.score is not None
        assert 0 <= verdict.score < 1 or not verdict.weight
        for place in filter(None, (finding.place, *finding.related)):
            assert 0 <= place.offset <= place.end_offset <= length, verdict.rule
            assert (place.line, place.column) <= (place.end_line, place.end_column)
        for language in ("fr", "en"):
            assert finding.message(language)
            assert finding.advice(language)
    fingerprints = [(verdict.rule, one.fingerprint) for verdict, one in report.findings]
    assert len(fingerprints) == len(set(fingerprints))
    assert audited(text, kind, keyphrase) == report


# -- every report


def rendered(name: str, report: Report, language: Language) -> str:
    view = View(rules=RULES, language=language, verbose=True)
    outcome = judge(report, Config().gate)
    module = plugins.report(name)
    entries = iter([module.entry(report, outcome, view)])
    summary = Summary((line(report, outcome, language),))
    text = "".join(module.render(entries, summary, view))
    assert isinstance(text, str)
    return text


def _json(text: str) -> None:
    json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def _xml(text: str) -> None:
    ET.fromstring(text)


def _html(text: str) -> None:
    page = BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
    # nothing of the article became an element that acts
    for element in page.find_all(True):
        assert element.name not in ("iframe", "object", "embed", "form")
        for name, value in ((str(key), str(value)) for key, value in element.attrs.items()):
            assert not name.startswith("on"), value
            if name in ("src", "href"):
                assert not value.lower().startswith("javascript:")
            if name == "src" or (name == "href" and element.name != "a"):
                assert value.startswith(("data:", "#")), value


CONTROLS = {*map(chr, (*range(10), *range(11, 32), 127)), "\u2028", "\u202e"}
READERS = {"json": _json, "sarif": _json, "gitlab": _json, "junit": _xml, "html": _html}
HOSTILE = (
    f"{samples.HOSTILE} <a href='javascript:alert(1)'>cliquez ici</a> <img src=x onerror=alert(1)>"
)


@pytest.mark.parametrize("name", plugins.report_names())
@few
@given(ARTICLES, st.sampled_from(FORMATS), st.sampled_from(("fr", "en")))
@example(HOSTILE, "html", "fr")
@example(f"# {HOSTILE}\n\n[{HOSTILE}](javascript:alert(1))\n", "markdown", "en")
@example(HOSTILE, "text", "fr")
def test_every_report(name: str, text: str, kind: Format, language: Language) -> None:
    report = audited(text, kind, "fontaine du village", language)
    written = rendered(name, report, language)
    assert written == rendered(name, report, language)
    written.encode("utf-8")
    READERS.get(name, len)(written)
    if name != "html":  # browsers obey none of them
        assert not CONTROLS & set(written), "a terminal or an editor would obey"
    if name not in READERS:
        assert set(written) & set(string.ascii_letters)
