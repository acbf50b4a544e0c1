"""A site as one HTML page that opens anywhere: no file beside it, no request to any host.

Issues first, then the pages. All of both is in the page without JavaScript, but for the findings of the pages' own
audits: they would make it ten times as large, so they lie in it as data, and a click shows a page's. Styles and script
are allowed by their hashes and nothing else is: what a page holds cannot run.
"""

import base64
import json
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from seo_audit.reports.site._paths import called
from seo_audit.reports.site._sentences import FIRST, Weighed, sentences, weighed
from seo_audit.reports.site.html.charts import bars
from seo_audit.reports.site.html.words import WORDS

from seo_audit.message import number
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import COUNTS, EVIDENCE, SEVERITIES
from seo_audit.rendering.points import cap_said, reasons_said
from seo_audit.rule import Severity, Spot
from seo_audit.site.findings import Found
from seo_audit.site.site_report import PageLine, SiteReport, SiteView
from seo_audit.version import __version__

FINDINGS, PLACES = 300, 20
"""Findings shown of one rule, and places of one finding: who wants all takes the CSV."""
FEWEST, MOST = 2, 6_000
"""Places shown of a finding at least, and of all together: where there are more, each finding shows fewer."""
PACKED = 200_000
"""Characters of the pages' own findings from which they are deflated."""
PAGES = 5_000
"""Pages in the table."""
DETAILED = 2_000
"""Pages whose own findings lie in the page; those with the gravest come first."""
LONGEST = 160
"""Characters of a message or title."""
CLASSES = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}


def render(report: SiteReport, view: SiteView) -> Iterator[str]:
    """The whole page."""
    rules = weighed(report)
    places = _places(rules)
    anchors = {page.path: f"p{at}" for at, page in enumerate(report.pages[:PAGES])}

    details = _details(report, anchors, view)

    def say(word: str, /, **values: Any) -> str:
        said: str = WORDS[word].say(view.language, values)
        return said

    context = {
        "language": view.language,
        "t": say,
        "version": __version__,
        "css": Markup(_css()),  # noqa: S704  our own file
        "script": Markup(_file("site.js")),  # noqa: S704  our own file
        "policy": _policy(),
        "name": visible(called(report)),
        "report": report,
        "reasons": reasons_said(report.outcome.reasons, view.language),
        "sentences": [visible(one) for one in sentences(report, view)],
        "first": [_issue(one, anchors, view, places) for one in rules[:FIRST]],
        "issues": [_issue(one, anchors, view, places) for one in rules],
        "severities": [
            (CLASSES[one], COUNTS[one].say(view.language, {"count": report.count(one)}))
            for one in Severity
        ],
        "gone": [(one.rule, visible(one.message, LONGEST)) for one in report.gone or ()],
        "broken": sorted(report.broken.items()),
        "depths": _depths(report, view),
        "scores": _scores(report, view),
        "templates": _templates(report, view),
        "ranked": _ranked(report),
        "articles": [
            (rule, CLASSES[one.severity], _title(rule, view), one.findings, one.pages)
            for rule, one in sorted(
                report.articles.items(), key=lambda item: (item[1].severity.rank, -item[1].pages)
            )
        ],
        "pages": [_row(page, anchors[page.path], view) for page in report.pages[:PAGES]],
        "all_pages": len(report.pages),
        "skipped": [(visible(one.path), one.reason) for one in report.skipped[:PAGES]],
        "details": Markup(details if len(details) <= PACKED else _packed(details)),  # noqa: S704  no tag can end in it
        "is_packed": len(details) > PACKED,
        "n": lambda value: "" if value is None else number(value, view.language),
    }
    yield _environment().get_template("site.html.j2").render(context)


def _title(rule: str, view: SiteView) -> str:
    return view.rules[rule].title.say(view.language) if rule in view.rules else rule


def _places(rules: list[Weighed]) -> int:
    """How many places of each finding are shown."""
    shown = sum(min(len(found.spots), PLACES) for one in rules for found in one.found[:FINDINGS])
    return PLACES if shown <= MOST else max(PLACES * MOST // shown, FEWEST)


def _issue(one: Weighed, anchors: dict[str, str], view: SiteView, places: int) -> dict[str, Any]:
    rule = view.rules[one.rule]
    say = view.language
    return {
        "rule": one.rule,
        "class": CLASSES[one.severity],
        "severity": SEVERITIES[one.severity].say(say),
        "title": rule.title.say(say),
        "why": rule.why.say(say),
        "evidence": f"{rule.evidence or '–'} · {EVIDENCE[rule.evidence].say(say)}",
        "references": [(ref.title, ref.url) for ref in rule.references],
        "count": len(one.found),
        "pages": one.pages,
        "new": sum(found.state == "new" for found in one.found),
        "widest": _finding(max(one.found, key=lambda found: found.pages), anchors, view, places),
        "findings": [_finding(found, anchors, view, places) for found in one.found[:FINDINGS]],
        "left_out": max(len(one.found) - FINDINGS, 0),
    }


def _finding(found: Found, anchors: dict[str, str], view: SiteView, places: int) -> dict[str, Any]:
    return {
        "class": CLASSES[found.severity],
        "message": visible(found.message(view.language)),
        "advice": visible(found.advice(view.language)),
        "is_new": found.state == "new",
        "spots": [_spot(spot, anchors) for spot in found.spots[:places]],
        "left_out": max(len(found.spots) - places, 0),
    }


def _spot(spot: Spot, anchors: dict[str, str]) -> dict[str, Any]:
    return {
        "anchor": anchors.get(spot.path),
        "where": visible(spot.path) + (f":{spot.line}:{spot.column}" if spot.line else ""),
        "excerpt": visible(spot.excerpt, LONGEST),
    }


def _row(page: PageLine, anchor: str, view: SiteView) -> dict[str, Any]:
    return {
        "anchor": anchor,
        "url": visible(page.url),
        "title": visible(page.title, LONGEST),
        "cap": cap_said(page, view.language),
        "page": page,
    }


def _depths(report: SiteReport, view: SiteView) -> Any:
    counts: dict[int, int] = {}
    for page in report.pages:
        if page.depth is not None:
            counts[min(page.depth, DEEPEST)] = counts.get(min(page.depth, DEEPEST), 0) + 1
    rows = [
        (f"{depth}{'+' if depth == DEEPEST else ''}", counts[depth]) for depth in sorted(counts)
    ]
    lost = sum(page.indexable and page.depth is None for page in report.pages)
    if counts and lost:
        rows.append((WORDS["no_way"].say(view.language), lost))
    return bars(rows)


DEEPEST = 10
"""Clicks from which on pages are counted together."""


def _scores(report: SiteReport, _view: SiteView) -> Any:
    counts = [0] * 10
    for page in report.pages:
        if page.score is not None:
            counts[min(page.score // 10, 9)] += 1
    return bars(
        [(f"{10 * n}–{10 * n + 9 if n < 9 else 100}", count) for n, count in enumerate(counts)]
    )


def _templates(report: SiteReport, view: SiteView) -> Any:
    """How many pages have which share of their words around their main content."""
    counts = [0] * 10
    for page in report.pages:
        if page.template is not None:
            counts[min(int(page.template * 10), 9)] += 1
    labels = [f"{10 * n}–{number((n + 1) / 10, view.language, '%')}" for n in range(len(counts))]
    return bars(list(zip(labels, counts, strict=True)))


def _ranked(report: SiteReport) -> list[tuple[str, float, int]]:
    """The pages with the highest PageRank, and how many link to each."""
    best = sorted(report.pages, key=lambda page: (-page.rank, page.url))[:10]
    return [(visible(page.url), page.rank, page.links_in) for page in best]


def _details(report: SiteReport, anchors: dict[str, str], view: SiteView) -> str:
    """The findings of the pages' own audits as JSON: rules and messages once each, then numbers by page."""
    order = sorted(report.pages[:PAGES], key=lambda page: (-page.errors, -page.warnings, page.path))
    wanted = {page.path for page in order[:DETAILED]}
    rules: dict[str, int] = {}
    messages: dict[str, int] = {}
    pages: dict[str, list[list[int]]] = {}
    for one in view.details():
        if one.path in wanted:
            rule = rules.setdefault(one.rule, len(rules))
            message = messages.setdefault(visible(one.message, LONGEST), len(messages))
            own = pages.setdefault(anchors[one.path], [])
            own.append([rule, one.severity.rank, one.line or 0, message])
    issues, on_site = _on_site(report, anchors, view)
    text = json.dumps(
        {
            "rules": list(rules),
            "messages": list(messages),
            "pages": pages,
            "issues": issues,
            "site": on_site,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _packed(text: str) -> str:
    """A text deflated, as base64, of which the browser makes it again."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(text.encode()) + deflate.flush()).decode()


def _on_site(
    report: SiteReport, anchors: dict[str, str], view: SiteView
) -> tuple[list[tuple[str, str]], dict[str, list[int]]]:
    """The site's rules that find something, each with its title, and by page the numbers of those that name it."""
    found = report.findings.by_rule()
    pages: dict[str, list[int]] = {}
    for at, own in enumerate(found.values()):
        for path in dict.fromkeys(spot.path for one in own for spot in one.spots):
            if path in anchors:
                pages.setdefault(anchors[path], []).append(at)
    return [(rule, _title(rule, view)) for rule in found], pages


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("seo_audit.reports.site.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _file(name: str, package: str = "seo_audit.reports.site.html") -> str:
    return files(package).joinpath("templates", name).read_text("utf-8")


@cache
def _css() -> str:
    # the colours of the articles' report
    light, dark = (
        _file(f"palette_{name}.css", "seo_audit.reports.html").strip() for name in ("light", "dark")
    )
    return (
        _file("site.css").replace("{LIGHT}", "{" + light + "}").replace("{DARK}", "{" + dark + "}")
    )


@cache
def _policy() -> str:
    return (
        f"default-src 'none'; style-src {_hash(_css())}; script-src {_hash(_file('site.js'))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
