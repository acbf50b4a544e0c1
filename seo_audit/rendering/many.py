"""What many articles have in common: what rules found, worst first, and what a template repeats on most of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from seo_audit.judging.score import debts
from seo_audit.message import Language, shorten
from seo_audit.rendering.escaping import whole
from seo_audit.report import Report, Verdict
from seo_audit.rule import Severity

MOST = 0.5
"""Share of the articles that a template's fault exceeds."""

ENOUGH = 4
"""Articles from which one may speak of a template."""

EXAMPLES = 3
"""Messages of one rule that an article's tally keeps: a template says few things of a page."""

LONGEST = 160
"""Characters of a message that are kept."""


class Example(Struct, frozen=True):
    """A message of a rule in one article: how often it is said there, and where first (None: of the whole article)."""

    message: str
    count: int
    severity: Severity
    line: int | None
    column: int | None


class Tally(Struct, frozen=True):
    """What a rule found in one article: how much, how grave, and the points of debt it makes."""

    rule: str
    severity: Severity
    count: int
    debt: float
    examples: tuple[Example, ...] = ()


class Told(Struct, frozen=True):
    """A tally with the number of its article."""

    article: int
    tally: Tally


class Theme(Struct, frozen=True):
    """What a rule found in all articles, those it costs most first."""

    rule: str
    severity: Severity
    count: int
    debt: float
    told: tuple[Told, ...]


class Repetition(Struct, frozen=True):
    """A fault said with the same words of most articles: their template makes it."""

    rule: str
    severity: Severity
    message: str
    articles: tuple[int, ...]


class Overview(Struct, frozen=True):
    """What is repeated, then the rest by rule: both the gravest first, then what costs most."""

    repetitions: tuple[Repetition, ...]
    themes: tuple[Theme, ...]


def tallies(report: Report, language: Language) -> tuple[Tally, ...]:
    """What an overview keeps of a report: a tally for each rule that found something."""
    owed = debts(report.verdicts)
    return tuple(
        Tally(
            verdict.rule,
            verdict.severity,
            len(verdict.findings),
            owed.get(verdict.rule, 0.0),
            tuple(_examples(verdict, language)),
        )
        for verdict in report.verdicts
        if verdict.findings
    )


def _examples(verdict: Verdict, language: Language) -> Iterator[Example]:
    # the gravest first; the sort keeps the order of places
    by_message: dict[str, Example] = {}
    for finding in sorted(verdict.findings, key=lambda one: one.severity.rank):
        # a file's name in it may hold what was no UTF-8
        message = whole(shorten(finding.message(language), LONGEST))
        known = by_message.get(message)
        if known is None:
            if len(by_message) == EXAMPLES:
                break
            place = finding.place
            by_message[message] = Example(
                message,
                1,
                finding.severity,
                place.line if place else None,
                place.column if place else None,
            )
        else:
            by_message[message] = Example(
                message, known.count + 1, known.severity, known.line, known.column
            )
    yield from by_message.values()


def overview(articles: Sequence[Iterable[Tally]]) -> Overview:
    """What articles have in common, from their tallies."""
    said: Counter[tuple[str, str]] = Counter(
        (tally.rule, example.message)
        for own in articles
        for tally in own
        for example in tally.examples
    )
    least = max(ENOUGH, int(MOST * len(articles)) + 1)
    repeated = {key for key, count in said.items() if count >= least}
    made: dict[tuple[str, str], list[tuple[int, Example]]] = defaultdict(list)
    told: dict[str, list[Told]] = defaultdict(list)
    owed: defaultdict[str, float] = defaultdict(float)
    for number, own in enumerate(articles):
        for tally in own:
            owed[tally.rule] += tally.debt
            for example in tally.examples:
                if (tally.rule, example.message) in repeated:
                    made[tally.rule, example.message].append((number, example))
            rest = _without(tally, repeated)
            if rest:
                told[tally.rule].append(Told(number, rest))
    repetitions = [
        Repetition(
            rule,
            min((one.severity for _, one in found), key=lambda severity: severity.rank),
            message,
            tuple(number for number, _ in found),
        )
        for (rule, message), found in made.items()
    ]
    themes = [_theme(rule, found) for rule, found in told.items()]
    return Overview(
        tuple(sorted(repetitions, key=lambda one: (one.severity.rank, -owed[one.rule], one.rule))),
        tuple(sorted(themes, key=lambda one: (one.severity.rank, -one.debt, -one.count, one.rule))),
    )


def _without(tally: Tally, repeated: set[tuple[str, str]]) -> Tally | None:
    """What is left of a tally once what is repeated is taken away."""
    kept = tuple(one for one in tally.examples if (tally.rule, one.message) not in repeated)
    gone = sum(one.count for one in tally.examples) - sum(one.count for one in kept)
    left = tally.count - gone
    if not left:
        return None
    debt = tally.debt * left / tally.count
    # what the examples do not name is no graver than the last of them
    severity = kept[0].severity if kept else tally.examples[-1].severity
    return Tally(tally.rule, severity, left, debt, kept)


def _theme(rule: str, told: list[Told]) -> Theme:
    ordered = sorted(told, key=lambda one: (one.tally.severity.rank, -one.tally.debt))
    return Theme(
        rule,
        ordered[0].tally.severity,
        sum(one.tally.count for one in told),
        sum(one.tally.debt for one in told),
        tuple(ordered),
    )
