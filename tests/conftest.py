"""What the tests share: running one rule on a marked text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest
from growth import at_most, grows_linearly
from hypothesis import HealthCheck, settings
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.brief.brief import Brief
from seo_audit.brief.file import from_table
from seo_audit.brief.texts import BriefText
from seo_audit.config.config import Config
from seo_audit.engine import judge
from seo_audit.measures import Measures
from seo_audit.parsing import FORMATS, parse
from seo_audit.report import PlacedFinding, Status
from seo_audit.rule_support.examples import unmark
from seo_audit.source import Source, Span

TODAY = date(2026, 11, 21)
"""The day on which the tests take place, whenever they run."""

# the same examples at every run, however slow the machine; `--hypothesis-profile=explore` looks for new ones
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("suite"), derandomize=False)
settings.load_profile("suite")


TESTS = Path(__file__).parent
MEASURES_OF_GROWTH = {grows_linearly.__name__, at_most.__name__}


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Read no tests of whole sites where none is wanted: they import much."""
    unwanted = "not site" in config.option.markexpr and collection_path.name == "site"
    return True if unwanted else None  # None: others may say


@pytest.hookimpl(tryfirst=True)  # before -m leaves tests out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that try generated inputs, those that measure how time grows, those of whole sites."""
    for item in items:
        if "site" in item.path.relative_to(TESTS).parts or item.path.name == "test_site.py":
            item.add_marker("site")
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("property")
        if not MEASURES_OF_GROWTH.isdisjoint(_names(getattr(item, "obj", None))):
            item.add_marker("slow")


def _names(test: object) -> tuple[str, ...]:
    """What the code of a test calls by name."""
    code = getattr(getattr(test, "of_a_row", test), "__code__", None)
    return code.co_names if code else ()


class CheckRule(Protocol):
    def __call__(
        self,
        name: str,
        marked: str,
        format: str = "html",  # noqa: A002
        *,
        article: dict[str, Any] | None = None,
        path: Path | None = None,
        applies: bool = True,
        **options: Any,
    ) -> Sequence[PlacedFinding]: ...


@pytest.fixture
def check_rule() -> CheckRule:
    """Run one rule on a text; ⟦marks⟧ must be exactly where it finds fault.

    `article` sets what belongs to the article (keyphrase, title, profile, name, brief…); `path` is where it
    would lie on disk; `applies=False` says that the rule has nothing to judge there.
    """

    def check(
        name: str,
        marked: str,
        format: str = "html",  # noqa: A002
        *,
        article: dict[str, Any] | None = None,
        path: Path | None = None,
        applies: bool = True,
        **options: Any,
    ) -> Sequence[PlacedFinding]:
        text, marks = unmark(marked)
        rule = plugins.rules()[name]
        given = dict(article or {})
        shown = given.pop("name", "-")
        given |= commissioned(given)
        config = Config(**given, rules={name: {"enabled": True, **options}}, today=TODAY)
        source = Source(text, name=shown, path=path)
        document = config.override(parse(source, config.parsing_for(source), FORMATS[format]))
        settings = config.settings(document, plugins.rules())
        measures = Measures(document, settings.target)
        verdict = judge(rule, settings.options[name], document, measures)
        assert verdict.status is not Status.BROKEN, verdict.error
        assert (verdict.status is not Status.SKIPPED) is applies
        found = tuple(f.span for f in verdict.findings if f.span)
        assert found == marks, [text[a:b] for a, b in found]
        for finding in verdict.findings:
            assert finding.message("fr")
            assert finding.message("en")
            assert finding.advice("fr")
            assert finding.advice("en")
        return verdict.findings

    return check


def commissioned(given: dict[str, Any]) -> dict[str, Any]:
    """The brief of an article's settings: its table, and the texts `source` and `reference` as they are."""
    table, source = given.pop("brief", None), given.pop("source", None)
    pages = given.pop("reference", ())
    if table is None and source is None and not pages:
        return {}
    if isinstance(table, Brief):
        return {"brief": table}
    brief = from_table(table or {}, Path.cwd())
    return {
        "brief": replace(
            brief,
            source=BriefText("source.txt", text=source) if source else brief.source,
            reference=tuple(
                BriefText(f"page-{number}.txt", text=text) for number, text in enumerate(pages, 1)
            ),
        )
    }


def span_of(text: str, part: str) -> Span:
    """Where a part stands in a text."""
    start = text.index(part)
    return Span(start, start + len(part))
