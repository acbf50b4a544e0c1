"""What a run imports: a hook that starts for every commit must not wait for what it does not use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import FINE

pytestmark = pytest.mark.process

CODE = """
import sys
from seo_audit.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""
HTML = (
    "<html lang='fr'><title>La fontaine</title><main><h1>La fontaine</h1><p>Elle coule.</p></main>"
)
HEAVY = {"bs4", "lxml", "jinja2", "textstat", "simplemma", "markdown_it", "yaml", "rich"}


FROZEN = 'from seo_audit.runner import cache; cache.identity = lambda: iter(["the tool"])\n'
"""Who edits the tool while its tests run should not see them fail."""


def imported(folder: Path, *arguments: str, before: str = "") -> set[str]:
    found = subprocess.run(
        [sys.executable, "-P", "-c", before + CODE, *arguments],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        check=True,
    )
    return set(found.stderr.decode().split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(FINE, "utf-8")
    (tmp_path / "a.txt").write_text("La fontaine\n\nElle coule de nouveau depuis lundi.\n", "utf-8")
    (tmp_path / "a.html").write_text(HTML, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "banned"),
    [
        ("--help", {*HEAVY, "seo_audit.document", "seo_audit.measures"}),
        ("--version", {*HEAVY, "seo_audit.document", "seo_audit.measures"}),
        ("explain --help", {*HEAVY, "seo_audit.document", "seo_audit.measures"}),
        ("rules", HEAVY),
        (
            "--format concise a.md",
            {
                *("bs4", "lxml", "jinja2", "textstat", "rich", "importlib.metadata", "zipfile"),
                *("json", "seo_audit.parsing.html.construction", "seo_audit.runner.left_out"),
            },
        ),
        ("--format concise a.txt", {*HEAVY, "importlib.metadata"} - {"simplemma"}),
        (
            "--format concise a.html",
            {"bs4", "soupsieve", "lxml", "jinja2", "textstat", "markdown_it", "yaml", "rich"},
        ),
        ("--format text a.md", {"bs4", "lxml", "jinja2", "textstat"}),
    ],
)
def test_nothing_heavy_is_imported_in_vain(folder: Path, arguments: str, banned: set[str]) -> None:
    assert imported(folder, *arguments.split()) & banned == set()


def test_unchanged_article_imports_neither_rules_nor_parsers(folder: Path) -> None:
    arguments = ("--format", "concise", "a.md", "a.html", "a.txt")
    assert "seo_audit.rules.structure.h1" in imported(folder, *arguments, before=FROZEN)
    again = imported(folder, *arguments, before=FROZEN)
    assert not [name for name in again if name.startswith(("seo_audit.rules.", "seo_audit.french"))]
    assert again & {*HEAVY, "seo_audit.parsing.markdown.parser"} == set()


def test_help_of_a_script_that_cannot_find_its_terminal(folder: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-P", "-m", "seo_audit", "--help"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )
    assert "Règles" in found.stdout.decode()
