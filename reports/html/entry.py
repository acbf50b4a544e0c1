"""One article's section of the page: summary, findings beside the article, panels, other rules."""

from collections.abc import Callable

from seo_audit.reports.html import article, brief
from seo_audit.reports.html import panels as panel
from seo_audit.reports.html.assets import environment
from seo_audit.reports.html.context import Context, name_of, words
from seo_audit.reports.html.words import FURNITURE

from seo_audit.analysis.readability import degree
from seo_audit.brief.target import Target
from seo_audit.document import Document
from seo_audit.judging.gate import Outcome
from seo_audit.measures import Measures
from seo_audit.message import Language, capital, shorten
from seo_audit.rendering import points
from seo_audit.rendering.labels import COUNTS
from seo_audit.rendering.paths import reason as why_unreadable
from seo_audit.rendering.paths import told
from seo_audit.rendering.summary import View
from seo_audit.report import Report, Status
from seo_audit.rule import Category, Severity

SECTIONS = {"paper": "the_article"}
"""Sections whose title has another name than their anchor."""

FURNITURE_SHOWN, FURNITURE_CHARACTERS = 30, 400
"""Parts left out that are shown, and how much of each: enough to see what was taken for what."""


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article's section of the page."""
    context = words(view)
    context |= {
        "id": name_of(report.path),
        "path": told(report.path),
        "report": report,
        "outcome": outcome,
        "panels": [],
    }
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
    return str(environment().get_template("article.html.j2").render(context))


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
        "printed_findings": article.PRINTED,
        "first": [card for card in cards if card.verdict.rule in first],
        "cap": capital(points.cap_said(report, view.language)),
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
