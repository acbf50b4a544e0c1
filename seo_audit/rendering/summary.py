"""What a report is rendered with, besides the audits: language, rules, gate, and what came of all."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field

from seo_audit.judging.gate import Outcome
from seo_audit.message import Language
from seo_audit.rendering.many import Tally, tallies
from seo_audit.rendering.remarks import Remark, SaidOnce, said_once
from seo_audit.report import Report
from seo_audit.rule import Category, Rule, Severity


class Presentation(Struct, frozen=True):
    """Whom a report is for and by, its logo (a `data:` address) and day; `print_all` prints what is left out else."""

    client: str = ""
    author: str = ""
    logo: str = ""
    day: date | None = None
    print_all: bool = False


class View(Struct, frozen=True):
    """How a report is to look. `width` is the terminal's, in columns."""

    rules: Mapping[str, Rule]
    language: Language = "fr"
    color: bool = False
    width: int = 80
    verbose: bool = False
    quiet: bool = False
    presentation: Presentation = Presentation()
    several: bool = False
    """Whether it is of more than one article: remarks stand apart then, and are said once."""


class Line(Struct, frozen=True):
    """What a summary keeps of one article once its report is gone."""

    path: str
    outcome: Outcome
    error: str | None
    score: int | None
    words: int | None
    errors: int
    warnings: int
    infos: int
    worst: tuple[str, ...] = ()
    """Ids of the rules to mend first, at most three."""
    categories: Mapping[Category, int | None] = field(default_factory=dict)
    title: str = ""
    broken: int = 0
    """Rules that crashed."""
    mendable: int = 0
    """Findings that --fix mends."""
    suggested: int = 0
    """Findings that --unsafe-fixes mends too."""
    score_limit: int | None = None
    """The most so short an article can get, where that holds its score down."""
    tallies: tuple[Tally, ...] = ()
    """What each rule found in it."""
    remarks: tuple[Remark, ...] = ()
    """Its remarks, where they stand apart."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """Findings of each severity, the gravest first."""
        return self.errors, self.warnings, self.infos


class Summary(Struct, frozen=True):
    """All articles of a run, in order."""

    lines: tuple[Line, ...] = ()
    fixed: int = 0
    """Findings of the baseline that are gone."""

    @property
    def passed(self) -> int:
        """Articles that passed the gate."""
        return sum(line.outcome.passed and not line.error for line in self.lines)

    @property
    def failed(self) -> int:
        """Articles that were read and failed the gate."""
        return sum(not line.outcome.passed and not line.error for line in self.lines)

    @property
    def unreadable(self) -> int:
        """Articles that could not be read."""
        return sum(line.error is not None for line in self.lines)

    @property
    def scores(self) -> tuple[int, ...]:
        """The scores there are."""
        return tuple(line.score for line in self.lines if line.score is not None)

    @property
    def remarks(self) -> tuple[SaidOnce, ...]:
        """What is said once of all."""
        return tuple(said_once([line.remarks for line in self.lines]))


def line(
    report: Report, outcome: Outcome, language: Language, remarks: tuple[Remark, ...] = ()
) -> Line:
    """What the summary keeps of a report, and of the remarks that stand apart from it."""
    found = tallies(report, language)
    title = report.document.metadata.title if report.document else None
    fixes = [finding.fix for _, finding in report.findings if finding.fix]
    mendable = sum(fix.safe for fix in fixes)
    return Line(
        path=report.path,
        outcome=outcome,
        error=report.error.say(language) if report.error else None,
        score=report.score,
        words=report.words,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        infos=report.count(Severity.INFO),
        worst=tuple(one.rule for one in sorted(found, key=_cost)[:3] if one.debt),
        categories=report.categories,
        title=title.value[:300] if title else "",
        broken=sum(verdict.error is not None for verdict in report.verdicts),
        mendable=mendable,
        suggested=len(fixes) - mendable,
        score_limit=report.score_limit,
        tallies=found,
        remarks=remarks,
    )


def _cost(tally: Tally) -> tuple[int, float, str]:
    return tally.severity.rank, -tally.debt, tally.rule


def to_mend_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Articles in the order in which they need work: unreadable, refused, passed, each from the lowest score."""
    return tuple(sorted(lines, key=_need))


def _need(line: Line) -> tuple[bool, bool, int]:
    # sorting keeps the order of the rest
    return line.error is None, line.outcome.passed, 101 if line.score is None else line.score
