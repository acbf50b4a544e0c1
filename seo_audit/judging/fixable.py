"""What a fix may not touch, and what makes a suggestion of it: asked of the source's text, whatever the parser believes.

A parser and a proof by the same parser share what they do not see. So nothing is edited in templates, formulas,
components and places that silence the rule; and what lies in the front matter or in an attribute, or changes the
anchor of a heading, is never done without asking.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from seo_audit.document import Block, BlockKind, Document
from seo_audit.judging import suppression
from seo_audit.judging.edited_text import Places, edited, replacements
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.markdown.names import heading_ids
from seo_audit.report import PlacedFinding, Verdict
from seo_audit.rule import Edit, Fix, Rule
from seo_audit.source import Span, merged

ANCHOR = Message(
    fr="L’ancre de l’intertitre change : les liens qui y mènent se perdent.",
    en="The heading’s anchor changes: links to it are lost.",
)
METADATA = Message(
    fr="C’est une valeur des métadonnées, que d’autres outils lisent aussi.",
    en="It is a value of the metadata, which other tools read too.",
)

_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}", "<?": "?>", "<%": "%>", "$$": "$$", "\\(": "\\)", "\\[": "\\]", "[[": "]]",
          "<!--": "-->", "{/*": "*/}"}  # fmt: skip
_OPENER = regex("|".join(re.escape(opener) for opener in sorted(_PAIRS, key=len, reverse=True)))
_LINE = regex(
    # a formula within a line, braces, a component, a fenced or quoted name; the sign that each begins with stands first,
    # so that all else is passed over fast
    r"\$(?<![\w$\\]\$)(?=\S)[^$\n]++(?<=\S)\$(?![\w$])"
    r"|\{[^{}\n]*+\}"
    r"|</?[A-Z][\w.]*+(?:[^<>{}]|\{[^{}]*+\})*+>"
)
_IMPORT = regex(r"^(?:import|export)\s[^\n]*+$", re.MULTILINE)
_IMPORTS = ("import", "export")
"""What MDX imports; scripts of pages hold these words, seldom where a line begins."""


def apply(
    document: Document, verdicts: tuple[Verdict, ...], rules: Mapping[str, Rule]
) -> tuple[Verdict, ...]:
    """The verdicts, whose findings keep of their fixes what may be done."""
    fixes = [one.fix for verdict in verdicts for one in verdict.findings if one.fix]
    if not fixes:
        return verdicts
    last = max((edit.end for fix in fixes for edit in fix.edits), default=0)
    limits = Limits(document, rules, last)
    return tuple(
        replace(verdict, findings=tuple(limits.kept(finding) for finding in verdict.findings))
        if any(finding.fix for finding in verdict.findings)
        else verdict
        for verdict in verdicts
    )


class Limits:
    """Where the fixes of one article end; the last of its edits ends at `last`."""

    def __init__(self, document: Document, rules: Mapping[str, Rule], last: int) -> None:
        self._document = document
        self._rules = rules
        self._last = last
        self._silent: dict[str, Sequence[Span]] = {}

    def kept(self, finding: PlacedFinding) -> PlacedFinding:
        """The finding with what remains of its fix: safe edits, else suggested ones, else none."""
        fix = finding.fix
        if fix is None:
            return finding
        allowed = [edit for edit in fix.edits if not self._is_out_of_bounds(edit, finding.rule)]
        if not fix.safe:
            # a suggestion is taken whole or not at all
            whole = len(allowed) == len(fix.edits) > 0
            return finding if whole else replace(finding, fix=None)
        anchors = self._changing_anchors(allowed)
        doubts = [self._doubt(edit, anchors) for edit in allowed]
        safe = tuple(edit for edit, doubt in zip(allowed, doubts, strict=True) if not doubt)
        if len(safe) == len(fix.edits) and safe:
            return finding
        if safe:
            return replace(finding, fix=Fix(safe))
        why = next(filter(None, doubts), None)
        return replace(finding, fix=Fix(tuple(allowed), safe=False, why=why) if why else None)

    def _is_out_of_bounds(self, edit: Edit, rule: str) -> bool:
        return _is_in(self._kept_out, edit) or _is_in(self._silenced(rule), edit)

    def _silenced(self, rule: str) -> Sequence[Span]:
        if rule not in self._silent:
            named = (one for one in self._directives if one.names(rule, self._ids))
            self._silent[rule] = merged((one.start, one.end) for one in named)
        return self._silent[rule]

    def _doubt(self, edit: Edit, anchors: Container[Edit]) -> Message | None:
        front_matter = self._document.front_matter
        if front_matter and edit.start < front_matter.span.end:
            return METADATA
        if _is_in(self._metas, edit):
            return METADATA
        return ANCHOR if edit in anchors else None

    def _changing_anchors(self, edits: Sequence[Edit]) -> set[Edit]:
        """The edits in headings whose anchor is another once they are made."""
        if self._document.format != "markdown":
            return set()
        by_heading: dict[int, list[Edit]] = {}
        for edit in edits:
            number = bisect_right(self._headings, edit.start, key=_start) - 1
            if number >= 0:
                by_heading.setdefault(number, []).append(edit)
        found: set[Edit] = set()
        for number, own in by_heading.items():
            _, block = self._headings[number]
            changes = list(replacements(block.text, own, references=True))
            new = edited(block.text.value, [change for _, change in changes])
            if new != block.text.value:
                then = replace(block, text=replace(block.text, value=new))
                source = self._document.source.text
                if heading_ids((block,), source) != heading_ids((then,), source):
                    found.update(edit for edit, _ in changes)
        return found

    @cached_property
    def _headings(self) -> list[tuple[int, Block]]:
        found = (
            (Places(block.text).start, block)
            for block in self._document.blocks
            if block.kind is BlockKind.HEADING and block.text.runs
        )
        return sorted(found, key=_start)

    @cached_property
    def _metas(self) -> list[Span]:
        head = self._document.head
        return merged(meta.span for meta in head.metas) if head else []

    @cached_property
    def _kept_out(self) -> list[Span]:
        if self._document.format == "text":
            return []
        return merged(kept_out(self._document.source.text, self._last))

    @cached_property
    def _directives(self) -> Sequence[suppression.Directive]:
        return suppression.directives(self._document)

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        return suppression.ids_by_name(self._rules)


def kept_out(text: str, before: int) -> Iterator[Span]:
    """Where a source in HTML or Markdown holds what is no text, by its signs alone, and begins before a place. Linear."""
    absent: set[str] = set()
    at = 0
    while (match := _OPENER.search(text, at)) and match.start() < before:
        closer = _PAIRS[match[0]]
        end = -1 if closer in absent else text.find(closer, match.end())
        if end < 0:
            absent.add(closer)
            at = match.end()
        else:
            at = end + len(closer)
            yield Span(match.start(), at)
    for match in _LINE.finditer(text):
        if match.start() >= before:
            break
        yield Span(*match.span())
    if text.startswith(_IMPORTS) or any(f"\n{word}" in text for word in _IMPORTS):
        yield from (Span(*match.span()) for match in _IMPORT.finditer(text))


def _is_in(spans: Sequence[Span], edit: Edit) -> bool:
    number = bisect_right(spans, edit.start, key=_first)
    # an insertion at an end stands outside
    before = number and spans[number - 1].end > edit.start
    after = number < len(spans) and spans[number].start < edit.end
    return bool(before and (spans[number - 1].start < edit.end)) or after


def _first(span: Span) -> int:
    return span.start


def _start(pair: tuple[int, object]) -> int:
    return pair[0]
