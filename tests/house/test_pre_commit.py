"""The hook as docs/ci.md has it, in a git repository, installed by pre-commit itself."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from command_line import FINE, POOR
from documentation import blocks
from installed import BIN, CHECKOUT, copy_checkout, git, need_registry, run
from tables import each_row

from seo_audit.parsing import SUFFIXES

SETTINGS = 'select = ["h1", "heading-order", "link-text"]\n'


@each_row("hook", yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8")))
def test_hooks_take_what_the_tool_reads_and_nothing_else(hook: dict[str, str]) -> None:
    names = [f"content/l’été{suffix}" for suffix in SUFFIXES]
    others = ["a.css", "a.json", "md", "a.md.bak", "text/a.py", "a.docx"]
    assert [one for one in (*names, *others) if re.search(hook["files"], one)] == names
    # what stays when a project sets `files` itself
    assert [one for one in (*names, *others) if not re.search(hook["exclude"], one)] == names


@pytest.mark.slow
def test_hook_lets_good_articles_through_and_stops_bad_ones(tmp_path: Path) -> None:
    need_registry()
    copy_checkout(tmp_path / "hook")
    git(tmp_path / "hook", "tag", "v0.1.0")
    [config] = [yaml.safe_load(text) for text in blocks("docs/ci.md", "yaml") if "repos:" in text]
    [repo] = config["repos"]
    repo["repo"] = str(tmp_path / "hook")

    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (site / "seo-audit.toml").write_text(SETTINGS, "utf-8")
    env = {
        "PRE_COMMIT_HOME": str(tmp_path / "store"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
        # our own seo-audit must not be what runs
        "PATH": os.pathsep.join(
            folder for folder in os.environ["PATH"].split(os.pathsep) if Path(folder) != BIN
        ),
    }

    def commit(message: str, **files: str) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            (site / name).write_text(text, "utf-8")
        run("git", "add", "--all", cwd=site)
        return run("git", "commit", f"--message={message}", cwd=site, env=env, status=None)

    git(site, "init", "--quiet", "--initial-branch=main")
    run(BIN / "pre-commit", "install", cwd=site, env=env)

    done = commit(
        "Nothing to audit", **{"draft.md": POOR, "content/style.css": "h1 { color: blue }"}
    )
    assert done.returncode == 0, done.stderr
    assert "no files to check" in done.stderr
    done = commit("Good", **{"content/fontaine.md": FINE, "content/l’été au lac.md": FINE})
    assert done.returncode == 0, done.stderr
    assert "Passed" in done.stderr
    [environment] = (tmp_path / "store").glob("repo*/py_env-*")
    assert (environment / "bin/seo-audit").exists()

    done = commit("Bad", **{"content/saut.md": POOR})
    assert done.returncode == 1
    assert "heading-order" in done.stderr
    assert done.stderr.count("saut.md:") == 2  # a line for each finding that fails
    assert "fontaine.md" not in done.stderr  # only what changes is looked at
    done = commit("Unreadable", **{"content/saut.md": ""})
    assert done.returncode == 1
    assert "exit code: 2" in done.stderr
    assert git(site, "log", "--format=%s").splitlines() == ["Good", "Nothing to audit"]
