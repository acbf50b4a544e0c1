"""How well the main content is found: word-level F1 against texts, snippets in and out.

    python benchmarks/main_content.py PATH... [--worst N] [--list]

A PATH is a folder that holds, anywhere below it, pages with an expectation beside them:

- `source.html` with `expected.html` (the article as HTML),
- `NAME.html` with `NAME.expected.json`: `{"text": "…"}`, or `{"with": […], "without": […]}`,
  or fundus's `{"V1": {"body": {"summary": […], "sections": [{"headline": […], "paragraphs": […]}]}}}`;

or a JSON file of the shape `{"<url>": {"file": "NAME.html", "with": […], "without": […]}}`, whose
pages lie in folders beside it.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from seo_audit.errors import SeoAuditError
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.html.soup import NAME
from seo_audit.source import read

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Case:
    """A page and what is expected of it: a text, or snippets."""

    path: Path
    text: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    case: Case
    f1: float = 0.0
    precision: float = 0.0
    recall: float = 0.0
    missing: tuple[str, ...] = ()
    leaked: tuple[str, ...] = ()
    text: str = field(default="", repr=False)


def cases(path: Path) -> Iterator[Case]:
    if path.suffix == ".json":
        folders = [folder for folder in path.parent.iterdir() if folder.is_dir()]
        for entry in json.loads(path.read_text("utf-8")).values():
            for folder in folders:
                page = folder / entry["file"]
                if page.is_file():
                    yield _case(page, entry)
                    break
        return
    for expected in sorted(path.rglob("expected.html")):
        soup = BeautifulSoup(expected.read_text("utf-8"), NAME)
        yield Case(expected.with_name("source.html"), _visible(soup))
    for expected in sorted(path.rglob("*.expected.json")):
        page = expected.with_name(expected.name.replace(".expected.json", ".html"))
        yield _case(page, json.loads(expected.read_text("utf-8")))


def _case(page: Path, data: dict[str, Any]) -> Case:
    if "V1" in data:
        # several articles, in the order of their pages' dates
        number = sorted(page.parent.glob(f"{page.name.split('_')[0]}_*.html")).index(page)
        body = data[f"V1_{number}" if number else "V1"]["body"]
        parts = [*body["summary"]]
        for section in body["sections"]:
            parts += [*section["headline"], *section["paragraphs"]]
        return Case(page, "\n".join(parts))
    text = data.get("text") or data.get("articleBody") or ""
    return Case(page, text, tuple(data.get("with", ())), tuple(data.get("without", ())))


def _visible(soup: BeautifulSoup) -> str:
    for tag in soup.find_all(["script", "style"]):
        tag.decompose()
    inline = {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    }
    parts: list[str] = []
    node: Any = soup
    while node is not None:
        if isinstance(node, str):
            parts.append(node)
        elif node.name not in inline:
            parts.append("\n")
        node = node.next_element if node is not soup else (soup.contents or [None])[0]
    return "".join(parts)


def measure(case: Case) -> Result:
    text = parse(read(case.path)).text
    if case.text:
        got, wanted = (Counter(_WORD.findall(each.lower())) for each in (text, case.text))
        common = (got & wanted).total()
        precision = common / got.total() if got else 0.0
        recall = common / wanted.total() if wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if common else 0.0
        return Result(case, f1, precision, recall, text=text)
    flat = " ".join(text.split())
    return Result(
        case,
        missing=tuple(each for each in case.inside if " ".join(each.split()) not in flat),
        leaked=tuple(each for each in case.outside if " ".join(each.split()) in flat),
        text=text,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to name")
    options = parser.parse_args()
    for path in options.paths:
        start = time.perf_counter()
        results: list[Result] = []
        for case in cases(path):
            try:
                results.append(measure(case))
            except SeoAuditError as error:
                print(error, file=sys.stderr)
        seconds = time.perf_counter() - start
        print(f"{path}: {len(results)} pages, {seconds:.1f} s")
        texts = [result for result in results if result.case.text]
        if texts:
            print(
                f"  texts     {len(texts)}: F1 {statistics.mean(r.f1 for r in texts):.4f},"
                f" precision {statistics.mean(r.precision for r in texts):.4f},"
                f" recall {statistics.mean(r.recall for r in texts):.4f}"
            )
            for result in sorted(texts, key=lambda result: result.f1)[: options.worst]:
                print(
                    f"    {result.f1:.3f} (p {result.precision:.2f}, r {result.recall:.2f})"
                    f" {result.case.path.relative_to(path)}"
                )
        snippets = [result for result in results if not result.case.text]
        if snippets:
            inside = sum(len(result.case.inside) for result in snippets)
            outside = sum(len(result.case.outside) for result in snippets)
            missing = sum(len(result.missing) for result in snippets)
            leaked = sum(len(result.leaked) for result in snippets)
            true = inside - missing
            f1 = 2 * true / (2 * true + missing + leaked) if true else 0.0
            print(
                f"  snippets  {len(snippets)} pages: {true}/{inside} in ({true / max(inside, 1):.1%}),"
                f" {outside - leaked}/{outside} out ({(outside - leaked) / max(outside, 1):.1%}), F1 {f1:.4f}"
            )
            bad = sorted(snippets, key=lambda result: -len(result.missing) - len(result.leaked))
            for result in bad[: options.worst]:
                if result.missing or result.leaked:
                    print(
                        f"    {result.case.path.name}: missing {result.missing}, not left out {result.leaked}"
                    )


if __name__ == "__main__":
    main()
