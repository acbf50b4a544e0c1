"""What remains of one audited article: a few lines of text, never the document."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import astuple, replace

from seo_audit import plugins, source
from seo_audit.analysis.look_ups import Disk, LookUp
from seo_audit.config.config import Config
from seo_audit.errors import DEBUG, KILLED, SeoAuditError, SourceError, one_line
from seo_audit.judging import baseline
from seo_audit.judging.baseline import Accepted
from seo_audit.judging.gate import Outcome, judge
from seo_audit.message import Message, Statement
from seo_audit.rendering.many import Example, Tally
from seo_audit.rendering.remarks import Remark, apart
from seo_audit.rendering.summary import Line, View, line
from seo_audit.report import Report
from seo_audit.rule import Category, Severity
from seo_audit.source import Source

CRASHED = Message(
    fr="{name} : panne de l’outil lui-même ({reason}) ; signalez-la, avec l’article",
    en="{name}: the tool itself crashed ({reason}); please report it, with the article",
)
BROKEN_RULES = Message(
    fr="{name} : {count:# règle en panne|# règles en panne} ({rules})",
    en="{name}: {count:# broken rule|# broken rules} ({rules})",
)
NOT_ITSELF = Message(
    fr="{name} : rien n’y est corrigé, car ses octets ne se réécrivent pas tels quels en {encoding}",
    en="{name}: nothing is fixed in it, since its bytes do not come out again as {encoding}",
)

Views = tuple[tuple[str, View], ...]
"""Reports to render: the format's name, and how it is to look."""


class Task(Struct, frozen=True):
    """One article to audit, in whatever process: its name, its bytes, its configuration, what to render.

    `mend` says whether it is to be mended first: by safe fixes, or by suggestions too.
    """

    name: str
    path: Path | None
    content: bytes
    config: Config
    views: Views
    accepted: Accepted = frozenset()
    mend: Literal["safe", "unsafe"] | None = None


class Rewritten(Struct, frozen=True):
    """A mended article: its bytes before and after, and what else changed with it."""

    before: bytes
    after: bytes
    encoding: str
    mended: int
    """Findings that were mended, wholly or in some of their places."""
    accepted: Accepted = frozenset()
    """The accepted findings, as they are known now."""


class Entry(Struct, frozen=True):
    """One article's line of the summary, what each report has of it, and what standard error is told.

    `fixed` counts findings of the baseline that are gone; `findings` are the article's own, by rule
    and fingerprint, the accepted ones included; `look_ups` is what its rules asked of the disk.
    """

    line: Line
    rendered: tuple[str, ...]
    notes: tuple[str, ...] = ()
    fixed: int = 0
    findings: tuple[tuple[str, str], ...] = ()
    look_ups: tuple[LookUp, ...] = ()
    rests_on_texts: bool = False
    """Whether it has a brief: that names texts nobody watches, and may stand in the front matter."""
    mendable: tuple[int, int] = (0, 0)
    """Findings of the article’s own that have a safe fix, and a suggested one."""
    rewritten: Rewritten | None = None
    refused: bool = False
    """Whether it was to be mended and could not be."""

    @property
    def can_be_kept(self) -> bool:
        """Whether nothing here may be different next time, as far as a cache can tell."""
        return not (self.line.error or self.line.broken or self.rests_on_texts)


def work(task: Task) -> Entry:
    """Audit one article and render its entries; whatever goes wrong becomes its error."""
    # what came from the cache needs no rules, measures nor French
    from seo_audit import engine  # noqa: PLC0415

    disk = Disk()
    try:
        article = source.decode(task.content, name=task.name, path=task.path)
        if task.mend:
            return _mended(article, task, disk)
        report = engine.audit(article, task.config, disk=disk)
    except SeoAuditError as error:
        report = Report(task.name, error=error)
    except Exception as error:  # one article must not stop the others
        if os.environ.get(DEBUG):
            raise
        reason = one_line(error, 200)
        report = Report(task.name, error=SourceError(CRASHED, name=task.name, reason=reason))
    return entry_of(report, task.config, task.views, task.accepted, disk.look_ups())


def _mended(article: Source, task: Task, disk: Disk) -> Entry:
    """What remains of an article that was mended: the audit of what it is now.

    Raises:
        SeoAuditError: it cannot be read, or its settings are wrong.
    """
    from seo_audit.fixing.acceptance import followed  # noqa: PLC0415  most runs mend nothing
    from seo_audit.fixing.mending import mend  # noqa: PLC0415

    mended = mend(article, task.config, unsafe=task.mend == "unsafe", disk=disk)
    if not mended.passes:
        return entry_of(mended.report, task.config, task.views, task.accepted, disk.look_ups())
    after = source.encoded(mended.source.text, article, task.content)
    if after is None:
        made = entry_of(mended.first, task.config, task.views, task.accepted, disk.look_ups())
        values = {"name": task.name, "encoding": article.encoding}
        return replace(
            made, notes=(*made.notes, NOT_ITSELF.say(task.config.language, values)), refused=True
        )
    accepted, gone = followed(task.accepted, mended)
    made = entry_of(mended.report, task.config, task.views, accepted, disk.look_ups())
    rewritten = Rewritten(task.content, after, article.encoding, len(mended.applied), accepted)
    return replace(made, fixed=made.fixed + gone, rewritten=rewritten)


def lost(task: Task) -> Entry:
    """The entry of an article whose process was killed twice over it."""
    return unreadable(task.name, SourceError(KILLED, name=task.name), task.config, task.views)


def unreadable(name: str, error: SeoAuditError, config: Config, views: Views) -> Entry:
    """The entry of an article that could not be read."""
    return entry_of(Report(name, error=error), config, views)


def entry_of(
    report: Report,
    config: Config,
    views: Views,
    accepted: Accepted = frozenset(),
    look_ups: tuple[LookUp, ...] = (),
) -> Entry:
    """What remains of a report."""
    findings = tuple((verdict.rule, finding.fingerprint) for verdict, finding in report.findings)
    fixes = [finding.fix.safe for _, finding in report.findings if finding.fix]
    fixed = 0
    if accepted:
        report, fixed = baseline.apply(report, accepted)
    outcome = judge(report, config.gate)
    language = config.language
    remarks: tuple[Remark, ...] = ()
    if any(view.several for _, view in views):
        report, remarks = apart(report, outcome, language)
    notes = [report.error.say(language)] if report.error else []
    broken = [verdict.rule for verdict in report.verdicts if verdict.error]
    if broken:
        notes.append(
            BROKEN_RULES.say(
                language, {"name": report.path, "count": len(broken), "rules": ", ".join(broken)}
            )
        )
    return Entry(
        line=line(report, outcome, language, remarks),
        rendered=tuple(plugins.report(name).entry(report, outcome, view) for name, view in views),
        notes=tuple(notes),
        fixed=fixed,
        findings=findings,
        look_ups=look_ups,
        rests_on_texts=report.brief is not None,
        mendable=(fixes.count(True), fixes.count(False)),
    )


def to_data(one: Entry) -> dict[str, Any]:
    """An entry as data that JSON can hold. Only those that can be kept are written."""
    own = one.line
    return {
        "path": own.path,
        "passed": own.outcome.passed,
        "reasons": [
            [reason.message.fr, reason.message.en, dict(reason.values)]
            for reason in own.outcome.reasons
        ],
        "failing": own.outcome.failing,
        "score": own.score,
        "score_limit": own.score_limit,
        "words": own.words,
        "counts": [own.errors, own.warnings, own.infos],
        "worst": own.worst,
        "categories": {category.value: score for category, score in own.categories.items()},
        "tallies": [_tally_data(tally) for tally in own.tallies],
        "remarks": [astuple(one) for one in own.remarks],
        "title": own.title,
        "entries": one.rendered,
        "fixed": one.fixed,
        "findings": one.findings,
        "look_ups": one.look_ups,
        "mendable": [*one.mendable, own.mendable, own.suggested],
    }


def from_data(data: Mapping[str, Any]) -> Entry:
    """The entry that `to_data` wrote. KeyError, TypeError or ValueError when it did not."""
    errors, warnings, infos = data["counts"]
    safe, unsafe, mendable, suggested = map(int, data["mendable"])
    reasons = tuple(Statement(Message(fr, en), values) for fr, en, values in data["reasons"])
    return Entry(
        line=Line(
            path=data["path"],
            outcome=Outcome(data["passed"], reasons, tuple(map(Severity, data["failing"]))),
            error=None,
            score=data["score"],
            words=data["words"],
            errors=errors,
            warnings=warnings,
            infos=infos,
            worst=tuple(data["worst"]),
            categories={Category(name): score for name, score in data["categories"].items()},
            title=data["title"],
            mendable=mendable,
            suggested=suggested,
            score_limit=data["score_limit"],
            tallies=tuple(_tally(one) for one in data["tallies"]),
            remarks=tuple(Remark(*map(str, one)) for one in data["remarks"]),
        ),
        rendered=tuple(data["entries"]),
        fixed=data["fixed"],
        findings=tuple((rule, fingerprint) for rule, fingerprint in data["findings"]),
        look_ups=tuple((question, path, answer) for question, path, answer in data["look_ups"]),
        mendable=(safe, unsafe),
    )


def _tally_data(tally: Tally) -> list[Any]:
    rule, severity, count, debt, examples = astuple(tally)
    return [rule, severity, count, debt, [list(astuple(one)) for one in examples]]


def _tally(data: Any) -> Tally:
    rule, severity, count, debt, examples = data
    return Tally(
        rule,
        Severity(severity),
        count,
        debt,
        tuple(
            Example(message, often, Severity(grave), line, column)
            for message, often, grave, line, column in examples
        ),
    )
