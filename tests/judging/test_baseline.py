import json
from pathlib import Path

import pytest
from command_line import FINE, POOR, Run, runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_text(POOR, "utf-8")
    (tmp_path / "sub" / "b.md").write_text(POOR, "utf-8")
    return runner(tmp_path, monkeypatch)


STRICT = ("--fail-on", "info")


def note(run: Run, *paths: str) -> None:
    assert run(*STRICT, "--write-baseline", "base.json", *paths).status == 0


def edit(old: str, new: str, name: str = "a.md") -> None:
    text = Path(name).read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), "utf-8")


def test_todays_findings_are_accepted(run: Run) -> None:
    assert run(*STRICT, "a.md").status == 1
    note(run, "a.md")
    found = run(*STRICT, "--baseline", "base.json", "--format", "json", "a.md")
    assert found.status == 0
    assert found.failing() == set()
    assert found.json()["summary"]["fixed"] == 0
    # other articles are not
    assert run(*STRICT, "--baseline", "base.json", "sub/b.md").status == 1


def test_edits_elsewhere_bring_nothing_back(run: Run) -> None:
    note(run, "a.md")
    edit("Un texte court.", "Une ligne de plus ici.\n\nUn texte court.")
    assert run("--fail-on", "warning", "--baseline", "base.json", "a.md").status == 0


def test_new_findings_fail_and_fixed_ones_are_said(run: Run) -> None:
    note(run, "a.md")
    edit("cliquez ici", "le plan du réseau")
    edit("Voir", "Voir [lire la suite](https://example.org/b) et")
    found = run("--fail-on", "warning", "--baseline", "base.json", "--format", "json", "a.md")
    assert found.status == 1
    assert found.failing() == {"link-text"}
    assert found.json()["summary"]["fixed"] == 1


def test_rules_that_are_off_are_not_fixed(run: Run) -> None:
    note(run, "a.md")
    found = run("--baseline", "base.json", "--format", "json", "--select", "h1", "a.md")
    assert found.json()["summary"]["fixed"] == 0


def test_score_follows_from_what_remains(run: Run) -> None:
    edit("Un texte court.", "Elle coule de nouveau depuis lundi matin. " * 20)
    before = run("--format", "json", "a.md").json()["articles"][0]["score"]
    note(run, "a.md")
    after = run("--format", "json", "--baseline", "base.json", "a.md").json()["articles"][0]
    assert after["score"] > before
    assert all(verdict["score"] in (None, 1) for verdict in after["verdicts"])


def test_files_are_known_from_wherever_the_command_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    note(run, ".")
    monkeypatch.chdir(tmp_path / "sub")
    assert run(*STRICT, "--baseline", "../base.json", "b.md").status == 0
    assert set(json.loads(Path("../base.json").read_bytes())["articles"]) == {"a.md", "sub/b.md"}


def test_noting_some_articles_keeps_what_was_said_of_others(run: Run) -> None:
    note(run, ".")
    edit("cliquez ici", "le plan du réseau")
    note(run, "a.md")
    articles = json.loads(Path("base.json").read_bytes())["articles"]
    assert "link-text" not in articles["a.md"]
    assert "link-text" in articles["sub/b.md"]
    Path("sub/b.md").unlink()
    note(run, "a.md")
    assert set(json.loads(Path("base.json").read_bytes())["articles"]) == {"a.md"}


def test_both_at_once_keep_what_is_accepted(run: Run) -> None:
    note(run, "a.md")
    first = Path("base.json").read_bytes()
    run("--baseline", "base.json", "--write-baseline", "base.json", "a.md")
    assert Path("base.json").read_bytes() == first


def test_unreadable_article_is_not_noted(run: Run) -> None:
    found = run("--write-baseline", "base.json", "a.md", "absent.md")
    assert found.status == 2
    assert set(json.loads(Path("base.json").read_bytes())["articles"]) == {"a.md"}


@pytest.mark.parametrize(
    "text",
    [
        "{ pas du JSON",
        "[]",
        "{}",
        '{"version": 1, "articles": []}',
        '{"version": 1, "articles": {"a.md": {"h1": 3}}}',
        '{"version": 1, "articles": {"a.md": {"h1": [[]]}}}',
        '{"version": 2, "articles": {}}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_broken_file_is_one_line(run: Run, text: str) -> None:
    Path("base.json").write_text(text, "latin-1")
    found = run("--baseline", "base.json", "a.md")
    assert found.status == 2
    [line] = found.errors.splitlines()
    assert "base.json" in line


def test_comments_that_silence_nothing_can_be_accepted(run: Run) -> None:
    Path("a.md").write_text(f"<!-- seo-audit-disable image-alt -->\n\n{FINE}", "utf-8")
    note(run, "a.md")
    assert run(*STRICT, "--baseline", "base.json", "a.md").status == 0


def test_an_article_on_another_drive_of_windows_has_its_whole_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import ntpath
    import os

    from seo_audit.judging import baseline

    monkeypatch.setattr(os.path, "relpath", ntpath.relpath)
    monkeypatch.setattr(os, "sep", "\\")
    assert baseline.key(Path("D:\\articles\\a.md"), Path("C:\\site")) == "D:/articles/a.md"
    assert baseline.key(Path("C:\\site\\b\\a.md"), Path("C:\\site")) == "b/a.md"
