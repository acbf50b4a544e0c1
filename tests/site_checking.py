"""Running one rule on a small site with marked pages."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from site_samples import written

from seo_audit import Config
from seo_audit.rule import Spot
from seo_audit.rule_support.examples import unmark
from seo_audit.site.findings import Found
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.site_report import SiteReport
from seo_audit.source import Source, Span


class CheckSite(Protocol):
    """Run one rule on a site of these files; ⟦marks⟧ in them must be exactly where it finds fault.

    A key that ends with `.warc` is a crawl, whose pages cannot be marked: `placed` is false for it. Where there is a
    `seo-audit.toml`, that file says what is judged. `whole` are files that findings are about as a whole, once for each
    place; `asked` are fields of the request (`url`, `redirects`…), the rest are options of the rule.
    """

    def __call__(
        self,
        name: str,
        files: Mapping[str, str | bytes],
        *,
        asked: Mapping[str, Any] | None = None,
        whole: tuple[str, ...] = (),
        placed: bool = True,
        **options: Any,
    ) -> Sequence[Found]: ...


def said(found: Found) -> str:
    """A finding's message in French, its spaces all plain."""
    return " ".join(found.message("fr").split())


def advised(found: Found) -> str:
    """A finding's advice in French, its spaces all plain."""
    return " ".join(found.advice("fr").split())


def checker(tmp_path: Path) -> CheckSite:
    """What runs rules on sites, each in a folder of its own."""
    sites = 0

    def check(
        name: str,
        files: Mapping[str, str | bytes],
        *,
        asked: Mapping[str, Any] | None = None,
        whole: tuple[str, ...] = (),
        placed: bool = True,
        **options: Any,
    ) -> Sequence[Found]:
        nonlocal sites
        sites += 1
        texts, marks = _unmarked(files)
        folder = written(tmp_path / f"site-{sites}", texts)
        report = _report(name, folder, asked or {}, options)
        assert not report.broken
        found = report.findings
        assert {one.rule for one in found} <= {name}
        spots = [spot for one in found for spot in one.spots]
        where = sorted((s.path, s.offset or 0, s.end_offset or 0) for s in spots if s.line)
        assert not placed or where == marks, [(s.path, s.excerpt) for s in spots]
        assert not placed or sorted(s.path for s in spots if not s.line) == sorted(whole)
        for spot in spots:
            _is_placed(spot, texts)
        assert len({one.fingerprint for one in found}) == len(found)
        for one in found:
            for language in ("fr", "en"):
                assert one.message(language)
                assert one.advice(language)
        return found

    return check


def _report(
    name: str, folder: Path, asked: Mapping[str, Any], options: Mapping[str, Any]
) -> SiteReport:
    archives = sorted(str(path) for path in folder.glob("*.warc"))
    config = Config(select=(name,), rules={name: options} if options else {})
    own = (folder / "seo-audit.toml").exists()
    request = SiteRequest(
        tuple(archives) or (str(folder),), config=None if own else config, jobs=1, **asked
    )
    with examined(request) as found:
        return found.report


def _unmarked(
    files: Mapping[str, str | bytes],
) -> tuple[dict[str, str | bytes], list[tuple[str, int, int]]]:
    texts: dict[str, str | bytes] = {}
    marks: list[tuple[str, int, int]] = []
    for path, content in files.items():
        if isinstance(content, bytes):
            texts[path] = content
            continue
        texts[path], places = unmark(content)
        marks += [(path, start, end) for start, end in places]
    return texts, sorted(marks)


def _is_placed(spot: Spot, texts: Mapping[str, str | bytes]) -> None:
    """Lines and columns of a place are those of its offsets, and its excerpt is what stands there."""
    text = texts.get(spot.path)
    if spot.line is None or not isinstance(text, str):
        return
    assert spot.offset is not None
    assert spot.end_offset is not None
    source, span = Source(text), Span(spot.offset, spot.end_offset)
    start, end = source.position(span.start), source.position(span.end)
    assert (spot.line, spot.column) == (start.line, start.column)
    assert (spot.end_line, spot.end_column) == (end.line, end.column)
    beginning = spot.excerpt.rstrip("…")[:20]
    assert " ".join(text[span.start : span.end].split()).startswith(" ".join(beginning.split()))
