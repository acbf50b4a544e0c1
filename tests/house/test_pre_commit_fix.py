"""The hook seo-audit-fix in a git repository, installed by pre-commit itself: it modifies and fails, then passes."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml
from documentation import blocks
from installed import BIN, copy_checkout, git, need_registry, run

TYPED = "# Le lavoir du bourg\n\nLa soeur du maire est là : l’eau coule.\n"
MENDED = "# Le lavoir du bourg\n\nLa sœur du maire est là\u00a0: l’eau coule.\n"
HTML = "<h1>Le lavoir</h1>\r\n<p>L'eau de l'Etat coule, voilà !</p>\r\n"


@pytest.mark.slow
def test_hook_modifies_and_fails_then_passes(tmp_path: Path) -> None:
    need_registry()
    copy_checkout(tmp_path / "hook")
    git(tmp_path / "hook", "tag", "v0.1.0")
    [config] = [yaml.safe_load(text) for text in blocks("docs/fixes.md", "yaml")]
    [repo] = config["repos"]
    assert repo["hooks"][0]["id"] == "seo-audit-fix"
    repo["repo"] = str(tmp_path / "hook")
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (site / "seo-audit.toml").write_text('select = ["typography"]\n', "utf-8")
    env = {
        "PRE_COMMIT_HOME": str(tmp_path / "store"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        **{
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Test"), ("EMAIL", "test@example.org"))
        },
        # our own seo-audit must not be what runs
        "PATH": os.pathsep.join(
            folder for folder in os.environ["PATH"].split(os.pathsep) if Path(folder) != BIN
        ),
    }

    def commit(message: str) -> subprocess.CompletedProcess[str]:
        run("git", "add", "--all", cwd=site)
        return run("git", "commit", f"--message={message}", cwd=site, env=env, status=None)

    git(site, "init", "--quiet", "--initial-branch=main")
    run(BIN / "pre-commit", "install", cwd=site, env=env)
    articles = {
        "content/lavoir.md": TYPED,
        "content/l’été au lac.mdx": TYPED,
        "content/a.html": HTML,
    }
    for name, text in articles.items():
        (site / name).write_bytes(text.encode())
    (site / "notes.css").write_text("/* La soeur : Etat */", "utf-8")
    damaged = "La soeur de l’été passé a vu l’été. ".encode() * 20 + b"\xc3\n"
    (site / "content/casse.md").write_bytes(damaged)

    done = commit("Typed")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stderr
    assert "casse.md: " in done.stderr.replace("\u00a0", "")  # it would not come out again
    (site / "content/casse.md").unlink()
    assert (site / "content/lavoir.md").read_bytes() == MENDED.encode()
    assert (site / "content/l’été au lac.mdx").read_bytes() == MENDED.encode()
    assert (site / "content/a.html").read_bytes() == (
        "<h1>Le lavoir</h1>\r\n<p>L’eau de l’État coule, voilà\u00a0!</p>\r\n".encode()
    )
    assert (site / "notes.css").read_text("utf-8") == "/* La soeur : Etat */"
    done = commit("Mended")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Passed") == 2
    assert git(site, "log", "--format=%s").splitlines() == ["Mended"]
