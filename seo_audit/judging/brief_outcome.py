"""What came of a brief: each of its keys with what was asked, what was found, and whether it is met."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from seo_audit.brief.brief import Brief
from seo_audit.brief.outcome import BriefOutcome, Demand
from seo_audit.measures import Measures
from seo_audit.report import Status, Verdict
from seo_audit.rule import Rule, Severity

if TYPE_CHECKING:
    from seo_audit.brief.outcome import FactCheck
    from seo_audit.brief.overlap import Overlap


def brief_outcome(
    measures: Measures, verdicts: Iterable[Verdict], rules: Mapping[str, Rule]
) -> BriefOutcome | None:
    """What came of the article's brief; None when it has none. `rules` say which keys they answer."""
    brief = measures.target.brief
    if brief is None:
        return None
    facts = measures.facts
    demands = {
        demand.key: demand for demand in _demands(brief, measures, _of_source(verdicts, rules))
    }
    return BriefOutcome(
        brief.name,
        tuple(demands[key] for key in brief.asked),
        facts.attributed if facts else (),
        measures.reference_vocabulary,
    )


def _demands(brief: Brief, measures: Measures, of_source: tuple[Verdict, ...]) -> Iterator[Demand]:
    words, subheadings = measures.word_count, len(measures.subheadings)
    least, most = brief.minimum_words, brief.maximum_words
    if least is not None:
        yield Demand("minimum_words", least, words, words >= least)
    if most is not None:
        yield Demand("maximum_words", most, words, words <= most)
    if brief.minimum_subheadings is not None:
        met = subheadings >= brief.minimum_subheadings
        yield Demand("minimum_subheadings", brief.minimum_subheadings, subheadings, met)
    if brief.language:
        found = measures.language
        met_language = None if found == "und" else found == brief.language
        yield Demand("language", brief.language, found, met_language)
    if brief.keyphrase:
        named = measures.mentions(brief.keyphrase)
        yield Demand("keyphrase", brief.keyphrase, brief.keyphrase if named else None, named)
    for key, phrases in (("secondary", brief.secondary), ("must_mention", brief.must_mention)):
        if phrases:
            said = tuple(phrase for phrase in phrases if measures.mentions(phrase))
            yield Demand(key, phrases, said, said == phrases)
    if brief.source and measures.facts and measures.overlap:
        found_there = _beside_source(measures.facts, measures.overlap)
        yield Demand("source", brief.source.name, found_there, _is_met(of_source))
    if brief.reference:
        vocabulary = measures.reference_vocabulary
        pages = tuple(page.name for page in vocabulary.pages) if vocabulary else ()
        yield Demand("reference", tuple(one.name for one in brief.reference), len(pages), None)


def _beside_source(facts: "FactCheck", overlap: "Overlap") -> Mapping[str, int | float]:
    return {
        "overlap_share": round(overlap.share, 4),
        "copied_words": overlap.words,
        "facts_added": len(facts.added),
        "facts_attributed": len(facts.attributed),
        "facts_lost": len(facts.lost),
    }


def _of_source(verdicts: Iterable[Verdict], rules: Mapping[str, Rule]) -> tuple[Verdict, ...]:
    """The verdicts of the rules that compare the article with its source."""
    return tuple(
        one for one in verdicts if one.rule in rules and "source" in rules[one.rule].answers
    )


def _is_met(of_source: tuple[Verdict, ...]) -> bool | None:
    """Whether the rules about the source find nothing graver than an information; None when none answered."""
    answered = [one for one in of_source if one.status in (Status.PASSED, Status.FAILED)]
    if not answered:
        return None
    return all(
        finding.severity is Severity.INFO for verdict in answered for finding in verdict.findings
    )
