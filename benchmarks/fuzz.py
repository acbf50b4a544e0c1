"""Coverage-guided fuzzing with atheris: what hypothesis would not think of.

    pip install atheris
    python benchmarks/fuzz.py TARGET [-max_total_time=300] [libFuzzer's options] [CORPUS]

Targets: decode, html, markdown, text, front-matter, config, french, audit. An input that raises anything but a documented
error, or has a place outside its source, is written to `crash-…` and ends the run. « audit » asks every rule and renders
every report.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import atheris

with atheris.instrument_imports(include=["seo_audit", "markdown_it", "mdit_py_plugins"]):
    from seo_audit import engine, french, plugins, source
    from seo_audit.config import file, keys
    from seo_audit.config.config import Config
    from seo_audit.document import Document, Format, Text
    from seo_audit.errors import ConfigError, SeoAuditError, SourceError
    from seo_audit.judging.gate import judge
    from seo_audit.judging.suppression import directives
    from seo_audit.parsing import text
    from seo_audit.parsing.front_matter.header import read as read_header
    from seo_audit.parsing.html import parser as html
    from seo_audit.parsing.markdown import parser as markdown
    from seo_audit.rendering.summary import Summary, View, line
    from seo_audit.report import Status
    from seo_audit.source import Source
    from seo_audit.toml import layers

    RULES = plugins.rules()
    REPORTS = {name: plugins.report(name) for name in plugins.report_names()}

CONFIG = Config(
    keyphrase="fontaine du village",
    rules={name: {"enabled": True} for name in RULES},
    today=date(2026, 11, 21),
)
FORMATS: tuple[Format, ...] = ("html", "markdown", "text")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _inside(text: Text, length: int) -> None:
    for run in text.runs:
        if not 0 <= run.start <= run.end <= length:
            raise AssertionError(run)


def decode(data: bytes) -> None:
    try:
        found = source.decode(data)
    except SourceError:
        return
    found.text.encode("utf-8")
    found.position(len(found.text))


def _parsed(kind: Format) -> Callable[[bytes], None]:
    parses: dict[Format, Callable[[Source], Document]] = {
        "html": html.parse,
        "markdown": markdown.parse,
        "text": text.parse,
    }
    parse = parses[kind]

    def target(data: bytes) -> None:
        article = Source(_text(data))
        try:
            document = parse(article)
        except SourceError:
            return
        length = len(article.text)
        for block in document.blocks:
            _inside(block.text, length)
            if not 0 <= block.span.start <= block.span.end <= length:
                raise AssertionError(block)
        for link in document.links:
            _inside(link.href, length)
        directives(document)

    return target


def header(data: bytes) -> None:
    article = Source(_text(data))
    found = read_header(article)
    for texts in found.texts.values() if found else ():
        for one in texts:
            _inside(one, len(article.text))


def config(data: bytes) -> None:
    try:
        layer = layers.expression(_text(data), Path("/nowhere"))
        file.check(layer, RULES)
        keys.resolve(file.tables((layer,), Path("/nowhere/a.md")))
    except ConfigError as error:
        if "\n" in error.say("fr"):
            raise AssertionError(error) from error


def language(data: bytes) -> None:
    value = _text(data)
    for find in (french.words, french.sentences, french.passives, french.find_connectors):
        for start, end in find(value):
            if not 0 <= start < end <= len(value):
                raise AssertionError(find, start, end)
    french.detect_language(value)
    french.find_phrase(value[:20], value)
    for word in value.split()[:9]:
        french.syllables(word)
        french.same_word(french.lemma(word), word)


def audit(data: bytes) -> None:
    kind = FORMATS[data[0] % 3] if data else "html"
    article = Source(_text(data[1:]), name=f"article.{kind}")
    try:
        report = engine.audit(article, CONFIG, kind)
    except SeoAuditError as error:
        report = engine.unreadable(article.name, error)
    broken = [(verdict.rule, verdict.error) for verdict in report.having(Status.BROKEN)]
    if broken:
        raise AssertionError(broken)
    for _, finding in report.findings:
        place = finding.place
        if place and not 0 <= place.offset <= place.end_offset <= len(article.text):
            raise AssertionError(finding)
    outcome = judge(report, CONFIG.gate)
    view = View(rules=RULES)
    summary = Summary((line(report, outcome, "fr"),))
    for name, module in REPORTS.items():
        entries = iter([module.entry(report, outcome, view)])
        written = "".join(module.render(entries, summary, view))
        if name in ("json", "sarif", "gitlab"):
            json.loads(written)
        elif name == "junit":
            ET.fromstring(written)


TARGETS: dict[str, Callable[[bytes], Any]] = {
    "decode": decode,
    "html": _parsed("html"),
    "markdown": _parsed("markdown"),
    "text": _parsed("text"),
    "front-matter": header,
    "config": config,
    "french": language,
    "audit": audit,
}


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(__doc__)
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
