"""SARIF 2.1.0 (OASIS), for code scanning: GitHub, GitLab, Azure DevOps, editors.

Columns are counted in code points. The strength of a rule's evidence is its `precision`, which GitHub
sorts by; files that could not be read and rules that crashed are notifications of the run. So is what is said once of
several articles, and what was left out:
GitHub refuses a run of more than 25,000 results
(https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from seo_audit import __version__
from seo_audit.judging.gate import Outcome
from seo_audit.judging.placing import place
from seo_audit.judging.suppression import RULE_ID
from seo_audit.lazy import regex
from seo_audit.message import Language, Message
from seo_audit.rendering.escaping import markdown
from seo_audit.rendering.json_text import compact, dumps
from seo_audit.rendering.labels import BROKEN, EVIDENCE
from seo_audit.rendering.paths import reason, shown
from seo_audit.rendering.remarks import SaidOnce
from seo_audit.rendering.summary import Summary, View
from seo_audit.report import Place, PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Evidence, Fix, Rule, Severity
from seo_audit.source import Source, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "seoAudit/v1"
MOST_RESULTS = 25_000
BYTES = 4_000_000
"""Results that wait for the worst to be known; beyond this they do so on disk."""
SNIPPET = 200
"""Characters; a longer region comes without its text."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PRECISIONS = {
    Evidence.GOOGLE: "very-high",
    Evidence.STANDARD: "high",
    Evidence.TOOLS: "medium",
    Evidence.FOLKLORE: "low",
}
SILENCING_TITLE = Message(
    fr="Commentaire qui ne fait rien taire", en="Comment that silences nothing"
)
SILENCING_WHAT = Message(
    fr="Signale un commentaire « seo-audit-disable » sans effet, ou qui nomme une règle inconnue.",
    en="Reports a comment “seo-audit-disable” without effect, or naming an unknown rule.",
)
UNREADABLE_WHAT = Message(fr="L’article n’a pas pu être lu.", en="The article could not be read.")
BROKEN_WHAT = Message(fr="Une règle est tombée en panne.", en="A rule crashed.")
REFERENCES = Message(fr="Références", en="References")
EVIDENCE_LINE = Message(fr="Preuve : {evidence}.", en="Evidence: {evidence}.")
FIX = Message(fr="Correction sûre (--fix).", en="Safe fix (--fix).")
REPLACEMENTS = 500
"""A fix of more edits is left to `--fix`: a viewer shows it to nobody."""
LEFT_OUT = Message(
    fr="{total:# constat|# constats}, plus que les {limit} que GitHub admet\u00a0: "
    "{count:le moins grave n’est|les # moins graves ne sont} pas dans le rapport SARIF",
    en="{total:# finding|# findings}, over the {limit} that GitHub admits: "
    "the {count:least grave is|# least grave are} not in the SARIF report",
)
ONCE_WHAT = Message(
    fr="Ce qui vaut pour plusieurs articles n’est dit qu’une fois.",
    en="What holds for several articles is said once.",
)
LEFT_OUT_WHAT = Message(
    fr="Des constats ne sont pas dans le rapport.", en="Findings are not in the report."
)
RELATED = Message(fr="L’autre endroit.", en="The other place.")


def entry(report: Report, _outcome: Outcome, view: View) -> str:
    """One line of JSON a result, after `R` and how light it is, or a notification, after `N`."""
    lines = ["N" + compact(one) for one in _notifications(report, view)]
    again: Counter[str] = Counter()
    for verdict, finding in report.findings:
        again[verdict.rule] += 1
        rank = _rank(verdict, finding, again[verdict.rule])
        lines.append(f"R{rank} {compact(_result(report, verdict, finding, view))}")
    return "\n".join(lines)


def _rank(verdict: Verdict, finding: PlacedFinding, again: int) -> str:
    """How light a result is: by severity, by how often its rule found something before, by the rule's weight.

    Few values, so that they can be counted.
    """
    return f"{finding.severity.rank}{again.bit_length():02}{max(0, 9 - round(verdict.weight))}"


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The log: one run, its results as they come, its notifications (few) at the end."""
    yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
    yield f'      "tool": {dumps({"driver": _driver(view)}, margin=6)},\n'
    yield '      "columnKind": "unicodeCodePoints",\n      "results": ['
    notifications: list[str] = []
    separator = "\n        "
    ranked = _ranked(entries)
    for rank, one in ranked if _total(summary) <= MOST_RESULTS else _worst(ranked):
        if rank is None:
            notifications.append(one)
            continue
        yield separator + one
        separator = ",\n        "
    yield ("" if separator == "\n        " else "\n      ") + '],\n      "invocations": [\n'
    successful = "false" if notifications else "true"
    notifications += [compact(_left_out(text)) for text in remarks(summary, view)]
    notifications += [compact(_once(one, view)) for one in summary.remarks]
    yield f'        {{\n          "executionSuccessful": {successful},\n'
    inner = ",".join("\n            " + one for one in notifications)
    end = "\n          " if notifications else ""
    yield f'          "toolExecutionNotifications": [{inner}{end}]\n        }}\n      ]\n'
    yield "    }\n  ]\n}\n"


def remarks(summary: Summary, view: View) -> Iterator[str]:
    """What whoever asks for the report must know of it."""
    total = _total(summary)
    if total > MOST_RESULTS:
        yield LEFT_OUT.say(
            view.language,
            {"total": total, "limit": MOST_RESULTS, "count": total - MOST_RESULTS},
        )


def _total(summary: Summary) -> int:
    return sum(sum(line.counts) for line in summary.lines)


Ranked = Iterator[tuple[str | None, str]]
"""Results after their rank, notifications after None, as JSON in a line each."""


def _ranked(entries: Iterator[str]) -> Ranked:
    for one in entries:
        for line in filter(None, one.split("\n")):
            if line[0] == "N":
                yield None, line[1:]
            else:
                rank, _, result = line[1:].partition(" ")
                yield rank, result


def _worst(ranked: Ranked) -> Ranked:
    """The gravest MOST_RESULTS, in the order they came, and all notifications."""
    counts: Counter[str] = Counter()
    with tempfile.SpooledTemporaryFile(BYTES) as waiting:
        for rank, one in ranked:
            if rank is None:
                yield rank, one
            else:
                counts[rank] += 1
                waiting.write(f"{rank} {one}\n".encode())
        left, room = dict.fromkeys(counts, 0), MOST_RESULTS
        for rank in sorted(counts):
            left[rank] = min(counts[rank], room)
            room -= left[rank]
        waiting.seek(0)
        for line in waiting:
            rank, _, one = line.decode().rstrip("\n").partition(" ")
            if left[rank]:
                left[rank] -= 1
                yield rank, one


def _left_out(text: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": "left-out", "index": 2},
        "level": "warning",
        "message": {"text": text},
    }


def _once(one: SaidOnce, view: View) -> dict[str, Any]:
    return {
        "descriptor": {"id": "remark", "index": 3},
        "associatedRule": _associated(one.rule, view),
        "level": "note",
        "message": {"text": f"{one.said(view.language)} {one.advice}"},
    }


# -- the tool


def _driver(view: View) -> dict[str, Any]:
    say = view.language
    return {
        "name": "seo-audit",
        "version": __version__,
        "semanticVersion": __version__,
        "language": say,
        "rules": [*(_described(rule, say) for rule in view.rules.values()), _silencing(say)],
        "notifications": [
            {"id": "unreadable", "shortDescription": {"text": UNREADABLE_WHAT.say(say)}},
            {"id": "broken", "shortDescription": {"text": BROKEN_WHAT.say(say)}},
            {"id": "left-out", "shortDescription": {"text": LEFT_OUT_WHAT.say(say)}},
            {"id": "remark", "shortDescription": {"text": ONCE_WHAT.say(say)}},
        ],
    }


def _described(rule: Rule, language: Language) -> dict[str, Any]:
    what, why = rule.what.say(language), rule.why.say(language)
    evidence = EVIDENCE_LINE.say(language, {"evidence": EVIDENCE[rule.evidence].say(language)})
    references = [f"{one.title} {one.url}".rstrip() for one in rule.references]
    links = [
        f"- [{markdown(one.title)}](<{quote(one.url, safe=_URL)}>)"
        if one.url
        else f"- {markdown(one.title)}"
        for one in rule.references
    ]
    heading = f"**{REFERENCES.say(language)}**"
    described: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title.say(language)},
        "fullDescription": {"text": what},
        "help": {
            "text": "\n".join([what, why, evidence, *references]),
            "markdown": "\n\n".join(
                [
                    *map(markdown, (what, why, evidence)),
                    *([heading, "\n".join(links)] if links else []),
                ]
            ),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "evidence": rule.evidence,
            "tags": [rule.category],
        },
    }
    if rule.evidence:
        described["properties"]["precision"] = PRECISIONS[rule.evidence]
    url = next((one.url for one in rule.references if one.url.startswith("https://")), None)
    if url:
        described["helpUri"] = quote(url, safe=_URL)
    return described


_URL = ":/?#[]@!$&'()*+,;=%~-._"


def _silencing(language: Language) -> dict[str, Any]:
    what = SILENCING_WHAT.say(language)
    return {
        "id": RULE_ID,
        "name": "Silencing",
        "shortDescription": {"text": SILENCING_TITLE.say(language)},
        "fullDescription": {"text": what},
        "help": {"text": what, "markdown": markdown(what)},
        "defaultConfiguration": {"level": LEVELS[Severity.WARNING]},
        "properties": {"category": "content", "evidence": None, "tags": ["content"]},
    }


# -- one article


def _result(report: Report, verdict: Verdict, finding: PlacedFinding, view: View) -> dict[str, Any]:
    say = view.language
    result: dict[str, Any] = {
        "ruleId": verdict.rule,
        **_index(verdict.rule, view),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message(say)} {finding.advice(say)}"},
        "locations": [_location(report, finding.place)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"overOptimisation": verdict.over_optimisation},
    }
    if finding.fix and report.document and len(finding.fix.edits) <= REPLACEMENTS:
        result["fixes"] = [_fix(report, finding.fix, report.document.source, view)]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(report, other), "message": {"text": RELATED.say(say)}}
            for number, other in enumerate(finding.related, 1)
        ]
    return result


def _fix(report: Report, fix: Fix, source: Source, view: View) -> dict[str, Any]:
    why = fix.why.say(view.language) if fix.why else FIX.say(view.language)
    replacements = [
        {
            "deletedRegion": _region(report, place(source, Span(edit.start, edit.end))),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {**_artifact(report.path), "replacements": replacements}
    return {"description": {"text": why}, "artifactChanges": [change]}


def _index(rule: str, view: View) -> dict[str, int]:
    names = [*view.rules, RULE_ID]
    return {"ruleIndex": names.index(rule)} if rule in names else {}


def _associated(rule: str, view: View) -> dict[str, Any]:
    index = _index(rule, view)
    return {"id": rule, **({"index": index["ruleIndex"]} if index else {})}


def _location(report: Report, where: Place | None) -> dict[str, Any]:
    return {"physicalLocation": {**_artifact(report.path), "region": _region(report, where)}}


_DRIVE = regex(r"[A-Za-z]:(?=/)")
"""Begins an absolute path of Windows, whose colon a URI keeps (RFC 8089, appendix E.2)."""


def _artifact(path: str) -> dict[str, Any]:
    path = shown(path)
    drive = _DRIVE.match(path)
    if drive:
        return {"artifactLocation": {"uri": f"file:///{drive[0]}{quote(path[drive.end() :])}"}}
    if path.startswith("/"):
        return {"artifactLocation": {"uri": "file://" + quote(path)}}
    return {"artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"}}


def _region(report: Report, where: Place | None) -> dict[str, Any]:
    if where is None:
        return {"startLine": 1}  # GitHub refuses a location without a line
    region: dict[str, Any] = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "charOffset": where.offset,
        "charLength": where.end_offset - where.offset,
    }
    length = where.end_offset - where.offset
    if report.document and 0 < length <= SNIPPET:
        # a snippet is the region itself, so that our excerpt, one line and cut, would be wrong
        text = report.document.source.text[where.offset : where.end_offset]
        region["snippet"] = {"text": text}
    return region


def _notifications(report: Report, view: View) -> Iterator[dict[str, Any]]:
    location = {"physicalLocation": _artifact(report.path)}
    if report.error:
        yield {
            "descriptor": {"id": "unreadable", "index": 0},
            "level": "error",
            "message": {"text": reason(report, view.language)},
            "locations": [location],
        }
    for verdict in report.having(Status.BROKEN):
        yield {
            "descriptor": {"id": "broken", "index": 1},
            "associatedRule": _associated(verdict.rule, view),
            "level": "error",
            "message": {"text": BROKEN.say(view.language, {"error": verdict.error or ""})},
            "locations": [location],
        }
