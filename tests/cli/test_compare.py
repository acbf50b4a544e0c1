"""`seo-audit compare`: what changed between two versions of an article."""

from pathlib import Path

import pytest
from command_line import Run, runner

OLD = "# La fontaine\n\nElle coule. Voir [cliquez ici](https://example.org/).\n\n#### Trop bas\n\nFin.\n"
NEW = "# La fontaine\n\nElle coule bien. Voir [cliquez ici](https://example.org/).\n\n## Encore\n\n##\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "old.md").write_text(OLD, "utf-8")
    (tmp_path / "new.md").write_text(NEW, "utf-8")
    return runner(tmp_path, monkeypatch)


def test_json(run: Run) -> None:
    ran = run("compare", "old.md", "new.md", "--format", "json")
    assert ran.status == 0
    data = ran.json()
    assert data["measures"]["words"] == {"old": 10, "new": 9}
    assert "heading-order" in {one["rule"] for one in data["gone"]}
    assert "heading-empty" in {one["rule"] for one in data["new_findings"]}
    both = {one["rule"] for one in (*data["gone"], *data["new_findings"])}
    assert "link-text" not in both  # it is elsewhere in the line, and the same
    assert data["kept"] > 0
    assert data["old"]["score"] != data["new"]["score"]
    assert data["old"]["score_limit"] == 20


@pytest.mark.parametrize(
    ("language", "parts"),
    [("fr", ("Score\u00a0:", "mots", "old.md\u00a0: plafonné\u00a0: 10 mots", "constat disparu", "constats inchangés")),
     ("en", ("Score:", "words", "new.md: capped: 9 words", "gone", "unchanged"))],
)  # fmt: skip
def test_text(run: Run, language: str, parts: tuple[str, ...]) -> None:
    text = run("compare", "old.md", "new.md", "--lang", language).text
    for part in ("old.md → new.md", *parts):
        assert part in text.replace("constats disparus", "constat disparu")


def test_an_article_and_itself(run: Run) -> None:
    data = run("compare", "old.md", "old.md", "--format", "json").json()
    assert (data["measures"], data["gone"], data["new_findings"]) == ({}, [], [])
    assert "Aucune mesure" in run("compare", "old.md", "old.md").text


def test_each_has_its_own_configuration_and_the_brief_of_both(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("minimum_words = 10\n", "utf-8")
    data = run("compare", "old.md", "new.md", "--brief", "brief.toml", "--format", "json").json()
    assert "brief-words" in {one["rule"] for one in data["new_findings"]}


def test_what_cannot_be_read_is_an_error(run: Run) -> None:
    ran = run("compare", "old.md", "absent.md")
    assert ran.status == 2
    assert ran.errors == "seo-audit: absent.md\u00a0: fichier introuvable\n"
    assert run("compare", "old.md").status == 2
