"""Links in a checkout of somebody else's: nothing is written outside through one, nothing hidden is shown."""

from pathlib import Path

import pytest
from command_line import FINE, Run, runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/profile").write_text("mine", "utf-8")
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "a.md").write_text(FINE, "utf-8")
    return runner(checkout, monkeypatch)


@pytest.mark.parametrize("name", ["report.txt", "out/profile", "out/new.txt"])
def test_a_report_is_not_written_through_a_link_that_leads_out(
    run: Run, tmp_path: Path, name: str
) -> None:
    Path("report.txt").symlink_to("../home/profile")
    Path("out").symlink_to("../home")
    ran = run("-o", name, "--exit-zero", "a.md", "--lang", "en")
    assert ran.status == 2
    assert "leads out of the folder" in ran.errors
    assert [path.read_text("utf-8") for path in (tmp_path / "home").iterdir()] == ["mine"]
    assert run("--write-baseline", name, "a.md").status == 2


def test_links_within_the_folder_and_names_outside_are_written(run: Run, tmp_path: Path) -> None:
    Path("real").mkdir()
    Path("link").symlink_to("real")
    Path("report.txt").symlink_to("real/report.txt")
    assert run("-o", "link/b.txt", "--exit-zero", "a.md").status == 0
    assert run("-o", "report.txt", "--exit-zero", "a.md").status == 0
    assert {path.name for path in Path("real").iterdir()} == {"b.txt", "report.txt"}
    assert Path("report.txt").is_symlink()
    assert run("-o", str(tmp_path / "c.txt"), "--exit-zero", "a.md").status == 0
    assert run("-o", "/dev/null", "--exit-zero", "a.md").status == 0


def test_a_link_to_a_hidden_file_is_left_out_and_said(run: Run) -> None:
    Path(".git").mkdir()
    Path(".git/config").write_text("[remote]\nurl = https://token@example.org/", "utf-8")
    Path("notes.md").symlink_to(".git/config")
    Path("other.md").symlink_to("a.md")
    ran = run("--format", "json", "--exit-zero", ".", "--lang", "en")
    assert "token" not in ran.text
    assert {one["path"] for one in ran.json()["articles"]} == {"a.md"}
    assert "notes.md: this link leads to a hidden file" in ran.errors


def test_a_brief_reads_nothing_hidden(run: Run) -> None:
    Path(".git").mkdir()
    Path(".git/config").write_text("[remote]\nurl = https://token@example.org/", "utf-8")
    Path("brief.toml").write_text('source = ".git/config"\n', "utf-8")
    ran = run("--brief", "brief.toml", "a.md", "--lang", "en")
    assert ran.status == 2
    assert "is hidden" in ran.errors
    assert "token" not in ran.text + ran.errors
