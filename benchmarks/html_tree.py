"""Whose tree of a page is the browser's: ours, turbohtml's, Beautiful Soup's by each of its parsers.

    python benchmarks/html_tree.py [--tests FOLDER] [--pages FOLDER] [--soups 2000] [--rounds 5]

FOLDER of --tests holds the files of html5lib-tests' “tree-construction” (else $HTML5LIB_TESTS); that of --pages real
HTML pages, whose trees are compared with turbohtml's, which passes nearly all of those tests. Parsers that are not
installed are left out. Time is processor time, the least of several rounds, as a multiple of Beautiful Soup's with lxml.

tests   share of the tests whose tree is equal: elements, attributes, texts; comments and doctypes apart
faults  how many of the project's own ordinary faults are mended as browsers do
soups   share of random tag soups whose tree is turbohtml's
pages   pages whose elements and texts are equal to turbohtml's, white space at the ends of texts apart
time    of all pages; ours with the places of tags, attributes and texts
places  which places in the source a parser tells
"""

import argparse
import gc
import importlib.util
import os
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from bs4 import BeautifulSoup
from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from html_trees import conformance_tests, soup_dump, tag_soups, turbohtml_dump, without_comments

from seo_audit.parsing.html import dump
from seo_audit.parsing.html.construction import construct
from seo_audit.parsing.html.construction.flattening import flatten
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.html.soup import NAME
from seo_audit.source import Source, decode

FAULTS = Path(__file__).parent.parent / "tests" / "data" / "html"


class Parser(Struct, frozen=True):
    name: str
    tree: Callable[[str], str]
    """The tree of a page, as text."""
    run: Callable[[str], object]
    """What is timed."""
    places: str


def _soup(name: str, needs: str, places: str) -> Iterable[Parser]:
    if not needs or importlib.util.find_spec(needs):
        if needs == "soup5ever":
            importlib.import_module(needs)
        yield Parser(
            f"bs4 + {needs or name}",
            lambda page: soup_dump(page, name),
            lambda page: BeautifulSoup(page, name),
            places,
        )


def parsers() -> Iterable[Parser]:
    yield Parser(
        "ours", lambda page: without_comments(dump(page)), _flat, "tags, attributes, texts"
    )
    yield Parser(
        "ours, to a document",
        lambda page: without_comments(dump(page)),
        lambda page: parse(Source(page, "a.html")),
        "tags, attributes, texts",
    )
    yield from _soup(NAME, "", "–")
    yield from _soup("lxml", "lxml", "lines of tags")
    yield from _soup("html.parser", "", "lines and columns of tags")
    yield from _soup("html5lib", "html5lib", "lines and columns of tags")
    yield from _soup("html5ever", "soup5ever", "–")
    if importlib.util.find_spec("turbohtml"):
        import turbohtml

        yield Parser(
            "turbohtml",
            lambda page: without_comments(turbohtml_dump(page)),
            lambda page: turbohtml.parse(page, source_locations=True),
            "tags, attributes",
        )


def _flat(page: str) -> object:
    return flatten(construct(page))


def loosely(tree: str) -> str:
    """A tree as no parser can have it otherwise for mere taste.

    White space collapsed, texts of nothing else left out; in lower case; no namespaces; `head` and `body` always there.
    """
    kept: list[str] = []
    for line in without_comments(tree).removeprefix("| ").split("\n| "):
        mark = " ".join(line.split())
        if mark.startswith('"'):
            mark = f'"{mark[1:-1].strip()}"'
        if mark not in ("", '""'):
            kept.append(line[: len(line) - len(line.lstrip())] + mark.lower().replace(' "', '"'))
    text = re.sub(r"<(?:svg|math) ", "<", "\n".join(kept))
    text = re.sub(r"(?m)^( *)(xlink|xml|xmlns) (\w+=)", r"\1\2:\3", text)
    text = text.strip().replace('=" ', '="')
    if not text.startswith("<html>"):
        return "<html>\n  <head>\n  <body>\n" + "\n".join(
            f"    {line}" for line in text.split("\n")
        )
    for line, behind in (("\n  <head>", "<html>"), ("\n  <body>", "")):
        if line not in text:
            text = text.replace(behind, behind + line, 1) if behind else text + line
    return text


def same(parser: Parser, page: str, expected: str) -> bool:
    try:
        return loosely(parser.tree(page)) == loosely(expected)
    except Exception:  # noqa: BLE001  a parser that fails has no tree
        return False


def seconds(work: Callable[[str], object], pages: list[str]) -> float:
    gc.collect()
    start = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - start


def main() -> None:
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--tests", type=Path, default=os.environ.get("HTML5LIB_TESTS"))
    words.add_argument("--pages", type=Path)
    words.add_argument("--soups", type=int, default=2000)
    words.add_argument("--rounds", type=int, default=5)
    given = words.parse_args()
    warnings.simplefilter("ignore")
    tests = list(conformance_tests(Path(given.tests))) if given.tests else []
    faults = list(conformance_tests(FAULTS))
    files = sorted(given.pages.rglob("*.html")) if given.pages else []
    pages = [decode(path.read_bytes()).text for path in files]
    known = list(parsers())
    oracle = next((one.tree for one in known if one.name == "turbohtml"), None)
    soups = list(tag_soups(1, given.soups)) if oracle else []
    took = {one.name: min(seconds(one.run, pages) for _ in range(given.rounds)) for one in known}
    measure = took.get("bs4 + lxml") or 0
    print(
        f"{len(tests)} tests, {len(faults)} faults, {len(soups)} soups, {len(pages)} pages\n"
        f"{'':20}{'tests':>8}{'faults':>8}{'soups':>8}{'pages':>8}{'time':>8}  places"
    )
    for one in known:
        right = sum(same(one, test.markup, test.expected) for test in tests)
        mended = sum(same(one, test.markup, test.expected) for test in faults)
        alike = sum(same(one, page, oracle(page)) for page in soups) if oracle else 0
        equal = sum(same(one, page, oracle(page)) for page in pages) if oracle else 0
        shown = (
            f"{100 * right / len(tests):7.1f}%" if tests else f"{'–':>8}",
            f"{mended:8}",
            f"{100 * alike / len(soups):7.1f}%" if soups else f"{'–':>8}",
            f"{equal:8}",
            f"{took[one.name] / measure:8.2f}" if measure else f"{'–':>8}",
        )
        print(f"{one.name:20}{''.join(shown)}  {one.places}")


if __name__ == "__main__":
    main()
