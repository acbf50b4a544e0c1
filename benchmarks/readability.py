"""How many pairs of texts each readability index puts in the right order: ours, and textstat's.

    python benchmarks/readability.py [FILE.jsonl...] [--join N] [--judged FILE.csv...]

A file holds one JSON object a line, with an easy and a hard text about the same thing, under the keys
"simple…" and "complex…" (WiViCo, CC BY-SA: a Vikidia passage and the Wikipédia passage it was aligned with). `--join`
(8) also joins the texts of N consecutive pairs, by a blank line: what is left over at the end is not used.

A file of `--judged` holds single sentences and how hard people found them, a column `Sentence` and a number under
`Rating` (ReadMe++, Naous et al. 2024): each pair of sentences of different ratings counts, and of the hardest tenth
after each index the share of the two highest ratings is shown.

Every text is read as the tool reads a plain-text article. Equal figures count as half a pair; an index that has none
for one of the two texts gets the pair wrong. The interval is that of 1,000 resamplings of the pairs (95 %).
"""

import argparse
import csv
import json
import random
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import combinations
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from textstat.textstat import textstatistics

from seo_audit.config.config import Config
from seo_audit.document import Document
from seo_audit.measures import PROSE, Measures
from seo_audit.parsing import parse
from seo_audit.rendering.textstat_indices import indices
from seo_audit.source import Source

Pair = tuple[str, str]
"""An easy text, a hard one."""

RESAMPLINGS = 1_000


class Text(NamedTuple):
    """A text as each index sees it."""

    document: Document
    measures: Measures

    @property
    def prose(self) -> str:
        """What textstat is given."""
        blocks = (block.text.value for block in self.document.blocks if block.kind in PROSE)
        return "\n\n".join(blocks)


def read(text: str) -> Text:
    source = Source(text, name="texte.txt")
    document = parse(source, Config().parsing_for(source), "text")
    return Text(document, Measures(document))


def paragraph(sentence: str) -> Text:
    source = Source(f"<article><p>{escape(sentence)}</p></article>", name="phrase.html")
    document = parse(source, Config().parsing_for(source), "html")
    return Text(document, Measures(document))


def flesch_kincaid(text: Text) -> float | None:
    """The grade of Kincaid (1975) on our counts, turned round: high is easy."""
    counts = text.measures.running_counts
    if counts is None:
        return None
    return -(0.39 * counts.words_a_sentence + 11.8 * counts.syllables_a_word)


def length_alone(text: Text) -> float | None:
    counts = text.measures.running_counts
    return -log(counts.words_a_sentence) if counts else None


def gulpease(text: Text) -> float:
    statistics = textstatistics()
    statistics.set_lang("fr")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(statistics.gulpease_index(text.prose))


def textstats(name: str, sign: int) -> Callable[[Text], float | None]:
    def index(text: Text) -> float | None:
        value = getattr(indices(text.document), name)
        return None if value is None else sign * value

    return index


INDICES: Mapping[str, Callable[[Text], float | None]] = {
    "seo-audit, readability": lambda text: text.measures.readability,
    "seo-audit, reading_ease (Kandel–Moles)": lambda text: text.measures.reading_ease,
    "Flesch–Kincaid, our counts": flesch_kincaid,
    "words a sentence, our counts": length_alone,
    "textstat, flesch_reading_ease (fr)": textstats("flesch_reading_ease", 1),
    "textstat, gulpease_index": gulpease,
    "textstat, lix": textstats("lix", -1),
    "textstat, rix": textstats("rix", -1),
    "textstat, gunning_fog": textstats("gunning_fog", -1),
    "textstat, flesch_kincaid_grade": textstats("flesch_kincaid_grade", -1),
    "textstat, coleman_liau_index": textstats("coleman_liau_index", -1),
}
"""Name of an index → its figure of a text, high for easy."""


def pairs(path: Path) -> Iterator[Pair]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            found: dict[str, Any] = json.loads(line)
            easy, hard = (
                next(text for key, text in found.items() if key.startswith(kind))
                for kind in ("simple", "complex")
            )
            yield easy, hard


def judged(path: Path) -> list[tuple[Text, float]]:
    """Sentences, each read as a paragraph of its own, and their ratings, high for hard."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["Sentence"], float(row["Rating"])) for row in csv.DictReader(file)]
    return [(paragraph(sentence), rating) for sentence, rating in rows]


def joined(found: Sequence[Pair], size: int) -> list[Pair]:
    """The pairs by `size`, each side's texts one after the other."""
    starts = range(0, len(found) - size + 1, size)
    groups = (zip(*found[start : start + size], strict=True) for start in starts)
    return [("\n\n".join(easy), "\n\n".join(hard)) for easy, hard in groups]


def right(easy: float | None, hard: float | None) -> float:
    """1 for the right order, ½ for none, 0 for the wrong one."""
    if easy is None or hard is None:
        return 0.0
    return 0.5 if easy == hard else float(easy > hard)


def interval(answers: Sequence[float]) -> tuple[float, float]:
    chance = random.Random(0)  # the same figures at every run
    means = sorted(
        sum(chance.choices(answers, k=len(answers))) / len(answers) for _ in range(RESAMPLINGS)
    )
    return means[RESAMPLINGS // 40], means[-RESAMPLINGS // 40]


def table(title: str, found: Sequence[Pair]) -> None:
    print(f"{title}, {len(found)} pairs")
    texts = [(read(easy), read(hard)) for easy, hard in found]
    for name, index in INDICES.items():
        answers = [right(index(easy), index(hard)) for easy, hard in texts]
        low, high = interval(answers)
        share = 100 * sum(answers) / len(answers)
        print(f"  {name:40} {share:5.1f} %  [{100 * low:.1f}, {100 * high:.1f}]")


def table_judged(title: str, found: Sequence[tuple[Text, float]]) -> None:
    ratings = [rating for _, rating in found]
    highest = sorted(set(ratings))[-2:]
    pairs = [pair for pair in combinations(range(len(found)), 2) if unlike(ratings, *pair)]
    print(f"{title}, {len(found)} sentences, {len(pairs)} pairs")
    for name, index in INDICES.items():
        figures = [index(text) for text, _ in found]
        answers = (right(*in_order(figures, ratings, one, other)) for one, other in pairs)
        hardest = sorted(
            (figure, rating)
            for figure, rating in zip(figures, ratings, strict=True)
            if figure is not None
        )[: len(found) // 10]
        high = sum(rating in highest for _, rating in hardest) / max(len(hardest), 1)
        print(
            f"  {name:40} {100 * sum(answers) / len(pairs):5.1f} %  of the hardest tenth {100 * high:.0f} %"
        )


def unlike(ratings: Sequence[float], one: int, other: int) -> bool:
    return ratings[one] != ratings[other]


def in_order(
    figures: Sequence[float | None], ratings: Sequence[float], one: int, other: int
) -> tuple[float | None, float | None]:
    """The figures of two sentences, that of the easier one first."""
    easy, hard = (one, other) if ratings[one] < ratings[other] else (other, one)
    return figures[easy], figures[hard]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--join", type=int, default=8)
    options.add_argument("--judged", nargs="*", type=Path, default=[])
    given = options.parse_args()
    for path in given.files:
        found = list(pairs(path))
        table(path.stem, found)
        groups = joined(found, given.join)
        if groups:
            table(f"{path.stem}, joined by {given.join}", groups)
    for path in given.judged:
        table_judged(path.stem, judged(path))


if __name__ == "__main__":
    main()
