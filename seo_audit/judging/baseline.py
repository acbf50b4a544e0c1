"""Findings accepted as they are: today's are noted in a file, and only new ones count from then on.

A finding is known by its file, its rule and its fingerprint, never by its line: edits elsewhere in
the article do not bring it back.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from seo_audit.errors import UNREADABLE, ConfigError, reason_of
from seo_audit.judging import score
from seo_audit.judging.placing import with_findings
from seo_audit.message import Message
from seo_audit.report import Report, Status
from seo_audit.source import printable_name

VERSION = 1
MAXIMUM_BYTES = 100_000_000

MISSING = Message(
    fr="{name} : fichier de référence (--baseline) introuvable",
    en="{name}: no such baseline file",
)
NOT_OURS = Message(
    fr="{name} : n’est pas un fichier de référence de seo-audit ; --write-baseline en écrit un",
    en="{name}: not a baseline of seo-audit; --write-baseline writes one",
)
NEWER = Message(
    fr="{name} : écrit par une version plus récente de seo-audit (format {version})",
    en="{name}: written by a newer version of seo-audit (format {version})",
)

Accepted = frozenset[tuple[str, str]]
"""Findings of one article that are accepted: rule and fingerprint."""

NOTHING: Accepted = frozenset()


class Baseline(Struct, frozen=True):
    """Findings accepted, by the article's path relative to `folder`, forward slashes."""

    folder: Path
    articles: Mapping[str, Accepted]

    def accepted(self, path: Path) -> Accepted:
        """The findings accepted in an article, given by its absolute path."""
        return self.articles.get(key(path, self.folder), NOTHING)


def key(path: Path, folder: Path) -> str:
    """What a baseline in a folder calls an article: its path from there, or the whole path on another drive."""
    try:
        return printable_name(os.path.relpath(path, folder))
    except ValueError:
        return printable_name(path)


def read(path: Path) -> Baseline:
    """A baseline file.

    Raises:
        ConfigError: it is missing, unreadable, or not a baseline.
    """
    name = printable_name(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAXIMUM_BYTES)
    except FileNotFoundError as error:
        raise ConfigError(MISSING, name=name) from error
    except OSError as error:
        raise ConfigError(UNREADABLE, name=name, reason=reason_of(error)) from error
    try:
        data = msgspec.json.decode(content)
        version = data["version"]
        if isinstance(version, int) and version > VERSION:
            raise ConfigError(NEWER, name=name, version=version)
        articles = {article: _known(rules) for article, rules in data["articles"].items()}
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(NOT_OURS, name=name) from error
    return Baseline(path.parent.absolute(), articles)


def text(findings: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    """A baseline file's text: a line a finding, sorted, so that a change shows what it accepts."""
    articles: dict[str, dict[str, list[str]]] = {}
    for article, found in sorted(findings.items()):
        rules: dict[str, list[str]] = {}
        for rule, fingerprint in sorted(found):
            rules.setdefault(rule, []).append(fingerprint)
        if rules:
            articles[article] = rules
    data = {"version": VERSION, "tool": "seo-audit", "articles": articles}
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"


def apply(report: Report, accepted: Accepted) -> tuple[Report, int]:
    """The report without the accepted findings, and how many of them are gone from the article.

    The score is that of what remains, as if the accepted findings were mended: a report's score
    always follows from its verdicts.
    """
    if not accepted or report.error:
        return report, 0
    asked = {verdict.rule for verdict in report.verdicts if verdict.status is not Status.BROKEN}
    there = {(verdict.rule, finding.fingerprint) for verdict, finding in report.findings}
    fixed = sum(rule in asked and (rule, print_) not in there for rule, print_ in accepted)
    verdicts = []
    for verdict in report.verdicts:
        kept = tuple(
            one for one in verdict.findings if (verdict.rule, one.fingerprint) not in accepted
        )
        if len(kept) != len(verdict.findings):
            weighed = verdict.score is not None
            verdict = with_findings(verdict, kept)  # noqa: PLW2901  the verdict that remains
            verdict = verdict if weighed else replace(verdict, score=None)  # noqa: PLW2901
        verdicts.append(verdict)
    words = report.words or 0
    return (
        replace(
            report,
            verdicts=tuple(verdicts),
            score=score.overall(verdicts, words),
            score_limit=score.limit(verdicts, words),
            categories=score.by_category(verdicts),
        ),
        fixed,
    )


def _known(rules: Any) -> Accepted:
    found = frozenset((rule, print_) for rule, prints in rules.items() for print_ in prints)
    if not all(isinstance(print_, str) for _, print_ in found):
        raise TypeError
    return found
