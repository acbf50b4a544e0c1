"""`explain` and `rules`: everything there is to know of a rule, a category, and how to silence them."""

import re
from itertools import product
from pathlib import Path

import pytest
from command_line import POOR, Run, runner
from tables import each_row

from seo_audit import plugins
from seo_audit.rendering.labels import CATEGORIES
from seo_audit.rule import Category


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "poor.md").write_text(POOR, "utf-8")
    return runner(tmp_path, monkeypatch)


def test_explain_tells_all(run: Run) -> None:
    found = run("explain", "word_count").text
    for part in (
        "Longueur de l’article",
        "minimum",
        "300 par défaut",
        "1\u202f000 en profil guide",
        "https://",
    ):
        assert part in found
    assert max(map(len, found.splitlines())) <= 100
    assert "⟦" in run("explain", "link-text").text
    assert "\x1b[" in run("explain", "link-text", "--color", "always").text
    assert "by default" in run("explain", "word-count", "--lang", "en").text


@each_row(("name", "language"), product(plugins.rules(), ["fr", "en"]))
def test_every_rule_can_be_explained(run: Run, name: str, language: str) -> None:
    found = run("explain", name, "--lang", language)
    assert found.status == 0
    assert f"[rules.{name}]" in found.text or "severity" in found.text or "Options" in found.text


@pytest.mark.parametrize("name", ["typography", "typographie", "Typographie"])
def test_a_category_is_explained_by_its_rules(run: Run, name: str) -> None:
    found = run("explain", name)
    assert found.status == 0
    told = {line.split()[1] for line in found.text.splitlines() if line.startswith("  ●")}
    assert told == {one.id for one in plugins.rules().values() if one.category == "typography"}
    assert 'ignore = ["typography"]' in found.text
    assert "seo-audit --select typography article.md" in found.text


@pytest.mark.parametrize("category", Category)
def test_every_category_has_its_page_by_both_names(run: Run, category: Category) -> None:
    english = run("explain", category, "--lang", "en").text
    assert english == run("explain", CATEGORIES[category].fr, "--lang", "en").text


def test_how_to_silence_works_as_it_is_told(run: Run) -> None:
    told = run("explain", "link-text").text
    for comment in re.findall("<!--.*-->", told):
        text = POOR.replace("Voir [", f"{comment}\nVoir [")
        Path("silent.md").write_text(text, "utf-8")
        assert "link-text" not in run("--format", "json", "silent.md").failing()
    header = re.search(r"seo: \{.*\}", told)
    assert header
    Path("silent.md").write_text(f"---\n{header[0]}\n---\n\n{POOR}", "utf-8")
    assert "link-text" not in run("--format", "json", "silent.md").ran()
    [everywhere] = re.findall(r"^ *(ignore = .*)$", told, re.MULTILINE)
    [some] = re.findall(r"^ *(\[per-file-ignores\]\n.*)$", told, re.MULTILINE)
    Path("brouillons").mkdir()
    Path("brouillons/poor.md").write_text(POOR, "utf-8")
    for settings in (everywhere, some):
        Path("seo-audit.toml").write_text(settings)
        assert "link-text" not in run("--format", "json", "brouillons/poor.md").ran()


def test_silencing_has_a_page_of_its_own(run: Run) -> None:
    found = run("explain", "silencing")
    assert found.status == 0
    assert "seo-audit-enable" in found.text


def test_rules_show_their_state(run: Run) -> None:
    def states(*arguments: str) -> dict[str, str]:
        lines = run("rules", *arguments).text.splitlines()
        return {line.split()[1]: line.split()[0] for line in lines if line.startswith("  ")}

    assert states()["h1"] == "●"
    assert states("--ignore", "h1")["h1"] == "○"
    Path("seo-audit.toml").write_text("[rules.h1]\nenabled = false\n")
    assert states()["h1"] == "○"
    assert states("--isolated")["h1"] == "●"
