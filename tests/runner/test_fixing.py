"""--fix, --diff, --unsafe-fixes: files written whole or not at all, statuses, standard input, baseline, cache."""

import codecs
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import Ran, Run, runner

from seo_audit.errors import OutputError
from seo_audit.fixing import files
from seo_audit.runner import cache, entry

LINE = "La soeur du maire est là : l’eau coule pour tous les voisins du bourg."
MENDED = "La sœur du maire est là\u00a0: l’eau coule pour tous les voisins du bourg."
ARTICLE = f"# Le lavoir du bourg\n\n{LINE}\n"
FIXED = ARTICLE.replace(LINE, MENDED)
SUGGESTED = 'Il a dit "oui" hier à tous les voisins du bourg.'
SCRIPT = Path(sys.executable).with_name("seo-audit")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(cache, "identity", lambda: iter(["the tool"]))
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return runner(tmp_path, monkeypatch)


def text(name: str = "a.md") -> str:
    return Path(name).read_bytes().decode()


def test_the_file_is_mended_and_the_rest_reported(run: Run) -> None:
    ran = run("--fix", "--format", "json", "--fail-on", "never", "a.md", "--lang", "en")
    assert ran.status == 0
    assert text() == FIXED
    assert not {"ligatures", "no-break-spaces"} & ran.failing()
    assert "word-count" in ran.failing()
    assert "seo-audit: 2 findings fixed in 1 article" in ran.errors
    assert {path.name for path in Path().iterdir()} == {"a.md", ".cache"}


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--fail-on", "info", "--select", "typography"), 0),
        (("--fail-on", "info", "--select", "typography,word-count"), 1),
        (("--exit-zero",), 0),
    ],
)
def test_the_gate_judges_what_remains(run: Run, options: tuple[str, ...], status: int) -> None:
    assert run("--fix", *options, "a.md").status == status
    assert text() == FIXED


def test_a_second_time_nothing_is_written(run: Run) -> None:
    run("--fix", "a.md")
    os.utime("a.md", ns=(10**18, 10**18))
    before = Path("a.md").stat()
    ran = run("--fix", "--no-cache", "a.md")
    after = Path("a.md").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert "corrigé" not in ran.errors


def test_suggestions_are_made_when_asked_for(run: Run) -> None:
    Path("a.md").write_text(f"{ARTICLE}\n{SUGGESTED}\n", "utf-8")
    ran = run("--fix", "a.md", "--lang", "en")
    assert text() == f"{FIXED}\n{SUGGESTED}\n"
    assert "1 other has a suggestion: --unsafe-fixes" in ran.errors
    run("--fix", "--unsafe-fixes", "a.md")
    quoted = SUGGESTED.replace('"oui"', "«\u00a0oui\u00a0»")
    assert text() == f"{FIXED}\n{quoted}\n"
    assert run("--unsafe-fixes", "a.md", "--lang", "en").status == 2


@pytest.mark.process
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("last", [True, False])
def test_bytes_around_are_kept(run: Run, end: str, bom: bytes, last: bool) -> None:
    def content(text: str) -> bytes:
        return bom + (text if last else text.rstrip("\n")).replace("\n", end).encode()

    Path("a.md").write_bytes(content(ARTICLE))
    Path("a.md").chmod(0o640)
    diff = run("--diff", "a.md").out
    run("--fix", "a.md")
    assert Path("a.md").read_bytes() == content(FIXED)
    assert Path("a.md").stat().st_mode & 0o777 == 0o640
    Path("a.md").write_bytes(content(ARTICLE))
    apply(diff)
    assert Path("a.md").read_bytes() == content(FIXED)


def apply(diff: bytes) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "init", "-q"], env=environment, check=True)
    subprocess.run(["git", "apply", "-"], input=diff, env=environment, check=True)


@pytest.mark.process
def test_a_file_of_another_encoding(run: Run) -> None:
    page = f"<!DOCTYPE html><html lang='fr'><head><meta charset='iso-8859-15'><title>L'été</title></head><body><p>{LINE}</p></body></html>"
    Path("a.html").write_bytes(page.replace("’", "'").encode("iso-8859-15"))
    run("--fix", "a.html")
    mended = MENDED.replace("’", "&rsquo;")
    assert Path("a.html").read_bytes() == page.replace(LINE, mended).replace(
        "L'été", "L&rsquo;été"
    ).encode("iso-8859-15")
    Path("a.txt").write_bytes(f"L'été : {SUGGESTED}".encode("cp1252"))
    run("--fix", "a.txt")
    assert Path("a.txt").read_bytes() == f"L’été\u00a0: {SUGGESTED}".encode("cp1252")


def test_what_would_not_come_out_again_is_left_alone(run: Run) -> None:
    damaged = ARTICLE.encode() + b"\xc3 \xc3\xa9\xc3\xa9" + "é".encode() * 40
    Path("a.md").write_bytes(damaged)
    ran = run("--fix", "--fail-on", "never", "a.md", "--lang", "en")
    assert ran.status == 2
    assert "a.md: nothing is fixed in it, since its bytes do not come out again" in ran.errors
    assert Path("a.md").read_bytes() == damaged


def test_a_read_only_file_is_refused_and_the_others_mended(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b.md").write_text(ARTICLE, "utf-8")

    def put(path: Path, before: bytes, after: bytes) -> None:
        if path.name == "a.md":
            raise OutputError(files.UNWRITABLE, name="a.md", reason="Permission denied")
        files.put(path, before, after)

    monkeypatch.setattr("seo_audit.runner.mending.put", put)
    ran = run("--fix", "--fail-on", "never", "a.md", "b.md", "--lang", "en")
    assert ran.status == 2
    assert "seo-audit: a.md: cannot be fixed (Permission denied)" in ran.errors
    assert text("a.md") == ARTICLE
    assert text("b.md") == FIXED


@pytest.mark.usefixtures("run")
def test_what_changed_meanwhile_is_left_alone() -> None:
    with pytest.raises(OutputError, match="changed in the meantime"):
        files.put(Path("a.md"), b"something else", b"new")
    assert text() == ARTICLE


def test_whole_or_not_at_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("seo_audit.fixing.files._dress", fail)
    assert run("--fix", "a.md").status == 2
    assert text() == ARTICLE
    assert {path.name for path in Path().iterdir()} <= {"a.md", ".cache"}


def test_links(run: Run, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.md"
    outside.write_text(ARTICLE, "utf-8")
    Path("in.md").symlink_to("a.md")
    Path("out.md").symlink_to(outside)
    assert run("--fix", "in.md", "--fail-on", "never").status == 0
    assert text() == FIXED
    assert Path("in.md").is_symlink()
    ran = run("--fix", "out.md", "--fail-on", "never", "--lang", "en")
    assert ran.status == 2
    assert "leads out of the folder" in ran.errors
    assert outside.read_text("utf-8") == ARTICLE
    # what is named outside is the user's affair
    assert run("--fix", outside, "--fail-on", "never").status == 0
    assert outside.read_text("utf-8") == FIXED


def test_standard_input_comes_out_mended(run: Run) -> None:
    given = codecs.BOM_UTF8 + ARTICLE.replace("\n", "\r\n").encode()
    ran = run("--fix", "--fail-on", "never", "--stdin-filename", "x.md", "-", stdin=given)
    assert ran.out == codecs.BOM_UTF8 + FIXED.replace("\n", "\r\n").encode()
    assert "word-count" in ran.errors or "mots" in ran.errors
    again = run("--fix", "--stdin-filename", "x.md", "-", stdin=FIXED.encode())
    assert again.out == FIXED.encode()
    as_json = run("--fix", "--format", "json=r.json", "--stdin-filename", "x.md", "-", stdin=given)
    assert as_json.out == ran.out
    assert json.loads(text("r.json"))["articles"][0]["path"] == "x.md"
    assert run("--fix", "-", stdin=b"").out == b""


def test_a_diff_writes_nothing_and_counts_the_rest(run: Run) -> None:
    Path("a.md").write_text(f"{ARTICLE}\n{SUGGESTED}\n", "utf-8")
    Path("b.md").write_text(FIXED, "utf-8")
    ran = run("--diff", "a.md", "b.md", "--lang", "en")
    assert ran.status == 1
    assert ran.text == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,5 +1,5 @@\n # Le lavoir du bourg\n \n"
        f"-{LINE}\n+{MENDED}\n \n {SUGGESTED}\n"
    )
    assert "2 findings would be fixed in 1 article" in ran.errors
    assert "left to do by hand" in ran.errors
    assert text() == f"{ARTICLE}\n{SUGGESTED}\n"
    assert run("--diff", "b.md").status == 0
    assert run("--diff", "b.md").out == b""
    assert run("--diff", "--exit-zero", "a.md").status == 0
    assert run("--diff", "--stdin-filename", "x.md", "-", stdin=ARTICLE.encode()).text.startswith(
        "--- a/x.md\n"
    )
    assert SUGGESTED not in run("--diff", "--unsafe-fixes", "a.md").text.replace(
        f"-{SUGGESTED}", ""
    )


@pytest.mark.parametrize("options", [("--format", "json"), ("-o", "r"), ("--watch",)])
def test_a_diff_is_all_it_writes(run: Run, options: tuple[str, ...]) -> None:
    ran = run("--diff", *options, "a.md", "--lang", "en")
    assert ran.status == 2
    assert ran.errors.startswith("seo-audit: --diff does not go with --")


@pytest.mark.process
def test_lines_added_and_names_of_all_kinds(run: Run) -> None:
    name = 'à la "tâche" é.md'
    page = "# Le lavoir\n\nIl faut\u00a0:\n\n• un seau\n\n• une barre\n\nFin de la liste.\n"
    Path(name).write_text(page, "utf-8")
    diff = run("--diff", "--unsafe-fixes", name).out
    apply(diff)
    assert text(name) == page.replace("• un seau\n\n•", "- un seau\n-")


def test_the_cache_knows(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    audited: list[str] = []
    work = entry.work

    def count(task: entry.Task) -> entry.Entry:
        audited.append(task.name)
        return work(task)

    monkeypatch.setattr(entry, "work", count)

    def times(*arguments: str) -> tuple[int, Ran]:
        audited.clear()
        ran = run(*arguments, "--fail-on", "never", "a.md")
        return len(audited), ran

    assert times()[0] == 1
    # it is known that there is something to mend, not what comes of it
    first, mended = times("--fix")
    assert first == 1
    again, report = times()
    assert again == 0
    assert report.out == mended.out
    assert times("--fix")[0] == 0
    assert text() == FIXED


def test_an_accepted_finding_follows_the_fix(run: Run) -> None:
    line = f"{LINE} {LINE.replace('est', 'fut')} Voir [la soeur ici](https://exemple.fr/)."
    Path("a.md").write_text(f"# Le lavoir\n\n{line}\n\n{line} Ou pas.\n", "utf-8")
    options = ("--fail-on", "info", "--config", "rules.sentence-length.maximum-words = 5", "a.md")
    assert run("--write-baseline", "base.json", *options).status == 0
    before = json.loads(text("base.json"))
    ran = run("--fix", "--baseline", "base.json", *options)
    assert ran.status == 0, ran.text
    assert "sœur" in text()
    after = json.loads(text("base.json"))
    assert after != before
    assert "ligatures" not in after["articles"]["a.md"]
    assert run("--baseline", "base.json", *options).status == 0


def test_a_diff_leaves_the_baseline_alone(run: Run) -> None:
    run("--write-baseline", "base.json", "a.md")
    before = text("base.json")
    run("--diff", "--baseline", "base.json", "a.md")
    assert text("base.json") == before


@pytest.mark.process
def test_several_processes(run: Run) -> None:
    for number in range(6):
        Path(f"{number}.md").write_text(ARTICLE, "utf-8")
    run("--fix", "--jobs", "3", *(f"{number}.md" for number in range(6)))
    assert all(text(f"{number}.md") == FIXED for number in range(6))


@pytest.mark.process
@pytest.mark.usefixtures("run")
def test_a_watch_mends_what_changes_once() -> None:
    process = subprocess.Popen(
        [SCRIPT, "--watch", "--fix", "--format", "concise", "a.md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        wait_for(lambda: text() == FIXED)
        time.sleep(1.5)
        Path("a.md").write_text(ARTICLE, "utf-8")
        wait_for(lambda: text() == FIXED)
        time.sleep(1.5)
    finally:
        process.terminate()
        said, _ = process.communicate(timeout=20)
    assert said.count("surveillé") == 2, said


def wait_for(condition: object) -> None:
    for _ in range(300):
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.1)
    pytest.fail("nothing happened")
