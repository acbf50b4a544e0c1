"""What is said once of a run: remarks on how articles are audited, which weigh nothing and have no place.

In a report of one article a remark is a finding like others. In one of several it stands apart, with what the articles
have in common of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.judging.gate import Outcome
from seo_audit.lazy import regex
from seo_audit.message import Language, Message
from seo_audit.report import PlacedFinding, Report, Status, Verdict, is_remark

SAID = Message(
    fr="{count:# article|# articles} : {message}", en="{count:# article|# articles}: {message}"
)


class Remark(Struct, frozen=True):
    """A remark on one article, in a language."""

    rule: str
    message: str
    advice: str


class SaidOnce(Struct, frozen=True):
    """What the remarks of one rule have in common, and the numbers of their articles."""

    rule: str
    message: str
    advice: str
    articles: tuple[int, ...]

    def said(self, language: Language) -> str:
        """Of how many articles it is said, and what."""
        return SAID.say(language, {"count": len(self.articles), "message": self.message})


def apart(
    report: Report, outcome: Outcome, language: Language
) -> tuple[Report, tuple[Remark, ...]]:
    """A report without its remarks, and these. One that makes the article fail is none; their rules gave no answer."""
    found: list[Remark] = []
    verdicts: list[Verdict] = []
    for verdict in report.verdicts:
        rest: list[PlacedFinding] = []
        for one in verdict.findings:
            if is_remark(verdict, one) and one.severity not in outcome.failing:
                found.append(Remark(verdict.rule, one.message(language), one.advice(language)))
            else:
                rest.append(one)
        if len(rest) == len(verdict.findings):
            verdicts.append(verdict)
        elif rest:
            verdicts.append(replace(verdict, findings=tuple(rest)))
        else:
            verdicts.append(replace(verdict, findings=(), status=Status.SKIPPED, score=None))
    return (replace(report, verdicts=tuple(verdicts)) if found else report), tuple(found)


def said_once(articles: Sequence[Iterable[Remark]]) -> Iterator[SaidOnce]:
    """The remarks on the articles of a run, one for each rule."""
    told: dict[str, list[tuple[int, Remark]]] = defaultdict(list)
    for number, remarks in enumerate(articles):
        for one in remarks:
            told[one.rule].append((number, one))
    for rule, found in told.items():
        yield SaidOnce(
            rule,
            _common([one.message for _, one in found]),
            _common([one.advice for _, one in found]),
            tuple(dict.fromkeys(number for number, _ in found)),
        )


def _common(texts: Sequence[str]) -> str:
    """The sentences with which all texts begin: the rest is about one article. The first text where there are none."""
    if len(set(texts)) == 1:
        return texts[0]
    sentences = zip(*(_END.split(text) for text in texts), strict=False)
    shared = [one[0] for one in takewhile(lambda same: len(set(same)) == 1, sentences)]
    return " ".join(shared) or texts[0]


_END = regex(r"(?<=[.!?]) ")
