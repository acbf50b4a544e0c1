import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import FINE, POOR, Ran, Run, runner

from seo_audit.analysis.look_ups import Disk, still_true
from seo_audit.runner import cache, entry

pytestmark = pytest.mark.process


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "a.md").write_text(POOR, "utf-8")
    (tmp_path / "b.md").write_text(FINE, "utf-8")
    # who edits the tool while its tests run should not see them fail
    monkeypatch.setattr(cache, "identity", lambda: iter(["the tool"]))
    return runner(tmp_path, monkeypatch)


Counted = Callable[..., tuple[Ran, int]]


@pytest.fixture
def counted(run: Run, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Runs a command line; also how many articles it had to audit."""
    calls: list[str] = []
    work = entry.work

    def count(task: entry.Task) -> entry.Entry:
        calls.append(task.name)
        return work(task)

    monkeypatch.setattr(entry, "work", count)

    def counting(*arguments: str, stdin: bytes = b"") -> tuple[Ran, int]:
        calls.clear()
        return run(*arguments, stdin=stdin), len(calls)

    return counting


JSON = ("--format", "json")


def entries() -> list[Path]:
    return sorted(Path(".cache/seo-audit").glob("*.json"))


def test_unchanged_articles_are_not_audited_again_and_nothing_differs(counted: Counted) -> None:
    first, audited = counted(*JSON, "--fail-on", "warning", "a.md", "b.md")
    assert audited == 2
    second, audited = counted(*JSON, "--fail-on", "warning", "a.md", "b.md")
    assert audited == 0
    assert (first.status, first.out, first.errors) == (second.status, second.out, second.errors)
    assert counted(*JSON, "--no-cache", "a.md", "b.md")[1] == 2


def test_what_is_said_once_of_several_is_a_finding_of_one_alone(counted: Counted) -> None:
    def told(*paths: str) -> tuple[list[list[str]], int]:
        ran, _ = counted(*JSON, *paths)
        report = json.loads(ran.out)
        found = [
            one["rule"]
            for article in report["articles"]
            for one in article["verdicts"]
            if one["findings"]
        ]
        return [one["paths"] for one in report["remarks"]], found.count("keyphrase-missing")

    assert told("a.md", "b.md") == ([["a.md", "b.md"]], 0)
    assert told("a.md") == ([], 1)
    assert told("a.md", "b.md") == ([["a.md", "b.md"]], 0)  # from the cache
    assert told("a.md") == ([], 1)


@pytest.mark.parametrize(
    "other",
    [
        ("--fail-on", "info"),
        ("--select", "h1"),
        ("--keyphrase", "texte"),
        ("--title", "Titre"),
        ("--lang", "en"),
        ("--verbose",),
        ("--color", "always"),
        ("--profile", "news"),
        ("--config", "rules.word-count.minimum = 3"),
        ("--format", "concise=c.txt"),
    ],
)
def test_what_the_result_rests_on_is_part_of_the_name(
    counted: Counted, other: tuple[str, ...]
) -> None:
    counted(*JSON, "a.md")
    assert counted(*JSON, *other, "a.md")[1] == 1
    assert counted(*JSON, *other, "a.md")[1] == 0
    assert counted(*JSON, "a.md")[1] == 0


def test_changes_of_article_configuration_name_and_day_are_seen(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(*JSON, "a.md")
    Path("a.md").write_text(POOR + "Fin.\n", "utf-8")
    assert counted(*JSON, "a.md")[1] == 1
    Path("seo-audit.toml").write_text("[rules.h1]\nenabled = false\n")
    assert counted(*JSON, "a.md")[1] == 1
    assert counted(*JSON, "a.md")[1] == 0
    Path("c.md").write_bytes(Path("a.md").read_bytes())
    assert counted(*JSON, "c.md")[1] == 1
    assert counted(*JSON, "-", stdin=POOR.encode())[1] == 1
    assert counted(*JSON, "-", stdin=POOR.encode())[1] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    assert counted(*JSON, "a.md")[1] == 1


def test_wrong_configuration_is_said_even_where_the_cache_knows_the_article(
    counted: Counted,
) -> None:
    counted("a.md")
    Path("seo-audit.toml").write_text("igore = []\n")
    assert counted("a.md")[0].status == 2
    assert counted("--isolated", "--select", "nonsense", "a.md")[0].status == 2


def test_tools_own_files_are_part_of_the_name(
    counted: Counted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    counted(*JSON, "a.md")
    monkeypatch.setattr(cache, "identity", lambda: iter(["another version"]))
    assert counted(*JSON, "a.md")[1] == 1
    monkeypatch.undo()
    own = Path(cache.__file__).parents[1]
    paths = {path for path, _, _ in cache._files(own)}
    assert {str(own / "runner" / "cache.py"), str(own / "source.py")} <= paths
    for package, part in (("seo_audit.rules", "structure/h1.py"), ("seo_audit.reports", "json.py")):
        [place] = cache._locations(package)
        assert str(place / part) in {path for path, _, _ in cache._files(place)}
    (tmp_path / "new.dist-info").mkdir()
    before = list(cache.identity())
    monkeypatch.syspath_prepend(tmp_path)
    assert list(cache.identity()) != before


def test_article_compared_with_other_texts_is_not_kept(counted: Counted) -> None:
    Path("source.txt").write_text("La fontaine coulait. " * 9, "utf-8")
    Path("a.md").write_text(f"---\nseo:\n  source: source.txt\n---\n{FINE}", "utf-8")
    counted("a.md")
    assert counted("a.md")[1] == 1


def test_unreadable_and_broken_ones_are_not_kept(counted: Counted) -> None:
    Path("empty.md").write_text("")
    counted("empty.md")
    assert counted("empty.md")[1] == 1
    assert entries() == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda _: b"",
        lambda content: content.replace(b'"score":', b'"scorn":'),
        lambda content: content.replace(b'"words":', b'"words":9'),
        lambda _: b"\xff\xfe\x00",
        lambda _: cache._digest(b"[]").encode() + b"\n[]",
        lambda _: cache._digest(b'{"path":1}').encode() + b'\n{"path":1}',
    ],
)
def test_corrupt_entries_are_passed_over(
    counted: Counted, damage: Callable[[bytes], bytes]
) -> None:
    first, _ = counted(*JSON, "a.md")
    [entry] = entries()
    entry.write_bytes(damage(entry.read_bytes()))
    again, audited = counted(*JSON, "a.md")
    assert audited == 1
    assert again == first


def test_read_only_and_impossible_folders_are_silent(counted: Counted) -> None:
    Path("file").write_text("")
    for folder in ("file", "file/inside", "/proc/nowhere"):
        found, _ = counted("--cache-dir", folder, "a.md")
        assert found.status == 0
        assert not found.errors


def test_folder_is_xdg_unless_given(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    counted("a.md")
    assert len(entries()) == 1
    counted("--cache-dir", "mine", "a.md")
    assert len(list(Path("mine").iterdir())) == 1
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(Path.cwd() / "home"))
    counted("a.md")
    assert not Path("relative").exists()
    assert Path("home/.cache/seo-audit").is_dir()


def test_cache_is_bounded_and_leaves_foreign_files(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LIMIT_ENTRIES", 8)
    folder = Path(".cache/seo-audit")
    folder.mkdir(parents=True)
    (folder / "README").write_text("à moi")
    for number in range(12):
        Path("a.md").write_text(f"{POOR}\n{number}\n", "utf-8")
        counted("a.md")
    assert 6 <= len(entries()) <= 8
    assert (folder / "README").exists()
    # the last ones are still there
    assert counted("a.md")[1] == 0


def test_baseline_counts(counted: Counted) -> None:
    counted(*JSON, "--write-baseline", "base.json", "a.md")
    accepted, audited = counted(*JSON, "--baseline", "base.json", "a.md")
    assert audited == 1
    assert accepted.failing() == set()
    # noted from the cache, it is the same
    noted = Path("base.json").read_bytes()
    Path("base.json").unlink()
    assert counted(*JSON, "--write-baseline", "base.json", "a.md")[1] == 0
    assert Path("base.json").read_bytes() == noted
    assert json.loads(noted)["articles"]


def test_jobs_share_the_cache(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(*JSON, "--jobs", "2", "a.md", "b.md")
    assert len(entries()) == 2
    Path("c.md").write_text(FINE, "utf-8")
    # one known, one new, one known
    mixed = run(*JSON, "--jobs", "2", "a.md", "c.md", "b.md")
    assert mixed.out == run(*JSON, "--no-cache", "a.md", "c.md", "b.md").out
    monkeypatch.setattr(entry, "work", None)
    assert run(*JSON, "a.md", "b.md") == first


def test_disk_is_asked_again(tmp_path: Path) -> None:
    disk, file = Disk(), tmp_path / "a.png"
    assert not disk.exists(file)
    assert disk.size(file) is None
    assert disk.text(file) is None
    assert disk.is_folder(tmp_path)
    assert not disk.exists(tmp_path / "\0")
    assert still_true(disk.look_ups())
    file.write_text("12345")
    assert not disk.exists(file), "one audit sees one state"
    assert not still_true(disk.look_ups())
    steps: tuple[tuple[Callable[[Disk], object], Callable[[], object]], ...] = (
        (lambda disk: disk.size(file), lambda: file.write_text("123")),
        (lambda disk: disk.text(file), lambda: file.write_text("124")),
        (lambda disk: disk.is_file(file), file.unlink),
    )
    for question, change in steps:
        disk = Disk()
        question(disk)
        assert still_true(json.loads(json.dumps(disk.look_ups())))
        os.utime(file, (1, 1))
        assert still_true(disk.look_ups()), "a touch changes nothing"
        change()
        assert not still_true(disk.look_ups())


def test_look_ups_are_kept(counted: Counted) -> None:
    from seo_audit import plugins

    if "link-target" not in plugins.rules():
        pytest.skip("no rule looks at the disk yet")
    Path("a.md").write_text(f"{FINE}\nVoir [le plan](plan.md).\n", "utf-8")
    first, _ = counted(*JSON, "a.md")
    assert "link-target" in first.failing()
    assert counted(*JSON, "a.md")[1] == 0
    Path("plan.md").write_text(FINE, "utf-8")
    second, audited = counted(*JSON, "a.md")
    assert audited == 1
    assert "link-target" not in second.failing()
