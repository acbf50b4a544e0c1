"""What tests of the installed tool share: things made once for all test processes, the action's steps."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

CHECKOUT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
"""Where the tool under test, and Python, are."""

_NOT_OURS = (".git", ".venv", "venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info")
_LEFT_OVER = ("build", "dist", "node_modules")


def run(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    status: int | None = 0,
) -> subprocess.CompletedProcess[str]:
    """Run a command without standard input; its status must be this one (None: any)."""
    done = subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert status is None or done.returncode == status, (command, done.stdout, done.stderr)
    return done


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is filled once, whichever of pytest-xdist's processes comes first."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, done = root / name, root / f"{name}.done"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def copy_checkout(target: Path) -> None:
    """Copy the project's files into a git repository of their own, committed."""
    ignore = shutil.ignore_patterns(*_NOT_OURS, *_LEFT_OVER)
    shutil.copytree(CHECKOUT, target, ignore=ignore, dirs_exist_ok=True)
    commit(target)


def commit(folder: Path) -> None:
    """Make a git repository of a folder, all its files in one commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=All")


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular; what it prints."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    return run("git", *identity, "-c", "commit.gpgsign=false", *arguments, cwd=folder).stdout


def build(factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the `checkout`, and in `dist` its sdist and the wheel built from that."""

    def make(folder: Path) -> None:
        copy_checkout(folder / "checkout")
        run(sys.executable, "-m", "build", "--outdir", folder / "dist", folder / "checkout")

    need_registry()
    return shared(factory, "built", make)


def installation(factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a virtual environment in which the action's own step installed the wheel."""
    wheel = next((build(factory) / "dist").glob("*.whl"))

    def make(folder: Path) -> None:
        (folder / "output").touch()
        done = run_step("install", folder, {"PYTHON": sys.executable, "VERSION": str(wheel)})
        assert done.returncode == 0, done.stderr

    folder = shared(factory, "runner temp", make)
    return Path((folder / "output").read_text().removeprefix("bin=").strip())


@cache
def action() -> dict[str, Any]:
    """What action.yml says."""
    found = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def step(name: str) -> dict[str, Any]:
    """A step of the action, by its id."""
    return next(one for one in action()["runs"]["steps"] if one["id"] == name)


def run_step(
    name: str, folder: Path, env: Mapping[str, str], workspace: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub does; `folder` is the runner's, with the files it gives a step."""
    one = step(name)
    assert one["shell"] == "bash"
    script = folder / f"{name}.sh"
    script.write_text(one["run"], "utf-8")
    given = {
        "GITHUB_WORKSPACE": str(workspace or folder),
        "GITHUB_ACTION_PATH": str(CHECKOUT),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "RUNNER_TEMP": str(folder),
        **env,
    }
    # https://docs.github.com/actions: what `shell: bash` stands for
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
    return run(*shell, script, cwd=workspace or folder, env=given, status=None)


def need_registry() -> None:
    """Skip the test where packages cannot be fetched; on CI they must be."""
    if not os.environ.get("CI") and not _registry_answers():
        pytest.skip("packages cannot be fetched: no way to PyPI from here")


@cache
def _registry_answers() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        command = ("download", "-q", "--no-deps", "--no-cache-dir", "--dest", folder, "pathspec")
        return run(sys.executable, "-m", "pip", *command, status=None).returncode == 0
