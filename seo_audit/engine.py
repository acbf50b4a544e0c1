"""The straight line: source → document → measures → rules → report."""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.analysis.look_ups import Disk
from seo_audit.config.config import Config, Settings
from seo_audit.document import Document, Format
from seo_audit.errors import SeoAuditError, SourceError, one_line
from seo_audit.judging import fixable, score
from seo_audit.judging import suppression as silencing
from seo_audit.judging.placing import placed, with_findings
from seo_audit.judging.shown_measures import figures
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing import parse
from seo_audit.parsing.limits import MOST_PIECES, TOO_MANY
from seo_audit.report import Report, Status, Verdict
from seo_audit.rule import OF_FRENCH, Rule, Severity
from seo_audit.source import Source

if TYPE_CHECKING:
    from seo_audit.brief.outcome import BriefOutcome

LONGEST = 1_000_000
"""Characters of main content; a longer article is not judged (« Germinal » has about as many)."""

TOO_LONG = Message(
    fr="{name} : plus de {limit:# caractère|# caractères} de texte, la limite pour un article",
    en="{name}: over {limit:# character|# characters} of text, the limit of an article",
)


def audit(
    source: Source,
    config: Config,
    format: Format | None = None,  # noqa: A002
    disk: Disk | None = None,
) -> Report:
    """Audit one article; `disk` notes what its rules look up.

    Raises:
        SourceError: the article cannot be parsed within the limits, or is too long to be judged.
        ConfigError: its settings are wrong.
    """
    return audit_document(read(source, config, format), config, disk)


def read(
    source: Source,
    config: Config,
    format: Format | None = None,  # noqa: A002
) -> Document:
    """The article of a source.

    Raises:
        SourceError: it cannot be parsed within the limits, or is too long to be judged.
    """
    document = config.override(parse(source, config.parsing_for(source), format))
    check_size(document)
    return document


def audit_document(document: Document, config: Config, disk: Disk | None = None) -> Report:
    """Audit an article that was read. ConfigError when its settings are wrong."""
    return judge_document(document, config.settings(document, plugins.rules()), disk)


def check_size(document: Document) -> None:
    """SourceError when an article is too long to be judged."""
    name = document.source.name
    if sum(len(block.text.value) for block in document.blocks) > LONGEST:
        raise SourceError(TOO_LONG, name=name, limit=LONGEST)
    if len(document.blocks) + len(document.links) + len(document.images) > MOST_PIECES:
        raise SourceError(TOO_MANY, name=name, limit=MOST_PIECES)


def unreadable(name: str, error: SeoAuditError) -> Report:
    """The report of an article that could not be read."""
    return Report(path=name, error=error)


def judge_document(document: Document, settings: Settings, disk: Disk | None = None) -> Report:
    """Ask every rule that is on, and take back what the article silences."""
    measures = Measures(document, settings.target, disk)
    rules = plugins.rules()
    whole = document.holds_article
    verdicts = tuple(
        judge(
            rules[name], settings.options[name], document, measures, settings.severities.get(name)
        )
        if whole or rules[name].without_article
        else _verdict(rules[name], Status.SKIPPED, settings.severities.get(name))
        for name in settings.enabled
    )
    silenced = silencing.apply(document, verdicts, rules, plugins.site_rule_names())
    verdicts = fixable.apply(document, silenced, rules)
    return Report(
        path=document.source.name,
        format=document.format,
        document=document,
        figures=figures(measures),
        verdicts=verdicts,
        score=score.overall(verdicts, measures.word_count),
        score_limit=score.limit(verdicts, measures.word_count),
        categories=score.by_category(verdicts),
        brief=_brief(measures, verdicts),
    )


def _brief(measures: Measures, verdicts: tuple[Verdict, ...]) -> "BriefOutcome | None":
    if measures.target.brief is None:
        return None
    from seo_audit.judging.brief_outcome import brief_outcome  # noqa: PLC0415  only with a brief

    return brief_outcome(measures, verdicts, plugins.rules())


def judge(
    rule: Rule,
    options: Any,
    document: Document,
    measures: Measures,
    severity: Severity | None = None,
) -> Verdict:
    """One rule's verdict. A rule that crashes gives `broken`, and the audit goes on.

    `severity` is the configured one: it stands for every finding of the rule.
    """
    try:
        foreign = rule.category in OF_FRENCH and measures.is_in_another_language
        if foreign or not (rule.wanted(document, options) and rule.applies(document, measures)):
            return _verdict(rule, Status.SKIPPED, severity)
        found = list(rule.check(document, measures, options))
        if not found:
            return _verdict(rule, Status.PASSED, severity, score=1.0)
        if severity:
            found = [replace(finding, severity=severity) for finding in found]
        findings = tuple(placed(rule, found, document.source))
    except Exception as error:  # noqa: BLE001  one broken rule must not hide the rest
        return _verdict(rule, Status.BROKEN, severity, error=one_line(error))
    return with_findings(_verdict(rule, Status.FAILED, severity), findings)


def _verdict(
    rule: Rule,
    status: Status,
    severity: Severity | None,
    *,
    score: float | None = None,
    error: str | None = None,
) -> Verdict:
    # in the order of its fields: there is one for each rule and article
    return Verdict(
        rule.id,
        rule.category,
        status,
        severity or rule.severity,
        rule.evidence,
        rule.points,
        score,
        (),
        error,
        rule.over_optimisation,
    )
