"""What comes out of an audit: a verdict for each rule, and the figures of the article. Plain data."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from seo_audit.document import Document
from seo_audit.errors import SeoAuditError
from seo_audit.message import Language, Value
from seo_audit.rule import Category, Evidence, Fault, Fix, Severity
from seo_audit.source import Span

if TYPE_CHECKING:
    from seo_audit.analysis.keyphrases import Candidate
    from seo_audit.brief.outcome import BriefOutcome


class Status(StrEnum):
    """What a rule answered. Not applicable is not passed; broken is not failed."""

    FAILED = "failed"
    PASSED = "passed"
    SKIPPED = "skipped"
    BROKEN = "broken"


class Place(Struct, frozen=True):
    """Where a finding stands: lines and columns count from 1, offsets from 0; ends are exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    end_offset: int


class PlacedFinding(Struct, frozen=True):
    """A finding as reports show it: with its severity, place, excerpt and fingerprint settled.

    `place` is None where the finding is about the article as a whole. `excerpt` is the source at the
    place, in one line and cut when long. `fingerprint` stays the same when other parts of the file
    change, and differs from all others of the same rule and article.
    """

    fault: Fault
    values: Mapping[str, Value]
    severity: Severity
    place: Place | None
    excerpt: str
    fingerprint: str
    related: tuple[Place, ...] = ()
    rule: str = ""
    fix: Fix | None = None
    """What mends it here; what may not be touched is left out of it."""

    def message(self, language: Language) -> str:
        """What was found."""
        return self.fault.message.say(language, self.values)

    def advice(self, language: Language) -> str:
        """What to do."""
        return self.fault.advice.say(language, self.values)

    @property
    def span(self) -> Span | None:
        """The place as a range of characters of the source."""
        return Span(self.place.offset, self.place.end_offset) if self.place else None


class Verdict(Struct, frozen=True):
    """A rule's answer.

    `score` is what its findings leave of the article's, 0–1, None when the rule gave no answer; `error` is set when broken.
    `weight` is what the rule weighs in the score as declared; `severity` is that of its gravest
    finding, or the one it would have.
    """

    rule: str
    category: Category
    status: Status
    severity: Severity
    evidence: Evidence | None
    weight: float
    score: float | None = None
    findings: tuple[PlacedFinding, ...] = ()
    error: str | None = None
    over_optimisation: bool = False


class Figures(Struct, frozen=True):
    """The measures a report shows. Shares are 0–1, densities per cent, None where nothing to measure.

    `links` leaves out those to a part of the same article: generators add as many as they like, to notes and headings.
    """

    words: int
    sentences: int
    paragraphs: int
    characters: int
    syllables: int
    readability: float | None
    reading_ease: float | None
    reading_minutes: float
    headings: int
    links: int
    images: int
    language: str
    keyphrase: str | None
    keyphrase_count: int | None
    keyphrase_density: float | None
    passive_share: float | None
    connector_share: float | None
    long_sentence_share: float | None
    keyphrase_candidates: tuple["Candidate", ...] = ()
    """Phrases the article could be about, best first; only where it declares none."""


class Report(Struct, frozen=True):
    """The audit of one article. An unreadable one has `error` and nothing else.

    `score` is 0–100, None when no rule gave an answer.
    """

    path: str
    format: str | None = None
    error: SeoAuditError | None = None
    document: Document | None = None
    figures: Figures | None = None
    verdicts: tuple[Verdict, ...] = ()
    score: int | None = None
    categories: Mapping[Category, int | None] = field(default_factory=dict)
    brief: "BriefOutcome | None" = None
    """What came of the article's brief; None without one."""
    score_limit: int | None = None
    """The most an article of so few words can get, where that holds its score down; else None."""

    @property
    def words(self) -> int | None:
        """How many words it has; None where it could not be read."""
        return self.figures.words if self.figures else None

    def having(self, status: Status) -> tuple[Verdict, ...]:
        """The verdicts with a status."""
        return tuple(verdict for verdict in self.verdicts if verdict.status is status)

    @property
    def findings(self) -> Iterator[tuple[Verdict, PlacedFinding]]:
        """All findings with their verdicts, in the order of the verdicts."""
        for verdict in self.verdicts:
            for finding in verdict.findings:
                yield verdict, finding

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity is severity for _, finding in self.findings)


def is_remark(verdict: Verdict, finding: PlacedFinding) -> bool:
    """Whether a finding is no fault but a word on how articles are audited: it weighs nothing and has no place.

    Said for one article, it is said for all of a run.
    """
    return not verdict.weight and finding.place is None and finding.severity is Severity.INFO
