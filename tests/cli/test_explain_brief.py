"""`explain brief` and `init --brief` know every key."""

import tomllib
from pathlib import Path

import pytest
from command_line import Run, runner

from seo_audit import plugins
from seo_audit.brief.brief import KEYS
from seo_audit.brief.file import from_table
from seo_audit.cli import init_files as starters
from seo_audit.cli.explain_brief import PAGES
from seo_audit.rule import Category


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


def test_every_key_and_every_rule_of_a_brief_is_explained(tmp_path: Path) -> None:
    assert tuple(page.key for page in PAGES) == KEYS
    own = [rule for rule in plugins.rules().values() if rule.category is Category.BRIEF]
    assert all(rule.answers for rule in own)
    assert {key for rule in plugins.rules().values() for key in rule.answers} == set(KEYS)
    (tmp_path / "source.txt").write_text("Eau.", "utf-8")
    (tmp_path / "concurrents").mkdir()
    (tmp_path / "concurrents" / "a.html").write_text("Eau.", "utf-8")
    data = tomllib.loads("\n".join(f"{page.key} = {page.example}" for page in PAGES))
    assert from_table(data, tmp_path).asked == KEYS


@pytest.mark.parametrize("language", ["fr", "en"])
def test_page(run: Run, language: str) -> None:
    ran = run("explain", "brief", "--lang", language)
    assert ran.status == 0
    for key in KEYS:
        assert f"  {key} = " in ran.text
    assert max(map(len, ran.text.splitlines())) <= 80


@pytest.mark.parametrize("text", [starters.BRIEF.fr, starters.BRIEF.en])
def test_starter_names_every_key_and_holds_as_it_stands(text: str) -> None:
    data = tomllib.loads(text)
    assert from_table(data, Path()).minimum_words == 700
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)
    assert set(tomllib.loads(bare)) == set(KEYS)
