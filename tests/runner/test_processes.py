"""Processes that are killed, and the one that started them killed: nothing hangs, little is lost, nothing is left."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import FINE
from killing import lost, shouted

from seo_audit.runner.processes import Done, in_order

pytestmark = pytest.mark.process

TOOL = [sys.executable, "-m", "seo_audit", "--no-cache", "--isolated", "--exit-zero"]
TEXT = FINE + "\n\n" + "La fontaine du village coule de nouveau depuis lundi matin.\n\n" * 400


def test_a_call_that_kills_its_process_loses_nothing_but_itself() -> None:
    words = [*"abcdef", "killed", *"ghijklmnop", "killed", "q"]
    found = list(in_order(shouted, ((word,) for word in words), 2, lost))
    assert found == [f"lost {word}" if word == "killed" else word.upper() for word in words]


def test_what_is_known_stays_in_its_place() -> None:
    calls: list[tuple[object, ...] | Done[str]] = [
        ("a",),
        Done("known"),
        ("killed",),
        Done("too"),
        ("b",),
    ]
    found = list(in_order(shouted, calls, 2, lost))
    assert found == ["A", "known", "lost killed", "too", "B"]


def _articles(folder: Path) -> Path:
    (folder / "articles").mkdir()
    for number in range(60):
        (folder / "articles" / f"{number}.md").write_text(TEXT, "utf-8")
    return folder


def _children(process: int) -> list[int]:
    done = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(number) for number in done.stdout.split()]


def _is_alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def _within(seconds: float, answer: object) -> bool:
    assert callable(answer)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_who_started_them(tmp_path: Path, number: signal.Signals) -> None:
    folder = _articles(tmp_path)
    command = [*TOOL, "--jobs", "2", "--format", "html=r.html", "articles"]
    tool = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    assert _within(30, lambda: len(_children(tool.pid)) >= 3)
    workers = _children(tool.pid)
    tool.send_signal(number)
    status = tool.wait(30)
    assert _within(15, lambda: not any(map(_is_alive, workers)))
    if number == signal.SIGTERM:
        assert status == 143
        assert sorted(path.name for path in folder.iterdir()) == ["articles"]


def test_sigterm_leaves_no_file(tmp_path: Path) -> None:
    folder = _articles(tmp_path)
    (folder / "r.json").write_text("as it was", "utf-8")
    cache = folder / "cache"
    command = [sys.executable, "-m", "seo_audit", "--isolated", "--cache-dir", str(cache)]
    tool = subprocess.Popen([*command, "--format", "json=r.json", "articles"], cwd=folder)
    assert _within(30, lambda: cache.exists() and any(cache.iterdir()))
    tool.terminate()
    assert tool.wait(30) == 143
    assert (folder / "r.json").read_text("utf-8") == "as it was"
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "cache", "r.json"]
    assert all(path.suffix == ".json" for path in cache.iterdir())


def test_what_a_killed_run_left_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FINE, "utf-8")
    for number in range(3):
        (tmp_path / f".r.txt.1.{number}").write_text("left", "utf-8")
    subprocess.run([*TOOL, "-o", "r.txt", "a.md"], cwd=tmp_path, check=True)
    assert "a.md" in (tmp_path / "r.txt").read_text("utf-8")
