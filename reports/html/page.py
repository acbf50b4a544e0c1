"""The audit as one HTML page that opens anywhere: no file beside it, no request to any host.

Each article is a section of its own, so that a page of many is written at constant memory. All
content is in the page without JavaScript; the script adds filters, sorting, copying and scrolling.
Styles and script are allowed by their hashes and nothing else is: what an article holds cannot run.
"""

import base64
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from seo_audit.reports.html import article, brief
from seo_audit.reports.html import panels as panel
from seo_audit.reports.html.words import FURNITURE, LETTERS, WORDS

from seo_audit import __version__
from seo_audit.analysis.readability import degree
from seo_audit.brief.target import Target
from seo_audit.document import Document
from seo_audit.judging.gate import Outcome
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import NBSP, Language, Value, number, shorten
from seo_audit.rendering import points
from seo_audit.rendering.escaping import visible, whole
from seo_audit.rendering.labels import CATEGORIES, COUNTS, EVIDENCE, SEVERITIES
from seo_audit.rendering.paths import reason as why_unreadable
from seo_audit.rendering.summary import Line, Summary, View
from seo_audit.report import Report, Status
from seo_audit.rule import Category, Evidence, Severity

SECTIONS = {"paper": "the_article"}
"""Sections whose title has another name than their anchor."""

FURNITURE_SHOWN, FURNITURE_CHARACTERS = 30, 400
"""Parts left out that are shown, and how much of each: enough to see what was taken for what."""

TITLE = 160
"""Characters of an article's title in headings."""

Context = dict[str, Any]


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article's section of the page."""
    context = _words(view)
    context |= {"id": _id(report.path), "report": report, "outcome": outcome, "panels": []}
    context |= {"document": report.document, "figures": report.figures}
    if report.error:
        context["error"] = why_unreadable(report, view.language)
    else:
        context |= _judged(report, view)
    if report.document and report.figures:
        measures = Measures(report.document, Target(keyphrase=report.figures.keyphrase))
        context |= _text(report.document, measures, context["cards"], view.language)
        for name, build in PANELS:
            made = build(report, measures, view.language)
            if made is not None:
                context["panels"].append(name)
                context |= made
    shown = ("paper", *context["panels"]) if context["figures"] else ()
    context["sections"] = [
        (name, SECTIONS.get(name, name)) for name in ("findings", *shown, "rules")
    ]
    return _environment().get_template("article.html.j2").render(context)


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The whole page around the entries, which stand in the order of the summary's lines."""
    lines = summary.lines
    rows = [_row(line, name, view) for line, name in zip(lines, _ids(lines), strict=True)]
    context = _words(view)
    single = rows[0]["name"] if len(rows) == 1 else None
    context |= {
        "lines": lines,
        "rows": rows,
        "summary": summary,
        "fixed": summary.fixed,
        "css": Markup(_css()),  # noqa: S704  our own file
        "script": Markup(_script()),  # noqa: S704  our own file
        "policy": _policy(),
        "version": __version__,
        "page_title": _say("report_of", view, title=single)
        if single
        else _say("report_many", view, count=len(rows)),
        "heading": _say("report", view) if single else _say("report_many", view, count=len(rows)),
    }
    environment = _environment()
    yield environment.get_template("page_start.html.j2").render(context)
    before = environment.get_template("entry_start.html.j2")
    after = environment.get_template("entry_end.html.j2")
    # entries are zipped last: what is left of them, if anything, is nobody's
    for row, text in zip(rows, entries, strict=False):
        own = _id(row["line"].path)
        yield before.render(context | row)
        # the same article twice on a page needs names of its own
        yield text if own == row["id"] else text.replace(own, row["id"])
        yield after.render(context | row)
    yield environment.get_template("page_end.html.j2").render(context)


# -- what the templates are given

Build = Callable[[Report, Measures, Language], Context | None]


def _search(_report: Report, measures: Measures, _language: Language) -> Context:
    document = measures.document
    return {
        "result": panel.search_result(document, measures),
        "card": panel.social_card(document),
    }


def _outline(_report: Report, measures: Measures, _language: Language) -> Context:
    return {"plan": panel.outline(measures.document, measures)}


def _keyphrase(_report: Report, measures: Measures, _language: Language) -> Context:
    return {"warmth": panel.heat(measures)}


def _readability(report: Report, measures: Measures, language: Language) -> Context:
    assert report.figures
    return {
        "scale": panel.scale(report.figures, language),
        "lengths": panel.chart(measures),
        "hardest": panel.hardest(measures),
        "degree": degree,
        "tables": (
            ("by_us", tuple(panel.our_figures(report.figures, measures, language))),
            ("by_textstat", tuple(panel.textstat_figures(measures.document, language))),
        ),
    }


def _brief(report: Report, _measures: Measures, language: Language) -> Context | None:
    outcome = report.brief
    if outcome is None:
        return None
    vocabulary = outcome.vocabulary
    return {
        "asked": outcome,
        "demands": tuple(brief.rows(outcome, language)),
        "vocabulary": vocabulary,
        "reference_pages": brief.pages(vocabulary) if vocabulary else (),
        "reference_terms": tuple(
            (kind, brief.terms(vocabulary, kind, language)) for kind in ("missing", "overused")
        )
        if vocabulary
        else (),
    }


PANELS: tuple[tuple[str, Build], ...] = (
    ("brief", _brief),
    ("search", _search),
    ("outline", _outline),
    ("keyphrase", _keyphrase),
    ("readability", _readability),
)
"""The panels below the article, in order: a name, and what its template is given (None: not shown).

The name is that of the template `panel_NAME.html.j2`, of the anchor in it, and of its title in the words.
"""


def _judged(report: Report, view: View) -> Context:
    gained = points.gained(report)
    cards = article.cards(report, view, gained)
    first = [
        step.verdict.rule for step in points.first_steps(report, gained, view.rules, view.language)
    ]
    return {
        "cards": cards,
        "first": [card for card in cards if card.verdict.rule in first],
        "cap": _capital(
            points.cap_said(
                report.score_limit, report.figures.words if report.figures else None, view.language
            )
        ),
        "stuffed": [card for card in cards if card.verdict.over_optimisation],
        "card_categories": [
            category
            for category in Category
            if any(card.verdict.category is category for card in cards)
        ],
        "broken": report.having(Status.BROKEN),
        "passed": report.having(Status.PASSED),
        "skipped": report.having(Status.SKIPPED),
        "counts": {severity: report.count(severity) for severity in Severity},
        "count": lambda name: COUNTS[Severity(name)].say(
            view.language, {"count": report.count(Severity(name))}
        ),
        "total": sum(1 for card in cards for _ in card.findings),
        "format_name": {"html": "HTML", "markdown": "Markdown", "text": "texte"}.get(
            report.format or "", report.format
        ),
    }


def _text(
    document: Document, measures: Measures, cards: tuple[article.Card, ...], language: Language
) -> Context:
    found = [one for card in cards for one in card.findings]
    return {
        "items": article.items(document, measures, found),
        "any_hard": any(degree(one.readability) for one in measures.graded_sentences),
        "outside": [one for one in found if not one.places],
        "seen": set(),
        "text_language": article.language(measures.language),
        "furniture": [
            (
                FURNITURE[one.reason].say(language) if one.reason in FURNITURE else one.reason,
                shorten(" ".join(one.text.split()), FURNITURE_CHARACTERS),
            )
            for one in document.furniture[:FURNITURE_SHOWN]
        ],
    }


def _row(line: Line, name: str, view: View) -> Context:
    title = " ".join(line.title.split()) or line.path
    return {
        "line": line,
        "id": name,
        "name": shorten(title, TITLE),
        "gate": -1 if line.error is not None else int(line.outcome.passed),
        "worst": [_rule_title(rule, view) for rule in line.worst],
    }


def _words(view: View) -> Context:
    """What every template may say."""
    language = view.language

    def say(key: str, **values: Value) -> str:
        return _say(key, view, **values)

    return {
        "t": say,
        "n": lambda value: number(value, language),
        "language": language,
        "rules": view.rules,
        "limits": panel.LIMITS,
        "NBSP": NBSP,
        "severities": tuple(Severity),
        "points": lambda gain: points.gain_said(gain, language),
        "reasons_said": lambda reasons: [
            _capital(_spaced(reason, language)) for reason in points.reasons_said(reasons, language)
        ],
        "typo": lambda text: _spaced(text, language),
        "tone": tone,
        "letter": lambda severity: severity.value[0],
        "rule_title": lambda rule: _rule_title(rule, view),
        "severity_name": lambda severity: _capital(SEVERITIES[severity].say(language)),
        "category_name": lambda category: _capital(CATEGORIES[category].say(language)),
        "evidence": lambda evidence: _evidence(evidence, view),
    }


def tone(score: int | None) -> str:
    """The colour of a score: "good", "fair", "poor", or "not_scored"."""
    return "not_scored" if score is None else points.tone(score)


def _say(key: str, view: View, **values: Value) -> str:
    return _spaced(WORDS[key].say(view.language, values), view.language)


def _evidence(evidence: Evidence | None, view: View) -> str:
    meaning = EVIDENCE[evidence].say(view.language)
    if evidence is None:
        return _say("no_evidence", view, meaning=meaning)
    return _say("evidence", view, letter=LETTERS[evidence], meaning=meaning)


def _rule_title(rule: str, view: View) -> str:
    found = view.rules.get(rule)
    return found.title.say(view.language) if found else rule


_BEFORE = regex(r" ([:;!?»%])(?=\s|$|[).,])")


def _spaced(text: str, language: Language) -> str:
    """A French sentence with no-break spaces where lines must not end, in what it quotes as well.

    Messages are typeset already; quotations, and what plug-ins say, are not.
    """
    if language != "fr":
        return text
    return _BEFORE.sub(NBSP + r"\1", text).replace("« ", "«" + NBSP)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _id(path: str) -> str:
    """A name for an article's elements: a letter and eight hexadecimal digits, by its path."""
    return "a" + blake2b(path.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _ids(lines: tuple[Line, ...]) -> Iterator[str]:
    """A name for each article, none twice."""
    seen: dict[str, int] = {}
    for line in lines:
        name = _id(line.path)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}-"


# -- the templates

_CONTROLS = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)


def shown(value: Any) -> Any:
    """Anything a template writes, with control characters and changes of direction made visible."""
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str):
        return value
    return _CONTROLS.sub(lambda match: visible(whole(match[0])), value)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("seo_audit.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _file(name: str) -> str:
    return files("seo_audit.reports.html").joinpath("templates", name).read_text("utf-8")


@cache
def _css() -> str:
    light, dark = (_file(f"palette_{name}.css").strip() for name in ("light", "dark"))
    return (
        _file("report.css")
        .replace("{LIGHT}", "{" + light + "}")
        .replace("{DARK}", "{" + dark + "}")
    )


@cache
def _script() -> str:
    return _file("report.js")


@cache
def _policy() -> str:
    return (
        f"default-src 'none'; style-src {_hash(_css())}; script-src {_hash(_script())}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


__all__ = ["entry", "render"]
