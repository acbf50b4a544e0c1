"""Everything, as JSON; `seo-audit schema` prints its schema (`seo_audit/report-schema.json`).

The version of the schema rises with any change of a name, a type or a meaning.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from seo_audit import __version__
from seo_audit.dataclass import fields
from seo_audit.document import Document
from seo_audit.gate import Outcome
from seo_audit.printing import dumps, whole
from seo_audit.report import Figures, Place, PlacedFinding, Report, Verdict
from seo_audit.view import Summary, View

if TYPE_CHECKING:
    from seo_audit.commission import Commission
    from seo_audit.vocabulary import Term, Vocabulary

SCHEMA_VERSION = "1"


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article as a JSON object, indented for its place in the whole."""
    return dumps(article(report, outcome, view), margin=4)


def render(entries: Iterator[str], summary: Summary, _view: View) -> Iterator[str]:
    """The whole JSON text, articles one after the other."""
    tool = dumps({"name": "seo-audit", "version": __version__}, margin=2)
    yield f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "tool": {tool},\n'
    yield f'  "summary": {dumps(_summary(summary), margin=2)},\n  "articles": ['
    separator = "\n    "
    for one in entries:
        yield separator + one
        separator = ",\n    "
    yield ("]" if separator == "\n    " else "\n  ]") + "\n}\n"


def article(report: Report, outcome: Outcome, view: View) -> dict[str, Any]:
    """One article as plain data."""
    title = report.document.metadata.title if report.document else None
    return {
        "path": whole(report.path),
        "format": report.format,
        "title": title.value if title else None,
        "passed": outcome.passed,
        "reasons": [reason.say(view.language) for reason in outcome.reasons],
        "error": report.error.say(view.language) if report.error else None,
        "score": report.score,
        "categories": {category.value: score for category, score in report.categories.items()},
        "measures": _measures(report.figures, report.document) if report.figures else None,
        "brief": _brief(report.brief) if report.brief else None,
        "verdicts": [_verdict(verdict, view) for verdict in report.verdicts],
    }


def _brief(brief: "Commission") -> dict[str, Any]:
    return {
        "name": brief.name or None,
        "met": brief.met,
        "demands": [_flat(demand) for demand in brief.demands],
        "attributed": [
            {"kind": fact.kind, "text": fact.text, "line": fact.line or None}
            for fact in brief.attributed
        ],
        "reference": _reference(brief.vocabulary) if brief.vocabulary else None,
    }


def _reference(vocabulary: "Vocabulary") -> dict[str, Any]:
    return {
        "pages": [_flat(page) for page in vocabulary.pages],
        "unread": list(vocabulary.unread),
        "missing": [_term(term) for term in vocabulary.missing],
        "overused": [_term(term) for term in vocabulary.overused],
    }


def _term(term: "Term") -> dict[str, Any]:
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in _flat(term).items()
    }


def _measures(figures: Figures, document: Document | None) -> dict[str, Any]:
    from seo_audit.indices import Indices, indices  # noqa: PLC0415  textstat waits for an article

    beside = indices(document) if document else Indices()
    candidates = [_flat(candidate) for candidate in figures.keyphrase_candidates]
    return {**_flat(figures), "keyphrase_candidates": candidates, "textstat": _flat(beside)}


def _verdict(verdict: Verdict, view: View) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "category": verdict.category,
        "status": verdict.status,
        "severity": verdict.severity,
        "evidence": verdict.evidence,
        "weight": verdict.weight,
        "score": None if verdict.score is None else round(verdict.score, 4),
        "over_optimisation": verdict.over_optimisation,
        "error": verdict.error,
        "findings": [_finding(finding, view) for finding in verdict.findings],
    }


def _finding(finding: PlacedFinding, view: View) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "message": finding.message(view.language),
        "advice": finding.advice(view.language),
        **_place(finding.place),
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
        "related": [_place(place) for place in finding.related],
    }


def _place(place: Place | None) -> dict[str, int | None]:
    if place:
        return _flat(place)
    return dict.fromkeys(Place.__slots__)


def _summary(summary: Summary) -> dict[str, Any]:
    scores = summary.scores
    return {
        "articles": len(summary.lines),
        "passed": summary.passed,
        "failed": summary.failed,
        "unreadable": summary.unreadable,
        "errors": sum(line.errors for line in summary.lines),
        "warnings": sum(line.warnings for line in summary.lines),
        "infos": sum(line.infos for line in summary.lines),
        "broken": sum(line.broken for line in summary.lines),
        "fixed": summary.fixed,
        "lowest_score": min(scores, default=None),
        "mean_score": round(sum(scores) / len(scores), 1) if scores else None,
    }


def _flat(told: Any) -> dict[str, Any]:
    """What a dataclass holds, by name."""
    return {one.name: getattr(told, one.name) for one in fields(told)}
