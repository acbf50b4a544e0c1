"""How well the main content is found, beside trafilatura where it is installed.

    python benchmarks/main_content.py PATH... [--worst N] [--save FOLDER] [--without-peer]

A PATH is a folder. Below it are looked for, in any folder:

- `source.html` with `expected.html`, the article as HTML (Mozilla's Readability),
- `ground-truth.json` with `html/ID.html`, texts by id under `articleBody` (Scrapinghub's benchmark),
- `evaldata.json`: `{"URL": {"file": NAME, "with": […], "without": […]}}`, pages in folders beside it (trafilatura),
- `NAME.json` with `NAME_DATE.html`: `{"V1": {"body": {"summary": […], "sections": […]}}}` (fundus),
- `NAME.expected.json` with `NAME.html`: `{"text": …}`, or one of the two forms before.

Every page may be compressed as `.html.gz`. Where a text is given, five figures are told: the mean F1 of words, the
same with the headline left out of both, and with captions too, of runs of four words (order counts), and as Scrapinghub
computes it, the F1 of mean precision and mean recall of those runs. The first counts the headline and the captions, which
this tool takes for parts of an article and these sets were mostly written without, against the tool; the second and third
count neither for nor against.
A text that is not on its page (fundus keeps several articles of a publisher in one file, and some without their pages)
tells nothing of either: such pages are left out and counted.
Where snippets are given, F1 over all of them. trafilatura (a peer, no dependency: `pip install
trafilatura`) is asked for tables and no comments, as its own evaluation asks it.
"""

import argparse
import gzip
import html
import importlib.util
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from msgspec import Struct

from seo_audit.document import BlockKind
from seo_audit.errors import SeoAuditError
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.html.soup import NAME
from seo_audit.source import decode

_WORD = re.compile(r"\w+")
_NO_TEXT = re.compile(r"(?is)<(script|style)\b.{0,2000000}?</\1\s*>")
_TAG = re.compile(r"<[^>]*>")
_RUN = 4
_INLINE = frozenset(
    {
        "a", "abbr", "b", "cite", "code", "em", "font", "i", "q", "s", "small", "span", "strong", "sub",
        "sup", "u",
    }
)  # fmt: skip


Extractor = Callable[[Path, bytes], str]
"""What makes a text of a page."""
Lines = frozenset[tuple[str, ...]]
"""Lines, each as its words in small letters."""


class Case(Struct, frozen=True):
    """A page and what is expected of it: a text, or snippets."""

    path: Path
    text: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


class Result(Struct, frozen=True):
    """What an extractor made of a page."""

    case: Case
    words: tuple[float, float] = (0.0, 0.0)
    """Precision and recall."""
    body: tuple[float, float] = (0.0, 0.0)
    """The same without the headline."""
    prose: tuple[float, float] = (0.0, 0.0)
    """And without captions, which these sets leave out and this tool counts."""
    runs: tuple[float, float] = (0.0, 0.0)
    missing: tuple[str, ...] = ()
    leaked: tuple[str, ...] = ()


def cases(folder: Path) -> Iterator[Case]:
    """The pages below a folder of which the article is known."""
    for file in sorted(folder.rglob("*")):
        if file.name == "expected.html":
            soup = BeautifulSoup(file.read_text("utf-8"), NAME)
            yield Case(file.with_name("source.html"), _visible(soup))
        elif file.suffix == ".json":
            yield from _of_json(file)


def _of_json(file: Path) -> Iterator[Case]:
    if file.name.endswith(".expected.json"):
        page = file.with_name(file.name.replace(".expected.json", ".html"))
        yield _case(page, _read_json(file))
    elif file.name == "evaldata.json":
        folders = [one for one in file.parent.iterdir() if one.is_dir()]
        for entry in _read_json(file).values():
            yield from (_case(one / entry["file"], entry) for one in folders[:9])
    elif file.name == "ground-truth.json":
        for name, entry in _read_json(file).items():
            page = file.parent / "html" / f"{name}.html"
            yield _case(page if page.is_file() else page.with_suffix(".html.gz"), entry)
    else:
        for page in sorted(file.parent.glob(f"{file.stem}_*.html*")):
            yield _case(page, _read_json(file))


def _read_json(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def _case(page: Path, data: dict[str, Any]) -> Case:
    bodies = [one["body"] for key, one in data.items() if key.startswith("V1") and "body" in one]
    if bodies and page.is_file():
        shown = _words(_raw(page).decode("utf-8", "replace"))
        texts = [_body(body) for body in bodies]
        # several articles of one publisher are in one file, and not by their pages' names
        return Case(page, max(texts, key=lambda text: (shown & _words(text)).total()))
    text = data.get("text") or data.get("articleBody") or ""
    return Case(page, text, tuple(data.get("with", ())), tuple(data.get("without", ())))


def is_of_its_page(case: Case, data: bytes) -> bool:
    """Whether a quarter of the runs of words in the text of a case are on its page, markup left out."""
    if not case.text:
        return True
    page = _NO_TEXT.sub(" ", data.decode("utf-8", "replace"))
    shown = set(_runs(_WORD.findall(html.unescape(_TAG.sub(" ", page)).lower())))
    wanted = list(_runs(_WORD.findall(case.text.lower())))
    return 4 * sum(map(shown.__contains__, wanted)) >= len(wanted)


def _body(body: dict[str, Any]) -> str:
    parts = [*body["summary"]]
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def _visible(soup: BeautifulSoup) -> str:
    for tag in soup.find_all(["script", "style"]):
        tag.decompose()
    parts: list[str] = []
    for node in soup.descendants:
        if isinstance(node, str):
            parts.append(node)
        elif getattr(node, "name", None) not in _INLINE:
            parts.append("\n")
    return "".join(parts)


def _raw(page: Path) -> bytes:
    data = page.read_bytes()
    return gzip.decompress(data) if page.suffix == ".gz" else data


def ours(page: Path, data: bytes) -> str:
    """The article as this tool reads it."""
    try:
        return parse(decode(data, name=page.name)).text
    except SeoAuditError as error:
        print(error, file=sys.stderr)
        return ""


def theirs(_page: Path, data: bytes) -> str:
    """The article as trafilatura reads it."""
    import trafilatura

    try:
        return trafilatura.extract(data, include_comments=False, include_tables=True) or ""
    except Exception as error:  # noqa: BLE001  a peer that fails has found nothing
        print(f"trafilatura: {error}", file=sys.stderr)
        return ""


def measure(case: Case, text: str, headline: Lines, captions: Lines) -> Result:
    """Compare a text with what is expected; headline and captions are what this tool takes for them."""
    if case.text:
        got, wanted = _WORD.findall(text.lower()), _WORD.findall(case.text.lower())
        return Result(
            case,
            _shares(Counter(got), Counter(wanted)),
            _shares(*(_words(_without(one, headline)) for one in (text, case.text))),
            _shares(*(_words(_without(one, headline | captions)) for one in (text, case.text))),
            _shares(Counter(_runs(got)), Counter(_runs(wanted))),
        )
    flat = " ".join(text.split())
    return Result(
        case,
        missing=tuple(one for one in case.inside if " ".join(one.split()) not in flat),
        leaked=tuple(one for one in case.outside if " ".join(one.split()) in flat),
    )


def _without(text: str, left_out: Lines) -> str:
    return "\n".join(line for line in text.splitlines() if _line(line) not in left_out)


def _line(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def headline_and_captions(data: bytes) -> tuple[Lines, Lines]:
    """The h1 of a page's article, and its captions."""
    try:
        document = parse(decode(data))
    except SeoAuditError:
        return frozenset(), frozenset()
    headline = [one.text.value for one in document.headings if one.level == 1][:1]
    captions = [one.text.value for one in document.blocks if one.kind is BlockKind.CAPTION]
    return frozenset(map(_line, headline)), frozenset(map(_line, captions))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def _shares(got: Counter[Any], wanted: Counter[Any]) -> tuple[float, float]:
    common = (got & wanted).total()
    return (
        common / got.total() if got else 0.0,
        common / wanted.total() if wanted else 1.0,
    )


def f1(shares: tuple[float, float]) -> float:
    """The harmonic mean of precision and recall."""
    precision, recall = shares
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def told(results: list[Result]) -> str:
    """The figures of a set in one line."""
    texts = [one for one in results if one.case.text]
    snippets = [one for one in results if not one.case.text]
    parts: list[str] = []
    if texts:
        mean = [
            statistics.mean(shares[side] for shares in (one.runs for one in texts))
            for side in (0, 1)
        ]
        parts.append(
            f"{len(texts)} texts: words {statistics.mean(f1(one.words) for one in texts):.4f}"
            f" (p {statistics.mean(one.words[0] for one in texts):.4f}"
            f", r {statistics.mean(one.words[1] for one in texts):.4f}),"
            f" below the headline {statistics.mean(f1(one.body) for one in texts):.4f},"
            f" and without captions {statistics.mean(f1(one.prose) for one in texts):.4f},"
            f" runs {statistics.mean(f1(one.runs) for one in texts):.4f},"
            f" as Scrapinghub {f1((mean[0], mean[1])):.4f}"
        )
    if snippets:
        inside = sum(len(one.case.inside) for one in snippets)
        outside = sum(len(one.case.outside) for one in snippets)
        missing = sum(len(one.missing) for one in snippets)
        leaked = sum(len(one.leaked) for one in snippets)
        true = inside - missing
        parts.append(
            f"{len(snippets)} pages with snippets: {true}/{inside} in, {outside - leaked}/{outside} out,"
            f" F1 {2 * true / (2 * true + missing + leaked or 1):.4f}"
        )
    return "; ".join(parts)


def worst(results: list[Result], peers: list[Result], count: int) -> Iterator[str]:
    """The pages on which most is wrong, each in a line; those first on which the peer is further ahead."""

    def bad(result: Result) -> float:
        return len(result.missing) + len(result.leaked) - f1(result.words) * bool(result.case.text)

    pairs = [(one, bad(one), bad(other)) for one, other in zip(results, peers, strict=True)]
    for one, own, other in sorted(pairs, key=lambda pair: pair[2] - pair[1])[:count]:
        name = "/".join(one.case.path.parts[-2:])
        if one.case.text:
            yield f"{-own:.3f} (p {one.words[0]:.2f}, r {one.words[1]:.2f}), peer {-other:.3f}: {name}"
        else:
            yield f"{own:g}, peer {other:g}: {name}: missing {one.missing}, not left out {one.leaked}"


def measured(
    folder: Path, extractors: Mapping[str, Extractor], save: Path | None, count: int
) -> Iterator[str]:
    """What is told of a set, in lines; the texts found go into a folder, where one is given."""
    found: dict[str, list[Result]] = {name: [] for name in extractors}
    seconds = dict.fromkeys(extractors, 0.0)
    pages = [case for case in cases(folder) if case.path.is_file()]
    known = [case for case in pages if is_of_its_page(case, _raw(case.path))]
    for case in known:
        data = _raw(case.path)
        headline, captions = headline_and_captions(data)
        for name, extract in extractors.items():
            start = time.process_time()
            text = extract(case.path, data)
            seconds[name] += time.process_time() - start
            found[name].append(measure(case, text, headline, captions))
            if save:
                save.mkdir(parents=True, exist_ok=True)
                page = "-".join(case.path.parts[-2:])
                (save / f"{page}.{name}.txt").write_text(text, "utf-8")
    for name, results in found.items():
        yield f"{folder} {name} ({seconds[name]:.1f} s): {told(results)}"
    if len(known) < len(pages):
        yield f"{folder}: {len(pages) - len(known)} left out, whose text is not on the page"
    own = found["seo-audit"]
    for line in worst(own, found.get("trafilatura", own), count):
        yield f"    {line}"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="how many of the worst pages to name")
    parser.add_argument("--save", type=Path, help="a folder for the texts found, a file a page")
    parser.add_argument("--without-peer", action="store_true", help="do not ask trafilatura")
    options = parser.parse_args()
    extractors: dict[str, Extractor] = {"seo-audit": ours}
    if not options.without_peer and importlib.util.find_spec("trafilatura"):
        extractors["trafilatura"] = theirs
    for folder in options.paths:
        for line in measured(folder, extractors, options.save, options.worst):
            print(line)


if __name__ == "__main__":
    main()
