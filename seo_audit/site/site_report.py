"""What comes out of the audit of a site: its findings, a line a page, counts of the pages' own. Plain data."""

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import Literal

from msgspec import Struct, field

from seo_audit.judging.gate import Outcome
from seo_audit.message import Language
from seo_audit.rule import Category, Rule, Severity, SiteRule
from seo_audit.site.findings import Findings

Kind = Literal["built", "content", "crawl"]
"""A folder of built pages, of a generator's sources, or archives of a crawl."""


class Gone(Struct, frozen=True):
    """A finding of an earlier run that is not there any more."""

    rule: str
    severity: str
    message: str
    fingerprint: str


class PageLine(Struct, frozen=True):
    """One page: `url` is its path from the host, `depth` its clicks from the home page, None where no way leads there.

    `score_limit` is the most so short a page can get, where that holds its score down;
    `score`, `errors`, `warnings` and `infos` are those of its own audit; `rank` is its PageRank times the number of
    pages, so that 1 is the mean. `template` is the share of its words that stand around its main content, 0–1, None for
    sources that no template was applied to.
    """

    url: str
    path: str
    title: str
    score: int | None
    score_limit: int | None
    words: int
    links_in: int
    links_out: int
    depth: int | None
    indexable: bool
    errors: int
    warnings: int
    infos: int
    rank: float
    listing: bool = False
    template: float | None = None


class Skipped(Struct, frozen=True):
    """What counts as no page, and why; `error` says why it could not be read."""

    path: str
    reason: str
    error: str = ""


class RuleCount(Struct, frozen=True):
    """How many pages have findings of one of the rules of articles, and how many these are."""

    pages: int
    findings: int
    severity: Severity
    category: Category


class PageFinding(Struct, frozen=True):
    """A finding of a page's own audit, in the language of the run."""

    path: str
    rule: str
    severity: Severity
    line: int | None
    column: int | None
    message: str
    advice: str


class SiteReport(Struct, frozen=True):
    """The audit of a whole site.

    `url` is the address of its root, None where nobody knows it. `articles` counts the findings of the pages' own
    audits by rule. `new` and `gone` are there beside an earlier run; `broken` are ids of rules that crashed, with why.
    """

    name: str
    kind: Kind
    url: str | None
    findings: Findings = Findings()
    pages: tuple[PageLine, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    articles: Mapping[str, RuleCount] = field(default_factory=dict)
    gone: tuple[Gone, ...] | None = None
    broken: Mapping[str, str] = field(default_factory=dict)
    outcome: Outcome = Outcome(passed=True)
    notes: tuple[str, ...] = ()
    """What was supposed or left out, in sentences."""

    @property
    def indexable(self) -> int:
        """How many pages may be found by search engines."""
        return sum(page.indexable for page in self.pages)

    @property
    def median_score(self) -> float | None:
        """The median of the pages' scores."""
        scores = [page.score for page in self.pages if page.score is not None]
        return median(scores) if scores else None

    @property
    def new(self) -> int | None:
        """How many findings the earlier run had not; None without one."""
        if self.gone is None:
            return None
        return sum(found.state == "new" for found in self.findings)

    @property
    def unreadable(self) -> tuple[Skipped, ...]:
        """Pages that could not be read."""
        return tuple(one for one in self.skipped if one.reason == "unreadable")

    def count(self, severity: Severity) -> int:
        """How many findings about the site have a severity."""
        return self.findings.of_severity(severity)

    def by_rule(self) -> Mapping[str, Findings]:
        """The findings by rule, in their order: the gravest rule first."""
        return self.findings.by_rule()


class SiteView(Struct, frozen=True):
    """How a report is to look. `details` gives the findings of the pages' own audits, page by page."""

    rules: Mapping[str, Rule | SiteRule]
    language: Language = "fr"
    color: bool = False
    width: int = 80
    verbose: bool = False
    quiet: bool = False
    details: Callable[[], Iterable[PageFinding]] = tuple
