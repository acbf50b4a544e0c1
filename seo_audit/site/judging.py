"""Rules asked about a joined site: findings settled, silenced where pages say so, judged by the gate."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from heapq import merge
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.config.config import Config
from seo_audit.config.options import fill, severity_of
from seo_audit.errors import one_line
from seo_audit.judging.gate import BROKEN, FINDINGS, SCORE, WARNINGS, Gate, Outcome
from seo_audit.message import Statement, Value
from seo_audit.rule import Category, Severity, SiteFinding, SiteRule, Spot
from seo_audit.rule_support.site.packed import Held, packed
from seo_audit.site.findings import Findings, Found, Part
from seo_audit.site.site_report import SiteReport

if TYPE_CHECKING:
    from seo_audit.site.joins.tables import Store


class JoinedSite:
    """A site as its rules see it; `seo_audit.rule.Site` says what that is."""

    def __init__(self, store: "Store", *, is_built: bool, has_sitemap: bool) -> None:
        self._store = store
        self.is_built = is_built
        self.has_sitemap = has_sitemap

    def rows(self, query: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """What a query finds, row by row."""
        return self._store.rows(query, *parameters)


def judge(
    site: JoinedSite, config: Config, accepted: AbstractSet[tuple[str, str]] = frozenset()
) -> tuple[Findings, Mapping[str, str]]:
    """The findings of all rules that are on, the gravest first, and the rules that crashed, with why.

    `accepted` are those that a baseline knows, by rule and fingerprint.
    """
    broken: dict[str, str] = {}
    found = (
        one for one in _found(site, config, broken) if (one.rule, one.fingerprint) not in accepted
    )
    return _sorted(found), broken


def _found(site: JoinedSite, config: Config, broken: dict[str, str]) -> Iterator[Found]:
    """The findings, rule by rule; `broken` is told what crashed."""
    silences = _silences(site)
    for name in plugins.site_rule_names():
        rule = plugins.site_rule(name)
        if not config.is_on(rule) or (rule.needs_build and not site.is_built):
            continue
        said = config.rules.get(name, {})
        options = fill(rule, said, config.profile or "article")
        fixed = severity_of(name, said) if "severity" in said else None
        try:
            yield from _settled(rule, rule.check(site, options), fixed, silences)
        except Exception as error:  # noqa: BLE001  one broken rule must not hide the rest
            broken[name] = one_line(error)


RUN = 20_000
"""Findings that are sorted in memory; more are sorted in runs, which are packed and then merged."""


def _sorted(found: Iterable[Found]) -> Findings:
    """Findings that come rule by rule, in their order."""
    parts = (part for _, own in groupby(found, key=lambda one: one.rule) for part in _parts(own))
    return Findings(sorted(parts, key=lambda part: (part.severity.rank, part.rule)))


def _parts(found: Iterable[Found]) -> Iterable[Part]:
    """The findings of one rule in their order, by severity."""
    rest = iter(found)
    runs: list[Findings] = []
    while run := sorted(islice(rest, RUN), key=_order):
        runs.append(Findings.of(run))
    # most rules tell what they find in the order of paths: such runs need not be read and packed once more
    if all(_order(one[-1]) <= _order(two[0]) for one, two in pairwise(runs)):
        return (part for run in runs for part in run.parts)
    return Findings.of(merge(*runs, key=_order)).parts


def _order(found: Found) -> tuple[Any, ...]:
    first = found.spots[0]
    where = (first.path, first.offset if first.offset is not None else -1)
    return (found.severity.rank, *where, found.fingerprint)


def _settled(
    rule: SiteRule,
    findings: Iterable[SiteFinding],
    fixed: Severity | None,
    silences: "Mapping[str, tuple[Silence, ...]]",
) -> Iterator[Found]:
    seen: dict[str, int] = {}
    for finding in findings:
        kept = _unsilenced(rule, finding, silences)
        if kept is None:
            continue
        # a message's English tells apart two kinds of one rule's findings
        about = f"{rule.id}\n{finding.fault.message.en}\n{finding.about}"
        seen[about] = number = seen.get(about, 0) + 1
        text = about if number == 1 else f"{about}\n{number}"
        fingerprint = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        severity = fixed or finding.severity or rule.severity
        yield Found(rule.id, severity, rule.evidence, kept, fingerprint)


def _unsilenced(
    rule: SiteRule, finding: SiteFinding, silences: "Mapping[str, tuple[Silence, ...]]"
) -> SiteFinding | None:
    """A finding at those of its places that no comment silences; None where nothing remains."""
    if not isinstance(finding.spots, tuple | Held):
        # a report that is kept is compared with what comes back: a list is never equal to a tuple
        finding = replace(finding, spots=packed(finding.spots))
    if not silences or not any(_is_silenced(rule, spot, silences) for spot in finding.spots):
        return finding if finding.spots else None
    spots = packed(spot for spot in finding.spots if not _is_silenced(rule, spot, silences))
    kept = replace(finding, spots=spots)
    if not spots or (rule.a_group and kept.pages < 2 <= finding.pages):
        return None
    return kept


Silence = tuple[frozenset[str], int, int, bool]
"""What a page's comment silences: rules (none: all), from where to where, and findings of the page as a whole."""


def _silences(site: JoinedSite) -> Mapping[str, tuple[Silence, ...]]:
    found = {}
    query = "SELECT path, silenced FROM kept_pages WHERE json_array_length(silenced) > 0"
    for path, silenced in site.rows(query):
        found[path] = tuple(
            (frozenset(name.replace("_", "-") for name in rules), start, end, whole)
            for rules, start, end, whole in msgspec.json.decode(silenced)
        )
    return found


def _is_silenced(rule: SiteRule, spot: Spot, silences: Mapping[str, tuple[Silence, ...]]) -> bool:
    for rules, start, end, whole in silences.get(spot.path, ()):
        if rules and rule.id not in rules and Category.SITE.value not in rules:
            continue
        if whole if spot.offset is None else start <= spot.offset < end:
            return True
        # what stands above the comments, in the head, is silenced by one that holds for the page
        if whole and spot.offset is not None and spot.offset < start:
            return True
    return False


def passes(report: SiteReport, gate: Gate) -> Outcome:
    """Whether a site passes: its own findings and those of its pages together; the score is the pages' median."""
    reasons = tuple(_reasons(report, gate))
    return Outcome(not reasons, reasons)


def _reasons(report: SiteReport, gate: Gate) -> Iterator[Statement]:
    counts = {
        Severity.ERROR: report.count(Severity.ERROR) + sum(page.errors for page in report.pages),
        Severity.WARNING: report.count(Severity.WARNING)
        + sum(page.warnings for page in report.pages),
        Severity.INFO: report.count(Severity.INFO) + sum(page.infos for page in report.pages),
    }
    if gate.fail_on:
        count = sum(n for severity, n in counts.items() if severity.rank <= gate.fail_on.rank)
        if count:
            option = f" (--fail-on {gate.fail_on})"
            yield Statement(FINDINGS[gate.fail_on], {"count": count, "option": option})
    minimum, score = gate.fail_under.get(None), report.median_score
    if minimum is not None and score is not None and score < minimum:
        under: dict[str, Value] = {"score": score, "minimum": minimum, "option": " (--fail-under)"}
        yield Statement(SCORE, under)
    if gate.max_warnings is not None and counts[Severity.WARNING] > gate.max_warnings:
        most: dict[str, Value] = {
            "count": counts[Severity.WARNING],
            "maximum": gate.max_warnings,
            "option": " (--max-warnings)",
        }
        yield Statement(WARNINGS, most)
    if report.broken:
        yield Statement(BROKEN, {"count": len(report.broken)})
