"""Files that are not what they seem, disks that are full, runs that meet: the others are audited, nothing is lost."""

import ctypes
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from command_line import FINE, Run, runner

from seo_audit import source

pytestmark = pytest.mark.process

LIBC = ctypes.CDLL(None) if sys.platform == "linux" and os.geteuid() == 0 else None
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
"""linux/prctl.h and linux/capability.h: without these two, root may do what any owner may."""

PATIENCE = 60
"""Seconds for a command that takes two: machines are slow at times, and a hang is for ever."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(FINE, "utf-8")
    return tmp_path


def command(
    folder: Path, *arguments: str | bytes, limit: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own, which obeys permissions even for root.

    `limit` is how many bytes a file may hold.
    """

    def bound() -> None:
        if LIBC:
            for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
                LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-P", "-B", "-m", "seo_audit", *arguments],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), "SOURCE_DATE_EPOCH": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        preexec_fn=bound,
        check=False,
    )


def lines(content: bytes) -> list[str]:
    return content.decode().splitlines()


def entries(content: bytes) -> dict[str, Any]:
    return {article["path"]: article for article in json.loads(content)["articles"]}


# -- what is no article


def test_loops_pipes_and_devices_in_a_folder_are_left_out(folder: Path) -> None:
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "round").symlink_to(".")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "nowhere.md").symlink_to("absent/file.md")
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    done = command(folder, ".", "--format", "json", "--exit-zero")
    assert done.returncode == 0, done.stderr
    assert set(entries(done.stdout)) == {"good.md"}


def test_link_that_leads_out_of_the_folder_is_left_out_and_said(folder: Path) -> None:
    site = folder / "site"
    site.mkdir()
    (site / "own.md").write_text(FINE, "utf-8")
    (site / "link.md").symlink_to("own.md")
    (site / "out.md").symlink_to("../good.md")
    done = command(site, ".", "--format", "json", "--exit-zero")
    assert done.returncode == 0
    # the same file is audited once, under the name that comes first
    assert set(entries(done.stdout)) == {"link.md"}
    assert [line.startswith("seo-audit: out.md") for line in lines(done.stderr)] == [True]
    # named itself it is audited, and so it is for who works in the folder above
    assert set(entries(command(site, "out.md", "--format", "json").stdout)) == {"out.md"}
    assert "site/out.md" in entries(command(folder, "./site", "--format", "json").stdout)


@pytest.mark.parametrize("name", ["itself.md", "zero.md", "null.md", "pipe.md", "folder.md/x"])
def test_named_itself_each_has_an_entry_with_its_error(folder: Path, name: str) -> None:
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "null.md").symlink_to("/dev/null")
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    done = command(folder, name, "good.md", "--format", "json", "--exit-zero")
    assert done.returncode == 2
    found = entries(done.stdout)
    assert found[name]["error"]
    assert found["good.md"]["error"] is None
    assert len(lines(done.stderr)) == 1


def test_pipes_in_place_of_files_the_tool_looks_for_hold_nobody(folder: Path) -> None:
    (folder / "good.md").write_text(FINE + "\nVoir [la source](source.md#bas).\n", "utf-8")
    (folder / ".git").mkdir()
    for name in (".gitignore", "seo-audit.toml", "pyproject.toml", "source.md", "brief.toml"):
        os.mkfifo(folder / name)
    done = command(folder, "good.md", ".", "--format", "json", "--exit-zero")
    assert done.returncode == 0, done.stderr
    assert set(entries(done.stdout)) == {"good.md"}


def test_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "secret.md").write_text(FINE, "utf-8")
    (folder / "secret.md").chmod(0)
    (folder / "locked").mkdir(mode=0)
    done = command(folder, ".", "--format", "json", "--exit-zero", "--no-cache")
    found = entries(done.stdout)
    assert done.returncode == 2
    assert found["secret.md"]["error"]
    assert found["good.md"]["error"] is None
    assert any("locked" in line for line in lines(done.stderr))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_file_that_vanishes_between_listing_and_reading(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    (folder / "then.md").write_text(FINE, "utf-8")
    (folder / "zuletzt.md").write_text(FINE, "utf-8")
    read_bytes = source.read_bytes

    def reading(path: Path, name: str, limit: int) -> bytes:
        (folder / "then.md").unlink(missing_ok=True)
        return read_bytes(path, name, limit)

    monkeypatch.setattr(source, "read_bytes", reading)
    ran = run(".", "--format", "json", "--exit-zero", "--jobs", jobs)
    assert ran.status == 2
    found = entries(ran.out)
    assert {name for name, one in found.items() if one["error"]} == {"then.md"}
    assert set(found) == {"good.md", "then.md", "zuletzt.md"}


def test_folder_that_vanishes_while_it_is_walked(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").mkdir()
    scandir = os.scandir

    def scanning(path: Any = ".") -> Any:
        if str(path) == "a":
            (folder / "a").rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scanning)
    ran = run(".", "--format", "json", "--exit-zero")
    assert ran.status == 0
    assert set(entries(ran.out)) == {"good.md"}
    assert "a :" in ran.errors.replace("\u00a0", " ")


ODD = (
    b"line\nbreak.md",
    b"caf\xe9.md",
    b"\x1b[31mred.md",
    b"-o.md",
    b"a&b<c>\"'.md",
    b"%0A::error.md",
)


@pytest.mark.parametrize("name", ["json", "html", "sarif", "junit", "gitlab", "text", "concise", "github", "markdown"])  # fmt: skip
def test_odd_names_break_no_report(folder: Path, name: str) -> None:
    for odd in ODD:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + odd)).write_text(FINE, "utf-8")
    done = command(folder, ".", "--format", name, "--exit-zero", "--verbose")
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    assert "\x1b" not in shown
    if name in ("json", "sarif", "gitlab"):
        json.loads(shown)
    elif name == "junit":
        ET.fromstring(shown)
    elif name in ("concise", "github"):
        # each line is about a file: a line end in a name would begin another
        assert not [line for line in shown.splitlines() if line.startswith("break.md")]
        assert not [line for line in shown.splitlines() if line.startswith("::error.md")]


# -- disks that are full


@pytest.mark.parametrize("old", [None, "what was there"])
def test_full_disk_leaves_the_old_report_and_no_rubbish(folder: Path, old: str | None) -> None:
    out = folder / "out.json"
    if old is not None:
        out.write_text(old, "utf-8")
    done = command(
        folder, "good.md", "--format", "json", "-o", "out.json", "--no-cache", limit=1000
    )
    assert done.returncode == 2
    assert len(lines(done.stderr)) == 1
    assert "out.json" in done.stderr.decode()
    assert (out.read_text("utf-8") if out.exists() else None) == old
    assert {path.name for path in folder.iterdir()} <= {"good.md", "out.json"}


def test_one_report_of_two_that_cannot_be_written_leaves_both_as_they_were(folder: Path) -> None:
    (folder / "small").write_text("old", "utf-8")
    formats = ("--format", "concise=small", "--format", "html=large")
    done = command(folder, "good.md", *formats, "--no-cache", limit=20_000)
    assert done.returncode == 2
    assert (folder / "small").read_text("utf-8") == "old"
    assert {path.name for path in folder.iterdir()} == {"good.md", "small"}


def test_baseline_survives_a_full_disk(folder: Path) -> None:
    assert command(folder, "good.md", "--write-baseline", "base.json").returncode == 0
    before = (folder / "base.json").read_bytes()
    (folder / "good.md").write_text(FINE + "Voir [cliquez ici](/a).\n" * 400, "utf-8")
    done = command(folder, "good.md", "--write-baseline", "base.json", "--no-cache", limit=2000)
    assert done.returncode == 2
    assert (folder / "base.json").read_bytes() == before


def test_device_without_room_is_said_in_one_line(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = command(folder, "good.md", "-o", "/dev/full")
    assert done.returncode == 2
    assert len(lines(done.stderr)) == 1


def test_cache_on_a_full_disk_changes_nothing(folder: Path) -> None:
    usual = command(folder, "good.md", "--format", "json", "--exit-zero", "--no-cache")
    full = command(folder, "good.md", "--format", "json", "--exit-zero", limit=100)
    assert (full.returncode, full.stdout, full.stderr) == (0, usual.stdout, b"")
    assert not list((folder / ".cache").rglob("*.json*"))


def test_read_only_folders(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        done = command(folder, "good.md", "-o", "out.txt")
        assert done.returncode == 2
        assert len(lines(done.stderr)) == 1
        done = command(folder, "good.md", "--exit-zero")
        assert (done.returncode, done.stderr) == (0, b"")
    finally:
        folder.chmod(0o755)
    assert {path.name for path in folder.iterdir()} == {"good.md"}


# -- runs that meet


def test_two_runs_at_once_on_one_cache(folder: Path) -> None:
    for number in range(8):
        (folder / f"{number}.md").write_text(FINE * (number + 1), "utf-8")

    def once(_: int) -> bytes:
        done = command(folder, ".", "--format", "json", "--exit-zero")
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout

    with ThreadPoolExecutor(3) as threads:
        reports = set(threads.map(once, range(3)))
    assert len(reports) == 1
    assert len(list((folder / ".cache" / "seo-audit").iterdir())) == 9
    # what they left is whole, and is used
    assert once(0) in reports


def test_two_runs_at_once_on_one_report(folder: Path) -> None:
    def once(name: str) -> int:
        return command(folder, "good.md", "--format", name, "-o", "out", "--exit-zero").returncode

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(once, ("json", "json"))) == [0, 0]
    assert json.loads((folder / "out").read_bytes())["articles"]


@pytest.fixture(autouse=True)
def no_rubbish(folder: Path) -> Iterator[None]:
    """Unfinished reports lie beside their place, under a hidden name with the process's number."""
    yield
    assert not [path for path in folder.glob(".*") if path.name.rpartition(".")[2].isdigit()]
