"""What --fix does to a folder of articles: what goes, what stays, and an outside look at the texts.

    python benchmarks/fixes.py FOLDER [--unsafe]

The outside look knows nothing of our parsers: Beautiful Soup's tree over lxml for HTML, markdown-it's rendering for
Markdown, compared before and after once the characters that typography may change are set aside.
"""

import argparse
import html
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.document import Document
from seo_audit.errors import SeoAuditError
from seo_audit.fixing.mending import mend
from seo_audit.parsing import SUFFIXES
from seo_audit.report import Report
from seo_audit.source import Source, decode, encoded

SAFE = ("no-break-spaces", "apostrophes", "accented-capitals", "ligatures", "ordinals")
ALSO = ("ellipsis-dashes", "head-basics")
WIDTHS = ("title-width", "meta-description-width", "heading-length")
RAW = ("script", "style", "template", "code", "pre", "textarea", "kbd", "samp")
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_KEPT = re.compile(r"<(?:pre|code)\b.*?</(?:pre|code)>|<[^>]*>", re.DOTALL)


def plain(text: str) -> str:
    """A text without what typography may change: spaces at signs, accents of capitals, ligatures, ordinals."""
    text = html.unescape(text).replace("...", "…")
    text = re.sub(r"(?<=\w)['´‘]", "’", text).replace("œ", "oe").replace("Œ", "OE")
    text = re.sub(r"[ \u00a0\u202f\u2009]+(?=[;:!?…»%‰€.,])", "", text)
    text = re.sub(r"«[ \u00a0\u202f]+", "«", text)
    text = re.sub(r"[\u00a0\u202f]", " ", text)
    text = re.sub(r"[ÀÉÈÊÂÎÔÇ]", lambda match: unicodedata.normalize("NFD", match[0])[0], text)
    text = re.sub(
        r"(?<=[0-9IVXLC])i?[èe](?:me|re|mes|res|s)?(?!\w)|(?<=[0-9])re?s?(?!\w)", "e", text
    )
    text = re.sub(r"\b([Ee]tc) ?\.? ?(?:…|\.{2,5})", r"\1.", text)
    return re.sub(r" (?=(?:<[^<>]*>)*[.,])", "", text)


def outside(document: Document, text: str) -> Any:
    """What others see of a text."""
    if document.format == "html":
        tree = BeautifulSoup(text, "lxml")
        tags = [
            (tag.name, sorted((key, str(value)) for key, value in tag.attrs.items()))
            for tag in tree.find_all(True)
            if not (tag.name == "meta" and "charset" in tag.attrs)
        ]
        texts = [_of_node(one) for one in tree.find_all(string=True)]
        return tags, texts
    if document.format == "markdown":
        rendered = _MARKDOWN.render(text)
        start = document.front_matter.span.end if document.front_matter else 0
        return plain(rendered), _KEPT.findall(rendered), text[:start]
    return plain(text)


def _of_node(node: Any) -> tuple[str, str, str]:
    is_text = type(node) is NavigableString and (node.parent and node.parent.name) not in RAW
    said = plain(str(node)) if is_text else str(node)
    parent = node.parent.name if node.parent else ""
    return type(node).__name__, parent, said.rstrip(" ") if is_text else said


def others(report: Report, rules: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """Findings that a fix of these rules is to leave alone."""
    return Counter(
        (verdict.rule, finding.fault.message.en)
        for verdict, finding in report.findings
        if verdict.rule not in rules
    )


class Tally:
    """What was counted."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.before: Counter[str] = Counter()
        self.after: Counter[str] = Counter()
        self.audit = self.fix = 0.0
        self.told: list[str] = []

    def wrong(self, kind: str, path: Path, what: object = "") -> None:
        self.counts[kind] += 1
        self.told.append(f"{kind}: {path} {str(what)[:300]}")


def look(path: Path, tally: Tally, *, unsafe: bool) -> None:
    config = Config()
    content = path.read_bytes()
    try:
        source = decode(content, name=str(path), path=path)
        start = time.process_time()
        before = engine.audit(source, config)
        tally.audit += time.process_time() - start
    except SeoAuditError as error:
        tally.counts["unreadable"] += 1
        print(error)
        return
    start = time.process_time()
    mended = mend(source, config, unsafe=unsafe)
    tally.fix += time.process_time() - start
    tally.counts["articles"] += 1
    tally.counts[f"passes {len(mended.passes)}"] += 1
    for report, counter in ((before, tally.before), (mended.report, tally.after)):
        counter.update(verdict.rule for verdict, _ in report.findings)
    if not mended.passes:
        return
    tally.counts["changed"] += 1
    tally.counts["edits"] += sum(len(one.edits) for one in mended.passes)
    _check(path, before, mended, content, tally, unsafe=unsafe)


def _check(
    path: Path, before: Report, mended: Any, content: bytes, tally: Tally, *, unsafe: bool
) -> None:
    source, new = before.document.source, mended.source  # type: ignore[union-attr]
    if encoded(new.text, source, content) is None:
        tally.wrong("bytes do not come out again", path)
    if mend(Source(new.text, new.name, new.path, new.encoding), Config(), unsafe=unsafe).passes:
        tally.wrong("not idempotent", path)
    if unsafe:
        return
    assert before.document
    assert before.figures
    if before.figures.words != mended.report.figures.words:
        tally.wrong("words", path, (before.figures.words, mended.report.figures.words))
    ours = (*SAFE, *ALSO, *WIDTHS)
    old, then = others(before, ours), others(mended.report, ours)
    if old != then:
        tally.wrong("other findings", path, ((old - then), (then - old)))
    one, other = outside(before.document, source.text), outside(before.document, new.text)
    if one != other:
        tally.wrong("seen from outside", path, _first_difference(one, other))


def _first_difference(one: Any, other: Any) -> object:
    if isinstance(one, str):
        at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
        return one[max(at - 40, 0) : at + 40], other[max(at - 40, 0) : at + 40]
    if len(one) != len(other):
        return len(one), len(other)
    return next((_first_difference(a, b) for a, b in zip(one, other, strict=True) if a != b), None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--unsafe", action="store_true")
    options = parser.parse_args()
    tally = Tally()
    paths = sorted(
        path
        for path in options.folder.rglob("*")
        if path.is_file() and path.suffix.lower() in SUFFIXES
    )
    for path in paths:
        look(path, tally, unsafe=options.unsafe)
    print(dict(tally.counts))
    print(
        f"processor time: audit {tally.audit:.1f} s, fix {tally.fix:.1f} s, ratio {tally.fix / max(tally.audit, 1e-9):.2f}"
    )
    for rule in sorted(tally.before, key=lambda rule: tally.after[rule] - tally.before[rule]):
        if tally.before[rule] != tally.after[rule]:
            print(f"{rule:24} {tally.before[rule]:5} → {tally.after[rule]}")
    safe, left = (sum(counter[rule] for rule in SAFE) for counter in (tally.before, tally.after))
    print(f"the five safe rules: {safe} → {left}, {(safe - left) / max(safe, 1):.1%} go")
    for line in tally.told:
        print(line)
    return bool(tally.told)


if __name__ == "__main__":
    sys.exit(main())
