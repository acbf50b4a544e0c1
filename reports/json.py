"""Everything, as JSON; `seo-audit schema` prints its schema (`report-schema.json`).

The version of the schema rises with any change of a name, a type or a meaning.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from seo_audit import __version__
from seo_audit.document import Document
from seo_audit.judging.gate import Outcome
from seo_audit.rendering.escaping import whole
from seo_audit.rendering.json_text import dumps
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import Figures, Place, PlacedFinding, Report, Verdict
from seo_audit.rule import Fix

if TYPE_CHECKING:
    from seo_audit.brief.outcome import BriefOutcome
    from seo_audit.brief.vocabulary import Term, Vocabulary

SCHEMA_VERSION = "2"


def entry(report: Report, outcome: Outcome, view: View) -> str:
    """One article as a JSON object, indented for its place in the whole."""
    return dumps(article(report, outcome, view), margin=4)


def render(entries: Iterator[str], summary: Summary, _view: View) -> Iterator[str]:
    """The whole JSON text, articles one after the other."""
    tool = dumps({"name": "seo-audit", "version": __version__}, margin=2)
    yield f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "tool": {tool},\n'
    yield f'  "summary": {dumps(_summary(summary), margin=2)},\n'
    yield f'  "remarks": {dumps(_remarks(summary), margin=2)},\n  "articles": ['
    separator = "\n    "
    for one in entries:
        yield separator + one
        separator = ",\n    "
    yield ("]" if separator == "\n    " else "\n  ]") + "\n}\n"


def schema() -> str:
    """The JSON Schema of the report, draft 2020-12."""
    return Path(__file__).with_name("report-schema.json").read_text("utf-8")


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
        "score_limit": report.score_limit,
        "categories": {category.value: score for category, score in report.categories.items()},
        "measures": _measures(report.figures, report.document) if report.figures else None,
        "brief": _brief(report.brief) if report.brief else None,
        "verdicts": [_verdict(verdict, view) for verdict in report.verdicts],
    }


def _brief(brief: "BriefOutcome") -> dict[str, Any]:
    return {
        "name": brief.name or None,
        "met": brief.met,
        "demands": [asdict(demand) for demand in brief.demands],
        "attributed": [
            {"kind": fact.kind, "text": fact.text, "line": fact.line or None}
            for fact in brief.attributed
        ],
        "reference": _reference(brief.vocabulary) if brief.vocabulary else None,
    }


def _reference(vocabulary: "Vocabulary") -> dict[str, Any]:
    return {
        "pages": [asdict(page) for page in vocabulary.pages],
        "unread": list(vocabulary.unread),
        "missing": [_term(term) for term in vocabulary.missing],
        "overused": [_term(term) for term in vocabulary.overused],
    }


def _term(term: "Term") -> dict[str, Any]:
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in asdict(term).items()
    }


def _measures(figures: Figures, document: Document | None) -> dict[str, Any]:
    from seo_audit.rendering.textstat_indices import Indices, indices  # noqa: PLC0415  textstat waits for an article

    beside = indices(document) if document else Indices()
    candidates = [asdict(candidate) for candidate in figures.keyphrase_candidates]
    return {**asdict(figures), "keyphrase_candidates": candidates, "textstat": asdict(beside)}


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
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "safe": fix.safe,
        "edits": [
            {"offset": edit.start, "end_offset": edit.end, "text": edit.text} for edit in fix.edits
        ],
    }


def _place(place: Place | None) -> dict[str, int | None]:
    if place:
        return asdict(place)
    return dict.fromkeys(Place.__struct_fields__)


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


def _remarks(summary: Summary) -> list[dict[str, Any]]:
    """What is said once of several articles."""
    return [
        {
            "rule": one.rule,
            "message": one.message,
            "advice": one.advice,
            "paths": [whole(summary.lines[number].path) for number in one.articles],
        }
        for one in summary.remarks
    ]
