"""Everything about a site, as JSON; `seo-audit schema --site` prints its schema (`site-schema.json`)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from seo_audit.rendering.escaping import whole
from seo_audit.rendering.json_text import compact, dumps
from seo_audit.rule import Severity
from seo_audit.site.findings import Found
from seo_audit.site.site_report import PageLine, SiteReport, SiteView
from seo_audit.version import __version__

SCHEMA_VERSION = "1"


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The whole JSON text, a finding and a page a line."""
    head: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "seo-audit", "version": __version__},
        "site": _site(report),
        "summary": _summary(report, view),
    }
    yield "{\n"
    for key, value in head.items():
        yield f'  "{key}": {dumps(value, margin=2)},\n'
    yield from _listed("findings", (_finding(one, view) for one in report.findings))
    if report.gone is not None:
        yield from _listed("gone", ((compact(asdict(one)),) for one in report.gone))
    yield f'  "articles": {dumps(_articles(report), margin=2, depth=3)},\n'
    yield from _listed("pages", ((_page(page),) for page in report.pages), last=True)
    yield "}\n"


def schema() -> str:
    """The JSON Schema of the report, draft 2020-12."""
    return Path(__file__).with_name("site-schema.json").read_text("utf-8")


def _listed(key: str, items: Iterable[Iterable[str]], *, last: bool = False) -> Iterator[str]:
    """A list of items, each in pieces: a finding may have a million places."""
    yield f'  "{key}": ['
    separator = "\n    "
    for item in items:
        yield separator
        yield from item
        separator = ",\n    "
    yield ("]" if separator == "\n    " else "\n  ]") + ("\n" if last else ",\n")


def _site(report: SiteReport) -> dict[str, Any]:
    return {
        "name": whole(report.name),
        "kind": report.kind,
        "url": report.url,
        "pages": len(report.pages),
        "indexable": report.indexable,
        "skipped": [
            {"path": whole(one.path), "reason": one.reason}
            | ({"error": one.error} if one.error else {})
            for one in report.skipped
        ],
        "notes": list(report.notes),
    }


def _summary(report: SiteReport, view: SiteView) -> dict[str, Any]:
    return {
        "passed": report.outcome.passed,
        "reasons": [reason.say(view.language) for reason in report.outcome.reasons],
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "median_score": report.median_score,
        "new": report.new,
        "gone": None if report.gone is None else len(report.gone),
        "broken": dict(report.broken),
    }


def _finding(found: Found, view: SiteView) -> Iterator[str]:
    head: dict[str, Any] = {
        "rule": found.rule,
        "category": "site",
        "severity": found.severity.value,
        "evidence": found.evidence.value if found.evidence else None,
        "message": found.message(view.language),
        "advice": found.advice(view.language),
        "fingerprint": found.fingerprint,
        "state": found.state,
        "target": found.finding.target,
        "places": [],
    }
    yield compact(head).removesuffix("]}")
    separator = ""
    for spot in found.spots:
        yield separator + compact(asdict(spot) | {"path": whole(spot.path)})
        separator = ", "
    yield "]}"


def _articles(report: SiteReport) -> dict[str, Any]:
    return {
        "by_rule": {
            rule: {
                "category": count.category.value,
                "severity": count.severity.value,
                "pages": count.pages,
                "findings": count.findings,
            }
            for rule, count in report.articles.items()
        }
    }


def _page(page: PageLine) -> str:
    return compact(asdict(page) | {"path": whole(page.path)})
