"""F1@5 and F1@10 of keyphrase candidates, by lemma: ours, YAKE, the most frequent phrases.

    python benchmarks/keyphrases.py FILE.jsonl...

A file holds one JSON object a line: "title", "text", "keyphrases" (the gold). YAKE is run when it
is installed (`pip install yake`). A prediction counts when all its words have the lemmas of a gold
phrase's; phrases with the same lemmas count once; F1 is the mean over the documents.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from seo_audit.analysis.keyphrases import candidates
from seo_audit.french import lemma
from seo_audit.french.phrases import is_function_word

Finder = Callable[[str, str], list[str]]

_WORD = re.compile(r"\w+")


def by_lemma(phrase: str) -> str:
    return " ".join(map(lemma, _WORD.findall(phrase.lower())))


def f1(predicted: Iterable[str], gold: Sequence[str], k: int) -> float:
    wanted = {by_lemma(phrase) for phrase in gold}
    first = list(dict.fromkeys(map(by_lemma, predicted)))[:k]
    hits = sum(phrase in wanted for phrase in first)
    return 2 * hits / (len(first) + len(wanted)) if hits else 0.0


def ours(title: str, text: str) -> list[str]:
    parts = [("title", title), *(("text", part) for part in re.split(r"\n+", text) if part.strip())]
    return [candidate.phrase for candidate in candidates(parts, 20)]


def most_frequent(title: str, text: str) -> list[str]:
    """The most frequent runs of one to three words without function words, a plain baseline."""
    counted: Counter[str] = Counter()
    for clause in re.split(r"[^\w\s’'-]+|\n", f"{title}. {text}".lower()):
        words = _WORD.findall(clause)
        for size in (1, 2, 3):
            for run in zip(*(words[start:] for start in range(size)), strict=False):
                if not any(map(is_function_word, run)) and not run[0].isdigit():
                    counted[" ".join(run)] += 1
    return [phrase for phrase, _ in counted.most_common(20)]


def yake(longest: int) -> Finder | None:
    try:
        from yake import KeywordExtractor
    except ImportError:
        return None
    extractor: Any = KeywordExtractor(lan="fr", n=longest, top=20)
    return lambda title, text: [
        phrase
        for phrase, _ in extractor.extract_keywords(
            text if text.strip().startswith(title.strip()) else f"{title}.\n{text}"
        )
    ]


def main(paths: Sequence[str]) -> None:
    finders: dict[str, Finder | None] = {
        "seo-audit": ours,
        "YAKE, 2 words": yake(2),
        "YAKE, 3 words": yake(3),
        "most frequent": most_frequent,
    }
    for path in paths:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line.strip()]
        print(f"{Path(path).stem}, {len(documents)} documents")
        for name, finder in finders.items():
            if finder is None:
                print(f"  {name:14}  not installed")
                continue
            start = time.process_time()
            found = [finder(document["title"], document["text"]) for document in documents]
            spent = 1000 * (time.process_time() - start) / len(documents)
            at = {
                k: sum(
                    f1(predicted, document["keyphrases"], k)
                    for predicted, document in zip(found, documents, strict=True)
                )
                for k in (5, 10)
            }
            print(
                f"  {name:14}  F1@5 {100 * at[5] / len(documents):4.1f}"
                f"  F1@10 {100 * at[10] / len(documents):4.1f}  {spent:6.1f} ms a document"
            )


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    main(sys.argv[1:])
