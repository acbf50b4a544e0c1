"""The layout of the house, where import-linter does not look: `rules/`, `reports/`, sizes, names the core must not know."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from installed import CHECKOUT
from tables import each_row

from seo_audit import plugins

CORE = CHECKOUT / "seo_audit"
MOST_IN_A_ROOM = 18
MOST_BESIDE_THE_ROOMS = 14
FOR_RULES = {
    "analysis", "brief", "document", "errors", "french", "lazy", "measures", "message", "parsing", "plugins", "rule",
    "rule_support", "source", "toml",
}  # fmt: skip
"""What a rule may import of the core: nothing that judges, renders, configures or runs."""
NOT_FOR_REPORTS = {"api", "cli", "config", "engine", "plugins", "rules", "runner"}
"""What a report may not import: it shows what it is given."""
KEYS = {"front-matter", "meta-description"}
"""Names that a rule shares with a key of the configuration or of front matter."""


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Modules of ours that a file imports, wherever in it, for types only too."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("seo_audit"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("seo_audit"):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from names if node.module == "seo_audit" else [str(node.module)]


def rooms(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if "." in name}


def modules(folder: str) -> list[Path]:
    return sorted((CHECKOUT / folder).rglob("*.py"))


@each_row("folder", ["seo_audit", "rules", "reports"])
def test_no_room_is_crowded(folder: str) -> None:
    counts = Counter(path.parent for path in modules(folder))
    counts.pop(CORE, None)
    assert {str(room): count for room, count in counts.items() if count > MOST_IN_A_ROOM} == {}


def test_few_modules_stand_beside_the_rooms() -> None:
    assert len([*CORE.glob("*.py")]) <= MOST_BESIDE_THE_ROOMS


@each_row("path", modules("rules"))
def test_a_rule_knows_the_article_and_no_other_rule(path: Path) -> None:
    assert rooms(path) <= FOR_RULES


@each_row("path", modules("reports"))
def test_a_report_shows_what_it_is_given(path: Path) -> None:
    assert not rooms(path) & NOT_FOR_REPORTS - {"version"}
    others = {name for name in imported(path) if name.startswith("seo_audit.reports")}
    inside = path.relative_to(CHECKOUT / "reports").parts
    own = inside[0] if len(inside) > 1 else None
    assert all(name.split(".")[2] == own for name in others)


@pytest.mark.slow
def test_the_core_names_no_rule_and_no_report() -> None:
    # words such as « title » or « text » mean other things as well
    rules = {name for name in plugins.rules() if "-" in name} - KEYS
    reports = {"concise", "github", "gitlab", "junit", "sarif"}
    named = [
        f"{path.relative_to(CHECKOUT)}:{node.lineno} {node.value}"
        for path in modules("seo_audit")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in rules | reports
    ]
    assert named == []
