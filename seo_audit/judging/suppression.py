"""Comments in an article that silence rules, and what becomes of those that silence nothing.

`<!-- seo-audit-disable RULE, RULE -- reason -->` holds to the end, or to
`<!-- seo-audit-enable RULE -->`; `<!-- seo-audit-disable-next-line RULE -->` for the line after the
one the comment ends on. Without a rule, all are meant; a category names its rules. Findings about
the article as a whole are silenced by a plain `disable` wherever it stands.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import Document
from seo_audit.judging.placing import place, with_findings
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.report import PlacedFinding, Status, Verdict
from seo_audit.rule import Category, Fault, Rule, Severity
from seo_audit.source import Span

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


class Directive(Struct, frozen=True):
    """A comment of ours: from `start` to `end` (offsets), findings of `rules` are silenced.

    `rules` empty means all. `whole` says that findings about the article as a whole are silenced too.
    """

    rules: tuple[str, ...]
    span: Span
    start: int
    end: int
    whole: bool

    def names(self, rule: str, ids: Mapping[str, frozenset[str]]) -> bool:
        """Whether it is about a rule."""
        return not self.rules or any(rule in ids.get(name, ()) for name in self.rules)


_COMMENT = regex(
    r"\s*seo-audit-(disable-next-line|disable|enable)(?![\w-])([^\n]*?)\s*\Z", re.DOTALL
)


def directives(document: Document) -> tuple[Directive, ...]:
    """The comments of ours in a document, in order."""
    found: list[Directive] = []
    # what `enable` may end: rule named ("" for all) → numbers in `found`
    open_: dict[str, list[int]] = defaultdict(list)
    length = len(document.source.text) + 1
    for comment in document.comments:
        span = comment.span()
        match = _COMMENT.match(" ".join(comment.value.split()))
        if not match or span is None:
            continue
        names = match[2].partition("--")[0]
        rules = tuple(name for name in re.split(r"[\s,]+", names.strip()) if name)
        if match[1] == "enable":
            for name in ("", *rules) if rules else tuple(open_):
                for number in open_.pop(name, ()):
                    found[number] = replace(found[number], end=span.start)
        elif match[1] == "disable":
            for one in _each(rules, Directive((), span, span.start, length, whole=True)):
                open_["".join(one.rules)].append(len(found))
                found.append(one)
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
    document: Document,
    verdicts: tuple[Verdict, ...],
    rules: Mapping[str, Rule],
    of_sites: Iterable[str] = (),
) -> tuple[Verdict, ...]:
    """The verdicts without what the article silences, and one about comments that silence nothing.

    A rule whose findings are all silenced counts as skipped: it has no part in the score. `of_sites` are ids of rules
    that a comment may name, too, and that judge no article.
    """
    found = directives(document)
    if not found:
        return verdicts
    ids = {**ids_by_name(rules), **{name: frozenset({name}) for name in of_sites}}
    ids[Category.SITE.value] = frozenset(of_sites)
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
    # findings stand in the order of their places, those of the whole article first
    offsets = [one.place.offset if one.place else -1 for one in verdict.findings]
    placed = bisect_left(offsets, 0)
    silent = [0] * (len(offsets) + 1)
    for number, one in enumerate(found):
        if not offsets or not one.names(verdict.rule, ids):
            continue
        ranges = [(bisect_left(offsets, one.start), bisect_left(offsets, one.end))]
        if one.whole:
            ranges.append((0, placed))
        for first, last in ranges:
            if first < last:
                # +1 where it begins to be silent, -1 behind: summed up below
                silent[first] += 1
                silent[last] -= 1
                used.add(number)
    findings = [
        finding
        for finding, silencers in zip(verdict.findings, accumulate(silent), strict=False)
        if not silencers
    ]
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
            rule=RULE_ID,
        )


def ids_by_name(rules: Mapping[str, Rule]) -> Mapping[str, frozenset[str]]:
    """Names that a comment may use: each rule's, and each category's for its rules."""
    named = {name: frozenset({name}) for name in rules}
    for category in Category:
        named[category.value] = frozenset(
            rule.id for rule in rules.values() if rule.category is category
        )
    return named
