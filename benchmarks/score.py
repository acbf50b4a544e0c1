"""Does the score tell articles apart? Correct ones, the same spoilt in ten ways, and a folder of real ones.

    python benchmarks/score.py [--real FOLDER] [--sets 8] [--seed 1]

Prints the median of correct articles (Markdown and HTML), the mean of each way to spoil them and of 1, 2, 4, 6
and 8 ways at once beside the most they may be, then the tenths of the real articles under FOLDER, and the best
one that the gate refuses.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import mean, median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from spoiling import ARTICLES, WAYS, as_html

from seo_audit import api
from seo_audit.config.config import Config
from seo_audit.judging.gate import judge

MOST = {1: 93, 2: 86, 4: 70, 6: 55, 8: 42}
"""The mean that articles with so many faults may have at most."""

SUFFIXES = frozenset((".html", ".htm", ".md", ".mdx", ".markdown", ".txt"))

CORRECT = 97
"""The median that correct articles have at least."""


def scores(texts: Iterable[str]) -> Iterator[int]:
    """Each text's score, as Markdown and as a page."""
    for text in texts:
        for form, one in (("markdown", text), ("html", as_html(text))):
            score = api.audit(one, Config(), format=form).score
            assert score is not None
            yield score


def spoilt(text: str, ways: Iterable[str]) -> str:
    """The text spoilt in these ways, in the order in which they stand."""
    chosen = set(ways)
    for name, way in WAYS.items():
        if name in chosen:
            text = way(text)
    return text


def synthetic(sets: int, seed: int) -> bool:
    texts = [path.read_text("utf-8") for path in ARTICLES]
    found = list(scores(texts))
    good = median(found) >= CORRECT
    print(f"correct          median {median(found):5.1f}  least {min(found)}  (at least {CORRECT})")
    for name in WAYS:
        found = list(scores(spoilt(text, [name]) for text in texts))
        print(f"  {name:24} mean {mean(found):5.1f}  from {min(found)} to {max(found)}")
    random = Random(seed)
    for count, most in MOST.items():
        found = list(
            scores(
                spoilt(text, random.sample(list(WAYS), count))
                for text in texts
                for _ in range(sets)
            )
        )
        good &= mean(found) <= most
        print(
            f"{count} faults         mean {mean(found):5.1f}  from {min(found)} to {max(found)}  (at most {most})"
        )
    return good


def real(folder: Path) -> None:
    found, refused = [], []
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    for report in api.audit_many(paths, Config()):
        if report.score is not None:
            found.append(report.score)
            if not judge(report, Config().gate).passed:
                refused.append(report.score)
    tenths = quantiles(found, n=10, method="inclusive")
    print(f"{len(found)} real articles, tenths: {' '.join(f'{one:.0f}' for one in tenths)}")
    print(
        f"median {median(found):.0f}, ninth less first tenth {tenths[-1] - tenths[0]:.0f}; "
        f"{len(refused)} refused, the best at {max(refused, default=0)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--real", type=Path)
    parser.add_argument("--sets", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    good = synthetic(options.sets, options.seed)
    if options.real:
        real(options.real)
    sys.exit(not good)


if __name__ == "__main__":
    main()
