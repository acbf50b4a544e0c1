"""Comments in an article that silence rules, and what becomes of those that silence nothing.

`<!-- seo-audit-disable RULE, RULE -- reason -->` holds to the end, or to
`<!-- seo-audit-enable RULE -->`; `<!-- seo-audit-disable-next-line RULE -->` for the line after the
one the comment ends on. Without a rule, all are meant; a category names its rules. Findings about
the article as a whole are silenced by a plain `disable` wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from seo_audit.document import Document
from seo_audit.message import Message
from seo_audit.report import Place, PlacedFinding, Status, Verdict
from seo_audit.rule import Category, Fault, Rule, Severity
from seo_audit.source import Span
from seo_audit.verdicts import place, with_findings

USELESS = Fault(
    message=Message(
        fr="Ce commentaire ne fait taire aucun constat de « {rules} ».",
        en="This comment silences no finding of “{rules}”.",
    ),
    advice=Message(fr="Supprimez-le.", en="Remove it."),
)
UNKNOWN = Fault(
    message=Message(
        fr="Ce commentaire nomme une règle inconnue, « {rules} ».",
        en="This comment names an unknown rule, “{rules}”.",
    ),
    advice=Message(
        fr="Corrigez le nom : « seo-audit rules » donne la liste.",
        en="Mend the name: “seo-audit rules” lists them.",
    ),
)

RULE_ID = "silencing"
"""Under this name the comments' own findings stand in a report."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment of ours: from `start` to `end` (offsets), findings of `rules` are silenced.

    `rules` empty means all. `whole` says that findings about the article as a whole are silenced too.
    """

    rules: tuple[str, ...]
    span: Span
    start: int
    end: int
    whole: bool

    def covers(self, rule: str, place: Place | None, ids: Mapping[str, frozenset[str]]) -> bool:
        """Whether it silences a finding of a rule at a place."""
        if self.rules and not any(rule in ids.get(name, ()) for name in self.rules):
            return False
        return self.whole if place is None else self.start <= place.offset < self.end


_COMMENT = re.compile(
    r"\s*seo-audit-(disable-next-line|disable|enable)(?![\w-])([^\n]*?)\s*\Z", re.DOTALL
)


def directives(document: Document) -> tuple[Directive, ...]:
    """The comments of ours in a document, in order."""
    found: list[Directive] = []
    length = len(document.source.text) + 1
    for comment in document.comments:
        span = comment.span()
        match = _COMMENT.match(" ".join(comment.value.split()))
        if not match or span is None:
            continue
        names = match[2].partition("--")[0]
        rules = tuple(name for name in re.split(r"[\s,]+", names.strip()) if name)
        if match[1] == "enable":
            found = [
                replace(one, end=min(one.end, span.start))
                if one.whole and (not rules or not one.rules or set(rules) & set(one.rules))
                else one
                for one in found
            ]
        elif match[1] == "disable":
            found += _each(rules, Directive((), span, span.start, length, whole=True))
        else:
            line = document.source.position(span.end).line + 1
            if line <= document.source.line_count:
                start = document.source.line_span(line).start
                end = document.source.line_span(line).end + 1
            else:
                start = end = length
            found += _each(rules, Directive((), span, start, end, whole=False))
    return tuple(found)


def _each(rules: tuple[str, ...], pattern: Directive) -> list[Directive]:
    # one a rule, so that each can be told useless, and ended, alone
    return [replace(pattern, rules=(rule,)) for rule in rules] or [pattern]


def apply(
    document: Document, verdicts: tuple[Verdict, ...], rules: Mapping[str, Rule]
) -> tuple[Verdict, ...]:
    """The verdicts without what the article silences, and one about comments that silence nothing.

    A rule whose findings are all silenced counts as skipped: it has no part in the score.
    """
    found = directives(document)
    if not found:
        return verdicts
    ids = _ids(rules)
    used: set[int] = set()
    kept = tuple(_silenced(verdict, found, ids, used) for verdict in verdicts)
    on = {verdict.rule for verdict in verdicts}
    useless = tuple(_useless(document, found, used, ids, on))
    if not useless:
        return kept
    return (
        *kept,
        Verdict(
            rule=RULE_ID,
            category=Category.CONTENT,
            status=Status.FAILED,
            severity=Severity.WARNING,
            evidence=None,
            weight=0,
            findings=useless,
        ),
    )


def _silenced(
    verdict: Verdict,
    found: Iterable[Directive],
    ids: Mapping[str, frozenset[str]],
    used: set[int],
) -> Verdict:
    findings: list[PlacedFinding] = []
    for finding in verdict.findings:
        silencers = [
            number
            for number, one in enumerate(found)
            if one.covers(verdict.rule, finding.place, ids)
        ]
        used.update(silencers)
        if not silencers:
            findings.append(finding)
    if len(findings) == len(verdict.findings):
        return verdict
    if not findings:
        # not judged, so that silence adds nothing to the score: only mending does
        return replace(verdict, status=Status.SKIPPED, score=None, findings=())
    return with_findings(verdict, tuple(findings))


def _useless(
    document: Document,
    found: tuple[Directive, ...],
    used: set[int],
    ids: Mapping[str, frozenset[str]],
    on: set[str],
) -> Iterator[PlacedFinding]:
    for number, one in enumerate(found):
        if number in used:
            continue
        known = [name for name in one.rules if name in ids]
        if known and not any(ids[name] & on for name in known):
            continue  # the rule did not run: nobody can say that the comment is useless
        fault = USELESS if known or not one.rules else UNKNOWN
        yield PlacedFinding(
            fault=fault,
            values={"rules": ", ".join(one.rules) or "*"},
            severity=Severity.WARNING,
            place=place(document.source, one.span),
            excerpt=" ".join(document.source.text[one.span.start : one.span.end].split())[:120],
            fingerprint=f"{RULE_ID}-{number}-{'-'.join(one.rules)}",
        )


def _ids(rules: Mapping[str, Rule]) -> Mapping[str, frozenset[str]]:
    """Names that a comment may use: each rule's, and each category's for its rules."""
    named = {name: frozenset({name}) for name in rules}
    for category in Category:
        named[category.value] = frozenset(
            rule.id for rule in rules.values() if rule.category is category
        )
    return named
