"""What the page is answered: plain data, or an error that can be said."""

import html
from collections.abc import Mapping
from typing import Any

from seo_audit import engine, plugins, source
from seo_audit.brief.brief import Brief
from seo_audit.brief.file import without_texts, written
from seo_audit.editor.actions import Offer, edits_for
from seo_audit.editor.live_page.asked import (
    Article,
    BriefFile,
    BriefWanted,
    Clipboard,
    Demands,
    Mending,
)
from seo_audit.errors import SeoAuditError, SourceError, one_line
from seo_audit.fixing.mending import mend
from seo_audit.judging.gate import judge
from seo_audit.measures import Measures
from seo_audit.message import Language, Message, capital
from seo_audit.rendering import points
from seo_audit.rendering.labels import EVIDENCE
from seo_audit.rendering.search_result import NO_TITLE, search_result
from seo_audit.rendering.summary import Summary, View, line
from seo_audit.report import Report
from seo_audit.source import Source

NAME = "-"
"""What reports call the text: it has no file."""
FIELDS = tuple(key for key in Demands.__struct_fields__ if key not in ("source", "reference"))
"""Keys of a brief that hold no text beside the article."""
BRIEF_COMMENT = Message(
    fr="Ce que l’article doit être : seo-audit --brief brief.toml article.md\n"
    "« source » et « reference » nomment des fichiers, à mettre dans le même dossier.",
    en="What the article is to be: seo-audit --brief brief.toml article.md\n"
    "“source” and “reference” name files, which belong in the same folder.",
)
CRASHED = Message(
    fr="panne de l’outil lui-même ({reason}) ; signalez-la, avec l’article",
    en="the tool itself crashed ({reason}); please report it, with the article",
)


def report_text(article: Article, name: str = "json") -> str:
    """The report of an article in one of our formats, as the command line writes it."""
    return _rendered(_report(article), article, name)


def seen(article: Article) -> Mapping[str, Any]:
    """What the page shows besides the report: what to do first, the search result, what each rule is about."""
    report = _report(article)
    rules = plugins.rules()
    gains = points.gained(report)
    steps = points.first_steps(report, gains, rules, article.language)
    return {
        "report": _rendered(report, article, "json"),
        "first": [
            {
                "rule": step.verdict.rule,
                "title": step.title,
                "gain": points.gain_said(step.gain, article.language),
            }
            for step in steps
        ],
        "tone": points.tone(report.score),
        "cap": capital(points.cap_said(report, article.language)),
        "search": _search(report, article.language),
        "rules": _rules(report, article.language),
    }


def fixed(article: Article) -> Mapping[str, Any]:
    """The text after all safe fixes, and how many findings they mended.

    Raises:
        SeoAuditError: the text cannot be read.
    """
    mended = mend(_source(article), article.config, article.format)
    return {"text": mended.source.text, "applied": len(mended.applied)}


def mended(asked: Mending) -> Mapping[str, Any]:
    """The edits that mend one finding, proved; none where it cannot be done after all."""
    report = engine.audit(_source(asked), asked.config, asked.format)
    offer = Offer("mend", "", "", asked.rule, asked.fingerprint)
    edits = edits_for(offer, report, asked.config)
    return {"edits": [{"offset": e.start, "end_offset": e.end, "text": e.text} for e in edits]}


def pasted(clipboard: Clipboard) -> Mapping[str, Any]:
    """What was copied as Markdown.

    Raises:
        SourceError: it has too many tags.
    """
    from seo_audit.parsing.html.as_markdown.reading import to_markdown  # noqa: PLC0415  few sessions paste

    return {"text": to_markdown(Source(clipboard.html, NAME))}


def brief_read(file: BriefFile) -> Mapping[str, Any]:
    """The fields of the page that the file of a brief fills, and the texts that it names.

    Raises:
        ConfigError: it is no brief, with the line.
    """
    found = without_texts(file.text, " ".join(file.name.split()))
    fields = {key: getattr(found.brief, key) for key in FIELDS}
    return {"fields": fields, "source": found.source, "reference": list(found.reference)}


def brief_written(wanted: BriefWanted) -> Mapping[str, Any]:
    """The file of a brief that asks what the page's fields do."""
    brief = wanted.brief.brief or Brief()
    return {"text": written(brief, BRIEF_COMMENT.say(wanted.language))}


def as_html(article: Article) -> Mapping[str, Any]:
    """The text as HTML, to be pasted elsewhere."""
    from seo_audit.parsing.markdown.to_html import to_html  # noqa: PLC0415  few sessions copy

    if article.format == "markdown":
        return {"html": to_html(_source(article))}
    if article.format == "html":
        return {"html": article.text}
    blocks = engine.read(_source(article), article.config, "text").blocks
    return {
        "html": "".join(
            f"<p>{html.escape(block.text.value, quote=False)}</p>\n" for block in blocks
        )
    }


def _source(article: Article) -> Source:
    return source.decode(article.text.encode("utf-8", "replace"), name=NAME)


def _report(article: Article) -> Report:
    """The report; whatever goes wrong becomes its error."""
    try:
        return engine.audit(_source(article), article.config, article.format)
    except SeoAuditError as error:
        return Report(NAME, error=error)
    except Exception as error:  # noqa: BLE001  the page goes on whatever a text holds
        return Report(NAME, error=SourceError(CRASHED, reason=one_line(error, 200)))


def _rendered(report: Report, article: Article, name: str) -> str:
    config = article.config
    outcome = judge(report, config.gate)
    view = View(plugins.rules(), article.language)
    module = plugins.report(name)
    entry = module.entry(report, outcome, view)
    summary = Summary((line(report, outcome, article.language),))
    return "".join(module.render(iter([entry]), summary, view))


def _search(report: Report, language: Language) -> Mapping[str, Any] | None:
    """The article among search results: texts as they would be cut, and what is told of their widths."""
    document = report.document
    if document is None:
        return None
    found = search_result(document, Measures(document))
    return {
        "address": found.site + found.trail,
        "title": found.title or NO_TITLE.say(language),
        "description": found.description,
        "widths": [found.title_said(language), found.description_said(language)],
    }


def _rules(report: Report, language: Language) -> Mapping[str, Any]:
    """What each rule with findings is called and about."""
    known = plugins.rules()
    told = {verdict.rule for verdict, _ in report.findings} & set(known)
    return {
        rule: {
            "title": known[rule].title.say(language),
            "what": known[rule].what.say(language),
            "why": known[rule].why.say(language),
            "evidence": EVIDENCE[known[rule].evidence].say(language),
        }
        for rule in sorted(told)
    }
